package setup

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const mostAnswers = 12

// TestProviders plays providers by name: what they offer, how they refuse, what their
// mailboxes are called. Each ends in a config that works, or in a sentence that says
// what to do.
func TestProviders(t *testing.T) {
	const app, typed = "abcdefghijklmnop", "abcd\u00a0efgh\u00a0ijkl\u00a0mnop"
	gmailBoxes := []string{`(\HasNoChildren) "/" INBOX`, `(\All) "/" "[Gmail]/Alle Nachrichten"`, `(\Drafts) "/" "[Gmail]/Entw&APw-rfe"`, `(\Sent) "/" "[Gmail]/Gesendet"`, `(\Trash) "/" "[Gmail]/Papierkorb"`}
	name := "your name: Robin Winter"
	for _, c := range []struct {
		name, domain string
		host         string // and port, that is played
		server       *played
		internet     *internet
		answers      []string
		change       func(*Wizard)
		check        func(*testing.T, *Wizard, *typist, *played) // of a config; nil where there is none
		trouble      Trouble
		says         []string
	}{
		{name: "Gmail, with the usual password first", domain: "gmail.com", host: "imap.gmail.com:993",
			server: &played{caps: "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR X-GM-EXT-1 UIDPLUS MOVE IDLE", boxes: gmailBoxes,
				login: takes("robin@"+"gmail.com", app, "NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)")},
			answers: []string{"app password: hunter2", "app password: " + typed, name},
			says:    []string{"myaccount.google.com/apppasswords", "2-Step Verification", "not the one that you log in with", `Drafts go to "[Gmail]/Entwürfe"`},
			check:   func(t *testing.T, w *Wizard, y *typist, p *played) {}},
		{name: "a company at Google", domain: "acme.example", host: "imap.gmail.com:993",
			server: &played{caps: "IMAP4rev1 AUTH=PLAIN SASL-IR X-GM-EXT-1", boxes: gmailBoxes,
				login: func(string, string) string {
					return "NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)"
				}},
			internet: &internet{mx: map[string][]string{"acme.example": {"aspmx.l.google.com."}}},
			answers:  slices.Repeat([]string{"app password: " + app}, mostTries), trouble: IMAPOff, says: []string{"administrator", "POP and IMAP access"}},
		{name: "iCloud, by the local part", domain: "icloud.com", host: "imap.mail.me.com:993",
			server: &played{caps: "IMAP4rev1 AUTH=PLAIN SASL-IR", boxes: []string{`() "/" INBOX`, `(\Drafts) "/" Drafts`, `(\Sent) "/" "Sent Messages"`, `(\Trash) "/" "Deleted Messages"`},
				login: takes("robin", "abcd-efgh-ijkl-mnop", "NO [AUTHENTICATIONFAILED] Authentication Failed")},
			answers: []string{"app password: abcd-efgh-ijkl-mnop ", name},
			check: func(t *testing.T, w *Wizard, y *typist, p *played) {
				if a := account(t, w); a.IMAP.Username != "robin" {
					t.Errorf("user name %q", a.IMAP.Username)
				}
			}},
		{name: "Yahoo, whose Drafts is Draft", domain: "yahoo.com", host: "imap.mail.yahoo.com:993",
			server: &played{caps: "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR", boxes: []string{`() "/" INBOX`, `() "/" Draft`, `() "/" Sent`, `() "/" Trash`, `() "/" Bulk`},
				login: takes("robin@"+"yahoo.com", app, "NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials")},
			answers: []string{"app password: abcd efgh ijkl mnop", name}, says: []string{`Drafts go to "Draft"`, "External connections"},
			check: func(t *testing.T, w *Wizard, y *typist, p *played) {}},
		{name: "GMX, where IMAP is off at first", domain: "gmx.de", host: "imap.gmx.net:993",
			server: func() *played {
				p := &played{caps: "IMAP4rev1 AUTH=PLAIN SASL-IR", boxes: []string{`() "/" INBOX`, `(\Drafts) "/" "Entw&APw-rfe"`, `(\Sent) "/" Gesendet`, `(\Trash) "/" Papierkorb`}}
				p.login = func(user, secret string) string {
					if len(p.users) > 1 && secret == "hunter2" {
						return "OK"
					}
					return "NO [AUTHENTICATIONFAILED] authentication failed"
				}
				return p
			}(),
			answers: []string{"password: hunter2", "password: hunter2", name}, says: []string{"POP3 und IMAP Zugriff erlauben", "switched off", "same password"},
			check: func(t *testing.T, w *Wizard, y *typist, p *played) {}},
		{name: "WEB.DE, by the local part, refused for a strange login", domain: "web.de", host: "imap.web.de:993",
			server:  &played{caps: "IMAP4rev1", boxes: ordinary, login: func(string, string) string { return "NO [ALERT] account is locked, please log in via your web browser" }},
			answers: slices.Repeat([]string{"password: hunter2"}, mostTries), trouble: Blocked, says: []string{"log in once in the browser"}},
		{name: "T-Online, with the password of the customer centre first", domain: "t-online.de", host: "secureimap.t-online.de:993",
			server:  &played{caps: "IMAP4rev1 AUTH=PLAIN", boxes: []string{`() "." INBOX`, `() "." INBOX.Drafts`, `() "." INBOX.Sent`, `() "." INBOX.Trash`}, login: takes("robin@"+"t-online.de", "formail", "NO Login failed")},
			answers: []string{"mail programs: web", "mail programs: formail", name}, says: []string{"Passwort für E-Mail-Programme", "second one for mail programs"},
			check: func(t *testing.T, w *Wizard, y *typist, p *played) {}},
		{name: "Fastmail, without two-factor authentication", domain: "fastmail.com", host: "imap.fastmail.com:993",
			server:  &played{caps: "IMAP4rev1 AUTH=PLAIN SASL-IR", boxes: ordinary, login: takes("robin@"+"fastmail.com", app, "NO [AUTHENTICATIONFAILED] Incorrect username, password or access token")},
			answers: []string{"app password: " + app, name}, check: func(t *testing.T, w *Wizard, y *typist, p *played) {}},
		{name: "Posteo, with too many connections", domain: "posteo.de", host: "posteo.de:993",
			server:  &played{caps: "IMAP4rev1", boxes: ordinary, login: func(string, string) string { return "NO [LIMIT] Too many simultaneous connections from your IP" }},
			answers: []string{"app password: " + app}, trouble: TooMany, says: []string{"wait a few minutes"}},
		{name: "Proton, with Bridge's own certificate", domain: "proton.me", host: "127.0.0.1:1143",
			server:  &played{caps: "IMAP4rev1 AUTH=PLAIN", boxes: []string{`() "/" INBOX`, `(\Drafts) "/" Drafts`, `(\Sent) "/" Sent`, `(\Trash) "/" Trash`, `(\All) "/" "All Mail"`}, alone: true, login: takes("robin@"+"proton.me", "bridge", "NO no such user")},
			answers: []string{"certificate: yes", "bridge password: bridge", name}, says: []string{"SHA-256", "Bridge"},
			check: func(t *testing.T, w *Wizard, y *typist, p *played) {
				if a := account(t, w); a.IMAP.TLS != "starttls" || a.IMAP.Port != 1143 || !strings.HasSuffix(a.IMAP.CAFile, ".pem") {
					t.Errorf("%+v", a.IMAP)
				}
			}},
		{name: "Proton, with Bridge not running", domain: "proton.me", trouble: BridgeOff, says: []string{"start the program"}},
		{name: "Orange, whose Sent is OUTBOX", domain: "orange.fr", host: "imap.orange.fr:993",
			server:  &played{caps: "IMAP4rev1 AUTH=PLAIN", boxes: []string{`() "/" INBOX`, `() "/" DRAFT`, `() "/" OUTBOX`, `() "/" TRASH`}, login: takes("robin@"+"orange.fr", app, "NO LOGIN failed")},
			answers: []string{"app password: " + app, "sent: OUTBOX", name},
			check: func(t *testing.T, w *Wizard, y *typist, p *played) {
				if a := account(t, w); a.Mailboxes.Sent != "OUTBOX" {
					t.Errorf("%+v", a.Mailboxes)
				}
			}},
		{name: "Tuta, which has no IMAP", domain: "tuta.com", trouble: NoServer, says: []string{"no IMAP", "forward"}},
		{name: "a university, whose user name is a number", domain: "stud.uni.example", host: "imap.uni.example:993",
			server:  &played{caps: "IMAP4rev1 AUTH=PLAIN", boxes: ordinary, login: takes("ab1234", "hunter2", "NO [AUTHENTICATIONFAILED] no")},
			answers: []string{"password: hunter2", "password: hunter2", "log in with: ab1234", "password: hunter2", name},
			check: func(t *testing.T, w *Wizard, y *typist, p *played) {
				if a := account(t, w); a.IMAP.Username != "ab1234" {
					t.Errorf("user name %q", a.IMAP.Username)
				}
			}},
		{name: "a small provider without encryption", domain: "small.example", host: "imap.small.example:143", server: &played{caps: "IMAP4rev1", clear: true},
			change: func(w *Wizard) { w.Answers.Host, w.Answers.Port, w.Answers.TLS = "imap.small.example", 143, "starttls" }, trouble: PlainOnly, says: []string{"in the clear"}},
		{name: "Gmail, behind a captive portal", domain: "gmail.com", host: "imap.gmail.com:993", server: &played{caps: "IMAP4rev1", named: "portal.hotel.example"},
			trouble: Captive, says: []string{"log in to the network"}},
		{name: "a page of HTML where a mail server should be", domain: "home.example", host: "imap.home.example:143", server: &played{greet: "HTTP/1.1 302 Found\r\nLocation: http://portal.example\r\n\r\n"},
			change: func(w *Wizard) { w.Answers.Host, w.Answers.TLS = "imap.home.example", "starttls" }, trouble: Captive},
		{name: "a server that nobody vouches for", domain: "home.example", host: "mail.home.example:993", server: &played{caps: "IMAP4rev1", alone: true},
			change: func(w *Wizard) { w.Answers.Host = "mail.home.example" }, trouble: OwnAuthority, says: []string{"--ca-file"}},
		{name: "a mistyped domain", domain: "Gmial.com", trouble: NoServer, says: []string{"do you mean robin@" + "gmail.com?"}},
		{name: "nothing is found", domain: "nowhere.example", trouble: NoServer, says: []string{"--host"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := &network{t: t, authority: newAuthority(t), servers: map[string]*played{}}
			if c.host != "" {
				n.servers[c.host] = c.server
			}
			if c.internet == nil {
				c.internet = &internet{}
			}
			w, y := wizard(t, n, c.internet, append([]string{"mail address: robin@" + c.domain}, c.answers...)...)
			if c.change != nil {
				c.change(w)
			}
			_, err := w.Run(t.Context())
			told := y.said.String()
			if err != nil {
				var h interface{ Hint() string }
				told += err.Error() + "\n"
				if errors.As(err, &h) {
					told += h.Hint() + "\n"
				}
			}
			for _, words := range c.says {
				if !strings.Contains(told, words) {
					t.Errorf("it does not say %q", words)
				}
			}
			if c.trouble != "" {
				var f Failed
				if !errors.As(err, &f) || f.Trouble != c.trouble || f.What == "" || f.Mend == "" {
					t.Errorf("%v (%q), want %s", err, f.Trouble, c.trouble)
				}
				if left := files(t, filepath.Dir(w.Path)); len(left) > 0 {
					t.Errorf("it left %q", left)
				}
			} else if err != nil {
				t.Error(err)
			} else {
				a := account(t, w)
				if a.FromName != "Robin Winter" || a.Zone != "Europe/Berlin" || a.Holidays != "DE" {
					t.Errorf("%+v", a)
				}
				c.check(t, w, y, c.server)
				if y.asked > mostAnswers {
					t.Errorf("%d answers", y.asked)
				}
			}
			if strings.Contains(told, "{") || strings.Contains(told, "hunter2\n? ") {
				t.Error("a placeholder, or a secret")
			}
			if t.Failed() {
				t.Log(told)
			}
		})
	}
}

// files are all files in a folder, by their names.
func files(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestMicrosoft plays a login in the browser: the user's own registration, then the
// mail server with the token; and an organisation that lets nobody consent.
func TestMicrosoft(t *testing.T) {
	for name, c := range map[string]struct {
		refuse  url.Values
		token   func(string, string) string
		trouble Trouble
		says    string
	}{
		"it works":          {token: takes("robin@"+"outlook.com", "access-1", "NO AUTHENTICATE failed.")},
		"no consent":        {refuse: url.Values{"error": {"access_denied"}, "error_description": {"AADSTS90094: needs admin approval"}}, trouble: NoConsent, says: "adminconsent?client_id=afterword-test"},
		"the user says no":  {refuse: url.Values{"error": {"access_denied"}}, trouble: SaidNo, says: "Accept"},
		"a rule forbids it": {refuse: url.Values{"error": {"interaction_required"}, "error_description": {"AADSTS53003: blocked by Conditional Access"}}, trouble: Blocked},
		"IMAP is off":       {token: func(string, string) string { return "NO User is authenticated but not connected." }, trouble: IMAPOff, says: "Let devices and apps use IMAP"},
	} {
		t.Run(name, func(t *testing.T) {
			provider := newStandIn()
			provider.refuse = c.refuse
			n := &network{t: t, authority: newAuthority(t), servers: map[string]*played{
				"outlook.office365.com:993": {caps: "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR", boxes: ordinary, token: c.token,
					login: func(string, string) string { return "NO LOGIN failed." }},
			}}
			w, y := wizard(t, n, &internet{}, "mail address: robin@"+"outlook.com", "client id: afterword-test", "your name: Robin Winter")
			w.HTTP = provider.consent().HTTP
			w.Browse = func(_ context.Context, address string) error {
				u, err := url.Parse(address)
				if err != nil || u.Host != "login.microsoftonline.com" {
					t.Errorf("opened %s", address)
				}
				go provider.browse(t, nil)(strings.NewReplacer("robin%40"+"outlook.com", "robin%40home.example", url.QueryEscape(microsoftScope), "imap+offline").Replace(address))
				return nil
			}
			_, err := w.Run(t.Context())
			told := y.said.String()
			var f Failed
			if errors.As(err, &f) {
				told += f.What + "\n" + f.Mend
			}
			if f.Trouble != c.trouble || !strings.Contains(told, c.says) {
				t.Errorf("%v (%q), want %q and %q:\n%s", err, f.Trouble, c.trouble, c.says, told)
			}
			if c.trouble != "" {
				return
			}
			a := account(t, w)
			if a.IMAP.OAuth.ClientID != "afterword-test" || !strings.HasSuffix(a.IMAP.OAuth.RefreshToken.File, "token-robin@"+"outlook.com") {
				t.Errorf("%+v", a.IMAP.OAuth)
			}
			if kept, err := w.source().Read(t.Context(), a.IMAP.OAuth.RefreshToken); err != nil || kept.Reveal() != "refresh-1" {
				t.Errorf("%q, %v", kept.Reveal(), err)
			}
			if !strings.Contains(told, "entra.microsoft.com") || y.asked > mostAnswers {
				t.Errorf("%d answers:\n%s", y.asked, told)
			}
		})
	}
}

const microsoftScope = "https://outlook.office.com/IMAP.AccessAsUser.All offline_access"
