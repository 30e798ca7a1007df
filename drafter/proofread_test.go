package drafter

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/rules"
)

// good is a thank-you without fault.
func good() Manuscript {
	return Manuscript{
		To: []string{okafor.Address}, Subject: "Thank you: Senior Analyst Interview – Nov 13", Salutation: "Dear Dr. Okafor,",
		Text: "Thank you for your time on Friday, November 13, and for a frank conversation about the Senior Analyst role at Acme Analytics.\n\n" +
			"What you said about late data from partners stayed with me, and it made the work feel close.",
		SignOff: "Kind regards,\nMaya Lind",
	}
}

func contextOf(t testing.TB, f rules.FollowUp) Context {
	app := acme(t)
	return Context{App: &app, FollowUp: &f, Me: me, Language: "en", Zone: calendar(t).Zone(), Ours: true}
}

func find(l Manuscript, c Context) []Finding {
	if l.Whole == "" {
		l.Whole = l.Salutation + "\n\n" + l.Text + "\n\n" + l.SignOff
	}
	return Proofread(l, c)
}

func checkIn(n int) rules.FollowUp {
	return rules.FollowUp{Key: "check-in/1/1", Kind: rules.CheckIn, Number: n, Interview: "1", To: weiss, After: rules.AfterPromised}
}

func checkInLetter(text string) Manuscript {
	return Manuscript{To: []string{weiss.Address}, Subject: "Follow-up: Senior Analyst Interview – Nov 13", Salutation: "Dear Carla,", Text: text, SignOff: "Kind regards,\nMaya Lind"}
}

func TestProofreadGood(t *testing.T) {
	if f := find(good(), contextOf(t, thankYou(okafor))); len(f) != 0 {
		t.Error(f)
	}
	l := checkInLetter("You had named November 20 for a decision on the Senior Analyst role. Is there anything new? I would still love to join.")
	if f := find(l, contextOf(t, checkIn(1))); len(f) != 0 {
		t.Error(f)
	}
}

// TestProofread plants one fault in a good letter at a time.
func TestProofread(t *testing.T) {
	text := func(old, new string) func(*Manuscript) {
		return func(l *Manuscript) { l.Text = strings.Replace(l.Text, old, new, 1) }
	}
	greet := func(s string) func(*Manuscript) { return func(l *Manuscript) { l.Salutation = s } }
	title := func(s string) func(*Manuscript) { return func(l *Manuscript) { l.Subject = s } }
	for _, c := range []struct {
		rule  string
		fault func(*Manuscript)
	}{
		{RuleGap, text("frank", "{{.Adjective}}")}, {RuleGap, text("frank", "[adjective]")}, {RuleGap, text("frank", "{topic}")},
		{RuleGap, text("frank", "<Name>")}, {RuleGap, text("frank", "TODO")}, {RuleGap, text("frank", "()")}, {RuleGap, text("frank", "%s")},
		{RuleGap, text("frank", "<no value>")}, {RuleGap, text("frank", "____")}, {RuleGap, text("at Acme Analytics", "at ")},
		{RuleGap, text("time", "time ,")}, {RuleGap, greet("Dear ,")}, {RuleGap, greet("Dear Dr.,")}, {RuleGap, greet("Dear [Name],")},
		{RuleGap, text("“", "")}, {RuleGap, text("frank", "“”")},
		{RuleDoubled, text("for your", "for for your")}, {RuleDoubled, text("a frank", "a  frank")}, {RuleDoubled, title("Thank  you: Senior Analyst Interview – Nov 13")},
		{RulePerson, func(l *Manuscript) { l.To = []string{brandt.Address} }}, {RulePerson, greet("Dear Jonas,")}, {RulePerson, greet("Dear Mr. Brandt,")},
		{RulePerson, func(l *Manuscript) { l.To = append(l.To, brandt.Address) }},
		{RuleName, greet("Dear Dr. Okafur,")}, {RuleName, greet("Dear Dr. Okaför,")}, {RuleName, greet("Dear Ms. Okafor,")}, {RuleName, greet("Dear Mrs Okafor,")},
		{RuleName, greet("Dear Ngozi,")}, {RuleName, text("conversation", "conversation with Dr. Okafro")}, {RuleName, text("Acme", "Acmee")},
		{RuleName, text("Analytics", "Analytica")}, {RuleName, text("Acme Analytics", "acme analytics")}, {RuleName, text("partners", "partners that Jonas Brand named")},
		{RuleRole, func(l *Manuscript) {
			l.Subject = "Thank you: Junior Clerk"
			l.Text = strings.Replace(l.Text, "Senior Analyst", "Junior Clerk", 1)
		}},
		{RuleDate, text("November 13", "November 12")}, {RuleDate, text("Friday, November 13", "Thursday, November 13")}, {RuleDate, text("November 13", "13 November 2025")},
		{RuleDate, title("Thank you: Senior Analyst Interview – Nov 15")},
		{RuleAsks, text("made the", "made the next steps and the")}, {RuleAsks, text("close.", "close. When will you decide?")},
		{RuleAsks, text("close.", "close. I look forward to hearing from you.")}, {RuleAsks, text("close.", "close. What is the salary?")},
		{RuleAsks, text("close.", "close. Could you share the timeline?")},
		{RuleIrritates, text("Thank you", "I hope this email finds you well. Thank you")}, {RuleIrritates, text("close.", "close. It is my dream job.")},
		{RuleIrritates, greet("To whom it may concern,")},
		{RuleThanks, text("Thank you for your time on", "I was there on")},
		{RuleMisspelled, text("conversation", "converstaion")}, {RuleMisspelled, text("stayed", "definately stayed")},
		{RuleSubject, title("")}, {RuleSubject, title("Re: Thank you: Senior Analyst Interview – Nov 13")}, {RuleSubject, title("Thank you: Senior Analyst Interview - Nov 13")},
		{RuleSubject, title("Thank you: Senior Analyst Interview – Nov 13!")}, {RuleSubject, title("THANK YOU SO MUCH: Senior Analyst – NOV 13")},
		{RuleSubject, title("Thank you: Senior Analyst Interview –")},
		{RuleLength, func(l *Manuscript) { l.Text = "Thank you, Senior Analyst it is." }}, {RuleLength, func(l *Manuscript) { l.Text += strings.Repeat(" It was a good talk.", 40) }},
		{RuleRepeated, text("close.", "close. This has all been said before, I think.")},
	} {
		l := good()
		c.fault(&l)
		ctx := contextOf(t, thankYou(okafor))
		ctx.Used = func(s string) bool { return strings.Contains(s, "said before") }
		findings := find(l, ctx)
		if l.Text == good().Text && l.Subject == good().Subject && l.Salutation == good().Salutation && len(l.To) == 1 && l.To[0] == good().To[0] {
			continue // the fault needs words that the letter does not have
		}
		if !slices.ContainsFunc(findings, func(f Finding) bool { return f.Rule == c.rule }) {
			t.Errorf("%s not found in %q %q %q: %v", c.rule, l.Subject, l.Salutation, l.Text, findings)
		}
		for _, f := range findings {
			if f.Suggestion == "" {
				t.Errorf("no suggestion with %+v", f)
			}
		}
	}
}

func TestProofreadCheckIn(t *testing.T) {
	for _, c := range []struct{ rule, words string }{
		{RuleTone, "I have not heard back about the Senior Analyst role."},
		{RuleTone, "Sorry to write again about the Senior Analyst role."},
		{RuleTone, "I don't mean to bother you about the Senior Analyst role."},
		{RuleTone, "Please answer as soon as possible about the Senior Analyst role."},
		{RuleTone, "I have other offers beside the Senior Analyst role."},
		{RuleTone, "You promised an answer on the Senior Analyst role."},
		{RuleIrritates, "I am just checking in about the Senior Analyst role."},
		{RuleIrritates, "I wanted to touch base about the Senior Analyst role."},
		{RuleIrritates, "Circling back on the Senior Analyst role."},
		{RuleIrritates, "A gentle reminder about the Senior Analyst role, with thanks."},
	} {
		findings := find(checkInLetter(c.words), contextOf(t, checkIn(1)))
		if !slices.ContainsFunc(findings, func(f Finding) bool { return f.Rule == c.rule }) {
			t.Errorf("%s not found in %q: %v", c.rule, c.words, findings)
		}
	}
	ctx := contextOf(t, checkIn(2))
	l := checkInLetter("Is there a new timeline for the Senior Analyst role?") // ten words
	for previous, want := range map[int]bool{0: false, 9: true, 10: true, 11: false} {
		ctx.Previous = previous
		got := slices.ContainsFunc(find(l, ctx), func(f Finding) bool { return f.Rule == RuleShorter })
		if got != want {
			t.Errorf("ten words after %d: found %v, want %v", previous, got, want)
		}
	}
	assumed := checkIn(1)
	assumed.After = rules.AfterAssumed
	l = checkInLetter("You said that you would decide on November 20 about the Senior Analyst role. Is there news?")
	if !slices.ContainsFunc(find(l, contextOf(t, assumed)), func(f Finding) bool { return f.Rule == RuleDate }) {
		t.Error("a date that nobody promised is not found")
	}
}

func TestProofreadOffer(t *testing.T) {
	f := rules.FollowUp{Key: "offer-reply/x", Kind: rules.OfferReply, To: weiss, RespondBy: rules.NewDate(2026, 12, 4)}
	letter := func(text string) Manuscript {
		return Manuscript{To: []string{weiss.Address}, Subject: "Re: Offer", Reply: true, Salutation: "Dear Carla,", Text: text, SignOff: "Best,\nMaya"}
	}
	fine := "Thank you for the offer, which arrived this morning and made my day. You will have my answer by Friday, December 4."
	if got := find(letter(fine), contextOf(t, f)); len(got) != 0 {
		t.Error(got)
	}
	for rule, text := range map[string]string{
		RuleDate:    "Thank you for the offer, which arrived this morning and made my day. You will have my answer soon, as you asked me.",
		RuleCommits: "Thank you for the offer. I am happy to accept it here and now, and you have this in writing by Friday, December 4.",
	} {
		if got := find(letter(text), contextOf(t, f)); !slices.ContainsFunc(got, func(f Finding) bool { return f.Rule == rule }) {
			t.Errorf("%s not found in %q: %v", rule, text, got)
		}
	}
}

// TestProofreadFair holds that what the company or the user named so is no fault.
func TestProofreadFair(t *testing.T) {
	app := acme(t)
	app.Role, app.Company = "Decision Status Engineer", "[Redacted] Next Steps"
	app.Interviews[0].Topics = []string{"salary status pages", "Duran Duran"}
	app.Contacts = append(app.Contacts, rules.Contact{Name: "Jonas Brand", Address: "jb@acme.example"})
	f := thankYou(brandt)
	l := Manuscript{To: []string{brandt.Address}, Subject: "Thank you: Decision Status Engineer Interview – Nov 13", Salutation: "Dear Jonas,",
		Text: "Thank you for your time on Friday and for what you told me about salary status pages, Duran Duran and the team of Jonas Brand. " +
			"The Decision Status Engineer role at [Redacted] Next Steps is what I look for."}
	if got := find(l, Context{App: &app, FollowUp: &f, Language: "en", Ours: true}); len(got) != 0 {
		t.Error(got)
	}
}

// TestProofreadLanguages plants tired and pressing phrases of each language.
func TestProofreadLanguages(t *testing.T) {
	for language, phrases := range map[string][]string{
		"de": {"Entschuldigen Sie die Störung.", "Ich habe noch nichts gehört.", "Bitte antworten Sie umgehend.", "Ich wollte nur kurz nachfragen, wie es steht.", "Ich hoffe, diese E-Mail erreicht Sie wohlbehalten."},
		"fr": {"Je suis désolée de vous déranger.", "Je suis sans nouvelles de vous.", "Merci de répondre dès que possible.", "Juste un petit rappel.", "Je me permets de vous relancer."},
		"es": {"Disculpe la molestia.", "No he recibido respuesta.", "Responda lo antes posible.", "Solo quería preguntar.", "Un recordatorio amable."},
		"nl": {"Sorry dat ik stoor.", "Ik heb nog niets gehoord.", "Graag zo snel mogelijk antwoord.", "Ik wilde even checken hoe het staat.", "Een vriendelijke herinnering."},
	} {
		for _, phrase := range phrases {
			ctx := contextOf(t, checkIn(1))
			ctx.Language = language
			got := find(checkInLetter(phrase+" Senior Analyst"), ctx)
			if !slices.ContainsFunc(got, func(f Finding) bool { return f.Rule == RuleTone || f.Rule == RuleIrritates }) {
				t.Errorf("%s: nothing found in %q", language, phrase)
			}
		}
	}
}

func TestMentions(t *testing.T) {
	for text, want := range map[string][]mention{
		"by Friday, November 20, 2026 at last":   {{"", 2026, 11, 20, 5}},
		"on Nov 13":                              {{"", 0, 11, 13, -1}},
		"am Freitag, dem 20. November":           {{"", 0, 11, 20, 5}},
		"am 20. November 2026":                   {{"", 2026, 11, 20, -1}},
		"le vendredi 20 novembre":                {{"", 0, 11, 20, 5}},
		"le 1er décembre 2026":                   {{"", 2026, 12, 1, -1}},
		"el viernes 20 de noviembre de 2026":     {{"", 2026, 11, 20, 5}},
		"op vrijdag 20 november":                 {{"", 0, 11, 20, 5}},
		"the 2nd of March":                       {{"", 0, 3, 2, -1}},
		"2026-11-20":                             {{"", 2026, 11, 20, -1}},
		"I may 5 times, and march 40 miles":      {{"", 0, 5, 5, -1}},
		"nothing here, 3 apples and 12 monkeys":  nil,
		"20 years and 500 days, a 10 out of ten": nil,
	} {
		got := mentions(text)
		for i := range got {
			got[i].words = ""
		}
		if !slices.Equal(got, want) {
			t.Errorf("mentions(%q) = %v, want %v", text, got, want)
		}
	}
}

// TestHand deals notes to a panel: everything once, and one thing at most in each
// letter.
func TestHand(t *testing.T) {
	v := rules.Interview{Topics: []string{"a, b", "c"}, Challenges: []string{"d; e"}, Interviewers: []string{"1", "2"}}
	var all []string
	for _, who := range []string{"1", "2", "3"} {
		for _, n := range hand(v, who, "en") {
			all = append(all, n.text)
		}
	}
	if slices.Sort(all); !slices.Equal(all, []string{"a", "b", "c", "d", "e"}) {
		t.Errorf("dealt %q", all)
	}
	for _, alone := range [][]string{{"1", "name:x"}, {"name:x", "name:y"}} {
		v.Interviewers = alone
		if got := hand(v, "1", "en"); len(got) != 5 {
			t.Errorf("the only letter to %q has %v", alone, got)
		}
	}
	v.Interviewers = []string{"1"}
	if topics, challenges := topicsOf(hand(v, "1", "en")); len(topics) != 3 || len(challenges) != 2 {
		t.Errorf("alone: %q %q", topics, challenges)
	}
	// What fits no sentence takes nobody's place, and is reported.
	for _, c := range []struct {
		to                  rules.Contact
		has, lacks, leftOut string
	}{{okafor, "pricing", "billing", ""}, {brandt, "billing move", "pricing", "likes rust"}} {
		in := input(t, thankYou(c.to))
		in.App.Interviews[0].Topics, in.App.Interviews[0].Challenges = []string{"likes rust, pricing, the billing move"}, nil
		in.App.Interviews[0].Topics = append(in.App.Interviews[0].Topics, "mentoring")
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(err, findings)
		}
		if !strings.Contains(d.Body, c.has) || strings.Contains(d.Body, c.lacks) || strings.Contains(d.Body, "mentoring") || strings.Join(d.LeftOut, "") != c.leftOut {
			t.Errorf("left out %q in\n%s", d.LeftOut, d.Body)
		}
	}
}

// TestComposeAnswers composes replies from what the facts hold.
func TestComposeAnswers(t *testing.T) {
	in := input(t, rules.FollowUp{Key: "offer-reply/o@acme.example", Kind: rules.OfferReply, Number: 1, Interview: "1", To: weiss, Answers: "o@acme.example"})
	in.App.Facts = append(in.App.Facts, rules.Fact{Key: "received/o@acme.example", At: in.Now, What: rules.Received{
		MessageID: "o@acme.example", References: []string{"x@post.example", "y@acme.example"}, From: weiss, Subject: "RE: Your application", Kind: rules.MessageOffer}})
	in.App.Alias = "maya+jobs@post.example"
	d, findings, err := Compose(t.Context(), in)
	if err != nil {
		t.Fatal(err, findings)
	}
	h := mail.Read(d.Raw)
	if want := []string{"x@post.example", "y@acme.example", "o@acme.example"}; h.Subject != "Re: Your application" || !slices.Equal(h.References[:3], want) {
		t.Errorf("subject %q, references %q", h.Subject, h.References)
	}
	if h.From[0].Address != in.App.Alias || h.From[0].Name != me.Name {
		t.Errorf("from %v", h.From[0])
	}
	// No deadline: three business days from now, Friday 13 November.
	if !strings.Contains(d.Body, "November 18") && !strings.Contains(d.Body, "Wednesday") {
		t.Errorf("no date in\n%s", d.Body)
	}
	in.FollowUp.Answers = "unknown@acme.example"
	if _, _, err := Compose(t.Context(), in); err == nil {
		t.Error("an answer to an unknown message is written")
	}
}

// TestComposeShrinks holds each check-in below what was really sent before.
func TestComposeShrinks(t *testing.T) {
	for words := 8; words < 60; words++ {
		f := checkIn(2)
		f.Key, f.After, f.Answers, f.Words = "check-in/1/2", rules.AfterSilence, "c1@post.example", words
		in := input(t, f)
		in.App.Facts = append(in.App.Facts, rules.Fact{Key: "sent/c1", At: in.Now.Add(-time.Hour), What: rules.Delivered{
			FollowUp: "check-in/1/1", MessageID: "c1@post.example", Subject: "Follow-up: Senior Analyst Interview – Nov 13", Words: words}})
		d, _, err := Compose(t.Context(), in)
		if err == nil && d.Words >= words {
			t.Errorf("%d words after %d", d.Words, words)
		}
		if err != nil && words > 25 {
			t.Errorf("nothing shorter than %d words: %v", words, err)
		}
	}
}

// TestProofreadOwn reads what users write themselves, with nothing but the
// application known: plain letters have no findings, and slips are found.
func TestProofreadOwn(t *testing.T) {
	app := acme(t)
	const head = "From: Maya <maya@post.example>\nTo: Jonas Brandt <jonas@acme.example>\nContent-Type: text/plain; charset=utf-8\n"
	for name, c := range map[string]struct {
		rule string
		raw  []byte
	}{
		"fine": {"", eml(head+"Subject: Thank you!", "", "Hi Jonas,", "", "it was great to meet you on Friday... I keep thinking about the data that arrives late,",
			"and about how you mentor people in the Senior Analyst role. See you around!", "", "Cheers", "Maya")},
		"fine without a name": {"", eml(head+"Subject: Thanks for Friday (Senior Analyst)", "", "Hello,", "", "thank you very much for the open talk on Friday. I liked the way in which",
			"your team works with .NET and e.g. R.", "", "Best,", "Maya")},
		"name":      {RuleName, eml(head+"Subject: Thank you", "", "Hi Jonass,", "", "thank you for the Senior Analyst interview and the time that you took for all my questions on Friday.", "", "Maya")},
		"asks":      {RuleAsks, eml(head+"Subject: Thank you", "", "Hi Jonas,", "", "thank you for the Senior Analyst interview on Friday, it was great. What are the next steps, by the way?", "", "Maya")},
		"other":     {RulePerson, eml(head+"Subject: Thank you", "", "Dear Dr. Okafor,", "", "thank you for the Senior Analyst interview and the time that you took for all my questions on Friday.", "", "Maya")},
		"gap":       {RuleGap, eml(head+"Subject: Thank you", "", "Hi Jonas,", "", "thank you for the [ROLE] interview and the time that you took for all my Senior Analyst questions on Friday.", "", "Maya")},
		"signature": {RuleGap, eml(head+"Subject: Hello", "", "Hi Jonas,", "", "thank you for the Senior Analyst interview.", "", "Maya", "", "-- ", "Maya Lind", "[your phone]")},
	} {
		findings := ProofreadMessage(c.raw, Context{App: &app})
		if c.rule == "" && name == "fine" {
			// The exclamation mark in a subject is a matter of taste; it is told.
			findings = slices.DeleteFunc(findings, func(f Finding) bool { return f.Rule == RuleSubject })
		}
		switch {
		case c.rule == "" && len(findings) > 0:
			t.Errorf("%s: %v", name, findings)
		case c.rule != "" && !slices.ContainsFunc(findings, func(f Finding) bool { return f.Rule == c.rule }):
			t.Errorf("%s: %s not found: %v", name, c.rule, findings)
		}
	}
}

// An article may follow a pronoun that is spelled alike, and nothing else.
func TestDoubledArticles(t *testing.T) {
	for text, want := range map[string]int{
		"Vielen Dank für das das Gespräch.":                    1,
		"Die die Stelle reizt mich.":                           1,
		"Das ist das Team, das das Budget plant.":              0,
		"Ein Team, für das das Budget reicht, ist ein Gewinn.": 0,
		"Het boek dat dat zegt, is goed.":                      1,
		"I know that that is hard.":                            0,
	} {
		l := Manuscript{Text: text, Whole: text}
		got := 0
		for _, f := range Proofread(l, Context{}) {
			if f.Rule == RuleDoubled {
				got++
			}
		}
		if got != want {
			t.Errorf("%q: %d findings, want %d", text, got, want)
		}
	}
}

// A short German word with a capital may be any noun, but not after "bei".
func TestMisspeltCompanyInGerman(t *testing.T) {
	app := acme(t)
	app.Company = "Ostwind GmbH"
	for text, want := range map[string]bool{
		"Vielen Dank für das Gespräch bei Ostwnd.":                  true,
		"Vielen Dank für das Gespräch bei Ostwind.":                 false,
		"Vielen Dank für das Gespräch bei der Ostwind GmbH.":        false,
		"Vielen Dank für das Gespräch. Auch die Ostwod gefiel mir.": false,
	} {
		l := Manuscript{Text: text, Whole: text}
		found := false
		for _, f := range Proofread(l, Context{App: &app, Language: "de"}) {
			found = found || f.Rule == RuleName
		}
		if found != want {
			t.Errorf("%q: found %v", text, found)
		}
	}
}
