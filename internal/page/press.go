package page

import (
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"afterword/rules"
)

// A press makes pages, one at a time. To read the templates, and to find out how each
// value in them is to be escaped, takes longer than to fill them in: it is done once for
// each press, and its functions speak of the view whose page is being made.
type press struct {
	pages *template.Template
	view  *view
}

func newPress() (*press, error) {
	p := new(press)
	var err error
	p.pages, err = template.New("").Funcs(p.functions()).ParseFS(files, "html/*.html")
	return p, err
}

// print makes a page of a view.
func (p *press) print(w io.Writer, name string, v *view) error {
	p.view = v
	defer func() { p.view = nil }()
	return p.pages.ExecuteTemplate(w, name+".html", v)
}

// functions are what the templates may call: in the language, the zone and at the instant
// of the view.
func (p *press) functions() template.FuncMap {
	return template.FuncMap{
		"t":      func(name string, args ...any) string { return p.view.words.text(name, args...) },
		"title":  func(title string) string { return p.view.words.title(title) },
		"state":  func(s rules.State) string { return p.view.words.state(s) },
		"status": func(f rules.FollowUp) string { return p.view.words.status(f) },
		"day": func(t time.Time) string {
			if t.IsZero() {
				return ""
			}
			return p.view.words.day(t.In(p.view.server.program.Home()), p.view.Now)
		},
		"date": func(d rules.Date) string {
			if d.IsZero() {
				return ""
			}
			return p.view.words.day(d.In(time.UTC), p.view.Now)
		},
		"moment": func(t time.Time, zone *time.Location) string {
			if zone == nil {
				zone = p.view.server.program.Home()
			}
			return p.view.words.moment(t.In(zone), p.view.Now, p.view.server.program.Home())
		},
		"hour":      func(t time.Time) string { return t.In(p.view.server.program.Home()).Format("15:04") },
		"ago":       func(t time.Time) string { return p.view.words.ago(t.In(p.view.server.program.Home()), p.view.Now) },
		"lines":     unwrapped,
		"languages": func() []string { return languages },
		"say":       func(s rules.Saying) string { return p.view.words.say(s, p.view.Now) },
		"sayings":   func(list []rules.Saying) []string { return p.view.words.sayings(list, p.view.Now) },
		"reasons": func(list []rules.Reason) []string {
			var all []rules.Saying
			for _, r := range list {
				all = append(all, r.Say)
			}
			return p.view.words.sayings(all, p.view.Now)
		},
		"nth":      func(i int) string { return strconv.Itoa(i + 1) },
		"clause":   func(s rules.Clause) string { return p.view.words.clause(string(s), p.view.Now) },
		"sentence": sentence,
		"finding":  func(text string) string { return p.view.words.finding(text, p.view.Now) },
		"against":  func(r Reason) string { return p.view.words.against(r) },
		"iso":      func(t time.Time) string { return t.Format(time.RFC3339) },
		"kinds":    func() []rules.MessageKind { return rules.MessageKinds },
		"in":       func(s string, list ...string) bool { return slices.Contains(list, s) },
	}
}

// letterWidth is where the lines of a letter are broken, in characters.
const letterWidth = 72

// unwrapped are the lines of a letter as they were meant: one that was broken for its
// width goes on with the next, and one that was made short on purpose stays.
func unwrapped(letter string) (lines []string) {
	before := "" // as it stands in the letter
	for line := range strings.SplitSeq(strings.TrimRight(letter, "\n"), "\n") {
		line = strings.TrimRight(line, " \r")
		word, _, _ := strings.Cut(line, " ")
		if before != "" && word != "" && utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) > letterWidth {
			lines[len(lines)-1] += " " + line
		} else {
			lines = append(lines, line)
		}
		before = line
	}
	return lines
}

// mostPresses is how many wait for the next page: more are needed only where more pages
// are made at a time.
const mostPresses = 4

// presses are those that are idle.
type presses struct {
	mu   sync.Mutex
	idle []*press
}

func (p *presses) take() (*press, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle) - 1; n >= 0 {
		one := p.idle[n]
		p.idle = p.idle[:n]
		return one, nil
	}
	return newPress()
}

func (p *presses) put(one *press) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.idle) < mostPresses {
		p.idle = append(p.idle, one)
	}
}
