// Package process runs the daemon of a stage in a process of its own, so that a test
// can kill it at any step, and put it to sleep, as they do who pull a plug or close a
// lid.
package process
