package servers

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
)

// Options say what kind of embedded server to start. The zero value is TLS on a
// free loopback port with the default users.
type Options struct {
	Users   []string         // default Users
	Plain   bool             // without TLS
	Pipe    bool             // connections from Dial only, none over the network
	Without []string         // capabilities that are not advertised, "MOVE"
	Now     func() time.Time // dates what is appended without a date; default time.Now
	Dir     string           // where CAFile is written; "" for nowhere
	Errors  io.Writer        // what the server complains about; default nowhere
}

// Start starts go-imap's memory server, with special-use mailboxes Drafts, Sent,
// Trash, Junk and Archive. The caller closes it.
func Start(options Options) (*Server, error) {
	if options.Users == nil {
		options.Users = Users
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Errors == nil {
		options.Errors = io.Discard
	}
	e := &embedded{options: options, accounts: map[string]*account{}, log: &Log{}}
	for _, user := range options.Users {
		a, err := newAccount(user, options.Now)
		if err != nil {
			return nil, fmt.Errorf("make the mailboxes of %q: %w", user, err)
		}
		e.accounts[user] = a
	}
	s := &Server{
		Name:      "embedded",
		Boxes:     Boxes{Inbox: "INBOX", Drafts: "Drafts", Sent: "Sent", Trash: "Trash", Archive: "Archive"},
		Users:     options.Users,
		dial:      e.dialUser,
		parts:     e,
		log:       e.log,
		passwords: passwords(options.Users),
	}
	if !options.Plain {
		cert, err := NewCertificate()
		if err != nil {
			return nil, err
		}
		e.tls = &tls.Config{Certificates: []tls.Certificate{cert.TLS}}
		s.CA = cert.CA
		if options.Dir != "" {
			s.CAFile = filepath.Join(options.Dir, "ca.pem")
			if err := os.WriteFile(s.CAFile, cert.Cert, 0o644); err != nil {
				return nil, fmt.Errorf("write the certificate of the embedded server: %w", err)
			}
		}
	}
	if err := e.listen("127.0.0.1:0"); err != nil {
		return nil, err
	}
	if options.Plain {
		s.PlainAddr = e.addr
	} else {
		s.Addr = e.addr
	}
	return s, nil
}

// Dial connects to an embedded server that was started with Pipe, as a dialer of
// package net would; the network and the address are ignored. The connection
// speaks TLS where the server does.
func (s *Server) Dial(ctx context.Context, _, _ string) (net.Conn, error) {
	e, ok := s.parts.(*embedded)
	if !ok || !e.options.Pipe {
		return nil, fmt.Errorf("dial %s over a pipe: %w", s.Name, ErrFixed)
	}
	return e.front().dial(ctx)
}

// embedded is the memory server.
type embedded struct {
	options  Options
	accounts map[string]*account
	log      *Log
	tls      *tls.Config
	addr     string // of the listener; "pipe"

	mu     sync.Mutex
	server *imapserver.Server
	public *pipes // nil where connections come over the network
	user   *pipes // for the user's own side
	conns  map[net.Conn]bool
	served sync.WaitGroup
}

// listen starts the server, at addr where it is not behind a pipe.
func (e *embedded) listen(addr string) error {
	caps := imap.CapSet{}
	for _, c := range []imap.Cap{
		imap.CapIMAP4rev1, imap.CapNamespace, imap.CapUIDPlus, imap.CapESearch, imap.CapListExtended,
		imap.CapListStatus, imap.CapMove, imap.CapStatusSize, imap.CapSpecialUse, imap.CapLiteralPlus,
	} {
		caps[c] = struct{}{}
	}
	for _, c := range e.options.Without {
		delete(caps, imap.Cap(c))
	}
	server := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return &session{server: e}, nil, nil
		},
		Caps:         caps,
		InsecureAuth: true,
		Logger:       log.New(e.options.Errors, "imapserver: ", 0),
	})
	e.mu.Lock()
	defer e.mu.Unlock()
	e.server, e.user, e.conns = server, newPipes(), map[net.Conn]bool{}
	var front net.Listener
	if e.options.Pipe {
		e.public = newPipes()
		front = e.public
	} else {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			return fmt.Errorf("listen for the embedded server: %w", err)
		}
		front = l
	}
	e.addr = front.Addr().String()
	front = &watched{Listener: front, server: e}
	if e.tls != nil {
		front = tls.NewListener(front, e.tls)
	}
	serving := make(chan struct{}, 2)
	for _, l := range []net.Listener{&recording{front, e.log}, &watched{Listener: e.user, server: e}} {
		e.served.Go(func() { _ = server.Serve(&announcing{Listener: l, serving: serving}) })
	}
	// A server that is closed before it serves does not know of its listeners.
	for range cap(serving) {
		<-serving
	}
	return nil
}

func (e *embedded) dialUser(ctx context.Context) (net.Conn, error) {
	e.mu.Lock()
	user := e.user
	e.mu.Unlock()
	return user.dial(ctx)
}

func (e *embedded) front() *pipes {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.public
}

func (e *embedded) setPassword(user, password string) error {
	a := e.accounts[user]
	if a == nil {
		return fmt.Errorf("set the password of %q: no such user", user)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.password = password
	return nil
}

// kill ends the listeners and every connection, and keeps the mail.
func (e *embedded) kill() error {
	e.mu.Lock()
	server, user, public := e.server, e.user, e.public
	conns := e.conns
	e.conns = nil
	e.mu.Unlock()
	_ = user.Close()
	if public != nil {
		_ = public.Close()
	}
	_ = server.Close() // says only that it was closed before
	for c := range conns {
		_ = c.Close()
	}
	e.served.Wait()
	return nil
}

func (e *embedded) restart() error { return e.listen(e.addr) }
func (e *embedded) close() error   { return e.kill() }

func (e *embedded) freeze(bool) error { return fmt.Errorf("freeze the embedded server: %w", ErrFixed) }

// watched keeps the connections of a listener, so that kill finds those too that
// the server does not know of yet.
type watched struct {
	net.Listener
	server *embedded
}

func (l *watched) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	l.server.mu.Lock()
	defer l.server.mu.Unlock()
	if l.server.conns == nil {
		_ = c.Close()
		return nil, net.ErrClosed
	}
	l.server.conns[c] = true
	return c, nil
}

// announcing says when the server begins to serve a listener.
type announcing struct {
	net.Listener
	serving chan<- struct{}
	once    sync.Once
}

func (l *announcing) Accept() (net.Conn, error) {
	l.once.Do(func() { l.serving <- struct{}{} })
	return l.Listener.Accept()
}

// recording keeps a log of what clients send.
type recording struct {
	net.Listener
	log *Log
}

func (l *recording) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return record(c, l.log), nil
}
