// Package servers has the mail servers that tests and benchmarks play with, behind
// one [Server].
//
// [Start] and [Embedded] give the embedded one of internal/demo/mailserver.
// [Dovecot], [Cyrus] and [Courier] start the real ones, each in a folder of its own
// on free loopback ports, and [Each] runs a test on all of them. A [Proxy] before any
// of them, a [Network] of its own and a small [Disk] break things on purpose. What a
// system has not is skipped there, with a word.
//
// It is not part of the product: only tests and benchmarks import it. It does not
// import package testing itself, for the benchmarks are a program.
package servers
