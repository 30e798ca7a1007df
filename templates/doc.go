// Package templates holds the texts of the letters and writes a letter from
// what is known of an application.
//
// Each language has a folder of plain text files, one for each kind of letter,
// embedded in the program; a user's own file of the same name takes the place
// of ours. A file says which jobs the sentences of the letter have ("opening",
// "interest") and gives several wordings for each. A wording that mentions a
// value which is not known can't be chosen: that is how a missing value never
// leaves a gap. doc/templates.md tells it to users.
//
// The package knows words, not rules: whom to write to, when, and whether at
// all is decided elsewhere. It does no mail, reads no clock and guesses
// nothing: no gender, no name, no date.
package templates
