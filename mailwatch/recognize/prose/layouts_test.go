package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A layout is the text of one system: subject and text of an invitation, with the names of
// those who interview.
type layout struct {
	name, lang, from string
	zoned            bool // it names the zone
	most             int  // names
	write            func(v invitation, names []string) (subject, text string)
}

// zoneTexts are zones as systems show them.
var zoneTexts = map[string][]string{"America/New_York": {"Eastern Time - US & Canada", "(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"}, "America/Los_Angeles": {"Pacific Time - US & Canada", "(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"},
	"Europe/London": {"UK, Ireland, Lisbon Time", "(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London"}}

var layouts = []layout{
	{"Calendly", "en", "Calendly <notifications@hire.lever.co>", true, 1, func(v invitation, names []string) (string, string) {
		return "Confirmed: Interview with " + names[0], fmt.Sprintf("Hi Mira Holt,\n\nYour Interview with %s at %s - %s (%s) on %s is scheduled.\n\nEvent Name\nData Steward Interview\n\nInvitee: Mira Holt\nInvitee Email: mira@holt.example\n\nCancel: https://calendly.example/c\nReschedule: https://calendly.example/r",
			names[0], v.start.Format("3:04pm"), v.end.Format("3:04pm"), zoneTexts[v.zone][0], v.start.Format("Monday, January 2, 2006"))
	}},
	{"Bookings", "en", "Brightloom Interviews <brightloominterviews@brightloom.example>", true, 1, func(v invitation, names []string) (string, string) {
		return "Booking confirmed: Interview - Buyer", fmt.Sprintf("Hi Mira Holt,\n\nYour booking is confirmed.\n\nInterview - Buyer\nWith: %s\nWhen: %s - %s %s\nWhere: Microsoft Teams\n\nBrightloom",
			names[0], v.start.Format("Monday, January 2, 2006, 3:04 PM"), v.end.Format("3:04 PM"), zoneTexts[v.zone][1])
	}},
	{"Workday", "en", "Oak Hill Workday <oakhill@myworkday.com>", true, 2, func(v invitation, names []string) (string, string) {
		return "Interview Confirmation - Data Steward - R-10233", fmt.Sprintf("Dear Mira,\n\nThank you for your interest in Oak Hill. Please see the details of your upcoming interview for the Data Steward position.\n\nDate: %s\nTime: %s - %s %s\nInterviewers: %s\nLocation: Zoom\n\nThis email was sent by an automated system.",
			v.start.Format("January 2, 2006"), v.start.Format("3:04 PM"), v.end.Format("3:04 PM"), v.start.Format("MST"), strings.Join(names, ", "))
	}},
	{"SmartRecruiters", "en", "Paula Stern <notification@smartrecruiters.com>", true, 3, func(v invitation, names []string) (string, string) {
		return "Interview at Oak Hill for Data Steward", fmt.Sprintf("Hello Mira,\n\nyour interview with Oak Hill has been scheduled.\n\nWhen: %s - %s %s\nInterviewers: %s\nWhere: https://teams.example/x\n\nPaula Stern\nOak Hill",
			v.start.Format("Mon, Jan 2, 2006 03:04 PM"), v.end.Format("03:04 PM"), zoneTexts[v.zone][2], strings.Join(names, ", "))
	}},
	{"Teamtailor", "nl", "Femke Bos <f.bos@dijkzicht.workable.com>", false, 3, func(v invitation, names []string) (string, string) {
		return "Gesprek bij Dijkzicht", fmt.Sprintf("Hoi Mira,\n\nJe bent uitgenodigd voor een gesprek voor de functie Inkoper bij Dijkzicht.\n\nDatum: %s\nTijd: %s - %s\nAanwezig: %s\n\nTot dan!\nFemke Bos",
			dayText("nl", v.start, 0), v.start.Format("15:04"), v.end.Format("15:04"), strings.Join(names, ", "))
	}},
	{"Personio", "de", "Jana Kühn <j.kuehn@lindenwerk.example>", false, 3, func(v invitation, names []string) (string, string) {
		return "Einladung zum Vorstellungsgespräch", fmt.Sprintf("Hallo Mira,\n\nwir laden dich zum Vorstellungsgespräch für die Position als Controllerin ein.\n\nTermin: %s, %s - %s Uhr\nTeilnehmer: %s\n\nViele Grüße\nJana Kühn",
			dayText("de", v.start, 1), v.start.Format("15:04"), v.end.Format("15:04"), strings.Join(names, ", "))
	}},
}

// What systems write is read back: when, until when, in whose time, and with whom.
func TestLayoutsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for range 4 { // of four hundred messages in all; -rapid.checks reads more
			layoutReadsBack(t)
		}
	})
}

func layoutReadsBack(t *rapid.T) {
	l := rapid.SampledFrom(layouts).Draw(t, "layout")
	home, err := time.LoadLocation(homes[l.lang])
	if err != nil {
		t.Fatal(err)
	}
	where, want := home, invitation{}
	if l.zoned {
		want.zone = rapid.SampledFrom([]string{"America/New_York", "America/Los_Angeles", "Europe/London"}).Draw(t, "zone")
		if where, err = time.LoadLocation(want.zone); err != nil {
			t.Fatal(err)
		}
	}
	sent := time.Date(2026, time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"), 8, 0, 0, 0, home)
	on := sent.AddDate(0, 0, rapid.IntRange(2, 40).Draw(t, "days ahead"))
	want.start = time.Date(on.Year(), on.Month(), on.Day(), rapid.IntRange(8, 17).Draw(t, "hour"), rapid.SampledFrom([]int{0, 15, 30, 45}).Draw(t, "minute"), 0, 0, where)
	want.end = want.start.Add(time.Duration(rapid.SampledFrom([]int{30, 45, 60, 90}).Draw(t, "length")) * time.Minute)
	var names []string
	for i := range rapid.IntRange(1, l.most).Draw(t, "people") {
		names = append(names, firsts[(rapid.IntRange(0, 3).Draw(t, "first")+4*i)%len(firsts)]+" "+lasts[(rapid.IntRange(0, 3).Draw(t, "last")+4*i)%len(lasts)])
	}
	subject, text := l.write(want, names)
	if strings.Contains(text, " GMT\n") {
		want.zone = "Etc/UTC" // it does not say where
	}
	m := Message{Subject: subject, Text: text, Signed: text, Language: map[bool]string{true: "en-US", false: l.lang}[l.lang == "en"], Date: sent, Zone: home, Readers: []string{"Mira Holt"}, Own: func(name, _ string) bool { return name == "Mira Holt" }}
	m.Sender.Name, m.Sender.Address, _ = strings.Cut(strings.TrimSuffix(l.from, ">"), " <")
	s := Read(m)
	if !s.Candidate || len(s.Meetings) != 1 || s.Action != "new" {
		t.Fatalf("%s: %q with %d meetings, candidate %v:\n%s\n%s", l.name, s.Action, len(s.Meetings), s.Candidate, subject, text)
	}
	got := s.Meetings[0]
	if !got.Start.Equal(want.start) || !got.End.Equal(want.end) || got.Zone != want.zone {
		t.Errorf("%s: from %v to %v (%s), want %v to %v (%s):\n%s\n%s", l.name, got.Start, got.End, got.Zone, want.start, want.end, want.zone, subject, text)
	}
	if !slices.EqualFunc(s.People, names, func(p Person, name string) bool { return p.Name == name && p.Part == "interviewer" }) {
		t.Errorf("%s: people %+v, want %q:\n%s\n%s", l.name, s.People, names, subject, text)
	}
}
