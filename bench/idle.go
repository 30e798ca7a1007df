package main

import (
	"fmt"
	"time"

	"afterword/internal/test/servers"
)

// settle is how long after the last login measuring begins: what a start left
// behind has gone back to the system by then.
const settle = 15 * time.Second

// An idling is a process that watches accounts in which nothing happens: the
// program, or go-imap alone.
type idling struct {
	accounts       int
	resident, peak int64         // KiB
	file           int64         // KiB of resident that are pages of the program's file
	perSecond      time.Duration // of a processor
	up             time.Duration // from the start of the process to the last login
}

// each returns the KiB of the whole process that each account has.
func (i idling) each() float64 { return float64(i.resident) / float64(i.accounts) }

// idle measures what accounts cost in which nothing happens, all in one process.
func (r *run) idle(*host) error {
	var least idling
	for _, n := range r.accounts {
		var now, bare idling
		err := with(r.ctx, func(h *host) (err error) {
			now, bare, err = r.idleWith(h, n)
			return err
		})
		if err != nil {
			return fmt.Errorf("%d accounts: %w", n, err)
		}
		if least.accounts == 0 {
			least = now
		}
		r.idleRows(now, bare, least)
	}
	return nil
}

// idleRows says of memory what each account has of the whole process, its own
// code and data included, and what each one more than the least number adds.
func (r *run) idleRows(now, bare, least idling) {
	name := fmt.Sprintf("idle, %d accounts", now.accounts)
	large := now.accounts >= 1000
	grows := ""
	if more := now.accounts - least.accounts; more > 0 {
		grows = fmt.Sprintf(", %.0f KB for each more than %d", float64(now.resident-least.resident)/float64(more), least.accounts)
	}
	memory := over(now.each(), bare.each())
	r.add(row{what: name + ": memory", ours: fmt.Sprintf("%.1f MB (peak %.1f MB; %.1f MB are the program's file), %.0f KB each%s",
		float64(now.resident)/1024, float64(now.peak)/1024, float64(now.file)/1024, now.each(), grows),
		beside: fmt.Sprintf("go-imap alone %.1f MB, %.0f KB each", float64(bare.resident)/1024, bare.each()),
		ratio:  times(memory), bar: bar(large, "≤ 1.5×"), met: metIf(large, memory <= 1.5)})
	used := over(now.perSecond, bare.perSecond)
	r.add(row{what: name + ": processor", ours: fmt.Sprintf("%.2f ms/s", now.perSecond.Seconds()*1000),
		beside: fmt.Sprintf("go-imap alone %.2f ms/s", bare.perSecond.Seconds()*1000), ratio: times(used), bar: bar(large, "≤ 2×"), met: metIf(large, used <= 2)})
	r.add(row{what: name + ": started until all are watched", ours: seconds(now.up), beside: "go-imap alone, one after the other " + seconds(bare.up), ratio: times(over(now.up, bare.up))})
}

// idleWith measures the program and then go-imap alone, on one server.
func (r *run) idleWith(h *host, n int) (now, bare idling, err error) {
	user := func(i int) string { return fmt.Sprintf("user%04d@home.example", i) }
	users := make([]string, n)
	for i := range users {
		users[i] = user(i)
	}
	s, err := servers.Start(servers.Options{Users: users, Dir: h.folder()})
	if err != nil {
		return now, bare, err
	}
	h.Cleanup(func() { _ = s.Close() })
	p, err := newSetup(h, r.binary, s.Addr, s.CAFile, n, user).start(h)
	if err != nil {
		return now, bare, err
	}
	for up := range n {
		// The name of the account is in the line, so each counts once: between
		// the first pass of the first and of the last there are heartbeats.
		if _, err := p.await("msg=watching", time.Minute); err != nil {
			return now, bare, fmt.Errorf("after %d accounts: %w", up, err)
		}
	}
	if now, err = r.look(p, n); err != nil {
		return now, bare, err
	}
	if p, err = r.alone(h, "idle", s.Addr, s.CAFile, users...); err != nil {
		return now, bare, err
	}
	bare, err = r.look(p, n)
	return now, bare, err
}

// look looks at a process that watches n accounts, and ends it.
func (r *run) look(p *program, n int) (idling, error) {
	now := idling{accounts: n, up: time.Since(p.began)}
	p.drain()
	if err := r.pause(min(settle, r.idleFor)); err != nil {
		return now, err
	}
	pid := p.cmd.Process.Pid
	before, from := processor(pid), time.Now()
	if err := r.pause(r.idleFor); err != nil {
		return now, err
	}
	used, during := processor(pid)-before, time.Since(from)
	now.perSecond = time.Duration(float64(used) / during.Seconds())
	now.resident, now.peak = memory(pid)
	now.file = status(pid, "RssFile")
	return now, p.stop()
}

// pause waits, and returns an error if the run ends before.
func (r *run) pause(d time.Duration) error {
	select {
	case <-r.ctx.Done():
		return r.ctx.Err()
	case <-time.After(d):
		return nil
	}
}
