package mailwatch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// This file lends the connection to the library and takes it back. The library
// reads in a goroutine of its own, and IDLE costs it another: too much for an
// account in which nothing happens, of which there may be a thousand. So it has the
// connection while there is something to do, and in between the owner of the Conn
// reads by himself, and says the few things that are said while waiting.

// library returns the library with the connection in its hands.
func (c *Conn) library() *imapclient.Client {
	if c.lib == nil {
		for line, ok := c.guard.nextLine(); ok; line, ok = c.guard.nextLine() {
			c.hear(line)
		}
		c.guard.catching.Store(nil)
		c.guard.lent = true
		c.guard.hand(c.caps.preauth())
		c.lib = imapclient.New(lent{c.guard}, &imapclient.Options{
			UnilateralDataHandler: &imapclient.UnilateralDataHandler{Mailbox: func(data *imapclient.UnilateralDataMailbox) {
				if data.NumMessages != nil {
					c.announced(*data.NumMessages)
				}
			}},
		})
	}
	return c.lib
}

// lent is a connection that the library does not close when it is taken back.
type lent struct{ *guard }

func (l lent) Close() error {
	if l.recalled.Load() {
		return nil
	}
	return l.guard.Conn.Close()
}

// past is a deadline that is over.
var past = time.Unix(1, 0)

// recall takes the connection back. Nothing may be under way.
func (c *Conn) recall() error {
	if c.lib == nil {
		return nil
	}
	c.guard.recalled.Store(true)
	_ = c.raw.SetReadDeadline(past)
	<-c.lib.Closed()
	_ = c.raw.SetReadDeadline(time.Time{})
	c.guard.recalled.Store(false)
	c.guard.lent = false
	c.lib = nil
	// Nobody asked for what comes while the owner waits.
	c.guard.catching.Store(&catch{})
	return c.guard.failed
}

// hear takes one response that came while the owner reads by himself.
func (c *Conn) hear(line string) {
	rest, ok := strings.CutPrefix(line, "* ")
	if !ok {
		return
	}
	if status, ok := strings.CutPrefix(rest, "STATUS "); ok {
		if c.looking == nil || !c.looking.take(status) {
			c.noticed(status)
		}
		return
	}
	if count, ok := strings.CutSuffix(rest, " EXISTS"); ok {
		if n, err := strconv.ParseUint(count, 10, 32); err == nil {
			c.announced(uint32(n))
		}
	}
}

// line reads one response while the owner reads by himself.
func (c *Conn) line(room []byte) (string, error) {
	for {
		if line, ok := c.guard.nextLine(); ok {
			c.hear(line)
			return line, nil
		}
		if err := c.guard.fill(room); err != nil {
			return "", err
		}
	}
}

// speak says a command without the library, and reads up to its answer.
func (c *Conn) speak(ctx context.Context, command string) error {
	return c.do(ctx, func(*call) error {
		if err := c.recall(); err != nil {
			return err
		}
		tag, err := c.write(command)
		if err != nil {
			return err
		}
		return c.answer(tag)
	})
}

func (c *Conn) write(command string) (tag string, err error) {
	tag = c.nextTag()
	_, err = io.WriteString(c.guard, tag+" "+command+"\r\n")
	return tag, err
}

func (c *Conn) nextTag() string {
	c.tag++
	return "b" + strconv.Itoa(c.tag)
}

func (c *Conn) answer(tag string) error {
	room := make([]byte, 512)
	for {
		line, err := c.line(room)
		if err != nil {
			return err
		}
		if rest, ok := strings.CutPrefix(line, tag+" "); ok {
			return tagged(rest)
		}
	}
}

// tagged makes an error of a tagged response that is not OK.
func tagged(rest string) error {
	kind, code, text := status("x " + rest)
	if kind == "OK" {
		return nil
	}
	return &imap.Error{Type: imap.StatusResponseType(kind), Code: code, Text: text}
}

// isRefusal reports whether an error is the server's own word to a command.
func isRefusal(err error) bool {
	no := new(imap.Error)
	return errors.As(err, &no) && no.Type != imap.StatusResponseTypeBye
}

// idle waits in an IDLE (RFC 2177), or without one where the server has none, until
// something is announced, the bell rings, or step is over.
func (c *Conn) idle(ctx context.Context, bell *Bell, step time.Duration) (woken, error) {
	c.asked = false
	if c.news.Swap(false) {
		return pushed, nil
	}
	tag := ""
	err := c.do(ctx, func(*call) (err error) {
		if err := c.recall(); err != nil || !c.idles() {
			return err
		}
		if tag, err = c.write("IDLE"); err != nil {
			return err
		}
		room := make([]byte, 512)
		for {
			line, err := c.line(room)
			if err != nil {
				return err
			}
			if strings.HasPrefix(line, "+") {
				return nil
			}
			if rest, ok := strings.CutPrefix(line, tag+" "); ok {
				tag = ""
				return tagged(rest)
			}
		}
	})
	switch {
	case lacks(err):
		return 0, fmt.Errorf("idle: %w", err)
	case err != nil: // it announces IDLE and refuses it: it is asked now and then
		tag, c.refuses.idle = "", true
		c.log.Info("the server does not push after all; it is asked now and then", "error", err)
	}
	why, err := c.listen(ctx, bell, step, &tag)
	if err != nil || tag == "" {
		return why, err
	}
	if err := c.done(ctx, tag, why == pushed); err != nil {
		return 0, fmt.Errorf("end idle: %w", err)
	}
	return why, nil
}

// idles reports whether the server has an IDLE that it lets us use.
func (c *Conn) idles() bool { return c.Has("IDLE") && !c.refuses.idle }

// listen reads what the server announces. It makes tag empty where the server ends
// the command under that tag; what is left of the step is waited for all the same, or
// a server that ends each at once would be asked without a pause.
func (c *Conn) listen(ctx context.Context, bell *Bell, step time.Duration, tag *string) (woken, error) {
	c.bound()
	stop := context.AfterFunc(ctx, c.cut)
	alarm := &alarm{conn: c.raw}
	timer := time.AfterFunc(step, alarm.ring)
	bell.hear(alarm.ring)
	why, err := timed, error(nil)
	room := make([]byte, 512)
	for {
		if c.news.Swap(false) {
			why = pushed
			break
		}
		if len(c.elsewhere) > 0 {
			why = noticed
			break
		}
		var line string
		if line, err = c.line(room); err != nil {
			break
		}
		if *tag != "" && strings.HasPrefix(line, *tag+" ") {
			*tag = ""
		}
	}
	timer.Stop()
	if bell.leave() && why == timed {
		why = kicked
	}
	alarm.off()
	if errors.Is(err, os.ErrDeadlineExceeded) && ctx.Err() == nil {
		err = nil
	}
	if !stop() && err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		err = lost(ctx, c.guard, err)
		c.broken = err
		c.cut()
	}
	return why, err
}

// An alarm ends a read early, and no read after it was switched off.
type alarm struct {
	mu   sync.Mutex
	conn net.Conn
	done bool
}

func (a *alarm) ring() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.done {
		_ = a.conn.SetReadDeadline(past)
	}
}

func (a *alarm) off() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.done = true
	_ = a.conn.SetReadDeadline(time.Time{})
}
