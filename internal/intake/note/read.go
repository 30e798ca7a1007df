package note

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/rules"
)

// Options is what a reading has to be told of the user.
type Options struct {
	Own       []string // his names and addresses
	Signature string   // what his clients put below his letters, as far as it is known
	Now       time.Time
	Calendar  *rules.Calendar // nil for Monday to Friday
}

// isOwn reports whether a line is nothing but the user's name or address.
func (o Options) isOwn(s string) bool {
	return slices.ContainsFunc(o.Own, func(own string) bool {
		words, mine := wordsOf(s), wordsOf(own)
		return len(mine) > 0 && (slices.Equal(words, mine) || len(words) == 1 && len(mine) > 1 && words[0] == mine[0] && !strings.Contains(own, "@"))
	})
}

// Read reads what the user says in a message: an answer to the note, or the note itself
// as he edited it. A message in which the note stands as it was, and nothing else, says
// nothing. It never fails.
func Read(n Note, m *mail.Message, opt Options) (a Answer) {
	defer func() {
		if recover() != nil {
			a = Answer{}
		}
	}()
	return answerOf(n, m, opt)
}

func answerOf(n Note, m *mail.Message, opt Options) (a Answer) {
	all := linesOf(m)
	unsign(all)
	found := placesOf(n, all)
	unecho(n, all)
	unframe(all, opt)
	r := &reader{note: n, opt: opt, answer: &a, said: map[signal]string{}}
	for _, c := range chunksOf(n, all, found) {
		r.chunk(c)
	}
	r.conclude()
	return a
}

// A chunk is what the user wrote behind one line of ours, or before all of them.
type chunk struct {
	field Field // "" behind a line that asks nothing
	row   int
	value string   // what we put there
	kept  bool     // it stands there as it was
	tail  []string // words of the label that were not found
	texts []text
}

// A text is one line of a chunk.
type text struct {
	words string
	same  bool // it stands on the line on which our own ends
}

// chunksOf parts what is left of an answer.
func chunksOf(n Note, all []line, found []place) []chunk {
	chunks := []chunk{{row: -1}}
	line, from := 0, 0
	last := place{to: -1, keptLine: -1}
	upTo := func(toLine, to int) {
		c := &chunks[len(chunks)-1]
		for ; line <= toLine && line < len(all); line, from = line+1, 0 {
			end := len(all[line].text)
			if line == toLine {
				end = to
			}
			if words := all[line].between(from, end); words != "" {
				c.texts = append(c.texts, text{words, line == last.to || line == last.keptLine})
			}
			if line == toLine {
				return
			}
		}
	}
	for _, f := range found {
		upTo(f.from, f.start)
		l := n.Lines[f.line]
		chunks = append(chunks, chunk{field: Field(l.Field), row: l.Row, value: l.Value, kept: f.kept, tail: f.tail})
		line, from, last = f.to, f.end, f
	}
	upTo(len(all), 0)
	return chunks
}

// between returns what of a part of a line is the user's.
func (l *line) between(from, to int) string {
	if from >= to {
		return ""
	}
	cut := line{text: l.text[:to], known: l.known[:to]}
	return cut.rest(from)
}

// A reader gathers an answer.
type reader struct {
	note   Note
	opt    Options
	answer *Answer
	said   map[signal]string // what was said of the whole, in which words
	filled bool              // a line was filled in
	snooze string            // until when
	moved  string            // to when
	no     string            // what follows a no
	stray  []string          // lines that say nothing that is understood
}

// bullet is what stands before an item.
var bullet = regexp.MustCompile(`^(?:[-*•·–—◦▪‣]|\d{1,2}[.)])\s+`)

// chunk reads what was written behind one line of ours.
func (r *reader) chunk(c chunk) {
	if len(c.tail) > 0 {
		var words []string
		for _, t := range c.texts {
			words = append(words, wordsOf(t.words)...)
		}
		if len(words) == 0 || common(words, c.tail)*10 >= len(c.tail)*7 {
			return
		}
	}
	now := entry{field: c.field, row: c.row, value: c.value, kept: c.kept, label: true}
	var all []entry
	for _, t := range c.texts {
		words := strings.TrimSpace(bullet.ReplaceAllString(strings.TrimSpace(t.words), ""))
		listed := words != strings.TrimSpace(t.words)
		words = r.unsigned(words)
		if !hasWord(words) && !strings.ContainsAny(words, "👍👎✅❌✔✗?") || r.note.Kind != List && closing[strings.Join(wordsOf(words), " ")] {
			continue
		}
		r.answer.Words = append(r.answer.Words, mail.FirstBytes(words, 500))
		if field, person, rest, ok := r.labelled(words, now.field); ok {
			all = append(all, now)
			now = entry{field: field, row: person}
			now.add(rest, false, false)
			continue
		}
		if now.field != "" && !now.field.asksYes() && !t.same && whole(words) != "" {
			all = append(all, now)
			now = entry{}
		}
		if now.field == "" {
			r.free(words)
			continue
		}
		now.add(words, t.same, listed)
	}
	for _, e := range append(all, now) {
		if len(e.texts) > 0 {
			r.entry(e)
		}
	}
}

// unsigned takes off what Outlook puts before a comment: the user's name in brackets.
func (r *reader) unsigned(s string) string {
	if inner, rest, ok := strings.Cut(strings.TrimPrefix(s, "["), "]"); ok && strings.HasPrefix(s, "[") && r.opt.isOwn(inner) {
		return strings.TrimSpace(rest)
	}
	return s
}

// free reads a line that stands behind none of ours.
func (r *reader) free(s string) {
	if r.note.Kind == List && r.numbered(s) {
		return
	}
	rest, say := steer(s)
	if say == "" {
		r.stray = append(r.stray, s)
		return
	}
	r.say(say, s, rest)
	if hasWord(rest) && (say == sayYes || say == sayNo) {
		if field, person, more, ok := r.labelled(rest, ""); ok {
			e := entry{field: field, row: person}
			e.add(more, false, false)
			r.entry(e)
		} else if _, more := steer(rest); more != "" && more != say {
			r.free(rest)
		}
	}
}

func (r *reader) say(say signal, words, rest string) {
	if _, ok := r.said[say]; !ok {
		r.said[say] = words
	}
	switch say {
	case saySnooze:
		r.snooze = rest
	case sayMoved:
		r.moved = rest
	case sayNo:
		r.no = rest
	}
}

// numbers of a list, with what is said of each: "1 yes, 2: no".
var numbers = regexp.MustCompile(`^(\d{1,2})\s*[.:)=–-]?\s*(\S.*)$`)

// numbered reads what is said of a list by its numbers.
func (r *reader) numbered(s string) bool {
	verdicts := map[int]Verdict{}
	for piece := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ',' || c == ';' }) {
		m := numbers.FindStringSubmatch(strings.TrimSpace(piece))
		if m == nil {
			return false
		}
		i := int(m[1][0] - '0')
		if len(m[1]) == 2 {
			i = 10*i + int(m[1][1]-'0')
		}
		v := verdictOf(whole(m[2]))
		if v == "" || i < 1 || i > len(r.note.Items) {
			return false
		}
		verdicts[i-1] = v
	}
	for i, v := range verdicts {
		r.item(i, v)
	}
	return len(verdicts) > 0
}

func (r *reader) item(i int, v Verdict) {
	if r.answer.Items == nil {
		r.answer.Items = make([]Verdict, len(r.note.Items))
	}
	if i < 0 || i >= len(r.answer.Items) {
		return
	}
	if had := r.answer.Items[i]; had != "" && had != v {
		r.doubt(string(had) + ", " + string(v))
		v = No
	}
	r.answer.Items[i] = v
}

func verdictOf(s signal) Verdict {
	switch s {
	case sayYes:
		return Yes
	case sayNo, sayNotHeld:
		return No
	case sayStop:
		return Stop
	}
	return ""
}

func (r *reader) doubt(words string) {
	if r.answer.Doubt != "" && !strings.Contains(r.answer.Doubt, words) {
		words = r.answer.Doubt + " / " + words
	}
	r.answer.Doubt = words
}
