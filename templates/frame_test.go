package templates

import (
	"slices"
	"testing"
	"time"
)

// A sentence of a frame with one that was said is not said again, whatever day or topic
// stands in it.
func TestFrames(t *testing.T) {
	for _, c := range []struct {
		frame    frame
		sentence string
		fits     bool
	}{
		{frame{"thank you for your time"}, "thank you for your time", true},
		{frame{"i am glad to talk on ", " about the ", " role"}, "i am glad to talk on friday about the senior analyst role", true},
		{frame{"i am glad to talk on ", " about the ", " role"}, "i am glad to talk on friday about the senior analyst job", false},
		{frame{"", " interests me"}, "acme rail interests me", true},
		{frame{"is ", " open"}, "was it open", false},
	} {
		if c.frame.fits(c.sentence) != c.fits {
			t.Errorf("%q and %q", c.frame, c.sentence)
		}
	}
}

// applications is how many random applications are written to in each language; 400 were
// tried and hold as well.
const applications = 8

// Nobody at a company reads two sentences that differ in a day, a name or a topic alone.
func TestNoFrameTwiceInASequence(t *testing.T) {
	s := load(t)
	for _, lang := range Languages() {
		r := newRandom(7)
		for i := range applications {
			base := randomData(r, lang)
			base.Today = base.Met.AddDate(0, 0, 1)
			var before []string
			write := func(d Data, most int) Letter {
				d.Said = before
				l, err := s.Write(t.Context(), d, func(x string) bool { return slices.Contains(before, x) }, most, r.next())
				if err != nil {
					t.Fatalf("%s %d: %s %d: %v", lang, i, d.Kind, d.Number, err)
				}
				_, _, f, _ := s.find(lang, d.file())
				c := newMatter(d, f.language)
				c.tags["spare"], c.tags["plain"] = true, true
				for _, sl := range c.slots(f) {
					for _, r := range sl.candidates {
						whole := !slices.ContainsFunc(Sentences(f.language.start(r.text)), func(x string) bool { return !slices.Contains(l.Sentences, x) })
						if whole && said(r.frames, before) {
							t.Errorf("%s %d: %s %d repeats %q", lang, i, d.Kind, d.Number, r.text)
						}
					}
				}
				before = append(before, l.Sentences...)
				return l
			}
			for n := range 1 + int(r.next()%5) {
				d := base
				d.Kind, d.Panel, d.Round, d.SamePeople, d.To = "thank-you", true, 1, false, worldPeople[n]
				if r.yes() {
					d.Topics = []string{worldNotes[lang][n%5]}
				}
				if r.yes() {
					d.Because, d.OwnWork = "it was so where I worked", "did it once"
				}
				write(d, 0)
			}
			d := base
			d.Kind, d.Round, d.SamePeople, d.Met = "thank-you", 2, true, base.Met.AddDate(0, 0, 7)
			d.Today = d.Met
			write(d, 0)
			d.Kind, d.Before, d.Decision, d.Today = "check-in", pick(r, []string{"promised", "assumed", "holding", "moved"}), d.Met.AddDate(0, 0, 7), d.Met.Add(400*time.Hour)
			most := 0
			for d.Number = 1; d.Number <= 3; d.Number++ {
				most = write(d, most).Words - 1
				d.Before = pick(r, []string{"silence", "holding"})
			}
			d.Kind, d.Feedback = pick(r, []string{"offer-reply", "rejection-reply"}), r.yes()
			d.RespondBy = d.Met.AddDate(0, 0, 20)
			write(d, 0)
		}
	}
}
