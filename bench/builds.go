package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"time"

	"afterword/internal/test/servers"
)

// A candidate is one build of the program, and what its first starts took.
type candidate struct {
	binary string
	took   []time.Duration
	worked []time.Duration // its processor
	peak   int64           // KiB
}

// builds measures the first start of this build in turn with that of another one, which
// makes its own store: what a change of the program costs.
func (r *run) builds(h *host, s *servers.Server, user string, box mailbox) error {
	relay := newRelay(h, s.Addr, false)
	if _, _, err := rawFirst(relay.addr, s, user); err != nil { // fills the server's caches
		return err
	}
	relay.octets()
	list := []*candidate{{binary: r.binary}, {binary: r.before}}
	for i := range 2 * r.rounds {
		one := list[i%2]
		set := newSetup(h, one.binary, relay.addr, s.CAFile, 1, func(int) string { return user })
		if err := set.enter(); err != nil {
			return err
		}
		p, err := set.start(h)
		if err != nil {
			return err
		}
		done, err := p.await(upToDate, 10*time.Minute)
		if err != nil {
			return err
		}
		one.took = append(one.took, done.at.Sub(relay.since()))
		one.worked = append(one.worked, processor(p.cmd.Process.Pid))
		_, most := memory(p.cmd.Process.Pid)
		one.peak = max(one.peak, most)
		if err := p.stop(); err != nil {
			return err
		}
		relay.octets()
	}
	now, then := list[0], list[1]
	what := fmt.Sprintf("first start, %d messages, beside %s", box.messages, filepath.Base(then.binary))
	took, worked := over(median(now.took), median(then.took)), over(median(now.worked), median(then.worked))
	r.add(row{what: what + ": time", ours: seconds(median(now.took)), beside: seconds(median(then.took)), ratio: times(took), bar: "≤ 1.2×", met: met(took <= 1.2)})
	r.add(row{what: what + ": processor", ours: seconds(median(now.worked)), beside: seconds(median(then.worked)), ratio: times(worked)})
	r.add(row{what: what + ": peak memory", ours: fmt.Sprintf("%.1f MB", float64(now.peak)/1024), beside: fmt.Sprintf("%.1f MB", float64(then.peak)/1024), ratio: times(over(now.peak, then.peak)), bar: "≤ 45 MB", met: met(now.peak <= 45<<10)})
	return nil
}

// enter enters the tracked companies by the program's own command.
func (s *setup) enter() error {
	starts := time.Now().AddDate(0, 0, 5)
	for i := range tracked {
		cmd := exec.Command(s.binary, "--config", filepath.Join(s.dir, "config.toml"), "add", "--company", fmt.Sprintf("Tracked %03d", i), "--role", "Analyst", "--zone", "Europe/Berlin",
			"--contact", "Robin Reed <"+contactOf(i)+">", "--started", starts.Format("2006-01-02T15:04"), "--ended", starts.Add(time.Hour).Format("2006-01-02T15:04"))
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("add: %w: %s", err, out)
		}
	}
	return nil
}
