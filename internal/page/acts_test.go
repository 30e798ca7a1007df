package page

import (
	"net/url"
	"reflect"
	"slices"
	"testing"

	"afterword/rules"
)

// What came of an act is said in words of the page: no id, no flag, and the field is named
// as it stands there.
func TestTold(t *testing.T) {
	v := &view{words: catalogues["en"]()}
	of := Row{ID: "acme", Company: "Acme"}
	for name, one := range map[string]struct {
		act  string
		said Said
		want message
	}{
		"done":        {"snooze", Said{Out: "acme: snoozed"}, message{Text: "put off.", Of: &of}},
		"no change":   {"correct", Said{Out: "acme: nothing changed"}, message{Text: "Nothing was changed.", Of: &of}},
		"more to say": {"note", Said{Out: "What you told me has stayed with me.\nacme: noted"}, message{Text: "noted.", More: []string{"What you told me has stayed with me."}, Of: &of}},
		"forgotten":   {"remove", Said{Out: "acme: forgotten"}, message{Text: "It is forgotten."}},
		"a field": {"add", Said{Trouble: rules.Say("%q is not a date: write it as 2026-11-20", "x"), Field: "decision", Tried: &try{act: "add"}},
			message{Failed: true, Text: `They decide by: "x" is not a date: write it as 2026-11-20.`, Field: "add-decision"}},
		"no field": {"add", Said{Trouble: rules.Say("%s", rules.Clause("store: full"))}, message{Failed: true, Text: "Store: full."}},
		"a flag":   {"note", Said{Out: "acme: noted", Notes: []rules.Saying{rules.Say("With --no-show it does")}}, message{Text: "noted.", More: []string{"With “They did not come” it does."}, Of: &of}},
		"a hint":   {"add", Said{Trouble: rules.Say("%s is past", "it"), Hint: rules.Say("repeat the flag for each of them")}, message{Failed: true, Text: "It is past.", Hint: "Write one person to a line."}},
	} {
		if got := v.message(*told(one.act, one.said, of)); !reflect.DeepEqual(*got, one.want) {
			t.Errorf("%s: %+v, want %+v", name, *got, one.want)
		}
	}
}

// Interviewers stand one to a line; an address behind the name needs no brackets.
func TestContacts(t *testing.T) {
	f := url.Values{"contact": {"Lea Vogt lea@delta.example\r\n\r\n Dr. Ngozi Okafor <ngozi@acme.example>\nkim@borealis.example\nLee Wong"}}
	want := []string{"--contact=Lea Vogt <lea@delta.example>", "--contact=Dr. Ngozi Okafor <ngozi@acme.example>", "--contact=kim@borealis.example", "--contact=Lee Wong"}
	if got := contacts(f); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
