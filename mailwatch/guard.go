package mailwatch

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"sync/atomic"
	"time"
)

// Bounds of what a server may say. The library's parser recurses once for each
// open parenthesis and buffers a line whole, so both must be bounded before it.
const (
	maxLine    = 1 << 20 // octets of a response without its literals
	maxDepth   = 200     // open parentheses
	maxLiteral = 4 << 20 // nothing that is asked for is larger than 1 MiB
)

// A guard stands between a connection and whoever reads it, and ends the
// connection before a hostile or broken line is parsed. It follows responses
// octet by octet and knows literals ({n}) and quoted strings (RFC 9051, section
// 4.3), so that what stands in them does not count.
//
// Deadlines that are set through it do nothing: the library would end a
// connection after 30 seconds of a slow save. Conn has deadlines of its own.
type guard struct {
	net.Conn
	err   atomic.Pointer[error] // why the line was cut
	ended atomic.Bool           // the network ended it, not the parser
	bye   atomic.Pointer[string]

	state   guardState
	size    int    // octets of this response so far
	depth   int    // open parentheses
	head    []byte // the first octets of the response
	number  int64  // of a literal's announcement, −1 while there is none
	literal int64  // octets of the literal that are still to come
	escaped bool   // after a backslash in a quoted string
}

type guardState uint8

const (
	inHead     guardState = iota // the first words: what kind of response is it?
	inData                       // structured
	inQuote                      // a quoted string in it
	beforeText                   // of a status response: a [code] may follow
	inCode                       // [code]
	inText                       // free text up to the end of the line
	announce                     // {n
	announced                    // {n}, the end of the line must follow
)

// maxHead bounds what is kept of a response to know its kind, and what is kept
// of a BYE for the user.
const maxHead = 200

func newGuard(c net.Conn) *guard { return &guard{Conn: c, number: -1} }

func (g *guard) SetDeadline(time.Time) error      { return nil }
func (g *guard) SetReadDeadline(time.Time) error  { return nil }
func (g *guard) SetWriteDeadline(time.Time) error { return nil }

func (g *guard) Read(p []byte) (int, error) {
	n, err := g.Conn.Read(p)
	if err != nil {
		g.ended.Store(true)
	}
	if bad := g.check(p[:n]); bad != nil {
		g.err.CompareAndSwap(nil, &bad)
		g.Conn.Close()
		return 0, bad
	}
	return n, err
}

// reason returns why the connection ended, where the guard knows it.
func (g *guard) reason() error {
	if g == nil {
		return nil
	}
	if err := g.err.Load(); err != nil {
		return *err
	}
	if text := g.bye.Load(); text != nil {
		return fmt.Errorf("the server said goodbye: %q", *text)
	}
	return nil
}

// errHostile is what every complaint of the guard wraps: the server's line, not
// the network, is to blame.
var errHostile = errors.New("the server sent a line that no mail server should send")

func hostile(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errHostile, fmt.Sprintf(format, args...))
}

func (g *guard) check(p []byte) error {
	for len(p) > 0 {
		if g.literal > 0 {
			n := min(g.literal, int64(len(p)))
			g.literal -= n
			p = p[n:]
			continue
		}
		if n := g.plain(p); n > 0 {
			p = p[n:]
			continue
		}
		if err := g.octet(p[0]); err != nil {
			return err
		}
		p = p[1:]
	}
	return nil
}

// plain passes over what changes nothing, for speed: it is most of what comes.
func (g *guard) plain(p []byte) int {
	n := 0
	switch g.state {
	case inData:
		for n < len(p) && plainData[p[n]] {
			n++
		}
	case inQuote:
		if !g.escaped {
			for n < len(p) && p[n] != '"' && p[n] != '\\' && p[n] != '\n' {
				n++
			}
		}
	}
	// The last octet of a line that is too long is left to octet to complain of.
	n = min(n, maxLine-g.size)
	g.size += n
	return n
}

// plainData marks the octets that mean nothing to the guard in structured data.
var plainData = func() (plain [256]bool) {
	for b := range plain {
		plain[b] = !bytes.Contains([]byte("\n\"{()"), []byte{byte(b)})
	}
	return plain
}()

func (g *guard) octet(b byte) error {
	if g.size++; g.size > maxLine {
		return hostile("longer than %d octets", maxLine)
	}
	if g.state == announced {
		return g.begin(b)
	}
	if b == '\n' {
		return g.end()
	}
	switch g.state {
	case inHead:
		g.head = append(g.head, b)
		return g.classify(b)
	case beforeText:
		g.keep(b)
		if g.state = inText; b == '[' {
			g.state = inCode
		}
	case inCode:
		g.keep(b)
		if b == ']' {
			g.state = inText
		}
	case inText:
		g.keep(b)
	case inQuote:
		switch {
		case g.escaped:
			g.escaped = false
		case b == '\\':
			g.escaped = true
		case b == '"':
			g.state = inData
		}
	case announce:
		switch {
		case b >= '0' && b <= '9' && g.number <= maxLiteral:
			g.number = max(g.number, 0)*10 + int64(b-'0')
		case b == '}' && g.number >= 0:
			g.state = announced
			if g.number > maxLiteral {
				return hostile("a literal of %d octets or more", g.number)
			}
		default:
			return hostile("a literal's size is no number")
		}
	case inData:
		return g.data(b)
	}
	return nil
}

func (g *guard) data(b byte) error {
	switch b {
	case '"':
		g.state, g.escaped = inQuote, false
	case '{':
		g.state, g.number = announce, -1
	case '(':
		if g.depth++; g.depth > maxDepth {
			return hostile("more than %d open parentheses", maxDepth)
		}
	case ')':
		g.depth = max(g.depth-1, 0)
	}
	return nil
}

// begin is in a literal's announcement after the brace: blanks and a CR may stand
// before the LF, as the library's parser allows.
func (g *guard) begin(b byte) error {
	switch b {
	case ' ', '\r':
		return nil
	case '\n':
		g.literal, g.number, g.state = g.number, -1, inData
		return nil
	}
	return hostile("a literal does not begin on a new line")
}

// end is at the end of a line that no literal continues.
func (g *guard) end() error {
	switch g.state {
	case inQuote:
		return hostile("a quoted string runs over the end of a line")
	case announce:
		return hostile("a literal's size is no number")
	case inCode:
		return hostile("a response code has no end")
	}
	if g.state == inText || g.state == beforeText {
		g.goodbye()
	}
	g.state, g.size, g.depth, g.head = inHead, 0, 0, g.head[:0]
	return nil
}

// goodbye remembers the text of a BYE, which the library drops.
func (g *guard) goodbye() {
	if word, text, _ := bytes.Cut(bytes.TrimPrefix(g.head, []byte("* ")), []byte(" ")); bytes.EqualFold(word, []byte("BYE")) {
		said := string(bytes.TrimRight(text, "\r"))
		g.bye.Store(&said)
	}
}

// keep remembers the first octets of a status response.
func (g *guard) keep(b byte) {
	if len(g.head) < maxHead {
		g.head = append(g.head, b)
	}
}

// classify looks at the first words of a response. "* OK", "tag NO", "* 5 BYE"
// and "+" carry free text to the library's parser, in which parentheses, quotes
// and braces mean nothing; anything else is structured. It has to see this just
// as the parser does: what one of them takes for a literal, the other must too.
func (g *guard) classify(b byte) error {
	if g.head[0] == '+' {
		g.state = inText
		return nil
	}
	if len(g.head) > 60 {
		return hostile("%q is no response", g.head)
	}
	switch b {
	case ' ', '\r', '(', ')', '{', '"', '%', '*', '\\', ']':
	default:
		return nil // in the middle of a word
	}
	words := bytes.Split(g.head[:len(g.head)-1], []byte(" "))
	if len(words) == 3 && digits(words[1]) {
		words = words[1:]
	}
	if b == ' ' && (len(words) == 1 || len(words) == 2 && digits(words[1])) || len(g.head) == 1 && b == '*' {
		return nil // its kind is the next word
	}
	if len(words) == 2 {
		switch string(bytes.ToUpper(words[1])) {
		case "OK", "NO", "BAD", "BYE", "PREAUTH":
			g.state = beforeText
			return nil
		}
	}
	g.state = inData
	return g.data(b)
}

func digits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}
