package drafter

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/rules"
	"afterword/templates"

	"pgregory.net/rapid"
)

// What the other side and the user may bring in, in parts that are put together.
var (
	anyTitles = []string{"Senior Analyst", "Softwareentwickler", "Comptable", "Working Student: Data", "Head of Pay", "Status Manager", "Decision Scientist",
		"Manager of Next Steps", "Recieving Clerk", "the the role", "C++ Developer", ".NET Developer", "Mars May Planner", "Jr. Dev. Ops", "Sorry Specialist",
		"Interview Designer", "Ingénieur·e données", "Werkstudent*in Daten", "analyst", "Final Reminder Officer", "Lead, , Ops", "Dev  Ops", "Why not?", "1", "A", "Ops!", "营销经理",
		"", "N/A", "TBD", "???", "{{job_title}}", "[Role]", "<role>", "_____", "Bcc: eve@post.example\r\nClerk", "Cl\x00erk", "\xff\xfe Clerk", "Clerk of " + strings.Repeat("many things and ", 3000)}
	anyTitleEnds = []string{"", "", "", "", " (m/w/d)", " H/F", " (all genders)", " / Planner", " - Backend", " II", " ($120,000 - $140,000)", ", 60-70k €", " (R0012345)", " REQ-12345", " Ref. 2026/118-B",
		" [Remote]", " {{location}}", " ()", " – Berlin – ", " (22:00)", " 3 March", "....", " 2026-11-13", " 80-100 %", " %s", "!!!", ":", " (Data)"}
	anyFirms = []string{"Acme", "acme", "ACME", "A", "TODO Systems", "N/A", "TBD", "", "{{company}}", "[x]cube LABS", "Yahoo!", "the the", "Les Échos", "Die Zeit", "E.ON", "1&1", "Okafur",
		"Dr. Oetker", "who?", "Salary.com", "Status", "Sorry", "Dank", "Merci", "Thank", "Dear", "Teh Company", "Kind Regards", "Monday", "May", "L'Oréal", "XXXL", "undefined", "> Acme", "-- ",
		"Acme\r\nBcc: eve@post.example", "<Acme>", "____", "Deadline", "Acme, , Rail", "Acme " + strings.Repeat("Holding ", 8000)}
	anyFirmStarts = []string{"", "", "", "The ", "the ", "Groupe ", "Grupo ", "La ", "Die ", "De ", "[External] ", "TODO "}
	anyFirmEnds   = []string{"", "", "", " GmbH", ", Inc.", " S.A.", " Group", " N/A", " [TBD]", " ()", " {{x}}", " - Berlin", " (UK)", " & Co. KG", " B.V."}
	anyNames      = []string{"Ngozi Okafor", "Carmen Ruiz", "LEE, Ann", "Ann Lee | Acme", "Talent Team", "Acme Careers", "Müller, Petra", "Rosa Díaz", "Luis Días", "Tom Deal", "Ann Deer", "Karl Guten",
		"Tom Herr", "Estimada Ruiz", "Piet Beste", "Paul Bonjour", "", "N/A", "[Name]", "{{first_name}}", "TODO", "Okafor, Ngozi (HR)", "OSEI Kim (Co15)", "robin.hale", "robin@acme.example",
		"李 小龙", "Ng", "J. R. R. Patel", "???", "\"Robin\"", "María-José O'Neill-van der Berg", "the the", "Dear Abbey", "Will May", "Robin\tHale", "Anna\u00a0Lee", "-", ",", "von der Leyen",
		"Jr.", "Sam Rivera PhD, MBA", "R\u202eelah", "Robin\r\nBcc: eve@post.example", "\xffRobin", strings.Repeat("Anna Maria ", 6000), "Recrutement", "Jo?", "Hale."}
	anyTitlesOf = []string{"", "", "", "", "Dr. ", "Ms. ", "Mr ", "Frau Dr. ", "Herr Dipl.-Ing. ", "M. ", "Mademoiselle ", "Dra. ", "Sir ", "Lord ", "Capt. ", "Maître ", "Lcda. ", "Sr. D. ", "mevr. dr. ",
		"mr. ", "Frau Prof.in ", "Mr. and Mrs. ", "Hon. "}
	anySubjects = []string{"Offer", "Senior Analyst", "Offer of employement", "N/A", "TBD", "{{candidate.name}}: offer", "???", "Offer   for  you", "", "   ", "Re:", "(no subject)", "TODO - %s", "<no value>",
		"Your offer, ,", "Status of your application", "____", "…", "Offer .... now", "“”", "=?utf-8?q?x?=", "Teh offer recieved", "Offer\r\nBcc: eve@post.example", "\xff\xfe", "a\x00b", "offer\u202egpj.exe",
		strings.Repeat("offer and more of it ", 11000), strings.Repeat("x", 5000)}
	anySubjectStarts = []string{"", "", "", "[External] ", "[Acme Careers] ", "RE: AW: Re: ", "EXT: ", "Fwd: ", "*** ", "URGENT! "}
	anyJottings      = []string{"", "", "", "k8s migration", "[TODO]", "salary bands", "status of the rollout", "{{x}}", "why Rust?", "the the", "N/A", "a  b", "der Umzug nach Leipzig", "réduire les coûts",
		"la nueva sede", "te weinig mensen", strings.Repeat("notes and notes ", 4000), strings.Repeat("a, ", 20000)}
)

// anyone draws somebody's name, part of it perhaps as his honorific.
func anyone(t *rapid.T, c rules.Contact) rules.Contact {
	title := rapid.SampledFrom(anyTitlesOf).Draw(t, "title")
	c.Name, c.Honorific = rapid.SampledFrom(anyNames).Draw(t, "name"), ""
	if rapid.Bool().Draw(t, "apart") {
		c.Honorific = strings.TrimSpace(title)
	} else {
		c.Name = title + c.Name
	}
	return c
}

// anything draws an application and a follow-up of it with the words of anybody in them.
func anything(t *rapid.T, in Input, kinds map[string]rules.FollowUp, names []string) Input {
	pick := func(what string, parts ...[]string) (all string) {
		for _, list := range parts {
			all += rapid.SampledFrom(list).Draw(t, what)
		}
		return all
	}
	app := in.App
	app.Language = rapid.SampledFrom(languages).Draw(t, "language")
	app.Role, app.Company = pick("role", anyTitles, anyTitleEnds), pick("company", anyFirmStarts, anyFirms, anyFirmEnds)
	if rapid.IntRange(0, 9).Draw(t, "caps") == 0 {
		app.Role = strings.ToUpper(app.Role)
	}
	app.Contacts = slices.Clone(app.Contacts)
	for i := range app.Contacts {
		app.Contacts[i] = anyone(t, app.Contacts[i])
	}
	app.Interviews = slices.Clone(app.Interviews)
	app.Interviews[0].Topics, app.Interviews[0].Challenges = []string{pick("topic", anyJottings)}, []string{pick("challenge", anyJottings)}
	app.Facts = append(slices.Clip(app.Facts), rules.Fact{Key: "received/o", At: app.Interviews[0].End,
		What: rules.Received{MessageID: "o@acme.example", References: []string{"n@acme.example"}, Subject: pick("subject", anySubjectStarts, anySubjects), Person: true}})

	f := kinds[rapid.SampledFrom(names).Draw(t, "kind")]
	f.To, _ = app.Contact(f.To.Key())
	for i := range f.PassOn {
		if c := anyone(t, f.PassOn[i]); strings.TrimSpace(c.Name) != "" { // the rules pass over who has neither name nor address
			f.PassOn = []rules.Contact{c}
		}
	}
	if f.Kind == rules.OfferReply || f.Kind == rules.RejectionReply || f.Number > 1 {
		f.Answers = "o@acme.example"
	}
	if f.Number > 1 {
		f.Words = rapid.IntRange(20, 60).Draw(t, "words before")
	}
	in.App, in.FollowUp = app, f
	in.Tone = rapid.SampledFrom([]string{"warm", "plain", "formal"}).Draw(t, "tone")
	in.ByFullName = rapid.Bool().Draw(t, "by full name")
	in.Seed = rapid.Uint64().Draw(t, "seed")
	return in
}

// inEach is how many letters are written in each round; `-rapid.checks=1000` writes 20,000.
const inEach = 20

// TestNobodysWordsCostALetter writes letters with everything that a company, its
// people and a user may write: there is always one, and it says what it must.
func TestNobodysWordsCostALetter(t *testing.T) {
	in, kinds := input(t, thankYou(okafor)), everyKind()
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	in.Now = in.Now.Add(time.Hour)
	rapid.Check(t, func(t *rapid.T) {
		for range inEach {
			in := anything(t, in, kinds, names)
			d, findings, err := Compose(t.Context(), in)
			if err != nil {
				t.Fatalf("%s: %v %v", in.FollowUp.Key, err, findings)
			}
			says(t, in, d)
		}
	})
}

// says checks that a letter says what one of its kind must, and nothing of what
// nobody should read.
func says(t *rapid.T, in Input, d Draft) {
	f := in.FollowUp
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	text, role := flat(d.Subject+"\n"+d.Body), flat(strings.TrimRight(templates.Role(in.App.Role), ".,"))
	if thanks := f.Kind == rules.ThankYou || f.Kind == rules.OfferReply || f.Kind == rules.RejectionReply; thanks && !gratitude.MatchString(d.Body) {
		t.Fatalf("no thanks:\n%s", d.Body)
	}
	if names := f.Kind == rules.ThankYou || f.Kind == rules.CheckIn && f.Number == 1; names && !strings.Contains(text, role) {
		t.Fatalf("the role %q is not named:\n%s\n%s", role, d.Subject, d.Body)
	}
	if f.Kind == rules.OfferReply && len(mentions(strings.ReplaceAll(d.Body, in.App.Role, ""))) == 0 {
		t.Fatalf("no date:\n%s", d.Body)
	}
	if f.Words > 0 && d.Words >= f.Words {
		t.Fatalf("%d words after %d", d.Words, f.Words)
	}
	for _, bad := range []string{"{{", "}}", "<no value>", "▢", "▣", "\x00", "\u202e"} {
		if strings.Contains(d.Body, bad) || in.FollowUp.Answers == "" && strings.Contains(d.Subject, bad) {
			t.Fatalf("%q in\n%s\n%s", bad, d.Subject, d.Body)
		}
	}
	m := mail.Read(d.Raw)
	if !slices.Equal(m.Recipients(), []string{f.To.Address}) || m.Header.Get("Bcc") != "" {
		t.Fatalf("to %q:\n%s", m.Recipients(), d.Raw)
	}
	if len([]rune(d.Subject)) > longestSubject+60 || len(d.Body) > 4000 {
		t.Fatalf("%d and %d bytes:\n%s", len(d.Subject), len(d.Body), d.Body)
	}
	if f.Answers == "" {
		return
	}
	if m.InReplyTo != f.Answers || !slices.Equal(m.References, []string{"n@acme.example", f.Answers}) {
		t.Fatalf("it answers %q, %q:\n%s", m.InReplyTo, m.References, d.Raw)
	}
	theirs := ThreadOf(in.App, f.Answers).Subject
	if re := strings.HasPrefix(d.Subject, "Re: ") && d.Subject != "Re: "; re == (replySubject(theirs) == "") {
		t.Fatalf("the subject %q for %q", d.Subject, theirs)
	}
}
