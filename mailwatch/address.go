package mailwatch

import "strings"

// parseAddresses reads an address list (RFC 5322, section 3.4) in whatever state
// it is in: missing quotes, comments, groups, semicolons for commas, encoded words
// inside quotes. What has no at-sign is dropped.
func parseAddresses(value []byte) []Address {
	var all []Address
	for s := string(value); s != "" && len(all) < maxAddresses; {
		var one addressParts
		one, s = nextAddress(s)
		if a, ok := one.address(); ok {
			all = append(all, a)
		}
	}
	return all
}

// addressParts are the pieces of one address before they are decoded.
type addressParts struct {
	words   strings.Builder // outside brackets, comments and quotes, and what was in quotes
	angle   string
	comment string
}

func nextAddress(s string) (a addressParts, rest string) {
	a.words.Grow(min(len(s), 64)) // more than most names have
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ',', ';':
			return a, s[i+1:]
		case ':':
			// The name of a group goes; an address with a colon in its name does not.
			if !strings.Contains(s[i:], "<") || strings.HasPrefix(strings.TrimLeft(s[i+1:], " "), ";") || strings.Contains(s[i:], ";") {
				a.words.Reset()
				continue
			}
			a.words.WriteByte(c)
		case '"':
			inner, n := quoted(s[i:], '"', '"')
			a.words.WriteString(unescape(inner))
			i += n - 1
		case '(':
			inner, n := quoted(s[i:], '(', ')')
			a.comment = unescape(inner)
			i += n - 1
		case '<':
			var n int
			a.angle, n = angle(s[i:])
			i += n - 1
		default:
			a.words.WriteByte(c)
		}
	}
	return a, ""
}

// quoted returns what is between the marks at the front of s, and the length with
// both marks. A piece without an end goes up to the end.
func quoted(s string, open, shut byte) (inner string, n int) {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == shut && i > 0:
			if depth--; depth <= 0 {
				return s[1:i], i + 1
			}
		case s[i] == open:
			depth++
		}
	}
	return s[1:], len(s)
}

// angle returns what is in the angle brackets at the front of s, and the length
// with both. Brackets without an end go up to the next address.
func angle(s string) (inner string, n int) {
	if end := strings.IndexByte(s, '>'); end > 0 {
		return s[1:end], end + 1
	}
	if end := strings.IndexAny(s, ",; "); end > 0 {
		return s[1:end], end
	}
	return s[1:], len(s)
}

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func (a *addressParts) address() (Address, bool) {
	words := strings.TrimSpace(a.words.String())
	at, name := a.angle, words
	if at == "" {
		at, name = words, a.comment
		// "Ngozi Okafor ngozi@acme.example": the last word with an at-sign.
		if i := strings.LastIndexAny(at, " \t"); i >= 0 {
			name, at = at[:i], at[i+1:]
		}
	}
	if i := strings.LastIndexByte(at, ':'); i >= 0 && strings.HasPrefix(at, "@") {
		at = at[i+1:] // RFC 5322, section 4.4: a route
	}
	at = squeeze(oneLine(strings.TrimPrefix(at, "mailto:")), "")
	at = strings.Trim(at, "'")
	if i := strings.LastIndexByte(at, '@'); i <= 0 || i == len(at)-1 {
		return Address{}, false
	}
	name = squeeze(decodeText(name), " ")
	return Address{Name: strings.Trim(name, `"' `), Address: at}, true
}
