package mailwatch_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// oddities are lines that the library would end the connection over, and that do
// no harm.
var oddities = map[string]string{
	"keyword with a bracket":    "* FLAGS (\\Seen a]b)\r\n* OK [PERMANENTFLAGS (\\* a]b)] flags\r\n* 1 FETCH (FLAGS (a]b \xc3\x9cbel))\r\n",
	"unknown response":          "* VANISHED (EARLIER) 41,43:116\r\n* X-ODD {9}\r\n( \"\r\n* X (\r\n",
	"unknown response code":     "* OK [Error=\"out of ideas\"] no idea\r\n* NO [X-ODD (a b) {3}] text\r\n",
	"code without an end":       "* OK [UNSEEN\r\n",
	"code with an odd number":   "* OK [HIGHESTMODSEQ -1] odd\r\n",
	"unknown FETCH item":        "* 1 FETCH (X-ODD ({3}\r\n)( \"(\") EMAILID (M6d99) FLAGS ())\r\n",
	"odd FETCH item":            "* 1 FETCH (MODSEQ NIL INTERNALDATE NIL BODYSTRUCTURE NIL)\r\n",
	"odd mailbox":               "* LIST () \"/\" \"bad & name\"\r\n* LSUB () NIL {1}\r\n(\r\n",
	"other's capabilities":      "* CAPABILITY IMAP4rev2 MOVE\r\n",
	"count that is no number":   "* 99999999999999 RECENT\r\n* EXISTS\r\n",
	"no text, or too many bits": "* OK\r\n* OK [X]\r\n* OK [X]text \r\n",
}

// TestOdd: harmless oddities do no harm, wherever they come.
func TestOdd(t *testing.T) {
	for name, odd := range oddities {
		for _, when := range []string{"EXAMINE", "UID SEARCH", "UID FETCH", "STATUS", "NOOP", "IDLE"} {
			t.Run(name+" at "+when, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					idles := 0
					s := &script{messages: answers(3), on: func(s *session, tag, command string) bool {
						if command == "IDLE" {
							s.say("+ idling")
							if when == "IDLE" {
								time.Sleep(time.Second)
								s.raw(odd)
							}
							if idles++; idles == 2 {
								time.Sleep(time.Second)
								s.say("* 4 EXISTS")
							}
							s.line()
							s.say("%s OK done", tag)
							return true
						}
						if strings.HasPrefix(command, when) {
							s.raw(odd)
						}
						if strings.HasPrefix(command, "STATUS") {
							s.say("* STATUS Sent (X-ODD (a]b) MESSAGES 0 UIDNEXT 1 UIDVALIDITY 7)")
						}
						return false
					}}
					c := dialScript(t, s)
					r := &reader{}
					_, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, all, r.save)
					must(t, err)
					if !slices.Equal(r.messages, []uint32{1, 2, 3}) || len(r.aside) > 0 {
						t.Errorf("read %v, set aside %+v", r.messages, r.aside)
					}
					at := mailwatch.Cursor{Mailbox: "Sent", UIDValidity: 7, UIDNext: 1}
					if changed, unread, err := c.Changed(t.Context(), []mailwatch.Cursor{at}); err != nil || len(changed)+len(unread) > 0 {
						t.Errorf("changed %q, unread %+v, %v", changed, unread, err)
					}
					wake, err := c.Wait(t.Context(), "INBOX", nil, time.Hour)
					if err != nil || wake.Why != "push" {
						t.Errorf("woken by %+v, %v", wake, err)
					}
					if c.Has("IMAP4rev2") {
						t.Error("a stray line changed what the server can do")
					}
				})
			})
		}
	}
}

// TestOddDate: when the server does not say when a message came, its own date is
// the next best.
func TestOddDate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{messages: answers(1), on: func(s *session, tag, command string) bool {
			if !strings.Contains(command, "HEADER.FIELDS") {
				return false
			}
			header, _, _ := strings.Cut(s.messages[1], "\r\n\r\n")
			s.say("* 1 FETCH (UID 1 INTERNALDATE \"yesterday\" FLAGS (\\Seen a]b) BODY[HEADER.FIELDS (FROM)] {%d}\r\n%s\r\n\r\n)", len(header)+4, header)
			s.say("%s OK done", tag)
			return true
		}}
		headers, _, err := dialScript(t, s).Summaries(t.Context(), "Drafts")
		must(t, err)
		if len(headers) != 1 || !headers[0].Received.Equal(noon) || !slices.Equal(headers[0].Flags, []string{`\Seen`, "a]b"}) || len(headers[0].Problems) != 1 {
			t.Errorf("%+v", headers)
		}
	})
}
