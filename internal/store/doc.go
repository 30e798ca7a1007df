// Package store keeps what the program must not forget, in one SQLite file: the
// applications and their facts, how far each mailbox was read, the drafts that
// were decided on, and why.
//
// All SQL of the program is here, and nothing else is: the store does not fold
// facts, plan, or know what a message means. Facts and the log of decisions are
// append-only, which the file itself enforces. What belongs together (a message,
// its facts and the cursor; a draft's state and its fact) is written in one
// durable transaction, so a crash repeats or loses nothing.
//
// Commands and a running daemon may use one file at the same time; two daemons
// may not, see Store.LockDaemon. Instants are kept in microseconds and come back
// in UTC.
package store
