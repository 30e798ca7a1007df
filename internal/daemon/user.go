package daemon

import (
	"maps"
	"slices"
	"strings"

	"afterword/internal/config"
	"afterword/rules"
)

// A user is who all the accounts belong to. It is never changed.
type user struct {
	own       []string            // his addresses, of all accounts
	mine      map[string]bool     // the same in lower case
	names     []string            // of the accounts
	called    []string            // what he calls himself
	addresses map[string][]string // by account
}

func userOf(accounts []config.Account) *user {
	u := &user{addresses: map[string][]string{}, mine: map[string]bool{}}
	for _, a := range accounts {
		u.addresses[a.Name] = append([]string{a.Address}, a.Aliases...)
		u.own = append(u.own, u.addresses[a.Name]...)
		u.names = append(u.names, a.Name)
		if a.FromName != "" && !slices.Contains(u.called, a.FromName) {
			u.called = append(u.called, a.FromName)
		}
	}
	for _, address := range u.own {
		u.mine[strings.ToLower(address)] = true
	}
	return u
}

// rearrange takes in which accounts there are from now on, and the books of those who
// work for them: all at once, so that nothing is nobody's in between.
func (s *shelf) rearrange(accounts []config.Account, workers map[string]*worker) {
	s.mu.Lock()
	defer s.mu.Unlock()
	known := map[string]bool{}
	for _, b := range s.books {
		for id := range b.apps {
			known[id] = true
		}
	}
	had := s.fresh
	s.user.Store(userOf(accounts))
	s.books, s.apps, s.fresh, s.taught = nil, 0, map[string]map[string]bool{}, map[string]rules.Application{}
	s.matches, s.people = nil, nil // they are made anew when they are asked for
	for _, name := range s.names() {
		s.fresh[name] = map[string]bool{}
		s.books = append(s.books, workers[name].book)
	}
	for _, b := range s.books {
		for _, a := range b.apps {
			s.apps++
			s.lesson(a)
			for _, account := range unread(a, b.w.name, s.names()) {
				// Its book may not have read yet that it was looked up.
				if before, stays := had[account]; !stays || !known[a.ID] || before[a.ID] {
					s.fresh[account][a.ID] = true
				}
			}
		}
	}
	maps.DeleteFunc(s.recent, func(id string, _ map[string]bool) bool {
		return !slices.ContainsFunc(s.books, func(b *book) bool { _, ok := b.apps[id]; return ok })
	})
}
