package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/robot"
)

// A mention is somebody whom the text names, where it does, and what the rules say of him.
type mention struct {
	Person
	named
	slot  int // of which slot; -1 for all
	at    int // the sentence
	after int // the token behind name and title
	rule  string
	takes bool // the rules say that he interviews
	never bool // he does not, whatever else speaks for it
}

// names reads all names of the text.
func (w *words) names() []named {
	var all []named
	for i := 0; i < len(w.tokens) && len(all) < maxSpans; {
		if w.at(i).kind == wordToken && (w.capital(i) || titles[w.at(i).word]) {
			if n, ok := w.name(i); ok {
				all = append(all, n)
				i = n.next
				continue
			}
		}
		i++
	}
	return all
}

// mentions reads what the rules say of everybody whom the text names, and who does not
// come after all.
func (r *reader) mentions(slots []slot) (all []mention, left []string) {
	chain, chainEnd := false, 0
	under := r.underLabels()
	var organize []int // those who organize, by the list in which they stand
	chainSlot := -1
	var before []int // those right before a name of whom nothing is said yet
	beforeEnd, titled := 0, 0
	for _, n := range r.withLone() {
		if n.start < titled {
			continue // "Dana Wu (Head of Trade Compliance)" is one person
		}
		at := holding(r.sentences, n.start)
		if at < 0 {
			continue
		}
		s := r.sentences[at]
		title, after := r.title(n.next)
		p := Person{Name: n.name, Title: title, Address: r.beside(n, after), Part: "interviewer"}
		if p.Title == "" {
			if m := address().FindStringIndex(r.text[n.end:min(len(r.text), n.end+120)]); m != nil {
				if i := r.tokenAt(n.end + m[1]); i > n.next {
					p.Title, after = r.title(i)
				}
			}
		}
		end := r.at(after - 1).end
		if p.Title == "" {
			p.Title = r.titleBefore(s, n)
		} else {
			titled = end
		}
		if !n.lone && !r.stranger(n) {
			r.known = join(r.known, Person{Name: p.Name, Title: p.Title})
		}
		pre, post := plain(r.text[s.start:n.start]), plain(r.text[min(end, s.end):s.end])
		lineStart := max(strings.LastIndexByte(r.text[:n.start], '\n')+1, n.start-longest)
		line := plain(r.text[lineStart:n.start])
		m := mention{Person: p, named: n, slot: r.slotOf(n, lineStart, slots, at), at: at, after: after, takes: true}
		listed := chain && n.start >= chainEnd && n.start-chainEnd < 60 && goesOn(plain(r.text[chainEnd:n.start])) && !(strings.Contains(r.text[chainEnd:n.start], "\n") && strings.Trim(r.text[chainEnd:n.start], " \t\r\n;.") == "")
		seated := under[lineStart] == listLine && seat().MatchString(line)
		switch {
		case n.lone:
			m.takes = false // the odds say it
		case fails().MatchString(post) || r.gives(n):
			m.rule, m.takes, m.never = "fails", false, true
			if !n.short || stepsIn().MatchString(s.plain) {
				left = append(left, n.name)
			}
		case replaces().MatchString(pre) && !listed && !strings.HasSuffix(pre, " for"):
			m.rule, m.takes, m.never = "replaced", false, true
			left = append(left, n.name)
		case r.stranger(n):
			m.rule, m.takes, m.never = "stranger", false, true
		case listed && !serves().MatchString(post):
			m.rule, m.slot = "listed", max(m.slot, chainSlot)
		case label().MatchString(line) || cell().MatchString(line):
			m.rule = "label"
		case under[lineStart] == listLine && (beforeName().MatchString(line) || seated):
			m.rule = "under"
		case under[lineStart] == cellLine && beforeName().MatchString(line) && r.alone(n, end):
			m.rule = "cell"
		case reached().MatchString(r.withoutRole(pre)) || gone().MatchString(pre) || serves().MatchString(post):
			m.rule, m.takes = "reached", false
		case r.timeBehind(n, slots) >= 0:
			m.rule, m.slot = "timed", r.timeBehind(n, slots)
		case m.slot >= 0 && r.agenda(n, lineStart, slots[m.slot]):
			m.rule = "agenda"
		case r.below(n, after, lineStart, slots) >= 0 && !Same(n.name, r.m.Sender.Name):
			m.rule, m.slot = "below", r.below(n, after, lineStart, slots)
		case r.cued(pre) && (r.timed(at, slots) || r.m.Calendar || talks().MatchString(s.plain) || pre == "with" || pre == "mit" || pre == "avec" || pre == "con" || pre == "met"):
			m.rule, m.takes = "cued", !recalls().MatchString(s.plain)
		case title != "" && posted(title) && !p.Clerk() && (r.timed(at, slots) || talks().MatchString(s.plain)) && !recalls().MatchString(s.plain) && !s.asks && !elsewise().MatchString(pre) && !Same(n.name, r.m.Sender.Name):
			m.rule = "titled" // who is named beside the time with what he is
		case (acts().MatchString(post) || andMe().MatchString(post)) && !p.Arranges():
			m.rule = "acts"
			if len(before) > 0 && r.joined(beforeEnd, n.start) { // "Dana Wu and Raj Bhatt will call you"
				for _, i := range before {
					all[i].takes = true
				}
			}
		default:
			m.takes = false
		}
		if otherLabel().MatchString(line) && !label().MatchString(line) && !seated && m.slot < 0 && !r.cued(pre) {
			m.takes = false
		}
		all = append(all, m)
		if chain = m.takes; !m.takes {
			if m.rule != "" || len(before) > 0 && !r.joined(beforeEnd, n.start) {
				before = nil
			}
			if m.rule == "" {
				before, beforeEnd = append(before, len(all)-1), end
			}
			continue
		}
		before = nil
		if under[lineStart] == listLine && organizes().MatchString(restOfLine(r.text[n.end:])) {
			all[len(all)-1].rule = "organizes"
			organize = append(organize, len(all)-1)
			continue
		}
		chainEnd, chainSlot = end, m.slot
		if m := address().FindStringIndex(r.text[end:min(len(r.text), end+120)]); m != nil {
			chainEnd = end + m[1]
			for chainEnd < len(r.text) && (r.text[chainEnd] == ')' || r.text[chainEnd] == '>') {
				chainEnd++
			}
		}
	}
	all = r.addressed(all, under)
	others := slices.ContainsFunc(all, func(m mention) bool { return m.takes && m.rule != "organizes" })
	for _, i := range organize {
		all[i].takes, all[i].never = !others, others
	}
	return all, left
}

// withoutRole takes the role out of plain words: "Copy Editor" copies nobody in, and a
// "Contact Centre Agent" is nobody to turn to.
func (r *reader) withoutRole(words string) string {
	if r.role == "" {
		return words
	}
	return strings.ReplaceAll(words, plain(r.role), "")
}

// joined reports whether what stands between two names makes a list of them.
func (r *reader) joined(from, to int) bool {
	if from >= to || to-from > 60 {
		return false
	}
	between := plain(r.text[from:to])
	return between != "" && goesOn(between) && !strings.Contains(r.text[from:to], "\n\n")
}

// tokenAt returns the token that begins at a byte or after it.
func (r *reader) tokenAt(at int) int {
	i, _ := slices.BinarySearchFunc(r.tokens, at, func(t token, at int) int { return t.start - at })
	for r.is(i, ")", ">") {
		i++
	}
	return i
}

// gives reports whether somebody else takes the place of the named one: "Priya Shah
// replaces Mark Lowe", whose name stands behind the word.
func (r *reader) gives(n named) bool {
	post := plain(r.text[n.end:min(len(r.text), n.end+60)])
	for _, s := range []string{"is replaced by", "will be replaced by", "wird ersetzt durch", "wird durch", "wird von", "est remplace", "sera remplace", "es sustituid", "sera sustituid", "wordt vervangen"} {
		if strings.HasPrefix(post, s) {
			return true
		}
	}
	return false
}

// stranger reports whether a name is no interviewer's: the reader's, the company's, or no
// person's at all.
func (r *reader) stranger(n named) bool {
	s := squash(n.name)
	if r.team && squash(r.m.Sender.Name) == s && r.robot && r.firm != "" {
		return true
	}
	if r.own(n.name, "") || invite.Nobody(n.name, "x@y") || r.label != "" && len(s) > 3 && (s == r.label || strings.HasPrefix(r.label, s) || strings.HasPrefix(s, r.label) || len(r.label) > 3 && strings.Count(n.name, " ") > 1 && strings.HasSuffix(s, r.label)) {
		return true
	}
	return r.firm != "" && (squash(r.firm) == s || strings.Contains(squash(r.firm), s)) || r.role != "" && strings.Contains(squash(r.role), s)
}

// own reports whether a name or address is the reader's.
func (r *reader) own(name, address string) bool {
	if r.m.Own != nil && address != "" && r.m.Own("", address) {
		return true
	}
	bare := bareName(name)
	return slices.ContainsFunc(r.m.Readers, func(reader string) bool {
		return sameName(bare, bareName(reader))
	})
}

// slotOf returns the slot of the line in which a name stands, else of its sentence; -1
// for none.
func (r *reader) slotOf(n named, lineStart int, slots []slot, at int) int {
	lineEnd := strings.IndexByte(r.text[n.start:], '\n')
	if lineEnd < 0 {
		lineEnd = len(r.text)
	} else {
		lineEnd += n.start
	}
	best := -1
	for i, s := range slots {
		if s.start >= lineStart && s.start < lineEnd && (best < 0 || s.start < n.start) {
			best = i
		}
	}
	if best >= 0 {
		return best
	}
	for i, s := range slots {
		if s.sentence == at && s.start < n.start {
			best = i
		}
	}
	return best
}

// agenda reports whether a line is one of an agenda: a time and who has it, in either
// order, with no more than a topic between.
func (r *reader) agenda(n named, lineStart int, s slot) bool {
	if s.start < n.start {
		head := plain(r.text[min(lineStart, s.start):s.start])
		if s.start < lineStart || s.end > n.start {
			return false
		}
		for _, w := range strings.FieldsFunc(head, func(c rune) bool { return strings.ContainsRune(" ,.-:*•|()", c) }) {
			if !dayWords[w] && !months[w] && (w[0] < '0' || w[0] > '9') && !noName[w] && len(w) > 3 {
				return false
			}
		}
		between := r.text[s.end:n.start]
		if welcomes().MatchString(plain(between)) {
			return false
		}
		return len(strings.Fields(between)) <= 8 && !strings.ContainsAny(between, ".!?\n") && !strings.Contains(plain(between)+" ", " you ")
	}
	head, between := r.text[lineStart:n.start], plain(r.text[n.end:s.start])
	between = strings.Trim(between, " -:,|()")
	return beforeName().MatchString(head) && (between == "" || posted(between) && len(between) < 60)
}

// timeBehind returns the slot that somebody's name has right behind it, -1 for none:
// "Dana Wu at 13:00, Raj Bhatt at 14:15".
func (r *reader) timeBehind(n named, slots []slot) int {
	return slices.IndexFunc(slots, func(s slot) bool {
		return s.start > n.end && s.start-n.end < 12 && atTime[strings.Trim(plain(r.text[n.end:s.start]), " ,(")]
	})
}

// atTime stands between somebody's name and when he has his talk.
var atTime = map[string]bool{"at": true, "um": true, "a": true, "a las": true, "om": true, "from": true, "von": true, "de": true, "van": true, "vanaf": true}

// below returns the slot below which a name has a line of its own, in the same block: the
// time stands on one line, what it is about on the next, and then with whom.
func (r *reader) below(n named, after, lineStart int, slots []slot) int {
	if r.at(after).kind != lineToken && !r.ofNames(lineStart) || !beforeName().MatchString(plain(r.text[lineStart:n.start])) {
		return -1
	}
	for i := len(slots) - 1; i >= 0; i-- {
		s := slots[i]
		if s.end > lineStart {
			continue
		}
		head := plain(r.text[strings.LastIndexByte(r.text[:s.start], '\n')+1 : s.start])
		between := strings.TrimRight(r.text[s.end:lineStart], "\n")
		if s.to >= 0 && beforeName().MatchString(head) && !strings.Contains(between, "\n\n") && strings.Count(between, "\n") <= 3 {
			return i
		}
		break
	}
	return -1
}

// cued reports whether what stands before a name says that he is met: a word such as
// "with", and behind it no more than what he is.
func (r *reader) cued(pre string) bool {
	at := cue().FindStringSubmatchIndex(pre)
	for n := 0; at != nil && n < 6; n++ {
		if plainPost(pre[at[2]:at[3]]) {
			return true
		}
		_, size := utf8.DecodeRuneInString(pre[at[0]:])
		pre = pre[at[0]+size:]
		at = cue().FindStringSubmatchIndex(pre)
	}
	return false
}

// plainPost reports whether the words between "with" and a name are no more than what
// somebody is.
func plainPost(words string) bool {
	for _, w := range strings.FieldsFunc(words, func(c rune) bool { return c == ' ' || c == ',' || c == '-' }) {
		if !postWords[w] && !small[w] && !titles[w] && !noName[w] && !strings.HasSuffix(w, "leiterin") && !strings.HasSuffix(w, "leiter") {
			return false
		}
	}
	return true
}

// titleBefore reads what somebody is, before his name: "with our CEO, Victor Hale".
func (r *reader) titleBefore(s sentence, n named) string {
	start := max(s.start, n.start-80)
	text := strings.TrimRight(r.text[start:n.start], " ,\n")
	for _, our := range []string{" our ", " unserer ", " unserem ", " unser ", " unsere ", " notre ", " nuestra ", " nuestro ", " onze ", " the ", " hiring "} {
		i := strings.LastIndex(text, our)
		if i < 0 {
			continue
		}
		title := strings.Join(strings.Fields(text[i+len(our):]), " ")
		if our == " hiring " {
			title = "hiring " + title
		}
		if words := strings.Fields(title); len(words) > 0 && len(words) <= 6 && posted(title) && !strings.ContainsAny(title, ".,;:()") && postWords[fold(words[len(words)-1])] || len(words) > 0 && len(words) <= 6 && !strings.ContainsAny(title, ".,;:()") && posted(words[0]) {
			return title
		}
	}
	return ""
}

// small are the words between "with" and a name.
var small = set(`our the your a an my of for colleague colleagues both and unser unsere unserem unserer unseren dem der den kollegen kollegin kollege notre nos la le du de des collegue collegues nuestro nuestra nuestros el los companero companera mi onze ons mijn collega collega's het van first also then als following people folks persons colleague folgende folgenden personen weiterhin nach wie vor suivantes suivants personnes toujours siguientes personas siguen siendo todavia volgende mensen nog steeds still again persoon zusatzlich zudem ausserdem dan ook nog aussi tambien e her his their deputy ihre ihren seine seiner mogliche moglichen kunftige kunftigen zukunftige zukunftigen future potential prospective futur futurs futuro futura toekomstige die das het heer heren mevrouw dame ondertekende`)

func (r *reader) timed(at int, slots []slot) bool {
	return slices.ContainsFunc(slots, func(s slot) bool { return s.sentence >= at-2 && s.sentence <= at+1 })
}

// beside returns the address that stands beside a name, where it is one at the company's
// domain and nobody shares it.
func (r *reader) beside(n named, after int) string {
	for _, end := range []int{n.end, r.at(after - 1).end} {
		rest := r.text[end:min(len(r.text), end+120)]
		rest, _, _ = strings.Cut(rest, "\n")
		if m := address().FindStringSubmatch(rest); m != nil && r.personal(n.name, m[1]) {
			return m[1]
		}
	}
	return ""
}

// personal reports whether an address is one person's, at the company's domain.
func (r *reader) personal(name, address string) bool {
	domain := domains.Registrable(mail.DomainOf(address))
	return r.domain != "" && domain == r.domain && !invite.Nobody(name, address) && !robot.Program(strings.ToLower(address)) && !r.own("", address)
}

var mailLike = regexp.MustCompile(`\S+@\S+`)
