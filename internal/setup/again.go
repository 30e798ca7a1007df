package setup

import (
	"context"
	"errors"
	"fmt"

	"afterword/internal/config"
	"afterword/internal/secrets"
	"afterword/mailwatch"
)

// again looks after an account that is set up already: whether it still works, and
// for a new password or login where the old one is refused.
func (w *Wizard) again(ctx context.Context, a config.Account) (Outcome, error) {
	outcome := Outcome{Path: w.Path, Account: a.Name, Known: true}
	w.say(KnownAccount, "address", a.Address, "path", w.Path)
	w.account = a
	c := Candidate{Server: Server{a.IMAP.Host, a.IMAP.Port, a.IMAP.TLS}.filled(), Source: FromYou, Users: []string{a.IMAP.Username}}.known()
	if a.IMAP.CAFile != "" {
		if err := w.trust(a.IMAP.CAFile); err != nil {
			return outcome, err
		}
	}
	way, secret, err := w.known(ctx, a)
	if err == nil {
		err = w.tryLogin(ctx, c, a.IMAP.Username, way, secret)
	} else if !errors.Is(err, secrets.ErrRevoked) {
		err = fmt.Errorf("%w: %w", mailwatch.ErrSecret, err)
	}
	if err == nil {
		w.say(StillWorks, "server", c.String())
		return outcome, nil
	}
	renewable := errors.Is(err, mailwatch.ErrLogin) || errors.Is(err, mailwatch.ErrSecret) || errors.Is(err, secrets.ErrRevoked)
	where := a.IMAP.Password
	if !a.IMAP.OAuth.IsZero() {
		where = a.IMAP.OAuth.RefreshToken
	}
	if !renewable || w.Talk == nil || where.File == "" && !where.Keyring {
		return outcome, w.trouble(c, a.IMAP.Username, err)
	}
	w.explain(c, a.IMAP.Username, err)
	if !a.IMAP.OAuth.IsZero() {
		w.Answers.OAuth = a.IMAP.OAuth
		err = w.byToken(ctx, c)
	} else {
		err = w.logIn(ctx, c)
	}
	if err != nil {
		return outcome, err
	}
	for _, k := range w.keep {
		if k.what == refreshToken || k.what == password {
			if err := w.source().Keep(ctx, where, k.secret); err != nil {
				return outcome, err
			}
		}
	}
	outcome.Changed = true
	w.say(SecretRenewed)
	return outcome, nil
}

// known reads the secret of an account from where it is kept.
func (w *Wizard) known(ctx context.Context, a config.Account) (way, secrets.Text, error) {
	switch {
	case !a.IMAP.Token.IsZero():
		secret, err := w.source().Read(ctx, a.IMAP.Token)
		return byToken, secret, err
	case !a.IMAP.OAuth.IsZero():
		secret, err := w.source().Tokens(a.IMAP.OAuth).Access(ctx, w.Now)
		return byToken, secret, err
	}
	secret, err := w.source().Read(ctx, a.IMAP.Password)
	return byPassword, secret, err
}
