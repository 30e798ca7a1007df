package main

import (
	"encoding/json"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/internal/simulate"
	"afterword/rules"
)

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
	Start       *time.Time   `json:"start,omitempty"`     // of a find, as mail told it then
	End         *time.Time   `json:"end,omitempty"`
	With        []string     `json:"with,omitempty"`
	Asked       bool         `json:"asked,omitempty"`  // of a find: the user would have been asked about it
	Answer      string       `json:"answer,omitempty"` // and what was taken for his answer
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
		if start, end := e.Find.Start(), e.Find.End(); !start.IsZero() {
			start, end = start.In(p.zone), end.In(p.zone)
			line.Start, line.End = &start, &end
		}
		line.With = namesOf(*e.Find)
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
