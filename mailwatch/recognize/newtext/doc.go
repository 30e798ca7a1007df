// Package newtext finds what the sender of a message wrote anew: without what is
// quoted or forwarded, without the history of the conversation, without signature,
// device line and legal footer, as the mail programs of many languages write them.
package newtext
