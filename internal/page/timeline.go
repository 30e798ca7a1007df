package page

import (
	"cmp"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"afterword/rules"
)

// A timeline is an application drawn: a line of time with what happened above it, and
// what the user sent and is to send below. Its measures are those of an SVG picture of
// timelineWidth by timelineHeight.
type timeline struct {
	Width, Height, Axis int
	Now                 int    // where the present instant is
	NowAnchor           string // where its label stands
	Months              []mark
	Marks               []mark
	Text                string // the same in words, for who does not see it
}

// A mark is something on the line.
type mark struct {
	X, Y, LabelY int
	Kind         string // "interview", "letter", "due", "answer", "decision", "month"
	Label        string // short
	Title        string // in full
	Anchor       string // where the label stands by its mark: start, middle, end
}

const (
	timelineWidth  = 960
	timelineHeight = 190
	timelineAxis   = 95
	timelineMargin = 40
	runeWidth      = 8 // that a character of a label takes at most, so that the next one gives way
	labelRows      = 3
	timelineDense  = 60 // events from which on marks that nobody can tell apart are one
	timelineApart  = 12
)

// drawTimeline draws what happened and what is to come. A mark without room for a label
// keeps its title.
func drawTimeline(c *catalogue, a Application, now time.Time) timeline {
	type event struct {
		at    time.Time
		kind  string
		label string
		below bool
	}
	var events []event
	for i, v := range a.Interviews {
		at := v.Start
		if at.IsZero() {
			at = v.End
		}
		label := c.text("round", strconv.Itoa(i+1))
		if v.Cancelled {
			label += " (" + c.text("cancelled") + ")"
		}
		events = append(events, event{at, "interview", label, false})
	}
	titles := map[string]string{} // by key; a follow-up of a former round is in no plan
	for _, f := range a.Plan.FollowUps {
		titles[f.Key] = f.Title()
	}
	for _, f := range a.Facts {
		switch w := f.What.(type) {
		case rules.Received:
			if kind := a.KindOf(w); kind != rules.MessageOther {
				events = append(events, event{f.At, "answer", c.text("message." + string(kind)), false})
			}
		case rules.Delivered:
			if w.FollowUp != "" {
				events = append(events, event{f.At, "letter", c.title(cmp.Or(titles[w.FollowUp], a.ShortTitleOf(w.FollowUp))), true})
			}
		}
	}
	for _, f := range a.Plan.FollowUps {
		if f.Pending() && !f.Projected {
			events = append(events, event{f.Due, "due", c.title(f.Title()), true})
		}
	}
	if d := a.Plan.Decision; !d.Date.IsZero() {
		events = append(events, event{d.Date.In(a.Zone), "decision", c.text("decision"), false})
	}
	t := timeline{Width: timelineWidth, Height: timelineHeight, Axis: timelineAxis}
	if len(events) == 0 {
		return t
	}
	slices.SortStableFunc(events, func(a, b event) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.kind, b.kind)) })
	begin, end := events[0].at, events[len(events)-1].at
	if now.After(end) {
		end = now
	}
	if now.Before(begin) {
		begin = now
	}
	span := max(end.Sub(begin), 24*time.Hour)
	x := func(at time.Time) int {
		return timelineMargin + int(float64(timelineWidth-2*timelineMargin)*float64(at.Sub(begin))/float64(span))
	}
	t.Now, t.NowAnchor = x(now), "middle"
	switch {
	case t.Now < timelineMargin+labelRows*runeWidth:
		t.NowAnchor = "start"
	case t.Now > timelineWidth-timelineMargin-labelRows*runeWidth:
		t.NowAnchor = "end"
	}
	first := time.Date(begin.In(a.Zone).Year(), begin.In(a.Zone).Month()+1, 1, 0, 0, 0, 0, a.Zone)
	for m := first; m.Before(end); m = m.AddDate(0, 1, 0) {
		t.Months = append(t.Months, mark{X: x(m), Y: timelineAxis, Label: c.day(m, now)})
	}
	var used [2][labelRows]int // up to where labels reach, above and below
	drawn := map[string]int{}  // where the last mark of a kind is
	for _, e := range events {
		// What is too near to be told apart is one mark: the history has them all.
		if last, ok := drawn[e.kind]; ok && x(e.at)-last < timelineApart && len(events) > timelineDense {
			continue
		}
		drawn[e.kind] = x(e.at)
		side, step := 0, -1
		if e.below {
			side, step = 1, 1
		}
		when := c.moment(e.at.In(a.Zone), now, a.Home)
		if e.kind == "decision" {
			when = c.day(e.at, now) // a date, and no instant
		}
		m := mark{X: x(e.at), Y: timelineAxis, Kind: e.kind, Title: e.label + ": " + when, Anchor: "middle"}
		label := e.label + ", " + c.shortDay(e.at.In(a.Home))
		if e.kind == "decision" {
			label = e.label + ", " + c.shortDay(e.at)
		}
		labelWidth := runeWidth * (utf8.RuneCountInString(label) + 1)
		left := m.X - labelWidth/2
		switch {
		case left < 0:
			m.Anchor, left = "start", m.X
		case m.X+labelWidth/2 > timelineWidth:
			m.Anchor, left = "end", m.X-labelWidth
		}
		for row := range labelRows {
			if used[side][row] <= left {
				used[side][row] = left + labelWidth
				m.Label, m.LabelY = label, timelineAxis+step*(24+row*22)
				break
			}
		}
		t.Marks = append(t.Marks, m)
		t.Text += m.Title + ". "
	}
	return t
}
