package recognize

import (
	"slices"

	"afterword/rules"
)

// scope takes away the matches that do not mean what they say: those that stand
// under a condition ("if we do not move forward"), are denied ("not able to offer
// you"), or are part of a phrase that means something else.
func scope(b *book, t *text, found []match) []match {
	var voids, ifs, nots []match
	for _, m := range found {
		if b.headings[m.heading].topic == topicVoid {
			voids = append(voids, m)
		}
	}
	found = slices.DeleteFunc(found, func(m match) bool {
		return b.headings[m.heading].topic == topicVoid || voided(b, voids, m)
	})
	for _, m := range found {
		switch b.headings[m.heading].topic {
		case topicIf:
			ifs = append(ifs, m)
		case topicNot:
			nots = append(nots, m)
		}
	}
	var kept []match
	for _, m := range found {
		h := b.headings[m.heading]
		switch {
		case h.topic == topicIf || h.topic == topicNot:
			continue
		case h.firm || !suppositional[h.topic]:
		case supposed(b, ifs, m):
			continue
		case denied(b, nots, m):
			if h.weight < 4 || h.topic != topic(rules.MessageOffer) {
				continue
			}
			m.heading = b.denial
		}
		kept = append(kept, m)
	}
	return kept
}

// suppositional are the topics that mean something else under a condition.
var suppositional = map[topic]bool{
	topic(rules.MessageOffer): true, topic(rules.MessageRejection): true, topic(rules.MessageInterview): true,
	topic(rules.MessageTimeline): true,
}

// voided reports whether m touches a phrase that takes it away.
func voided(b *book, voids []match, m match) bool {
	for _, v := range voids {
		if v.sentence == m.sentence && v.first < m.last && m.first < v.last &&
			b.headings[v.heading].language == b.headings[m.heading].language &&
			slices.Contains(b.headings[v.heading].voids, b.headings[m.heading].topic) {
			return true
		}
	}
	return false
}

// supposed reports whether m stands under a condition: after it in the sentence,
// or, for what the company would do, before it ("we will invite you if …").
func supposed(b *book, ifs []match, m match) bool {
	t, language := b.headings[m.heading].topic, b.headings[m.heading].language
	for _, c := range ifs {
		if c.sentence == m.sentence && b.headings[c.heading].language == language && (c.first <= m.first || t != topic(rules.MessageRejection)) {
			return true
		}
	}
	return false
}

// reach is how many words after a denial it still denies.
const reach = 7

// denied reports whether m is denied shortly before it or by its first words.
func denied(b *book, nots []match, m match) bool {
	t, language := b.headings[m.heading].topic, b.headings[m.heading].language
	if t != topic(rules.MessageOffer) && t != topic(rules.MessageInterview) {
		return false
	}
	for _, n := range nots {
		if n.sentence == m.sentence && b.headings[n.heading].language == language && n.first < m.last && n.last+reach > m.first {
			return true
		}
	}
	return false
}
