// Package simulate is a time machine: it takes the mail of the past months and shows what
// the program would have done with it, as if it had run then.
//
// Nothing is reckoned here a second time. The headers of all mail are read, and the texts
// of what the daemon would have read ([Source]: an account, only to be read, or files).
// These messages come to a mail server in this process, one by one, at the time at which
// they came, and the daemon as it is watches that server, with a store in memory and a
// clock that goes from one event to the next ([Run]). What it has decided is then read
// from its store ([Past]).
//
// Nothing is written anywhere: neither to the mailbox, nor to the user's store, nor to a
// disk.
package simulate
