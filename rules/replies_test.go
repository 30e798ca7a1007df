package rules

import (
	"slices"
	"testing"
)

func offered(when string, change func(*Received)) Fact {
	f := wrote(MessageOffer, when)
	m := f.What.(Received)
	if change != nil {
		change(&m)
	}
	f.What = m
	return f
}

// An offer is answered once a round.
func TestAnOfferIsAnsweredOnce(t *testing.T) {
	first := offered("2026-11-25T10:00", nil)
	contract := offered("2026-11-27T10:00", nil)
	key, again := "offer-reply/offer2026-11-25T10:00", "offer-reply/offer2026-11-27T10:00"
	for name, tt := range map[string]struct {
		facts []Fact
		want  []string // pending
		told  bool
	}{
		"answered by the draft": {[]Fact{first, {"s", ny("2026-11-25T12:00"), Delivered{FollowUp: key, MessageID: "s", To: []string{robin.Address}}}, contract}, nil, true},
		"accepted by hand":      {[]Fact{first, wroteTo("2026-11-26T12:00", "offer2026-11-25T10:00", robin.Address), contract}, nil, true},
		"draft thrown away":     {[]Fact{first, {"d", ny("2026-11-25T12:00"), Discarded{FollowUp: key}}, contract}, nil, true},
		"not answered yet":      {[]Fact{first, contract}, []string{key}, true},
		"a reply of his own stands": {[]Fact{offered("2026-11-16T10:00", nil), {"e", ny("2026-11-16T12:00"), Edited{FollowUp: "offer-reply/offer2026-11-16T10:00"}}, contract},
			[]string{"offer-reply/offer2026-11-16T10:00"}, true},
		"never answered":         {[]Fact{offered("2026-11-16T10:00", nil), contract}, []string{again}, false},
		"the first from a robot": {[]Fact{offered("2026-11-25T10:00", func(m *Received) { m.NoReply = true }), contract}, []string{again}, false},
		"taken up again":         {[]Fact{first, {"s", ny("2026-11-25T12:00"), Delivered{FollowUp: key, MessageID: "s"}}, {"r", ny("2026-11-26T10:00"), Resumed{}}, contract}, []string{again}, false},
		"a further round": {[]Fact{first, {"s", ny("2026-11-25T12:00"), Delivered{FollowUp: key, MessageID: "s"}},
			event("u", "2026-11-26T14:00", "2026-11-26T15:00", "2026-11-26T09:00", 0, ngozi), contract}, []string{again}, false},
		"withdrawn and made again": {[]Fact{first, {"s", ny("2026-11-25T12:00"), Delivered{FollowUp: key, MessageID: "s"}}, wrote(MessageRejection, "2026-11-26T10:00"), contract}, []string{again}, false},
	} {
		s := planAt(t, "2026-11-27T11:00", append([]Fact{story("2026-11-20")}, tt.facts...)...)
		var got []string
		for _, f := range s.Pending() {
			if f.Kind == OfferReply || f.Kind == RejectionReply {
				got = append(got, f.Key)
			}
		}
		told := slices.ContainsFunc(s.Notices, func(n Notice) bool { return n.Reason.Rule == "offer-again" })
		if !slices.Equal(got, tt.want) || told != tt.told || s.State != Offered {
			t.Errorf("%s: %v, told %v, %s", name, got, told, s.State)
		}
	}
}

// After an offer a form to fill in is told, and nothing is drafted.
func TestFormalitiesAreTold(t *testing.T) {
	s := planAt(t, "2026-11-27T11:00", story("2026-11-20"), offered("2026-11-25T10:00", nil), wroteTo("2026-11-25T12:00", "offer2026-11-25T10:00", robin.Address),
		wrote(MessageQuestion, "2026-11-27T10:00"))
	if len(s.Pending()) != 0 || !slices.ContainsFunc(s.Notices, func(n Notice) bool { return n.Reason.Rule == "question" }) {
		t.Errorf("%v %v", lines(s), s.Notices)
	}
}

// A meeting that ends early is answered before its planned end.
func TestBeforeThePlannedEnd(t *testing.T) {
	f := story("")
	d := f.What.(Described)
	d.Interviews = slices.Clone(d.Interviews)
	d.Interviews[0].Start = ny("2026-11-13T14:00")
	f.What = d
	for _, tt := range []struct {
		fact Fact
		key  string
		want Status
	}{
		{wrote(MessageHolding, "2026-11-13T14:50"), "thank-you/1/" + ngozi.Key(), Withdrawn},
		{wrote(MessageHolding, "2026-11-13T13:50"), "thank-you/1/" + ngozi.Key(), Open},
		{wroteTo("2026-11-13T14:50", "", ngozi.Address), "thank-you/1/" + ngozi.Key(), Sent},
		{wrote(MessageRejection, "2026-11-13T14:50"), "rejection-reply/rejection2026-11-13T14:50", Open},
		{wrote(MessageOffer, "2026-11-13T14:50"), "offer-reply/offer2026-11-13T14:50", Open},
	} {
		if got := statusOf(t, planAt(t, "2026-11-13T15:00", f, tt.fact), tt.key); got != tt.want {
			t.Errorf("%s: %s is %s", tt.fact.Key, tt.key, got)
		}
	}
	if got := lines(planAt(t, "2026-11-13T15:00", f, wrote(MessageHolding, "2026-11-13T14:50"))); !slices.Contains(got, "check-in/1/1 Nov 20 09:00..Nov 24 17:00 waiting") {
		t.Errorf("%v", got)
	}
	if s := planAt(t, "2026-11-13T15:00", f, wrote(MessageQuestion, "2026-11-13T14:50")); s.State != Question {
		t.Errorf("%s", s.State)
	}
}

// A reply is owed to the last word. Whatever a person writes after the outcome stops it,
// unless the user has sent or thrown it away; what repeats the outcome does not.
func TestWhatComesAfterAnOutcome(t *testing.T) {
	for _, outcome := range []MessageKind{MessageOffer, MessageRejection} {
		first := wrote(outcome, "2026-11-25T10:00")
		key := string(outcome) + "-reply/" + first.What.(Received).MessageID
		for _, kind := range MessageKinds {
			want := Withdrawn
			switch kind {
			case outcome, MessageAutoReply, MessageBounce:
				want = Open
			case MessageOffer, MessageRejection:
				continue // another outcome takes its place
			case MessageInterview:
				want = Withdrawn // in prose: no meeting that takes it up again
			}
			next := wrote(kind, "2026-11-25T14:00")
			s := planAt(t, "2026-11-25T15:00", story("2026-11-20"), first, next)
			if got := statusOf(t, s, key); got != want {
				t.Errorf("%s, then %s: the reply is %s", outcome, kind, got)
			}
			told := slices.ContainsFunc(s.Notices, func(n Notice) bool { return n.Reason.Fact == next.Key })
			if want == Withdrawn && !told {
				t.Errorf("%s, then %s: the user is not told", outcome, kind)
			}
			gone := Fact{"s", ny("2026-11-25T12:00"), Delivered{FollowUp: key, MessageID: "s", To: []string{robin.Address}}}
			s = planAt(t, "2026-11-25T15:00", story("2026-11-20"), first, gone, next)
			if got := statusOf(t, s, key); got != Sent || slices.ContainsFunc(s.Notices, func(n Notice) bool { return n.Reason.Rule == "since-outcome" }) {
				t.Errorf("%s, answered, then %s: the reply is %s, %v", outcome, kind, got, s.Notices)
			}
		}
	}
	// What was stopped is no answer: the offer said once more is to be answered.
	s := planAt(t, "2026-11-27T11:00", story("2026-11-20"), wrote(MessageOffer, "2026-11-25T10:00"), wrote(MessageHolding, "2026-11-25T14:00"), wrote(MessageOffer, "2026-11-27T10:00"))
	if got := statusOf(t, s, "offer-reply/offer2026-11-27T10:00"); got != Open {
		t.Errorf("the offer said once more: %v", lines(s))
	}
}

// Who wrote an offer is there, whatever his automatic answer had said. One that comes
// after it says that he is gone.
func TestAReplyToWhoIsAway(t *testing.T) {
	for when, want := range map[string]Status{"2026-11-23T10:00": Open, "2026-11-25T11:00": Waiting} {
		s := planAt(t, "2026-11-25T15:00", story("2026-11-20"), offered("2026-11-25T10:00", nil), Fact{"away", ny(when), Received{MessageID: "a", From: robin, Kind: MessageAutoReply, Return: date("2026-12-02")}})
		if got := statusOf(t, s, "offer-reply/offer2026-11-25T10:00"); got != want {
			t.Errorf("away since %s: %v", when, lines(s))
		}
	}
	s := planAt(t, "2026-11-25T15:00", story("2026-11-20"), offered("2026-11-25T10:00", nil), Fact{"snooze", ny("2026-11-24T10:00"), Snoozed{date("2026-12-02")}})
	if got := statusOf(t, s, "offer-reply/offer2026-11-25T10:00"); got != Open {
		t.Errorf("put off: %v", lines(s))
	}
}

// The answer to an offer goes to where its sender is written to since.
func TestTheSenderOfTheOfferHasAnotherAddress(t *testing.T) {
	first := story("2026-11-20")
	change := func(f Fact, at, name, address string) Fact {
		d := f.What.(Described)
		d.Contacts = slices.Clone(d.Contacts)
		d.Contacts[2].Name, d.Contacts[2].Address = name, address
		return Fact{"user/" + at, ny(at), d}
	}
	once := change(first, "2026-11-25T11:00", robin.Name, "hale@acme.example")
	for want, facts := range map[string][]Fact{
		robin.Address:        {first, offered("2026-11-25T10:00", nil)},
		"hale@acme.example":  {first, offered("2026-11-25T10:00", nil), once},
		"rhale@acme.example": {first, offered("2026-11-25T10:00", nil), once, change(once, "2026-11-25T12:00", robin.Name, "rhale@acme.example")},
	} {
		pending := planAt(t, "2026-11-25T13:00", facts...).Pending()
		if len(pending) != 1 || pending[0].To.Address != want {
			t.Errorf("%s: %+v", want, pending)
		}
	}
	other := planAt(t, "2026-11-25T13:00", first, offered("2026-11-25T10:00", nil), change(first, "2026-11-25T11:00", "Lena Vogt", "lena@acme.example")).Pending()
	if len(other) != 1 || other[0].To.Address != robin.Address {
		t.Errorf("somebody else took the place: %+v", other)
	}
}

// Whoever was turned down thanks for no meeting of which nobody knows whether it took place.
func TestRejectedAfterItWasCalledOff(t *testing.T) {
	off := wrote(MessageInterview, "2026-11-12T16:00")
	m := off.What.(Received)
	m.Unsettled = true
	off.What = m
	no := wrote(MessageRejection, "2026-11-25T10:00")
	key := "rejection-reply/" + no.What.(Received).MessageID
	if got := statusOf(t, planAt(t, "2026-11-25T10:00", story(""), off, no), key); got != Blocked {
		t.Errorf("nobody knows whether they met: %s", got)
	}
	// He knows: it took place as planned.
	held := Fact{"user/2", ny("2026-11-13T16:00"), Resumed{}}
	if got := statusOf(t, planAt(t, "2026-11-25T10:00", story(""), off, held, no), key); got != Open {
		t.Errorf("they met: %s", got)
	}
	// Another one took place.
	two := story("")
	d := two.What.(Described)
	d.Interviews = append(slices.Clone(d.Interviews), Interview{ID: "2", End: ny("2026-11-18T15:00"), Interviewers: []string{tomas.Key()}})
	two.Key, two.At, two.What = "user/2", ny("2026-11-16T17:00"), d
	if got := statusOf(t, planAt(t, "2026-11-25T10:00", story(""), off, two, no), key); got != Open {
		t.Errorf("they met another time: %s", got)
	}
}
