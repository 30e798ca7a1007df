package drafter

import (
	"slices"
	"strings"

	"afterword/rules"
	"afterword/templates"
)

// A note is one thing that was discussed, as the user jotted it down.
type note struct {
	text      string
	challenge bool
}

// A letter takes up two notes of an interview at most; what somebody pastes may be a
// book.
const (
	mostNotes   = 50 // of an interview
	longestNote = 300
)

// notesOf parts what the user wrote ("k8s migration, oncall pain") into single
// things, topics first.
func notesOf(v rules.Interview) []note {
	var all []note
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
					all = append(all, note{piece, i == 1})
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
func hand(v rules.Interview, contact, language string) []note {
	all := notesOf(v)
	seats := seatsOf(v)
	seat := slices.Index(seats, contact)
	if len(v.Interviewers) <= 1 || len(seats) == 0 || len(seats) == 1 && seat == 0 {
		return all
	}
	unfit := func(n note) bool { return !templates.Fits(language, n.text) }
	all = slices.Concat(slices.DeleteFunc(slices.Clone(all), unfit), slices.DeleteFunc(all, func(n note) bool { return !unfit(n) }))
	var mine []note
	for i := max(seat, 0); i < len(all) && seat >= 0; i += len(seats) {
		mine = append(mine, all[i])
	}
	return mine
}

// seatsOf are the interviewers who get a letter: nobody without an address does.
func seatsOf(v rules.Interview) []string {
	return slices.DeleteFunc(slices.Clone(v.Interviewers), func(key string) bool { return strings.HasPrefix(key, "name:") })
}

func topicsOf(notes []note) (topics, challenges []string) {
	for _, n := range notes {
		if n.challenge {
			challenges = append(challenges, n.text)
		} else {
			topics = append(topics, n.text)
		}
	}
	return topics, challenges
}

// deal leaves the member of a panel one thing to write of: the first of the hand
// that fits a sentence. It returns those of the hand that fit none.
func (in Input) deal(d *templates.Data) (leftOut []string) {
	v, ok := in.App.Interview(in.FollowUp.Interview)
	if !ok || len(seatsOf(v)) <= 1 || in.FollowUp.Kind != rules.ThankYou {
		return nil
	}
	d.Topics, d.Challenges = nil, nil
	for i, n := range hand(v, in.FollowUp.To.Key(), d.Language) {
		switch fits := templates.Fits(d.Language, n.text); {
		case !fits:
			leftOut = append(leftOut, n.text)
		case i == 0:
			d.Topics, d.Challenges = topicsOf([]note{n})
		}
	}
	return leftOut
}
