// Package drafter writes follow-ups and makes the Drafts mailbox hold them:
// compose, proofread, place, withdraw.
//
// The flow is
//
//	FollowUp → Compose → Draft, proofread → Place → exactly one draft
//
// Compose makes the letter (package templates has the words) and the message
// around it (RFC 5322). Proofread reads any letter, ours or the user's, against
// the rules of good follow-ups. Place puts the message into Drafts exactly
// once, whatever crashes in between; Observe says what became of it; Withdraw
// moves it to Trash if it is still byte for byte what was placed.
//
// The package does not decide what is due (package rules does), keeps nothing
// (the Journal does), reads no clock, and has no way to send: of the mail
// library it uses the writer alone.
package drafter
