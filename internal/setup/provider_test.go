package setup

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

// TestTable holds that the table can be used: every row has a way in or says that
// there is none, no domain is in two rows, and every address of a page is https.
func TestTable(t *testing.T) {
	if n := len(Providers()); n < 40 {
		t.Fatalf("%d providers", n)
	}
	ids, domains := map[string]bool{}, map[string]string{}
	largest := 0
	for _, p := range Providers() {
		if p.ID == "" || p.Name == "" || ids[p.ID] {
			t.Errorf("%q: no name, or twice", p.ID)
		}
		ids[p.ID] = true
		for _, d := range p.Domains {
			if d != strings.ToLower(d) || domains[d] != "" {
				t.Errorf("%s: domain %q is not in lower case, or %s has it too", p.ID, d, domains[d])
			}
			domains[d] = p.ID
		}
		if len(p.Domains)+len(p.MX) == 0 {
			t.Errorf("%s is known by nothing", p.ID)
		}
		if (p.Secret == NoIMAP) != (p.Host == "") {
			t.Errorf("%s: secret %q and host %q", p.ID, p.Secret, p.Host)
		}
		if servers := p.Servers(); len(servers) != len(p.Instead)+min(1, len(p.Host)) {
			t.Errorf("%s: %v of %q and %q", p.ID, servers, p.Host, p.Instead)
		}
		if !slices.Contains([]Secret{Password, AppPassword, MailPassword, BridgePassword, OAuth, NoIMAP}, p.Secret) {
			t.Errorf("%s: secret %q", p.ID, p.Secret)
		}
		if p.Secret == OAuth && (p.OAuth.Authorize == "" || p.OAuth.Token == "" || p.OAuth.Scope == "") {
			t.Errorf("%s: no endpoints", p.ID)
		}
		for _, form := range p.User {
			if form != "address" && form != "local" {
				t.Errorf("%s: user %q", p.ID, form)
			}
		}
		for _, page := range []string{p.Page, p.Help, p.IMAPPage, p.OAuth.Authorize, p.OAuth.Device, p.OAuth.Token} {
			if u, err := url.Parse(page); page != "" && (err != nil || u.Scheme != "https" || u.Host == "") {
				t.Errorf("%s: page %q", p.ID, page)
			}
		}
		for _, said := range []string{p.Second, p.IMAP} {
			if said != "" && said != "yes" && said != "maybe" {
				t.Errorf("%s: %q", p.ID, said)
			}
		}
		if len(p.Sees) > 0 {
			largest++
		}
	}
	if largest != 10 {
		t.Errorf("%d providers say what a person sees, want the ten largest", largest)
	}
}

func TestByMX(t *testing.T) {
	for exchanger, want := range map[string]string{
		"aspmx.l.google.com.":                         "google-workspace",
		"school-example.mail.protection.outlook.com.": "microsoft365",
		"x.olc.protection.outlook.com":                "outlook.com",
		"mta5.am0.yahoodns.net.":                      "yahoo",
		"mx-aol.mail.gm0.yahoodns.net.":               "aol",
		"in1-smtp.messagingengine.com.":               "fastmail",
		"notgoogle.com.":                              "",
		"google.com.evil.example.":                    "",
	} {
		if got, _ := byMX(exchanger); got.ID != want {
			t.Errorf("%s: %q, want %q", exchanger, got.ID, want)
		}
	}
}
