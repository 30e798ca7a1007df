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
		case supposed(ifs, m, h.topic):
			continue
		case denied(nots, m, h.topic):
			if h.weight < 4 || h.mention || moved(b, found, m) {
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
			slices.Contains(b.headings[v.heading].voids, b.headings[m.heading].topic) {
			return true
		}
	}
	return false
}

// supposed reports whether m stands under a condition: after it in the sentence,
// or, for what the company would do, before it ("we will invite you if …").
func supposed(ifs []match, m match, t topic) bool {
	for _, c := range ifs {
		if c.sentence == m.sentence && (c.first <= m.first || t != topic(rules.MessageRejection)) {
			return true
		}
	}
	return false
}

// moved reports whether an interview is moved in the sentence of m.
func moved(b *book, found []match, m match) bool {
	return slices.ContainsFunc(found, func(o match) bool {
		return o.sentence == m.sentence && b.headings[o.heading].topic == topicMove
	})
}

// reach is how many words after a denial it still denies.
const reach = 7

// denied reports whether m is denied shortly before it or by its first words.
func denied(nots []match, m match, t topic) bool {
	if t != topic(rules.MessageOffer) && t != topic(rules.MessageInterview) {
		return false
	}
	for _, n := range nots {
		if n.sentence == m.sentence && n.first < m.last && n.last+reach > m.first {
			return true
		}
	}
	return false
}
