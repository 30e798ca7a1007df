package simulate

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

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

// A Story is what happened in one application, in order of time.
type Story struct {
	Application rules.Application
	Schedule    rules.Schedule // at the end
	Calendar    *rules.Calendar
	Events      []Event
}

// An Event is something that the program learnt or did.
type Event struct {
	rules.Fact
	// Text is what the user is told, of a Told.
	Text string
	// FollowUp is the one that the draft is of, of a Placed: as it was planned then.
	FollowUp rules.FollowUp
	Letter   []byte // the draft, whole
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
	slices.SortStableFunc(p.Stories, func(a, b Story) int { return a.began().Compare(b.began()) })
	return p, nil
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
	slices.SortStableFunc(story.Events, func(a, b Event) int { return a.At.Compare(b.At) })
	story.Application, story.Schedule, story.Calendar, err = plan(facts, s.until)
	return story, err
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
		switch now, there := find(after, f.Key); {
		case !there || !now.Pending():
			e.Ended = append(e.Ended, f)
		case !now.Opens.Equal(f.Opens):
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
