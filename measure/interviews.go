package main

import (
	"maps"
	"slices"

	"afterword/mailwatch/recognize/odds"
	"afterword/mailwatch/recognize/prose"
	"afterword/measure/learn"
)

// interviews scores what is weighed of messages about interviews: for each set of them the
// odds are learned anew from all others, by other writers. Beside it stands what the rules
// say alone.
func (m *measurement) interviews() error {
	list, err := learn.Interviews(m.learn)
	if err != nil {
		return err
	}
	samples, err := learn.All(m.learn)
	if err != nil {
		return err
	}
	elsewhere := learn.Elsewhere(samples.All())
	sets := map[string]learn.Answers{}
	for set, of := range learn.BySet(list) {
		if sets[set], err = learn.Questions(of); err != nil {
			return err
		}
	}
	m.title("interviews: %d messages, each set weighed without itself", len(list))
	m.printf("%-8s %-6s %5s %12s %7s %12s %7s\n", "asked", "set", "are", "rules found", "wrong", "found", "wrong")
	for _, kind := range prose.Kinds {
		var all score
		for _, set := range slices.Sorted(maps.Keys(sets)) {
			if set == learn.Told {
				continue // the rules were made on it
			}
			examples := slices.Clone(elsewhere[kind])
			for other, a := range sets {
				if other != set {
					examples = append(examples, a[kind]...)
				}
			}
			w, err := odds.Decode(learn.Odds(examples))
			if err != nil {
				return err
			}
			var one score
			for _, e := range sets[set][kind] {
				one.add(e, w.OfBuckets(e.Buckets) > 0.5)
			}
			all.join(one)
			m.printf("%-8s %-6s %5d %12d %7d %12d %7d\n", kind, set, one.are, one.ruled, one.ruledWrong, one.found, one.wrong)
		}
		m.printf("%-8s %-6s %5d %12d %7d %12d %7d\n", kind, "all", all.are, all.ruled, all.ruledWrong, all.found, all.wrong)
		if all.are > 0 {
			m.figure("interviews "+string(kind)+" found", float64(all.found)/float64(all.are))
		}
	}
	return nil
}

// A score counts what is so, and what was said to be.
type score struct{ are, ruled, ruledWrong, found, wrong int }

func (s *score) add(e learn.Example, says bool) {
	switch {
	case e.Yes:
		s.are++
		s.ruled += one(e.Rules)
		s.found += one(says)
	default:
		s.ruledWrong += one(e.Rules)
		s.wrong += one(says)
	}
}

func (s *score) join(o score) {
	s.are, s.ruled, s.ruledWrong, s.found, s.wrong = s.are+o.are, s.ruled+o.ruled, s.ruledWrong+o.ruledWrong, s.found+o.found, s.wrong+o.wrong
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
