package recognize

import (
	"net/mail"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// encodedWord is RFC 2047, section 2, wherever it stands and whatever is wrong
// with its neighbours. Blanks inside are not allowed there and yet occur.
var encodedWord = regexp.MustCompile(`=\?([^?\s*]+)(?:\*[^?]*)?\?([bBqQ])\?([^?]*)\?=`)

// decodeWords decodes the encoded words of a header value. Neighbours of one
// charset are joined before they are decoded, because many programs cut a
// character in two (which RFC 2047, section 5, forbids).
func decodeWords(s string) string {
	if !utf8.ValidString(s) {
		s = latin([]byte(s))
	}
	if !strings.Contains(s, "=?") {
		return s
	}
	if len(s) > 64<<10 {
		s = strings.ToValidUTF8(s[:64<<10], "")
	}
	var out strings.Builder
	var pending []byte // bytes of neighbours that are still to be converted
	var name string
	flush := func() {
		if len(pending) > 0 {
			text, _ := toUTF8(pending, name)
			out.WriteString(text)
			pending = pending[:0]
		}
	}
	last := 0
	for _, m := range encodedWord.FindAllStringSubmatchIndex(s, -1) {
		between := s[last:m[0]]
		charset := strings.ToLower(s[m[2]:m[3]])
		if last == 0 || strings.TrimSpace(between) != "" {
			flush()
			out.WriteString(between)
		} else if charset != name {
			flush()
		}
		name = charset
		pending = append(pending, decodeWord(s[m[4]:m[5]], s[m[6]:m[7]])...)
		last = m[1]
	}
	flush()
	out.WriteString(s[last:])
	return strings.Join(strings.FieldsFunc(out.String(), func(r rune) bool { return r == '\r' || r == '\n' || r == 0 }), "")
}

func decodeWord(encoding, text string) []byte {
	if encoding == "b" || encoding == "B" {
		return unbase64([]byte(text))
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "_", " "), "\n", "")
	return unquote([]byte(text))
}

// messageIDs reads identifiers (RFC 5322, section 3.6.4), with or without
// their brackets, separated by anything. At most 200, the newest ones.
func messageIDs(s string) []string {
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
	if len(ids) > 200 {
		ids = ids[len(ids)-200:]
	}
	return ids
}

func appendID(ids []string, id string) []string {
	id = strings.Join(strings.Fields(id), "")
	if id == "" || len(id) > 998 || !utf8.ValidString(id) {
		return ids
	}
	return append(ids, id)
}

var (
	dateComment = regexp.MustCompile(`\([^()]*\)`)
	dateLoose   = regexp.MustCompile(`(?i)(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d{2})[ ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?`)
)

// parseDate reads a Date header (RFC 5322, section 3.3) as it comes.
func parseDate(s string) (time.Time, bool) {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" || len(s) > 200 {
		return time.Time{}, false
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t, plausible(t)
	}
	s = strings.TrimSpace(dateComment.ReplaceAllString(s, ""))
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, time.UnixDate, time.RFC3339, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "Mon Jan _2 15:04:05 2006 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, plausible(t)
		}
	}
	if m := dateLoose.FindStringSubmatch(s); m != nil {
		zone := m[7]
		if zone == "" || zone[0] != '+' && zone[0] != '-' {
			zone = "+0000"
		}
		year := m[3]
		if len(year) == 2 {
			year = "20" + year
		}
		sec := m[6]
		if sec == "" {
			sec = "00"
		}
		t, err := time.Parse("2 Jan 2006 15:04:05 -0700", m[1]+" "+m[2]+" "+year+" "+m[4]+":"+m[5]+":"+sec+" "+zone)
		if err == nil {
			return t, plausible(t)
		}
	}
	return time.Time{}, false
}

// plausible: mail is not older than the network, and a year of five digits is a joke.
func plausible(t time.Time) bool { return t.Year() > 1970 && t.Year() < 2200 }
