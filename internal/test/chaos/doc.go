// Package chaos breaks what the daemon stands on, with the real fault: servers
// are killed, disks run full, cables are cut, answers are lost. It has no code of
// its own; the tests say what must hold whatever happens: no hang, no crash,
// recovery once the fault is over, and exactly one draft.
package chaos
