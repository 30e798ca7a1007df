package note

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/rules"
	"afterword/templates"
)

var (
	own    = Options{Own: []string{"Sam Winter", "sam@winter.example"}, Now: time.Date(2026, 11, 17, 20, 40, 0, 0, time.UTC)}
	ngozi  = rules.Contact{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "ngozi.okafor@acme.example", Part: rules.Interviewer}
	tomas  = rules.Contact{Name: "Tomás Rivera", Part: rules.Interviewer}
	starts = time.Date(2026, 11, 17, 19, 0, 0, 0, time.UTC)
)

func texts(t testing.TB) *templates.Set {
	t.Helper()
	set, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func question(kind Kind, lang string) Question {
	return Question{
		Kind: kind, Language: lang, Here: "Europe/Berlin", Meeting: Meeting{"Acme", "Senior Analyst", starts, starts.Add(time.Hour), "America/New_York"},
		People: []rules.Contact{ngozi, tomas}, From: "Dana Wu <dana@acme.example>",
		Words: []string{"we have scheduled you for Tuesday, Nov 17, 2:00–3:00 pm ET with Dr. Ngozi Okafor and Tomás Rivera; no need to prepare, stop by early if you like. Yes, it is https://meet.acme.example/x?y=1"},
	}
}

func compose(t testing.TB, q Question) Note {
	t.Helper()
	n, err := Compose(q, "k7m2-4f9q", texts(t))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// at finds a line of a note.
func lineOf(t testing.TB, n Note, field Field, row int) int {
	t.Helper()
	for i, l := range n.Lines {
		if Field(l.Field) == field && (row < 0 || l.Row == row) {
			return i
		}
	}
	t.Fatalf("no line %s %d in\n%s", field, row, n.Text())
	return 0
}

func TestCompose(t *testing.T) {
	n := compose(t, question(Debrief, "en"))
	want := `Write behind the colons, in any words, and send. Only you get this.

Did it take place? (yes / moved / they did not come):
Dr. Ngozi Okafor. What stayed with you, to end the sentence "What you told me about …":
Tomás Rivera. The same:
Why does it matter to you ("because …"):
What of your own work fits it ("it reminds me of when I …"):
They decide by:

Afterword [k7m2-4f9q]
`
	if n.Text() != want {
		t.Errorf("text\n%s", n.Text())
	}
	if n.Subject != "Acme, Senior Analyst, Nov 17: how was it? [k7m2-4f9q]" {
		t.Errorf("subject %q", n.Subject)
	}
	if text := compose(t, question(Interview, "en")).Text(); !strings.Contains(text, "When: Tuesday, November 17, 2:00–3:00 pm New York (20:00–21:00 for you)") {
		t.Errorf("times\n%s", text)
	}
	for _, lang := range templates.Languages() {
		for _, kind := range Kinds {
			q := question(kind, lang)
			q.Items = []Meeting{q.Meeting, {Company: "Beta", Role: "Planner"}}
			q.Asked = []Unended{{Topic, ngozi.Key(), "it was cool", "What you told me about it was cool."}}
			n := compose(t, q)
			t.Logf("%s\n%s", n.Subject, n.Text())
			for l := range strings.Lines(n.Text()) {
				if strings.Contains(l, "{") || strings.Contains(l, "  ") {
					t.Errorf("%s/%s: %q", lang, kind, l)
				}
			}
		}
	}
}

// An answer means the same whatever client it was written in, and wherever in it.
func TestClients(t *testing.T) {
	type want struct {
		name   string
		kind   Kind
		top    []string
		inline map[Field]string
		answer Answer
		guess  bool // how role and employer are said is asked
	}
	decision := rules.NewDate(2026, 11, 27)
	cases := []want{
		{name: "nothing", kind: Debrief},
		{name: "nothing", kind: Interview},
		{name: "yes", kind: Interview, top: []string{"Yes"}, answer: Answer{Verdict: Yes}},
		{name: "ja", kind: Interview, top: []string{"ja, passt.", "", "Viele Grüße", "Sam"}, answer: Answer{Verdict: Yes}},
		{name: "no", kind: Interview, top: []string{"No."}, answer: Answer{Verdict: No}},
		{name: "stop", kind: Interview, top: []string{"stop"}, answer: Answer{Verdict: Stop}},
		{name: "snooze", kind: Interview, top: []string{"snooze until Monday"}, answer: Answer{Verdict: Snooze, Until: rules.NewDate(2026, 11, 23)}},
		{name: "filled", kind: Debrief, inline: map[Field]string{Topic: "the on-call rotation", Decision: "next Friday"},
			answer: Answer{Verdict: Yes, Told: []Told{{ngozi.Key(), "the on-call rotation"}}, Decision: decision}},
		{name: "named", kind: Debrief, top: []string{"Ngozi: the on-call rotation", "because: I built one myself"},
			answer: Answer{Verdict: Yes, Told: []Told{{ngozi.Key(), "the on-call rotation"}}, Because: "I built one myself"}},
		{name: "no-show", kind: Debrief, inline: map[Field]string{Took: "they did not come"}, answer: Answer{Verdict: Yes, NoShow: true}},
		{name: "guesses that are right", kind: Debrief, guess: true, inline: map[Field]string{SaidRole: "yes", SaidFirm: "ja"}, answer: Answer{Verdict: Yes, RoleSaid: "Tide Wizard", CompanySaid: "at Tide House"}},
		{name: "guesses that are not", kind: Debrief, guess: true, inline: map[Field]string{SaidRole: "tide planner", SaidFirm: "no"}, answer: Answer{Verdict: Yes, RoleSaid: "tide planner"}},
		{name: "guesses left alone", kind: Debrief, guess: true, inline: map[Field]string{Topic: "the tide tables"}, answer: Answer{Verdict: Yes, Told: []Told{{ngozi.Key(), "the tide tables"}}}},
		{name: "role", kind: Interview, inline: map[Field]string{Role: "II"}, answer: Answer{Verdict: Yes, Role: "Senior Analyst II"}},
	}
	for _, c := range cases {
		for lang, speech := range speeches {
			q := question(c.kind, lang)
			if c.guess {
				q.RoleSaid, q.CompanySaid = "Tide Wizard", "at Tide House"
			}
			n := compose(t, q)
			at := map[int]string{}
			for field, words := range c.inline {
				at[lineOf(t, n, field, -1)] = words
			}
			for client, write := range clients {
				got := read(n, write(speech, wrote(n, c.top, at, nil)))
				got.Words, got.Stray = nil, nil
				if !reflect.DeepEqual(got, c.answer) && !(got.IsZero() && c.answer.IsZero()) {
					t.Errorf("%s, %s, %s: %+v, want %+v\n%s", c.name, client, lang, got, c.answer, mail.Read(write(speech, wrote(n, c.top, at, nil))).Text().Text)
				}
				if c.name == "filled" { // on lines of their own, between the quotations
					got := read(n, write(speech, wrote(n, nil, nil, at)))
					got.Words, got.Stray = nil, nil
					if !reflect.DeepEqual(got, c.answer) {
						t.Errorf("%s below the lines, %s, %s: %+v, want %+v\n%s", c.name, client, lang, got, c.answer, mail.Read(write(speech, wrote(n, nil, nil, at))).Text().Text)
					}
				}
			}
		}
	}
}
