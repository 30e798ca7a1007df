package mailwatch_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"testing"

	"afterword/mailwatch"
)

// A script is a mail server that does what a test tells it to. It knows enough
// for an ordinary conversation; on overrides single commands.
type script struct {
	caps     string
	list     []string
	messages map[uint32]string // UID → raw, of every mailbox
	validity uint32
	greet    func(s *session) // nil for an ordinary greeting
	// on is asked first for each command; it reports whether it has answered.
	on func(s *session, tag, command string) bool

	sessions int
	commands []string // as they came, without tags
}

// session is one connection to a script.
type session struct {
	*script
	number   int // 1 for the first
	conn     net.Conn
	lines    *bufio.Reader
	selected string
}

var errHangUp = errors.New("hang up")

func (s *session) say(format string, args ...any) {
	if _, err := fmt.Fprintf(s.conn, format+"\r\n", args...); err != nil {
		panic(errHangUp)
	}
}

func (s *session) raw(text string) {
	if _, err := io.WriteString(s.conn, text); err != nil {
		panic(errHangUp)
	}
}

func (s *session) hangUp() { panic(errHangUp) }

func (s *session) line() string {
	line, err := s.lines.ReadString('\n')
	if err != nil {
		panic(errHangUp)
	}
	return strings.TrimRight(line, "\r\n")
}

// endpoint returns where the script is to be found.
func (s *script) endpoint() mailwatch.Endpoint {
	return mailwatch.Endpoint{
		Address: "127.0.0.1:143", TLS: mailwatch.TLSNone, Username: "robin",
		Secret: func(context.Context) (string, error) { return "secret", nil },
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			client, server := net.Pipe()
			s.sessions++
			go (&session{script: s, number: s.sessions, conn: server, lines: bufio.NewReader(server)}).run()
			return client, nil
		},
	}
}

func (s *session) run() {
	defer s.conn.Close()
	defer func() {
		if v := recover(); v != nil && v != errHangUp {
			panic(v)
		}
	}()
	if s.caps == "" {
		s.caps = "IMAP4rev1 IDLE UIDPLUS MOVE LITERAL+"
	}
	if s.validity == 0 {
		s.validity = 7
	}
	if s.greet != nil {
		s.greet(s)
	} else {
		s.say("* OK [CAPABILITY %s] ready", s.caps)
	}
	for {
		tag, command, _ := strings.Cut(s.line(), " ")
		s.commands = append(s.commands, command)
		if s.on != nil && s.on(s, tag, command) {
			continue
		}
		s.answer(tag, command)
	}
}

func (s *session) next() uint32 {
	next := uint32(1)
	for uid := range s.messages {
		next = max(next, uid+1)
	}
	return next
}

func (s *session) answer(tag, command string) {
	verb, rest, _ := strings.Cut(command, " ")
	switch verb {
	case "LOGIN":
		s.say("%s OK [CAPABILITY %s] welcome", tag, s.caps)
		return
	case "CAPABILITY":
		s.say("* CAPABILITY %s", s.caps)
	case "LIST":
		for _, l := range s.list {
			s.say("* LIST %s", l)
		}
	case "EXAMINE", "SELECT":
		s.selected = rest
		s.say("* %d EXISTS", len(s.messages))
		s.say("* OK [UIDVALIDITY %d] ok", s.validity)
		s.say("* OK [UIDNEXT %d] ok", s.next())
	case "UID":
		s.uid(rest)
	case "IDLE":
		s.say("+ idling")
		s.line()
	case "LOGOUT":
		s.say("* BYE see you")
	}
	s.say("%s OK done", tag)
}

func (s *session) uid(command string) {
	verb, rest, _ := strings.Cut(command, " ")
	switch verb {
	case "SEARCH":
		found := ""
		for uid, end := uint32(1), s.next(); uid < end; uid++ {
			if _, ok := s.messages[uid]; ok && matches(rest, uid) {
				found += " " + strconv.Itoa(int(uid))
			}
		}
		s.say("* SEARCH%s", found)
	case "FETCH":
		set, items, _ := strings.Cut(rest, " ")
		if low, open := strings.CutSuffix(set, ":*"); open {
			set = fmt.Sprintf("%s:%d", low, s.next())
		}
		for _, uid := range numbers(set) {
			if _, ok := s.messages[uid]; ok {
				s.fetch(uid, items)
			}
		}
	}
}

func matches(criteria string, uid uint32) bool {
	_, set, ok := strings.Cut(criteria, "UID ")
	if !ok {
		return true
	}
	low, high, is := strings.Cut(strings.Fields(set)[0], ":")
	from, _ := strconv.Atoi(low)
	to := from
	if is {
		to, _ = strconv.Atoi(high)
	}
	return int(uid) >= from && (high == "*" || int(uid) <= to)
}

func numbers(set string) []uint32 {
	var all []uint32
	for r := range strings.SplitSeq(set, ",") {
		low, high, is := strings.Cut(r, ":")
		from, _ := strconv.Atoi(low)
		to := from
		if is {
			to, _ = strconv.Atoi(high)
		}
		for u := from; u <= to; u++ {
			all = append(all, uint32(u))
		}
	}
	return all
}

// fetch answers for one message.
func (s *session) fetch(uid uint32, items string) {
	raw := s.messages[uid]
	if strings.Contains(items, "HEADER.FIELDS") {
		header, _, _ := strings.Cut(raw, "\r\n\r\n")
		header += "\r\n\r\n"
		s.raw(fmt.Sprintf("* %d FETCH (UID %d FLAGS () INTERNALDATE \"04-Mar-2026 12:00:00 +0000\" RFC822.SIZE %d BODY[HEADER.FIELDS (FROM)] {%d}\r\n%s", uid, uid, len(raw), len(header), header))
		if _, partial, ok := strings.Cut(items, "BODY.PEEK[]<0."); ok {
			partial, _, _ = strings.Cut(partial, ">")
			n, _ := strconv.Atoi(partial)
			text := raw[:min(n, len(raw))]
			s.raw(fmt.Sprintf(" BODY[]<0> {%d}\r\n%s", len(text), text))
		}
		s.raw(")\r\n")
		return
	}
	s.raw(fmt.Sprintf("* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n", uid, uid, len(raw), raw))
}

// answers makes n messages with the UIDs from 1.
func answers(n int) map[uint32]string {
	all := map[uint32]string{}
	for i := range n {
		all[uint32(i+1)] = string(answer(fmt.Sprintf("m%d@acme.example", i+1), "Hello", "text"))
	}
	return all
}

// reader collects what CatchUp saves.
type reader struct {
	messages []uint32
	headers  []uint32
	aside    []mailwatch.SetAside
	cursor   mailwatch.Cursor
	reset    bool
}

func (r *reader) save(b mailwatch.Batch) error {
	for _, m := range b.Messages {
		r.messages = append(r.messages, m.UID)
	}
	r.headers = append(r.headers, b.Others...)
	r.aside = append(r.aside, b.SetAside...)
	r.cursor, r.reset = b.Cursor, r.reset || b.Reset
	return nil
}

func dialScript(t *testing.T, s *script) *mailwatch.Conn {
	t.Helper()
	return dial(t, s.endpoint())
}
