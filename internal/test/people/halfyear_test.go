package people

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/test/servers"
)

// The half-years by hand: from which seed on, how many, in how many processes.
const (
	seedVar      = "AFTERWORD_PEOPLE_SEED"
	yearsVar     = "AFTERWORD_PEOPLE_YEARS"
	processesVar = "AFTERWORD_PEOPLE_PROCESSES"
	// shortenVar is how long a breach is shortened; "0s" for not at all.
	shortenVar = "AFTERWORD_PEOPLE_SHORTEN"
)

// TestHalfYears plays random lives. A breach is printed with its seed and shortened.
func TestHalfYears(t *testing.T) {
	seed, years := servers.Number(t, seedVar, 1), servers.Number(t, yearsVar, 6)
	if n := servers.Number(t, processesVar, 1); n > 1 {
		spread(t, seed, years, n)
		return
	}
	for one := range years {
		t.Run(fmt.Sprintf("seed %d", seed+one), func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			y := write(uint64(seed+one), played())
			found, w := y.run(t, nil)
			t.Logf("seed %d: %d applications, %d events, %d drafts seen, %v", y.seed, len(w.cast), len(w.played), w.oracle.Seen(), time.Since(began).Round(time.Millisecond))
			if len(found) > 0 {
				t.Errorf("seed %d: %s", y.seed, strings.Join(found, "\n"))
				y.shorten(t, w)
			}
		})
	}
}

// run plays the half-year without what is dropped.
func (y *year) run(t *testing.T, without map[string]bool) (found []string, w *world) {
	t.Helper()
	apart(t, func(t *testing.T) {
		w = newWorld(t, y.start, func(c *config.Config) { c.Accounts = c.Accounts[:y.accounts] })
		w.plays(func(w *world) { y.perform(w, without) })
		if found = w.breaches(); len(found) > 0 {
			w.decided()
		}
		w.must(w.Close())
	})
	return found, w
}

// shorten drops what can be dropped while something is still wrong, and prints the
// diary of what is left.
func (y *year) shorten(t *testing.T, w *world) {
	t.Helper()
	without, last := map[string]bool{}, w
	rule := w.rule()
	patience := time.Minute
	if s := os.Getenv(shortenVar); s != "" {
		var err error
		if patience, err = time.ParseDuration(s); err != nil {
			t.Fatalf("%s: %v", shortenVar, err)
		}
	}
	until := time.Now().Add(patience)
	for again := true; again && time.Now().Before(until); {
		again = false
		for _, name := range last.played {
			if without[name] || time.Now().After(until) {
				continue
			}
			without[name] = true
			if found, shorter := y.run(t, without); len(found) > 0 && shorter.rule() == rule {
				last, again = shorter, true
				continue
			}
			delete(without, name)
		}
	}
	t.Logf("seed %d, shortened to:\n%s\n%s", y.seed, strings.Join(last.played, "\n"), last.story())
}

// rule names what was broken first.
func (w *world) rule() string {
	if len(w.oracle.Breaches) > 0 {
		return w.oracle.Breaches[0].Rule
	}
	return ""
}

// spread plays the half-years in several processes.
func spread(t *testing.T, seed, years, n int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for i := range n {
		from, to := seed+i*years/n, seed+(i+1)*years/n
		group.Go(func() {
			cmd := exec.CommandContext(t.Context(), self, "-test.run=^TestHalfYears$", "-test.timeout=0", "-test.parallel=1", "-test.v")
			cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d", seedVar, from), fmt.Sprintf("%s=%d", yearsVar, to-from), processesVar+"=1")
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Errorf("seeds %d to %d: %v\n%s", from, to-1, err, out)
				return
			}
			t.Logf("seeds %d to %d: no breach", from, to-1)
		})
	}
	group.Wait()
}
