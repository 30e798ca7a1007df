package setup

import (
	"context"
	"errors"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"afterword/internal/config"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// How long one source may take to answer, and how much.
const (
	sourceTime  = 5 * time.Second
	answerBytes = 256 << 10
)

// A Resolver looks names up; *net.Resolver is one.
type Resolver interface {
	LookupMX(ctx context.Context, name string) ([]*net.MX, error)
	LookupSRV(ctx context.Context, service, proto, name string) (string, []*net.SRV, error)
}

// A Finder finds the server of a domain. The zero Finder asks the Internet.
type Finder struct {
	HTTP     *http.Client // nil for one of its own
	Resolver Resolver     // nil for the system's
}

// A Source says how a server was found.
type Source string

const (
	FromYou        Source = "you"
	FromTable      Source = "table"      // the program's own
	FromAutoconfig Source = "autoconfig" // published by the provider
	FromISPDB      Source = "ispdb"      // Thunderbird's public list
	FromSRV        Source = "srv"        // RFC 6186
	FromMX         Source = "mx"         // the domain's mail goes to a provider of the table
	FromGuess      Source = "guess"      // a usual name in the domain
)

// A Candidate is a server that may be the one.
type Candidate struct {
	Server
	Source   Source
	Provider *Provider // what is known of whoever runs it; nil for nothing
	Users    []string  // names that may log in, in turn
	// Foreign is set where DNS alone says that a server of another domain is meant:
	// the user has to say yes (RFC 6186, section 6).
	Foreign bool
}

// A Found is what is known after looking.
type Found struct {
	Candidates []Candidate // the best first
	// Without is the provider of the address where it offers no IMAP.
	Without *Provider
	// Clear is set where a source knows a server that speaks without encryption only.
	Clear string
}

// Find returns the servers that may hold the mail of an address. Of the address
// only the domain leaves this computer. Not to find one is no error.
func (f Finder) Find(ctx context.Context, address string) Found {
	domain := domainOf(address)
	if p, ok := ByDomain(domain); ok {
		if p.Secret == NoIMAP {
			return Found{Without: &p}
		}
		return Found{Candidates: ofProvider(p, FromTable, address)}
	}
	ascii, err := idna.Lookup.ToASCII(domain)
	if err != nil {
		return Found{}
	}
	sources := []func(context.Context) Found{
		func(ctx context.Context) Found {
			return f.ask(ctx, "https://autoconfig."+ascii+"/mail/config-v1.1.xml", FromAutoconfig, address)
		},
		func(ctx context.Context) Found {
			return f.ask(ctx, "https://"+ascii+"/.well-known/autoconfig/mail/config-v1.1.xml", FromAutoconfig, address)
		},
		func(ctx context.Context) Found { return f.ask(ctx, ispdb+ascii, FromISPDB, address) },
		func(ctx context.Context) Found { return f.srv(ctx, ascii, address) },
		func(ctx context.Context) Found { return f.mx(ctx, ascii, address) },
	}
	answers := make([]Found, len(sources))
	ctx, cancel := context.WithTimeout(ctx, 2*sourceTime)
	defer cancel()
	var group sync.WaitGroup
	for i, ask := range sources {
		group.Go(func() { answers[i] = ask(ctx) })
	}
	group.Wait()
	var all Found
	for _, a := range append(answers, Found{Candidates: guesses(ascii, address)}) {
		if all.Without == nil && len(all.Candidates) == 0 {
			all.Without = a.Without
		}
		if all.Clear == "" {
			all.Clear = a.Clear
		}
		for _, c := range a.Candidates {
			if !slices.ContainsFunc(all.Candidates, func(have Candidate) bool { return have.Server == c.Server }) {
				all.Candidates = append(all.Candidates, c)
			}
		}
	}
	return all
}

// ispdb is Thunderbird's public list. Only a domain is asked for.
const ispdb = "https://autoconfig.thunderbird.net/v1.1/"

func domainOf(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}

func ofProvider(p Provider, source Source, address string) []Candidate {
	var all []Candidate
	for _, s := range p.Servers() {
		all = append(all, Candidate{Server: s, Source: source, Provider: &p, Users: p.users(address)})
	}
	return all
}

// known adds what the table knows of whoever runs a server.
func (c Candidate) known() Candidate {
	if p, ok := ByHost(c.Host); ok && c.Provider == nil {
		c.Provider = &p
	}
	return c
}

// errPlainHTTP ends a redirect that would go on without encryption.
var errPlainHTTP = errors.New("it leads to an address without https")

func (f Finder) client() *http.Client {
	c := http.Client{}
	if f.HTTP != nil {
		c = *f.HTTP
	}
	c.Timeout = sourceTime
	c.CheckRedirect = func(r *http.Request, via []*http.Request) error {
		if r.URL.Scheme != "https" {
			return errPlainHTTP
		}
		if len(via) > 5 {
			return errors.New("it leads on and on")
		}
		return nil
	}
	return &c
}

func (f Finder) resolver() Resolver {
	if f.Resolver == nil {
		return net.DefaultResolver
	}
	return f.Resolver
}

// srv asks DNS as RFC 6186 has it, section 3.2: _imaps before _imap, and a target
// of "." means that there is none.
func (f Finder) srv(ctx context.Context, domain, address string) Found {
	ctx, cancel := context.WithTimeout(ctx, sourceTime)
	defer cancel()
	var found Found
	for _, service := range []struct{ name, tls string }{{"imaps", "tls"}, {"imap", "starttls"}} {
		_, records, err := f.resolver().LookupSRV(ctx, service.name, "tcp", domain)
		if err != nil {
			continue
		}
		for _, r := range records {
			host := strings.ToLower(strings.TrimSuffix(r.Target, "."))
			if !isHost(host) || r.Port == 0 {
				continue
			}
			c := Candidate{Server: Server{host, int(r.Port), service.tls}, Source: FromSRV, Users: []string{address}}.known()
			c.Foreign = c.Provider == nil && site(host) != site(domain)
			found.Candidates = append(found.Candidates, c)
		}
	}
	return found
}

// mx asks to whom the domain's mail goes: a provider of the table, else one that the
// public list knows by the exchanger's own domain.
func (f Finder) mx(ctx context.Context, domain, address string) Found {
	looking, cancel := context.WithTimeout(ctx, sourceTime)
	defer cancel()
	records, err := f.resolver().LookupMX(looking, domain)
	if err != nil || len(records) == 0 {
		return Found{}
	}
	for _, r := range records {
		if p, ok := byMX(r.Host); ok {
			if p.Secret == NoIMAP {
				return Found{Without: &p}
			}
			return Found{Candidates: ofProvider(p, FromMX, address)}
		}
	}
	exchanger := site(strings.ToLower(strings.TrimSuffix(records[0].Host, ".")))
	if exchanger == "" || exchanger == site(domain) {
		return Found{}
	}
	return f.ask(ctx, ispdb+exchanger, FromMX, address)
}

// site is the part of a name that somebody registered: the public suffix and one
// label; "" where there is none.
func site(name string) string {
	s, err := publicsuffix.EffectiveTLDPlusOne(name)
	if err != nil {
		return ""
	}
	return s
}

// guesses are the usual names of a mail server, in the domain and, where it is a part
// of an organisation's, in that.
func guesses(domain, address string) []Candidate {
	domains := []string{domain}
	if above := site(domain); above != "" && above != domain {
		domains = append(domains, above)
	}
	var all []Candidate
	for _, d := range domains {
		for _, host := range []string{"imap." + d, "mail." + d, d} {
			for _, tls := range []string{"tls", "starttls"} {
				all = append(all, Candidate{Server: Server{Host: host, TLS: tls}.filled(), Source: FromGuess, Users: []string{address}})
			}
		}
	}
	return all
}

// isHost reports whether text can be the name of a host, of this computer included.
func isHost(text string) bool {
	return text != "" && len(text) < 254 && !strings.ContainsFunc(text, func(r rune) bool {
		return r != '.' && r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
}

// here reports whether the server is on this computer.
func (s Server) here() bool { return config.Loopback(s.Host) }
