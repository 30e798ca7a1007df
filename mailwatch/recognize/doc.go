// Package recognize says what a message is: a letter is opened, then judged; out
// comes a verdict with its evidence.
//
// It is pure: it does no I/O, reads no clock and asks no network, so the same
// message gives the same verdict everywhere. It never fails and never panics:
// what cannot be read is named in the verdict's problems. It judges single
// messages; to which application one belongs is asked between opening and judging,
// and is not its business.
//
// Its rooms follow the message's way. Open: quotes, history and signature are cut
// (newtext), robots and delivery reports are told by what they say of themselves
// (robot), calendar parts are read (invite). Judge: what people write is looked for
// in the words that are left (phrases) and weighed (classify.go), the dates are
// looked for (dates), and last comes the question whom to trust (trust).
package recognize
