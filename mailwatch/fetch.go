package mailwatch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// headerOptions ask for one block of raw lines rather than for ENVELOPE as well:
// it is less to send, and an odd address in it is no syntax error of the protocol.
var headerOptions = &imap.FetchOptions{
	UID: true, Flags: true, InternalDate: true, RFC822Size: true,
	BodySection: []*imap.FetchItemBodySection{{Specifier: imap.PartSpecifierHeader, HeaderFields: headerFields, Peek: true}},
}

var idOptions = &imap.FetchOptions{
	UID:         true,
	BodySection: []*imap.FetchItemBodySection{{Specifier: imap.PartSpecifierHeader, HeaderFields: []string{"Message-ID"}, Peek: true}},
}

var wholeOptions = &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{{Peek: true}}}

var firstOptions = &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{{Peek: true, Partial: &imap.SectionPartial{Size: maxWhole}}}}

// A fetch is a FETCH that was sent, and whose answer nobody has read yet. Several
// can be under way; the server answers them one after the other.
type fetch struct {
	cmd   *imapclient.FetchCommand
	uids  []uint32
	what  fetchKind
	limit int64     // of a body
	box   *suspects // nil where a broken connection is blamed on no message
	got   []answer
	read  bool // the answer is complete, or will never be
	err   error
}

// send sends a FETCH for these UIDs of the selected mailbox, which are in order.
// limit bounds the octets that are kept of a body.
func (c *Conn) send(ctx context.Context, uids []uint32, what fetchKind, limit int64, box *suspects) (*fetch, error) {
	options := headerOptions
	switch what {
	case fetchText:
		options = wholeOptions
		if limit == maxWhole { // nobody knows how large it is
			options = firstOptions
		}
	case fetchID:
		options = idOptions
	}
	f := &fetch{uids: uids, what: what, limit: limit, box: box}
	err := c.do(ctx, func(*call) error {
		if len(c.under) == 0 {
			c.catch = &catch{}
			c.guard.catching.Store(c.catch)
		}
		c.catch.bound(limit)
		c.under = append(c.under, f)
		c.expect(f.octets())
		f.cmd = c.library().Fetch(uidSet(uids), options)
		return nil
	})
	return f, err
}

// receive waits for the answer to a FETCH. What came is returned with an error,
// too; a lost connection is blamed on what was under way.
func (c *Conn) receive(ctx context.Context, f *fetch) ([]answer, error) {
	if f.read {
		return f.got, f.err
	}
	err := c.run(ctx, func(k *call) error {
		c.catch.watch(k.alive)
		defer c.catch.watch(nil)
		return f.cmd.Close()
	})
	if came := c.catch.claim(f.uids); len(f.got) == 0 {
		f.got = came
	} else {
		f.got = append(f.got, came...)
	}
	if lacks(err) {
		err = c.blame(ctx, err)
	}
	f.read, f.err = true, err
	if c.under = slices.DeleteFunc(c.under, func(u *fetch) bool { return u == f }); len(c.under) == 0 {
		c.guard.catching.Store(nil)
		c.catch = nil
	}
	return f.got, err
}

// blame makes an error of a connection that broke while something was fetched, and
// remembers what the message was in that came then, unless it was we who ended it:
// answers come in order, so it is in the first fetch of which something is missing.
func (c *Conn) blame(ctx context.Context, err error) error {
	for _, f := range c.under {
		f.got = append(f.got, c.catch.claim(f.uids)...)
		missing := f.missing()
		if len(missing) == 0 {
			continue
		}
		if f.box == nil {
			return err
		}
		return c.blameOn(ctx, f.box, f.what, missing, len(f.uids), err)
	}
	return err
}

func (c *Conn) blameOn(ctx context.Context, box *suspects, what fetchKind, missing []uint32, asked int, err error) error {
	if ctx.Err() != nil {
		return err
	}
	garbled := !c.guard.ended.Load() && !errors.Is(err, ErrTimeout)
	box.broke(missing, asked, garbled, fmt.Errorf("%s is fetched: %w", what, err))
	return fmt.Errorf("%w: fetch the %s of messages %d to %d: %w", ErrPoison, what, missing[0], missing[len(missing)-1], err)
}

// missing returns the UIDs of which did not come what was asked for.
func (f *fetch) missing() []uint32 {
	came := make(map[uint32]bool, len(f.got))
	for _, l := range f.got {
		if f.what == fetchText && l.body != nil || f.what != fetchText && l.header != nil {
			came[l.uid] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(f.uids), func(u uint32) bool { return came[u] })
}

// A headerFetch is the FETCH of one batch of headers.
type headerFetch struct {
	r     *reading
	sent  *fetch     // nil where there was nothing to ask for
	aside []SetAside // of before
	upTo  uint32
}

func (r *reading) headerBox() *suspects {
	return r.conn.avoid.box(r.mailbox, r.end.UIDValidity, fetchHeader)
}

func (r *reading) textBox() *suspects {
	return r.conn.avoid.box(r.mailbox, r.end.UIDValidity, fetchText)
}

// ask sends the FETCH of the next batch; nil when there is nothing left.
func (r *reading) ask(ctx context.Context) (*headerFetch, error) {
	box := r.headerBox()
	f := &headerFetch{r: r}
	for len(r.uids.ranges) == 0 {
		if more, err := r.search.more(ctx, &r.uids); !more || err != nil {
			return nil, err
		}
	}
	var uids []uint32
	for _, u := range r.uids.peek(batchSize) {
		if why, ok := box.aside[u]; ok {
			f.aside = append(f.aside, SetAside{UID: u, Why: why})
		} else {
			uids = append(uids, u)
		}
		f.upTo = u
	}
	if n := box.ask(uids); n < len(uids) {
		uids = uids[:n]
		f.upTo = uids[n-1]
		f.aside = slices.DeleteFunc(f.aside, func(s SetAside) bool { return s.UID > f.upTo })
	}
	r.uids.skip(f.upTo)
	if len(uids) == 0 {
		return f, nil
	}
	var err error
	f.sent, err = r.conn.send(ctx, uids, r.what, 0, box)
	return f, err
}

// had makes a batch of what has come with a push.
func (r *reading) had(answers []answer) *headerFetch {
	r.early = answers
	f := &headerFetch{r: r, sent: &fetch{what: fetchHeader, box: r.headerBox(), got: answers, read: true}}
	for _, l := range answers {
		f.sent.uids = append(f.sent.uids, l.uid)
		f.upTo = max(f.upTo, l.uid)
	}
	return f
}

// collect reads the headers, in order of UID, and sees to it that every UID that
// was asked for has come.
func (f *headerFetch) collect(ctx context.Context) ([]Header, []SetAside, error) {
	if f.sent == nil {
		return nil, f.aside, nil
	}
	answers, err := f.r.conn.receive(ctx, f.sent)
	if lacks(err) {
		return nil, nil, err
	}
	if err != nil && len(f.sent.uids) > 1 {
		err = nil // which one it was is found below
	}
	f.sent.box.came(f.sent.uids)
	// Those of the batch before were looked at; what is wanted of it was copied.
	headers, aside := f.r.conn.appendHeaders(f.r.headers[:0], answers), f.aside
	f.r.headers = headers
	if missing := f.sent.missing(); len(missing) > 0 {
		late, lost, err := f.r.single(ctx, missing, err, len(missing) < len(f.sent.uids))
		if err != nil {
			return nil, nil, err
		}
		headers, aside = append(headers, late...), append(aside, lost...)
	}
	slices.SortStableFunc(headers, func(a, b Header) int { return cmp.Compare(a.UID, b.UID) })
	return slices.CompactFunc(headers, func(a, b Header) bool { return a.UID == b.UID }), aside, nil
}

// fetchHeaders fetches the headers of these UIDs of the selected mailbox. A lost
// connection is blamed on them where there is a box to put them in.
func (c *Conn) fetchHeaders(ctx context.Context, uids []uint32, box *suspects) ([]Header, error) {
	f, err := c.send(ctx, uids, fetchHeader, 0, box)
	if err != nil {
		return nil, err
	}
	answers, err := c.receive(ctx, f)
	return c.headers(answers), err
}

// headers reads what came of the selected mailbox.
func (c *Conn) headers(answers []answer) []Header {
	return c.appendHeaders(make([]Header, 0, len(answers)), answers)
}

func (c *Conn) appendHeaders(all []Header, answers []answer) []Header {
	at := c.selected.cursor
	for _, l := range answers {
		if l.header == nil {
			continue
		}
		h := Header{Mailbox: at.Mailbox, UIDValidity: at.UIDValidity, UID: l.uid, Flags: l.flags, Received: l.received, Size: l.size}
		h.read(l.header)
		all = append(all, h)
	}
	return all
}

// readLiteral reads up to limit octets; nil where the server sent NIL, which it
// does for a message that has vanished. An error ends the connection, so that the
// command itself reports it.
func readLiteral(l imap.LiteralReader, limit int64, k *call) []byte {
	if l == nil {
		return nil
	}
	b := make([]byte, 0, max(min(l.Size(), limit), 1))
	for int64(len(b)) < limit {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := l.Read(b[len(b):min(int64(cap(b)), limit)])
		b = b[:len(b)+n]
		if err == io.EOF {
			return b
		}
		if err != nil {
			return nil
		}
		k.alive()
	}
	return b
}

func uidSet(uids []uint32) imap.UIDSet {
	var set imap.UIDSet
	for _, u := range uids {
		set.AddNum(imap.UID(u))
	}
	return set
}

// headerOnly makes a message of a header whose text could not be had.
func headerOnly(h *Header, why string) Message {
	h.Problems = append(h.Problems, "the text is not known: "+why)
	return Message{Header: *h, Body: []byte(strings.TrimRight(string(h.Raw), "\r\n") + "\r\n\r\n")}
}
