// Package people plays people: users at their mail programs, recruiters, and the
// programs of both, on a real server, with the daemon as it is and a clock that is
// moved. A random half-year comes from its seed; a story is one life with fixed events.
// What is right is for package oracle to say.
package people
