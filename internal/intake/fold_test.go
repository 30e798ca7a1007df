package intake

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/rules"

	"pgregory.net/rapid"
)

// freeMail is a domain from which anybody can write.
const freeMail = "gmail.com"

var monday = time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)

func hours(n int) time.Time { return monday.Add(time.Duration(n) * time.Hour) }

func person1(name, address, proof string) Person {
	return Person{rules.Contact{Name: name, Address: address, Part: rules.Interviewer}, proof}
}

// told is mail of Acme that came so many hours after monday.
func told(id string, came int, meetings ...Meeting) Fact {
	return Fact{Key: "found/" + id, At: hours(came), What: Found{Tag: "tag-" + id, MessageID: id, Company: "Acme", Domain: "acme.example", Role: "Analyst",
		From: rules.Contact{Address: "robin@acme.example"}, Sender: Sender{DMARC: "pass", Domain: "acme.example"}, Meetings: meetings}}
}

func in(f Fact, change func(*Found)) Fact {
	w := f.What.(Found)
	change(&w)
	f.What = w
	return f
}

func event(action, uid string, sequence, start int, people ...Person) Meeting {
	return Meeting{Action: action, UID: uid, Sequence: sequence, Calendar: uid != "", Start: hours(start), End: hours(start + 1), Zone: "Europe/Berlin", People: people}
}

func answer(tag string, came int, word Word, fields Fields) Fact {
	return Fact{Key: fmt.Sprint("answered/", tag, came), At: hours(came), What: Answered{Tag: tag, Word: word, Fields: fields}}
}

func TestFold(t *testing.T) {
	ada, ole := person1("Ada Stone", "ada@acme.example", "attendee"), person1("Ole Lund", "ole@acme.example", "attendee")
	for name, c := range map[string]struct {
		facts []Fact
		want  string // state, start and people of each
	}{
		"an invitation":                        {[]Fact{told("a", 0, event("new", "u", 0, 30, ada))}, "asked 30 Ada Stone"},
		"moved by its calendar":                {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("move", "u", 1, 50, ole))}, "asked 50 Ole Lund"},
		"an older version that comes late":     {[]Fact{told("a", 0, event("move", "u", 2, 30, ada)), told("b", 1, event("move", "u", 1, 50, ole))}, "asked 30 Ada Stone Ole Lund"},
		"called off":                           {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("cancel", "u", 1, 30))}, "gone 0"},
		"called off, and there again":          {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("cancel", "u", 1, 30)), told("c", 2, event("move", "u", 2, 40, ada))}, "asked 40 Ada Stone"},
		"calendar, scheduler and prose":        {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("new", "v", 0, 30, ole)), told("c", 2, event("new", "", 0, 30))}, "asked 30 Ada Stone Ole Lund"},
		"a reminder":                           {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("reminder", "", 0, 30, ole))}, "asked 30 Ada Stone Ole Lund"},
		"two rounds":                           {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("new", "v", 0, 60, ole))}, "asked 30 Ada Stone, asked 60 Ole Lund"},
		"prose that moves the only one":        {[]Fact{told("a", 0, event("new", "", 0, 30, ada)), answers(told("b", 1, event("move", "", 0, 50)), "a")}, "asked 50 Ada Stone"},
		"prose that moves one of two":          {[]Fact{told("a", 0, event("new", "", 0, 30, ada), event("new", "", 0, 40, ole)), answers(told("b", 1, event("move", "", 0, 50)), "a")}, "asked 30 Ada Stone Ole Lund in doubt"},
		"no":                                   {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), answer("tag-a", 1, No, Fields{})}, "no 30 Ada Stone"},
		"no, and it is moved":                  {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), answer("tag-a", 1, No, Fields{}), told("b", 2, event("move", "u", 1, 90, ada))}, "no 90 Ada Stone"},
		"no, and prose tells of it":            {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), answer("tag-a", 1, No, Fields{}), told("b", 2, event("new", "", 0, 30))}, "no 30 Ada Stone"},
		"no to a reminder's tag":               {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("reminder", "u", 0, 30)), answer("tag-b", 2, No, Fields{})}, "no 30 Ada Stone"},
		"no and then yes":                      {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), answer("tag-a", 1, No, Fields{}), answer("tag-a", 2, Yes, Fields{})}, "confirmed 30 Ada Stone"},
		"taken back":                           {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), answer("tag-a", 1, No, Fields{}), answer("tag-a", 2, Undo, Fields{})}, "asked 30 Ada Stone"},
		"the user's word before later mail":    {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), answer("tag-a", 1, "", Fields{Start: hours(31), Interviewers: []rules.Contact{ole.Contact}}), told("b", 2, event("move", "u", 1, 90, ada))}, "asked 31 Ole Lund"},
		"a stranger moves it":                  {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), from(told("b", 1, event("move", "u", 1, 90, ole)), "eve@elsewhere.example")}, "asked 30 Ada Stone in doubt"},
		"another one at the same free mail":    {[]Fact{from(told("a", 0, event("new", "u", 0, 30, ada)), "acme.jobs@"+freeMail), from(told("b", 1, event("move", "u", 1, 90, ole)), "eve@"+freeMail)}, "asked 30 Ada Stone in doubt"},
		"a forged move":                        {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), in(told("b", 1, event("move", "u", 1, 90, ole)), func(w *Found) { w.Sender.DMARC = "fail" })}, "asked 30 Ada Stone in doubt"},
		"entered":                              {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), {Key: "entered/tag-a", At: hours(1), What: Entered{Tag: "tag-a", Application: "acme"}}}, "entered 30 Ada Stone"},
		"another company at the same time":     {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), in(told("b", 1, event("new", "v", 0, 30, ole)), func(w *Found) { w.Company, w.Domain = "Nordwind", "nordwind.example" })}, "asked 30 Ada Stone, asked 30 Ole Lund"},
		"times to choose from":                 {[]Fact{offers("a", 0)}, "choosing 0"},
		"asked twice to choose":                {[]Fact{offers("a", 0), offers("b", 5)}, "choosing 0"},
		"a choice, and then its appointment":   {[]Fact{offers("a", 0), told("b", 5, event("new", "u", 0, 30, ada))}, "asked 30 Ada Stone"},
		"the next choice is the next round":    {[]Fact{offers("a", 0), told("b", 5, event("new", "u", 0, 30, ada)), offers("c", 40)}, "asked 30 Ada Stone, choosing 0"},
		"a choice at another company":          {[]Fact{offers("a", 0), in(told("b", 5, event("new", "u", 0, 30, ada)), func(w *Found) { w.Company, w.Domain = "Nordwind", "nordwind.example" })}, "choosing 0, asked 30 Ada Stone"},
		"a choice for another role":            {[]Fact{offers("a", 0), in(told("b", 5, event("new", "u", 0, 30, ada)), func(w *Found) { w.Role = "Engineer" })}, "choosing 0, asked 30 Ada Stone"},
		"a stranger's appointment":             {[]Fact{offers("a", 0), from(told("b", 5, event("new", "u", 0, 30, ole)), "eve@elsewhere.example")}, "choosing 0, asked 30 Ole Lund"},
		"a choice, and no":                     {[]Fact{offers("a", 0), answer("tag-a", 1, No, Fields{})}, "no 0"},
		"a choice, and yes":                    {[]Fact{offers("a", 0), answer("tag-a", 1, Yes, Fields{})}, "choosing 0"},
		"a choice, yes and the time":           {[]Fact{offers("a", 0), answer("tag-a", 1, Yes, Fields{Start: hours(30)})}, "confirmed 30"},
		"a choice that he answered":            {[]Fact{offers("a", 0), chose("tag-a", 1)}, "chosen 0"},
		"asked again after his answer":         {[]Fact{offers("a", 0), chose("tag-a", 1), offers("b", 5)}, "choosing 0"},
		"another time to choose":               {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), answers(offers("b", 5), "a")}, "asked 30 Ada Stone in doubt"},
		"a new time to choose when called off": {[]Fact{told("a", 0, event("new", "u", 0, 30, ada)), told("b", 1, event("cancel", "u", 1, 30)), answers(offers("c", 2), "b")}, "choosing 0"},
		"called off before anything was told":  {[]Fact{told("a", 0, event("cancel", "", 0, 30))}, "gone 0"},
	} {
		var got []string
		for _, f := range Fold(c.facts) {
			one := fmt.Sprint(f.State, " ", max(0, int(f.Start().Sub(monday).Hours())))
			for _, p := range f.people() {
				one += " " + p.Name
			}
			if f.Doubt != "" && f.State == Asked {
				one += " in doubt"
			}
			got = append(got, one)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", name, strings.Join(got, ", "), c.want)
		}
	}
}

// offers is mail of Acme that leaves the time to the user.
func offers(id string, came int) Fact {
	return in(told(id, came), func(w *Found) { w.Choice, w.Words = true, []string{"Pick a time."} })
}

func chose(tag string, came int) Fact {
	return Fact{Key: fmt.Sprint("chose/", tag, came), At: hours(came), What: Chose{Tag: tag, MessageID: "mine"}}
}

func answers(f Fact, id string) Fact { return in(f, func(w *Found) { w.InReplyTo = id }) }

func from(f Fact, address string) Fact {
	return in(f, func(w *Found) {
		w.From.Address = address
		_, w.Sender.Domain, _ = strings.Cut(address, "@")
	})
}

// One yes is for all rounds of a candidacy, and for none of which somebody else writes under
// the company's name: his address would get into a letter.
func TestTogether(t *testing.T) {
	first := told("a", 0, event("new", "u", 0, 30))
	second := told("b", 1, event("new", "v", 0, 60))
	system := func(f Fact) Fact {
		return in(f, func(w *Found) { w.Sender = Sender{DMARC: "pass", Domain: "system.example", System: "system.example"} })
	}
	for name, c := range map[string]struct {
		other Fact
		want  int
	}{
		"a round of the company's":           {second, 2},
		"by its tracking system":             {system(from(second, "no-reply@system.example")), 2},
		"of another role":                    {in(second, func(w *Found) { w.Role = "Engineer" }), 1},
		"from elsewhere, in its name":        {from(second, "eve@elsewhere.example"), 1},
		"from free mail, in its name":        {from(second, "acme.jobs@"+freeMail), 1},
		"from its domain, and DMARC says no": {in(second, func(w *Found) { w.Sender.DMARC = "fail" }), 1},
		"by a system that anybody can use":   {in(system(from(second, "no-reply@system.example")), func(w *Found) { w.Domain = "" }), 1},
	} {
		list := Fold([]Fact{first, c.other})
		f, _ := Named(list, "tag-a")
		if got := Together(list, f); len(list) != 2 || len(got) != c.want {
			t.Errorf("%s: %d of %d, want %d", name, len(got), len(list), c.want)
		}
	}
}

// aFact draws facts of few companies, events and times, so that they meet.
func aFact(n int) *rapid.Generator[Fact] {
	return rapid.Custom(func(t *rapid.T) Fact {
		id := fmt.Sprint(n)
		came := rapid.IntRange(0, 40).Draw(t, "came")
		tag := fmt.Sprint("tag-", rapid.IntRange(0, 9).Draw(t, "tag"))
		switch rapid.IntRange(0, 9).Draw(t, "what") {
		case 0, 1:
			f := answer(tag, came, rapid.SampledFrom([]Word{Yes, No, Stop, Undo, ""}).Draw(t, "word"), Fields{Role: rapid.SampledFrom([]string{"", "Lead"}).Draw(t, "role")})
			f.Key += "/" + id
			return f
		case 2:
			return Fact{Key: "entered/" + tag, At: hours(came), What: Entered{Tag: tag, Application: "acme"}}
		case 3:
			return Fact{Key: "applied/" + id, At: hours(came), What: Applied{MessageID: id, Company: "Acme", Role: rapid.SampledFrom([]string{"", "Analyst", "Engineer"}).Draw(t, "role")}}
		}
		var list []Meeting
		for range rapid.IntRange(1, 2).Draw(t, "meetings") {
			m := event(rapid.SampledFrom([]string{"new", "move", "cancel", "reminder"}).Draw(t, "action"), rapid.SampledFrom([]string{"", "u", "v", "w"}).Draw(t, "uid"),
				rapid.IntRange(0, 2).Draw(t, "sequence"), 50+rapid.IntRange(0, 6).Draw(t, "start"), person1(rapid.SampledFrom([]string{"Ada Stone", "Ole Lund"}).Draw(t, "who"), "", ""))
			list = append(list, m)
		}
		f := told(id, came, list...)
		return in(f, func(w *Found) {
			w.InReplyTo = rapid.SampledFrom([]string{"", "0", "1", "2", "3"}).Draw(t, "answers")
			if rapid.Bool().Draw(t, "other") {
				w.Company, w.Domain = "Nordwind", "nordwind.example"
			}
			if rapid.IntRange(0, 5).Draw(t, "stranger") == 0 {
				w.From.Address, w.Sender.Domain = "eve@elsewhere.example", "elsewhere.example"
			}
		})
	})
}

func someFacts(t *rapid.T) (facts []Fact) {
	for n := range rapid.IntRange(1, 9).Draw(t, "facts") {
		facts = append(facts, aFact(n).Draw(t, "fact"))
	}
	return facts
}

// The order in which facts are learnt does not matter, nor one that is learnt twice; and
// they are the same when they were stored meanwhile.
func TestFoldInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := someFacts(t)
		want, _ := json.Marshal(Fold(facts))
		shuffled := rapid.Permutation(append(slices.Clone(facts), facts[0])).Draw(t, "order")
		for i, f := range shuffled {
			kind, body, err := Encode(f.What)
			if err == nil {
				shuffled[i].What, err = Decode(kind, body)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := json.Marshal(Fold(shuffled)); string(got) != string(want) {
			t.Fatalf("\n%s\nand in another order\n%s", want, got)
		}
	})
}

// What the user has dismissed is never asked about again, whatever mail comes.
func TestDismissalsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := someFacts(t)
		for _, f := range Fold(facts) {
			facts = append(facts, answer(f.Tag, 41, No, Fields{}))
		}
		uids := map[string]bool{}
		for _, f := range facts {
			if w, ok := f.What.(Found); ok {
				for _, m := range w.Meetings {
					uids[m.UID] = true
				}
			}
		}
		for n := range 3 {
			more := aFact(100+n).Draw(t, "more")
			if _, ok := more.What.(Found); ok {
				more.At = hours(50)
				facts = append(facts, more)
			}
		}
		for _, f := range Fold(facts) {
			if f.State == Dismissed {
				continue
			}
			for _, w := range f.Mail {
				for _, m := range w.Meetings {
					if m.UID != "" && uids[m.UID] {
						t.Fatalf("%s is %s, and its event was dismissed", f.Tag, f.State)
					}
				}
			}
		}
	})
}

func TestTag(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		tag := NewTag()
		if !IsTag(tag) || seen[tag] {
			t.Fatal(tag)
		}
		seen[tag] = true
	}
	for _, s := range []string{"", "k7m2", "k7m2-4f9", "k7m2-4f9qq", "k7m2_4f9q", "K7M2-4F9Q", "k0m2-4f9q"} {
		if IsTag(s) {
			t.Errorf("%q is a tag", s)
		}
	}
}
