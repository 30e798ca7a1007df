package drafter

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"afterword/rules"
	"afterword/templates"
)

// loadTexts loads the embedded texts.
func loadTexts(t testing.TB) *templates.Set {
	t.Helper()
	set, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func calendar(t testing.TB) *rules.Calendar {
	t.Helper()
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	c, err := rules.NewCalendar(rules.CalendarOptions{Zone: zone, Holidays: "US"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var (
	okafor = rules.Contact{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "n.okafor@acme.example", Part: rules.Interviewer}
	brandt = rules.Contact{Name: "Jonas Brandt", Address: "jonas@acme.example", Part: rules.Interviewer}
	weiss  = rules.Contact{Name: "Carla Weiß", Address: "carla.weiss@acme.example", Part: rules.Recruiter}
	me     = Identity{Name: "Maya Lind", Address: "maya@post.example", Signature: "Maya Lind\n+1 555 0100"}
)

// acme is an application with a panel of two and a recruiter.
func acme(t testing.TB) rules.Application {
	t.Helper()
	zone := calendar(t).Zone()
	return rules.Fold("a1", []rules.Fact{{
		Key: "user/1", At: time.Date(2026, 11, 12, 9, 0, 0, 0, zone),
		What: rules.Described{
			Company: "Acme Analytics", Role: "Senior Analyst", Contacts: []rules.Contact{okafor, brandt, weiss},
			Interviews: []rules.Interview{{
				ID: "1", Start: time.Date(2026, 11, 13, 14, 0, 0, 0, zone), End: time.Date(2026, 11, 13, 15, 0, 0, 0, zone),
				Interviewers: []string{okafor.Key(), brandt.Key()},
				Topics:       []string{"the move to event-based billing", "mentoring new analysts"},
				Challenges:   []string{"late data from partners"},
				Decision:     rules.NewDate(2026, 11, 20),
			}},
		},
	}})
}

func input(t testing.TB, f rules.FollowUp) Input {
	t.Helper()
	c := calendar(t)
	return Input{
		App: acme(t), FollowUp: f, Texts: loadTexts(t), Me: me, Language: "en", Calendar: c,
		Now: time.Date(2026, 11, 13, 15, 1, 0, 0, c.Zone()), MessageID: "0b1c2d3e-0000-4000-8000-000000000001@post.example",
	}
}

// What was said with one person stands in that person's letter, with why it matters and
// what of the user's work fits.
func TestWhatWasSaidWithWhom(t *testing.T) {
	for _, to := range []rules.Contact{okafor, brandt} {
		in := input(t, thankYou(to))
		in.App.Interviews[0].Points = []rules.Point{{Topic: "the freeze in March", Because: "I have seen two", OwnWork: "led one", With: brandt.Key()}}
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(err, findings)
		}
		text := strings.Join(strings.Fields(d.Body), " ")
		for _, words := range []string{"the freeze in March", "because I have seen two", "led one"} {
			if strings.Contains(text, words) != (to.Name == brandt.Name) {
				t.Errorf("%s and %q:\n%s", to.Name, words, d.Body)
			}
		}
	}
}

func thankYou(to rules.Contact) rules.FollowUp {
	return rules.FollowUp{Key: "thank-you/1/" + to.Key(), Kind: rules.ThankYou, Number: 1, Interview: "1", To: to}
}

// everyKind is one follow-up of each kind, to people at Acme.
func everyKind() map[string]rules.FollowUp {
	kinds := map[string]rules.FollowUp{
		"thank-you panel 1": thankYou(okafor),
		"thank-you panel 2": thankYou(brandt),
		"pass on": {Key: "thank-you/1/pass", Kind: rules.ThankYou, Number: 1, Interview: "1", To: weiss,
			PassOn: []rules.Contact{{Name: "Tom Reyes"}}},
		"no-show":                  {Key: "no-show/1/x", Kind: rules.NoShow, Number: 1, Interview: "1", To: brandt},
		"no-show to the recruiter": {Key: "no-show/1", Kind: rules.NoShow, Number: 1, Interview: "1", To: weiss},
		"offer":                    {Key: "offer-reply/x", Kind: rules.OfferReply, Number: 1, Interview: "1", To: weiss},
		"offer by":                 {Key: "offer-reply/y", Kind: rules.OfferReply, Number: 1, Interview: "1", To: weiss, RespondBy: rules.NewDate(2026, 12, 4)},
		"rejection":                {Key: "rejection-reply/x", Kind: rules.RejectionReply, Number: 1, Interview: "1", To: weiss},
		"acceptance":               {Key: "acceptance/x", Kind: rules.Acceptance, Number: 1, Interview: "1", To: weiss},
		"declining":                {Key: "declining/x", Kind: rules.Declining, Number: 1, Interview: "1", To: weiss},
		"more time":                {Key: "more-time/x", Kind: rules.MoreTime, Number: 1, Interview: "1", To: weiss, RespondBy: rules.NewDate(2026, 12, 18)},
		"withdrawal":               {Key: "withdrawal/x", Kind: rules.Withdrawal, Number: 1, Interview: "1", To: weiss},
	}
	for _, b := range []rules.Before{rules.AfterPromised, rules.AfterAssumed, rules.AfterHolding, rules.AfterMoved} {
		kinds["check-in 1 "+string(b)] = rules.FollowUp{Key: "check-in/1/1", Kind: rules.CheckIn, Number: 1, Interview: "1", To: weiss, After: b}
	}
	for _, b := range []rules.Before{rules.AfterSilence, rules.AfterHolding, rules.AfterMoved} {
		kinds["check-in 2 "+string(b)] = rules.FollowUp{Key: "check-in/1/2", Kind: rules.CheckIn, Number: 2, Interview: "1", To: weiss, After: b}
		kinds["check-in 3 "+string(b)] = rules.FollowUp{Key: "check-in/1/3", Kind: rules.CheckIn, Number: 3, Interview: "1", To: weiss, After: b}
	}
	return kinds
}

func TestComposeEveryKind(t *testing.T) {
	for _, language := range []string{"en", "de", "fr", "es", "nl"} {
		for name, f := range everyKind() {
			in := input(t, f)
			in.App.Language = language
			in.Language = language
			for seed := range uint64(20) {
				in.Seed = rand.New(rand.NewPCG(seed, 7)).Uint64()
				d, findings, err := Compose(t.Context(), in)
				if err != nil {
					t.Errorf("%s %s: %v\n%v", language, name, err, findings)
					break
				}
				if seed == 0 && testing.Verbose() {
					t.Logf("%s %s (%d words)\nSubject: %s\n\n%s", language, name, d.Words, d.Subject, d.Body)
				}
			}
		}
	}
}

func TestNewMessageID(t *testing.T) {
	id, err := NewMessageID("Maya@Post.example", bytes.NewReader(make([]byte, 16)))
	if err != nil || id != "00000000-0000-4000-8000-000000000000@post.example" {
		t.Errorf("NewMessageID = %q, %v", id, err)
	}
	for _, from := range []string{"", "maya", "@post.example", "maya@", "maya@post..example", "maya@pöst.example", "maya@a b"} {
		if id, err := NewMessageID(from, bytes.NewReader(make([]byte, 16))); err == nil {
			t.Errorf("NewMessageID(%q) = %q, want an error", from, id)
		}
	}
	if _, err := NewMessageID("a@b.example", strings.NewReader("short")); err == nil {
		t.Error("NewMessageID with too little random gives no error")
	}
}

// The recruiter did not miss the talk: the letter says with whom it was to be.
func TestNoShowNamesThoseWhoDidNotCome(t *testing.T) {
	in := input(t, everyKind()["no-show to the recruiter"])
	for seed := range uint64(20) {
		in.Seed = seed
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(err, findings)
		}
		if text := strings.Join(strings.Fields(d.Body), " "); !strings.Contains(text, "Dr. Ngozi Okafor and Jonas Brandt") {
			t.Errorf("nobody is named:\n%s", d.Body)
		}
	}
}

// A signature that begins with the name says it; no letter says it twice.
func TestTheNameStandsOnce(t *testing.T) {
	for signature, want := range map[string]string{
		"":                               "regards,\nMaya Lind\n",
		"Maya Lind\n+1 555 0100":         "regards,\n\n-- \nMaya Lind\n+1 555 0100\n",
		"+1 555 0100\nmaya@lind.example": "regards,\nMaya Lind\n\n-- \n+1 555 0100\nmaya@lind.example\n",
	} {
		in := input(t, thankYou(okafor))
		in.Me.Signature = signature
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(err, findings)
		}
		if !strings.HasSuffix(d.Body, want) {
			t.Errorf("%q:\n%s", signature, d.Body)
		}
	}
}
