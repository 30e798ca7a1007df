// Package mail is the one reader of messages: header, addresses, identifiers, dates,
// MIME, charsets, HTML to text. Every room that looks at mail looks at it through
// this one, so that all mean the same by what they name.
//
// It reads anything and never fails: what is wrong with a message stands in its
// Problems. What strangers wrote is cleaned here, once, of control characters and of
// the marks that turn the direction of text. It knows no meaning and imports nothing
// of the project.
package mail
