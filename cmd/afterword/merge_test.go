package main

import (
	"reflect"
	"testing"
	"time"

	"afterword/rules"

	"pgregory.net/rapid"
)

// described draws an application with a few values of each kind, so that two draws
// often agree.
func described(t *rapid.T, name string) rules.Described {
	some := func(what string, from ...string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, len(from), rapid.ID[string]).Draw(t, name+what)
	}
	d := rules.Described{Company: rapid.SampledFrom([]string{"Acme", "Acme Ltd"}).Draw(t, name+"company"), Role: "Analyst", Domains: some("domains", "a.example", "b.example")}
	for _, who := range some("contacts", "lee", "kai") {
		d.Contacts = append(d.Contacts, rules.Contact{Name: rapid.SampledFrom([]string{who, who + " wong"}).Draw(t, name+who), Address: who + "@acme.example", Part: rules.Interviewer})
	}
	for _, id := range some("interviews", "1", "2") {
		d.Interviews = append(d.Interviews, rules.Interview{ID: id, End: time.Date(2026, 11, rapid.IntRange(13, 14).Draw(t, name+id), 15, 0, 0, 0, time.UTC), Topics: some("topics"+id, "x", "y")})
	}
	return d
}

// Whoever changed nothing changes nothing; whatever one side alone has said is said,
// and the order of the sides decides nothing but the order of lists.
func TestMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, mine, theirs := described(t, "base"), described(t, "mine"), described(t, "theirs")
		same := func(what string, got rules.Described, conflicts []string, err error, want rules.Described) {
			t.Helper()
			if err != nil || len(conflicts) > 0 || said(got) != said(want) {
				t.Fatalf("%s: %s, %v, %v; want %s", what, said(got), conflicts, err, said(want))
			}
		}
		got, conflicts, err := merge(base, mine, base)
		same("they said nothing", got, conflicts, err, mine)
		got, conflicts, err = merge(base, base, theirs)
		same("I said nothing", got, conflicts, err, theirs)
		got, conflicts, err = merge(base, mine, mine)
		same("both said the same", got, conflicts, err, mine)

		one, left, err := merge(base, mine, theirs)
		two, right, err2 := merge(base, theirs, mine)
		if err != nil || err2 != nil || len(left) != len(right) {
			t.Fatalf("%v, %v; conflicts %q and %q", err, err2, left, right)
		}
		if len(left) == 0 && (one.Company != two.Company || len(one.Contacts) != len(two.Contacts) || len(one.Interviews) != len(two.Interviews)) {
			t.Fatalf("%s and %s", said(one), said(two))
		}
		for _, side := range []rules.Described{mine, theirs} {
			for _, c := range side.Contacts {
				if !hasContact(base, c) && !hasContact(one, c) {
					t.Fatalf("the new %s is lost in %s", c.Address, said(one))
				}
			}
		}
	})
}

func hasContact(d rules.Described, c rules.Contact) bool {
	for _, have := range d.Contacts {
		if have.Key() == c.Key() {
			return true
		}
	}
	return false
}

func TestMergeConflict(t *testing.T) {
	at := func(role string, topics ...string) rules.Described {
		return rules.Described{Role: role, Interviews: []rules.Interview{{ID: "1", Topics: topics}}}
	}
	got, conflicts, err := merge(at("a", "x"), at("b", "x", "y"), at("c", "z"))
	if err != nil || !reflect.DeepEqual(conflicts, []string{"role"}) || !reflect.DeepEqual(got.Interviews[0].Topics, []string{"y", "z"}) {
		t.Errorf("%+v, %q, %v", got, conflicts, err)
	}
}
