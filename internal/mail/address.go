package mail

import "strings"

// An Address is one mailbox of an address header. Name is decoded and stands on
// one line; Address is as it stands there, without angle brackets.
type Address struct{ Name, Address string }

// maxAddresses bounds how many addresses of one field are read.
const maxAddresses = 200

// ParseAddresses reads an address list (RFC 5322, section 3.4) in whatever state
// it is in: semicolons for commas, unquoted dots and at-signs in names, comments,
// groups, encoded words inside quotes. What has no at-sign is dropped. At most 200
// are read.
func ParseAddresses(s string) []Address {
	if a, ok := plainAddress(s); ok {
		return []Address{a}
	}
	var all []Address
	if len(s) > 64<<10 {
		s = s[:64<<10]
	}
	for _, item := range splitAddresses(s) {
		if a, ok := parseAddress(item); ok {
			if all = append(all, a); len(all) == maxAddresses {
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

// plainAddress reads what nearly every field holds: one address, and before it
// a name without anything that has a meaning of its own.
func plainAddress(s string) (Address, bool) {
	s = strings.Trim(s, " \t")
	name, at := "", s
	if i := strings.IndexByte(s, '<'); i >= 0 {
		if s[len(s)-1] != '>' {
			return Address{}, false
		}
		name, at = s[:i], s[i+1:len(s)-1]
		bare := strings.Trim(name, " \t")
		if len(bare) > 1 && bare[0] == '"' && bare[len(bare)-1] == '"' {
			bare = bare[1 : len(bare)-1]
			if strings.ContainsAny(bare, `"\`) {
				return Address{}, false
			}
		} else if strings.ContainsAny(bare, `,;:()<>@"\`) {
			return Address{}, false
		}
	}
	if at == "" || len(at) > maxPlain || FindAddress(at) != at || strings.HasPrefix(at, "mailto:") {
		return Address{}, false
	}
	return Address{DisplayName(name), cleanAddress(at)}, true
}

// maxPlain is longer than an address may be (RFC 5321, section 4.5.3.1).
const maxPlain = 320

// FindAddress returns the first address in a text, "" if there is none.
func FindAddress(s string) string {
	i, j := findAddress(s)
	return s[i:j]
}

// FindAddresses returns the first n addresses in a text.
func FindAddresses(s string, n int) []string {
	var all []string
	for len(all) < n {
		i, j := findAddress(s)
		if i == j {
			break
		}
		all = append(all, s[i:j])
		s = s[j:]
	}
	return all
}

// findAddress returns where the first run of characters stands that may be an
// address: one with an at-sign in its midst.
func findAddress(s string) (start, end int) {
	for start < len(s) {
		for start < len(s) && delimits(s[start]) {
			start++
		}
		end = start
		for end < len(s) && !delimits(s[end]) {
			end++
		}
		if end-start > 2 && strings.IndexByte(s[start+1:end-1], '@') >= 0 {
			return start, end
		}
		start = end
	}
	return 0, 0
}

// delimits reports whether a character can be no part of an address.
func delimits(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', '\f', '<', '>', '(', ')', '"', '\'', ',', ';', ':', '[', ']':
		return true
	}
	return false
}

func parseAddress(s string) (Address, bool) {
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
		if a := FindAddress(in); a != "" {
			return Address{DisplayName(s[:i]), cleanAddress(a)}, true
		}
	}
	bare, comment := withoutComments(s)
	at, end := findAddress(bare)
	if at == end {
		if at, end = findAddress(s); at == end {
			return Address{}, false
		}
		return Address{"", cleanAddress(s[at:end])}, true
	}
	name := bare[:at] // "Ngozi Okafor ngozi@acme.example"
	if comment != "" {
		name = comment
	}
	return Address{DisplayName(name), cleanAddress(bare[at:end])}, true
}

// cleanAddress returns an address as it may be shown and compared.
func cleanAddress(s string) string {
	if printable(s) {
		return s
	}
	return strings.ReplaceAll(CleanLine(s), " ", "")
}

// withoutComments returns s without its comments (RFC 5322, section 3.2.2), and the
// last of them.
func withoutComments(s string) (bare, comment string) {
	if !strings.Contains(s, "(") {
		return s, ""
	}
	var b strings.Builder
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(':
			if depth++; depth == 1 {
				start = i + 1
			}
		case c == ')' && depth > 0:
			if depth--; depth == 0 {
				comment = s[start:i]
			}
		case depth == 0:
			b.WriteByte(c)
		}
	}
	return b.String(), comment
}

// single reports whether the value of a From field is one plain address, with or
// without a name before it. A comment, a group, a quoted local part or a list that
// holds a further address shows one sender to the reader and another to the server
// that checked him.
func single(s string) bool {
	if _, ok := plainAddress(s); ok {
		return true
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '"' {
			b.WriteByte(s[i])
			continue
		}
		end := i + 1
		for end < len(s) && s[end] != '"' {
			if s[end] == '\\' {
				end++
			}
			end++
		}
		if i = end; end+1 < len(s) && (s[end+1] == '@' || s[end+1] == ':') {
			return false // a quoted local part; the name of a group
		}
	}
	rest := b.String()
	if strings.Count(rest, "@") != 1 || strings.ContainsAny(rest, ":") {
		return false
	}
	_, comment := withoutComments(rest)
	return !strings.Contains(comment, "@") && FindAddress(rest) != ""
}

// DisplayName reads a display name (RFC 5322, section 3.4): quotes and escapes
// undone, encoded words decoded, on one line, each blank once.
func DisplayName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '"' {
		s = strings.TrimSuffix(s[1:], `"`)
		s = strings.ReplaceAll(strings.ReplaceAll(s, `\"`, `"`), `\\`, `\`)
	}
	s = strings.Trim(DecodeWords(s), " \t\"'")
	return cutRunes(strings.Join(strings.Fields(s), " "), maxName)
}

// maxName and maxSubject are how many characters of a name or subject are kept:
// longer ones are nobody's, and cost in all that is done with them.
const (
	maxName    = 100
	maxSubject = 300
)

// cutRunes returns the first n characters of s.
func cutRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n--; n < 0 {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

// DomainOf returns the domain of an address in lower case.
func DomainOf(address string) string {
	return strings.ToLower(strings.Trim(address[strings.LastIndexByte(address, '@')+1:], ".>"))
}
