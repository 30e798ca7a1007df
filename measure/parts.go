package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/dates"
	"afterword/measure/learn"
	"afterword/rules"
)

// dates scores the reading of dates, sentence by sentence. A sentence is right
// if one of the ranges found is the one meant.
func (m *measurement) dates() error {
	type item struct {
		Lang, Ref, Text, Kind string
		Expected              json.RawMessage
	}
	var total, answered, right int
	var failed []string
	err := learn.Lines(filepath.Join(m.folder, "dates/business_like_en.jsonl"), func(it item) error {
		want := wanted(it.Expected)
		if len(want) == 0 {
			return nil
		}
		ref, err := time.Parse(time.RFC3339, it.Ref)
		if err != nil {
			if ref, err = time.Parse("2006-01-02T15:04:05", strings.TrimSuffix(it.Ref, "Z")); err != nil {
				return nil
			}
		}
		total++
		found := dates.Find(it.Text, it.Lang, ref, nil)
		if len(found) == 0 {
			return nil
		}
		answered++
		for _, f := range found {
			for _, w := range want {
				if !w.Before(f.Range.From) && !w.After(f.Range.To) {
					right++
					return nil
				}
			}
		}
		failed = append(failed, fmt.Sprintf("%q at %s: want %v, got %v to %v", it.Text, it.Ref[:10], want, found[0].Range.From, found[0].Range.To))
		return nil
	})
	if err != nil {
		return err
	}
	m.figure("dates right", ratio(right, answered))
	m.figure("dates answered", ratio(answered, total))
	m.title("dates: %d sentences, %d answered, %d of these right (%.1f %%)", total, answered, right, 100*ratio(right, answered))
	m.failures(failed)
	return nil
}

// wanted reads the first days that a sentence of the collection may mean: it
// gives a past and a coming one where the sentence does not say which.
func wanted(raw json.RawMessage) (days []rules.Date) {
	var one struct{ Start string }
	var many []struct {
		Values []struct{ Value, Start string }
	}
	var starts []string
	if json.Unmarshal(raw, &one) == nil && one.Start != "" {
		starts = append(starts, one.Start)
	} else if json.Unmarshal(raw, &many) == nil {
		for _, m := range many {
			for _, v := range m.Values {
				starts = append(starts, v.Start+v.Value)
			}
		}
	}
	for _, s := range starts {
		if len(s) >= 10 {
			if d, err := rules.ParseDate(s[:10]); err == nil {
				days = append(days, d)
			}
		}
	}
	return days
}

// calendar scores the reading of invitations against a plain reading of the
// same files by the collection's author.
func (m *measurement) calendar() error {
	type item struct {
		Path, Container, Method, UID, Summary, DTStart, Organizer string
		VEvents, Attendees                                        int
	}
	var total, read, start, summary, organizer, method, zone, zoned int
	var failed []string
	err := learn.Lines(filepath.Join(m.folder, "calendar/index.jsonl"), func(it item) error {
		raw, err := os.ReadFile(filepath.Join(m.folder, "calendar", it.Path))
		if err != nil {
			return err
		}
		if it.VEvents == 0 || it.DTStart == "" {
			recognize.Read(raw, recognize.Options{})
			return nil
		}
		if it.Container == "ics" {
			raw = append([]byte("MIME-Version: 1.0\r\nContent-Type: text/calendar\r\n\r\n"), raw...)
		}
		total++
		v := recognize.Read(raw, recognize.Options{}).Meeting
		if v == nil {
			failed = append(failed, it.Path+": no meeting; start "+it.DTStart)
			return nil
		}
		read++
		value := it.DTStart[strings.LastIndexByte(it.DTStart, ':')+1:]
		layout := "20060102T150405"
		if len(value) == 8 {
			layout = "20060102"
		}
		if v.Start.Format(layout) == strings.TrimSuffix(value, "Z") {
			start++
		} else {
			failed = append(failed, fmt.Sprintf("%s: start %s, read %s", it.Path, it.DTStart, v.Start))
		}
		if strings.Contains(it.DTStart, "TZID=") {
			zoned++
			if v.Zone != "" || v.Start.Location() != time.UTC {
				zone++
			} else {
				failed = append(failed, it.Path+": zone unknown in "+it.DTStart)
			}
		}
		if strings.EqualFold(v.Method, it.Method) {
			method++
		} else {
			failed = append(failed, fmt.Sprintf("%s: method %q, read %q", it.Path, it.Method, v.Method))
		}
		want := strings.NewReplacer(`\,`, ",", `\;`, ";", `\n`, " ", `\\`, `\`, `\"`, `"`).Replace(it.Summary)
		if strings.Join(strings.Fields(want), "") == strings.Join(strings.Fields(v.Summary), "") {
			summary++
		} else {
			failed = append(failed, fmt.Sprintf("%s: summary %q, read %q", it.Path, it.Summary, v.Summary))
		}
		if strings.Contains(strings.ToLower(it.Organizer), strings.ToLower(v.Organizer)) && (v.Organizer != "" || !strings.Contains(it.Organizer, "@")) {
			organizer++
		} else {
			failed = append(failed, fmt.Sprintf("%s: organizer %q, read %q", it.Path, it.Organizer, v.Organizer))
		}
		return nil
	})
	if err != nil {
		return err
	}
	m.figure("calendar start", ratio(start, total))
	m.title("calendar: %d files with an event, %d read", total, read)
	m.printf("start %d, zone %d of %d, method %d, summary %d, organizer %d\n", start, zone, zoned, method, summary, organizer)
	m.failures(failed)
	return nil
}

// mime reads every odd message and counts the problems that it names. That
// none is lost is the point: each has a subject, a sender or a text.
func (m *measurement) mime() error {
	problems := map[string]int{}
	var total, empty int
	var slowest time.Duration
	var slow string
	var failed []string
	err := m.each("mime", func(path string, raw []byte) {
		begin := time.Now()
		v := recognize.Read(raw, recognize.Options{})
		if took := time.Since(begin); took > slowest {
			slowest, slow = took, path
		}
		total++
		for _, p := range v.Problems {
			if strings.Contains(p, "gave up") {
				failed = append(failed, path+": "+p)
			}
			problems[p]++
		}
		if v.Text == "" && v.Subject == "" && v.From.Address == "" {
			empty++
			failed = append(failed, fmt.Sprintf("%s: nothing read of %d bytes; %v", path, len(raw), v.Problems))
		}
	})
	if err != nil {
		return err
	}
	m.figure("mime unread", float64(empty))
	m.title("mime: %d odd messages, %d of which nothing could be read; slowest %v (%s)", total, empty, slowest.Round(time.Microsecond), slow)
	if m.verbose {
		for p, n := range problems {
			m.printf("%5d  %s\n", n, p)
		}
	}
	m.failures(failed)
	return nil
}
