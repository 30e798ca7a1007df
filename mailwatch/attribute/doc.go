// Package attribute says whose a message is, for what was received and what was sent
// alike: message and applications in, facts out.
//
// It is pure, and asked before what a message means: a letter is opened, attributed,
// and only then judged, once, with the calendar and the people of its application.
// It knows no words of any language; names are looked for as they are written.
package attribute
