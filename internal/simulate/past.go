package simulate

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"afterword/internal/daemon"
	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/rules"
)

// A Past is what came of the time that was played.
type Past struct {
	Since, Until time.Time
	Mail         int // messages of which the header was looked at
	Texts        int // and those of which the text was
	Stories      []Story
}

// A Story is what happened in one application, or to a find that became none, in order
// of time.
type Story struct {
	Account     string
	Application rules.Application // with no ID where there is none
	Schedule    rules.Schedule    // at the end
	Calendar    *rules.Calendar
	Finds       []intake.Find // as they stand at the end
	Events      []Event
}

// Tells reports whether a message is one that told of a find.
func (s Story) Tells(messageID string) bool {
	return slices.ContainsFunc(s.Events, func(e Event) bool { return e.Found != nil && e.Found.MessageID == messageID })
}

// Name names a follow-up of which a draft was placed, with whom it was to.
func (s Story) Name(key string) string {
	for _, e := range slices.Backward(s.Events) {
		if f := e.FollowUp; f.Key == key && f.To.Name != "" {
			return f.Title() + " to " + strings.TrimSpace(f.To.Honorific+" "+f.To.Name)
		}
	}
	return s.Application.TitleOf(key)
}

// Title names it for people.
func (s Story) Title() string {
	if s.Application.ID == "" && len(s.Finds) > 0 {
		return s.Finds[0].Title()
	}
	return s.Application.Role + " at " + s.Application.Company
}

// An Event is something that the program learnt or did: a fact of the application, or of
// a find.
type Event struct {
	rules.Fact
	// Find is the find as it stood after Found told of it; Asked is true if the user would
	// have been asked then.
	Find  *intake.Find
	Found *intake.Found
	Asked bool
	// Text is what the user is told, of a Told.
	Text string
	// FollowUp is the one that the draft is of, of a Placed: as it was planned then.
	FollowUp rules.FollowUp
	Letter   []byte    // the draft, whole
	Wrote    time.Time // when the user then wrote to the same person himself; zero if he did not
	// Ended are the follow-ups that were to come and are not any more, Moved those whose
	// window has changed, as it is now, and Why what the plan says of that.
	Ended, Moved []rules.FollowUp
	State        rules.State // that the application is in from then on; "" where it was before
	Why          []rules.Reason
}

// past reads what came of a course.
func (s *course) past(ctx context.Context) (*Past, error) {
	p := &Past{}
	apps, err := s.Store.Applications(ctx, "")
	if err != nil {
		return nil, err
	}
	facts, err := s.Store.AllFacts(ctx, "", 0)
	if err != nil {
		return nil, err
	}
	by := map[string][]rules.Fact{}
	for _, f := range facts {
		by[f.Application] = append(by[f.Application], f.Fact)
	}
	for _, a := range apps {
		story, err := s.story(ctx, a, by[a.ID])
		if err != nil {
			return nil, err
		}
		p.Stories = append(p.Stories, story)
	}
	if err := s.finds(ctx, p); err != nil {
		return nil, err
	}
	for i := range p.Stories {
		slices.SortStableFunc(p.Stories[i].Events, func(a, b Event) int { return a.At.Compare(b.At) })
	}
	slices.SortStableFunc(p.Stories, func(a, b Story) int { return a.began().Compare(b.began()) })
	return p, nil
}

// finds adds what was found to the stories that it is part of.
func (s *course) finds(ctx context.Context, p *Past) error {
	stored, err := s.Store.AccountFacts(ctx, "", 0)
	if err != nil {
		return err
	}
	facts := make([]intake.Fact, len(stored))
	for i, one := range stored {
		if facts[i], err = daemon.FindFact(one); err != nil {
			return err
		}
	}
	var stories []Story // of finds that became no application
	for _, f := range intake.Fold(facts) {
		var events []Event
		for i, fact := range facts {
			w, ok := fact.What.(intake.Found)
			if !ok || !f.Has(w.Tag) {
				continue
			}
			then, ok := intake.Named(intake.Fold(facts[:i+1]), w.Tag)
			if !ok {
				continue
			}
			before, had := intake.Named(intake.Fold(facts[:i]), then.Tag)
			events = append(events, Event{Fact: rules.Fact{Key: fact.Key, At: fact.At}, Find: &then, Found: &w, Asked: then.Open(fact.At) && !(had && before.Open(fact.At))})
		}
		if i := slices.IndexFunc(p.Stories, func(s Story) bool { return f.Application != "" && s.Application.ID == f.Application }); i >= 0 {
			p.Stories[i].Finds = append(p.Stories[i].Finds, f)
			// What mail told comes before what was made of it, at the same instant.
			p.Stories[i].Events = append(events, p.Stories[i].Events...)
			continue
		}
		account, _ := s.Config.Account(f.Account)
		cal, err := s.Config.Calendar(account, "", "")
		if err != nil {
			return err
		}
		stories = append(stories, Story{Account: f.Account, Calendar: cal, Finds: []intake.Find{f}, Events: events})
	}
	p.Stories = append(p.Stories, stories...)
	return nil
}

func (s Story) began() time.Time {
	if len(s.Events) == 0 {
		return time.Time{}
	}
	return s.Events[0].At
}

// story tells an application by its facts, in the order in which they were learnt: what
// each of them changed is seen by planning before it and after it.
func (s *course) story(ctx context.Context, a store.App, facts []rules.Fact) (Story, error) {
	var story Story
	account, _ := s.Config.Account(a.Account)
	drafts, err := s.Store.DraftsOf(ctx, a.ID)
	if err != nil {
		return story, err
	}
	entries, err := s.Store.Entries(ctx, a.ID, 0)
	if err != nil {
		return story, err
	}
	plan := func(facts []rules.Fact, now time.Time) (rules.Application, rules.Schedule, *rules.Calendar, error) {
		app := rules.Fold(a.ID, facts)
		app.Account = a.Account
		cal, err := s.Config.Calendar(account, app.Zone, app.Holidays)
		if err != nil {
			return app, rules.Schedule{}, nil, err
		}
		return app, rules.Plan(&app, cal, s.Config.Policy(), now), cal, nil
	}
	for i, f := range facts {
		e := Event{Fact: f}
		_, before, _, err := plan(facts[:i], f.At)
		if err != nil {
			return story, err
		}
		_, after, _, err := plan(facts[:i+1], f.At)
		if err != nil {
			return story, err
		}
		switch w := f.What.(type) {
		case rules.LookedBack:
			continue
		case rules.Told:
			e.Text = toldText(before, entries, w, f.At)
		case rules.Placed:
			for _, d := range drafts {
				if d.MessageID == w.MessageID {
					e.Letter = d.Raw
				}
			}
			e.FollowUp, _ = find(before, w.FollowUp)
		case rules.Removed:
		default:
			e.compare(before, after)
		}
		story.Events = append(story.Events, e)
	}
	for i, e := range story.Events {
		if w, ok := e.What.(rules.Placed); ok {
			story.Events[i].Wrote = wrote(facts, w, e)
		}
	}
	story.Account = a.Account
	story.Application, story.Schedule, story.Calendar, err = plan(facts, s.until)
	return story, err
}

// wrote is when the user first wrote what a draft was for, or anything to whom it was for,
// while it stood or within the week after it was due.
func wrote(facts []rules.Fact, placed rules.Placed, e Event) (first time.Time) {
	for _, f := range facts {
		d, ok := f.What.(rules.Delivered)
		to := slices.ContainsFunc(d.To, func(to string) bool { return strings.EqualFold(to, e.FollowUp.To.Address) })
		if !ok || d.FollowUp != placed.FollowUp && !to || f.At.Before(e.At) || f.At.After(e.FollowUp.Due.AddDate(0, 0, 7)) {
			continue
		}
		if first.IsZero() || f.At.Before(first) {
			first = f.At
		}
	}
	return first
}

func find(s rules.Schedule, key string) (rules.FollowUp, bool) {
	i := slices.IndexFunc(s.FollowUps, func(f rules.FollowUp) bool { return f.Key == key })
	if i < 0 {
		return rules.FollowUp{Key: key}, false
	}
	return s.FollowUps[i], true
}

// compare takes in what a fact changed.
func (e *Event) compare(before, after rules.Schedule) {
	for _, f := range before.Pending() {
		now, there := find(after, f.Key)
		switch {
		case f.Projected || f.Status == rules.Overdue || now.Status == rules.Sent:
		case !there || !now.Pending():
			e.Ended = append(e.Ended, f)
		case !now.Opens.Equal(f.Opens) || !now.Due.Equal(f.Due):
			e.Moved = append(e.Moved, now)
		}
	}
	if after.State != before.State {
		e.State = after.State
	}
	e.Why = after.Reasons
}

// toldText is what the user was told under a topic: the plan says it, or the log of
// decisions.
func toldText(plan rules.Schedule, entries []store.Entry, w rules.Told, at time.Time) string {
	for _, n := range plan.Notices {
		if n.Topic == w.Topic {
			return n.Text
		}
	}
	for _, e := range entries {
		if e.At.Equal(at) && e.Rule != "" && e.Message == "" {
			_, text, _ := strings.Cut(e.What, ": ")
			return cmp.Or(text, e.What)
		}
	}
	return w.Topic
}

// Sums are the figures of a past.
type Sums struct {
	Finds        int `json:"finds"`
	Questions    int `json:"questions"` // that the user would have been asked about them
	Applications int `json:"applications"`
	Companies    int `json:"companies"`
	Interviews   int `json:"interviews"`
	Told         int `json:"told"` // what the user would have been told or asked besides
	Drafts       int `json:"drafts"`
	Written      int `json:"written"` // of those, the letters that the user wrote himself
	Withdrawals  int `json:"withdrawals"`
	Stops        int `json:"stops"` // answers that ended or moved what was to come
}

// Sums counts what happened.
func (p *Past) Sums() (n Sums) {
	companies := map[string]bool{}
	for _, s := range p.Stories {
		n.Finds += len(s.Finds)
		if n.Interviews += len(s.Application.Interviews); s.Application.ID != "" {
			n.Applications++
			companies[strings.ToLower(s.Application.Company)] = true
		} else {
			for _, f := range s.Finds {
				n.Interviews += max(len(f.Meetings), 1)
				companies[strings.ToLower(cmp.Or(f.Company, f.Domain))] = true
			}
		}
		for _, e := range s.Events {
			if e.Asked {
				n.Questions++
			}
			switch e.What.(type) {
			case rules.Placed:
				if n.Drafts++; !e.Wrote.IsZero() {
					n.Written++
				}
			case rules.Told:
				n.Told++
			case rules.Removed:
				n.Withdrawals++
			case rules.Received:
				if len(e.Ended)+len(e.Moved) > 0 || e.State != "" {
					n.Stops++
				}
			}
		}
	}
	n.Companies = len(companies)
	return n
}
