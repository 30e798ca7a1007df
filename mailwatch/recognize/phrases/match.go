package phrases

// A match is a phrase found in a text.
type match struct {
	heading     int
	sentence    int
	first, last int // words[first:last]
}

// maxSteps bounds the search in one text. A letter of a thousand words takes
// some ten thousand; only words arranged on purpose take more.
const maxSteps = 2_000_000

// clauses marks the words with which clauses begin in the language home.
func (b *Book) clauses(home int, t *text) {
	if home < 0 {
		return
	}
	s := search{text: t, left: maxSteps}
	for _, line := range t.sentences {
		s.begin, s.end = line.first, line.last
		for i := line.first; i < line.last; i++ {
			for _, p := range b.breaks[t.words[i].id] {
				p := &b.phrases[p]
				if b.headings[p.heading].language == home && s.match(p.elements, i) > i {
					t.words[i].opens = true
				}
			}
		}
	}
}

// find returns the matches in t, in the order in which they begin.
func (b *Book) find(t *text) []match {
	var found []match
	s := search{text: t, left: maxSteps}
	follow := make([]sieve, len(t.words)+1) // the words from each on to the end of its sentence that some phrase knows
	for n, line := range t.sentences {
		s.begin, s.end = line.first, line.last
		follow[line.last] = 0
		for i := line.last - 1; i >= line.first; i-- {
			follow[i] = follow[i+1]
			if id := t.words[i].id; id != 0 {
				follow[i].add(id)
			}
		}
		for i := line.first; i < line.last; i++ {
			id := t.words[i].id
			if id == 0 {
				continue
			}
			next := ^sieve(0)
			if i+1 < line.last {
				next = 0
				next.add(t.words[i+1].id)
			}
			list := b.beginning(id)
			for k := range list {
				o := &list[k]
				if o.next&next == 0 || o.needs&follow[i] == 0 || o.then&follow[i+1] == 0 && o.least > 1 || i+int(o.least) > line.last || o.begin && i > line.first {
					continue
				}
				p := &b.phrases[o.phrase]
				if last := s.match(p.elements, i); last > i {
					found = append(found, match{p.heading, n, i, last})
				}
			}
		}
	}
	return found
}

type search struct {
	text       *text
	begin, end int // the sentence
	left       int // steps
}

// match returns the end of the shortest row of words from word i on that the
// elements accept, or -1.
func (s *search) match(elements []*element, i int) int {
	for n, e := range elements {
		if s.left--; s.left < 0 {
			return -1
		}
		rest := elements[n+1:]
		switch {
		case e.begin:
			if i != s.begin {
				return -1
			}
			continue
		case e.comma:
			if i >= s.end || !s.text.words[i].comma {
				return -1
			}
			continue
		case e.gap > 0:
			for skip := 0; skip <= int(e.gap) && i+skip < s.end; skip++ {
				if skip > 0 && s.text.words[i+skip-1].opens {
					return -1 // a gap never holds the beginning of a clause
				}
				if next := rest[0]; next.least > 0 && !next.openings.passes(s.text.words[i+skip].id) {
					continue
				}
				if last := s.match(rest, i+skip); last >= 0 {
					return last
				}
			}
			return -1
		}
		one := false
		if i < s.end {
			if id := s.text.words[i].id; e.openings.passes(id) {
				for _, row := range e.several {
					if s.row(row, i) {
						if last := s.match(rest, i+len(row)); last >= 0 {
							return last
						}
					}
				}
				one = e.single.has(id)
			}
		}
		switch {
		case one && e.least == 0:
			if last := s.match(rest, i+1); last >= 0 {
				return last
			}
		case one:
			i++
		case e.least > 0:
			return -1
		}
	}
	return i
}

func (s *search) row(row []span, i int) bool {
	if i+len(row) > s.end {
		return false
	}
	for n := range row {
		if !row[n].has(s.text.words[i+n].id) {
			return false
		}
	}
	return true
}
