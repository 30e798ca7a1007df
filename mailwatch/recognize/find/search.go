package find

import "strings"

// needs are words that are looked for all at once: by a digest of their first bytes.
type needs struct {
	list    []need
	anyCase bool
	first   int         // of so many bytes, 1 to 4
	bits    [64]uint64  // which digests there are
	head    [256]uint16 // where in list those of a digest begin, plus one
	next    []link      // from one to the one after

	always       set            // the alternatives that need none of them
	alternatives []*alternative // of the expression
	groups       int            // that it has
}

// A link leads from one word to the next of about the same digest.
type link struct {
	key  uint32 // the first bytes of the word
	next uint16 // where the next is in list, plus one
}

func newNeeds(list []need, anyCase bool) *needs {
	n := &needs{anyCase: anyCase, first: 4}
	for _, one := range list {
		n.first = min(n.first, len(one.text))
	}
	n.list, n.next = list[:0], make([]link, 0, len(list))
	for _, one := range list {
		n.add(one)
	}
	return n
}

// add adds a need, once for all alternatives.
func (n *needs) add(one need) {
	var key uint32
	for _, c := range []byte(one.text[:n.first]) {
		key = key<<8 | uint32(c)
	}
	d := digest(key)
	for at := n.head[d&255]; at > 0; at = n.next[at-1].next {
		same := &n.list[at-1]
		if have := same.of; n.next[at-1].key == key && same.text == one.text {
			if same.of = one.of; *same == one {
				same.of |= have
				return
			}
			same.of = have
		}
	}
	n.bits[d>>6] |= 1 << (d & 63)
	n.list, n.next = append(n.list, one), append(n.next, link{key, n.head[d&255]})
	n.head[d&255] = uint16(len(n.list))
}

// digest is one of 4096.
func digest(key uint32) uint32 { return key * 0x9e3779b1 >> 20 }

// in returns the alternatives that may match in s, and whether one of them surely does;
// if it shall stop there, the others are not looked for. It reads s once.
func (n *needs) in(s string, stop bool) (found set, sure bool) {
	found = n.always
	if len(n.list) == 0 {
		return found, false
	}
	cases := &asIs
	if n.anyCase {
		// Two letters of ASCII have a third form, which their word is not looked for in.
		if strings.Contains(s, "ſ") || strings.Contains(s, "\u212a") {
			return ^set(0) >> (mostAlternatives - len(n.alternatives)), false
		}
		cases = &lower
	}
	mask := uint32(1)<<(8*n.first) - 1
	var key uint32
	for i := range len(s) {
		key = key<<8 | uint32(cases[s[i]])
		if i < n.first-1 {
			continue
		}
		first := key & mask
		d := digest(first)
		if n.bits[d>>6]&(1<<(d&63)) == 0 {
			continue
		}
		for at := n.head[d&255]; at > 0; at = n.next[at-1].next {
			if n.next[at-1].key != first {
				continue
			}
			one := &n.list[at-1]
			switch {
			case (one.of&^found == 0 && !one.whole) || !one.at(s, i+1-n.first, cases):
			case one.whole:
				found, sure = found|one.of, true
				if stop {
					return found, sure
				}
			case one.amongOthers(s):
				found |= one.of
			}
		}
	}
	return found, sure
}

// at reports whether the word stands in s from start on.
func (n *need) at(s string, start int, cases *[256]byte) bool {
	end := start + len(n.text)
	if end > len(s) || n.before && !edgeAt(s, start) {
		return false
	}
	for i := range len(n.text) {
		if cases[s[start+i]] != n.text[i] {
			return false
		}
	}
	return !n.after || edgeAt(s, end)
}

// amongOthers reports whether all that a match with the word has stand in s.
func (n *need) amongOthers(s string) bool {
	for other := range strings.SplitSeq(n.others, gap) {
		if !strings.Contains(s, other) {
			return false
		}
	}
	return true
}

// edgeAt reports whether \b is at i.
func edgeAt(s string, i int) bool {
	return (i > 0 && wordByte(s[i-1])) != (i < len(s) && wordByte(s[i]))
}

// asIs and lower are how bytes are compared: as they are, or A as a.
var asIs, lower [256]byte

func init() {
	for i := range asIs {
		asIs[i], lower[i] = byte(i), byte(i)
		if i >= 'A' && i <= 'Z' {
			lower[i] += 'a' - 'A'
		}
	}
}
