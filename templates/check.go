package templates

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
)

// A Problem is a fault in a text, found by trying it.
type Problem struct {
	File string
	Line int // 0 where it is not one line's fault
	What string
}

func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.What
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What)
}

// Check tries every text with every combination of known and unknown values, and
// reports lines that then read badly and jobs for which no wording is left.
func (s *Set) Check() []Problem { return s.check(s.List()) }

// CheckOwn is Check of the texts that the user has changed: ours are in order.
func (s *Set) CheckOwn() []Problem {
	all := map[string]bool{} // languages in which every letter has a salutation of the user's
	for _, info := range s.List() {
		if _, name, _ := strings.Cut(info.Name, "/"); info.Own && name == common {
			all[info.Language] = true
		}
	}
	return s.check(slices.DeleteFunc(s.List(), func(info Info) bool { return !info.Own && !all[info.Language] }))
}

func (s *Set) check(list []Info) []Problem {
	c := newChecker(s)
	if len(list) == 0 {
		return nil
	}
	byLetter := samples()
	for _, info := range list {
		c.file(info, byLetter)
	}
	sort.SliceStable(c.found, func(i, j int) bool {
		if c.found[i].File != c.found[j].File {
			return c.found[i].File < c.found[j].File
		}
		return c.found[i].Line < c.found[j].Line
	})
	return c.found
}

// A checker gathers problems, each once.
type checker struct {
	set   *Set
	found []Problem
	seen  map[Problem]bool
	flaws map[string]string // what was found in a text that was looked at before
}

func newChecker(s *Set) *checker {
	return &checker{set: s, seen: map[Problem]bool{}, flaws: map[string]string{}}
}

func (c *checker) report(f *file, line int, format string, args ...any) {
	p := Problem{f.name, line, fmt.Sprintf(format, args...)}
	if !c.seen[p] {
		c.seen[p] = true
		c.found = append(c.found, p)
	}
}

// file checks one text. The salutations and closings are checked with every
// letter that uses them.
func (c *checker) file(info Info, byLetter map[string][]Data) {
	_, letter, _ := strings.Cut(info.Name, "/")
	if letter == common {
		return
	}
	if isForm(info.Name) {
		f, err := c.set.texts[info.Name].form()
		if err != nil {
			c.report(&file{name: info.Name + ".txt"}, 0, "%v", err)
			return
		}
		c.found = append(c.found, f.check()...)
		return
	}
	f, err := c.set.file(info.Name)
	if err != nil {
		c.report(&file{name: info.Name + ".txt"}, 0, "%v", err)
		return
	}
	greeting, err := c.set.file(info.Language + "/" + common)
	if err != nil {
		c.report(f, 0, "%v", err)
		return
	}
	for i, d := range byLetter[letter] {
		d.Language = info.Language
		// Each kind of phrase has its turn in each place.
		notes := f.language.notes
		d.Topics = []string{notes[i%3], notes[(i+1)%3]}[:len(d.Topics)]
		d.Challenges = notes[(i+2)%3 : (i+2)%3+1][:len(d.Challenges)]
		c.letter(f, greeting, newMatter(d, f.language))
	}
	for _, sec := range f.sections {
		if !f.plans(sec.job) {
			c.report(f, sec.line, "no paragraph has the job %q", sec.job)
		}
		if len(sec.wordings) == 0 {
			c.report(f, sec.line, "[%s] has no wording", sec.job)
		}
	}
}

// letter tries all wordings that could stand in one letter.
func (c *checker) letter(f, greeting *file, with *matter) {
	for _, part := range []struct {
		f          *file
		what, text string
	}{
		{f, "subject", with.first(f.subjects).text},
		{greeting, "salutation", with.pick(greeting, "salutation").text},
		{greeting, "sign-off", with.pick(greeting, "sign-off").text},
	} {
		if part.text == "" {
			c.report(part.f, 0, "no %s is left when %s", part.what, unknowns(with))
		} else if what := c.flaw(part.text, false); what != "" {
			c.report(part.f, 0, "the %s %q has %s", part.what, part.text, what)
		}
	}
	slots := with.slots(f)
	for _, jobs := range f.plan {
		for _, j := range jobs {
			s := slots[0]
			slots = slots[1:]
			if len(s.candidates) == 0 && !j.optional {
				c.report(f, 0, "no wording is left for [%s] when %s", j.name, unknowns(with))
			}
			for _, r := range s.candidates {
				if what := c.flaw(r.text, true); what != "" {
					c.report(f, r.line, "%q has %s", r.text, what)
				}
			}
		}
	}
}

// flaw names what is wrong with a line, which may have to end like a sentence.
func (c *checker) flaw(text string, sentence bool) string {
	what, known := c.flaws[text]
	if !known {
		what = flaw(text)
		c.flaws[text] = what
	}
	if what == "" && sentence && !ends.MatchString(text) {
		return "no full stop at its end"
	}
	return what
}

func (f *file) plans(job string) bool {
	for _, p := range f.plan {
		for _, j := range p {
			if j.name == job {
				return true
			}
		}
	}
	return false
}

var (
	ends         = regexp.MustCompile(`[.!?…]["'”’»)]?$`)
	spaceBefore  = regexp.MustCompile(`[^\S\x{a0}][,.;:!?](?:\s|$)`)
	doubledMark  = regexp.MustCompile(`,[,.;:!?]|[.;:]{2}|[;:][.,!?]`)
	placeholder  = regexp.MustCompile(`[{}<>\[\]]|\(\s*\)|\b(?:TODO|TBD|XXX|FIXME)\b|<no value>`)
	doubledSpace = regexp.MustCompile(`\s\s|^\s|\s$`)
)

// flaw names what is wrong with a line; "" if nothing is.
func flaw(text string) string {
	switch {
	case strings.TrimSpace(text) == "":
		return "no words"
	case doubledSpace.MatchString(text):
		return "a space too many"
	case spaceBefore.MatchString(text):
		return "a space before a mark"
	case doubledMark.MatchString(text):
		return "two marks in a row"
	case placeholder.MatchString(text):
		return "a placeholder"
	}
	if w := doubledWord(text); w != "" {
		return fmt.Sprintf("the word %q twice in a row", w)
	}
	return ""
}

// doubledWord finds "the the". Some words rightly come twice, as the French "nous".
func doubledWord(text string) string {
	words := strings.Fields(strings.ToLower(text))
	for i := 1; i < len(words); i++ {
		if strings.TrimRight(words[i], ".,;:!?") == words[i-1] && strings.IndexFunc(words[i], isWordRune) >= 0 && words[i] != "nous" && words[i] != "vous" {
			return words[i-1]
		}
	}
	return ""
}

// unknowns names what is not known, for a message.
func unknowns(c *matter) string {
	var missing, tags []string
	for _, name := range []string{"role", "company", "me", "name", "met", "decision", "respond", "topic"} {
		if c.values[name] == "" {
			missing = append(missing, "{"+name+"}")
		}
	}
	for tag, on := range c.tags {
		if on {
			tags = append(tags, tag)
		}
	}
	sort.Strings(tags)
	if len(missing) == 0 {
		missing = []string{"nothing"}
	}
	return strings.Join(missing, ", ") + " unknown under: " + strings.Join(tags, " ")
}
