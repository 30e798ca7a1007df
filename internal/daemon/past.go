package daemon

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"time"

	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/rules"
)

// lookBackDays is how long before an interview its conversation may have begun.
const lookBackDays = 60

// placeEvery is after how many messages the place in the past is stored.
const placeEvery = 10_000

// errNews ends a look at the past for a moment: something arrived.
var errNews = errors.New("something arrived")

// A past is the reading of what was in the mailboxes before some applications
// were entered, or changed by hand. New mail goes first: the reading is broken off
// for it and goes on where it was, and so it does after a crash.
type past struct {
	w       *worker
	now     time.Time
	since   time.Time // how far back it goes
	as      time.Time // when the applications were last described, or now
	ids     []string  // of the applications
	key     uint64    // of these applications as they are described now
	matcher *attribute.Matcher
	facts   int
	open    int  // letters of the user's that belong to nobody so far
	resumed bool // some of it was read before, by a reading that was broken off
}

// lookBack reads, for an application that is new or was changed by hand, what
// came before it was entered: the invitation, what was sent already, perhaps the
// rejection.
func (w *worker) lookBack(ctx context.Context, now time.Time) error {
	fresh := w.book.unread()
	p := &past{w: w, now: now, since: w.since(now), as: now, matcher: attribute.NewMatcher(fresh, w.own)}
	key := fnv.New64a()
	for _, a := range fresh {
		p.ids = append(p.ids, a.ID)
		for _, v := range a.Interviews {
			if t := v.End.AddDate(0, 0, -lookBackDays); t.Before(p.since) {
				p.since = t
			}
		}
		for _, f := range a.Facts {
			if _, ok := f.What.(rules.Described); ok {
				fmt.Fprintln(key, a.ID, f.Key, f.At.UnixMicro())
				if f.At.After(p.as) { // by another clock
					p.as = f.At
				}
			}
		}
	}
	p.key = key.Sum64()
	if err := p.readSent(ctx, "before"); err != nil {
		return err
	}
	sent := p.facts
	for _, box := range w.watched() {
		if err := p.read(ctx, box, "", func(h mailwatch.Header) bool { return p.matcher.Wants(h.Envelope) }, p.received); err != nil {
			return err
		}
	}
	if p.facts > sent && (p.open > 0 || p.resumed) {
		// What arrived may tell whose answers the user's letters were. To leave a
		// large Inbox and come back takes the server long, so not for nothing.
		if err := p.readSent(ctx, "after"); err != nil {
			return err
		}
	}
	looked := rules.Fact{Key: "looked-back/" + p.as.UTC().Format(time.RFC3339Nano), At: p.as, What: rules.LookedBack{Since: rules.DateOf(p.since)}}
	facts := make([]store.MailFact, len(p.ids))
	for i, id := range p.ids {
		facts[i] = store.MailFact{Application: id, Fact: looked}
	}
	if err := w.d.Store.AddEach(ctx, facts); err != nil {
		return fmt.Errorf("note what was looked up: %w", err)
	}
	return w.book.refresh(ctx)
}

// readSent reads what the user sent, before what arrived or after it.
func (p *past) readSent(ctx context.Context, when string) error {
	if p.w.boxes.Sent == "" {
		return nil
	}
	drafts, err := p.w.d.Store.Drafts(ctx, p.w.name)
	if err != nil {
		return fmt.Errorf("read drafts: %w", err)
	}
	want := func(h mailwatch.Header) bool {
		p.open++
		return p.matcher.WantsSent(h.Envelope)
	}
	return p.read(ctx, p.w.boxes.Sent, when, want, func(m mailwatch.Message) (store.Seen, []store.MailFact) {
		facts := p.w.delivered(p.matcher, m, drafts)
		if len(facts) > 0 {
			p.open--
		}
		return store.Seen{}, facts
	})
}

func (p *past) received(m mailwatch.Message) (store.Seen, []store.MailFact) {
	return p.w.received(p.matcher, m)
}

// read reads a mailbox from where a reading for the same applications was left.
// when tells several readings of one mailbox apart.
func (p *past) read(ctx context.Context, box, when string, want func(mailwatch.Header) bool, facts func(mailwatch.Message) (store.Seen, []store.MailFact)) error {
	name := fmt.Sprintf("%s: past %s %016x", box, when, p.key)
	had, err := p.w.d.Store.Cursor(ctx, p.w.name, name)
	if err != nil {
		return err
	}
	if news, err := p.w.readUpTo(ctx, box); err != nil {
		return err
	} else if news.UIDValidity == 0 {
		// What arrives from now on is news, and read as such.
		if err := p.w.startAtEnd(ctx, box); err != nil {
			return err
		}
	}
	p.resumed = p.resumed || had.UIDValidity != 0
	at := mailwatch.Cursor{Mailbox: box, UIDValidity: had.UIDValidity, UIDNext: had.UIDNext, ModSeq: had.ModSeq}
	kept := 0 // messages of this call up to which all is stored
	stored := at
	var held store.Mail        // what was found since
	asked := map[string]bool{} // Message-IDs in this reading that may belong to somebody
	wanted := func(h mailwatch.Header) bool {
		ok := want(h) || asked[h.InReplyTo] || slices.ContainsFunc(h.References, func(id string) bool { return asked[id] })
		if ok && h.MessageID != "" {
			asked[h.MessageID] = true
		}
		return ok
	}
	// A durable write for each batch would take longer than the reading: after a
	// crash a few headers are read again.
	keep := func() error {
		if at == stored && len(held.Facts) == 0 {
			return nil
		}
		stored, held.Cursor = at, p.w.cursor(name, at)
		err := p.w.d.Store.SaveMail(ctx, held)
		held = store.Mail{}
		return err
	}
	save := func(b mailwatch.Batch) error {
		p.w.progress(box, b)
		found, err := p.w.noting(func() (store.Mail, error) { return p.mail(b.Messages, facts), nil })
		if err != nil {
			return err
		}
		held.Facts, held.Seen, held.Log = append(held.Facts, found.Facts...), append(held.Seen, found.Seen...), append(held.Log, found.Log...)
		p.facts += len(found.Facts)
		at = b.Cursor
		news := b.Done < b.Total && p.w.conn.News()
		if since := b.Done - kept; news || since >= placeEvery || since < 0 {
			if err := keep(); err != nil {
				return err
			}
			kept = b.Done
		}
		if news {
			return errNews
		}
		return nil
	}
	for {
		_, err := p.w.conn.CatchUp(ctx, box, at, p.since, wanted, save)
		switch {
		case err == nil:
			if err := keep(); err != nil {
				return err
			}
			return p.w.book.refresh(ctx)
		case !errors.Is(err, errNews):
			return fmt.Errorf("look back in %q: %w", box, err)
		}
		if err := p.w.readInboxes(ctx, p.now); err != nil {
			return err
		}
	}
}

// mail makes facts of messages, and learns of each what its answers answer.
func (p *past) mail(messages []mailwatch.Message, facts func(mailwatch.Message) (store.Seen, []store.MailFact)) (mail store.Mail) {
	for _, m := range messages {
		seen, found := facts(m)
		for _, f := range found {
			p.matcher.Learn(m.MessageID, f.Application)
		}
		if len(found) > 0 && seen.MessageID != "" {
			mail.Seen = append(mail.Seen, seen)
		}
		mail.Facts = append(mail.Facts, found...)
	}
	return mail
}
