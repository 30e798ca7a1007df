package simulate

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/rules"
)

func TestProbe(t *testing.T) {
	ny, _ := time.LoadLocation("America/New_York")
	day := func(m time.Month, d, h int) time.Time { return time.Date(2026, m, d, h, 0, 0, 0, ny) }
	var box bytes.Buffer
	n := 0
	put := func(at time.Time, from, to, subject, more, text string) string {
		n++
		id := fmt.Sprintf("m%d@mail.example", n)
		fmt.Fprintf(&box, "From x Mon Jan 1 00:00:00 2026\nFrom: %s\nTo: %s\nSubject: %s\nDate: %s\nMessage-ID: <%s>\n%s\n%s\n\n", from, to, subject, at.Format(time.RFC1123Z), id, more, text)
		return id
	}
	me := "Sam Winter <sam@winter.example>"
	for i := range 300 {
		put(day(6, 1, 8).Add(time.Duration(i)*11*time.Hour), "Robin Hale <robin.hale@acme.example>", me, "Senior Analyst", "", "Hi Sam,\n\njust a word about your visit. We are still talking.\n\nRobin")
	}
	path := filepath.Join(t.TempDir(), "a.mbox")
	os.WriteFile(path, box.Bytes(), 0o600)
	c := config.Default()
	c.Letters.Templates = ""
	c.Accounts = []config.Account{{Name: "mbox", Address: "sam@winter.example", FromName: "Sam Winter", Zone: "America/New_York", Holidays: "US", Language: "en"}}
	known := []Known{{Account: "mbox", Facts: []rules.Fact{{Key: "added/acme", At: day(6, 1, 0), What: rules.Described{Company: "Acme", Role: "Senior Analyst",
		Contacts:   []rules.Contact{{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "ngozi@acme.example", Part: rules.Interviewer}, {Name: "Robin Hale", Address: "robin.hale@acme.example", Part: rules.Recruiter}},
		Interviews: []rules.Interview{{ID: "1", End: day(6, 2, 15), Interviewers: []string{"ngozi@acme.example"}}}}}}}}
	began := time.Now()
	past, err := Run(t.Context(), Options{Config: c, Sources: map[string]Source{"mbox": &Mbox{Account: "mbox", Files: []string{path}, Own: map[string]bool{"sam@winter.example": true}}}, Known: known,
		Since: day(5, 1, 0), Now: day(11, 1, 0)})
	t.Log(time.Since(began), err)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range past.Stories {
		for i, e := range s.Events {
			if i < 12 {
				t.Logf("%s %s %T %+v %s ended %d moved %d", e.At.In(ny).Format(time.DateTime), e.Key, e.What, e.State, e.Text, len(e.Ended), len(e.Moved))
			}
		}
	}
}
