package templates

import (
	_ "embed"
	"slices"
	"strings"
)

// The nouns of each language of which one talks at work.
var (
	//go:embed work/en.txt
	workEnglish string
	//go:embed work/de.txt
	workGerman string
	//go:embed work/fr.txt
	workFrench string
	//go:embed work/es.txt
	workSpanish string
	//go:embed work/nl.txt
	workDutch string
)

var workOf = grammars(map[string]string{"en": workEnglish, "de": workGerman, "fr": workFrench, "es": workSpanish, "nl": workDutch})

// ofWork reports whether a jotting surely speaks of a thing of work: the noun that it is
// about is known as one. No list of what is unfit is ever whole; what is neither known as
// fit nor as unfit is shown to the user as it would stand, and asked about.
func (l *language) ofWork(jotting string) bool {
	ws := tokensOf(strings.Join(spellOut(strings.Fields(jotting)), " "))
	if len(ws) == 0 || namesSomebody(l.code, ws) || slices.ContainsFunc(ws, func(t token) bool {
		return hasEnding(t.low, []string{"qu'elle", "qu'il"}) || meElided[cutApostrophe(t.low)]
	}) {
		return false
	}
	w := work{workOf[l.code](), grammarOf[l.code](), l.code}
	if l.questions[ws[0].low] || strings.HasPrefix(strings.ToLower(jotting), "the way ") || w.opens(ws[0].low) || len(ws) > 1 && w.opens(ws[1].low) || w.doing(ws[0].low) {
		return slices.ContainsFunc(ws, w.known) && w.owned(ws)
	}
	return w.about(ws) && w.owned(ws)
}

// work looks nouns up.
type work struct {
	nouns grammar
	grammar
	code string
}

// doing reports whether a word begins a thing to be done: "moving to one shop".
func (w work) doing(first string) bool {
	switch w.code {
	case "en":
		return strings.HasSuffix(first, "ing") || englishDoing[first] || englishMaybe[first]
	case "fr":
		return frenchInfinitive(first)
	case "es":
		return spanishInfinitive(first)
	}
	return false
}

// about reports whether what a noun phrase is about is known: its head, or where that only
// counts or measures ("the start of …"), what belongs to it; of several, each.
func (w work) about(ws []token) bool {
	told := false
	for i := 0; i < len(ws); {
		j := i
		for j < len(ws) && !(j > i && (w.joint(ws[j].low) || ws[j-1].stop)) {
			j++
		}
		segment := ws[i:j]
		// "between the night and the day", but not "the archive and your hair".
		if another := i > 0 && ands[w.code][segment[0].low]; !told || another {
			switch known, neutral := w.head(segment); {
			case known:
				told = true
			case !neutral || j == len(ws) && !told:
				return false
			}
		}
		if j < len(ws) && w.opens(ws[j].low) {
			// A clause that says which one, or how something is done.
			return told || slices.ContainsFunc(ws[j:], w.known)
		}
		i = j
	}
	return told
}

// joint reports whether another noun begins with a word.
func (w work) joint(low string) bool {
	return w.is(low, "prepositions") || w.opens(low) || ands[w.code][low] || strings.HasPrefix(low, "d'") ||
		w.code == "de" && (low == "des" || low == "der" || low == "eines" || low == "einer" || low == "ihrer" || low == "ihres")
}

// opens reports whether a clause begins with a word.
func (w work) opens(low string) bool {
	return w.is(low, "openers") || w.code == "en" && (low == "you" || low == "they") || strings.HasPrefix(low, "qu'")
}

var ands = map[string]map[string]bool{
	"en": wordSet(`and or`), "de": wordSet(`und oder sowie`), "fr": wordSet(`et ou`), "es": wordSet(`y e o u`), "nl": wordSet(`en of`),
}

// head reports whether the noun of a segment is known, or only counts or measures.
func (w work) head(segment []token) (known, neutral bool) {
	nouns := slices.DeleteFunc(slices.Clone(segment), func(t token) bool {
		return w.joint(t.low) || w.is(t.low, "determiners", "articles") || owners[w.code][t.low] || isNumber(t.low)
	})
	if w.code == "de" {
		nouns = slices.DeleteFunc(nouns, func(t token) bool { return !t.noun() })
	}
	if len(nouns) == 0 {
		return false, true
	}
	last := nouns[len(nouns)-1]
	if w.code == "nl" && dutchDoing[last.low] { // "registers digitaliseren"
		return slices.ContainsFunc(nouns[:len(nouns)-1], w.known), true
	}
	switch w.code {
	case "fr", "es":
		// The noun stands before what describes it, or right behind that.
		for _, t := range nouns[:min(2, len(nouns))] {
			known = known || w.known(t)
			neutral = neutral || w.inSet("neutral", t)
		}
		return known, neutral
	case "de":
		return slices.ContainsFunc(nouns, w.known), w.inSet("neutral", last)
	case "en":
		if len(nouns) > 1 && !owners["en"][segment[0].low] {
			return w.known(last) || w.known(nouns[len(nouns)-2]), w.inSet("neutral", last)
		}
	}
	return w.known(last), w.inSet("neutral", last)
}

// owned reports whether what is said to be the reader's own is of work, too: "your hair"
// is not.
func (w work) owned(ws []token) bool {
	for i, t := range ws {
		if !yours[w.code][t.low] && !(w.code == "de" && strings.HasPrefix(t.word, "Ihr")) || i == len(ws)-1 {
			continue
		}
		j := i + 1
		for j < len(ws) && !w.joint(ws[j].low) && !ws[j-1].stop {
			j++
		}
		known, neutral := w.head(ws[i:j])
		if w.code == "nl" { // "hun broodzak meebrengen": the verb may stand behind it
			known = known || slices.ContainsFunc(ws[i:j], w.known)
		}
		if !known && (!neutral || j == len(ws)) {
			return false
		}
	}
	return true
}

var yours = map[string]map[string]bool{
	"en": wordSet(`your their`), "de": {}, "fr": wordSet(`votre vos leur leurs ton ta tes`), "es": wordSet(`su sus tu tus`), "nl": wordSet(`uw jullie je jouw hun`),
}

// known reports whether a noun is one of work, as it stands, in the plural, or as the end
// of a compound: a thing, or people for whom or with whom one works, of whom there are
// several.
func (w work) known(t token) bool {
	return isName(t.word) && proper[t.low] == t.word || w.inSet("things", t) || w.nouns["people"][plainLetters(t.low)] || hasEnding(plainLetters(t.low), w.endings())
}

func (w work) endings() []string {
	ends := make([]string, 0, len(w.nouns["endings"]))
	for e := range w.nouns["endings"] {
		ends = append(ends, e)
	}
	return ends
}

// inSet reports whether a set has a noun in one of its forms.
func (w work) inSet(set string, t token) bool {
	low := plainLetters(t.low)
	if _, rest, elided := strings.Cut(low, "'"); elided && w.code == "fr" {
		low = rest
	}
	// What ends so is something that is done to what belongs to it: "restoration", "Wartung".
	if set == "neutral" && len(low) > 6 && hasEnding(low, doneEndings[w.code]) {
		return true
	}
	for _, form := range w.singulars(low) {
		if w.nouns[set][form] {
			return true
		}
		if parts := strings.Split(form, "-"); len(parts) > 1 && w.nouns[set][parts[len(parts)-1]] {
			return true
		}
		if w.code == "de" || w.code == "nl" {
			for i := 1; i <= len(form)-4; i++ {
				if w.nouns[set][form[i:]] {
					return true
				}
			}
		}
	}
	return false
}

var doneEndings = map[string][]string{
	"en": {"tion", "ment", "ing"}, "de": {"ung", "ierung", "ion"}, "fr": {"tion", "ment", "age"}, "es": {"cion", "miento", "aje"}, "nl": {"ing", "tie"},
}

// singulars are the words of which one may be the plural, or a case.
func (w work) singulars(low string) []string {
	all := []string{low}
	ends := map[string][]string{"en": {"s", "es", "'s", "s'"}, "de": {"en", "n", "e", "er", "s", "es", "ern", "nen"}, "fr": {"s", "x"}, "es": {"s", "es"}, "nl": {"en", "s", "n", "'s", "es", "eren"}}
	for _, end := range ends[w.code] {
		if stem, ok := strings.CutSuffix(low, end); ok && len(stem) > 1 {
			all = append(all, stem)
			if n := len(stem); w.code == "nl" && end == "en" && n > 2 {
				if stem[n-1] == stem[n-2] {
					all = append(all, stem[:n-1])
				} else {
					all = append(all, stem[:n-1]+stem[n-2:n-1]+stem[n-1:], stem[:n-2]+stem[n-2:n-1]+stem[n-2:])
				}
				all = append(all, strings.TrimSuffix(stem, "v")+"f", strings.TrimSuffix(stem, "z")+"s")
			}
		}
	}
	switch w.code {
	case "en":
		if stem, ok := strings.CutSuffix(low, "ies"); ok {
			all = append(all, stem+"y")
		}
	case "fr":
		if stem, ok := strings.CutSuffix(low, "aux"); ok {
			all = append(all, stem+"al", stem+"ail")
		}
	case "es":
		if stem, ok := strings.CutSuffix(low, "ces"); ok {
			all = append(all, stem+"z")
		}
	}
	return all
}

// meElided are French words of the writer himself before an apostrophe.
var meElided = wordSet(`j m`)

func cutApostrophe(low string) string {
	head, _, _ := strings.Cut(low, "'")
	return head
}

// namesSomebody reports whether two names stand side by side, of which none is that of a
// thing, or a title before one.
func namesSomebody(code string, ws []token) bool {
	w := work{workOf[code](), grammarOf[code](), code}
	for i := 1; i < len(ws); i++ {
		a, b := ws[i-1], ws[i]
		// "the last planner", "the captain's chair", "vom Hafenmeister"
		owner, owns := strings.CutSuffix(b.low, "'s")
		if former[a.low] && w.somebody(b.low) || code == "en" && owns && w.somebody(owner) || i > 1 && (owning[code][a.low] || w.is(a.low, "determiners", "articles", "oblique") && ofWords[ws[i-2].low]) && w.somebody(b.low) {
			return true
		}
		// "why Tom was moved": a name behind the question, or within one.
		if asked := languages[code].questions[ws[0].low] || germanClause[ws[0].low] && code == "de" || ws[0].low == "pourquoi" || ws[0].low == "por"; asked && b.noun() && !w.known(b) && !isName(b.word) &&
			(code != "de" || i == 1 && b.low != "sie" && !strings.HasPrefix(b.low, "ihr")) {
			return true
		}
		if personal[a.low] && b.noun() {
			return true
		}
		if code != "de" && i > 1 && startsUpper(a.word) && startsUpper(b.word) && !isName(a.word) && !isName(b.word) {
			return true
		}
	}
	return false
}

// somebody reports whether a word names one by his work.
func (w work) somebody(low string) bool {
	low = plainLetters(low)
	if w.nouns["somebody"][low] || endsJob(low) {
		return true
	}
	for name := range w.nouns["somebody"] {
		if (w.code == "de" || w.code == "nl") && len(name) > 5 && strings.HasSuffix(low, name) {
			return true
		}
	}
	return false
}

var (
	former  = wordSet(`last previous former letzten letzte letzter vorigen vorige voriger ehemaligen dernier dernière ancien ancienne último última anterior vorige laatste`)
	ofWords = wordSet(`of de van von`)
	// owning are the words before the owner of a thing.
	owning = map[string]map[string]bool{"de": wordSet(`vom des`), "fr": wordSet(`du`), "es": wordSet(`del`)}
)

var personal = wordSet(`mr mrs ms herr herrn frau monsieur madame mme señor señora sr sra don doña mevrouw meneer mijnheer dhr mw dr`)
