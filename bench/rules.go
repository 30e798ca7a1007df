package main

import (
	"errors"
	"fmt"
	"time"

	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// due is how many applications have news in a rule check.
const due = 10

// rules measures a rule check with ten applications that have to be looked at,
// among ever more that have not, and what a start and a reply cost with so many.
func (r *run) rules(h *host) error {
	s, err := servers.Start(servers.Options{Dir: h.folder()})
	if err != nil {
		return err
	}
	h.Cleanup(func() { _ = s.Close() })
	var least check
	for _, n := range r.applications {
		c, err := r.checkOf(h, s, n)
		if err != nil {
			return fmt.Errorf("%d applications: %w", n, err)
		}
		if least.stored == 0 {
			least = c
		}
		if c.stored == least.stored {
			r.leastRows(c)
			continue
		}
		ratio := over(c.took, least.took)
		r.add(row{what: fmt.Sprintf("rule check, %d due of %d stored", due, c.stored), ours: fmt.Sprintf("%s, processor %s", ms(c.took), ms(c.processor)),
			beside: fmt.Sprintf("of %d stored %s, processor %s", least.stored, ms(least.took), ms(least.processor)),
			ratio:  times(ratio), bar: "< 2×", met: met(ratio < 2)})
		r.add(row{what: fmt.Sprintf("a reply to one of %d stored: delivered to knowing", c.stored), ours: ms(c.knowing),
			beside: fmt.Sprintf("of %d stored %s", least.stored, ms(least.knowing)), ratio: times(over(c.knowing, least.knowing))})
		r.add(row{what: fmt.Sprintf("start with %d stored, none due: until the end of the first pass", c.stored),
			ours: c.started(), beside: fmt.Sprintf("with %d stored %s", least.stored, least.started()), ratio: times(over(c.start, least.start))})
	}
	return nil
}

// leastRows are those of the fewest applications, which the others stand beside:
// they stand beside what has no applications at all.
func (r *run) leastRows(c check) {
	r.add(row{what: fmt.Sprintf("rule check, %d due of %d stored", due, c.stored), ours: fmt.Sprintf("%s, processor %s", ms(c.took), ms(c.processor)),
		beside: "a bare durable write " + ms(c.write), ratio: times(over(c.took, c.write))})
	r.add(row{what: fmt.Sprintf("a reply to one of %d stored: delivered to knowing", c.stored), ours: ms(c.knowing),
		beside: "raw, delivered and read " + ms(c.read), ratio: times(over(c.knowing, c.read))})
	r.add(row{what: fmt.Sprintf("start with %d stored, none due: until the end of the first pass", c.stored), ours: c.started(),
		beside: "afterword version " + ms(c.version), ratio: times(over(c.start, c.version))})
}

// A check is what was measured with one number of stored applications.
type check struct {
	stored                int           // counted in the store
	took, processor       time.Duration // of a rule check: from waking to the end of the pass
	knowing               time.Duration // from delivering a reply to knowing whose it is
	start, startProcessor time.Duration // from the start of the process to the end of the first pass
	resident              int64         // KiB, after the checks

	// Measured between these: a commit of bare SQLite, a message delivered and read
	// in the raw protocol, and a command that opens nothing.
	write, read, version time.Duration
}

func (c check) started() string {
	return fmt.Sprintf("%s, processor %s, %.0f MB", seconds(c.start), seconds(c.startProcessor), float64(c.resident)/1024)
}

func (r *run) checkOf(h *host, s *servers.Server, n int) (c check, err error) {
	user := s.Users[0]
	set := newSetup(h, r.binary, s.Addr, s.CAFile, 1, func(int) string { return user })
	var ids []string
	err = set.fill(r.ctx, func(st *store.Store) error {
		var err error
		ids, err = stock(r, st, n, time.Now())
		return err
	})
	if err != nil {
		return c, err
	}
	if c.stored = len(ids); c.stored < due {
		return c, fmt.Errorf("there are fewer than the %d that are to be due", due)
	}
	p, err := set.start(h)
	if err != nil {
		return c, err
	}
	pid := p.cmd.Process.Pid
	first, err := p.await(upToDate, 20*time.Minute)
	if err != nil {
		return c, err
	}
	c.start, c.startProcessor = first.at.Sub(p.began), processor(pid)
	bare, err := newDisk(h)
	if err != nil {
		return c, err
	}
	var took, used, versions []time.Duration
	for round := range 5 * r.rounds {
		// Past what the store is asked anyway, and what the last round left behind.
		time.Sleep(700 * time.Millisecond)
		p.pass(upToDate)
		before := processor(pid)
		if err := set.fill(r.ctx, func(st *store.Store) error { return news(r, st, ids, round) }); err != nil {
			return c, err
		}
		began, err := p.await("msg=awake", 10*time.Second)
		if err != nil {
			return c, err
		}
		done, err := p.await(upToDate, time.Minute)
		if err != nil {
			return c, err
		}
		used = append(used, processor(pid)-before)
		took = append(took, done.at.Sub(began.at))
		// Each of them was looked at, or it was not the check of all.
		if err := set.fill(r.ctx, func(st *store.Store) error { return dueAre(r, st, 0) }); err != nil {
			return c, fmt.Errorf("after check %d: %w", round, err)
		}
		version, err := set.command("version")
		if err := errors.Join(err, bare.write(r.ctx)); err != nil {
			return c, err
		}
		versions = append(versions, version.took)
	}
	c.took, c.processor = median(took), median(used)
	c.write, c.version = median(bare.took), median(versions)
	if c.knowing, c.read, err = r.repliesTo(s, user, p); err != nil {
		return c, err
	}
	c.resident, _ = memory(pid)
	return c, p.stop()
}

// repliesTo delivers replies and measures each from the command that delivers it to
// knowing of it, and what the raw protocol needs to deliver one and read it.
func (r *run) repliesTo(s *servers.Server, user string, p *program) (knowing, read time.Duration, err error) {
	k, err := open(s.Addr, s.CA, user)
	if err != nil {
		return 0, 0, err
	}
	defer k.close()
	var took, raws []time.Duration
	for i := range 3*r.rounds + 1 {
		time.Sleep(300 * time.Millisecond)
		p.pass(upToDate)
		began := time.Now()
		if err := k.append("INBOX", "", reply(contactOf(i%due), token(i), time.Now())); err != nil {
			return 0, 0, err
		}
		knew, err := p.await(token(i), time.Minute)
		if err != nil {
			return 0, 0, err
		}
		ours := knew.at.Sub(began)
		if _, err := p.await(upToDate, time.Minute); err != nil {
			return 0, 0, err
		}
		began = time.Now()
		message := reply("nobody@elsewhere.example", token(i), time.Now())
		if err := errors.Join(k.append(s.Boxes.Archive, "", message), k.do(nil, "EXAMINE %q", s.Boxes.Archive), k.do(nil, "FETCH * (UID BODY.PEEK[])")); err != nil {
			return 0, 0, err
		}
		if i > 0 { // the first one finds nothing warm
			took, raws = append(took, ours), append(raws, time.Since(began))
		}
	}
	return median(took), median(raws), nil
}

// stock enters n applications that were looked up, whose next date is far away.
func stock(r *run, st *store.Store, n int, now time.Time) ([]string, error) {
	told := make([]rules.Described, n)
	for i := range told {
		told[i] = describe(i, now)
	}
	ids, err := st.NewApplications(r.ctx, account(0), told, now)
	if err != nil {
		return nil, err
	}
	facts, next := make([]store.MailFact, n), make([]store.Next, n)
	for i, id := range ids {
		facts[i] = store.MailFact{Application: id, Fact: rules.Fact{Key: "looked-back/bench", At: now.Add(time.Second), What: rules.LookedBack{Since: rules.DateOf(now)}}}
		next[i] = store.Next{Application: id, Facts: 2, At: now.AddDate(0, 0, 5)}
	}
	if err := atOnce(r, st, facts); err != nil {
		return nil, err
	}
	if err := st.SetNexts(r.ctx, next); err != nil {
		return nil, err
	}
	apps, err := st.Applications(r.ctx, account(0))
	if err == nil && len(apps) != n {
		err = fmt.Errorf("%d applications are stored, not %d", len(apps), n)
	}
	return ids, errors.Join(err, dueAre(r, st, 0))
}

// news brings a fact that changes no plan to ten applications, all over the store.
func news(r *run, st *store.Store, ids []string, round int) error {
	topic := fmt.Sprintf("bench-%d", round)
	var facts []store.MailFact
	for i := range due {
		facts = append(facts, store.MailFact{Application: ids[i*len(ids)/due], Fact: rules.Fact{Key: "told/" + topic, At: time.Now(), What: rules.Told{Topic: topic}}})
	}
	return atOnce(r, st, facts)
}

// atOnce stores facts in one transaction, so that one check sees them all.
func atOnce(r *run, st *store.Store, facts []store.MailFact) error {
	return st.SaveMail(r.ctx, store.Mail{Cursor: store.Cursor{Account: account(0), Mailbox: "bench"}, Facts: facts})
}

// dueAre makes sure of how many applications are due.
func dueAre(r *run, st *store.Store, want int) error {
	ids, err := st.Due(r.ctx, account(0), time.Now())
	if err == nil && len(ids) != want {
		err = fmt.Errorf("%d applications are due, not %d", len(ids), want)
	}
	return err
}
