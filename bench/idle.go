package main

import (
	"fmt"
	"time"

	"afterword/internal/mailtest"
)

// idle measures what accounts cost in which nothing happens, all in one process.
func (r *run) idle(*host) error {
	for _, n := range r.accounts {
		if err := with(func(h *host) error { return r.idleWith(h, n) }); err != nil {
			return fmt.Errorf("%d accounts: %w", n, err)
		}
	}
	return nil
}

func (r *run) idleWith(h *host, n int) error {
	user := func(i int) string { return fmt.Sprintf("user%04d@home.example", i) }
	users := make([]string, n)
	for i := range users {
		users[i] = user(i)
	}
	s, err := mailtest.Start(mailtest.Options{Users: users, Dir: h.folder()})
	if err != nil {
		return err
	}
	h.Cleanup(func() { _ = s.Close() })
	p, err := newSetup(h, r.binary, s.Addr, s.CAFile, n, user).start(h)
	if err != nil {
		return err
	}
	for up := 0; up < n; up++ {
		// The name of the account is in the line, so each counts once: between
		// the first pass of the first and of the last there are heartbeats.
		if _, err := p.await("msg=watching", time.Minute); err != nil {
			return fmt.Errorf("after %d accounts: %w", up, err)
		}
	}
	started := time.Since(p.began)
	go func() {
		for range p.lines {
		}
	}()
	time.Sleep(15 * time.Second) // what the start left behind goes back
	pid := p.cmd.Process.Pid
	before, from := processor(pid), time.Now()
	time.Sleep(max(r.idleFor, time.Minute)) // a heartbeat is within
	used := processor(pid) - before
	perSecond := float64(used.Microseconds()) / 1000 / time.Since(from).Seconds()
	now, peak := memory(pid)
	name := fmt.Sprintf("idle, %d accounts", n)
	each := float64(now) / float64(n)
	large := n >= 1000
	r.add(row{what: name + ": memory", ours: fmt.Sprintf("%.1f MB, %.0f KB each (peak %.1f MB)", float64(now)/1024, each, float64(peak)/1024), bar: bar(large, "≤ 60 KB each"), met: metIf(large, each <= 60)})
	r.add(row{what: name + ": processor", ours: fmt.Sprintf("%.2f ms/s", perSecond), beside: "all watched after " + seconds(started), bar: bar(large, "< 10 ms/s"), met: metIf(large, perSecond < 10)})
	return p.cmd.Process.Kill()
}
