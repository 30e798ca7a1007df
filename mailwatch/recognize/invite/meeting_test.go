package invite

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
)

// mailOf makes a message of parts: a media type, on a line with what else its header
// has, and the body.
func mailOf(parts ...string) *mail.Message {
	var b strings.Builder
	b.WriteString("From: ida@nordwind.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n")
	for _, p := range parts {
		head, body, _ := strings.Cut(p, "\n")
		b.WriteString("--b\r\nContent-Type: " + strings.ReplaceAll(head, " | ", "\r\n") + "\r\n\r\n" + body + "\r\n")
	}
	b.WriteString("--b--\r\n")
	return mail.Read([]byte(b.String()))
}

// vevent writes an event, on a line for each property.
func vevent(lines ...string) string {
	return "BEGIN:VEVENT\n" + strings.Join(lines, "\n") + "\nEND:VEVENT\n"
}

func vcalendar(method string, events ...string) string {
	if method != "" {
		method = "METHOD:" + method + "\n"
	}
	return "BEGIN:VCALENDAR\n" + method + strings.Join(events, "") + "END:VCALENDAR\n"
}

// starts lists when the meetings start, called off or held ones marked.
func starts(all []Meeting) string {
	var list []string
	for _, m := range all {
		s := m.Start.UTC().Format("02T15")
		if m.Cancelled {
			s += "-"
		}
		if m.Tentative {
			s += "?"
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func TestEvents(t *testing.T) {
	at := func(uid, day, hour string, more ...string) string {
		return vevent(append([]string{"UID:" + uid, "DTSTART:202611" + day + "T" + hour + "0000Z", "DTEND:202611" + day + "T" + hour + "3000Z"}, more...)...)
	}
	const cal = "text/calendar; charset=utf-8\n"
	for _, tt := range []struct {
		name  string
		parts []string
		want  string
	}{
		{"two events", []string{cal + vcalendar("REQUEST", at("a", "16", "09"), at("b", "16", "10"))}, "16T09 16T10"},
		{"two parts", []string{cal + vcalendar("REQUEST", at("a", "16", "09")), cal + vcalendar("REQUEST", at("b", "17", "09"))}, "16T09 17T09"},
		{"two calendars in a part", []string{cal + vcalendar("CANCEL", at("a", "16", "09")) + vcalendar("REQUEST", at("b", "17", "09"))}, "16T09- 17T09"},
		{"the same in part and file", []string{cal + vcalendar("REQUEST", at("a", "16", "09")), "application/ics; name=invite.ics\n" + vcalendar("REQUEST", at("a", "16", "09"))}, "16T09"},
		{"a file of bytes", []string{"application/octet-stream; name=\"Interview.ICS\" | Content-Transfer-Encoding: base64\n" + base64.StdEncoding.EncodeToString([]byte(vcalendar("PUBLISH", at("a", "16", "09"))))}, "16T09"},
		{"SEQUENCE", []string{cal + vcalendar("REQUEST", at("a", "18", "09", "SEQUENCE:2"), at("a", "16", "09", "SEQUENCE:1"))}, "18T09"},
		{"SEQUENCE in another order", []string{cal + vcalendar("REQUEST", at("a", "16", "09", "SEQUENCE:1"), at("a", "18", "09", "SEQUENCE:2"))}, "18T09"},
		{"DTSTAMP", []string{cal + vcalendar("REQUEST", at("a", "18", "09", "DTSTAMP:20261102T090000Z"), at("a", "16", "09", "DTSTAMP:20261101T090000Z"))}, "18T09"},
		{"SEQUENCE before DTSTAMP", []string{cal + vcalendar("REQUEST", at("a", "18", "09", "SEQUENCE:1", "DTSTAMP:20261101T090000Z"), at("a", "16", "09", "SEQUENCE:0", "DTSTAMP:20261105T090000Z"))}, "18T09"},
		{"one of two is off", []string{cal + vcalendar("REQUEST", at("a", "16", "09", "STATUS:CANCELLED"), at("b", "17", "09"))}, "16T09- 17T09"},
		{"held", []string{cal + vcalendar("REQUEST", at("a", "16", "09", "STATUS:TENTATIVE"))}, "16T09?"},
		{"Outlook calls itself tentative", []string{cal + vcalendar("REQUEST", at("a", "16", "09", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", "STATUS:CONFIRMED"))}, "16T09"},
		{"an exception is off", []string{cal + vcalendar("REQUEST", at("a", "16", "09", "RRULE:FREQ=WEEKLY;COUNT=3"), at("a", "23", "09", "RECURRENCE-ID:20261123T090000Z", "STATUS:CANCELLED"))}, "16T09 23T09-"},
		{"an exception moves the first", []string{cal + vcalendar("REQUEST", at("a", "17", "11", "RECURRENCE-ID:20261116T090000Z"), at("a", "16", "09"))}, "17T11"},
		{"a reply", []string{cal + vcalendar("REPLY", at("a", "16", "09"))}, ""},
		{"a counter", []string{cal + vcalendar("counter", at("a", "16", "09"))}, ""},
		{"a reply by its type", []string{"text/calendar; method=REPLY\n" + vcalendar("", at("a", "16", "09"))}, ""},
		{"a declined counter", []string{cal + vcalendar("DECLINECOUNTER", at("a", "16", "09"))}, ""},
		{"a saved file", []string{"text/calendar\n" + vcalendar("", at("a", "16", "09"))}, "16T09"},
		{"a task", []string{cal + "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nDTSTART:20261116T090000Z\nEND:VTODO\nEND:VCALENDAR\n"}, ""},
		{"an alarm within", []string{cal + vcalendar("REQUEST", vevent("UID:a", "BEGIN:VALARM", "DTSTART:20201116T090000Z", "SUMMARY:Alarm", "END:VALARM", "DTSTART:20261116T090000Z"))}, "16T09"},
		{"another file", []string{"application/octet-stream; name=cv.pdf\n" + vcalendar("REQUEST", at("a", "16", "09"))}, ""},
		{"no UID", []string{cal + vcalendar("REQUEST", vevent("DTSTART:20261116T090000Z"), vevent("DTSTART:20261117T090000Z"))}, "16T09 17T09"},
	} {
		if got := starts(Read(mailOf(tt.parts...))); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// An exception of a series is an event of its own; the whole series is not called off
// with one of its dates.
func TestKey(t *testing.T) {
	all := Read(mailOf("text/calendar\n" + vcalendar("CANCEL", vevent("UID:a", "DTSTART:20261123T090000Z", "RECURRENCE-ID:20261123T090000Z", "SEQUENCE:3", "DTSTAMP:20261101T090000Z"))))
	if len(all) != 1 || all[0].Key() == "a" || !strings.HasPrefix(all[0].Key(), "a/") || all[0].Sequence != 3 || !all[0].Stamped.Equal(time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v", all)
	}
}

func TestSpan(t *testing.T) {
	day := func(d, from, to int, off bool) Meeting {
		return Meeting{Start: time.Date(2026, 11, d, from, 0, 0, 0, time.UTC), End: time.Date(2026, 11, d, to, 0, 0, 0, time.UTC), Cancelled: off, Attendees: []string{"a"}}
	}
	for _, tt := range []struct {
		name     string
		all      []Meeting
		from, to int
	}{
		{"one", []Meeting{day(16, 9, 10, false)}, 9, 10},
		{"one after the other", []Meeting{day(16, 9, 10, false), day(16, 10, 11, false)}, 9, 11},
		{"out of order", []Meeting{day(16, 11, 12, false), day(16, 9, 10, false), day(16, 10, 11, false)}, 9, 12},
		{"the first is off", []Meeting{day(15, 9, 10, true), day(16, 10, 11, false)}, 10, 11},
		{"one is off", []Meeting{day(16, 9, 10, false), day(16, 15, 16, true)}, 9, 10},
		{"two days", []Meeting{day(16, 9, 10, false), day(17, 15, 16, false)}, 9, 10},
		{"all are off", []Meeting{day(16, 9, 10, true), day(16, 15, 16, true)}, 9, 10},
	} {
		if m := Span(tt.all); m.Start.Hour() != tt.from || m.End.Hour() != tt.to || len(m.Attendees) != 1 {
			t.Errorf("%s: %v to %v", tt.name, m.Start, m.End)
		}
	}
	if Span(nil) != nil {
		t.Error("a span of nothing")
	}
}

// Who attends, and who is nobody to thank.
func TestAttendees(t *testing.T) {
	for line, want := range map[string]string{
		"ATTENDEE;CN=Ngozi Okafor:mailto:ngozi@nordwind.example":                                 "Ngozi Okafor <ngozi@nordwind.example>",
		`ATTENDEE;CN="Müller, Dr. Petra";ROLE=OPT-PARTICIPANT:MAILTO:p.mueller@nordwind.example`: "Müller, Dr. Petra <p.mueller@nordwind.example>",
		`ATTENDEE;CN="Bo "the boss" Lind":mailto:bo@nordwind.example`:                            `Bo "the boss" Lind <bo@nordwind.example>`,
		"ATTENDEE;CN=Bo^n^'the boss^' Lind:mailto:bo@nordwind.example":                           `Bo "the boss" Lind <bo@nordwind.example>`,
		"ATTENDEE;CN=bo@nordwind.example:mailto:bo@nordwind.example":                             " <bo@nordwind.example>",
		"ATTENDEE;CN=Bo;EMAIL=bo@nordwind.example:urn:uuid:1-2-3":                                "Bo <bo@nordwind.example>",
		"ATTENDEE;CN=Bo;SENT-BY=\"mailto:sec@nordwind.example\":mailto:bo@nordwind.example":      "Bo <bo@nordwind.example>",
		"ATTENDEE;CN=Bo:mailto:bo@nordwind.example?bcc=eve@elsewhere.example":                    "Bo <bo@nordwind.example>",
		"ATTENDEE;CN=Bo:mailto:<bo@nordwind.example>":                                            "Bo <bo@nordwind.example>",
		"ATTENDEE;CN==?utf-8?q?Zo=C3=AB?=:mailto:zoe@nordwind.example":                           "Zoë <zoe@nordwind.example>",
		"ATTENDEE;CN=" + strings.Repeat("Long ", 300) + ":mailto:l@nordwind.example":             strings.TrimSpace(strings.Repeat("Long ", 20)) + " <l@nordwind.example>",
		"ATTENDEE;CN=Steve Jobs:mailto:steve.jobs@nordwind.example":                              "Steve Jobs <steve.jobs@nordwind.example>",
		"ATTENDEE;CN=Maria Sala:mailto:m.sala@nordwind.example":                                  "Maria Sala <m.sala@nordwind.example>",
		"ATTENDEE;CN=Ben Hall:mailto:hall@nordwind.example":                                      "Ben Hall <hall@nordwind.example>",
		"ATTENDEE;CN=OSEI Kim (Co15):mailto:kim.osei@nordwind.example":                           "OSEI Kim (Co15) <kim.osei@nordwind.example>",
		"ATTENDEE;CN=Will People:mailto:will@nordwind.example":                                   "Will People <will@nordwind.example>",
		"ATTENDEE;CN=Rosa Raumer:mailto:raumer@nordwind.example":                                 "Rosa Raumer <raumer@nordwind.example>",
		"ATTENDEE;CN=Ada Lind (Recruiting):mailto:ada@nordwind.example":                          "Ada Lind (Recruiting) <ada@nordwind.example>",
		"ATTENDEE;CN=c:mailto:c%0d%0aBcc:eve@elsewhere.example":                                  "",
		"ATTENDEE;CN=c:mailto:\"robin@nordwind.example\"@elsewhere.example":                      "",
		"ATTENDEE;CN=c:invalid:nomail":                                                           "",
		"ATTENDEE;CUTYPE=ROOM;CN=Elbe:mailto:elbe@nordwind.example":                              "",
		"ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:b7@nordwind.example":                          "",
		"ATTENDEE;CUTYPE=GROUP;CN=All:mailto:sales@nordwind.example":                             "",
		"ATTENDEE;CUTYPE=\"room\";CN=Elbe:mailto:elbe@nordwind.example":                          "",
		"ATTENDEE;ROLE=NON-PARTICIPANT;CN=Bo:mailto:bo@nordwind.example":                         "",
		"ATTENDEE;PARTSTAT=DECLINED;CN=Bo:mailto:bo@nordwind.example":                            "",
		"ATTENDEE;PARTSTAT=DELEGATED;CN=Bo:mailto:bo@nordwind.example":                           "",
		"ATTENDEE;CN=NYC-12-Boardroom:mailto:nyc-12-boardroom@nordwind.example":                  "",
		"ATTENDEE;CN=NYC-12-Boardroom:mailto:nyc12b@nordwind.example":                            "",
		"ATTENDEE;CN=HQ-4-Birch (8) [VC]:mailto:c_1@" + resources:                                "",
		"ATTENDEE;CN=BER-3-Spree (6 people):mailto:spree@nordwind.example":                       "",
		"ATTENDEE;CN=Konferenzraum Alster:mailto:kr.alster@nordwind.example":                     "",
		"ATTENDEE;CN=Besprechungsraum 2:mailto:br2@nordwind.example":                             "",
		"ATTENDEE;CN=Salle Molière:mailto:moliere@nordwind.example":                              "",
		"ATTENDEE;CN=Sala de reuniones Goya:mailto:goya@nordwind.example":                        "",
		"ATTENDEE;CN=Vergaderruimte Maas:mailto:maas@nordwind.example":                           "",
		"ATTENDEE;CN=Blue Room:mailto:blue@nordwind.example":                                     "",
		"ATTENDEE;CN=Zoom Room 3:mailto:zr3@nordwind.example":                                    "",
		"ATTENDEE;CN=Elbe:mailto:room-elbe@nordwind.example":                                     "",
		"ATTENDEE;CN=Elbe:mailto:meetingroom.elbe@nordwind.example":                              "",
		"ATTENDEE;CN=Recruiting:mailto:recruiting@nordwind.example":                              "",
		"ATTENDEE:mailto:interviews@nordwind.example":                                            "",
		"ATTENDEE:mailto:Scheduling@nordwind.example":                                            "",
		"ATTENDEE:mailto:jobs@nordwind.example":                                                  "",
		"ATTENDEE:mailto:hr@nordwind.example":                                                    "",
		"ATTENDEE:mailto:hr-team@nordwind.example":                                               "",
		"ATTENDEE:mailto:emea-recruiting@nordwind.example":                                       "",
		"ATTENDEE:mailto:talent.acquisition@nordwind.example":                                    "",
		"ATTENDEE:mailto:careers+42@nordwind.example":                                            "",
		"ATTENDEE:mailto:bewerbung@nordwind.example":                                             "",
		"ATTENDEE:mailto:recrutement@nordwind.example":                                           "",
		"ATTENDEE:mailto:no-reply@nordwind.example":                                              "",
		"ATTENDEE;CN=Nordwind Recruiting Team:mailto:nrt@nordwind.example":                       "",
		"ATTENDEE;CN=Talent Acquisition Team:mailto:x@nordwind.example":                          "",
		"ORGANIZER;CN=Robin Hale:mailto:robin@nordwind.example":                                  "",
	} {
		all := Read(mailOf("text/calendar\n" + vcalendar("REQUEST", vevent("UID:a", "DTSTART:20261116T090000Z", line))))
		got := ""
		for _, m := range all {
			for _, a := range m.People {
				got += a.Name + " <" + a.Address + ">"
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// A crowd stays one: enough of it is kept that the rules ask who interviewed.
func TestCrowd(t *testing.T) {
	all := Read(message(vcalendar("REQUEST", vevent("UID:a", "DTSTART:20261116T090000Z", many(400<<10, "ATTENDEE;CN=Ida Brandt %d:mailto:ida%d@nordwind.example\n")))))
	if len(all) != 1 || len(all[0].People) != maxAttendees {
		t.Errorf("%d meetings, %d people", len(all), len(all[0].People))
	}
}
