package attribute

import (
	"slices"
	"strings"
	"time"

	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/invite"
	"afterword/rules"
)

// FactOf makes the fact of a message that belongs to an application. at is when
// the server received it: the sender's own Date may be anything. sole is false
// where it may belong to another application as well; then it is no outcome.
func (m *Matcher) FactOf(v recognize.Verdict, at time.Time, sole bool) rules.Fact {
	w := rules.Received{MessageID: v.MessageID, References: v.References, From: v.From, ReplyTo: v.ReplyTo, Subject: v.Subject,
		Language: v.Language, Register: rules.RegisterOf(v.Language, v.Text), Kind: v.Kind, Confidence: v.Confidence, Person: m.person(v), Sure: sole && v.Confidence >= recognize.Sure,
		NoReply: v.NoReply, Decision: v.DecisionDate, Return: v.ReturnDate, RespondBy: v.RespondBy,
		Distrust: v.Distrust, Failed: v.FailedRecipients, Temporary: v.Temporary}
	for _, e := range v.Evidence {
		w.Evidence = append(w.Evidence, e.Words)
	}
	for _, to := range v.To {
		if m.own[strings.ToLower(to)] {
			w.To = to
			break
		}
	}
	if v.Kind == rules.MessageInterview {
		w.SetMeetings(m.meetings(v))
		w.Unsettled = v.Unsettled && w.Meeting == nil
	}
	key := v.MessageID
	if key == "" {
		key = v.From.Address + "/" + at.UTC().Format(time.RFC3339)
	}
	return rules.Fact{Key: "received/" + key, At: at, What: w}
}

// person reports whether a person wrote a message. Beside what the message itself
// shows: one of the user's contacts did, and so did whoever answers a letter of
// the user's, unless a robot says that it is one.
func (m *Matcher) person(v recognize.Verdict) bool {
	switch v.Kind {
	case rules.MessageAcknowledgement, rules.MessageAutoReply, rules.MessageBounce:
		return v.Person
	}
	known := len(m.byAddress[strings.ToLower(v.From.Address)]) > 0 || len(m.byID[v.InReplyTo]) > 0
	return v.Person || known && !v.NoReply
}

// meetings returns what the calendars of a message tell of: what takes place before
// what is called off, each in order of time.
func (m *Matcher) meetings(v recognize.Verdict) []rules.Meeting {
	var list []rules.Meeting
	for _, g := range v.Meetings {
		if g.End.IsZero() {
			continue
		}
		list = append(list, rules.Meeting{People: m.people(g, v.From), Interview: rules.Interview{Start: g.Start, End: g.End, UID: g.Key(),
			Sequence: g.Sequence, Stamped: g.Stamped, Cancelled: g.Cancelled, Tentative: g.Tentative}})
	}
	slices.SortStableFunc(list, func(a, b rules.Meeting) int {
		if a.Interview.Cancelled != b.Interview.Cancelled {
			if a.Interview.Cancelled {
				return 1
			}
			return -1
		}
		return a.Interview.Start.Compare(b.Interview.Start)
	})
	return list
}

// people makes contacts of those who attend a meeting, the user not among them. Who
// only arranges it for others has not interviewed him.
func (m *Matcher) people(g invite.Meeting, from rules.Contact) []rules.Contact {
	var list []rules.Contact
	for _, a := range g.People {
		c := rules.Contact{Address: a.Address, Part: rules.Interviewer}
		if m.own[strings.ToLower(a.Address)] {
			continue
		}
		c.Honorific, c.Name = rules.SplitHonorific(a.Name)
		if strings.EqualFold(a.Address, from.Address) && from.Name != "" {
			c.Name, c.Honorific = from.Name, from.Honorific
		}
		if g.Arranges(a) {
			c.Part = rules.Recruiter
		}
		if !slices.ContainsFunc(list, func(have rules.Contact) bool { return have.Key() == c.Key() }) {
			list = append(list, c)
		}
	}
	return list
}
