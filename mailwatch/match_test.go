package mailwatch

import (
	"testing"
	"time"

	"afterword/mailwatch/recognize"
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

func TestBelongs(t *testing.T) {
	m := testMatcher()
	from := func(address string) rules.Contact { return rules.Contact{Address: address} }
	for _, tt := range []struct {
		name string
		v    recognize.Verdict
		want []string
	}{
		{"answers our message", recognize.Verdict{From: from("stranger@else.example"), InReplyTo: "acme-draft@home.example"}, []string{"acme"}},
		{"deep in the thread", recognize.Verdict{From: from("x@else.example"), References: []string{"box-draft@home.example", "y@else.example"}}, []string{"box"}},
		{"a contact, in any letter case", recognize.Verdict{From: from("ADA@Box.example")}, []string{"box"}},
		{"one recruiter, two roles, one named", recognize.Verdict{From: from("kim@agency.example"), Text: "about the Data Engineer role"}, []string{"acme"}},
		{"one recruiter, two roles, none named", recognize.Verdict{From: from("kim@agency.example"), Text: "any news?"}, []string{"acme", "delphi"}},
		{"a colleague who names the role", recognize.Verdict{From: from("hr@mail.box.example"), Subject: "Your Analyst interview"}, []string{"box"}},
		{"a colleague who names nothing", recognize.Verdict{From: from("hr@box.example"), Text: "look into your inbox"}, nil},
		{"free mail is nobody's domain", recognize.Verdict{From: from("someone@gmail.com"), Text: "Delphi Planner"}, nil},
		{"an applicant-tracking system that names the company", recognize.Verdict{From: from("no-reply@us.greenhouse-mail.io"), Subject: "Your application to Acme"}, []string{"acme"}},
		{"an applicant-tracking system for another company", recognize.Verdict{From: from("no-reply@us.greenhouse-mail.io"), Subject: "Your application to Zenith"}, nil},
		{"a bounce of a contact", recognize.Verdict{Kind: rules.MessageBounce, From: from("mailer-daemon@home.example"), FailedRecipients: []string{"Ada@box.example"}}, []string{"box"}},
		{"the user himself", recognize.Verdict{From: from("sam@HOME.example"), InReplyTo: "acme-draft@home.example"}, nil},
		{"a stranger", recognize.Verdict{From: from("news@paper.example"), Subject: "Acme in the news"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, a := range m.Belongs(tt.v) {
				got = append(got, a.ID)
			}
			if len(got) != len(tt.want) {
				t.Fatalf("got %q, want %q", got, tt.want)
			}
			for i := range got {
				if got[i] != tt.want[i] {
					t.Errorf("got %q, want %q", got, tt.want)
				}
			}
		})
	}
}

// What belongs is wanted: the header alone must never rule it out.
func TestWants(t *testing.T) {
	m := testMatcher()
	for _, h := range []Header{
		{From: []Address{{Address: "x@else.example"}}, InReplyTo: "acme-draft@home.example"},
		{From: []Address{{Address: "x@else.example"}}, References: []string{"box-draft@home.example"}},
		{From: []Address{{Address: "ada@box.example"}}},
		{From: []Address{{Address: "hr@mail.box.example"}}},
		{From: []Address{{Address: "other@else.example"}}, ReplyTo: []Address{{Address: "kim@agency.example"}}},
		{From: []Address{{Address: "no-reply@hire.lever.co"}}},
		{From: []Address{{Address: "MAILER-DAEMON@home.example"}}},
		{From: []Address{{Address: "system@home.example"}}, Raw: []byte("Content-Type: multipart/report; x=y\r\n")},
		{},
	} {
		if !m.Wants(h) {
			t.Errorf("%+v is not wanted", h)
		}
	}
	for _, h := range []Header{
		{From: []Address{{Address: "news@paper.example"}}, Subject: "Look into your inbox"},
		{From: []Address{{Address: "sam@home.example"}}, InReplyTo: "acme-draft@home.example"},
	} {
		if m.Wants(h) {
			t.Errorf("%+v is wanted", h)
		}
	}
}

func TestFactOf(t *testing.T) {
	m := testMatcher()
	end := time.Date(2026, 12, 1, 11, 0, 0, 0, time.UTC)
	v := recognize.Verdict{Kind: rules.MessageInterview, Person: true, Confidence: 0.9, MessageID: "m@box.example", To: []string{"sam@home.example"},
		Meeting: &recognize.Meeting{Start: end.Add(-time.Hour), End: end, UID: "u", Organizer: "ada@box.example", Attendees: []string{"SAM@home.example", "bo@box.example"},
			Names: map[string]string{"bo@box.example": "Dr. Bo Lind"}},
		From: rules.Contact{Name: "Ada Lind", Address: "ada@box.example"}}
	w := m.FactOf(v, end, true).What.(rules.Received)
	if w.Meeting == nil || len(w.People) != 2 || w.People[0].Address != "bo@box.example" || w.People[0].Name != "Bo Lind" || w.People[0].Honorific != "Dr." || w.People[1].Name != "Ada Lind" || w.To != "sam@home.example" || !w.Sure {
		t.Errorf("%+v", w)
	}
	if m.FactOf(v, end, false).What.(rules.Received).Sure {
		t.Error("it may belong to another application, and is sure")
	}
	v.Person = false
	if !m.FactOf(v, end, true).What.(rules.Received).Person {
		t.Error("a contact is no person")
	}
	v.Meeting, v.Text = nil, "Unfortunately we have to move our interview."
	if w := m.FactOf(v, end, true).What.(rules.Received); !w.Unsettled {
		t.Error("a meeting that is moved in prose is settled")
	}
}
