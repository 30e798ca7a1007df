package mail

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// encodedWord is RFC 2047, section 2, wherever it stands and whatever is wrong
// with its neighbours. Blanks inside are not allowed there and yet occur.
var encodedWord = regexp.MustCompile(`=\?([^?\s*]+)(?:\*[^?]*)?\?([bBqQ])\?([^?]*)\?=`)

// DecodeWords decodes the encoded words of a header value. Neighbours of one
// charset are joined before they are decoded, because many programs cut a
// character in two (which RFC 2047, section 5, forbids). The result is one line,
// as CleanLine makes it.
func DecodeWords(s string) string {
	if !utf8.ValidString(s) {
		s = latin([]byte(s))
	}
	if !strings.Contains(s, "=?") {
		return CleanLine(s)
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
	return CleanLine(out.String())
}

func decodeWord(encoding, text string) []byte {
	if encoding == "b" || encoding == "B" {
		return unbase64([]byte(text))
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "_", "=20"), "\n", "") // a blank at its end is no loose end of a line
	return unquote([]byte(text))
}
