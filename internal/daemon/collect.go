package daemon

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/trust"
)

// collect brings everything that the mailboxes know into the store: what arrived,
// what the user sent, what became of the drafts.
func (w *worker) collect(ctx context.Context, now time.Time) error {
	clear(w.unsaved)
	if err := w.reviseFinds(ctx); err != nil {
		return err
	}
	round := w.begun.Add(1)
	// What arrived goes first. For an application that a command has added or changed
	// meanwhile it is looked up below.
	if err := w.readBox(ctx, w.boxes.Inbox, now); err != nil {
		return err
	}
	if err := w.book.refresh(ctx); err != nil {
		return err
	}
	drafts, err := w.readOthers(ctx, now)
	if err != nil {
		return err
	}
	for w.isBehind() || w.unsearched {
		if err := w.lookBack(ctx, now); err != nil {
			return err
		}
		// That may have taken long: what arrived meanwhile.
		if err := w.readNews(ctx, now); err != nil {
			return err
		}
		drafts = true
	}
	// Without CONDSTORE nothing tells of a draft that is only marked as deleted.
	unmarked := !w.conn.Has("CONDSTORE") && now.Sub(w.drafts) >= draftsEvery
	if drafts || len(w.missed) > 0 || w.held || unmarked {
		w.drafts, w.held = now, false
		if err := w.lookAtDrafts(ctx, drafts, now); err != nil {
			return err
		}
	}
	if err := w.proofreadEdited(ctx, now); err != nil {
		return err
	}
	if err := w.lookAtNotes(ctx, drafts, now); err != nil {
		return err
	}
	if err := w.readAnswerBoxes(ctx, now); err != nil {
		return err
	}
	if w.isBehind() {
		w.bell.Ring() // what was moved there made an application: its past comes next
	}
	w.wasAsked(round)
	return w.closeFinds(ctx, now)
}

// draftsEvery is how often Drafts is listed at the least where the server cannot tell
// that a mark in it has changed.
const draftsEvery = 10 * time.Minute

// readNews reads what arrived and what the user sent since the last look.
func (w *worker) readNews(ctx context.Context, now time.Time) error {
	if err := w.readBox(ctx, w.boxes.Inbox, now); err != nil {
		return err
	}
	_, err := w.readOthers(ctx, now)
	return err
}

// readOthers reads what is new in all mailboxes but the Inbox, and whatever has to be
// read once more. It asks for all of them at once, and reports whether anything is
// new in Drafts.
func (w *worker) readOthers(ctx context.Context, now time.Time) (drafts bool, err error) {
	cursors := []mailwatch.Cursor{{Mailbox: w.boxes.Drafts}}
	all, fresh := w.d.shelf.count(w.name)
	for _, box := range w.others() {
		from, err := w.readUpTo(ctx, box)
		if err != nil {
			return false, err
		}
		if w.isAnswerBox(box) {
			continue // see below
		}
		// One that was never read may tell of interviews since the past was looked
		// through for those; for applications that are new lookBack reads it.
		if from.UIDValidity != 0 || all > fresh || w.looksForFinds() {
			cursors = append(cursors, from)
		} else if box == w.boxes.Sent && all == 0 {
			if err := w.startAtEnd(ctx, box); err != nil {
				return false, err
			}
		}
	}
	for _, b := range w.answerBoxes {
		if b.there {
			cursors = append(cursors, mailwatch.Cursor{Mailbox: b.name}) // what is gone counts, too
		}
	}
	changed, unread, err := w.conn.Changed(ctx, cursors)
	if err != nil {
		return false, err
	}
	w.unread = unread
	defer w.noteUnread()
	for _, box := range changed {
		if box == w.boxes.Drafts {
			drafts, w.inDrafts = true, nil
			continue
		}
		if w.isAnswerBox(box) {
			if w.moves = true; !slices.Contains(w.boxes.Others, box) {
				continue // Gmail shows it in All as well
			}
		}
		if err := w.readBox(ctx, box, now); err != nil {
			return drafts, err
		}
	}
	return drafts, w.readAgain(ctx, now)
}

// readAgain reads what was left alone in mailboxes, and is explained by what was read
// since. Each turn has learnt something, so there is an end.
func (w *worker) readAgain(ctx context.Context, now time.Time) error {
	for {
		var boxes []string
		for _, had := range w.cursors {
			if _, again := w.overlooked.from[had.Mailbox]; again {
				boxes = append(boxes, had.Mailbox)
			}
		}
		if len(boxes) == 0 {
			return nil
		}
		for _, box := range boxes {
			if err := w.readBox(ctx, box, now); err != nil {
				return err
			}
		}
	}
}

// readBox reads what is new in one mailbox, from where it was left.
func (w *worker) readBox(ctx context.Context, box string, now time.Time) error {
	came, err := w.catchUp(ctx, box, now)
	switch {
	case err != nil && box != w.boxes.Inbox && box != w.boxes.Sent && forbidden(err):
		w.unread = append(w.unread, mailwatch.Unreadable{Mailbox: box, Why: err})
		delete(w.overlooked.from, box)
		return nil
	case err != nil:
		return err
	case came:
		// An answer arrived: what it makes wrong leaves Drafts before anything
		// else is looked at.
		return w.withdrawStale(ctx, now)
	}
	return nil
}

// isLost reports whether only a new connection can mend an error.
func isLost(err error) bool {
	return errors.Is(err, mailwatch.ErrLost) || errors.Is(err, mailwatch.ErrPoison)
}

// forbidden reports whether a mailbox, and no more than that, cannot be read.
func forbidden(err error) bool {
	if isLost(err) {
		return false
	}
	return errors.Is(err, mailwatch.ErrGone) || errors.Is(err, mailwatch.ErrReadOnly) || errors.Is(err, mailwatch.ErrNoMailbox)
}

// others are all mailboxes besides the Inbox in which an answer may lie, or what the
// user sent.
func (w *worker) others() []string {
	if w.boxes.Sent == "" {
		return w.boxes.Others
	}
	return append(slices.Clone(w.boxes.Others), w.boxes.Sent)
}

// since is how far back a mailbox is read that was never read before.
func (w *worker) since(now time.Time) time.Time {
	return now.AddDate(0, 0, -w.config().Daemon.SinceDays)
}

// catchUp reads a mailbox from where it was left, and saves each batch with its
// cursor in one transaction. It reports whether anything came that belongs to an
// application.
func (w *worker) catchUp(ctx context.Context, box string, now time.Time) (came bool, err error) {
	from, err := w.readUpTo(ctx, box)
	if err != nil {
		return false, err
	}
	if all, fresh := w.d.shelf.count(w.name); from.UIDValidity == 0 && all == fresh && !w.looksForFinds() {
		// The past of a mailbox matters to applications alone. Where there are
		// any, lookBack reads it for each of them, and begins at its end.
		if all > 0 {
			return false, nil
		}
		return false, w.startAtEnd(ctx, box)
	}
	if low, again := w.overlooked.before(from); again {
		from = low
	}
	w.overlooked.begin(from)
	_, err = w.conn.CatchUp(ctx, box, from, w.since(now), w.wants, func(b mailwatch.Batch) (err error) {
		w.progress(box, b)
		w.replies = nil
		found, err := w.noting(func() (store.Mail, error) { return w.read(ctx, b.Messages) })
		defer func() {
			if err != nil {
				w.d.shelf.unheard(found.Facts)
			}
		}()
		if err != nil {
			return err
		}
		if err := w.taught(ctx, box, found.Facts); err != nil {
			return err
		}
		if err := w.heed(ctx, w.replies, now); err != nil {
			return err
		}
		came = came || len(w.replies) > 0
		at, _ := w.overlooked.before(b.Cursor)
		found.Cursor = w.cursor(box, at)
		came = came || len(found.Facts) > 0
		if err := w.save(ctx, found); err != nil || len(found.Finds) == 0 {
			return err
		}
		if err := w.refreshFinds(ctx); err != nil {
			return err
		}
		w.askAbout(ctx, found.Finds, now)
		return nil
	})
	if err != nil {
		return came, fmt.Errorf("read %q: %w", box, err)
	}
	if came {
		err = w.book.refresh(ctx)
	}
	return came, err
}

// wants reports whether the text of a message is needed.
func (w *worker) wants(h mailwatch.Header) (wanted bool) {
	if w.ofNote(h) {
		return h.Mailbox == w.boxes.Sent || w.finds.notes.byID[h.MessageID] == nil // the note itself says nothing
	}
	if w.toHimself(h) && w.wasSent(h) {
		return true // it may answer a note by the tag in its text alone
	}
	w.d.shelf.ask(func(m *attribute.Matcher, _ *trust.Contacts) {
		if w.isOwn(m, h) {
			wanted = w.wasSent(h) && (m.WantsSent(h.Envelope) || w.choiceIn(h) != "")
		} else {
			wanted = m.Wants(h.Envelope) || w.mayTell(h)
		}
	})
	if !wanted {
		w.overlooked.add(h)
	}
	return wanted
}

// read makes facts of messages.
func (w *worker) read(ctx context.Context, messages []mailwatch.Message) (store.Mail, error) {
	var found store.Mail
	var drafts []store.Draft
	for _, m := range messages {
		if answer, ours := w.reply(m); ours {
			if answer != nil {
				w.replies = append(w.replies, *answer)
			}
			continue
		}
		var one store.Mail
		own := false
		w.d.shelf.ask(func(matcher *attribute.Matcher, people *trust.Contacts) {
			if own = w.isOwn(matcher, m.Header); !own {
				one = w.arrived(matcher, matcher, people, recognize.Open(mail.Read(m.Body)), m)
			}
		})
		if own && w.wasSent(m.Header) {
			one.Finds = w.chosen(m)
		}
		found.Finds = append(found.Finds, one.Finds...)
		if own && drafts == nil {
			var err error
			if drafts, err = w.d.Store.Drafts(ctx, ""); err != nil {
				return found, fmt.Errorf("read drafts: %w", err)
			}
		}
		if own {
			w.d.shelf.ask(func(matcher *attribute.Matcher, _ *trust.Contacts) {
				if matcher.WantsSent(m.Envelope) {
					one.Facts = w.delivered(matcher, matcher, m, drafts)
				}
			})
		}
		if len(one.Facts) == 0 {
			w.overlooked.add(m.Header)
			continue
		}
		for _, f := range one.Facts {
			w.d.shelf.heard(m.MessageID, f)
		}
		found.Seen = append(found.Seen, one.Seen...)
		found.Facts = append(found.Facts, one.Facts...)
	}
	return found, nil
}

// readUpTo returns up to where a mailbox was read.
func (w *worker) readUpTo(ctx context.Context, box string) (mailwatch.Cursor, error) {
	i := slices.IndexFunc(w.cursors, func(c store.Cursor) bool { return c.Mailbox == box })
	if i < 0 {
		had, err := w.d.Store.Cursor(ctx, w.name, box)
		if err != nil {
			return mailwatch.Cursor{}, fmt.Errorf("read cursor of %q: %w", box, err)
		}
		had.Mailbox = box
		i, w.cursors = len(w.cursors), append(w.cursors, had)
	}
	had := w.cursors[i]
	return mailwatch.Cursor{Mailbox: box, UIDValidity: had.UIDValidity, UIDNext: had.UIDNext, ModSeq: had.ModSeq}, nil
}

// startAtEnd has a mailbox read from its present end on.
func (w *worker) startAtEnd(ctx context.Context, box string) error {
	end, err := w.conn.End(ctx, box)
	if err != nil {
		return err
	}
	return w.save(ctx, store.Mail{Cursor: w.cursor(box, end)})
}

// save keeps what was read, and up to where.
func (w *worker) save(ctx context.Context, mail store.Mail) error {
	mail.Facts = append(mail.Facts, w.explained(mail.Facts)...)
	if err := w.d.Store.SaveMail(ctx, mail); err != nil {
		return err
	}
	for i := range w.cursors {
		if w.cursors[i].Mailbox == mail.Cursor.Mailbox {
			w.cursors[i] = mail.Cursor
		}
	}
	if len(w.d.standing().workers) > 1 {
		w.d.wakeHomes(w, mail.Facts)
	}
	return nil
}

// cursor is a place in a mailbox as the store keeps it, under a name.
func (w *worker) cursor(name string, c mailwatch.Cursor) store.Cursor {
	return store.Cursor{Account: w.name, Mailbox: name, UIDValidity: c.UIDValidity, UIDNext: c.UIDNext, ModSeq: c.ModSeq}
}

// progress says how far the reading of a large mailbox got, and what in it cannot
// be read.
func (w *worker) progress(box string, b mailwatch.Batch) {
	for _, aside := range b.SetAside {
		w.log.Warn("a message could not be read and is set aside", "mailbox", box, "uid", aside.UID, "why", aside.Why)
	}
	if b.Total < progressFrom {
		return
	}
	if w.d.Progress != nil {
		w.d.Progress(w.name, box, b.Done, b.Total)
		return
	}
	if b.Done == b.Total || b.Done/progressEvery > (b.Done-len(b.Others)-len(b.Messages))/progressEvery {
		w.log.Info("reading", "mailbox", box, "done", b.Done, "of", b.Total)
	}
}

const (
	progressFrom  = 2000   // messages, from which on the log says how far it got
	progressEvery = 10_000 // messages between two such lines
)
