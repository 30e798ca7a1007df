package daemon

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/intake"
	"afterword/internal/intake/note"
	"afterword/internal/mail"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// In the mailboxes Afterword/Yes, No and Stop the user answers by moving a message there,
// with any mail program: a company's own mail, or a note. Moving it out again takes the
// answer back; deleting it does not.

// An answerBox is one of them.
type answerBox struct {
	name  string // as the server calls it
	word  intake.Word
	there bool
}

// answerPaths are where they are, the more careful answer last.
var answerPaths = []struct {
	name string
	word intake.Word
}{{"Yes", intake.Yes}, {"No", intake.No}, {"Stop", intake.Stop}}

// findAnswerBoxes finds them among the mailboxes that there are.
func (w *worker) findAnswerBoxes(conn *mailwatch.Conn) {
	w.answerBoxes = nil
	if !w.config().Intake.Enabled {
		return
	}
	for _, one := range answerPaths {
		name, there := conn.Below("Afterword", one.name)
		w.answerBoxes = append(w.answerBoxes, answerBox{name, one.word, there})
	}
}

// isAnswerBox reports whether a mailbox is one of them.
func (w *worker) isAnswerBox(box string) bool {
	return slices.ContainsFunc(w.answerBoxes, func(b answerBox) bool { return b.there && b.name == box })
}

// makeAnswerBoxes makes those that are missing when there is something to answer. Where
// the server does not let it, the user answers otherwise.
func (w *worker) makeAnswerBoxes(ctx context.Context, now time.Time) error {
	missing := slices.ContainsFunc(w.answerBoxes, func(b answerBox) bool { return !b.there })
	if !missing || !w.config().Intake.Folders || w.noFolders || !slices.ContainsFunc(w.allFinds(), func(f intake.Find) bool {
		return f.Open(now) && (f.Account == w.name || slices.Contains(f.Accounts, w.name))
	}) {
		return nil
	}
	for _, b := range w.answerBoxes {
		if b.there {
			continue
		}
		if err := w.conn.Create(ctx, b.name); err != nil {
			if isLost(err) || ctx.Err() != nil {
				return err
			}
			w.noFolders = true
			w.log.Info("no mailboxes to answer in can be made", "error", err)
			break
		}
		w.record("", slogDecision, fmt.Sprintf("the mailbox %q was made: what you move there is answered %q", b.name, b.word), "", "rule", "folders")
	}
	_, err := w.findMailboxes(ctx, w.conn)
	return err
}

// A movement is a message that the user moved, and the find that he answered with it; ""
// for an application.
type movement struct{ messageID, tag string }

// readAnswerBoxes takes in what the user has moved into these mailboxes, and out of them.
func (w *worker) readAnswerBoxes(ctx context.Context, now time.Time) error {
	if !w.moves {
		return nil
	}
	w.moves = false
	type moved struct {
		header mailwatch.Header
		box    answerBox
	}
	inside, read := map[string]moved{}, map[string]bool{}
	var order []string
	for _, b := range w.answerBoxes {
		if !b.there {
			continue
		}
		headers, _, err := w.conn.Summaries(ctx, b.name)
		switch {
		case err != nil && forbidden(err):
			w.relist = true
			continue
		case err != nil:
			return err
		}
		read[b.name] = true
		for _, h := range headers {
			if h.MessageID == "" {
				continue
			}
			if _, twice := inside[h.MessageID]; !twice {
				order = append(order, h.MessageID)
			}
			inside[h.MessageID] = moved{h, b} // the careful one holds
		}
	}
	for _, id := range order {
		if err := w.movedIn(ctx, inside[id].header, inside[id].box, now); err != nil {
			return err
		}
	}
	out := map[string]bool{}
	for which, last := range w.finds.moved {
		id := which.messageID
		// Where the mailbox is gone or cannot be read, nobody has moved anything.
		if _, there := inside[id]; there || last.Word == intake.Undo || !read[last.Where] {
			continue
		}
		back, known := out[id]
		if !known {
			var err error
			if back, err = w.liesElsewhere(ctx, id); err != nil {
				return err
			}
			out[id] = back
		}
		if !back {
			continue
		}
		last.Word = intake.Undo
		if err := w.answerMoved(ctx, last, now); err != nil {
			return err
		}
	}
	return nil
}

// movedIn answers as the mailbox says into which a message was moved.
func (w *worker) movedIn(ctx context.Context, h mailwatch.Header, box answerBox, now time.Time) error {
	list, err := w.meantBy(ctx, h, box.word)
	if err != nil {
		return err
	}
	for _, said := range list {
		if w.finds.moved[movement{h.MessageID, said.Tag}].Word == box.word {
			continue
		}
		said.Word, said.Moved, said.Where, said.Words = box.word, h.MessageID, box.name, h.Subject
		if err := w.answerMoved(ctx, said, now); err != nil {
			return err
		}
	}
	return nil
}

// meantBy returns which finds the user answers with a word by moving a message, or which
// application: none where it says nothing that is asked.
func (w *worker) meantBy(ctx context.Context, h mailwatch.Header, word intake.Word) ([]intake.Answered, error) {
	finds := func(tags ...string) (list []intake.Answered) {
		for _, tag := range tags {
			list = append(list, intake.Answered{Tag: tag})
		}
		return list
	}
	application := func(id string) []intake.Answered {
		if id == "" || word != intake.Stop {
			return nil
		}
		return []intake.Answered{{Application: id}}
	}
	if to, _ := w.finds.notes.answeredBy(h); to != nil && w.ofNote(h) {
		switch {
		case to.Application != "":
			return application(to.Application), nil
		case to.note.Kind != note.List:
			return finds(to.Tag), nil
		case word == intake.Yes && len(to.note.Refs) > 1:
			return nil, nil // nobody thanks six companies with a word
		}
		return finds(to.note.Refs...), nil
	}
	if tag := w.finds.tags[h.MessageID]; tag != "" {
		return finds(tag), nil
	}
	whose := ""
	w.d.shelf.ask(func(m *attribute.Matcher, _ *trust.Contacts) { whose, _ = m.Application(h.MessageID) })
	if whose != "" || word != intake.Yes || w.d.shelf.user.Load().mine[strings.ToLower(h.Sender.Address)] {
		return application(whose), nil
	}
	tag, err := w.lookAtMoved(ctx, h)
	if tag == "" {
		return nil, err
	}
	return finds(tag), err
}

// lookAtMoved makes a find of a message that the user says tells of an interview, whatever
// is read in it, and returns its tag.
func (w *worker) lookAtMoved(ctx context.Context, h mailwatch.Header) (tag string, err error) {
	raw, err := w.conn.Fetch(ctx, h.Mailbox, h.UIDValidity, h.UID)
	if err != nil {
		if isLost(err) || ctx.Err() != nil {
			return "", err
		}
		return "", nil // it is gone again
	}
	var fact intake.Fact
	w.d.shelf.ask(func(m *attribute.Matcher, people *trust.Contacts) {
		letter := recognize.Open(mail.Read(raw))
		if len(m.Belongs(letter)) == 0 {
			fact = w.findIn(letter, people, mailwatch.Message{Header: h, Body: raw}, true)
		}
	})
	found, ok := fact.What.(intake.Found)
	if !ok {
		return "", nil
	}
	return found.Tag, w.keepFinds(ctx, fact)
}

// liesElsewhere reports whether a message lies in a mailbox again in which it is neither
// an answer nor thrown away.
func (w *worker) liesElsewhere(ctx context.Context, id string) (bool, error) {
	for i, box := range append([]string{w.boxes.Inbox}, w.boxes.Others...) {
		if w.isAnswerBox(box) || box == w.boxes.Trash || slices.Contains(w.boxes.Junk, box) {
			continue
		}
		if i > mostSearched {
			break
		}
		uids, err := w.conn.Search(ctx, box, id)
		if err != nil && !forbidden(err) {
			return false, err
		}
		if len(uids) > 0 {
			return true, nil
		}
	}
	return false, nil
}

// mostSearched is in how many mailboxes a message is looked for that was moved out.
const mostSearched = 50

// answerMoved stores an answer that was given by moving a message, and does what follows.
func (w *worker) answerMoved(ctx context.Context, said intake.Answered, now time.Time) error {
	key := fmt.Sprintf("moved/%s/%d", said.Moved, w.finds.movements[said.Moved])
	var err error
	if said.Tag != "" {
		_, err = Answer(ctx, w.d.Store, w.config().Accounts, w.name, said, key, now)
		if isImplausible(err) {
			w.record("", slogTrouble, "what you moved cannot be entered as it is: "+err.Error(), fmt.Sprintf("%q lies in %s", said.Words, said.Where), "rule", "folders", "message", said.Moved)
			said.Word = intake.Ask
			_, err = Answer(ctx, w.d.Store, w.config().Accounts, w.name, said, key, now)
		}
	} else {
		var what rules.What = rules.Stopped{}
		why := fmt.Sprintf("you moved %q into %s", said.Words, said.Where)
		if said.Word == intake.Undo {
			what, why = rules.Unstopped{}, fmt.Sprintf("you moved %q out of %s", said.Words, said.Where)
		}
		if _, err = w.d.Store.AddFacts(ctx, said.Application, rules.Fact{Key: "user/" + key, At: now, What: what}); err != nil {
			return err
		}
		if err = w.keepFinds(ctx, intake.Fact{Key: "answered/" + key, At: now, What: said}); err == nil {
			w.record(said.Application, slogDecision, map[intake.Word]string{intake.Undo: "it was taken up again"}[said.Word]+map[intake.Word]string{intake.Stop: "it was stopped"}[said.Word], why, "rule", "folders", "message", said.Moved)
		}
	}
	if err != nil {
		return err
	}
	if err := w.refreshFinds(ctx); err != nil {
		return err
	}
	return w.book.refresh(ctx)
}
