package invite

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
)

// monsters are calendars of n bytes, about, that nobody should have to read.
func monsters(n int) map[string]string {
	fill := func(head, one, tail string) string {
		return "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n" + head + strings.Repeat(one, n/len(one)) + tail + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	}
	const event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261116T090000Z\r\n"
	zone := "BEGIN:VTIMEZONE\r\nTZID:%d\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
	return map[string]string{
		"parameters of one attendee": fill(event, ";A=", ":mailto:a@nordwind.example"),
		"parameters in lines":        fill(event, "ATTENDEE"+strings.Repeat(";A=", 2000)+":mailto:a@nordwind.example\r\n", ""),
		"quotes never closed":        fill(event, "ATTENDEE"+strings.Repeat(`;A="b`, 800)+":mailto:a@nordwind.example\r\n", ""),
		"quotes":                     fill(event+"ATTENDEE;CN=", `"`, ":mailto:a@nordwind.example"),
		"colons":                     fill(event+"DTEND;TZID=", ":2026", ":20261116T100000"),
		"a name":                     fill(event+"ATTENDEE;CN=", "Long ", ":mailto:a@nordwind.example"),
		"encoded words":              fill(event, "ATTENDEE;CN==?utf-8?b?"+strings.Repeat("SGVsbG8=?= =?utf-8?b?", 150)+"?=:mailto:a@nordwind.example\r\n", ""),
		"attendees":                  fill(event, "ATTENDEE;CN=Ida Brandt:mailto:ida@nordwind.example\r\n", ""),
		"attendees of many names":    event + many(n, "ATTENDEE;CN=Ida Brandt %d:mailto:ida%d@nordwind.example\r\n"),
		"a summary":                  fill(event+"SUMMARY:", `word\, `, ""),
		"a folded summary":           fill(event+"SUMMARY:a\r\n", " b\r\n", ""),
		"empty folds":                fill(event+"SUMMARY:a\r\n", " \r\n", ""),
		"events":                     fill("", event+"END:VEVENT\r\n", ""),
		"events of many names":       many(n, "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;TZID=Zone %d:20261116T090000\r\nEND:VEVENT\r\n"),
		"calendars":                  strings.Repeat("BEGIN:VCALENDAR\r\n"+event+"END:VEVENT\r\nEND:VCALENDAR\r\n", n/90),
		"zones":                      many(n, zone) + event,
		"onsets":                     fill("BEGIN:VTIMEZONE\r\nTZID:x\r\n", "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n", "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=x:20261116T090000"),
		"dates of an onset":          fill("BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0100\r\n", "RDATE:"+strings.Repeat("20261116T090000,", 200)+"\r\n", "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=x:20261116T090000"),
		"a zone's name":              fill(event+"DTEND;TZID=", "(UTC-05:00) A, B; ", ":20261116T100000"),
		"zones' names":               many(n, "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;TZID=\"(UTC-05:00) "+strings.Repeat("A, B/C_", 25)+"%d\":20261116T090000\r\nEND:VEVENT\r\n"),
		"components within others":   fill("", "BEGIN:VEVENT\r\n", "DTSTART:20261116T090000Z"),
		"newlines":                   fill(event, "\r\n", ""),
		"names of lines":             fill(event, "A", ""),
	}
}

func many(n int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		args := make([]any, strings.Count(format, "%"))
		for j := range args {
			args[j] = i
		}
		fmt.Fprintf(&b, format, args...)
	}
	return b.String()
}

func message(calendar string) *mail.Message {
	return mail.Read([]byte("From: ida@nordwind.example\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + calendar))
}

// TestWork reads the monsters, and others twice as big: each allocates less than 64
// MiB. What they cost of the processor is BenchmarkRead's and FuzzWork's.
func TestWork(t *testing.T) {
	Read(message("BEGIN:VEVENT\r\nDTSTART;TZID=Nowhere:20261116T090000")) // tables are made once
	for _, n := range []int{500 << 10, 1000 << 10} {
		for name, s := range monsters(n) {
			m := message(s)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			Read(m)
			runtime.ReadMemStats(&after)
			if held := after.TotalAlloc - before.TotalAlloc; held > 64<<20 {
				t.Errorf("%s, %d KiB: allocates %d MiB", name, n>>10, held>>20)
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	list := monsters(500 << 10)
	list["an invitation"] = invitation
	for name, s := range list {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			m := message(s)
			b.ReportAllocs()
			for b.Loop() {
				Read(m)
			}
		})
	}
}

// FuzzWork looks for calendars that cost more than their size.
func FuzzWork(f *testing.F) {
	for _, s := range monsters(2 << 10) {
		f.Add(s)
	}
	f.Add(invitation)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) == 0 {
			return
		}
		// As often as it takes to make a big one of it.
		m := message(strings.Repeat(s+"\r\n", max(1, (100<<10)/(len(s)+2))))
		begin, ok := processor()
		Read(m)
		if end, _ := processor(); ok && end-begin > time.Second {
			t.Errorf("%v of processor", end-begin)
		}
	})
}
