package find

import (
	"regexp"
	"sync"
)

// An Expr is a regular expression that is made when it is first used, and run where what
// it must have stands in the text: one of its words. It finds what the expression by
// itself does, and most texts have none of the words.
type Expr struct {
	expr func() *regexp.Regexp
	need func() *needs
}

// Lazy returns an expression that is compiled when it is first used. Together
// the large ones take longer than most commands, and those read no mail.
func Lazy(expr string) func() *Expr {
	e := &Expr{
		expr: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
		need: sync.OnceValue(func() *needs { return needsOf(expr) }),
	}
	return func() *Expr { return e }
}

// may reports whether there may be a match in s.
func (e *Expr) may(s string) bool { return e.need().in(s) != no }

// MatchString reports whether there is a match in s. Often the words decide that.
func (e *Expr) MatchString(s string) bool {
	switch e.need().in(s) {
	case no:
		return false
	case yes:
		return true
	}
	return e.expr().MatchString(s)
}

// FindString returns the leftmost match, "" for none.
func (e *Expr) FindString(s string) string {
	if !e.may(s) {
		return ""
	}
	return e.expr().FindString(s)
}

// FindStringIndex returns where the leftmost match is, nil for none.
func (e *Expr) FindStringIndex(s string) []int {
	if !e.may(s) {
		return nil
	}
	return e.expr().FindStringIndex(s)
}

// FindStringSubmatch returns the leftmost match and its groups, nil for none.
func (e *Expr) FindStringSubmatch(s string) []string {
	if !e.may(s) {
		return nil
	}
	return e.expr().FindStringSubmatch(s)
}

// FindStringSubmatchIndex returns where the leftmost match and its groups are, nil for none.
func (e *Expr) FindStringSubmatchIndex(s string) []int {
	if !e.may(s) {
		return nil
	}
	return e.expr().FindStringSubmatchIndex(s)
}

// FindAllString returns the first n matches, all for -1.
func (e *Expr) FindAllString(s string, n int) []string {
	if !e.may(s) {
		return nil
	}
	return e.expr().FindAllString(s, n)
}

// FindAllStringIndex returns where the first n matches are, or all for -1.
func (e *Expr) FindAllStringIndex(s string, n int) [][]int {
	if !e.may(s) {
		return nil
	}
	return e.expr().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch returns the first n matches with their groups, all for -1.
func (e *Expr) FindAllStringSubmatch(s string, n int) [][]string {
	if !e.may(s) {
		return nil
	}
	return e.expr().FindAllStringSubmatch(s, n)
}

// ReplaceAllString returns s with another text in place of each match.
func (e *Expr) ReplaceAllString(s, with string) string {
	if !e.may(s) {
		return s
	}
	return e.expr().ReplaceAllString(s, with)
}
