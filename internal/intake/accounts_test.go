package intake

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// at is a fact that was learnt in an account.
func at(account string, f Fact) Fact {
	f.Account = account
	return f
}

// tagged gives mail a tag of its own, as each account draws one.
func tagged(f Fact, tag string) Fact { return in(f, func(w *Found) { w.Tag = tag }) }

// What came to two accounts of the user is one find, called by the tags of both; he is asked
// where it came first, and once a note stands, where that does.
func TestOneFindInTwoAccounts(t *testing.T) {
	ada := person1("Ada Stone", "ada@acme.example", "attendee")
	work := at("work", told("a", 0, event("new", "u", 0, 30, ada)))
	for name, c := range map[string]struct {
		facts   []Fact
		account string
		state   State
	}{
		"the same mail":                 {[]Fact{work, at("home", tagged(told("a", 1, event("new", "u", 0, 30, ada)), "tag-b"))}, "work", Asked},
		"the same event":                {[]Fact{work, at("home", told("b", 1, event("new", "u", 0, 30, ada)))}, "work", Asked},
		"the same company and time":     {[]Fact{work, at("home", told("b", 1, event("new", "", 0, 30)))}, "work", Asked},
		"first in the other":            {[]Fact{work, at("home", told("b", -1, event("new", "u", 0, 30, ada)))}, "home", Asked},
		"a note stands":                 {[]Fact{work, at("home", told("b", -1, event("new", "u", 0, 30, ada))), at("work", Fact{Key: "noted/n", At: hours(2), What: Noted{Tag: "tag-a", MessageID: "n"}})}, "work", Asked},
		"a list asks about it":          {[]Fact{work, at("home", told("b", -1, event("new", "u", 0, 30, ada))), at("work", Fact{Key: "noted/n", At: hours(2), What: Noted{Tag: "tag-n", Refs: []string{"tag-x", "tag-a"}, MessageID: "n"}})}, "work", Asked},
		"answered in the other":         {[]Fact{work, at("home", told("b", 1, event("new", "u", 0, 30, ada))), at("home", answer("tag-b", 2, No, Fields{}))}, "work", Dismissed},
		"answered in both, under a key": {[]Fact{work, at("home", told("b", 1, event("new", "u", 0, 30, ada))), at("work", answer("tag-a", 2, Yes, Fields{})), at("home", answer("tag-a", 2, No, Fields{}))}, "work", Confirmed},
	} {
		list := Fold(c.facts)
		if len(list) != 1 {
			t.Errorf("%s: %d finds", name, len(list))
			continue
		}
		f := list[0]
		if f.Account != c.account || f.State != c.state || !f.Has("tag-a") || !f.Has("tag-b") || !slices.Contains(f.Accounts, "work") || !slices.Contains(f.Accounts, "home") {
			t.Errorf("%s: %s, asked in %q, of %q, called %q", name, f.State, f.Account, f.Accounts, f.Tags)
		}
	}
}

// However mail is spread over accounts, the finds are those of one account that had it all.
func TestAccountsMakeNoFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := someFacts(t)
		spread := slices.Clone(facts)
		for i := range spread {
			spread[i].Account = rapid.SampledFrom([]string{"work", "home"}).Draw(t, "account")
			if rapid.Bool().Draw(t, "both") {
				if w, ok := spread[i].What.(Found); ok {
					twin := at("both", spread[i])
					w.Tag += "/twin"
					twin.What = w
					spread = append(spread, twin)
				}
			}
		}
		one, many := Fold(facts), Fold(spread)
		if len(one) != len(many) {
			t.Fatalf("%d finds of one account, %d of several", len(one), len(many))
		}
		for i := range one {
			if one[i].State != many[i].State || !one[i].Start().Equal(many[i].Start()) || len(one[i].people()) != len(many[i].people()) {
				t.Fatalf("%+v\nand of several\n%+v", one[i], many[i])
			}
		}
	})
}
