package recognize

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// invited is a message with an event of some lines.
func invited(lines ...string) []byte {
	return []byte("From: Robin Hale <robin@nordwind.example>\r\nTo: sam@post.example\r\nSubject: Interview\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" +
		"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

// Times that name no zone are those of the reader, and he is told.
func TestReadersZone(t *testing.T) {
	for _, name := range []string{"America/New_York", "Europe/Berlin", "UTC"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		cal, err := rules.NewCalendar(rules.CalendarOptions{Zone: zone})
		if err != nil {
			t.Fatal(err)
		}
		for line, doubt := range map[string]string{
			"DTSTART:20270713T140000":                             "does not say in what time zone",
			"DTSTART;TZID=Customized Time Zone 2:20270713T140000": `"Customized Time Zone 2"`,
		} {
			v := Read(invited(line), Options{Calendar: cal})
			if len(v.Meetings) != 1 || !v.Meeting.Start.Equal(time.Date(2027, 7, 13, 14, 0, 0, 0, zone)) {
				t.Errorf("%s in %s: %+v", line, name, v.Meeting)
			}
			if !slices.ContainsFunc(v.Problems, func(p string) bool { return strings.Contains(p, doubt) && strings.Contains(p, name) }) {
				t.Errorf("%s in %s: problems %q", line, name, v.Problems)
			}
		}
		v := Read(invited("DTSTART;TZID=Asia/Tokyo:20270713T140000"), Options{Calendar: cal})
		if v.Meeting.Start.UTC().Hour() != 5 || len(v.Problems) > 0 {
			t.Errorf("Tokyo in %s: %v, %q", name, v.Meeting.Start, v.Problems)
		}
	}
}

// The user is nobody whom he met, under whatever of his addresses or by his name.
func TestNotTheUser(t *testing.T) {
	opt := Options{Own: []string{"sam.winter@post.example", "swinter@gmail.com"}, Names: []string{"Sam Winter"}}
	for line, met := range map[string]bool{
		"ATTENDEE:mailto:sam.winter@post.example":               false,
		"ATTENDEE:mailto:SAM.Winter@Post.Example":               false,
		"ATTENDEE:mailto:sam.winter+jobs@post.example":          false,
		"ATTENDEE:mailto:s.winter+x@" + "googlemail.com":        false,
		"ATTENDEE;CN=Sam Winter:mailto:sam@elsewhere.example":   false,
		"ATTENDEE;CN=Bo:mailto:calendar-notification@x.example": false,
		"ATTENDEE;CN=Bo:mailto:x123@us.greenhouse-mail.io":      false,
		"ATTENDEE;CN=Sam Summer:mailto:sam@nordwind.example":    true,
		"ATTENDEE:mailto:samwinter@post.example":                true,
	} {
		v := Read(invited("DTSTART:20270713T140000Z", line), opt)
		if len(v.Meetings) != 1 || (len(v.Meetings[0].People) > 0) != met {
			t.Errorf("%s: %+v", line, v.Meetings)
		}
	}
}
