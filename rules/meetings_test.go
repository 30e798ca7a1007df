package rules

import (
	"encoding/json"
	"strings"
	"testing"
)

// several is a message that tells of several meetings.
func several(first Fact, others ...Fact) Fact {
	m := first.What.(Received)
	list := m.Meetings()
	for _, f := range others {
		list = append(list, f.What.(Received).Meetings()...)
	}
	m.SetMeetings(list)
	first.What = m
	return first
}

func TestSeveralMeetings(t *testing.T) {
	const when = "2026-11-12T12:00"
	morning := event("a", "2026-11-17T10:00", "2026-11-17T11:00", when, 0, ngozi)
	noon := event("b", "2026-11-17T11:00", "2026-11-17T12:00", when, 0, tomas)
	hand := entered("", "2026-11-02T15:00", robin) // a round that is over
	for _, tt := range []struct {
		name  string
		facts []Fact
		want  string // the ends of those that take place, and how many people
	}{
		{"one day, two talks", []Fact{several(morning, noon)}, "17T11:1 17T12:1"},
		{"the other way round", []Fact{several(noon, morning)}, "17T11:1 17T12:1"},
		{"one is called off later", []Fact{several(morning, noon), cancelled(event("b", "2026-11-17T11:00", "2026-11-17T12:00", "2026-11-13T12:00", 1))}, "17T11:1"},
		{"one is off, another comes", []Fact{morning, several(event("c", "2026-11-18T10:00", "2026-11-18T11:00", "2026-11-13T12:00", 0, ngozi), cancelled(event("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-13T12:00", 1)))}, "18T11:1"},
		{"one is off, its like comes", []Fact{morning, several(event("c", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-13T12:00", 0, ngozi), cancelled(event("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-13T12:00", 1)))}, "17T11:1"},
		{"all are off", []Fact{several(morning, noon), several(cancelled(event("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-13T12:00", 1)), cancelled(event("b", "2026-11-17T11:00", "2026-11-17T12:00", "2026-11-13T12:00", 1)))}, ""},
	} {
		facts := append([]Fact{hand}, tt.facts...)
		for _, order := range [][]Fact{facts, reversed(facts)} {
			a := Fold("acme", order)
			var got []string
			for _, v := range a.Interviews {
				if !v.Cancelled && v.UID != "" {
					got = append(got, v.End.In(newYork).Format("02T15")+":"+string(rune('0'+len(v.Interviewers))))
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

// A message that comes too late for one interview and in time for another counts.
func TestLateForOne(t *testing.T) {
	a := event("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-12T12:00", 0, ngozi)
	late := several(event("b", "2026-11-20T10:00", "2026-11-20T11:00", "2026-11-18T12:00", 0, tomas), cancelled(event("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-18T12:00", 1)))
	got := Fold("acme", []Fact{entered("", "2026-11-02T15:00", robin), a, late})
	if len(got.Interviews) != 3 || got.Interviews[1].Cancelled || got.late[late.Key] || len(got.asks) != 1 {
		t.Errorf("%+v, asks %+v", got.Interviews, got.asks)
	}
}

// A time that is held is asked about, not entered; the question goes with the answer.
func TestHeld(t *testing.T) {
	held := func(uid, start, end, when string, sequence int) Fact {
		f := event(uid, start, end, when, sequence, ngozi)
		m := f.What.(Received)
		v := *m.Meeting
		v.Tentative, m.Meeting = true, &v
		f.What = m
		return f
	}
	hand := entered("", "2026-11-02T15:00", robin)
	first := held("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-12T12:00", 0)
	second := held("b", "2026-11-18T10:00", "2026-11-18T11:00", "2026-11-12T12:01", 0)
	for _, tt := range []struct {
		name             string
		facts            []Fact
		interviews, asks int
		doubts           int
	}{
		{"two holds", []Fact{first, second}, 1, 2, 0},
		{"one is confirmed", []Fact{first, second, event("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-13T12:00", 1, ngozi)}, 2, 1, 0},
		{"one is let go", []Fact{first, second, cancelled(event("b", "2026-11-18T10:00", "2026-11-18T11:00", "2026-11-13T12:00", 1))}, 1, 1, 0},
		{"he says that it takes place", []Fact{first, {"user/2", ny("2026-11-12T13:00"), Marked{MessageID: first.What.(Received).MessageID, Kind: MessageInterview}}}, 2, 0, 0},
		{"a firm one is only held now", []Fact{event("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-12T12:00", 0, ngozi), held("a", "2026-11-17T10:00", "2026-11-17T11:00", "2026-11-13T12:00", 1)}, 2, 0, 1},
	} {
		a := Fold("acme", append([]Fact{hand}, tt.facts...))
		if len(a.Interviews) != tt.interviews || len(a.asks) != tt.asks || len(a.doubts) != tt.doubts {
			t.Errorf("%s: %d interviews, %d questions, %d doubts", tt.name, len(a.Interviews), len(a.asks), len(a.doubts))
		}
	}
}

// What older versions stored is read as it was meant.
func TestStoredMeeting(t *testing.T) {
	old := `{"message_id":"m","from":{"name":"Robin","address":"robin@acme.example"},"subject":"s","kind":"interview","confidence":1,"person":true,"sure":true,"meeting":{"id":"","start":"2026-11-17T10:00:00Z","end":"2026-11-17T11:00:00Z","uid":"a"},"people":[{"name":"Ngozi","address":"n@acme.example"}]}`
	var m Received
	if err := json.Unmarshal([]byte(old), &m); err != nil {
		t.Fatal(err)
	}
	if all := m.Meetings(); len(all) != 1 || all[0].Interview.UID != "a" || len(all[0].People) != 1 {
		t.Errorf("%+v", all)
	}
	m.SetMeetings(append(m.Meetings(), Meeting{Interview: Interview{UID: "b"}}))
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var again Received
	if err := json.Unmarshal(text, &again); err != nil || len(again.Meetings()) != 2 || again.Meetings()[1].Interview.UID != "b" {
		t.Errorf("%s: %v", text, err)
	}
}
