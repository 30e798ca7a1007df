package page

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/rules"

	"github.com/pelletier/go-toml/v2"
)

// acts are what can be done with an application: each is the command of the name, with
// the flags that a form fills in. A value goes into its flag with an equals sign, and what
// is no flag behind "--": nothing that is typed is taken for another flag.
var acts = map[string]func(f url.Values) (flags, args []string){
	"stop":   func(url.Values) ([]string, []string) { return nil, nil },
	"resume": func(url.Values) ([]string, []string) { return nil, nil },
	"snooze": func(f url.Values) ([]string, []string) { return []string{"--until=" + f.Get("until")}, nil },
	"note": func(f url.Values) ([]string, []string) {
		flags := filled(f, "interview", "decision", "with", "because", "own-work", "promise", "ask", "role-said", "company-said")
		for _, name := range []string{"topic", "challenge"} {
			flags = append(flags, each(f, name)...)
		}
		for _, name := range []string{"as-it-stands", "no-show"} {
			if f.Get(name) != "" {
				flags = append(flags, "--"+name)
			}
		}
		return flags, nil
	},
	"mark": func(f url.Values) ([]string, []string) {
		return filled(f, "message"), []string{f.Get("kind")}
	},
	"sent": func(f url.Values) ([]string, []string) {
		return filled(f, "on"), []string{f.Get("follow-up")}
	},
	"heard": func(f url.Values) ([]string, []string) {
		return filled(f, "date", "note"), []string{f.Get("kind")}
	},
	"answer": func(f url.Values) (flags, args []string) {
		// What goes with one answer is left out of the others.
		switch answer := rules.Answer(f.Get("answer")); answer {
		case rules.WantsTime:
			flags = append(filled(f, "by"), every(f, "tell")...)
		case rules.Accepts:
			flags = every(f, "withdraw")
		}
		return flags, []string{f.Get("answer")}
	},
}

// filled returns the flags of those fields that are filled in.
func filled(f url.Values, names ...string) (flags []string) {
	for _, name := range names {
		if value := strings.TrimSpace(f.Get(name)); value != "" {
			flags = append(flags, "--"+name+"="+value)
		}
	}
	return flags
}

// each returns a flag for each line of a field.
func each(f url.Values, name string) (flags []string) {
	for line := range strings.Lines(f.Get(name)) {
		if line = strings.TrimSpace(line); line != "" {
			flags = append(flags, "--"+name+"="+line)
		}
	}
	return flags
}

// every returns a flag for each box of a name that is ticked.
func every(f url.Values, name string) (flags []string) {
	for _, value := range f[name] {
		flags = append(flags, "--"+name+"="+value)
	}
	return flags
}

// contacts are the interviewers, one to a line. Who types the address behind the name
// without brackets means it as well.
func contacts(f url.Values) (flags []string) {
	for line := range strings.Lines(f.Get("contact")) {
		words := strings.Fields(line)
		if n := len(words) - 1; n > 0 && strings.Contains(words[n], "@") && !strings.ContainsAny(line, "<>") {
			words[n] = "<" + words[n] + ">"
		}
		if len(words) > 0 {
			flags = append(flags, "--contact="+strings.Join(words, " "))
		}
	}
	return flags
}

// act does something with an application, and shows it.
func (s *Server) act(v *view) error {
	id, act := v.r.PathValue("id"), v.r.PathValue("act")
	a, err := s.program.Application(v.r.Context(), id)
	if err != nil {
		return err
	}
	f := v.r.PostForm
	back := "/applications/" + url.PathEscape(id)
	if f.Get("back") == "/" {
		back = "/"
	}
	var said Said
	switch act {
	case "remove":
		if f.Get("sure") == "" {
			return v.goTo(back, &Said{Trouble: rules.Say("say that you are sure that it is to be forgotten")})
		}
		if said = s.program.Do(v.r.Context(), "", "remove", "--yes", "--", id); !said.Failed() {
			back = "/applications"
		}
	case "correct":
		about, err := corrected(a, f)
		if err != nil {
			return err
		}
		text, err := toml.Marshal(about)
		if err != nil {
			return err
		}
		said = s.program.Do(v.r.Context(), string(text), "edit", "--from=-", "--", id)
	default:
		command, ok := acts[act]
		if !ok {
			return errNotFound
		}
		flags, args := command(f)
		line := append(append([]string{act}, flags...), append([]string{"--", id}, args...)...)
		said = s.program.Do(v.r.Context(), "", line...)
	}
	said.Tried = &try{act, id, f}
	return v.goTo(back, told(act, said, Row{ID: id, Company: a.Company}))
}

// told leaves of what a command said what is more than that it was done: that the page
// says itself.
func told(act string, said Said, of Row) *Said {
	if said.Failed() {
		return &said
	}
	var more []string
	for line := range strings.Lines(said.Out) {
		if line = strings.TrimSpace(line); line != of.ID && !strings.HasPrefix(line, of.ID+": ") {
			more = append(more, line)
		}
	}
	said.Done = "done." + act
	if strings.HasSuffix(said.Out, ": nothing changed") {
		said.Done = "unchanged"
	}
	said.Out = strings.Join(more, "\n")
	if of.Company != "" && act != "remove" {
		said.Of = &of
	}
	return &said
}

// A try is a form that was sent, and what for.
type try struct {
	act, id string
	form    url.Values
}

// Typed is what stood in a field of the form that led here and did not go: it is not
// typed twice.
func (v *view) Typed(id, act, field string) string {
	if t := v.tried; t != nil && t.id == id && t.act == act {
		return t.form.Get(field)
	}
	return ""
}

// Insists reports whether the user may insist on what he noted of an application.
func (v *view) Insists(id string) bool { return v.insists == id }

// A message is what a page says of what was done before it, in its language.
type message struct {
	Failed            bool
	Text, Field, Hint string
	Of                *Row
	More              []string
}

// message words what a command answered: fields are called as they stand on the page.
func (v *view) message(said Said) *message {
	m := &message{Failed: said.Failed(), Of: said.Of}
	if m.Failed {
		m.Text = v.labelled(said.Trouble)
		v.tried = said.Tried
		if label, known := fieldLabels[said.Field]; known {
			m.Text, m.Field = v.words.text(label)+": "+m.Text, said.Field
			if t := said.Tried; t != nil {
				m.Field = t.act + "-" + said.Field
			}
		}
		m.Text, m.Hint = sentence(m.Text), sentence(v.labelled(said.Hint))
		return m
	}
	m.Text = v.words.text(said.Done)
	if said.Out != "" {
		m.More = strings.Split(said.Out, "\n")
	}
	for _, note := range said.Notes {
		if t := said.Tried; t != nil && strings.Contains(note.Form, "--as-it-stands") {
			// He may insist on the topic; the rest is noted.
			v.tried, v.insists = &try{t.act, t.id, url.Values{"topic": t.form["topic"]}}, t.id
		}
		m.More = append(m.More, sentence(v.labelled(note)))
	}
	return m
}

// sentence begins words with a capital and ends them with a stop, where they have none.
func sentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	words = string(unicode.ToUpper(first)) + words[size:]
	if last, _ := utf8.DecodeLastRuneInString(words); !strings.ContainsRune(".?!…", last) {
		words += "."
	}
	return words
}

// flag is one in a sentence of a command.
var flag = regexp.MustCompile(`--([a-z][a-z-]+)`)

// labelled names fields as they stand on the page in place of flags.
func (v *view) labelled(s rules.Saying) string {
	return flag.ReplaceAllStringFunc(v.words.say(s, v.Now), func(f string) string {
		if label, ok := fieldLabels[f[2:]]; ok {
			return "“" + v.words.text(label) + "”"
		}
		return f
	})
}

// fieldLabels are the texts that stand beside the fields of forms, by their flags.
var fieldLabels = map[string]string{"company": "company", "role": "role", "started": "when-started", "ended": "when-ended", "zone": "zone", "contact": "interviewer",
	"recruiter": "recruiter", "decision": "decide-by", "topic": "topic", "until": "snooze", "on": "sent-on", "date": "heard-date", "by": "more-time",
	"as-it-stands": "as-it-stands", "no-show": "they-did-not-come", "because": "because", "own-work": "own-work", "challenge": "challenge", "with": "with-whom",
	"role-said": "role-said", "company-said": "company-said", "promise": "promise", "ask": "ask"}

// answerFind says whether a find is an interview of the user's.
func (s *Server) answerFind(v *view) error {
	answer := v.r.PostForm.Get("answer")
	if !slices.Contains([]string{"yes", "no"}, answer) {
		return errNotFound
	}
	var flags []string
	if answer == "yes" {
		flags = append(filled(v.r.PostForm, "company", "role", "started", "ended"), contacts(v.r.PostForm)...)
	}
	said := s.program.Do(v.r.Context(), "", append(append([]string{answer}, flags...), "--", v.r.PathValue("tag"))...)
	id := firstLine(said.Out)
	if answer == "no" {
		id = v.r.PathValue("tag")
	}
	of := Row{ID: id}
	if answer == "yes" && !said.Failed() {
		of.Company = v.r.PostForm.Get("company")
	}
	return v.goTo("/", told(answer, said, of))
}

// speak chooses a language.
func (s *Server) speak(v *view) error {
	code := v.r.PostForm.Get("language")
	if catalogues[code] == nil {
		return errNotFound
	}
	http.SetCookie(v.w, &http.Cookie{Name: languageCookie, Value: code, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 365 * 24 * 60 * 60})
	return v.goTo("/", nil)
}
