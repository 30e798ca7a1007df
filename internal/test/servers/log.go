package servers

import (
	"bytes"
	"net"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Log keeps the commands that clients sent.
type Log struct {
	mu       sync.Mutex
	commands []string
}

// Commands returns what was sent until now, oldest first, without tags, secrets
// and literals.
func (l *Log) Commands() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.commands)
}

func (l *Log) add(command string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.commands = append(l.commands, command)
}

// recorded is a server's side of a connection whose client is listened to.
type recorded struct {
	net.Conn
	lines lineScanner
}

func record(c net.Conn, l *Log) net.Conn {
	return &recorded{Conn: c, lines: lineScanner{line: func(line []byte) {
		if command, ok := commandOf(line); ok {
			l.add(command)
		}
	}}}
}

func (r *recorded) Read(p []byte) (int, error) {
	n, err := r.Conn.Read(p)
	r.lines.write(p[:n])
	return n, err
}

// A lineScanner cuts a stream of IMAP into lines and leaves the literals out
// (RFC 9051, section 4.3). It is used by one goroutine.
type lineScanner struct {
	line func([]byte)
	part []byte
	skip int
}

func (s *lineScanner) write(p []byte) {
	for len(p) > 0 {
		if s.skip > 0 {
			n := min(s.skip, len(p))
			s.skip, p = s.skip-n, p[n:]
			continue
		}
		i := bytes.IndexByte(p, '\n')
		if i < 0 {
			s.part = append(s.part, p...)
			return
		}
		s.part = append(s.part, p[:i+1]...)
		p = p[i+1:]
		s.skip = literalAt(s.part)
		s.line(s.part)
		s.part = s.part[:0]
	}
}

var literalEnd = regexp.MustCompile(`\{(\d+)[+-]?\}\r?\n$`)

// literalAt returns the size of the literal that a line announces, or 0.
func literalAt(line []byte) int {
	m := literalEnd.FindSubmatch(line)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

var tagged = regexp.MustCompile(`^[A-Za-z0-9.]+ [A-Za-z]`)

// commandOf returns the command of a line, or false for what is not the first
// line of a command. Whatever may hold a secret is cut.
func commandOf(line []byte) (string, bool) {
	text := strings.TrimRight(string(line), "\r\n")
	if text == "DONE" {
		return text, true
	}
	if !tagged.MatchString(text) {
		return "", false
	}
	_, command, _ := strings.Cut(text, " ")
	for _, secret := range []string{"LOGIN", "AUTHENTICATE"} {
		if strings.HasPrefix(strings.ToUpper(command), secret) {
			return secret, true
		}
	}
	return command, true
}
