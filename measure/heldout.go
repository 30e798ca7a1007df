package main

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"afterword/mailwatch/recognize"
	"afterword/measure/learn"
	"afterword/rules"
)

// A guess is an answer to a mail, with how sure it is.
type guess struct {
	learn.Sample
	kind       rules.MessageKind
	confidence float64
}

// heldOut scores recognition on mail of sources that nothing was fitted on: for each
// source the stack is fitted anew on all others. The phrases were not mended on these
// mails, nor did the model learn from them.
func (m *measurement) heldOut() error {
	sets, err := learn.All(m.learn)
	if err != nil {
		return err
	}
	held, err := sets.Held(learn.InventedWeight)
	if err != nil {
		return err
	}
	others, cases, err := sets.Others(m.folder)
	if err != nil {
		return err
	}
	group := groups(others)
	var guesses []guess
	for _, left := range slices.Compact(slices.Sorted(maps.Values(group))) {
		fit := slices.Clone(held)
		for _, c := range cases {
			if group[c.Source] != left {
				fit = append(fit, c)
			}
		}
		w := learn.Stack(fit)
		for _, s := range others {
			if group[s.Source] != left {
				continue
			}
			v := s.Letter.Judge(recognize.Options{})
			g := guess{s, v.Kind, v.Confidence}
			i := slices.IndexFunc(cases, func(c learn.Case) bool { return c.Letter.Message == s.Letter.Message })
			if i >= 0 && v.Kind != rules.MessageAutoReply {
				g.kind, g.confidence = cases[i].Voices.Decide(w)
			}
			guesses = append(guesses, g)
		}
	}
	m.title("held out: %d mails, each judged without its source", len(guesses))
	m.judged(guesses)
	m.alone(cases)
	return nil
}

// outcomes are the kinds that most depends on.
var outcomes = []rules.MessageKind{rules.MessageRejection, rules.MessageAcknowledgement, rules.MessageInterview, rules.MessageOffer}

// alone prints what each voice would be worth alone.
func (m *measurement) alone(cases []learn.Case) {
	m.printf("\n%-12s F1 of rejection, acknowledgement, interview, offer\n", "alone")
	for _, voice := range []struct {
		name string
		says func(c learn.Case) (rules.MessageKind, float64)
	}{
		{"phrases", func(c learn.Case) (rules.MessageKind, float64) { return c.Voices.Said() }},
		{"model", func(c learn.Case) (rules.MessageKind, float64) { return c.Voices.Input.Model.Best() }},
	} {
		table := newConfusion()
		for _, c := range cases {
			kind, _ := voice.says(c)
			if c.Right(kind) {
				kind = c.Kind
			}
			table.add(string(c.Kind), string(kind))
		}
		m.printf("%-12s", voice.name)
		for _, k := range outcomes {
			_, _, f1, _ := table.score(string(k))
			m.printf(" %.3f", f1)
		}
		m.printf("\n")
	}
}

// groups puts the sources into groups that are held out together: those of ten mails and
// more alone, the small ones in five.
func groups(samples []learn.Sample) map[string]string {
	count := map[string]int{}
	for _, s := range samples {
		count[s.Source]++
	}
	group, small := map[string]string{}, 0
	for _, source := range slices.Sorted(maps.Keys(count)) {
		group[source] = source
		if count[source] < 10 {
			group[source] = fmt.Sprintf("small %d", small%5)
			small++
		}
	}
	return group
}

// judged prints what the guesses are worth: by kind, by language, and how far their
// confidence can be believed.
func (m *measurement) judged(guesses []guess) {
	all := newConfusion()
	languages := map[string]*confusion{}
	var sure, wrong []string
	for _, g := range guesses {
		answer := string(g.kind)
		if g.Right(g.kind) {
			answer = string(g.Kind)
		}
		all.add(string(g.Kind), answer)
		if languages[g.Lang] == nil {
			languages[g.Lang] = newConfusion()
		}
		languages[g.Lang].add(string(g.Kind), answer)
		if !g.Right(g.kind) {
			line := fmt.Sprintf("%s, answered %s (%.2f) | %s", g.Kind, g.kind, g.confidence, short(g.Letter.Subject+" / "+g.Letter.Body))
			wrong = append(wrong, line)
			if g.confidence >= recognize.Sure {
				sure = append(sure, line)
			}
		}
	}
	all.record(m, "held out ")
	all.print(m.out)
	m.printf("\n%-10s %5s %7s   F1 of rejection, acknowledgement, interview, offer\n", "language", "n", "right")
	for _, lang := range []string{"en", "de", "fr", "es", "nl"} {
		c := languages[lang]
		if c == nil {
			continue
		}
		m.printf("%-10s %5d %7.3f  ", lang, c.total, ratio(c.right(), c.total))
		for _, k := range outcomes {
			_, _, f1, n := c.score(string(k))
			m.printf(" %.3f (%d)", f1, n)
		}
		m.printf("\n")
	}
	m.reliability("all kinds", guesses)
	m.reliability("rejection and offer", slices.DeleteFunc(slices.Clone(guesses), func(g guess) bool {
		return g.kind != rules.MessageRejection && g.kind != rules.MessageOffer
	}))
	m.printf("\nsaid surely and wrongly: %d\n", len(sure))
	m.failures(sure)
	m.printf("\nsaid wrongly: %d\n", len(wrong))
	if m.verbose {
		m.failures(wrong)
	}
}

// reliability prints, for steps of confidence, how many guesses there were, how sure
// they were in the mean, and how many of them were right.
func (m *measurement) reliability(what string, guesses []guess) {
	m.printf("\n%-20s %5s %9s %7s\n", what, "n", "said", "right")
	for _, from := range []float64{0.9, 0.8, 0.7, 0.6, 0.5, 0} {
		to := math.Nextafter(from+0.1, 0)
		switch from {
		case 0.9:
			to = 1
		case 0:
			to = math.Nextafter(0.5, 0)
		}
		n, right, sum := 0, 0, 0.0
		for _, g := range guesses {
			if g.confidence >= from && g.confidence <= to {
				n++
				sum += g.confidence
				if g.Right(g.kind) {
					right++
				}
			}
		}
		if n > 0 {
			m.printf("from %.1f %18d %9.3f %7.3f\n", from, n, sum/float64(n), ratio(right, n))
		}
	}
}

// right is how many answers were.
func (c *confusion) right() (n int) {
	for k, v := range c.count {
		if k[0] == k[1] {
			n += v
		}
	}
	return n
}
