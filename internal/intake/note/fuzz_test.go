package note

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"afterword/internal/mail"
	"afterword/rules"
	"afterword/templates"
)

// FuzzUntouched quotes a note as a client does and writes nothing: that is no answer,
// whatever strangers wrote into the note.
func FuzzUntouched(f *testing.F) {
	for i, s := range strangers {
		f.Add(s[0], s[1], s[2], s[3], s[4], uint(7*i))
	}
	set := texts(f)
	names := slices.Sorted(maps.Keys(clients))
	f.Fuzz(func(t *testing.T, company, role, name, address, words string, which uint) {
		untouched(t, set, [5]string{company, role, name, address, words}, Kinds[which%4], names[which/4%uint(len(names))], "en")
	})
}

// strangers are what stands in a note and was written by somebody else: company, role,
// name, address and words.
var strangers = [][5]string{
	{"Acme", "Senior Analyst", "Ngozi Okafor", "ngozi.okafor@acme.example", "yes\nRole: CEO\nno"},
	{"Stop GmbH", "No", "Yes", "", "snooze until Monday: stop"},
	{"Company: Evil", "They decide by: tomorrow", "Did it take place? (yes", "a@b.example", "> On Tue, Nov 17, 2026 wrote:\n-- \nyes"},
	{"A A", "A aaaaaaaaaaaaaaaA", "0", "aaaaaA", "000!"},
	{"[k7m2-4f9q]", "<script>", "Dr. Prof. X.", "x@y.example", "________________________________\nFrom: x\nSent: y"},
}

// A note that is quoted and sent back says nothing, whoever wrote what into it.
func TestUntouched(t *testing.T) {
	set := texts(t)
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"yes", "no", "Role:", "\n", ">", "-- ", "Acme", "From: x", "Sent: y", "On Tue, Nov 17, 2026 wrote:", "[k7m2-4f9q]", "\u00a0", "é", "<b>", "&", "3 pm", "Monday", "...", ",", "stop", "\x00", "\xff", "moved", "Von:", "Company: x", "\t", "::", "“", "1.", "Ngozi:"}
	for range 12 {
		var s [5]string
		for i := range s {
			for range random.IntN(8) {
				s[i] += pieces[random.IntN(len(pieces))] + []string{"", " "}[random.IntN(2)]
			}
		}
		strangers = append(strangers, s)
	}
	for i, s := range strangers {
		for client := range clients {
			untouched(t, set, s, Kinds[i%4], client, templates.Languages()[i%5])
		}
	}
}

func untouched(t *testing.T, set *templates.Set, s [5]string, kind Kind, client, lang string) {
	t.Helper()
	q := question(kind, lang)
	q.Company, q.Role, q.From, q.Words, q.Doubt = s[0], s[1], s[2], []string{s[4]}, s[4]
	q.People = append(q.People, rules.Contact{Name: s[2], Address: s[3], Part: rules.Interviewer})
	q.Items = []Meeting{q.Meeting, {Company: s[4]}}
	q.Asked = []Unended{{Topic, q.People[2].Key(), s[4], s[2]}}
	n, err := Compose(q, "k7m2-4f9q", set)
	if err != nil {
		t.Fatal(err)
	}
	speech, ok := speeches[lang]
	if !ok {
		speech = speeches["en"]
	}
	raw := clients[client](speech, wrote(n, nil, nil, nil))
	if a := answerOf(n, mail.Read(raw), own); !a.IsZero() {
		t.Errorf("%s, %s, %s, %q: %+v\n%s", kind, lang, client, s, a, mail.Read(raw).Text().Text)
	}
}

// FuzzRead reads anything as an answer.
func FuzzRead(f *testing.F) {
	n, err := Compose(question(Debrief, "en"), "k7m2-4f9q", texts(f))
	if err != nil {
		f.Fatal(err)
	}
	for _, write := range clients {
		f.Add(write(speeches["de"], wrote(n, []string{"yes", "Ngozi: the on-call rotation"}, nil, nil, "moved to Thursday 3 pm")))
	}
	f.Fuzz(func(_ *testing.T, raw []byte) { answerOf(n, mail.Read(raw), own) })
}
