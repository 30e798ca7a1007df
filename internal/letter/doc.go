// Package letter reads a letter as its writer meant it: salutation, body and
// sign-off apart, its words and sentences counted, and how much of it another letter
// shares. It serves who writes letters and who looks for them in what was sent.
package letter
