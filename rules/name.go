package rules

import (
	"slices"
	"strings"
)

// adoptName spells a contact's name as the contact does: it fills a missing name
// and mends case and accents, but a different name (a shared address, an
// assistant) is left alone.
func (s *folding) adoptName(from Contact) {
	if from.Name == "" || from.Address == "" {
		return
	}
	for _, i := range s.contactsOf(from.Key()) {
		c := &s.Contacts[i]
		if spelled := from.Name; spelled != c.Name && wellSpelled(spelled) && (c.Name == "" || sameName(c.Name, spelled)) {
			c.Name = spelled
		}
		if c.Honorific == "" {
			c.Honorific = from.Honorific
		}
	}
}

// wellSpelled reports whether a name from a header can stand in a salutation: a
// directory's "OKAFOR, Ngozi" cannot.
func wellSpelled(name string) bool {
	return !strings.ContainsAny(name, ",@|/()") && name != strings.ToUpper(name) && name != strings.ToLower(name)
}

// sameName reports whether two spellings have the same words, in any order,
// case and with or without accents: "OKAFOR, Ngozi" and "Ngozi Okafor".
func sameName(a, b string) bool {
	return slices.Equal(nameWords(a), nameWords(b))
}

func nameWords(s string) []string {
	words := strings.FieldsFunc(fold(s), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '-' })
	slices.Sort(words)
	return words
}

// fold lowers a name and drops the accents of Latin letters, so that "José" and
// "JOSE" compare equal. It is for comparing only.
func fold(s string) string { return accents.Replace(strings.ToLower(s)) }

var accents = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ç", "c", "é", "e",
	"è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i", "ñ", "n", "ó", "o", "ò", "o", "ô", "o",
	"ö", "o", "õ", "o", "ø", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ý", "y", "ß", "ss", "ł", "l", "š", "s",
	"ž", "z", "č", "c", "ć", "c", "ń", "n", "ę", "e", "ą", "a", "ś", "s", "ź", "z", "ż", "z", "ő", "o", "ű", "u")
