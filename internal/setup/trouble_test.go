package setup

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"

	"afterword/mailwatch"
)

// TestDiagnose holds what the usual refusals are called, each in the words of servers
// and as errors come from a connection.
func TestDiagnose(t *testing.T) {
	at := func(id string) Candidate {
		for _, p := range Providers() {
			if p.ID == id {
				return ofProvider(p, FromTable, "robin@home.example")[0]
			}
		}
		t.Fatal(id)
		return Candidate{}
	}
	own := Candidate{Server: Server{"imap.home.example", 993, "tls"}}
	here := Candidate{Server: Server{"127.0.0.1", 1143, "starttls"}}
	refused := func(word error, said string) error {
		return fmt.Errorf("connect: %w", &mailwatch.Refusal{Word: word, Said: said})
	}
	unsafe := func(err error) error {
		return fmt.Errorf("%w: %w", mailwatch.ErrTLS, &tls.CertificateVerificationError{Err: err})
	}
	for _, c := range []struct {
		at   Candidate
		err  error
		want Trouble
	}{
		{at("gmail"), refused(mailwatch.ErrLogin, "[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)"), WantsApp},
		{at("gmail"), refused(mailwatch.ErrLogin, "[AUTHENTICATIONFAILED] Invalid credentials (Failure)"), WantsApp},
		{at("google-workspace"), refused(mailwatch.ErrLogin, "[ALERT] Your domain policies require 2-Step Verification"), SecondMissing},
		{at("gmail"), refused(mailwatch.ErrLogin, "[WEBALERT https://accounts.google.com/x] Web login required."), Blocked},
		{at("gmail"), refused(mailwatch.ErrUnavailable, "[LIMIT] Too many simultaneous connections. (Failure)"), TooMany},
		{at("gmx"), refused(mailwatch.ErrLogin, "[AUTHENTICATIONFAILED] authentication failed"), IMAPOff},
		{at("outlook.com"), refused(mailwatch.ErrLogin, "LOGIN failed."), WantsOAuth},
		{at("microsoft365"), refused(mailwatch.ErrLogin, "User is authenticated but not connected."), IMAPOff},
		{at("microsoft365"), Refused{"access_denied", "AADSTS65001: The user or administrator has not consented"}, NoConsent},
		{at("microsoft365"), Refused{"interaction_required", "AADSTS53003: Access has been blocked by Conditional Access policies"}, Blocked},
		{at("t-online"), refused(mailwatch.ErrLogin, "Login failed"), WantsApp},
		{at("zoho"), refused(mailwatch.ErrLogin, "[ALERT] You are yet to enable IMAP for your account."), IMAPOff},
		{own, refused(mailwatch.ErrLogin, "[AUTHENTICATIONFAILED] no such user"), WrongUser},
		{own, refused(mailwatch.ErrLogin, "[AUTHENTICATIONFAILED] Authentication failed."), WrongPassword},
		{own, refused(mailwatch.ErrUnavailable, "[UNAVAILABLE] Temporary authentication failure"), OutOfOrder},
		{own, refused(mailwatch.ErrTLS, "unknown command"), PlainOnly},
		{own, fmt.Errorf("%w: the server does not offer PLAIN", mailwatch.ErrLogin), WantsOAuth},
		{own, unsafe(x509.UnknownAuthorityError{}), OwnAuthority},
		{own, unsafe(x509.HostnameError{Certificate: &x509.Certificate{}, Host: "x"}), WrongName},
		{here, unsafe(x509.UnknownAuthorityError{}), BridgeCert},
		{at("gmail"), unsafe(x509.UnknownAuthorityError{}), Captive},
		{at("gmail"), unsafe(x509.HostnameError{Certificate: &x509.Certificate{}, Host: "x"}), Captive},
		{own, fmt.Errorf("%w: %q is no greeting of an IMAP server", mailwatch.ErrLost, "HTTP/1.1 302 Found"), Captive},
		{here, fmt.Errorf("%w: connection refused", mailwatch.ErrLost), BridgeOff},
		{own, mailwatch.ErrTimeout, Silent},
		{own, fmt.Errorf("%w: %w", mailwatch.ErrLost, &net.DNSError{Name: "x", IsNotFound: true}), NoServer},
		{own, fmt.Errorf("%w: %w", mailwatch.ErrLost, &net.DNSError{Name: "x", IsTemporary: true}), Offline},
		{at("gmail"), fmt.Errorf("%w: %w", mailwatch.ErrLost, &net.DNSError{Name: "x", IsNotFound: true}), Offline},
		{own, fmt.Errorf("%w: no such file", mailwatch.ErrSecret), NoSecret},
		{own, errors.New("odd"), SomethingElse},
	} {
		got := c.at.Diagnose(c.err)
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.err, got, c.want)
		}
		for _, language := range Languages {
			what, mend := Speak(language).Texts(got, c.at, "robin@home.example")
			if what == "" || mend == "" || strings.ContainsAny(what+mend, "{}") || strings.Contains(what+mend, "()") || strings.Contains(what+mend, "  ") {
				t.Errorf("%s, %s: %q, %q", got, language, what, mend)
			}
		}
	}
}

// TestInTheKeyring keeps what was typed in the keyring where that works, and in a file
// where it does not.
func TestInTheKeyring(t *testing.T) {
	for name, k := range map[string]*ring{"works": {}, "locked": {fails: errors.New("failed to unlock correct collection")}} {
		n := &network{t: t, authority: newAuthority(t), servers: map[string]*played{
			"imap.home.example:993": {caps: "IMAP4rev1", boxes: ordinary, login: takes("robin@home.example", "hunter2", "NO no")}}}
		w, y := wizard(t, n, &internet{}, "mail address: robin@home.example", "password: hunter2", "your name: Robin Winter")
		w.Answers.Keyring, w.Keyring = nil, k
		if _, err := w.Run(t.Context()); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, y.said.String())
		}
		a := account(t, w)
		if a.IMAP.Password.Keyring != (k.fails == nil) {
			t.Errorf("%s: %+v\n%s", name, a.IMAP.Password, y.said.String())
		}
		secret, err := w.source().Read(context.Background(), a.IMAP.Password)
		if err != nil || secret.Reveal() != "hunter2" {
			t.Errorf("%s: %q, %v", name, secret.Reveal(), err)
		}
		yes := true
		if w.Answers.Keyring = &yes; k.fails != nil {
			w.Path += ".other"
			y.answers = []string{"mail address: robin@home.example", "password: hunter2", "your name: Robin Winter"}
			if _, err := w.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "--keyring") {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// A ring is a keyring in memory.
type ring struct {
	entries map[string]string
	fails   error
}

func (r *ring) Get(entry string) (string, error) { return r.entries[entry], r.fails }

func (r *ring) Set(entry, secret string) error {
	if r.entries == nil {
		r.entries = map[string]string{}
	}
	r.entries[entry] = secret
	return r.fails
}

func (r *ring) Delete(entry string) error {
	delete(r.entries, entry)
	return r.fails
}
