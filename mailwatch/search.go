package mailwatch

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

const (
	// firstWindow is how many UIDs are searched first, and from then on as long as
	// many of them are found: less than the reader has under way.
	firstWindow = 10_000
	// largestWindow keeps the answer to a SEARCH without ESEARCH, in which each UID
	// stands for itself, under maxLine.
	largestWindow = 50_000
)

// A search finds UIDs of the selected mailbox, in windows: while what was found in one
// is fetched, the server looks through the next. On 100,000 messages it looks for a
// fifth of a second, in which it would hand nothing out.
type search struct {
	conn  *Conn
	next  uint32    // the UID at which the mailbox ends, as far as that is known; else 0
	since time.Time // zero for all

	low      uint32 // where the window begins whose answer is to be taken next
	size     uint32 // of that
	done     bool   // there is none
	underway *imapclient.SearchCommand
	found    int
}

// newSearch searches the UIDs from lowest on. next is the mailbox's UIDNEXT, or 0 where
// it is not known.
func (c *Conn) newSearch(lowest, next uint32, since time.Time) *search {
	return &search{conn: c, next: next, since: since, low: lowest, size: firstWindow}
}

// lastUID is what a UID can be at most (RFC 9051, section 9, nz-number).
const lastUID = 1<<32 - 1

// window is the next one. The last has no end, or where the server does not know what
// "n:*" means, one that no message is beyond.
func (s *search) window() imap.UIDRange {
	w := imap.UIDRange{Start: imap.UID(s.low)}
	if s.next > s.low && s.next-s.low > s.size {
		w.Stop = imap.UID(s.low + s.size - 1)
	} else if s.conn.refuses.star {
		w.Stop = lastUID
	}
	return w
}

// last is the end of a range that has none, as text.
func (c *Conn) last() string {
	if c.refuses.star {
		return strconv.FormatUint(lastUID, 10)
	}
	return "*"
}

// ask has the server look through the next window, unless it does that already.
func (s *search) ask(ctx context.Context) error {
	if s.underway != nil || s.done {
		return nil
	}
	w := s.window()
	criteria := &imap.SearchCriteria{}
	if w.Start > 1 || w.Stop != 0 {
		criteria.UID = []imap.UIDSet{{w}}
	}
	if !s.since.IsZero() {
		// The server looks at the date in its own zone (RFC 9051, section 6.4.4).
		criteria.Since = s.since.AddDate(0, 0, -1)
	}
	var options *imap.SearchOptions
	if s.conn.Has("ESEARCH") {
		options = &imap.SearchOptions{ReturnAll: true}
	}
	return s.conn.do(ctx, func(*call) error {
		s.conn.expect(searchOctets)
		s.conn.searching = true
		s.underway = s.conn.library().UIDSearch(criteria, options)
		return nil
	})
}

// more adds what was found in the next window, and reports whether there was one.
// "n:*" also means the newest message below n (RFC 9051, section 9, seq-range), so what
// is below is left out.
func (s *search) more(ctx context.Context, into *uidQueue) (bool, error) {
	if s.done {
		return false, nil
	}
	if err := s.ask(ctx); err != nil {
		return false, fmt.Errorf("search: %w", err)
	}
	data, err := s.wait(ctx)
	if open := s.window().Stop == 0; open && err != nil && !lacks(err) && ctx.Err() == nil {
		s.conn.refuses.star = true
		if again := s.ask(ctx); again != nil {
			return false, fmt.Errorf("search: %w", again)
		}
		data, err = s.wait(ctx)
		s.conn.refuses.star = err == nil // else it is not that
	}
	if err != nil {
		return false, fmt.Errorf("search: %w", err)
	}
	before := into.len()
	into.add(data.All, s.low)
	came := into.len() - before
	s.found += came
	if exists := s.conn.exists.Load(); s.found > int(exists)+10000 {
		return false, fmt.Errorf("search: %w: %d messages found among %d", ErrLost, s.found, exists)
	}
	if w := s.window(); w.Stop == 0 || w.Stop == lastUID {
		s.done = true
	} else {
		s.low = uint32(w.Stop) + 1
	}
	if came < int(s.size/2) { // there are gaps, or what is old
		s.size *= 2
		if !s.conn.Has("ESEARCH") {
			s.size = min(s.size, largestWindow)
		}
	}
	return true, nil
}

// wait waits for the answer to the search under way. Fetches before it are answered
// first, which shows that the server is alive; if it is lost, that is blamed on them.
func (s *search) wait(ctx context.Context) (data *imap.SearchData, err error) {
	c := s.conn
	err = c.run(ctx, func(k *call) (err error) {
		if c.catch != nil {
			c.catch.watch(k.alive)
			defer c.catch.watch(nil)
		}
		data, err = s.underway.Wait()
		return err
	})
	s.underway, c.searching = nil, false
	if lacks(err) {
		err = c.blame(ctx, err)
	}
	return data, err
}

// end waits for the search under way, whose answer nobody wants any more.
func (s *search) end(ctx context.Context) {
	if s.underway != nil {
		_, _ = s.wait(ctx)
	}
}

// most returns how many there are at most in a mailbox of so many messages, as far as
// that is known: exactly how many, when all windows were searched.
func (s *search) most(messages uint32) int {
	if s.done {
		return s.found
	}
	rest := max(int(messages)-s.found, 0)
	if s.next > s.low {
		rest = min(rest, int(s.next-s.low))
	}
	return s.found + rest
}

// searchFrom returns all UIDs from lowest on.
func (c *Conn) searchFrom(ctx context.Context, lowest, next uint32, since time.Time) (found uidQueue, err error) {
	s := c.newSearch(lowest, next, since)
	for more := true; more; {
		if more, err = s.more(ctx, &found); err != nil {
			return uidQueue{}, err
		}
	}
	return found, nil
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
