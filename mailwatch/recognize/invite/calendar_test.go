package invite

import (
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
)

func TestReadCalendar(t *testing.T) {
	event := func(lines ...string) string {
		return "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@nordwind.example\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	}
	const berlin = "2026-11-16T10:00:00+01:00"
	for _, tt := range []struct{ name, in, start, end, zone string }{
		{"utc", event("DTSTART:20261116T090000Z", "DTEND:20261116T100000Z"), "2026-11-16T09:00:00Z", "2026-11-16T10:00:00Z", "UTC"},
		{"iana", event("DTSTART;TZID=Europe/Berlin:20261116T100000", "DURATION:PT45M"), berlin, "2026-11-16T10:45:00+01:00", "Europe/Berlin"},
		{"windows", event("DTSTART;TZID=W. Europe Standard Time:20261116T100000", "DTEND;TZID=W. Europe Standard Time:20261116T110000"), berlin, "2026-11-16T11:00:00+01:00", "Europe/Berlin"},
		{"windows in quotes", event(`DTSTART;TZID="Eastern Standard Time":20261116T100000`), "2026-11-16T10:00:00-05:00", "2026-11-16T10:00:00-05:00", "America/New_York"},
		{"title", event(`DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20261116T100000`), "2026-11-16T10:00:00-05:00", "2026-11-16T10:00:00-05:00", "America/New_York"},
		{"old title", event(`DTSTART;TZID="(GMT-08.00) Pacific Time (US & Canada)/Tijuana":20261116T100000`), "2026-11-16T10:00:00-08:00", "2026-11-16T10:00:00-08:00", "America/Tijuana"},
		{"path", event("DTSTART;TZID=/nordwind.example/Olson_1/Pacific/Auckland:20261116T100000"), "2026-11-16T10:00:00+13:00", "2026-11-16T10:00:00+13:00", "Pacific/Auckland"},
		{"hyphen", event("DTSTART;TZID=America-Chicago:20261116T100000"), "2026-11-16T10:00:00-06:00", "2026-11-16T10:00:00-06:00", "America/Chicago"},
		{"offset", event(`DTSTART;TZID="(GMT +01:00)":20261116T100000`), berlin, berlin, ""},
		{"own rules, summer", invitation, "2026-07-14T10:00:00+02:00", "2026-07-14T11:30:00+02:00", ""},
		{"own rules, winter", strings.Replace(invitation, "20260714", "20261116", 1), berlin, "2026-11-16T11:30:00+01:00", ""},
		{"day", event("DTSTART;VALUE=DATE:20261116"), "2026-11-16T00:00:00Z", "2026-11-17T00:00:00Z", ""},
		{"ends before it starts", event("DTSTART:20261116T090000Z", "DTEND:20261115T090000Z"), "2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z", "UTC"},
		{"odd lines", event("no colon", "DTSTART;X=\"a\"b\":20261116T090000Z", "X-;;;:", "ATTENDEE;CN=\"a \"b\" c\":mailto:sam@post.example"), "2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z", "UTC"},
		{"cut off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261116T090000Z\n", "2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z", "UTC"},
	} {
		all := calendarOf(tt.in)
		if len(all) == 0 {
			t.Errorf("%s: not read", tt.name)
			continue
		}
		v := all[0]
		if s, e := v.Start.Format(time.RFC3339), v.End.Format(time.RFC3339); s != tt.start || e != tt.end || v.Zone != tt.zone {
			t.Errorf("%s: %s to %s in %q", tt.name, s, e, v.Zone)
		}
	}
}

func TestInvitation(t *testing.T) {
	raw := "From: Ida <ida@nordwind.example>\r\nSubject: Interview\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee you.\r\n--b\r\nContent-Type: text/calendar; method=CANCEL\r\n\r\n" +
		strings.Replace(invitation, "METHOD:REQUEST", "METHOD:CANCEL", 1) + "\r\n--b--\r\n"
	all := Read(mail.Read([]byte(raw)))
	if len(all) != 1 {
		t.Fatalf("%d meetings", len(all))
	}
	if m := all[0]; !m.Cancelled || m.Method != "CANCEL" || m.Summary != "Interview, second round" || m.Organizer != "ida@nordwind.example" || len(m.Attendees) != 1 || m.UID != "1@nordwind.example" {
		t.Errorf("%+v", m)
	}
	raw = strings.Replace(strings.Replace(raw, "text/calendar; method=CANCEL", "application/octet-stream; name=\"invite.ics\"", 1), "METHOD:CANCEL", "METHOD:REQUEST", 1)
	if all := Read(mail.Read([]byte(raw))); len(all) != 1 || all[0].Cancelled {
		t.Errorf("attached: %+v", all)
	}
}

// calendarOf reads the events of one calendar.
func calendarOf(s string) []Meeting {
	var all []Meeting
	for _, c := range readCalendars(s) {
		for i := range c.events {
			if v, ok := c.events[i].reckon(c); ok {
				all = append(all, v)
			}
		}
	}
	return all
}
