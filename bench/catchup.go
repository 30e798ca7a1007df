package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"afterword/internal/store"
	"afterword/internal/test/servers"
)

// catchUp measures what a reconnect costs after 10 new messages and 100 changed
// flags in the largest of the mailboxes.
func (r *run) catchUp(h *host) error {
	s := servers.Dovecot(h, servers.Default)
	n := slices.Max(r.messages)
	user := s.Users[0]
	home := filepath.Join(s.Dir, "home", user, "Maildir")
	if _, err := generate(home, n, time.Now(), homeUID(0)); err != nil {
		return fmt.Errorf("make a mailbox of %d messages: %w", n, err)
	}
	relay := newRelay(h, s.Addr, false)
	if _, _, err := rawFirst(relay.addr, s, user); err != nil {
		return err
	}
	set := newSetup(h, r.binary, relay.addr, s.CAFile, 1, func(int) string { return user })
	if err := set.fill(r.ctx, func(st *store.Store) error { return known(r.ctx, st, tracked, time.Now()) }); err != nil {
		return err
	}
	if _, err := r.restart(h, set, relay); err != nil {
		return err
	}
	relay.octets()
	var raws, ours []time.Duration
	var rawIn, oursIn int64
	next := n + 1
	for round := range 2*r.rounds + 1 {
		if err := change(s, user, round); err != nil {
			return err
		}
		// Dovecot reads a Maildir anew for some seconds after it has changed.
		time.Sleep(4 * time.Second)
		rawWay := func() error {
			took, err := rawCatchUp(relay.addr, s, user, next)
			raws, rawIn = append(raws, took), relay.octets()
			return err
		}
		ourWay := func() error {
			took, err := r.restart(h, set, relay)
			ours, oursIn = append(ours, took), relay.octets()
			return err
		}
		// Whoever comes first finds colder caches: they take turns.
		first, second := rawWay, ourWay
		if round%2 == 1 {
			first, second = ourWay, rawWay
		}
		if err := first(); err != nil {
			return err
		}
		if err := second(); err != nil {
			return err
		}
		next += 10
	}
	ratio := over(median(ours), median(raws))
	name := fmt.Sprintf("catch-up, 10 new and 100 flags in %d", n)
	r.add(row{what: name + ": time", ours: ms(median(ours)), beside: "raw " + ms(median(raws)), ratio: times(ratio), bar: "≤ 1.3×", met: met(ratio <= 1.3)})
	octets := over(oursIn, rawIn)
	r.add(row{what: name + ": in", ours: fmt.Sprintf("%.1f KB", float64(oursIn)/1e3), beside: fmt.Sprintf("raw %.1f KB", float64(rawIn)/1e3), ratio: times(octets), bar: "≤ 1.5×", met: met(octets <= 1.5)})
	return nil
}

// restart starts the program and returns how long it took from the connection to
// its being up to date.
func (r *run) restart(h *host, set *setup, relay *relay) (time.Duration, error) {
	p, err := set.start(h)
	if err != nil {
		return 0, err
	}
	done, err := p.await(upToDate, 10*time.Minute)
	if err != nil {
		return 0, err
	}
	took := done.at.Sub(relay.since())
	return took, p.stop()
}

// rawCatchUp asks for the headers of what is new and for nothing else.
func rawCatchUp(addr string, s *servers.Server, user string, next int) (time.Duration, error) {
	began := time.Now()
	k, err := open(addr, s.CA, user)
	if err != nil {
		return 0, err
	}
	defer k.close()
	if err := k.do(nil, "EXAMINE INBOX"); err != nil {
		return 0, err
	}
	n := 0
	err = k.do(func([]byte) { n++ }, "UID FETCH %d:* %s", next, headerItems)
	if err == nil && n != 10 {
		err = fmt.Errorf("%d messages are new, not 10", n)
	}
	return time.Since(began), err
}

// change adds 10 messages and changes 100 flags all over the mailbox.
func change(s *servers.Server, user string, round int) error {
	k, err := open(s.Addr, s.CA, user)
	if err != nil {
		return err
	}
	defer k.close()
	messages := 0
	err = k.do(func(line []byte) {
		if _, bad := fmt.Sscanf(string(line), "* %d EXISTS", &messages); bad != nil {
			return
		}
	}, "SELECT INBOX")
	if err != nil {
		return err
	}
	sign := []string{"+", "-"}[round%2]
	for i := range 100 {
		if err := k.do(nil, "STORE %d %sFLAGS.SILENT (\\Flagged)", 1+i*messages/100, sign); err != nil {
			return err
		}
	}
	for i := range 10 {
		from := fmt.Sprintf("s%d@list-%d.example", i, i)
		if err := k.append("INBOX", "", reply(from, fmt.Sprintf("r%d-%d", round, i), time.Now())); err != nil {
			return err
		}
	}
	return nil
}
