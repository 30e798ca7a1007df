package daemon_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// A filter of the user's moves recruiters' mail to another mailbox: what arrives
// there is as good as in the Inbox.
func TestWatchedMailbox(t *testing.T) {
	onEach(t, func(t *testing.T, server *servers.Server) {
		p := newPlay(t, server, "2024-11-15T15:00", func(o *demo.Options) {
			o.Adjust = func(c *config.Config) { c.Accounts[0].Mailboxes.Watch = []string{"Jobs"} }
		})
		p.must(server.CreateBox(p.User, "Jobs"))
		p.StartDaemon(p.ctx)
		id := p.add("2024-11-15T15:00", "2024-11-22")
		p.must(p.Settle(p.ctx))
		p.drafts(2)
		m := demo.Mail{From: robin, To: p.User, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe will make our decision by December 6, 2024.\n\nRobin", At: ny("2024-11-15T16:00")}
		p.must(server.Deliver(p.User, "Jobs", m.Raw(), nil, m.At))
		p.go_("2024-11-15T16:01")
		p.drafts(0)
		p.said(id, "Robin Hale wrote")
	})
}

// Over quota: the user is told, nothing is lost, and the draft comes as soon as
// there is room.
func TestDraftsOverQuota(t *testing.T) {
	server := servers.Dovecot(t, servers.Quota)
	p := newPlay(t, server, "2024-11-15T14:00", nil)
	big := demo.Mail{From: "News <news@paper.example>", To: p.User, Subject: "All of it", Text: strings.Repeat("words and words\n", 1000), At: ny("2024-11-14T10:00")}
	for server.Deliver(p.User, server.Boxes.Inbox, big.Raw(), nil, big.At) == nil {
	}
	big.Text = "few words\n"
	for server.Deliver(p.User, server.Boxes.Inbox, big.Raw(), nil, big.At) == nil {
	}
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.go_("2024-11-15T15:00")
	p.drafts(0)
	p.said(id, "over its quota")
	p.go_("2024-11-15T15:20")
	p.drafts(0)

	stored, err := server.Messages(p.User, server.Boxes.Inbox)
	p.must(err)
	var uids []uint32
	for _, m := range stored {
		uids = append(uids, m.UID)
	}
	p.must(server.Expunge(p.User, server.Boxes.Inbox, uids...))
	p.go_("2024-11-15T15:40")
	p.go_("2024-11-15T15:55")
	p.drafts(2)
}

// What a command changes, a running daemon acts on within two seconds: it looks
// at the store every half second.
func TestACommandTakesEffect(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	p.add("2024-11-15T15:00", "")
	for len(must(p.Drafts())) < 2 { // nobody kicks the daemon here
		p.must(p.ctx.Err())
		time.Sleep(10 * time.Millisecond)
	}
}

// The interview ends while the daemon waits: it wakes up by itself.
func TestTheInterviewEnds(t *testing.T) {
	began := time.Now()
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) {
		o.Clock = func() time.Time { return ny("2024-11-15T15:00").Add(time.Since(began)) }
	})
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:01", "")
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	d := a.Facts[0].What.(rules.Described)
	d.Interviews = slices.Clone(d.Interviews)
	d.Interviews[0].End = p.Now().Add(2 * time.Second)
	_, err = p.Store.AddFacts(p.ctx, id, rules.Fact{Key: "user/2", At: p.Now(), What: d})
	p.must(err)
	for len(must(p.Drafts())) < 2 { // nobody kicks the daemon here
		p.must(p.ctx.Err())
		time.Sleep(10 * time.Millisecond)
	}
	t.Logf("both stand after %v", time.Since(began))
}
