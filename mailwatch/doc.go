// Package mailwatch is one account's line to its mail server: it connects,
// finds the mailboxes, catches up from where it was, waits for news, and places
// or withdraws a draft.
//
// It wraps github.com/emersion/go-imap, which takes no context, waits without a
// deadline and gives a connection up over one odd line. Here every call has a
// deadline, hostile lines are stopped before they are parsed, what is odd and
// harmless is kept from the library, and a message that breaks the connection is
// found and set aside, so that the rest goes on. While an account waits, the library
// is not there at all.
//
// What the server ever sees is LOGIN or AUTHENTICATE, CAPABILITY, ID, LIST, SELECT,
// EXAMINE, STATUS, SEARCH, FETCH with BODY.PEEK, IDLE, NOTIFY, NOOP, APPEND of a draft,
// MOVE (or COPY and STORE \Deleted) of a draft of ours, and LOGOUT. The package
// never creates a mailbox, never sends a bare EXPUNGE or CLOSE, and never marks a
// message as read. It does not decide what a message means and stores nothing.
//
// A [Conn] belongs to one goroutine. After an error that wraps [ErrLost] or
// [ErrTimeout] it is of no more use: Close it, wait as [Backoff] says, Dial anew.
package mailwatch
