package prose

import (
	"strings"
	"testing"
)

// What Google Calendar writes where a mail server has taken the calendar file out: the guests
// stand under a heading of their own, by name or by address. Who organizes it arranges, if
// somebody else comes too.
func TestGuests(t *testing.T) {
	for name, c := range map[string]struct{ lang, heading, organizer, day string }{
		"English": {"", "Guests", "organizer", "Tuesday Nov 17, 2026 ⋅ 2pm – 3pm (Eastern Time - New York)"},
		"German":  {"de", "Gäste", "Organisator", "Dienstag 17. Nov. 2026 ⋅ 14:00 – 15:00 (Mitteleuropäische Zeit - Berlin)"},
		"French":  {"fr", "Invités", "organisateur", "mardi 17 nov. 2026 ⋅ 14:00 – 15:00 (heure d’Europe centrale - Paris)"},
		"Spanish": {"es", "Invitados", "organizador", "martes 17 nov 2026 ⋅ 14:00 – 15:00 (Hora de Europa central - Madrid)"},
		"Dutch":   {"nl", "Gasten", "organisator", "dinsdag 17 nov. 2026 ⋅ 14:00 – 15:00 (Midden-Europese tijd - Amsterdam)"},
	} {
		text := func(guests ...string) string {
			return "Interview: Mira Holt / Oak Hill - Data Steward\n" + c.day + "\n\nYou have been invited by Paula Stern to attend an event named Interview: Mira Holt / Oak Hill - Data Steward.\n\nJoin with Google Meet\nmeet.google.example/abc-defg\n\n" +
				c.heading + "\n" + strings.Join(guests, "\n") + "\nmira@holt.example\nView all guest info https://calendar.google.example/event?x\n\nReply for mira@holt.example: Yes No Maybe More options\n\nInvitation from Google Calendar: https://calendar.google.example/\n"
		}
		read := func(guests ...string) string {
			return short(read(t, told{lang: c.lang, from: "Paula Stern <paula@oakhill.example>", subject: "Invitation: Interview: Mira Holt / Oak Hill - Data Steward @ Tue Nov 17, 2026 (mira@holt.example)", text: text(guests...), interview: true}))
		}
		for _, g := range []struct {
			guests []string
			want   string
		}{
			{[]string{"Paula Stern - " + c.organizer, "Dana Frost", "Raj Bhatt"}, "; Dana Frost, Raj Bhatt; by Paula Stern; "},
			{[]string{"Dana Frost - " + c.organizer}, "; Dana Frost; "},
			{[]string{"Paula Stern - " + c.organizer, "dana.frost@oakhill.example", "Raj Bhatt"}, "Raj Bhatt,  <dana.frost@oakhill.example>; by Paula Stern; "},
			{[]string{"Paula Stern - " + c.organizer, "Dana Frost", "Raj Bhatt", "dana.frost@oakhill.example"}, "; Dana Frost <dana.frost@oakhill.example>, Raj Bhatt; by Paula Stern; "},
			{[]string{"paula@oakhill.example - " + c.organizer, "Dana Frost"}, "; Dana Frost; by Paula Stern; "},
			{[]string{"Paula Stern - " + c.organizer, "elm-4@rooms.example", "jo@elsewhere.example", "Dana Frost"}, "; Dana Frost; by Paula Stern; "},
		} {
			if got := read(g.guests...); !strings.Contains(got, g.want) {
				t.Errorf("%s, %q: read %q, want %q", name, g.guests, got, g.want)
			}
		}
	}
}
