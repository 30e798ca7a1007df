package secrets

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/oauth2"
)

// OAuth says how to get access tokens from a provider (RFC 6749, section 6).
type OAuth struct {
	TokenURL     string `toml:"token_url,omitempty"`
	AuthorizeURL string `toml:"authorize_url,omitempty"` // for a login in the browser; "" for what is known of the provider
	DeviceURL    string `toml:"device_url,omitempty"`    // for a login by a code (RFC 8628)
	Scope        string `toml:"scope,omitempty"`
	ClientID     string `toml:"client_id,omitempty"`
	ClientSecret Where  `toml:"client_secret,omitempty"` // providers of desktop programs often need none
	RefreshToken Where  `toml:"refresh_token,omitempty"`
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
	access  string
	until   time.Time // end of access; zero where the provider names none
	handed  time.Time // when access was last handed out
	refresh string    // the newest one, where the provider replaced it
}

// Tokens returns the access tokens that o describes. Nothing is read or asked
// before the first Access.
func (s Source) Tokens(o OAuth) *Tokens { return &Tokens{source: s, o: o} }

// askTime is how long the provider may take to answer.
const askTime = 30 * time.Second

// again is how soon a token counts as refused when it is asked for once more: who
// was let in with it has no need of another.
const again = 10 * time.Second

// Access returns an access token that is good for at least another minute at
// now, from the provider if the one it has is not. One that was handed out a
// moment ago is not handed out again: the mail server refused it.
func (t *Tokens) Access(ctx context.Context, now time.Time) (Text, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	refused := now.Sub(t.handed).Abs() < again
	if t.access == "" || refused || !t.until.IsZero() && t.until.Before(now.Add(spare)) {
		if err := t.renew(ctx, now); err != nil {
			return Text{}, fmt.Errorf("get an access token from %q: %w", t.o.TokenURL, err)
		}
	}
	t.handed = now
	return Text{t.access}, nil
}

func (t *Tokens) renew(ctx context.Context, now time.Time) error {
	refresh := t.refresh
	if refresh == "" {
		text, err := t.source.Read(ctx, t.o.RefreshToken)
		if err != nil {
			return fmt.Errorf("refresh token: %w", err)
		}
		refresh = text.Reveal()
	}
	c := oauth2.Config{ClientID: t.o.ClientID, Endpoint: oauth2.Endpoint{TokenURL: t.o.TokenURL, AuthStyle: oauth2.AuthStyleInParams}}
	if !t.o.ClientSecret.IsZero() {
		text, err := t.source.Read(ctx, t.o.ClientSecret)
		if err != nil {
			return fmt.Errorf("client secret: %w", err)
		}
		// How it is to be handed over differs: the library tries both ways.
		c.ClientSecret, c.Endpoint.AuthStyle = text.Reveal(), oauth2.AuthStyleAutoDetect
	}
	client := &http.Client{Timeout: askTime, CheckRedirect: func(*http.Request, []*http.Request) error {
		return errors.New("it leads elsewhere, and a secret is not carried there: check token_url")
	}}
	t.access = ""
	token, err := c.TokenSource(context.WithValue(ctx, oauth2.HTTPClient, client), &oauth2.Token{RefreshToken: refresh}).Token()
	if err != nil {
		return t.failed(err, refresh, c.ClientSecret)
	}
	t.access, t.until = token.AccessToken, time.Time{}
	if token.ExpiresIn > 0 {
		t.until = now.Add(time.Duration(token.ExpiresIn) * time.Second)
	}
	if token.RefreshToken != refresh && token.RefreshToken != "" {
		t.refresh = token.RefreshToken
		return t.keep(ctx, token.RefreshToken)
	}
	return nil
}

// failed words a provider's refusal (RFC 6749, section 5.2). The answer's body
// is left out, and the secrets of the question: a sloppy provider repeats them.
func (t *Tokens) failed(err error, sent ...string) error {
	var refusal *oauth2.RetrieveError
	if !errors.As(err, &refusal) {
		return err
	}
	said := strings.Join(strings.Fields(refusal.ErrorDescription), " ")
	for _, secret := range sent {
		if secret != "" {
			said = strings.ReplaceAll(said, secret, hidden)
		}
	}
	if len(said) > 200 {
		said = said[:200] + "…"
	}
	if refusal.ErrorCode == "invalid_grant" {
		t.refresh = ""
		return &Error{fmt.Errorf("%w (%s)", ErrRevoked, said), "afterword login   # in the browser"}
	}
	what := refusal.ErrorCode
	if what == "" {
		what = refusal.Response.Status
	}
	return fmt.Errorf("refused: %s (%s)", what, said)
}

// keep stores a replaced refresh token (RFC 6749, section 6: the old one may be
// dead by now) where the old one came from, if that can be written to. Elsewhere the
// new one lasts as long as the program runs.
func (t *Tokens) keep(ctx context.Context, refresh string) error {
	err := t.source.Keep(ctx, t.o.RefreshToken, NewText(refresh))
	switch {
	case errors.Is(err, ErrNotKept):
		return nil
	case err != nil:
		return fmt.Errorf("keep the new refresh token: %w", err)
	}
	t.refresh = "" // from now on it is read there: another process may replace it, too
	return nil
}
