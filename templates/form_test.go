package templates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestForm(t *testing.T) {
	d := FormData{Form: "debrief", Language: "en-US", Values: map[string]string{"tag": "k7m2-4f9q", "company": "Acme: Rail\nInc."}, Rows: map[string][]map[string]string{"people": {{"person": "Dr. Ngozi Okafor"}, {"person": "They decide by: never"}}}}
	subject, lines, err := load(t).Form(d)
	if err != nil || subject != "Acme – Rail Inc.: how was it? [k7m2-4f9q]" {
		t.Fatal(subject, err)
	}
	var text []string
	for _, l := range lines {
		text = append(text, l.Text())
	}
	all := strings.Join(text, "\n")
	for _, want := range []string{"\nTimes", "\nThey decide by – never. The same:\n", "\nThey decide by:\n"} {
		if strings.Contains(all, want) == (want == "\nTimes") {
			t.Errorf("%q in\n%s", want, all)
		}
	}
}

// A user's own layout stands in for ours, and its mistakes have their line.
func TestOwnForm(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "en", "note-debrief.txt")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	for text, mistake := range map[string]string{
		"subject: Hm? [{tag}]\n\n[topic] {person}:\n": "",
		"subject: Hm?\n[topic] {person}:\n":           "every subject needs the {tag}",
		"subject: [{tag}]\n[topic] {person}\n":        ":2: \"{person}\" asks, and has no colon",
		"subject: [{tag}]\n[mood] {person}:\n":        ":2: [mood] is nothing that a note asks",
		"subject: [{tag}]\n{persona}:\n":              ":2: unknown name {persona}",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Load(dir)
		if mistake != "" {
			if err == nil || !strings.Contains(err.Error(), mistake) {
				t.Errorf("%q: %v", text, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if subject, lines, err := s.Form(FormData{Form: "debrief", Language: "en", Values: map[string]string{"tag": "a-b"}, Rows: map[string][]map[string]string{"people": {{"person": "Ngozi"}}}}); err != nil || subject != "Hm? [a-b]" || len(lines) != 1 || lines[0].Text() != "Ngozi:" {
			t.Error(subject, lines, err)
		}
		if p := s.CheckOwn(); len(p) != 0 {
			t.Error(p)
		}
	}
}

func TestWhen(t *testing.T) {
	s := load(t)
	zone := func(name string) *time.Location {
		z, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	start := time.Date(2026, 11, 17, 19, 0, 0, 0, time.UTC)
	for _, c := range []struct{ lang, there, here, want string }{
		{"en", "America/New_York", "Europe/Berlin", "Tuesday, November 17, 2:00 pm New York (20:00 for you)"},
		{"en", "Europe/Berlin", "Europe/Paris", "Tuesday, November 17, 20:00"},
		{"de", "America/New_York", "Europe/Berlin", "Dienstag, 17. November, 14:00 New York (20:00 bei dir)"},
		{"en", "America/New_York", "Asia/Tokyo", "Tuesday, November 17, 2:00 pm New York (Wednesday 04:00 for you)"},
	} {
		if got, err := s.When(c.lang, start, time.Time{}, zone(c.there), zone(c.here)); err != nil || got != c.want {
			t.Errorf("%q, %v, want %q", got, err, c.want)
		}
	}
}
