package daemon_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// journal is what the daemon says, line by line.
type journal struct {
	mu   sync.Mutex
	text strings.Builder
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

// count returns how many lines have all the words.
func (j *journal) count(words ...string) (n int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for line := range strings.Lines(j.text.String()) {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(line, w) }) {
			n++
		}
	}
	return n
}

// changed has the daemon work by a config that differs from the one before, and waits
// until it does.
func (p *play) changed(j *journal, change func(*config.Config)) {
	p.t.Helper()
	c := *p.Config
	c.Accounts = slices.Clone(c.Accounts)
	change(&c)
	before := j.count("is taken up")
	p.must(p.Change(p.ctx, &c))
	p.eventually("the change", func() bool { return j.count("is taken up") > before })
	p.must(p.Settle(p.ctx))
}

// An account comes, is changed and goes while the daemon runs. The other goes on with
// its connection; nothing is placed twice, and nothing is forgotten.
func TestAccountsComeAndGo(t *testing.T) {
	j := &journal{}
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) { o.Log = j })
	home := p.Server.Users[1]
	p.StartDaemon(p.ctx)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.must(p.Settle(p.ctx))
	p.drafts(2)

	// It comes, and an answer in it counts for the application that was there before.
	p.changed(j, func(c *config.Config) {
		c.Accounts = append(c.Accounts, demo.Account(home, "Sam Winter"))
		c.Accounts[1].Name = "home"
	})
	p.eventually("the look at its past", func() bool { return p.facts(id, "looked-back") == 2 })
	p.drafts(2)
	m := demo.Mail{From: robin, To: home, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe will be in touch.\n\nRobin", At: p.Now()}
	p.must(p.Server.Deliver(home, "INBOX", m.Raw(), nil, m.At))
	p.eventually("no draft", func() bool { return len(must(p.Drafts())) == 0 })

	// It is changed, the other is not: one connection is made anew.
	p.changed(j, func(c *config.Config) { c.Accounts[1].Mailboxes.Skip = []string{"Lists"} })
	if work, all := j.count("msg=watching", "account=work"), j.count("msg=watching", "account=home"); work != 1 || all != 2 {
		t.Errorf("work began %d times, home %d times", work, all)
	}

	// It is the user's own address: what he writes from there is his.
	p.At(ny("2024-11-15T16:00"))
	own := demo.Mail{From: "Sam <" + home + ">", To: ngozi, Subject: "Thanks", Text: "Hi,\n\nthank you for today.\n\nSam", At: p.Now()}
	p.must(p.Server.Deliver(home, "Sent", own.Raw(), []string{`\Seen`}, own.At))
	p.eventually("his letter", func() bool { return p.facts(id, "delivered") == 1 })

	// It goes, and nobody waits for it.
	p.changed(j, func(c *config.Config) { c.Accounts = c.Accounts[:1] })
	second := p.add("2024-11-15T16:00", "2024-11-29")
	p.go_("2024-11-15T16:30")
	if n := p.facts(second, "placed"); n == 0 {
		t.Errorf("%s has no draft: %+v", second, must(p.Drafts()))
	}
	if n := j.count("msg=watching", "account=work"); n != 1 {
		t.Errorf("work began %d times", n)
	}
	if n := p.facts(id, "placed"); n != 2 {
		t.Errorf("%d drafts were placed, want 2", n)
	}
}

// What concerns all accounts is taken up by all, in the middle of their work, and no
// draft is lost or placed twice by it.
func TestChangesInTheMiddle(t *testing.T) {
	j := &journal{}
	p := newPlay(t, servers.Embedded(t), "2024-11-15T14:59", func(o *demo.Options) {
		twoAccounts(o)
		o.Log = j
	})
	p.StartDaemon(p.ctx)
	var ids []string
	for _, ended := range []string{"2024-11-15T15:00", "2024-11-14T11:00", "2024-11-13T09:00"} {
		n := contact("Dr. Ngozi Okafor <ngozi@firm"+ended[9:10]+".example>", rules.Interviewer)
		id, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Firm " + ended[9:10], Role: "Senior Analyst", Zone: "America/New_York",
			Contacts: []rules.Contact{n}, Interviews: []rules.Interview{{ID: "1", End: ny(ended), Interviewers: []string{n.Key()}}}}, p.Now())
		p.must(err)
		ids = append(ids, id)
	}
	p.At(ny("2024-11-15T15:00"))
	for n := range 12 {
		c := *p.Config
		c.Rules.LateDays = 3 + n%2
		said := j.count()
		p.must(p.Change(p.ctx, &c))
		// At another place each time: both accounts say that they are watched.
		p.eventually("something", func() bool { return j.count() >= said+n%3 })
	}
	p.eventually("the drafts", func() bool { return len(must(p.Drafts())) == len(ids) })
	p.must(p.Settle(p.ctx))
	p.drafts(len(ids))
	for _, id := range ids {
		if n := p.facts(id, "placed"); n != 1 {
			t.Errorf("%s: %d drafts were placed", id, n)
		}
	}
}

// The user gives his account a name while the daemon runs: its applications go with it.
func TestAccountIsNamed(t *testing.T) {
	j := &journal{}
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", func(o *demo.Options) {
		o.Log = j
		o.Adjust = func(c *config.Config) { c.Accounts[0].Name = c.Accounts[0].Address }
	})
	p.StartDaemon(p.ctx)
	c := contact(ngozi, rules.Interviewer)
	id, err := p.Store.NewApplication(p.ctx, p.User, rules.Described{Company: "Acme", Role: "Senior Analyst", Zone: "America/New_York",
		Contacts: []rules.Contact{c}, Interviews: []rules.Interview{{ID: "1", End: ny("2024-11-15T15:00"), Interviewers: []string{c.Key()}}}}, p.Now())
	p.must(err)
	p.must(p.Settle(p.ctx))
	p.drafts(1)
	p.changed(j, func(c *config.Config) { c.Accounts[0].Name = "named" })
	p.go_("2024-11-15T15:30")
	p.drafts(1)
	if n := p.facts(id, "placed"); n != 1 {
		t.Errorf("%d drafts were placed", n)
	}
	p.must(p.Arrive(demo.Mail{From: ngozi, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe will be in touch.\n\nNgozi"}))
	p.go_("2024-11-15T16:00")
	p.drafts(0)
}

// What a worker reads of the settings is what holds now, not what held at the start.
func TestNobodyReadsTheStart(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	start := regexp.MustCompile(`\.d\.(Config|Texts|Rewrite|Opinion)\b`)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := start.Find(text); m != nil && name != "roster_test.go" {
			t.Errorf("%s reads %s: ask w.d.standing()", name, m)
		}
	}
}
