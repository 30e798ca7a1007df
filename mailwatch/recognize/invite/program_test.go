package invite

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// A program writes an event in the manner of a calendar program.
type program struct {
	name string
	zone func(r *rand.Rand, zone string) (param, block string) // how it names the zone, and what it writes of it
	utc  bool                                                  // it writes times in UTC
	line func(string) string                                   // how it folds a line
	eol  string
}

// zoneNames are a zone as Windows names it, and as Windows shows it in several languages.
var zoneNames = map[string][]string{
	"Europe/Berlin":       {"W. Europe Standard Time", "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Mitteleuropäische Zeit", "West-Europa (standaardtijd)", "GMT +0100 (Standard) / GMT +0200 (Daylight)"},
	"Europe/Paris":        {"Romance Standard Time", "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris", "Hora estándar romance", "Paris, Madrid"},
	"Europe/London":       {"GMT Standard Time", "(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "(UTC) Dublin, Edinburgh, Lisbon, London"},
	"America/New_York":    {"Eastern Standard Time", "(UTC-05:00) Eastern Time (US & Canada)", "(GMT-05.00) Eastern Time (US & Canada)", "GMT -0500 (Standard) / GMT -0400 (Daylight)"},
	"America/Los_Angeles": {"Pacific Standard Time", "(UTC-08:00) Pacific Time (US & Canada)"},
	"Asia/Kolkata":        {"India Standard Time", "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"},
	"Australia/Sydney":    {"AUS Eastern Standard Time", "(UTC+10:00) Canberra, Melbourne, Sydney"},
	"Asia/Tokyo":          {"Tokyo Standard Time", "(UTC+09:00) Osaka, Sapporo, Tokyo"},
}

// windowsRules writes a VTIMEZONE as Exchange does, by the rules of this year.
func windowsRules(id string, zone *time.Location) string {
	offset := func(t time.Time) string { return t.In(zone).Format("-0700") }
	winter, summer := time.Date(2027, 1, 15, 0, 0, 0, 0, time.UTC), time.Date(2027, 7, 15, 0, 0, 0, 0, time.UTC)
	a, b := offset(winter), offset(summer)
	rule := func(name string, t time.Time, from, to string) string {
		return fmt.Sprintf("BEGIN:%s\nDTSTART:16010101T%s\nTZOFFSETFROM:%s\nTZOFFSETTO:%s\n%sEND:%s\n", name, t.Format("150405"), from, to, ruleOf(t), name)
	}
	s := "BEGIN:VTIMEZONE\nTZID:" + id + "\n"
	if a == b {
		return s + "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:" + a + "\nTZOFFSETTO:" + a + "\nEND:STANDARD\nEND:VTIMEZONE\n"
	}
	first, second := shiftIn(zone, winter, summer), shiftIn(zone, summer, winter.AddDate(1, 0, 0))
	names := [2]string{"DAYLIGHT", "STANDARD"}
	if strings.HasPrefix(zone.String(), "Australia") {
		names = [2]string{"STANDARD", "DAYLIGHT"}
	}
	return s + rule(names[0], first, a, b) + rule(names[1], second, b, a) + "END:VTIMEZONE\n"
}

// shiftIn finds when the offset changes, as the clock shows it before.
func shiftIn(zone *time.Location, from, to time.Time) time.Time {
	_, before := from.In(zone).Zone()
	for to.Sub(from) > time.Minute {
		mid := from.Add(to.Sub(from) / 2)
		if _, o := mid.In(zone).Zone(); o == before {
			from = mid
		} else {
			to = mid
		}
	}
	return to.Truncate(time.Minute).Add(time.Duration(before) * time.Second)
}

// ruleOf says of a Sunday which of its month it is.
func ruleOf(t time.Time) string {
	n := (t.Day()-1)/7 + 1
	if t.AddDate(0, 0, 7).Month() != t.Month() {
		n = -1
	}
	return fmt.Sprintf("RRULE:FREQ=YEARLY;BYDAY=%dSU;BYMONTH=%d\n", n, int(t.Month()))
}

func at75(s string) string { return foldAt(s, 75) }

// foldAt folds a line (RFC 5545, section 3.1) at n bytes.
func foldAt(s string, n int) string {
	var b strings.Builder
	for len(s) > n {
		cut := n
		for cut > 1 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		b.WriteString(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	return b.String() + s
}

var programs = []program{
	{name: "Google", eol: "\r\n", line: at75, zone: func(_ *rand.Rand, z string) (string, string) { return z, "" }},
	{name: "Google in UTC", eol: "\r\n", line: at75, utc: true},
	{name: "Exchange", eol: "\r\n", line: at75, zone: func(_ *rand.Rand, z string) (string, string) {
		loc, _ := time.LoadLocation(z)
		return zoneNames[z][0], windowsRules(zoneNames[z][0], loc)
	}},
	{name: "Outlook without rules", eol: "\r\n", line: at75, zone: func(r *rand.Rand, z string) (string, string) { return zoneNames[z][r.Intn(len(zoneNames[z]))], "" }},
	{name: "Outlook in quotes", eol: "\r\n", line: at75, zone: func(r *rand.Rand, z string) (string, string) {
		return `"` + zoneNames[z][r.Intn(len(zoneNames[z]))] + `"`, ""
	}},
	{name: "Outlook with a zone of its own", eol: "\r\n", line: at75, zone: func(r *rand.Rand, z string) (string, string) {
		loc, _ := time.LoadLocation(z)
		id := []string{"Customized Time Zone", "Customized Time Zone 1", "tzone://Microsoft/Custom", "Benutzerdefinierte Zeitzone"}[r.Intn(4)]
		return `"` + id + `"`, windowsRules(id, loc)
	}},
	{name: "Exchange of old", eol: "\r\n", line: at75, zone: func(r *rand.Rand, z string) (string, string) {
		loc, _ := time.LoadLocation(z)
		id := zoneNames[z][len(zoneNames[z])-1]
		return `"` + id + `"`, windowsRules(strings.ReplaceAll(id, ",", `\,`), loc)
	}},
	{name: "Evolution", eol: "\r\n", line: at75, zone: func(r *rand.Rand, z string) (string, string) {
		return "/freeassociation.sourceforge.net/" + []string{"", "Tzfile/"}[r.Intn(2)] + z, ""
	}},
	{name: "Thunderbird of old", eol: "\r\n", line: at75, zone: func(_ *rand.Rand, z string) (string, string) { return "/mozilla.org/20050126_1/" + z, "" }},
	{name: "Lotus Notes", eol: "\r\n", line: at75, zone: func(_ *rand.Rand, z string) (string, string) {
		loc, _ := time.LoadLocation(z)
		id := map[string]string{"Europe/Berlin": "W. Europe", "America/New_York": "Eastern"}[z]
		if id == "" {
			id = "Zone " + z[len(z)-3:]
		}
		return id, windowsRules(id, loc)
	}},
	{name: "a scheduler", eol: "\n", line: func(s string) string { return s }, zone: func(r *rand.Rand, z string) (string, string) {
		return []string{z, strings.ToLower(z), strings.ReplaceAll(z, "_", " "), strings.ReplaceAll(z, "/", "-")}[r.Intn(4)], ""
	}},
	{name: "Apple", eol: "\r\n", line: at75, zone: func(_ *rand.Rand, z string) (string, string) {
		loc, _ := time.LoadLocation(z)
		return z, "X-WR-TIMEZONE:America/Anchorage\n" + windowsRules(z, loc)
	}},
	{name: "Zimbra", eol: "\r\n", line: at75, zone: func(_ *rand.Rand, z string) (string, string) {
		loc, _ := time.LoadLocation(z)
		return `"` + z + `"`, "PRODID:Zimbra-Calendar-Provider\n" + windowsRules(z, loc)
	}},
	{name: "X-WR-TIMEZONE alone", eol: "\r\n", line: at75, zone: func(_ *rand.Rand, z string) (string, string) { return "", "X-WR-TIMEZONE:" + z + "\n" }},
	{name: "a library that folds at 20", eol: "\r\n", line: func(s string) string { return foldAt(s, 20) }, zone: func(_ *rand.Rand, z string) (string, string) { return z, "" }},
}

var (
	people = []string{"Ngozi Okafor", "Müller, Petra", "Tomás Rivera", `Bo "the boss" Lind`, "Zoë d’Arcy: Head of Data", "Mia; Falk", "李雷", "O'Neill, Sean"}
	things = []string{"CUTYPE=ROOM;CN=Elbe:mailto:elbe@nordwind.example", "CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT;CN=NYC-12-Boardroom:MAILTO:nyc-12-boardroom@nordwind.example",
		"CN=Conference Room 4B:mailto:confroom4b@nordwind.example", "CN=BER-3-Spree (8):mailto:c_188@" + resources, "CN=Recruiting:mailto:recruiting@nordwind.example",
		"PARTSTAT=DECLINED;CN=Lars Holm:mailto:lars@nordwind.example", "CN=Interviews:mailto:interviews-emea@nordwind.example"}
)

// TestPrograms reads 20,000 events in the manners of many programs: each gives the
// instant that was meant, and the people that come.
func TestPrograms(t *testing.T) {
	r := rand.New(rand.NewSource(5545))
	zones := []string{}
	for z := range zoneNames {
		zones = append(zones, z)
	}
	slices.Sort(zones)
	failed := 0
	for n := range 20000 {
		p := programs[r.Intn(len(programs))]
		zone := zones[r.Intn(len(zones))]
		loc, _ := time.LoadLocation(zone)
		wall := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(r.Intn(365*96)) * 15 * time.Minute)
		length := time.Duration(1+r.Intn(16)) * 15 * time.Minute
		start := in(wall, loc)
		var b strings.Builder
		write := func(format string, args ...any) {
			for _, l := range strings.Split(strings.TrimSuffix(fmt.Sprintf(format, args...), "\n"), "\n") {
				b.WriteString(p.line(l) + p.eol)
			}
		}
		name, block := "", ""
		if p.zone != nil {
			name, block = p.zone(r, zone)
		}
		moment := func(property string, t time.Time) string {
			switch {
			case p.utc:
				return property + ":" + t.UTC().Format("20060102T150405Z")
			case name == "":
				return property + ":" + t.In(loc).Format("20060102T150405")
			}
			return property + ";TZID=" + name + ":" + t.In(loc).Format("20060102T150405")
		}
		write("BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\n%sBEGIN:VEVENT\nUID:u%d@nordwind.example\nSEQUENCE:%d\nDTSTAMP:20261116T090000Z", block, n, n%7)
		write("%s", moment("DTSTART", start))
		end := start.Add(length)
		if n%3 == 0 {
			write("DURATION:PT%dM", int(length.Minutes()))
		} else {
			write("%s", moment("DTEND", end))
			if !p.utc { // of an hour that the clock shows twice, the first is meant
				_, offset := end.In(loc).Zone()
				end = in(end.UTC().Add(time.Duration(offset)*time.Second), loc)
			}
		}
		var want []string
		for i, name := range people {
			if r.Intn(3) > 0 {
				continue
			}
			address := fmt.Sprintf("p%d.lind@nordwind.example", i)
			want = append(want, address)
			form := []string{`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="%s":mailto:%s`, `ATTENDEE;CN="%s";X-NUM-GUESTS=0:MAILTO:%s`, `ATTENDEE;PARTSTAT=ACCEPTED;CN=%s:mailto:%s`}[r.Intn(3)]
			write("%s", fmt.Sprintf(form, name, address))
		}
		for _, thing := range things {
			if r.Intn(4) == 0 {
				write("ATTENDEE;%s", thing)
			}
		}
		write("SUMMARY:Interview\\, round %d\nEND:VEVENT\nEND:VCALENDAR", n)
		all := calendarOf(b.String())
		problem := ""
		switch {
		case len(all) != 1:
			problem = fmt.Sprintf("%d events", len(all))
		case !all[0].Start.Equal(start) || !all[0].End.Equal(later(start, end)) || all[0].Floating:
			problem = fmt.Sprintf("%v to %v, want %v to %v", all[0].Start, all[0].End, start, end)
		case all[0].UID != fmt.Sprintf("u%d@nordwind.example", n) || all[0].Sequence != n%7 || all[0].Summary != fmt.Sprintf("Interview, round %d", n):
			problem = "UID, SEQUENCE or SUMMARY"
		default:
			var got []string
			for _, a := range all[0].People {
				got = append(got, a.Address)
			}
			if !slices.Equal(got, want) {
				problem = fmt.Sprintf("people %q, want %q", got, want)
			}
		}
		if problem != "" {
			if failed++; failed < 10 {
				t.Errorf("%s, %s: %s\n%s", p.name, zone, problem, b.String())
			}
		}
	}
	if failed > 0 {
		t.Errorf("%d of 20,000 events are read wrong", failed)
	}
}

// later is the end of an event: never before its start.
func later(start, end time.Time) time.Time {
	if end.Before(start) {
		return start
	}
	return end
}

// resources is where Google keeps rooms and things; nobody's mailbox is there.
const resources = "resource." + "calendar.google.com"
