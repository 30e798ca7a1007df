package secrets

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"golang.org/x/oauth2"
)

// OAuth says how to get access tokens from a provider (RFC 6749, section 6).
type OAuth struct {
	TokenURL     string   `toml:"token_url,omitempty"`
	ClientID     string   `toml:"client_id,omitempty"`
	ClientSecret Where    `toml:"client_secret,omitempty"` // providers of desktop programs often need none
	RefreshToken Where    `toml:"refresh_token,omitempty"`
	Scopes       []string `toml:"scopes,omitempty"` // usually none: what was granted before stands
}

// IsZero reports whether OAuth is not used.
func (o OAuth) IsZero() bool { return o.TokenURL == "" && o.ClientID == "" && o.RefreshToken.IsZero() }

// ErrRevoked means that the provider no longer takes the refresh token: the user
// has to log in again.
var ErrRevoked = errors.New("the refresh token is no longer valid")

// spare is how long before its end an access token is no longer used.
const spare = time.Minute

// Tokens hands out the access tokens of one account, for XOAUTH2 and OAUTHBEARER
// (RFC 7628). It is safe for use by several goroutines.
type Tokens struct {
	source Source
	o      OAuth

	mu      sync.Mutex
	access  *oauth2.Token
	refresh string // the newest one, where the provider replaced it
}

// Tokens returns the access tokens that o describes. Nothing is read or asked
// before the first Access.
func (s Source) Tokens(o OAuth) *Tokens { return &Tokens{source: s, o: o} }

// Access returns an access token that is good for at least another minute at
// now, from the provider if the one it has is not. The caller's deadline bounds it.
func (t *Tokens) Access(ctx context.Context, now time.Time) (Text, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if a := t.access; a != nil && (a.Expiry.IsZero() || a.Expiry.After(now.Add(spare))) {
		return Text{a.AccessToken}, nil
	}
	if err := t.renew(ctx); err != nil {
		return Text{}, fmt.Errorf("get an access token from %q: %w", t.o.TokenURL, err)
	}
	return Text{t.access.AccessToken}, nil
}

// Refused drops the access token that a mail server refused, so that the next
// Access asks for another.
func (t *Tokens) Refused() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.access = nil
}

func (t *Tokens) renew(ctx context.Context) error {
	refresh := t.refresh
	if refresh == "" {
		text, err := t.source.Read(ctx, t.o.RefreshToken)
		if err != nil {
			return fmt.Errorf("refresh token: %w", err)
		}
		refresh = text.Reveal()
	}
	c := oauth2.Config{ClientID: t.o.ClientID, Scopes: t.o.Scopes, Endpoint: oauth2.Endpoint{TokenURL: t.o.TokenURL}}
	if !t.o.ClientSecret.IsZero() {
		text, err := t.source.Read(ctx, t.o.ClientSecret)
		if err != nil {
			return fmt.Errorf("client secret: %w", err)
		}
		c.ClientSecret = text.Reveal()
	}
	token, err := c.TokenSource(ctx, &oauth2.Token{RefreshToken: refresh}).Token()
	if err != nil {
		return t.failed(err)
	}
	t.access = token
	if token.RefreshToken != refresh && token.RefreshToken != "" {
		t.refresh = token.RefreshToken
		return t.keep(token.RefreshToken)
	}
	return nil
}

// failed words a provider's refusal (RFC 6749, section 5.2). The answer's body
// is left out: a sloppy provider may repeat what it was sent.
func (t *Tokens) failed(err error) error {
	var refusal *oauth2.RetrieveError
	if !errors.As(err, &refusal) {
		return err
	}
	if refusal.ErrorCode == "invalid_grant" {
		t.refresh = ""
		return &Error{fmt.Errorf("%w: %s", ErrRevoked, refusal.ErrorDescription), "log in again and store the new refresh token"}
	}
	what := refusal.ErrorCode
	if what == "" {
		what = refusal.Response.Status
	}
	return fmt.Errorf("refused: %s %s", what, refusal.ErrorDescription)
}

// keep stores a replaced refresh token (RFC 6749, section 6: the old one may be
// dead by now) where the old one came from, if that is a file. Elsewhere the new
// one lasts as long as the program runs.
func (t *Tokens) keep(refresh string) error {
	path := t.o.RefreshToken.File
	if path == "" {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".afterword-*") // mode 0600
	if err != nil {
		return fmt.Errorf("keep the new refresh token: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(refresh + "\n")
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("keep the new refresh token: %w", err)
	}
	return nil
}
