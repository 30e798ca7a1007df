package templates

import (
	"slices"
	"strings"
)

// notes turns at most two of the raw notes into phrases: the first topic and the
// first challenge, or the first two topics. A challenge is answered with an
// offer to help, which is said once.
func (c *matter) notes(d Data) {
	challenges := c.inForm(c.phrases(d.Challenges))
	topics := slices.DeleteFunc(c.inForm(append(c.told(d), c.phrases(d.Topics)...)), func(p string) bool { return slices.Contains(challenges, p) })
	switch {
	case len(challenges) > 0 && len(topics) > 0:
		c.values["topic"], c.values["challenge"] = topics[0], challenges[0]
	case len(challenges) > 0:
		c.values["challenge"] = challenges[0]
	case len(topics) > 1:
		c.values["topic"], c.values["topic2"] = topics[0], topics[1]
	case len(topics) > 0:
		c.values["topic"] = topics[0]
	}
	c.tags["topic"] = c.values["topic"] != ""
	c.tags["no-topic"] = !c.tags["topic"]
	c.tags["one-topic"] = c.tags["topic"] && c.values["topic2"] == "" && c.values["challenge"] == ""
	c.tags["two-topics"] = c.values["topic2"] != ""
	c.tags["challenge"] = c.values["challenge"] != ""
	c.tags["no-challenge"] = !c.tags["challenge"]
	question, _, _ := strings.Cut(c.values["challenge"], " ")
	c.tags["no-clause"] = c.tags["challenge"] && !c.lang.questions[question]
	c.tags["no-notes"] = !c.tags["topic"] && !c.tags["challenge"]
}

// inForm puts what a phrase says of its reader into the form in which the letter calls him.
// In German "Ihre Schichten" are "eure" where the letter says du; what speaks of "Sie" would
// want another verb, and is left out.
func (c *matter) inForm(phrases []string) (all []string) {
	for _, p := range phrases {
		if c.tags["familiar"] && c.lang.code == "de" {
			words := strings.Fields(p)
			if slices.ContainsFunc(words, func(w string) bool { return w == "Sie" || w == "Ihnen" }) {
				c.leftOut = append(c.leftOut, p)
				continue
			}
			for i, w := range words {
				if yours := strings.TrimPrefix(w, "Ihr"); w == "Ihr" {
					words[i] = "euer"
				} else if yours != w && germanOwned[yours] {
					words[i] = "eur" + yours
				}
			}
			p = strings.Join(words, " ")
		}
		all = append(all, p)
	}
	return all
}

// germanOwned are the endings of "Ihre".
var germanOwned = wordSet(`e en em er es`)

func (c *matter) phrases(notes []string) []string {
	var all []string
	for _, note := range notes[:min(len(notes), mostNotes)] {
		note = Line(note, longestNote)
		why, unfit := UnfitOf(note)
		if unfit && why.taintsAll() {
			c.leftOut = append(c.leftOut, note)
			continue
		}
		parts := strings.FieldsFunc(note, func(r rune) bool { return strings.ContainsRune(";•|", r) })
		for _, part := range parts {
			tainted := unfit
			if unfit && len(parts) > 1 {
				_, tainted = UnfitOf(part)
			}
			all = c.partPhrases(part, tainted, all)
		}
	}
	return all
}

// partPhrases makes phrases of the pieces between the commas of a note's part. Where it is
// tainted by what is unfit, or one piece is the writer's comment, what it speaks of is none
// for a letter.
func (c *matter) partPhrases(part string, tainted bool, all []string) []string {
	pieces := c.lang.rejoined(splitNote(part))
	tainted = tainted || len(pieces) > 1 && slices.ContainsFunc(pieces[1:], c.lang.comments) || slices.ContainsFunc(pieces, c.lang.exclaims)
	for i := 0; i < len(pieces); i++ {
		piece := pieces[i]
		if tainted {
			c.leftOut = append(c.leftOut, piece)
			continue
		}
		p, ok := c.phraseOf(piece)
		switch apart := strings.Split(piece, ", "); {
		case !ok && len(apart) > 1: // what was put together: each by itself
			pieces = slices.Replace(pieces, i, i+1, apart...)
			i--
		case !ok:
			c.leftOut = append(c.leftOut, piece)
		case !slices.Contains(all, p):
			all = append(all, p)
		}
	}
	return all
}

// phraseOf makes a phrase of one thing that was noted. It reports false where it is not
// surely one, and one for a letter.
func (c *matter) phraseOf(piece string) (phrase string, ok bool) {
	if strings.IndexFunc(piece, isWordRune) < 0 {
		return "", false
	}
	phrase, ok = c.lang.phraseOf(piece)
	tidy := tidyNote(c.lang.code, piece)
	thing, named := c.lang.thing(tidy)
	if ok = ok && c.lang.surely(tidy, phrase) && !isClause(c.lang.code, tidy) && !doubts(c.lang.code, tidy); !ok || named && strings.HasPrefix(phrase, "das Thema ") {
		phrase, ok = thing, named
	}
	return phrase, ok && c.lang.ofWork(tidy) && !unspeakable(phrase)
}
