package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/demo/mailserver"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

func TestSpan(t *testing.T) {
	for want, d := range map[string]time.Duration{"10s": 10 * time.Second, "1m": time.Minute, "10m": 10 * time.Minute, "1h": time.Hour,
		"1m30s": 90 * time.Second, "1h10m": 70 * time.Minute} {
		if got := span(d); got != want {
			t.Errorf("%v is written %q, want %q", d, got, want)
		}
	}
}

// TestCheckMends holds that whatever is wrong with the way to the server, check says
// what to do about it.
func TestCheckMends(t *testing.T) {
	server, err := servers.Start(servers.Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() }) // after the parallel ones
	_, tlsPort, _ := strings.Cut(server.Addr, ":")
	plainPort := listen(t, "* OK hello\r\n")
	made, err := mailserver.NewCertificate()
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.pem")
	if err := os.WriteFile(other, made.Cert, 0o600); err != nil {
		t.Fatal(err)
	}

	for name, c := range map[string]struct{ old, new, want string }{
		"well":              {"", "", "all is well"},
		"nobody listens":    {"port = " + tlsPort, "port = 1", "look at host, port and tls"},
		"a port in clear":   {"port = " + tlsPort, "port = " + plainPort, `starttls`},
		"STARTTLS on TLS":   {"port = " + tlsPort, "port = " + tlsPort + "\ntls = \"starttls\"", `set tls = "tls" and port = ` + tlsPort},
		"no STARTTLS":       {"port = " + tlsPort, "port = " + plainPort + "\ntls = \"starttls\"", "[account.imap]"},
		"no such server":    {`host = "127.0.0.1"`, `host = "imap.invalid"`, "name"},
		"another authority": {"ca_file = ", fmt.Sprintf("ca_file = %q # ", other), "ca_file = "},
		"no authority":      {"ca_file = ", "# ca_file = ", "ca_file = "},
		"wrong user":        {"port = " + tlsPort, "port = " + tlsPort + "\nusername = \"nobody@home.example\"", "app password"},
		"no name":           {`from_name = "Robin Winter"`, `from_name = " "`, `from_name = "Your Name"`},
		"no such mailbox":   {"[account.imap]", "[account.mailboxes]\ndrafts = \"Nowhere\"\n[account.imap]", "[account.mailboxes]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			if err := writeConfig(home, tlsPort, server.CAFile); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(home, ".config", "afterword", "config.toml")
			doc, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(strings.Replace(string(doc), c.old, c.new, 1)), 0o600); err != nil {
				t.Fatal(err)
			}
			var out, complaint bytes.Buffer
			getenv := variables(home, "IMAP_PASSWORD", servers.Password)
			run(t.Context(), environment{strings.NewReader(""), &out, &complaint, getenv, os.Environ, time.Now}, []string{"check"})
			if !strings.Contains(out.String(), c.want) {
				t.Errorf("check says\n%s%swant %q", out.String(), complaint.String(), c.want)
			}
			if wrong, mended := strings.Count(out.String(), "WRONG"), strings.Count(out.String(), "to mend it:"); wrong != mended || (wrong == 0) != (name == "well") {
				t.Errorf("check finds %d things and mends %d:\n%s", wrong, mended, out.String())
			}
		})
	}
}

// listen says the same to everybody, and returns its port.
func listen(t *testing.T, greeting string) string {
	t.Helper()
	return serve(t, func(c net.Conn) {
		_, _ = c.Write([]byte(greeting))
		b := make([]byte, 512)
		for {
			n, err := c.Read(b)
			if err != nil {
				return
			}
			if tag, _, ok := strings.Cut(string(b[:n]), " "); ok && greeting != "" {
				_, _ = c.Write([]byte(tag + " BAD what?\r\n"))
			}
		}
	})
}

// serve talks to whoever connects, and returns its port.
func serve(t *testing.T, talk func(net.Conn)) (port string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				talk(c)
			}()
		}
	}()
	_, port, _ = net.SplitHostPort(l.Addr().String())
	return port
}

// What no server of a test says has its way to be mended as well.
func TestMend(t *testing.T) {
	for want, err := range map[string]error{
		"firewall": mailwatch.ErrTimeout, "few minutes": mailwatch.ErrUnavailable, "the right to write": mailwatch.ErrReadOnly,
		`host = "imap.home.example"`: &tls.CertificateVerificationError{Err: x509.HostnameError{Certificate: &x509.Certificate{DNSNames: []string{"imap.home.example"}}}},
		"clock":                      x509.CertificateInvalidError{Reason: x509.Expired}, "Internet": &net.DNSError{Err: "server misbehaving"},
	} {
		if got := mend(config.Account{}, fmt.Errorf("connect: %w", err)); !strings.Contains(got, want) {
			t.Errorf("%v is mended by %q, want %q", err, got, want)
		}
	}
}
