// Bench measures the program beside the raw protocol and beside other programs,
// in one run on one machine, and prints a table:
//
//	go run ./bench                       # everything, about a quarter of an hour
//	go run ./bench -only push,place      # some of it
//	go run ./bench -messages 1000,10000  # first starts on smaller mailboxes only
//
// The program under test is the real one: it is built into a folder of its own
// and runs as a process with a config file, so memory and processor time are its
// own (/proc). The servers are a Dovecot and a Cyrus of internal/test/servers. Both
// sides of a ratio go through the same relay, which counts octets. Peers are
// measured where they are installed: mbsync (Debian's isync) and goimapnotify.
//
// Nothing here fails because a machine is slow: the table says what misses its
// bar, and the exit code is 0 all the same. Bars are ratios, never times: what a
// row is compared with is measured in the same run, in turn with the program. Where
// neither the raw protocol nor a peer does the same, it is go-imap alone (bench/alone,
// a process too), bare SQLite, or the program's own command that does least.
package main
