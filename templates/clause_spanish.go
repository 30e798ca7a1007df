package templates

import "strings"

// spanishReason reports whether words end "porque …": a clause with a verb, its subject
// or none before it.
func (g grammar) spanishReason(ws []token) bool {
	if n := len(ws) - 1; g.is(ws[n].low, "hanging") && !(n > 0 && ws[n-1].low == "se") {
		return false
	}
	if spanishInfinitive(ws[0].low) && !g.is(ws[0].low, "sure") || strings.HasSuffix(ws[0].low, "ndo") && !g.is(ws[0].low, "sure") {
		return g.spanishVerbs(ws) > 0 && g.is(ws[0].low, "determiners")
	}
	return g.spanishVerbs(ws) > 0
}

// spanishFinite reports whether the word at k is surely a verb with its person.
func (g grammar) spanishFinite(ws []token, k int) bool {
	w, prev := ws[k].low, ""
	if k > 0 {
		prev = ws[k-1].low
	}
	clitic := prev == "me" || prev == "te" || prev == "se" || prev == "nos" || prev == "no" || prev == "le" || prev == "les" || prev == "lo" && k > 0
	switch {
	case ws[k].noun() && k > 0, g.is(w, "determiners") && !(clitic && g.is(w, "sure")):
		return false
	case (g.is(prev, "determiners") || g.is(prev, "prepositions")) && !g.is(prev, "pronouns", "clitics"), prev == "la" || prev == "el" || prev == "los" || prev == "las":
		return false
	case clitic:
		return !spanishInfinitive(w) && !g.is(w, "prepositions", "openers", "adverbs", "clitics") && hasEnding(w, []string{"a", "e", "o", "n", "é", "ó", "í", "s"})
	case g.is(prev, "kin") && k < len(ws)-1 && hasEnding(w, []string{"a", "e", "an", "en"}) && !g.is(w, "prepositions", "openers", "adverbs", "determiners"):
		return true
	case g.is(w, "homographs"):
		return prev == "yo" || g.is(prev, "openers") || k == 0 && len(ws) > 1 && (w == "creo" || w == "valoro" || w == "ayuda" && ws[1].low == "a") || k > 1 && g.is(ws[k-2].low, "determiners") && k < len(ws)-1 && g.is(ws[k+1].low, "determiners", "prepositions", "adverbs", "openers") || g.is(prev, "adverbs") && (k == 1 || k < len(ws)-1)
	case g.is(w, "sure", "past"):
		return true
	case hasEnding(w, []string{"aron", "ieron", "aban", "ábamos", "íamos"}) && len(w) > 5:
		return true
	case hasEnding(w, []string{"aba"}) && len(w) > 5:
		return true
	case hasEnding(w, []string{"ó"}) && len([]rune(w)) > 3, strings.HasSuffix(w, "é") && len([]rune(w)) > 4 && !g.is(w, "not-past"), strings.HasSuffix(w, "í") && len([]rune(w)) > 3 && !g.is(w, "not-past"):
		return true
	case hasEnding(w, []string{"ía", "ían"}) && len([]rune(w)) > 4:
		return !g.is(strings.TrimSuffix(w, "n"), "ia-nouns") && !strings.HasSuffix(w, "ería")
	}
	return false
}

// spanishVerbs counts the verbs of a phrase beyond those of the clauses in it.
func (g grammar) spanishVerbs(ws []token) int {
	verbs, openers, early := 0, 0, 0
	for k, t := range ws {
		if g.is(t.low, "openers") {
			openers++
			continue
		}
		if k > 0 && g.is(ws[k-1].low, "sure", "past") && !g.is(ws[k-1].low, "homographs") && !ws[k-1].stop && k > 0 && ws[k-1].low != t.low && !g.is(t.low, "sure", "past") {
			continue
		}
		if g.spanishFinite(ws, k) {
			verbs++
			if openers == 0 {
				early++
			}
		}
	}
	return max(verbs-openers, early)
}

// spanishWork reports whether words end "cuando …": what the user did, in the past.
func (g grammar) spanishWork(ws []token) bool {
	k := 0
	if ws[0].low == "yo" {
		k = 1
	}
	if g.is(ws[k].low, "prepositions") || ws[k].low == "como" {
		// "en Lugo llevé …"
		for i := k + 1; i < len(ws)-1 && i < k+6; i++ {
			if g.spanishPast(ws[i].low) && !g.is(ws[i-1].low, "determiners", "prepositions") {
				return g.spanishEnds(ws)
			}
		}
		return false
	}
	k = g.skip(ws, k, "adverbs", "clitics")
	if k >= len(ws) || k == len(ws)-1 && k == 0 {
		return false
	}
	return g.spanishPast(ws[k].low) && g.spanishEnds(ws)
}

func (g grammar) spanishEnds(ws []token) bool {
	return !g.is(ws[len(ws)-1].low, "hanging")
}

// spanishPast reports whether a word is a verb of the first person in the past.
func (g grammar) spanishPast(w string) bool {
	switch {
	case g.is(w, "past"):
		return true
	case g.is(w, "not-past", "ia-nouns"):
		return false
	case hasEnding(w, []string{"aré", "eré", "iré"}):
		return g.is(w, "future-like")
	case hasEnding(w, []string{"é", "í"}):
		return len([]rune(w)) > 3
	case hasEnding(w, []string{"aba", "ábamos", "íamos", "amos", "imos"}):
		return len([]rune(w)) > 4 && w != "estamos" && w != "vamos" && w != "damos" && w != "somos" && w != "decimos"
	case strings.HasSuffix(w, "ía"):
		return len([]rune(w)) > 3 && !strings.HasSuffix(w, "ería") && !strings.HasSuffix(w, "logía") && !strings.HasSuffix(w, "grafía") || w == "quería"
	}
	return false
}
