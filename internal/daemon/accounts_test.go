package daemon_test

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/demo"
	"afterword/internal/store"
	"afterword/internal/test/servers"
)

// One account that cannot log in does not disturb the other, and says since when
// it is blind; the user is told after a while.
func TestOneAccountIsBlind(t *testing.T) {
	told := make(chan daemon.Notification, 10)
	began := time.Now()
	var ahead atomic.Int64
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) {
		o.Clock = func() time.Time {
			return ny("2024-11-15T15:00").Add(time.Since(began) + time.Duration(ahead.Load()))
		}
		o.Adjust = func(c *config.Config) {
			other := c.Accounts[0]
			other.Name, other.Address = "other", "nobody@home.example"
			c.Accounts = append([]config.Account{other}, c.Accounts...)
			c.Daemon.BlindAfter = config.Duration(time.Nanosecond)
		}
		o.Notify = func(n daemon.Notification) {
			if strings.Contains(n.Title, "cannot read") {
				told <- n
			}
		}
	})
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "")
	// An answer may lie there: the drafts wait, and he is told until when.
	for waits := false; !waits; {
		p.must(p.ctx.Err())
		time.Sleep(10 * time.Millisecond)
		entries, err := p.Store.Entries(p.ctx, id, 0)
		p.must(err)
		waits = slices.ContainsFunc(entries, func(e store.Entry) bool {
			return strings.Contains(e.What, "waits, because other cannot be read") && strings.Contains(e.What, "it is placed at ")
		})
	}
	p.drafts(0)
	ahead.Store(int64(2 * time.Hour))
	p.Kick()
	for len(must(p.Drafts())) < 2 {
		p.must(p.ctx.Err())
		time.Sleep(10 * time.Millisecond)
	}
	p.said(id, "is placed although other cannot be read")
	select {
	case n := <-told:
		if !strings.Contains(n.Text, "nobody@home.example has not been read since") || !strings.Contains(n.Text, "password") {
			t.Errorf("told %q", n.Text)
		}
	case <-p.ctx.Done():
		t.Fatal("the user is not told")
	}
	blind, err := p.Store.Health(p.ctx, "other")
	p.must(err)
	if blind.BlindSince.Before(ny("2024-11-15T15:00")) || !strings.Contains(daemon.HealthLine(blind), "not read since") {
		t.Errorf("%+v", blind)
	}
	fine, err := p.Store.Health(p.ctx, "work")
	p.must(err)
	if !fine.BlindSince.IsZero() || fine.LastRead.IsZero() {
		t.Errorf("%+v", fine)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A mailbox whose UIDs mean something else by now: nothing is placed twice, and
// the drafts are still known as untouched.
func TestUIDValidityChanges(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	for _, l := range p.drafts(2) {
		p.must(p.Server.Deliver(p.User, "Archive", l.Raw, l.Flags, p.Now()))
	}
	p.must(p.StopDaemon())
	p.must(p.Server.DeleteBox(p.User, "Drafts"))
	p.must(p.Server.RenameBox(p.User, "Archive", "Drafts"))
	p.StartDaemon(p.ctx)
	p.go_("2024-11-15T15:05")
	p.go_("2024-11-15T15:10")
	p.drafts(2)
	// Known as untouched: an answer withdraws them.
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe will make our decision by December 6, 2024.\n\nRobin"}))
	p.go_("2024-11-15T16:00")
	p.drafts(0)
	p.said(id, "moved to Trash")
}
