package mailwatch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
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

var wholeOptions = &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{{Peek: true}}}

// A headerFetch is a FETCH of headers that was sent.
type headerFetch struct {
	r     *reading
	uids  []uint32
	aside []SetAside // of before
	upTo  uint32
	cmd   *imapclient.FetchCommand
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
	for _, u := range r.uids.peek(batchSize) {
		if why, ok := box.aside[u]; ok {
			f.aside = append(f.aside, SetAside{UID: u, Why: why})
		} else {
			f.uids = append(f.uids, u)
		}
		f.upTo = u
	}
	if f.upTo == 0 {
		return nil, nil
	}
	if n := box.ask(f.uids); n < len(f.uids) {
		f.uids = f.uids[:n]
		f.upTo = f.uids[n-1]
		f.aside = slices.DeleteFunc(f.aside, func(s SetAside) bool { return s.UID > f.upTo })
	}
	r.uids.skip(f.upTo)
	if len(f.uids) == 0 {
		return f, nil
	}
	var err error
	f.cmd, err = r.conn.send(ctx, f.uids, headerOptions)
	return f, err
}

// send sends a FETCH for these UIDs of the selected mailbox. Its answer must be
// read before anything else is asked.
func (c *Conn) send(ctx context.Context, uids []uint32, options *imap.FetchOptions) (cmd *imapclient.FetchCommand, err error) {
	err = c.do(ctx, func(*call) error {
		cmd = c.client.Fetch(uidSet(uids), options)
		c.unread.Store(cmd)
		return nil
	})
	return cmd, err
}

func (f *headerFetch) last() uint32 { return f.upTo }

// drop reads the answer to a fetch that nobody wants any more.
func (f *headerFetch) drop(ctx context.Context) {
	if f != nil && f.cmd != nil {
		// Only whether the connection survives matters, and do notes that.
		_ = f.r.conn.run(ctx, func(*call) error { return f.r.conn.take(f.cmd, f.cmd.Close) })
	}
}

// collect reads the headers, in order of UID, and sees to it that every UID that
// was asked for has come.
func (f *headerFetch) collect(ctx context.Context) ([]Header, []SetAside, error) {
	if f.cmd == nil {
		return nil, f.aside, nil
	}
	headers, err := f.r.conn.headers(ctx, f.cmd, f.r.mailbox, f.r.end.UIDValidity)
	missing := without(f.uids, headers)
	box := f.r.headerBox()
	switch {
	case lacks(err):
		return nil, nil, f.r.conn.blame(ctx, box, fetchHeader, missing, len(f.uids), err)
	case err != nil && len(f.uids) > 1:
		err = nil // which one it was is found below
	}
	box.came(f.uids)
	aside := f.aside
	if len(missing) > 0 {
		late, lost, err2 := f.r.single(ctx, missing, err)
		if err2 != nil {
			return nil, nil, err2
		}
		headers, aside = append(headers, late...), append(aside, lost...)
	}
	slices.SortFunc(headers, func(a, b Header) int { return cmp.Compare(a.UID, b.UID) })
	return headers, aside, nil
}

// single asks once more, one by one, for what did not come. What is no longer in
// the mailbox is nobody's loss; what is there and still does not come is set aside.
func (r *reading) single(ctx context.Context, missing []uint32, refusal error) (late []Header, aside []SetAside, err error) {
	for _, u := range missing {
		if refusal == nil || len(missing) > 1 {
			headers, err := r.conn.fetchHeaders(ctx, []uint32{u}, r.mailbox, r.end.UIDValidity)
			if lacks(err) {
				return nil, nil, r.conn.blame(ctx, r.headerBox(), fetchHeader, []uint32{u}, 1, err)
			}
			if len(headers) > 0 {
				late = append(late, headers...)
				continue
			}
			refusal = err
		}
		there, err := r.conn.exist(ctx, u)
		if err != nil {
			return nil, nil, err
		}
		if !there {
			continue
		}
		if errors.Is(refusal, ErrUnavailable) || errors.Is(refusal, ErrDiskFull) {
			return nil, nil, fmt.Errorf("fetch message %d: %w", u, refusal)
		}
		why := "the server lists it and does not hand it out"
		if refusal != nil {
			why = "the server does not hand it out: " + refusal.Error()
		}
		aside = append(aside, SetAside{UID: u, Why: why})
	}
	if len(aside) > 10 && len(late) == 0 {
		return nil, nil, fmt.Errorf("%w: it hands out none of %d messages that it lists", ErrUnavailable, len(aside))
	}
	return late, aside, nil
}

// read reads the answer to a FETCH under a deadline.
func (c *Conn) read(ctx context.Context, cmd *imapclient.FetchCommand, f func(*call) error) error {
	return c.run(ctx, func(k *call) error {
		return c.take(cmd, func() error {
			defer cmd.Close()
			return f(k)
		})
	})
}

// take reads a FETCH unless cut was faster.
func (c *Conn) take(cmd *imapclient.FetchCommand, f func() error) error {
	if !c.unread.CompareAndSwap(cmd, nil) {
		return net.ErrClosed
	}
	return f()
}

// exist reports whether a UID is in the selected mailbox.
func (c *Conn) exist(ctx context.Context, uid uint32) (there bool, err error) {
	err = c.do(ctx, func(*call) error {
		data, err := c.client.UIDSearch(&imap.SearchCriteria{UID: []imap.UIDSet{uidSet([]uint32{uid})}}, nil).Wait()
		if err == nil {
			set, _ := data.All.(imap.UIDSet)
			there = set.Contains(imap.UID(uid))
		}
		return err
	})
	return there, err
}

// blame makes an error of a connection that broke during a fetch, and remembers
// what was under way, unless it was we who ended it.
func (c *Conn) blame(ctx context.Context, box *suspects, what fetchKind, missing []uint32, asked int, err error) error {
	if ctx.Err() != nil || len(missing) == 0 {
		return err
	}
	garbled := !c.guard.ended.Load() && !errors.Is(err, ErrTimeout)
	box.broke(missing, asked, garbled, fmt.Errorf("%s is fetched: %w", what, err))
	return fmt.Errorf("%w: fetch the %s of messages %d to %d: %w", ErrPoison, what, missing[0], missing[len(missing)-1], err)
}

// fetchHeaders fetches the headers of these UIDs of the selected mailbox.
func (c *Conn) fetchHeaders(ctx context.Context, uids []uint32, mailbox string, validity uint32) ([]Header, error) {
	cmd, err := c.send(ctx, uids, headerOptions)
	if err != nil {
		return nil, err
	}
	return c.headers(ctx, cmd, mailbox, validity)
}

// headers reads the answer to a FETCH of headers. What came is returned with an
// error, too.
func (c *Conn) headers(ctx context.Context, cmd *imapclient.FetchCommand, mailbox string, validity uint32) (all []Header, err error) {
	err = c.read(ctx, cmd, func(k *call) error {
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			k.alive()
			h := Header{Mailbox: mailbox, UIDValidity: validity}
			var raw []byte
			for item := msg.Next(); item != nil; item = msg.Next() {
				switch item := item.(type) {
				case imapclient.FetchItemDataUID:
					h.UID = uint32(item.UID)
				case imapclient.FetchItemDataFlags:
					for _, f := range item.Flags {
						h.Flags = append(h.Flags, string(f))
					}
				case imapclient.FetchItemDataInternalDate:
					h.Received = item.Time
				case imapclient.FetchItemDataRFC822Size:
					h.Size = item.Size
				case imapclient.FetchItemDataBodySection:
					raw = readLiteral(item.Literal, maxHeader+1, k)
				}
			}
			if h.UID != 0 && raw != nil {
				h.read(raw)
				all = append(all, h)
			}
		}
		return cmd.Close()
	})
	return all, err
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

func without(uids []uint32, headers []Header) []uint32 {
	came := make(map[uint32]bool, len(headers))
	for _, h := range headers {
		came[h.UID] = true
	}
	var missing []uint32
	for _, u := range uids {
		if !came[u] {
			missing = append(missing, u)
		}
	}
	return missing
}

// headerOnly makes a message of a header whose text could not be had.
func headerOnly(h *Header, why string) Message {
	h.Problems = append(h.Problems, "the text is not known: "+why)
	return Message{Header: *h, Body: []byte(strings.TrimRight(string(h.Raw), "\r\n") + "\r\n\r\n")}
}
