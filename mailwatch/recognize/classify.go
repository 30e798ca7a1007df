package recognize

import "afterword/rules"

// classify says what a letter is by its words.
func classify(l letter) (kind rules.MessageKind, confidence float64, evidence []Evidence, person bool) {
	return rules.MessageOther, 0.5, nil, false
}
