package recognize

import (
	"regexp"
	"strings"

	"afterword/rules"
)

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
