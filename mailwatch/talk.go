package mailwatch

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// errSaid marks an error that is the server's own word, or ours, and not the end
// of the connection.
var errSaid = errors.New("refused")

// said wraps err so that it is not taken for a lost connection.
type said struct{ error }

func (s said) Is(target error) bool { return target == errSaid }
func (s said) Unwrap() error        { return s.error }

// A talk is the beginning of a connection, up to where the library takes over:
// greeting, STARTTLS, login, capabilities, and the list of mailboxes. It is
// spoken by hand, because the library knows no XOAUTH2, takes whatever an
// IMAP4rev2 server ought to have for granted, and gives the connection up over
// one mailbox whose name is badly encoded.
type talk struct {
	raw   net.Conn // what to close
	guard *guard
	r     *bufio.Reader
	end   Endpoint
	tls   *tls.Config
	tag   int
	caps  capabilities
	known bool // we have said who we are
}

func (t *talk) over(c net.Conn) {
	t.guard = newGuard(c)
	t.guard.left.Store(talkOctets)
	t.r = bufio.NewReaderSize(t.guard, 4096)
}

func (t *talk) open(ctx context.Context) (*Conn, error) {
	if t.end.TLS == TLSImplicit {
		if err := t.encrypt(ctx, t.raw); err != nil {
			return nil, err
		}
	} else {
		t.over(t.raw)
	}
	if err := t.greeting(); err != nil {
		return nil, err
	}
	if t.end.TLS == TLSStart {
		if err := t.startTLS(ctx); err != nil {
			return nil, err
		}
	}
	if err := t.capability(); err != nil {
		return nil, err
	}
	before := t.caps
	if err := t.login(ctx); err != nil {
		return nil, err
	}
	if err := t.identify(before + t.caps); err != nil {
		return nil, err
	}
	if t.caps == "" {
		if err := t.capability(); err != nil {
			return nil, err
		}
	}
	if err := t.identify(t.caps); err != nil {
		return nil, err
	}
	listed, err := t.list()
	if err != nil {
		return nil, err
	}
	return newConn(t, listed), nil
}

func (t *talk) encrypt(ctx context.Context, c net.Conn) error {
	conn := tls.Client(c, t.tls)
	if err := conn.HandshakeContext(ctx); err != nil {
		return err
	}
	t.over(conn)
	return nil
}

// greeting reads the first line (RFC 9051, section 7.1). PREAUTH is refused: a
// server that knows us without a login is not the one that was configured.
func (t *talk) greeting() error {
	line, err := t.line()
	if err != nil {
		return err
	}
	switch kind, code, text := status(line); kind {
	case "OK":
		t.note(line)
		return nil
	case "BYE":
		return said{refused(code, text, ErrUnavailable)}
	}
	return said{fmt.Errorf("%w: %q is no greeting of an IMAP server", ErrLost, clip(line, 100))}
}

// startTLS is RFC 9051, section 6.2.1. What was said in the clear does not count
// any more: neither the capabilities nor anything that came with the OK.
func (t *talk) startTLS(ctx context.Context) error {
	if err := t.command("STARTTLS", ErrTLS, nil); err != nil {
		return err
	}
	if t.r.Buffered() > 0 {
		return said{fmt.Errorf("%w: the server went on talking in the clear after STARTTLS", ErrTLS)}
	}
	t.caps = ""
	return t.encrypt(ctx, t.raw)
}

func (t *talk) capability() error {
	if t.caps != "" {
		return nil
	}
	if err := t.command("CAPABILITY", ErrRefused, nil); err != nil {
		return err
	}
	if t.caps == "" {
		return said{fmt.Errorf("%w: it does not say what it can do", ErrRefused)}
	}
	return nil
}

// identify says who we are (RFC 2971), once, to a server that wants to know: some
// providers (163.com and its kin) let nobody read a mailbox before that. It comes
// before anything else that follows the login, and says nothing of this machine.
// Nothing depends on the answer.
func (t *talk) identify(caps capabilities) error {
	if t.known || !caps.has("ID") {
		return nil
	}
	t.known = true
	command := `ID ("name" "Afterword"`
	if quotable(t.end.Version) && t.end.Version != "" {
		command += ` "version" ` + quote(t.end.Version)
	}
	if err := t.command(command+")", ErrRefused, nil); err != nil && !errors.Is(err, errSaid) {
		return err
	}
	return nil
}

// note takes the capabilities from "* CAPABILITY …" or "… OK [CAPABILITY …] …".
func (t *talk) note(line string) {
	rest, ok := strings.CutPrefix(strings.ToUpper(line), "* CAPABILITY ")
	if !ok {
		if _, rest, ok = strings.Cut(strings.ToUpper(line), " OK [CAPABILITY "); !ok {
			return
		}
		rest, _, _ = strings.Cut(rest, "]")
	}
	t.caps = capabilities(" " + strings.Join(strings.Fields(rest), " ") + " ")
}

// command sends a line and reads up to its tagged answer. Each untagged line is
// handed to each, where there is one. otherwise is the word for a NO without a
// code of its own.
func (t *talk) command(line string, otherwise error, each func(line string)) error {
	tag, err := t.send(line)
	if err != nil {
		return err
	}
	return t.answer(tag, otherwise, each, nil)
}

func (t *talk) send(line string) (tag string, err error) {
	if t.guard.left.Store(talkOctets); strings.HasPrefix(line, "LIST ") {
		t.guard.left.Store(listOctets)
	}
	t.tag++
	tag = "a" + strconv.Itoa(t.tag)
	_, err = io.WriteString(t.guard, tag+" "+line+"\r\n")
	return tag, err
}

// answer reads up to the tagged response. A continuation request goes to more,
// which returns the line to send.
func (t *talk) answer(tag string, otherwise error, each func(line string), more func(text string) (string, error)) error {
	for {
		line, err := t.line()
		if err != nil {
			return err
		}
		switch {
		case strings.HasPrefix(line, "+"):
			if more == nil {
				return said{fmt.Errorf("%w: it asked for more where there is none", ErrRefused)}
			}
			reply, err := more(strings.TrimSpace(line[1:]))
			if err != nil {
				return err
			}
			if _, err := io.WriteString(t.guard, reply+"\r\n"); err != nil {
				return err
			}
		case strings.HasPrefix(line, "* "):
			t.note(line)
			if each != nil {
				each(line)
			}
		case strings.HasPrefix(line, tag+" "):
			kind, code, text := status(line)
			if kind != "OK" {
				return said{refused(code, text, otherwise)}
			}
			t.note(line)
			return nil
		default:
			return fmt.Errorf("%q answers nothing that was asked", clip(line, 100))
		}
	}
}

// line reads one response without its CRLF. Literals are taken into it as quoted
// strings are, with their announcement; the guard bounds both.
func (t *talk) line() (string, error) {
	var b strings.Builder
	for {
		part, err := t.r.ReadString('\n')
		if err != nil {
			return "", err
		}
		b.WriteString(part)
		n, ok := literalSize(part)
		if !ok || !strings.HasPrefix(b.String(), "* ") || len(b.String()) > maxLine {
			return strings.TrimRight(b.String(), "\r\n"), nil
		}
		if _, err := io.CopyN(&b, t.r, n); err != nil {
			return "", err
		}
	}
}

// literalSize reads the announcement of a literal at the end of a line.
func literalSize(line string) (int64, bool) {
	line = strings.TrimRight(line, "\r\n ")
	i := strings.LastIndexByte(line, '{')
	if i < 0 || !strings.HasSuffix(line, "}") {
		return 0, false
	}
	n, err := strconv.ParseInt(line[i+1:len(line)-1], 10, 64)
	return n, err == nil && n >= 0 && n <= maxLiteral
}

// status takes a status response apart (RFC 9051, section 7.1).
func status(line string) (kind string, code imap.ResponseCode, text string) {
	_, rest, _ := strings.Cut(line, " ")
	kind, text, _ = strings.Cut(rest, " ")
	if in, ok := strings.CutPrefix(text, "["); ok {
		if c, after, ok := strings.Cut(in, "]"); ok {
			c, _, _ = strings.Cut(c, " ")
			code, text = imap.ResponseCode(strings.ToUpper(c)), strings.TrimSpace(after)
		}
	}
	return strings.ToUpper(kind), code, text
}

// capabilities are what a server can do (RFC 9051, section 7.2.2): names in capital
// letters, with a blank before and behind each; "" where it is not known.
type capabilities string

func (c capabilities) has(name string) bool { return strings.Contains(string(c), " "+name+" ") }

// preauth is the line with which the library is told that the login is behind it, and
// which of what it makes use of the server has. IMAP4rev2 is left out: the library
// takes it for a promise of MOVE, UIDPLUS, ESEARCH and UTF-8 in quotes, and some
// servers only advertise it.
func (c capabilities) preauth() string {
	line := "* PREAUTH [CAPABILITY IMAP4rev1"
	for _, name := range []string{"LITERAL+", "LITERAL-", "UIDPLUS", "MOVE", "ESEARCH", "CONDSTORE", "IDLE", "ENABLE"} {
		if c.has(name) {
			line += " " + name
		}
	}
	return line + "] ready\r\n"
}

// rest is what is read from now on: what was read ahead, and then the connection,
// through a guard of its own that is tidy.
func (t *talk) rest() *guard {
	ahead, _ := t.r.Peek(t.r.Buffered())
	g := newGuard(&handover{Conn: t.guard.Conn, ahead: bytes.Clone(ahead)})
	g.tidy = true
	return g
}

// handover is a connection of which some was read ahead.
type handover struct {
	net.Conn
	ahead []byte
}

func (h *handover) Read(p []byte) (int, error) {
	if len(h.ahead) > 0 {
		n := copy(p, h.ahead)
		if h.ahead = h.ahead[n:]; len(h.ahead) == 0 {
			h.ahead = nil
		}
		return n, nil
	}
	return h.Conn.Read(p)
}
