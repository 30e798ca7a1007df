package recognize

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// An invitation in a calendar and in words. The reader is Mira Holt in New York.
func appointed(t *testing.T, raw string) string {
	t.Helper()
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	cal, err := rules.NewCalendar(rules.CalendarOptions{Zone: zone})
	if err != nil {
		t.Fatal(err)
	}
	v := Read([]byte(strings.ReplaceAll(raw, "\n", "\r\n")), Options{Calendar: cal, Own: []string{"mira@holt.example"}, Names: []string{"Mira Holt"}})
	var all []string
	for _, a := range v.Appointments {
		one := fmt.Sprintf("%s %s-%s %s %s/%s/%s", a.Action, a.Start.Format("01-02 15:04"), a.End.Format("15:04"), a.Zone, a.Round, a.Role, a.Company)
		for _, p := range a.People {
			one += fmt.Sprintf("; %s %s <%s> %s", p.Part, p.Name, p.Address, p.Title)
		}
		if a.Recruiter != nil {
			one += "; by " + a.Recruiter.Name
		}
		if a.Tentative {
			one += "; held"
		}
		all = append(all, one)
	}
	if !v.DecisionDate.IsZero() {
		all = append(all, "decided "+v.DecisionDate.String())
	}
	return strings.Join(all, "\n")
}

// calendarMail is a message with a text and events of some lines, parted by blank lines.
func calendarMail(from, subject, method, text, events string) string {
	parts := ""
	for _, e := range strings.Split(events, "\n\n") {
		parts += "BEGIN:VEVENT\nDTSTAMP:20261110T100000Z\n" + e + "\nEND:VEVENT\n"
	}
	return "From: " + from + "\nTo: Mira Holt <mira@holt.example>\nSubject: " + subject + "\nDate: Tue, 10 Nov 2026 09:00:00 -0500\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + text +
		"\n--x\nContent-Type: text/calendar; method=" + method + "; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:" + method + "\n" + parts + "END:VCALENDAR\n--x--\n"
}

const panel = "ORGANIZER;CN=Paula Stern:mailto:paula@oakhill.example\nATTENDEE;CN=Mira Holt:mailto:mira@holt.example\nATTENDEE;CN=Dana Frost:mailto:dana@oakhill.example\nATTENDEE;CN=Paula Stern:mailto:paula@oakhill.example\nATTENDEE;CUTYPE=ROOM;CN=Elm 4:mailto:elm4@oakhill.example"

func TestAppointments(t *testing.T) {
	for name, c := range map[string]struct{ raw, want string }{
		"names from the text, addresses from the calendar": {
			calendarMail("Paula Stern <paula@oakhill.example>", "Invitation: Interview: Mira Holt / Oak Hill - Data Steward @ Tue Nov 17, 2026 2pm - 3pm (EST)", "REQUEST",
				"Hi Mira,\n\n2:00 - 2:30pm  Dr. Dana Frost, Head of Data\n2:30 - 3:00pm  Raj Bhatt, Principal Engineer\n\nWe expect to make a decision by November 24.\n\nBest,\nPaula Stern\nTalent Partner, Oak Hill",
				"UID:1\nDTSTART:20261117T190000Z\nDTEND:20261117T200000Z\nSUMMARY:Interview: Mira Holt / Oak Hill - Data Steward\n"+panel),
			"new 11-17 14:00-15:00 America/New_York /Data Steward/Oak Hill; interviewer Dr. Dana Frost <dana@oakhill.example> Head of Data; interviewer Raj Bhatt <> Principal Engineer; recruiter Paula Stern <paula@oakhill.example> Talent Partner; by Paula Stern\ndecided 2026-11-24"},
		"the description alone": {
			calendarMail("Oak Hill Interviews <interviews@oakhill.example>", "Oak Hill interview", "REQUEST", "",
				"UID:1\nDTSTART;TZID=America/Chicago:20261117T130000\nDTEND;TZID=America/Chicago:20261117T134500\nSUMMARY:Oak Hill Interview - Mira Holt\nDESCRIPTION:Your interview for the Data Steward role.\\n\\nInterviewer: Raj Bhatt\\, Principal Engineer\\n\nORGANIZER;CN=Oak Hill Interviews:mailto:interviews@oakhill.example\nATTENDEE;CN=Mira Holt:mailto:mira@holt.example\nX-MICROSOFT-CDO-INTENDEDSTATUS:TENTATIVE"),
			"new 11-17 13:00-13:45 America/Chicago /Data Steward/Oak Hill; interviewer Raj Bhatt <> Principal Engineer; held"},
		"each event has its own people": {
			calendarMail("Paula Stern <paula@oakhill.example>", "Your interviews with Oak Hill", "REQUEST",
				"Hi Mira,\n\nyour interviews for the Data Steward role on Wednesday, November 18 (EST):\n\n11:00 AM - 11:45 AM   Case Study   Dana Frost\n2:00 PM - 2:45 PM   Values   Raj Bhatt\n\nPaula Stern\nRecruiter",
				"UID:1\nDTSTART:20261118T160000Z\nDTEND:20261118T164500Z\nSUMMARY:Oak Hill Interview\n\nUID:2\nDTSTART:20261118T190000Z\nDTEND:20261118T194500Z\nSUMMARY:Oak Hill Interview"),
			"new 11-18 11:00-11:45 America/New_York /Data Steward/Oak Hill; interviewer Dana Frost <> ; by Paula Stern\nnew 11-18 14:00-14:45 America/New_York /Data Steward/Oak Hill; interviewer Raj Bhatt <> ; by Paula Stern"},
		"called off": {
			calendarMail("Paula Stern <paula@oakhill.example>", "Canceled event: Interview: Mira Holt / Oak Hill", "CANCEL", "This event has been canceled.", "UID:1\nSEQUENCE:2\nSTATUS:CANCELLED\nDTSTART:20261117T190000Z\nDTEND:20261117T200000Z\nSUMMARY:Interview: Mira Holt / Oak Hill\n"+panel),
			"cancel 11-17 14:00-15:00 America/New_York //Oak Hill; interviewer Dana Frost <dana@oakhill.example> ; recruiter Paula Stern <paula@oakhill.example> ; by Paula Stern"},
		"an answer": {
			calendarMail("Dana Frost <dana@oakhill.example>", "Accepted: Interview", "REPLY", "Dana has accepted.", "UID:1\nDTSTART:20261117T190000Z\nDTEND:20261117T200000Z\nSUMMARY:Interview\n"+panel), ""},
		"somebody else's interview": {
			calendarMail("Tara Lind <tara@ownfirm.example>", "Interview: Joe Park / Analyst", "REQUEST", "Panel: Mira Holt, Luis Vega", "UID:1\nDTSTART:20261117T190000Z\nDTEND:20261117T200000Z\nSUMMARY:Interview: Joe Park / Analyst\nORGANIZER:mailto:tara@ownfirm.example\nATTENDEE;CN=Joe Park:mailto:joe@park.example\nATTENDEE;CN=Luis Vega:mailto:luis@ownfirm.example\nATTENDEE:mailto:mira@holt.example"), ""},
		"the weekly of the present job": {
			calendarMail("Tara Lind <tara@ownfirm.example>", "Invitation: Ops weekly", "REQUEST", "Agenda: hiring, interview feedback.", "UID:1\nDTSTART:20261117T190000Z\nDTEND:20261117T200000Z\nSUMMARY:Ops weekly\n"+panel), ""},
		"a dentist": {
			calendarMail("Elm Dental <hello@elmdental.example>", "Appointment", "REQUEST", "Your check-up with Dr. Bell.", "UID:1\nDTSTART:20261117T190000Z\nDTEND:20261117T200000Z\nSUMMARY:Dentist appointment"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := appointed(t, c.raw); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
