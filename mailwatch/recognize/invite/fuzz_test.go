package invite

import "testing"

// invitation has most of what calendar programs write.
const invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nTZID:Nordwind Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n" +
	"BEGIN:VEVENT\r\nUID:1@nordwind.example\r\nDTSTART;TZID=Nordwind Time:20260714T100000\r\nDURATION:PT1H30M\r\nSUMMARY:Interview\\, second\r\n  round\r\nORGANIZER;CN=\"Ida \"the boss\" Brandt\":mailto:ida@nordwind.example\r\nATTENDEE;CN=Sam:mailto:sam@post.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

func FuzzCalendar(f *testing.F) {
	f.Add(invitation)
	f.Add("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261117\nSTATUS:CANCELLED\n")
	f.Add("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=\"(UTC-05:00) Eastern Time (US & Canada)\":20261116T0900\nDURATION:-P1W")
	f.Fuzz(func(t *testing.T, s string) {
		for _, v := range calendarOf(s) {
			if v.End.Before(v.Start) {
				t.Errorf("ends %v before it starts %v", v.End, v.Start)
			}
			if len(v.Attendees) > maxAttendees || len([]rune(v.Summary)) > maxSummary || len([]rune(v.UID)) > maxUID {
				t.Errorf("exceeds its bounds: %d attendees", len(v.Attendees))
			}
		}
	})
}
