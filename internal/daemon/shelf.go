package daemon

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"afterword/internal/store"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// A shelf is what the books of all accounts are together: an answer may come to any
// of the user's accounts, whichever the application is kept under. It is the only
// thing that workers share beside the store.
//
// A worker changes only its own book, under the lock; so it reads its own without.
type shelf struct {
	user  atomic.Pointer[user]
	found gathered

	mu    sync.RWMutex
	books []*book
	apps  int                        // in all books
	fresh map[string]map[string]bool // account → applications that were not looked up in its mailboxes
	// recent are the keys of facts, by application, that its book may not have read yet.
	recent map[string]map[string]bool
	taught map[string]rules.Application // those of whose messages the user said what they are

	// Made when they are first asked for, and kept up to date from then on.
	matches *attribute.Matcher
	people  *trust.Contacts
}

// newShelf returns the shelf of nobody yet: see rearrange.
func newShelf() *shelf {
	s := &shelf{recent: map[string]map[string]bool{}}
	s.rearrange(nil, nil)
	return s
}

// names are those of the accounts.
func (s *shelf) names() []string { return s.user.Load().names }

// learn takes in an application of a book that is new or has changed.
func (s *shelf) learn(b *book, a rules.Application) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.matches != nil {
		s.matches.Replace(a)
	}
	had, known := b.apps[a.ID]
	if s.people != nil {
		// In this order nobody goes who stays.
		s.people.Add(a.Contacts...)
		s.people.Remove(had.Contacts...)
	}
	if b.apps[a.ID] = a; !known {
		s.apps++
	}
	delete(s.recent, a.ID)
	s.lesson(a)
	open := unread(a, b.w.name, s.names())
	for _, account := range s.names() {
		switch had := s.fresh[account][a.ID]; {
		case !slices.Contains(open, account):
			delete(s.fresh[account], a.ID)
		case !had:
			s.fresh[account][a.ID] = true
			if other := b.w.d.standing().workers[account]; other != nil && other != b.w {
				other.bell.Ring()
			}
		}
	}
}

// ask calls f with what all books know. f must neither change it, nor call the shelf.
func (s *shelf) ask(f func(*attribute.Matcher, *trust.Contacts)) {
	s.ready()
	s.mu.RLock()
	defer s.mu.RUnlock()
	f(s.matches, s.people)
}

// ready makes the indexes, once: a start in which no mail comes needs none.
func (s *shelf) ready() {
	s.mu.RLock()
	made := s.matches != nil
	s.mu.RUnlock()
	if made {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.matches != nil {
		return
	}
	s.matches, s.people = s.matcher(nil), trust.NewContacts()
	for _, b := range s.books {
		for _, a := range b.apps {
			s.matches.Replace(a)
			s.people.Add(a.Contacts...)
		}
	}
}

// matcher returns a matcher for applications of all accounts.
func (s *shelf) matcher(apps []rules.Application) *attribute.Matcher {
	user := s.user.Load()
	m := attribute.NewMatcher(apps, user.own)
	for name, addresses := range user.addresses {
		m.Account(name, addresses)
	}
	return m
}

// forget takes an application out.
func (s *shelf) forget(b *book, id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := b.apps[id]; known {
		s.apps--
	}
	delete(b.apps, id)
	delete(s.recent, id)
	delete(s.taught, id)
	for _, fresh := range s.fresh {
		delete(fresh, id)
	}
	s.matches, s.people = nil, nil // they are made anew when they are asked for
}

// heard takes in a fact that a message brought, before the application's book does.
func (s *shelf) heard(messageID string, f store.MailFact) {
	s.ready()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !isHint(f.Fact) {
		s.matches.Learn(messageID, f.Application)
	}
	if s.recent[f.Application] == nil {
		s.recent[f.Application] = map[string]bool{}
	}
	s.recent[f.Application][f.Fact.Key] = true
}

// isHint reports whether a fact says no more than that a message may be an
// application's: what answers that is no more its own.
func isHint(f rules.Fact) bool {
	_, hint := f.What.(rules.Hinted)
	return hint
}

// unheard takes facts back that could not be stored: what they are of is read again.
func (s *shelf) unheard(facts []store.MailFact) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range facts {
		delete(s.recent[f.Application], f.Fact.Key)
	}
}

// homes returns the workers whose applications facts belong to.
func (s *shelf) homes(facts []store.MailFact) (list []*worker) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, f := range facts {
		for _, b := range s.books {
			if _, ok := b.apps[f.Application]; ok && !slices.Contains(list, b.w) {
				list = append(list, b.w)
			}
		}
	}
	return list
}

func (s *shelf) isFresh(account, id string) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.fresh[account][id]
}

// unread returns the applications, whosever they are, whose conversation from before
// they were entered was not looked up in an account's mailboxes, in order of their IDs.
func (s *shelf) unread(account string) []rules.Application {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []rules.Application
	for _, id := range slices.Sorted(maps.Keys(s.fresh[account])) {
		for _, b := range s.books {
			if a, ok := b.apps[id]; ok {
				list = append(list, a)
			}
		}
	}
	return list
}

// looked takes in that applications, as they were described by an instant, were looked
// up in an account's mailboxes.
func (s *shelf) looked(account string, ids []string, as time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, id := range ids {
		for _, b := range s.books {
			if a, ok := b.apps[id]; ok && !lastDescribed(a).After(as) {
				delete(s.fresh[account], id)
			}
		}
	}
}

// lastDescribed is when the user told of an application last.
func lastDescribed(a rules.Application) (last time.Time) {
	for _, f := range a.Facts {
		if _, ok := f.What.(rules.Described); ok {
			last = f.At
		}
	}
	return last
}

// count returns how many applications there are, and how many of them were not looked
// up in an account's mailboxes.
func (s *shelf) count(account string) (all, fresh int) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.apps, len(s.fresh[account])
}

// unread returns those of the accounts in which an application was not looked up since
// it was entered, or changed so that more mail may be its own. A note changes nothing
// of that.
func unread(a rules.Application, home string, accounts []string) []string {
	var described rules.Fact
	var d rules.Described
	looks := make(map[string]rules.Fact, 1)
	for _, f := range a.Facts {
		switch w := f.What.(type) {
		case rules.LookedBack:
			if w.Account == "" {
				w.Account = home
			}
			looks[w.Account] = f
		case rules.Described:
			described, d = f, w
		}
	}
	var wanted, open []string
	for _, account := range accounts {
		f, looked := looks[account]
		if !described.At.After(f.At) {
			continue // as nearly always
		}
		if wanted == nil {
			wanted = sought(d)
		}
		if w, _ := f.What.(rules.LookedBack); looked && w.For != nil && !beginning(d).Before(w.Since) &&
			!slices.ContainsFunc(wanted, func(one string) bool { return !slices.Contains(w.For, one) }) {
			continue
		}
		open = append(open, account)
	}
	return open
}

// sought is by what an application's messages are known: company, role, domains and
// people.
func sought(d rules.Described) []string {
	list := []string{"company " + strings.ToLower(d.Company), "role " + strings.ToLower(d.Role)}
	for _, domain := range d.Domains {
		list = append(list, "@"+strings.ToLower(domain))
	}
	for _, c := range d.Contacts {
		list = append(list, c.Key())
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// lookBackDays is how long before an interview its conversation may have begun.
const lookBackDays = 60

// beginning is from when on the conversation of an application may be.
func beginning(d rules.Described) rules.Date {
	first := rules.NewDate(9999, 12, 31)
	for _, v := range d.Interviews {
		if day := rules.DateOf(v.End.UTC().AddDate(0, 0, -lookBackDays)); day.Before(first) {
			first = day
		}
	}
	return first
}
