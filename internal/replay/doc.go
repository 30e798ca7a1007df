// Package replay plays time to the daemon as it is: a [Play] runs it on a store and a
// server of somebody's choice, with a clock that is moved, and waits until it has seen
// and done what there is to see and do.
//
// The demo tells a made-up story on it, and a simulation the past of a real mailbox. It
// knows of no mailbox and no story, and nothing in it knows what should happen.
package replay
