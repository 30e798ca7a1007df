// Package house holds the plan of the house in tests: which room may import
// which, where a clock, the environment and SQL may be used, and that the built
// program has no way to send mail.
//
// It has no code of its own. A new room needs a line in the table of
// arrows_test.go, which is where its place is thought about.
package house
