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
		"answered by the draft":  {[]Fact{first, {"s", ny("2026-11-25T12:00"), Delivered{FollowUp: key, MessageID: "s", To: []string{robin.Address}}}, contract}, nil, true},
		"accepted by hand":       {[]Fact{first, wroteTo("2026-11-26T12:00", "offer2026-11-25T10:00", robin.Address), contract}, nil, true},
		"draft thrown away":      {[]Fact{first, {"d", ny("2026-11-25T12:00"), Discarded{FollowUp: key}}, contract}, nil, true},
		"not answered yet":       {[]Fact{first, contract}, []string{key}, true},
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
