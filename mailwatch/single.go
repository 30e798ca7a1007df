package mailwatch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/emersion/go-imap/v2"
)

// This file deals with what did not come although it was asked for.

// single asks once more, one by one, for what did not come. What is no longer in
// the mailbox is nobody's loss; what is there and still does not come is set aside: at
// once where others come, else when the server has said often that it is out of order.
func (r *reading) single(ctx context.Context, missing []uint32, refusal error, others bool) (late []Header, aside []SetAside, err error) {
	box := r.headerBox()
	var out error // of order
	for _, u := range missing {
		if refusal == nil || len(missing) > 1 {
			headers, err := r.conn.fetchHeaders(ctx, []uint32{u}, box)
			if lacks(err) {
				return nil, nil, err
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
		if errors.Is(refusal, ErrUnavailable) && !box.refuses(u) {
			out = fmt.Errorf("fetch message %d: %w", u, refusal)
		}
		why := "the server lists it and does not hand it out"
		if refusal != nil {
			why = "the server does not hand it out: " + refusal.Error()
		}
		aside = append(aside, SetAside{UID: u, Why: why})
	}
	others = others || len(late) > 0
	if out != nil && !others {
		return nil, nil, out
	}
	if len(aside) > 10 && !others {
		return nil, nil, fmt.Errorf("%w: it hands out none of %d messages that it lists", ErrUnavailable, len(aside))
	}
	return late, aside, nil
}

// every reads the headers of these messages of the selected mailbox, which are in
// order. One that cannot be had is among them, with its UID and the problem.
func (c *Conn) every(ctx context.Context, uids []uint32, what fetchKind) ([]Header, error) {
	at := c.selected.cursor
	r := &reading{conn: c, mailbox: at.Mailbox, what: what, end: at, search: &search{conn: c, done: true}, uids: uidQueue{uidSet(uids)}}
	var all []Header
	for {
		f, err := r.ask(ctx)
		if f == nil || err != nil {
			slices.SortFunc(all, func(a, b Header) int { return cmp.Compare(a.UID, b.UID) })
			return all, err
		}
		headers, aside, err := f.collect(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, headers...)
		for _, a := range aside {
			all = append(all, Header{Mailbox: at.Mailbox, UIDValidity: at.UIDValidity, UID: a.UID, Problems: []string{"the header is not known: " + a.Why}})
		}
	}
}

// exist reports whether a UID is in the selected mailbox.
func (c *Conn) exist(ctx context.Context, uid uint32) (there bool, err error) {
	err = c.do(ctx, func(*call) error {
		c.expect(searchOctets)
		data, err := c.library().UIDSearch(&imap.SearchCriteria{UID: []imap.UIDSet{uidSet([]uint32{uid})}}, nil).Wait()
		if err == nil {
			set, _ := data.All.(imap.UIDSet)
			there = set.Contains(imap.UID(uid))
		}
		return err
	})
	return there, err
}
