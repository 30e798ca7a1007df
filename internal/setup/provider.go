package setup

import (
	_ "embed"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// A Secret is what a provider takes from a mail program.
type Secret string

const (
	Password       Secret = "password"
	AppPassword    Secret = "app-password"
	MailPassword   Secret = "mail-password"   // a second password of the account, for mail programs only
	BridgePassword Secret = "bridge-password" // of a program on this computer that stands in for the server
	OAuth          Secret = "oauth"
	NoIMAP         Secret = "none"
)

// A Provider is one row of the table: what is known of a provider of mail.
type Provider struct {
	ID      string   `toml:"id"`
	Name    string   `toml:"name"`
	Domains []string `toml:"domains"` // of addresses; lower case
	MX      []string `toml:"mx"`      // ends of the names of its mail exchangers
	Host    string   `toml:"host"`
	Port    int      `toml:"port"`    // 0 for the usual one
	TLS     string   `toml:"tls"`     // "" for "tls"
	Instead []string `toml:"instead"` // further ways: "host:port tls"
	User    []string `toml:"user"`    // what logs in, in turn: "address", "local"; none for "address"
	Secret  Secret   `toml:"secret"`
	Second  string   `toml:"second"` // is two-factor authentication needed first: "yes", "maybe", "" for no

	IMAP     string `toml:"imap"` // has IMAP to be switched on: "yes", "maybe", "" for no
	IMAPPath string `toml:"imap_path"`
	IMAPPage string `toml:"imap_page"`

	Page       string `toml:"page"` // where the password is made
	Path       string `toml:"path"`
	Help       string `toml:"help"`
	OnlySecond bool   `toml:"only_second"` // only with two-factor authentication is another password needed

	OAuth Endpoints `toml:"oauth"`

	Notes     []string `toml:"notes"`
	Uncertain []string `toml:"uncertain"`
	Sees      []string `toml:"sees"`
}

// Endpoints are the addresses of an OAuth 2 provider (RFC 6749, section 3; RFC 8628,
// section 3.1), and the scope that IMAP needs. Device is "" where a device code is
// not for mail.
type Endpoints struct {
	Authorize string `toml:"authorize"`
	Device    string `toml:"device"`
	Token     string `toml:"token"`
	Scope     string `toml:"scope"`
	Secret    bool   `toml:"secret"` // a client has a secret even on the user's computer
}

//go:embed providers.toml
var table []byte

// providers reads the table, once. A test holds that it can be read.
var providers = sync.OnceValue(func() []Provider {
	var t struct {
		Provider []Provider `toml:"provider"`
	}
	if toml.Unmarshal(table, &t) != nil {
		return nil
	}
	return t.Provider
})

// Providers returns the table, in its order.
func Providers() []Provider { return providers() }

// ByDomain returns the provider whose addresses end in a domain.
func ByDomain(domain string) (Provider, bool) {
	for _, p := range providers() {
		for _, d := range p.Domains {
			if strings.EqualFold(d, domain) {
				return p, true
			}
		}
	}
	return Provider{}, false
}

// byMX returns the provider to whom a mail exchanger belongs. Of two rows that fit
// equally well it is the one without addresses of its own: the other's are in the
// table.
func byMX(exchanger string) (found Provider, ok bool) {
	longest := 0
	name := "." + strings.ToLower(strings.TrimSuffix(exchanger, "."))
	for _, p := range providers() {
		for _, end := range p.MX {
			better := len(end) > longest || len(end) == longest && len(p.Domains) == 0
			if strings.HasSuffix(name, "."+end) && better {
				found, ok, longest = p, true, len(end)
			}
		}
	}
	return found, ok
}

// ByHost returns the provider whose IMAP server has a name. Where several share it,
// it is the first.
func ByHost(host string) (Provider, bool) {
	for _, p := range providers() {
		for _, s := range p.Servers() {
			if strings.EqualFold(s.Host, host) && !s.here() {
				return p, true
			}
		}
	}
	return Provider{}, false
}

// Servers returns the ways to the provider's mail, the best first.
func (p Provider) Servers() []Server {
	if p.Host == "" {
		return nil
	}
	all := []Server{Server{p.Host, p.Port, p.TLS}.filled()}
	for _, text := range p.Instead {
		if s, err := parseServer(text); err == nil {
			all = append(all, s)
		}
	}
	return all
}

// users returns the names that may log in with an address, in the order in which to
// try them.
func (p Provider) users(address string) []string {
	var names []string
	for _, form := range p.User {
		if local, _, ok := strings.Cut(address, "@"); ok && form == "local" {
			names = append(names, local)
			continue
		}
		names = append(names, address)
	}
	if names == nil {
		names = []string{address}
	}
	return names
}

// A Server is one way to an IMAP server.
type Server struct {
	Host string
	Port int
	TLS  string // "tls", "starttls" or "none", as in the config
}

// filled puts the usual port and TLS where nothing is said.
func (s Server) filled() Server {
	switch {
	case s.TLS == "" && s.Port == 143:
		s.TLS = "starttls"
	case s.TLS == "":
		s.TLS = "tls"
	}
	if s.Port == 0 {
		s.Port = usualPort(s.TLS)
	}
	return s
}

func usualPort(tls string) int {
	if tls == "tls" {
		return 993
	}
	return 143
}

// String returns host and port.
func (s Server) String() string { return net.JoinHostPort(s.Host, strconv.Itoa(s.Port)) }

// parseServer reads "host:port tls".
func parseServer(text string) (Server, error) {
	address, tls, _ := strings.Cut(text, " ")
	host, port, err := net.SplitHostPort(address)
	n, bad := strconv.Atoi(port)
	if err != nil || bad != nil || tls != "tls" && tls != "starttls" {
		return Server{}, fmt.Errorf("%q is no server: write it as \"host:993 tls\"", text)
	}
	return Server{host, n, tls}, nil
}
