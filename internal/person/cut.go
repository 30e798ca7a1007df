package person

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

var (
	// pronouns as people put them behind their name, in brackets or not.
	pronouns = lazy(`(?i)[\s,|–-]*[(\[]?\s*\b(?:she|he|they|sie|er|elle|il|iel|ella|él|elle|zij|ze|hij|hen|die|dey|xier|any|all)\s*[/|,]\s*(?:her|hers|him|his|them|theirs|they|she|he|ihr|ihm|ihn|elle|lui|elles|él|ella|haar|hem|hen|hun|pronouns|sie)(?:\s*/\s*\pL+)?\b\s*[)\]]?|\s*[(\[]\s*(?:she|he|they|sie|er|elle|il|iel|ella|él|zij|hij|hen)\s*[)\]]`)
	// spokenName is the name that somebody is called by, within his full name:
	// "Wei (Vivian) Zhang", `Robert "Bob" Hale`.
	spokenName = lazy(`^(\p{Lu}[\pL'’.-]*(?:\s\p{Lu}[\pL'’.-]*)?)\s*[("“„'‘«]\s*(\p{Lu}\pL+)\s*[)"”“'’»]\s+(\p{Lu}.*)$`)
	brackets   = lazy(`\s*(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>)\s*`)
	openEnd    = lazy(`\s+[(\[{<].*$`)
	// apart parts a display name: what stands on either side is a name, a firm or a post.
	apart = lazy(`\s*(?:[|•·;~»›]|\s[/\\]\s?|\s?[/\\]\s|\s[-–—]+\s?|\s?[–—]+\s|:(?:\s|$)|\s::\s)\s*`)
	slash = lazy(`/`)
	// behind is what a word says to stand behind the name: "via Ashby", "at Acme".
	behind     = lazy(`(?i)\s+(?:via|from|at|@|with|c/o|o/b/o|on behalf of|for|of|bei|im auftrag|i\.\s?a\.|für|chez|pour|bij|namens|para|en nombre de|in|by|born|née?|geb\.|geboren[e]?)\s+\S.*$|\s+@\S.*$`)
	alsoBehind = lazy(`(?i),?\s+(?:geb\.|née?|i\.\s?a\.)\s*\S*$`)
	notAlone   = lazy(`(?i)\s+(?:and|und|et|y|e|en|&|\+)\s+`)
)

// plain takes out what is no part of any name: marks, pictures, quotes around it.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.So, r), unicode.Is(unicode.Sk, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r), r == '\ufe0f', r == '\ufffd', r == '*', r == '_', r == '#', r == '=', r == '^':
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	for _, q := range []string{`"`, "'", "“”", "„“", "«»"} {
		r := []rune(q)
		first, last := string(r[0]), string(r[len(r)-1])
		if len(s) > len(first)+len(last) && strings.HasPrefix(s, first) && strings.HasSuffix(s, last) && strings.Count(s, first) <= 2 {
			s = strings.TrimSpace(s[len(first) : len(s)-len(last)])
		}
	}
	return s
}

// segments are the parts of a display name, without what stands in brackets or behind a
// word that says so.
func segments(s string) (spoken string, all []string) {
	s = pronouns().ReplaceAllString(s, " ")
	s = strings.Join(strings.Fields(s), " ")
	if m := spokenName().FindStringSubmatch(s); m != nil && !allCaps(m[2]) {
		spoken, s = m[2], m[1]+" "+m[3]
	}
	s = strings.NewReplacer(`"`, " ", "“", " ", "”", " ", "„", " ", "«", " ", "»", " ").Replace(s)
	s = brackets().ReplaceAllString(s, " ")
	s = openEnd().ReplaceAllString(s, "")
	s = strings.Join(strings.Fields(s), " ")
	for _, part := range apart().Split(s, -1) {
		part = alsoBehind().ReplaceAllString(behind().ReplaceAllString(part, ""), "")
		if part = strings.Trim(part, " ,;:-–—|/"); part != "" {
			all = append(all, part)
		}
	}
	return spoken, all
}
