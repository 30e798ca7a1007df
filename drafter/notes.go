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

// notesOf parts what the user wrote ("k8s migration, oncall pain") into single
// things, topics first.
func notesOf(v rules.Interview) []note {
	var all []note
	for i, lines := range [][]string{v.Topics, v.Challenges} {
		for _, line := range lines {
			for _, piece := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;|•\n", r) }) {
				if piece = strings.TrimSpace(piece); piece != "" {
					all = append(all, note{piece, i == 1})
				}
			}
		}
	}
	return all
}

// hand deals what was discussed to the interviewers as cards are dealt, so that
// no two members of a panel write of the same. A single interviewer gets all;
// where there are fewer things than people, some get none.
func hand(v rules.Interview, contact string) []note {
	all := notesOf(v)
	if len(v.Interviewers) <= 1 {
		return all
	}
	// Nobody without an address gets a letter.
	seats := slices.DeleteFunc(slices.Clone(v.Interviewers), func(key string) bool { return strings.HasPrefix(key, "name:") })
	seat := slices.Index(seats, contact)
	var mine []note
	for i := max(seat, 0); i < len(all) && seat >= 0; i += len(seats) {
		mine = append(mine, all[i])
	}
	return mine
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
// that fits a sentence. It returns those before it, which fit none.
func (in Input) deal(d *templates.Data) (leftOut []string) {
	v, ok := in.App.Interview(in.FollowUp.Interview)
	if !ok || len(v.Interviewers) <= 1 || in.FollowUp.Kind != rules.ThankYou {
		return nil
	}
	for _, n := range hand(v, in.FollowUp.To.Key()) {
		d.Topics, d.Challenges = topicsOf([]note{n})
		l, err := in.Texts.Write(*d, nil, 0, in.Seed)
		if err != nil || len(l.LeftOut) == 0 {
			return leftOut
		}
		leftOut = append(leftOut, l.LeftOut...)
	}
	d.Topics, d.Challenges = nil, nil
	return leftOut
}
