package templates

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"time"
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
func (s *Set) Check() []Problem {
	seen := map[Problem]bool{}
	var all []Problem
	report := func(f *file, line int, format string, args ...any) {
		p := Problem{f.name, line, fmt.Sprintf(format, args...)}
		if !seen[p] {
			seen[p] = true
			all = append(all, p)
		}
	}
	flaws := map[string]string{}
	samples := samples()
	for _, info := range s.List() {
		f := s.files[info.Name]
		if strings.HasSuffix(info.Name, "/"+common) {
			continue
		}
		for _, d := range samples {
			d.Language = info.Language
			if info.Language+"/"+d.file() != info.Name {
				continue
			}
			s.checkOne(d, flaws, report)
		}
		for _, sec := range f.sections {
			if !f.plans(sec.job) {
				report(f, sec.line, "no paragraph has the job %q", sec.job)
			}
			if len(sec.wordings) == 0 {
				report(f, sec.line, "[%s] has no wording", sec.job)
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].File != all[j].File {
			return all[i].File < all[j].File
		}
		return all[i].Line < all[j].Line
	})
	return all
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

// checkOne tries all wordings that could stand in the letter about d.
// flaws remembers what was found in a text.
func (s *Set) checkOne(d Data, flaws map[string]string, report func(f *file, line int, format string, args ...any)) {
	lang, greeting, f, err := s.find(d.Language, d.file())
	if err != nil {
		return // the file is not there: Write says so
	}
	c := newContext(d, lang)
	for _, part := range []struct {
		f    *file
		what string
		text string
	}{
		{f, "subject", c.first(f.subjects)},
		{greeting, "salutation", c.pick(greeting, "salutation")},
		{greeting, "sign-off", c.pick(greeting, "sign-off")},
	} {
		if part.text == "" {
			report(part.f, 0, "no %s is left when %s", part.what, unknowns(c))
		} else if what := flaw(part.text); what != "" {
			report(part.f, 0, "the %s %q has %s", part.what, part.text, what)
		}
	}
	i := 0
	slots := c.slots(f)
	for _, jobs := range f.plan {
		for _, j := range jobs {
			sl := slots[i]
			i++
			if len(sl.candidates) == 0 && !j.optional {
				report(f, 0, "no wording is left for [%s] when %s", j.name, unknowns(c))
			}
			for _, r := range sl.candidates {
				what, known := flaws[r.text]
				if !known {
					if what = flaw(r.text); what == "" && !ends.MatchString(r.text) {
						what = "no full stop at its end"
					}
					flaws[r.text] = what
				}
				if what != "" {
					report(f, r.line, "%q has %s", r.text, what)
				}
			}
		}
	}
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
func unknowns(c *context) string {
	var missing, tags []string
	for _, name := range []string{"role", "company", "team", "me", "name", "met", "decision", "respond", "topic"} {
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

// samples are letters of every kind with every combination of what matters.
func samples() []Data {
	met := time.Date(2026, time.November, 13, 15, 0, 0, 0, time.UTC)
	full := Data{
		Role: "Senior Analyst", Company: "Acme Inc.", Team: "Planning", Me: "Sam Rivera",
		To:  Person{Name: "Ngozi Okafor", First: "Ngozi", Last: "Okafor"},
		Met: met, Today: met.AddDate(0, 0, 20), Round: 1,
	}
	// Each entry is a choice; its functions are the alternatives.
	type change func(*Data)
	known := []change{
		func(d *Data) { d.Role = "" }, func(d *Data) { d.Company = "" }, func(d *Data) { d.Team = "" },
		func(d *Data) { d.Met = time.Time{} }, func(d *Data) { d.Today = met },
	}
	// Whom the letter greets does not change what is between greeting and closing,
	// so that these take turns.
	people := []Person{full.To, {}, {Name: "Ngozi Okafor"}, {Name: "Ngozi Okafor", Honorific: "Dr.", Last: "Okafor"},
		{Name: "Ngozi Okafor", Honorific: "Frau", Last: "Okafor"}, {Name: "Li Wei", Honorific: "Herr Dr.", Last: "Wei"}, {Name: "Li Wei", Honorific: "Mx."}}
	var bases []Data
	for bits := range 1 << len(known) {
		d := full
		for i, change := range known {
			if bits>>i&1 == 1 {
				change(&d)
			}
		}
		if d.Met.IsZero() && d.Today.Equal(met) {
			continue // there is nothing to be recent
		}
		bases = append(bases, d)
	}
	var all []Data
	for i, base := range bases {
		for _, kind := range []string{"thank-you", "pass-on", "no-show", "check-in", "offer-reply", "rejection-reply"} {
			for j, d := range variants(base, kind) {
				for k, tone := range []string{"warm", "plain", "formal"} {
					d.Tone, d.To, d.ByFullName = tone, people[(i+j+k)%len(people)], (i+j)%2 == 1
					if (i+k)%4 == 3 {
						d.Me = ""
					}
					all = append(all, d)
				}
			}
		}
	}
	return all
}

// variants are the stages at which a letter of the kind can be written.
func variants(base Data, kind string) []Data {
	var all []Data
	base.Kind = kind
	day := time.Date(2026, time.November, 20, 0, 0, 0, 0, time.UTC)
	switch kind {
	case "thank-you":
		for stage := range 4 {
			for notes := range 4 {
				d := base
				d.Round, d.SamePeople, d.Panel = 1+min(stage, 2), stage == 2, stage == 3
				if notes&1 == 1 {
					d.Topics = []string{"Python", "Kubernetes"}[:1+stage%2]
				}
				if notes&2 == 2 {
					d.Challenges = []string{"SAP"}
				}
				all = append(all, d)
			}
		}
	case "pass-on":
		base.Kind = "thank-you"
		for n := range 3 {
			d := base
			d.PassOn = []Person{{Name: "Li Wei"}, {Name: "Tom Baker", Honorific: "Dr."}}[:1+n%2]
			if n > 0 {
				d.Topics = []string{"Python"}
			}
			all = append(all, d)
		}
	case "check-in":
		for number := 1; number <= 3; number++ {
			for _, before := range []string{"promised", "assumed", "silence", "holding", "moved"} {
				for _, date := range []time.Time{{}, day} {
					if before != "promised" && before != "moved" && date == day {
						continue // the date is not spoken of then
					}
					d := base
					d.Number, d.Before, d.Decision = number, before, date
					all = append(all, d)
				}
			}
		}
	case "offer-reply":
		for _, date := range []time.Time{{}, day} {
			for _, given := range []bool{false, true} {
				d := base
				d.RespondBy, d.RespondByGiven = date, given
				all = append(all, d)
			}
		}
	case "rejection-reply":
		late := base
		late.Late = true
		all = append(all, base, late)
	default:
		all = append(all, base)
	}
	return all
}
