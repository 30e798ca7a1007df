package rules

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// mayAsk is a letter of the user's own of which nothing tells whether it asks how things
// stand.
func mayAsk(when, answers string, to ...string) Fact {
	f := wroteTo(when, answers, to...)
	d := f.What.(Delivered)
	d.MayAsk, d.Subject = true, "Friday"
	f.What = d
	return f
}

// A letter that may have been the check-in lets that wait, and the user is asked once;
// one that surely was none lets nothing wait.
func TestUnclearLetter(t *testing.T) {
	question, holding := wrote(MessageQuestion, "2026-11-23T09:00"), wrote(MessageHolding, "2026-11-16T16:00")
	reply := holding.What.(Received).MessageID
	for _, tt := range []struct {
		name, now string
		facts     []Fact
		waits     bool
	}{
		{"in the window", "2026-11-24T12:00", []Fact{mayAsk("2026-11-24T10:00", "", robin.Address)}, true},
		{"to another contact", "2026-11-24T12:00", []Fact{mayAsk("2026-11-24T10:00", "", ngozi.Address)}, true},
		{"shortly before it", "2026-11-24T12:00", []Fact{mayAsk("2026-11-18T10:00", "", ngozi.Address)}, true},
		{"long before it", "2026-11-24T12:00", []Fact{mayAsk("2026-11-17T10:00", "", ngozi.Address)}, false},
		{"right after the interview", "2026-11-16T12:00", []Fact{mayAsk("2026-11-16T10:00", "", ngozi.Address)}, false},
		{"weeks later", "2026-12-16T12:00", []Fact{mayAsk("2026-11-24T10:00", "", ngozi.Address)}, true},
		{"an answer to a question", "2026-11-24T12:00", []Fact{question, mayAsk("2026-11-24T10:00", question.What.(Received).MessageID, robin.Address)}, false},
		{"answered at once", "2026-11-24T12:00", []Fact{holding, mayAsk("2026-11-17T10:00", reply, robin.Address)}, false},
		{"answered after days", "2026-11-24T12:00", []Fact{holding, mayAsk("2026-11-20T10:00", reply, robin.Address)}, true},
		{"they wrote since", "2026-11-25T12:00", []Fact{mayAsk("2026-11-24T10:00", "", ngozi.Address), wrote(MessageHolding, "2026-11-25T10:00")}, false},
		{"resumed", "2026-11-24T12:00", []Fact{mayAsk("2026-11-24T10:00", "", ngozi.Address), {"r", ny("2026-11-24T11:00"), Resumed{}}}, false},
		{"the check-in was sent after it", "2026-11-24T12:00", []Fact{mayAsk("2026-11-24T10:00", "", ngozi.Address), sent("check-in/1/1", "2026-11-24T11:00")}, false},
		{"before check-in 2", "2026-12-03T12:00", []Fact{sent("check-in/1/1", "2026-11-24T11:00"), mayAsk("2026-12-01T10:00", "", ngozi.Address)}, true},
		{"stopped", "2026-11-24T12:00", []Fact{mayAsk("2026-11-24T10:00", "", ngozi.Address), {"s", ny("2026-11-24T11:00"), Stopped{}}}, false},
		{"two of them", "2026-11-25T12:00", []Fact{mayAsk("2026-11-24T10:00", "", ngozi.Address), mayAsk("2026-11-25T10:00", "", robin.Address)}, true},
	} {
		s := planAt(t, tt.now, append([]Fact{story("2026-11-20")}, tt.facts...)...)
		asked := slices.DeleteFunc(slices.Clone(s.Asked), func(n Notice) bool { return !strings.HasPrefix(n.Topic, "unclear/") })
		if tt.waits != (len(asked) == 1) || len(asked) > 1 {
			t.Errorf("%s: asked %+v", tt.name, asked)
		}
		for _, f := range s.FollowUps {
			if f.Kind == CheckIn && tt.waits && f.Status != Waiting && f.Status != Sent && f.Status != Overdue {
				t.Errorf("%s: %s is %s", tt.name, f.Key, f.Status)
			}
		}
	}
}

// What the user was asked waits for his word, whatever date he names meanwhile: it may have
// been the last of the three.
func TestUnclearLetterAndAnotherDate(t *testing.T) {
	letter := mayAsk("2026-11-24T10:00", "", ngozi.Address)
	later := story("2026-12-18")
	later.Key, later.At = "user/2", ny("2026-11-25T11:00")
	facts := []Fact{story("2026-11-20"), letter, later}
	for _, n := range planAt(t, "2026-11-24T12:00", facts[:2]...).Notices {
		facts = append(facts, Fact{"told/" + n.Topic, ny("2026-11-24T12:00"), Told{Topic: n.Topic}})
	}
	if s := planAt(t, "2026-12-22T12:00", facts...); len(s.Asked) != 1 || statusOf(t, s, "check-in/1/1") != Waiting {
		t.Errorf("%v, asked %+v", lines(s), s.Asked)
	}
	said := Fact{"r", ny("2026-12-21T11:00"), Resumed{}}
	if s := planAt(t, "2026-12-22T12:00", append(facts, said)...); len(s.Asked) > 0 || statusOf(t, s, "check-in/1/1") != Open {
		t.Errorf("%v, asked %+v", lines(s), s.Asked)
	}
}

// The user says which it was, and the next one follows it.
func TestUnclearLetterWasIt(t *testing.T) {
	letter := mayAsk("2026-11-24T10:00", "", ngozi.Address)
	s := planAt(t, "2026-11-24T12:00", story("2026-11-20"), letter)
	if n := s.Asked; len(n) != 1 || !strings.Contains(n[0].Text, "`afterword sent acme check-in-1`") || !strings.Contains(n[0].Text, "`afterword resume acme`") {
		t.Fatalf("asked %+v", n)
	}
	said := Fact{"user/said", ny("2026-11-25T11:00"), Attributed{MessageID: letter.What.(Delivered).MessageID, FollowUp: "check-in/1/1"}}
	s = planAt(t, "2026-11-25T12:00", story("2026-11-20"), letter, said)
	if got, want := lines(s), "check-in/1/2 Dec 2 09:00..Dec 4 17:00 waiting"; !slices.Contains(got, want) || len(s.Asked) > 0 {
		t.Errorf("%v, asked %+v", got, s.Asked)
	}
}

// Whatever else happened, no new check-in stands in the days after a letter that may have
// been one, unless the user or the company has said something since.
func TestNothingRightBehindAnUnclearLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts, cal, end := drawStory(t)
		var last Fact
		for _, f := range facts {
			if f.At.After(last.At) {
				last = f
			}
		}
		at := latestOf(last.At, cal.AddHours(end, thankHours)).Add(cal.AddHours(end, 1).Sub(end))
		letter := Fact{"sent/unclear", at, Delivered{MessageID: "unclear", MayAsk: true, To: []string{rapid.SampledFrom([]Contact{ngozi, robin}).Draw(t, "to").Address}}}
		now := at.AddDate(0, 0, rapid.IntRange(0, 4).Draw(t, "days"))
		a := Fold("acme", append(facts, letter))
		if v, ok := a.Round(); ok && !at.After(cal.AddHours(v.End, thankHours)) {
			t.Skip("it may be thanks for a later meeting")
		}
		for _, f := range Plan(&a, cal, DefaultPolicy, now).FollowUps {
			if f.Kind == CheckIn && f.Status == Open {
				t.Fatalf("%s is open: %+v", f.Key, f.Reasons)
			}
		}
	})
}
