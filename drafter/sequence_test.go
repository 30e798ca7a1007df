package drafter

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/letter"
	"afterword/internal/mail"
	"afterword/rules"
)

// pick returns one of the values.
func pick[T any](r *rand.Rand, values ...T) T { return values[r.IntN(len(values))] }

// people are invented, with what names are made of.
var people = []rules.Contact{
	{Name: "Ngozi Okafor", Honorific: "Dr."}, {Name: "Jonas Brandt"}, {Name: "Carla Weiß"}, {Name: "Étienne Dupré", Honorific: "M."},
	{Name: "María José de la Cruz"}, {Name: "Jan van der Berg", Honorific: "Drs."}, {Name: "Siân O’Neill"}, {Name: "Will Marsh"}, {Name: "Mei-Ling Wu", Honorific: "Prof. Dr."},
	{Name: "Anders Ødegård"}, {Name: "Priya Raghunathan", Honorific: "Ms."}, {Name: "Tom Reyes", Honorific: "Mr."}, {Name: "Hannah Schulz", Honorific: "Frau"},
	{Name: "Paweł Łęcki"}, {Name: "Sören Kahl", Honorific: "Herr Dr."}, {Name: "Claire Petit", Honorific: "Mme"}, {Name: "Lucía Peña", Honorific: "Sra."},
}

// jotted are notes as users make them.
var jotted = map[string][]string{
	"en": {"k8s migration", "oncall pain", "likes rust", "the move to event-based billing", "mentoring", "data quality", "hiring in Lisbon",
		"status page rewrite", "pricing", "team of 12", "SAP rollout", "accessibility audit", "AWS -> GCP", "too few testers"},
	"de": {"k8s migration", "Bereitschaft nachts", "mag Rust", "der Umzug nach Leipzig", "neues CRM", "zu wenig Leute im Lager", "wie sie Erfolg messen",
		"Kosten senken", "Energiekosten", "hohe Fluktuation", "data quality", "Statusseite", "Kunden in Polen", "Oracle -> Postgres"},
	"fr": {"migration Kubernetes", "astreintes", "aime Rust", "nouvelle usine", "comment ils recrutent", "réduire les coûts", "le passage à SAP",
		"trop peu de monde", "data quality", "Oracle -> Postgres", "dette technique", "page d'état"},
	"es": {"migración a Kubernetes", "guardias", "le gusta Rust", "nueva sede", "cómo miden el éxito", "reducir costes", "el paso a SAP", "poca gente",
		"data quality", "Oracle -> Postgres", "deuda técnica", "página de estado"},
	"nl": {"migratie naar Kubernetes", "storingsdiensten", "houdt van Rust", "nieuw kantoor", "hoe het team werft", "kosten verlagen", "de overstap op SAP",
		"te weinig mensen", "data quality", "Oracle -> Postgres", "technische schuld", "hoog verloop"},
}

// someone invents an application: its company, role, notes and dates.
func someone(r *rand.Rand, cal *rules.Calendar, language string) (rules.Application, rules.Contact) {
	crowd := slices.Clone(people)
	r.Shuffle(len(crowd), func(i, k int) { crowd[i], crowd[k] = crowd[k], crowd[i] })
	panel := 1 + r.IntN(5)
	contacts := crowd[:panel+1]
	var interviewers []string
	for i := range contacts {
		contacts[i].Address = fmt.Sprintf("p%d@firm.example", i)
		contacts[i].Part = rules.Interviewer
		if i == panel {
			contacts[i].Part = rules.Recruiter
			continue
		}
		interviewers = append(interviewers, contacts[i].Key())
	}
	notes := slices.Clone(jotted[language])
	r.Shuffle(len(notes), func(i, k int) { notes[i], notes[k] = notes[k], notes[i] })
	start := time.Date(2026, time.Month(1+r.IntN(12)), 1+r.IntN(28), 9+r.IntN(8), 0, 0, 0, cal.Zone())
	v := rules.Interview{ID: "1", Start: start, End: start.Add(time.Hour), Interviewers: interviewers, Topics: notes[:r.IntN(4)], Challenges: notes[4 : 4+r.IntN(3)]}
	if r.IntN(3) > 0 {
		v.Decision = rules.DateOf(start).AddDays(5 + r.IntN(15))
	}
	app := rules.Fold("x", []rules.Fact{{Key: "user/1", At: start.AddDate(0, 0, -3), What: rules.Described{
		Company:  pick(r, "Acme Analytics", "Brightwater GmbH", "Nordlys AS", "Müller & Söhne", "O'Hara Labs", "3Com Health", "Société Lumen", "Update Systems", "next"),
		Role:     pick(r, "Senior Analyst", "Software Engineer (Backend)", "Head of Data", "Pflegedienstleitung", "Data Engineer II", "Product Manager, Payments", "UX/UI Designer", "Decision Scientist"),
		Language: language, Contacts: contacts, Interviews: []rules.Interview{v},
	}}})
	return app, contacts[panel]
}

// TestSequences writes whole sequences for many applications in all languages and
// holds the rules over each: every letter passes the proofreader, nobody at the
// company reads a sentence twice, panel letters differ, check-ins shrink.
func TestSequences(t *testing.T) {
	cal, set := calendar(t), loadTexts(t)
	n := 20 // of each language; 400 were tried and hold as well
	for _, language := range languages {
		t.Run(language, func(t *testing.T) {
			var likeness, pairs, worst float64
			failed := map[string]int{}
			for i := range n {
				r := rand.New(rand.NewPCG(uint64(i), 42))
				app, recruiter := someone(r, cal, language)
				if r.IntN(3) == 0 {
					app.Facts = append(app.Facts, rules.Fact{Key: "received/1", At: app.Interviews[0].Start, What: rules.Received{Person: true, Register: rules.Familiar}})
				}
				seen := map[string]string{}
				var panel []string
				write := func(f rules.FollowUp) (Draft, bool) {
					in := Input{App: app, FollowUp: f, Texts: set, Me: me, Language: language, Tone: pick(r, "warm", "plain", "formal"), ByFullName: r.IntN(3) == 0,
						HTML: r.IntN(4) == 0, Calendar: cal, Now: app.Interviews[0].End.Add(time.Hour), MessageID: fmt.Sprintf("%d.%d@post.example", i, len(app.Facts)), Seed: r.Uint64()}
					d, findings, err := Compose(t.Context(), in)
					if err != nil {
						failed[fmt.Sprint(f.Kind, " ", f.Number)]++
						t.Logf("application %d (%s, %s): %v %v", i, app.Role, app.Company, err, findings)
						return d, false
					}
					wire(t, d.Raw)
					for _, s := range d.Sentences {
						if before, ok := seen[s]; ok && len(strings.Fields(s)) > 3 {
							t.Errorf("application %d: %q is in %s and %s", i, s, before, f.Key)
						}
						seen[s] = f.Key
					}
					app.Facts = append(app.Facts, rules.Fact{Key: "sent/" + d.MessageID, At: in.Now, What: rules.Delivered{
						FollowUp: f.Key, MessageID: d.MessageID, Subject: d.Subject, Words: d.Words, Sentences: d.Sentences}})
					return d, true
				}
				for _, c := range app.Contacts {
					if c.Part != rules.Interviewer {
						continue
					}
					if d, ok := write(thankYou(c)); ok {
						text := letter.Read(mail.Read(d.Raw)).Text()
						for _, other := range panel {
							l := letter.Likeness(text, other)
							likeness, pairs, worst = likeness+l, pairs+1, max(worst, l)
						}
						panel = append(panel, text)
					}
				}
				before, first := 0, ""
				for number := 1; number <= 3; number++ {
					f := rules.FollowUp{Key: fmt.Sprintf("check-in/1/%d", number), Kind: rules.CheckIn, Number: number, Interview: "1", To: recruiter, After: rules.AfterSilence, Answers: first, Words: before}
					if number == 1 {
						if f.After = rules.AfterAssumed; !app.Interviews[0].Decision.IsZero() {
							f.After = pick(r, rules.AfterPromised, rules.AfterMoved, rules.AfterHolding)
						}
					}
					d, ok := write(f)
					if !ok {
						break
					}
					if before > 0 && d.Words >= before {
						t.Errorf("application %d: check-in %d has %d words after %d", i, number, d.Words, before)
					}
					before = d.Words
					if number == 1 {
						first = d.MessageID
					}
				}
				write(rules.FollowUp{Key: "offer-reply/o", Kind: rules.OfferReply, Number: 1, Interview: "1", To: recruiter})
				write(rules.FollowUp{Key: "rejection-reply/r", Kind: rules.RejectionReply, Number: 1, Interview: "1", To: recruiter})
				write(rules.FollowUp{Key: "no-show/1", Kind: rules.NoShow, Number: 1, Interview: "1", To: app.Contacts[0]})
			}
			t.Logf("%d applications: panel likeness %.3f on average, %.3f at most", n, likeness/max(pairs, 1), worst)
			if worst >= 0.5 || likeness/max(pairs, 1) >= 0.2 {
				t.Errorf("panel letters are too much alike")
			}
			for what, count := range failed {
				t.Errorf("%s: %d of %d without a letter", what, count, n)
			}
		})
	}
}
