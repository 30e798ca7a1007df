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
	time.Sleep(200 * time.Millisecond)
	if p.pass(upToDate) {
		r.add(row{what: "first start: a reply while the past is read", ours: "not measured", beside: "all was read before it came"})
		return r.leave(p, relay)
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
	up, took := watching.at.Sub(relay.since()), knew.at.Sub(delivered)
	r.add(row{what: "first start: connected to watching", ours: ms(up), bar: "≤ 1 s", met: met(up <= time.Second)})
	r.add(row{what: "first start: a reply 0.2 s later, while the past is read: delivered to knowing", ours: ms(took),
		beside: fmt.Sprintf("all is read %s after the delivery", seconds(done.at.Sub(delivered))), bar: "≤ 1 s", met: met(took <= time.Second)})
	return r.leave(p, relay)
}

// leave stops the program and forgets what came in for it.
func (r *run) leave(p *program, relay *relay) error {
	err := p.stop()
	relay.octets()
	return err
}
