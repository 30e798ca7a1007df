package rules

import (
	"slices"
	"strings"
	"time"
)

// maxInterviewers is how many people one interview can have before the user is asked
// who of them interviewed him.
const maxInterviewers = 12

// byHand begins the key of what the user himself was told, by telephone say: that is his
// word, and nothing of it is asked about.
const byHand = "received/by-hand/"

// weigh takes the user's word and the server's into account, in the copies of the
// facts that the fold made for itself. A message that he has looked at and marked is
// trusted. One that is not trusted names no date, brings no meeting and keeps nobody
// away; what one message would put off by more than a year waits for his word as well.
func (s *folding) weigh() {
	marks := saidOf(s.Facts)
	var follow map[string]string
	for _, f := range s.Facts {
		switch w := f.What.(type) {
		case Attributed:
			set(&follow, w.MessageID, w.FollowUp)
		}
	}
	for i, f := range s.Facts {
		switch w := f.What.(type) {
		case Hinted:
			if mark, ok := marks[nameOfMessage(f, w.MessageID)]; ok {
				s.Facts[i].What = Received{MessageID: w.MessageID, From: w.From, Subject: w.Subject, Kind: mark, Confidence: 1,
					Evidence: []string{w.Why}, Person: true, Sure: true, Sketch: w.Sketch, said: mark, hinted: true}
			}
		case Delivered:
			if key, ok := follow[w.MessageID]; ok {
				w.FollowUp = key
				s.Facts[i].What = w
			}
		case Received:
			mark, ok := marks[identity(f)]
			if !ok {
				mark, ok = marks[w.MessageID]
			}
			switch {
			case ok:
				w.said, w.Distrust = mark, ""
			case strings.HasPrefix(f.Key, byHand) || !s.doubt(f, &w):
				continue
			}
			s.Facts[i].What = w
		}
	}
}

// doubt takes out of a message what does not count without the user's word, and reports
// whether there was any.
func (s *folding) doubt(f Fact, m *Received) bool {
	if m.Distrust != "" {
		m.Decision, m.Return = Date{}, Date{}
		m.SetMeetings(nil)
		return true
	}
	year, asks := f.At.AddDate(1, 0, 0), len(s.asks)
	ask := func(rule string, text Saying) {
		s.ask(rule, f, *m, Say("%s (%q): this does not count unless you say so with `afterword mark %s %s`", text, m.Subject, s.ID, m.Kind))
	}
	if s.named(*m).After(DateOf(year)) {
		ask("far-decision", Say("%s names %s as the decision date, more than a year ahead", person(*m), m.Decision))
		m.Decision = Date{}
	}
	if m.Kind == MessageAutoReply && m.Return.After(DateOf(year)) {
		ask("far-absence", Say("%s is away until %s, says an automatic reply, for more than a year", person(*m), m.Return))
		m.Return = Date{}
	}
	if all := m.Meetings(); len(all) > 0 {
		m.SetMeetings(slices.DeleteFunc(all, func(one Meeting) bool {
			v := one.Interview
			far := latestOf(v.Start, v.End).After(year)
			if far {
				ask("far-meeting", Say("%s wrote of an interview on %s, more than a year ahead", person(*m), DateOf(v.End)))
			}
			return far
		}))
	}
	return len(s.asks) > asks
}

func latestOf(t, u time.Time) time.Time {
	if u.After(t) {
		return u
	}
	return t
}

// ask notes a question to the user about a message, for Plan to put.
func (s *folding) ask(rule string, f Fact, m Received, text Saying) {
	s.asks = append(s.asks, noticeOf(rule+"/"+identity(f), because(rule, text, f.Key), nameOfMessage(f, m.MessageID)))
}

// KindOf returns what a message of the application is: what the user said it was, if
// he did. m is one of a.Facts.
func (a *Application) KindOf(m Received) MessageKind {
	if m.said != "" {
		return m.said
	}
	return m.Kind
}

// saidOf returns what the user said last of each message, by the name that Marked has.
func saidOf(facts []Fact) (marks map[string]MessageKind) {
	for _, f := range facts {
		w, ok := f.What.(Marked)
		switch {
		case !ok:
		case w.Kind == "":
			delete(marks, w.MessageID)
		default:
			set(&marks, w.MessageID, w.Kind)
		}
	}
	return marks
}
