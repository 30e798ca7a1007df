package main

import (
	"fmt"
	"time"

	"afterword/internal/test/servers"
)

// settle is how long after the last login measuring begins: what a start left
// behind has gone back to the system by then.
const settle = 15 * time.Second

// An idling is a process that watches accounts in which nothing happens.
type idling struct {
	accounts       int
	resident, peak int64         // KiB
	file           int64         // KiB of resident that are pages of the program's file
	perSecond      time.Duration // of a processor
	up             time.Duration // from the start of the process to the last login
}

// idle measures what accounts cost in which nothing happens, all in one process.
func (r *run) idle(*host) error {
	var least idling
	for _, n := range r.accounts {
		var now idling
		err := with(r.ctx, func(h *host) (err error) {
			now, err = r.idleWith(h, n)
			return err
		})
		if err != nil {
			return fmt.Errorf("%d accounts: %w", n, err)
		}
		if least.accounts == 0 {
			least = now
		}
		r.idleRows(now, least)
	}
	return nil
}

// idleRows says of memory what each account has of the whole process, its own
// code and data included, and what each one more than the least number adds.
func (r *run) idleRows(now, least idling) {
	name := fmt.Sprintf("idle, %d accounts", now.accounts)
	large := now.accounts >= 1000
	each := float64(now.resident) / float64(now.accounts)
	grows := fmt.Sprintf("%.1f MB of it are the program's file", float64(now.file)/1024)
	if more := now.accounts - least.accounts; more > 0 {
		grows = fmt.Sprintf("%.0f KB for each more than %d; ", float64(now.resident-least.resident)/float64(more), least.accounts) + grows
	}
	r.add(row{what: name + ": memory", ours: fmt.Sprintf("%.1f MB (peak %.1f MB), %.0f KB each", float64(now.resident)/1024, float64(now.peak)/1024, each),
		beside: grows, bar: bar(large, "≤ 60 KB each"), met: metIf(large, each <= 60)})
	r.add(row{what: name + ": processor", ours: fmt.Sprintf("%.2f ms/s", now.perSecond.Seconds()*1000), beside: "all watched after " + seconds(now.up),
		bar: bar(large, "< 10 ms/s"), met: metIf(large, now.perSecond < 10*time.Millisecond)})
}

func (r *run) idleWith(h *host, n int) (now idling, err error) {
	now.accounts = n
	user := func(i int) string { return fmt.Sprintf("user%04d@home.example", i) }
	users := make([]string, n)
	for i := range users {
		users[i] = user(i)
	}
	s, err := servers.Start(servers.Options{Users: users, Dir: h.folder()})
	if err != nil {
		return now, err
	}
	h.Cleanup(func() { _ = s.Close() })
	p, err := newSetup(h, r.binary, s.Addr, s.CAFile, n, user).start(h)
	if err != nil {
		return now, err
	}
	for up := range n {
		// The name of the account is in the line, so each counts once: between
		// the first pass of the first and of the last there are heartbeats.
		if _, err := p.await("msg=watching", time.Minute); err != nil {
			return now, fmt.Errorf("after %d accounts: %w", up, err)
		}
	}
	now.up = time.Since(p.began)
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
