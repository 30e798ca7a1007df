package main

import (
	"fmt"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// readerOf makes the reader of a message of what the flags say of him.
func readerOf(zone string, own []string) (recognize.Options, error) {
	var opt recognize.Options
	if zone != "" {
		loc, err := config.Zone(zone)
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

// meetingsOf lists the interviews of which a message tells.
func meetingsOf(v recognize.Verdict) []meetingJSON {
	list := []meetingJSON{}
	for _, m := range v.Appointments {
		one := meetingJSON{Action: m.Action, Start: instant(m.Start), End: instant(m.End), Zone: orNull(m.Zone), Tentative: m.Tentative, UID: orNull(m.UID),
			Company: orNull(m.Company), Role: orNull(m.Role), Round: orNull(m.Round), People: []personJSON{}, Words: m.Words}
		if m.Calendar {
			one.Sequence = &m.Sequence
		}
		if one.Words == nil {
			one.Words = []string{}
		}
		for _, p := range m.People {
			one.People = append(one.People, personJSON{nameJSON{orNull(p.Name), orNull(p.Address)}, orNull(p.Title), p.Part})
		}
		if r := m.Recruiter; r != nil {
			one.Recruiter = &nameJSON{orNull(r.Name), orNull(r.Address)}
		}
		list = append(list, one)
	}
	return list
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// printMeeting prints an appointment on a few lines.
func (e *explainer) printMeeting(m recognize.Appointment) {
	when := "at a time that it does not say"
	if !m.Start.IsZero() {
		when = clock(m.Start)
	}
	if !m.End.IsZero() {
		when += " to " + clock(m.End)
	}
	state := map[string]string{"cancel": ", called off", "move": ", moved", "reminder": ", a reminder"}[m.Action]
	if m.Tentative && m.Action != "cancel" {
		state += ", only held"
	}
	what := []string{}
	for _, s := range []string{m.Round, m.Role, m.Company} {
		if s != "" {
			what = append(what, s)
		}
	}
	if len(what) == 0 {
		what = m.Words[:min(len(m.Words), 1)]
	}
	fmt.Fprintf(e.out, "  meeting: %s\n", onOneLine(strings.Join(append([]string{when + state}, what...), ", ")))
	var people []string
	for _, p := range m.People {
		if p.Part != "interviewer" {
			continue
		}
		name := p.Name
		if name == "" {
			name = p.Address
		}
		people = append(people, name)
	}
	if len(people) > 0 {
		fmt.Fprintf(e.out, "  with: %s\n", onOneLine(strings.Join(people, ", ")))
	}
}
