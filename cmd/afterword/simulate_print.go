package main

import (
	"bufio"
	"cmp"
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
		told := 0
		for _, e := range s.Events {
			if _, ok := e.What.(rules.Told); ok {
				if told++; told > mostTold {
					continue
				}
			}
			p.event(s, e)
		}
		if told > mostTold {
			p.row("", "you are told of %s", count(told-mostTold, "more such thing", "more such things"))
		}
		if s.Application.ID != "" {
			p.ahead(s)
		}
	}
	p.say("")
	p.summary(past)
}

// mostTold is how much of what the user is told is printed of one application: some
// companies write a lot, and each message that may be an answer is asked about.
const mostTold = 6

// event prints one event on a few lines; what is the program's own business alone on none.
func (p pastPrinter) event(s simulate.Story, e simulate.Event) {
	what, why := p.tell(s, e)
	if _, hint := e.What.(rules.Hinted); hint && len(e.Ended)+len(e.Moved) == 0 || what == "" {
		return // what the user is told says it
	}
	p.row(p.at(e.At), "%s", what)
	if e.Found != nil {
		p.found(s, e)
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
	asked := s.Schedule.Asked
	for _, n := range asked[:min(len(asked), mostOpen)] {
		p.row("open", "%s", n.Text)
	}
	if more := len(asked) - mostOpen; more > 0 {
		p.row("open", "%s", count(more, "more question", "more questions"))
	}
}

// found prints what a find was when mail told of it.
func (p pastPrinter) found(s simulate.Story, e simulate.Event) {
	f := e.Find
	when := f.When(p.zone)
	if len(f.Live()) == 0 && len(f.Meetings) > 0 {
		when = "called off"
	}
	if f.State == intake.Choosing || f.State == intake.Chosen {
		when = "and they wait for your choice of a time"
	}
	p.more("%s, %s", f.Title(), when)
	if with := namesOf(*f); len(with) > 0 {
		p.more("with %s", strings.Join(with, ", "))
	}
	if !e.Asked {
		return
	}
	p.more("it asks you: is this an interview of yours? For %s", f.Why())
	end, _ := intake.Named(s.Finds, f.Tag)
	switch {
	case p.answer != "yes":
	case end.State == intake.Confirmed:
		p.more("taken as answered yes; nothing is drafted before you also say: %s", strings.Join(end.Lacks(), ", "))
	case end.Answer == intake.Yes || end.Application != "":
		p.more("taken as answered yes")
	default:
		p.more("not answered: %s", cmp.Or(end.Doubt, "it was called off"))
	}
}

// namesOf names who interviews, and how far they are known.
func namesOf(f intake.Find) (names []string) {
	for _, c := range f.Proven() {
		names = append(names, nameOfContact(c))
	}
	for _, c := range f.Named() {
		names = append(names, nameOfContact(c)+" (no address)")
	}
	return names
}

// mostOpen is how many open questions of one application are printed.
const mostOpen = 3

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
		return "the untouched draft of " + s.Name(w.FollowUp) + " goes to Trash", w.Why
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

// summary says it all in a few lines.
func (p pastPrinter) summary(past *simulate.Past) {
	n := past.Sums()
	p.say("In short")
	p.say("  found     %s at %s", count(n.Interviews, "interview", "interviews"), count(n.Companies, "company", "companies"))
	p.say("  asked     %s", count(n.Questions, "question", "questions"))
	p.say("  told you  %s besides", count(n.Told, "thing", "things"))
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
