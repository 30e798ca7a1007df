package daemon

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/drafter"
	"afterword/internal/intake"
	"afterword/internal/intake/note"
	"afterword/internal/store"
	"afterword/mailwatch"
)

// notes are the notes to the user that an account has, by what an answer names them.
type notes struct {
	all   []*placedNote // oldest first
	byID  map[string]*placedNote
	byTag map[string]*placedNote
}

// A placedNote is a note that stands in the user's mailbox, or is about to.
type placedNote struct {
	intake.Noted
	note    note.Note
	at      time.Time
	stood   *intake.Stood
	replied []intake.Replied
	answers []note.Answer // of replied
	last    time.Time     // when it was answered last
}

// learn takes in a fact of the account.
func (n *notes) learn(f intake.Fact) {
	if n.byID == nil {
		n.byID, n.byTag = map[string]*placedNote{}, map[string]*placedNote{}
	}
	switch w := f.What.(type) {
	case intake.Noted:
		one := &placedNote{Noted: w, at: f.At}
		if json.Unmarshal(w.Note, &one.note) != nil || one.note.Tag == "" {
			return
		}
		n.all = append(n.all, one)
		n.byID[w.MessageID], n.byTag[one.note.Tag] = one, one
	case intake.Stood:
		if one := n.byID[w.MessageID]; one != nil && one.stood == nil {
			one.stood = &w
		}
	case intake.Replied:
		if one := n.byID[w.Note]; one != nil {
			var a note.Answer
			_ = json.Unmarshal(w.Answer, &a)
			one.replied, one.answers, one.last = append(one.replied, w), append(one.answers, a), f.At
		}
	}
}

// answeredBy returns the note that a message of the user's answers or is, by what it
// answers, by its subject, or by its own identifier, and whether it names the note's own
// Message-ID.
func (n *notes) answeredBy(h mailwatch.Header) (one *placedNote, named bool) {
	if len(n.all) == 0 {
		return nil, false
	}
	answers := h.Answers()
	for _, id := range slices.Backward(answers) {
		if one := n.byID[id]; one != nil {
			return one, true
		}
	}
	if one := n.byID[h.MessageID]; one != nil {
		return one, true
	}
	for _, tag := range note.Tags(h.Subject) {
		if one := n.byTag[tag]; one != nil {
			return one, false
		}
	}
	return nil, false
}

// ofNote reports whether a message is a note to the user, or his answer to one, also
// where it may not count as one. Such a message is nobody's mail and no letter of his. What
// he sends to somebody else is one, whatever it quotes.
func (w *worker) ofNote(h mailwatch.Header) bool {
	one, _ := w.finds.notes.answeredBy(h)
	return one != nil && w.staysWithHim(h)
}

// toHimself reports whether a message of the user's went to nobody but him, where notes
// stand that he may answer without a word in the header that says so.
func (w *worker) toHimself(h mailwatch.Header) bool {
	return len(w.finds.notes.all) > 0 && len(h.Recipients()) > 0 && w.staysWithHim(h)
}

// staysWithHim reports whether a message is from the user, and to nobody else.
func (w *worker) staysWithHim(h mailwatch.Header) bool {
	mine := w.d.shelf.user.Load().mine
	return mine[strings.ToLower(h.Sender.Address)] && !slices.ContainsFunc(h.Recipients(), func(address string) bool { return !mine[strings.ToLower(address)] })
}

// noteBox is the connection as drafter places notes with it.
type noteBox struct {
	mailbox
	unread bool
}

func (m noteBox) Append(ctx context.Context, box string, message []byte, at time.Time) (uidValidity, uid uint32, err error) {
	if m.unread {
		return m.AppendUnread(ctx, box, message, at)
	}
	return m.mailbox.Append(ctx, box, message, at)
}

// noteJournal keeps drafter's records of notes as facts of the account.
type noteJournal struct {
	w     *worker
	noted intake.Noted
	box   string
}

func (j noteJournal) Decide(ctx context.Context, r drafter.Record) error {
	j.noted.MessageID, j.noted.Raw = r.MessageID, r.Raw
	return j.w.keepFinds(ctx, intake.Fact{Key: "noted/" + r.MessageID, At: r.At, What: j.noted})
}

func (j noteJournal) Record(ctx context.Context, messageID string, uidValidity, uid uint32, digest [32]byte, at time.Time) error {
	return j.w.keepFinds(ctx, intake.Fact{Key: "stood/" + messageID, At: at,
		What: intake.Stood{MessageID: messageID, Mailbox: j.box, UIDValidity: uidValidity, UID: uid, Digest: hex.EncodeToString(digest[:])}})
}

func (j noteJournal) Pending(context.Context, string) ([]drafter.Record, error) {
	var list []drafter.Record
	for _, one := range j.w.finds.notes.all {
		if one.stood == nil {
			list = append(list, drafter.Record{Account: j.w.name, Application: one.Application, FollowUp: "note/" + one.note.Tag, MessageID: one.MessageID, Raw: one.Raw, At: one.at, State: drafter.StateDecided})
		}
	}
	return list, nil
}

// keepFinds stores facts of the account, and takes them in.
func (w *worker) keepFinds(ctx context.Context, facts ...intake.Fact) error {
	var list []store.AccountFact
	for _, f := range facts {
		one, err := StoredFind(w.name, f)
		if err != nil {
			return err
		}
		list = append(list, one)
	}
	if _, err := w.d.Store.AddAccountFacts(ctx, list...); err != nil {
		return err
	}
	return w.refreshFinds(ctx)
}

// noteBoxes are where notes stand, and where the user may have put them since.
func (w *worker) noteBoxes() (boxes drafter.Boxes, unread bool) {
	boxes = drafter.Boxes{Drafts: w.boxes.Inbox, Sent: w.boxes.Sent, Trash: w.boxes.Trash, All: w.boxes.All}
	if unread = w.config().Intake.Notes != "drafts"; !unread {
		boxes.Drafts = w.boxes.Drafts
	}
	return boxes, unread
}

// resumeNotes goes on with notes that a crash or a lost connection left between
// "decided" and "recorded".
func (w *worker) resumeNotes(ctx context.Context, now time.Time) error {
	if !slices.ContainsFunc(w.finds.notes.all, func(n *placedNote) bool { return n.stood == nil }) {
		return nil
	}
	boxes, unread := w.noteBoxes()
	j := noteJournal{w: w, box: boxes.Drafts}
	done, err := drafter.Placer{Step: w.d.Step}.Resume(ctx, noteBox{mailbox{w.conn}, unread}, j, boxes, w.name, nil, now)
	for _, one := range done {
		if one.Outcome != drafter.Placed { // the user was faster
			gone := intake.Fact{Key: "stood/" + one.Record.MessageID, At: now, What: intake.Stood{MessageID: one.Record.MessageID, Gone: true}}
			if err := w.keepFinds(ctx, gone); err != nil {
				return err
			}
		}
	}
	return w.waits(ctx, err)
}

// placeNote composes a note and puts it into the user's mailbox, exactly once, as drafts
// are placed.
func (w *worker) placeNote(ctx context.Context, q note.Question, noted intake.Noted, now time.Time) error {
	q.Here = w.account.Zone
	if q.Here == "" {
		q.Here = now.Location().String()
	}
	tag := noted.Tag
	if tag == "" || w.finds.notes.byTag[tag] != nil {
		tag = intake.NewTag()
	}
	if noted.Tag == "" {
		noted.Tag = tag
	}
	n, err := note.Compose(q, tag, w.d.standing().Texts)
	if err != nil {
		w.log.Warn("a note could not be written", "kind", q.Kind, "error", err)
		return nil
	}
	noted.Kind, noted.Text, noted.Refs = string(q.Kind), n.Text(), n.Refs
	if noted.Note, err = json.Marshal(n); err != nil {
		return err
	}
	memo := drafter.Memo{Name: w.account.FromName, Address: w.account.Address, Subject: n.Subject, Text: n.Text(), Date: now, Mark: newMark()}
	if memo.MessageID, err = drafter.NewMessageID(w.account.Address, randomness); err != nil {
		return err
	}
	raw, err := memo.Write()
	if err != nil {
		w.log.Warn("a note could not be written", "kind", q.Kind, "error", err)
		return nil
	}
	boxes, unread := w.noteBoxes()
	r := drafter.Record{Account: w.name, Application: noted.Application, FollowUp: "note/" + tag, MessageID: memo.MessageID, Raw: raw, At: now}
	_, err = drafter.Placer{Step: w.d.Step}.Place(ctx, noteBox{mailbox{w.conn}, unread}, noteJournal{w, noted, boxes.Drafts}, boxes, r, now)
	if err == nil {
		w.record(noted.Application, slogDecision, fmt.Sprintf("you are asked in %s: %q", boxes.Drafts, n.Subject), "", "rule", "note", "message", memo.MessageID)
	}
	return w.waits(ctx, err)
}

// waits says that a note could not be placed, and leaves it to a pass in a minute, unless
// only a new connection can mend it.
func (w *worker) waits(ctx context.Context, err error) error {
	if err == nil || isLost(err) || ctx.Err() != nil {
		return err
	}
	w.log.Warn("a note waits", "error", err)
	w.release = append(w.release, w.d.Now().Add(retryHeld))
	return nil
}
