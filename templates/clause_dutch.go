package templates

import (
	"slices"
	"strings"
	"sync"
)

// dutchForms are the verbs that are known, in the forms of the present and the weak past.
var dutchForms = sync.OnceValue(func() (forms struct{ one, third, past map[string]bool }) {
	forms.one, forms.third, forms.past = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for verb := range grammarOf["nl"]()["verbs"] {
		for _, stem := range dutchStems(verb) {
			forms.one[stem] = true
			if strings.HasSuffix(stem, "t") {
				forms.third[stem] = true
			} else {
				forms.third[stem+"t"] = true
			}
		}
	}
	for verb := range grammarOf["nl"]()["verbs"] {
		for _, stem := range dutchStems(verb) {
			ending := "de"
			if hasEnding(strings.TrimSuffix(verb, "en"), []string{"t", "k", "f", "s", "ch", "p"}) {
				ending = "te"
			}
			forms.past[stem+ending], forms.past[stem+ending+"n"] = true, true
		}
	}
	for _, w := range strings.Fields("doe ga sta zie ben heb kan wil moet mag zal weet") {
		forms.one[w] = true
	}
	for _, w := range strings.Fields("doet gaat staat ziet is heeft kan wil moet mag zal weet was had werd wordt") {
		forms.third[w] = true
	}
	return forms
})

// dutchStems are the stems that an infinitive may have: "maak", "werk", "leef", "lees".
func dutchStems(verb string) []string {
	stem := strings.TrimSuffix(verb, "en")
	n := len(stem)
	if n < 2 {
		return nil
	}
	vowel := func(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
	var all []string
	add := func(s string) {
		switch {
		case strings.HasSuffix(s, "v"):
			s = s[:len(s)-1] + "f"
		case strings.HasSuffix(s, "z"):
			s = s[:len(s)-1] + "s"
		}
		all = append(all, s)
	}
	switch {
	case stem[n-1] == stem[n-2] && !vowel(stem[n-1]):
		add(stem[:n-1])
	case !vowel(stem[n-1]) && vowel(stem[n-2]) && stem[n-2] != 'i' && (n < 3 || !vowel(stem[n-3])):
		add(stem[:n-1] + stem[n-2:n-1] + stem[n-1:])
		if stem[n-2] == 'e' {
			add(stem)
		}
	default:
		add(stem)
	}
	return all
}

// dutchVerb reports whether a word is a verb with its person: of the first, of another,
// or of several.
func (g grammar) dutchVerb(w, person string) bool {
	forms := dutchForms()
	known := func(w string) bool {
		switch {
		case g.is(w, "past"), forms.past[w] && !g.is(w, "not-past"):
			return person == "many" || !strings.HasSuffix(w, "en")
		case person == "many":
			return g.is(w, "verbs") && strings.HasSuffix(w, "n")
		case person == "first":
			return forms.one[w]
		}
		return forms.third[w]
	}
	if known(w) {
		return true
	}
	if dutchPast(g, w) && person != "many" {
		return true
	}
	for pre := range g["separable"] {
		if rest, ok := strings.CutPrefix(w, pre); ok && (known(rest) || dutchPast(g, rest)) {
			return true
		}
	}
	for _, pre := range []string{"be", "ver", "ont", "her", "ge"} {
		if rest, ok := strings.CutPrefix(w, pre); ok && known(rest) && person != "" {
			return true
		}
	}
	return false
}

func dutchPast(g grammar, w string) bool {
	return len(w) > 4 && hasEnding(w, []string{"de", "te"}) && !hasEnding(w, []string{"ste", "eerde", "heid", "iteite", "kte", "ende"}) && !g.is(w, "not-past", "determiners") || len(w) > 6 && hasEnding(w, []string{"eerde", "rkte", "akte", "okte", "ukte", "iekte", "eekte", "eidde", "stte"})
}

func dutchParticiple(w string) bool {
	if len(w) < 5 {
		return false
	}
	if strings.HasPrefix(w, "ge") || strings.HasPrefix(w, "ver") || strings.HasPrefix(w, "be") || strings.HasPrefix(w, "ont") || strings.HasPrefix(w, "her") {
		return hasEnding(w, []string{"d", "t", "en", "aan"})
	}
	return strings.Contains(w[2:], "ge") && hasEnding(w, []string{"d", "t", "en", "aan"})
}

// dutchCluster returns where the verbs begin with which a clause ends, and the one that
// has its person; -1 for none.
func (g grammar) dutchCluster(ws []token, person string) int {
	n := len(ws)
	last := ws[n-1].low
	fit := func(w string) bool {
		switch person {
		case "first":
			return !strings.HasSuffix(w, "en") && w != "is" && w != "heeft" && w != "gaat" && w != "komt" && w != "zijn" && w != "wordt"
		case "many":
			return hasEnding(w, []string{"en", "n"}) && w != "ben"
		}
		return w != "ben" && w != "heb" && w != "ga" && w != "zijn" && !strings.HasSuffix(w, "en") && w != "word" && w != "hoef"
	}
	infinitive := func(w string) bool {
		return (hasEnding(w, []string{"en"}) || w == "doen" || w == "gaan" || w == "staan" || w == "zien") && !g.is(w, "not-verb", "determiners", "prepositions", "adverbs")
	}
	switch {
	case n > 1 && g.is(ws[n-2].low, "have") && fit(ws[n-2].low) && dutchParticiple(last):
		return n - 2
	case n > 2 && g.is(ws[n-3].low, "auxiliaries") && fit(ws[n-3].low) && (infinitive(ws[n-2].low) || ws[n-2].low == "te") && infinitive(last):
		return n - 3
	case n > 1 && g.is(ws[n-2].low, "auxiliaries") && !g.is(ws[n-2].low, "have") && fit(ws[n-2].low) && infinitive(last):
		return n - 2
	case g.is(last, "auxiliaries") && fit(last):
		if n > 1 && (dutchParticiple(ws[n-2].low) || infinitive(ws[n-2].low)) {
			return n - 2
		}
		return n - 1
	case g.dutchVerb(last, person):
		return n - 1
	}
	return -1
}

// dutchReason reports whether words end "omdat …": a clause with its subject, the verbs
// last.
func (g grammar) dutchReason(ws []token) bool {
	for _, part := range g.segments(ws, append(prepositionsOf(g), "en", "maar", "dan")...) {
		if len(part) < 2 || !g.dutchReasonAlone(part) {
			continue
		}
		rest := ws[len(part):]
		if len(rest) == 0 || len(part) > 2 && len(rest) > 1 && g.is(rest[0].low, "prepositions") && g.dutchApart(part) || g.is(rest[0].low, "openers", "subjects") && len(rest) > 2 || rest[0].low == "dan" && len(rest) > 1 {
			return true
		}
		if (rest[0].low == "en" || rest[0].low == "maar") && len(rest) > 2 {
			for _, person := range []string{"first", "", "many"} {
				if g.dutchCluster(rest, person) > 0 {
					return true
				}
			}
		}
	}
	return false
}

func (g grammar) dutchReasonAlone(ws []token) bool {
	subject, person := -1, ""
	first := ws[0].low
	switch {
	case g.is(first, "subjects") && !(g.is(first, "determiners") && g.dutchNounAfter(ws)):
		subject = 0
	case g.is(first, "determiners"):
		subject = 1
		for subject < len(ws)-2 && hasEnding(ws[subject].low, []string{"e"}) && !g.is(ws[subject+1].low, "prepositions", "adverbs") && !g.is(ws[subject+1].low, "auxiliaries") {
			subject++
		}
	case len(ws) > 3 && (dutchBare[first] != "" || dutchPlain[first]):
		subject = 1 // "schoon water"
	case g.is(first, "prepositions", "adverbs"):
		for k := 1; k < len(ws)-1 && k < 6; k++ {
			if g.is(ws[k].low, "subjects") && !g.is(ws[k].low, "determiners") || ws[k].low == "je" {
				subject = k
				break
			}
		}
	case strings.HasSuffix(first, "en") && !g.is(first, "verbs", "auxiliaries", "prepositions", "adverbs") && (!g.is(first, "not-verb") || first == "mensen" || first == "kinderen" || first == "dingen" || first == "cijfers"):
		subject, person = 0, "many"
	case len(ws) > 3 && strings.HasSuffix(first, "e") && hasEnding(ws[1].low, []string{"en", "s"}) && !g.is(ws[1].low, "verbs", "auxiliaries", "adverbs", "prepositions"):
		subject, person = 1, "many" // "goede roosters"
	}
	if subject < 0 || subject >= len(ws)-1 {
		return false
	}
	switch s := ws[subject].low; {
	case s == "ik":
		person = "first"
	case s == "er" || s == "ze" || s == "zij":
		for _, person := range []string{"", "many"} {
			if at := g.dutchCluster(ws, person); at > subject && g.dutchFree(ws[subject+1:at], person) {
				return true
			}
		}
		return false
	case g.is(s, "plural") || first == "alle" || first == "veel" || subject > 0 && hasEnding(s, []string{"en", "s"}) && !g.is(first, "prepositions", "adverbs") && first != "het" && first != "een" && first != "elke" && g.is(first, "determiners"):
		person = "many"
	case s == "u" || s == "je" || s == "jij":
		person = ""
	}
	at := g.dutchCluster(ws, person)
	if at < 0 && person == "many" && subject > 0 {
		at = g.dutchCluster(ws, "")
	}
	if last := ws[len(ws)-1].low; subject == 0 && !g.is(first, "subjects") && at == len(ws)-1 && g.is(last, "verbs") && !g.is(last, "auxiliaries") && !slices.ContainsFunc(ws, func(t token) bool { return often[t.low] }) {
		return false // "boten repareren"
	}
	return at > subject && g.dutchFree(ws[subject+1:at], person)
}

// dutchNounAfter reports whether the second word may be the noun of a determiner.
func (g grammar) dutchNounAfter(ws []token) bool {
	w := ws[1].low
	first := ws[0].low
	if first == "je" || first == "het" || first == "dat" || first == "dit" {
		return !g.is(w, "adverbs", "prepositions", "determiners", "auxiliaries", "past", "not-final") && !g.dutchVerb(w, "") && !(w == "precies")
	}
	return true
}

// dutchFree reports whether no verb of the subject's person stands where a main clause has it.
func (g grammar) dutchFree(between []token, person string) bool {
	for k, t := range between {
		if g.is(t.low, "auxiliaries") && t.low != "zijn" && t.low != "laten" || g.is(t.low, "openers") && t.low != "om" && t.low != "hoe" && (k > 0 || t.low != "als") {
			return false
		}
		if k == 0 && g.dutchVerb(t.low, person) && !g.is(t.low, "not-verb", "adverbs", "prepositions", "determiners") {
			return false
		}
	}
	return true
}

// dutchWork reports whether words end "toen ik …": what the user did, the verbs last.
func (g grammar) dutchWork(ws []token) bool {
	for _, part := range g.segments(ws, append(prepositionsOf(g), "en")...) {
		if len(part) > 1 && g.dutchWorkAlone(part) {
			rest := ws[len(part):]
			if len(rest) == 0 || len(rest) > 1 && g.is(rest[0].low, "prepositions") || len(rest) > 2 && (g.is(rest[0].low, "openers") || g.dutchCluster(rest, "first") > 0) {
				return true
			}
		}
	}
	return false
}

func (g grammar) dutchWorkAlone(ws []token) bool {
	n := len(ws)
	first, last := ws[0].low, ws[n-1].low
	if g.is(first, "subjects") && !g.is(first, "determiners") && first != "er" && first != "daar" || first == "wij" {
		return false
	}
	at := g.dutchCluster(ws, "first")
	if at < 1 || !g.dutchFree(ws[:at], "first") {
		return false
	}
	if (last == "heb" || last == "ben") && at == n-1 {
		return false // "drie kinderen heb"
	}
	for _, t := range ws[at:] {
		if g.is(t.low, "own", "past") || dutchPast(g, t.low) || dutchForms().past[t.low] && !g.is(t.low, "not-past") || g.dutchPastSplit(t.low) {
			return true
		}
	}
	return g.is(last, "own")
}

func (g grammar) dutchPastSplit(w string) bool {
	for pre := range g["separable"] {
		if rest, ok := strings.CutPrefix(w, pre); ok && (g.is(rest, "past", "own") || dutchPast(g, rest)) {
			return true
		}
	}
	return false
}

// dutchSecond reports whether a phrase has a verb in the second place, as a sentence of
// its own has.
func (g grammar) dutchSecond(ws []token) bool {
	for k, t := range ws {
		if k > 0 && (ws[k-1].stop || g.is(t.low, "openers", "prepositions")) || k > 3 {
			return false
		}
		if k == 2 && g.is(ws[0].low, "determiners") && ws[0].low != "een" && ws[0].low != "het" && ws[0].low != "elke" && hasEnding(ws[1].low, []string{"en", "s"}) && strings.HasSuffix(t.low, "en") && !g.is(t.low, "determiners", "adverbs", "not-verb") && t.low != "en" {
			return true // "de boten varen"
		}
		if k > 0 && g.is(t.low, "auxiliaries") && k < len(ws)-1 {
			return t.low != "zijn" || !g.is(ws[k-1].low, "prepositions")
		}
	}
	return false
}

func prepositionsOf(g grammar) (all []string) {
	for w := range g["prepositions"] {
		all = append(all, w)
	}
	return all
}

// dutchApart reports whether words stand between the subject and the verbs: those of a main
// clause follow it at once.
func (g grammar) dutchApart(ws []token) bool {
	at := len(ws) - 1
	for at > 0 && (g.is(ws[at-1].low, "auxiliaries") || dutchParticiple(ws[at-1].low)) {
		at--
	}
	before := ws[at-1].low
	return at > 2 || at == 2 && g.is(ws[0].low, "subjects") && !g.is(ws[0].low, "determiners") && !g.is(before, "subjects")
}

// dutchPlain are adjectives as they stand before a noun with "het" that has no article.
var dutchPlain = wordSet(`goed schoon vers zuiver warm koud rustig veilig eerlijk duidelijk`)

// often are words that say how often something is so: they stand in a clause, and in no
// thing to be done.
var often = wordSet(`niet nooit zelden vaak altijd soms meestal pas anders telkens`)
