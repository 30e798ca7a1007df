package mailwatch_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// takeAppend reads the literal of an APPEND and returns it.
func takeAppend(s *session, command string) string {
	var size int
	at := strings.LastIndexByte(command, '{')
	if _, err := fmt.Sscanf(command[at:], "{%d", &size); err != nil {
		s.hangUp()
	}
	if !strings.Contains(command[at:], "+") {
		s.say("+ go on")
	}
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(s.line() + "\r\n")
	}
	s.line()
	return b.String()
}

// TestAppend: the caller can tell that a draft stands there, that it does not, and
// that nobody knows.
func TestAppend(t *testing.T) {
	draft := answer("d@home.example", "Thank you", strings.Repeat("text ", 2000))
	for name, c := range map[string]struct {
		answer       func(s *session, tag string)
		want         error
		uncertain    bool
		uid, literal uint32
	}{
		"stored":         {answer: func(s *session, tag string) { s.say("%s OK [APPENDUID 7 12] stored", tag) }, uid: 12},
		"without a word": {answer: func(s *session, tag string) { s.say("%s OK stored", tag) }},
		"lost OK":        {answer: func(s *session, tag string) { s.hangUp() }, want: mailwatch.ErrUncertain, uncertain: true},
		"no answer":      {answer: func(s *session, tag string) { s.line() }, want: mailwatch.ErrUncertain, uncertain: true},
		"over quota":     {answer: func(s *session, tag string) { s.say("%s NO [OVERQUOTA] full", tag) }, want: mailwatch.ErrOverQuota},
		"disk full":      {answer: func(s *session, tag string) { s.say("%s NO [SERVERBUG] Internal error", tag) }, want: mailwatch.ErrDiskFull},
		"read-only":      {answer: func(s *session, tag string) { s.say("%s NO [NOPERM] not yours", tag) }, want: mailwatch.ErrReadOnly},
		"no mailbox":     {answer: func(s *session, tag string) { s.say("%s NO [TRYCREATE] no such mailbox", tag) }, want: mailwatch.ErrNoMailbox},
		"no":             {answer: func(s *session, tag string) { s.say("%s NO not today", tag) }, want: mailwatch.ErrRefused},
	} {
		for _, caps := range []string{"IMAP4rev1 LITERAL+", "IMAP4rev1"} {
			t.Run(name+" "+caps, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var got, command string
					s := &script{caps: caps, on: func(s *session, tag, line string) bool {
						if !strings.HasPrefix(line, "APPEND") {
							return false
						}
						command = line
						got = takeAppend(s, line)
						c.answer(s, tag)
						return true
					}}
					_, uid, err := dialScript(t, s).Append(t.Context(), "Entwürfe", draft, noon)
					synctest.Wait()
					if !errors.Is(err, c.want) || c.want == nil && err != nil || errors.Is(err, mailwatch.ErrUncertain) != c.uncertain {
						t.Errorf("error %v", err)
					}
					var no *mailwatch.Refusal
					if said := errors.As(err, &no); said != (c.want != nil && !c.uncertain) || said && (no.Said == "" || !strings.Contains(err.Error(), no.Said[strings.LastIndex(no.Said, "]")+1:])) {
						t.Errorf("the server's words: %+v", no)
					}
					if uid != c.uid || got != string(draft) {
						t.Errorf("uid %d, sent %q", uid, got)
					}
					if !strings.HasPrefix(command, `APPEND "Entw&APw-rfe" (\Draft \Seen) " 4-Mar-2026 12:00:00 +0000" {`) {
						t.Errorf("command %q", command)
					}
				})
			})
		}
	}
	t.Run("refused before the literal", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s := &script{caps: "IMAP4rev1", on: func(s *session, tag, line string) bool {
				if strings.HasPrefix(line, "APPEND") {
					s.say("%s NO [OVERQUOTA] too large", tag)
					return true
				}
				return false
			}}
			c := dialScript(t, s)
			if _, _, err := c.Append(t.Context(), "Drafts", draft, noon); !errors.Is(err, mailwatch.ErrOverQuota) || errors.Is(err, mailwatch.ErrUncertain) {
				t.Errorf("error %v", err)
			}
		})
	})
}

// TestMoveToTrash: what the server is told, with and without each capability.
// Nothing that the user marked as deleted may be lost.
func TestMoveToTrash(t *testing.T) {
	for caps, want := range map[string][]string{
		"IMAP4rev1 MOVE UIDPLUS": {`UID MOVE 2 "Trash"`},
		"IMAP4rev1 UIDPLUS":      {`UID COPY 2 "Trash"`, `UID STORE 2 +FLAGS.SILENT (\Deleted)`, `UID EXPUNGE 2`},
		"IMAP4rev1":              {`UID COPY 2 "Trash"`, `UID STORE 2 +FLAGS.SILENT (\Deleted)`},
		// Merely advertised, IMAP4rev2 promises nothing.
		"IMAP4rev1 IMAP4rev2": {`UID COPY 2 "Trash"`, `UID STORE 2 +FLAGS.SILENT (\Deleted)`},
	} {
		t.Run(caps, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{caps: caps, messages: answers(3)}
				c := dialScript(t, s)
				must(t, c.MoveToTrash(t.Context(), "Drafts", 7, 2, "Trash"))
				_, _, err := c.Summaries(t.Context(), "Drafts")
				must(t, err)
				c.Close()
				i := slices.Index(s.commands, "UID SEARCH UID 2")
				if i < 0 || !slices.Equal(s.commands[i+1:i+1+len(want)], want) || !strings.HasPrefix(s.commands[i+1+len(want)], "EXAMINE") {
					t.Errorf("commands %q", s.commands)
				}
				for _, command := range s.commands {
					if command == "EXPUNGE" || command == "CLOSE" {
						t.Errorf("commands %q", s.commands)
					}
				}
			})
		})
	}
	t.Run("fails half way", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s := &script{caps: "IMAP4rev1 UIDPLUS", messages: answers(3), on: func(s *session, tag, command string) bool {
				if strings.HasPrefix(command, "UID COPY") {
					s.say("%s NO [OVERQUOTA] full", tag)
					return true
				}
				return false
			}}
			if err := dialScript(t, s).MoveToTrash(t.Context(), "Drafts", 7, 2, "Trash"); !errors.Is(err, mailwatch.ErrOverQuota) || slices.ContainsFunc(s.commands, func(c string) bool { return strings.Contains(c, "STORE") }) {
				t.Errorf("error %v, commands %q", err, s.commands)
			}
		})
	})
}

// TestRev2: a server that advertises IMAP4rev2 is talked to as one that does not.
func TestRev2(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{caps: "IMAP4rev1 IMAP4rev2", messages: answers(1)}
		c := dialScript(t, s)
		for _, capability := range []string{"MOVE", "IDLE", "ESEARCH", "UIDPLUS"} {
			if c.Has(capability) {
				t.Errorf("has %s", capability)
			}
		}
		if !c.Has("imap4rev2") {
			t.Error("does not have what was advertised")
		}
		_, err := c.CatchUp(t.Context(), "Entwürfe", mailwatch.Cursor{}, time.Time{}, all, (&reader{}).save)
		must(t, err)
		if !slices.Contains(s.commands, `EXAMINE "Entw&APw-rfe"`) || !slices.ContainsFunc(s.commands, func(c string) bool { return strings.HasPrefix(c, "UID SEARCH ALL") }) {
			t.Errorf("commands %q", s.commands)
		}
	})
}

// TestFetchVanished: BODY[] NIL, nothing at all, or a NO, all mean the same.
func TestFetchVanished(t *testing.T) {
	for name, answer := range map[string]string{"NIL": "* 1 FETCH (UID 1 BODY[] NIL)\r\n", "nothing": ""} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &script{messages: answers(1), on: func(s *session, tag, command string) bool {
					if strings.HasPrefix(command, "UID FETCH") {
						s.raw(answer + tag + " OK done\r\n")
						return true
					}
					return false
				}}
				if _, err := dialScript(t, s).Fetch(t.Context(), "Drafts", 7, 1); !errors.Is(err, mailwatch.ErrGone) || errors.Is(err, mailwatch.ErrLost) {
					t.Errorf("error %v", err)
				}
			})
		})
	}
}
