package daemon

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"time"

	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

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
	drafts  []store.Draft
	facts   int
	finds   bool                // interviews are looked for as well: for the first time in this account
	told    []store.AccountFact // of interviews
	people  int                 // messages of people that were looked into for them
	heard   map[string]int      // messages that were left alone, by the domain of their sender
	open    int                 // letters of the user's that belong to nobody so far
	resumed bool                // some of it was read before, by a reading that was broken off

	overlooked overlooked
}

// lookBack reads, for an application that is new or was changed by hand, what
// came before it was entered: the invitation, what was sent already, perhaps the
// rejection.
func (w *worker) lookBack(ctx context.Context, now time.Time) error {
	fresh := w.d.shelf.unread(w.name)
	p := &past{w: w, now: now, since: w.since(now), as: now, matcher: w.d.shelf.matcher(fresh), finds: w.unsearched}
	key := fnv.New64a()
	looked := make([]rules.LookedBack, len(fresh))
	for i, a := range fresh {
		p.ids = append(p.ids, a.ID)
		for _, v := range a.Interviews {
			if t := v.End.AddDate(0, 0, -lookBackDays); t.Before(p.since) {
				p.since = t
			}
		}
		for _, f := range a.Facts {
			if d, ok := f.What.(rules.Described); ok {
				looked[i].For = sought(d)
				fmt.Fprintln(key, a.ID, f.Key, f.At.UnixMicro())
				if f.At.After(p.as) { // by another clock
					p.as = f.At
				}
			}
		}
		if a.Account != w.name {
			looked[i].Account = w.name
		}
	}
	if p.finds {
		fmt.Fprintln(key, "interviews")
	}
	p.key = key.Sum64()
	if err := p.readAll(ctx); err != nil {
		return err
	}
	facts := make([]store.MailFact, len(p.ids))
	for i, id := range p.ids {
		looked[i].Since = rules.DateOf(p.since)
		name := "looked-back/" + looked[i].Account + "/" + p.as.UTC().Format(time.RFC3339Nano)
		facts[i] = store.MailFact{Application: id, Fact: rules.Fact{Key: name, At: p.as, What: looked[i]}}
	}
	if err := w.d.Store.AddEach(ctx, facts); err != nil {
		return fmt.Errorf("note what was looked up: %w", err)
	}
	w.d.wakeHomes(w, facts)
	if err := w.d.Store.EndPast(ctx, w.name); err != nil {
		return err
	}
	if p.finds {
		if err := w.searched(ctx, p.told, now); err != nil {
			return err
		}
	}
	if err := w.book.refresh(ctx); err != nil {
		return err
	}
	// Those of other accounts, whose books may read it later.
	w.d.shelf.looked(w.name, p.ids, p.as)
	return nil
}

// readAll reads all mailboxes, and some of them once more where what was read in others
// may tell whose a message is.
func (p *past) readAll(ctx context.Context) (err error) {
	if p.drafts, err = p.w.d.Store.Drafts(ctx, ""); err != nil {
		return fmt.Errorf("read drafts: %w", err)
	}
	if err := p.readSent(ctx, "before"); err != nil {
		return err
	}
	sent := p.facts
	boxes := append([]string{p.w.boxes.Inbox}, p.w.boxes.Others...)
	for _, box := range boxes {
		if err := p.readOne(ctx, box, ""); err != nil {
			return err
		}
	}
	for turn := 0; len(p.overlooked.from) > 0 && turn < mostRounds; turn++ {
		for _, box := range boxes {
			if _, again := p.overlooked.from[box]; again {
				if err := p.readOne(ctx, box, fmt.Sprint("again ", turn)); err != nil {
					return err
				}
			}
		}
	}
	if p.facts > sent && (p.open > 0 || p.resumed) {
		// What arrived may tell whose answers the user's letters were. To leave a
		// large Inbox and come back takes the server long, so not for nothing.
		if err := p.readSent(ctx, "after"); err != nil {
			return err
		}
	}
	return p.readChoices(ctx)
}

// readOne reads one mailbox. One that cannot be read, beside the Inbox, is named
// elsewhere; the others count all the same.
func (p *past) readOne(ctx context.Context, box, when string) error {
	err := p.read(ctx, box, when, p.wants, p.take)
	if err != nil && box != p.w.boxes.Inbox && forbidden(err) {
		return nil
	}
	return err
}

// readSent reads what the user sent, before what arrived or after it.
func (p *past) readSent(ctx context.Context, when string) error {
	if p.w.boxes.Sent == "" || len(p.ids) == 0 {
		return nil
	}
	want := func(h mailwatch.Header) bool {
		p.open++
		return p.wants(h)
	}
	return p.read(ctx, p.w.boxes.Sent, when, want, func(m mailwatch.Message) store.Mail {
		found := p.take(m)
		if len(found.Facts) > 0 {
			p.open--
		}
		return store.Mail{Facts: found.Facts}
	})
}

func (p *past) wants(h mailwatch.Header) bool {
	if p.w.ofNote(h) {
		return false // it is no letter of his, and was read where it came by
	}
	if p.w.isOwn(p.matcher, h) {
		return p.w.wasSent(h) && p.matcher.WantsSent(h.Envelope)
	}
	wanted := p.matcher.Wants(h.Envelope) || p.finds && p.mayTell(h)
	if !wanted {
		p.overlooked.add(h)
	}
	return wanted
}

// mayTell is worker.mayTell for a past of which much was read before: what people write
// under any subject is looked into as far as it came lately, and is not too much.
func (p *past) mayTell(h mailwatch.Header) bool {
	if p.w.mayBeFind(h) {
		return true
	}
	domain := mail.DomainOf(h.Sender.Address)
	if p.heard[domain] >= mostOfStranger {
		return false
	}
	if p.heard == nil {
		p.heard = map[string]int{}
	}
	if len(p.heard) < mostDomains {
		p.heard[domain]++
	}
	if p.people < mostPersonal && p.now.Sub(h.Received) < lately && p.w.mayTell(h) {
		p.people++
		return true
	}
	return false
}

// lately is how far back what people wrote under any subject is looked into when a
// mailbox is first read, and mostPersonal how many of these messages. Who writes more than
// mostOfStranger times from a domain is none of a company that has just met the user;
// mostDomains are remembered.
const (
	lately         = 30 * 24 * time.Hour
	mostPersonal   = 1000
	mostOfStranger = 20
	mostDomains    = 10_000
)

// take makes facts of a message.
func (p *past) take(m mailwatch.Message) (found store.Mail) {
	p.w.d.shelf.ask(func(all *attribute.Matcher, people *trust.Contacts) {
		switch letter := func() recognize.Letter { return recognize.Open(mail.Read(m.Body)) }; {
		case p.w.isOwn(p.matcher, m.Header):
			if p.w.wasSent(m.Header) {
				found.Facts = p.w.delivered(p.matcher, all, m, p.drafts)
			}
		case p.finds:
			found = p.w.arrived(p.matcher, all, people, letter(), m)
		default:
			found = taken(p.w.received(p.matcher, all, people, letter(), m))
		}
	})
	return found
}

// read reads a mailbox from where a reading for the same applications was left.
// when tells several readings of one mailbox apart.
func (p *past) read(ctx context.Context, box, when string, want func(mailwatch.Header) bool, facts func(mailwatch.Message) store.Mail) error {
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
	if low, again := p.overlooked.from[box]; again && at.UIDValidity == 0 {
		at.UIDValidity, at.UIDNext = low.uidValidity, low.uid
	}
	p.overlooked.begin(at)
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
		if at == stored && len(held.Facts) == 0 && len(held.Finds) == 0 {
			return nil
		}
		stored, held.Cursor = at, p.w.cursor(name, at)
		held.Facts = append(held.Facts, p.w.explained(held.Facts)...)
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
		held.Finds = append(held.Finds, found.Finds...)
		p.told = append(p.told, found.Finds...)
		p.facts += len(found.Facts)
		at = b.Cursor
		news := b.Done < b.Total && p.w.conn.News()
		if since := b.Done - kept; news || since >= placeEvery || since < 0 {
			if err := keep(); err != nil {
				return err
			}
			kept = b.Done
			// In the others nobody hears what comes to the Inbox meanwhile.
			news = news || b.Done < b.Total && box != p.w.boxes.Inbox
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
		if err := p.w.readNews(ctx, p.now); err != nil {
			return err
		}
	}
}

// mail makes facts of messages, and learns of each what its answers answer.
func (p *past) mail(messages []mailwatch.Message, facts func(mailwatch.Message) store.Mail) (mail store.Mail) {
	for _, m := range messages {
		found := facts(m)
		for _, f := range found.Facts {
			if !isHint(f.Fact) {
				p.matcher.Learn(m.MessageID, f.Application)
			}
			p.overlooked.learnt(f.Fact)
		}
		if len(found.Facts) > 0 {
			mail.Seen = append(mail.Seen, found.Seen...)
		}
		mail.Facts = append(mail.Facts, found.Facts...)
		mail.Finds = append(mail.Finds, found.Finds...)
	}
	return mail
}
