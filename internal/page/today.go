package page

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"afterword/rules"
)

// The bounds of what one page shows: it stays short with any number of applications, and
// says how much more there is.
const (
	mostQuestions = 12
	mostLetters   = 10
	mostNext      = 20
)

// fortnight is how far ahead a look goes.
const fortnight = 14

// todayData is what the first page shows.
type todayData struct {
	Questions []Question
	Asked     []askedRow // applications of which the user is asked something
	Letters   []Letter
	More      int  // letters that are not shown
	Empty     bool // there is no application yet
	Next      []Row
	Accounts  []Account
}

func (s *Server) today(v *view) error {
	o, err := s.program.Overview(v.r.Context(), v.words.code)
	if err != nil {
		return err
	}
	d := todayData{Questions: first(o.Questions, mostQuestions), Accounts: o.Accounts, More: max(0, len(o.Drafts)-mostLetters), Empty: len(o.Rows) == 0}
	next := map[string]*Next{}
	for _, row := range o.Rows {
		next[row.ID] = row.Next
	}
	// The most urgent drafts are shown; what nobody is due to send any more comes first.
	due := func(one Standing) (t time.Time) {
		if n := next[one.Application]; n != nil && strings.HasPrefix(one.FollowUp, string(n.Kind)+"/") {
			t = n.Due
		}
		return t
	}
	slices.SortStableFunc(o.Drafts, func(a, b Standing) int { return due(a).Compare(due(b)) })
	stands := map[string]bool{} // applications that have a letter in Drafts
	for _, one := range o.Drafts {
		stands[one.Application] = true
	}
	for _, row := range o.Rows {
		if row.Asks {
			d.Asked = append(d.Asked, askedRow{Row: row})
		}
		if n := row.Next; n != nil && (n.Status == rules.Waiting || !stands[row.ID]) && n.Opens.Before(v.Now.AddDate(0, 0, fortnight)) {
			d.Next = append(d.Next, row)
		}
	}
	slices.SortStableFunc(d.Next, func(a, b Row) int { return cmp.Or(a.Next.Opens.Compare(b.Next.Opens), cmp.Compare(a.ID, b.ID)) })
	d.Next = first(d.Next, mostNext)
	if err := s.brief(v, &d, first(o.Drafts, mostLetters), o.Rows); err != nil {
		return err
	}
	return v.show("today", "today", v.words.text("today"), d)
}

// An askedRow is an application with what the user is asked of it.
type askedRow struct {
	Row
	Asked []Asked
	Over  []rules.Interview
}

// brief fills in what the first page says of applications that have something on it.
func (s *Server) brief(v *view, d *todayData, drafts []Standing, rows []Row) error {
	known := map[string]Brief{}
	of := func(id string) (Brief, error) {
		b, ok := known[id]
		if !ok {
			var err error
			if b, err = s.program.Brief(v.r.Context(), id); err != nil && !errors.Is(err, ErrUnknown) {
				return b, err
			}
			known[id] = b
		}
		return b, nil
	}
	for _, one := range drafts {
		b, err := of(one.Application)
		if err != nil {
			return err
		}
		for _, l := range b.Letters {
			if l.FollowUp == one.FollowUp {
				d.Letters = append(d.Letters, l)
			}
		}
	}
	// How an interview was is asked while its thank-you waits.
	for _, row := range rows {
		if b := known[row.ID]; len(b.Over) > 0 && !row.Asks {
			d.Asked = append(d.Asked, askedRow{Row: row})
		}
	}
	perhaps := d.Asked
	d.Asked = nil
	for _, row := range perhaps {
		b, err := of(row.ID)
		if err != nil {
			return err
		}
		if row.Asked, row.Over = b.Asked, b.Over; len(row.Asked)+len(row.Over) > 0 {
			d.Asked = append(d.Asked, row)
		}
		if len(d.Asked) == mostQuestions {
			break
		}
	}
	return nil
}

func first[T any](list []T, n int) []T { return list[:min(n, len(list))] }

// filters are what the table of applications can be narrowed to.
var filters = []string{"all", "running", "answer", "ended"}

// groupOf says under which filter a state falls, beside "all".
func groupOf(state rules.State) string {
	switch state {
	case rules.Answered, rules.Question, rules.Offered:
		return "answer"
	case rules.Rejected, rules.Quiet, rules.Halted:
		return "ended"
	}
	return "running"
}

// applicationsData is the table of applications.
type applicationsData struct {
	Filter  string
	Filters []string
	Rows    []Row
}

func (s *Server) applications(v *view) error {
	o, err := s.program.Overview(v.r.Context(), v.words.code)
	if err != nil {
		return err
	}
	d := applicationsData{Filter: v.r.URL.Query().Get("show"), Filters: filters}
	if !slices.Contains(filters, d.Filter) {
		d.Filter = filters[0]
	}
	for _, row := range o.Rows {
		if d.Filter == filters[0] || groupOf(row.State) == d.Filter {
			d.Rows = append(d.Rows, row)
		}
	}
	return v.show("applications", "applications", v.words.text("applications"), d)
}

// applicationData is the page of one application.
type applicationData struct {
	Application
	now      time.Time
	Timeline timeline
	Sendable []rules.FollowUp // what may have been sent from elsewhere
	Heard    []rules.MessageKind
	Others   []Row // that run, where an offer is to be answered
	Answered bool  // a message came, which the user may say what it is
}

// Resumable reports whether there is anything to take up again.
func (d applicationData) Resumable() bool {
	return d.Plan.State != rules.Active || !d.Snoozed.IsZero() || slices.ContainsFunc(d.Plan.FollowUps, func(f rules.FollowUp) bool { return f.Status == rules.Withdrawn })
}

// PutOff is until when nothing is drafted; nil where it is not put off.
func (d applicationData) PutOff() *rules.Date {
	if d.Snoozed.After(rules.DateOf(d.now.In(d.Home))) {
		return &d.Snoozed
	}
	return nil
}

// ComesBack reports whether mail to somebody came back.
func (d applicationData) ComesBack(c rules.Contact) bool {
	return c.Address != "" && d.Failing[strings.ToLower(c.Address)] != ""
}

// People are the application's, and an empty line for one more.
func (d applicationData) People() []rules.Contact {
	return append(slices.Clone(d.About.Contacts), rules.Contact{Part: rules.Interviewer})
}

// Parts are those that a contact can have.
func (applicationData) Parts() []rules.Part {
	return []rules.Part{rules.Interviewer, rules.Recruiter, rules.HiringManager}
}

// Local is an instant as a form has it, in the application's zone.
func (d applicationData) Local(t time.Time) string { return onClock(t, d.Zone) }

// heardKinds are what the user may have been told otherwise than by mail.
var heardKinds = []rules.MessageKind{rules.MessageOffer, rules.MessageRejection, rules.MessageTimeline, rules.MessageHolding, rules.MessageInterview, rules.MessageQuestion, rules.MessageAutoReply}

func (s *Server) application(v *view) error {
	a, err := s.program.Application(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return err
	}
	d := applicationData{Application: a, now: v.Now, Timeline: drawTimeline(v.words, a, v.Now), Heard: heardKinds}
	for _, f := range a.Facts {
		if _, ok := f.What.(rules.Received); ok {
			d.Answered = true
		}
	}
	for _, f := range a.Plan.FollowUps {
		if f.Pending() && !f.Projected {
			d.Sendable = append(d.Sendable, f)
		}
	}
	if a.Plan.State == rules.Offered {
		o, err := s.program.Overview(v.r.Context(), v.words.code)
		if err != nil {
			return err
		}
		for _, row := range o.Rows {
			if row.ID != a.ID && row.State != rules.Offered && groupOf(row.State) != "ended" && len(d.Others) < mostOthers {
				d.Others = append(d.Others, row)
			}
		}
	}
	return v.show("application", "applications", a.Company, d)
}

// mostOthers is how many other applications an offer's desk names.
const mostOthers = 50

// lettersData are the letters to come of one application.
type lettersData struct {
	ID, Company, Role string
	Letters           []Letter
}

func (s *Server) letters(v *view) error {
	a, err := s.program.Application(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return err
	}
	d := lettersData{ID: a.ID, Company: a.Company, Role: a.Role}
	d.Letters, _ = s.program.Letters(v.r.Context(), a.ID) // that nothing is to be sent is an answer
	return v.show("letters", "applications", a.Company, d)
}

// searchData is the search as a whole.
type searchData struct {
	Days    []calendarDay
	Numbers numbers
}

func (s *Server) search(v *view) error {
	all, err := s.program.All(v.r.Context())
	if err != nil {
		return err
	}
	return v.show("search", "search", v.words.text("search"), searchData{Days: fortnightOf(all, v.Now, s.program.Home()), Numbers: count(all)})
}

// A calendarDay is one day of the coming two weeks.
type calendarDay struct {
	Day    time.Time
	Today  bool
	Events []calendarEvent
}

type calendarEvent struct {
	ID, Company string
	Kind        string // "interview", "decision", or the kind of a letter
	Title       string // of a letter
	At          time.Time
	Zone        *time.Location
}

// fortnightOf sets what comes on its days.
func fortnightOf(all []Application, now time.Time, home *time.Location) []calendarDay {
	begin := rules.DateOf(now.In(home))
	days := make([]calendarDay, fortnight)
	for i := range days {
		days[i] = calendarDay{Day: begin.AddDays(i).In(home), Today: i == 0}
	}
	put := func(d rules.Date, e calendarEvent) {
		for i := range days {
			if rules.DateOf(days[i].Day) == d {
				days[i].Events = append(days[i].Events, e)
			}
		}
	}
	for _, a := range all {
		for _, one := range a.Interviews {
			if at := one.Start; !one.Cancelled {
				if at.IsZero() {
					at = one.End
				}
				put(rules.DateOf(at.In(home)), calendarEvent{ID: a.ID, Company: a.Company, Kind: "interview", At: at, Zone: a.Zone})
			}
		}
		if d := a.Plan.Decision; !d.Date.IsZero() && !d.Assumed {
			put(d.Date, calendarEvent{ID: a.ID, Company: a.Company, Kind: "decision"})
		}
		for _, f := range a.Plan.FollowUps {
			if f.Pending() && !f.Projected {
				put(rules.DateOf(f.Due.In(home)), calendarEvent{ID: a.ID, Company: a.Company, Kind: string(f.Kind), Title: f.Title()})
			}
		}
	}
	return days
}
