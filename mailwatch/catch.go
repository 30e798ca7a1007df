package mailwatch

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// This file reads the answers to a FETCH where they come by, in the guard. The
// library would hand each of them over item by item, and wait with everything else
// until somebody takes it; a mailbox of 100,000 messages is read three times as fast
// when they are put down as they come, and several can be under way.

// An answer is one answer to a FETCH.
type answer struct {
	uid      uint32
	size     int64
	received time.Time
	flags    []string
	header   []byte // nil where none came
	body     []byte // nil where none came
}

// A catch holds the answers that have come and that nobody took yet.
type catch struct {
	mu      sync.Mutex
	come    []answer
	octets  int
	limit   int64  // of a body
	alive   func() // called when something came
	pending answer // the one under way; the guard's alone, like the next
	into    *[]byte
	room    int64  // octets that into may still take
	block   []byte // of which the next small value gets its piece
}

// A mailbox has many small headers: they share blocks, which go when the answers of
// their time have gone.
const (
	blockSize = 64 << 10
	smallPart = 4 << 10
)

// piece returns room for n octets.
func (k *catch) piece(n int64) []byte {
	if n > smallPart {
		return make([]byte, 0, n)
	}
	if n > int64(len(k.block)) {
		k.block = make([]byte, blockSize)
	}
	p := k.block[:0:n]
	k.block = k.block[n:]
	return p
}

// maxCaught bounds what may come before it is taken: more than twice what can be
// asked for at once.
const maxCaught = 32 << 20

// bound sets how much is kept of a body, where that matters.
func (k *catch) bound(limit int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.limit = max(k.limit, limit)
}

// watch sets what is called when something comes.
func (k *catch) watch(alive func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.alive = alive
}

// claim returns the answers of these UIDs, which are in order.
func (k *catch) claim(uids []uint32) []answer {
	k.mu.Lock()
	defer k.mu.Unlock()
	in := func(l answer) bool { return l.uid >= uids[0] && l.uid <= uids[len(uids)-1] }
	n := 0 // they nearly always stand together at the front
	for n < len(k.come) && in(k.come[n]) {
		n++
	}
	mine := slices.Clone(k.come[:n])
	k.come = slices.Delete(k.come, 0, n) // in place: most of it may still be to come
	k.come = slices.DeleteFunc(k.come, func(l answer) bool {
		if in(l) {
			mine = append(mine, l)
		}
		return in(l)
	})
	for _, l := range mine {
		k.octets -= len(l.header) + len(l.body)
	}
	return mine
}

// done puts the answer under way down. One without a UID is nobody's, and one
// with neither header nor body tells of a mark that somebody set.
func (k *catch) done() error {
	l := k.pending
	k.pending, k.into = answer{}, nil
	k.mu.Lock()
	defer k.mu.Unlock()
	if l.uid != 0 && (l.header != nil || l.body != nil) {
		k.come = append(k.come, l)
		k.octets += len(l.header) + len(l.body)
	}
	if k.alive != nil {
		k.alive()
	}
	if k.octets > maxCaught {
		return hostile("more than %d octets of messages that nobody asked for", maxCaught)
	}
	return nil
}

// item takes one item of an answer. cut says that its value ends with the
// announcement of a literal.
func (k *catch) item(name, section, value []byte, cut bool) {
	l := &k.pending
	k.into = nil
	if len(value) == 0 || cut && string(name) != "BODY" {
		return
	}
	switch string(name) {
	case "UID":
		if n, err := strconv.ParseUint(string(value), 10, 32); err == nil {
			l.uid = uint32(n)
		}
	case "RFC822.SIZE":
		if n, err := strconv.ParseUint(string(value), 10, 63); err == nil {
			l.size = int64(n)
		}
	case "INTERNALDATE":
		if t, err := time.Parse(`"_2-Jan-2006 15:04:05 -0700"`, string(value)); err == nil {
			l.received = t
		}
	case "FLAGS":
		l.flags = nil
		for f := range bytes.FieldsSeq(bytes.Trim(value, "()")) {
			l.flags = append(l.flags, flagName(f))
		}
	case "BODY":
		k.mu.Lock()
		to, limit := &l.body, k.limit
		k.mu.Unlock()
		if bytes.HasPrefix(section, []byte("[HEADER")) {
			to, limit = &l.header, maxHeader+1
		} else if !bytes.HasPrefix(section, []byte("[]")) {
			return
		}
		switch {
		case cut:
			n, _ := strconv.ParseInt(string(value[bytes.LastIndexByte(value, '{')+1:len(value)-1]), 10, 64)
			k.room = min(n, limit)
			*to = k.piece(k.room)
			k.into = to
		case value[0] == '"' && len(value) > 1:
			text, _ := astring(string(value))
			*to = []byte(text[:min(int64(len(text)), limit)])
		}
	}
}

// systemFlags are written in any letter case (RFC 9051, section 2.3.2).
var systemFlags = []string{`\Seen`, `\Answered`, `\Flagged`, `\Deleted`, `\Draft`, `\Recent`}

func flagName(f []byte) string {
	for _, s := range systemFlags {
		if len(f) == len(s) && strings.EqualFold(s, string(f)) {
			return s
		}
	}
	return strings.ToValidUTF8(string(f), "_")
}

// literal takes octets of the literal that was announced.
func (k *catch) literal(b []byte) {
	if k.into == nil {
		return
	}
	n := min(k.room, int64(len(b)))
	*k.into = append(*k.into, b[:n]...)
	k.room -= n
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.alive != nil {
		k.alive()
	}
}
