package daemon

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// collect brings everything that the mailbox knows into the store: what arrived,
// what the user sent, what became of the drafts.
func (w *worker) collect(ctx context.Context, now time.Time) error {
	// What arrived goes first. For an application that a command has added or changed
	// meanwhile it is looked up below.
	if err := w.readInboxes(ctx, now); err != nil {
		return err
	}
	if err := w.book.refresh(ctx); err != nil {
		return err
	}
	if err := w.readSent(ctx, now); err != nil {
		return err
	}
	for len(w.book.fresh) > 0 {
		if err := w.lookBack(ctx, now); err != nil {
			return err
		}
		// That may have taken long: what arrived meanwhile.
		if err := w.readNews(ctx, now); err != nil {
			return err
		}
	}
	return w.lookAtDrafts(ctx, now)
}

// readNews reads what arrived and what the user sent since the last look.
func (w *worker) readNews(ctx context.Context, now time.Time) error {
	if err := w.readInboxes(ctx, now); err != nil {
		return err
	}
	return w.readSent(ctx, now)
}

func (w *worker) readInboxes(ctx context.Context, now time.Time) error {
	for _, box := range w.watched() {
		came, err := w.readInbox(ctx, box, now)
		if err != nil {
			return err
		}
		if came {
			// An answer arrived: what it makes wrong leaves Drafts before
			// anything else is looked at.
			if err := w.withdrawStale(ctx, now); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *worker) watched() []string {
	boxes := []string{w.boxes.Inbox}
	for _, b := range w.boxes.Watch {
		if !slices.Contains(boxes, b) {
			boxes = append(boxes, b)
		}
	}
	return boxes
}

// since is how far back a mailbox is read that was never read before.
func (w *worker) since(now time.Time) time.Time {
	return now.AddDate(0, 0, -w.d.Config.Daemon.SinceDays)
}

// catchUp reads a mailbox from where it was left, and saves each batch with its
// cursor in one transaction. read makes facts of the batch's messages.
func (w *worker) catchUp(ctx context.Context, box string, now time.Time, want func(mailwatch.Header) bool, read func([]mailwatch.Message) (store.Mail, error)) (facts int, err error) {
	from, err := w.readUpTo(ctx, box)
	if err != nil {
		return 0, err
	}
	if from.UIDValidity == 0 && len(w.book.fresh) == len(w.book.apps) {
		// The past of a mailbox matters to applications alone. Where there are
		// any, lookBack reads it for each of them, and begins at its end.
		if len(w.book.apps) > 0 {
			return 0, nil
		}
		return 0, w.startAtEnd(ctx, box)
	}
	if box != w.boxes.Inbox { // which is selected at the end of each pass anyway
		if same, err := w.conn.Unchanged(ctx, from); same || err != nil {
			return 0, err
		}
	}
	_, err = w.conn.CatchUp(ctx, box, from, w.since(now), want, func(b mailwatch.Batch) error {
		w.progress(box, b)
		mail, err := w.noting(func() (store.Mail, error) { return read(b.Messages) })
		if err != nil {
			return err
		}
		mail.Cursor = w.cursor(box, b.Cursor)
		facts += len(mail.Facts)
		return w.save(ctx, mail)
	})
	if err != nil {
		return facts, fmt.Errorf("read %q: %w", box, err)
	}
	if facts > 0 {
		err = w.book.refresh(ctx)
	}
	return facts, err
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
	if err := w.d.Store.SaveMail(ctx, mail); err != nil {
		return err
	}
	for i := range w.cursors {
		if w.cursors[i].Mailbox == mail.Cursor.Mailbox {
			w.cursors[i] = mail.Cursor
		}
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

// readInbox reads what arrived in one watched mailbox, and reports whether any
// of it belongs to an application.
func (w *worker) readInbox(ctx context.Context, box string, now time.Time) (bool, error) {
	facts, err := w.catchUp(ctx, box, now, func(h mailwatch.Header) bool { return w.book.matcher().Wants(h.Envelope) }, func(messages []mailwatch.Message) (store.Mail, error) {
		var mail store.Mail
		for _, m := range messages {
			seen, facts := w.received(w.book.matcher(), m)
			if len(facts) > 0 {
				mail.Seen = append(mail.Seen, seen)
				mail.Facts = append(mail.Facts, facts...)
			}
		}
		return mail, nil
	})
	return facts > 0, err
}

// received makes facts of a message that belongs to an application: whose it is
// first, then, once, what it is.
func (w *worker) received(matcher *attribute.Matcher, m mailwatch.Message) (store.Seen, []store.MailFact) {
	letter := recognize.Open(mail.Read(m.Body))
	apps := matcher.Belongs(letter)
	if len(apps) == 0 {
		return store.Seen{}, nil
	}
	v := letter.Judge(recognize.Options{Authserv: w.account.AuthservIDs, Own: w.own, Contacts: w.book.contacts(), Calendar: w.calendarFor(apps),
		Names: namesOf(w.account.FromName), Domains: domainsOf(apps)})
	if v.MessageID == "" {
		v.MessageID = m.MessageID
	}
	at := m.Received
	if at.IsZero() {
		at = v.Date
	}
	if now := w.d.Now(); at.After(now) {
		at = now // by the server's clock; what is here stops a sequence now
	}
	fact := matcher.FactOf(v, at, len(apps) == 1)
	evidence, _ := json.Marshal(v.Evidence)
	var facts []store.MailFact
	for _, a := range apps {
		if w.known(a, fact.Key) {
			continue
		}
		facts = append(facts, store.MailFact{Application: a.ID, Fact: fact})
		w.record(a.ID, slogMessage, fmt.Sprintf("%q from %s is %s (%.2f)", v.Subject, nameOf(v.From), v.Kind, v.Confidence), wordsOf(v.Evidence), "message", v.MessageID)
	}
	return store.Seen{Account: w.name, Mailbox: m.Mailbox, UIDValidity: m.UIDValidity, UID: m.UID, MessageID: v.MessageID, From: v.From.Address,
		Subject: v.Subject, At: at, Kind: string(v.Kind), Confidence: v.Confidence, Application: apps[0].ID, Evidence: evidence}, facts
}

func namesOf(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// domainsOf returns the domains of the companies of some applications.
func domainsOf(apps []rules.Application) []string {
	var list []string
	for _, a := range apps {
		list = append(list, a.Domains...)
		for _, c := range a.Contacts {
			if d := mail.DomainOf(c.Address); d != "" {
				list = append(list, d)
			}
		}
	}
	return list
}

// calendarFor returns the calendar by which dates in a message are reckoned: that
// of the application whose it is, or what all have in common where it may be
// several's; nil where neither is known.
func (w *worker) calendarFor(apps []rules.Application) *rules.Calendar {
	if len(apps) == 1 {
		if cal, err := w.book.calendar(apps[0]); err == nil {
			return cal
		}
	}
	return w.book.usual()
}

// known reports whether an application has a fact: a message that is read twice
// (moved to another mailbox, looked up again) is no news.
func (w *worker) known(a rules.Application, key string) bool {
	return knows(a, key) || knows(w.book.apps[a.ID], key)
}

func knows(a rules.Application, key string) bool {
	return slices.ContainsFunc(a.Facts, func(f rules.Fact) bool { return f.Key == key })
}

// readSent reads what the user sent.
func (w *worker) readSent(ctx context.Context, now time.Time) error {
	if w.boxes.Sent == "" {
		return nil
	}
	_, err := w.catchUp(ctx, w.boxes.Sent, now, func(h mailwatch.Header) bool { return w.book.matcher().WantsSent(h.Envelope) }, func(messages []mailwatch.Message) (store.Mail, error) {
		var mail store.Mail
		if len(messages) == 0 {
			return mail, nil
		}
		drafts, err := w.d.Store.Drafts(ctx, w.name)
		if err != nil {
			return mail, fmt.Errorf("read drafts: %w", err)
		}
		for _, m := range messages {
			mail.Facts = append(mail.Facts, w.delivered(w.book.matcher(), m, drafts)...)
		}
		return mail, nil
	})
	return err
}

// delivered makes facts of a message that the user sent.
func (w *worker) delivered(matcher *attribute.Matcher, m mailwatch.Message, drafts []store.Draft) []store.MailFact {
	msg := mail.Read(m.Body)
	if msg.MessageID == "" {
		msg.MessageID = m.MessageID
	}
	var ours []attribute.Draft
	for _, d := range drafts {
		if d.State != store.Sent {
			ours = append(ours, attribute.Draft{Application: d.Application, FollowUp: d.FollowUp, MessageID: d.MessageID, Raw: d.Raw})
		}
	}
	var facts []store.MailFact
	for _, found := range matcher.Sent(msg, m.Received, ours) {
		if knows(found.Application, found.Fact.Key) {
			continue
		}
		facts = append(facts, store.MailFact{Application: found.Application.ID, Fact: found.Fact})
		what := "you wrote to them yourself"
		if d := found.Fact.What.(rules.Delivered); d.FollowUp != "" {
			what = "you sent " + rules.TitleOf(d.FollowUp)
		}
		w.record(found.Application.ID, slogMessage, fmt.Sprintf("%s (%q)", what, msg.Subject), "", "message", msg.MessageID)
	}
	return facts
}
