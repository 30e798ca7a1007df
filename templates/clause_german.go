package templates

import (
	"slices"
	"strings"
)

// germanReason reports whether words end "weil …": a clause with its subject, the verb
// last.
func (g grammar) germanReason(ws []token) bool {
	for _, part := range g.segments(ws, "als", "wie", "und", "oder", "aber", "sondern") {
		if g.germanReasonAlone(part) && g.germanRest(ws[len(part):]) {
			return true
		}
	}
	return false
}

// germanRest reports whether what follows a clause may follow it: another clause, whose
// verb is last too, or a comparison.
func (g grammar) germanRest(ws []token) bool {
	if len(ws) == 0 {
		return true
	}
	if ws[0].low == "als" || ws[0].low == "wie" {
		return len(ws) > 1
	}
	if len(ws) < 2 {
		return false
	}
	last := ws[len(ws)-1]
	return !last.noun() && !g.is(last.low, "not-verb", "adverbs", "prepositions", "articles", "oblique") && (g.is(last.low, "finite", "past", "third") || hasEnding(last.low, []string{"e", "t", "en", "eln", "ern"}))
}

func (g grammar) germanReasonAlone(ws []token) bool {
	ws, closed := g.germanBare(ws)
	if !closed || len(ws) < 2 || !g.germanEarly(ws) {
		return false
	}
	first, second, last := ws[0].low, ws[1].low, ws[len(ws)-1]
	if last.noun() || g.is(last.low, "not-verb") {
		return false
	}
	if i := indexOf(ws, "ich"); i >= 0 {
		if i > 4 || i > 0 && g.is(first, "articles") && !ws[1].noun() {
			return false
		}
		if i+1 < len(ws)-1 && g.germanIch(ws[i+1]) && !g.is(ws[i+1].low, "adverbs") {
			return false // "ich arbeite gern …"
		}
		return g.germanIch(last)
	}
	for _, p := range []string{"wir"} {
		if i := indexOf(ws, p); i >= 0 && i < 4 {
			return g.germanWe(ws, i)
		}
	}
	if first == "sie" && !last.noun() && strings.HasSuffix(last.low, "en") {
		return g.germanWe(ws, 0)
	}
	// A subject of the third person: a pronoun, or a noun that no preposition governs.
	at := g.germanSubject(ws)
	if at < 0 {
		return false
	}
	if at+1 < len(ws)-1 && g.germanThird(ws[at+1]) && !g.is(ws[at+1].low, "adverbs") {
		return false // "das Team versteht …"
	}
	// "fehlende Medikamente": an adjective before several of a thing.
	described := at > 0 && !ws[0].noun() && strings.HasSuffix(first, "e") && !g.is(first, "articles", "adverbs", "not-verb") && hasEnding(ws[at].low, []string{"e", "en", "er", "n", "s"})
	many := g.is(first, "plural") || first == "die" || first == "meine" || first == "unsere" || ws[0].noun() || described
	switch {
	case g.is(last.low, "finite"):
		return last.low != "bin" && last.low != "habe" && last.low != "werde"
	case g.is(last.low, "third", "past"), g.germanThird(last):
		return !ws[0].noun() || len(ws) > 2 || !strings.HasSuffix(last.low, "t") || g.is(last.low, "third")
	case many && strings.HasSuffix(last.low, "ten") && len(last.low) > 5:
		return true
	case many && strings.HasSuffix(last.low, "en"):
		// "die Leute bleiben", but "die Kunden beraten" may be what is to be done. Where
		// a second thing stands beside the first, or it is said how often, the first does it.
		return second != "" && (g.is(last.low, "third-plural") || indexOf(ws, "sich") == at+1 || !ws[0].noun() && (g.germanSubject(ws[at+1:]) >= 0 || slices.ContainsFunc(ws[at+1:], func(t token) bool { return g.is(t.low, "how-often") })))
	}
	return false
}

// germanBare takes out the clauses that two commas enclose. It reports false where one is
// left open: its verb is not that of the whole.
func (g grammar) germanBare(ws []token) (bare []token, closed bool) {
	inside := false
	for k, t := range ws {
		if !inside {
			if k > 0 && ws[k-1].stop && (g.is(t.low, "openers", "relatives") || k+1 < len(ws) && g.is(t.low, "prepositions") && g.is(ws[k+1].low, "relatives")) {
				inside = true
			} else {
				bare = append(bare, t)
				continue
			}
		}
		inside = !t.stop
	}
	return bare, !inside
}

// germanEarly reports whether no verb stands before its place at the end.
func (g grammar) germanEarly(ws []token) bool {
	for k, t := range ws[:len(ws)-1] {
		if t.word == t.low && g.is(t.low, "early") && !ws[k+1].stop && ws[k+1].low != "und" && ws[k+1].low != "oder" && !(t.low == "muss") {
			return false
		}
	}
	return true
}

// germanIch reports whether a word is a verb of the first person.
func (g grammar) germanIch(t token) bool {
	w := t.low
	switch {
	case t.noun(), g.is(w, "not-verb", "articles", "oblique", "prepositions"):
		return false
	case g.is(w, "finite"):
		return w != "ist" && w != "sind" && w != "hat" && w != "haben" && w != "wird" && w != "werden" && w != "können" && w != "müssen" && w != "wollen" && w != "sollen" && w != "waren" && w != "hatten" && w != "wissen"
	case g.is(w, "past"):
		return true
	}
	return len([]rune(w)) > 3 && strings.HasSuffix(w, "e")
}

// germanThird reports whether a word is a verb of the third person singular.
func (g grammar) germanThird(t token) bool {
	w := t.low
	switch {
	case t.noun(), g.is(w, "not-verb", "adverbs", "prepositions", "articles", "oblique"):
		return false
	case g.is(w, "third", "past"):
		return true
	case germanParticiple(g, w):
		return false
	}
	for pre := range g["separable"] {
		if rest, ok := strings.CutPrefix(w, pre); ok && g.is(rest, "third", "past") {
			return true
		}
	}
	return len([]rune(w)) > 4 && (strings.HasSuffix(w, "te") || strings.HasSuffix(w, "t") && !hasEnding(w, []string{"haft", "icht", "ant", "ent", "ekt", "iert", "ft", "bt", "lt"}))
}

// germanParticiple reports whether a word is a participle with "ge".
func germanParticiple(g grammar, w string) bool {
	if g.is(w, "third", "finite") {
		return false
	}
	if strings.HasPrefix(w, "ge") {
		return true
	}
	for pre := range g["separable"] {
		if rest, ok := strings.CutPrefix(w, pre); ok && strings.HasPrefix(rest, "ge") && len(rest) > 4 {
			return true
		}
	}
	return false
}

// germanWe reports whether a clause whose subject is the plural pronoun at i has its verb
// last.
func (g grammar) germanWe(ws []token, i int) bool {
	last := ws[len(ws)-1].low
	if next := ws[i+1]; i+1 < len(ws)-1 && !next.noun() && strings.HasSuffix(next.low, "en") && !g.is(next.low, "oblique", "not-verb", "adverbs", "prepositions") {
		return false
	}
	return !germanParticiple(g, last) && !g.is(last, "not-verb", "oblique") && (strings.HasSuffix(last, "n") || last == "sind") && !g.is(last, "born") && last != "bin"
}

// germanSubject returns where the last word of a subject stands, -1 for none.
func (g grammar) germanSubject(ws []token) int {
	governed, oblique := false, false
	for k, t := range ws[:len(ws)-1] {
		w := t.low
		switch {
		case g.is(w, "openers") && k > 0:
			return -1
		case g.is(w, "prepositions") && !t.noun():
			governed = true
		case g.is(w, "oblique"):
			oblique = true
		case t.noun():
			if !governed && !oblique {
				return k
			}
			governed, oblique = false, false
		case g.is(w, "singular") && !governed && w != "dort" && (w != "das" || !g.germanNounFollows(ws, k)) && (!g.is(w, "articles") || k+1 == len(ws)-1 || !g.germanNounFollows(ws, k)):
			return k
		case w == "es" || w == "man":
			return k
		}
	}
	return -1
}

func (g grammar) germanNounFollows(ws []token, k int) bool {
	for _, t := range ws[k+1 : min(k+4, len(ws))] {
		if t.noun() {
			return true
		}
		if g.is(t.low, "adverbs", "prepositions") {
			return false
		}
	}
	return false
}

// germanWork reports whether words end "wie ich …": what the user did, the verb last.
func (g grammar) germanWork(ws []token) bool {
	for _, part := range g.segments(ws, "als", "und") {
		if g.germanWorkAlone(part) && (len(part) == len(ws) || g.germanRest(ws[len(part):])) {
			return true
		}
	}
	return false
}

func (g grammar) germanWorkAlone(ws []token) bool {
	n := len(ws)
	if n < 2 || !g.germanEarly(ws) {
		return false
	}
	first, last := ws[0], ws[n-1]
	if last.noun() || first.low == "wir" || first.low == "er" || first.low == "man" || first.low == "ich" || first.low == "du" || first.low == "der" || !first.noun() && g.germanIch(first) && !g.is(first.low, "adverbs", "prepositions", "articles", "oblique") && !strings.HasSuffix(first.low, "te") {
		return false
	}
	before := ws[n-2]
	switch w := last.low; {
	case w == "habe":
		return !before.noun() && (hasEnding(before.low, []string{"t", "en", "rn", "ln", "an"})) && !g.is(before.low, "not-verb", "adverbs", "prepositions", "oblique")
	case w == "bin":
		return g.is(before.low, "born") || !before.noun() && germanParticiple(g, before.low) && n > 2
	case w == "konnte" || w == "musste" || w == "durfte" || w == "wollte" || w == "sollte":
		return !before.noun() && hasEnding(before.low, []string{"en", "eln", "ern", "un"})
	case w == "wurde":
		return !g.is(before.low, "prepositions", "articles", "oblique")
	case w == "war" || w == "hatte":
		return !g.is(before.low, "prepositions", "articles", "oblique")
	case g.is(w, "past"), g.germanSplit(w):
		return true
	default:
		return len([]rune(w)) > 5 && strings.HasSuffix(w, "te") && !g.is(w, "not-verb", "articles", "adverbs")
	}
}

// germanSplit reports whether a word is a past with what was parted from it: "aufbaute",
// "umzog".
func (g grammar) germanSplit(w string) bool {
	for pre := range g["separable"] {
		if rest, ok := strings.CutPrefix(w, pre); ok && g.is(rest, "past") {
			return true
		}
	}
	return false
}

// germanSecond reports whether a phrase has a verb in the second place, as a sentence of
// its own has.
func (g grammar) germanSecond(ws []token) bool {
	var words []string
	for _, t := range ws {
		words = append(words, t.word)
	}
	if len(words) > 2 && germanDoes(words) {
		return false
	}
	for k, t := range ws {
		if k > 0 && (ws[k-1].stop || g.is(t.low, "openers")) {
			return false
		}
		if k > 0 && !t.noun() && (g.is(t.low, "early") || ws[k-1].noun() && !g.is(t.low, "prepositions", "adverbs", "articles", "oblique", "relatives") && (g.is(t.low, "third") || hasEnding(t.low, []string{"en", "t", "te", "ern", "eln"}) && !g.is(t.low, "not-verb"))) {
			return true
		}
	}
	return false
}

func indexOf(ws []token, word string) int {
	for i, t := range ws {
		if t.low == word {
			return i
		}
	}
	return -1
}
