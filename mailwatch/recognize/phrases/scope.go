package phrases

import (
	"slices"

	"afterword/rules"
)

// scope takes away the matches that do not mean what they say: those that stand
// under a condition ("if we do not move forward"), are denied ("not able to offer
// you"), or are part of a phrase that means something else. home is the language
// of the letter, a number of b's texts, or -1.
//
// What a condition took away is in the second list.
func (b *Book) scope(home int, t *text, found []match) (kept, supposed []match) {
	var mods modifiers
	for _, m := range found {
		h := &b.headings[m.heading]
		if h.stated && t.sentences[m.sentence].asks {
			continue
		}
		switch h.Topic {
		case Void:
			mods.voids = append(mods.voids, m)
		case If:
			mods.ifs = append(mods.ifs, m)
		case Not:
			mods.nots = append(mods.nots, m)
		case Others:
			mods.others = append(mods.others, m)
		case Reader:
			mods.readers = append(mods.readers, m)
		}
	}
	voided := func(m match) bool { return b.voided(home, mods.voids, m) }
	ifs, nots := slices.DeleteFunc(mods.ifs, voided), slices.DeleteFunc(mods.nots, voided)
	mods.others = slices.DeleteFunc(mods.others, voided)
	for _, m := range found {
		h := &b.headings[m.heading]
		switch {
		case h.modifies || voided(m):
			continue
		case b.elsewhose(home, t, mods, m), t.sentences[m.sentence].asks && b.asked(nots, m):
			continue
		case h.firm || !suppositional[h.Topic]:
		case b.supposed(home, t, ifs, m):
			supposed = append(supposed, m)
			continue
		case b.denied(home, nots, m):
			if h.Weight < 4 || h.Topic != Topic(rules.MessageOffer) {
				continue
			}
			m.heading = b.denial
		}
		kept = append(kept, m)
	}
	return kept, supposed
}

// modifiers are the matches that change what others mean.
type modifiers struct{ voids, ifs, nots, others, readers []match }

// elsewhose reports whether m speaks of interviews that are not said to be the
// reader's: of several, of the last, of somebody's, in a clause that does not speak to
// the reader.
func (b *Book) elsewhose(home int, t *text, mods modifiers, m match) bool {
	switch b.headings[m.heading].Topic {
	case Move, Topic(rules.MessageInterview):
	default:
		return false
	}
	touches := slices.ContainsFunc(mods.others, func(o match) bool {
		return o.sentence == m.sentence && o.first < m.last && m.first < o.last && b.bears(home, o, m)
	})
	// "Kim's interview": a name is no word that phrases know.
	if before := m.first - 1; before >= 0 && t.words[before].owns && t.words[before].id == 0 {
		touches = true
	}
	return touches && !slices.ContainsFunc(mods.readers, func(r match) bool {
		return r.sentence == m.sentence && b.bears(home, r, m) && t.together(r.first, m.first) && t.together(r.first, m.last-1)
	})
}

// asked reports whether m is a refusal that a question speaks of without denying
// anything: "Could you choose another?"
func (b *Book) asked(nots []match, m match) bool {
	return b.headings[m.heading].Topic == Topic(rules.MessageRejection) &&
		!slices.ContainsFunc(nots, func(n match) bool { return n.sentence == m.sentence })
}

// together reports whether two words stand in one clause.
func (t *text) together(i, j int) bool {
	for i, j = min(i, j), max(i, j); i < j; i++ {
		if t.words[i+1].opens {
			return false
		}
	}
	return true
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

// supposed reports whether m stands under a condition: after it in the sentence, or
// before it ("we will invite you if …"). A rejection stands before one only where it is
// said outright and nothing parts the two.
func (b *Book) supposed(home int, t *text, ifs []match, m match) bool {
	rejects := b.headings[m.heading].Topic == Topic(rules.MessageRejection)
	for _, c := range ifs {
		if c.sentence == m.sentence && b.bears(home, c, m) && (c.first <= m.first || !rejects || b.headings[m.heading].Weight >= 4 && t.close(m.last, c.first)) {
			return true
		}
	}
	return false
}

// close reports whether neither a clause nor a comma parts the words [i, j).
func (t *text) close(i, j int) bool {
	for ; i < j; i++ {
		if t.words[i].opens || t.words[i].comma {
			return false
		}
	}
	return true
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
