package setup

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"html"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/internal/secrets"

	"golang.org/x/oauth2"
)

// The client ids under which Afterword is known to providers: public ones, without a
// secret (RFC 8252, section 8.4). They are empty until somebody registers the program;
// then the user registers one of his own, or uses an app password.
const (
	microsoftClient = ""
	googleClient    = ""
)

// PublicClient returns the program's own client id at a provider; "" where there is
// none.
func PublicClient(e Endpoints) string {
	switch {
	case e.microsoft():
		return microsoftClient
	case strings.Contains(e.Authorize, "accounts.google.com"):
		return googleClient
	}
	return ""
}

func (e Endpoints) microsoft() bool {
	return strings.Contains(e.Authorize, "login.microsoftonline.com")
}

// A Consent asks the user, at his provider, to let the program read his mail (RFC
// 6749). It is for one login.
type Consent struct {
	Endpoints
	ClientID     string
	ClientSecret secrets.Text // none for a public client
	Login        string       // the user's name there, so that he need not type it
	HTTP         *http.Client // nil for one of its own
	// Done is what the browser shows when it is over, as plain text.
	Done string
}

// A Token is what a provider gave: the refresh token is to be kept, the access token
// is good for a while.
type Token struct{ Refresh, Access secrets.Text }

// A Refused is the error where the provider, or the user there, said no.
type Refused struct {
	Code        string // RFC 6749, section 4.1.2.1 or 5.2
	Description string // the provider's own words, cleaned
}

func (r Refused) Error() string {
	if r.Description == "" {
		return "the provider said " + r.Code
	}
	return fmt.Sprintf("the provider said %s (%s)", r.Code, r.Description)
}

// What a caller may branch on.
var (
	// ErrTooLate: the code on the screen ran out before anybody typed it.
	ErrTooLate = errors.New("the code has run out")
	// ErrNoRefresh: the provider gave access for a while, and nothing to renew it with.
	ErrNoRefresh = errors.New("the provider gave no refresh token, so the login would end within the hour")
)

// How long the provider may take for one answer, how often it is asked again where it
// is out of order, and how long between.
const (
	providerTime  = 30 * time.Second
	exchangeTries = 4
	exchangePause = 2 * time.Second
)

func (c Consent) config() oauth2.Config {
	return oauth2.Config{ClientID: c.ClientID, ClientSecret: c.ClientSecret.Reveal(), Scopes: strings.Fields(c.Scope),
		Endpoint: oauth2.Endpoint{AuthURL: c.Authorize, DeviceAuthURL: c.Device, TokenURL: c.Endpoints.Token, AuthStyle: oauth2.AuthStyleInParams}}
}

// client carries no secret elsewhere.
func (c Consent) client(ctx context.Context) context.Context {
	client := http.Client{}
	if c.HTTP != nil {
		client = *c.HTTP
	}
	client.Timeout = providerTime
	client.CheckRedirect = func(*http.Request, []*http.Request) error {
		return errors.New("it leads elsewhere, and a secret is not carried there")
	}
	return context.WithValue(ctx, oauth2.HTTPClient, &client)
}

// Browser lets the user log in in a browser on this computer (RFC 8252: loopback, with
// PKCE of RFC 7636). open is given the address that the browser has to open.
func (c Consent) Browser(ctx context.Context, open func(url string) error) (Token, error) {
	listeners, err := loopback()
	if err != nil {
		return Token{}, fmt.Errorf("listen for the browser: %w", err)
	}
	config := c.config()
	config.RedirectURL = fmt.Sprintf("http://localhost:%d", listeners[0].Addr().(*net.TCPAddr).Port)
	state, verifier := rand.Text(), oauth2.GenerateVerifier()
	back := &callback{state: state, done: c.Done, came: make(chan answer, 1)}
	server := &http.Server{Handler: back, ReadHeaderTimeout: providerTime}
	for _, l := range listeners {
		go func() { _ = server.Serve(l) }() // Shutdown ends it
	}
	defer func() {
		// The page that says that it is over shall arrive.
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		_ = server.Shutdown(ending)
	}()
	options := []oauth2.AuthCodeOption{oauth2.S256ChallengeOption(verifier)}
	if c.Login != "" {
		options = append(options, oauth2.SetAuthURLParam("login_hint", c.Login))
	}
	if err := open(config.AuthCodeURL(state, options...)); err != nil {
		return Token{}, err
	}
	select {
	case <-ctx.Done():
		return Token{}, context.Cause(ctx)
	case a := <-back.came:
		if a.refused != nil {
			return Token{}, *a.refused
		}
		return c.exchange(ctx, func(ctx context.Context) (*oauth2.Token, error) {
			return config.Exchange(ctx, a.code, oauth2.VerifierOption(verifier))
		})
	}
}

// exchange asks for the tokens, a few times where the provider is out of order.
func (c Consent) exchange(ctx context.Context, ask func(context.Context) (*oauth2.Token, error)) (Token, error) {
	for try := 1; ; try++ {
		token, err := ask(c.client(ctx))
		if err == nil {
			return given(token)
		}
		if try == exchangeTries || !passes(err) {
			return Token{}, c.worded(err)
		}
		if !pause(ctx, exchangePause) {
			return Token{}, context.Cause(ctx)
		}
	}
}

func given(token *oauth2.Token) (Token, error) {
	if token.RefreshToken == "" {
		return Token{}, ErrNoRefresh
	}
	return Token{secrets.NewText(token.RefreshToken), secrets.NewText(token.AccessToken)}, nil
}

func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// passes reports whether an error is the network's or the provider's, and not an
// answer: to ask again may help.
func passes(err error) bool {
	var refusal *oauth2.RetrieveError
	if errors.As(err, &refusal) {
		return refusal.Response != nil && (refusal.Response.StatusCode >= 500 || refusal.Response.StatusCode == http.StatusTooManyRequests)
	}
	var network net.Error
	return errors.As(err, &network) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
}

// worded makes a Refused of a provider's answer, without the secrets of the question.
func (c Consent) worded(err error) error {
	var refusal *oauth2.RetrieveError
	if !errors.As(err, &refusal) {
		return fmt.Errorf("ask %q for a token: %w", c.Endpoints.Token, err)
	}
	code := refusal.ErrorCode
	if code == "" && refusal.Response != nil {
		code = refusal.Response.Status
	}
	return Refused{mail.CleanLine(clip(code)), c.cleaned(refusal.ErrorDescription)}
}

func (c Consent) cleaned(text string) string {
	if secret := c.ClientSecret.Reveal(); secret != "" {
		text = strings.ReplaceAll(text, secret, c.ClientSecret.String())
	}
	return mail.CleanLine(clip(strings.Join(strings.Fields(text), " ")))
}

func clip(text string) string {
	if len(text) > 400 {
		return text[:400] + "…"
	}
	return text
}

// loopback listens on this computer alone, for both families where there are both:
// "localhost" is either.
func loopback() ([]net.Listener, error) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		if l, err = net.Listen("tcp6", "[::1]:0"); err != nil {
			return nil, err
		}
		return []net.Listener{l}, nil
	}
	all := []net.Listener{l}
	if six, err := net.Listen("tcp6", fmt.Sprintf("[::1]:%d", l.Addr().(*net.TCPAddr).Port)); err == nil {
		all = append(all, six)
	}
	return all, nil
}

// A callback is what the browser comes back to.
type callback struct {
	state string
	done  string
	came  chan answer
}

type answer struct {
	code    string
	refused *Refused
}

// ServeHTTP takes one answer: the one that knows the state of this login (RFC 6749,
// section 10.12). Whatever else comes, another login's answer too, changes nothing.
func (b *callback) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
	if r.Method != http.MethodGet || r.URL.Path != "/" || subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(b.state)) != 1 {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var a answer
	switch {
	case q.Get("error") != "":
		a.refused = &Refused{mail.CleanLine(clip(q.Get("error"))), mail.CleanLine(clip(q.Get("error_description")))}
	case q.Get("code") != "":
		a.code = q.Get("code")
	default:
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "<!DOCTYPE html><meta name=viewport content=\"width=device-width\"><title>Afterword</title><p>%s</p>\n", html.EscapeString(b.done))
	select {
	case b.came <- a:
	default: // it has one already
	}
}
