package prose

import "strings"

// How a line stands under one that says who interviews.
const (
	listLine = 1 + iota // it is of the list that "Interviewers:" begins
	cellLine            // it goes on with what stands beside "Interviewers" in a table
)

// underLabels returns where the lines begin that stand under a line such as
// "Interviewers:" or "you will meet:", in the same block.
func (r *reader) underLabels() map[int]int {
	under := map[int]int{}
	open, begun, at := 0, false, 0
	for line := range strings.Lines(r.text) {
		p := plain(line)
		items := listItem(strings.TrimLeft(r.text[at+len(line):], " \t\r\n"))
		switch m := label().FindString(p); {
		case p == "":
			if begun {
				open = 0
			}
		case m != "" && m == p, heads(p), (strings.HasSuffix(p, ":") || items && !listItem(p)) && r.announces(strings.TrimRight(p, " :")):
			open, begun = listLine, false
		case m != "" || cell().MatchString(p):
			open, begun = cellLine, true
		case open != 0:
			under[at], begun = open, true
		}
		at += len(line)
	}
	return under
}

// heads reports whether a line is no more than a label, without its colon: "WITH".
func heads(p string) bool {
	m := label().FindString(p + ":")
	return m == p+":" && len(strings.Fields(p)) <= 3
}

// announces reports whether a line that ends in a colon says that those are met whom the
// next lines name.
func (r *reader) announces(p string) bool {
	return (r.cued(p) || attends().MatchString(p)) && !reached().MatchString(p) && !gone().MatchString(p)
}

// alone reports whether a line has nothing but a name with what he is and his address.
func (r *reader) alone(n named, end int) bool {
	line, _, _ := strings.Cut(r.text[end:], "\n")
	line = mailLike.ReplaceAllString(line, "")
	return len(bareName(n.name)) > 1 && strings.Trim(line, " \t\r,;()<>-–|") == ""
}

// ofNames reports whether the line in which a name stands has nothing but names, with what
// they are.
func (r *reader) ofNames(lineStart int) bool {
	line, _, _ := strings.Cut(r.text[lineStart:], "\n")
	at, end := lineStart, lineStart+len(line)
	for _, n := range r.named {
		if n.start < lineStart || n.end > end {
			continue
		}
		if between := plain(r.text[at:n.start]); at == lineStart && !beforeName().MatchString(between) || at > lineStart && !joins().MatchString(between) {
			return false
		}
		_, after := r.title(n.next)
		at = r.at(after - 1).end
	}
	return at > lineStart && strings.Trim(r.text[at:end], " \t\r.") == ""
}

// goesOn reports whether what stands between two names makes a list of them: "and", or
// "and our press officer".
func goesOn(between string) bool {
	if joins().MatchString(between) {
		return true
	}
	m := joinsOne().FindStringSubmatch(between)
	if m == nil || replaces().MatchString(between) {
		return false
	}
	for _, w := range strings.Fields(m[1]) {
		if !postWords[w] && !small[w] && !titles[w] && !noName[w] && !postEnd(w) {
			return false
		}
	}
	return true
}
