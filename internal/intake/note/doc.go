// Package note writes what the program asks its user in his own mailbox, and reads what
// he answers.
//
// A note is a letter from the user to himself, with lines that end in a colon: is this an
// interview, how was it? He answers as his mail client lets him: with a reply above or
// between the lines, or by editing the note where it lies. So an answer is read as the
// difference from the note that was placed. What stands in it and is neither a line of
// ours nor what a mail program put around it is the user's word.
//
// The package looks at nothing but the note, the message and what it is told of the user.
// It does not decide what follows from an answer, and it believes whoever calls it that
// the message is the user's own.
package note
