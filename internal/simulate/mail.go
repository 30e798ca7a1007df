package simulate

import (
	"cmp"
	"context"
	"slices"
	"time"

	"afterword/internal/mail"
)

// A Mail is a message of the past, as its header tells.
type Mail struct {
	mail.Envelope
	Account string    // name of the account that has it
	At      time.Time // when it arrived, or was sent
	Sent    bool      // it lies where the user's client keeps what he sent

	place place
	tells bool   // by its header it may tell of an interview
	ticks bool   // the clock stops when it comes
	read  bool   // the daemon has seen its text, knowing of whom it may be
	raw   []byte // of an event
	gone  bool   // it was not there any more when its text was asked for
}

// A place is where its source finds a message again.
type place struct {
	mailbox       string
	validity, uid uint32 // of a mailbox on a server
	offset, size  int64  // in a file
}

// A Source is the mail of one account.
type Source interface {
	// Headers reads all that arrived since an instant and is no draft, in any order, and
	// calls take with each and the lines of its header.
	Headers(ctx context.Context, since time.Time, take func(m Mail, header []byte)) error
	// Texts reads whole messages, of those that Headers told of, and calls take with each
	// that is still there. An error of take ends it.
	Texts(ctx context.Context, list []*Mail, take func(m *Mail, raw []byte) error) error
}

// imported is by how much a message is older than it was put where it lies if it was
// carried there from another mailbox: no mail is under way for so long.
const imported = 4 * 24 * time.Hour

// arrived is when a message really came, by when the server says that it did, and its own
// Date.
func arrived(received, date time.Time) time.Time {
	if received.IsZero() || !date.IsZero() && received.Sub(date) > imported {
		return date
	}
	return received
}

// inOrder sorts mail by time, and leaves one of each message that lies in several
// mailboxes of an account: the one that shows that it was sent, if one does.
func inOrder(list []*Mail) []*Mail {
	slices.SortStableFunc(list, func(a, b *Mail) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Account, b.Account), cmp.Compare(a.MessageID, b.MessageID))
	})
	type identity struct{ account, id, from, subject string }
	seen := map[identity]*Mail{}
	return slices.DeleteFunc(list, func(m *Mail) bool {
		if m.MessageID == "" {
			return false
		}
		id := identity{m.Account, m.MessageID, m.Sender.Address, m.Subject}
		first := seen[id]
		if first == nil {
			seen[id] = m
			return false
		}
		if m.Sent && !first.Sent {
			first.Sent, first.place = true, m.place
		}
		return true
	})
}
