package mailwatch

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
)

const (
	maxWhole     = 1 << 20
	maxSummaries = 2000
)

// Summaries returns the headers of everything in a small mailbox, and up to where
// that is: of the newest 2,000 messages, if there are more. One whose header cannot be
// had is among them, with its UID and the problem.
func (c *Conn) Summaries(ctx context.Context, mailbox string) ([]Header, Cursor, error) {
	fail := func(err error) ([]Header, Cursor, error) {
		return nil, Cursor{}, fmt.Errorf("list %q: %w", mailbox, err)
	}
	fresh, err := c.use(ctx, mailbox, false)
	if err != nil {
		return fail(err)
	}
	c.drain()
	if !fresh {
		if err := c.noop(ctx); err != nil {
			return fail(err)
		}
	}
	at := c.selected.cursor
	n := c.exists.Load()
	if n == 0 {
		c.saw(view{at, n, true})
		return nil, at, nil
	}
	uids, err := c.searchFrom(ctx, 1, at.UIDNext, time.Time{})
	if err != nil {
		return fail(err)
	}
	if extra := uids.len() - maxSummaries; extra > 0 {
		old := uids.peek(extra)
		uids.skip(old[len(old)-1])
	}
	all, err := c.every(ctx, uids.peek(maxSummaries), fetchHeader)
	if err != nil {
		return fail(err)
	}
	for _, r := range uids.ranges {
		at.UIDNext = max(at.UIDNext, uint32(r.Stop)+1)
	}
	c.saw(view{at, n, true})
	return all, at, nil
}

// Search returns the UIDs of the messages in a mailbox whose Message-ID is exactly
// this one, without angle brackets. Servers match substrings, and some of them
// anything, so the headers of what they find are looked at.
func (c *Conn) Search(ctx context.Context, mailbox, messageID string) ([]uint32, error) {
	fail := func(err error) ([]uint32, error) {
		return nil, fmt.Errorf("search %q for message %q: %w", mailbox, messageID, err)
	}
	if messageID = strings.Trim(messageID, "<> "); messageID == "" {
		return nil, nil
	}
	fresh, err := c.use(ctx, mailbox, false)
	if err != nil {
		return fail(err)
	}
	if !fresh {
		if err := c.noop(ctx); err != nil {
			return fail(err)
		}
	}
	candidates, err := c.candidates(ctx, messageID)
	if err != nil {
		return fail(err)
	}
	var uids []uint32
	// The newest first, up to where one is found: two copies of ours stand together.
	for len(candidates) > 0 && len(uids) == 0 {
		from := max(len(candidates)-batchSize, 0)
		headers, err := c.every(ctx, candidates[from:], fetchID)
		if err != nil {
			return fail(err)
		}
		for _, h := range headers {
			if h.MessageID == messageID {
				uids = append(uids, h.UID)
			}
		}
		candidates = candidates[:from]
	}
	return uids, nil
}

// candidates are the messages of the selected mailbox that may have a Message-ID: those
// that the server finds, or all of them where it does not search for one (Yahoo answers
// NO [SERVERBUG]).
func (c *Conn) candidates(ctx context.Context, messageID string) ([]uint32, error) {
	if c.exists.Load() == 0 {
		return nil, nil
	}
	if !c.refuses.headerSearch {
		var found uidQueue
		err := c.do(ctx, func(*call) error {
			c.expect(searchOctets)
			data, err := c.library().UIDSearch(&imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: messageID}}}, nil).Wait()
			if err == nil {
				found.add(data.All, 1)
			}
			return err
		})
		if err == nil {
			return found.peek(100), nil
		}
		if lacks(err) {
			return nil, err
		}
		c.refuses.headerSearch = true
		c.log.Info("the server does not search for a Message-ID; headers are read instead", "mailbox", c.selected.mailbox, "error", err)
	}
	all, err := c.searchFrom(ctx, 1, c.selected.cursor.UIDNext, time.Time{})
	return all.peek(all.len()), err
}

// Fetch returns a whole message, of 1 MiB at most. The error wraps ErrGone where
// it has vanished or the UIDs of the mailbox have changed.
func (c *Conn) Fetch(ctx context.Context, mailbox string, uidValidity, uid uint32) ([]byte, error) {
	body, err := func() ([]byte, error) {
		if err := c.at(ctx, mailbox, uidValidity, false); err != nil {
			return nil, err
		}
		box := c.avoid.box(mailbox, c.selected.cursor.UIDValidity, fetchText)
		if why, bad := box.aside[uid]; bad {
			return nil, fmt.Errorf("%w: %s", ErrRefused, why)
		}
		return c.whole(ctx, uid, maxWhole, box)
	}()
	if err != nil {
		return nil, fmt.Errorf("fetch message %d of %q: %w", uid, mailbox, err)
	}
	return body, nil
}

// at selects a mailbox and sees to it that its UIDs are the ones that are meant. A
// uidValidity of 0 stands for the present one.
func (c *Conn) at(ctx context.Context, mailbox string, uidValidity uint32, write bool) error {
	if _, err := c.use(ctx, mailbox, write); err != nil {
		return err
	}
	if now := c.selected.cursor.UIDValidity; uidValidity != 0 && now != uidValidity {
		return fmt.Errorf("UIDVALIDITY is %d and no longer %d: %w", now, uidValidity, ErrGone)
	}
	return nil
}

// Append places a draft, with \Draft and \Seen in the command itself. It returns
// where it stands, or uid 0 where the server does not say (no UIDPLUS, RFC 4315).
//
// An error that wraps ErrUncertain means that the draft may stand there: the
// server stores it before it says so. Search for its Message-ID before trying
// again. With any other error it does not stand there.
func (c *Conn) Append(ctx context.Context, mailbox string, message []byte, at time.Time) (uidValidity, uid uint32, err error) {
	return c.add(ctx, mailbox, message, []imap.Flag{imap.FlagDraft, imap.FlagSeen}, at)
}

// AppendUnread is Append for a note to the user: it stands there as mail does that he
// has not read.
func (c *Conn) AppendUnread(ctx context.Context, mailbox string, message []byte, at time.Time) (uidValidity, uid uint32, err error) {
	return c.add(ctx, mailbox, message, nil, at)
}

func (c *Conn) add(ctx context.Context, mailbox string, message []byte, flags []imap.Flag, at time.Time) (uidValidity, uid uint32, err error) {
	if c.selected.mailbox == mailbox && !c.selected.writable {
		// Selected by EXAMINE it permits no change (RFC 9051, section 6.3.3): Courier
		// refuses to add a message.
		if _, err := c.use(ctx, mailbox, true); err != nil {
			return 0, 0, fmt.Errorf("append to %q: %w", mailbox, err)
		}
		defer func() { c.selected = selection{} }()
	}
	err = c.do(ctx, func(k *call) error {
		k.stores = true
		cmd := c.library().Append(mailbox, int64(len(message)), &imap.AppendOptions{Flags: flags, Time: at})
		_, err := cmd.Write(message)
		if closing := cmd.Close(); err == nil {
			err = closing
		}
		// The server's word explains more than that it would not listen.
		data, said := cmd.Wait()
		if said != nil {
			return said
		}
		uidValidity, uid = data.UIDValidity, uint32(data.UID)
		return err
	})
	if lacks(err) {
		err = fmt.Errorf("%w: %w", ErrUncertain, err)
	} else if errors.Is(err, ErrGone) {
		// RFC 9051, section 6.3.12: TRYCREATE. It is not for us to create it.
		err = fmt.Errorf("%w: %w", ErrNoMailbox, err)
	}
	if err != nil {
		return 0, 0, fmt.Errorf("append to %q: %w", mailbox, err)
	}
	return uidValidity, uid, nil
}

// MoveToTrash moves one message, a draft of ours, to the trash. Where the server
// has no MOVE (RFC 6851), it is copied, marked \Deleted, and expunged by its UID
// if the server can do that (UIDPLUS, RFC 4315); else it stays marked, because a
// bare EXPUNGE would also destroy what the user has marked. The error wraps ErrGone
// where the message is not there.
func (c *Conn) MoveToTrash(ctx context.Context, drafts string, uidValidity, uid uint32, trash string) error {
	fail := func(err error) error {
		return fmt.Errorf("move message %d of %q to %q: %w", uid, drafts, trash, err)
	}
	if trash == "" || trash == drafts {
		return fail(fmt.Errorf("%w: there is no trash", ErrNoMailbox))
	}
	if err := c.at(ctx, drafts, uidValidity, true); err != nil {
		return fail(err)
	}
	there, err := c.exist(ctx, uid)
	if err == nil && !there {
		err = ErrGone
	}
	if err != nil {
		return fail(err)
	}
	set := uidSet([]uint32{uid})
	if c.Has("MOVE") {
		err = c.do(ctx, func(k *call) error {
			k.stores = true
			_, err := c.library().Move(set, trash).Wait()
			return err
		})
	} else {
		err = c.copyAway(ctx, set, trash)
	}
	// Whatever comes next selects anew: nothing is done in a mailbox that can be
	// written to longer than needed.
	c.selected = selection{}
	if err != nil {
		return fail(err)
	}
	return nil
}

func (c *Conn) copyAway(ctx context.Context, set imap.UIDSet, trash string) error {
	err := c.do(ctx, func(k *call) error {
		k.stores = true
		_, err := c.library().Copy(set, trash).Wait()
		return err
	})
	if err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	err = c.do(ctx, func(*call) error {
		return c.library().Store(set, &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}, nil).Close()
	})
	if err != nil {
		return fmt.Errorf("mark as deleted: %w", err)
	}
	if !c.Has("UIDPLUS") {
		return nil
	}
	return c.do(ctx, func(*call) error {
		return c.library().UIDExpunge(set).Close()
	})
}
