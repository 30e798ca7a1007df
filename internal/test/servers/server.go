package servers

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"afterword/internal/demo/mailserver"
)

// Password is every user's password until SetPassword changes it.
const Password = mailserver.Password

// Users are the users of a server for which nobody asked for others.
var Users = mailserver.Users

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

// Stored is one message as it stands in a mailbox.
type Stored = mailserver.Stored

// Options say what kind of embedded server to start.
type Options = mailserver.Options

// A Server is one running mail server on loopback, whatever its make, with what its
// users do at it. Its methods may be called from several goroutines.
type Server struct {
	*mailserver.Server
	Dir    string  // everything the server writes; "" for the embedded one
	Tokens *Tokens // of the variant OAuth; else nil

	parts parts
	log   *Log // of an embedded server

	mu        sync.Mutex
	passwords map[string]string // of those who have another than Password
}

// of makes a Server of what its users see and the make's own parts.
func of(seen *mailserver.Server, make parts) *Server {
	s := &Server{Server: seen, parts: make, passwords: map[string]string{}}
	s.PasswordOf = s.password
	return s
}

// Start starts the embedded server. The caller closes it.
func Start(options Options) (*Server, error) {
	log := &Log{}
	options.Client = func(c net.Conn) net.Conn { return record(c, log) }
	e, err := mailserver.Start(options)
	if err != nil {
		return nil, err
	}
	s := of(&e.Server, embedded{e})
	s.log = log
	return s, nil
}

// Dial connects to an embedded server that was started with Pipe, as a dialer of
// package net would; the network and the address are ignored. The connection
// speaks TLS where the server does.
func (s *Server) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	e, ok := s.parts.(embedded)
	if !ok {
		return nil, fmt.Errorf("dial %s over a pipe: %w", s.Name, ErrFixed)
	}
	return e.Dial(ctx, network, address)
}

// dialPlain connects to a real server without TLS.
func dialPlain(address string) func(context.Context) (net.Conn, error) {
	return func(ctx context.Context) (net.Conn, error) { return new(net.Dialer).DialContext(ctx, "tcp", address) }
}

// parts is what differs between the makes.
type parts interface {
	setPassword(user, password string) error
	kill() error    // at once, as kill -9 does
	restart() error // after kill, on the same ports with the same mail
	freeze(frozen bool) error
	close() error
}

// embedded is the parts of the embedded server.
type embedded struct{ *mailserver.Embedded }

func (e embedded) setPassword(user, password string) error { return e.SetPassword(user, password) }
func (e embedded) kill() error                             { return e.Close() }
func (e embedded) restart() error                          { return e.Restart() }
func (e embedded) close() error                            { return e.Close() }
func (e embedded) freeze(bool) error {
	return fmt.Errorf("freeze the embedded server: %w", ErrFixed)
}

// ErrFixed says that this make of server cannot do what was asked.
var ErrFixed = errors.New("this server cannot do that")

// patience bounds what starts and ends servers and what stands before them. No test
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
	if changed, ok := s.passwords[user]; ok {
		return changed
	}
	return Password
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
