package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
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
	for i := range c.facts {
		c.visit(i)
	}
	c.believeAnswers()
	c.follow()
	sorted := make([]Fact, len(c.order))
	for at, i := range c.order {
		sorted[at] = c.facts[i]
	}
	slices.SortStableFunc(sorted, func(f, g Fact) int { return f.At.Compare(g.At) })
	return sorted
}

// distinct sorts by instant, then by key, and keeps what is the same once. A draft goes
// before another one takes its place in the same instant. A Message-ID that is used
// again for other content is another message.
func distinct(facts []Fact) []Fact {
	sorted := slices.Clone(facts)
	slices.SortStableFunc(sorted, func(f, g Fact) int {
		if c := cmp.Or(f.At.Compare(g.At), goes(g)-goes(f), cmp.Compare(f.Key, g.Key)); c != 0 {
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

// goes is 1 for a draft that leaves Drafts.
func goes(f Fact) int {
	switch f.What.(type) {
	case Discarded, Removed:
		return 1
	}
	return 0
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
	case Placed, Discarded, Marked:
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
	turns    map[string]int // key → what tells that a draft was gone, or came back
	order    []int          // of the facts, each after what caused it
	place    []int          // in order, from 1; 0 for not yet, -1 for under way
}

// instant is the least by which a cause comes before what follows on it: the store
// keeps no less.
const instant = time.Microsecond

func causesOf(facts []Fact) *causes {
	c := &causes{facts: facts, place: make([]int, len(facts))}
	note := func(in *map[string]int, key string, i int) {
		if _, had := (*in)[key]; !had && key != "" {
			set(in, key, i)
		}
	}
	for i, f := range facts {
		before := turnBefore(f.Key)
		switch w := f.What.(type) {
		case Received:
			note(&c.messages, w.MessageID, i)
		case Delivered:
			note(&c.messages, w.MessageID, i)
		case Placed:
			if before == "" {
				note(&c.drafts, w.MessageID, i)
				note(&c.first, w.FollowUp, i)
			}
		case Discarded:
			note(&c.turns, f.Key, i)
		}
		if before != "" {
			note(&c.turns, f.Key, i)
		}
	}
	return c
}

// visit puts i, after all that caused it, into the order. References may run in a
// circle, for anybody writes into them what he likes: the step that would close one
// is left out.
func (c *causes) visit(i int) {
	if c.place[i] != 0 {
		return
	}
	c.place[i] = -1
	c.each(i, c.visit)
	c.order = append(c.order, i)
	c.place[i] = len(c.order)
}

// believeAnswers moves what the user sent back to before the answer to it, and with it
// what he had sent before: when an answer arrived the server says, when a letter was
// sent only the client.
func (c *causes) believeAnswers() {
	sure := make([]bool, len(c.facts)) // whose instant bounds that of what it answers
	for _, i := range slices.Backward(c.order) {
		if _, arrived := c.facts[i].What.(Received); !arrived && !sure[i] {
			continue
		}
		c.each(i, func(cause int) {
			if _, sent := c.facts[cause].What.(Delivered); sent && c.place[cause] < c.place[i] {
				c.facts[cause].At = earlier(c.facts[cause].At, c.facts[i].At.Add(-instant))
				sure[cause] = true
			}
		})
	}
}

// follow moves what comes too early to after its cause.
func (c *causes) follow() {
	for _, i := range c.order {
		c.each(i, func(cause int) {
			if c.place[cause] < c.place[i] {
				c.facts[i].At = latestOf(c.facts[i].At, c.facts[cause].At.Add(instant))
			}
		})
	}
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
	after(c.turns, turnBefore(c.facts[i].Key))
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

// turnBefore returns the key of what must have come before a draft came back, or was gone
// once more: "back-2/ID" follows on "discarded-2/ID", and that on "back/ID". It is "" for
// all else.
func turnBefore(key string) string {
	what, id, _ := strings.Cut(key, "/")
	name, count, counted := strings.Cut(what, "-")
	n := 1
	if counted {
		n, _ = strconv.Atoi(count)
	}
	switch {
	case name == "back":
		return turn("discarded", n, id)
	case name == "discarded" && n > 1:
		return turn("back", n-1, id)
	}
	return ""
}

func turn(name string, n int, id string) string {
	if n > 1 {
		name += "-" + strconv.Itoa(n)
	}
	return name + "/" + id
}
