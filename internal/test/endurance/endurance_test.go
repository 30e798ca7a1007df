package endurance

import (
	"os"
	"slices"
	"testing"

	"afterword/internal/test/process"
	"afterword/internal/test/servers"
)

func TestMain(m *testing.M) {
	process.Child()
	os.Exit(m.Run())
}

// TestDisturbedYear: AFTERWORD_SEED replays a run, AFTERWORD_APPLICATIONS and
// AFTERWORD_DAYS make a long one.
func TestDisturbedYear(t *testing.T) {
	seed := uint64(servers.Number(t, "AFTERWORD_SEED", 20241))
	apps, days := servers.Number(t, "AFTERWORD_APPLICATIONS", 10), servers.Number(t, "AFTERWORD_DAYS", 75)
	for _, server := range []struct {
		name  string
		start func(servers.TB) *servers.Server
	}{
		{"embedded", servers.Embedded},
		{"dovecot", func(t servers.TB) *servers.Server { return servers.Dovecot(t, servers.Default) }},
	} {
		t.Run(server.name, func(t *testing.T) {
			t.Parallel() // they wait for their servers
			s := write(seed, apps, days)
			mail := server.start(t)
			t.Logf("seed %d, %d applications, %d days, %d events", seed, apps, days, len(s.events))
			calm := perform(t, s, mail, mail.Users[0], false)
			wild := perform(t, s, mail, mail.Users[1], true)
			t.Logf("faults: %v", wild.count)
			want, got := calm.outcome(), wild.outcome()
			placed := 0
			for id := range want {
				for _, line := range want[id] {
					if !slices.Contains(got[id], line) {
						t.Errorf("seed %d: %s lost: %s", seed, id, line)
					}
					placed++
				}
				for _, line := range got[id] {
					if !slices.Contains(want[id], line) {
						t.Errorf("seed %d: %s has more: %s", seed, id, line)
					}
				}
				if len(want[id]) != len(got[id]) {
					t.Errorf("seed %d: %s has %d facts, not %d", seed, id, len(got[id]), len(want[id]))
				}
			}
			t.Logf("%d facts compared", placed)
			if placed == 0 {
				t.Error("nothing happened")
			}
		})
	}
}
