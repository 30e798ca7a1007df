package prose

import (
	"regexp"
	"strings"

	"afterword/mailwatch/recognize/find"
)

// Calendars list who comes by name, or by address where they know no more, each on a line
// under a heading, and say behind it who organizes: he arranges, if somebody else comes too.

var (
	organizes = find.Lazy(`^ ?[-–—(] ?(?:organi[sz]er|organisator\w*|organisateur|organisatrice|organizador\w*|creator|ersteller\w*|createur|creatrice|creador\w*|maker)\b`)
	onlyGuest = regexp.MustCompile(`^[\s•*<-]*([A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})>?\s*([-–—(].*)?$`)
)

func restOfLine(text string) string {
	line, _, _ := strings.Cut(text[:min(len(text), longest)], "\n")
	return plain(line)
}

// addressed adds those who stand under such a heading by their address alone, at the
// company's domain. One of whose name it is made has it.
func (r *reader) addressed(all []mention, under map[int]int) []mention {
	at := 0
lines:
	for line := range strings.Lines(r.text) {
		start := at
		at += len(line)
		m := onlyGuest.FindStringSubmatch(strings.TrimRight(line, "\r\n"))
		if under[start] != listLine || m == nil || !r.personal("", m[1]) || organizes().MatchString(plain(m[2])) {
			continue
		}
		for i := range all {
			if all[i].takes && Belongs(all[i].Name, m[1]) {
				if all[i].Address == "" {
					all[i].Address = m[1]
				}
				continue lines
			}
		}
		all = append(all, mention{Person: Person{Address: m[1], Part: "interviewer"}, slot: -1, rule: nameless, takes: true})
	}
	return all
}

// nameless is the rule by which an address by itself is somebody's.
const nameless = "address"
