package page

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword/rules"

	"github.com/pelletier/go-toml/v2"
)

// acts are what can be done with an application: each is the command of the name, with
// the flags that a form fills in. A value goes into its flag with an equals sign, and what
// is no flag behind "--": nothing that is typed is taken for another flag.
var acts = map[string]func(f url.Values) (flags, args []string){
	"stop":   func(url.Values) ([]string, []string) { return nil, nil },
	"resume": func(url.Values) ([]string, []string) { return nil, nil },
	"snooze": func(f url.Values) ([]string, []string) { return filled(f, "until"), nil },
	"note": func(f url.Values) ([]string, []string) {
		flags := filled(f, "interview", "decision", "with", "because", "own-work")
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
	"answer": func(f url.Values) ([]string, []string) { return filled(f, "by"), []string{f.Get("answer")} },
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
			return v.goTo(back, Said{Trouble: v.words.text("remove-hint")})
		}
		if said = s.program.Do(v.r.Context(), "", "remove", "--yes", "--", id); said.Trouble == "" {
			back = "/applications"
		}
	case "correct":
		text, err := corrected(a, f)
		if err != nil {
			return err
		}
		said = s.program.Do(v.r.Context(), text, "edit", "--from=-", "--", id)
	default:
		command, ok := acts[act]
		if !ok {
			return errNotFound
		}
		flags, args := command(f)
		line := append(append([]string{act}, flags...), append([]string{"--", id}, args...)...)
		said = s.program.Do(v.r.Context(), "", line...)
	}
	return v.goTo(back, v.told(act, said, Row{ID: id, Company: a.Company}))
}

// told says in the language of the page what came of an act: what was done in its own
// words, and whatever the command said beyond that it was done.
func (v *view) told(act string, said Said, of Row) Said {
	if said.Trouble != "" {
		said.Trouble, said.Field = v.ofField(said.Trouble)
		said.Trouble = v.labelled(said.Trouble)
		return said
	}
	var more []string
	for line := range strings.Lines(said.Out) {
		if line = strings.TrimSpace(line); line != of.ID && !strings.HasPrefix(line, of.ID+": ") {
			more = append(more, line)
		}
	}
	done := "done." + act
	if strings.HasSuffix(said.Out, ": nothing changed") {
		done = "unchanged"
	}
	said.Done, said.Out = v.words.text(done), v.labelled(strings.Join(more, "\n"))
	if of.Company != "" && act != "remove" {
		said.Of = &of
	}
	return said
}

// ofField names the field of a form in place of the flag that a command complains of.
func (v *view) ofField(trouble string) (words, field string) {
	flag, rest, ok := strings.Cut(trouble, ": ")
	name, isFlag := strings.CutPrefix(flag, "--")
	if label, known := fieldLabels[name]; ok && isFlag && known {
		return v.words.text(label) + ": " + rest, name
	}
	return trouble, ""
}

// flag is one in a sentence of a command.
var flag = regexp.MustCompile(`--([a-z][a-z-]+)`)

// labelled names fields as they stand on the page in place of flags.
func (v *view) labelled(words string) string {
	return flag.ReplaceAllStringFunc(words, func(f string) string {
		if label, ok := fieldLabels[f[2:]]; ok {
			return "“" + v.words.text(label) + "”"
		}
		return f
	})
}

// fieldLabels are the texts that stand beside the fields of forms, by their flags.
var fieldLabels = map[string]string{"company": "company", "role": "role", "started": "when-started", "ended": "when-ended", "zone": "zone", "contact": "interviewer",
	"recruiter": "recruiter", "decision": "decide-by", "topic": "topic", "until": "snooze", "on": "sent-on", "date": "heard-date", "by": "more-time",
	"as-it-stands": "as-it-stands", "no-show": "they-did-not-come", "because": "because", "own-work": "own-work", "challenge": "challenge", "with": "with-whom"}

// answerFind says whether a find is an interview of the user's.
func (s *Server) answerFind(v *view) error {
	answer := v.r.PostForm.Get("answer")
	if !slices.Contains([]string{"yes", "no"}, answer) {
		return errNotFound
	}
	var flags []string
	if answer == "yes" {
		flags = filled(v.r.PostForm, "company", "role")
	}
	said := s.program.Do(v.r.Context(), "", append(append([]string{answer}, flags...), "--", v.r.PathValue("tag"))...)
	id := firstLine(said.Out)
	if answer == "no" {
		id = v.r.PathValue("tag")
	}
	of := Row{ID: id}
	if answer == "yes" && said.Trouble == "" {
		of.Company = v.r.PostForm.Get("company")
	}
	return v.goTo("/", v.told(answer, said, of))
}

// corrected is an application as the form has it: what the form does not show stays.
func corrected(a Application, f url.Values) (string, error) {
	d := a.About
	d.Company, d.Role, d.Zone = f.Get("company"), f.Get("role"), f.Get("zone")
	names, honorifics, addresses, parts := f["name"], f["honorific"], f["address"], f["part"]
	keys := map[string]string{} // of the people, before and after
	var people []rules.Contact
	for i := range names {
		if i >= len(honorifics) || i >= len(addresses) || i >= len(parts) {
			break
		}
		c := rules.Contact{}
		if i < len(d.Contacts) {
			c = d.Contacts[i]
		}
		before := c.Key()
		c.Name, c.Honorific, c.Address, c.Part = strings.TrimSpace(names[i]), strings.TrimSpace(honorifics[i]), strings.TrimSpace(addresses[i]), rules.Part(parts[i])
		if c.Name == "" && c.Address == "" {
			continue // taken out, or the empty line below
		}
		if i < len(d.Contacts) {
			keys[before] = c.Key()
		}
		people = append(people, c)
	}
	d.Contacts = people
	d.Interviews = slices.Clone(d.Interviews)
	for i := range d.Interviews {
		one := &d.Interviews[i]
		var left []string
		for _, key := range one.Interviewers {
			if now, ok := keys[key]; ok {
				left = append(left, now)
			}
		}
		one.Interviewers = left
		for _, field := range []struct {
			name string
			to   *time.Time
		}{{"start-" + one.ID, &one.Start}, {"end-" + one.ID, &one.End}} {
			if t, err := time.ParseInLocation("2006-01-02T15:04", f.Get(field.name), a.Zone); err == nil {
				*field.to = t
			}
		}
		if date, err := rules.ParseDate(f.Get("decision-" + one.ID)); err == nil {
			one.Decision = date
		} else if f.Has("decision-"+one.ID) && f.Get("decision-"+one.ID) == "" {
			one.Decision = rules.Date{}
		}
		one.Cancelled = f.Get("cancelled-"+one.ID) != ""
	}
	if now, ok := keys[d.Status]; ok {
		d.Status = now
	}
	text, err := toml.Marshal(d)
	return string(text), err
}

// add enters an interview.
func (s *Server) add(v *view) error {
	f := v.r.PostForm
	flags := filled(f, "company", "role", "started", "ended", "zone", "decision", "recruiter", "account")
	flags = append(append(flags, contacts(f)...), each(f, "topic")...)
	if f.Get("sure") != "" {
		flags = append(flags, "--sure")
	}
	said := s.program.Do(v.r.Context(), "", append([]string{"add"}, flags...)...)
	if said.Trouble == "" {
		id := firstLine(said.Out)
		return v.goTo("/applications/"+url.PathEscape(id), v.told("add", said, Row{ID: id}))
	}
	// What was typed is not lost.
	fields := map[string]string{}
	for name := range f {
		fields[name] = f.Get(name)
	}
	doubted := strings.Contains(said.Hint, "--sure")
	if said = v.told("add", said, Row{}); doubted {
		said.Hint = ""
		said.Trouble += ". " + v.words.text("doubted")
	}
	return s.addAgain(v, addData{Fields: fields, Doubted: doubted}, &said)
}

// addAgain shows the form with what is known.
func (s *Server) addAgain(v *view, d addData, said *Said) error {
	o, err := s.program.Overview(v.r.Context())
	if err != nil {
		return err
	}
	v.zone = o.Zone
	if v.News, err = s.program.News(v.r.Context()); err != nil {
		return err
	}
	v.Here, v.Title, v.Said = "add", v.words.text("add-title"), said
	d.Accounts = o.Accounts
	v.Data = d
	return v.render(http.StatusOK, "add")
}

// meeting is what explain says of one, as far as the form wants it.
type meeting struct {
	Start, End    *time.Time
	Zone          string
	Company, Role *string
	People        []struct {
		Name, Address, Part *string
	}
	Recruiter *struct{ Name, Address *string }
}

// paste fills the form in with what a pasted invitation says.
func (s *Server) paste(v *view) error {
	o, err := s.program.Overview(v.r.Context())
	if err != nil {
		return err
	}
	said := s.program.Do(v.r.Context(), asMessage(v.r.PostForm.Get("text"), v.Now), "explain", "--json", "--zone="+o.Zone.String(), "-")
	fields := map[string]string{"zone": o.Zone.String()}
	var doc struct {
		Meetings []meeting
		Decision string `json:"decision_date"`
	}
	if said.Trouble != "" || json.Unmarshal([]byte(firstLine(said.Out)), &doc) != nil || len(doc.Meetings) == 0 {
		return s.addAgain(v, addData{Fields: fields, Pasted: true}, nil)
	}
	fill(fields, doc.Meetings[0], o.Zone)
	fields["decision"] = doc.Decision
	return s.addAgain(v, addData{Fields: fields, Pasted: true, Found: true}, nil)
}

// asMessage makes a message of what somebody pasted: a message is one, and a calendar
// file, or the text of a mail alone, becomes the body of one.
func asMessage(text string, now time.Time) string {
	text = strings.ReplaceAll(strings.TrimLeft(text, " \t\r\n\ufeff"), "\r\n", "\n")
	head, _, _ := strings.Cut(text, "\n")
	if strings.HasPrefix(text, "BEGIN:VCALENDAR") {
		return "Date: " + now.Format(time.RFC1123Z) + "\nMIME-Version: 1.0\nContent-Type: text/calendar; charset=utf-8\n\n" + text
	}
	if name, _, ok := strings.Cut(head, ":"); ok && !strings.Contains(name, " ") && strings.Contains(text, "\n\n") {
		return text
	}
	return "Date: " + now.Format(time.RFC1123Z) + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text
}

func fill(fields map[string]string, m meeting, home *time.Location) {
	zone := home
	if z, err := time.LoadLocation(m.Zone); m.Zone != "" && err == nil {
		zone, fields["zone"] = z, m.Zone
	}
	for name, t := range map[string]*time.Time{"started": m.Start, "ended": m.End} {
		if t != nil {
			fields[name] = t.In(zone).Format("2006-01-02T15:04")
		}
	}
	for name, text := range map[string]*string{"company": m.Company, "role": m.Role} {
		if text != nil {
			fields[name] = *text
		}
	}
	var people []string
	for _, p := range m.People {
		if p.Part != nil && *p.Part == "interviewer" {
			people = append(people, written(p.Name, p.Address))
		}
	}
	fields["contact"] = strings.Join(people, "\n")
	if r := m.Recruiter; r != nil {
		fields["recruiter"] = written(r.Name, r.Address)
	}
}

// written is a person as `add` reads one.
func written(name, address *string) string {
	switch {
	case name == nil && address == nil:
		return ""
	case address == nil || *address == "":
		return *name
	case name == nil || *name == "":
		return *address
	}
	return *name + " <" + *address + ">"
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// speak chooses a language.
func (s *Server) speak(v *view) error {
	code := v.r.PostForm.Get("language")
	if catalogues[code] == nil {
		return errNotFound
	}
	http.SetCookie(v.w, &http.Cookie{Name: languageCookie, Value: code, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 365 * 24 * 60 * 60})
	return v.goTo("/", Said{})
}
