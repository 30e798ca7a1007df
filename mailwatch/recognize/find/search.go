package find

import "strings"

// An answer says whether an expression matches, as far as its words tell.
type answer uint8

const (
	maybe answer = iota
	no
	yes
)

// needs are words that are looked for all at once: by a digest of their first bytes.
type needs struct {
	list    []need
	anyCase bool
	first   int         // of so many bytes, 1 to 3
	bits    [64]uint64  // which digests there are
	head    [256]uint16 // where in list those of a digest begin, plus one
	next    []link      // from one to the one after
}

// A link leads from one word to the next of about the same digest.
type link struct {
	key  uint32 // the first bytes of the word
	next uint16 // where the next is in list, plus one
}

func newNeeds(list []need, anyCase bool) *needs {
	n := &needs{list: list, anyCase: anyCase, first: 3, next: make([]link, len(list))}
	for _, one := range list {
		n.first = min(n.first, len(one.text))
	}
	for i, one := range list {
		var key uint32
		for _, c := range []byte(one.text[:n.first]) {
			key = key<<8 | uint32(c)
		}
		d := digest(key)
		n.bits[d>>6] |= 1 << (d & 63)
		n.next[i], n.head[d&255] = link{key, n.head[d&255]}, uint16(i+1)
	}
	return n
}

// digest is one of 4096.
func digest(key uint32) uint32 { return key * 0x9e3779b1 >> 20 }

// in says whether a match is in s. It reads s once.
func (n *needs) in(s string) answer {
	if len(n.list) == 0 {
		return maybe
	}
	cases := &asIs
	if n.anyCase {
		// Two letters of ASCII have a third form, which their word is not looked for in.
		if strings.Contains(s, "ſ") || strings.Contains(s, "\u212a") {
			return maybe
		}
		cases = &lower
	}
	found := no
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
			if start := i + 1 - n.first; one.at(s, start, cases) {
				if one.whole {
					return yes
				}
				if found == no && one.amongOthers(s) {
					found = maybe
				}
			}
		}
	}
	return found
}

// at reports whether the word stands in s from start on.
func (n *need) at(s string, start int, cases *[256]byte) bool {
	end := start + len(n.text)
	if end > len(s) {
		return false
	}
	for i := range len(n.text) {
		if cases[s[start+i]] != n.text[i] {
			return false
		}
	}
	return (!n.before || edgeAt(s, start)) && (!n.after || edgeAt(s, end))
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
