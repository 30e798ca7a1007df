package page

import (
	"net/url"
	"slices"
	"testing"
)

// What came of an act is said in words of the page: no id, no flag, and the field is named
// as it stands there.
func TestTold(t *testing.T) {
	v := &view{words: catalogues["en"]}
	of := Row{ID: "acme", Company: "Acme"}
	for name, try := range map[string]struct {
		act  string
		said Said
		want Said
	}{
		"done":        {"snooze", Said{Out: "acme: put off until Tue Dec 1 2026"}, Said{Done: "put off.", Of: &of}},
		"no change":   {"correct", Said{Out: "acme: nothing changed"}, Said{Done: "Nothing was changed.", Of: &of}},
		"more to say": {"note", Said{Out: "What you told me has stayed with me.\nacme: noted"}, Said{Done: "noted.", Out: "What you told me has stayed with me.", Of: &of}},
		"forgotten":   {"remove", Said{Out: "acme: forgotten"}, Said{Done: "It is forgotten."}},
		"a field":     {"add", Said{Trouble: `--contact: "x" is not a contact`}, Said{Trouble: `Interviewers, one to a line: "x" is not a contact`, Field: "contact"}},
		"no field":    {"add", Said{Trouble: "store: full"}, Said{Trouble: "store: full"}},
		"a flag":      {"note", Said{Out: "With --no-show it does"}, Said{Done: "noted.", Out: "With “They did not come” it does", Of: &of}},
	} {
		got := v.told(try.act, try.said, of)
		if (got.Of == nil) != (try.want.Of == nil) {
			t.Errorf("%s: of %v", name, got.Of)
		}
		if got.Of, try.want.Of = nil, nil; got != try.want {
			t.Errorf("%s: %+v, want %+v", name, got, try.want)
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
