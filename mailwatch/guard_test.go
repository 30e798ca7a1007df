package mailwatch

import (
	"bytes"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/emersion/go-imap/v2/imapclient"
)

// feed is a connection that says one thing and hangs up.
type feed struct {
	net.Conn
	io.Reader
}

func (f feed) Read(p []byte) (int, error)  { return f.Reader.Read(p) }
func (f feed) Write(p []byte) (int, error) { return len(p), nil }
func (f feed) Close() error                { return nil }

func through(said string, chunk, tidy bool) ([]byte, error) {
	var r io.Reader = strings.NewReader(said)
	if chunk {
		r = iotest.OneByteReader(r)
	}
	g := newGuard(feed{Reader: r})
	g.tidy = tidy
	return io.ReadAll(g)
}

func TestGuard(t *testing.T) {
	deep := strings.Repeat("(", maxDepth+1)
	for name, c := range map[string]struct {
		said string
		ok   bool
	}{
		"ordinary":                    {"* 1 FETCH (FLAGS (\\Seen) BODY[] {3}\r\n((()\r\na1 OK done\r\n", true},
		"deep":                        {"* 1 FETCH (BODYSTRUCTURE " + deep + "\r\n", false},
		"deep at once":                {deep + "\r\n", false},
		"deep in a literal":           {"* 1 FETCH (BODY[] {201}\r\n" + deep + ")\r\n", true},
		"deep in a quoted string":     {"* SEARCH () \"/\" \"" + deep + "\"\r\n", true},
		"deep behind an escape":       {"* SEARCH () \"/\" \"a\\\"" + deep + "\"\r\n", true},
		"deep behind a quoted string": {"* SEARCH () \"/\" \"a\\\\\"" + deep + "\r\n", false},
		"deep in text":                {"* OK I can't " + deep + "\r\n", true},
		"deep in a tagged text":       {"T5 NO \"unbalanced " + deep + "\r\n", true},
		"deep in a continuation":      {"+ " + deep + "\r\n", true},
		"wide":                        {"* SEARCH " + strings.Repeat("()", 1000) + "\r\n", true},
		"many lines":                  {strings.Repeat("* 1 FETCH (\r\n", 1000), true},
		"literal behind a literal":    {"* 1 FETCH ({2}\r\n(({2}\r\n((" + deep + "\r\n", false},
		"literal in text is none":     {"* OK {300}\r\n* 1 FETCH " + deep + "\r\n", false},
		"literal in numbered text":    {"* 5 OK {300}\r\n* 1 FETCH " + deep + "\r\n", false},
		"literal in a continuation":   {"+ {300}\r\n* 1 FETCH " + deep + "\r\n", false},
		"literal after an odd OK":     {"* OK( {300}\r\n* 1 FETCH " + deep + "\r\n", false},
		"literal in a quoted string":  {"* SEARCH \"{300}\r\n" + deep, false},
		"literal after a code":        {"* OK [X] {300}\r\n* 1 FETCH " + deep + "\r\n", false},
		"code over lines":             {"* OK [X {300}\r\n* SEARCH ]\r\n", true},
		"long kind":                   {"* " + strings.Repeat("0", 100) + "1 OK {300}\r\n", false},
		"empty literal":               {"* SEARCH () \"/\" {0}\r\n\r\na1 OK\r\n", true},
		"largest literal":             {"* SEARCH () \"/\" {4194305}\r\n", false},
		"literal with a long number":  {"* SEARCH () \"/\" {99999999999999999999}\r\n", false},
		"long line":                   {"* SEARCH () \"/\" \"" + strings.Repeat("a", maxLine), false},
		"long text":                   {"* OK " + strings.Repeat("a", maxLine), false},
		"bye":                         {"* BYE shutting down\r\n", true},
		"empty lines":                 {"\r\n\r\n", true},
	} {
		for _, tidy := range []bool{false, true} {
			whole, err := through(c.said, false, tidy)
			if (err == nil) != c.ok || err != nil && !errors.Is(err, errHostile) {
				t.Errorf("%s: %v", name, err)
			}
			if c.ok && !tidy && string(whole) != c.said {
				t.Errorf("%s: changed to %q", name, clip(string(whole), 200))
			}
			if piecemeal, err := through(c.said, true, tidy); (err == nil) != c.ok || c.ok && !bytes.Equal(piecemeal, whole) {
				t.Errorf("%s: octet by octet %q, %v", name, clip(string(piecemeal), 200), err)
			}
		}
	}
	g := newGuard(feed{Reader: strings.NewReader("* BYE [X] shutting down\r\n")})
	if _, err := io.ReadAll(g); err != nil || !strings.Contains(g.reason().Error(), `"[X] shutting down"`) {
		t.Errorf("goodbye %v, %v", g.reason(), err)
	}
}

// FuzzGuard: it is the same octet by octet as at once; and what it lets through,
// the library's parser survives (the process would not, if the stack overflowed).
func FuzzGuard(f *testing.F) {
	for _, s := range []string{
		"* 1 FETCH (UID 1 FLAGS (\\Seen) BODY[] {3}\r\nabc)\r\nT1 OK done\r\n",
		"* OK [CAPABILITY IMAP4rev1] hi\r\n+ idling\r\n* BYE\r\n",
		"* LIST (\\HasNoChildren) \"/\" \"a\\\"b\"\r\n* 5 EXISTS\r\n* SEARCH 1 2\r\n",
		"* 1 FETCH (BODYSTRUCTURE ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 1 1) \"mixed\"))\r\n",
		"* 1 FETCH (X-A {1}\r\n( FLAGS (a]b \\*) UID 1 BODY[TEXT]<0> ~{1}\r\nx BODYSTRUCTURE (\"a\" {1}\r\nb))\r\n",
		"* 0 FETCH (BODY[0] 0({0}\r\n0\r\n",
		"* 0 FETCH ()({1}\r\nx)\r\n* 1 FETCH (UID 1) {2}\r\nab UID 2\r\n",
		"* OK [Error=\"x\"] a\r\n* OK [UIDNEXT 1]b\r\n* NO [[ [\r\n* VANISHED {1}\r\na 1\r\n* STATUS \"a\" (MESSAGES 1 X (y))\r\n",
		"* STATUS {3}\r\na\"b (MESSAGES 1 X {1}\r\n))\r\n* STATUS {1}\r\na {1}\r\nb\r\n* LIST () \"/\" {1}\r\na\r\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, said string) {
		for _, tidy := range []bool{false, true} {
			whole, err := through(said, false, tidy)
			piecemeal, err2 := through(said, true, tidy)
			if (err == nil) != (err2 == nil) || err == nil && !bytes.Equal(whole, piecemeal) {
				t.Fatalf("at once %q, %v; octet by octet %q, %v", whole, err, piecemeal, err2)
			}
		}
		g := newGuard(feed{Reader: strings.NewReader(said)})
		g.tidy, g.lists = true, &[]listed{}
		_, _ = io.ReadAll(g)
		g = newGuard(feed{Reader: strings.NewReader(said)})
		g.tidy = true // the library reads through no other
		g.hand("* PREAUTH [CAPABILITY IMAP4rev1] x\r\n")
		<-imapclient.New(g, nil).Closed()
		// What was made tidy stays as it is, and is framed in the same way.
		if once, err := through(said, false, true); err == nil && bytes.HasSuffix(once, []byte("\r\n")) {
			if twice, err := through(string(once), false, true); err != nil || !bytes.Equal(once, twice) {
				t.Fatalf("once %q; twice %q, %v", once, twice, err)
			}
		}
	})
}
