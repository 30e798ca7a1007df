package mailwatch

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
)

const (
	batchSize  = 500     // headers in a batch
	batchBytes = 4 << 20 // octets of text in a batch, as the sizes promise
	smallSize  = 256 << 10
	// searchWindow keeps the answer to a SEARCH without ESEARCH under maxLine.
	searchWindow = 50000
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
// SetAside. An error that wraps ErrPoison means that a message broke the
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
	c.seen[mailbox] = view{r.saved, r.messages}
	return r.saved, nil
}

// End returns where a mailbox ends now: CatchUp from there reads what arrives from
// now on, and nothing of the past.
func (c *Conn) End(ctx context.Context, mailbox string) (Cursor, error) {
	end, err := c.endOf(ctx, mailbox)
	if err != nil {
		return Cursor{}, fmt.Errorf("find the end of %q: %w", mailbox, err)
	}
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
func (c *Conn) News() bool { return len(c.pushed) > 0 }

// reading is one CatchUp under way.
type reading struct {
	conn    *Conn
	mailbox string
	uids    uidQueue
	saved   Cursor // after the last batch that was saved
	end     Cursor // when all is read
	reset   bool

	messages uint32 // in the mailbox when the search began
	done     int
	total    int
	want     func(Header) bool
	save     func(Batch) error
}

func (c *Conn) begin(ctx context.Context, mailbox string, from Cursor, since time.Time) (*reading, error) {
	fresh, err := c.use(ctx, mailbox, false)
	if err != nil {
		return nil, err
	}
	now := c.selected.cursor
	first := from.UIDValidity == 0 || from.UIDValidity != now.UIDValidity
	r := &reading{conn: c, mailbox: mailbox, saved: from, reset: first && from.UIDValidity != 0}
	lowest := max(from.UIDNext, 1)
	if first {
		lowest = 1
	} else {
		since = time.Time{}
	}
	r.end = Cursor{Mailbox: mailbox, UIDValidity: now.UIDValidity, UIDNext: lowest, ModSeq: now.ModSeq}
	r.messages = c.exists.Load()
	if fresh && now.UIDNext != 0 {
		r.end.UIDNext = max(now.UIDNext, lowest)
		if now.UIDNext <= lowest && !first {
			return r, nil // RFC 9051, section 2.3.1.1: nothing was added
		}
	}
	if fresh && r.messages == 0 {
		return r, nil
	}
	news := c.told || c.drain()
	c.told = false
	if !fresh && !news {
		// What the server has not announced yet, it announces now.
		if err := c.do(ctx, func(*call) error { return c.client.Noop().Wait() }); err != nil {
			return nil, err
		}
		if seen := c.seen[mailbox]; !first && !c.News() && now.UIDNext != 0 && now.UIDNext <= lowest && seen.cursor.UIDNext == lowest && seen.messages == c.exists.Load() {
			return r, nil // it would have said so (RFC 9051, section 7.4.1)
		}
	}
	c.drain()
	r.messages = c.exists.Load()
	r.uids, err = c.searchFrom(ctx, lowest, now.UIDNext, since)
	r.total = r.uids.len()
	return r, err
}

// searchFrom returns the UIDs from lowest on. "n:*" also means the newest message
// below n (RFC 9051, section 9, seq-range), so what is below is taken out.
func (c *Conn) searchFrom(ctx context.Context, lowest, next uint32, since time.Time) (uidQueue, error) {
	var found uidQueue
	var options *imap.SearchOptions
	windows := []imap.UIDRange{{Start: imap.UID(lowest), Stop: 0}}
	if c.Has("ESEARCH") {
		options = &imap.SearchOptions{ReturnAll: true}
	} else if next > lowest+searchWindow {
		// Without ESEARCH each UID stands in the answer: keep the line short.
		windows = windows[:0]
		for low := lowest; low < next; low += searchWindow {
			windows = append(windows, imap.UIDRange{Start: imap.UID(low), Stop: imap.UID(low + searchWindow - 1)})
		}
		windows[len(windows)-1].Stop = 0
	}
	for _, w := range windows {
		criteria := &imap.SearchCriteria{}
		if w.Start > 1 || w.Stop != 0 {
			criteria.UID = []imap.UIDSet{{w}}
		}
		if !since.IsZero() {
			// The server looks at the date in its own zone (RFC 9051, section 6.4.4).
			criteria.Since = since.AddDate(0, 0, -1)
		}
		err := c.do(ctx, func(*call) error {
			data, err := c.client.UIDSearch(criteria, options).Wait()
			if err == nil {
				found.add(data.All, lowest)
			}
			return err
		})
		if err != nil {
			return uidQueue{}, fmt.Errorf("search: %w", err)
		}
	}
	if n := found.len(); n > int(c.exists.Load())+10000 {
		return uidQueue{}, fmt.Errorf("search: %w: %d messages found among %d", ErrLost, n, c.exists.Load())
	}
	return found, nil
}

// run reads batch after batch. The headers of the next batch are asked for before
// the present one is saved, so that the server works meanwhile.
func (r *reading) run(ctx context.Context) error {
	var ahead *headerFetch
	for {
		b, err := ahead, error(nil)
		if ahead = nil; b == nil {
			if b, err = r.ask(ctx); err != nil {
				return err
			}
		}
		if b == nil {
			break
		}
		headers, aside, err := b.collect(ctx)
		if err != nil {
			return err
		}
		for last := false; !last; {
			n := r.segment(headers)
			last = n == len(headers)
			out := Batch{Reset: r.reset}
			texts, err := r.askTexts(ctx, headers[:n], &out)
			if err == nil {
				err = texts.collect(ctx, &out)
			}
			if err == nil && last && r.headerBox().calm() {
				// Nothing else may be asked until this is read.
				ahead, err = r.ask(ctx)
			}
			through := b.last()
			if last {
				out.SetAside = append(out.SetAside, aside...)
			} else {
				through = headers[n-1].UID
			}
			if err == nil {
				err = r.keep(out, n, through)
			}
			if err != nil {
				ahead.drop(ctx)
				return err
			}
			headers = headers[n:]
		}
	}
	if r.saved.UIDValidity == r.end.UIDValidity {
		r.end.UIDNext = max(r.end.UIDNext, r.saved.UIDNext)
	}
	if r.saved == r.end {
		return nil
	}
	return r.commit(Batch{Reset: r.reset, Cursor: r.end})
}

// segment returns how many of the headers, from the front, to save together, so
// that the texts of those that are wanted fit into memory. It is 0 only for none.
func (r *reading) segment(headers []Header) int {
	octets := int64(0)
	for i, h := range headers {
		if octets += min(h.Size, 2*smallSize); octets > batchBytes && i > 0 {
			return i
		}
	}
	return len(headers)
}

func (r *reading) keep(out Batch, n int, through uint32) error {
	r.done += n + len(out.SetAside)
	out.Cursor = Cursor{Mailbox: r.mailbox, UIDValidity: r.end.UIDValidity, UIDNext: through + 1, ModSeq: r.end.ModSeq}
	return r.commit(out)
}

func (r *reading) commit(out Batch) error {
	out.Done, out.Total = r.done, max(r.total, r.done)
	if err := r.save(out); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	r.saved = out.Cursor
	return nil
}

// A uidQueue holds UIDs in order, as ranges, so that it stays small.
type uidQueue struct{ ranges []imap.UIDRange }

// add takes what a SEARCH found, without what is below lowest.
func (q *uidQueue) add(found imap.NumSet, lowest uint32) {
	set, _ := found.(imap.UIDSet)
	for _, r := range set {
		r.Start = max(r.Start, imap.UID(lowest))
		if r.Start <= r.Stop {
			q.ranges = append(q.ranges, r)
		}
	}
	slices.SortFunc(q.ranges, func(a, b imap.UIDRange) int { return cmp.Compare(a.Start, b.Start) })
}

func (q *uidQueue) len() int {
	n := 0
	for _, r := range q.ranges {
		n += int(r.Stop-r.Start) + 1
	}
	return n
}

// peek returns up to n UIDs from the front.
func (q *uidQueue) peek(n int) []uint32 {
	var uids []uint32
	for _, r := range q.ranges {
		for u := r.Start; len(uids) < n; u++ {
			uids = append(uids, uint32(u))
			if u == r.Stop {
				break
			}
		}
	}
	return uids
}

// skip takes everything up to and including uid off the front.
func (q *uidQueue) skip(uid uint32) {
	for len(q.ranges) > 0 {
		r := &q.ranges[0]
		if uint32(r.Stop) > uid {
			r.Start = max(r.Start, imap.UID(uid)+1)
			return
		}
		q.ranges = q.ranges[1:]
	}
}
