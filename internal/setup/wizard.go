package setup

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/secrets"
)

// A Wizard sets one account up.
type Wizard struct {
	Answers Answers
	Talk    Talker // nil where nobody may be asked
	Words   Words
	Guesses Guesses
	Path    string // of the config file; it need not exist
	Getenv  func(string) string
	Now     time.Time

	Finder Finder
	// Dial connects to a mail server; nil for the network's own way.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	// Roots are whom certificates are believed from; nil for the system's.
	Roots *x509.CertPool
	// Version is told to servers that ask.
	Version string

	// Browse opens an address in a browser; nil where there is none.
	Browse  func(ctx context.Context, url string) error
	HTTP    *http.Client    // for logins at the provider; nil for one of its own
	Keyring secrets.Keyring // nil for the system's
	// Show tells what has to be seen even where nothing may be asked.
	Show func(text string)

	account config.Account // as it will stand in the config
	extra   *x509.Certificate
	clear   string // a server that is known to speak without encryption only; "" for none
	notes   string // "" where a config says it already
	keep    []kept // none where the user keeps it himself
}

// A Guesses is what is likely, before anything was asked.
type Guesses struct {
	Name     string
	Zone     string // "" for that of this computer
	Country  string
	Language string
}

// An Outcome is what a wizard did.
type Outcome struct {
	Path    string // of the config
	Account string // its name
	Known   bool   // it was set up before
	Changed bool   // something was written
}

// thisComputer is the answer that leaves the zone to the computer.
const thisComputer = "-"

// Run asks, tries and writes. Nothing is written before all is known.
func (w *Wizard) Run(ctx context.Context) (Outcome, error) {
	had, err := config.Load(w.Path, w.Getenv)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		had = nil
	case err != nil:
		return Outcome{}, fmt.Errorf("%s: %w", w.Words.Say(ConfigBroken, "path", w.Path), err)
	}
	address, err := w.address(ctx, had)
	if err != nil {
		return Outcome{}, err
	}
	if had != nil {
		for _, a := range had.Accounts {
			if strings.EqualFold(a.Address, address) {
				return w.again(ctx, a)
			}
		}
	}
	w.account = config.DefaultAccount()
	w.account.Address = address
	candidates, err := w.servers(ctx, address)
	if err != nil {
		return Outcome{}, err
	}
	candidate, err := w.reachable(ctx, candidates)
	if err != nil {
		return Outcome{}, err
	}
	if err := w.logIn(ctx, candidate); err != nil {
		return Outcome{}, err
	}
	if err := w.person(ctx); err != nil {
		return Outcome{}, err
	}
	if had == nil { // it holds for all accounts
		notes := question{key: AskNotes, flag: "--notes inbox", given: w.Answers.Notes, fallback: config.Default().Intake.Notes, check: w.oneOf("inbox", "drafts", "off")}
		if w.notes, err = w.ask(ctx, notes); err != nil {
			return Outcome{}, err
		}
	}
	if err := w.write(ctx, had != nil); err != nil {
		return Outcome{}, err
	}
	w.say(Written, "path", w.Path)
	return Outcome{Path: w.Path, Account: w.account.Name, Changed: true}, nil
}

func (w *Wizard) say(key Key, pairs ...string) { w.tell(w.Words.Say(key, pairs...)) }

func (w *Wizard) tell(text string) {
	if w.Talk != nil && text != "" {
		w.Talk.Say(text)
	}
}

// show tells what has to be seen in any case.
func (w *Wizard) show(text string) {
	if w.Talk != nil {
		w.Talk.Say(text)
	} else if w.Show != nil {
		w.Show(text)
	}
}

// address asks for the address. Where a config has accounts, the first is what an
// empty answer means.
func (w *Wizard) address(ctx context.Context, had *config.Config) (string, error) {
	q := question{key: AskAddress, flag: "--address you@example.com", given: w.Answers.Address, check: w.checkAddress}
	if had != nil && (w.Talk != nil || len(had.Accounts) == 1) {
		q.key, q.fallback = AskAnother, had.Accounts[0].Address
	}
	return w.ask(ctx, q)
}

// person asks who the user is.
func (w *Wizard) person(ctx context.Context) error {
	a := &w.account
	for _, q := range []struct {
		question
		to *string
	}{
		{question{key: AskName, flag: "--name 'Your Name'", given: w.Answers.Name, fallback: w.Guesses.Name, check: w.checkName}, &a.FromName},
		{question{key: AskZone, flag: "--zone Europe/Berlin", given: w.Answers.Zone, fallback: cmp.Or(w.Guesses.Zone, thisComputer), check: w.checkZone}, &a.Zone},
		{question{key: AskHolidays, flag: "--holidays US", given: w.Answers.Holidays, fallback: cmp.Or(w.Guesses.Country, none), check: w.checkHolidays}, &a.Holidays},
		{question{key: AskLanguage, flag: "--language en", given: w.Answers.Language, fallback: cmp.Or(w.Guesses.Language, Languages[0]), check: w.oneOf(Languages...)}, &a.Language},
	} {
		if w.Talk == nil && q.key == AskName && q.given == "" {
			return w.missing(w.Words.Say(AskName), q.flag) // a letter is signed with it: it is not guessed
		}
		answer, err := w.ask(ctx, q.question)
		if err != nil {
			return err
		}
		*q.to = answer
	}
	return nil
}

func (w *Wizard) source() secrets.Source {
	return secrets.Source{Getenv: w.Getenv, Keyring: w.Keyring}
}
