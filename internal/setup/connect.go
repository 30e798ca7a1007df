package setup

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/mailwatch"
)

// How long a server may take to answer while somebody waits.
const answerTime = 8 * time.Second

// A Failed is the error where a server could not be used: what is wrong, and how to
// mend it, in the user's words.
type Failed struct {
	Trouble Trouble
	What    string
	Mend    string
	Err     error // what happened
}

func (f Failed) Error() string { return f.What }

// Unwrap returns what happened.
func (f Failed) Unwrap() error { return f.Err }

// Hint says how to mend it.
func (f Failed) Hint() string { return f.Mend }

// trouble words an error of a server.
func (w *Wizard) trouble(c Candidate, user string, err error) error {
	if err == nil {
		return nil
	}
	t := c.Diagnose(err)
	what, mend := w.Words.Texts(t, c, user)
	if said := words(err); said != "" {
		what += " " + w.Words.Say(ServerSaid, "words", said)
	}
	return Failed{t, what, mend, err}
}

// Explain words why an account's server could not be used.
func Explain(w Words, a config.Account, err error) error {
	return (&Wizard{Words: w}).trouble(serverOf(a), a.IMAP.Username, err)
}

// Diagnose names what is wrong where an account's server could not be used, and Word
// words what was named.
func Diagnose(a config.Account, err error) Trouble { return serverOf(a).Diagnose(err) }

// Word says what is wrong with an account and how it is mended; "" twice where the
// trouble has no name.
func Word(w Words, a config.Account, t Trouble) (what, mend string) {
	if t == "" || t == SomethingElse {
		return "", ""
	}
	return w.Texts(t, serverOf(a), a.IMAP.Username)
}

// serverOf is an account's server, with what is known of it.
func serverOf(a config.Account) Candidate {
	return Candidate{Server: Server{a.IMAP.Host, a.IMAP.Port, a.IMAP.TLS}.filled()}.known()
}

// explain tells the user of an error after which he may go on.
func (w *Wizard) explain(c Candidate, user string, err error) {
	var f Failed
	if errors.As(w.trouble(c, user, err), &f) {
		w.tellFailed(f)
	}
}

func (w *Wizard) tellFailed(f Failed) {
	w.tell(f.What)
	w.say(WhatToDo, "mend", f.Mend)
}

// words are the server's own, cleaned.
func words(err error) string {
	var refusal *mailwatch.Refusal
	if errors.As(err, &refusal) {
		return mail.CleanLine(refusal.Said)
	}
	return ""
}

// servers are the ways to the mail: the one that the user names, else what is found.
func (w *Wizard) servers(ctx context.Context, address string) ([]Candidate, error) {
	a := w.Answers
	users := []string{address}
	if a.CAFile != "" {
		path, err := filepath.Abs(a.CAFile)
		if err != nil {
			return nil, fmt.Errorf("--ca-file: %w", err)
		}
		w.account.IMAP.CAFile = path
		if err := w.trust(path); err != nil {
			return nil, err
		}
	}
	if a.Host == "" {
		w.say(Looking, "domain", domainOf(address))
		found := w.Finder.Find(ctx, address)
		if found.Without != nil {
			what := w.Words.Say(HasNoIMAP, "provider", found.Without.Name)
			return nil, Failed{Trouble: NoServer, What: what, Mend: w.Words.Say(MendNoIMAP, "provider", found.Without.Name)}
		}
		w.clear = found.Clear
		var all []Candidate
		for _, c := range found.Candidates {
			if a.Username != "" {
				c.Users = []string{a.Username}
			}
			all = append(all, c)
		}
		return all, nil
	}
	return w.named(a, users), nil
}

// named are the ways to a server that the user named: what he left open is tried.
func (w *Wizard) named(a Answers, users []string) []Candidate {
	var all []Candidate
	modes := []string{a.TLS}
	if a.TLS == "" {
		modes = []string{"tls", "starttls"}
		if (Server{Host: a.Host}).here() {
			modes = append(modes, "none")
		}
	}
	for _, tls := range modes {
		c := Candidate{Server: Server{strings.ToLower(a.Host), a.Port, tls}.filled(), Source: FromYou}.known()
		if c.Users = users; c.Provider != nil {
			c.Users = c.Provider.users(users[0])
		}
		if a.Username != "" {
			c.Users = []string{a.Username}
		}
		all = append(all, c)
	}
	return all
}

// trust believes certificates that a file's authority signed, and no others.
func (w *Wizard) trust(path string) error {
	pem, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read the certificate: %w", err)
	}
	if w.Roots = x509.NewCertPool(); !w.Roots.AppendCertsFromPEM(pem) {
		return fmt.Errorf("%q holds no certificate in PEM form", path)
	}
	return nil
}

// endpoint is how a server is reached.
func (w *Wizard) endpoint(c Candidate, user string) mailwatch.Endpoint {
	return mailwatch.Endpoint{Address: c.String(), TLS: mailwatch.TLSMode(c.TLS), RootCAs: w.Roots, Username: user, Version: w.Version,
		DialTimeout: answerTime, CommandTimeout: answerTime, DialContext: w.Dial}
}

// errReached ends a connection where a secret would be told.
var errReached = errors.New("reached")

// reach connects, up to where a secret would be told; nil means that it came so far.
func (w *Wizard) reach(ctx context.Context, c Candidate) error {
	e := w.endpoint(c, c.Users[0])
	e.Secret = func(context.Context) (string, error) { return "", errReached }
	conn, err := mailwatch.Dial(ctx, e, nil)
	if err == nil {
		return conn.Close()
	}
	if errors.Is(err, errReached) {
		return nil
	}
	return err
}

// reachable returns the best server that answers. All are tried at once.
func (w *Wizard) reachable(ctx context.Context, all []Candidate) (Candidate, error) {
	if len(all) == 0 {
		return Candidate{}, w.nothingFound(nil)
	}
	trying, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	answers := make([]chan error, len(all))
	for i, c := range all {
		answers[i] = make(chan error, 1)
		group.Go(func() { answers[i] <- w.reach(trying, c) })
	}
	var first error
	at := 0
	for i, c := range all {
		err := <-answers[i]
		if err == nil {
			return w.accept(ctx, c)
		}
		if ctx.Err() != nil {
			return Candidate{}, context.Cause(ctx)
		}
		if w.offerTrust(ctx, c, err) {
			if err := w.reach(ctx, c); err == nil {
				return w.accept(ctx, c)
			}
		}
		if first == nil {
			first, at = err, i
		}
		if c.Source != FromGuess && errors.As(err, new(*tls.CertificateVerificationError)) {
			break // it speaks TLS, and is not trusted: no other way to it is better
		}
	}
	if all[at].Source == FromGuess && w.clear != "" {
		return Candidate{}, w.trouble(Candidate{Server: Server{w.clear, 143, "starttls"}}, w.account.Address, fmt.Errorf("%w: %w", mailwatch.ErrTLS, first))
	}
	if all[at].Source == FromGuess && all[at].Diagnose(first) != Offline {
		return Candidate{}, w.nothingFound(first)
	}
	return Candidate{}, w.trouble(all[at], w.account.Address, first)
}

// nothingFound is where an address leads nowhere. It may have been mistyped.
func (w *Wizard) nothingFound(err error) Failed {
	domain := domainOf(w.account.Address)
	f := Failed{Trouble: NoServer, What: w.Words.Say(NothingFound, "domain", domain), Mend: w.Words.Say(MendNothingFound), Err: err}
	var known []string
	for _, p := range Providers() {
		known = append(known, p.Domains...)
	}
	if meant := config.Nearest(domain, known); meant != "" {
		f.Mend = w.Words.Say(MendMistyped, "address", w.account.Address[:strings.LastIndexByte(w.account.Address, '@')+1]+meant)
	}
	return f
}

// accept tells the user which server it is, and asks where DNS alone says so.
func (w *Wizard) accept(ctx context.Context, c Candidate) (Candidate, error) {
	if c.Foreign {
		ok, err := w.yes(ctx, AskForeign, "--host "+c.Host, false, "host", c.Host, "domain", domainOf(w.account.Address))
		if err == nil && !ok {
			err = w.missing(w.Words.Say(AskForeign, "host", c.Host, "domain", domainOf(w.account.Address)), "--host "+c.Host)
		}
		if err != nil {
			return Candidate{}, err
		}
	}
	w.say(ServerFound, "server", c.String(), "source", w.Words.Say(Key("source-"+string(c.Source))))
	return c, nil
}

// offerTrust asks whether the certificate of a program on this computer is to be
// believed, such as Proton Bridge's. It reports whether it is now.
func (w *Wizard) offerTrust(ctx context.Context, c Candidate, err error) bool {
	var authority x509.UnknownAuthorityError
	if !c.here() || w.account.IMAP.CAFile != "" || w.Talk == nil || !errors.As(err, &authority) || authority.Cert == nil {
		return false
	}
	ok, err := w.yes(ctx, AskCertificate, "--ca-file FILE", true, "server", c.String(), "print", fingerprint(authority.Cert))
	if err != nil || !ok {
		return false
	}
	w.extra = authority.Cert
	w.Roots = x509.NewCertPool()
	w.Roots.AddCert(authority.Cert)
	return true
}
