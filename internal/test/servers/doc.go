// Package mailtest is the mailbox that tests and the demo play with: mail servers
// behind one [Server], and the user's side of the story told to them.
//
// [Start] gives go-imap's memory server, on loopback or over pipes (for
// testing/synctest). [Dovecot], [Cyrus] and [Courier] start the real ones, each
// in a folder of its own on free loopback ports, and [Each] runs a test on all of
// them. A [Proxy] before any of them breaks things on purpose.
//
// It is not part of the daemon: nothing but tests and the demo may import it. It
// does not import package testing, so that the demo does not carry it.
package servers
