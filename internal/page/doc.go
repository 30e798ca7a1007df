// Package page is the local page: what waits and why, and the answers to it, in a
// browser on the same computer. A command serves it while somebody looks; the daemon
// never does.
//
// It knows no rule and stores nothing. What it shows comes from a Program, and what is
// done on it are the commands of the program, called as from a terminal: the same
// checks, the same facts, the same words.
//
// Nothing on it comes from elsewhere (no font, script or picture: the
// Content-Security-Policy proves it), it works without script, and whoever has not
// opened the link that was made for him sees nothing of it.
package page
