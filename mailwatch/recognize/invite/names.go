package invite

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the same answer on a machine without a zone database
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The names of zones, a line each: "Area/City", a tab, names. iana.txt holds the
// IANA database's own; windows.txt the identifiers of Windows (the table
// windowsZones of the Unicode CLDR, territory 001); names.txt what programs show to
// people in place of those: the CLDR's names and abbreviations in several languages,
// and the places that Windows lists.
var (
	//go:embed iana.txt
	ianaText string
	//go:embed windows.txt
	windowsText string
	//go:embed names.txt
	namesText string
)

// names are the tables, made when a calendar first names a zone.
type names struct {
	exact map[string]string   // folded name → zone
	stems map[string][]string // stem of a folded name → zones, the likeliest first
}

var tables = sync.OnceValue(func() names {
	t := names{map[string]string{}, map[string][]string{}}
	for name := range strings.Lines(ianaText) {
		name = strings.TrimSpace(name)
		t.exact[fold(name)] = name
	}
	for _, name := range []string{"Z", "Zulu", "GMT", "UTC", "UCT", "Coordinated Universal Time", "Temps universel coordonné", "Koordinierte Weltzeit", "Hora universal coordinada"} {
		t.exact[fold(name)] = "Etc/UTC"
	}
	add := func(text string, each func(zone, name string)) {
		for l := range strings.Lines(text) {
			zone, list, _ := strings.Cut(strings.TrimSpace(l), "\t")
			for _, name := range strings.Split(list, ", ") {
				each(zone, name)
			}
		}
	}
	stem := func(zone, name string) {
		if s := stemOf(fold(name)); s != "" {
			if !slices.Contains(t.stems[s], zone) {
				t.stems[s] = append(t.stems[s], zone)
			}
		}
	}
	add(windowsText, func(zone, name string) {
		if have := t.exact[fold(name)]; have == "" {
			t.exact[fold(name)] = zone
		}
		stem(zone, name)
	})
	add(namesText, stem)
	return t
})

// fold makes alike what names of a zone differ in: case, accents, punctuation. The
// sign of an offset stays.
func fold(s string) string {
	var b strings.Builder
	blank := false
	runes := []rune(norm.NFD.String(strings.ToLower(strings.ReplaceAll(s, "&", " and "))))
	for i, r := range runes {
		if plain, ok := plainLetters[r]; ok {
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteString(plain)
			continue
		}
		signed := (r == '+' || r == '-' || r == '−') && i+1 < len(runes) && runes[i+1] >= '0' && runes[i+1] <= '9'
		switch {
		case unicode.Is(unicode.Mn, r):
		case signed || unicode.IsLetter(r) || unicode.IsDigit(r):
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			if r == '−' {
				r = '-'
			}
			b.WriteRune(r)
		default:
			blank = true
		}
	}
	return norm.NFC.String(b.String()) // Korean syllables are whole again
}

var plainLetters = map[rune]string{'ł': "l", 'ø': "o", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'đ': "d", 'ı': "i"}

// idle are the words of a name that say nothing of which zone it is.
var idle = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`standard daylight prevailing summer winter saving savings time zone tz timezone normalzeit sommerzeit winterzeit normal zeit ortszeit orts zeitzone uhrzeit
		heure normale avancee ete hiver local locale fuseau horaire temps hora estandar verano invierno horario huso standaardtijd zomertijd wintertijd tijd tijdzone ora solare legale
		padrao verao normaltid sommertid sommartid vintertid tid czas standardowy stand letni zimowy lokal bezny letni cas normaaliaika kesaaika 标准时间 標準時間 標準時 표준시 стандартное летнее зимнее время зима лето de des del du da do dei della dello dell d la le el lo los las l the of in im und and et y en di`) {
		set[fold(w)] = true
	}
	return set
})

var timeSuffix = regexp.MustCompile(`(?:normalzeit|sommerzeit|winterzeit|zeit|standaardtijd|zomertijd|wintertijd|tijd|标准时间|標準時間|標準時|표준시)$`)

// stemOf takes out of a folded name what says nothing of which zone it is: "Romance
// Daylight Time", "Hora estándar romance" are one.
func stemOf(folded string) string {
	var kept []string
	idle := idle()
	for _, w := range strings.Fields(strings.Replace(folded, "hora est ", "hora ", 1)) {
		if len(w) > 7 && !idle[w] {
			w = timeSuffix.ReplaceAllString(w, "")
		}
		if !idle[w] && w != "" {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return folded // "ET"
	}
	return strings.Join(kept, " ")
}

// load loads a zone of the database.
func load(name string) (*time.Location, string) {
	if name == "" {
		return nil, ""
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, ""
	}
	return loc, name
}
