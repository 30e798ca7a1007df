package drafter

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// A somebody is a person as he is called, and the display names under which he may write.
type somebody struct {
	given, family string
	title         string // that he puts before his name
}

var (
	everyGiven  = strings.Fields("Ngozi Robin Claire Jonas Lucía Els Anna-Lena Iñigo Zoë Kwame Petra Marc Dana Tom")
	everyFamily = []string{"Okafor", "Hale", "Petit", "Brandt", "Peña", "Kok", "van den Bosch", "De Groot", "O'Hara", "McAvoy", "Le Bihan", "von der Aue", "de la Vega", "Müller-Lüth", "Díaz", "Herr", "Deer", "Beste", "Team-Smith"}
	everyTitle  = []string{"", "", "", "Dr. ", "Prof. Dr. ", "Ms ", "Mr. ", "Frau ", "Herr Dr. ", "Mme ", "Dra. ", "Sra. ", "mevr. ", "drs. ", "Prof. "}
	everyBefore = []string{"", "", "", "", "[EXT] ", "Brightwater | ", "✨ ", "Recruiting: "}
	everyBehind = []string{"", "", "", " | Brightwater", " (Brightwater)", " / Brightwater", " - Talent Acquisition", " • HR", " (she/her)", " (they/them) | Brightwater", ", PhD", ", PMP, SHRM-CP", " at Brightwater",
		" via Ashby", " [External]", " (Co15)", ": Brightwater", " – Head of Data", " 🌱", ", M.Sc.", " | Director | Brightwater", " MBA"}
	everyMailbox = []string{"Talent Team", "HR", "Recrutement", "Jobs at Brightwater", "no-reply", "Brightwater", "brightwater", "Brightwater GmbH", "Bewerbungen", "Ressources Humaines", "Selección", "Afdeling Werving", "Karriere-Team Brightwater",
		"People & Culture", "Brightwater Careers via Ashby", "N/A", "", "???", "{{recruiter.name}}", "[Name]", "TODO", "robin.hale@brightwater.example", "Your Hiring Team", "Service Recrutement Brightwater", "Equipo de Talento", "Personalabteilung (HR)"}
	everyRole = []string{"Senior Analyst", "Softwareentwickler (m/w/d)", "Comptable H/F", "Plumber / Gas Fitter", "Data Engineer II – Payments (Remote, EMEA)", "Nurse, 40-45k €", "Clerk (R0012345)", "N/A", "Recieving Clerk", "🚀 Growth Lead",
		"[Analyst]", "{Analyst}", "TODO Manager", "{{job_title}}", "Projektleiter/in", "Ingénieur·e données", "Enfermero/a", "Sorry Specialist", "Head of Pay", "", "analyst", "ANALYST", "Why not?", "Analyst ()", "Verpleegkundige (m/v) 32 uur"}
	everyFirm = []string{"Brightwater", "Brightwater GmbH", "brightwater", "The Brightwater Company", "Groupe Brightwater", "Deutsche Brightwater", "CHU de Brightwater", "Brightwater University", "Universitätsklinikum Brightwater", "N/A", "[Brightwater]",
		"Stadtwerke Brightwater", "Brightwater, Inc.", "Brightwater S.A.", "{{company}}", "Brightwater & Co. KG", "Brightwater!", "The University of Brightwater", "Ayuntamiento de Brightwater", "Gemeente Brightwater", "TODO Brightwater"}
)

func oneOf[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// displays draws a way in which somebody's name may stand in a header.
func (s somebody) display(r *rand.Rand) string {
	before, behind := oneOf(r, everyBefore), oneOf(r, everyBehind)
	name := s.title + s.given + " " + s.family
	switch r.IntN(8) {
	case 0:
		name = s.family + ", " + s.title + s.given
		if strings.HasPrefix(behind, ",") {
			behind = ""
		}
	case 1:
		name = s.title + strings.ToUpper(s.family) + " " + s.given
	case 2:
		name = s.title + s.given + " " + strings.ToUpper(s.family)
	}
	return before + name + behind
}

// TestEverybodyIsGreeted writes letters to people under all the display names that they
// may have, with any role and company: each gets one, and is called by his name, whole or
// in part as he spells it, or by none. AFTERWORD_LETTERS says how many.
func TestEverybodyIsGreeted(t *testing.T) {
	n := 400
	if said, err := strconv.Atoi(os.Getenv("AFTERWORD_LETTERS")); err == nil {
		n = said
	}
	r := rand.New(rand.NewPCG(3, 7))
	in := input(t, thankYou(okafor))
	in.Now = in.Now.Add(time.Hour)
	kinds := everyKind()
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	named := 0
	for i := range n {
		who := somebody{oneOf(r, everyGiven), oneOf(r, everyFamily), oneOf(r, everyTitle)}
		display := who.display(r)
		mailbox := r.IntN(5) == 0
		if mailbox {
			display = oneOf(r, everyMailbox)
		}
		one := in
		one.App.Language = oneOf(r, languages)
		one.App.Role, one.App.Company = oneOf(r, everyRole), oneOf(r, everyFirm)
		if strings.EqualFold(display, "brightwater") {
			one.App.Company = "Brightwater GmbH"
		}
		one.FollowUp = kinds[oneOf(r, names)]
		one.FollowUp.To.Address = "post@" + "mail.example"
		one.FollowUp.To.Honorific, one.FollowUp.To.Name = rules.SplitHonorific(display)
		if one.FollowUp.Kind == rules.OfferReply || one.FollowUp.Kind == rules.RejectionReply {
			one.FollowUp.Answers = ""
		}
		one.Seed = uint64(i)
		d, findings, err := Compose(t.Context(), one)
		if err != nil {
			t.Fatalf("%s %q, %q at %q, %s: %v %v", one.App.Language, display, one.App.Role, one.App.Company, one.FollowUp.Key, err, findings)
		}
		greeting, _, _ := strings.Cut(d.Body, "\n")
		if strings.Contains(d.Body, "  ") || strings.Contains(d.Subject, "  ") || placeholder().MatchString(greeting) {
			t.Errorf("a gap:\n%s\n%s", d.Subject, d.Body)
		}
		rest := strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(greeting, neutral[one.App.Language]), ","), ",:")
		if rest = strings.TrimSpace(rest); rest == "" {
			continue
		}
		if mailbox {
			t.Errorf("%s: the mailbox %q is greeted %q", one.App.Language, display, greeting)
			continue
		}
		named++
		for _, w := range strings.Fields(rest) {
			if !strings.Contains(" "+strings.ToLower(who.title+who.given+" "+who.family)+" ", " "+strings.ToLower(w)+" ") && !greetingWords[w] {
				t.Errorf("%s: %q is greeted %q", one.App.Language, display, greeting)
			}
		}
		if !strings.Contains(rest, who.given) && !strings.Contains(strings.ToLower(rest), strings.ToLower(who.family)) {
			t.Errorf("%s: %q is greeted %q", one.App.Language, display, greeting)
		}
	}
	if named < n*6/10 {
		t.Errorf("only %d of %d letters name somebody", named, n)
	}
}

// neutral is how a letter greets nobody in particular.
var neutral = map[string]string{"en": "Hello", "de": "Guten Tag", "fr": "Bonjour", "es": "Buenos días", "nl": "Goedendag"}

// greetingWords are those of our greetings before a name.
var greetingWords = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields("Dear Guten Tag Sehr geehrte geehrter Frau Herr Bonjour Madame Monsieur Buenos días, Estimada Estimado Sra. Sr. Beste Geachte mevrouw heer Hola,") {
		all[w] = true
	}
	return all
}()
