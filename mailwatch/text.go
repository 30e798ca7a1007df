package mailwatch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// A textFetch is a FETCH of the messages of a segment that are wanted. The small
// ones come whole and together; each large one is rebuilt of its parts.
type textFetch struct {
	r      *reading
	wanted []Header
	small  []uint32
	sent   int // of small
	cmd    *imapclient.FetchCommand
}

// askTexts sorts a segment into wanted and not, and asks for what is wanted.
func (r *reading) askTexts(ctx context.Context, headers []Header, out *Batch) (*textFetch, error) {
	t := &textFetch{r: r}
	box := r.textBox()
	for _, h := range headers {
		if !r.want(h) {
			out.Headers = append(out.Headers, h)
			continue
		}
		t.wanted = append(t.wanted, h)
		if _, bad := box.aside[h.UID]; !bad && h.Size <= smallSize {
			t.small = append(t.small, h.UID)
		}
	}
	return t, t.send(ctx)
}

// send asks for the next small ones: all of them, unless one is under suspicion.
func (t *textFetch) send(ctx context.Context) (err error) {
	if t.sent = t.r.textBox().ask(t.small); t.sent > 0 {
		t.cmd, err = t.r.conn.send(ctx, t.small[:t.sent], wholeOptions)
	}
	return err
}

// collect reads the texts into the batch. A text that cannot be had leaves the
// header standing, because that a person wrote at all is what matters most.
func (t *textFetch) collect(ctx context.Context, out *Batch) error {
	c, box := t.r.conn, t.r.textBox()
	bodies := map[uint32][]byte{}
	for len(t.small) > 0 {
		asked := t.small[:t.sent]
		err := c.bodies(ctx, t.cmd, smallSize*2, bodies)
		if lacks(err) {
			missing := slices.DeleteFunc(slices.Clone(asked), func(u uint32) bool { return bodies[u] != nil })
			return c.blame(ctx, box, fetchText, missing, len(asked), err)
		}
		box.came(asked)
		t.small = t.small[t.sent:]
		if err := t.send(ctx); err != nil {
			return err
		}
	}
	for i := range t.wanted {
		h := &t.wanted[i]
		body, why := bodies[h.UID], box.aside[h.UID]
		if body == nil && why == "" {
			var err error
			if body, err = t.again(ctx, h); err != nil {
				if lacks(err) {
					return c.blame(ctx, box, fetchText, []uint32{h.UID}, 1, err)
				}
				why = err.Error()
			}
		}
		if body != nil {
			out.Messages = append(out.Messages, Message{Header: *h, Body: body})
			continue
		}
		out.Messages = append(out.Messages, headerOnly(h, why))
		out.SetAside = append(out.SetAside, SetAside{UID: h.UID, Why: "its text is not known: " + why})
	}
	return nil
}

// again fetches one message that is large, or that did not come with the others.
func (t *textFetch) again(ctx context.Context, h *Header) ([]byte, error) {
	if h.Size > smallSize {
		return t.r.conn.rebuild(ctx, h.UID)
	}
	return t.r.conn.whole(ctx, h.UID, smallSize*2)
}

// bodies reads the answer to a FETCH of whole messages into a map by UID.
func (c *Conn) bodies(ctx context.Context, cmd *imapclient.FetchCommand, limit int64, into map[uint32][]byte) error {
	return c.read(ctx, cmd, func(k *call) error {
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			k.alive()
			var uid uint32
			for item := msg.Next(); item != nil; item = msg.Next() {
				switch item := item.(type) {
				case imapclient.FetchItemDataUID:
					uid = uint32(item.UID)
				case imapclient.FetchItemDataBodySection:
					if body := readLiteral(item.Literal, limit, k); uid != 0 && body != nil {
						into[uid] = body
					}
				}
			}
		}
		return cmd.Close()
	})
}

// whole fetches one message of the selected mailbox, bounded. The error wraps
// ErrGone where there is none.
func (c *Conn) whole(ctx context.Context, uid uint32, limit int64) ([]byte, error) {
	cmd, err := c.send(ctx, []uint32{uid}, wholeOptions)
	if err != nil {
		return nil, err
	}
	got := map[uint32][]byte{}
	if err := c.bodies(ctx, cmd, limit, got); err != nil {
		return nil, err
	}
	if got[uid] == nil {
		return nil, fmt.Errorf("message %d: %w", uid, ErrGone)
	}
	return got[uid], nil
}

// A piece is one node of a message's structure that goes into the rebuilt one.
type piece struct {
	path   []int
	part   imap.BodyStructure
	octets int64 // of its content; 0 for a multipart
}

// rebuild fetches a large message without its attachments: the header, the text
// parts up to 256 KiB, calendar parts, and the small parts of a delivery report.
func (c *Conn) rebuild(ctx context.Context, uid uint32) ([]byte, error) {
	structure, err := c.structure(ctx, uid)
	if err != nil {
		return nil, err
	}
	pieces := choose(structure)
	sections := []*imap.FetchItemBodySection{{Specifier: imap.PartSpecifierHeader, Peek: true, Partial: &imap.SectionPartial{Size: maxHeader}}}
	for _, p := range pieces {
		if len(p.path) > 0 && !root(structure, p) {
			sections = append(sections, &imap.FetchItemBodySection{Specifier: imap.PartSpecifierMIME, Part: p.path, Peek: true, Partial: &imap.SectionPartial{Size: maxHeader}})
		}
		if p.octets > 0 {
			sections = append(sections, &imap.FetchItemBodySection{Part: p.path, Peek: true, Partial: &imap.SectionPartial{Size: p.octets}})
		}
	}
	got := map[string][]byte{}
	err = c.do(ctx, func(k *call) error {
		cmd := c.client.Fetch(uidSet([]uint32{uid}), &imap.FetchOptions{UID: true, BodySection: sections})
		defer cmd.Close()
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			for item := msg.Next(); item != nil; item = msg.Next() {
				if s, ok := item.(imapclient.FetchItemDataBodySection); ok {
					got[sectionKey(s.Section.Specifier, s.Section.Part)] = readLiteral(s.Literal, smallSize, k)
				}
			}
		}
		return cmd.Close()
	})
	if err != nil {
		return nil, err
	}
	header := got[sectionKey(imap.PartSpecifierHeader, nil)]
	if header == nil {
		return nil, fmt.Errorf("message %d: %w", uid, ErrGone)
	}
	var b bytes.Buffer
	b.Write(endHeader(header))
	write(&b, structure, nil, pieces, got)
	return b.Bytes(), nil
}

var errNoStructure = errors.New("the server does not tell its structure")

func (c *Conn) structure(ctx context.Context, uid uint32) (imap.BodyStructure, error) {
	var structure imap.BodyStructure
	err := c.do(ctx, func(*call) error {
		cmd := c.client.Fetch(uidSet([]uint32{uid}), &imap.FetchOptions{UID: true, BodyStructure: &imap.FetchItemBodyStructure{Extended: true}})
		defer cmd.Close()
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			for item := msg.Next(); item != nil; item = msg.Next() {
				if s, ok := item.(imapclient.FetchItemDataBodyStructure); ok {
					structure = s.BodyStructure
				}
			}
		}
		return cmd.Close()
	})
	if err == nil && structure == nil {
		err = errNoStructure
	}
	return structure, err
}

// root reports whether a piece is the whole of a message with one part, whose MIME
// header is the message's own.
func root(structure imap.BodyStructure, p piece) bool { return p.part == structure }

// choose picks the nodes to rebuild: at most 50 parts.
func choose(structure imap.BodyStructure) []piece {
	var pieces []piece
	room := int64(smallSize)
	leaves := 0
	structure.Walk(func(path []int, part imap.BodyStructure) bool {
		p := piece{path: slices.Clone(path), part: part}
		leaf, single := part.(*imap.BodyStructureSinglePart)
		if !single {
			pieces = append(pieces, p)
			return true
		}
		attached := leaf.Disposition() != nil && strings.EqualFold(leaf.Disposition().Value, "attachment")
		limit := int64(0)
		switch kind := leaf.MediaType(); {
		case kind == "text/calendar", kind == "application/ics":
			limit = smallSize
		case kind == "message/delivery-status", kind == "message/disposition-notification", kind == "text/rfc822-headers", kind == "message/rfc822":
			limit = 16 << 10
		case strings.HasPrefix(kind, "text/") && !attached:
			limit = room
		}
		// A part says how large it is; what it does not say is not believed.
		p.octets = min(limit, max(int64(leaf.Size), 1))
		if leaves++; p.octets <= 0 || leaves > 50 {
			return false
		}
		if strings.HasPrefix(leaf.MediaType(), "text/") {
			room -= min(room, p.octets)
		}
		pieces = append(pieces, p)
		return false
	})
	return pieces
}

// write writes a node and what was chosen below it.
func write(b *bytes.Buffer, node imap.BodyStructure, path []int, pieces []piece, got map[string][]byte) {
	multi, ok := node.(*imap.BodyStructureMultiPart)
	if !ok {
		if path == nil {
			path = []int{1}
		}
		b.Write(got[sectionKey(imap.PartSpecifierNone, path)])
		return
	}
	boundary := ""
	if multi.Extended != nil {
		boundary = multi.Extended.Params["boundary"]
	}
	for i, child := range multi.Children {
		at := append(slices.Clone(path), i+1)
		if !slices.ContainsFunc(pieces, func(p piece) bool { return slices.Equal(p.path, at) }) {
			continue
		}
		fmt.Fprintf(b, "\r\n--%s\r\n", boundary)
		b.Write(endHeader(got[sectionKey(imap.PartSpecifierMIME, at)]))
		write(b, child, at, pieces, got)
	}
	fmt.Fprintf(b, "\r\n--%s--\r\n", boundary)
}

// endHeader ends a header block with exactly one empty line.
func endHeader(h []byte) []byte {
	return append(bytes.TrimRight(h, "\r\n"), "\r\n\r\n"...)
}

func sectionKey(specifier imap.PartSpecifier, path []int) string {
	return fmt.Sprint(strings.ToUpper(string(specifier)), path)
}
