package setup

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"afterword/internal/config"
	"afterword/internal/secrets"
)

// A SignIn leads the user through a login at his provider.
type SignIn struct {
	Words Words
	Say   func(text string)
	// Browse opens an address in a browser; nil where there is none: then it is done by
	// a code, if the provider has that. The address is shown as well.
	Browse func(ctx context.Context, url string) error
	ByCode bool // on another device, though there is a browser
}

// Do logs in. provider is what the user calls the provider. What went wrong is a
// Failed, in the user's words.
func (s SignIn) Do(ctx context.Context, c Consent, provider string) (Token, error) {
	c.Done = s.Words.Say(BrowserDone)
	var token Token
	var err error
	if (s.ByCode || s.Browse == nil) && c.Device != "" {
		token, err = c.ByCode(ctx, func(code Code) {
			s.Say(s.Words.Say(TypeCode, "page", code.Page, "code", code.Text, "provider", provider))
		})
	} else {
		token, err = c.Browser(ctx, func(url string) error {
			s.Say(s.Words.Say(BrowserOpens, "provider", provider, "url", url))
			if s.Browse != nil {
				if err := s.Browse(ctx, url); err != nil {
					s.Say(s.Words.Say(BrowserFails))
				}
			}
			return nil
		})
	}
	switch {
	case err == nil:
		s.Say(s.Words.Say(ConsentGiven, "provider", provider))
		return token, nil
	case ctx.Err() != nil:
		return Token{}, err
	}
	return Token{}, s.failed(c, provider, err)
}

// failed words why no token came.
func (s SignIn) failed(c Consent, provider string, err error) error {
	candidate := Candidate{Provider: &Provider{Name: provider, Secret: OAuth}}
	t := candidate.Diagnose(err)
	var refused Refused
	switch {
	case t == NoConsent:
		s.Say(s.Words.HelpDesk(c))
	case t == Blocked:
	case errors.Is(err, ErrTooLate):
		t = CodeLate
	case errors.Is(err, ErrNoRefresh):
		t = NoRefresh
	case errors.As(err, &refused) && refused.Code == "access_denied":
		t = SaidNo
	case errors.As(err, &refused) && (refused.Code == "invalid_client" || refused.Code == "unauthorized_client"):
		t = WrongClient
	case passes(err):
		t = Offline
	}
	what, mend := s.Words.Texts(t, candidate, c.Login)
	if refused.Code != "" {
		what += " " + s.Words.Say(ServerSaid, "words", strings.TrimSpace(refused.Code+" "+refused.Description))
	}
	return Failed{t, what, mend, err}
}

// HelpDesk is the text that a user sends to those who may consent for his
// organisation.
func (w Words) HelpDesk(c Consent) string {
	key := HelpDesk
	if !c.microsoft() {
		key = HelpDeskOther
	}
	return w.Say(key, "user", c.Login, "client", c.ClientID, "scope", c.Scope, "consent", adminConsent+c.ClientID)
}

// adminConsent is where an administrator of Microsoft 365 consents for everybody.
const adminConsent = "https://login.microsoftonline.com/organizations/adminconsent?client_id="

// Consenting returns where an account's tokens come from: what the config says, and
// for the rest what is known of the provider of its server. The name is what the user
// calls the provider.
func Consenting(a config.Account) (e Endpoints, name string) {
	name = a.IMAP.Host
	for _, p := range providers() {
		same := a.IMAP.OAuth.TokenURL != "" && p.OAuth.Token == a.IMAP.OAuth.TokenURL
		if same || e.Token == "" && strings.EqualFold(p.Host, a.IMAP.Host) && p.OAuth.Token != "" {
			e, name = p.OAuth, p.Name
		}
		if same {
			break
		}
	}
	o := a.IMAP.OAuth
	for _, said := range []struct {
		to   *string
		text string
	}{{&e.Authorize, o.AuthorizeURL}, {&e.Device, o.DeviceURL}, {&e.Token, o.TokenURL}, {&e.Scope, o.Scope}} {
		if said.text != "" {
			*said.to = said.text
		}
	}
	return e, name
}

// register says how to register the program at a provider.
func (w Words) register(e Endpoints, provider string) string {
	switch {
	case e.microsoft():
		return w.Say(RegisterMicrosoft)
	case e.Secret:
		return w.Say(RegisterGoogle)
	}
	return w.Say(RegisterOther, "provider", provider)
}

// byToken lets the user log in at the provider, and tries the token.
func (w *Wizard) byToken(ctx context.Context, c Candidate) error {
	a := &w.account.IMAP
	if len(w.Answers.Token.Command) > 0 {
		secret, err := w.source().Read(ctx, w.Answers.Token)
		if err != nil {
			return err
		}
		a.Token = w.Answers.Token
		return w.anyUser(ctx, c, byToken, secret)
	}
	e, name := Consenting(w.account)
	if c.Provider != nil && c.Provider.OAuth.Token != "" {
		e, name = c.Provider.OAuth, c.Provider.Name
	}
	for _, said := range []struct {
		to   *string
		text string
	}{{&e.Authorize, w.Answers.OAuth.AuthorizeURL}, {&e.Device, w.Answers.OAuth.DeviceURL}, {&e.Token, w.Answers.OAuth.TokenURL}, {&e.Scope, w.Answers.OAuth.Scope}} {
		*said.to = cmp.Or(said.text, *said.to)
	}
	if e.Token == "" || e.Authorize == "" {
		return Missing{w.Words.Say(NoEndpoints, "provider", name), "--oauth --authorize-url URL --token-url URL --scope SCOPE --client-id ID"}
	}
	consent := Consent{Endpoints: e, Login: cmp.Or(w.Answers.Username, w.account.Address), HTTP: w.HTTP}
	if err := w.client(ctx, &consent, name); err != nil {
		return err
	}
	signIn := SignIn{Words: w.Words, Say: w.show, Browse: w.Browse, ByCode: w.Answers.ByCode}
	token, err := signIn.Do(ctx, consent, name)
	if err != nil {
		return err
	}
	if err := w.anyUser(ctx, c, byToken, token.Access); err != nil {
		return err
	}
	a.OAuth = secrets.OAuth{TokenURL: e.Token, ClientID: consent.ClientID}
	if c.Provider == nil || e != c.Provider.OAuth {
		a.OAuth.AuthorizeURL, a.OAuth.DeviceURL, a.OAuth.Scope = e.Authorize, e.Device, e.Scope
	}
	w.keep = append(w.keep, kept{refreshToken, "token", &a.OAuth.RefreshToken, token.Refresh})
	if !consent.ClientSecret.IsZero() {
		w.keep = append(w.keep, kept{clientSecret, "client-secret", &a.OAuth.ClientSecret, consent.ClientSecret})
	}
	return nil
}

// client finds under which id the program is known to the provider: the user's own,
// the program's public one, or one that he registers now.
func (w *Wizard) client(ctx context.Context, c *Consent, provider string) (err error) {
	given := cmp.Or(w.Answers.OAuth.ClientID, PublicClient(c.Endpoints))
	if given == "" {
		w.tell(w.Words.register(c.Endpoints, provider))
	}
	if c.ClientID, err = w.ask(ctx, question{key: AskClient, pairs: []string{"provider", provider}, flag: "--oauth --client-id ID", given: given}); err != nil {
		return err
	}
	if !w.Answers.OAuth.ClientSecret.IsZero() {
		c.ClientSecret, err = w.source().Read(ctx, w.Answers.OAuth.ClientSecret)
		return err
	}
	if !c.Secret || w.Talk == nil || c.ClientID == PublicClient(c.Endpoints) {
		return nil
	}
	typed, err := w.Talk.Secret(ctx, w.Words.Say(AskClientSecret))
	c.ClientSecret = secrets.NewText(strings.TrimFunc(typed, blank))
	return err
}
