package main

import (
	"fmt"
	"time"

	"afterword/internal/mailtest"
	"afterword/internal/store"
	"afterword/rules"
)

// due is how many applications have news in a rule check.
const due = 10

// rules measures a rule check with ten applications that have to be looked at,
// among ever more that have not.
func (r *run) rules(h *host) error {
	s, err := mailtest.Start(mailtest.Options{Dir: h.folder()})
	if err != nil {
		return err
	}
	h.Cleanup(func() { _ = s.Close() })
	var least time.Duration
	for _, n := range r.applications {
		took, resident, err := r.checkOf(h, s, n)
		if err != nil {
			return fmt.Errorf("%d applications: %w", n, err)
		}
		if least == 0 {
			least = took
		}
		ratio := over(took, least)
		r.add(row{what: fmt.Sprintf("rule check, %d due of %d applications", due, n), ours: ms(took), beside: fmt.Sprintf("memory %.0f MB", float64(resident)/1024),
			ratio: times(ratio), bar: "grows with what is due", met: met(ratio < 2)})
	}
	return nil
}

func (r *run) checkOf(h *host, s *mailtest.Server, n int) (time.Duration, int64, error) {
	now := time.Now()
	user := s.Users[0]
	set := newSetup(h, r.binary, s.Addr, s.CAFile, 1, func(int) string { return user })
	var ids []string
	err := set.fill(r.ctx, func(st *store.Store) error {
		var err error
		ids, err = stock(r, st, n, now)
		return err
	})
	if err != nil {
		return 0, 0, err
	}
	p, err := set.start(h)
	if err != nil {
		return 0, 0, err
	}
	if _, err := p.await(upToDate, 5*time.Minute); err != nil {
		return 0, 0, err
	}
	var took []time.Duration
	for round := range 5 * r.rounds {
		err := set.fill(r.ctx, func(st *store.Store) error {
			for i := range due {
				f := rules.Fact{Key: fmt.Sprintf("told/bench-%d", round), At: time.Now(), What: rules.Told{Topic: fmt.Sprintf("bench-%d", round)}}
				if _, err := st.AddFacts(r.ctx, ids[i*len(ids)/due], f); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return 0, 0, err
		}
		began, err := p.await("msg=awake", 10*time.Second)
		if err != nil {
			return 0, 0, err
		}
		done, err := p.await(upToDate, time.Minute)
		if err != nil {
			return 0, 0, err
		}
		took = append(took, done.at.Sub(began.at))
		time.Sleep(700 * time.Millisecond) // past what the store is asked anyway
	}
	resident, _ := memory(p.cmd.Process.Pid)
	return median(took), resident, p.stop()
}

// stock enters n applications that were looked up, whose next date is far away.
func stock(r *run, st *store.Store, n int, now time.Time) ([]string, error) {
	if err := known(r.ctx, st, n, now); err != nil {
		return nil, err
	}
	apps, err := st.Applications(r.ctx, account(0))
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, n)
	for _, a := range apps {
		ids = append(ids, a.ID)
		f := rules.Fact{Key: "looked-back/bench", At: now.Add(time.Second), What: rules.LookedBack{Since: rules.DateOf(now)}}
		if _, err := st.AddFacts(r.ctx, a.ID, f); err != nil {
			return nil, err
		}
		if err := st.SetNext(r.ctx, a.ID, 2, now.AddDate(0, 0, 5)); err != nil {
			return nil, err
		}
	}
	return ids, nil
}
