// Package rules says which follow-up messages an application needs, when each
// may go out, and why.
//
// It is arithmetic: facts and a calendar and an instant in, a plan out. It does
// no I/O, reads no clock and starts no goroutine, so the daemon, `plan`,
// `show` and `log` are one computation seen from four sides.
//
// The flow is
//
//	facts → Fold → Application → Plan → follow-ups with reasons
//
// A Fact is something that happened and is never rewritten. Fold puts facts in
// order: what answers a message came after it, whatever the clocks say, and else
// their instants decide; so the order in which they arrive does not matter. Plan
// is pure: planning twice is planning once.
//
// All instants are absolute; all dates are calendar dates in the application's
// time zone, which is the zone of the Calendar that is handed in.
package rules
