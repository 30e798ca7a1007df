// Package recognize says what a message is: bytes in, a verdict with its
// evidence out.
//
// It is pure: it does no I/O, reads no clock and asks no network, so the same
// message gives the same verdict everywhere. It never fails and never panics:
// what cannot be read is named in the verdict's problems. It judges single
// messages; to which application one belongs is not its business.
//
// The order of work: the MIME layer reads anything (mime.go), HTML becomes text
// (html.go), quotes and signatures are cut (quote.go, signature.go), robots and
// bounces are told by their headers and reports (robot.go, bounce.go), calendar
// parts are read (calendar.go), phrases are looked for in the words that are left (phrases) and weighed
// (classify.go), the dates are looked for (dates), and last comes the question
// whom to trust (trust.go).
package recognize
