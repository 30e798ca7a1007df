// Package daemon runs the accounts: one worker for each, one connection each,
// and the order of a pass.
//
//	connect → collect → act → wait ─┐
//	             ↑                  │ new mail · poll timer · cron · a command changed the store
//	             └──────────────────┘
//
// A pass collects before it acts: what arrived, what the user sent, what became
// of the drafts. If collecting fails, nothing is acted on. One goroutine owns an
// account; there is no lock and no state that two of them share but the store.
//
// It does not know the IMAP protocol (mailwatch), what a message is
// (mailwatch/recognize), when a follow-up is due (rules), or how a draft is
// written and placed safely (drafter): it only brings them together.
package daemon
