package mailserver

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
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
	// Client wraps each connection of a client, inside its TLS, and none of the users'
	// own side; nil for as it is.
	Client func(net.Conn) net.Conn
}

// Embedded is go-imap's memory server, in this process.
type Embedded struct {
	Server
	options  Options
	accounts map[string]*account
	tls      *tls.Config
	addr     string // of the listener; "pipe"

	mu     sync.Mutex
	server *imapserver.Server
	public *pipes // nil where connections come over the network
	user   *pipes // for the users' own side
	conns  map[net.Conn]bool
	served sync.WaitGroup
}

// Start starts go-imap's memory server, with special-use mailboxes Drafts, Sent,
// Trash, Junk and Archive. The caller closes it.
func Start(options Options) (*Embedded, error) {
	if options.Users == nil {
		options.Users = Users
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Errors == nil {
		options.Errors = io.Discard
	}
	if options.Client == nil {
		options.Client = func(c net.Conn) net.Conn { return c }
	}
	e := &Embedded{options: options, accounts: map[string]*account{}}
	for _, user := range options.Users {
		a, err := newAccount(user, options.Now)
		if err != nil {
			return nil, fmt.Errorf("make the mailboxes of %q: %w", user, err)
		}
		e.accounts[user] = a
	}
	e.Server = Server{
		Name:       "embedded",
		Boxes:      Boxes{Inbox: "INBOX", Drafts: "Drafts", Sent: "Sent", Trash: "Trash", Archive: "Archive"},
		Users:      options.Users,
		Connect:    e.connect,
		PasswordOf: e.passwordOf,
	}
	if !options.Plain {
		cert, err := NewCertificate()
		if err != nil {
			return nil, err
		}
		e.tls = &tls.Config{Certificates: []tls.Certificate{cert.TLS}}
		e.CA = cert.CA
		if options.Dir != "" {
			e.CAFile = filepath.Join(options.Dir, "ca.pem")
			if err := os.WriteFile(e.CAFile, cert.Cert, 0o644); err != nil {
				return nil, fmt.Errorf("write the certificate of the embedded server: %w", err)
			}
		}
	}
	if err := e.listen("127.0.0.1:0"); err != nil {
		return nil, err
	}
	if options.Plain {
		e.PlainAddr = e.addr
	} else {
		e.Addr = e.addr
	}
	return e, nil
}

// Dial connects to a server that was started with Pipe, as a dialer of package net
// would; the network and the address are ignored. The connection speaks TLS where
// the server does.
func (e *Embedded) Dial(ctx context.Context, _, _ string) (net.Conn, error) {
	if !e.options.Pipe {
		return nil, errors.New("dial the embedded server over a pipe: it listens on the network")
	}
	return e.front().dial(ctx)
}

// listen starts the server, at addr where it is not behind a pipe.
func (e *Embedded) listen(addr string) error {
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
	for _, l := range []net.Listener{&wrapped{front, e.options.Client}, &watched{Listener: e.user, server: e}} {
		e.served.Go(func() { _ = server.Serve(&announcing{Listener: l, serving: serving}) })
	}
	// A server that is closed before it serves does not know of its listeners.
	for range cap(serving) {
		<-serving
	}
	return nil
}

func (e *Embedded) connect(ctx context.Context) (net.Conn, error) {
	e.mu.Lock()
	user := e.user
	e.mu.Unlock()
	return user.dial(ctx)
}

func (e *Embedded) front() *pipes {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.public
}

// SetPassword changes a user's password: from now on the one before is revoked.
func (e *Embedded) SetPassword(user, password string) error {
	a := e.accounts[user]
	if a == nil {
		return fmt.Errorf("set the password of %q: no such user", user)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.password = password
	return nil
}

func (e *Embedded) passwordOf(user string) string {
	a := e.accounts[user]
	if a == nil {
		return ""
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.password
}

// Close ends the listeners and every connection, at once, and waits until they have
// ended. The mail is kept for Restart.
func (e *Embedded) Close() error {
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

// Restart starts a closed server again, at the same address.
func (e *Embedded) Restart() error { return e.listen(e.addr) }

// watched keeps the connections of a listener, so that Close finds those too that
// the server does not know of yet.
type watched struct {
	net.Listener
	server *Embedded
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

// wrapped wraps what it accepts.
type wrapped struct {
	net.Listener
	wrap func(net.Conn) net.Conn
}

func (l *wrapped) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return l.wrap(c), nil
}

// Put puts a message into a mailbox of a user without a word to those who wait for
// news: whoever looks sees it. It is much cheaper than Deliver, for those who bring a
// lot.
func (e *Embedded) Put(user, box string, raw []byte, flags []string, at time.Time) error {
	a := e.accounts[user]
	if a == nil {
		return fmt.Errorf("put a message into %q of %q: no such user", box, user)
	}
	options := &imap.AppendOptions{Time: at}
	for _, f := range flags {
		options.Flags = append(options.Flags, imap.Flag(f))
	}
	if _, err := a.user.Append(box, bytes.NewReader(raw), options); err != nil {
		return fmt.Errorf("put a message into %q of %q: %w", box, user, err)
	}
	return nil
}
