package prose

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// monsters are texts that nobody should have to read.
var monsters = map[string]string{
	"names":      "with Dana Frost and Raj Bhatt, ",
	"times":      "2:00 pm - 3:00 pm ET, ",
	"numbers":    "14 15 16 17 ",
	"days":       "Tuesday, November 17, ",
	"slots":      "Tuesday, November 17 at 2 pm with Dana Frost, Head of Data\n",
	"lines":      "\n",
	"capitals":   "Aa ",
	"one word":   "interview",
	"brackets":   "(((",
	"questions":  "Would Tuesday at 2 pm work? ",
	"signs":      ",.-:'",
	"zones":      "2 pm Eastern Standard Time (UTC-05:00) ",
	"labels":     "Interviewers:\n",
	"roles":      "the Senior Data Steward and ",
	"addresses":  "Dana Frost <dana@oakhill.example> ",
	"no letters": "\x00\xff\xfe",
	"moves":      "moved from Tuesday at 2 to Wednesday at 3 ",
	"long":       "we need to reschedule ",
}

// long is a monster of n bytes, about.
func long(one string, n int) Message {
	m := Message{Subject: "Your interview for the Data Steward role", Text: strings.Repeat(one, n/len(one)), Language: "en-US", Date: time.Date(2026, 11, 10, 9, 0, 0, 0, time.UTC), Interview: true, Sender: Person{Name: "Paula Stern", Address: "p@oakhill.example"}}
	m.Signed, m.Quoted = m.Text, m.Text
	return m
}

// Nobody reads further than what is looked at: a text of a megabyte says what its first
// part says, and costs no more.
func TestLongTextsAreCut(t *testing.T) {
	for _, name := range []string{"slots", "times", "names"} {
		one := monsters[name]
		half, whole := Read(long(one, 64<<10)), Read(long(one, 1<<20))
		if len(half.Meetings) != len(whole.Meetings) || len(half.People) != len(whole.People) {
			t.Errorf("%s: %d meetings and %d people, and %d and %d in more of it", name, len(half.Meetings), len(half.People), len(whole.Meetings), len(whole.People))
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for name, one := range monsters {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			m := long(one, 1<<20)
			for b.Loop() {
				Read(m)
			}
		})
	}
}

// Whatever a text is, reading it does not panic, and what comes out makes sense.
func FuzzRead(f *testing.F) {
	for _, list := range [][]told{messages, systems} {
		for _, c := range list {
			f.Add(c.subject, c.text, c.lang, c.from)
		}
	}
	for _, one := range monsters {
		f.Add("Interview", strings.Repeat(one, 20), "de", "Dana Frost <d@x.example>")
	}
	f.Fuzz(func(t *testing.T, subject, text, lang, from string) {
		m := Message{Subject: subject, Text: text, Signed: text, Quoted: text, Language: lang, Date: time.Date(2026, 11, 10, 9, 0, 0, 0, time.UTC), Readers: []string{"Mira Holt"}, Interview: true}
		m.Sender.Name, m.Sender.Address, _ = strings.Cut(from, " <")
		s := Read(m)
		for _, one := range append(s.Meetings, s.Told...) {
			if !one.End.IsZero() && one.End.Before(one.Start) {
				t.Errorf("from %v to %v", one.Start, one.End)
			}
		}
		for _, p := range s.People {
			if p.Name == "" || utf8.RuneCountInString(p.Name) > 100 || Same(p.Name, "Mira Holt") {
				t.Errorf("%+v interviews", p)
			}
		}
	})
}
