package mailwatch_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// TestEarly: what a push brings comes with the end of the IDLE, and where that is not
// all, or not whole, it is asked for as ever: read once, and wholly.
func TestEarly(t *testing.T) {
	long := strings.Repeat("some text ", 10<<10)
	for name, c := range map[string]struct {
		bring  []uint32 // with the push
		count  int      // as it is announced
		text   string
		answer func(s *session, tag string) bool // to the FETCH that comes with DONE
		asked  bool                              // once more
	}{
		"one":             {bring: []uint32{4}, count: 4},
		"two":             {bring: []uint32{4, 9}, count: 5},
		"too many":        {bring: []uint32{4, 5, 6, 7, 8}, count: 8, asked: true},
		"large":           {bring: []uint32{4}, count: 4, text: long, asked: true},
		"one is not told": {bring: []uint32{4, 5}, count: 4, asked: true},
		"refused": {bring: []uint32{4}, count: 4, asked: true, answer: func(s *session, tag string) bool {
			s.say("%s NO not now", tag)
			return true
		}},
		"one more on the way": {bring: []uint32{4}, count: 4, asked: true, answer: func(s *session, tag string) bool {
			s.messages[5] = string(answer("m5@acme.example", "Hello", "text"))
			s.say("* 5 EXISTS")
			return false
		}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				idle := false
				s := &script{messages: answers(3), on: func(s *session, tag, command string) bool {
					switch {
					case command == "IDLE":
						s.say("+ idling")
						time.Sleep(time.Second)
						for _, uid := range c.bring {
							s.messages[uid] = string(answer(fmt.Sprintf("m%d@acme.example", uid), "Hello", "text "+c.text))
						}
						s.say("* %d EXISTS", c.count)
						s.line()
						s.say("%s OK done", tag)
						idle = true
						return true
					case idle && strings.HasPrefix(command, "UID FETCH 4:* ") && c.answer != nil:
						idle = false
						return c.answer(s, tag)
					}
					return false
				}}
				conn := dialScript(t, s)
				r := &reader{}
				cursor, err := conn.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, all, r.save)
				must(t, err)
				wake, err := conn.Wait(t.Context(), "INBOX", nil, time.Hour)
				if err != nil || wake.Why != "push" {
					t.Fatalf("%+v, %v", wake, err)
				}
				before := len(s.commands)
				r = &reader{}
				cursor, err = conn.CatchUp(t.Context(), "INBOX", cursor, time.Time{}, func(h mailwatch.Header) bool {
					if h.From[0].Address != "ngozi@acme.example" || h.Subject != "Hello" {
						t.Errorf("header %+v", h)
					}
					return true
				}, func(b mailwatch.Batch) error {
					for _, m := range b.Messages {
						if string(m.Body) != s.messages[m.UID] {
							t.Errorf("message %d has %d octets of %d", m.UID, len(m.Body), len(s.messages[m.UID]))
						}
					}
					return r.save(b)
				})
				must(t, err)
				want := c.bring
				if s.messages[5] != "" && !slices.Contains(want, 5) {
					want = append(slices.Clone(want), 5)
				}
				if !slices.Equal(r.messages, want) || len(r.aside) > 0 || cursor.UIDNext != slices.Max(want)+1 {
					t.Errorf("read %v up to %d, want %v", r.messages, cursor.UIDNext, want)
				}
				if asked := len(s.commands) > before; asked != c.asked {
					t.Errorf("asked %q", s.commands[before:])
				}
			})
		})
	}
}
