package main

import (
	"fmt"
	"strings"
	"time"

	"afterword/internal/store"
	"afterword/internal/test/servers"
)

// many is how many mailboxes there are besides the Inbox where there are many.
const many = 60

// A looking is what a pass costs in which nothing is new.
type looking struct {
	passes    int
	processor time.Duration // of each
	trips     float64       // round trips of each
}

// mailboxes measures a pass without news over many mailboxes, beside one over the Inbox
// and what the program cannot do without. An answer may lie in any mailbox.
func (r *run) mailboxes(h *host) error {
	s := servers.Dovecot(h, servers.Default)
	var few, all looking
	for i, one := range []*looking{&few, &all} {
		var err error
		if *one, err = r.lookAt(h, s, s.Users[i], i > 0); err != nil {
			return err
		}
	}
	used := over(all.processor, few.processor)
	r.add(row{what: fmt.Sprintf("a pass without news, %d mailboxes more: processor", many), ours: ms(all.processor), beside: "the Inbox alone " + ms(few.processor),
		ratio: times(used), bar: "≤ 2×", met: met(used <= 2)})
	more := all.trips - few.trips
	r.add(row{what: fmt.Sprintf("a pass without news, %d mailboxes more: round trips", many), ours: fmt.Sprintf("%.1f", all.trips), beside: fmt.Sprintf("the Inbox alone %.1f", few.trips),
		ratio: fmt.Sprintf("%+.1f", more), bar: "≤ +1", met: met(more <= 1.05)})
	return nil
}

// lookAt watches an account whose every mailbox holds a message, with a pass each second.
// Where not all are to be looked at, those that can be left out are.
func (r *run) lookAt(h *host, s *servers.Server, user string, all bool) (one looking, err error) {
	k, err := open(s.Addr, s.CA, user)
	if err != nil {
		return one, err
	}
	defer k.close()
	skipped := []string{s.Boxes.Archive, "Junk"}
	for i := range many {
		box := fmt.Sprintf("Folder %02d", i)
		if err := k.do(nil, "CREATE %q", box); err != nil {
			return one, err
		}
		if err := k.append(box, "", reply("news@letters.example", token(i), time.Now())); err != nil {
			return one, err
		}
		skipped = append(skipped, box)
	}
	relay := newRelay(h, s.Addr, true)
	set := newSetup(h, r.binary, relay.addr, s.CAFile, 1, func(int) string { return user })
	if err := set.change("[[account]]", "heartbeat = \"@every 1s\"\n[[account]]"); err != nil {
		return one, err
	}
	if !all {
		if err := set.change("[account.imap]", `mailboxes.skip = ["`+strings.Join(skipped, `", "`)+"\"]\n[account.imap]"); err != nil {
			return one, err
		}
	}
	if err := set.fill(r.ctx, func(st *store.Store) error { return known(r.ctx, st, tracked, time.Now()) }); err != nil {
		return one, err
	}
	p, err := set.start(h)
	if err != nil {
		return one, err
	}
	watching, err := p.await("msg=watching", time.Minute)
	if err != nil {
		return one, err
	}
	if read, _, _ := strings.Cut(watching.text, "skipped="); strings.Contains(read, "Folder 00") != all {
		return one, fmt.Errorf("other mailboxes are looked at than should be: %s", watching.text)
	}
	// The first passes read the past, and the first after that is as all that follow.
	for range 5 {
		if _, err := p.await(upToDate, time.Minute); err != nil {
			return one, err
		}
	}
	pid := p.cmd.Process.Pid
	before, trips := processor(pid), relay.trips()
	for one.passes = 0; one.passes < 10*r.rounds; one.passes++ {
		if _, err := p.await(upToDate, time.Minute); err != nil {
			return one, err
		}
	}
	one.processor = (processor(pid) - before) / time.Duration(one.passes)
	one.trips = float64(relay.trips()-trips) / float64(one.passes)
	return one, p.stop()
}
