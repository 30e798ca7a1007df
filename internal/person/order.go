package person

import (
	"regexp"
	"strings"
	"unicode"
)

// A split is a name parted; what is not sure is "".
type split struct{ given, family string }

// doubles are given names that often come with a second one, so that one alone may be
// half of a name.
var doubles = wordSet(`mary anna anne ana ann maria marie jean jose juan luis karl hans billy sarah jo bobby eva rosa carlos miguel
	francisco pedro manuel antonio lee john-paul heinz klaus ernst georg friedrich johann marc pierre luc abdul abdel abd abu umm`)

// compound are given names that go on with a particle: "María del Carmen".
var compound = wordSet("maria jose juan")

// splitWords parts the words of a name without titles into given and family name.
func splitWords(words []string, language string) split {
	n := len(words)
	if n == 0 || !latin(strings.Join(words, " ")) {
		return split{}
	}
	if n == 1 {
		if isInitial(words[0]) {
			return split{}
		}
		return split{given: words[0]}
	}
	if s, ok := byCapitals(words); ok {
		return s
	}
	if i := strings.ToLower(words[0]); particles[i] && !isInitial(words[0]) || startsLower(words[0]) || strings.Contains(words[0], "-") && isParticle(words[0]) {
		return split{family: strings.Join(words, " ")} // "De Groot", "van den Berg", "Bakker-de Vries"
	}
	if familyFirst().has(words[0]) && (!isGiven(words[0]) || eastern(words[1:], true)) {
		return split{}
	}
	// From a particle on it is the family name.
	for i := 1; i < n; i++ {
		if !isParticle(words[i]) || i == n-1 {
			continue
		}
		from := i
		if w := fold(words[i]); (w == "y" || w == "i" || w == "e") && i > 1 {
			from = i - 1 // "Ortega y Gasset"
		}
		if language == "es" && i == 1 && compound[fold(words[0])] {
			return split{} // "María del Carmen Ruiz"
		}
		return split{given: givenOf(words[:from]), family: strings.Join(words[from:], " ")}
	}
	if n == 2 {
		switch {
		case isInitial(words[0]):
			return split{family: words[1]}
		case isInitial(words[1]) && isGiven(words[0]):
			return split{given: words[0]}
		case isInitial(words[1]), !isGiven(words[0]) && isGiven(words[1]) && !familyFirst().has(words[1]):
			return split{} // "Smith J", "Müller Petra"
		}
		return split{given: words[0], family: words[1]}
	}
	// Three and more: given names first, as far as they are known.
	known := 0
	for known < n-1 && (isGiven(words[known]) || isInitial(words[known])) {
		known++
	}
	s := split{given: givenOf(words[:max(known, 1)])}
	switch {
	case known == 0:
		return split{}
	case known == n-1:
		s.family = words[n-1]
	case language == "es" || language == "fr" && known == n-2:
		s.family = strings.Join(words[known:], " ") // two surnames
	}
	if known == 1 && (doubles[fold(words[0])] || isInitial(words[0])) {
		s.given = ""
	}
	return s
}

// givenOf is by what of his given names somebody is called: without initials, and ""
// where it is not sure.
func givenOf(words []string) string {
	if isInitial(words[0]) {
		return "" // "J. Robert"
	}
	var kept []string
	for _, w := range words {
		if !isInitial(w) {
			kept = append(kept, w)
		}
	}
	if len(kept) > 2 {
		return ""
	}
	if len(kept) == 2 && !isGiven(kept[1]) {
		if doubles[fold(kept[0])] || !isGiven(kept[0]) {
			return ""
		}
		return kept[0]
	}
	return strings.Join(kept, " ")
}

// byCapitals parts a name whose family name is in capitals: "OSEI Kim", "Ann LEE",
// "VAN DEN BERG Jan". The capitals are lowered to those of a name.
func byCapitals(words []string) (split, bool) {
	caps := make([]bool, len(words))
	some, all := false, true
	for i, word := range words {
		caps[i] = allCaps(word) && !(isInitial(word) && !familyFirst().has(word))
		some, all = some || caps[i], all && caps[i]
	}
	if !some || all {
		return split{}, false
	}
	first, last := 0, len(words)
	for first < len(words) && !caps[first] {
		first++
	}
	for last > first && !caps[last-1] {
		last--
	}
	for _, c := range caps[first:last] {
		if !c {
			return split{}, true
		}
	}
	if first > 0 && last < len(words) {
		return split{}, true
	}
	for first > 1 && isParticle(words[first-1]) {
		first--
	}
	given := append(append([]string{}, words[:first]...), words[last:]...)
	return split{given: givenOf(given), family: lowered(strings.Join(words[first:last], " "))}, true
}

// endsLikeFamily reports whether a word is rather a family name than a given one that
// the list has not.
func endsLikeFamily(word string) bool {
	return familyEnding().MatchString(fold(word))
}

var familyEnding = lazy(`(?:er|mann|bach|berg|stein|feld|wald|hof|son|sen|sson|ski|sky|icz|ov|ova|ev|eva|ez|oglu|yan|ian|poulos|idis|elli|etti|ini|ucci|escu|aud|ault|eau|oux|ard|ier|meier|maier|huber|schmidt|schmitt|smit|vries|ink|ma|stra|inga|mans|ens|es|os|ton|ham|ley|field|ford|well)$`)

// eastern reports whether words are given names of one or two syllables as Chinese,
// Korean and Vietnamese ones are written; narrow is for a first word that others have
// as a given name ("Kim").
func eastern(words []string, narrow bool) bool {
	for _, word := range words {
		if narrow && !strings.Contains(word, "-") && !korean().MatchString(fold(word)) && !familyFirst().has(word) {
			return false
		}
		for part := range strings.SplitSeq(fold(word), "-") {
			if !syllables().MatchString(part) {
				return false
			}
		}
	}
	return true
}

var korean = lazy(`^(?:min|ji|seo|su|soo|hyun|hyeon|jun|joon|woo|u|young|yong|yeong|yeon|eun|kyung|jae|hye|dong|sung|seung|tae|ha|na|mi|hee|hui|jin|won|ho|sang|chul|hwan|yun|yoon|bin|ah|in|ki|gi|chan|kwang|myung|jung|jeong|joo|ju|bo|ra|rim|sun|seon|suk|sook|il|nam|shin){2}$`)

var syllables = lazy(`^(?:(?:[bpmfdtnlgkhjqxrzcsywv]|zh|ch|sh|th|tr|ph|kh|nh|ng|gi|kw)?(?:y?eo|eu|eui|ae|wo|we|wi|oe|ai|ang|an|ao|a|ei|eng|en|er|e|iang|ian|iao|ia|ie|ing|in|iong|iu|i|ong|ou|oan|oang|o|uang|uan|uai|ua|ue|ui|uong|uyen|un|uo|u|inh|anh|oc|uc|at|ac|uk|ok|ik|ak|im|am|um|om|eok|yeon|hyun|oon|oo|ee|ung|il|ul|ol|al|eol|eon|eong|yun)){1,2}$`)

// latin reports whether all letters are of the Latin script.
func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

var wordOf = regexp.MustCompile(`[\pL\pM]+`)

// lowered spells a name in capitals as one: "DE LA CRUZ", "MCDONALD", "O'NEILL".
func lowered(s string) string {
	at := 0
	return wordOf.ReplaceAllStringFunc(s, func(word string) string {
		first := at == 0
		at++
		lower := strings.ToLower(word)
		if !allCaps(word) && word != strings.ToLower(word) {
			return word
		}
		if !first && particles[lower] && len(lower) > 1 || first && len(strings.Fields(s)) > 1 && (lower == "van" || lower == "von" || lower == "de" || lower == "del" || lower == "der") {
			return lower
		}
		r := []rune(lower)
		r[0] = unicode.ToUpper(r[0])
		if len(r) > 4 && r[0] == 'M' && r[1] == 'c' {
			r[2] = unicode.ToUpper(r[2])
		}
		return string(r)
	})
}
