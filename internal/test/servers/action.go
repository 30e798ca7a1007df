package servers

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"net"
	"regexp"
	"strings"
	"time"
)

// An Action happens at one line of a connection. It returns the line that is
// passed on; nil passes nothing on.
type Action func(l *link, line []byte) []byte

// Stall makes the connection a dead one: from here on nothing passes in either
// direction, both sockets stay open, and nobody is told.
func Stall() Action {
	return func(l *link, _ []byte) []byte { l.stall(); return nil }
}

// Hang ends the connection in order; with rst by a RST.
func Hang(rst bool) Action {
	return func(l *link, _ []byte) []byte { l.close(rst); return nil }
}

// Delay passes the line on after d.
func Delay(d time.Duration) Action {
	return func(l *link, line []byte) []byte {
		select {
		case <-time.After(d):
		case <-l.proxy.done:
		}
		return line
	}
}

// Slow bounds what the client gets from here on, in bytes a second.
func Slow(rate int) Action {
	return func(l *link, line []byte) []byte { l.rate.Store(int64(rate)); return line }
}

// Signal tells that the line came, where somebody listens, and passes it on.
func Signal(came chan<- struct{}) Action {
	return func(_ *link, line []byte) []byte {
		select {
		case came <- struct{}{}:
		default:
		}
		return line
	}
}

// Eat passes nothing on.
func Eat() Action { return func(*link, []byte) []byte { return nil } }

// LoseAnswer lets a client's command through, and cuts the connection when the
// server answers it: the command was obeyed, and the client can't know.
func LoseAnswer() Action {
	return func(l *link, line []byte) []byte {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.losing[l.tag] = true
		return line
	}
}

// Answer answers a client's line in the server's place; $TAG stands for the tag
// of its command.
func Answer(text string) Action {
	return func(l *link, _ []byte) []byte { l.tell(text); return nil }
}

// Inject sends lines to the client, then passes the line on.
func Inject(text string) Action {
	return func(l *link, line []byte) []byte { l.tell(text); return line }
}

// Replace replaces what matches the regular expression in the line.
func Replace(match, by string) Action {
	re := regexp.MustCompile(match)
	return func(_ *link, line []byte) []byte {
		out := re.ReplaceAll(line, []byte(by))
		if out == nil {
			out = []byte{}
		}
		return out
	}
}

// Truncate passes n bytes on and then stalls.
func Truncate(n int) Action {
	return func(l *link, line []byte) []byte {
		l.send(l.client, line[:min(n, len(line))])
		l.stall()
		return nil
	}
}

// Garbage sends n random bytes to the client and ends the connection.
func Garbage(n int) Action {
	return func(l *link, _ []byte) []byte {
		junk := make([]byte, n)
		_, _ = rand.Read(junk)
		l.send(l.client, junk)
		l.close(false)
		return nil
	}
}

// Literal sends the client a message of n zero bytes that nobody asked for, then
// passes the line on.
func Literal(n int64) Action {
	return func(l *link, line []byte) []byte {
		if !l.send(l.client, fmt.Appendf(nil, "* 1 FETCH (UID 1 BODY[] {%d}\r\n", n)) {
			return nil
		}
		zeros := make([]byte, 64<<10)
		for n > 0 {
			m := min(n, int64(len(zeros)))
			if !l.send(l.client, zeros[:m]) {
				return nil
			}
			n -= m
		}
		l.send(l.client, []byte(")\r\n"))
		return line
	}
}

// tell sends lines to the client.
func (l *link) tell(text string) {
	l.mu.Lock()
	tag := l.tag
	l.mu.Unlock()
	l.send(l.client, []byte(strings.ReplaceAll(text, "$TAG", tag)+"\r\n"))
}

// heard notes a line of the client.
func (l *link) heard(line []byte) {
	command, ok := commandOf(line)
	if !ok {
		return
	}
	l.proxy.log.add(command)
	if tag, _, found := strings.Cut(string(line), " "); found {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.tag = tag
	}
}

// lost reports whether a line of the server is an answer that must not arrive.
func (l *link) lost(line []byte) bool {
	tag, _, _ := bytes.Cut(line, []byte(" "))
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.losing[string(tag)]
}

// send writes to one side, to the client no faster than it may.
func (l *link) send(to net.Conn, b []byte) bool {
	for len(b) > 0 {
		n := len(b)
		if rate := l.rate.Load(); rate > 0 && to == l.client {
			n = min(n, int(max(1, rate/20)))
			select {
			case <-time.After(50 * time.Millisecond):
			case <-l.proxy.done:
				return false
			}
		}
		if _, err := to.Write(b[:n]); err != nil {
			return false
		}
		b = b[n:]
	}
	return true
}
