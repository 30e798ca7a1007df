package rules

import (
	"slices"
	"sort"
	"strings"
	"time"
)

// marks are what became of drafts, by the key of their follow-up, with the interview
// by the ID that it has now.
type marks struct {
	sent      map[string]delivery
	placed    map[string]time.Time
	stood     map[string][]time.Time // when a draft was placed, whatever became of it
	touched   map[string]bool
	remarks   map[string]remark // of the version that was read last
	discarded map[string]Fact
	named     map[string]string // key → the one under which its draft was placed
	told      map[string]bool
	resumed   time.Time             // last time
	to        map[string][]delivery // all that the user sent, by the address it went to, oldest first
	answering map[string][]delivery // by the Message-ID that it answers
	alias     map[string]string     // ID that an interview had → the one that it has
}

// delivery is one message that the user sent.
type delivery struct {
	at   time.Time
	fact string
	own  bool // no follow-up, or one that was sent already
	Delivered
}

func marksOf(a *Application) marks {
	var m marks
	for _, v := range a.Interviews {
		if v.UID == "" && len(v.Also) == 0 {
			continue
		}
		for _, id := range v.ids() {
			set(&m.alias, id, v.ID)
		}
	}
	for _, v := range a.Interviews {
		delete(m.alias, v.ID) // whatever another was called once
	}
	for _, f := range a.Facts {
		switch w := f.What.(type) {
		case Placed:
			key := m.name(w.FollowUp)
			set(&m.placed, key, f.At)
			set(&m.stood, key, append(m.stood[key], f.At))
			delete(m.discarded, key) // it came back
		case Edited:
			key := m.name(w.FollowUp)
			set(&m.placed, key, f.At)
			set(&m.touched, key, true)
			delete(m.discarded, key)
		case Proofread:
			set(&m.remarks, m.name(w.FollowUp), remark{w.Findings, f.Key})
		case Discarded:
			set(&m.discarded, m.name(w.FollowUp), f)
		case Removed:
			key := m.name(w.FollowUp)
			delete(m.placed, key)
			delete(m.touched, key)
			delete(m.remarks, key)
		case Delivered:
			m.deliver(f, w)
		case Resumed:
			m.resumed = f.At
		case Told:
			set(&m.told, w.Topic, true)
		}
	}
	m.corrected(a)
	return m
}

// corrected takes over what the user threw away, or has edited, to those whose address
// he corrected: that gives their thank-yous other keys, and is no reason to write them
// after all, or beside what he made of them.
func (m *marks) corrected(a *Application) {
	if len(m.discarded)+len(m.touched) == 0 {
		return
	}
	var before Described
	for _, f := range a.Facts {
		d, ok := f.What.(Described)
		if !ok {
			continue
		}
		for _, v := range d.Interviews {
			had, known := find(before.Interviews, v.ID)
			for i, key := range v.Interviewers {
				if !known { // mail brought it
					for _, c := range before.Contacts {
						still := slices.ContainsFunc(d.Contacts, func(now Contact) bool { return now.Key() == c.Key() })
						if !still && namedAlike(before.Contacts, c.Key(), d.Contacts, key) {
							to := m.key(string(ThankYou) + "/" + v.ID + "/")
							m.follow(to+c.Key(), to+key)
						}
					}
				}
				if !known || i >= len(had.Interviewers) || had.Interviewers[i] == key || !namedAlike(before.Contacts, had.Interviewers[i], d.Contacts, key) {
					continue
				}
				to := m.key(string(ThankYou) + "/" + v.ID + "/")
				m.follow(to+had.Interviewers[i], to+key)
			}
		}
		before = d
	}
}

// follow takes over what became of one follow-up's draft to another that is the same,
// unless that has a draft.
func (m *marks) follow(from, to string) {
	if _, placed := m.placed[to]; placed {
		return
	}
	if gone, declined := m.discarded[from]; declined {
		set(&m.discarded, to, gone)
		return
	}
	if _, sent := m.sent[from]; m.touched[from] && !sent {
		set(&m.touched, to, true)
		set(&m.placed, to, m.placed[from])
		set(&m.named, to, m.named[from])
	}
}

// namedAlike reports whether two contacts, each looked up in its own list, have one name.
func namedAlike(list []Contact, key string, others []Contact, other string) bool {
	i := slices.IndexFunc(list, func(c Contact) bool { return c.Key() == key })
	j := slices.IndexFunc(others, func(c Contact) bool { return c.Key() == other })
	return i >= 0 && j >= 0 && list[i].Name != "" && sameName(list[i].Name, others[j].Name)
}

// key returns the key of a follow-up with the ID that its interview has now.
func (m *marks) key(followUp string) string {
	kind, rest, _ := strings.Cut(followUp, "/")
	id, rest, more := strings.Cut(rest, "/")
	now, known := m.alias[id]
	switch {
	case Kind(kind) != ThankYou && Kind(kind) != CheckIn && Kind(kind) != NoShow, !known:
		return followUp
	case more:
		return kind + "/" + now + "/" + rest
	}
	return kind + "/" + now
}

// name is key, and notes under which name the follow-up is known in the mailbox.
func (m *marks) name(followUp string) string {
	key := m.key(followUp)
	set(&m.named, key, followUp)
	return key
}

// deliver takes in what the user sent. A follow-up is sent once: what else looks like
// it (an answer under the same subject) is a letter of the user's own.
func (m *marks) deliver(f Fact, w Delivered) {
	if key := m.key(w.FollowUp); key != w.FollowUp {
		if _, placed := m.named[key]; !placed {
			set(&m.named, key, w.FollowUp)
		}
		w.FollowUp = key
	}
	d := delivery{f.At, f.Key, w.FollowUp == "", w}
	if _, again := m.sent[w.FollowUp]; again {
		d.own = true
	} else if w.FollowUp != "" {
		set(&m.sent, w.FollowUp, d)
	}
	for i, to := range w.To {
		if to = strings.ToLower(to); !slices.Contains(w.To[:i], to) {
			set(&m.to, to, append(m.to[to], d))
		}
	}
	for _, id := range answered(w.References, w.InReplyTo) {
		set(&m.answering, id, append(m.answering[id], d))
	}
}

// settles reports whether something that the user sent does for another follow-up
// what its own letter would do: a letter of his own, or one of the same kind.
func (d delivery) settles(f *FollowUp) bool {
	kind, _, _ := strings.Cut(d.FollowUp, "/")
	thanks := f.Kind == ThankYou || f.Kind == NoShow
	return d.own || d.FollowUp != f.Key && (Kind(kind) == f.Kind || thanks && (Kind(kind) == ThankYou || Kind(kind) == NoShow))
}

// writtenYourself settles a follow-up that the user made needless by what else he sent
// since an instant: to the same person, whoever else it went to, or in answer to the
// same message.
func (p *planner) writtenYourself(f *FollowUp, since time.Time) bool {
	for _, list := range [][]delivery{p.marks.to[strings.ToLower(f.To.Address)], p.marks.answering[f.Answers]} {
		for _, d := range list[sort.Search(len(list), func(i int) bool { return !list[i].at.Before(since) }):] {
			if d.settles(f) {
				f.Status = Sent
				f.because("own-letter", Say("you wrote to %s yourself on %s", f.To.Name, p.day(d.at)), d.fact)
				return true
			}
		}
	}
	return false
}
