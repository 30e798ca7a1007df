package templates

import (
	"errors"
	"fmt"
	"strings"
)

// common is the name of the file with the salutations and closings of a language.
const common = "common"

// A file is one kind of letter in one language, as its text file says it.
type file struct {
	name     string // as in error messages: "en/thank-you.txt", or the user's own path
	language *language
	subjects []wording
	// plan holds the jobs of each paragraph, in order.
	plan     [][]job
	sections []section
}

// A job is what a sentence does in a letter. One that is optional may be left
// out: for want of a wording, or to keep the letter short.
type job struct {
	name     string
	optional bool
	line     int
}

// A section holds the wordings of one job that fit under its conditions.
type section struct {
	job      string
	line     int
	when     [][]string // any of these lists of tags, each whole; nil for always
	wordings []wording
}

// fits reports whether the section may be used under the tags, and whether one
// of its own tags is the tone: such wordings are preferred.
func (s *section) fits(tags map[string]bool, tone string) (fits, toned bool) {
	if s.when == nil {
		return true, false
	}
	for _, all := range s.when {
		ok, own := true, false
		for _, tag := range all {
			ok = ok && tags[tag]
			own = own || tag == tone
		}
		if ok {
			fits, toned = true, toned || own
		}
	}
	return fits, toned
}

// parse reads a text file. Every mistake in it is reported, with its line.
func parse(name string, lang *language, text string) (*file, error) {
	f := &file{name: name, language: lang}
	var errs []error
	mistake := func(line int, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s:%d: %s", name, line, fmt.Sprintf(format, args...)))
	}
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			s, err := parseHeader(line)
			if err != nil {
				mistake(n, "%v", err)
			}
			s.line = n
			f.sections = append(f.sections, s)
		case len(f.sections) == 0 && strings.HasPrefix(line, "subject:"):
			w, err := parseWording(lang, n, strings.TrimSpace(strings.TrimPrefix(line, "subject:")))
			if err != nil {
				mistake(n, "%v", err)
			}
			f.subjects = append(f.subjects, w)
		case len(f.sections) == 0 && strings.HasPrefix(line, "paragraph:"):
			var jobs []job
			for _, word := range strings.Fields(strings.TrimPrefix(line, "paragraph:")) {
				jobs = append(jobs, job{strings.TrimSuffix(word, "?"), strings.HasSuffix(word, "?"), n})
			}
			f.plan = append(f.plan, jobs)
		case len(f.sections) == 0:
			mistake(n, "%q stands before the first [section]: expected \"subject:\" or \"paragraph:\"", line)
		default:
			w, err := parseWording(lang, n, line)
			if err != nil {
				mistake(n, "%v", err)
			}
			last := &f.sections[len(f.sections)-1]
			last.wordings = append(last.wordings, w)
		}
	}
	for _, p := range f.plan {
		for _, j := range p {
			if !f.has(j.name) {
				mistake(j.line, "the job %q has no section [%s]", j.name, j.name)
			}
		}
	}
	switch {
	case strings.HasSuffix(name, common+".txt"):
		for _, job := range []string{"salutation", "sign-off"} {
			if !f.has(job) {
				mistake(1, "there is no section [%s]", job)
			}
		}
	case len(f.subjects) == 0:
		mistake(1, "there is no subject: expected a line such as \"subject: Thank you: {role}\"")
	case len(f.plan) == 0:
		mistake(1, "there is no paragraph: expected a line such as \"paragraph: opening closing\"")
	}
	return f, errors.Join(errs...)
}

func (f *file) has(job string) bool {
	for _, s := range f.sections {
		if s.job == job {
			return true
		}
	}
	return false
}

// parseHeader reads "[job]" or "[job: tag tag | tag]".
func parseHeader(line string) (section, error) {
	inner, ok := strings.CutSuffix(strings.TrimPrefix(line, "["), "]")
	if !ok {
		return section{}, fmt.Errorf("%q has no closing bracket", line)
	}
	name, conditions, some := strings.Cut(inner, ":")
	s := section{job: strings.TrimSpace(name)}
	if s.job == "" {
		return s, fmt.Errorf("%q names no job", line)
	}
	if !some {
		return s, nil
	}
	for _, all := range strings.Split(conditions, "|") {
		tags := strings.Fields(all)
		if len(tags) == 0 {
			return s, fmt.Errorf("%q has an empty condition", line)
		}
		for _, tag := range tags {
			if !knownTags[tag] {
				return s, fmt.Errorf("unknown condition %q: known are %s", tag, listOf(knownTags))
			}
		}
		s.when = append(s.when, tags)
	}
	return s, nil
}
