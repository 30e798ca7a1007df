package note

import (
	"regexp"
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/rules"
	"afterword/templates"
)

// An entry is what the user wrote behind one label, ours or one of his own.
type entry struct {
	field Field
	row   int    // of the list that the label belongs to; -1 for none
	value string // what we had put there
	kept  bool   // it stands there as it was
	label bool   // the label is ours
	texts []text
	items bool
}

// unclear is the row of a label that may be two people.
const unclear = -2

func (e *entry) add(words string, same, listed bool) {
	if words = strings.TrimSpace(words); words == "" {
		return
	}
	e.items = e.items || listed
	e.texts = append(e.texts, text{words, same})
}

// words returns what an entry says: in place of what we had put there, or beside it.
func (e *entry) words() string {
	var here, below []string
	for _, t := range e.texts {
		if t.same {
			here = append(here, t.words)
		} else {
			below = append(below, t.words)
		}
	}
	between := " "
	if e.items {
		between = "; "
	}
	s := strings.Join(append(here, below...), between)
	if e.kept && e.value != "" {
		switch {
		case len(below) > 0 && len(here) == 0:
			s = strings.Join(below, between)
		case len(here) > 0 && (e.field == Company || e.field == Role || e.field == People) && whole(s) == "":
			s = e.value + " " + s
		}
	}
	for _, arrow := range []string{"->", "→", "=>"} {
		if _, after, ok := strings.Cut(s, arrow); ok && e.value != "" {
			s = after
		}
	}
	s = templates.Line(mail.CleanLine(s), longestEntry)
	return strings.TrimSpace(strings.Trim(strings.TrimPrefix(strings.TrimPrefix(s, "..."), "…"), " \"“”„«»_*"))
}

// longestEntry is how many characters are taken of what stands behind a label.
const longestEntry = 500

var (
	// colon parts a label of the user's own from what follows it.
	colon = regexp.MustCompile(`^([^:：=]{1,80}?)\s*[:：=]\s*(.*)$`)
	// dash does the same behind somebody's name.
	dash = regexp.MustCompile(`^(\S+(?: \S+){0,3}) (?:-{1,2}|–|—) (.+)$`)
)

// joins stand before a label in a sentence: "yes, but role: …".
var joins = wordSet("but|and|however|the|only|aber|und|nur|die|der|mais|et|le|la|pero|y|el|solo|maar|en|de|alleen")

// labelled reads a line that begins with a label of the user's own: a person of the
// interview, or what a line of a note asks.
func (r *reader) labelled(s string, behind Field) (field Field, row int, rest string, ok bool) {
	if m := colon.FindStringSubmatch(s); m != nil && !strings.HasPrefix(m[2], "//") {
		if row, ok := r.person(m[1]); ok {
			return Topic, row, m[2], true
		}
		words := wordsOf(m[1])
		for len(words) > 1 && joins[words[0]] {
			words = words[1:]
		}
		if field, ok := labels[strings.Join(words, " ")]; ok && behind != item {
			return field, -1, m[2], true
		}
	}
	if m := dash.FindStringSubmatch(s); m != nil {
		if row, ok := r.person(m[1]); ok {
			return Topic, row, m[2], true
		}
	}
	return "", 0, "", false
}

// person finds who is meant by a name as people write it: any part of the whole, with or
// without honorific.
func (r *reader) person(s string) (row int, ok bool) {
	_, name := rules.SplitHonorific(strings.TrimSpace(s))
	words := wordsOf(name)
	if len(words) == 0 || len(words) > 6 {
		return 0, false
	}
	row = -1
	for i, p := range r.note.People {
		mine := append(wordsOf(p.Name), wordsOf(p.Honorific)...)
		if slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(mine, w) }) {
			continue
		}
		if row >= 0 {
			return unclear, true
		}
		row = i
	}
	return row, row >= 0
}

// unknown is what somebody writes who has nothing to write.
var unknown = wordSet(`? - none|nothing|unknown|n a|na|tbd|dunno|don t know|i don t know|no idea|not known|not yet|weiß nicht|weiß ich nicht|keine ahnung|unbekannt|nichts|keine|noch offen|offen|
je ne sais pas|rien|inconnu|aucune idée|aucun|no sé|nada|ni idea|no lo sé|desconocido|ninguno|weet ik niet|geen idee|niets|onbekend|geen`)

func wordSet(s string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '|' || r == '\n' }) {
		all[strings.TrimSpace(w)] = true
	}
	return all
}

// entry takes in what stands behind a label.
func (r *reader) entry(e entry) {
	s := e.words()
	if !hasWord(signs.Replace(s)) || unknown[strings.Join(wordsOf(s), " ")] {
		return
	}
	if e.field == again {
		if e.row < 0 || e.row >= len(r.note.Asked) {
			return
		}
		a := r.note.Asked[e.row]
		e.field = a.Field
		e.row = slices.IndexFunc(r.note.People, func(p rules.Contact) bool { return p.Key() == a.Person })
	}
	a := r.answer
	switch e.field {
	case Took:
		rest, say := steer(s)
		if say == "" {
			r.unread(e.field, s)
			return
		}
		r.say(say, s, rest)
		return
	case item:
		_, say := steer(s)
		if v := verdictOf(say); v != "" {
			r.item(e.row, v)
		} else {
			r.unread(e.field, s)
		}
		return
	case Topic:
		if e.row == unclear {
			r.unread(e.field, s)
			return
		}
		told := Told{Topic: s}
		if e.row >= 0 && e.row < len(r.note.People) {
			told.Person = r.note.People[e.row].Key()
		}
		if !slices.Contains(a.Told, told) {
			a.Told = append(a.Told, told)
		}
		r.filled = true
		return
	case Because:
		r.one(&a.Because, s)
		return
	case OwnWork:
		r.one(&a.OwnWork, s)
		return
	case SaidRole:
		r.guessed(&a.RoleSaid, s, r.note.RoleSaid)
		return
	case SaidFirm:
		r.guessed(&a.CompanySaid, s, r.note.CompanySaid)
		return
	}
	switch whole(s) {
	case sayYes:
		r.say(sayYes, s, "")
		return
	case sayNo:
		r.unread(e.field, s) // what is wrong is known then, and not what is right
		return
	}
	understood := true
	switch e.field {
	case Company:
		r.one(&a.Company, s)
	case Role:
		r.one(&a.Role, s)
	case When:
		understood = r.when(s, e.value)
	case People:
		understood = r.people(s)
	case Address:
		understood = r.address(s, e.row)
	case Decision:
		understood = r.decision(s)
	}
	if !understood {
		r.unread(e.field, s)
		return
	}
	r.filled = true
}

// guessed takes how something is said: as it was guessed, where the user says yes to
// that, or in his words. With a no alone the sentences go on without it.
func (r *reader) guessed(to *string, s, guess string) {
	switch whole(s) {
	case sayYes:
		r.one(to, guess)
	case sayNo:
		r.filled = true
	default:
		r.one(to, s)
	}
}

// one takes what may be said once.
func (r *reader) one(to *string, s string) {
	if *to != "" && *to != s {
		r.doubt(*to + " / " + s)
		*to = ""
		return
	}
	*to = s
	r.filled = true
}

func (r *reader) unread(field Field, s string) {
	r.answer.Unread = append(r.answer.Unread, Unread{field, s})
}
