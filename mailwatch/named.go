package mailwatch

import "bytes"

// This file passes on what names mailboxes, where a name may be a literal.

// statusOf goes on with a STATUS response behind the literal that names its mailbox.
// It returns up to where it dealt with the line.
func (g *guard) statusOf(line []byte) int {
	g.course = dropped
	open := blanks(line, 0)
	if open >= len(line) || line[open] != '(' || len(g.name) > maxName || bytes.ContainsAny(g.name, "\r\n\x00") {
		return 0
	}
	g.hand("* STATUS " + quote(string(g.name)) + " (")
	g.course, g.items, g.depth = itemised, statusItem, 1
	return open + 1
}

// maxName bounds the name of a mailbox.
const maxName = 1000

// collect takes a piece of a LIST response, and all of it at its end.
func (g *guard) collect(line []byte) error {
	g.whole = append(g.whole, line...)
	if err := g.drop(line); err != nil || g.more {
		g.whole = append(g.whole, "\r\n"...)
		return err
	}
	if l, ok := parseList(string(g.whole)); ok && len(*g.lists) < maxListed {
		*g.lists = append(*g.lists, l)
	}
	return nil
}
