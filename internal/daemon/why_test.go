package daemon_test

import (
	"slices"
	"strings"
	"testing"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// Whatever takes a draft away is named, in words that say what happened.
func TestReasonsNameWhatHappened(t *testing.T) {
	describe := func(p *play, id string, change func(*rules.Described)) {
		a, _, err := p.Application(p.ctx, id)
		p.must(err)
		d := a.Describe()
		change(&d)
		p.say(id, rules.Fact{Key: "user/changed", What: d})
	}
	holding := func(p *play) {
		p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", MessageID: "<news@acme.example>", Text: "Hi Sam,\n\nwe are still talking to other candidates.\n\nRobin"}))
		p.must(p.Settle(p.ctx))
	}
	for name, c := range map[string]struct {
		do   func(p *play, id string)
		want string
	}{
		"a further round": {func(p *play, id string) {
			describe(p, id, func(d *rules.Described) {
				d.Interviews = append(slices.Clone(d.Interviews), rules.Interview{ID: "2", End: ny("2024-11-26T08:00"), Interviewers: d.Interviews[0].Interviewers})
			})
		}, "you entered a further interview, on Tue Nov 26 2024"},
		"a new date": {func(p *play, id string) {
			describe(p, id, func(d *rules.Described) {
				d.Interviews = slices.Clone(d.Interviews)
				d.Interviews[0].Decision = rules.Date{Year: 2024, Month: 12, Day: 6}
			})
		}, "Fri Dec 6 2024"},
		"a message": {func(p *play, _ string) { holding(p) }, "Robin Hale wrote on Tue Nov 26 2024"},
		"a telephone": {func(p *play, id string) {
			p.say(id, rules.Fact{Key: rules.ByHandKey + "1", What: rules.Received{From: contact(robin, rules.Recruiter), Kind: rules.MessageQuestion, Person: true, Sure: true}})
		}, "Robin Hale told you on Tue Nov 26 2024 (question)"},
		"a letter": {func(p *play, id string) {
			p.say(id, rules.Fact{Key: "user/sent", What: rules.Delivered{FollowUp: "check-in/1/1"}})
		}, "you sent it on Tue Nov 26 2024"},
		"a stop": {func(p *play, id string) { p.say(id, rules.Fact{Key: "user/stop", What: rules.Stopped{}}) }, "you stopped this application"},
		"no show": {func(p *play, id string) {
			describe(p, id, func(d *rules.Described) {
				d.Interviews = slices.Clone(d.Interviews)
				d.Interviews[0].NoShow = true
			})
		}, "you said that they did not come on Fri Nov 15 2024"},
		"taken out": {func(p *play, id string) {
			describe(p, id, func(d *rules.Described) {
				d.Interviews = []rules.Interview{{ID: "9", End: ny("2024-12-20T15:00"), Interviewers: d.Interviews[0].Interviewers}}
			})
		}, "you entered a further interview, on Fri Dec 20 2024"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, servers.Embedded(t), "2024-11-15T15:00", nil)
			p.StartDaemon(p.ctx)
			id := p.add("2024-11-15T15:00", "2024-11-22")
			p.must(p.Settle(p.ctx))
			p.go_("2024-11-26T09:00")
			p.drafts(3)
			p.At(ny("2024-11-26T10:00"))
			c.do(p, id)
			p.said(id, c.want)
			entries, err := p.Store.Entries(p.ctx, id, 0)
			p.must(err)
			for _, e := range entries {
				if strings.Contains(e.What, "was moved to Trash") && (e.Why == "" || strings.Contains(e.Why, "wanted")) {
					t.Errorf("%s: because %q", e.What, e.Why)
				}
			}
		})
	}
}
