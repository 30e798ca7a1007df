package person

import (
	"slices"
	"strings"
)

// A class says what a title makes of the name behind it.
type class int

const (
	noTitle  class = iota
	man            // "Mr.", "Herr"
	woman          // "Mme", "Doña" is none: it wants the given name
	scholar        // "Dr.", "Prof.", "drs.": it goes with the family name, as do ranks
	degree         // "Dipl.-Ing.": nobody is called by it
	knight         // "Sir", "Don": it goes with the given name
	whole          // "Lord", "Schwester": it goes with the name as it stands
	advocate       // "Maître": it goes without a name
)

// titleWords lists titles, folded and without a dot at the end, by what they are. One
// that is a title in letters of a language only has it before it.
var titleWords = map[class]string{
	man: `mr mister herr herrn de:hr monsieur fr:m fr:mm sr senor dhr meneer heer nl:heer sig signor senhor pan`,
	woman: `mrs ms miss frau de:fr mme madame mlle mademoiselle sra senora srta senorita mevr mw mevrouw juffrouw
		sig.ra signora senhora`,
	scholar: `mx dr dr.in drin dra doctor doctora doktor docteur dr.-ing dr-ing prof prof.in profin profa professor professorin professeur profesor profesora
		profesor.a fr:pr prof.dr pd priv.-doz univ.-prof univ.prof ao.univ.-prof ass.-prof assoc.prof a/prof hon.-prof jun.-prof apl.prof em.prof assoc asst
		drs ir ing nl:mr nl:ds mag mag.a mmag dott dott.ssa dottore avv avvocato lic lcdo lcda licdo licda ldo lda arq es:abg pt:eng eng.o
		capt captain cpt col colonel lt lieutenant sgt sergeant cmdr commander maj adm admiral gen rev reverend rabbi judge senator cllr councillor
		bishop pfarrer pfarrerin pastor pastorin kapitan hauptmann oberst bgm`,
	degree: `dipl.-ing dipl-ing diplom-ingenieur dipl.-kfm dipl.-kffr dipl.-inf dipl.-inform dipl.-wirt.-ing dipl.-psych dipl.-vw dipl.-bw dipl.-oec dipl.-betriebswirt dipl
		di de:ra de:rain de:stb de:wp rechtsanwalt rechtsanwaltin m.a b.a m.sc b.sc excmo excma ilmo ilma`,
	knight:   `sir dame es:don es:dona es:d es:dna es:da es:d.a`,
	whole:    `lord lady baron baroness hon honourable honorable father sister brother en:fr schwester bruder pater pere soeur frere padre madre fray hermana hermano sor zuster broeder pastoor mgr monsignor monsignore excellency dean`,
	advocate: `fr:maitre fr:me`,
}

// furtherWords are parts of a title that follow it: "Dr. rer. nat.", "Prof. h.c. mult.".
var furtherWords = wordSet(`med jur iur rer nat pol oec phil theol habil hc h.c e.h eh mult dent vet sc agr ing.habil pharm techn mont publ em emer`)

var titleClasses = func() map[string]class {
	all := map[string]class{}
	for c, text := range titleWords {
		for _, w := range strings.Fields(text) {
			all[w] = c
		}
	}
	return all
}()

// classOf returns what title a word is in a letter of the language.
func classOf(word, language string) class {
	key := strings.TrimSuffix(fold(strings.TrimSuffix(strings.NewReplacer("ª", "a", "º", "o").Replace(word), ".")), ".")
	if word == "HR" {
		return noTitle // a department
	}
	if language == "nl" && key == "mr" {
		return scholar // a lawyer of any gender
	}
	if c := titleClasses[language+":"+key]; c != noTitle {
		if key == "d" && !strings.HasSuffix(word, ".") {
			return noTitle // an initial
		}
		return c
	}
	if c := titleClasses[key]; c != noTitle {
		return c
	}
	// "Dipl.-Wirtsch.-Inf.", "Univ.-Prof.in"
	switch {
	case strings.HasPrefix(key, "dipl.") || strings.HasPrefix(key, "dipl-"):
		return degree
	case strings.Contains(key, "prof.") && strings.Contains(key, ".-"), strings.HasSuffix(key, ".-prof"):
		return scholar
	}
	return noTitle
}

// A head is what stands before a name.
type head struct {
	titles  []string // that are kept in a salutation, as they stand
	classes []class
}

func (h head) has(c class) bool { return slices.Contains(h.classes, c) }

// kept are the titles that go with the family name.
func (h head) kept() []string {
	var all []string
	for i, t := range h.titles {
		if c := h.classes[i]; c == man || c == woman || c == scholar {
			all = append(all, t)
		}
	}
	return all
}

// cutTitles parts the titles before a name from it.
func cutTitles(words []string, language string) (head, []string) {
	var h head
	for len(words) > 0 {
		w := words[0]
		c := classOf(w, language)
		switch {
		case strings.EqualFold(w, "de") && len(words) > 1 && strings.EqualFold(words[1], "heer"):
			h.titles, h.classes = append(h.titles, w+" "+words[1]), append(h.classes, man)
			words = words[2:]
			continue
		case strings.EqualFold(w, "the") && len(words) > 2 && classOf(words[1], language) != noTitle:
			words = words[1:] // "The Hon."
			continue
		case len(h.titles) > 0 && startsFurther(w):
			words = words[1:]
			continue
		case c == noTitle:
			return h, words
		}
		// A lone word is a name, whatever it would be before one.
		if len(words) == 1 && len(h.titles) == 0 {
			return h, words
		}
		h.titles, h.classes = append(h.titles, w), append(h.classes, c)
		words = words[1:]
	}
	return h, words
}

// startsFurther reports whether a word goes on with the title before it.
func startsFurther(w string) bool {
	return (strings.Contains(w, ".") || startsLower(w)) && furtherWords[strings.TrimSuffix(fold(w), ".")]
}
