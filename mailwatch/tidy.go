package mailwatch

import (
	"bytes"
	"strconv"
)

// This file is what a tidy guard passes on. The library ends the connection over a
// keyword with a bracket in it, an untagged response, response code or FETCH item
// that it does not know, and where that comes with each SELECT the account would
// be blind for ever. So only what this package has a use for reaches the library,
// in the form that it reads: all else is dropped, or made harmless.

// status passes the text of a status response on (RFC 9051, section 7.1), with
// its code only if the library can read it.
func (g *guard) status(text []byte) {
	if rest, ok := bytes.CutPrefix(text, []byte("[")); ok {
		code, behind, ok := bytes.Cut(rest, []byte("]"))
		if ok {
			text = behind
			g.code(code)
		}
	}
	if text = bytes.TrimLeft(text, " ["); len(text) == 0 {
		return
	}
	g.hand(" ")
	for _, c := range text {
		if c == '\r' || c == 0 {
			c = '?'
		}
		g.out = append(g.out, c)
	}
}

// code passes a response code on: with its number, if it has one that matters,
// else its name alone. What it says of capabilities is not passed on, because it
// would undo what the login found out, nor are flags, which nobody asks for.
func (g *guard) code(code []byte) {
	end := atom(code, 0)
	name := upper(code[:end])
	value := bytes.TrimSpace(code[end:])
	if len(name) == 0 || len(value) > 0 && code[end] != ' ' {
		return
	}
	switch string(name) {
	case "CAPABILITY", "PERMANENTFLAGS", "COPYUID":
		return
	case "UIDNEXT", "UIDVALIDITY":
		if !number(value, 32) {
			return
		}
	case "HIGHESTMODSEQ":
		if !number(value, 64) {
			return
		}
	case "APPENDUID":
		validity, uid, _ := bytes.Cut(value, []byte(" "))
		if !number(validity, 32) || !number(uid, 32) {
			return
		}
	default:
		value = nil
	}
	g.hand(" [")
	g.emit(name)
	if len(value) > 0 {
		g.hand(" ")
		g.emit(value)
	}
	g.hand("]")
}

// data begins an untagged response that is structured: kind stands before
// line[i]. It returns up to where it dealt with the line.
func (g *guard) data(line []byte, i int, count, kind []byte) (int, error) {
	g.course = dropped
	switch string(kind) {
	case "EXISTS", "EXPUNGE":
		if number(count, 32) {
			g.hand("* ")
			g.emit(count)
			g.hand(" ")
			g.emit(kind)
			g.hand("\r\n")
		}
	case "SEARCH", "ESEARCH":
		g.course = asIs
		g.hand("* ")
		g.emit(kind)
	case "FETCH":
		if i = blanks(line, i); i >= len(line) || line[i] != '(' || !number(count, 32) {
			return i, nil
		}
		i++
		g.depth = 1
		if g.catch = g.catching.Load(); g.catch != nil {
			g.course = caught
		} else {
			g.hand("* ")
			g.emit(count)
			g.hand(" FETCH (")
			g.course, g.items = itemised, fetchItem
		}
	case "LIST":
		if g.lists != nil {
			g.course = collected
			g.whole = append(g.whole, "* LIST"...)
		}
	case "STATUS": // which the library never asks for
		if g.lent {
			return i, nil
		}
		from := blanks(line, i)
		if from < len(line) && line[from] == '{' {
			g.course = named
			return from, nil
		}
		to := atom(line, from)
		if from < len(line) && line[from] == '"' {
			var err error
			if to, err = quotedString(line, from); err != nil {
				return from, err
			}
		}
		if open := blanks(line, to); to > from && open < len(line) && line[open] == '(' {
			g.hand("* STATUS ")
			g.emit(line[from:to])
			g.hand(" (")
			g.course, g.items, g.depth = itemised, statusItem, 1
			return open + 1, nil
		}
	}
	return i, nil
}

// list passes on those items of a list that its rule lets pass, with one blank
// between them.
func (g *guard) list(line []byte, i int) error {
	if g.depth > 1 { // an item goes on behind a literal
		end, err := g.scan(line, i, 1)
		if err != nil {
			return err
		}
		if g.keep {
			g.emit(line[i:end])
		}
		i = end
	}
	for i < len(line) && !g.more {
		switch {
		case line[i] == ' ':
			i++
		case line[i] == ')': // what stands behind the list means nothing
			if g.course == caught {
				if err := g.catch.done(); err != nil {
					return err
				}
			} else {
				g.hand(")\r\n")
			}
			g.course = dropped
			return g.drop(line[i+1:])
		default:
			end, err := g.item(line, i)
			if err != nil {
				return err
			}
			i = max(end, i+1)
		}
	}
	return nil
}

// item passes on one item, or not. It returns where it ends.
func (g *guard) item(line []byte, i int) (int, error) {
	end := i
	for end < len(line) && !endsName(line[end]) {
		end++
	}
	name := upper(line[i:end])
	var section []byte
	if end < len(line) && line[end] == '[' {
		n := bytes.IndexByte(line[end:], ']')
		if n < 0 {
			return i, hostile("%q has no end", clip(string(line[i:]), 60))
		}
		from := end
		for end += n + 1; end < len(line) && line[end] != ' ' && line[end] != '('; end++ {
		}
		section = line[from:end]
	}
	from := blanks(line, end)
	var value []byte
	if shut := bytes.IndexByte(line[from:], ')'); shut > 0 && line[from] == '(' && string(name) == "FLAGS" {
		end = from + shut + 1 // nothing in it means anything
	} else {
		var err error
		if end, err = g.value(line, from); err != nil {
			return i, err
		}
	}
	value = line[from:end]
	if g.course == caught {
		g.catch.item(name, section, value, g.more)
		return end, nil
	}
	if value, g.keep = g.items(name, section, value, g.more); !g.keep {
		return end, nil
	}
	if g.any {
		g.hand(" ")
	}
	g.any = true
	g.emit(name)
	g.emit(section)
	g.hand(" ")
	g.emit(value)
	return end, nil
}

func endsName(c byte) bool {
	return c == ' ' || c == '(' || c == ')' || c == '[' || c == '"' || c == '{'
}

// value returns where the value at line[i] ends: before a blank or a closing
// parenthesis, or at the announcement of a literal.
func (g *guard) value(line []byte, i int) (end int, err error) {
	for i < len(line) && !g.more && err == nil {
		switch line[i] {
		case ' ', ')':
			return i, nil
		case '"':
			i, err = quotedString(line, i)
		case '(':
			i, err = g.scan(line, i, 1)
		case '{':
			i, err = len(line), g.announced(line[i:])
		default:
			i++
		}
	}
	return i, err
}

// An itemRule says whether an item is passed on, and with which value. cut says
// that the value ends with the announcement of a literal.
type itemRule func(name, section, value []byte, cut bool) ([]byte, bool)

// fetchItem lets pass what the library is asked for: the structure of a message, and
// parts of it. All else of a FETCH is read in catch.go, or told unasked.
func fetchItem(name, section, value []byte, cut bool) ([]byte, bool) {
	if len(value) == 0 || section != nil && string(name) != "BODY" {
		return nil, false
	}
	switch string(name) {
	case "UID":
		return value, number(value, 32)
	case "BODYSTRUCTURE":
		return value, value[0] == '('
	case "BODY":
		switch {
		case !plainSection(section) || value[0] == '(':
			return nil, false
		case value[0] == '"':
			end, err := quotedString(value, 0)
			return value, err == nil && end == len(value)
		case cut:
			// A list in which a literal stands is no text, and goes on behind it.
			open := bytes.LastIndexByte(value, '{')
			return value[open:], bytes.IndexByte(value[:open], '(') < 0
		}
		return []byte("NIL"), true
	}
	return nil, false
}

// plainSection reports whether a section, with its brackets, is one that is asked
// for.
func plainSection(section []byte) bool {
	part, partial, _ := bytes.Cut(section, []byte("]"))
	if len(part) == 0 || len(partial) > 0 && (partial[0] != '<' || partial[len(partial)-1] != '>' || !number(partial[1:len(partial)-1], 32)) {
		return false
	}
	for _, c := range upper(part[1:]) {
		if c != '.' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

func statusItem(name, section, value []byte, cut bool) ([]byte, bool) {
	switch string(name) {
	case "MESSAGES", "UIDNEXT", "UIDVALIDITY":
		return value, section == nil && number(value, 32)
	case "HIGHESTMODSEQ":
		return value, section == nil && number(value, 64)
	}
	return nil, false
}

// atom returns where the atom at line[i] ends (RFC 9051, section 9). It sees this
// just as the library does.
func atom(line []byte, i int) int {
	for i < len(line) && atomChar(line[i]) {
		i++
	}
	return i
}

func atomChar(c byte) bool {
	switch c {
	case '(', ')', '{', '%', '*', '"', '\\', ']':
		return false
	}
	return c > ' ' && (c < 0x7f || c >= 0xa0)
}

// blanks returns where the blanks at line[i] end.
func blanks(line []byte, i int) int {
	for i < len(line) && line[i] == ' ' {
		i++
	}
	return i
}

// upper makes letters capital, in place.
func upper(word []byte) []byte {
	for i, c := range word {
		if c >= 'a' && c <= 'z' {
			word[i] = c - ('a' - 'A')
		}
	}
	return word
}

func digits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

// number reports whether b is a number of so many bits.
func number(b []byte, bits int) bool {
	if len(b) > 9 {
		_, err := strconv.ParseUint(string(b), 10, bits)
		return err == nil && digits(b)
	}
	return digits(b)
}
