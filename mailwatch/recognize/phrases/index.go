package phrases

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// number gives the words and stems their numbers, from 1. A stem stands right
// before the words and stems that begin with it; it accepts them, and the word
// that is the stem itself and stands before it.
func (c *compiler) number() {
	names := slices.Sorted(maps.Keys(c.order))
	c.book.words = make(map[string]int32, len(names))
	numbers := make([]span, len(names))
	for i, name := range names {
		s := span{int32(i) + 1, int32(i) + 1}
		if text, ok := strings.CutSuffix(name, "*"); ok {
			key := [4]byte([]byte(text))
			c.book.stems[key] = append(c.book.stems[key], stem{text, s.first})
			for int(s.last) < len(names) && strings.HasPrefix(names[s.last], text) {
				s.last++
			}
			if i > 0 && names[i-1] == text {
				s.first--
			}
		} else {
			c.book.words[name] = s.first
		}
		numbers[c.order[name]] = s
	}
	for _, list := range c.book.stems {
		slices.SortFunc(list, func(a, b stem) int { return len(b.text) - len(a.text) })
	}
	c.book.opening = make([]int32, len(names)+2)
	for _, e := range c.all {
		for _, row := range e.several {
			for i := range row {
				row[i] = numbers[row[i].first]
			}
		}
		for i := range e.single {
			e.single[i] = numbers[e.single[i].first]
		}
		e.single = join(e.single)
	}
}

// join puts spans in order and makes one of those that touch.
func join(s spans) spans {
	slices.SortFunc(s, func(a, b span) int { return int(a.first - b.first) })
	joined := s[:0]
	for _, p := range s {
		if n := len(joined); n > 0 && p.first <= joined[n-1].last+1 {
			joined[n-1].last = max(joined[n-1].last, p.last)
		} else {
			joined = append(joined, p)
		}
	}
	return slices.Clone(joined)
}

// begins yields the words that e can begin with; some more than once.
func (e *element) begins(yield func(int32) bool) {
	each := func(s span) bool {
		for id := s.first; id <= s.last; id++ {
			if !yield(id) {
				return false
			}
		}
		return true
	}
	for _, s := range e.single {
		if !each(s) {
			return
		}
	}
	for _, row := range e.several {
		if !each(row[0]) {
			return
		}
	}
}

// pickiest returns the openings of the element that fewest words can open, among
// those that the phrase needs, and the same among those behind the first of them.
func (p phrase) pickiest() (needs, then sieve) {
	needs, then = ^sieve(0), ^sieve(0)
	first := true
	for _, e := range p.elements {
		if e.least == 0 {
			continue
		}
		needs = pickier(needs, e.openings)
		if !first {
			then = pickier(then, e.openings)
		}
		first = false
	}
	return needs, then
}

// next returns what can stand right behind the first word of the phrase.
func (p phrase) next() (next sieve) {
	elements := p.elements
	for len(elements) > 0 && elements[0].begin {
		elements = elements[1:]
	}
	if elements[0].least == 0 || len(elements[0].several) > 0 {
		return ^sieve(0)
	}
	for _, e := range elements[1:] {
		if e.gap > 0 || e.begin || e.comma {
			break
		}
		next |= e.openings
		if e.least > 0 {
			return next
		}
	}
	return ^sieve(0)
}

// pickier returns the one of two sieves that lets fewer words through.
func pickier(a, b sieve) sieve {
	if bits.OnesCount64(uint64(b)) < bits.OnesCount64(uint64(a)) {
		return b
	}
	return a
}

// index notes with which words each phrase and each element can begin.
func (c *compiler) index() {
	for _, e := range c.all {
		for id := range e.begins {
			e.openings.add(id)
		}
	}
	var pairs []uint64 // a word and a phrase
	c.book.breaks = make([][]int32, len(c.book.opening))
	for n, p := range c.book.phrases {
		if c.book.headings[p.heading].Topic == Clause {
			for id := range p.elements[0].begins {
				c.book.breaks[id] = append(c.book.breaks[id], int32(n))
			}
			continue
		}
		for _, e := range p.elements {
			for id := range e.begins {
				pairs = append(pairs, uint64(id)<<32|uint64(n))
			}
			if e.least > 0 {
				break
			}
		}
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs)
	c.book.openings = make([]opening, len(pairs))
	all := make([]opening, len(c.book.phrases))
	for n, p := range c.book.phrases {
		all[n] = opening{phrase: int32(n), least: int16(p.least), begin: p.elements[0].begin}
		all[n].needs, all[n].then = p.pickiest()
		all[n].next = p.next()
	}
	for i, p := range pairs {
		c.book.openings[i] = all[int32(p)]
		c.book.opening[p>>32+1] = int32(i) + 1
	}
	for id := range c.book.opening[1:] {
		c.book.opening[id+1] = max(c.book.opening[id+1], c.book.opening[id])
	}
}
