package simulate

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/mailwatch"
)

// An Account is the mail of an account on its server. It is only read: EXAMINE, and FETCH
// with BODY.PEEK.
type Account struct {
	Config   config.Account
	Endpoint mailwatch.Endpoint
	Own      map[string]bool // the user's addresses, in lower case
	Log      *slog.Logger
	// Progress shows how far the reading of a mailbox got; nil is fine.
	Progress func(account, mailbox string, done, total int)

	quarantine mailwatch.Quarantine
}

// mostBroken is how many connections in a row may break over a message.
const mostBroken = 20

// session logs in and has do use the connection. One that a message breaks is made anew:
// the message is known then, and left out.
func (a *Account) session(ctx context.Context, do func(*mailwatch.Conn, mailwatch.Mailboxes) error) error {
	for broken := 0; ; broken++ {
		err := a.once(ctx, do)
		if !errors.Is(err, mailwatch.ErrPoison) || broken == mostBroken {
			return err
		}
	}
}

func (a *Account) once(ctx context.Context, do func(*mailwatch.Conn, mailwatch.Mailboxes) error) error {
	conn, err := mailwatch.Dial(ctx, a.Endpoint, a.Log)
	if err != nil {
		return err
	}
	defer conn.Close()
	conn.Avoid(&a.quarantine)
	boxes, err := conn.FindMailboxes(ctx, daemon.Names(a.Config))
	if err != nil {
		return err
	}
	return do(conn, boxes)
}

// Headers reads every mailbox that the daemon reads.
func (a *Account) Headers(ctx context.Context, since time.Time, take func(Mail, []byte)) error {
	read := map[string]mailwatch.Cursor{} // up to where, by mailbox
	return a.session(ctx, func(conn *mailwatch.Conn, boxes mailwatch.Mailboxes) error {
		for _, box := range append([]string{boxes.Inbox, boxes.Sent}, boxes.Others...) {
			if box == "" {
				continue
			}
			unsent := slices.Contains(boxes.Unsent, box)
			come := func(h mailwatch.Header) bool {
				own := box == boxes.Sent || a.Own[strings.ToLower(h.Sender.Address)]
				if h.UIDValidity == read[box].UIDValidity && h.UID < read[box].UIDNext || own && unsent || slices.Contains(h.Flags, `\Draft`) {
					return false
				}
				m := Mail{Envelope: h.Envelope, Account: a.Config.Name, At: arrived(h.Received, h.Date), Sent: box == boxes.Sent,
					place: place{mailbox: box, validity: h.UIDValidity, uid: h.UID}}
				if !m.At.Before(since) {
					take(m, h.Raw)
				}
				return false
			}
			cursor, err := conn.CatchUp(ctx, box, read[box], since, come, func(b mailwatch.Batch) error {
				a.progress(box, b.Done, b.Total)
				return nil
			})
			read[box] = cursor
			if err != nil && box != boxes.Inbox && !errors.Is(err, mailwatch.ErrLost) && !errors.Is(err, mailwatch.ErrPoison) && ctx.Err() == nil {
				a.Log.Info("a mailbox cannot be read", "mailbox", box, "error", err)
				continue
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *Account) progress(box string, done, total int) {
	if a.Progress != nil {
		a.Progress(a.Config.Name, box, done, total)
	}
}

// Texts reads them mailbox by mailbox.
func (a *Account) Texts(ctx context.Context, list []*Mail, take func(*Mail, []byte) error) error {
	type key struct {
		mailbox  string
		validity uint32
	}
	by := map[key]map[uint32]*Mail{}
	var order []key
	for _, m := range list {
		k := key{m.place.mailbox, m.place.validity}
		if by[k] == nil {
			by[k] = map[uint32]*Mail{}
			order = append(order, k)
		}
		by[k][m.place.uid] = m
	}
	done := 0
	return a.session(ctx, func(conn *mailwatch.Conn, _ mailwatch.Mailboxes) error {
		for _, k := range order {
			var uids []uint32
			for uid := range by[k] {
				uids = append(uids, uid)
			}
			slices.Sort(uids)
			err := conn.Read(ctx, k.mailbox, k.validity, uids, func(b mailwatch.Batch) error {
				for _, m := range b.Messages {
					if known := by[k][m.UID]; known != nil {
						if err := take(known, m.Body); err != nil {
							return err
						}
						delete(by[k], m.UID) // a new connection reads the others
						done++
					}
				}
				a.progress(k.mailbox, done, len(list))
				return nil
			})
			if err != nil && !errors.Is(err, mailwatch.ErrGone) {
				return err
			}
		}
		return nil
	})
}
