package attribute

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/rules"

	"pgregory.net/rapid"
)

func open(headers, text string) recognize.Letter {
	return recognize.Open(mail.Read([]byte(headers + "\n\n" + text)))
}

func idsOf[T any](list []T, id func(T) string) string {
	var ids []string
	for _, one := range list {
		ids = append(ids, id(one))
	}
	return strings.Join(ids, " ")
}

func belonging(m *Matcher, l recognize.Letter) string {
	return idsOf(m.Belongs(l), func(a rules.Application) string { return a.ID })
}

// described is an application of which nothing has happened yet.
func described(id string, d rules.Described) rules.Application {
	return rules.Fold(id, []rules.Fact{{Key: "added", At: appliedAt, What: d}})
}

func at(addresses ...string) (list []rules.Contact) {
	for _, address := range addresses {
		list = append(list, rules.Contact{Address: address, Part: rules.Recruiter})
	}
	return list
}

// Whose a message is that names what others are called as well.
func TestNamesAreMeantAsWritten(t *testing.T) {
	m := NewMatcher([]rules.Application{
		described("ramp", rules.Described{Company: "Ramp", Role: "Engineer", Contacts: at("a@ramp.example")}),
		described("target", rules.Described{Company: "Target Corporation", Role: "Planner", Contacts: at("b@target.example")}),
		described("analyst", rules.Described{Company: "Nordwind", Role: "Analyst", Contacts: at("hr@nordwind.example", "kim@agency.example")}),
		described("senior", rules.Described{Company: "Nordwind", Role: "Senior Analyst", Contacts: at("hr@nordwind.example")}),
		described("labs", rules.Described{Company: "Nordwind Labs", Role: "Chemist", Contacts: at("c@labs.example", "kim@agency.example")}),
		described("small", rules.Described{Company: "Kleinlaut", Role: "Clerk", Contacts: at("boss@gmx.de", "boss2@gmail.com")}),
	}, []string{"sam@home.example"})
	for _, tt := range []struct{ name, headers, text, want string }{
		{"words, not names", "From: Zenith <no-reply@greenhouse.io>\nSubject: Zenith: ramp up, and our target", "We ramp up, and our target is to answer soon.", ""},
		{"names in capitals of another", "From: no-reply@greenhouse.io\nSubject: RAMP", "", ""},
		{"the name", "From: Ramp Recruiting <no-reply@greenhouse.io>", "We ramp up.", "ramp"},
		{"the name without its form", "From: no-reply@greenhouse.io\nSubject: Your application to Target", "", "target"},
		{"the longer role", "From: hr@nordwind.example\nSubject: Senior Analyst", "", "senior"},
		{"the longer role, in small letters and over two lines", "From: hr@nordwind.example", "about the senior\nanalyst role", "senior"},
		{"the shorter role", "From: hr@nordwind.example\nSubject: Analyst", "", "analyst"},
		{"both roles", "From: hr@nordwind.example\nSubject: Analyst or Senior Analyst", "", "analyst senior"},
		{"the longer company", "From: no-reply@lever.co\nSubject: Nordwind Labs", "", "labs"},
		{"the shorter company, and one role", "From: no-reply@lever.co\nSubject: Nordwind: Senior Analyst", "", "senior"},
		{"the shorter company", "From: no-reply@lever.co\nSubject: Nordwind", "", "analyst senior"},
		{"free mail that names the role", "From: x@gmx.de\nSubject: the clerk", "", ""},
		{"free mail that names the role, elsewhere", "From: x@gmail.com", "the clerk of Kleinlaut", ""},
		{"free mail that names the company", "From: x@gmx.de\nSubject: Kleinlaut", "", "small"},
		{"the contact", "From: boss@gmx.de", "", "small"},
		{"systems of all the world", "From: x@jobs.ashbyhq.com\nSubject: Kleinlaut", "", "small"},
		{"more of them", "From: x@workable.com\nSubject: Kleinlaut", "", "small"},
	} {
		if got := belonging(m, open(tt.headers, tt.text)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestNear(t *testing.T) {
	m := testMatcher()
	own := described("own", rules.Described{Company: "Home", Role: "Gardener", Contacts: at("boss@home.example")})
	m.Replace(own)
	m.Replace(described("sys", rules.Described{Company: "Systematik", Role: "Mason", Domains: []string{"ashbyhq.com"}}))
	for _, tt := range []struct{ name, headers, text, want, why string }{
		{"a successor", "From: Bo Berg <bo@box.example>\nSubject: Hello", "I have taken over from Ada. We go on with somebody else.", "box", "comes from box.example"},
		{"a colleague at the agency", "From: Jo <jo@agency.example>\nCc: kim@agency.example", "any news?", "acme delphi", "comes from agency.example"},
		{"a colleague elsewhere, with a copy to the recruiter", "From: Jo <jo@else.example>\nCc: KIM@agency.example", "The Planner role is filled.", "delphi", "went to KIM@agency.example as well"},
		{"an unknown system that names both", "From: no-reply@unknown.example\nSubject: Acme, Data Engineer", "We will not go on.", "acme", "names role and company"},
		{"in its text alone", "From: no-reply@unknown.example\nSubject: Your application", "the data engineer role at ACME", "acme", "names role and company"},
		{"in its address and text", "From: careers@acme-jobs.example", "as Data Engineer", "acme", "names role and company"},
		{"a friend who asks", "From: Lou <lou@gmail.com>", "How was it at Acme, as data engineer?", "acme", "names role and company"},
		{"one of their people, from elsewhere", "From: Kim Lee via Network <x@network.example>\nSubject: Planner", "hello", "delphi", "shows the name of one of their people"},
		{"whose answers go to the company", "From: x@unknown.example\nReply-To: jobs@box.example", "We go on with somebody else.", "box", "answers sent to jobs@box.example"},
		{"a first name", "From: Jo <x@network.example>", "hello", "", ""},
		{"the company alone", "From: lou@gmail.com\nSubject: Acme", "", "", ""},
		{"the role alone", "From: lou@gmail.com\nSubject: Data Engineer", "", "", ""},
		{"words that are no name", "From: no-reply@unknown.example", "the acme of data engineers; a data engineer", "", ""},
		{"a known system that names the company in its text", "From: no-reply@lever.co", "with Acme", "acme", "many companies write"},
		{"and can be unsubscribed from", "From: no-reply@lever.co\nList-Unsubscribe: <https://lever.co>", "with Acme", "acme", "many companies write"},
		{"and in other letters", "From: no-reply@lever.co\nSubject: ACME", "", "acme", "many companies write"},
		{"their own system that names the role", "From: no-reply@x.ashbyhq.com\nSubject: Mason", "", "sys", "names the role"},
		{"another's", "From: no-reply@lever.co\nSubject: Mason", "", "", ""},
		{"the user's own domain", "From: mum@home.example", "dinner?", "", ""},
		{"the user", "From: sam@home.example", "Acme, Data Engineer", "", ""},
		{"a list", "From: x@box.example\nList-Id: <news.box.example>", "", "", ""},
		{"a list that names both", "From: x@y.example\nList-Id: <jobs.y.example>", "Acme Data Engineer", "", ""},
		{"in bulk", "From: x@box.example\nPrecedence: bulk", "", "", ""},
		{"what can be unsubscribed from", "From: x@box.example\nList-Unsubscribe: <https://box.example>", "", "", ""},
		{"to many", "From: x@box.example\nTo: " + strings.Repeat("y@z.example, ", 9) + "sam@home.example", "", "", ""},
		{"an alert of many vacancies", "From: x@jobs.example", "Data Engineer at Acme, Analyst at Box, Planner at Delphi, Mason at Systematik", "", ""},
	} {
		l := open(tt.headers, tt.text)
		hints := m.Near(l)
		if got := idsOf(hints, func(h Hint) string { return h.Application.ID }); got != tt.want || len(hints) > 0 && !strings.Contains(hints[0].Why, tt.why) {
			t.Errorf("%s: %q %v, want %q because it %s", tt.name, got, hints, tt.want, tt.why)
		}
		if got := belonging(m, l); got != "" {
			t.Errorf("%s: belongs to %q", tt.name, got)
		}
	}
}

// For what programs send that is no answer, nothing waits.
func TestHintFact(t *testing.T) {
	m := testMatcher()
	for _, tt := range []struct {
		name, headers, text string
		want                bool
	}{
		{"a person", "From: Bo Berg <bo@box.example>\nMessage-ID: <m@box.example>", "I have taken over from Ada.", true},
		{"a program's news", "From: no-reply@box.example", "Our shop has new shoes.", false},
		{"a program's rejection", "From: no-reply@box.example", "Unfortunately, we have decided not to move forward with your application.", true},
		{"an acknowledgement", "From: no-reply@box.example", "Thank you for applying. We have received your application and will review it.", false},
		{"an absence", "From: bo@box.example\nSubject: Automatic reply: hello\nAuto-Submitted: auto-replied", "I am out of the office until Monday.", false},
	} {
		l := open(tt.headers, tt.text)
		hints := m.Near(l)
		if len(hints) != 1 {
			t.Fatalf("%s: %v", tt.name, hints)
		}
		f, ok := hints[0].Fact(l, l.Judge(recognize.Options{}), appliedAt)
		if ok != tt.want {
			t.Errorf("%s: %v", tt.name, ok)
		}
		if w, hinted := f.What.(rules.Hinted); ok && (!hinted || w.Why == "" || !strings.HasPrefix(f.Key, "hinted/")) {
			t.Errorf("%s: %+v", tt.name, f)
		}
	}
}

// What belongs is no hint's business, and a hint that the envelope shows is wanted.
func TestNearIsWanted(t *testing.T) {
	m := testMatcher()
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.SampledFrom([]string{"bo@box.example", "jo@agency.example", "x@gmail.com", "no-reply@lever.co", "jobs@acme.example", "x@unknown.example", "x@delphi.unknown.example"}).Draw(t, "from")
		words := rapid.SampledFrom([]string{"Acme", "Delphi", "Box", "acme", "Data Engineer", "planner", "hello", "ANALYST"})
		subject := strings.Join(rapid.SliceOfN(words, 0, 3).Draw(t, "subject"), rapid.SampledFrom([]string{" ", ", ", " – "}).Draw(t, "between"))
		cc := rapid.SampledFrom([]string{"", "kim@agency.example", "y@else.example"}).Draw(t, "cc")
		l := open(fmt.Sprintf("From: %s <%s>\nCc: %s\nSubject: %s", rapid.SampledFrom([]string{"", "Kim Lee", "\"ADA LIND (via x)\""}).Draw(t, "name"), from, cc, subject), "hello")
		if hints := m.Near(l); len(hints) > 0 && !m.Wants(l.Envelope) {
			t.Fatalf("%s, %q: near %v and not wanted", from, subject, hints)
		}
	})
}

// A thread whose identifier several applications know is told apart by what else is
// known of it.
func TestThreadsOfOneIdentifier(t *testing.T) {
	with := func(id, company, role string, contacts []rules.Contact, messages ...string) rules.Application {
		facts := []rules.Fact{{Key: "added", At: appliedAt, What: rules.Described{Company: company, Role: role, Contacts: contacts}}}
		for _, m := range messages {
			facts = append(facts, rules.Fact{Key: "received/" + m, At: appliedAt, What: rules.Received{MessageID: m}})
		}
		return rules.Fold(id, facts)
	}
	m := NewMatcher([]rules.Application{
		with("acme", "Acme", "Clerk", at("a@acme.example", "kim@agency.example"), "same@ats", "one@acme.example"),
		with("box", "Box", "Baker", at("b@box.example", "kim@agency.example"), "same@ats", "two@box.example"),
		with("late", "Late", "Cook", at("l@late.example")),
	}, nil)
	for _, tt := range []struct{ name, headers, want string }{
		{"nothing more", "From: x@else.example\nIn-Reply-To: <same@ats>", "acme box"},
		{"who writes", "From: a@acme.example\nIn-Reply-To: <same@ats>", "acme"},
		{"from where", "From: x@box.example\nIn-Reply-To: <same@ats>", "box"},
		{"the rest of the thread", "From: x@else.example\nReferences: <one@acme.example> <same@ats>", "acme"},
		{"the nearest", "From: x@else.example\nReferences: <one@acme.example> <two@box.example>", "box"},
		{"the role", "From: kim@agency.example\nIn-Reply-To: <same@ats>\nSubject: the baker", "box"},
		{"a system that says whose it is", "From: Late <no-reply@lever.co>\nIn-Reply-To: <same@ats>", "late"},
		{"a system that says nothing", "From: no-reply@lever.co\nIn-Reply-To: <one@acme.example>", "acme"},
	} {
		if got := belonging(m, open(tt.headers, "")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// However often a Message-ID is used, and where there is none, no message is lost and
// none is two.
func TestReusedIdentifiersLoseNothing(t *testing.T) {
	texts := []string{"Thank you for applying.", "Unfortunately, we will not go on.", "Could you send us references?", ""}
	rapid.Check(t, func(t *rapid.T) {
		a := described("acme", rules.Described{Company: "Acme", Role: "Clerk", Contacts: at("a@acme.example")})
		m := NewMatcher([]rules.Application{a}, []string{"sam@home.example"})
		said := map[string]string{} // what, by key
		for range rapid.IntRange(1, 8).Draw(t, "messages") {
			id := rapid.SampledFrom([]string{"", "x@ats", "y@ats"}).Draw(t, "id")
			text := rapid.SampledFrom(texts).Draw(t, "text")
			subject := rapid.SampledFrom([]string{"Hello", "[External] Hello"}).Draw(t, "subject")
			if text == "" {
				subject = "Hello"
			}
			headers := "From: a@acme.example\nSubject: " + subject
			if id != "" {
				headers += "\nMessage-ID: <" + id + ">"
			}
			l := open(headers, text)
			when := appliedAt.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "when")) * time.Hour)
			f := m.FactOf(a, l, l.Judge(recognize.Options{}), when, true)
			what := id + " " + text
			if had, ok := said[f.Key]; ok && had != what {
				t.Fatalf("%q is lost under %s, which says %q", what, f.Key, had)
			}
			for key, had := range said {
				if had == what && key != f.Key {
					t.Fatalf("%q is both %s and %s", what, key, f.Key)
				}
			}
			if said[f.Key] = what; !has(a, f.Key) {
				a = rules.Fold("acme", append(slices.Clone(a.Facts), f))
			}
		}
	})
}

// A known name at another domain, and a stranger at free mail, are nobody to write to.
func TestStrangers(t *testing.T) {
	a := rules.Fold("box", []rules.Fact{{Key: "added", At: appliedAt, What: rules.Described{Company: "Box", Role: "Baker",
		Contacts: []rules.Contact{{Name: "Ada Lind", Address: "ada@box.example"}, {Name: "Jo", Address: "jo@gmail.com"}}}},
		{Key: "placed", At: appliedAt, What: rules.Placed{FollowUp: "thank-you/1/x", MessageID: "ours@home.example"}}})
	m := NewMatcher([]rules.Application{a}, nil)
	for headers, want := range map[string]bool{
		"From: Ada Lind <ada@box.example>":                                        false,
		"From: Ada Lind <ada.lind@mail.box.example>\nSubject: Box":                false,
		"From: Ada Lind <ada.lind@gmail.com>\nSubject: Box":                       true,
		"From: \"Lind, Ada\" <ada@b0x.example>\nIn-Reply-To: <ours@home.example>": true,
		"From: ADA LIND <ada@else.example>\nReferences: <ours@home.example>":      true,
		"From: Ada Lind <ada-l.x@us.greenhouse-mail.io>\nSubject: Box":            false,
		"From: Bo Berg <bo@else.example>\nIn-Reply-To: <ours@home.example>":       false,
		"From: Bo Berg <bo@gmx.de>\nIn-Reply-To: <ours@home.example>":             false,
		"From: Box Careers <box.careers@gmail.com>\nSubject: Your offer from Box": true,
		"From: Jo <jo@gmail.com>":                                                 false,
	} {
		l := open(headers, "We would like to offer you the job.")
		if len(m.Belongs(l)) != 1 {
			t.Fatalf("%s: belongs to nobody", headers)
		}
		if got := m.FactOf(a, l, l.Judge(recognize.Options{}), appliedAt, true).What.(rules.Received).Distrust; (got != "") != want {
			t.Errorf("%s: distrust %q", headers, got)
		}
	}
}
