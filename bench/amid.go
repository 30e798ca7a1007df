package main

import (
	"fmt"
	"time"

	"afterword/internal/store"
	"afterword/internal/test/servers"
)

// amid measures how soon the program watches after its first login, and how long
// a reply takes that arrives right after it, when most of the mailbox is still to
// be read.
func (r *run) amid(h *host, relay *relay, s *servers.Server, user string) error {
	set := newSetup(h, r.binary, relay.addr, s.CAFile, 1, func(int) string { return user })
	if err := set.fill(r.ctx, func(st *store.Store) error { return known(r.ctx, st, tracked, time.Now()) }); err != nil {
		return err
	}
	k, err := open(s.Addr, s.CA, user)
	if err != nil {
		return err
	}
	defer k.close()
	p, err := set.start(h)
	if err != nil {
		return err
	}
	watching, err := p.await("msg=watching", time.Minute)
	if err != nil {
		return err
	}
	up := watching.at.Sub(relay.since())
	time.Sleep(200 * time.Millisecond)
	if p.pass(upToDate) {
		r.add(row{what: "first start: a reply while the past is read", ours: "not measured", beside: "all was read before it came"})
		if err := r.leave(p, relay); err != nil {
			return err
		}
		return r.untilWatching(relay, s, user, up)
	}
	if err := k.append("INBOX", "", reply(contactOf(1), token(1), time.Now())); err != nil {
		return err
	}
	delivered := time.Now()
	knew, err := p.await(token(1), 10*time.Minute)
	if err != nil {
		return err
	}
	done, err := p.await(upToDate, 10*time.Minute)
	if err != nil {
		return err
	}
	took, rest := knew.at.Sub(delivered), done.at.Sub(delivered)
	if err := r.leave(p, relay); err != nil {
		return err
	}
	if err := r.untilWatching(relay, s, user, up); err != nil {
		return err
	}
	part := over(took, rest)
	r.add(row{what: "first start: a reply 0.2 s later, while the past is read: delivered to knowing", ours: ms(took),
		beside: fmt.Sprintf("all is read %s after the delivery", seconds(rest)), ratio: times(part), bar: "≤ 0.5×", met: met(part <= .5)})
	return nil
}

// untilWatching adds how soon the program watches, beside a raw connection that
// logs in, opens the Inbox and waits in IDLE.
func (r *run) untilWatching(relay *relay, s *servers.Server, user string, up time.Duration) error {
	var raws []time.Duration
	for range r.rounds {
		began := time.Now()
		k, err := open(relay.addr, s.CA, user)
		if err != nil {
			return err
		}
		_, err = k.idle("INBOX")
		raws = append(raws, time.Since(began))
		k.close()
		if err != nil {
			return err
		}
	}
	relay.octets()
	ratio := over(up, median(raws))
	r.add(row{what: "first start: connected to watching", ours: ms(up), beside: "raw " + ms(median(raws)), ratio: times(ratio), bar: "≤ 10×", met: met(ratio <= 10)})
	return nil
}

// leave stops the program and forgets what came in for it.
func (r *run) leave(p *program, relay *relay) error {
	err := p.stop()
	relay.octets()
	return err
}
