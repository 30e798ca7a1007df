package rules

import "strings"

// Forgotten: the application was a mistake. It is stopped, no command names it any
// more, and when its untouched drafts are out of Drafts all that is known of it goes.
type Forgotten struct{}

func (Forgotten) what() string { return "forgotten" }

// Forgotten reports whether the user has said that the application was a mistake.
func (a *Application) Forgotten() bool {
	for _, f := range a.Facts {
		if _, ok := f.What.(Forgotten); ok {
			return true
		}
	}
	return false
}

// ByHandKey begins the key of a Received that no message brought: the user has heard
// it, by telephone say. Something of its own follows.
const ByHandKey = "received/by-hand/"

// ByHand reports whether the user himself told of the fact.
func (f Fact) ByHand() bool { return strings.HasPrefix(f.Key, ByHandKey) }
