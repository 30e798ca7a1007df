package mailwatch_test

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"net"
	"strings"
	"testing"
	"testing/synctest"

	"afterword/internal/demo/mailserver"
	"afterword/mailwatch"
)

// TestLoginWords: four ways to be refused are four words to the user.
func TestLoginWords(t *testing.T) {
	for answer, want := range map[string]error{
		"NO [AUTHENTICATIONFAILED] Authentication failed.": mailwatch.ErrLogin,
		"NO Invalid credentials (Failure)":                 mailwatch.ErrLogin,
		"NO [UNAVAILABLE] Temporary failure":               mailwatch.ErrUnavailable,
		"NO [SERVERBUG] Internal error":                    mailwatch.ErrUnavailable,
		"NO [INUSE] too many connections":                  mailwatch.ErrUnavailable,
		"NO [PRIVACYREQUIRED] use TLS":                     mailwatch.ErrTLS,
	} {
		t.Run(answer, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{on: func(s *session, tag, command string) bool {
					if strings.HasPrefix(command, "LOGIN") {
						s.say("%s %s", tag, answer)
						return true
					}
					return false
				}}
				_, err := mailwatch.Dial(t.Context(), s.endpoint(), nil)
				if !errors.Is(err, want) || errors.Is(err, mailwatch.ErrLost) || strings.Contains(err.Error(), "secret") {
					t.Errorf("error %v", err)
				}
				if want != mailwatch.ErrLogin && errors.Is(err, mailwatch.ErrLogin) {
					t.Errorf("error %v", err)
				}
			})
		})
	}
}

// TestToken: XOAUTH2 and OAUTHBEARER, with and without SASL-IR; a refused token is
// asked for once more, and the server's reason is in the error.
func TestToken(t *testing.T) {
	for _, mechanism := range []string{"xoauth2", "oauthbearer"} {
		for _, ir := range []string{"", " SASL-IR"} {
			t.Run(mechanism+ir, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					name := strings.ToUpper(mechanism)
					s := &script{caps: "IMAP4rev1 AUTH=" + name + ir, on: func(s *session, tag, command string) bool {
						rest, ok := strings.CutPrefix(command, "AUTHENTICATE "+name)
						if !ok {
							return false
						}
						if rest == "" {
							s.say("+ ")
							rest = s.line()
						}
						first, err := base64.StdEncoding.DecodeString(strings.TrimSpace(rest))
						must(t, err)
						if strings.Contains(string(first), "auth=Bearer new\x01\x01") && strings.Contains(string(first), "robin") {
							s.say("%s OK in", tag)
							return true
						}
						s.say("+ %s", base64.StdEncoding.EncodeToString([]byte(`{"status":"invalid_token"}`)))
						if answer := s.line(); answer != "" && answer != "AQ==" {
							t.Errorf("answered %q", answer)
						}
						s.say("%s NO [AUTHENTICATIONFAILED] no", tag)
						return true
					}}
					e := s.endpoint()
					e.Mechanism = mechanism
					asked := 0
					e.Secret = func(context.Context) (string, error) {
						if asked++; asked > 1 {
							return "new", nil
						}
						return "old", nil
					}
					dial(t, e)
					if asked != 2 {
						t.Errorf("asked %d times", asked)
					}
					e.Secret = func(context.Context) (string, error) { return "old", nil }
					if _, err := mailwatch.Dial(t.Context(), e, nil); !errors.Is(err, mailwatch.ErrLogin) || !strings.Contains(err.Error(), `{"status":"invalid_token"}`) {
						t.Errorf("error %v", err)
					}
				})
			})
		}
	}
}

// TestPlainOnlyHere: a password goes in the clear to this machine alone.
func TestPlainOnlyHere(t *testing.T) {
	for address, here := range map[string]bool{
		"localhost:143": true, "127.0.0.1:143": true, "127.9.9.9:143": true, "[::1]:143": true,
		"mail.home.example:143": false, "192.0.2.1:143": false, "0.0.0.0:143": false, "127.0.0.1.mail.example:143": false, "localhost.example:143": false, ":143": false,
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &script{}
			e := s.endpoint()
			e.Address = address
			c, err := mailwatch.Dial(t.Context(), e, nil)
			if here {
				must(t, err)
				c.Close()
			} else if !errors.Is(err, mailwatch.ErrTLS) || s.sessions > 0 {
				t.Errorf("%s: error %v", address, err)
			}
		})
	}
}

// encrypted makes a session speak TLS from here on.
func encrypted(s *session, certificate tls.Certificate) {
	s.conn = tls.Server(s.conn, &tls.Config{Certificates: []tls.Certificate{certificate}})
	s.lines = bufio.NewReader(s.conn)
}

// TestStartTLS: what was said in the clear does not count once it is encrypted, and
// the password goes only then.
func TestStartTLS(t *testing.T) {
	certificate, err := mailserver.NewCertificate()
	must(t, err)
	synctest.Test(t, func(t *testing.T) {
		safe := false
		s := &script{caps: "IMAP4rev1 STARTTLS LOGINDISABLED X-CLEAR", on: func(s *session, tag, command string) bool {
			switch {
			case command == "STARTTLS":
				s.say("%s OK go", tag)
				encrypted(s, certificate.TLS)
				s.caps, safe = "IMAP4rev1 IDLE", true
				return true
			case strings.HasPrefix(command, "LOGIN"), strings.HasPrefix(command, "AUTHENTICATE"):
				if !safe {
					t.Errorf("sent %q in the clear", command)
				}
			}
			return false
		}}
		e := s.endpoint()
		e.TLS, e.RootCAs = mailwatch.TLSStart, certificate.CA
		c := dial(t, e)
		if c.Has("X-CLEAR") || c.Has("LOGINDISABLED") || !c.Has("IDLE") {
			t.Error("it believes what was said in the clear")
		}
		_, err := c.Search(t.Context(), "INBOX", "a@b.example")
		must(t, err)
	})
}

// TestCertificate: a certificate that is not right ends in words, before any
// password was sent.
func TestCertificate(t *testing.T) {
	certificate, err := mailserver.NewCertificate()
	must(t, err)
	for name, c := range map[string]struct {
		change func(*mailwatch.Endpoint)
		says   string
	}{
		"trusted":           {func(*mailwatch.Endpoint) {}, ""},
		"unknown authority": {func(e *mailwatch.Endpoint) { e.RootCAs = x509.NewCertPool() }, "unknown authority"},
		"another name":      {func(e *mailwatch.Endpoint) { e.ServerName = "mail.home.example" }, "not mail.home.example"},
	} {
		t.Run(name, func(t *testing.T) {
			// Over a pipe the two sides would write at the same time, for ever.
			l, err := net.Listen("tcp", "127.0.0.1:0")
			must(t, err)
			defer l.Close()
			s := &script{}
			done := make(chan struct{})
			go func() {
				defer close(done)
				conn, err := l.Accept()
				if err != nil {
					return
				}
				session := &session{script: s, number: 1, conn: conn}
				encrypted(session, certificate.TLS)
				session.run()
			}()
			e := s.endpoint()
			e.Address, e.DialContext, e.TLS, e.RootCAs = l.Addr().String(), nil, mailwatch.TLSImplicit, certificate.CA
			c.change(&e)
			conn, err := mailwatch.Dial(t.Context(), e, nil)
			if c.says == "" {
				must(t, err)
				conn.Close()
				return
			}
			<-done
			if !errors.Is(err, mailwatch.ErrTLS) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "ca_file") || len(s.commands) > 0 {
				t.Errorf("error %v, commands %q", err, s.commands)
			}
		})
	}
}

// TestStartTLSStripped: a server that does not encrypt gets no password.
func TestStartTLSStripped(t *testing.T) {
	for name, answer := range map[string]string{"refused": "NO no", "injected": "OK go\r\n* CAPABILITY IMAP4rev1"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{on: func(s *session, tag, command string) bool {
					if command == "STARTTLS" {
						s.raw(tag + " " + answer + "\r\n")
						return true
					}
					return false
				}}
				e := s.endpoint()
				e.TLS = mailwatch.TLSStart
				if _, err := mailwatch.Dial(t.Context(), e, nil); !errors.Is(err, mailwatch.ErrTLS) {
					t.Errorf("error %v", err)
				}
				for _, c := range s.commands {
					if strings.HasPrefix(c, "LOGIN") || strings.HasPrefix(c, "AUTHENTICATE") {
						t.Errorf("sent %q", c)
					}
				}
			})
		})
	}
}

// TestOddMailboxes: a mailbox with an impossible name is passed over.
func TestOddMailboxes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{list: []string{
			`(\HasNoChildren) "/" INBOX`,
			`(\HasNoChildren) "/" "bad &AB name"`,
			`(\HasNoChildren) "/" "bad & name"`,
			"(\\HasNoChildren) \"/\" \"8-bit \xff\"",
			`(\Weird]Flag) "/" "odd]"`,
			`(\NoSelect \Drafts) "/" "Not this"`,
			`(\HasNoChildren \drafts) "/" {8}` + "\r\nEntw\xc3\xbcrf",
			`(\Sent) "/" Sent] ("OLDNAME" ("x"))`,
			`() NIL "Papelera"`,
			`() "/"`,
			`nonsense`,
		}}
		boxes, err := dialScript(t, s).FindMailboxes(t.Context(), mailwatch.Names{})
		must(t, err)
		if boxes.Drafts != "Entwürf" || boxes.Sent != "Sent]" || boxes.Trash != "Papelera" || boxes.How["trash"] != "name" || boxes.How["drafts"] != "special use" {
			t.Errorf("%+v", boxes)
		}
	})
}

// TestIdentify: a server that wants to know with whom it talks is told right after the
// login, before anything else, once, and nothing of this machine; no other is told, and
// nothing depends on the answer.
func TestIdentify(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string // what the server can do, by its greeting and by its answer to LOGIN; "" for silence
		answer        string
		said          bool
	}{
		"announced":             {"IMAP4rev1 ID", "IMAP4rev1 ID", "* ID (\"name\" \"Coremail\" \"x\" {3}\r\na\"b)\r\n%s OK done", true},
		"before the login only": {"IMAP4rev1 ID", "", "* ID NIL\r\n%s OK done", true},
		"after the login only":  {"IMAP4rev1", "IMAP4rev1 ID", "* ID NIL\r\n%s OK done", true},
		"refused":               {"IMAP4rev1 ID", "IMAP4rev1 ID", "%s NO no", true},
		"not understood":        {"IMAP4rev1 ID", "IMAP4rev1 ID", "%s BAD what?", true},
		"not announced":         {"IMAP4rev1 IDLE XID", "IMAP4rev1", "%s BAD what?", false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				known := false
				s := &script{caps: c.before, messages: answers(1), on: func(s *session, tag, command string) bool {
					switch verb, _, _ := strings.Cut(command, " "); verb {
					case "LOGIN":
						if s.caps = c.after; c.after == "" {
							s.caps = c.before
							s.say("%s OK welcome", tag)
							return true
						}
					case "ID":
						known = true
						s.say(c.answer, tag)
						return true
					case "LIST", "EXAMINE":
						if c.said && !known {
							s.say("%s NO %s Unsafe Login. Please contact kefu@mail.example for help", tag, verb)
							return true
						}
					}
					return false
				}}
				e := s.endpoint()
				e.Version = "1.2"
				conn := dial(t, e)
				_, err := conn.End(t.Context(), "INBOX")
				must(t, err)
				var said []string
				for _, command := range s.commands {
					if strings.HasPrefix(command, "ID") {
						said = append(said, command)
					}
				}
				if want := `ID ("name" "Afterword" "version" "1.2")`; len(said) > 1 || c.said != (len(said) == 1 && said[0] == want) {
					t.Errorf("said %q", said)
				}
			})
		})
	}
}
