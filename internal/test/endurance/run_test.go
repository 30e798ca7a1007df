package endurance

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/process"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// run is one performance of a script.
type run struct {
	script
	*demo.Stage
	t      testing.TB
	ctx    context.Context
	server *servers.Server
	proxy  *servers.Proxy
	daemon *process.Process
	log    io.Writer // the daemon's; nil for nowhere
	disks  []disk
	faults *rand.Rand // nil: undisturbed
	count  map[string]int
	full   []time.Time // when a disk was

	ids     map[int]string       // of the applications
	answers map[int]time.Time    // when the company last wrote something that stops
	due     map[string]time.Time // when the user turns to a draft, by Message-ID
	todo    map[string]reaction
	nth     map[string]int // how many drafts to one person under one subject came so far
	edited  map[uint32]string
}

func perform(t testing.TB, s script, server *servers.Server, user string, disturbed bool) *run {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Minute)
	t.Cleanup(cancel)
	r := &run{script: s, t: t, ctx: ctx, server: server, count: map[string]int{}, ids: map[int]string{}, answers: map[int]time.Time{},
		due: map[string]time.Time{}, todo: map[string]reaction{}, nth: map[string]int{}, edited: map[uint32]string{}}
	o := demo.Options{Server: server.Server, User: user, Dir: t.TempDir(), Start: s.start, Name: "Sam Winter"}
	if disturbed {
		r.faults = rand.New(rand.NewPCG(s.seed, 13))
		r.proxy = servers.NewProxy(t, server)
		r.disks = smallDisks(t, server, user, o.Dir)
	}
	if os.Getenv("AFTERWORD_TEST_LOG") != "" {
		r.log = os.Stderr
	}
	var err error
	if r.Stage, err = demo.New(ctx, o); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	r.launch("")
	r.play()
	r.must(r.StopDaemon())
	return r
}

// launch starts the daemon, which kills itself at a step; "" for never.
func (r *run) launch(step string) {
	r.t.Helper()
	d, err := process.Start(r.ctx, r.Stage, process.Options{Proxy: r.proxy, Log: r.log, Step: step})
	r.must(err)
	r.daemon = d
}

func (r *run) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatalf("seed %d, %s: %v", r.seed, r.Now().Format(time.DateTime), err)
	}
}

// play goes through the days: what happens, then what the daemon makes of it,
// then what the user does.
func (r *run) play() {
	events := r.events
	for day := r.start; day.Before(r.end); day = day.AddDate(0, 0, 1) {
		for _, hour := range []int{9, 12, 15, 18} {
			now := time.Date(day.Year(), day.Month(), day.Day(), hour, 1, 0, 0, r.zone)
			for len(events) > 0 && !events[0].at.After(now) {
				r.happen(events[0])
				events = events[1:]
			}
			r.step(now)
		}
	}
}

func (r *run) happen(e event) {
	r.At(e.at)
	switch {
	case e.add != nil:
		id, err := r.Store.NewApplication(r.ctx, "work", *e.add, e.at)
		r.must(err)
		r.ids[e.app] = id
	case e.say != nil:
		r.must(r.Arrive(*e.say))
		if e.stops {
			r.answers[e.app] = e.at
		}
	}
}

// step brings the clock to now, with a fault perhaps, and lets the user act.
func (r *run) step(now time.Time) {
	fault := r.disturb(now)
	r.At(now)
	r.must(r.Settle(r.ctx))
	r.look(now, fault)
	acted := r.act(now)
	if acted {
		// The user's doing is taken in a little later: a draft that is gone is
		// thrown away only if it stays away.
		r.must(r.Go(r.ctx, now.Add(5*time.Minute)))
		r.must(r.Go(r.ctx, now.Add(10*time.Minute)))
	}
}

// disturb makes a fault happen, and ends it.
func (r *run) disturb(now time.Time) string {
	if r.faults == nil || r.faults.IntN(4) != 0 {
		return ""
	}
	switch n := r.faults.IntN(10); n {
	case 0:
		r.daemon.Kill()
		r.launch("")
		return r.noted("daemon killed")
	case 1, 2:
		// Killed at a step of placing, if anything is placed just then.
		step := []string{"decided", "searched", "appended", "read", "recorded"}[r.faults.IntN(5)]
		r.daemon.Kill()
		r.At(now)
		r.launch(step)
		r.meet()
		dead := !r.daemon.Alive()
		r.daemon.Kill()
		r.launch("")
		if dead {
			return r.noted("daemon killed at " + step)
		}
		return r.noted("daemon killed")
	case 3:
		r.proxy.Cut(r.faults.IntN(2) == 0)
		return r.noted("connection cut")
	case 4:
		r.proxy.Once(servers.Client, `^\S+ APPEND`, servers.LoseAnswer())
		return r.noted("lost OK of APPEND")
	case 5:
		r.At(now.Add(-3 * time.Hour))
		r.must(r.Settle(r.ctx))
		return r.noted("clock set back")
	case 6:
		r.At(now)
		r.must(r.Settle(r.ctx))
		ahead := r.ahead(now)
		if ahead.IsZero() {
			return ""
		}
		r.At(ahead)
		r.must(r.Settle(r.ctx))
		return r.noted("clock set forward")
	case 7:
		if r.Server.Name == "embedded" {
			return "" // its mail is in memory
		}
		r.must(r.server.Kill())
		r.must(r.server.Restart())
		return r.noted("server killed")
	case 8:
		r.proxy.Once(servers.Client, `^\S+ UID (?:FETCH|SEARCH|MOVE)`, servers.Hang(true))
		return r.noted("connection cut in a command")
	default:
		if len(r.disks) == 0 {
			return ""
		}
		full := r.disks[r.faults.IntN(len(r.disks))]
		r.must(full.Fill())
		r.full = append(r.full, now)
		r.At(now)
		r.meet()
		r.must(full.Free())
		// What the server refused is tried again after a minute.
		r.At(now.Add(tried))
		r.must(r.Settle(r.ctx))
		return r.noted("disk full of " + full.whose)
	}
}

// tried is how long after a disk was full everything has been tried again.
const tried = 2 * time.Minute

// ahead is an instant some days after now, or zero: before anything is due, for what a
// clock that is wrong has the daemon do too early is not the daemon's fault.
func (r *run) ahead(now time.Time) time.Time {
	ahead := now.Add(time.Duration(1+r.faults.IntN(72)) * time.Hour)
	for _, id := range r.ids {
		_, plan, err := r.Application(r.ctx, id)
		r.must(err)
		if !plan.Next.IsZero() && !ahead.Before(plan.Next) {
			ahead = plan.Next.Add(-time.Second)
		}
	}
	if !ahead.After(now) {
		return time.Time{}
	}
	return ahead
}

// meet gives the daemon a moment to come upon a fault that lasts.
func (r *run) meet() {
	ctx, cancel := context.WithTimeout(r.ctx, 300*time.Millisecond)
	defer cancel()
	_ = r.Settle(ctx)
}

func (r *run) noted(fault string) string {
	r.count[fault]++
	return fault
}

// look checks what must hold at any time.
func (r *run) look(now time.Time, fault string) {
	drafts, err := r.Drafts()
	r.must(err)
	seen := map[string]bool{}
	for _, l := range drafts {
		key := l.To + "|" + l.Subject
		if seen[key] {
			r.t.Fatalf("seed %d, %s (%s): two drafts %q", r.seed, now.Format(time.DateTime), fault, key)
		}
		seen[key] = true
		if text, ok := r.edited[l.UID]; ok {
			if l.Text != text {
				r.t.Fatalf("seed %d, %s (%s): an edited draft was changed", r.seed, now.Format(time.DateTime), fault)
			}
			continue
		}
		app := r.appOf(l)
		if answered, ok := r.answers[app]; ok && strings.HasPrefix(l.Subject, "Follow-up:") && !r.resumesAfter(app, answered, now) {
			r.t.Fatalf("seed %d, %s (%s): a draft stands after the answer of %s: %q", r.seed, now.Format(time.DateTime), fault, answered.Format(time.DateTime), key)
		}
	}
	for uid := range r.edited {
		if !slices.ContainsFunc(drafts, func(l demo.Letter) bool { return l.UID == uid }) {
			r.t.Fatalf("seed %d, %s (%s): an edited draft is gone", r.seed, now.Format(time.DateTime), fault)
		}
	}
}

// resumesAfter reports whether check-ins may go on by now after an answer: five
// business days are at least seven days.
func (r *run) resumesAfter(_ int, answered, now time.Time) bool {
	return now.Sub(answered) > 3*24*time.Hour
}

func (r *run) appOf(l demo.Letter) int {
	var app int
	if _, domain, ok := strings.Cut(l.To, "@company"); ok {
		_, _ = fmt.Sscanf(domain, "%d", &app)
	}
	return app
}

// act lets the user turn to the drafts whose time has come.
func (r *run) act(now time.Time) (acted bool) {
	drafts, err := r.Drafts()
	r.must(err)
	slices.SortFunc(drafts, func(a, b demo.Letter) int { return strings.Compare(a.To+a.Subject, b.To+b.Subject) })
	for _, l := range drafts {
		if _, ok := r.edited[l.UID]; ok {
			continue
		}
		if _, known := r.due[l.MessageID]; !known {
			key := l.To + "|" + l.Subject
			todo := r.react(l, r.nth[key])
			r.nth[key]++
			r.todo[l.MessageID], r.due[l.MessageID] = todo, now.Add(todo.after)
			continue
		}
		if now.Before(r.due[l.MessageID]) {
			continue
		}
		todo := r.todo[l.MessageID]
		switch todo.what {
		case "send":
			_, err = r.Send(l, nil)
		case "reword":
			_, err = r.Send(l, func(s string) string { return strings.Replace(s, "\n\n", "\n\nI hope that you are well. ", 1) })
		case "delete":
			err = r.Discard(l)
		case "edit":
			err = r.edit(l)
		default:
			continue
		}
		r.must(err)
		acted = true
	}
	return acted
}

func (r *run) edit(l demo.Letter) error {
	text := l.Text + "\nP.S. In my own words.\n"
	if err := r.Edit(l, func(string) string { return text }); err != nil {
		return err
	}
	drafts, err := r.Drafts()
	for _, d := range drafts {
		if strings.Contains(d.Text, "In my own words.") {
			r.edited[d.UID] = d.Text
		}
	}
	return err
}

// outcome is what came of each application: every fact that mail brought or a
// draft made, without what is different in any two runs (Message-IDs, the minute).
func (r *run) outcome() map[string][]string {
	all := map[string][]string{}
	for _, id := range r.ids {
		facts, err := r.Store.Facts(r.ctx, id)
		r.must(err)
		for _, f := range facts {
			var line string
			switch w := f.What.(type) {
			case rules.Received:
				line = fmt.Sprintf("received %s %s", w.MessageID, w.Kind)
			case rules.Placed:
				line = fmt.Sprintf("placed %s on %s: %s", w.FollowUp, f.At.In(r.zone).Format(time.DateOnly), strings.Join(w.Sentences, " "))
			case rules.Delivered:
				line = fmt.Sprintf("sent %s on %s, %d words", w.FollowUp, f.At.In(r.zone).Format(time.DateOnly), w.Words)
			case rules.Edited:
				line = "edited " + w.FollowUp
			case rules.Discarded:
				line = "discarded " + w.FollowUp
			case rules.Removed:
				line = fmt.Sprintf("removed %s: %s", w.FollowUp, w.Why)
			case rules.Told:
				kind, _, _ := strings.Cut(w.Topic, "/")
				whileFull := func(at time.Time) bool { return !f.At.Before(at) && !f.At.After(at.Add(tried)) }
				if (kind == "held" || kind == "stuck") && slices.ContainsFunc(r.full, whileFull) {
					continue // the user is told of a full disk, which the other run does not have
				}
				line = "told " + kind
			default:
				continue
			}
			all[id] = append(all[id], line)
		}
		slices.Sort(all[id])
	}
	return all
}
