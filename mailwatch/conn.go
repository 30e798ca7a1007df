package mailwatch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"sync/atomic"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// A Conn is a connection that is logged in. One goroutine owns it. Every call has
// a deadline: when the context ends or the server is silent for CommandTimeout,
// the connection is closed and the call returns.
type Conn struct {
	raw    net.Conn // closing it ends every call
	guard  *guard
	lib    *imapclient.Client // nil while the owner reads by himself
	tag    int                // of the last command without the library
	end    Endpoint
	caps   capabilities
	listed []listed
	log    *slog.Logger

	// news is set when the server has announced something in the selected mailbox
	// that nobody has looked at yet.
	news     atomic.Bool
	told     bool          // Wait came back with it, and nobody has looked since: NOOP would tell nothing more
	asked    bool          // Wait has ended with a NOOP, and nobody has looked since
	exists   atomic.Uint32 // messages in the selected mailbox, as last announced
	selected selection
	seen     map[string]view // up to where each mailbox was read on this connection
	refuses  refusals
	looking  *look // takes STATUS responses
	avoid    *Quarantine

	under  []*fetch // sent and not read yet, in order
	catch  *catch   // where their answers go
	saving bool     // a save of CatchUp runs

	searching bool // a search was sent, and its answer not read yet

	wakers    map[string]bool   // the mailboxes that Notify asked for
	personal  bool              // the server was asked to announce what happens in all mailboxes
	notices   map[string]string // what the server announced last of each
	elsewhere []string          // of these, and nobody was told yet

	early *early // what a push brought, until the next CatchUp

	broken error // why the connection is of no more use
}

// selection is the selected mailbox.
type selection struct {
	mailbox  string // "" for none
	writable bool
	cursor   Cursor // as SELECT told it
	unread   bool   // nobody has caught up with it since
}

// view is a mailbox as it was when it was read. The count tells of changes where
// the server has no UIDNEXT in SELECT (Courier) or no CONDSTORE.
type view struct {
	cursor   Cursor
	messages uint32
	whole    bool // all of it was looked at, not only what came
}

// refusals are what the server has refused on this connection although it announces
// it, or has to have it.
type refusals struct {
	listStatus   bool
	headerSearch bool // SEARCH HEADER
	star         bool // "n:*"
	idle         bool
}

// view returns what a mailbox was like when it was read on this connection.
func (c *Conn) view(mailbox string) (seen view, known bool) {
	seen, known = c.seen[mailbox]
	return seen, known
}

func (c *Conn) saw(now view) {
	if c.seen == nil {
		c.seen = map[string]view{}
	}
	c.seen[now.cursor.Mailbox] = now
}

func newConn(t *talk, all []listed) *Conn {
	return &Conn{raw: t.raw, guard: t.rest(), end: Endpoint{CommandTimeout: t.end.CommandTimeout, Renew: t.end.Renew, Poll: t.end.Poll}, caps: t.caps, listed: all,
		avoid: &Quarantine{}}
}

// announced notes that the selected mailbox has n messages now.
func (c *Conn) announced(n uint32) {
	c.exists.Store(n)
	c.news.Store(true)
}

// Has reports whether the server advertised a capability after the login, by
// exactly this name in any letter case. IMAP4rev2 implies nothing.
func (c *Conn) Has(capability string) bool { return c.caps.has(strings.ToUpper(capability)) }

// Avoid gives the connection the account's memory of messages that broke an
// earlier one. Without it the connection remembers only for itself.
func (c *Conn) Avoid(q *Quarantine) { c.avoid = q }

// Close logs out, if that goes quickly, and closes the connection.
func (c *Conn) Close() error {
	if c.broken == nil {
		timer := time.AfterFunc(time.Second, c.cut)
		defer timer.Stop()
		_ = c.speak(context.Background(), "LOGOUT")
	}
	c.broken = net.ErrClosed
	c.cut()
	if c.lib != nil {
		c.lib.Close()
	}
	return nil
}

// cut closes the connection, which lets go of whoever waits for it.
func (c *Conn) cut() { c.raw.Close() }

// A call is one command, or a few that belong together, under a deadline.
type call struct {
	conn   *Conn
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer
	stop   func() bool
	stores bool // something is to be stored

	pace   *time.Timer // fires each paceTime
	octets int64       // that had come when it last did
	paces  int
}

// Bounds of a call in which the server is never silent for long: one that hands
// out a letter now and then would keep it for ever. A slow line does better, and
// no answer that is asked for is so large that it takes longer.
const (
	paceTime   = 10 * time.Minute
	paceOctets = 512 << 10 // in each paceTime: a little less than 1 KiB/s
	maxPaces   = 12
)

// call begins a command. The server may be silent for CommandTimeout at most, and
// must keep the pace.
func (c *Conn) call(ctx context.Context) (*call, error) {
	if c.broken != nil {
		return nil, fmt.Errorf("%w: %w", ErrLost, c.broken)
	}
	c.bound()
	ctx, cancel := context.WithCancelCause(ctx)
	return &call{
		conn: c, ctx: ctx, cancel: cancel,
		timer: time.AfterFunc(c.end.CommandTimeout, func() { cancel(ErrTimeout) }),
		stop:  context.AfterFunc(ctx, c.cut),
		pace:  time.NewTimer(paceTime), octets: c.guard.octets.Load(),
	}, nil
}

// alive says that the server has said something, so that the silence begins anew,
// unless it was too little in all.
func (k *call) alive() {
	select {
	case <-k.pace.C:
		came := k.conn.guard.octets.Load()
		if k.paces++; came-k.octets < paceOctets || k.paces == maxPaces {
			k.cancel(fmt.Errorf("it hands its answer out too slowly: %w", ErrTimeout))
			return
		}
		k.octets = came
		k.pace.Reset(paceTime)
	default:
	}
	k.timer.Reset(k.conn.end.CommandTimeout)
}

// end ends the deadline and translates what came of the command. A word of the
// server leaves the connection usable; anything else is its end.
func (k *call) end(err error) error {
	k.timer.Stop()
	k.pace.Stop()
	if !k.stop() && err == nil {
		err = context.Cause(k.ctx)
	}
	defer k.cancel(nil)
	if err == nil {
		return nil
	}
	if no := new(imap.Error); k.stores && isRefusal(err) && errors.As(err, &no) && k.ctx.Err() == nil {
		return unstored(no)
	}
	if isRefusal(err) && k.ctx.Err() == nil {
		return translated(err, ErrRefused)
	}
	err = lost(k.ctx, k.conn.guard, err)
	k.conn.broken = err
	k.conn.cut()
	return err
}

// do runs one command under a deadline.
func (c *Conn) do(ctx context.Context, f func(*call) error) error {
	if c.saving {
		return errBusy
	}
	return c.run(ctx, f)
}

// errBusy keeps a save from selecting another mailbox under the fetches that are
// under way.
var errBusy = errors.New("the connection is in use: a save of CatchUp must not use it")

func (c *Conn) run(ctx context.Context, f func(*call) error) error {
	k, err := c.call(ctx)
	if err != nil {
		return err
	}
	return k.end(f(k))
}

// use selects a mailbox unless it is selected already. EXAMINE is used unless it
// must be written to, so that nothing in it can change by our looking at it.
// fresh is false when it was selected already.
func (c *Conn) use(ctx context.Context, mailbox string, write bool) (fresh bool, err error) {
	if c.selected.mailbox == mailbox && (c.selected.writable || !write) {
		return false, nil
	}
	c.selected = selection{}
	options := &imap.SelectOptions{ReadOnly: !write, CondStore: c.Has("CONDSTORE")}
	err = c.do(ctx, func(*call) error {
		data, err := c.library().Select(mailbox, options).Wait()
		if err != nil {
			return err
		}
		c.drain()
		c.told, c.asked = false, false
		c.exists.Store(data.NumMessages)
		c.selected = selection{mailbox: mailbox, writable: write, unread: true, cursor: Cursor{
			Mailbox: mailbox, UIDValidity: data.UIDValidity, UIDNext: uint32(data.UIDNext), ModSeq: data.HighestModSeq,
		}}
		return nil
	})
	if err != nil {
		if errors.Is(err, ErrRefused) {
			err = fmt.Errorf("%w: %w", ErrGone, err) // RFC 9051, section 6.3.2: NO is "no such mailbox, can't access"
		}
		return false, fmt.Errorf("select %q: %w", mailbox, err)
	}
	return true, nil
}

// drain forgets what was announced, and reports whether anything was: whoever
// calls it looks now.
func (c *Conn) drain() bool { return c.news.Swap(false) }

// lacks reports whether err says that the connection is gone.
func lacks(err error) bool { return errors.Is(err, ErrLost) }
