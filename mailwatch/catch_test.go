package mailwatch

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// fished returns what a guard catches of what a server says, and what it passes on.
func fished(said string, chunk bool) ([]answer, string, error) {
	var r io.Reader = strings.NewReader(said)
	if chunk {
		r = iotest.OneByteReader(r)
	}
	g, k := newGuard(feed{Reader: r}), &catch{limit: 4}
	g.tidy = true
	g.catching.Store(k)
	rest, err := io.ReadAll(g)
	for i := range k.come {
		k.come[i].received = k.come[i].received.UTC()
	}
	return k.come, string(rest), err
}

// TestCatch: what is made of the answers to a FETCH, in whatever order and dress.
func TestCatch(t *testing.T) {
	noon := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	for said, want := range map[string][]answer{
		"* 1 FETCH (UID 7 RFC822.SIZE 3 INTERNALDATE \" 4-Mar-2026 12:00:00 +0000\" FLAGS (\\Seen) BODY[] {3}\r\nabc)\r\n": {
			{uid: 7, size: 3, received: noon, flags: []string{`\Seen`}, body: []byte("abc")}},
		"* 1 fetch(body[] \"a\\\"b\" uid 7)\r\n":                                              {{uid: 7, body: []byte(`a"b`)}},
		"* 1 FETCH (BODY[HEADER.FIELDS (FROM \"TO\")] {2}\r\nab UID 7 BODY[]<0> {0}\r\n)\r\n": {{uid: 7, header: []byte("ab"), body: []byte{}}},
		"* 1 FETCH (BODY[] ~{6}\r\nabcdef UID 7)\r\n":                                         {{uid: 7, body: []byte("abcd")}}, // of which four are wanted
		"* 1 FETCH (UID 7 X-ODD (a {2}\r\n)( \"b\") FLAGS ( a]b \\sEEN \xff) BODY[] {1}\r\nx)\r\n": {
			{uid: 7, flags: []string{"a]b", `\Seen`, "_"}, body: []byte("x")}},
		"* 1 FETCH (UID 7 INTERNALDATE \"yesterday\" RFC822.SIZE -1 MODSEQ (5) BODY[] {1}\r\nx) junk {2}\r\nab\r\n": {{uid: 7, body: []byte("x")}},
		// Nobody's, nothing, and of something else.
		"* 1 FETCH (BODY[] {1}\r\nx)\r\n* 2 FETCH (UID 7 BODY[] NIL)\r\n* 3 FETCH (UID 8 FLAGS ())\r\n* 4 FETCH (UID 9 BODY[1.MIME] {1}\r\nx)\r\n* 5 FETCH UID 1\r\n": nil,
	} {
		for _, chunk := range []bool{false, true} {
			if come, rest, err := fished(said, chunk); err != nil || rest != "" || !reflect.DeepEqual(come, want) {
				t.Errorf("%q:\n%+v, rest %q, %v; want\n%+v", said, come, rest, err, want)
			}
		}
	}
	if _, _, err := fished("* 1 FETCH (UID 7\r\n", false); !errors.Is(err, errHostile) {
		t.Errorf("a list without an end: %v", err)
	}
	flood := strings.Repeat(fmt.Sprintf("* 1 FETCH (UID 7 BODY[HEADER] {%d}\r\n%s)\r\n", maxHeader, strings.Repeat("a", maxHeader)), maxCaught/maxHeader+1)
	if _, _, err := fished(flood, false); !errors.Is(err, errHostile) {
		t.Errorf("a flood: %v", err)
	}
}

// FuzzCatch: what is caught and what is passed on is the same octet by octet as at
// once, and nothing more is kept than was asked for.
func FuzzCatch(f *testing.F) {
	for _, s := range []string{
		"* 1 FETCH (UID 7 RFC822.SIZE 3 INTERNALDATE \" 4-Mar-2026 12:00:00 +0000\" FLAGS (\\Seen) BODY[] {3}\r\nabc)\r\nT1 OK done\r\n",
		"* 1 FETCH (BODY[HEADER.FIELDS (FROM)] {2}\r\nab UID 7 BODY[]<0> \"x\\\"\")\r\n* 5 EXISTS\r\n",
		"* 0 FETCH ()({1}\r\nx)\r\n* 1 FETCH (UID 1 X {1}\r\n( BODY[1] NIL)\r\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, said string) {
		come, rest, err := fished(said, false)
		come2, rest2, err2 := fished(said, true)
		if (err == nil) != (err2 == nil) || err == nil && (rest != rest2 || !reflect.DeepEqual(come, come2)) {
			t.Fatalf("at once %+v, %q, %v; octet by octet %+v, %q, %v", come, rest, err, come2, rest2, err2)
		}
		for _, l := range come {
			if len(l.body) > 4 || len(l.header) > maxHeader+1 {
				t.Fatalf("%d and %d octets", len(l.header), len(l.body))
			}
		}
	})
}
