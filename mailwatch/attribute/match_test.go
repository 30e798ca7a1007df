package attribute

import (
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/invite"
	"afterword/rules"
)

func testMatcher() *Matcher {
	at := time.Date(2026, 11, 12, 10, 0, 0, 0, time.UTC)
	app := func(id, company, role string, contacts ...rules.Contact) rules.Application {
		return rules.Fold(id, []rules.Fact{
			{Key: "added", At: at, What: rules.Described{Company: company, Role: role, Contacts: contacts}},
			{Key: "placed", At: at, What: rules.Placed{FollowUp: "thank-you/1/x", MessageID: id + "-draft@home.example"}}})
	}
	agent := rules.Contact{Name: "Kim Lee", Address: "kim@agency.example", Part: rules.Recruiter}
	return NewMatcher([]rules.Application{
		app("box", "Box", "Analyst", rules.Contact{Name: "Ada Lind", Address: "ada@box.example", Part: rules.Interviewer}),
		app("acme", "Acme", "Data Engineer", agent),
		app("delphi", "Delphi", "Planner", agent, rules.Contact{Name: "Jo", Address: "jo@gmail.com", Part: rules.Interviewer}),
	}, []string{"Sam@home.example"})
}

// letterFrom is a letter of which nothing is known but its sender.
func letterFrom(address string) recognize.Letter {
	return recognize.Open(mail.Read([]byte("From: <" + address + ">\r\n\r\n")))
}

func TestBelongs(t *testing.T) {
	m := testMatcher()
	for _, tt := range []struct{ name, headers, text, want string }{
		{"answers our message", "From: stranger@else.example\nIn-Reply-To: <acme-draft@home.example>", "", "acme"},
		{"deep in the thread", "From: x@else.example\nReferences: <box-draft@home.example> <y@else.example>", "", "box"},
		{"a contact, in any letter case", "From: ADA@Box.example", "", "box"},
		{"one recruiter, two roles, one named", "From: kim@agency.example", "about the Data Engineer role", "acme"},
		{"one recruiter, two roles, none named", "From: kim@agency.example", "any news?", "acme delphi"},
		{"a colleague who names the role", "From: hr@mail.box.example\nSubject: Your Analyst interview", "", "box"},
		{"a colleague who names nothing", "From: hr@box.example", "look into your inbox", ""},
		{"free mail is nobody's domain", "From: someone@gmail.com", "Delphi Planner", ""},
		{"an applicant-tracking system that names the company", "From: no-reply@us.greenhouse-mail.io\nSubject: Your application to Acme", "", "acme"},
		{"an applicant-tracking system for another company", "From: no-reply@us.greenhouse-mail.io\nSubject: Your application to Zenith", "", ""},
		{"a bounce of a contact", "From: mailer-daemon@home.example\nSubject: Undelivered mail\nX-Failed-Recipients: Ada@box.example", "The message could not be delivered.", "box"},
		{"the user himself", "From: sam@HOME.example\nIn-Reply-To: <acme-draft@home.example>", "", ""},
		{"a stranger", "From: news@paper.example\nSubject: Acme in the news", "", ""},
		{"free mail that names the company, of nobody there", "From: someone@gmx.de\nSubject: Delphi Planner", "", ""},
		{"free mail of theirs that names the company", "From: someone@gmail.com\nSubject: Delphi: your interview", "", "delphi"},
		{"free mail of theirs that names it in the text", "From: someone@gmail.com\nSubject: your interview", "at Delphi, as Planner", ""},
		{"an applicant-tracking system that names the company in its text", "From: no-reply@us.greenhouse-mail.io", "Your application to Acme", ""},
		{"an applicant-tracking system that shows the company's name", "From: Acme Talent <no-reply@greenhouse.io>", "", "acme"},
		{"the company as its system's customer", "From: Workday <acme@myworkday.com>", "", "acme"},
		{"the company as a part of its system", "From: <no-reply@acme.ashbyhq.com>", "", "acme"},
		{"a system in words that are no name", "From: jobs@lever.co\nSubject: the acme of your career", "", ""},
		{"a system's one address for all, as a contact", "From: no-reply@lever.co\nReply-To: kim@agency.example\nSubject: x", "about the Planner role", "delphi"},
		{"an agency that speaks of a box", "From: jo@agency.example", "we put it in the delphi box for acme", ""},
		{"an agency that names the company", "From: jo@agency.example", "we spoke to Delphi", "delphi"},
		{"answers go to a contact", "From: x@else.example\nReply-To: ada@box.example", "", "box"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, a := range m.Belongs(recognize.Open(mail.Read([]byte(tt.headers + "\n\n" + tt.text)))) {
				got = append(got, a.ID)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// What belongs is wanted: the header alone must never rule it out.
func TestWants(t *testing.T) {
	m := testMatcher()
	for header, want := range map[string]bool{
		"From: x@else.example\nIn-Reply-To: <acme-draft@home.example>": true,
		"From: x@else.example\nReferences: <box-draft@home.example>":   true,
		"From: ada@box.example":                                          true,
		"From: hr@mail.box.example":                                      true,
		"From: other@else.example\nReply-To: kim@agency.example":         true,
		"From: no-reply@hire.lever.co":                                   true,
		"From: MAILER-DAEMON@home.example":                               true,
		"From: system@home.example\nContent-Type: multipart/report; x=y": true,
		"From: system@home.example\nReturn-Path: <>":                     true,
		"": true,
		"From: x@else.example\nCc: Kim <kim@agency.example>":                                     true,
		"From: x@else.example\nSubject: Your application":                                        true,
		"From: x@else.example\nSubject: the planner position":                                    true,
		"From: careers@delphi-jobs.example":                                                      true,
		"From: someone@gmail.com\nSubject: dinner":                                               false,
		"From: news@paper.example\nSubject: Look into your inbox":                                false,
		"From: sam@home.example\nIn-Reply-To: <acme-draft@home.example>":                         false,
		"From: news@paper.example\nReturn-Path: <bounce@paper.example>":                          false,
		"From: system@home.example\nContent-Type: multipart/alternative; x=\"multipart/report\"": false,
	} {
		if e, _ := mail.ReadEnvelope([]byte(header)); m.Wants(e) != want {
			t.Errorf("%q: wanted %v", header, !want)
		}
	}
}

func TestFactOf(t *testing.T) {
	m := testMatcher()
	end := time.Date(2026, 12, 1, 11, 0, 0, 0, time.UTC)
	v := recognize.Verdict{Kind: rules.MessageInterview, Person: true, Confidence: 0.9, MessageID: "m@box.example", To: []string{"sam@home.example"},
		Meetings: []invite.Meeting{{Start: end.Add(-time.Hour), End: end, UID: "u", Organizer: "ada@box.example",
			People: []invite.Attendee{{Address: "SAM@home.example"}, {Name: "Dr. Bo Lind", Address: "bo@box.example"}, {Address: "ada@box.example"}}}},
		From: rules.Contact{Name: "Ada Lind", Address: "ada@box.example"}}
	box := *m.apps[m.index["box"]]
	fact := func(v recognize.Verdict, sole bool) rules.Received {
		return m.FactOf(box, letterFrom("ada@box.example"), v, end, sole).What.(rules.Received)
	}
	w := fact(v, true)
	if w.Meeting == nil || len(w.People) != 2 || w.People[0].Address != "bo@box.example" || w.People[0].Name != "Bo Lind" || w.People[0].Honorific != "Dr." || w.People[1].Name != "Ada Lind" || w.To != "sam@home.example" || !w.Sure || w.Digest == "" {
		t.Errorf("%+v", w)
	}
	if fact(v, false).Sure {
		t.Error("it may belong to another application, and is sure")
	}
	v.Person = false
	if !fact(v, true).Person {
		t.Error("a contact is no person")
	}
	v.Meetings, v.Unsettled = nil, true
	if !fact(v, true).Unsettled {
		t.Error("a meeting that is moved in prose is settled")
	}
}

// TestBounceOfOurs: a report counts that quotes a letter of the user's; anybody could
// have written another one.
func TestBounceOfOurs(t *testing.T) {
	m := testMatcher()
	box := *m.apps[m.index["box"]]
	for quotes, believed := range map[string]bool{"box-draft@home.example": true, "other@home.example": false, "": false} {
		raw := "From: mailer-daemon@home.example\nSubject: Undelivered mail\nX-Failed-Recipients: ada@box.example\n\nThe message could not be delivered.\n"
		if quotes != "" {
			raw += "\n> Message-ID: <" + quotes + ">\n"
		}
		l := recognize.Open(mail.Read([]byte(raw)))
		w := m.FactOf(box, l, l.Judge(recognize.Options{}), appliedAt, true).What.(rules.Received)
		if len(m.Belongs(l)) != 1 || w.Kind != rules.MessageBounce || (w.Distrust == "") != believed {
			t.Errorf("quotes %q: %s, not trusted for %q, of %d applications", quotes, w.Kind, w.Distrust, len(m.Belongs(l)))
		}
	}
}

// Mail goes on naming a role as it was called before the user corrected it: it belongs to
// that one, unless another is called so now.
func TestRoleBeforeItWasCorrected(t *testing.T) {
	kim := rules.Contact{Name: "Kim Lee", Address: "kim@acme.example", Part: rules.Recruiter}
	app := func(id string, roles ...string) rules.Application {
		var facts []rules.Fact
		for i, role := range roles {
			facts = append(facts, rules.Fact{Key: "user/" + role, At: time.Date(2026, 11, 12+i, 10, 0, 0, 0, time.UTC),
				What: rules.Described{Company: "Acme", Role: role, Contacts: []rules.Contact{kim}}})
		}
		return rules.Fold(id, facts)
	}
	apps := []rules.Application{app("one", "Planner", "Chief Planner", "Usher"), app("two", "Vet", "Data Engineer"), app("three", "Usher", "Vet")}
	m := NewMatcher(apps, []string{"sam@home.example"})
	for subject, want := range map[string]string{
		"Planner at Acme":       "one",
		"Chief Planner at Acme": "one",
		"Usher at Acme":         "one",
		"Vet at Acme":           "three",
		"Data Engineer at Acme": "two",
		"Planner, and Vet":      "three", // as it is called now goes before as it was
		"your interview":        "one three two",
	} {
		var got, sent []string
		for _, a := range m.Belongs(recognize.Open(mail.Read([]byte("From: kim@acme.example\r\nSubject: " + subject + "\r\n\r\nHello.\r\n")))) {
			got = append(got, a.ID)
		}
		letter := mail.Read([]byte("From: sam@home.example\r\nTo: kim@acme.example\r\nMessage-ID: <s@home.example>\r\nSubject: " + subject + "\r\n\r\nHello.\r\n"))
		for _, f := range m.Sent(letter, time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC), nil, func(a rules.Application) rules.Application { return a }) {
			sent = append(sent, f.Application.ID)
		}
		if strings.Join(got, " ") != want || strings.Join(sent, " ") != want {
			t.Errorf("%q: belongs to %v, and sent to %v, not %s", subject, got, sent, want)
		}
	}
}
