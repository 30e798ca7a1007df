package page

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// addData is what the form of a new interview holds.
type addData struct {
	Fields   map[string]string
	Accounts []Account
	Pasted   bool
	Found    bool   // something was, in what was pasted
	Text     string // in which nothing was found
	Doubted  bool   // what was typed looks wrong, and the user may insist
	Near     bool   // it is near another interview, and may correct that one
}

func (s *Server) adding(v *view) error {
	o, err := s.program.Overview(v.r.Context(), v.words.code)
	if err != nil {
		return err
	}
	return v.show("add", "add", v.words.text("add-title"), addData{Fields: map[string]string{"zone": s.program.Home().String()}, Accounts: o.Accounts})
}

// add enters an interview.
func (s *Server) add(v *view) error {
	f := v.r.PostForm
	// Without a name in it the field is wrong, and not forgotten.
	flags := []string{"--company=" + f.Get("company"), "--role=" + f.Get("role")}
	flags = append(flags, filled(f, "started", "ended", "zone", "decision", "recruiter", "account")...)
	flags = append(append(flags, contacts(f)...), each(f, "topic")...)
	if f.Get("sure") != "" {
		flags = append(flags, "--sure")
	}
	if near := f.Get("near"); slices.Contains([]string{"correct", "another"}, near) {
		flags = append(flags, "--"+near)
	}
	said := s.program.Do(v.r.Context(), "", append([]string{"add"}, flags...)...)
	if !said.Failed() {
		id := firstLine(said.Out)
		return v.goTo("/applications/"+url.PathEscape(id), told("add", said, Row{ID: id}))
	}
	// What was typed is not lost.
	fields := map[string]string{}
	for name := range f {
		fields[name] = f.Get(name)
	}
	said.Tried = &try{"add", "", f}
	d := addData{Fields: fields, Doubted: strings.Contains(said.Hint.Form, "--sure"), Near: strings.Contains(said.Hint.Form, "--correct")}
	return s.addAgain(v, d, &said)
}

// addAgain shows the form with what is known.
func (s *Server) addAgain(v *view, d addData, said *Said) error {
	o, err := s.program.Overview(v.r.Context(), v.words.code)
	if err != nil {
		return err
	}
	if v.News, err = s.program.News(v.r.Context()); err != nil {
		return err
	}
	v.Here, v.Title = "add", v.words.text("add-title")
	if said != nil {
		v.Said = v.message(*said)
	}
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
	line := []string{"explain", "--json", "--zone=" + s.program.Home().String()}
	for _, own := range s.program.Own() {
		line = append(line, "--own="+own) // nobody interviews himself
	}
	said := s.program.Do(v.r.Context(), asMessage(v.r.PostForm.Get("text"), v.Now), append(line, "-")...)
	fields := map[string]string{"zone": s.program.Home().String()}
	var doc struct {
		Meetings []meeting
		Decision string `json:"decision_date"`
	}
	if said.Failed() || json.Unmarshal([]byte(firstLine(said.Out)), &doc) != nil || len(doc.Meetings) == 0 {
		return s.addAgain(v, addData{Fields: fields, Pasted: true, Text: v.r.PostForm.Get("text")}, nil)
	}
	fill(fields, doc.Meetings[0], s.program.Home())
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
			fields[name] = onClock(*t, zone)
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
