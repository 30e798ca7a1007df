package prose

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// told is a message in short, and what it tells. The reader is Mira Holt in New York; the
// message is of Tuesday, 10 November 2026.
type told struct {
	name, lang, from, subject, text string
	quoted, zone                    string
	interview                       bool   // its words are those of mail about one
	want                            string // action: times (zone), …; people; by recruiter; role at company; round
}

func read(t *testing.T, c told) Story {
	t.Helper()
	name := c.zone
	if name == "" {
		name = map[string]string{"de": "Europe/Berlin", "fr": "Europe/Paris", "es": "Europe/Madrid", "nl": "Europe/Amsterdam"}[c.lang]
	}
	if name == "" {
		name = "America/New_York"
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	lang := c.lang
	if lang == "" {
		lang = "en-US"
	}
	m := Message{Subject: c.subject, Text: c.text, Signed: c.text, Quoted: c.quoted, Language: lang, Zone: zone, Date: time.Date(2026, 11, 10, 9, 0, 0, 0, zone), Reply: c.quoted != "", Interview: c.interview,
		Readers: []string{"Mira Holt"}, Own: func(name, address string) bool { return name == "Mira Holt" || address == "mira@holt.example" }}
	m.Sender.Name, m.Sender.Address, _ = strings.Cut(strings.TrimSuffix(c.from, ">"), " <")
	return Read(m)
}

// short writes a story as the tables have it.
func short(s Story) string {
	if !s.Candidate || len(s.Meetings) == 0 {
		return "none"
	}
	var times, people []string
	for _, m := range s.Meetings {
		when := "?"
		if !m.Start.IsZero() {
			when = m.Start.Format("01-02 15:04")
		}
		if !m.End.IsZero() {
			when += m.End.Format("-15:04")
		}
		if m.Zone != "" {
			when += " " + m.Zone
		}
		times = append(times, when)
	}
	for _, p := range s.People {
		one := p.Name
		if p.Title != "" {
			one += " (" + p.Title + ")"
		}
		if p.Address != "" {
			one += " <" + p.Address + ">"
		}
		people = append(people, one)
	}
	out := fmt.Sprintf("%s: %s; %s", s.Action, strings.Join(times, ", "), strings.Join(people, ", "))
	if s.Recruiter != nil {
		out += "; by " + s.Recruiter.Name
	}
	if s.Role == "" && s.Company != "" {
		out += "; " + s.Company
	} else if s.Role != "" {
		out += "; " + s.Role + " at " + s.Company
	}
	if s.Round != "" {
		out += "; " + s.Round
	}
	return out
}

func TestRead(t *testing.T) {
	for _, c := range messages {
		t.Run(c.name, func(t *testing.T) {
			if got := short(read(t, c)); got != c.want {
				t.Errorf("read\n%s\n want\n%s", got, c.want)
			}
		})
	}
}
