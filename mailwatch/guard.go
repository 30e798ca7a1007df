package mailwatch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"os"
	"strconv"
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
// connection before a hostile or broken line is parsed. It follows responses line
// by line and knows literals ({n}) and quoted strings (RFC 9051, section 4.3), so
// that what stands in them does not count.
//
// A tidy guard also keeps from the library what it would end the connection over
// although it is harmless: see tidy.go.
//
// Deadlines that are set through it do nothing: the library would end a
// connection after 30 seconds of a slow save. Conn has deadlines of its own.
type guard struct {
	net.Conn
	tidy     bool
	octets   atomic.Int64          // that came
	left     atomic.Int64          // octets that may still come; see bound.go
	err      atomic.Pointer[error] // why the line was cut
	ended    atomic.Bool           // the network ended it, not the parser
	recalled atomic.Bool           // whoever reads now is told that this is the end
	bye      atomic.Pointer[string]

	line    []byte // a line whose end has not come
	literal int64  // octets of a literal that are still to come

	course course // what becomes of the response under way
	more   bool   // it goes on behind a literal
	size   int    // its octets so far, without literals
	depth  int    // its open parentheses
	items  itemRule
	any    bool      // an item of its list was passed on
	keep   bool      // the item under way is passed on
	catch  *catch    // of a response that is caught
	mark   int       // where in out the response under way begins
	name   []byte    // of the mailbox that a STATUS response is of, where it is a literal
	whole  []byte    // what was collected
	lists  *[]listed // takes LIST responses; nil for none

	lent     bool                  // the library reads
	catching atomic.Pointer[catch] // of FETCH responses from now on; nil passes them on

	out    []byte // for the reader
	taken  int    // of out
	failed error  // for the reader, after that
}

// A course is what becomes of a response.
type course uint8

const (
	asText    course = iota // it is free text, in which nothing means anything
	asIs                    // it is structured, and passed on
	dropped                 // it is structured, and not passed on
	itemised                // it is a list of items, each of which is looked at
	caught                  // the same, and what matters in it is taken here
	named                   // a STATUS response whose mailbox is a literal: a list of items comes behind it
	collected               // a LIST response: it is taken here when it is whole
)

func newGuard(c net.Conn) *guard {
	g := &guard{Conn: c}
	g.left.Store(math.MaxInt64)
	return g
}

func (g *guard) SetDeadline(time.Time) error      { return nil }
func (g *guard) SetReadDeadline(time.Time) error  { return nil }
func (g *guard) SetWriteDeadline(time.Time) error { return nil }

func (g *guard) Read(p []byte) (int, error) {
	for g.taken == len(g.out) {
		if g.recalled.Load() {
			return 0, io.EOF
		}
		if err := g.fill(p); err != nil && !g.recalled.Load() {
			return 0, err
		}
		if len(p) == 0 {
			break
		}
	}
	n := copy(p, g.out[g.taken:])
	g.taken += n
	return n, nil
}

// fill reads once from the connection, with room for what comes, when all that was
// made of what came before is taken. A deadline that is over is no end.
func (g *guard) fill(room []byte) error {
	if g.failed != nil {
		return g.failed
	}
	// An idle connection keeps no large buffer.
	if g.taken = 0; len(g.out) < 1024 && cap(g.out) > 1024 {
		g.out = nil
	}
	g.out, g.mark = g.out[:0], 0
	n, err := g.Conn.Read(room)
	g.octets.Add(int64(n))
	bad := g.follow(room[:n])
	if bad == nil && g.left.Add(-int64(n)) < 0 {
		bad = errFlood
	}
	if bad != nil {
		// What came before the bad line is whole and counts.
		g.err.CompareAndSwap(nil, &bad)
		g.failed, g.out = bad, g.out[:g.mark]
		g.Conn.Close()
	}
	if err != nil && g.failed == nil && !errors.Is(err, os.ErrDeadlineExceeded) {
		g.failed = err
		g.ended.Store(true)
	}
	if len(g.out) > 0 {
		return nil // first what came
	}
	if g.failed != nil {
		return g.failed
	}
	return err
}

// nextLine takes a line, without its end, of what is there.
func (g *guard) nextLine() (string, bool) {
	end := bytes.IndexByte(g.out[g.taken:], '\n')
	if end < 0 {
		return "", false
	}
	line := g.out[g.taken : g.taken+end]
	g.taken += end + 1
	return string(bytes.TrimSuffix(line, []byte("\r"))), true
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

// follow takes what came apart into lines and literals.
func (g *guard) follow(p []byte) error {
	for len(p) > 0 {
		if g.literal > 0 {
			n := min(g.literal, int64(len(p)))
			if g.passes() {
				g.emit(p[:n])
			} else if g.course == caught {
				g.catch.literal(p[:n])
			} else if g.course == named {
				g.name = append(g.name, p[:n]...)
			} else if g.course == collected {
				g.whole = append(g.whole, p[:n]...)
			}
			g.literal -= n
			p = p[n:]
			continue
		}
		end := bytes.IndexByte(p, '\n')
		if g.size+len(g.line)+max(end, 0) > maxLine || end < 0 && g.size+len(g.line)+len(p) > maxLine {
			return hostile("longer than %d octets", maxLine)
		}
		if end < 0 {
			g.line = append(g.line, p...)
			return nil
		}
		line := p[:end]
		p = p[end+1:]
		if len(g.line) > 0 {
			line = append(g.line, line...)
			g.line = line[:0]
		}
		// Blanks before the end of a line mean nothing, and the library stumbles
		// over more than one.
		if err := g.pass(bytes.TrimRight(line, " \r")); err != nil {
			return err
		}
		if cap(g.line) > 1024 {
			g.line = nil
		}
	}
	return nil
}

func (g *guard) emit(b []byte) { g.out = append(g.out, b...) }

func (g *guard) hand(s string) { g.out = append(g.out, s...) }

// passes reports whether what is under way reaches the reader.
func (g *guard) passes() bool {
	return g.course == asText || g.course == asIs || g.course == itemised && g.keep
}

// pass takes one line, or what stands before, between and behind the literals of
// a response, without its end.
func (g *guard) pass(line []byte) (err error) {
	g.size += len(line) + 1
	i := 0
	if !g.more {
		g.mark = len(g.out)
		if i, err = g.begin(line); err != nil {
			return err
		}
	} else if g.course == named {
		i = g.statusOf(line)
	}
	g.more = false
	switch g.course {
	case asIs:
		_, err = g.scan(line, i, -1)
		g.emit(line[i:])
	case dropped, named:
		err = g.drop(line)
	case collected:
		err = g.collect(line[i:])
	case itemised, caught:
		err = g.list(line, i)
	}
	switch {
	case err != nil:
		return err
	case g.course == caught && !g.more:
		return hostile("a list of items has no end")
	case g.more && g.passes() || !g.more && g.course != dropped && g.course != collected:
		g.hand("\r\n")
	}
	if !g.more {
		g.size, g.depth, g.any, g.keep = 0, 0, false, false
		g.name, g.whole = nil, nil
	}
	return nil
}

// begin looks at the first words of a response. "* OK", "tag NO", "* 5 BYE" and
// "+" carry free text, in which parentheses, quotes and braces mean nothing;
// anything else is structured. It returns up to where it dealt with the line.
func (g *guard) begin(line []byte) (int, error) {
	if len(line) == 0 || line[0] == '+' {
		g.course = asText
		g.emit(line)
		return len(line), nil
	}
	g.course = asIs
	untagged, i := line[0] == '*', 1
	if !untagged {
		i = atom(line, 0)
	}
	if i == 0 || i == len(line) || line[i] != ' ' {
		return 0, nil // no response: the reader may make of it what it can
	}
	tag := line[:i]
	i = blanks(line, i)
	end := atom(line, i)
	var number []byte
	if untagged && digits(line[i:end]) {
		if number = line[i:end]; len(number) > 60 {
			return 0, hostile("%q is no number", clip(string(number), 60))
		}
		i = blanks(line, end)
		end = atom(line, i)
	}
	kind := upper(line[i:end])
	switch string(kind) {
	case "":
		return 0, nil
	case "OK", "NO", "BAD", "BYE", "PREAUTH":
		g.course = asText
		text := line[blanks(line, end):]
		if untagged && string(kind) == "BYE" {
			said := clip(string(text), 200) // which the library drops
			g.bye.Store(&said)
		}
		if !g.tidy {
			g.emit(line)
			return len(line), nil
		}
		g.emit(tag)
		g.hand(" ")
		g.emit(kind)
		g.status(text)
		return len(line), nil
	}
	if !g.tidy || !untagged {
		return 0, nil
	}
	return g.data(line, end, number, kind)
}

// drop looks at what is not passed on. Who knows what it says: only whether a
// literal follows matters.
func (g *guard) drop(line []byte) error {
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || line[len(line)-1] != '}' || !digits(line[open+1:len(line)-1]) {
		return nil
	}
	return g.announced(line[open:])
}

// scan walks over structured data from line[i] on, up to its end, to a literal,
// or to where no more than floor parentheses are open.
func (g *guard) scan(line []byte, i, floor int) (int, error) {
	for i < len(line) {
		switch line[i] {
		case '"':
			end, err := quotedString(line, i)
			if err != nil {
				return i, err
			}
			i = end
			continue
		case '{':
			return len(line), g.announced(line[i:])
		case '(':
			if g.depth++; g.depth > maxDepth {
				return i, hostile("more than %d open parentheses", maxDepth)
			}
		case ')':
			if g.depth = max(g.depth-1, 0); g.depth <= floor {
				return i + 1, nil
			}
		}
		i++
	}
	return i, nil
}

// announced reads the announcement of a literal, which must end its line.
func (g *guard) announced(s []byte) error {
	if len(s) < 3 || s[len(s)-1] != '}' || !digits(s[1:len(s)-1]) {
		return hostile("%q announces no literal", clip(string(s), 60))
	}
	n, err := strconv.ParseInt(string(s[1:len(s)-1]), 10, 64)
	if err != nil || n > maxLiteral {
		return hostile("a literal of %s octets", clip(string(s[1:len(s)-1]), 60))
	}
	g.literal, g.more = n, true
	return nil
}

// quotedString returns where the quoted string at line[i] ends.
func quotedString(line []byte, i int) (int, error) {
	for i++; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '"':
			return i + 1, nil
		}
	}
	return i, hostile("a quoted string runs over the end of a line")
}
