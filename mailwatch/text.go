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
	sent   *fetch // of the first of them
	bodies map[uint32][]byte
}

// open sorts headers, from the front, into wanted and not, and asks for what is
// wanted: as many as their texts fit into memory.
func (s *segment) open(ctx context.Context, r *reading, headers []Header) error {
	s.texts = &textFetch{r: r, bodies: map[uint32][]byte{}}
	box := r.textBox()
	octets := int64(0)
	for _, h := range headers {
		if !r.want(h) {
			s.out.Others = append(s.out.Others, h.UID)
			s.n++
			continue
		}
		if octets += min(h.Size, 2*smallSize); octets > batchBytes && len(s.texts.wanted) > 0 {
			break
		}
		s.n++
		s.texts.wanted = append(s.texts.wanted, h)
		if i := slices.IndexFunc(r.early, func(l answer) bool { return l.uid == h.UID && l.size == int64(len(l.body)) }); i >= 0 {
			s.texts.bodies[h.UID] = r.early[i].body
		} else if _, bad := box.aside[h.UID]; !bad && h.Size <= smallSize {
			s.texts.small = append(s.texts.small, h.UID)
		}
	}
	return s.texts.send(ctx)
}

// send asks for the next small ones: all of them, unless one is under suspicion.
func (t *textFetch) send(ctx context.Context) (err error) {
	box := t.r.textBox()
	if n := box.ask(t.small); n > 0 {
		t.sent, err = t.r.conn.send(ctx, t.small[:n], fetchText, smallSize*2, box)
	}
	return err
}

// collect reads the texts into the batch. A text that cannot be had leaves the
// header standing, because that a person wrote at all is what matters most.
func (t *textFetch) collect(ctx context.Context, out *Batch) error {
	c, box := t.r.conn, t.r.textBox()
	for len(t.small) > 0 {
		answers, err := c.receive(ctx, t.sent)
		if lacks(err) {
			return err
		}
		for _, l := range answers {
			t.bodies[l.uid] = l.body
		}
		box.came(t.sent.uids)
		t.small = t.small[len(t.sent.uids):]
		if err := t.send(ctx); err != nil {
			return err
		}
	}
	for i := range t.wanted {
		h := &t.wanted[i]
		body, why := t.bodies[h.UID], box.aside[h.UID]
		if body == nil && why == "" {
			var err error
			if body, err = t.again(ctx, h); err != nil {
				if errors.Is(err, ErrPoison) {
					return err
				}
				if lacks(err) {
					return c.blameOn(ctx, box, fetchText, []uint32{h.UID}, 1, err)
				}
				why = err.Error()
			}
		}
		if headless(body, h.Size) {
			why = fmt.Sprintf("the server hands out %d of its %d octets", len(body), h.Size)
			body = nil
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

// headless reports whether a text is cut off so early that its header is not whole.
func headless(body []byte, size int64) bool {
	return body != nil && int64(len(body)) < size && bytes.Index(body, []byte("\r\n\r\n")) <= 0 && bytes.Index(body, []byte("\n\n")) <= 0
}

// again fetches one message that is large, or that did not come with the others.
func (t *textFetch) again(ctx context.Context, h *Header) ([]byte, error) {
	if h.Size > smallSize {
		if err := t.r.drain(ctx); err != nil {
			return nil, err
		}
		return t.r.conn.rebuild(ctx, h.UID)
	}
	return t.r.conn.whole(ctx, h.UID, smallSize*2, t.r.textBox())
}

// whole fetches one message of the selected mailbox, bounded. The error wraps
// ErrGone where there is none.
func (c *Conn) whole(ctx context.Context, uid uint32, limit int64, box *suspects) ([]byte, error) {
	f, err := c.send(ctx, []uint32{uid}, fetchText, limit, box)
	if err != nil {
		return nil, err
	}
	answers, err := c.receive(ctx, f)
	if err != nil {
		return nil, err
	}
	for _, l := range answers {
		if l.body != nil {
			return l.body, nil
		}
	}
	return nil, fmt.Errorf("message %d: %w", uid, ErrGone)
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
	got, octets := map[string][]byte{}, int64(len(sections))*maxHeader
	for _, p := range pieces {
		octets += p.octets
	}
	err = c.do(ctx, func(k *call) error {
		c.expect(octets)
		cmd := c.library().Fetch(uidSet([]uint32{uid}), &imap.FetchOptions{UID: true, BodySection: sections})
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
		c.expect(structOctets)
		cmd := c.library().Fetch(uidSet([]uint32{uid}), &imap.FetchOptions{UID: true, BodyStructure: &imap.FetchItemBodyStructure{Extended: true}})
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
		case isCalendar(leaf):
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

// isCalendar reports whether a part is a calendar, by its type or, as some attach it,
// by its name.
func isCalendar(leaf *imap.BodyStructureSinglePart) bool {
	switch leaf.MediaType() {
	case "text/calendar", "application/ics", "application/calendar", "text/x-vcalendar", "application/x-ical", "text/ics":
		return true
	}
	name := strings.ToLower(leaf.Filename())
	return strings.HasSuffix(name, ".ics") || strings.HasSuffix(name, ".ical") || strings.HasSuffix(name, ".vcs")
}
