// Package model says what a text reads like to somebody who has read many: a linear
// voice beside the phrases. It adds up what rows of one to three words and of three
// to five letters weigh for each kind, of the subject and of the text apart, and
// turns the sums into shares.
//
// The phrases know what was written down for them; this hears a refusal in words of
// its own. It gives no reasons but the words that weighed most (Words), it is wrong
// where nobody wrote like that before, and so it decides nothing alone: see
// recognize/stack.
//
// The weights stand in weights.bin, made by `go run ./measure/train` from invented
// messages and the project's own corpus. It is pure, allocates next to nothing, and
// takes some 50 microseconds for a letter of 3 KB.
package model
