package daemon

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/internal/config"
	"afterword/mailwatch"
)

// Names are the mailboxes that an account's config names.
func Names(account config.Account) mailwatch.Names {
	m := account.Mailboxes
	return mailwatch.Names{Drafts: m.Drafts, Sent: m.Sent, Trash: m.Trash, Skip: m.Skip}
}

// WatchNote is what the user is told whose config has the key of an older version.
const WatchNote = `the key "watch" does nothing any more: every mailbox is read; "skip" names those that are not to be`

// relistEvery is how often the server is asked which mailboxes there are: a filter or a
// client may have made one.
const relistEvery = 10 * time.Minute

// findMailboxes finds the mailboxes, and has the server announce what comes and goes in
// them. It reports whether the server does.
func (w *worker) findMailboxes(ctx context.Context, conn *mailwatch.Conn) (announced bool, err error) {
	if w.boxes, err = conn.FindMailboxes(ctx, Names(w.account)); err != nil {
		return false, err
	}
	w.boxes.How = nil // for check alone
	w.findAnswerBoxes(conn)
	w.listed, w.relist = w.d.Now(), false
	w.health.Skipped = w.boxes.Skipped
	return conn.Notify(ctx, w.announced())
}

// lookForMailboxes finds the mailboxes anew where there may be others by now.
func (w *worker) lookForMailboxes(ctx context.Context, now time.Time) error {
	if !w.relist && now.Sub(w.listed).Abs() < relistEvery {
		return nil
	}
	w.listed, w.relist = now, false
	changed, err := w.conn.Relist(ctx)
	if err != nil || !changed {
		return err
	}
	_, err = w.findMailboxes(ctx, w.conn)
	return err
}

// announced are the mailboxes besides the Inbox of which the server is to say when
// something comes or goes.
func (w *worker) announced() []string {
	boxes := append([]string{w.boxes.Drafts, w.boxes.Sent}, w.boxes.Others...)
	for _, b := range w.answerBoxes {
		if b.there {
			boxes = append(boxes, b.name)
		}
	}
	slices.Sort(boxes)
	return slices.DeleteFunc(slices.Compact(boxes), func(box string) bool { return box == "" || box == w.boxes.Inbox })
}

// isUnknown reports whether a mailbox is one that was not there at the last look.
func (w *worker) isUnknown(box string) bool {
	return box != w.boxes.Inbox && !slices.Contains(w.announced(), box)
}

// noteUnread notes which mailboxes could not be read in a look at all of them, for
// whoever asks how the account is.
func (w *worker) noteUnread() {
	had := w.health.Unread
	w.health.Unread = nil
	for _, u := range w.unread {
		if w.health.Unread = append(w.health.Unread, u.Mailbox); !slices.Contains(had, u.Mailbox) {
			w.relist = true // it may be gone
			w.record("", slogTrouble, fmt.Sprintf("the mailbox %q cannot be read", u.Mailbox), u.Why.Error(), "rule", "unread")
		}
	}
	if !slices.Equal(had, w.health.Unread) {
		w.health.saved = time.Time{} // is written at the end of the look
	}
}
