package find

import (
	"iter"
	"math/bits"
	"regexp"
	"sync"
)

// An Expr is a regular expression that is made when it is first used, and run where what
// it must have stands in the text: one of its words. Of its alternatives only those are
// run whose words do. It finds what the expression by itself does, and most texts have
// none of the words.
type Expr struct {
	whole func() *regexp.Regexp
	need  func() *needs
}

// Lazy returns an expression that is compiled when it is first used. Together
// the large ones take longer than most commands, and those read no mail.
func Lazy(expr string) func() *Expr {
	e := &Expr{
		whole: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
		need:  sync.OnceValue(func() *needs { return needsOf(expr) }),
	}
	return func() *Expr { return e }
}

// may returns the alternatives of which there may be a match in s; whole says that it is
// better to run all together.
func (e *Expr) may(s string) (some set, whole bool) {
	n := e.need()
	some, _ = n.in(s, false)
	return some, len(n.alternatives) < 2 || some.size() > fewAlternatives
}

// A set is one of alternatives, by their numbers.
type set uint64

func (s set) size() int { return bits.OnesCount64(uint64(s)) }

// each yields those of the alternatives that are in the set.
func (s set) each(all []*alternative) iter.Seq[*alternative] {
	return func(yield func(*alternative) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(all[bits.TrailingZeros64(uint64(s))]) {
				return
			}
		}
	}
}

// MatchString reports whether there is a match in s. Often the words decide that.
func (e *Expr) MatchString(s string) bool {
	n := e.need()
	some, sure := n.in(s, true)
	switch {
	case sure || some == 0:
		return sure
	case len(n.alternatives) < 2 || some.size() > fewAlternatives:
		return e.whole().MatchString(s)
	}
	for a := range some.each(e.need().alternatives) {
		if a.made().MatchString(s) {
			return true
		}
	}
	return false
}

// FindString returns the leftmost match, "" for none.
func (e *Expr) FindString(s string) string {
	if at := e.FindStringIndex(s); at != nil {
		return s[at[0]:at[1]]
	}
	return ""
}

// FindStringIndex returns where the leftmost match is, nil for none.
func (e *Expr) FindStringIndex(s string) (at []int) {
	some, whole := e.may(s)
	if some == 0 {
		return nil
	}
	if whole {
		return e.whole().FindStringIndex(s)
	}
	for a := range some.each(e.need().alternatives) {
		if one := a.made().FindStringIndex(s); one != nil && (at == nil || one[0] < at[0]) {
			at = one
		}
	}
	return at
}

// FindStringSubmatch returns the leftmost match and its groups, nil for none.
func (e *Expr) FindStringSubmatch(s string) []string {
	return groupsIn(s, e.FindStringSubmatchIndex(s))
}

// groupsIn returns what stands at the places of a match and its groups.
func groupsIn(s string, places []int) []string {
	if places == nil {
		return nil
	}
	list := make([]string, len(places)/2)
	for i := range list {
		if places[2*i] >= 0 {
			list[i] = s[places[2*i]:places[2*i+1]]
		}
	}
	return list
}

// FindStringSubmatchIndex returns where the leftmost match and its groups are, nil for none.
func (e *Expr) FindStringSubmatchIndex(s string) (at []int) {
	some, whole := e.may(s)
	if some == 0 {
		return nil
	}
	if whole {
		return e.whole().FindStringSubmatchIndex(s)
	}
	for a := range some.each(e.need().alternatives) {
		if one := a.made().FindStringSubmatchIndex(s); one != nil && (at == nil || one[0] < at[0]) {
			at = a.inWhole(one, e.need().groups)
		}
	}
	return at
}

// FindAllString returns the first n matches, all for -1.
func (e *Expr) FindAllString(s string, n int) (list []string) {
	for _, at := range e.FindAllStringIndex(s, n) {
		list = append(list, s[at[0]:at[1]])
	}
	return list
}

// FindAllStringIndex returns where the first n matches are, or all for -1.
func (e *Expr) FindAllStringIndex(s string, n int) [][]int {
	some, whole := e.may(s)
	switch {
	case some == 0:
		return nil
	case whole || some.size() > 1:
		return e.whole().FindAllStringIndex(s, n)
	}
	for a := range some.each(e.need().alternatives) {
		return a.made().FindAllStringIndex(s, n)
	}
	return nil
}

// FindAllStringSubmatch returns the first n matches with their groups, all for -1.
func (e *Expr) FindAllStringSubmatch(s string, n int) (list [][]string) {
	some, whole := e.may(s)
	switch {
	case some == 0:
		return nil
	case whole || some.size() > 1:
		return e.whole().FindAllStringSubmatch(s, n)
	}
	for a := range some.each(e.need().alternatives) {
		for _, places := range a.made().FindAllStringSubmatchIndex(s, n) {
			list = append(list, groupsIn(s, a.inWhole(places, e.need().groups)))
		}
	}
	return list
}

// ReplaceAllString returns s with another text in place of each match.
func (e *Expr) ReplaceAllString(s, with string) string {
	if some, _ := e.may(s); some == 0 {
		return s
	}
	return e.whole().ReplaceAllString(s, with)
}
