package rules

import "slices"

// movedTo returns the key of a contact as it is now: somebody whose address the user
// corrected has another one.
func (p *planner) movedTo(key string) string {
	if _, here := p.contact(key); here {
		return key
	}
	if p.moved == nil {
		p.moved = movedIn(p.a.Facts)
	}
	if now, moved := p.moved[key]; moved {
		return now
	}
	return key
}

// movedIn returns, by the keys that contacts had, the ones that they have since the user
// corrected their addresses. Who has another name is somebody else.
func movedIn(facts []Fact) map[string]string {
	moved := map[string]string{}
	var before Described
	for _, f := range facts {
		d, ok := f.What.(Described)
		if !ok {
			continue
		}
		in := func(list []Contact, key string) bool {
			return slices.ContainsFunc(list, func(c Contact) bool { return c.Key() == key })
		}
		for _, c := range before.Contacts {
			if in(d.Contacts, c.Key()) || c.Name == "" {
				continue
			}
			i := slices.IndexFunc(d.Contacts, func(n Contact) bool { return sameName(c.Name, n.Name) && !in(before.Contacts, n.Key()) })
			if i < 0 {
				continue
			}
			for was, now := range moved {
				if now == c.Key() {
					moved[was] = d.Contacts[i].Key()
				}
			}
			moved[c.Key()] = d.Contacts[i].Key()
		}
		before = d
	}
	return moved
}
