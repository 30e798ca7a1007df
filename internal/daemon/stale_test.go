package daemon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// tell changes what the user said of an application.
func (p *play) tell(id string, change func(*rules.Described)) {
	p.t.Helper()
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	d := a.Describe()
	change(&d)
	_, err = p.Store.AddFacts(p.ctx, id, rules.Fact{Key: fmt.Sprintf("user/%d", len(a.Facts)), At: p.Now(), What: d})
	p.must(err)
	p.must(p.Settle(p.ctx))
}

// stands brings an application to where one draft of a kind stands.
func (p *play) stands(kind rules.Kind) (id string) {
	p.t.Helper()
	r := contact(robin, rules.Interviewer)
	v := rules.Interview{ID: "1", End: ny("2024-11-15T15:00"), Interviewers: []string{r.Key()}, Decision: rules.NewDate(2024, 11, 22), NoShow: kind == rules.NoShow,
		Topics: []string{"the move to the new data warehouse"}}
	id, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Acme", Role: "Senior Analyst", Zone: "America/New_York",
		Contacts: []rules.Contact{r}, Interviews: []rules.Interview{v}}, p.Now())
	p.must(err)
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	text := ""
	switch kind {
	case rules.CheckIn:
		p.must(p.Discard(p.drafts(1)[0]))
		p.go_("2024-11-26T09:00")
	case rules.OfferReply:
		text = "Dear Sam,\n\nwe are delighted to offer you the position of Senior Analyst. Please let us know your decision by December 3, 2024.\n\nBest regards,\nRobin Hale"
	case rules.RejectionReply:
		text = "Dear Sam,\n\nthank you for your time. Unfortunately, we have decided to move forward with another candidate for the Senior Analyst position.\n\nBest regards,\nRobin Hale"
	}
	if text != "" {
		p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst at Acme", Text: text, At: p.Now()}))
		p.must(p.Settle(p.ctx))
	}
	p.drafts(1)
	return id
}

// Every standing draft says what the facts say: what changes is written anew, of
// whatever kind, overdue or not, and once; what the user has edited is named, once.
func TestDraftsSayWhatIsKnown(t *testing.T) {
	type change struct {
		do   func(*rules.Described)
		says func(demo.Letter) bool
		of   []rules.Kind // nil for all
	}
	says := func(words string) func(demo.Letter) bool {
		return func(l demo.Letter) bool {
			return strings.Contains(strings.Join(strings.Fields(l.To+l.Subject+l.Text), " "), words)
		}
	}
	changes := map[string]change{
		"role": {func(d *rules.Described) { d.Role = "Lead Analyst" }, func(l demo.Letter) bool { // not every reply names it
			return strings.Contains(l.Subject+l.Text, "Lead Analyst") || strings.HasPrefix(l.Subject, "Re: ") && !strings.Contains(l.Text, "Senior Analyst")
		}, nil},
		"name":  {func(d *rules.Described) { d.Contacts[0].Name = "Robyn Hale" }, says("Robyn"), nil},
		"title": {func(d *rules.Described) { d.Contacts[0].Honorific = "Dr." }, says("Dear Dr. Hale"), nil},
		"language": {func(d *rules.Described) { d.Language = "de" }, func(l demo.Letter) bool {
			return strings.Contains(l.Text, "Hallo") || strings.Contains(l.Text, "Liebe") || strings.Contains(l.Text, "Guten Tag") || strings.Contains(l.Text, "geehrte")
		}, nil},
		"address": {func(d *rules.Described) {
			d.Contacts[0].Address = "hale@acme.example"
			d.Interviews[0].Interviewers = []string{"hale@acme.example"}
		}, says("hale@acme.example"), []rules.Kind{rules.ThankYou, rules.NoShow, rules.CheckIn}},
		"decision": {func(d *rules.Described) { d.Interviews[0].Decision = rules.NewDate(2024, 11, 21) }, says("November 21"), []rules.Kind{rules.CheckIn}},
		"day":      {func(d *rules.Described) { d.Interviews[0].End = ny("2024-11-14T17:00") }, says("Nov 14"), []rules.Kind{rules.ThankYou}},
		"topic":    {func(d *rules.Described) { d.Interviews[0].Topics = []string{"the on-call rotation"} }, says("on-call rotation"), []rules.Kind{rules.ThankYou}},
	}
	for _, kind := range []rules.Kind{rules.ThankYou, rules.NoShow, rules.CheckIn, rules.OfferReply, rules.RejectionReply} {
		for name, c := range changes {
			if c.of != nil && !slices.Contains(c.of, kind) {
				continue
			}
			for _, when := range []string{"open", "overdue", "edited", "stopped"} {
				t.Run(fmt.Sprintf("%s/%s/%s", kind, name, when), func(t *testing.T) {
					p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
					id := p.stands(kind)
					p.At(p.Now().Add(time.Minute))
					switch when {
					case "overdue":
						p.At(p.Now().AddDate(0, 0, 21))
					case "edited":
						p.must(p.Edit(p.drafts(1)[0], func(s string) string { return s + "\nP.S. Until soon.\n" }))
					case "stopped":
						p.must(p.StopDaemon())
						p.StartDaemon(p.ctx)
					}
					p.must(p.Settle(p.ctx))
					old, before := p.drafts(1)[0], p.facts(id, "removed")
					p.tell(id, c.do)
					l := must(p.Drafts())
					if when == "edited" {
						for range 2 {
							p.must(p.Settle(p.ctx))
						}
						i := slices.IndexFunc(l, func(l demo.Letter) bool { return l.UID == old.UID })
						if i < 0 {
							t.Fatal("the user's own draft is gone")
						}
						p.said(id, "may be out of date")
						return
					}
					if len(l) != 1 || l[0].UID == old.UID || !c.says(l[0]) {
						t.Fatalf("%d drafts: %+v", len(l), l)
					}
					if n := p.facts(id, "removed") - before; n != 1 {
						t.Errorf("%d drafts were withdrawn", n)
					}
					p.must(p.Settle(p.ctx))
					if again := p.drafts(1)[0]; again.UID != l[0].UID {
						t.Error("it was written once more")
					}
				})
			}
		}
	}
}

// Who joins a panel gets a letter, and the letters to the others stay as they are; what
// is told again without a change changes nothing.
func TestAPanelGrows(t *testing.T) {
	p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", nil)
	id := p.add("2024-11-15T15:00", "2024-11-22")
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	before := p.drafts(2)
	p.At(ny("2024-11-15T15:20"))
	p.tell(id, func(d *rules.Described) {
		d.Contacts = append(d.Contacts, contact("Ada Stone <ada@acme.example>", rules.Interviewer))
		d.Interviews[0].Interviewers = append(d.Interviews[0].Interviewers, "ada@acme.example")
	})
	after := p.drafts(3)
	for i, l := range before {
		if !slices.ContainsFunc(after, func(m demo.Letter) bool { return m.UID == l.UID }) {
			t.Errorf("letter %d was written anew", i)
		}
	}
	p.tell(id, func(*rules.Described) {})
	if again := p.drafts(3); again[0].UID != after[0].UID || again[1].UID != after[1].UID || again[2].UID != after[2].UID {
		t.Error("letters were written anew for nothing")
	}
}
