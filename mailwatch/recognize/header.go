package recognize

import (
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"afterword/rules"
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

// unbase64 decodes what can be decoded: characters outside the alphabet are
// skipped, and padding may be missing.
func unbase64(b []byte) []byte {
	clean := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			clean = append(clean, c)
		case c == '=':
			// Padding ends a group; some programs join several encoded texts.
			for len(clean)%4 > 1 {
				clean = append(clean, 'A')
			}
		}
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	n, _ := base64.RawStdEncoding.Decode(out, clean)
	return []byte(strings.TrimRight(string(out[:n]), "\x00"))
}

// unquote decodes quoted-printable (RFC 2045, section 6.7). An equals sign that
// begins no valid escape stands for itself.
func unquote(b []byte) []byte {
	clean := make([]byte, 0, len(b)+16)
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c == '=' && !escape(b[i+1:]) {
			clean = append(clean, "=3D"...)
			continue
		}
		clean = append(clean, c)
	}
	out, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(string(clean))))
	return out
}

// escape reports whether b, after an equals sign, ends a soft line break or is
// two hexadecimal digits.
func escape(b []byte) bool {
	i := 0
	for i < len(b) && (b[i] == ' ' || b[i] == '\t') {
		i++
	}
	if i == len(b) || b[i] == '\n' || b[i] == '\r' {
		return true
	}
	return len(b) >= 2 && hex(b[0]) && hex(b[1])
}

func hex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f'
}

// An address is one mailbox of an address header.
type address struct{ name, addr string }

// addresses reads an address list (RFC 5322, section 3.4) in whatever state it
// is in: semicolons for commas, unquoted dots and at-signs in names, comments,
// groups, encoded words inside quotes. At most 200 are read.
func addresses(s string) []address {
	var all []address
	if len(s) > 64<<10 {
		s = s[:64<<10]
	}
	for _, item := range splitAddresses(s) {
		if a, ok := parseAddress(item); ok {
			if all = append(all, a); len(all) == 200 {
				break
			}
		}
	}
	return all
}

func splitAddresses(s string) []string {
	var items []string
	var quote bool
	var angle, comment, start int
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '"' && comment == 0:
			quote = !quote
		case quote:
		case c == '(':
			comment++
		case c == ')' && comment > 0:
			comment--
		case comment > 0:
		case c == '<':
			angle++
		case c == '>' && angle > 0:
			angle--
		case c == ':' && angle == 0 && !strings.Contains(s[start:i], "@"):
			start = i + 1 // the name of a group
		case (c == ',' || c == ';') && angle == 0:
			items = append(items, s[start:i])
			start = i + 1
		}
	}
	if start < len(s) {
		// An open quote or bracket swallowed the rest: cut it at every comma.
		if rest := s[start:]; (quote || angle > 0 || comment > 0) && strings.Contains(rest, ",") {
			return append(items, strings.Split(rest, ",")...)
		}
		items = append(items, s[start:])
	}
	return items
}

var bareAddress = regexp.MustCompile(`[^\s<>()"',;:\[\]]+@[^\s<>()"',;:\[\]]+`)

func parseAddress(s string) (address, bool) {
	s = strings.TrimSpace(s)
	if i := strings.LastIndexByte(s, '<'); i >= 0 {
		in := s[i+1:]
		if j := strings.IndexByte(in, '>'); j >= 0 {
			in = in[:j]
		}
		in = strings.TrimPrefix(strings.TrimSpace(in), "mailto:")
		if k := strings.LastIndexByte(in, ':'); k >= 0 && strings.HasPrefix(in, "@") {
			in = in[k+1:] // RFC 5322, section 4.4: a route
		}
		if a := bareAddress.FindString(in); a != "" {
			return address{displayName(s[:i]), a}, true
		}
	}
	m := bareAddress.FindStringIndex(s)
	if m == nil {
		return address{}, false
	}
	name := ""
	if i, j := strings.IndexByte(s, '('), strings.LastIndexByte(s, ')'); i >= 0 && j > i {
		name = displayName(s[i+1 : j])
	}
	return address{name, s[m[0]:m[1]]}, true
}

func displayName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '"' {
		s = strings.TrimSuffix(s[1:], `"`)
		s = strings.ReplaceAll(strings.ReplaceAll(s, `\"`, `"`), `\\`, `\`)
	}
	s = strings.Trim(decodeWords(s), " \t\"'")
	return strings.Join(strings.Fields(s), " ")
}

// contact makes a contact of an address: the name as it is spelled, the
// honorific apart. "Okafor, Ngozi" is turned round.
func contact(a address) rules.Contact {
	name := a.name
	if strings.EqualFold(name, a.addr) {
		name = ""
	}
	if last, first, ok := strings.Cut(name, ","); ok && !strings.ContainsAny(first, ",.") && len(strings.Fields(last)) <= 2 && len(strings.Fields(first)) <= 2 && strings.TrimSpace(first) != "" {
		name = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
	}
	c := rules.Contact{Address: a.addr}
	c.Honorific, c.Name = rules.SplitHonorific(name)
	return c
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
