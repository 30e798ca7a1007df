package mailwatch_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

// at are cursors at the same place in several mailboxes.
func at(uidNext uint32, boxes ...string) (cursors []mailwatch.Cursor) {
	for _, box := range boxes {
		cursors = append(cursors, mailwatch.Cursor{Mailbox: box, UIDValidity: 7, UIDNext: uidNext})
	}
	return cursors
}

// unreadable are the names of what cannot be looked at.
func unreadable(unread []mailwatch.Unreadable) (names []string) {
	for _, u := range unread {
		names = append(names, u.Mailbox)
	}
	return names
}

// TestChanged: a mailbox has changed if it was never read, or if something was added;
// one whose Summaries were read, also if anything went or was marked.
func TestChanged(t *testing.T) {
	for _, caps := range []string{"IMAP4rev1 CONDSTORE", "IMAP4rev1 CONDSTORE LIST-EXTENDED LIST-STATUS"} {
		synctest.Test(t, func(t *testing.T) {
			status := ""
			s := &script{caps: caps, messages: answers(3), on: func(s *session, tag, command string) bool {
				switch {
				case strings.HasPrefix(command, "EXAMINE"):
					s.say("* OK [HIGHESTMODSEQ 9] modseq")
				case strings.HasPrefix(command, "STATUS"), strings.HasPrefix(command, "LIST") && strings.Contains(command, "STATUS"):
					for _, item := range []string{"MESSAGES", "UIDNEXT", "UIDVALIDITY", "HIGHESTMODSEQ"} {
						if !strings.Contains(command, item) {
							t.Errorf("%s is not asked for: %q", item, command)
						}
					}
					for _, box := range []string{"Jobs", `"Drafts"`} {
						s.say("* LIST () \"/\" %s\r\n* STATUS %s (%s)", box, box, status)
					}
					s.say("%s OK done", tag)
					return true
				}
				return false
			}}
			c := dialScript(t, s)
			_, _, err := c.Summaries(t.Context(), "Drafts")
			must(t, err)
			_, err = c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, (&reader{}).save)
			must(t, err)
			for i, step := range []struct {
				status  string
				changed []string
			}{
				{"MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ 9", nil},
				{"HIGHESTMODSEQ 9 UIDVALIDITY 7  UIDNEXT 4 MESSAGES 3", nil},
				{"MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ 10", []string{"Drafts"}},
				{"MESSAGES 2 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ 9", []string{"Drafts"}},
				{"MESSAGES 4 UIDNEXT 5 UIDVALIDITY 7 HIGHESTMODSEQ 9", []string{"Jobs", "Drafts"}},
				{"MESSAGES 3 UIDNEXT 4 UIDVALIDITY 8 HIGHESTMODSEQ 9", []string{"Jobs", "Drafts"}},
				{"MESSAGES 3", []string{"Jobs", "Drafts"}},
			} {
				status = step.status
				before := len(s.commands)
				changed, unread, err := c.Changed(t.Context(), at(4, "Jobs", "INBOX", "Drafts"))
				if err != nil || len(unread) > 0 || !slices.Equal(changed, step.changed) {
					t.Errorf("step %d: changed %q, unread %+v, %v; want %q", i, changed, unread, err, step.changed)
				}
				if asked := len(s.commands) - before; asked > 3 {
					t.Errorf("step %d: asked %q", i, s.commands[before:])
				}
			}
			changed, _, err := c.Changed(t.Context(), []mailwatch.Cursor{{Mailbox: "Jobs"}})
			if err != nil || !slices.Equal(changed, []string{"Jobs"}) {
				t.Errorf("never read: changed %q, %v", changed, err)
			}
		})
	}
}

// TestChangedHere: of the mailbox that is selected, what the server announces counts.
func TestChangedHere(t *testing.T) {
	for name, c := range map[string]struct {
		announce string
		when     string // the command it comes with
		want     []string
	}{
		"nothing":      {"", "", nil},
		"by asking":    {"* 4 EXISTS", "NOOP", []string{"INBOX"}},
		"gone":         {"* 3 EXPUNGE\r\n* 2 EXISTS", "NOOP", []string{"INBOX"}},
		"with another": {"* 4 EXISTS", "STATUS", []string{"INBOX"}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(3), on: func(s *session, tag, command string) bool {
					if c.when != "" && strings.HasPrefix(command, c.when) {
						s.say("%s", c.announce)
					}
					if strings.HasPrefix(command, "STATUS") {
						if strings.Contains(command, "INBOX") {
							t.Error("STATUS of the selected mailbox")
						}
						s.say("* STATUS Jobs (UIDNEXT 4 UIDVALIDITY 7 MESSAGES 3)")
					}
					return false
				}}
				conn := dialScript(t, s)
				_, err := conn.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, (&reader{}).save)
				must(t, err)
				changed, unread, err := conn.Changed(t.Context(), at(4, "INBOX", "Jobs"))
				if err != nil || len(unread) > 0 || !slices.Equal(changed, c.want) {
					t.Errorf("changed %q, unread %+v, %v", changed, unread, err)
				}
			})
		})
	}
}

// TestUnreadable: a mailbox of which the server tells nothing is named, with the
// server's word, and hides no other; and where the answer for all fails, each is asked
// for by itself.
func TestUnreadable(t *testing.T) {
	const good = "(MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)"
	for name, c := range map[string]struct {
		list   func(s *session, tag string) // to LIST-STATUS; nil where there is none
		status func(s *session, tag string) // to STATUS of B
		unread []string
	}{
		"refused":          {nil, func(s *session, tag string) { s.say("%s NO [NOPERM] keep out", tag) }, []string{"B"}},
		"gone":             {nil, func(s *session, tag string) { s.say("%s NO [NONEXISTENT] no such mailbox", tag) }, []string{"B"}},
		"no command of it": {nil, func(s *session, tag string) { s.say("%s BAD what?", tag) }, []string{"B"}},
		"left out, and refused": {func(s *session, tag string) {
			s.say("* LIST (\\NoSelect) \"/\" B\r\n* STATUS A %s\r\n* STATUS C %s\r\n%s OK done", good, good, tag)
		}, func(s *session, tag string) { s.say("%s NO [NOPERM] keep out", tag) }, []string{"B"}},
		"left out": {func(s *session, tag string) {
			s.say("* STATUS A %s\r\n* STATUS \"C\" %s\r\n%s OK done", good, good, tag)
		},
			func(s *session, tag string) { s.say("* STATUS B %s\r\n%s OK done", good, tag) }, nil},
		"all refused": {func(s *session, tag string) { s.say("%s BAD what?", tag) },
			func(s *session, tag string) { s.say("* STATUS B %s\r\n%s OK done", good, tag) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(3), on: func(s *session, tag, command string) bool {
					switch {
					case strings.HasPrefix(command, "LIST") && strings.Contains(command, "STATUS"):
						c.list(s, tag)
						return true
					case strings.HasPrefix(command, `STATUS "B"`):
						c.status(s, tag)
						return true
					case strings.HasPrefix(command, "STATUS"):
						s.say("* STATUS %s %s", strings.Fields(command)[1], good)
					}
					return false
				}}
				if s.caps = "IMAP4rev1 IDLE"; c.list != nil {
					s.caps += " LIST-EXTENDED LIST-STATUS"
				}
				conn := dialScript(t, s)
				for range 2 {
					changed, unread, err := conn.Changed(t.Context(), append(at(4, "A", "B"), at(3, "C")...))
					if err != nil || !slices.Equal(changed, []string{"C"}) || !slices.Equal(unreadable(unread), c.unread) {
						t.Fatalf("changed %q, unread %+v, %v", changed, unread, err)
					}
					if len(unread) > 0 && !strings.Contains(unread[0].Why.Error(), `"B"`) {
						t.Errorf("why: %v", unread[0].Why)
					}
				}
				if found, err := conn.Search(t.Context(), "INBOX", "m1@acme.example"); err != nil || len(found) != 1 {
					t.Errorf("afterwards: %v, %v", found, err)
				}
			})
		})
	}
}

// TestLookServers: on every server what comes into any mailbox, whatever its name, is
// told of in one look, and one that is deleted is named.
func TestLookServers(t *testing.T) {
	look := func(t *testing.T, s *servers.Server) {
		t.Parallel()
		user := s.Users[1]
		prefix := strings.TrimSuffix(s.Boxes.Drafts, "Drafts")
		if strings.Contains(prefix, "[") || prefix == s.Boxes.Drafts {
			prefix = ""
		}
		for i := range 9 {
			must(t, s.CreateBox(user, fmt.Sprintf("%sBox %d", prefix, i)))
		}
		for _, odd := range []string{"Bewerbungen Köln", "Q&A", "日本語", `say "hi"`} {
			if err := s.CreateBox(user, prefix+odd); err != nil {
				t.Logf("%q: %v", odd, err)
			}
		}
		c := dial(t, endpoint(s, user))
		boxes, err := c.FindMailboxes(t.Context(), mailwatch.Names{})
		must(t, err)
		if gmail := strings.HasPrefix(boxes.All, "["); gmail {
			if !slices.Equal(boxes.Others, []string{boxes.All, boxes.Trash}) && !slices.Equal(boxes.Others, []string{boxes.Trash, boxes.All}) {
				t.Errorf("others %q", boxes.Others)
			}
			return
		}
		if len(boxes.Others) < 11 || slices.Contains(boxes.Others, boxes.Drafts) || slices.Contains(boxes.Others, "INBOX") || !slices.Contains(boxes.Others, boxes.Trash) {
			t.Fatalf("others %q", boxes.Others)
		}
		var cursors []mailwatch.Cursor
		for _, box := range append([]string{"INBOX", boxes.Drafts}, boxes.Others...) {
			end, err := c.End(t.Context(), box)
			must(t, err)
			cursors = append(cursors, end)
		}
		_, err = c.Wait(t.Context(), "INBOX", nil, time.Millisecond)
		must(t, err)
		quiet := func(what string) {
			t.Helper()
			if changed, unread, err := c.Changed(t.Context(), cursors); err != nil || len(changed)+len(unread) > 0 {
				t.Errorf("%s: changed %q, unread %+v, %v", what, changed, unread, err)
			}
		}
		quiet("nothing came")
		for _, box := range []string{boxes.Others[3], boxes.Trash, boxes.Others[len(boxes.Others)-1], "INBOX"} {
			must(t, s.Deliver(user, box, answer("x@acme.example", "Hello", "text"), nil, noon))
			changed, unread, err := c.Changed(t.Context(), cursors)
			if err != nil || !slices.Equal(changed, []string{box}) || len(unread) > 0 {
				t.Errorf("into %q: changed %q, unread %+v, %v", box, changed, unread, err)
			}
			i := slices.IndexFunc(cursors, func(c mailwatch.Cursor) bool { return c.Mailbox == box })
			cursors[i], err = c.CatchUp(t.Context(), box, cursors[i], time.Time{}, none, (&reader{}).save)
			must(t, err)
			quiet("read " + box)
		}
		gone := prefix + "Box 7"
		must(t, s.DeleteBox(user, gone))
		changed, unread, err := c.Changed(t.Context(), cursors)
		if err != nil || len(changed) > 0 || !slices.Equal(unreadable(unread), []string{gone}) || !errors.Is(unread[0].Why, mailwatch.ErrGone) {
			t.Errorf("deleted: changed %q, unread %+v, %v", changed, unread, err)
		}
	}
	servers.Each(t, look)
	for _, v := range []servers.Variant{servers.Gmail, servers.Minimal, servers.Prefixed} {
		t.Run("dovecot "+string(v), func(t *testing.T) { look(t, servers.Dovecot(t, v)) })
	}
}

// TestRelist: a mailbox that is made while somebody watches is found, whatever its name.
func TestRelist(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		t.Parallel()
		c := dial(t, endpoint(s, s.Users[2]))
		if changed, err := c.Relist(t.Context()); changed || err != nil {
			t.Errorf("nothing was made: %v, %v", changed, err)
		}
		names := []string{"Köln", `say "hi"`, "Q&A"}
		for i, name := range names {
			if s.Boxes.Drafts != "Drafts" {
				names[i] = strings.Replace(s.Boxes.Drafts, "Drafts", name, 1)
			}
			if err := s.CreateBox(s.Users[2], names[i]); err != nil {
				t.Logf("%q: %v", name, err)
				names[i] = names[0]
			}
		}
		if changed, err := c.Relist(t.Context()); !changed || err != nil {
			t.Errorf("made: %v, %v", changed, err)
		}
		boxes, err := c.FindMailboxes(t.Context(), mailwatch.Names{})
		must(t, err)
		for _, name := range names {
			if !slices.Contains(boxes.Others, name) {
				t.Errorf("%q is not among %q", name, boxes.Others)
			}
		}
	})
	synctest.Test(t, func(t *testing.T) {
		s := &script{list: []string{`() "/" INBOX`}}
		c := dialScript(t, s)
		s.list = append(s.list, "() \"/\" {9}\r\nsay \"hi\"!", `(\Noselect) "/" "none"`, `() "/" Drafts`, `() "/" Sent`, `() "/" Trash`)
		if changed, err := c.Relist(t.Context()); !changed || err != nil {
			t.Errorf("%v, %v", changed, err)
		}
		if boxes, err := c.FindMailboxes(t.Context(), mailwatch.Names{}); err != nil || !slices.Equal(boxes.Others, []string{`say "hi"!`, "Trash"}) {
			t.Errorf("%+v, %v", boxes, err)
		}
	})
}

// TestDraftsChanged: on every server, Drafts has changed when a draft came, was marked
// (where the server numbers changes), or went, and at no other time.
func TestDraftsChanged(t *testing.T) {
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		t.Parallel()
		user := s.Users[3]
		c := dial(t, endpoint(s, user))
		drafts := s.Boxes.Drafts
		look := func(what string, want bool) {
			t.Helper()
			changed, unread, err := c.Changed(t.Context(), []mailwatch.Cursor{{Mailbox: drafts}, {Mailbox: "INBOX"}})
			if err != nil || len(unread) > 0 || slices.Contains(changed, drafts) != want {
				t.Errorf("%s: changed %q, unread %+v, %v", what, changed, unread, err)
			}
			_, _, err = c.Summaries(t.Context(), drafts)
			must(t, err)
			_, err = c.Wait(t.Context(), "INBOX", nil, time.Millisecond)
			must(t, err)
		}
		look("never seen", true)
		look("empty", false)
		must(t, s.Deliver(user, drafts, answer("d@home.example", "Hello", "text"), nil, noon))
		look("came", true)
		look("nothing", false)
		in, err := s.Messages(user, drafts)
		must(t, err)
		look("read by another", false)
		must(t, s.Flag(user, drafts, []string{`\Flagged`}, in[0].UID))
		look("marked", c.Has("CONDSTORE"))
		must(t, s.Edit(user, drafts, in[0].UID, answer("d@home.example", "Hello", "more text"), nil, noon))
		look("edited", true)
		look("nothing after that", false)
		in, err = s.Messages(user, drafts)
		must(t, err)
		must(t, s.Expunge(user, drafts, in[0].UID))
		look("gone", true)
		look("empty again", false)
	})
}
