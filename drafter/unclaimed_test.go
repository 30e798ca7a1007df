package drafter

import (
	"testing"
)

// A letter in Drafts is that of the record whose place or Message-ID it has, or to whose
// reader it goes; else it may be any that has left its place.
func TestUnclaimed(t *testing.T) {
	letter := func(id, to string) Record {
		return Record{MessageID: id, Raw: []byte("To: " + to + "\r\nSubject: Thank you\r\n\r\nDear all,\r\n")}
	}
	ada, ben := letter("ada@x.example", "ada@acme.example"), letter("ben@x.example", "ben@acme.example")
	second := letter("second@x.example", "ada@acme.example") // to Ada, of another role
	placed := letter("placed@x.example", "cara@acme.example")
	placed.UIDValidity, placed.UID = 1, 7
	others := []Record{ada, ben, second, placed}
	for _, tt := range []struct {
		what string
		of   Record
		s    Summary
		want bool
	}{
		{"her letter, edited", ada, Summary{UID: 9, MessageID: "new@client.example", To: []string{"ada@acme.example"}}, true},
		{"his, edited", ada, Summary{UID: 9, MessageID: "new@client.example", To: []string{"ben@acme.example"}}, false},
		{"to nobody who is known", ada, Summary{UID: 9, MessageID: "new@client.example", To: []string{"dan@acme.example"}}, true},
		{"the other letter to her", ada, Summary{UID: 9, MessageID: "<second@x.example>", To: []string{"ada@acme.example"}}, false},
		{"her letter to another reader", ada, Summary{UID: 9, MessageID: "ada@x.example", To: []string{"ben@acme.example"}}, true},
		{"where another stands", ada, Summary{UIDValidity: 1, UID: 7, MessageID: "new@client.example", To: []string{"ada@acme.example"}}, false},
		{"in its own place", placed, Summary{UIDValidity: 1, UID: 7, MessageID: "placed@x.example"}, true},
	} {
		if got := len(Unclaimed([]Summary{tt.s}, tt.of, others)) == 1; got != tt.want {
			t.Errorf("%s: %v, want %v", tt.what, got, tt.want)
		}
	}
}
