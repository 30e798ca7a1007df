package daemon_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"afterword/internal/daemon"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// A draft that was written anew is no news, whatever was corrected; one that was taken
// back and comes later stands there again, and who joined gets a letter of his own.
func TestWhatIsToldOfADraft(t *testing.T) {
	var mu sync.Mutex
	var told []string
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", func(o *demo.Options) {
		o.Notify = func(n daemon.Notification) {
			mu.Lock()
			defer mu.Unlock()
			if strings.Contains(n.Text, "stands in") {
				told = append(told, n.Text)
			}
		}
	})
	news := func(when string, want ...string) {
		t.Helper()
		mu.Lock()
		defer mu.Unlock()
		slices.Sort(told)
		if !slices.Equal(told, want) {
			t.Errorf("%s: told %q, want %q", when, told, want)
		}
		told = nil
	}
	const toNgozi, toTomas = "a draft of thank-you to Dr. Ngozi Okafor stands in Drafts", "a draft of thank-you to Tomás Rivera stands in Drafts"
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	news("at first", toNgozi, toTomas)

	readdress := func(d *rules.Described, address string) {
		i := slices.IndexFunc(d.Contacts, func(c rules.Contact) bool { return strings.HasPrefix(c.Name, "Tom") })
		old := d.Contacts[i].Key()
		d.Contacts[i].Address = address
		d.Interviews[0].Interviewers[slices.Index(d.Interviews[0].Interviewers, old)] = address
	}
	for _, one := range []struct {
		at, what string
		do       func(*rules.Described)
	}{
		{"2024-11-15T15:20", "role", func(d *rules.Described) { d.Role = "Lead Analyst" }},
		{"2024-11-15T18:20", "role, hours later", func(d *rules.Described) { d.Role = "Data Engineer" }},
		{"2024-11-15T21:20", "address", func(d *rules.Described) { readdress(d, "rivera@acme.example") }},
		{"2024-11-19T10:20", "address, overdue", func(d *rules.Described) { readdress(d, "t.rivera@acme.example") }},
	} {
		before := p.facts(id, "removed")
		p.At(ny(one.at))
		p.tell(id, one.do)
		p.drafts(2)
		if p.facts(id, "removed") == before {
			t.Errorf("%s: nothing was written anew", one.what)
		}
		news(one.what)
	}

	p.At(ny("2024-11-19T11:20"))
	p.tell(id, func(d *rules.Described) {
		readdress(d, "tomas.rivera@acme.example")
		d.Contacts = append(d.Contacts, contact("Ada Stone <ada@acme.example>", rules.Interviewer))
		d.Interviews[0].Interviewers = append(d.Interviews[0].Interviewers, "ada@acme.example")
		d.Interviews[0].End = ny("2024-11-19T11:00")
	})
	mu.Lock()
	if !slices.Contains(told, "a draft of thank-you to Ada Stone stands in Drafts") {
		t.Errorf("of her who joined as an address was corrected: told %q", told)
	}
	told = nil
	mu.Unlock()
}

// What was taken back for a doubt and comes later is told as such, within the hour too.
func TestADraftThatStandsAgain(t *testing.T) {
	var mu sync.Mutex
	var told []string
	p := newPlay(t, servers.Embedded(t), "2024-11-26T10:00", func(o *demo.Options) {
		o.Notify = func(n daemon.Notification) {
			mu.Lock()
			defer mu.Unlock()
			if strings.Contains(n.Text, "check-in 1") {
				told = append(told, n.Text)
			}
		}
	})
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	say := func(key string, what rules.What) {
		_, err := p.Store.AddFacts(p.ctx, id, rules.Fact{Key: key, At: p.Now(), What: what})
		p.must(err)
	}
	say("hinted/h@acme.example", rules.Hinted{MessageID: "h@acme.example", From: rules.Contact{Name: "Lee Wong", Address: "lee@acme.example"}, Subject: "Hello", Why: "comes from the company's own domain"})
	p.go_("2024-11-26T10:10")
	say("user/mark", rules.Marked{MessageID: "h@acme.example", Kind: rules.MessageOther})
	p.go_("2024-11-26T10:20")
	mu.Lock()
	defer mu.Unlock()
	if want := "a draft of check-in 1 to Robin Hale stands in Drafts"; !slices.Equal(told, []string{want, want + " again"}) {
		t.Errorf("told %q", told)
	}
}
