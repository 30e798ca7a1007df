package setup

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"

	"afterword/internal/mail"
	"afterword/internal/secrets"
	"afterword/mailwatch"
)

// A way is how to log in.
type way string

const (
	byPassword way = ""
	byToken    way = "xoauth2"
)

// tryLogin logs in and looks for the mailboxes.
func (w *Wizard) tryLogin(ctx context.Context, c Candidate, user string, how way, secret secrets.Text) error {
	e := w.endpoint(c, user)
	e.Mechanism = string(how)
	e.Secret = func(context.Context) (string, error) { return secret.Reveal(), nil }
	conn, err := mailwatch.Dial(ctx, e, nil)
	if err != nil {
		return err
	}
	defer conn.Close()
	w.say(LoggedIn, "server", c.String(), "user", user)
	return w.mailboxes(ctx, conn)
}

// mostListed is how many mailboxes are named where one is asked for.
const mostListed = 30

// mailboxes finds Drafts, Sent and Trash, and asks for the one that is not found.
func (w *Wizard) mailboxes(ctx context.Context, conn *mailwatch.Conn) error {
	m := &w.account.Mailboxes
	for _, said := range []struct {
		to    *string
		given string
	}{{&m.Drafts, w.Answers.Drafts}, {&m.Sent, w.Answers.Sent}, {&m.Trash, w.Answers.Trash}} {
		*said.to = cmp.Or(said.given, *said.to)
	}
	for range mostTries {
		boxes, err := conn.FindMailboxes(ctx, mailwatch.Names{Drafts: m.Drafts, Sent: m.Sent, Trash: m.Trash})
		if err == nil {
			w.say(Mailboxes, "drafts", boxes.Drafts, "sent", boxes.Sent, "trash", boxes.Trash)
			return nil
		}
		var none *mailwatch.NoMailbox
		if !errors.As(err, &none) {
			return err
		}
		to, ask := &m.Drafts, AskDrafts
		switch none.Role {
		case "sent":
			to, ask = &m.Sent, AskSent
		case "trash":
			to, ask = &m.Trash, AskTrash
		}
		if none.Name != "" {
			w.say(NoMailbox, "name", mail.CleanLine(none.Name))
		}
		there := none.There
		if len(there) > mostListed {
			there = append(slices.Clone(there[:mostListed]), "…")
		}
		w.say(TheMailboxes, "there", mail.CleanLine(strings.Join(there, ", ")))
		if *to, err = w.ask(ctx, question{key: ask, flag: "--" + none.Role + " NAME"}); err != nil {
			return err
		}
	}
	return mailwatch.ErrNoMailbox
}

// logIn asks for the secret until it is taken, and notes with what it was.
func (w *Wizard) logIn(ctx context.Context, c Candidate) error {
	a := &w.account.IMAP
	a.Host, a.Port, a.TLS = c.Host, c.Port, c.TLS
	if w.Answers.ByOAuth || !w.Answers.Token.IsZero() || c.Provider != nil && c.Provider.Secret == OAuth && w.Answers.Password.IsZero() && w.Answers.Typed.IsZero() {
		w.tell(w.Words.guide(c, w.account.Address))
		return w.byToken(ctx, c)
	}
	if !w.Answers.Password.IsZero() {
		secret, err := w.source().Read(ctx, w.Answers.Password)
		if err != nil {
			return err
		}
		a.Password = w.Answers.Password
		return w.anyUser(ctx, c, byPassword, secret)
	}
	if !w.Answers.Typed.IsZero() {
		secret := secrets.NewText(c.stripped(w.Answers.Typed.Reveal()))
		if err := w.anyUser(ctx, c, byPassword, secret); err != nil {
			return err
		}
		w.keep = append(w.keep, kept{password, "password", &a.Password, secret})
		return nil
	}
	if w.Talk == nil {
		return w.missing(w.Words.Say(AskPassword, "provider", c.name()), "--password-file FILE   # or --password-command 'pass show mail'")
	}
	w.tell(w.Words.guide(c, w.account.Address))
	var err error
	var f Failed
	for try := range mostTries {
		if try > 0 && (try%2 == 0 || f.Trouble == WrongUser) {
			user, err := w.ask(ctx, question{key: AskUser, flag: "--username NAME", fallback: c.Users[0]})
			if err != nil {
				return err
			}
			c.Users = []string{user}
		}
		key := AskPassword
		if c.Provider != nil && (c.Provider.Secret == AppPassword || c.Provider.Secret == MailPassword || c.Provider.Secret == BridgePassword) {
			key = Key("ask-" + string(c.Provider.Secret))
		}
		question := w.Words.Say(key, "provider", c.name())
		typed, asked := w.Talk.Secret(ctx, question)
		if asked != nil {
			return w.ended(question, asked, "--password-file FILE")
		}
		if typed = c.stripped(typed); typed == "" {
			return w.ended(question, io.ErrUnexpectedEOF, "--password-file FILE")
		}
		secret := secrets.NewText(typed)
		if err = w.anyUser(ctx, c, byPassword, secret); err == nil {
			w.keep = append(w.keep, kept{password, "password", &a.Password, secret})
			return nil
		}
		if !errors.Is(err, mailwatch.ErrLogin) {
			return err
		}
		if errors.As(err, &f) {
			w.tellFailed(f)
		}
	}
	return err
}

// anyUser logs in with the names that may be meant, in turn.
func (w *Wizard) anyUser(ctx context.Context, c Candidate, how way, secret secrets.Text) error {
	var first error
	for _, user := range c.Users {
		err := w.tryLogin(ctx, c, user, how, secret)
		if err == nil {
			if w.account.IMAP.Username = user; user == w.account.Address {
				w.account.IMAP.Username = ""
			}
			return nil
		}
		if first == nil {
			first = err
		}
		if !errors.Is(err, mailwatch.ErrLogin) {
			break
		}
	}
	if errors.As(first, new(Missing)) || errors.Is(first, mailwatch.ErrNoMailbox) {
		return first
	}
	return w.trouble(c, c.Users[0], first)
}

// name is what the user calls whoever runs a server.
func (c Candidate) name() string {
	if c.Provider != nil {
		return c.Provider.Name
	}
	return c.Host
}

// stripped is a secret as it was meant: pages show app passwords in groups, and a
// browser copies their blanks as U+00A0.
func (c Candidate) stripped(typed string) string {
	p := c.Provider
	if p != nil && p.Secret != Password || inGroups(typed) {
		return strings.Map(func(r rune) rune {
			if blank(r) {
				return -1
			}
			return r
		}, typed)
	}
	return strings.TrimFunc(typed, blank)
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || r == '\ufeff'
}

// inGroups reports whether text is an app password as pages show it: three groups or
// more of four letters or digits.
func inGroups(text string) bool {
	groups := strings.FieldsFunc(text, blank)
	for _, g := range groups {
		if len(g) != 4 || strings.ContainsFunc(g, func(r rune) bool { return !unicode.IsLower(r) && !unicode.IsDigit(r) }) {
			return false
		}
	}
	return len(groups) > 2
}
