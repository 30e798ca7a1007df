package drafter

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// TestOddValues composes with values as people really enter them: whatever they
// are, there is a letter.
func TestOddValues(t *testing.T) {
	cal, set := calendar(t), loadTexts(t)
	roles := []string{"Engineer - Backend", "Softwareentwickler (m/w/d)", "C++ Developer", ".NET Developer", "Senior  Analyst", "senior analyst", "SENIOR ANALYST",
		"Analyst [Remote]", "Site Reliability Engineer III, Platform Infrastructure & Developer Productivity (EMEA, remote-first) Ref. 2026/118-B", "Ingénieur·e données",
		"R&D Lead / Next Steps Programme", "Working Student: Data", "Analyst!", "", "Head of Pay", "Data Analyst (Data)", "Werkstudent*in Daten", "Mars May Planner"}
	companies := []string{"Yahoo!", "acme", "A", "[x]cube LABS", "Trade-Off & Co.", "Dr. Oetker", "Bang & Olufsen A/S", "E.ON", "The The", "Société Générale S.A.", "1&1", "", "Okafur Ltd"}
	names := []rules.Contact{{Name: "ngozi okafor"}, {Name: "OKAFOR Ngozi"}, {Name: "Okafor, Ngozi"}, {Name: "Ngozi Okafor (HR)"}, {Name: "Ngozi"}, {Name: "N. Okafor"}, {Name: ""},
		{Name: "Dr. Ngozi Okafor"}, {Name: "Ngozi Okafor", Honorific: "Prof. Dr. Dr. h.c."}, {Name: "李 小龙"}, {Name: "Anne-Marie St. John-Smythe"}, {Name: "Ngozi O."}, {Name: "talent@acme.example"},
		{Name: "Acme Recruiting Team"}, {Name: "Okafor", Honorific: "Ms"}, {Name: "Will May", Honorific: "Mr"}}
	notes := []string{"status of the k8s rollout", "salary bands", "next steps of Project X", "sorry culture", "TODO list", "[TODO]", "{{.Name}}", "the the", "why Rust?",
		"hiring on 3 March", "a  b", "ping me", "dream job!!!", "<script>", "100% remote", "https://acme.example/x", "“quoted”", "when do you decide?", "mistakes in the teh past", "Dr. Okafur's team"}
	failed := map[string]int{}
	try := func(language, what string, app rules.Application, f rules.FollowUp) {
		f.To = app.Contacts[0]
		in := Input{App: app, FollowUp: f, Texts: set, Me: me, Language: language, Calendar: cal, Now: app.Interviews[0].End.Add(time.Hour), MessageID: "1@post.example"}
		if _, findings, err := Compose(t.Context(), in); err != nil {
			if failed[what]++; failed[what] == 1 {
				t.Errorf("%s, %s %s: %v %v", what, language, f.Key, err, findings)
			}
		}
	}
	for _, language := range languages {
		app := func(change func(*rules.Application)) rules.Application {
			a := acme(t)
			a.Language = language
			a.Contacts[0].Address = okafor.Address
			change(&a)
			return a
		}
		for _, f := range []rules.FollowUp{thankYou(okafor), checkIn(1), {Key: "offer-reply/o", Kind: rules.OfferReply, Interview: "1"}, {Key: "rejection-reply/r", Kind: rules.RejectionReply, Interview: "1"}} {
			for _, role := range roles {
				try(language, fmt.Sprintf("role %q", role), app(func(a *rules.Application) { a.Role = role }), f)
			}
			for _, note := range notes {
				try(language, fmt.Sprintf("note %q", note), app(func(a *rules.Application) { a.Interviews[0].Topics, a.Interviews[0].Challenges = []string{note}, nil }), f)
				try(language, fmt.Sprintf("challenge %q", note), app(func(a *rules.Application) { a.Interviews[0].Topics, a.Interviews[0].Challenges = nil, []string{note} }), f)
			}
			for _, company := range companies {
				try(language, fmt.Sprintf("company %q", company), app(func(a *rules.Application) { a.Company = company }), f)
			}
			for _, c := range names {
				try(language, fmt.Sprintf("contact %q %q", c.Honorific, c.Name), app(func(a *rules.Application) {
					a.Contacts[0].Name, a.Contacts[0].Honorific = c.Name, c.Honorific
				}), f)
			}
		}
	}
	for what, n := range failed {
		t.Logf("%s: %d letters missing", what, n)
	}
}

func eml(lines ...string) []byte {
	return []byte(strings.ReplaceAll(strings.Join(lines, "\n"), "\n", "\r\n"))
}
