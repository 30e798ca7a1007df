package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/invite"
)

// invitation fills the flags with what an invitation says and the user did not: times,
// zone and people. A calendar file is read as well as a message.
func (a *app) invitation(c *config.Config, f *addFlags) error {
	if f.from == "" {
		return nil
	}
	raw, err := a.readFile(f.from)
	if err != nil {
		return fmt.Errorf("read invitation: %w", err)
	}
	account, err := accountOf(c, f.account)
	if err != nil {
		return err
	}
	cal, err := c.Calendar(account, f.zone, f.holidays)
	if err != nil {
		return usage{err}
	}
	own := ownAddresses(c)
	m := recognize.Read(raw, recognize.Options{Calendar: cal, Own: own}).Meeting
	switch {
	case m == nil || m.End.IsZero() && m.Start.IsZero():
		return hint(fmt.Errorf("%s holds no invitation with a time", f.from), "say the time with --ended, as in --ended 2026-11-13T15:00")
	case m.Cancelled:
		return hint(fmt.Errorf("%s calls a meeting off", f.from), "say the time of the one that takes place with --ended")
	}
	f.take(m, own)
	return nil
}

// take takes over what a meeting says and the flags do not.
func (f *addFlags) take(m *invite.Meeting, own []string) {
	f.uid = m.UID
	end := m.End
	if end.IsZero() {
		end = m.Start.Add(time.Hour) // one that names no end (RFC 5545, section 3.6.1) takes a moment
	}
	if f.ended == "" {
		f.ended = end.Format(time.RFC3339)
		if f.started == "" && !m.Start.IsZero() && m.Start.Before(end) {
			f.started = m.Start.Format(time.RFC3339)
		}
	}
	if _, err := time.LoadLocation(m.Zone); err == nil && f.zone == "" && m.Zone != "" && m.Zone != "UTC" {
		f.zone = m.Zone
	}
	mine := func(address string) bool {
		return address == "" || slices.ContainsFunc(own, func(o string) bool { return strings.EqualFold(o, address) })
	}
	person := func(address string) string {
		if name := m.Names[strings.ToLower(address)]; name != "" {
			return strings.NewReplacer("<", "", ">", "").Replace(onOneLine(name)) + " <" + address + ">"
		}
		return address
	}
	organizer := m.Organizer
	if mine(organizer) {
		organizer = ""
	}
	if len(f.contacts) == 0 {
		for _, address := range m.Attendees {
			if !mine(address) && !strings.EqualFold(address, organizer) {
				f.contacts = append(f.contacts, person(address))
			}
		}
		if len(f.contacts) == 0 && organizer != "" {
			f.contacts, organizer = []string{person(organizer)}, ""
		}
	}
	// Who invites for others arranges it.
	if len(f.recruiters) == 0 && organizer != "" && !slices.ContainsFunc(f.contacts, func(c string) bool { return strings.Contains(strings.ToLower(c), strings.ToLower(organizer)) }) {
		f.recruiters = []string{person(organizer)}
	}
}
