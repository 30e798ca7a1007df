package setup

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"fmt"
	"io"
	"math/big"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword/internal/config"
)

// An authority signs certificates for the hosts of a test.
type authority struct {
	pool *x509.CertPool
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	a := &authority{pool: x509.NewCertPool()}
	signed, key := a.sign(t, "authority")
	a.cert, a.key = signed, key
	a.pool.AddCert(signed)
	return a
}

// sign makes a certificate; by itself where there is no authority yet.
func (a *authority) sign(t *testing.T, host string) (*x509.Certificate, *ecdsa.PrivateKey) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: host}, DNSNames: []string{host},
		NotBefore: time.Unix(0, 0), NotAfter: time.Unix(4e9, 0), IsCA: a.cert == nil, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign}
	if ip := net.ParseIP(host); ip != nil {
		template.DNSNames, template.IPAddresses = nil, []net.IP{ip}
	}
	parent, signer := template, key
	if a.cert != nil && a.key != nil {
		parent, signer = a.cert, a.key
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, signer)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return cert, key
}

// A played is a provider's mail server, as far as a wizard gets to see it.
type played struct {
	caps  string   // before and after the login
	boxes []string // LIST responses
	// login answers a name and a secret: "OK", or what follows the tag.
	login func(user, secret string) string
	token func(user, token string) string // XOAUTH2
	greet string                          // instead of a greeting
	clear bool                            // it speaks no TLS
	named string                          // the name in its certificate, where it is another
	alone bool                            // nobody signed its certificate

	mu    sync.Mutex
	own   *tls.Certificate // made once: a client may come to know it
	users []string         // who tried to log in
}

// ordinary are the mailboxes of most servers.
var ordinary = []string{`(\HasNoChildren) "/" INBOX`, `(\Drafts) "/" Drafts`, `(\Sent) "/" Sent`, `(\Trash) "/" Trash`}

// takes logs one user in and refuses everybody else with an answer.
func takes(user, secret, refusal string) func(string, string) string {
	return func(u, s string) string {
		if u == user && s == secret {
			return "OK"
		}
		return refusal
	}
}

// A net is what the wizard can dial: servers by host and port.
type network struct {
	t         *testing.T
	authority *authority
	servers   map[string]*played
}

func (n *network) dial(_ context.Context, _, address string) (net.Conn, error) {
	p, ok := n.servers[address]
	if !ok {
		host, _, _ := net.SplitHostPort(address)
		if (Server{Host: host}).here() {
			return nil, &net.OpError{Op: "dial", Net: "tcp", Err: io.ErrClosedPipe}
		}
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}}
	}
	// TLS wants buffers between the two sides.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer l.Close()
	client, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return nil, err
	}
	server, err := l.Accept()
	if err != nil {
		return nil, err
	}
	host, port, _ := net.SplitHostPort(address)
	go p.serve(n, server, host, port != "993")
	return client, nil
}

func (p *played) encrypted(n *network, c net.Conn, host string) net.Conn {
	a := n.authority
	if p.alone {
		a = &authority{}
	}
	if p.named != "" {
		host = p.named
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.own == nil {
		cert, key := a.sign(n.t, host)
		p.own = &tls.Certificate{Certificate: [][]byte{cert.Raw}, PrivateKey: key}
	}
	return tls.Server(c, &tls.Config{Certificates: []tls.Certificate{*p.own}})
}

func (p *played) serve(n *network, c net.Conn, host string, starts bool) {
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(20 * time.Second))
	if p.greet != "" {
		fmt.Fprint(c, p.greet)
		return
	}
	if !starts {
		c = p.encrypted(n, c, host)
	}
	lines := bufio.NewReader(c)
	say := func(format string, args ...any) { fmt.Fprintf(c, format+"\r\n", args...) }
	caps := p.caps
	if starts && !p.clear {
		caps += " STARTTLS LOGINDISABLED"
	}
	say("* OK [CAPABILITY %s] ready", caps)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		tag, command, _ := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
		verb, rest, _ := strings.Cut(command, " ")
		switch verb {
		case "STARTTLS":
			if p.clear {
				say("%s BAD unknown command", tag)
				continue
			}
			say("%s OK go", tag)
			c = p.encrypted(n, c, host)
			lines, caps = bufio.NewReader(c), p.caps
			continue
		case "CAPABILITY":
			say("* CAPABILITY %s", caps)
		case "LOGIN":
			var user, secret string
			fmt.Sscanf(rest, "%q %q", &user, &secret)
			say("%s %s", tag, p.answer(user, secret, p.login))
			continue
		case "AUTHENTICATE":
			mechanism, first, ir := strings.Cut(rest, " ")
			if !ir {
				say("+ ")
				first, _ = lines.ReadString('\n')
			}
			text, _ := base64.StdEncoding.DecodeString(strings.TrimSpace(first))
			if mechanism == "XOAUTH2" {
				user, token, _ := strings.Cut(strings.TrimPrefix(string(text), "user="), "\x01auth=Bearer ")
				answer := p.answer(user, strings.TrimRight(token, "\x01"), p.token)
				if answer != "OK" {
					say("+ %s", base64.StdEncoding.EncodeToString([]byte(`{"status":"400"}`)))
					_, _ = lines.ReadString('\n')
				}
				say("%s %s", tag, answer)
				continue
			}
			parts := strings.Split(string(text), "\x00")
			say("%s %s", tag, p.answer(parts[1], parts[2], p.login))
			continue
		case "LIST":
			for _, box := range p.boxes {
				say("* LIST %s", box)
			}
		case "LOGOUT":
			say("* BYE")
		}
		say("%s OK done", tag)
	}
}

func (p *played) answer(user, secret string, by func(string, string) string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.users = append(p.users, user)
	if by == nil {
		return "NO [AUTHENTICATIONFAILED] no"
	}
	return by(user, secret)
}

// A typist answers questions by the words in them, each answer once, and keeps what
// was said.
type typist struct {
	t       *testing.T
	answers []string // "words in the question: the answer"; each is used once, but the last of its kind
	said    strings.Builder
	asked   int
}

func (y *typist) Say(text string) { fmt.Fprintln(&y.said, text) }

func (y *typist) Ask(_ context.Context, question, fallback string) (string, error) {
	y.asked++
	fmt.Fprintf(&y.said, "? %s [%s]\n", question, fallback)
	for i, a := range y.answers {
		words, answer, _ := strings.Cut(a, ": ")
		if strings.Contains(strings.ToLower(question), words) {
			y.answers = append(append([]string{}, y.answers[:i]...), y.answers[i+1:]...)
			fmt.Fprintln(&y.said, "> "+answer)
			return answer, nil
		}
	}
	if fallback == "" {
		return "", io.EOF
	}
	return "", nil
}

func (y *typist) Secret(ctx context.Context, question string) (string, error) {
	return y.Ask(ctx, question, "")
}

// wizard is one at a played provider.
func wizard(t *testing.T, n *network, i *internet, answers ...string) (*Wizard, *typist) {
	t.Helper()
	home := t.TempDir()
	y := &typist{t: t, answers: answers}
	no := false
	w := &Wizard{Talk: y, Words: Speak("en"), Path: home + "/afterword/config.toml", Now: time.Date(2026, 11, 13, 15, 0, 0, 0, time.UTC),
		Getenv:  func(name string) string { return map[string]string{"HOME": home}[name] },
		Guesses: Guesses{Zone: "Europe/Berlin", Country: "DE", Language: "en"}, Answers: Answers{Keyring: &no},
		Finder: i.finder(), Dial: n.dial, Roots: n.authority.pool}
	return w, y
}

// account loads what a wizard wrote.
func account(t *testing.T, w *Wizard) config.Account {
	t.Helper()
	c, err := config.Load(w.Path, w.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	return c.Accounts[len(c.Accounts)-1]
}
