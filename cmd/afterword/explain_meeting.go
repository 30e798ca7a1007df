package main

import (
	"fmt"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/invite"
	"afterword/rules"
)

// readerOf makes the reader of a message of what the flags say of him.
func readerOf(zone string, own []string) (recognize.Options, error) {
	var opt recognize.Options
	if zone != "" {
		loc, err := loadZone(zone)
		if err != nil {
			return opt, usagef("--zone: %w", err)
		}
		cal, err := rules.NewCalendar(rules.CalendarOptions{Zone: loc})
		if err != nil {
			return opt, err
		}
		opt.Calendar = cal
	}
	for _, one := range own {
		list := mail.ParseAddresses(one)
		if len(list) != 1 {
			return opt, usagef("--own %q is not one address: write it as 'Sam Winter <sam@winter.example>'", one)
		}
		opt.Own = append(opt.Own, list[0].Address)
		if list[0].Name != "" {
			opt.Names = append(opt.Names, list[0].Name)
		}
	}
	return opt, nil
}

// meetingJSON is a meeting in `explain --json`; its field names are a contract. What is
// not known is null.
type meetingJSON struct {
	Action    string       `json:"action"` // new, move or cancel
	Start     *time.Time   `json:"start"`
	End       *time.Time   `json:"end"`
	Zone      *string      `json:"zone"`
	Tentative bool         `json:"tentative"`
	UID       *string      `json:"uid"`
	Sequence  *int         `json:"sequence"`
	Company   *string      `json:"company"`
	Role      *string      `json:"role"`
	Round     *string      `json:"round"`
	People    []personJSON `json:"people"`
	Recruiter *nameJSON    `json:"recruiter"`
	Words     []string     `json:"words"`
}

type nameJSON struct {
	Name    *string `json:"name"`
	Address *string `json:"address"`
}

type personJSON struct {
	nameJSON
	Title *string `json:"title"`
	Part  string  `json:"part"`
}

// meetingsOf lists the meetings of a message that is about an interview.
func meetingsOf(v recognize.Verdict) []meetingJSON {
	list := []meetingJSON{}
	if v.Kind != rules.MessageInterview {
		return list
	}
	for _, m := range v.Meetings {
		one := meetingJSON{Action: actionOf(m), Start: instant(m.Start), End: instant(m.End), Zone: orNull(m.Zone), Tentative: m.Tentative,
			UID: orNull(m.UID), Sequence: &m.Sequence, People: []personJSON{}, Words: []string{}}
		if m.Summary != "" {
			one.Words = append(one.Words, m.Summary)
		}
		for _, a := range m.People {
			p := personJSON{nameJSON: nameJSON{orNull(a.Name), orNull(a.Address)}, Part: "interviewer"}
			if m.Arranges(a) {
				p.Part = "recruiter"
				one.Recruiter = &p.nameJSON
			}
			one.People = append(one.People, p)
		}
		list = append(list, one)
	}
	return list
}

func actionOf(m invite.Meeting) string {
	switch {
	case m.Cancelled:
		return "cancel"
	case m.Sequence > 0:
		return "move"
	}
	return "new"
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (e *explainer) printMeeting(m invite.Meeting) {
	state := ""
	switch {
	case m.Cancelled:
		state = ", called off"
	case m.Tentative:
		state = ", only held"
	}
	fmt.Fprintf(e.out, "  meeting: %s, %s to %s%s\n", onOneLine(m.Summary), clock(m.Start), clock(m.End), state)
	var people []string
	for _, a := range m.People {
		name := a.Name
		if name == "" {
			name = a.Address
		}
		people = append(people, name)
	}
	if len(people) > 0 {
		fmt.Fprintf(e.out, "  with: %s\n", onOneLine(strings.Join(people, ", ")))
	}
}
