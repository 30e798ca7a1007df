package setup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"slices"
	"strings"
	"unicode"

	"afterword/internal/config"
	"afterword/internal/secrets"
	"afterword/rules"
)

// Answers are what the user said on the command line. Empty is not said.
type Answers struct {
	Address  string
	Name     string // as it stands before the address in what is sent
	Host     string
	Port     int
	TLS      string // "tls", "starttls" or "none"
	CAFile   string
	Username string

	Password secrets.Where // where the user keeps it himself
	Typed    secrets.Text  // the password itself, to be kept
	Token    secrets.Where // where another program gives out access tokens
	Keyring  *bool         // is a secret kept in the keyring? nil where that works

	ByOAuth bool          // log in at the provider, though it takes passwords
	ByCode  bool          // by a code on another device
	OAuth   secrets.OAuth // what the user knows of the provider; its RefreshToken counts nothing

	Language string
	Zone     string
	Holidays string

	Drafts, Sent, Trash string // mailboxes

	Notes string // where questions about interviews stand: "inbox", "drafts" or "off"
}

// A Talker is whoever answers questions.
type Talker interface {
	// Say shows a text of one or several lines.
	Say(text string)
	// Ask puts a question; fallback is what an empty answer means, "" for nothing.
	// The error is io.EOF where nobody answers any more.
	Ask(ctx context.Context, question, fallback string) (string, error)
	// Secret is Ask for what is not to be seen on a screen.
	Secret(ctx context.Context, question string) (string, error)
}

// A Missing is the error where an answer is missing and nobody may be asked.
type Missing struct {
	What string // is missing, in the user's words
	Flag string // that answers it, as it is typed
}

func (m Missing) Error() string { return m.What }

// Hint says what to type.
func (m Missing) Hint() string { return "afterword init " + m.Flag }

// missing is the error where nobody answers a question that a flag would answer.
func (w *Wizard) missing(question, flag string) Missing {
	return Missing{w.Words.Say(AnswerMissing, "question", question), flag}
}

// A Wrong is the error where an answer cannot be right.
type Wrong struct{ error }

func (w Wrong) Unwrap() error { return w.error }

// mostTries is how often one question is put.
const mostTries = 5

// A question is one answer that is needed.
type question struct {
	key      Key
	pairs    []string
	flag     string // as it is typed, with an example
	given    string // on the command line
	fallback string // what is likely; "" for nothing
	check    func(answer string) (string, error)
}

// ask returns the answer to a question: the given one, else the user's, else what is
// likely.
func (w *Wizard) ask(ctx context.Context, q question) (string, error) {
	if q.check == nil {
		q.check = func(answer string) (string, error) { return answer, nil }
	}
	if q.given != "" {
		answer, err := q.check(q.given)
		if err != nil {
			return "", Wrong{err}
		}
		return answer, nil
	}
	text := w.Words.Say(q.key, q.pairs...)
	if w.Talk == nil {
		if q.fallback == "" {
			return "", w.missing(text, q.flag)
		}
		return q.check(q.fallback)
	}
	for range mostTries {
		answer, err := w.Talk.Ask(ctx, text, q.fallback)
		if err != nil {
			return "", w.ended(text, err, q.flag)
		}
		if answer = strings.TrimSpace(answer); answer == "" {
			answer = q.fallback
		}
		if answer == "" {
			w.Talk.Say(w.Words.Say(SayNothing))
			continue
		}
		if answer, err = q.check(answer); err == nil {
			return answer, nil
		}
		w.Talk.Say(err.Error())
	}
	return "", w.missing(text, q.flag)
}

// yes asks a question of yes and no.
func (w *Wizard) yes(ctx context.Context, key Key, flag string, fallback bool, pairs ...string) (bool, error) {
	likely := w.Words.Say(SayNo)
	if fallback {
		likely = w.Words.Say(SayYes)
	}
	answer, err := w.ask(ctx, question{key: key, pairs: pairs, flag: flag, fallback: likely, check: func(answer string) (string, error) {
		switch strings.ToLower(answer) {
		case "y", "yes", "j", "ja", "o", "oui", "s", "si", "sí":
			return "yes", nil
		case "n", "no", "nein", "non", "nee":
			return "no", nil
		}
		return "", errors.New(w.Words.Say(SayYesOrNo))
	}})
	return answer == "yes", err
}

// Confirm asks a question of the catalogue that is answered with yes or no.
func (w *Wizard) Confirm(ctx context.Context, key Key, fallback bool, pairs ...string) (bool, error) {
	return w.yes(ctx, key, "", fallback, pairs...)
}

// ended is why a question has no answer. Where the answers came to an end it says so, and
// which flag would have answered.
func (w *Wizard) ended(question string, err error, flag string) error {
	if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%s: %w", question, err)
	}
	err = errors.New(w.Words.Say(AnswerMissing, "question", question))
	if flag == "" {
		return err
	}
	return missed{err, "afterword init " + flag}
}

type missed struct {
	error
	hint string
}

func (m missed) Unwrap() error { return m.error }

// Hint says what to type.
func (m missed) Hint() string { return m.hint }

// checkAddress takes an address and nothing else.
func (w *Wizard) checkAddress(answer string) (string, error) {
	answer = strings.TrimPrefix(strings.Trim(answer, "<> \u00a0"), "mailto:")
	a, err := mail.ParseAddress(answer)
	if err != nil || a.Address != answer || !strings.Contains(domainOf(answer), ".") && domainOf(answer) != "localhost" {
		return "", errors.New(w.Words.Say(NotAddress, "answer", answer))
	}
	return answer, nil
}

// checkName takes what can stand before an address.
func (w *Wizard) checkName(answer string) (string, error) {
	if strings.ContainsFunc(answer, unicode.IsControl) || strings.Contains(answer, "@") || !strings.ContainsFunc(answer, unicode.IsLetter) {
		return "", errors.New(w.Words.Say(NotName, "answer", answer))
	}
	return answer, nil
}

func (w *Wizard) checkZone(answer string) (string, error) {
	if answer == thisComputer {
		return "", nil
	}
	if _, err := config.Zone(answer); err != nil {
		return "", errors.New(w.Words.Say(NotZone, "answer", answer))
	}
	return answer, nil
}

// none is how the config says that no holidays count.
const none = "none"

func (w *Wizard) checkHolidays(answer string) (string, error) {
	answer = strings.ToUpper(answer)
	if strings.EqualFold(answer, none) {
		return none, nil
	}
	if answer == "UK" {
		answer = "GB"
	}
	if _, err := config.Default().Calendar(config.Account{Holidays: answer}, "", ""); err != nil {
		return "", errors.New(w.Words.Say(NotCountry, "answer", answer, "codes", strings.Join(rules.HolidayCodes(), ", ")))
	}
	return answer, nil
}

// oneOf takes one of a few words.
func (w *Wizard) oneOf(words ...string) func(string) (string, error) {
	return func(answer string) (string, error) {
		answer = strings.ToLower(answer)
		if slices.Contains(words, answer) {
			return answer, nil
		}
		return "", errors.New(w.Words.Say(NotOneOf, "answer", answer, "codes", strings.Join(words, ", ")))
	}
}
