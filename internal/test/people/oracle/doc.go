// Package oracle says what may stand in Drafts, and what must, of a life that
// somebody else plays. It is told what truly happened, and looks at the mailbox as
// the user would.
//
// It shares no code with the program that it judges: it reckons days by itself, reads
// letters with net/mail, and knows of recognising nothing, for it is told what each
// message is. It never decides what the program should have understood of words.
package oracle
