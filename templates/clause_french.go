package templates

import "strings"

// frenchTokens parts what is elided from its word: "j'ai" is "j'" and "ai".
func frenchTokens(ws []token) (all []token) {
	for _, t := range ws {
		for {
			i := strings.IndexByte(t.low, '\'')
			if i < 0 || i == len(t.low)-1 || strings.HasPrefix(t.low, "aujourd") || strings.HasPrefix(t.low, "d'abord") {
				break
			}
			all = append(all, token{word: t.word[:i+1], low: t.low[:i+1]})
			t.word, t.low = t.word[i+1:], t.low[i+1:]
		}
		all = append(all, t)
	}
	return all
}

// frenchReason reports whether words end "parce que …": a clause with its subject and its
// verb.
func (g grammar) frenchReason(raw []token) bool {
	ws := frenchTokens(raw)
	if g.is(ws[len(ws)-1].low, "hanging") {
		return false
	}
	i := 0
	if g.is(ws[0].low, "prepositions", "openings") && !g.is(ws[0].low, "pronouns") {
		// "dans ce métier, on …"
		for k := 1; k < len(ws) && k < 9; k++ {
			if g.is(ws[k].low, "pronouns") && !g.is(ws[k].low, "clitics", "adverbs", "determiners") {
				i = k
				break
			}
		}
		if i == 0 {
			return false
		}
	}
	if g.is(ws[i].low, "pronouns") && !g.is(ws[i].low, "determiners") {
		k := g.frenchSkip(ws, i+1)
		return k < len(ws) && g.frenchPersonal(ws, i, k)
	}
	if i > 0 {
		return false
	}
	if frenchInfinitive(ws[0].low) && g.is(ws[0].low, "sure") {
		return false
	}
	return g.frenchVerbs(raw) > 0
}

// frenchSkip passes over what stands between a pronoun and its verb.
func (g grammar) frenchSkip(ws []token, i int) int {
	for i < len(ws)-1 && g.is(ws[i].low, "clitics") {
		i++
	}
	return i
}

// frenchPersonal reports whether the word at k is the verb of the pronoun at i.
func (g grammar) frenchPersonal(ws []token, i, k int) bool {
	w := ws[k].low
	if g.is(w, "determiners", "prepositions", "openers", "adverbs", "moved") && !g.is(w, "sure", "verbs") || ws[k].noun() || len(w) < 1 {
		return false
	}
	one := ws[i].low == "je" || ws[i].low == "j'"
	switch {
	case g.is(w, "sure"):
		switch w {
		case "ai", "suis":
			if !one {
				return false
			}
		case "est", "a", "sont", "ont", "va", "vont":
			if one {
				return false
			}
		}
		return k < len(ws)-1 || w != "a" && w != "ai" && w != "est" && w != "suis"
	case g.is(w, "verbs"), hasEnding(w, []string{"ais", "ait", "aient", "rai", "ra", "ront", "rons", "rez"}):
		return true
	case strings.HasSuffix(w, "er") || hasEnding(w, []string{"é", "ée", "és", "ir", "oir", "tion", "ment", "ant", "eur", "age"}), frenchInfinitive(w):
		return false
	case ws[i].low == "nous":
		return strings.HasSuffix(w, "ons")
	case ws[i].low == "vous":
		return hasEnding(w, []string{"ez", "tes"})
	case ws[i].low == "ils" || ws[i].low == "elles":
		return hasEnding(w, []string{"ent", "ont"})
	case one:
		return hasEnding(w, []string{"e", "s", "x"})
	}
	return hasEnding(w, []string{"e", "t", "d"})
}

// frenchVerbs counts the verbs of a phrase beyond those of the clauses in it.
func (g grammar) frenchVerbs(raw []token) int {
	ws := frenchTokens(raw)
	verbs, openers, early := 0, 0, 0
	for k, t := range ws {
		w := t.low
		if k == 0 {
			if g.is(w, "openers") {
				openers++
			}
			continue
		}
		prev := ws[k-1].low
		switch {
		case g.is(w, "openers") && !(w == "comme"):
			openers++
			continue
		case g.is(prev, "prepositions") && !(prev == "en" && k > 1 && (ws[k-2].low == "s'" || ws[k-2].low == "m'")) || g.is(prev, "determiners") && !g.is(prev, "clitics", "pronouns"):
			continue
		case t.noun():
			continue
		}
		many := hasEnding(prev, []string{"s", "x"})
		clitic := prev == "m'" || prev == "me" || prev == "se" || prev == "s'" || prev == "y" || prev == "ne" || prev == "n'" || prev == "j'" || prev == "je" || prev == "c'" || prev == "on" || prev == "il" || prev == "elle" || prev == "ils" || prev == "elles" || prev == "nous" || prev == "vous"
		article := !(w == "font" || w == "ont" || w == "sont" || w == "savent") && (prev == "le" || prev == "la" || prev == "les" || prev == "l'" || prev == "leur") && !clitic
		imperfect := hasEnding(w, []string{"ait", "aient"}) && !g.is(w, "not-imperfect") && len(w) > 4
		plural := many && strings.HasSuffix(w, "ent") && !strings.HasSuffix(w, "ment") && !g.is(w, "not-plural") && len(w) > 5
		// "chaque trajet évité compte": the last word, behind a noun that is described.
		described := k == len(ws)-1 && k > 2 && g.is(ws[k-3].low, "determiners") && hasEnding(prev, []string{"é", "ée", "és", "ées", "u", "ue", "us", "ues"}) && g.is(w, "verbs")
		found := false
		switch {
		case described:
			found = true
		case article && !(k > 1 && (ws[k-2].low == "qui" || ws[k-2].low == "on" || ws[k-2].low == "il")):
		case g.is(w, "sure") && !(w == "fait" && prev == "le") && w != "pris" && w != "vis" && w != "suis" && !(w == "reste" && !clitic && k == len(ws)-1), imperfect, plural, clitic && (g.is(w, "verbs") || hasEnding(w, []string{"ent", "ez", "ons", "e"}) && !strings.HasSuffix(w, "ment")):
			if g.is(w, "participles") && !clitic || k > 0 && g.is(prev, "sure") && prev != "fait" {
				continue
			}
			found = true
		case g.is(w, "verbs") && !g.is(prev, "openers") && (k == len(ws)-1 || g.is(ws[k+1].low, "determiners", "prepositions", "adverbs", "clitics")) && !g.is(w, "sure"):
			if w == "reste" || w == "garde" || w == "forme" || w == "marque" || w == "marche" || w == "demande" || w == "porte" || w == "pense" || w == "compte" || w == "change" || w == "rappelle" || w == "aide" || w == "veille" || w == "rêve" || w == "cherche" || w == "écoute" {
				if (k < 2 || !g.is(ws[k-2].low, "determiners")) && (k < 3 || !frenchJoins[ws[k-2].low] || !g.is(ws[k-3].low, "determiners")) {
					continue
				}
			}
			found = true
		case g.is(prev, "kin") && hasEnding(w, []string{"e", "ent", "t"}) && !g.is(w, "prepositions", "adverbs", "conjunctions") && w != "et" && k < len(ws)-1:
			found = true
		case g.is(prev, "openers") && (g.is(w, "verbs") || hasEnding(w, []string{"e", "ent", "t"})):
			found = true
		}
		if found {
			verbs++
		}
		if found && openers == 0 {
			early++
		}
	}
	return max(verbs-openers, early)
}

// frenchWork reports whether words end "le moment où …": what the user, or his team, did.
func (g grammar) frenchWork(raw []token) bool {
	ws := frenchTokens(raw)
	switch ws[0].low {
	case "je", "j'", "nous", "on":
	default:
		i := 0
		if g.is(ws[0].low, "prepositions", "openings") {
			for k := 1; k < len(ws)-1 && k < 9; k++ {
				if ws[k].low == "je" || ws[k].low == "j'" {
					i = k
				}
			}
		}
		if i == 0 {
			return false
		}
		ws = ws[i:]
	}
	k := g.frenchSkip(ws, 1)
	if k >= len(ws)-1 {
		return false
	}
	w := ws[k].low
	next := g.skip(ws, k+1, "adverbs")
	done := ""
	if next < len(ws) {
		done = ws[next].low
	}
	switch w {
	case "ai", "avons", "avais", "avions", "a":
		if w == "a" && ws[0].low != "on" {
			return false
		}
		if g.is(done, "participles") || hasEnding(done, []string{"é", "ée", "és", "ées"}) {
			return next < len(ws)-1 || done != "dû" && done != "pu"
		}
		return w == "avais" || w == "avions"
	case "suis", "sommes", "étais", "étions":
		return w[0] != 's' || g.is(done, "moved")
	}
	return hasEnding(w, []string{"ais", "ions", "ait"}) && len(w) > 4 && !g.is(w, "not-imperfect") && w != "fais" && w != "sais" && w != "vais" && w != "mais" && (w[len(w)-2:] != "it" || ws[0].low == "on") ||
		ws[0].low != "nous" && ws[0].low != "on" && (g.is(w, "simple-past") || strings.HasSuffix(w, "ai") && !strings.HasSuffix(w, "rai") && len(w) > 3)
}
