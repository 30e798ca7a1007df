package templates

import (
	"context"
	"strings"
)

// A slot is a job of one letter with the wordings that could do it.
type slot struct {
	paragraph  int
	optional   bool
	candidates []rendered
}

// A rendered wording is a wording with its values filled in.
type rendered struct {
	wording
	paragraph int
	text      string
	sentences []string // as choose finds them
	frames    []frame
	words     int
	toned     bool // written for the tone of the letter
}

// tries is how many letters are put together before the best is taken.
const tries = 6

// choose picks one candidate for each slot so that no sentence was used before, none is
// of the frame of one that was said, and maxWords is kept (0: no bound). Of several letters it takes the one that
// repeats itself least. It returns nil if there is none, or ctx has ended. Optional
// slots are filled where that is possible.
func choose(ctx context.Context, slots []slot, used func(string) bool, before []string, maxWords int, rng *random) []rendered {
	open := make([]slot, 0, len(slots))
	for _, s := range slots {
		fresh := make([]rendered, 0, len(s.candidates))
		for _, r := range s.candidates {
			r.sentences, r.words = Sentences(r.text), CountWords(r.text)
			if !anyUsed(r.sentences, used) && !said(r.frames, before) {
				fresh = append(fresh, r)
			}
		}
		if len(fresh) == 0 {
			if s.optional {
				continue
			}
			return nil
		}
		s.candidates = fresh
		open = append(open, s)
	}
	var best []rendered
	least := 0
	for range tries {
		for i := range open {
			rng.shuffle(open[i].candidates)
		}
		letter, ok := fill(ctx, open, maxWords, map[string]bool{})
		if !ok {
			return nil
		}
		if score := clumsiness(letter); best == nil || score < least {
			best, least = letter, score
		}
	}
	return best
}

func anyUsed(sentences []string, used func(string) bool) bool {
	for _, s := range sentences {
		if used(s) {
			return true
		}
	}
	return false
}

// fill takes the first candidate of each slot that leaves room for the rest. It
// tries all of them before it leaves an optional slot empty, so it fails only if
// no combination fits.
func fill(ctx context.Context, slots []slot, room int, seen map[string]bool) ([]rendered, bool) {
	switch {
	case ctx.Err() != nil:
		return nil, false
	case len(slots) == 0:
		return []rendered{}, true
	}
	bounded := room != 0
	rest := 0
	for _, s := range slots[1:] {
		rest += s.fewest()
	}
	for _, r := range slots[0].candidates {
		if bounded && r.words+rest > room || anyUsed(r.sentences, func(s string) bool { return seen[s] }) {
			continue
		}
		left := 0
		if bounded {
			// A bound of 0 would mean none: -1 stands for "no word left".
			if left = room - r.words; left == 0 {
				left = -1
			}
		}
		mark(seen, r.sentences, true)
		if more, ok := fill(ctx, slots[1:], left, seen); ok {
			return append([]rendered{r}, more...), true
		}
		mark(seen, r.sentences, false)
	}
	if slots[0].optional {
		return fill(ctx, slots[1:], room, seen)
	}
	return nil, false
}

func mark(seen map[string]bool, sentences []string, v bool) {
	for _, s := range sentences {
		seen[s] = v
	}
}

// fewest returns the least number of words with which the slot can be filled.
func (s slot) fewest() int {
	if s.optional {
		return 0
	}
	n := s.candidates[0].words
	for _, r := range s.candidates[1:] {
		n = min(n, r.words)
	}
	return n
}

// clumsiness is the higher, the more a letter repeats itself: words that come
// twice, sentences that begin alike. Words for the tone at hand count in favour, and that
// the employer is named, once: a letter that names nobody might have gone to anybody.
func clumsiness(letter []rendered) int {
	score, last, employer := 0, "", 0
	count, begins := map[string]int{}, map[string]int{}
	for _, r := range letter {
		if r.toned {
			score -= 2
		}
		if r.namesEmployer() {
			employer++
		}
		for _, w := range r.stems {
			count[w]++
		}
		for _, s := range r.sentences {
			first, _, _ := strings.Cut(s, " ")
			if first == last {
				score += 2
			}
			begins[first]++
			last = first
		}
	}
	if employer == 0 {
		score += 6
	}
	score += 3 * max(0, employer-1)
	for _, n := range count {
		score += 3 * (n - 1)
	}
	for _, n := range begins {
		score += max(0, n-2) * 2
	}
	return score
}

// random is SplitMix64: small, and the same for ever, so that a seed gives the
// same letter with every release of Go.
type random struct{ state uint64 }

func newRandom(seed uint64) *random { return &random{seed} }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

func (r *random) shuffle(s []rendered) {
	for i := len(s) - 1; i > 0; i-- {
		j := int(r.next() % uint64(i+1))
		s[i], s[j] = s[j], s[i]
	}
}
