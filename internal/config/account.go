package config

import (
	"net"
	"net/netip"
	"strconv"
	"strings"

	"afterword/internal/secrets"
)

// An Account is one mailbox and the person who writes from it.
type Account struct {
	Name        string    `toml:"name"`      // what commands and the log call it; default the address
	Address     string    `toml:"address"`   // addr-spec (RFC 5322, section 3.4.1)
	Aliases     []string  `toml:"aliases"`   // further addresses that mail is sent to
	FromName    string    `toml:"from_name"` // display name of what is sent
	IMAP        IMAP      `toml:"imap"`
	Mailboxes   Mailboxes `toml:"mailboxes"`
	AuthservIDs []string  `toml:"authserv_ids"` // of the Authentication-Results that are believed (RFC 8601, section 2.5)
	Language    string    `toml:"language"`     // BCP 47, where the conversation does not tell
	Zone        string    `toml:"zone"`         // IANA name; "" for the system's
	Holidays    string    `toml:"holidays"`     // "" for those of [business]
}

// IMAP is the way to an account's server.
type IMAP struct {
	Host     string        `toml:"host"`
	Port     int           `toml:"port"` // 0 for the usual one
	TLS      string        `toml:"tls"`  // "tls", "starttls", or "none" to this machine only
	CAFile   string        `toml:"ca_file"`
	Username string        `toml:"username"` // default the address
	Auth     string        `toml:"auth"`     // "auto", "plain", "login", "xoauth2" or "oauthbearer"
	Password secrets.Where `toml:"password"`
	OAuth    secrets.OAuth `toml:"oauth"`
	Token    secrets.Where `toml:"token"` // access tokens that another program gives out
}

// Endpoint returns the server's host and port.
func (i IMAP) Endpoint() string {
	port := i.Port
	if port == 0 {
		if port = 143; i.TLS == "tls" {
			port = 993
		}
	}
	return net.JoinHostPort(i.Host, strconv.Itoa(port))
}

// Mailboxes names those that are not found by themselves: by special use (RFC
// 6154), then by their usual names.
type Mailboxes struct {
	Drafts string   `toml:"drafts"`
	Sent   string   `toml:"sent"`
	Trash  string   `toml:"trash"`
	Skip   []string `toml:"skip"`  // not read, nor what lies below them
	Watch  []string `toml:"watch"` // of older versions, which read no others; does nothing
}

// Loopback reports whether host is this machine.
func Loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}
