package main

import (
	"bytes"
	"fmt"
	"time"

	"afterword/internal/test/servers"
)

// A chain is what the program does with a reply, in the raw protocol: one
// connection waits in IDLE, is told, reads the message and moves a draft to Trash,
// where another connection is told of it.
type chain struct {
	sender, client *raw
	trash          <-chan time.Time
	idle           string // the tag of the IDLE that waits
	told, read     []time.Duration
	move, trashed  []time.Duration // the command alone; from the delivery
}

// moments are when each link of a chain was done.
type moments struct {
	told, read, moved time.Time
	move              time.Duration
	err               error
}

// newChain puts drafts into an account and waits in its Inbox.
func newChain(s *servers.Server, user string, drafts [][]byte) (*chain, error) {
	c := &chain{}
	var err error
	if c.sender, err = open(s.Addr, s.CA, user); err != nil {
		return nil, err
	}
	for _, d := range drafts {
		if err := c.sender.append("Drafts", `\Draft \Seen`, d); err != nil {
			return nil, err
		}
	}
	if c.trash, err = listen(s, user, "Trash"); err != nil {
		return nil, err
	}
	if c.client, err = open(s.Addr, s.CA, user); err != nil {
		return nil, err
	}
	return c, c.wait()
}

// wait opens the Inbox and begins an IDLE.
func (c *chain) wait() (err error) {
	c.idle, err = c.client.idle("INBOX")
	return err
}

// one delivers message i and waits until draft i is in Trash.
func (c *chain) one(i int) error {
	empty(c.trash)
	links := make(chan moments, 1)
	go func() { links <- c.follow(i) }()
	if err := c.sender.append("INBOX", "", reply("nobody@elsewhere.example", token(i), time.Now())); err != nil {
		return err
	}
	delivered := time.Now()
	m := <-links
	if m.err != nil {
		return fmt.Errorf("the raw protocol after delivery %d: %w", i, m.err)
	}
	c.told, c.read = append(c.told, m.told.Sub(delivered)), append(c.read, m.read.Sub(delivered))
	c.move, c.trashed = append(c.move, m.move), append(c.trashed, m.moved.Sub(delivered))
	time.Sleep(50 * time.Millisecond) // it goes on waiting
	return nil
}

// follow waits for the announcement and does what follows.
func (c *chain) follow(i int) (m moments) {
	k := c.client
	m.err = k.conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	count := 0
	for m.err == nil && count == 0 {
		var line []byte
		if line, m.err = k.line(); bytes.Contains(line, []byte(" EXISTS")) {
			_, m.err = fmt.Sscanf(string(line), "* %d EXISTS", &count)
		}
	}
	if m.err != nil {
		return m
	}
	m.told = time.Now()
	if _, m.err = fmt.Fprint(k.conn, "DONE\r\n"); m.err == nil {
		m.err = k.wait(c.idle, nil)
	}
	if m.err == nil {
		m.err = k.do(nil, "FETCH %d (UID BODY.PEEK[])", count)
	}
	m.read = time.Now()
	if m.err == nil {
		m.err = k.do(nil, "SELECT Drafts")
	}
	began := time.Now()
	if m.err == nil {
		m.err = k.do(nil, "UID MOVE %d Trash", i+1)
	}
	m.move = time.Since(began)
	if m.err != nil {
		return m
	}
	select {
	case m.moved = <-c.trash:
		m.err = c.wait()
	case <-time.After(10 * time.Second):
		m.err = fmt.Errorf("draft %d was not announced in Trash", i+1)
	}
	return m
}
