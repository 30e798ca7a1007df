// Package intake finds the interviews that mail tells of before there is an application,
// and says what follows from them.
//
// A find is made of facts of an account, as an application is of its own: mail that told
// of an interview (Found), the receipt of an application (Applied), what the user said of
// it (Answered), the notes that asked him (Noted), the application that it became
// (Entered). Facts are kept and never rewritten; Fold makes the finds of them, whatever
// the order in which they were learnt. Dismissals are such facts: whatever tells of the
// same appointment again, by its UID or by company and time, belongs to a find that the
// user has dismissed.
//
// What keeps a draft from being placed may act on a hint. What puts a person's address
// into a letter needs a proof (Person.Proof) or the user's word: nothing is drafted from
// a find before he has answered.
//
// It does no I/O but to draw tags at random, reads no clock, and knows neither store nor
// server.
package intake
