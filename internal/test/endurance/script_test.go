package endurance

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"time"

	"afterword/internal/demo"
	"afterword/rules"
)

// A script is all that happens from outside: the same in both runs.
type script struct {
	seed   uint64
	zone   *time.Location
	start  time.Time
	end    time.Time
	events []event
}

// event is something that the user enters or that the company writes.
type event struct {
	at  time.Time
	app int
	add *rules.Described // the user adds the application
	say *demo.Mail       // the company writes
	// stops is true where no untouched draft may be left standing after it.
	stops bool
}

// texts are what a company may write, by kind. Each is one that the recogniser
// is sure of: what it makes of harder ones is measured elsewhere.
var texts = []struct {
	kind, text string
	stops      bool
}{
	{"timeline", "Hi Sam,\n\nthank you for your patience. We will make our decision by %s.\n\nBest,\nRobin", true},
	{"holding", "Hi Sam,\n\nwe are still in the middle of the process and will be in touch.\n\nBest,\nRobin", true},
	{"offer", "Dear Sam,\n\nwe are delighted to offer you the position. Please let us know your decision by %s.\n\nBest regards,\nRobin", true},
	{"rejection", "Dear Sam,\n\nunfortunately, we have decided to move forward with another candidate.\n\nKind regards,\nRobin", true},
	{"question", "Hi Sam,\n\ncould you send me the contact details of two references?\n\nRobin", true},
	{"auto-reply", "I am out of the office until %s with no access to mail.", false},
	{"other", "Hi Sam,\n\nlovely to see you the other day.\n\nRobin", true},
}

// write makes a script from a seed.
func write(seed uint64, apps int, days int) script {
	r := rand.New(rand.NewPCG(seed, 7))
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		panic(err)
	}
	s := script{seed: seed, zone: zone, start: time.Date(2024, 1, 8, 8, 0, 0, 0, zone)}
	s.end = s.start.AddDate(0, 0, days)
	for i := range apps {
		s.application(r, i, days)
	}
	slices.SortStableFunc(s.events, func(a, b event) int { return a.at.Compare(b.at) })
	return s
}

func (s *script) application(r *rand.Rand, i, days int) {
	domain := fmt.Sprintf("company%02d.example", i)
	met := s.start.AddDate(0, 0, r.IntN(max(1, days-45))).Add(time.Duration(1+r.IntN(8)) * time.Hour)
	recruiter := rules.Contact{Name: "Robin Hale", Address: "robin@" + domain, Part: rules.Recruiter}
	d := rules.Described{Account: "work", Company: fmt.Sprintf("Company %02d", i), Role: []string{"Analyst", "Data Engineer", "Planner", "Editor"}[r.IntN(4)],
		Zone: "America/New_York", Holidays: "US", Contacts: []rules.Contact{recruiter}}
	v := rules.Interview{ID: "1", End: met, Topics: []string{"the new warehouse", "quarterly planning", "the on-call rotation"}[:r.IntN(4)]}
	for n := range 1 + r.IntN(3) {
		c := rules.Contact{Name: []string{"Ngozi Okafor", "Tomás Rivera", "Mei Tanaka"}[n], Address: fmt.Sprintf("person%d@%s", n, domain), Part: rules.Interviewer}
		d.Contacts = append(d.Contacts, c)
		v.Interviewers = append(v.Interviewers, c.Key())
	}
	if r.IntN(10) < 7 {
		v.Decision = rules.DateOf(met).AddDays(3 + r.IntN(9))
	}
	d.Interviews = []rules.Interview{v}
	s.events = append(s.events, event{at: met.Add(-time.Hour), app: i, add: &d})
	at := met
	for range r.IntN(3) {
		at = at.Add(time.Duration(5+r.IntN(20*24)) * time.Hour)
		// People write at working hours, robots whenever they like.
		at = time.Date(at.Year(), at.Month(), at.Day(), 9+r.IntN(8), 7*i%60, 0, 0, s.zone)
		what := texts[r.IntN(len(texts))]
		text := what.text
		if what.kind != "holding" && what.kind != "rejection" && what.kind != "question" && what.kind != "other" {
			text = fmt.Sprintf(text, at.AddDate(0, 0, 4+r.IntN(7)).Format("January 2, 2006"))
		}
		m := demo.Mail{From: "Robin Hale <" + recruiter.Address + ">", Subject: d.Role + " at " + d.Company, Text: text, At: at,
			MessageID: fmt.Sprintf("<%s.%d.%d@%s>", what.kind, i, at.Unix(), domain)}
		if what.kind == "auto-reply" {
			m.Subject = "Automatic reply: " + m.Subject
			m.Header = []string{"Auto-Submitted: auto-replied"}
		}
		s.events = append(s.events, event{at: at, app: i, say: &m, stops: what.stops})
	}
}

// A reaction is what the user does with a draft, and how long after it came.
type reaction struct {
	what  string // "send", "reword", "delete", "edit", "leave"
	after time.Duration
}

// react is the same for the same draft in both runs, whatever its Message-ID.
func (s script) react(l demo.Letter, nth int) reaction {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d|%s|%s|%d", s.seed, l.To, l.Subject, nth)
	r := rand.New(rand.NewPCG(h.Sum64(), 11))
	after := time.Duration(1+r.IntN(30)) * time.Hour
	switch n := r.IntN(20); {
	case n < 8:
		return reaction{"send", after}
	case n < 12:
		return reaction{"reword", after}
	case n < 14:
		return reaction{"delete", after}
	case n < 16:
		return reaction{"edit", after}
	}
	return reaction{"leave", after}
}
