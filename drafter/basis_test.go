package drafter

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"afterword/rules"
)

// Whom a letter names, whether it is to him or not, is part of what it was written from: it
// is written anew when he is called otherwise.
func TestWhoIsNamedIsPartOfTheBasis(t *testing.T) {
	named := 0
	for kind, f := range everyKind() {
		for seed := range uint64(40) {
			in := input(t, f)
			in.Seed = seed * 0x9e3779b97f4a7c15
			draft, findings, err := Compose(t.Context(), in)
			if err != nil {
				t.Fatalf("%s: %v %v", kind, err, findings)
			}
			text := strings.Join(strings.Fields(draft.Body), " ")
			for _, c := range in.App.Contacts {
				words := strings.Fields(c.Name)
				if !strings.Contains(text, words[len(words)-1]) {
					continue
				}
				named++
				other := in
				other.App.Contacts = slices.Clone(in.App.Contacts)
				for i := range other.App.Contacts {
					if one := &other.App.Contacts[i]; one.Key() == c.Key() {
						one.Name = "Xenia Quist"
					}
				}
				if other.FollowUp.To.Key() == c.Key() {
					other.FollowUp.To.Name = "Xenia Quist"
				}
				if len(BasisOf(other).Changed(BasisOf(in).String())) == 0 {
					t.Errorf("%s names %s, who is none of %v:\n%s", kind, c.Name, fmt.Sprint(BasisOf(in)), draft.Body)
				}
			}
		}
	}
	if named == 0 {
		t.Error("no letter names anybody")
	}
}

// In a check-in to somebody who was not there those are named who were.
func TestBasisNamesWhomYouMet(t *testing.T) {
	in := input(t, rules.FollowUp{Key: "check-in/1/1", Kind: rules.CheckIn, Number: 1, Interview: "1", To: weiss, After: rules.AfterPromised})
	if got := BasisOf(in)["names of those you met"]; !strings.Contains(got, okafor.Name) || !strings.Contains(got, brandt.Name) {
		t.Errorf("%q", got)
	}
	in.FollowUp.To = okafor
	if got := BasisOf(in)["names of those you met"]; got != "" {
		t.Errorf("she was there herself: %q", got)
	}
}
