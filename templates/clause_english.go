package templates

import "strings"

// englishReason reports whether words end "because …": "of" with a noun, or a clause.
func (g grammar) englishReason(ws []token) bool {
	if ws[0].low == "of" {
		return len(ws) > 2 && g.is(ws[1].low, "determiners") && g.englishVerbs(ws[1:], 1) == 0 && !g.is(ws[len(ws)-1].low, "hanging")
	}
	if g.is(ws[len(ws)-1].low, "hanging") {
		return false
	}
	if g.englishClause(ws) {
		return true
	}
	i := g.skip(ws, 0, "openings")
	if g.is(ws[0].low, "prepositions") || i > 0 {
		// "in my last job I …": the verb is that of the first pronoun.
		for k := i; k < len(ws) && k < 10; k++ {
			if k > 0 && (ws[k].low == "i" || g.is(ws[k].low, "plural") && !g.is(ws[k].low, "determiners")) || k > 0 && g.is(ws[k].low, "singular") && !g.is(ws[k].low, "determiners") {
				return g.englishAfterPronoun(ws, k)
			}
			if i > 0 && k == i && !g.is(ws[k].low, "prepositions") {
				return g.englishClause(ws[k:])
			}
		}
		return false
	}
	return false
}

// englishClause reports whether words begin with a subject that has its verb.
func (g grammar) englishClause(ws []token) bool {
	if len(ws) < 2 {
		return false
	}
	first := ws[0].low
	if head, tail, ok := strings.Cut(first, "'"); ok && (head == "i" || g.is(head, "pronouns")) {
		return len(ws) > 1 && (tail == "m" || tail == "s" || tail == "re" || tail == "ve" || tail == "d" || tail == "ll") && !g.is(ws[1].low, "conjunctions")
	}
	if g.is(first, "pronouns") {
		if g.englishAfterPronoun(ws, 0) {
			return true
		}
		if !g.is(first, "determiners") {
			return g.is(first, "singular") && len(ws) > 2 && g.is(ws[1].low, "prepositions", "adverbs") && g.englishVerbs(ws, 2) > 0
		}
	}
	if first == "to" || g.is(first, "adverbs", "conjunctions", "auxiliaries", "past", "surely-past", "openers") && !g.is(first, "determiners") || g.is(first, "verbs") && !g.is(first, "noun-verbs") ||
		g.is(first, "noun-verbs") && len(ws) > 1 && (g.is(ws[1].low, "determiners", "prepositions") || strings.HasSuffix(ws[1].low, "ing")) {
		return false
	}
	return g.englishVerbs(ws, 2) > 0
}

// englishAfterPronoun reports whether the pronoun at i is followed by its verb.
func (g grammar) englishAfterPronoun(ws []token, i int) bool {
	p := ws[i].low
	k := g.skip(ws, i+1, "adverbs")
	if k < len(ws) && strings.HasSuffix(ws[k].low, "ly") {
		k++
	}
	if k >= len(ws) {
		return false
	}
	w := ws[k].low
	last := k == len(ws)-1
	switch {
	case g.is(w, "determiners", "prepositions", "conjunctions", "pronouns", "openers") && w != "like", strings.HasSuffix(w, "ing") && !g.is(w, "verbs", "past"), g.is(w, "not-past") && !g.is(w, "verbs"):
		return false
	case p == "i" && g.is(w, "i-auxiliaries"), g.is(p, "singular") && g.is(w, "singular-auxiliaries"), g.is(p, "plural") && g.is(w, "plural-auxiliaries"), p == "there" && g.is(w, "auxiliaries"):
		return !last
	case g.is(w, "auxiliaries"):
		return false
	case g.is(w, "past", "surely-past"), strings.HasSuffix(w, "ed"):
		return g.englishObject(ws, k)
	case p == "there":
		return false
	case g.is(p, "singular") && !g.is(p, "determiners"):
		return g.englishThird(w) && g.englishObject(ws, k)
	case g.is(p, "singular"):
		return g.englishThird(w) && !g.is(strings.TrimSuffix(w, "s"), "noun-verbs") && g.englishObject(ws, k)
	case g.is(p, "determiners"): // "most learn", and "some work"
		return g.is(w, "verbs") && !g.is(w, "noun-verbs") && g.englishObject(ws, k)
	}
	return (g.is(w, "verbs") || !strings.HasSuffix(w, "s") && !hasEnding(w, []string{"tion", "ness", "ment", "ity", "ive", "ful", "al", "ous", "er"}) && w == ws[k].word && !last) && g.englishObject(ws, k)
}

// englishThird reports whether a word is a verb of the third person.
func (g grammar) englishThird(w string) bool {
	stem, ok := strings.CutSuffix(w, "s")
	if !ok {
		return false
	}
	es := strings.TrimSuffix(stem, "e")
	return g.is(stem, "verbs") || g.is(es, "verbs") || strings.HasSuffix(es, "i") && g.is(es[:len(es)-1]+"y", "verbs")
}

// englishObject reports whether what follows a verb is no noun that lacks its article:
// "led team of five".
func (g grammar) englishObject(ws []token, verb int) bool {
	var rest []string
	if g.is(ws[verb].low, "be", "causing") || ws[verb].low == "became" {
		return true
	}
	for k := verb + 1; k < len(ws); k++ {
		w := ws[k].low
		if k == verb+1 && (g.is(w, "determiners", "prepositions", "pronouns", "openers", "adverbs", "conjunctions", "auxiliaries") || isNumber(w) || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") || w == "me" || w == "us" || w == "him" || w == "them" || w == "out" || w == "up" || w == "down" || w == "enough" || w == "home" || w == "how" || ws[k].noun()) {
			return true
		}
		if g.is(w, "openers", "pronouns", "determiners", "conjunctions") {
			break
		}
		rest = append(rest, w)
		if ws[k].stop {
			break
		}
	}
	if len(rest) == 0 {
		return true
	}
	if len(rest) == 1 && (hasEnding(rest[0], []string{"er", "ful", "able", "ible", "ed", "where"}) && (strings.HasPrefix(ws[verb].low, "fe") || strings.HasPrefix(ws[verb].low, "g"))) {
		return true
	}
	return !takesArticle(rest)
}

// englishVerbs counts the verbs of a phrase beyond those of the clauses in it, from the
// word at least on. sure is 2 where it must be a verb, and 1 where it may be one.
func (g grammar) englishVerbs(ws []token, sure int) int {
	verbs, openers, early := 0, 0, 0
	for k, t := range ws {
		w := t.low
		prev := ""
		if k > 0 {
			prev = ws[k-1].low
		}
		afterNoun := k > 0 && !g.is(prev, "determiners", "prepositions", "conjunctions", "openers") && !strings.HasSuffix(prev, "'s")
		switch {
		case k == 0 && !g.is(w, "openers"), k == 0 && g.is(w, "determiners"):
			continue
		case g.is(w, "openers") && !(w == "that" && k == 0), k > 1 && (w == "before" || w == "after"):
			openers++
			continue
		case k > 0 && (w == "i" || g.is(w, "plural", "singular") && !g.is(w, "determiners") && w != "one" && w != "people" && w != "others") && afterNoun && !ws[k-1].stop && !g.englishVerb(prev):
			openers++ // "the way you work"
			continue
		case k > 1 && (w == "your" || w == "our" || w == "my" || w == "the" || w == "a") && afterNoun && !ws[k-1].stop && !g.englishVerb(prev) && !g.is(prev, "adverbs", "verbs", "pronouns") && !hasEnding(prev, []string{"ing", "ed", "ly"}) && !g.englishThird(prev):
			openers++ // "the way your teams work"
			continue
		case g.is(prev, "determiners") && !g.is(prev, "pronouns") || prev == "to" || g.is(prev, "auxiliaries") || g.is(prev, "adverbs") && k > 1 && g.is(ws[k-2].low, "auxiliaries"):
			continue
		}
		if g.englishFinite(ws, k) >= sure {
			verbs++
			if openers == 0 {
				early++
			}
		}
	}
	return max(verbs-openers, early)
}

func (g grammar) englishVerb(w string) bool {
	return g.is(w, "auxiliaries", "surely-past", "past") || g.is(w, "verbs") && !g.is(w, "noun-verbs")
}

// englishFinite says how surely the word at k is a verb with its person: 2, 1 or 0.
func (g grammar) englishFinite(ws []token, k int) int {
	w, prev := ws[k].low, ws[k-1].low
	next, atEnd := "", k == len(ws)-1
	if !atEnd {
		next = ws[k+1].low
	}
	closed := atEnd || ws[k].stop || g.is(next, "determiners", "prepositions", "pronouns", "adverbs", "openers") || next == "me" || next == "us" || next == "them" || next == "up" || next == "out"
	pronoun := prev == "i" || g.is(prev, "pronouns") && !g.is(prev, "determiners")
	noun := !g.is(prev, "prepositions", "conjunctions", "openers", "adverbs") && !g.is(prev, "determiners")
	opened := g.is(prev, "openers")
	object := g.is(next, "determiners") || next == "me" || next == "us" || next == "them" || next == "you" || next == "it"
	// "downtime there costs patients": an adverb parts a subject from its verb.
	subject := ""
	for j := k - 1; j >= 0 && !ws[j].stop; j-- {
		if subject = ws[j].low; !g.is(subject, "adverbs") && !(strings.HasSuffix(subject, "ly") && j > 0) {
			break
		}
	}
	parted := subject != prev && !g.is(subject, "adverbs", "determiners", "prepositions", "conjunctions", "openers", "auxiliaries") && !(g.is(subject, "verbs") && !g.is(subject, "noun-verbs")) && !strings.HasSuffix(subject, "ing")
	many := strings.HasSuffix(subject, "s") && !strings.HasSuffix(subject, "ss") || g.is(subject, "kinds-of-people")
	switch {
	case parted && !many && g.englishThird(w), parted && many && g.is(w, "verbs"):
		return 2
	case g.is(w, "auxiliaries"), strings.HasSuffix(w, "n't"):
		if g.is(prev, "prepositions") && w != "is" && w != "was" && w != "are" {
			return 0
		}
		return 2
	case g.is(w, "surely-past"):
		return 2
	case pronoun && (g.is(w, "verbs", "past") || g.englishThird(w) || strings.HasSuffix(w, "ed") && !g.is(w, "not-past")), opened && (g.is(w, "past") || g.is(w, "verbs") && !g.is(w, "noun-verbs") || g.englishThird(w) || strings.HasSuffix(w, "ed") && !g.is(w, "not-past")):
		return 2
	case !noun && !g.is(prev, "adverbs"):
		return 0
	case g.is(w, "past") || strings.HasSuffix(w, "ed") && !g.is(w, "not-past"):
		switch {
		case w == "read" || w == "set" || w == "cost" || w == "cut" || w == "found" || w == "felt" || w == "ground" || w == "meant" && !closed || w == "spread" || w == "split":
			return 0
		case g.is(prev, "kin") || g.is(w, "intransitive") || object:
			return 2
		case atEnd && strings.HasSuffix(w, "ed"):
			return 1
		}
		return 0
	case g.englishThird(w) && !strings.HasSuffix(prev, "s"):
		if g.is(strings.TrimSuffix(w, "s"), "noun-verbs") {
			if closed && !atEnd && !g.is(next, "prepositions") || g.is(prev, "kin") {
				return 2
			}
			return 0
		}
		return 2
	case (strings.HasSuffix(prev, "s") && !strings.HasSuffix(prev, "ss") || g.is(prev, "kinds-of-people")) && g.is(w, "verbs"):
		if !g.is(w, "noun-verbs") && closed || object {
			return 2
		}
		return 0
	}
	return 0
}

// englishWork reports whether words end "when I …": what the user did, in the past.
func (g grammar) englishWork(ws []token) bool {
	k := g.skip(ws, 0, "adverbs")
	if k < len(ws) && strings.HasSuffix(ws[k].low, "ly") {
		k++
	}
	if k >= len(ws)-1 {
		return false
	}
	w := ws[k].low
	next := ws[k+1].low
	switch {
	case g.is(w, "not-past") || g.is(w, "auxiliaries") && w != "was" && w != "had" && w != "did" && w != "could" || w == "were", ws[k].noun(), g.is(ws[len(ws)-1].low, "hanging"):
		return false
	case w == "used":
		return next == "to" && len(ws) > k+2 || g.is(next, "determiners")
	case w == "had" && (next == "worked" || g.is(next, "past")):
		return len(ws) > k+2
	case w == "was":
		return !takesRole(g, ws[k+1:])
	case g.is(w, "past", "surely-past"), strings.HasSuffix(w, "ed") && len(w) > 3:
		return g.englishObject(ws, k) && g.englishVerbs(ws[k:], 2) == 0
	}
	return false
}

// takesRole reports whether words after "was" are a noun without its article: "nurse on a
// ward".
func takesRole(g grammar, ws []token) bool {
	w := ws[0].low
	if g.is(w, "determiners", "prepositions", "adverbs") || hasEnding(w, []string{"ing", "ed", "able", "ible", "ful", "ive"}) || isNumber(w) || w == "head" || w == "new" || w == "part" || w == "asked" || w == "given" {
		return false
	}
	return true
}
