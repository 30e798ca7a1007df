// Package demo tells the whole story of the program, with nothing set up: Tell plays
// it on a [Stage] and prints what happens.
//
// A Stage plays the world around the daemon: a mailbox on a server, the company that
// writes to it, and the user at his mail client; its time is a [replay.Play]. It uses
// the daemon as it is, and nothing in it knows what should happen. The tests of the
// whole program play on it too, with servers and faults of their own.
package demo
