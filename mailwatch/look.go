package mailwatch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// This file asks of many mailboxes at once whether something is new in them. An answer
// may lie anywhere, and an account may have hundreds of mailboxes: they must not cost a
// round trip each.

// An Unreadable is a mailbox that cannot be looked at, and why.
type Unreadable struct {
	Mailbox string
	Why     error // wraps ErrGone where it is not there any more
}

// Changed reports which of several mailboxes have something new since they were read
// up to these cursors, in their order: a message that was not there, or another
// UIDVALIDITY. Of a mailbox that Summaries has read on this connection everything
// counts that has changed since, a message that is gone or was marked too; its cursor
// does not matter. A mailbox that was never read has changed.
//
// It takes one round trip, however many there are: LIST-STATUS (RFC 5819) where the
// server has that, else STATUS for each, all said at once. The mailbox that is waited
// for stays selected; of that one NOOP tells. A mailbox of which the server does not
// tell is in unread, and the others are looked at all the same. err is the end of the
// connection.
func (c *Conn) Changed(ctx context.Context, cursors []Cursor) (changed []string, unread []Unreadable, err error) {
	l, err := c.look(ctx, cursors)
	if err != nil {
		return nil, nil, fmt.Errorf("look for news in %d mailboxes: %w", len(cursors), err)
	}
	for i, from := range cursors {
		switch {
		case l.why[i] != nil:
			unread = append(unread, Unreadable{from.Mailbox, l.why[i]})
		case c.newer(from, l.now[i]):
			changed = append(changed, from.Mailbox)
		}
	}
	return changed, unread, nil
}

// newer reports whether a mailbox has something that was not there at a cursor.
func (c *Conn) newer(from Cursor, now view) bool {
	seen, known := c.view(from.Mailbox)
	empty := now.messages == 0 && now.cursor.UIDValidity != 0
	switch {
	case known && seen.whole:
		return (now.cursor != seen.cursor || now.messages != seen.messages) && !(empty && seen.messages == 0)
	case from.UIDValidity == 0:
		return true
	case empty: // Courier gives an empty mailbox another UIDVALIDITY at each look
		return false
	case from.UIDValidity != now.cursor.UIDValidity:
		return true
	case now.cursor.UIDNext == 0:
		return !known || now.messages != seen.messages
	}
	return now.cursor.UIDNext > from.UIDNext
}

// A look is what the server tells of several mailboxes.
type look struct {
	index map[string]int // by name as the server spells it
	now   []view
	told  []bool
	why   []error // nil for those that are told of
}

func (c *Conn) look(ctx context.Context, cursors []Cursor) (*look, error) {
	l := &look{index: make(map[string]int, len(cursors)), now: make([]view, len(cursors)), told: make([]bool, len(cursors)), why: make([]error, len(cursors))}
	selected, asked := -1, make([]int, 0, len(cursors))
	for i, from := range cursors {
		l.now[i].cursor.Mailbox = from.Mailbox
		if from.Mailbox == c.selected.mailbox {
			selected = i
			continue
		}
		l.index[encodeMailbox(from.Mailbox)] = i
		asked = append(asked, i)
	}
	items := "UIDNEXT UIDVALIDITY MESSAGES"
	if c.Has("CONDSTORE") {
		items += " HIGHESTMODSEQ"
	}
	together := len(asked) > 1 && c.Has("LIST-STATUS") && c.Has("LIST-EXTENDED") && !c.refuses.listStatus
	var commands []string
	if selected >= 0 {
		commands = append(commands, "NOOP") // RFC 9051, section 6.3.11: not STATUS
	}
	if together {
		commands = append(commands, listStatus(cursors, asked, items)...)
	} else {
		commands = append(commands, statuses(cursors, asked, items)...)
	}
	answers, err := c.exchange(ctx, commands, l)
	if err != nil {
		return nil, err
	}
	if selected >= 0 {
		c.asked = true
		l.here(c, selected)
		answers = answers[1:]
	}
	if together {
		// What it does not tell of so, it tells, or says why not, one by one.
		c.refuses.listStatus = slices.ContainsFunc(answers, func(err error) bool { return err != nil })
		asked = slices.DeleteFunc(asked, func(i int) bool { return l.told[i] })
		if answers, err = c.exchange(ctx, statuses(cursors, asked, items), l); err != nil {
			return nil, err
		}
	}
	for n, i := range asked {
		if err := answers[n]; err != nil && !l.told[i] {
			if errors.Is(err, ErrRefused) {
				err = fmt.Errorf("%w: %w", ErrGone, err)
			}
			l.why[i] = fmt.Errorf("status of %q: %w", cursors[i].Mailbox, err)
		}
	}
	return l, nil
}

// here notes what is known of the selected mailbox, of which the server has announced
// what came: its end is above all that was read where something did.
func (l *look) here(c *Conn, i int) {
	now := view{cursor: c.selected.cursor, messages: c.exists.Load()}
	seen, known := c.view(now.cursor.Mailbox)
	switch {
	case known && !c.news.Load() && !c.told && seen.messages == now.messages && (now.messages == 0 || seen.cursor.UIDValidity == now.cursor.UIDValidity):
		now = seen
	default:
		now.cursor.UIDValidity = 0 // whoever looks knows more
	}
	l.now[i], l.told[i] = now, true
}

// statuses are the commands that ask for items of each mailbox (RFC 9051, section
// 6.3.11).
func statuses(cursors []Cursor, asked []int, items string) []string {
	commands := make([]string, 0, len(asked))
	for _, i := range asked {
		commands = append(commands, "STATUS "+quote(encodeMailbox(cursors[i].Mailbox))+" ("+items+")")
	}
	return commands
}

// maxCommand is how long a line to the server becomes (RFC 7162, section 4: 8192
// octets is what servers take).
const maxCommand = 8000

// listStatus is the same in as few commands as may be (RFC 5819). The mailboxes are
// named, for there may be many more. A name in which a wildcard stands brings others
// along, which nobody asked for.
func listStatus(cursors []Cursor, asked []int, items string) (commands []string) {
	const head = `LIST "" (`
	tail := ") RETURN (STATUS (" + items + "))"
	var b strings.Builder
	for _, i := range asked {
		name := quote(encodeMailbox(cursors[i].Mailbox))
		if b.Len() > 0 && b.Len()+len(name)+len(tail) > maxCommand {
			commands = append(commands, b.String()+tail)
			b.Reset()
		}
		if b.Len() == 0 {
			b.WriteString(head)
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(name)
	}
	if b.Len() > 0 {
		commands = append(commands, b.String()+tail)
	}
	return commands
}

// exchange says commands in one go and reads up to the last answer. What is refused
// is an error in answers; they are in the order of the commands.
func (c *Conn) exchange(ctx context.Context, commands []string, l *look) (answers []error, err error) {
	if len(commands) == 0 {
		return nil, nil
	}
	answers = make([]error, len(commands))
	err = c.do(ctx, func(k *call) error {
		if err := c.recall(); err != nil {
			return err
		}
		c.expect(int64(len(l.now)) * statusOctets)
		c.looking = l
		defer func() { c.looking = nil }()
		first := c.tag + 1
		var all strings.Builder
		for _, command := range commands {
			all.WriteString(c.nextTag() + " " + command + "\r\n")
		}
		// The server may answer, and wait until somebody listens, before it has read all.
		said := make(chan error, 1)
		go func() {
			_, err := io.WriteString(c.guard, all.String())
			said <- err
		}()
		err := c.answers(k, first, answers)
		if err != nil {
			c.cut()
		}
		return errors.Join(err, <-said)
	})
	return answers, err
}

// answers reads up to the tagged response to each command from the tag first on.
func (c *Conn) answers(k *call, first int, answers []error) error {
	room := make([]byte, 4096)
	for left := len(answers); left > 0; {
		line, err := c.line(room)
		if err != nil {
			return err
		}
		k.alive()
		tag, rest, _ := strings.Cut(line, " ")
		number, ok := strings.CutPrefix(tag, "b")
		if !ok {
			continue
		}
		if n, err := strconv.Atoi(number); err == nil && n >= first && n < first+len(answers) {
			answers[n-first] = translated(tagged(rest), ErrRefused)
			left--
		}
	}
	return nil
}

// take takes a STATUS response, and reports whether it is of a mailbox that was asked
// for.
func (l *look) take(response string) bool {
	name, items := astring(response)
	i, ok := l.index[name]
	if !ok {
		if i, ok = l.index[encodeMailbox(mailboxName(name))]; !ok {
			return false
		}
	}
	l.told[i] = true
	now := &l.now[i]
	items = strings.Trim(items, " ()")
	for items != "" {
		var item, value string
		item, items, _ = strings.Cut(items, " ")
		value, items, _ = strings.Cut(items, " ")
		n, _ := strconv.ParseUint(value, 10, 64) // the guard has looked at it
		switch item {
		case "UIDNEXT":
			now.cursor.UIDNext = uint32(n)
		case "UIDVALIDITY":
			now.cursor.UIDValidity = uint32(n)
		case "MESSAGES":
			now.messages = uint32(n)
		case "HIGHESTMODSEQ":
			now.cursor.ModSeq = n
		}
	}
	return true
}
