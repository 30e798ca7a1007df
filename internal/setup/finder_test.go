package setup

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// An internet is what a finder asks: pages by their address, and DNS.
type internet struct {
	pages map[string]string // by host and path; "→ https://…" leads on
	mx    map[string][]string
	srv   map[string][]*net.SRV // by "imaps.domain"

	mu    sync.Mutex
	asked []string
}

func (i *internet) note(what string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.asked = append(i.asked, what)
}

// RoundTrip answers for every host there is.
func (i *internet) RoundTrip(r *http.Request) (*http.Response, error) {
	i.note(r.URL.String())
	w := httptest.NewRecorder()
	page, ok := i.pages[r.URL.Host+r.URL.Path]
	switch to, leads := strings.CutPrefix(page, "→ "); {
	case !ok:
		http.NotFound(w, r)
	case leads:
		http.Redirect(w, r, to, http.StatusFound)
	case page == "silence":
		<-r.Context().Done()
		return nil, r.Context().Err()
	default:
		fmt.Fprint(w, page)
	}
	answer := w.Result()
	answer.Request = r
	return answer, nil
}

func (i *internet) LookupMX(_ context.Context, name string) (all []*net.MX, err error) {
	i.note("MX " + name)
	for _, host := range i.mx[name] {
		all = append(all, &net.MX{Host: host})
	}
	return all, nil
}

func (i *internet) LookupSRV(_ context.Context, service, proto, name string) (string, []*net.SRV, error) {
	i.note("SRV " + service + " " + name)
	return "", i.srv[service+"."+name], nil
}

func (i *internet) finder() Finder { return Finder{HTTP: &http.Client{Transport: i}, Resolver: i} }

// document is an autoconfig document with one server.
func document(host, port, socket, user string) string {
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="home.example">
<incomingServer type="pop3"><hostname>pop.home.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
<incomingServer type="imap"><hostname>%s</hostname><port>%s</port><socketType>%s</socketType>
<username>%s</username><authentication>password-cleartext</authentication></incomingServer>
</emailProvider></clientConfig>`, host, port, socket, user)
}

func TestFind(t *testing.T) {
	const auto, known, list = "autoconfig.home.example/mail/config-v1.1.xml", "home.example/.well-known/autoconfig/mail/config-v1.1.xml", "autoconfig.thunderbird.net/v1.1/home.example"
	for _, c := range []struct {
		name     string
		internet *internet
		want     string // host:port tls source users
		foreign  bool
	}{
		{"nothing: a usual name", &internet{}, "imap.home.example:993 tls guess robin@home.example", false},
		{"autoconfig", &internet{pages: map[string]string{auto: document("imap.home.example", "993", "SSL", "%EMAILADDRESS%")}}, "imap.home.example:993 tls autoconfig robin@home.example", false},
		{"the other place", &internet{pages: map[string]string{known: document("%EMAILDOMAIN%", "143", "STARTTLS", "%EMAILLOCALPART%")}}, "home.example:143 starttls autoconfig robin", false},
		{"it leads on", &internet{pages: map[string]string{auto: "→ https://elsewhere.example/x", "elsewhere.example/x": document("imap.home.example", "993", "SSL", "")}}, "imap.home.example:993 tls autoconfig robin@home.example", false},
		{"it leads on without encryption", &internet{pages: map[string]string{auto: "→ http://elsewhere.example/x", "elsewhere.example/x": document("bad.example", "993", "SSL", "")}}, "imap.home.example:993 tls guess robin@home.example", false},
		{"a page of HTML", &internet{pages: map[string]string{auto: "<!DOCTYPE html><p>Log in to the Wi-Fi<br>"}}, "imap.home.example:993 tls guess robin@home.example", false},
		{"no XML", &internet{pages: map[string]string{auto: strings.Repeat("<a>", 100_000)}}, "imap.home.example:993 tls guess robin@home.example", false},
		{"plain text only", &internet{pages: map[string]string{auto: document("imap.home.example", "143", "plain", "")}}, "imap.home.example:993 tls guess robin@home.example", false},
		{"a host that is none", &internet{pages: map[string]string{auto: document("imap home/example", "993", "SSL", "")}}, "imap.home.example:993 tls guess robin@home.example", false},
		{"a port that is none", &internet{pages: map[string]string{auto: document("imap.home.example", "99999", "SSL", "")}}, "imap.home.example:993 tls guess robin@home.example", false},
		{"the public list", &internet{pages: map[string]string{list: document("mail.home.example", "993", "SSL", "%EMAILADDRESS%")}}, "mail.home.example:993 tls ispdb robin@home.example", false},
		{"autoconfig goes before the list", &internet{pages: map[string]string{auto: document("a.home.example", "993", "SSL", ""), list: document("b.home.example", "993", "SSL", "")}}, "a.home.example:993 tls autoconfig robin@home.example", false},
		{"DNS, in the domain", &internet{srv: map[string][]*net.SRV{"imaps.home.example": {{Target: "mx.home.example.", Port: 993}}}}, "mx.home.example:993 tls srv robin@home.example", false},
		{"DNS, elsewhere", &internet{srv: map[string][]*net.SRV{"imap.home.example": {{Target: "mail.host.example.", Port: 143}}}}, "mail.host.example:143 starttls srv robin@home.example", true},
		{"DNS, there is none", &internet{srv: map[string][]*net.SRV{"imaps.home.example": {{Target: ".", Port: 0}}}}, "imap.home.example:993 tls guess robin@home.example", false},
		{"DNS, at a known provider", &internet{srv: map[string][]*net.SRV{"imaps.home.example": {{Target: "imap.fastmail.com.", Port: 993}}}}, "imap.fastmail.com:993 tls srv robin@home.example", false},
		{"the mail goes to Google", &internet{mx: map[string][]string{"home.example": {"aspmx.l.google.com."}}}, "imap.gmail.com:993 tls mx robin@home.example", false},
		{"the mail goes to a host in the list", &internet{mx: map[string][]string{"home.example": {"mx1.host.example."}},
			pages: map[string]string{"autoconfig.thunderbird.net/v1.1/host.example": document("imap.host.example", "993", "SSL", "%EMAILADDRESS%")}}, "imap.host.example:993 tls mx robin@home.example", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := c.internet.finder().Find(t.Context(), "robin@home.example")
			if len(found.Candidates) == 0 {
				t.Fatal("nothing")
			}
			first := found.Candidates[0]
			if got := fmt.Sprintf("%s %s %s %s", first.Server, first.TLS, first.Source, strings.Join(first.Users, ",")); got != c.want || first.Foreign != c.foreign {
				t.Errorf("found %s (foreign: %v), want %s", got, first.Foreign, c.want)
			}
			if strings.Contains(c.name, "plain") && found.Clear != "imap.home.example" {
				t.Errorf("clear is %q", found.Clear)
			}
			for _, asked := range c.internet.asked {
				if strings.Contains(asked, "robin") || strings.HasPrefix(asked, "http:") {
					t.Errorf("asked for %s", asked)
				}
			}
		})
	}
}

// What is in the table needs no network at all.
func TestFindInTheTable(t *testing.T) {
	var i internet
	for domain, want := range map[string]string{"gmail.com": "imap.gmail.com:993", "GMX.de": "imap.gmx.net:993", "proton.me": "127.0.0.1:1143"} {
		found := i.finder().Find(t.Context(), "robin@"+domain)
		if len(found.Candidates) == 0 || found.Candidates[0].String() != want {
			t.Errorf("%s: %v", domain, found.Candidates)
		}
	}
	if found := i.finder().Find(t.Context(), "robin@"+"tuta.com"); found.Without == nil || len(found.Candidates) > 0 {
		t.Errorf("%v", found)
	}
	if len(i.asked) > 0 {
		t.Errorf("asked for %q", i.asked)
	}
}

// A source that does not answer holds the others up for its time and no longer.
func TestFindDoesNotWait(t *testing.T) {
	i := internet{pages: map[string]string{"autoconfig.home.example/mail/config-v1.1.xml": "silence", "autoconfig.thunderbird.net/v1.1/home.example": document("imap.home.example", "993", "SSL", "")}}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if found := i.finder().Find(ctx, "robin@home.example"); found.Candidates[0].Source != FromISPDB {
		t.Errorf("%+v", found.Candidates[0])
	}
}

// Of the address of a department, the organisation's servers are guessed too.
func TestGuesses(t *testing.T) {
	var hosts []string
	for _, c := range guesses("stud.uni.example", "robin@stud.uni.example") {
		hosts = append(hosts, c.Host)
	}
	if all := strings.Join(hosts, " "); !strings.Contains(all, "imap.stud.uni.example") || !strings.Contains(all, "mail.uni.example") {
		t.Error(all)
	}
}

func FuzzAutoconfig(f *testing.F) {
	f.Add(document("imap.home.example", "993", "SSL", "%EMAILADDRESS%"))
	f.Add("<clientConfig><emailProvider><incomingServer type='imap'/>")
	f.Fuzz(func(t *testing.T, doc string) {
		for _, c := range autoconfig([]byte(doc), FromAutoconfig, "robin@home.example").Candidates {
			if !isHost(c.Host) || c.Port < 1 || c.Port > 65535 || c.TLS != "tls" && c.TLS != "starttls" || len(c.Users) != 1 || strings.ContainsAny(c.Users[0], "\r\n\x00") {
				t.Errorf("%+v", c)
			}
		}
	})
}
