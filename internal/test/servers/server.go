package servers

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"sync"
	"time"
)

// Password is every user's password until SetPassword changes it.
const Password = "correct horse"

// Users are the users of a server for which nobody asked for others.
var Users = []string{"robin@home.example", "kim@home.example", "noor@home.example", "alexis@home.example"}

// A Variant is a shape that a mail server comes in.
type Variant string

// The variants of Dovecot. Where a capability is missing it is only not
// advertised: Dovecot would still obey the command. A Proxy that rejects the
// command proves that a client does without.
const (
	Default     Variant = "default"
	Gmail       Variant = "gmail"       // [Gmail]/Drafts and so on, All Mail is an ordinary mailbox with \All
	Localized   Variant = "localized"   // Entwürfe and so on, no special use
	French      Variant = "french"      // Brouillons and so on, no special use
	Minimal     Variant = "minimal"     // IMAP4rev1 and next to nothing else
	NoIdle      Variant = "noidle"      // no IDLE
	NoUIDPlus   Variant = "nouidplus"   // no UIDPLUS
	NoCondstore Variant = "nocondstore" // no CONDSTORE, no QRESYNC
	NoMove      Variant = "nomove"      // no MOVE
	Quota       Variant = "quota"       // 200 KiB for each user
	Prefixed    Variant = "prefixed"    // all mailboxes under "INBOX.", separator "."
	ReadOnly    Variant = "readonly"    // nothing in the Inbox may be marked, moved or expunged
	OAuth       Variant = "oauth"       // XOAUTH2 and OAUTHBEARER besides passwords, against Server.Tokens
)

// Variants are all the shapes of Dovecot.
var Variants = []Variant{Default, Gmail, Localized, French, Minimal, NoIdle, NoUIDPlus, NoCondstore, NoMove, Quota, Prefixed, ReadOnly, OAuth}

// Boxes are the names of the mailboxes with a use, in UTF-8, as LIST gives them
// (prefix included).
type Boxes struct{ Inbox, Drafts, Sent, Trash, Archive string }

// A Server is one running mail server on loopback, whatever its make. Its methods
// may be called from several goroutines.
type Server struct {
	Name      string         // what it is: "embedded", "dovecot localized", "cyrus"
	Addr      string         // host:port that speaks TLS from the first byte; "" where there is none
	PlainAddr string         // host:port without TLS; "" where there is none
	CA        *x509.CertPool // the authority of the server's certificate
	CAFile    string         // the same as a PEM file; "" for an embedded server without Dir
	Boxes     Boxes
	Users     []string // each with Password
	Dir       string   // everything the server writes; "" for the embedded one
	Tokens    *Tokens  // of the variant OAuth; else nil

	dial  func(context.Context) (net.Conn, error) // plain, for the user's own side
	parts parts
	log   *Log // of an embedded server

	mu        sync.Mutex
	passwords map[string]string
}

// parts is what differs between the makes.
type parts interface {
	setPassword(user, password string) error
	kill() error    // at once, as kill -9 does
	restart() error // after kill, on the same ports with the same mail
	freeze(frozen bool) error
	close() error
}

// ErrFixed says that this make of server cannot do what was asked.
var ErrFixed = errors.New("this server cannot do that")

// patience bounds every exchange of the user's side with the server. No test
// measures it: it only turns a hang into an error.
const patience = 30 * time.Second

// SetPassword changes a user's password on the server: from now on the one that
// the daemon knows is revoked.
func (s *Server) SetPassword(user, password string) error {
	if err := s.parts.setPassword(user, password); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.passwords[user] = password
	return nil
}

func (s *Server) password(user string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.passwords[user]
}

func passwords(users []string) map[string]string {
	m := make(map[string]string, len(users))
	for _, u := range users {
		m[u] = Password
	}
	return m
}

// Kill ends the server as kill -9 does, with every connection.
func (s *Server) Kill() error { return s.parts.kill() }

// Restart starts a killed server again, at the same addresses, with the mail that
// it had.
func (s *Server) Restart() error { return s.parts.restart() }

// Freeze stops the server's processes where they are, as a suspended machine
// does, until Thaw. The embedded server has none.
func (s *Server) Freeze() error { return s.parts.freeze(true) }

// Thaw lets a frozen server go on.
func (s *Server) Thaw() error { return s.parts.freeze(false) }

// Close stops the server and waits until it has stopped.
func (s *Server) Close() error { return s.parts.close() }

// Commands returns the commands that clients sent to an embedded server, in
// order, without passwords and literals, as "SELECT INBOX". What the methods of
// Server send is not among them. For another server put a Proxy before it.
func (s *Server) Commands() []string {
	if s.log == nil {
		return nil
	}
	return s.log.Commands()
}
