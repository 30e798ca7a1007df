package rules

import (
	"cmp"
	"slices"
	"strings"
)

// Clocks run wrong: a client that is four minutes fast sends a letter "after" the
// answer to it. So facts are put in order by cause first, and by their instants only
// where nothing else is known.

// inOrder returns the facts, each once, in order of cause and then of time. What
// answers a message comes after it, and so does what became of a draft after its
// placing. The instants of the copies that it returns agree with that order: they never go
// back. How the facts are given makes no difference.
func inOrder(facts []Fact) []Fact {
	facts = distinct(facts)
	if !slices.ContainsFunc(facts, hasCause) {
		return facts
	}
	c := causesOf(facts)
	c.believeAnswers()
	order := make([]int, 0, len(c.facts))
	for i := range c.facts {
		order = c.visit(i, order)
	}
	sorted := make([]Fact, len(order))
	for at, i := range order {
		sorted[at] = c.facts[i]
	}
	slices.SortStableFunc(sorted, func(f, g Fact) int { return f.At.Compare(g.At) })
	return sorted
}

// distinct sorts by instant, then by key, and keeps what is the same once. A
// Message-ID that is used again for other content is another message.
func distinct(facts []Fact) []Fact {
	sorted := slices.Clone(facts)
	slices.SortStableFunc(sorted, func(f, g Fact) int {
		if c := cmp.Or(f.At.Compare(g.At), cmp.Compare(f.Key, g.Key)); c != 0 {
			return c
		}
		return cmp.Compare(contentOf(f), contentOf(g))
	})
	if kept, ok := few(sorted); ok {
		return kept
	}
	seen := make(map[string][]int, len(sorted)) // key → where it is
	kept := sorted[:0]
	for _, f := range sorted {
		again := slices.ContainsFunc(seen[f.Key], func(i int) bool { return contentOf(kept[i]) == contentOf(f) })
		if !again {
			seen[f.Key] = append(seen[f.Key], len(kept))
			kept = append(kept, f)
		}
	}
	return kept
}

// few is the rest of distinct where there are so few facts that an index costs more
// than it saves.
func few(sorted []Fact) ([]Fact, bool) {
	if len(sorted) > 16 {
		return nil, false
	}
	kept := sorted[:0]
	for _, f := range sorted {
		if !slices.ContainsFunc(kept, func(g Fact) bool { return g.Key == f.Key && contentOf(g) == contentOf(f) }) {
			kept = append(kept, f)
		}
	}
	return kept, true
}

// hasCause reports whether a fact may have come after another for a reason, and not by
// the clock alone.
func hasCause(f Fact) bool {
	switch w := f.What.(type) {
	case Received:
		return len(w.References) > 0 || w.InReplyTo != ""
	case Delivered:
		return len(w.References) > 0 || w.InReplyTo != ""
	case Placed, Marked:
		return true
	}
	return false
}

// contentOf tells messages of one key apart; everything else is its key alone.
func contentOf(f Fact) string {
	if m, ok := f.What.(Received); ok {
		return strings.Join([]string{m.Digest, strings.ToLower(m.From.Address), m.Subject, string(m.Kind)}, "\x00")
	}
	return ""
}

// causes are facts in order of time, and what comes before what for a reason.
type causes struct {
	facts    []Fact
	messages map[string]int // Message-ID → what was received or sent, the first where it is used again
	drafts   map[string]int // Message-ID → Placed
	first    map[string]int // follow-up → its first Placed
	state    []byte         // of a visit: not yet, under way, done
}

const (
	underWay byte = 1 + iota
	done
)

func causesOf(facts []Fact) *causes {
	c := &causes{facts: facts, state: make([]byte, len(facts))}
	note := func(in *map[string]int, key string, i int) {
		if _, had := (*in)[key]; !had && key != "" {
			set(in, key, i)
		}
	}
	for i, f := range facts {
		switch w := f.What.(type) {
		case Received:
			note(&c.messages, w.MessageID, i)
		case Delivered:
			note(&c.messages, w.MessageID, i)
		case Placed:
			note(&c.drafts, w.MessageID, i)
			note(&c.first, w.FollowUp, i)
		}
	}
	return c
}

// believeAnswers moves what the user sent back to the first answer to it: when an
// answer arrived the server says, when a letter was sent only the client.
func (c *causes) believeAnswers() {
	for i := range c.facts {
		m, ok := c.facts[i].What.(Received)
		if !ok {
			continue
		}
		for _, id := range answered(m.References, m.InReplyTo) {
			at, known := c.messages[id]
			if !known || !c.facts[at].At.After(c.facts[i].At) {
				continue
			}
			if _, sent := c.facts[at].What.(Delivered); sent {
				c.facts[at].At = c.facts[i].At
			}
		}
	}
}

// visit appends i, after all that caused it, to order. References may run in a
// circle, for anybody writes into them what he likes: the step that would close one
// is left out.
func (c *causes) visit(i int, order []int) []int {
	if c.state[i] != 0 {
		return order
	}
	c.state[i] = underWay
	at := c.facts[i].At
	c.each(i, func(cause int) {
		order = c.visit(cause, order)
		if c.state[cause] == done && c.facts[cause].At.After(at) {
			at = c.facts[cause].At
		}
	})
	c.state[i] = done
	c.facts[i].At = at
	return append(order, i)
}

// each calls f with everything that came before i for a reason.
func (c *causes) each(i int, f func(int)) {
	after := func(in map[string]int, key string) bool {
		cause, known := in[key]
		if known && cause != i {
			f(cause)
		}
		return known
	}
	messages := func(references []string, inReplyTo string) {
		for _, id := range answered(references, inReplyTo) {
			if !after(c.messages, id) {
				after(c.drafts, id) // sent, and the copy was not read yet
			}
		}
	}
	switch w := c.facts[i].What.(type) {
	case Received:
		messages(w.References, w.InReplyTo)
	case Delivered:
		messages(w.References, w.InReplyTo)
		if !after(c.drafts, w.MessageID) {
			after(c.first, w.FollowUp)
		}
	case Marked:
		after(c.messages, w.MessageID)
	case Edited, Discarded, Removed:
		if _, id, ok := strings.Cut(c.facts[i].Key, "/"); ok {
			after(c.drafts, id) // "removed/<Message-ID of the draft>"
		}
	}
}

// answered returns the Message-IDs that a message answers.
func answered(references []string, inReplyTo string) []string {
	if inReplyTo == "" || slices.Contains(references, inReplyTo) {
		return references
	}
	return append(slices.Clone(references), inReplyTo)
}
