// Package mailserver is the mail server that the demo plays with: go-imap's memory
// server, on loopback or over pipes (for testing/synctest), and the users' own side
// of it, which delivers, reads, edits and removes mail as people and their mail
// programs do.
//
// [Start] gives an [Embedded]; a [Server] is what its users see of any server. It is
// not part of the daemon, and knows nothing of it. The tests put real servers, and
// faults, behind the same Server: see internal/test/servers.
package mailserver
