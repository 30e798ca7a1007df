package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/page"
	"afterword/internal/store"
	"afterword/rules"
)

// aDesk is the page's side of a store with one application.
func aDesk(t *testing.T, now time.Time) *desk {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	text := fmt.Sprintf("store = %q\n[[account]]\nname = \"home\"\naddress = \"sam@winter.example\"\nfrom_name = \"Sam Winter\"\nzone = \"Europe/Berlin\"\n[account.imap]\nhost = \"imap.winter.example\"\npassword.env = \"PW\"\n", filepath.Join(dir, "afterword.db"))
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	getenv := func(string) string { return "" }
	c, err := config.Load(path, getenv)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), c.Store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	d := newDesk(&app{environment: environment{strings.NewReader(""), io.Discard, io.Discard, getenv, os.Environ, func() time.Time { return now }}, configPath: path}, c, s)
	if said := d.Do(t.Context(), "", "add", "--company=Acme", "--role=Analyst", "--contact=Ngozi Okafor <ngozi@acme.example>", "--ended=2026-11-27T15:00"); said.Failed() || said.Out != "acme" {
		t.Fatalf("%+v", said)
	}
	return d
}

// Whatever somebody types into a form of the page wrongly, the complaint is one that can be
// said in his language, and names the field where it is about one.
func TestComplaints(t *testing.T) {
	d := aDesk(t, time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC))
	about := d.about(t)
	add := func(more ...string) []string {
		return append([]string{"add", "--company=Beta", "--role=Nurse", "--ended=2026-11-20T15:00", "--contact=Kim <kim@beta.example>"}, more...)
	}
	for _, c := range []struct {
		line  []string
		in    string
		field string
	}{
		{line: add("--company=")}, {line: add("--company= ")}, {line: add("--role=")}, {line: add("--company=a\x01b")}, {line: add("--company=" + strings.Repeat("x", 400))},
		{line: add("--zone=Mars/Olympus")}, {line: add("--ended=yesterday"), field: "ended"}, {line: add("--started=soon"), field: "started"}, {line: add("--decision=Friday"), field: "decision"},
		{line: add("--ended=2029-01-01T10:00"), field: "ended"}, {line: add("--started=2026-11-19T15:00")}, {line: add("--started=2026-11-20T16:00")}, {line: add("--decision=2026-11-01")},
		{line: add("--contact=<kim"), field: "contact"}, {line: add("--contact=kim@@beta"), field: "contact"}, {line: add("--recruiter=a@b.example c@d.example"), field: "recruiter"},
		{line: add("--contact=me <sam@winter.example>")}, {line: add("--contact=kim@beta")}, {line: add("--account=work")},
		{line: []string{"add", "--company=Beta", "--role=Nurse", "--ended=2026-11-20T15:00"}}, {line: []string{"add", "--company=Beta", "--role=Nurse", "--contact=Kim"}},
		{line: []string{"add", "--company=Acme", "--role=Analyst", "--ended=2026-11-27T18:00"}},
		{line: []string{"add", "--company=Beta", "--role=Nurse", "--ended=2026-11-20T15:00", "--contact=Kim", "--correct"}, field: "correct"},
		{line: []string{"note", "--", "acme"}}, {line: []string{"note", "--topic=x", "--interview=9", "--", "acme"}}, {line: []string{"note", "--topic=x", "--with=Nobody", "--", "acme"}, field: "with"},
		{line: []string{"note", "--because=the salary is high", "--", "acme"}, field: "because"}, {line: []string{"note", "--own-work=?", "--", "acme"}, field: "own-work"},
		{line: []string{"note", "--decision=soon", "--", "acme"}, field: "decision"}, {line: []string{"note", "--decision=2026-01-01", "--", "acme"}},
		{line: []string{"snooze", "--until=", "--", "acme"}, field: "until"}, {line: []string{"snooze", "--until=2026-11-01", "--", "acme"}, field: "until"},
		{line: []string{"mark", "--", "acme", ""}}, {line: []string{"mark", "--", "acme", "offer"}}, {line: []string{"mark", "--message=x@y", "--", "acme", "offer"}},
		{line: []string{"sent", "--", "acme", "check-in-9"}}, {line: []string{"sent", "--on=2027-01-01", "--", "acme", "thank-you"}, field: "on"}, {line: []string{"sent", "--on=x", "--", "acme", "thank-you"}, field: "on"},
		{line: []string{"heard", "--", "acme", ""}}, {line: []string{"heard", "--", "acme", "timeline"}}, {line: []string{"heard", "--date=2026-12-01", "--", "acme", "holding"}}, {line: []string{"heard", "--date=x", "--", "acme", "timeline"}, field: "date"},
		{line: []string{"answer", "--", "acme", "accept"}}, {line: []string{"answer", "--", "acme", "perhaps"}}, {line: []string{"stop", "--", "nobody"}},
		{line: []string{"edit", "--from=-", "--", "acme"}, in: strings.Replace(about, "interviewer", "boss", 1)}, {line: []string{"edit", "--from=-", "--", "acme"}, in: strings.Replace(about, "Acme", "", 1)},
		{line: []string{"edit", "--from=-", "--", "acme"}, in: strings.Replace(about, "ngozi@acme.example", "sam@winter.example", -1)}, {line: []string{"edit", "--from=-", "--", "acme"}, in: strings.Replace(about, "account = 'home'", "account = 'work'", 1)},
		{line: []string{"yes", "--company=A", "--", "k7m2-4f9q"}}, {line: []string{"no", "--", "k7m2-4f9q"}},
	} {
		said := d.Do(t.Context(), c.in, c.line...)
		if !said.Failed() || said.Trouble.Form == "%s" || said.Field != c.field {
			t.Errorf("%q: %+v", c.line, said)
		}
	}
}

// about is the one application as `edit` takes it.
func (d *desk) about(t *testing.T) string {
	t.Helper()
	a, err := d.Application(t.Context(), "acme")
	if err != nil {
		t.Fatal(err)
	}
	text, err := document("acme", a.About)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What an application waits for is asked on its page as on the first one, each thing with
// a way to answer it, and an offer until it is answered.
func TestOfferIsAsked(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	d := aDesk(t, now)
	asks := func() (forms []string) {
		t.Helper()
		b, err := d.Brief(t.Context(), "acme")
		if err != nil {
			t.Fatal(err)
		}
		a, err := d.Application(t.Context(), "acme")
		if err != nil || len(a.Asked) != len(b.Asked) {
			t.Errorf("%v: %+v, and on its page %+v", err, b.Asked, a.Asked)
		}
		for _, one := range b.Asked {
			forms = append(forms, one.Say.Form)
		}
		return forms
	}
	if got := asks(); len(got) != 0 {
		t.Errorf("asked: %q", got)
	}
	do := func(line ...string) page.Said {
		t.Helper()
		said := d.Do(t.Context(), "", line...)
		if said.Failed() {
			t.Fatalf("%q: %+v", line, said)
		}
		return said
	}
	do("heard", "--", "acme", string(rules.MessageOffer))
	if got := asks(); len(got) != 1 || !strings.Contains(got[0], "offer") {
		t.Errorf("asked of an offer: %q", got)
	}
	do("answer", "--", "acme", string(rules.Declines))
	if got := asks(); len(got) != 0 {
		t.Errorf("asked when it is answered: %q", got)
	}
}
