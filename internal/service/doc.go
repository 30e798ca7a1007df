// Package service has the program always running: as a unit of systemd's user manager, an
// agent of launchd, or a task that Windows begins at logon.
//
// It writes the texts itself, with the path of the program as it is, and asks the
// system's own command to do the rest. What it does twice is as if it was done once, and
// what it takes away is only what it has written: config and store stay.
package service
