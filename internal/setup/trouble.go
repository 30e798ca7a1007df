package setup

import (
	"cmp"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strings"
	"syscall"

	"afterword/internal/secrets"
	"afterword/mailwatch"
)

// A Trouble is a kind of refusal that has a name, and a way to mend it. Each has two
// texts in the catalogue: what it is, and what to do.
type Trouble string

const (
	IMAPOff       Trouble = "imap-off"
	WantsApp      Trouble = "wants-app-password"
	SecondMissing Trouble = "second-factor-missing"
	NoConsent     Trouble = "no-consent"
	Blocked       Trouble = "blocked"
	WrongUser     Trouble = "wrong-user"
	BridgeCert    Trouble = "bridge-certificate"
	PlainOnly     Trouble = "plain-only"
	TooMany       Trouble = "too-many-connections"
	Captive       Trouble = "captive-portal"
	WrongPassword Trouble = "wrong-password"
	WantsOAuth    Trouble = "wants-oauth"
	TokenRefused  Trouble = "token-refused"
	BridgeOff     Trouble = "bridge-off"
	OwnAuthority  Trouble = "own-authority"
	WrongName     Trouble = "wrong-name"
	NoServer      Trouble = "no-server"
	Offline       Trouble = "offline"
	Silent        Trouble = "silent"
	OutOfOrder    Trouble = "out-of-order"
	NoSecret      Trouble = "no-secret"
	SaidNo        Trouble = "said-no"
	CodeLate      Trouble = "code-late"
	NoRefresh     Trouble = "no-refresh-token"
	WrongClient   Trouble = "wrong-client"
	SomethingElse Trouble = "something-else"
)

// said are the words by which servers say why they refuse, in lower case. The first
// that fits counts: who names a reason goes before who says no.
var said = []struct {
	words []string
	means Trouble
}{
	{[]string{"too many simultaneous", "too many connections", "maximum number of connections", "connection limit", "[limit]", "too many login"}, TooMany},
	{[]string{"application-specific password", "app password", "app-specific password", "application password required"}, WantsApp},
	{[]string{"2-step verification", "two-step verification", "two-factor", "2fa", "second factor", "multi-factor"}, SecondMissing},
	{[]string{"imap is disabled", "imap access is disabled", "imap disabled", "not enabled for imap", "imap4 disabled", "enable imap", "imap access", "imap is not enabled",
		"user is authenticated but not connected", "pop3/imap", "imap zugriff", "accès imap", "protocol disabled", "imap service"}, IMAPOff},
	{[]string{"basicauthblocked", "basic authentication is disabled", "basic auth", "oauth required", "logondenied-basicauth"}, WantsOAuth},
	{[]string{"web browser", "webalert", "suspicious", "unusual", "locked", "blocked", "gesperrt", "bloqué", "security reasons", "verify your identity", "unsecure app"}, Blocked},
	{[]string{"no such user", "unknown user", "user unknown", "user not found", "invalid user name", "invalid username", "user does not exist", "unknown account"}, WrongUser},
	{[]string{"invalid_token", "token expired", "expired token"}, TokenRefused},
}

// consent are marks of an organisation that lets nobody but its administrator
// consent (Microsoft's numbers, and RFC 6749, section 4.1.2.1).
var consent = []string{"aadsts65001", "aadsts90094", "aadsts90095", "aadsts900941", "consent_required", "admin approval", "admin_consent", "admin consent"}

// conditional are marks of a rule of the organisation against this way to sign in.
var conditional = []string{"aadsts53003", "aadsts53000", "aadsts50105", "aadsts530003", "conditional access"}

func containsAny(text string, words []string) bool {
	for _, word := range words {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// Diagnose names what is wrong where a server could not be used.
func (c Candidate) Diagnose(err error) Trouble {
	var refusal *mailwatch.Refusal
	if errors.As(err, &refusal) {
		if t, ok := c.heard(refusal.Said); ok {
			return t
		}
	}
	text := strings.ToLower(err.Error())
	var dns *net.DNSError
	switch {
	case containsAny(text, consent):
		return NoConsent
	case containsAny(text, conditional):
		return Blocked
	case errors.Is(err, mailwatch.ErrTLS) || errors.As(err, new(*tls.CertificateVerificationError)):
		return c.unsafe(err)
	case errors.As(err, &dns) && dns.IsNotFound && c.Provider == nil: // those of providers are there
		return NoServer
	case errors.As(err, &dns), errors.Is(err, syscall.ENETUNREACH):
		return Offline
	case errors.Is(err, secrets.ErrRevoked):
		return TokenRefused
	case errors.Is(err, mailwatch.ErrSecret):
		return NoSecret
	case errors.Is(err, mailwatch.ErrLogin):
		return c.refusedLogin(text)
	case errors.Is(err, mailwatch.ErrUnavailable):
		return OutOfOrder
	case c.here() && errors.Is(err, mailwatch.ErrLost):
		return BridgeOff
	case errors.Is(err, mailwatch.ErrTimeout):
		return Silent
	case errors.Is(err, mailwatch.ErrLost):
		return c.lost(text)
	}
	return SomethingElse
}

// heard is what a server's own words mean.
func (c Candidate) heard(words string) (Trouble, bool) {
	words = strings.ToLower(words)
	for _, s := range said {
		if containsAny(words, s.words) {
			return s.means, true
		}
	}
	return "", false
}

// refusedLogin is what a no means that names no reason: what the provider is known
// to want, before a mistake in typing.
func (c Candidate) refusedLogin(text string) Trouble {
	p := c.Provider
	switch {
	case strings.Contains(text, "does not offer plain"), strings.Contains(text, "logindisabled"):
		return WantsOAuth
	case strings.Contains(text, "does not offer"):
		return SomethingElse
	case p == nil:
		return WrongPassword
	case p.Secret == OAuth:
		return WantsOAuth
	case p.Secret == AppPassword, p.Secret == MailPassword, p.Secret == BridgePassword:
		return WantsApp
	case p.IMAP == "yes":
		return IMAPOff
	}
	return WrongPassword
}

// unsafe is why no safe connection came about.
func (c Candidate) unsafe(err error) Trouble {
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	var record tls.RecordHeaderError
	switch {
	case errors.As(err, &authority) && c.here():
		return BridgeCert
	case c.Provider != nil && (errors.As(err, &authority) || errors.As(err, &name)):
		return Captive // a known server shows another's certificate: somebody stands in between
	case errors.As(err, &authority):
		return OwnAuthority
	case errors.As(err, &name):
		return WrongName
	case errors.As(err, &record) && strings.HasPrefix(string(record.RecordHeader[:]), "HTTP"):
		return Captive
	}
	return PlainOnly
}

// lost is what the end of a connection means before anybody was heard.
func (c Candidate) lost(text string) Trouble {
	switch {
	case strings.Contains(text, "http/1") || strings.Contains(text, "<html"):
		return Captive
	case strings.Contains(text, "no greeting"):
		return WrongName
	}
	return Silent
}

// Texts says what a trouble is and how to mend it, for one account.
func (w Words) Texts(t Trouble, c Candidate, user string) (what, mend string) {
	p := Provider{Name: c.name()}
	if c.Provider != nil {
		p = *c.Provider
	}
	pairs := []string{"provider", p.Name, "host", c.Host, "server", c.String(), "user", user,
		"page", cmp.Or(p.Page, p.Help, p.IMAPPage), "imap_page", p.IMAPPage, "imap_path", p.IMAPPath, "path", p.Path}
	key := Key("mend-" + string(t))
	switch {
	case t == IMAPOff && (p.IMAPPath == "" || p.IMAPPage == ""), t == WantsApp && p.Page == "", t == WantsApp && p.Secret == MailPassword, t == WantsApp && p.Secret == BridgePassword:
		key += "-short"
	}
	return w.Say(Key("what-"+string(t)), pairs...), w.Say(key, pairs...)
}
