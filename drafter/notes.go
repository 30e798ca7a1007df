package drafter

import (
	"slices"
	"strings"

	"afterword/rules"
	"afterword/templates"
)

// A note is one thing that was discussed: as the user jotted it down, or as the end of a
// sentence that he has seen (told), with why it matters to him and what of his own work
// fits it.
type note struct {
	text             string
	challenge, told  bool
	because, ownWork string
	with             string // key of the contact with whom it was spoken of; "" where that is open
}

// A letter takes up two notes of an interview at most; what somebody pastes may be a
// book.
const (
	mostNotes   = 50 // of an interview
	longestNote = 300
)

// notesOf parts what the user wrote ("k8s migration, oncall pain") into single
// things, topics first. What he told in sentences, in the language of the letter, goes
// before all.
func notesOf(v rules.Interview, language string) []note {
	var all []note
	for _, p := range v.Points[:min(len(v.Points), mostNotes)] {
		n := note{text: p.Topic, told: true, because: p.Because, ownWork: p.OwnWork, with: p.With}
		if p.Language != "" && p.Language != language {
			n.told, n.because, n.ownWork = false, "", "" // its ends fit no sentence of this one
		}
		if n.text != "" || n.because != "" || n.ownWork != "" {
			all = append(all, n)
		}
	}
	for i, lines := range [][]string{v.Topics, v.Challenges} {
		for _, line := range lines {
			for piece := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune(",;|•\n", r) }) {
				if len(all) == mostNotes {
					return all
				}
				if len(piece) > longestNote {
					piece = templates.Line(piece, longestNote)
				}
				if piece = strings.TrimSpace(piece); piece != "" {
					all = append(all, note{text: piece, challenge: i == 1})
				}
			}
		}
	}
	return all
}

// hand deals what was discussed to the interviewers as cards are dealt, so that
// no two letters to a panel are of the same. What fits no sentence of the language
// is dealt last, so that it takes nobody's place. Where one letter goes out, to
// the only interviewer with an address or to the recruiter, it has all; where there
// are fewer things than people, some get none.
//
// What was said with one person goes into that person's letter alone.
func hand(v rules.Interview, contact, language string) []note {
	all := notesOf(v, language)
	seats := seatsOf(v)
	seat := slices.Index(seats, contact)
	if len(v.Interviewers) <= 1 || len(seats) == 0 || len(seats) == 1 && seat == 0 {
		return whole(all)
	}
	var mine, open, last, loose []note
	for _, n := range all {
		switch {
		case n.with != "" && slices.Contains(seats, n.with):
			if n.with == contact {
				mine = append(mine, n)
			}
		case n.text == "":
			loose = append(loose, n)
		case n.told || templates.Fits(language, n.text):
			open = append(open, n)
		default:
			last = append(last, n)
		}
	}
	open = append(open, last...)
	for _, cards := range [][]note{open, loose} {
		for i := max(seat, 0); i < len(cards) && seat >= 0; i += len(seats) {
			mine = append(mine, cards[i])
		}
	}
	return whole(mine)
}

// whole gives a reason, or a piece of work, that was told without its topic to the first
// thing that has none.
func whole(notes []note) []note {
	var all []note
	for _, n := range notes {
		at := slices.IndexFunc(all, func(o note) bool { return o.because == "" && o.ownWork == "" })
		if n.text != "" || at < 0 {
			all = append(all, n)
			continue
		}
		all[at].because, all[at].ownWork = n.because, n.ownWork
	}
	return all
}

// seatsOf are the interviewers who get a letter: nobody without an address does.
func seatsOf(v rules.Interview) []string {
	return slices.DeleteFunc(slices.Clone(v.Interviewers), func(key string) bool { return strings.HasPrefix(key, "name:") })
}

func topicsOf(notes []note) (topics, challenges []string) {
	for _, n := range notes {
		switch {
		case n.text == "":
		case n.challenge:
			challenges = append(challenges, n.text)
		default:
			topics = append(topics, n.text)
		}
	}
	return topics, challenges
}

// take puts notes into what a text may mention. The reason and the work are those of the
// topic that the letter begins with.
func take(d *templates.Data, notes []note) {
	d.Topics, d.Challenges, d.Told, d.Because, d.OwnWork = nil, nil, nil, "", ""
	for _, n := range notes {
		switch {
		case n.text == "":
		case n.told:
			d.Told = append(d.Told, n.text)
		case n.challenge:
			d.Challenges = append(d.Challenges, n.text)
		default:
			d.Topics = append(d.Topics, n.text)
		}
		if first := len(d.Told)+len(d.Topics)+len(d.Challenges) <= 1; first && d.Because == "" && d.OwnWork == "" {
			d.Because, d.OwnWork = n.because, n.ownWork
		}
	}
}

// one returns the first topic that fits a sentence of the language, without its reason.
// A challenge is for the letter of thanks: asking for news, it would sound like advice.
func one(notes []note, language string) []note {
	for _, n := range notes {
		if n.text != "" && !n.challenge && (n.told || templates.Fits(language, n.text)) {
			n.because, n.ownWork = "", ""
			return []note{n}
		}
	}
	return nil
}

// deal leaves the member of a panel one thing to write of: the first of the hand
// that fits a sentence, and a second where both were said with him. It returns those of
// the hand that fit none.
func (in Input) deal(d *templates.Data) (leftOut []string) {
	v, ok := in.App.Interview(in.FollowUp.Interview)
	if !ok || len(seatsOf(v)) <= 1 || in.FollowUp.Kind != rules.ThankYou {
		return nil
	}
	contact := in.FollowUp.To.Key()
	var mine []note
	for i, n := range hand(v, contact, d.Language) {
		switch fits := n.told || n.text == "" || templates.Fits(d.Language, n.text); {
		case !fits:
			leftOut = append(leftOut, n.text)
		case i == 0, len(mine) == 1 && n.with == contact && mine[0].with == contact:
			mine = append(mine, n)
		}
	}
	take(d, mine)
	return leftOut
}

// asks is what the user wants to ask in the answer to an offer, and what he said he would
// send to whom he thanks: to the person to whom he said it, else to the first of them. The
// last word of each counts.
func asks(app rules.Application, f rules.FollowUp, language string) (ask, promise string) {
	for _, v := range app.Interviews {
		seats := seatsOf(v)
		for _, p := range v.Points {
			mine := p.With == f.To.Key() || p.With == "" && (len(seats) == 0 || seats[0] == f.To.Key())
			switch {
			case p.Language != "" && p.Language != language:
			case f.Kind == rules.OfferReply && p.Ask != "":
				ask = p.Ask
			case f.Kind == rules.ThankYou && v.ID == f.Interview && mine && p.Promise != "":
				promise = p.Promise
			}
		}
	}
	return ask, promise
}
