// Package attribute says whose a message is, for what was received and what was sent
// alike: message and applications in, facts out.
//
// It is pure, and asked before what a message means: a letter is opened, attributed,
// and only then judged, once, with the calendar and the people of its application.
// It decides by no words of any language; names are looked for as they are written, the
// longest first. The words of candidacy.go only say whose text is looked into. What is
// not surely an application's and may be is a Hint: near.go.
package attribute
