package rules

import (
	"slices"
	"strings"
)

// A near miss is a hint: a message that may be the answer that everybody waits for, and
// is not surely this application's. While the user has not said what it is, nothing
// new goes into Drafts.

// hints asks about what nobody has explained, and finds whether anything waits for it.
func (p *planner) hints() {
	if !slices.ContainsFunc(p.a.Facts, func(f Fact) bool { _, ok := f.What.(Hinted); return ok }) {
		return
	}
	arrived := map[string]bool{}
	for _, f := range p.a.Facts {
		if m, ok := f.What.(Received); ok {
			arrived[m.MessageID] = true
			arrived[m.MessageID+"#"+m.Digest] = true
		}
	}
	since := p.beginning()
	for i, f := range p.a.Facts {
		w, ok := f.What.(Hinted)
		if !ok || f.At.Before(since) || !f.At.After(p.marks.resumed) || w.MessageID != "" && arrived[w.of(f.Key)] {
			continue
		}
		if p.heard.hint == nil {
			p.heard.hint = &p.a.Facts[i]
		}
		text := Say("%q from %s may belong to this application (it %s), and its drafts wait: say what it is with `afterword mark %s KIND` (`other` for nothing), or `afterword resume %s`",
			w.Subject, shownAs(w.From), Clause(w.Why), p.a.ID, p.a.ID)
		p.ask(noticeOf("hint/"+identity(f), because("hinted", text, f.Key), nameOfMessage(f, w.MessageID)))
	}
}

// of names the message that a hint is of: by its content as well, where its key tells it,
// for others may have its Message-ID.
func (w Hinted) of(key string) string {
	if id := strings.TrimPrefix(key, "hinted/"); strings.HasPrefix(id, w.MessageID+"#") {
		return id
	}
	return w.MessageID
}

// waits lets a follow-up wait that would stand in Drafts now, or still stands there, if
// there is a hint, and a check-in that the user may have made needless himself.
func (p *planner) waits(f *FollowUp) {
	stands := f.Status == Open || f.Status == Overdue && f.Placed
	if hint := p.heard.hint; hint != nil && stands {
		w := hint.What.(Hinted)
		f.Status = Waiting
		f.because("hinted", Say("it waits: %s wrote %q on %s, and whether that belongs to this application is for you to say", nameOf(w.From), w.Subject, p.day(hint.At)), hint.Key)
	}
	if f.Perhaps != "" && stands {
		f.Status = Waiting
	}
}

// shownAs is a sender with the address, for that may be a look-alike.
func shownAs(c Contact) string {
	if c.Name == "" {
		return c.Address
	}
	return c.Name + " <" + c.Address + ">"
}

func nameOf(c Contact) string {
	if c.Name != "" {
		return c.Name
	}
	return c.Address
}
