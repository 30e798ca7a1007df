// Package endurance plays many applications over a long simulated time on a real
// mail server, twice: once undisturbed, once with faults at random (the daemon
// killed at any step, the server killed, connections cut, answers lost, the clock
// set wrong), and compares what came of it. It holds tests alone.
package endurance
