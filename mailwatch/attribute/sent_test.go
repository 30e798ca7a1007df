package attribute

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

const thanksText = "Dear Ada,\n\nthank you for the time that you took on Friday to talk about the Analyst role. What you said about the billing team has stayed with me.\n\nBest regards,\nSam\n"
const askText = "Dear Kim,\n\nI am writing about the Planner role, for which you had planned a decision by Friday. Is there an update that you can share?\n\nBest regards,\nSam\n"

func sentLetter(headers, text string) *mail.Message {
	return mail.Read([]byte(strings.ReplaceAll("From: Sam <sam@home.example>\nDate: Fri, 13 Nov 2026 17:00:00 +0000\n"+headers+"\n\n"+text, "\n", "\r\n")))
}

func asIs(a rules.Application) rules.Application { return a }

// What the user sent settles what it answers, and everybody whom it went to; it is a
// draft of ours only by its Message-ID or its words, and a check-in if it asks.
func TestSent(t *testing.T) {
	m := testMatcher()
	drafts := []Draft{
		{Application: "box", FollowUp: "thank-you/1/ada@box.example", MessageID: "box-draft@home.example", Raw: []byte("From: sam@home.example\r\nTo: ada@box.example\r\nSubject: Thank you: Analyst\r\n\r\n" + thanksText)},
		{Application: "delphi", FollowUp: "check-in/1/1", MessageID: "delphi-draft@home.example", Raw: []byte("From: sam@home.example\r\nTo: kim@agency.example\r\nSubject: Follow-up: Planner\r\nIn-Reply-To: <k@agency.example>\r\n\r\n" + askText)},
	}
	for _, tt := range []struct {
		name, headers, text string
		want                []string // application, follow-up, "asks"
	}{
		{"the draft", "To: ada@box.example\nSubject: other\nMessage-ID: <box-draft@home.example>", "All is other.", []string{"box thank-you/1/ada@box.example"}},
		{"its words", "To: ada@box.example\nSubject: Thanks!", strings.Replace(thanksText, "has stayed", "stayed", 1), []string{"box thank-you/1/ada@box.example"}},
		{"to an address that he corrected", "To: ada.lind@box.example\nSubject: Thank you: Analyst", thanksText, []string{"box thank-you/1/ada@box.example"}},
		{"its subject alone", "To: ada@box.example\nSubject: Thank you: Analyst", "Yes, Tuesday works.", []string{"box "}},
		{"its subject and thread", "To: kim@agency.example\nSubject: Re: Follow-up: Planner\nIn-Reply-To: <delphi-draft@home.example>", "Here are the references that you asked for.", []string{"delphi "}},
		{"a status question of his own", "To: jo@gmail.com\nSubject: hello", "Is there any news on the role?", []string{"delphi  asks"}},
		{"a status question under the check-in's subject", "To: kim@agency.example\nSubject: Follow-up: Planner", "Any news? Where do things stand?", []string{"delphi check-in/1/1"}},
		{"to two", "To: ada@box.example, jo@gmail.com\nSubject: thanks", "Thank you both.", []string{"box ", "delphi "}},
		{"in a thread, and to another", "To: x@else.example\nCc: jo@gmail.com\nIn-Reply-To: <box-draft@home.example>\nSubject: Planner", "You two should know each other.", []string{"box  may ask", "delphi  may ask"}},
		{"a letter that may ask", "To: ada@box.example\nSubject: Friday", "Did Friday turn out as you had hoped?", []string{"box  may ask"}},
		{"to the company, about the role", "To: careers@box.example\nSubject: the analyst", "Is there any news?", []string{"box  asks"}},
		{"to the company, about an order", "To: orders@box.example\nSubject: my order", "Is there any news?", nil},
		{"blind", "To: sam@home.example\nBcc: Ada <ADA@box.example>", "hello", []string{"box "}},
		{"to a recruiter of two", "To: kim@agency.example", "hello", []string{"acme ", "delphi "}},
		{"to a recruiter of two, about one", "To: kim@agency.example\nSubject: planner", "hello", []string{"delphi "}},
		{"to nobody known", "To: x@else.example", "hello", nil},
	} {
		msg := sentLetter(tt.headers, tt.text)
		var got []string
		for _, f := range m.Sent(msg, appliedAt, drafts, asIs) {
			d := f.Fact.What.(rules.Delivered)
			one := f.Application.ID + " " + d.FollowUp
			if d.Asks {
				one += " asks"
			}
			if d.MayAsk {
				one += " may ask"
			}
			got = append(got, one)
			if !slices.Equal(d.To, msg.Recipients()) {
				t.Errorf("%s: to %q", tt.name, d.To)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if !m.Own(msg.Envelope) || !m.WantsSent(msg.Envelope) && tt.want != nil {
			t.Errorf("%s: own %v, wanted %v", tt.name, m.Own(msg.Envelope), m.WantsSent(msg.Envelope))
		}
	}
}

// Of drafts of one wording the one under whose subject a letter went was sent, and of those
// the one that stood, in whatever order they are known.
func TestSentOfDraftsAlike(t *testing.T) {
	m := testMatcher()
	draft := func(round, subject string, stands bool) Draft {
		return Draft{Application: "box", FollowUp: "check-in/" + round + "/1", MessageID: round + "@home.example", Stands: stands,
			Raw: []byte("From: sam@home.example\r\nTo: ada@box.example\r\nSubject: " + subject + "\r\n\r\n" + askText)}
	}
	for _, tt := range []struct {
		name, subject, text string
		drafts              [2]Draft
		want                string
	}{
		{"one was taken back", "Follow-up: Analyst", askText, [2]Draft{draft("1", "Follow-up: Analyst", false), draft("2", "Follow-up: Analyst", true)}, "check-in/2/1"},
		{"another round", "Follow-up: Analyst, Nov 9", askText, [2]Draft{draft("1", "Follow-up: Analyst, Nov 2", true), draft("2", "Follow-up: Analyst, Nov 9", true)}, "check-in/2/1"},
		{"the subject goes first", "Follow-up: Analyst, Nov 2", askText, [2]Draft{draft("1", "Follow-up: Analyst, Nov 2", false), draft("2", "Follow-up: Analyst, Nov 9", true)}, "check-in/1/1"},
		{"in other words", "Follow-up: Analyst", "Any news? Where do things stand?", [2]Draft{draft("1", "Follow-up: Analyst", false), draft("2", "Follow-up: Analyst", true)}, "check-in/2/1"},
	} {
		for _, drafts := range [][]Draft{{tt.drafts[0], tt.drafts[1]}, {tt.drafts[1], tt.drafts[0]}} {
			for _, f := range m.Sent(sentLetter("To: ada@box.example\nSubject: "+tt.subject, tt.text), appliedAt, drafts, asIs) {
				if got := f.Fact.What.(rules.Delivered).FollowUp; got != tt.want {
					t.Errorf("%s: %q, not %q", tt.name, got, tt.want)
				}
			}
		}
	}
}

// Copies of one letter are one fact wherever they lie; letters under one Message-ID are
// several.
func TestSentKeys(t *testing.T) {
	m := testMatcher()
	base := sentLetter("To: ada@box.example\nMessage-ID: <m@home.example>\nSubject: hello", "Thank you for your time.")
	for _, id := range []string{"\nMessage-ID: <m@home.example>", ""} {
		for _, tt := range []struct {
			name, headers, text string
			same                bool
		}{
			{"the same", "To: ada@box.example" + id + "\nSubject: hello", "Thank you for your time.", true},
			{"a copy that names who had it blind", "To: ada@box.example\nBcc: sam@home.example" + id + "\nSubject: hello", "Thank you for your time.", true},
			{"to somebody else", "To: bo@box.example, ada@box.example" + id + "\nSubject: hello", "Thank you for it.", false},
			{"another text", "To: ada@box.example" + id + "\nSubject: hello", "Tuesday works.", false},
		} {
			first := base
			if id == "" {
				first = sentLetter("To: ada@box.example\nSubject: hello", "Thank you for your time.")
			}
			f := m.Sent(first, appliedAt, nil, asIs)[0]
			with := func(a rules.Application) rules.Application {
				return rules.Fold(a.ID, append(slices.Clone(a.Facts), f.Fact))
			}
			if got := m.Sent(sentLetter(tt.headers, tt.text), appliedAt.Add(time.Minute), nil, with)[0].Fact.Key; (got == f.Fact.Key) != tt.same {
				t.Errorf("%s, %q: %s and %s", tt.name, id, f.Fact.Key, got)
			}
		}
	}
}

// Who had a letter blind had it, also where the copy that does not say so is read first.
func TestBlindCopyIsReadLast(t *testing.T) {
	m := testMatcher()
	first := m.Sent(sentLetter("To: x@else.example\nIn-Reply-To: <box-draft@home.example>\nMessage-ID: <m@home.example>", "Is there any news?"), appliedAt, nil, asIs)[0]
	with := func(a rules.Application) rules.Application {
		return rules.Fold(a.ID, append(slices.Clone(a.Facts), first.Fact))
	}
	again := m.Sent(sentLetter("To: x@else.example\nBcc: ada@box.example\nIn-Reply-To: <box-draft@home.example>\nMessage-ID: <m@home.example>", "Is there any news?"), appliedAt, nil, with)[0]
	d := again.Fact.What.(rules.Delivered)
	if again.Fact.Key == first.Fact.Key || d.Asks || !slices.Equal(d.To, []string{"ada@box.example"}) {
		t.Errorf("%s: %+v", again.Fact.Key, d)
	}
}

// With several accounts all of the user's addresses are his, and letters are written
// from those of the application's account alone.
func TestAccounts(t *testing.T) {
	app := func(id, account, contact string) rules.Application {
		return described(id, rules.Described{Account: account, Company: id, Role: "Clerk", Contacts: at(contact)})
	}
	m := NewMatcher([]rules.Application{app("acme", "work", "a@acme.example"), app("box", "home", "b@box.example")}, []string{"sam@work.example", "sam@home.example"})
	m.Account("work", []string{"Sam@work.example"})
	m.Account("home", []string{"sam@home.example"})
	for _, own := range []string{"sam@work.example", "SAM@home.example"} {
		if l := open("From: "+own, "acme, Clerk"); belonging(m, l) != "" || len(m.Near(l)) > 0 || m.Wants(l.Envelope) || !m.Own(l.Envelope) {
			t.Errorf("%s is not the user", own)
		}
	}
	l := open("From: a@acme.example\nTo: sam@home.example", "hello")
	for _, tt := range []struct{ app, from, to, received, sent string }{
		{"acme", "a@acme.example", "sam@home.example", "", "sam@work.example"},
		{"box", "b@box.example", "sam@home.example", "sam@home.example", ""},
	} {
		a := *m.apps[m.index[tt.app]]
		v := l.Judge(recognize.Options{})
		if w := m.FactOf(a, l, v, appliedAt, true).What.(rules.Received); w.To != tt.received {
			t.Errorf("%s: written to at %q, want %q", tt.app, w.To, tt.received)
		}
		msg := mail.Read([]byte("From: sam@work.example\r\nTo: " + tt.from + "\r\n\r\nhello"))
		if d := m.Sent(msg, appliedAt, nil, asIs)[0].Fact.What.(rules.Delivered); d.From != tt.sent {
			t.Errorf("%s: written from %q, want %q", tt.app, d.From, tt.sent)
		}
	}
}
