package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/intake"
	"afterword/internal/mail"
	"afterword/internal/simulate"
	"afterword/rules"
)

// A pastPrinter prints what a simulation showed.
type pastPrinter struct {
	out     *bufio.Writer
	zone    *time.Location
	letters bool
	answer  string
}

func (p pastPrinter) say(format string, args ...any) { fmt.Fprintf(p.out, format+"\n", args...) }

// at says an instant in the user's zone.
func (p pastPrinter) at(t time.Time) string { return t.In(p.zone).Format("Mon Jan 2 2006 15:04") }

// row prints one line beside a time, or under one.
func (p pastPrinter) row(when, format string, args ...any) {
	p.say("%-21s  %s", when, onOneLine(fmt.Sprintf(format, args...)))
}

func (p pastPrinter) more(format string, args ...any) { p.row("", "  "+format, args...) }

// text prints a past for people, application by application.
func (p pastPrinter) text(past *simulate.Past, c *config.Config) {
	var names []string
	for _, a := range c.Accounts {
		names = append(names, a.Address)
	}
	from := "since " + p.at(past.Since)
	if past.Since.IsZero() {
		from = "at all"
	}
	if past.Mail == 0 {
		p.say("There is no mail of %s %s: nothing to show.", strings.Join(names, ", "), from)
		return
	}
	p.say("The mail of %s from %s to %s, as if the program had run then.", strings.Join(names, ", "), p.at(past.Since), p.at(past.Until))
	p.say("Of %d messages it read %d. Nothing was written anywhere. Times are those of %s.", past.Mail, past.Texts, p.zone)
	for _, s := range past.Stories {
		title := onOneLine(s.Title())
		p.say("\n%s\n%s", title, strings.Repeat("─", len([]rune(title))))
		for _, e := range s.Events {
			p.event(s, e)
		}
		if s.Application.ID != "" {
			p.ahead(s)
		}
	}
	p.say("")
	p.summary(past)
}

// event prints one event on a few lines; what is the program's own business alone on none.
func (p pastPrinter) event(s simulate.Story, e simulate.Event) {
	what, why := p.tell(s, e)
	if what == "" {
		return
	}
	p.row(p.at(e.At), "%s", what)
	if e.Found != nil {
		p.found(e)
	}
	if why != "" {
		p.more("because %s", why)
	}
	for _, f := range e.Ended {
		p.more("so %s to %s, which was to come %s, does not", f.Title(), nameOfContact(f.To), p.window(f))
	}
	for _, f := range e.Moved {
		p.more("so %s to %s comes %s", f.Title(), nameOfContact(f.To), p.window(f))
	}
	if !e.Wrote.IsZero() {
		p.more("you wrote to %s yourself on %s", nameOfContact(e.FollowUp.To), p.at(e.Wrote))
	}
	if e.Letter != nil && p.letters {
		read := mail.Read(e.Letter)
		p.say("\n    ┌ in Drafts\n    │ To:      %s\n    │ Subject: %s\n    │\n%s\n    └\n", onOneLine(toOf(read)), onOneLine(read.Subject), boxed(read.Text().Text))
	}
}

// window says when a follow-up may go out.
func (p pastPrinter) window(f rules.FollowUp) string {
	return fmt.Sprintf("from %s to %s", p.at(f.Opens), p.at(f.Due))
}

// ahead prints what comes next in an application.
func (p pastPrinter) ahead(s simulate.Story) {
	for _, f := range s.Schedule.Pending() {
		if !f.Projected && f.Status == rules.Waiting {
			p.row("then", "%s to %s, %s", f.Title(), nameOfContact(f.To), p.window(f))
		}
	}
	for _, n := range s.Schedule.Asked {
		p.row("open", "%s", n.Text)
	}
}

// found prints what a find was when mail told of it.
func (p pastPrinter) found(e simulate.Event) {
	f := e.Find
	when := f.When(p.zone)
	if len(f.Live()) == 0 && len(f.Meetings) > 0 {
		when = "called off"
	}
	p.more("%s, %s", f.Title(), when)
	if with := peopleOf(*f); with != "" {
		p.more("with %s", with)
	}
	if !e.Asked {
		return
	}
	p.more("it asks you: is this an interview of yours? For %s", f.Why())
	if p.answer == "yes" {
		p.more("taken as answered yes")
	}
}

// peopleOf names who interviews, and how far they are known.
func peopleOf(f intake.Find) string {
	var names []string
	for _, c := range f.Proven() {
		names = append(names, nameOfContact(c))
	}
	for _, c := range f.Named() {
		names = append(names, nameOfContact(c)+" (no address)")
	}
	return strings.Join(names, ", ")
}

// tell says in words what happened, and why.
func (p pastPrinter) tell(s simulate.Story, e simulate.Event) (what, why string) {
	if e.Found != nil {
		who := strings.TrimSpace(e.Found.From.Name + " <" + e.Found.From.Address + ">")
		return fmt.Sprintf("found: %q from %s", e.Found.Subject, who), ""
	}
	switch w := e.What.(type) {
	case rules.Described:
		if len(s.Finds) > 0 {
			return "", "" // what was found says it
		}
		return "you described the application", ""
	case rules.Received:
		if !e.ByHand() && s.Tells(w.MessageID) && len(e.Ended)+len(e.Moved) == 0 {
			return "", ""
		}
		return fmt.Sprintf("%s wrote %q: %s", cmp.Or(nameOfContact(w.From), "they"), w.Subject, w.Kind), strings.Join(w.Evidence, "; ")
	case rules.Hinted:
		return fmt.Sprintf("%s wrote %q, which may belong to it", cmp.Or(nameOfContact(w.From), "they"), w.Subject), "it " + w.Why
	case rules.Placed:
		return fmt.Sprintf("a draft of %s to %s, to be sent by %s", e.FollowUp.Title(), nameOfContact(e.FollowUp.To), p.at(e.FollowUp.Due)), strings.Join(reasonsOf(e.FollowUp.Reasons), "; ")
	case rules.Removed:
		return "the untouched draft of " + rules.TitleOf(w.FollowUp) + " goes to Trash", w.Why
	case rules.Told:
		return "you are told: " + e.Text, ""
	case rules.Delivered:
		if w.FollowUp == "" {
			return fmt.Sprintf("you wrote yourself: %q", w.Subject), ""
		}
	}
	return wordsFor(s.Application, e.Fact), ""
}

func nameOfContact(c rules.Contact) string {
	if c.Name == "" {
		return c.Address
	}
	return strings.TrimSpace(c.Honorific + " " + c.Name)
}

func toOf(m *mail.Message) string {
	var to []string
	for _, a := range m.To {
		to = append(to, strings.TrimSpace(a.Name+" <"+a.Address+">"))
	}
	return strings.Join(to, ", ")
}

// boxed puts a letter beside a line.
func boxed(text string) string {
	lines := strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("    │ "+l, " ")
	}
	return strings.Join(lines, "\n")
}

// pastJSON is one line of `simulate --json`; its field names are a contract.
type pastJSON struct {
	At          time.Time    `json:"at"`
	Account     string       `json:"account"`
	Application string       `json:"application"`
	Company     string       `json:"company"`
	Role        string       `json:"role"`
	Event       string       `json:"event"`
	What        string       `json:"what"`
	Why         string       `json:"why,omitempty"`
	Message     string       `json:"message_id,omitempty"`
	FollowUp    string       `json:"follow_up,omitempty"`
	To          string       `json:"to,omitempty"`
	Subject     string       `json:"subject,omitempty"`
	Opens       *time.Time   `json:"opens,omitempty"`
	Due         *time.Time   `json:"due,omitempty"`
	Letter      string       `json:"letter,omitempty"`
	Ends        []windowJSON `json:"ends,omitempty"`
	Moves       []windowJSON `json:"moves,omitempty"`
	State       rules.State  `json:"state,omitempty"`
	Wrote       *time.Time   `json:"you_wrote,omitempty"` // of a draft: when the user wrote such a letter himself
	Asked       bool         `json:"asked,omitempty"`     // of a find: the user would have been asked about it
	Answer      string       `json:"answer,omitempty"`    // and what was taken for his answer
}

type windowJSON struct {
	FollowUp string    `json:"follow_up"`
	To       string    `json:"to"`
	Opens    time.Time `json:"opens"`
	Due      time.Time `json:"due"`
}

// lines prints a past as one JSON object a line, and its sums in the last.
func (p pastPrinter) lines(past *simulate.Past) error {
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	for _, s := range past.Stories {
		for _, e := range s.Events {
			line, ok := p.line(s, e)
			if !ok {
				continue
			}
			if err := enc.Encode(line); err != nil {
				return err
			}
		}
	}
	return enc.Encode(summaryLine{Event: "summary", Since: past.Since.In(p.zone), Until: past.Until.In(p.zone), Mail: past.Mail, Texts: past.Texts, Sums: past.Sums()})
}

type summaryLine struct {
	Event string    `json:"event"`
	Since time.Time `json:"since"`
	Until time.Time `json:"until"`
	Mail  int       `json:"messages"`
	Texts int       `json:"read"`
	simulate.Sums
}

func (p pastPrinter) line(s simulate.Story, e simulate.Event) (pastJSON, bool) {
	what, why := p.tell(s, e)
	a := s.Application
	line := pastJSON{At: e.At.In(p.zone), Account: s.Account, Application: a.ID, Company: a.Company, Role: a.Role, Event: eventOf(e), What: onOneLine(what), Why: onOneLine(why),
		Ends: p.windows(e.Ended), Moves: p.windows(e.Moved), State: e.State}
	if e.Found != nil {
		line.Company, line.Role, line.Message, line.Subject = e.Find.Company, e.Find.Role, e.Found.MessageID, e.Found.Subject
		if line.Asked = e.Asked; e.Asked {
			line.Why, line.Answer = onOneLine(e.Find.Why()), p.answer
		}
	}
	switch w := e.What.(type) {
	case rules.Received:
		line.Message, line.Subject = w.MessageID, w.Subject
	case rules.Hinted:
		line.Message, line.Subject = w.MessageID, w.Subject
	case rules.Delivered:
		line.Message, line.Subject, line.FollowUp = w.MessageID, w.Subject, w.FollowUp
	case rules.Removed:
		line.FollowUp = w.FollowUp
	case rules.Placed:
		line.FollowUp, line.To = w.FollowUp, e.FollowUp.To.Address
		opens, due := e.FollowUp.Opens.In(p.zone), e.FollowUp.Due.In(p.zone)
		line.Opens, line.Due = &opens, &due
		if !e.Wrote.IsZero() {
			wrote := e.Wrote.In(p.zone)
			line.Wrote = &wrote
		}
		if e.Letter != nil {
			read := mail.Read(e.Letter)
			line.Subject = read.Subject
			if p.letters {
				line.Letter = strings.ReplaceAll(read.Text().Text, "\r\n", "\n")
			}
		}
	}
	return line, what != ""
}

func (p pastPrinter) windows(list []rules.FollowUp) []windowJSON {
	var all []windowJSON
	for _, f := range list {
		all = append(all, windowJSON{f.Key, f.To.Address, f.Opens.In(p.zone), f.Due.In(p.zone)})
	}
	return all
}

// eventOf names the kind of an event in JSON.
func eventOf(e simulate.Event) string {
	switch e.What.(type) {
	case nil:
		return "find"
	case rules.Received:
		return "message"
	case rules.Hinted:
		return "hint"
	case rules.Placed:
		return "draft"
	case rules.Removed:
		return "withdrawal"
	case rules.Delivered:
		return "sent"
	case rules.Told:
		return "told"
	}
	return "you"
}

// summary says it all in a few lines.
func (p pastPrinter) summary(past *simulate.Past) {
	n := past.Sums()
	p.say("In short")
	p.say("  found     %s at %s", count(n.Interviews, "interview", "interviews"), count(n.Companies, "company", "companies"))
	p.say("  asked     %s", count(n.Questions, "question", "questions"))
	p.say("  drafted   %s, of which you wrote %d yourself at the time", count(n.Drafts, "letter", "letters"), n.Written)
	p.say("  withdrew  %s that you had not touched", count(n.Withdrawals, "draft", "drafts"))
	p.say("  stopped   %s, because of an answer", count(n.Stops, "time", "times"))
}

// count says how many of something there are.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
