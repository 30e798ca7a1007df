package mailwatch

import (
	"io"
	"strings"
	"testing"

	"github.com/emersion/go-imap/v2/imapclient"
	"pgregory.net/rapid"
)

// TestTidy: what a tidy guard makes of what the library would stumble over.
func TestTidy(t *testing.T) {
	for said, want := range map[string]string{
		// Untagged responses.
		"* VANISHED (EARLIER) 41,43:116\r\n":       "",
		"* X-ODD {5}\r\n\"a)b( {7}\r\nabcdefg\r\n": "",
		"* 5 RECENT\r\n* 6 EXISTS \r\n":            "* 6 EXISTS\r\n",
		"* EXISTS\r\n* 99999999999 EXISTS":         "",
		"* 3 exists now\r\n":                       "* 3 EXISTS\r\n",
		"* FLAGS (a]b)\r\n":                        "",
		"* CAPABILITY IMAP4rev2\r\n":               "",
		"* LIST () \"/\" \"&bad\"\r\n":             "",
		"* search 1 2 \r\n":                        "* SEARCH 1 2\r\n",
		"* ESEARCH (TAG \"T1\") UID ALL 1:2\r\n":   "* ESEARCH (TAG \"T1\") UID ALL 1:2\r\n",
		// Status responses and their codes.
		"* OK [PERMANENTFLAGS (\\* a]b)] ok\r\n":    "* OK b)] ok\r\n",
		"* OK [Error=\"a]b\"] text\r\n":             "* OK b\"] text\r\n",
		"* OK [UIDNEXT x] next\r\n":                 "* OK next\r\n",
		"* OK [uidnext 7]next\r\n":                  "* OK [UIDNEXT 7] next\r\n",
		"* OK [HIGHESTMODSEQ 18446744073709551615]": "",
		"* OK [X-ODD (a b) {3}] [text\r\n":          "* OK [X-ODD] text\r\n",
		"* OK [UNSEEN\r\n":                          "* OK UNSEEN\r\n",
		"* OK [] [CAPABILITY IMAP4rev2] a\r\n":      "* OK CAPABILITY IMAP4rev2] a\r\n",
		"* OK\r\n* OK \r\n":                         "* OK\r\n* OK\r\n",
		"* 7 OK a\rb\r\n":                           "* OK a?b\r\n",
		"T3 no [OVERQUOTA (x)] full\r\n":            "T3 NO [OVERQUOTA] full\r\n",
		"T3 OK [APPENDUID 7 12] a\r\n":              "T3 OK [APPENDUID 7 12] a\r\n",
		"T3 OK [APPENDUID 7 12:13] a\r\n":           "T3 OK a\r\n",
		"T3 OK [COPYUID 7 * 3] a\r\n":               "T3 OK a\r\n",
		"+ idling [ ( {3}\r\n":                      "+ idling [ ( {3}\r\n",
		// FETCH.
		"* 1 FETCH (UID 1 X-ODD {3}\r\nabc FLAGS (\\Seen))\r\n":        "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH (X-ODD (a {2}\r\n)( \"b\") UID 1)\r\n":              "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH (X-A x X-B NIL X-C (a (b)) UID 1)\r\n":              "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH (X-ODD[1 2]<3> \"a ) b\" UID 1 X-EMPTY)\r\n":        "* 1 FETCH (UID 1)\r\n",
		"* 1 fetch(flags( a]b  \\ \\Seen \\* {3} \"q\" )uid 1)\r\n":    "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH (FLAGS NIL UID 1)\r\n":                              "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH (FLAGS (\xc3\x9cbel))\r\n":                          "* 1 FETCH ()\r\n",
		"* 1 FETCH (UID 99999999999 RFC822.SIZE -1 MODSEQ (x))\r\n":    "* 1 FETCH ()\r\n",
		"* 1 FETCH (INTERNALDATE \"yesterday\" MODSEQ (5) UID 1)\r\n":  "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH (INTERNALDATE \" 4-Mar-2026 12:00:00 +0000\")\r\n":  "* 1 FETCH ()\r\n",
		"* 1 FETCH (BODYSTRUCTURE NIL ENVELOPE (a) UID 1)\r\n":         "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH (BODYSTRUCTURE ((\"a\" {1}\r\n)) \"b\") UID 1)\r\n": "* 1 FETCH (BODYSTRUCTURE ((\"a\" {1}\r\n)) \"b\") UID 1)\r\n",
		"* 1 FETCH (BODY[HEADER.FIELDS (FROM \"TO\")] {2}\r\nab)\r\n":  "* 1 FETCH ()\r\n",
		"* 1 FETCH (body[1.mime]<0> ~{2}\r\nab BODY[2] nil)\r\n":       "* 1 FETCH (BODY[1.MIME]<0> {2}\r\nab BODY[2] NIL)\r\n",
		"* 1 FETCH (BODY[] \"a \\\" b\" BODY[(] {1}\r\nx)\r\n":         "* 1 FETCH (BODY[] \"a \\\" b\")\r\n",
		"* 1 FETCH (UID 1) junk {2}\r\nab\r\n":                         "* 1 FETCH (UID 1)\r\n",
		"* 1 FETCH UID 1\r\n* FETCH (UID 1)\r\n":                       "",
		// STATUS.
		"* STATUS \"a b\" (MESSAGES 3 X-ODD (a]b) UIDNEXT 4)\r\n": "* STATUS \"a b\" (MESSAGES 3 UIDNEXT 4)\r\n",
	} {
		for _, chunk := range []bool{false, true} {
			if got, err := through(said, chunk, true); err != nil || string(got) != want {
				t.Errorf("%q became %q, want %q (%v)", said, got, want, err)
			}
		}
	}
}

// TestTidyReadable: whatever well-formed oddities come, the library reads on to
// the end, and reads what was meant for it.
func TestTidyReadable(t *testing.T) {
	value := rapid.SampledFrom([]string{
		"1", "NIL", "()", "(a]b)", "\"q )(\"", "{3}\r\n)( ", "(a {2}\r\n\r\n (\"b\"))", "18446744073709551616", "\"99-Mar-2026 00:00:00 +0000\"",
	})
	name := rapid.SampledFrom([]string{"UID", "FLAGS", "RFC822.SIZE", "INTERNALDATE", "MODSEQ", "BODY[]", "BODY[9.X]<1>", "ENVELOPE", "X-ODD", "x]y[a]", "BINARY[1]"})
	status := rapid.SampledFrom([]string{"OK", "NO", "BAD"})
	kind := rapid.SampledFrom([]string{"X-ODD", "5 X-ODD", "FLAGS", "LIST", "QUOTA", "ENABLED", "VANISHED", "CAPABILITY", "EXISTS", "5 EXPUNGE", "ID", "METADATA"})
	rapid.Check(t, func(t *rapid.T) {
		var said strings.Builder
		for range rapid.IntRange(1, 6).Draw(t, "responses") {
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0:
				said.WriteString("* 1 FETCH (UID 4")
				for range rapid.IntRange(0, 4).Draw(t, "items") {
					said.WriteString(" " + name.Draw(t, "name") + " " + value.Draw(t, "value"))
				}
				said.WriteString(")\r\n")
			case 1:
				said.WriteString("* " + status.Draw(t, "status") + rapid.StringMatching(`( \[?[A-Za-z="( ]{0,9}\]?[ a-z{3}\[(]{0,9})?`).Draw(t, "text") + "\r\n")
			default:
				said.WriteString("* " + kind.Draw(t, "kind") + " " + value.Draw(t, "value") + "\r\n")
			}
		}
		told := false
		g := newGuard(feed{Reader: strings.NewReader(said.String() + "* 7 EXISTS\r\n")})
		g.tidy = true
		g.hand("* PREAUTH [CAPABILITY IMAP4rev1] x\r\n")
		c := imapclient.New(g, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
			Mailbox: func(data *imapclient.UnilateralDataMailbox) { told = data.NumMessages != nil && *data.NumMessages == 7 },
		}})
		<-c.Closed()
		if !told {
			t.Fatalf("the library stopped reading in %q: %v", said.String(), c.Close())
		}
	})
}

// BenchmarkGuard: what passing on costs.
func BenchmarkGuard(b *testing.B) {
	one := "* 1 FETCH (UID 1 FLAGS (\\Seen) INTERNALDATE \"04-Mar-2026 12:00:00 +0000\" RFC822.SIZE 4096 BODY[HEADER.FIELDS (FROM REPLY-TO TO CC SUBJECT DATE MESSAGE-ID IN-REPLY-TO REFERENCES AUTO-SUBMITTED CONTENT-TYPE RETURN-PATH X-FAILED-RECIPIENTS)] {600}\r\n" +
		strings.Repeat("a", 600) + ")\r\n"
	said := strings.Repeat(one, 1000)
	b.SetBytes(int64(len(said)))
	for b.Loop() {
		g := newGuard(feed{Reader: strings.NewReader(said)})
		g.tidy = true
		if n, err := io.Copy(io.Discard, struct{ io.Reader }{g}); err != nil || n == 0 {
			b.Fatal(err)
		}
	}
}
