package phrases

import (
	"slices"

	"afterword/rules"
)

// scope takes away the matches that do not mean what they say: those that stand
// under a condition ("if we do not move forward"), are denied ("not able to offer
// you"), or are part of a phrase that means something else. home is the language
// of the letter, a number of b's texts, or -1.
func (b *Book) scope(home int, found []match) []match {
	var voids, ifs, nots []match
	for _, m := range found {
		if b.headings[m.heading].Topic == Void {
			voids = append(voids, m)
		}
	}
	found = slices.DeleteFunc(found, func(m match) bool {
		return b.headings[m.heading].Topic == Void || b.voided(home, voids, m)
	})
	for _, m := range found {
		switch b.headings[m.heading].Topic {
		case If:
			ifs = append(ifs, m)
		case Not:
			nots = append(nots, m)
		}
	}
	var kept []match
	for _, m := range found {
		h := b.headings[m.heading]
		switch {
		case h.Topic == If || h.Topic == Not:
			continue
		case h.firm || !suppositional[h.Topic]:
		case b.supposed(home, ifs, m):
			continue
		case b.denied(home, nots, m):
			if h.Weight < 4 || h.Topic != Topic(rules.MessageOffer) {
				continue
			}
			m.heading = b.denial
		}
		kept = append(kept, m)
	}
	return kept
}

// suppositional are the topics that mean something else under a condition.
var suppositional = map[Topic]bool{
	Topic(rules.MessageOffer): true, Topic(rules.MessageRejection): true, Topic(rules.MessageInterview): true,
	Topic(rules.MessageTimeline): true,
}

// bears reports whether what one match says of others may be said of m: both are
// of one language, or the first is of the letter's. English words read as German
// ("Interview … December") are under English conditions.
func (b *Book) bears(home int, one, m match) bool {
	language := b.headings[one.heading].language
	return language == b.headings[m.heading].language || language == home
}

// voided reports whether m touches a phrase that takes it away.
func (b *Book) voided(home int, voids []match, m match) bool {
	for _, v := range voids {
		if v.sentence == m.sentence && v.first < m.last && m.first < v.last &&
			b.bears(home, v, m) &&
			slices.Contains(b.headings[v.heading].voids, b.headings[m.heading].Topic) {
			return true
		}
	}
	return false
}

// supposed reports whether m stands under a condition: after it in the sentence,
// or, for what the company would do, before it ("we will invite you if …").
func (b *Book) supposed(home int, ifs []match, m match) bool {
	t := b.headings[m.heading].Topic
	for _, c := range ifs {
		if c.sentence == m.sentence && b.bears(home, c, m) && (c.first <= m.first || t != Topic(rules.MessageRejection)) {
			return true
		}
	}
	return false
}

// reach is how many words after a denial it still denies.
const reach = 7

// denied reports whether m is denied shortly before it or by its first words.
func (b *Book) denied(home int, nots []match, m match) bool {
	t := b.headings[m.heading].Topic
	if t != Topic(rules.MessageOffer) && t != Topic(rules.MessageInterview) {
		return false
	}
	for _, n := range nots {
		if n.sentence == m.sentence && b.bears(home, n, m) && n.first < m.last && n.last+reach > m.first {
			return true
		}
	}
	return false
}
