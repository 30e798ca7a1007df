package rules

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// drawConversation draws messages and drafts whose clocks are wrong by hours. Causes
// name earlier messages, or, where circles are wanted, any.
func drawConversation(t *rapid.T, circles bool) []Fact {
	start := ny("2026-11-13T15:00")
	n := rapid.IntRange(2, 12).Draw(t, "messages")
	var facts []Fact
	for i := range n {
		at := start.Add(time.Duration(i)*time.Hour + time.Duration(rapid.IntRange(-240, 240).Draw(t, "clock"))*time.Minute)
		var refs []string
		for range rapid.IntRange(0, 2).Draw(t, "references") {
			last := i - 1
			if circles {
				last = n - 1
			}
			if last >= 0 {
				refs = append(refs, fmt.Sprint("m", rapid.IntRange(0, last).Draw(t, "reference")))
			}
		}
		id := fmt.Sprint("m", i)
		switch rapid.IntRange(0, 2).Draw(t, "what") {
		case 0:
			facts = append(facts, Fact{"received/" + id, at, Received{MessageID: id, From: robin, References: refs, Person: true, Kind: MessageHolding}})
		case 1:
			facts = append(facts, Fact{"sent/" + id, at, Delivered{MessageID: id, InReplyTo: last(refs), To: []string{robin.Address}}})
		default:
			draft := fmt.Sprint("d", i)
			facts = append(facts, Fact{"placed/" + draft, at, Placed{FollowUp: id, MessageID: draft}},
				Fact{"sent/" + id, at.Add(time.Duration(rapid.IntRange(-9, 9).Draw(t, "sent")) * time.Hour), Delivered{FollowUp: id, MessageID: id, To: []string{robin.Address}}})
		}
	}
	return facts
}

func last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}

func TestOrderOfCause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		circles := rapid.Bool().Draw(t, "circles")
		facts := drawConversation(t, circles)
		sorted := inOrder(facts)
		if len(sorted) != len(facts) {
			t.Fatalf("%d of %d facts", len(sorted), len(facts))
		}
		at := map[string]int{}
		for i, f := range sorted {
			switch w := f.What.(type) {
			case Received:
				at[w.MessageID] = i
			case Delivered:
				at[w.MessageID] = i
			case Placed:
				at["draft of "+w.FollowUp] = i
			}
			if i > 0 && f.At.Before(sorted[i-1].At) {
				t.Errorf("%s goes back in time", f.Key)
			}
		}
		for _, f := range sorted {
			var causes []string
			switch w := f.What.(type) {
			case Received:
				causes = w.References
			case Delivered:
				causes = []string{w.InReplyTo, "draft of " + w.FollowUp}
			}
			for _, c := range causes {
				if j, known := at[c]; known && !circles && !sorted[j].At.Before(f.At) {
					t.Errorf("%s does not come after %s, which it follows on", f.Key, c)
				}
			}
		}
		mixed := append(slices.Clone(facts), facts...)
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if again := inOrder(mixed); !reflect.DeepEqual(sorted, again) {
			t.Fatalf("in another order of arrival:\n%+v\n%+v", sorted, again)
		}
	})
}

// A client's clock is four minutes fast, and the answer comes within two.
func TestAnswerBeforeItsLetter(t *testing.T) {
	letter := sent("check-in/1/1", "2026-11-24T10:04")
	for kind, state := range map[MessageKind]State{MessageOther: Answered, MessageQuestion: Question, MessageInterview: Answered, MessageRejection: Rejected, MessageOffer: Offered} {
		answer := wrote(kind, "2026-11-24T10:02")
		m := answer.What.(Received)
		m.InReplyTo = letter.What.(Delivered).MessageID
		answer.What = m
		s := planAt(t, "2026-12-20T10:00", story("2026-11-20"), letter, answer)
		for _, f := range s.Pending() {
			if f.Kind == CheckIn {
				t.Errorf("%s: %s is %s after the answer", kind, f.Key, f.Status)
			}
		}
		if s.State != state {
			t.Errorf("%s: %s", kind, s.State)
		}
	}
}

// A client that is slow: what it sent answers what came before.
func TestLetterBeforeWhatItAnswers(t *testing.T) {
	letter := Fact{"s", ny("2026-11-25T09:30"), Delivered{MessageID: "s", References: []string{"question2026-11-25T10:00"}, To: []string{robin.Address}}}
	if s := planAt(t, "2026-11-25T12:00", story("2026-11-20"), wrote(MessageQuestion, "2026-11-25T10:00"), letter); s.State != Active {
		t.Errorf("%s %v", s.State, s.Reasons)
	}
}

// A system that uses one Message-ID for an acknowledgement and a rejection.
func TestReusedMessageID(t *testing.T) {
	message := func(kind MessageKind, when, subject string) Fact {
		a := Fold("acme", []Fact{story("")})
		if kind == MessageRejection {
			a = Fold("acme", []Fact{story(""), {ReceivedKey("x", nil), ny("2026-11-14T10:00"), Received{MessageID: "x", From: robin, Subject: "Thanks", Digest: DigestOf([]byte("Thanks"))}}})
		}
		f := wrote(kind, when)
		m := f.What.(Received)
		m.MessageID, m.Subject, m.Digest = "x", subject, DigestOf([]byte(subject))
		return Fact{a.ReceivedKey("x", []byte(subject), robin.Address, subject), ny(when), m}
	}
	ack, no := message(MessageAcknowledgement, "2026-11-14T10:00", "Thanks"), message(MessageRejection, "2026-11-20T10:00", "Your application")
	for name, facts := range map[string][]Fact{
		"keys of their own": {story(""), ack, no},
		"one key":           {story(""), ack, {ack.Key, no.At, no.What}},
	} {
		if s := planAt(t, "2026-11-20T11:00", facts...); s.State != Rejected {
			t.Errorf("%s: %s", name, s.State)
		}
	}
	a := Fold("acme", []Fact{story(""), ack, no})
	for _, f := range []Fact{ack, no} {
		m := f.What.(Received)
		if key := a.ReceivedKey("x", []byte(m.Subject), robin.Address, m.Subject); key != f.Key {
			t.Errorf("read again, %q has the key %q, not %q", m.Subject, key, f.Key)
		}
	}
	if a, b := ReceivedKey("", []byte("a")), ReceivedKey("", []byte("b")); a == b {
		t.Errorf("two messages without a Message-ID: %q", a)
	}
}

// longStory is a conversation that a mailing system has filled with so many messages.
func longStory(messages int) []Fact {
	facts := []Fact{story("2026-11-20"), sent("check-in/1/1", "2026-11-24T10:00")}
	for i := range messages {
		at := ny("2026-11-24T11:00").Add(time.Duration(i) * time.Minute)
		id := fmt.Sprint("m", i)
		m := Received{MessageID: id, From: robin, Kind: MessageKinds[i%len(MessageKinds)], Person: true, References: []string{fmt.Sprint("m", i-1)}, Decision: DateOf(at), Return: DateOf(at)}
		if m.Kind == MessageInterview {
			m.Meeting = &Interview{UID: id, Start: at.AddDate(0, 0, 2), End: at.AddDate(0, 0, 2).Add(30 * time.Second)}
			m.People = []Contact{{Name: "Ada", Address: id + "@acme.example", Part: Interviewer}}
		}
		facts = append(facts, Fact{"received/" + id, at, m})
		if i%10 == 3 {
			facts = append(facts, Fact{"sent/s" + id, at, Delivered{MessageID: "s" + id, InReplyTo: id, To: []string{robin.Address}}},
				Fact{"user/m" + id, at, Marked{MessageID: id, Kind: MessageOther}})
		}
	}
	return facts
}

// BenchmarkPlanLong shows that a plan costs in proportion to the facts.
func BenchmarkPlanLong(b *testing.B) {
	cal := mustCalendar(b, CalendarOptions{Zone: newYork, Holidays: "US"})
	for _, n := range []int{1000, 8000, 64000} {
		facts := longStory(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				a := Fold("acme", facts)
				Plan(&a, cal, DefaultPolicy, ny("2026-12-01T09:00"))
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/message")
		})
	}
}

// In a conversation in which each message answers the one before it, it makes no
// difference how wrong the user's clock is.
func TestAWrongClockMakesNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		right, wrong := []Fact{story("2026-11-20")}, []Fact{story("2026-11-20")}
		at := ny("2026-11-24T10:00")
		skew := time.Duration(rapid.IntRange(-60, 60).Draw(t, "skew")) * time.Minute
		slot := 1
		var before string
		n := rapid.IntRange(1, 6).Draw(t, "messages")
		for i := range n {
			id := fmt.Sprint("m", i)
			f := Fact{Key: "sent/" + id, At: at}
			if rapid.Bool().Draw(t, "sent") {
				d := Delivered{MessageID: id, InReplyTo: before, To: []string{robin.Address}}
				if slot <= 3 && rapid.Bool().Draw(t, "check-in") {
					d.FollowUp = fmt.Sprint("check-in/1/", slot)
					slot++
				}
				f.What = d
			} else {
				f.Key = "received/" + id
				f.What = Received{MessageID: id, InReplyTo: before, From: robin, Person: true, Sure: true, Kind: rapid.SampledFrom(
					[]MessageKind{MessageHolding, MessageQuestion, MessageOther, MessageInterview, MessageOffer, MessageRejection}).Draw(t, "kind")}
			}
			right = append(right, f)
			if _, sent := f.What.(Delivered); sent && i < n-1 { // of the last one nothing else is known
				f.At = f.At.Add(skew)
			}
			wrong = append(wrong, f)
			before = id
			at = at.Add(time.Duration(rapid.IntRange(2, 30).Draw(t, "minutes")) * time.Minute)
		}
		cal, _ := NewCalendar(CalendarOptions{Zone: newYork, Holidays: "US"})
		plan := func(facts []Fact) Schedule {
			a := Fold("acme", facts)
			return Plan(&a, cal, DefaultPolicy, ny("2026-11-24T18:00"))
		}
		want, got := plan(right), plan(wrong)
		if !slices.Equal(lines(got), lines(want)) || got.State != want.State {
			t.Fatalf("%v: %s\n%s\nnot %s\n%s", skew, got.State, join(lines(got)), want.State, join(lines(want)))
		}
	})
}

// A draft that was taken out and put back stands, also where both are noted in one instant
// or the clock was set back between them; so does one that took another's place.
func TestADraftThatIsBackStands(t *testing.T) {
	const key = "thank-you/1/tomas@acme.example"
	at := ny("2026-11-13T15:10")
	placed := Fact{"placed/d", ny("2026-11-13T15:00"), Placed{key, "d", nil}}
	gone := Fact{"discarded/d", at, Discarded{FollowUp: key, Vanished: true}}
	for name, facts := range map[string][]Fact{
		"one instant":    {placed, gone, {"back/d", at, Placed{key, "d", nil}}},
		"clock set back": {placed, gone, {"back/d", at.Add(-time.Hour), Placed{key, "d", nil}}},
		"twice": {placed, gone, {"back/d", at.Add(-time.Hour), Placed{key, "d", nil}}, {"discarded-2/d", at.Add(-2 * time.Hour), Discarded{FollowUp: key}},
			{"back-2/d", at.Add(-3 * time.Hour), Edited{key}}},
		"in its place": {placed, {"removed/d", at, Removed{FollowUp: key}}, {"placed/c", at, Placed{key, "c", nil}}},
	} {
		for _, f := range planAt(t, "2026-11-13T16:00", append(facts, story("2026-11-20"))...).FollowUps {
			if f.Key == key && (f.Status != Open || !f.Placed) {
				t.Errorf("%s: it is %s, placed %v", name, f.Status, f.Placed)
			}
		}
	}
	again := Fact{"discarded-2/d", at.Add(-2 * time.Hour), Discarded{FollowUp: key}}
	for _, f := range planAt(t, "2026-11-13T16:00", story("2026-11-20"), placed, gone, Fact{"back/d", at.Add(-time.Hour), Placed{key, "d", nil}}, again).FollowUps {
		if f.Key == key && f.Status != Declined {
			t.Errorf("thrown away after it was back: it is %s", f.Status)
		}
	}
}
