package templates

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// A world of invented people and firms from which test letters are made.
var (
	worldPeople = []Person{
		{Name: "Ngozi Okafor", Honorific: "Dr.", First: "Ngozi", Last: "Okafor"}, {Name: "Li Wei", Honorific: "", First: "Li", Last: "Wei"}, {Name: "Anna Berg", Honorific: "Frau", First: "Anna", Last: "Berg"},
		{Name: "Tom Baker", Honorific: "Mr.", First: "Tom", Last: "Baker"}, {Name: "Jo", Honorific: "", First: "Jo", Last: ""}, {Name: "Inés Peña", Honorific: "Sra.", First: "Inés", Last: "Peña"}, {Name: "Hana Novák", Honorific: "Prof. Dr.", First: "Hana", Last: "Novák"},
		{Name: "Luc d'Arcy", Honorific: "M.", First: "Luc", Last: "d'Arcy"},
	}
	worldRoles     = []string{"Senior Analyst", "Buchhalterin (m/w/d)", "Ingénieur logiciel (H/F)", "UX Designer", "Head of Sales", "Onderzoeker", "Enfermera", "Analyste"}
	worldCompanies = []string{"Acme Rail", "Ostwind GmbH", "Umbra Inc.", "Éclair & Fils", "Yonder", "Piedra S.A.", "Hof BV"}
	worldNotes     = map[string][]string{
		"en": {"k8s migration, oncall pain, likes rust", "Quarterly forecasting", "how the team handles on-call", "moving to the new data warehouse", "hiring and onboarding"},
		"de": {"k8s migration, mag Rust", "Quartalsplanung", "wie das Team Bereitschaft organisiert", "die Einführung des neuen Lagers", "Umgang mit Ausfällen"},
		"fr": {"migration Kubernetes, aime Rust", "prévisions trimestrielles", "comment l'équipe gère les astreintes", "passer au nouvel entrepôt", "l'intégration des nouveaux"},
		"es": {"migración a Kubernetes, le gusta Rust", "previsiones trimestrales", "cómo el equipo gestiona las guardias", "pasar al nuevo almacén", "el plan de formación"},
		"nl": {"migratie naar Kubernetes, houdt van Rust", "kwartaalprognoses", "hoe het team storingen oppakt", "de overstap naar het nieuwe magazijn", "inwerken van nieuwe mensen"},
	}
)

func pick[T any](r *random, from []T) T { return from[r.next()%uint64(len(from))] }

func (r *random) yes() bool { return r.next()&1 == 1 }

// randomData is one application as it might be.
func randomData(r *random, lang string) Data {
	met := time.Date(2026, time.January, 1+int(r.next()%700), 15, 0, 0, 0, time.UTC)
	tone, role, company := pick(r, []string{"", "warm", "plain", "formal"}), pick(r, worldRoles), pick(r, worldCompanies)
	r.next() // a name that letters had once: the seeds give the applications that they always gave
	return Data{
		Language: lang, Tone: tone, Role: role, Company: company, Me: "Sam Rivera",
		To: pick(r, worldPeople), ByFullName: r.yes(), Met: met, Today: met.AddDate(0, 0, int(r.next()%20)), Round: 1 + int(r.next()%3),
		SamePeople: r.next()%4 == 0, Late: r.yes(),
	}
}

func load(t testing.TB) *Set {
	t.Helper()
	s, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// forbidden are the words a thank-you has no business with, in each language.
var forbidden = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(timeline|status|decision|decide|next steps?|pay|salary|compensation|offer|update|deadline|hear back|process|news)\b`),
	"de": regexp.MustCompile(`(?i)(zeitplan|\bstand\b|entscheid|nächste[nr]? schritt|gehalt|vergütung|rückmeldung|neuigkeit|bescheid)`),
	"fr": regexp.MustCompile(`(?i)(calendrier|statut|décision|décider|prochaines étapes|salaire|rémunération|délai|nouvelles\b|retour)`),
	"es": regexp.MustCompile(`(?i)(calendario|estado|decisión|decidir|próximos pasos|salario|sueldo|plazo|noticia|novedad)`),
	"nl": regexp.MustCompile(`(?i)(planning\b|status|beslis|besluit|vervolgstap|salaris|loon|\bnieuws\b|stand van zaken)`),
}

// polite and familiar are the words of the two forms of address.
var (
	polite = map[string]*regexp.Regexp{
		"nl": regexp.MustCompile(`(?i)(?:^|[^\pL])(u|uw)(?:$|[^\pL])`),
		"es": regexp.MustCompile(`(?i)(?:^|[^\pL])(usted|ustedes|dígame|indíqueme|escríbame|elija|permítame)(?:$|[^\pL])`),
	}
	familiar = map[string]*regexp.Regexp{
		"nl": regexp.MustCompile(`(?i)(?:^|[^\pL])(je|jij|jou|jullie)(?:$|[^\pL])`),
		"es": regexp.MustCompile(`(?i)(?:^|[^\pL])(tú|te|tu|tus|ti|contigo)(?:$|[^\pL])`),
	}
)

// irritating are phrases that nobody should read in a letter of ours.
var irritating = regexp.MustCompile(`(?i)(just checking in|hope this (e-?mail )?finds you|touch(ing)? base|circle back|wanted to follow up|sorry to|apologi|per my last|ping you|` +
	`bumping|any update\?|at your earliest convenience|entschuldig|tut mir leid|ich wollte nur|désolé|pardon|me permets de revenir|reviens vers vous|` +
	`perdone|disculpe|siento molestar|sorry|excuses|even checken|nog steeds niets|still waiting|—)`)

func TestLettersOfRandomApplications(t *testing.T) {
	s := load(t)
	r := newRandom(3)
	kinds := []string{"thank-you", "no-show", "check-in", "offer-reply", "rejection-reply"}
	for i := range 2500 {
		lang := Languages()[i%5]
		d := randomData(r, lang)
		d.Kind = kinds[i/5%5]
		d.Number = 1 + int(r.next()%3)
		d.Before = pick(r, []string{"promised", "assumed", "silence", "holding", "moved"})
		d.Panel = r.yes()
		d.RespondByGiven = r.yes()
		if r.yes() {
			d.Decision, d.RespondBy = d.Met.AddDate(0, 0, 7), d.Met.AddDate(0, 0, 9)
		}
		if r.yes() {
			d.Topics = []string{pick(r, worldNotes[lang])}
		}
		if r.yes() {
			d.Challenges = []string{pick(r, worldNotes[lang])}
		}
		d.Familiar = r.next()%3 == 0
		if r.next()%5 == 0 {
			d.PassOn = worldPeople[1 : 2+r.next()%4]
			d.TookPart = r.yes()
		}
		seed := r.next()
		l, err := s.Write(t.Context(), d, nil, 0, seed)
		if err != nil {
			t.Fatalf("%+v: %v", d, err)
		}
		if i%20 == 0 {
			again, err := s.Write(t.Context(), d, nil, 0, seed)
			if err != nil || !reflect.DeepEqual(l, again) {
				t.Fatalf("the same seed gave two letters:\n%+v\n%+v", l, again)
			}
		}
		inspect(t, d, l)
		if t.Failed() {
			t.Fatalf("%+v\n%s\n%s\n\n%s\n\n%s", d, l.Subject, l.Salutation, l.Body(), l.SignOff)
		}
	}
}

// inspect holds a letter against what must be true of every one.
func inspect(t *testing.T, d Data, l Letter) {
	t.Helper()
	for _, text := range append([]string{l.Subject, l.Salutation}, l.Paragraphs...) {
		if what := flaw(text); what != "" {
			t.Errorf("%q has %s", text, what)
		}
	}
	body := l.Body()
	if irritating.MatchString(body) {
		t.Errorf("an irritating phrase: %q", irritating.FindString(body))
	}
	if d.Kind == "thank-you" && forbidden[d.Language].MatchString(body) {
		t.Errorf("a thank-you says %q", forbidden[d.Language].FindString(body))
	}
	if d.Kind == "thank-you" && strings.Contains(body, "?") && (len(d.PassOn) == 0 || d.TookPart) {
		t.Error("a thank-you asks a question")
	}
	if d.Familiar && d.To.Honorific == "" && d.Tone != "formal" && polite[d.Language] != nil && polite[d.Language].MatchString(body) {
		t.Errorf("a familiar letter says %q", polite[d.Language].FindString(body))
	}
	if !d.Familiar && familiar[d.Language] != nil && familiar[d.Language].MatchString(body) {
		t.Errorf("a polite letter says %q", familiar[d.Language].FindString(body))
	}
	role := Role(d.Role)
	if said, _ := RoleSaid(d.Language, d.Role); (d.Kind != "check-in" || d.Number == 1) && !strings.Contains(body, role) && !strings.Contains(body, said) {
		t.Errorf("the role %q is not named", role)
	}
	if !strings.Contains(l.Subject, role) {
		t.Errorf("the subject %q does not name the role", l.Subject)
	}
	if d.Kind == "check-in" && d.Before != "promised" && d.Before != "moved" && !d.Decision.IsZero() {
		if date := languages[d.Language].date(d.Decision); strings.Contains(body, date+" ") || strings.Contains(body, date+".") {
			t.Errorf("names the assumed date %s", date)
		}
	}
	if d.Kind == "offer-reply" && !d.RespondBy.IsZero() && !strings.Contains(body, languages[d.Language].date(d.RespondBy)) {
		t.Error("the date of the answer is missing")
	}
	for _, p := range d.PassOn {
		if d.Kind == "thank-you" && !strings.Contains(body, p.Name) {
			t.Errorf("does not name %s", p.Name)
		}
	}
	switch {
	case d.Kind == "rejection-reply" && l.Words >= 75:
		t.Errorf("a rejection is answered in %d words", l.Words)
	case d.Kind == "check-in" && (len(l.Sentences) < 1 || len(l.Sentences) > 4):
		t.Errorf("a check-in has %d sentences", len(l.Sentences))
	case d.Kind == "thank-you" && (l.Words < 20 || l.Words > 120):
		t.Errorf("a thank-you has %d words", l.Words)
	}
	if !strings.HasSuffix(l.SignOff, "\nSam Rivera") {
		t.Errorf("sign-off %q", l.SignOff)
	}
}

// shingles are the runs of five words of a text.
func shingles(body string) map[string]bool {
	words := strings.Fields(strings.ToLower(body))
	set := map[string]bool{}
	for i := 0; i+5 <= len(words); i++ {
		set[strings.Join(words[i:i+5], " ")] = true
	}
	return set
}

func likeness(a, b string) float64 {
	x, y := shingles(a), shingles(b)
	both := 0
	for s := range x {
		if y[s] {
			both++
		}
	}
	if len(x)+len(y) == both {
		return 1
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func TestPanelLettersDiffer(t *testing.T) {
	s := load(t)
	r := newRandom(3)
	var sum, worst float64
	pairs := 0
	for i := range 120 {
		lang := Languages()[i%5]
		base := randomData(r, lang)
		base.Kind, base.Panel = "thank-you", true
		used := map[string]bool{}
		var bodies []string
		for n := range 8 {
			d := base
			d.To = worldPeople[n]
			if r.yes() {
				d.Topics = []string{worldNotes[lang][n%5]}
			}
			l, err := s.Write(t.Context(), d, func(x string) bool { return used[x] }, 0, r.next())
			if err != nil {
				t.Fatalf("%s letter %d of the panel: %v", lang, n+1, err)
			}
			for _, x := range l.Sentences {
				if used[x] {
					t.Fatalf("sentence twice in a panel: %q", x)
				}
				used[x] = true
			}
			for _, other := range bodies {
				like := likeness(l.Body(), other)
				sum, pairs, worst = sum+like, pairs+1, math.Max(worst, like)
			}
			bodies = append(bodies, l.Body())
		}
	}
	t.Logf("likeness of %d pairs: %.3f on average, %.3f at worst", pairs, sum/float64(pairs), worst)
	if worst >= 0.5 || sum/float64(pairs) >= 0.2 {
		t.Errorf("panel letters are too alike: %.2f at worst, %.2f on average", worst, sum/float64(pairs))
	}
}

// A job search of a month: many applications, each with a whole sequence, and no
// sentence twice in all of it.
func TestSequencesShareNoSentence(t *testing.T) {
	s := load(t)
	for i, lang := range slices.Repeat(Languages(), 5) {
		r := newRandom(uint64(i/5 + 1))
		used := map[string]bool{}
		write := func(d Data, max int) Letter {
			l, err := s.Write(t.Context(), d, func(x string) bool { return used[x] }, max, r.next())
			if err != nil {
				t.Errorf("%s %s %d %s at most %d: %v", d.Language, d.Kind, d.Number, d.Before, max, err)
			}
			for _, x := range l.Sentences {
				if used[x] {
					t.Errorf("sentence used twice: %q", x)
				}
				used[x] = true
			}
			return l
		}
		for i := range 16 {
			d := randomData(r, lang)
			// One looks for the same role everywhere.
			d.Role, d.Company = "Senior Analyst", fmt.Sprint("Harbour", i)
			d.Kind, d.Round, d.SamePeople = "thank-you", 1, false
			write(d, 0)
			d.Round, d.SamePeople = 2, true
			write(d, 0)
			d.Kind, d.Before, d.Decision = "check-in", pick(r, []string{"promised", "assumed"}), d.Met.AddDate(0, 0, 7)
			first := 0
			for n := 1; n <= 3; n++ {
				d.Number = n
				l := write(d, first)
				if first > 0 && l.Words > first {
					t.Errorf("%s check-in %d has %d words of %d", lang, n, l.Words, first)
				}
				first = l.Words - 1
				d.Before = pick(r, []string{"silence", "holding"})
			}
			d.Kind = pick(r, []string{"offer-reply", "rejection-reply"})
			d.RespondBy = d.Met.AddDate(0, 0, 20)
			write(d, 0)
		}
	}
}

func TestThirdCheckInFitsTwelveWords(t *testing.T) {
	s := load(t)
	r := newRandom(3)
	for i := range 200 {
		d := randomData(r, Languages()[i%5])
		d.Kind, d.Number, d.Before = "check-in", 3, "silence"
		l, err := s.Write(t.Context(), d, nil, 12, r.next())
		if err != nil || l.Words > 12 {
			t.Fatalf("%s: %d words, %v: %s", d.Language, l.Words, err, l.Body())
		}
		d.Number = 2
		if l, err = s.Write(t.Context(), d, nil, 14, r.next()); err != nil || l.Words > 14 {
			t.Fatalf("%s: %d words, %v: %s", d.Language, l.Words, err, l.Body())
		}
	}
}

func TestNoWordingIsToldApart(t *testing.T) {
	s := load(t)
	d := randomData(newRandom(5), "en")
	d.Kind = "thank-you"
	if _, err := s.Write(t.Context(), d, func(string) bool { return true }, 0, 1); !errors.Is(err, ErrNoWording) {
		t.Errorf("every sentence used: %v", err)
	}
	if _, err := s.Write(t.Context(), d, nil, 5, 1); !errors.Is(err, ErrNoWording) {
		t.Errorf("five words: %v", err)
	}
	d.Language = "fi"
	if _, err := s.Write(t.Context(), d, nil, 0, 1); err == nil || errors.Is(err, ErrNoWording) {
		t.Errorf("unknown language: %v", err)
	}
}
