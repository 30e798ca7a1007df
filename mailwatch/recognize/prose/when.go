package prose

import (
	"strconv"
	"time"

	"afterword/mailwatch/recognize/odds"
)

// How likely it must be that a time is that of the interview: where the rules do not say so,
// and where they do, if there is another likely one. What is offered for choice is none,
// however likely it looks, nor is what a move leaves or what is over; the one time that is
// asked about is one with a question mark.
const (
	likelyWhen       = 0.6
	likelyWhenByRule = 0.4
)

// weighTimes looks again at what the rules make of the times: one that does not look like
// that of the interview is put aside where another one does.
func (r *reader) weighTimes(slots []slot, all []Meeting, st stance) {
	sure := false
	for i := range slots {
		s := &slots[i]
		s.likely = r.weigh(Question{Kind: When, Start: all[i].Start, Cues: r.whenCues(slots, i, all[i], st), Takes: s.fresh()})
		sure = sure || s.likely > likelyWhen
	}
	for i := range slots {
		s := &slots[i]
		switch {
		case s.fresh() && s.likely < likelyWhenByRule && sure:
			s.aside = true
		case s.likely > likelyWhen && !s.proposed && !s.old && !recalls().MatchString(r.sentences[s.sentence].plain):
			s.aside = false
		}
	}
}

// fresh reports whether the rules take a time for that of the interview.
func (s slot) fresh() bool { return !s.aside && !s.old && !s.proposed }

// whenCues are what speaks for and against a time's being that of the interview.
func (r *reader) whenCues(slots []slot, i int, m Meeting, st stance) *odds.Cues {
	c := &odds.Cues{}
	sl := slots[i]
	s := r.sentences[sl.sentence]
	c.Flag("aside", sl.aside)
	c.Flag("old", sl.old)
	c.Flag("proposed", sl.proposed)
	c.Flag("fresh", sl.fresh())
	c.Flag("past", m.Start.Before(r.m.Date))
	c.Flag("range", sl.to >= 0)
	c.Flag("zone", sl.zone.known())
	c.Flag("first", i == 0)
	c.Flag("last", i == len(slots)-1)
	c.Add("times", strconv.Itoa(min(6, len(slots))))
	c.Add("action", st.action)
	c.Flag("tentative", st.tentative)
	c.Flag("unsettled", st.unsettled)
	switch h := sl.from / 60; {
	case h < 7 || h > 19:
		c.Add("hour", "odd")
	case sl.from%15 != 0:
		c.Add("hour", "broken")
	default:
		c.Add("hour", strconv.Itoa(h))
	}
	switch days := int(m.Start.Sub(r.m.Date) / (24 * time.Hour)); {
	case days > 60:
		c.Add("days", "far")
	case days > 21:
		c.Add("days", "weeks")
	case days > 1:
		c.Add("days", "some")
	default:
		c.Add("days", strconv.Itoa(max(-2, days)))
	}
	here := false
	for _, d := range r.days {
		here = here || d.date == sl.day && holding(r.sentences, d.start) == sl.sentence
	}
	c.Flag("day beside", here)
	for j, o := range slots {
		if j != i && o.day == sl.day {
			c.Add("same day")
			c.Flag("told twice", o.from == sl.from)
			c.Flag("within another", o.to >= 0 && o.from <= sl.from && sl.from < o.to)
			c.Flag("after another", o.to >= 0 && o.to <= sl.from)
		}
	}
	c.Flag("another day before", i > 0 && slots[i-1].day != sl.day)
	c.Flag("another day behind", i+1 < len(slots) && slots[i+1].day != sl.day)
	c.Flag("confirms", confirms().MatchString(s.plain))
	c.Flag("talks", talks().MatchString(s.plain))
	c.Flag("recalls", recalls().MatchString(s.plain))
	c.Flag("offers", offers().MatchString(s.plain))
	c.Flag("proposes", proposes().MatchString(s.plain))
	c.Flag("calls off", callsOff().MatchString(s.plain))
	c.Flag("moves", moves().MatchString(s.plain))
	c.Flag("must move", mustMove().MatchString(s.plain))
	c.Flag("asks", s.asks)
	c.Flag("calendar", r.m.Calendar)
	r.around(c, sl.start, sl.next, s)
	r.above(c, sl.start)
	return c
}
