package mailwatch

import (
	"context"
	"fmt"
	"time"
)

const (
	batchSize  = 1000    // headers in a batch
	maxAhead   = 4       // batches that are asked for at once
	batchBytes = 2 << 20 // octets of text in a segment, as the sizes promise
	smallSize  = 256 << 10
)

// CatchUp reads what is new in a mailbox since the cursor: every message with a
// UID from from.UIDNext on. On the first look, and when UIDVALIDITY has changed,
// it reads those that arrived since a date instead (all, if since is zero).
//
// Headers come first; the text is fetched of those that want says yes to. save is
// called for each batch, in order, and keeps the batch and its cursor together; it
// is called once with no message if only the cursor moved. Neither may use the
// connection, on which the next batch is under way. When save fails, or the
// context ends, nothing is lost: the next call goes on behind the last batch that
// was saved, whose cursor is returned together with the error.
//
// Memory does not grow with the mailbox. A message that cannot be read is in
// SetAside. An error that wraps ErrUnsteady says that UIDVALIDITY changes again and
// again: most looks are refused, ever more in a row, and after them all is read. An error that wraps ErrPoison means that a message broke the
// connection: connect anew, hand over the same Quarantine, and call again at once.
func (c *Conn) CatchUp(ctx context.Context, mailbox string, from Cursor, since time.Time, want func(Header) bool, save func(Batch) error) (Cursor, error) {
	r, err := c.begin(ctx, mailbox, from, since)
	if err != nil {
		return from, fmt.Errorf("catch up with %q: %w", mailbox, err)
	}
	r.want, r.save = want, save
	err = r.run(ctx)
	if err != nil {
		return r.saved, fmt.Errorf("catch up with %q: %w", mailbox, err)
	}
	seen := view{cursor: r.saved, messages: r.messages}
	seen.cursor.Mailbox = mailbox
	c.saw(seen)
	return r.saved, nil
}

// Read reads messages of a mailbox, header and text, by their UIDs, which are in order.
// save is called for each batch, as CatchUp does; those that are gone are in none. The
// error wraps ErrGone where the mailbox has another UIDVALIDITY by now.
func (c *Conn) Read(ctx context.Context, mailbox string, uidValidity uint32, uids []uint32, save func(Batch) error) error {
	if err := c.at(ctx, mailbox, uidValidity, false); err != nil {
		return fmt.Errorf("read %d messages of %q: %w", len(uids), mailbox, err)
	}
	c.drain()
	r := &reading{conn: c, mailbox: mailbox, what: fetchHeader, end: c.selected.cursor, search: &search{conn: c, done: true}, uids: uidQueue{uidSet(uids)},
		want: func(Header) bool { return true }, save: save}
	r.messages, r.search.found = c.exists.Load(), len(uids)
	if err := r.run(ctx); err != nil {
		return fmt.Errorf("read %d messages of %q: %w", len(uids), mailbox, err)
	}
	return nil
}

// End returns where a mailbox ends now: CatchUp from there reads what arrives from
// now on, and nothing of the past.
func (c *Conn) End(ctx context.Context, mailbox string) (Cursor, error) {
	end, err := c.endOf(ctx, mailbox)
	if err != nil {
		return Cursor{}, fmt.Errorf("find the end of %q: %w", mailbox, err)
	}
	c.saw(view{cursor: end, messages: c.exists.Load()})
	return end, nil
}

func (c *Conn) endOf(ctx context.Context, mailbox string) (Cursor, error) {
	fresh, err := c.use(ctx, mailbox, false)
	if err != nil {
		return Cursor{}, err
	}
	end := c.selected.cursor
	if !fresh || end.UIDNext == 0 { // what SELECT said is old, or it said nothing
		uids, err := c.searchFrom(ctx, max(end.UIDNext, 1), 0, time.Time{})
		if err != nil {
			return Cursor{}, err
		}
		end.UIDNext = max(end.UIDNext, 1)
		for _, r := range uids.ranges {
			end.UIDNext = max(end.UIDNext, uint32(r.Stop)+1)
		}
	}
	return end, nil
}

// News reports whether the server has announced something in the selected mailbox
// that nobody has looked at yet. It asks nothing, so a save of CatchUp may use it.
func (c *Conn) News() bool { return c.news.Load() }

// reading is one CatchUp under way.
type reading struct {
	conn    *Conn
	mailbox string
	what    fetchKind // fetchID where a Message-ID is enough of a header
	search  *search
	uids    uidQueue // found, and not asked for yet
	saved   Cursor   // after the last batch that was saved
	end     Cursor   // when all is read
	reset   bool

	messages uint32         // in the mailbox when the search began
	ahead    []*headerFetch // asked for, in order
	headers  []Header       // room for those of a batch
	early    []answer       // those that have come with a push, with text
	done     int
	want     func(Header) bool
	save     func(Batch) error
}

func (c *Conn) begin(ctx context.Context, mailbox string, from Cursor, since time.Time) (*reading, error) {
	fresh, err := c.use(ctx, mailbox, false)
	if err != nil {
		return nil, err
	}
	c.selected.unread = false
	now := c.selected.cursor
	first := from.UIDValidity == 0 || from.UIDValidity != now.UIDValidity
	r := &reading{conn: c, mailbox: mailbox, what: fetchHeader, saved: from, reset: first && from.UIDValidity != 0}
	lowest := max(from.UIDNext, 1)
	if first {
		lowest = 1
	} else {
		since = time.Time{}
	}
	r.end = Cursor{Mailbox: mailbox, UIDValidity: now.UIDValidity, UIDNext: lowest, ModSeq: now.ModSeq}
	r.messages = c.exists.Load()
	r.search = &search{conn: c, done: true}
	if r.messages > 0 && !c.avoid.steady(mailbox, from.UIDValidity, now.UIDValidity) {
		return nil, ErrUnsteady
	}
	if fresh && now.UIDNext != 0 {
		r.end.UIDNext = max(now.UIDNext, lowest)
		if now.UIDNext <= lowest && !first {
			return r, nil // RFC 9051, section 2.3.1.1: nothing was added
		}
	}
	if fresh && r.messages == 0 {
		return r, nil
	}
	news, asked := c.told || c.drain(), c.asked
	c.told, c.asked = false, false
	if !fresh && !news {
		// What the server has not announced yet, it announces now.
		if !asked && !first { // on a first look the search below says all
			if err := c.noop(ctx); err != nil {
				return nil, err
			}
		}
		if seen, _ := c.view(mailbox); !first && !c.News() && now.UIDNext != 0 && now.UIDNext <= lowest && seen.cursor.UIDNext == lowest && seen.messages == c.exists.Load() {
			return r, nil // it would have said so (RFC 9051, section 7.4.1)
		}
	}
	if answers := c.takeEarly(mailbox, lowest); !fresh && answers != nil {
		r.messages = c.exists.Load()
		r.search.found = len(answers)
		r.ahead = []*headerFetch{r.had(answers)}
		return r, nil
	}
	c.drain()
	r.messages = c.exists.Load()
	r.search = c.newSearch(lowest, now.UIDNext, since)
	return r, nil
}

// run reads batch after batch. The headers of the next ones are asked for before
// the present one is looked at, and its texts are waited for when the next one was
// looked at, so that the server works meanwhile.
func (r *reading) run(ctx context.Context) error {
	defer func() { // nobody wants what is under way any more
		for len(r.conn.under) > 0 {
			_, _ = r.conn.receive(ctx, r.conn.under[0])
		}
		r.search.end(ctx)
	}()
	var open *segment
	for {
		if err := r.askAhead(ctx); err != nil {
			return err
		}
		if len(r.ahead) == 0 {
			break
		}
		b := r.ahead[0]
		r.ahead = r.ahead[1:]
		headers, aside, err := b.collect(ctx)
		if err == nil {
			err = r.askAhead(ctx)
		}
		if err != nil {
			return err
		}
		for last := false; !last; {
			next := &segment{through: b.upTo, out: Batch{Reset: r.reset}}
			if err := next.open(ctx, r, headers); err != nil {
				return err
			}
			if last = next.n == len(headers); last {
				next.out.SetAside = aside
			} else {
				next.through = headers[next.n-1].UID
			}
			if err := r.finish(ctx, open); err != nil {
				return err
			}
			if open = next; !r.textBox().calm() {
				if err := r.finish(ctx, open); err != nil {
					return err
				}
				open = nil
			}
			headers = headers[next.n:]
		}
	}
	if err := r.finish(ctx, open); err != nil {
		return err
	}
	if r.saved.UIDValidity == r.end.UIDValidity {
		r.end.UIDNext = max(r.end.UIDNext, r.saved.UIDNext)
	}
	if r.saved == r.end {
		return nil
	}
	return r.commit(Batch{Reset: r.reset, Cursor: r.end})
}

// askAhead asks for the headers of the next batches, unless a message is under
// suspicion: then one after the other. Behind them the server looks for more.
func (r *reading) askAhead(ctx context.Context) error {
	for len(r.ahead) == 0 || len(r.ahead) < maxAhead && r.headerBox().calm() {
		f, err := r.ask(ctx)
		if f == nil || err != nil {
			return err
		}
		r.ahead = append(r.ahead, f)
	}
	return r.search.ask(ctx)
}

// drain reads all that is under way, so that the library may fetch something
// itself.
func (r *reading) drain(ctx context.Context) error {
	for _, f := range r.ahead {
		if f.sent != nil {
			if _, err := r.conn.receive(ctx, f.sent); lacks(err) {
				return err
			}
		}
	}
	return nil
}

// A segment is what is saved together.
type segment struct {
	n       int    // headers
	through uint32 // the last UID that was asked for
	texts   *textFetch
	out     Batch
}

// finish waits for the texts of a segment and saves it.
func (r *reading) finish(ctx context.Context, s *segment) error {
	if s == nil {
		return nil
	}
	if err := s.texts.collect(ctx, &s.out); err != nil {
		return err
	}
	r.done += s.n + len(s.out.SetAside)
	s.out.Cursor = Cursor{Mailbox: r.mailbox, UIDValidity: r.end.UIDValidity, UIDNext: s.through + 1, ModSeq: r.end.ModSeq}
	return r.commit(s.out)
}

func (r *reading) commit(out Batch) error {
	out.Done, out.Total = r.done, max(r.search.most(r.messages), r.done)
	r.conn.saving = true
	err := r.save(out)
	r.conn.saving = false
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	r.saved = out.Cursor
	return nil
}
