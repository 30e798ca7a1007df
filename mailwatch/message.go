package mailwatch

import (
	"time"

	"afterword/internal/mail"
)

// A Cursor says up to where a mailbox was read. UIDs are only meaningful under
// the UIDValidity that they were given under (RFC 9051, section 2.3.1.1).
type Cursor struct {
	Mailbox     string
	UIDValidity uint32 // 0: never read
	UIDNext     uint32 // every message below was read
	ModSeq      uint64 // RFC 7162; 0 where the server has no CONDSTORE
}

// A Header is what is known of a message without its text.
type Header struct {
	Mailbox          string
	UIDValidity, UID uint32

	mail.Envelope
	Received time.Time // INTERNALDATE: as the server says
	Size     int64     // octets of the whole message
	Flags    []string

	// Raw is the block of header lines that was fetched: those that can matter,
	// not all. At most 64 KiB.
	Raw []byte
	// Problems says in plain words what was wrong with the header and what was
	// made of it.
	Problems []string
}

// A Message is a header with a text.
type Message struct {
	Header
	// Body is a whole RFC 5322 message: the message as it is where it is small
	// (256 KiB), else rebuilt of its header, its text parts (the first 256 KiB of
	// them) and its calendar parts, never with another attachment.
	Body []byte
}

// SetAside is a message that could not be read, and why. It is named so that the
// user can look at it.
type SetAside struct {
	UID uint32
	Why string
}

// A Batch is a bounded piece of a mailbox, in order of UID. It is saved in one
// transaction with its Cursor, so that a crash repeats or loses nothing.
type Batch struct {
	Messages []Message  // those that were wanted
	Others   []uint32   // the UIDs of those that were not
	SetAside []SetAside // those that could not be read

	Cursor      Cursor // after this batch
	Done, Total int    // messages read and to be read in this call, for a progress bar
	Reset       bool   // the UIDs of before mean nothing any more (UIDVALIDITY changed)
}
