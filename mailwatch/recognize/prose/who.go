package prose

import (
	"slices"
	"strconv"
	"strings"

	"afterword/mailwatch/recognize/odds"
)

// How likely it must be that somebody interviews: where a rule says so, and where none
// does.
const (
	likelyByRule = 0.2
	likelyAlone  = 0.7
)

// met reports whether somebody whom the text names is one who interviews.
func (r *reader) met(m mention, slots []slot) bool {
	if m.never || m.rule == nameless {
		return !m.never
	}
	p := r.weigh(Question{Kind: Who, Name: m.Name, Cues: r.whoCues(m, slots), Takes: m.takes})
	if m.takes {
		return p > likelyByRule
	}
	return p > likelyAlone && !(Same(m.Name, r.m.Sender.Name) && (m.Clerk() || Person{Title: r.post}.Clerk())) // who signs as a recruiter says so if he comes too
}

// whoCues are what speaks for and against somebody's being one who interviews.
func (r *reader) whoCues(m mention, slots []slot) *odds.Cues {
	c := &odds.Cues{}
	s := r.sentences[m.at]
	c.Add("rule", m.rule)
	c.Flag("takes", m.takes)
	r.around(c, m.start, m.after, s)
	r.above(c, m.start)
	lineStart := strings.LastIndexByte(r.text[:m.start], '\n') + 1
	c.Flag("of names", r.ofNames(lineStart))
	lineEnd := lineStart + len(firstLine(r.text[lineStart:]))
	c.Flag("time in line", slices.ContainsFunc(slots, func(s slot) bool { return s.start >= lineStart && s.start < lineEnd }))
	near := far
	for _, sl := range slots {
		if d := m.at - sl.sentence; sl.fresh() && max(d, -d) < max(near, -near) {
			near = d
		}
	}
	c.Add("time", strconv.Itoa(max(-4, min(5, near))))
	c.Flag("honorific", m.honorific)
	c.Flag("short", m.short)
	c.Flag("lone", m.lone)
	switch {
	case m.Title == "":
		c.Add("untitled")
	case m.Arranges():
		c.Add("arranges")
	case m.Clerk():
		c.Add("clerk")
	default:
		c.Add("post")
	}
	for w := range strings.FieldsSeq(plain(m.Title)) {
		c.Add("title", stem(w))
	}
	c.Flag("address", m.Address != "")
	c.Flag("sender", Same(m.Name, r.m.Sender.Name))
	c.Add("below", strconv.Itoa(min(6, strings.Count(strings.TrimSpace(r.text[m.end:]), "\n"))))
	seen := 0
	for _, n := range r.named {
		if n.start < m.start && Same(n.name, m.Name) {
			seen++
		}
	}
	c.Add("seen", strconv.Itoa(min(2, seen)))
	c.Flag("talks", talks().MatchString(s.plain))
	c.Flag("recalls", recalls().MatchString(s.plain))
	c.Flag("offers", offers().MatchString(s.plain))
	c.Flag("calls off", callsOff().MatchString(s.plain))
	c.Flag("moves", moves().MatchString(s.plain))
	c.Flag("asks", s.asks)
	c.Flag("calendar", r.m.Calendar)
	return c
}

// far is further than what is near, in sentences.
const far = 9

// How many words before and behind a place are looked at, how many of its sentence, and
// how many lines above it.
const (
	wordsAround = 8
	wordsOf     = 40
	linesAbove  = 8
)

// around adds the words before and behind a place in a sentence, and all of the sentence.
func (r *reader) around(c *odds.Cues, start, after int, s sentence) {
	first, _ := slices.BinarySearchFunc(r.tokens, start, func(t token, at int) int { return t.start - at })
	r.walk(c, "before", first-1, -1, s)
	r.walk(c, "behind", after, 1, s)
	for i, w := range strings.FieldsFunc(s.plain, parts) {
		if i == wordsOf {
			break
		}
		c.Add("sentence", stem(w))
	}
}

// walk adds the words from token i on in one direction, as far as the sentence goes: those
// that are near with where they stand, all by themselves.
func (r *reader) walk(c *odds.Cues, side string, i, step int, s sentence) {
	last, n := "", 0
	for ; i >= 0 && i < len(r.tokens) && r.tokens[i].start >= s.start && r.tokens[i].start < s.end && n < wordsAround; i += step {
		w := r.sort(i)
		if w == someone && last == someone {
			continue // a name of several words is one
		}
		if n++; n <= 3 {
			c.Add(side+strconv.Itoa(n), w)
			if n > 1 {
				c.Add(side+strconv.Itoa(n), last, w)
			}
		}
		c.Add(side, stem(w))
		last = w
	}
	c.Flag(side+" is nothing", n == 0)
}

// someone stands for a name.
const someone = "NAME"

// sort returns a token's word, or what sort of word it is where it matters no further.
func (r *reader) sort(i int) string {
	t := r.tokens[i]
	switch t.kind {
	case numToken:
		return "0"
	case lineToken:
		return "/"
	case signToken:
		return t.word
	}
	switch {
	case slices.ContainsFunc(r.named, func(n named) bool { return n.start <= t.start && t.start < n.end }):
		return someone
	case dayWords[t.word] || months[t.word]:
		return "DAY"
	case postWords[t.word]:
		return "POST"
	case titles[t.word]:
		return "TITLE"
	}
	return t.word
}

// above adds what stands before a place in its line, and the lines above it: the next one,
// and the next that ends in a colon.
func (r *reader) above(c *odds.Cues, start int) {
	lineStart := strings.LastIndexByte(r.text[:start], '\n') + 1
	head := r.text[lineStart:start]
	if label, _, ok := strings.Cut(head, ":"); ok && len(label) < 40 {
		for w := range strings.FieldsSeq(plain(label)) {
			c.Add("label", stem(w))
		}
	}
	c.Flag("begins", beforeName().MatchString(plain(head)))
	c.Flag("item", listItem(strings.TrimSpace(head)))
	text := strings.TrimRight(r.text[:lineStart], " \n")
	for n := 0; n < linesAbove && text != ""; n++ {
		begin := max(strings.LastIndexByte(text, '\n')+1, len(text)-longest)
		line := strings.TrimSpace(text[begin:])
		heads := strings.HasSuffix(line, ":")
		if heads || n == 0 {
			place := "above"
			if heads {
				place = "heading"
			}
			words := strings.Fields(plain(line))
			for _, w := range words[max(0, len(words)-8):] {
				c.Add(place, stem(strings.Trim(w, ":,.")))
			}
		}
		if heads {
			break
		}
		text = strings.TrimRight(text[:begin], " \n")
	}
}

// firstLine is a text up to the end of its first line.
func firstLine(s string) string { line, _, _ := strings.Cut(s, "\n"); return line }

// stem is the beginning of a word, which most of its forms have.
func stem(w string) string {
	n := 0
	for i := range w {
		if n++; n > 5 {
			return w[:i]
		}
	}
	return w
}
