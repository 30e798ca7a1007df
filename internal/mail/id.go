package mail

import (
	"strings"
	"unicode/utf8"
)

// maxReferences bounds the identifiers of one field.
const maxReferences = 200

// MessageIDs reads identifiers (RFC 5322, section 3.6.4), with or without
// their brackets, separated by anything. At most 200, the newest ones.
func MessageIDs(s string) []string {
	if len(s) > 64<<10 {
		s = s[len(s)-64<<10:]
	}
	var ids []string
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		j := strings.IndexAny(s[i+1:], "<>")
		if j < 0 {
			ids = appendID(ids, s[i+1:])
			s = ""
			break
		}
		ids = appendID(ids, s[i+1:i+1+j])
		s = s[i+1+j:]
	}
	if ids == nil {
		for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == ',' || r == ';' }) {
			if strings.Contains(f, "@") {
				ids = appendID(ids, f)
			}
		}
	}
	if len(ids) > maxReferences {
		ids = ids[len(ids)-maxReferences:]
	}
	return ids
}

func appendID(ids []string, id string) []string {
	if strings.ContainsAny(id, " \t") || !printable(id) {
		id = strings.Join(strings.Fields(CleanLine(id)), "") // some programs fold in the middle
	}
	if id == "" || len(id) > 998 || strings.ContainsRune(id, utf8.RuneError) {
		return ids
	}
	return append(ids, id)
}
