package servers

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"sync/atomic"

	"afterword/internal/demo/mailserver"
)

// A Proxy stands before a server and breaks things when a test says so. Clients
// speak TLS with it; it speaks plain with the server.
type Proxy struct {
	Addr   string
	CA     *x509.CertPool
	CAFile string

	dial   func(context.Context) (net.Conn, error)
	listen net.Listener
	first  *tls.Certificate // the one that CA trusts
	cert   atomic.Pointer[tls.Certificate]
	log    Log
	done   chan struct{}
	served sync.WaitGroup

	mu     sync.Mutex
	rules  []*rule
	links  map[*link]bool
	dead   bool
	struck int // how often a rule acted
}

// A Side is where a line comes from.
type Side int

// The sides of a connection.
const (
	Client Side = iota
	Remote      // the mail server
)

type rule struct {
	from  Side
	match *regexp.Regexp
	do    Action
	left  int // how often it still acts; below zero for ever
}

// NewProxy starts a proxy before the server and closes it when the test ends.
func NewProxy(t TB, s *Server) *Proxy {
	t.Helper()
	return NewProxyAt(t, s, "127.0.0.1:0")
}

// NewProxyAt is NewProxy at an address of the caller's choice.
func NewProxyAt(t TB, s *Server, address string) *Proxy {
	t.Helper()
	p, err := s.proxy(shortDir(t, "proxy"), address)
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(p.Close)
	return p
}

func (s *Server) proxy(dir, address string) (*Proxy, error) {
	p := &Proxy{dial: s.Connect, CAFile: filepath.Join(dir, "ca.pem"), done: make(chan struct{}), links: map[*link]bool{}}
	cert, err := p.NewCertificate()
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(p.CAFile, cert.Cert, 0o644); err != nil {
		return nil, fmt.Errorf("write the certificate of the proxy: %w", err)
	}
	p.CA, p.first = cert.CA, &cert.TLS
	if p.listen, err = net.Listen("tcp", address); err != nil {
		return nil, fmt.Errorf("listen for the proxy: %w", err)
	}
	p.Addr = p.listen.Addr().String()
	p.served.Go(p.serve)
	return p, nil
}

// NewCertificate gives new connections another certificate, which neither CA nor
// CAFile knows.
func (p *Proxy) NewCertificate() (*mailserver.Certificate, error) {
	cert, err := mailserver.NewCertificate()
	if err != nil {
		return nil, err
	}
	p.cert.Store(&cert.TLS)
	return cert, nil
}

// Once lets the action happen at the next line from that side that matches the
// regular expression, in any letter case, on any connection.
func (p *Proxy) Once(from Side, match string, do Action) { p.add(from, match, do, 1) }

// Always lets the action happen at every such line.
func (p *Proxy) Always(from Side, match string, do Action) { p.add(from, match, do, -1) }

func (p *Proxy) add(from Side, match string, do Action, times int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rules = append(p.rules, &rule{from, regexp.MustCompile("(?i)" + match), do, times})
}

// Without hides a capability and rejects the commands that match, as a server
// does that never heard of it.
func (p *Proxy) Without(capability, command string) {
	p.Always(Remote, `\bCAPABILITY\b`, Replace(`(?i) `+regexp.QuoteMeta(capability)+`\b`, ""))
	if command != "" {
		p.Always(Client, `^\S+ `+command, Answer("$TAG BAD Unknown command"))
	}
}

// Mend forgets every rule, takes the first certificate again and lets new
// connections through. A stalled connection stays as it is.
func (p *Proxy) Mend() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rules, p.dead = nil, false
	p.cert.Store(p.first)
}

// Die makes the network a silent one: nothing passes any more, on old connections
// and new ones, and nobody is told, until Mend.
func (p *Proxy) Die() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dead = true
	for l := range p.links {
		l.stall()
	}
}

// Cut ends every connection, with a RST where rst is set.
func (p *Proxy) Cut(rst bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for l := range p.links {
		l.close(rst)
	}
}

// Struck returns how often a rule acted, so that a test can tell that its fault
// came to pass.
func (p *Proxy) Struck() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.struck
}

// Connections returns how many connections are open.
func (p *Proxy) Connections() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.links)
}

// Commands returns the commands that clients sent, as those of Server do.
func (p *Proxy) Commands() []string { return p.log.Commands() }

// Close ends the proxy and every connection, and waits until they have ended.
func (p *Proxy) Close() {
	_ = p.listen.Close()
	close(p.done)
	p.Cut(false)
	p.served.Wait()
}

func (p *Proxy) serve() {
	config := &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return p.cert.Load(), nil }}
	for {
		conn, err := p.listen.Accept()
		if err != nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		remote, err := p.dial(ctx)
		cancel()
		if err != nil {
			_ = conn.Close()
			continue
		}
		l := &link{proxy: p, tcp: conn, client: tls.Server(conn, config), remote: remote, stalled: make(chan struct{}), losing: map[string]bool{}}
		p.mu.Lock()
		p.links[l] = true
		if p.dead {
			l.stall()
		}
		p.mu.Unlock()
		select {
		case <-p.done: // Cut came before this one
			l.close(false)
		default:
		}
		p.served.Go(func() {
			var pumps sync.WaitGroup
			pumps.Go(func() { l.pump(Remote) })
			l.pump(Client)
			pumps.Wait()
			p.mu.Lock()
			defer p.mu.Unlock()
			delete(p.links, l)
		})
	}
}

// act runs the first rule for a line and returns what is to be passed on.
func (p *Proxy) act(l *link, from Side, line []byte) []byte {
	p.mu.Lock()
	var do []Action
	for _, r := range p.rules {
		if r.left != 0 && r.from == from && r.match.Match(line) {
			r.left--
			p.struck++
			do = append(do, r.do)
		}
	}
	p.mu.Unlock()
	for _, action := range do {
		if line = action(l, line); line == nil {
			return nil
		}
	}
	return line
}

// link is one connection through the proxy.
type link struct {
	proxy   *Proxy
	tcp     net.Conn // under client
	client  net.Conn
	remote  net.Conn
	stalled chan struct{}
	once    sync.Once
	rate    atomic.Int64 // bytes a second to the client; 0 for no bound

	mu     sync.Mutex
	tag    string          // of the client's last command
	losing map[string]bool // tags whose answer the client will not see
}

func (l *link) stall() { l.once.Do(func() { close(l.stalled) }) }

func (l *link) close(rst bool) {
	if tcp, ok := l.tcp.(*net.TCPConn); ok && rst {
		_ = tcp.SetLinger(0)
	}
	_ = l.tcp.Close()
	_ = l.remote.Close()
}

// pump passes on what comes from one side until the connection ends.
func (l *link) pump(from Side) {
	defer l.close(false)
	src, dst := l.client, l.remote
	if from == Remote {
		src, dst = l.remote, l.client
	}
	if l.isStalled() {
		return // the first Read would shake hands
	}
	r := bufio.NewReaderSize(src, 64<<10)
	for {
		line, err := r.ReadBytes('\n')
		if l.isStalled() {
			return
		}
		if len(line) > 0 {
			literal, waits := int64(literalAt(line)), !nonSync.Match(line)
			if from == Client {
				l.heard(line)
			} else if l.lost(line) {
				return
			}
			passed := l.proxy.act(l, from, line)
			if l.isStalled() {
				return
			}
			if len(passed) > 0 && !l.send(dst, passed) {
				return
			}
			if passed == nil && from == Client && waits {
				literal = 0 // whoever was not told to go on sends none
			}
			if !l.copy(dst, r, literal, passed != nil) {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

var nonSync = regexp.MustCompile(`[+-]\}\r?\n$`)

// isStalled reports whether the connection is a dead one, and waits then until
// the proxy ends: neither side is told.
func (l *link) isStalled() bool {
	select {
	case <-l.stalled:
		<-l.proxy.done
		return true
	default:
		return false
	}
}

func (l *link) copy(dst net.Conn, r io.Reader, n int64, pass bool) bool {
	buf := make([]byte, 32<<10)
	for n > 0 {
		m, err := r.Read(buf[:min(n, int64(len(buf)))])
		if l.isStalled() || (pass && !l.send(dst, buf[:m])) || err != nil {
			return false
		}
		n -= int64(m)
	}
	return true
}
