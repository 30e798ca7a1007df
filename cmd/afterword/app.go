package main

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"afterword/internal/config"
	"afterword/internal/secrets"
	"afterword/mailwatch"
	"afterword/rules"
)

// app is what the commands share.
type app struct {
	environment
	outside    outside
	configPath string
	read       *config.Config     // once it was
	aside      func(rules.Saying) // is told what is no mistake, in place of err; nil for nobody

	mu     sync.Mutex
	tokens map[string]*secrets.Tokens // by account; they are kept while they last
	pools  map[string]*x509.CertPool  // by what the files hold; many accounts may share one
}

// note tells the user of something that is no mistake: on standard error, unless somebody
// else tells him.
func (a *app) note(form string, with ...any) {
	switch note := rules.Say(form, with...); {
	case a.aside != nil:
		a.aside(note)
	case a.err != nil:
		fmt.Fprintf(a.err, "afterword: note: %s\n", onOneLine(note.String()))
	}
}

// noteHolidays says where less is known than was asked for.
func (a *app) noteHolidays(code string) {
	if rules.NationalOnly(code) {
		a.note("the holidays of the region %s are not known; those of the whole country count", strings.ToUpper(code))
	}
}

// path is where the config file is.
func (a *app) path() (string, error) {
	if a.configPath != "" {
		return a.configPath, nil
	}
	path := config.DefaultPath(a.getenv)
	if !filepath.IsAbs(path) {
		return "", hint(errors.New("HOME names no folder, so there is no place for the config"), "afterword --config FILE check")
	}
	return path, nil
}

// config reads the config file, once.
func (a *app) config() (*config.Config, error) {
	if a.read != nil {
		return a.read, nil
	}
	path, err := a.path()
	if err != nil {
		return nil, err
	}
	c, err := config.Load(path, a.getenv)
	a.read = c
	return c, err
}

// roots returns the certificates in a text, or nil if there is none.
func (a *app) roots(pem []byte) *x509.CertPool {
	a.mu.Lock()
	defer a.mu.Unlock()
	pool, known := a.pools[string(pem)]
	if !known {
		if pool = x509.NewCertPool(); !pool.AppendCertsFromPEM(pem) {
			return nil
		}
		if a.pools == nil {
			a.pools = map[string]*x509.CertPool{}
		}
		a.pools[string(pem)] = pool
	}
	return pool
}

// endpoint says how to reach an account's server.
func (a *app) endpoint(account config.Account) (mailwatch.Endpoint, error) {
	imap := account.IMAP
	e := mailwatch.Endpoint{Address: imap.Endpoint(), TLS: mailwatch.TLSMode(imap.TLS), Username: imap.Username, Mechanism: imap.Auth, Version: version}
	if imap.Auth == "auto" {
		e.Mechanism = ""
		if !imap.OAuth.IsZero() || !imap.Token.IsZero() {
			e.Mechanism = "xoauth2"
		}
	}
	if imap.CAFile != "" {
		pem, err := os.ReadFile(imap.CAFile)
		if err != nil {
			return e, fmt.Errorf("read ca_file: %w", err)
		}
		if e.RootCAs = a.roots(pem); e.RootCAs == nil {
			return e, hint(fmt.Errorf("ca_file %q holds no certificate in PEM form", imap.CAFile), "openssl x509 -in %s -out ca.pem", imap.CAFile)
		}
	}
	source := a.source()
	if imap.OAuth.IsZero() {
		where := imap.Password
		if !imap.Token.IsZero() {
			where = imap.Token
		}
		e.Secret = func(ctx context.Context) (string, error) {
			text, err := source.Read(ctx, where)
			return text.Reveal(), err
		}
		return e, nil
	}
	tokens := a.tokensOf(account, source)
	e.Secret = func(ctx context.Context) (string, error) {
		text, err := tokens.Access(ctx, a.now())
		return text.Reveal(), err
	}
	return e, nil
}

// source is where secrets come from.
func (a *app) source() secrets.Source {
	return secrets.Source{Getenv: a.getenv, Keyring: a.outside.keyring}
}

func (a *app) tokensOf(account config.Account, source secrets.Source) *secrets.Tokens {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.tokens == nil {
		a.tokens = map[string]*secrets.Tokens{}
	}
	if a.tokens[account.Name] == nil {
		a.tokens[account.Name] = source.Tokens(account.IMAP.OAuth)
	}
	return a.tokens[account.Name]
}
