package rules

import (
	"slices"
)

// invite takes in who attends. The user's word on that stands where he knew it.
func (s *folding) invite(at int, f Fact, m Received, fresh bool) {
	s.leave(at, f, m, fresh)
	s.arrangedBy(m.Meeting.By, fresh)
	have := &s.Interviews[at]
	own := fresh || !slices.ContainsFunc(have.Interviewers, func(key string) bool {
		c, _ := s.contact(key)
		return c.Part != Recruiter
	})
	var come []Contact
	for _, p := range m.People {
		id := [2]string{m.Meeting.UID, p.Key()}
		if !fresh {
			set(&s.listed, id, true)
		}
		if own && !(fresh && s.listed[id]) && !slices.Contains(have.Interviewers, p.Key()) {
			come = append(come, p)
		}
	}
	if len(have.Interviewers)+len(come) > maxInterviewers && m.said == "" {
		s.ask("crowd", f, m, Say("%q lists %d people, and nobody of them is written to: name those who interviewed you with `afterword edit %s`, or say `afterword mark %s interview` if all did",
			m.Subject, len(m.People), s.ID, s.ID))
		return
	}
	for _, p := range come {
		c, known := s.contact(p.Key())
		if !known {
			s.addContact(p)
			c = p
		}
		if c.Part != Recruiter || len(m.People) == 1 {
			have.Interviewers = append(slices.Clip(have.Interviewers), p.Key())
			set(&s.came, [2]string{have.ID, p.Key()}, true)
		}
	}
}

// asKnown returns people as the application knows them: who is named without an address
// has the one that is known, and whose address was not known has it from now on.
func (s *folding) asKnown(people []Contact) []Contact {
	for i, p := range people {
		for at, c := range s.Contacts {
			if p.Name == "" || !sameName(c.Name, p.Name) {
				continue
			}
			if p.Address == "" && c.Address != "" {
				people = slices.Clone(people)
				people[i] = c
				break
			}
			if _, other := s.contact(p.Key()); p.Address != "" && c.Address == "" && !other {
				s.address(at, p)
				break
			}
		}
	}
	return people
}

// address takes in the address of somebody who was known by name alone.
func (s *folding) address(at int, p Contact) {
	c := &s.Contacts[at]
	was := c.Key()
	c.Address = p.Address
	if c.Honorific == "" {
		c.Honorific = p.Honorific
	}
	for i := range s.Interviews {
		v := &s.Interviews[i]
		if n := slices.Index(v.Interviewers, was); n >= 0 {
			v.Interviewers = slices.Clone(v.Interviewers)
			v.Interviewers[n] = c.Key()
		}
		v.spokenWith(was, c.Key())
	}
	if s.Status == was {
		s.Status = c.Key()
	}
	s.contacts = nil
}

// spokenWith takes over what was spoken of with somebody to another key of his.
func (v *Interview) spokenWith(was, is string) {
	if !slices.ContainsFunc(v.Points, func(p Point) bool { return p.With == was }) {
		return
	}
	v.Points = slices.Clone(v.Points)
	for i := range v.Points {
		if v.Points[i].With == was {
			v.Points[i].With = is
		}
	}
}

// corrected takes over what was spoken of with somebody whose address the user corrected
// since: he is known by his name then.
func (s *folding) corrected() {
	for i := range s.Interviews {
		v := &s.Interviews[i]
		for _, p := range v.Points {
			if _, known := s.contact(p.With); known || p.With == "" {
				continue
			}
			if now, ok := s.nowCalled(p.With); ok {
				v.spokenWith(p.With, now)
			}
		}
	}
}

// nowCalled returns the key of a contact by one that he had once.
func (s *folding) nowCalled(key string) (now string, ok bool) {
	for _, f := range slices.Backward(s.Facts) {
		d, described := f.What.(Described)
		if !described {
			continue
		}
		for _, c := range s.Contacts {
			if namedAlike(d.Contacts, key, s.Contacts, c.Key()) {
				return c.Key(), true
			}
		}
	}
	return "", false
}

// leave takes out who does not come after all: those of whom the words say so, and those
// whom the newer version of an event lists no longer. Whoever sat in an interview that
// is over sat in it.
func (s *folding) leave(at int, f Fact, m Received, fresh bool) {
	have, v := &s.Interviews[at], *m.Meeting
	gone := func(key string) bool {
		c, _ := s.contact(key)
		return slices.ContainsFunc(v.Left, func(name string) bool { return c.Name != "" && means(c.Name, name) })
	}
	if v.Prose == "" && v.UID != "" && len(m.People) > 0 {
		listed := s.guests[v.UID]
		set(&s.guests, v.UID, keysOf(m.People))
		byName := gone
		gone = func(key string) bool {
			return byName(key) || slices.Contains(listed, key) && !slices.ContainsFunc(append([]string{have.UID}, have.UIDs...), func(uid string) bool {
				return slices.Contains(s.guests[uid], key)
			})
		}
	}
	if !f.At.After(have.End) {
		have.Interviewers = slices.DeleteFunc(slices.Clone(have.Interviewers), func(key string) bool {
			return (fresh || s.came[[2]string{have.ID, key}]) && gone(key)
		})
	}
}

// means reports whether a name is somebody's: all of its words are.
func means(whole, name string) bool {
	words := nameWords(whole)
	for _, w := range nameWords(name) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return name != ""
}

// arrangedBy takes whoever arranged an interview for the recruiter, where none is known.
func (s *folding) arrangedBy(by *Contact, fresh bool) {
	if by == nil || !fresh || !by.reachable() || slices.ContainsFunc(s.Contacts, func(c Contact) bool { return c.Part == Recruiter && c.reachable() }) {
		return
	}
	if _, known := s.contact(by.Key()); !known {
		s.addContact(*by)
	}
}
