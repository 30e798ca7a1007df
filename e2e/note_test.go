//go:build e2e

package e2e

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/drafter"
	"afterword/internal/intake/note"
	inbox "afterword/internal/mail"
	"afterword/internal/test/servers"
	"afterword/rules"
	"afterword/templates"
)

// A replying is what the user writes in answer to a note, and what is to be read in it.
type replying struct {
	name              string
	kind              note.Kind
	language          string
	edit, line, words string // above the quotation; behind the line of it that begins so
	want              func(note.Answer) bool
}

var replyings = []replying{
	{"yes", note.Interview, "en", "Yes, that's right.", "", "", func(a note.Answer) bool { return a.Verdict == note.Yes }},
	{"snooze", note.Interview, "en", "snooze until Monday", "", "", func(a note.Answer) bool {
		return a.Verdict == note.Snooze && a.Until == rules.NewDate(2026, 11, 30)
	}},
	{"a filled line", note.Debrief, "en", "", "Dr. Ngozi Okafor.", "the on-call rotation", func(a note.Answer) bool {
		return len(a.Told) == 1 && a.Told[0].Topic == "the on-call rotation" && strings.Contains(a.Told[0].Person, "ngozi")
	}},
	{"a filled line in German", note.Debrief, "de", "", "Tomás Rivera.", "der Umzug in das neue Lager", func(a note.Answer) bool {
		return len(a.Told) == 1 && a.Told[0].Topic == "der Umzug in das neue Lager" && strings.Contains(a.Told[0].Person, "tom")
	}},
}

// A note is answered in each client: what the user wrote is read, and nothing else.
func TestNotes(t *testing.T) {
	for _, script := range []string{"neomutt.sh", "thunderbird.py", "roundcube.py"} {
		t.Run(strings.TrimSuffix(script, filepath.Ext(script)), func(t *testing.T) {
			for _, r := range replyings {
				t.Run(r.name, func(t *testing.T) { r.run(t, script) })
				if script == "thunderbird.py" {
					t.Run(r.name+" in HTML", func(t *testing.T) { r.run(t, script, "HTML=1") })
				}
			}
		})
	}
}

func (r replying) run(t *testing.T, script string, env ...string) {
	s, smtp := servers.Dovecot(t, servers.Default), newSink(t)
	user := s.Users[0]
	texts, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	starts := time.Date(2026, 11, 24, 13, 0, 0, 0, time.UTC)
	n, err := note.Compose(note.Question{Kind: r.kind, Language: r.language, Here: "Europe/Berlin",
		Meeting: note.Meeting{Company: "Acme", Role: "Senior Analyst", Start: starts, End: starts.Add(time.Hour), Zone: "America/New_York"}, From: "Robin Hale <robin@acme.example>",
		People: []rules.Contact{{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "ngozi@acme.example", Part: rules.Interviewer}, {Name: "Tomás Rivera", Part: rules.Interviewer}},
		Words:  []string{"Your interview is on Tuesday, November 24, 8:00–9:00 am ET. Yes, it is by video: https://meet.acme.example/x?y=1"}}, "k7m2-4f9q", texts)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := drafter.Memo{Name: "Maya Lind", Address: user, Subject: n.Subject, Text: n.Text(), MessageID: "note-1@home.example", Mark: "1", Date: now}.Write()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Deliver(user, s.Boxes.Inbox, raw, nil, now); err != nil {
		t.Fatal(err)
	}
	run(t, s, script, smtp.port, append(env, "ACTION=reply", "EDIT="+r.edit, "LINE="+r.line, "FILL="+r.words)...)
	sent, err := s.Messages(user, s.Boxes.Sent)
	if err != nil || len(sent) != 1 {
		t.Fatalf("%d messages in Sent, %v", len(sent), err)
	}
	m := inbox.Read(sent[0].Raw)
	for _, p := range m.Parts {
		t.Logf("sent: %s", p.MediaType)
	}
	to := m.Recipients()
	if len(to) != 1 || to[0] != user || m.InReplyTo != "note-1@home.example" && !slices.Contains(m.References, "note-1@home.example") || !slices.Contains(note.Tags(m.Subject), "k7m2-4f9q") {
		t.Errorf("to %q, answers %q %q, %q", to, m.InReplyTo, m.References, m.Subject)
	}
	answer := note.Read(n, m, note.Options{Own: []string{"Maya Lind", user}, Now: now})
	if !r.want(answer) || answer.Doubt != "" || len(answer.Unread) > 0 || len(answer.Stray) > 0 {
		t.Errorf("read %+v of\n%s", answer, sent[0].Raw)
	}
}
