// Package setup makes a config out of a mail address and a few answers: it finds
// the server, says in the user's words what the provider wants, tries the login,
// names what is wrong and how to mend it, and writes everything at the end, at once.
//
// It never sends more of an address than its domain to anybody but the server that
// the user logs in to, speaks https and encrypted IMAP only, and writes nothing
// before every answer is there: whoever is interrupted has changed nothing.
package setup
