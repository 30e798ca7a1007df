package recognize

import (
	"math"
	"slices"

	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/phrases"
	"afterword/rules"
)

// A tally is what the phrases weigh for each kind, once it is known in what letter they
// stand.
type tally struct {
	rejection, offer, interview, ack, question, timeline, holding, noise float64
	// elsewhere is true where the letter is about a flat, a loan, a paper.
	elsewhere bool
	// barred is true where the letter is none to the reader as a candidate: no outcome
	// and no interview in it is his.
	barred bool
	// undecided is true where it says that this application is: it is no refusal.
	undecided bool
}

// tally weighs what was found, as far as the circumstances leave it standing.
func (f *findings) tally(l Letter) (t tally) {
	s := func(k rules.MessageKind) float64 { return f.score[phrases.Topic(k)] }
	t.rejection, t.offer = s(rules.MessageRejection), s(rules.MessageOffer)
	t.interview = s(rules.MessageInterview) + f.score[phrases.Move]
	t.ack, t.question = s(rules.MessageAcknowledgement), s(rules.MessageQuestion)
	t.timeline, t.holding = s(rules.MessageTimeline), s(rules.MessageHolding)
	t.noise = f.score[phrases.Alert]
	if l.List {
		t.noise += 2
	}
	if outreach := f.score[phrases.Outreach]; f.score[phrases.Own] > 0 {
		t.noise += outreach / 2 // "your application caught our attention"
	} else if f.score[phrases.Job] < 2 || t.ack < 4 {
		t.noise += outreach
	}
	// A subject that mentions an interview stands above a word of patience too.
	if !f.said(phrases.Topic(rules.MessageInterview)) && !f.said(phrases.Move) && (f.score[phrases.Pending] > 0 || max(t.holding, t.timeline) >= 3) {
		t.interview = 0
	}
	if slices.ContainsFunc(l.Meetings, announced) {
		t.interview += 4
	}
	// What goes to many readers quotes outcomes and announces interviews; a portal
	// that forwards one speaks of the reader's own application.
	if l.List && f.score[phrases.Own] == 0 {
		if f.score[phrases.Job] == 0 {
			t.rejection, t.offer, t.interview = 0, 0, 0
		}
		t.rejection -= max(2, t.noise/2)
		t.interview -= 4
		t.offer -= 2
		t.question, t.timeline, t.holding = 0, 0, 0
		t.barred = true
	}
	// Those who choose among candidates write of him and her, not of you.
	if f.score[phrases.Own] == 0 && f.score[phrases.Hiring] > 0 {
		t.offer -= f.score[phrases.Hiring]
		t.interview -= f.score[phrases.Hiring]
		// Good wishes go to colleagues too.
		if f.firm[phrases.Topic(rules.MessageRejection)] < 3 {
			t.rejection -= f.score[phrases.Hiring]
		}
		t.barred = true
	}
	// A flat, a loan, a paper: they are applied for in the words of an application.
	if f.score[phrases.Elsewhere] > f.score[phrases.Job]+f.score[phrases.Own]+1 {
		t = tally{question: t.question, noise: t.noise, barred: true, elsewhere: true}
	}
	// Another post is filled, another candidate is out: this application is undecided.
	if f.score[phrases.Pending] > 0 {
		t.rejection -= 4
		t.undecided = t.rejection < 4
	}
	// An English letter about a job says so, nearly always; one that does not has
	// to be plainer.
	if l.Language == "en" && f.score[phrases.Job] == 0 && !answers(l) && len(l.Meetings) == 0 {
		t.rejection, t.offer = t.rejection-1, t.offer-1
		if f.score[phrases.Move] == 0 {
			t.interview--
		}
	}
	return t
}

// decide says what the phrases make of the letter, and how loudly they say it, 0 to 1.
// The order is that of harm: what ends or crowns an application must be said outright,
// the rest is told from each other by what it asks of the user. Weights are those of
// the headings: 4 is a phrase that says it outright, 3 one that says it where nothing
// else is said, less needs company. A confirmation that a person wrote in an answer is
// what else that answer says.
func (f *findings) decide(l Letter, t tally) (rules.MessageKind, float64) {
	rejection, offer, interview, ack := t.rejection, t.offer, t.interview, t.ack
	question, timeline, holding, noise := t.question, t.timeline, t.holding, t.noise
	firm := f.firm[phrases.Topic(rules.MessageRejection)] >= 4
	switch {
	case rejection >= 4 && (firm || ack < 6 || rejection >= 5.5) && rejection >= offer:
		return rules.MessageRejection, sure(rejection, max(offer, interview-2, noise-1))
	case offer >= 4 && noise < 3:
		return rules.MessageOffer, sure(offer, max(rejection, interview-2, noise))
	case noise < 3 && interview >= f.least(l):
		return rules.MessageInterview, sure(interview, max(rejection, ack-2, noise))
	case ack >= 4 && question < 5 && noise < 6 && !(answers(l) && max(timeline, holding) >= 3):
		return rules.MessageAcknowledgement, sure(ack, max(rejection, noise-2))
	case noise >= 3 && ack < 4:
		return rules.MessageOther, sure(noise+1, max(rejection, offer, interview))
	case interview >= 3 && answers(l) && f.firm[phrases.Topic(rules.MessageInterview)] >= 3 && noise < 3 && max(rejection, holding, timeline, question) < 3:
		return rules.MessageInterview, sure(interview+1, question)
	case interview >= 2.5 && answers(l) && f.said(phrases.Topic(rules.MessageInterview)) && f.score[phrases.Job] > 0 && noise < 3:
		return rules.MessageInterview, sure(interview+1.5, question)
	case question >= 3:
		return rules.MessageQuestion, sure(question+1, timeline)
	case timeline >= 3:
		return rules.MessageTimeline, sure(timeline+1, holding)
	case ack >= 2 && ack < 4 && holding >= 3 && holding < 6 && !answers(l):
		return rules.MessageAcknowledgement, sure(ack+2, holding)
	case holding >= 3:
		return rules.MessageHolding, sure(holding+1, rejection)
	case ack >= 3:
		return rules.MessageAcknowledgement, sure(ack, rejection)
	case f.courteous(l):
		return rules.MessageHolding, 0.75
	}
	return rules.MessageOther, 0.6
}

// announced reports whether a calendar tells somebody of a meeting (RFC 5546, section
// 1.4): a file that was saved has no method.
func announced(m invite.Meeting) bool {
	return m.Method == "REQUEST" || m.Method == "CANCEL" || m.Method == "PUBLISH"
}

// least is what an invitation must weigh: a little more where only weak phrases
// speak for it and nothing says that it is about a job.
func (f *findings) least(l Letter) float64 {
	strong := max(f.firm[phrases.Topic(rules.MessageInterview)], f.firm[phrases.Move]) >= 4
	if strong || f.score[phrases.Job] > 0 || len(l.Meetings) > 0 {
		return 4
	}
	return 4.5
}

// said reports whether the text, and not only the subject, speaks for t.
func (f *findings) said(t phrases.Topic) bool {
	return slices.ContainsFunc(f.parts[1].Matches, func(m phrases.Match) bool { return m.Heading.Topic == t })
}

// fewWords is how long an answer may be that holds nothing but courtesies.
const fewWords = 60

// courteous reports whether the letter is an answer that only returns thanks or
// good wishes: "My pleasure, great meeting you too!" Nothing is decided by it,
// but a person has answered.
func (f *findings) courteous(l Letter) bool {
	return f.parts[1].Words <= fewWords && answers(l) && !l.List && !l.NoReply && f.score[phrases.Robot] == 0 &&
		f.said(phrases.Courtesy)
}

// sure turns a score, and that of what speaks against it, into a confidence. One
// strong phrase alone gives 0.8.
func sure(score, rival float64) float64 {
	c := 1 - 0.2*math.Exp2(-(score-4)/2)
	if rival > 0 {
		c *= 1 - 0.3*rival/(score+rival)
	}
	return math.Round(100*max(0.05, min(0.99, c))) / 100
}
