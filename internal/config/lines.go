package config

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// lines says on which line a key stands. The elements of an array of tables are
// counted: "account.0.imap.host".
type lines map[string]int

// linesOf finds the keys of a document that can be parsed.
func linesOf(doc []byte) lines {
	found := lines{}
	counted := map[string]int{} // array tables so far, by their key
	table := ""
	var p unstable.Parser
	p.Reset(doc)
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table:
			table = found.note(doc, e.Key(), "", counted)
		case unstable.ArrayTable:
			key := found.note(doc, e.Key(), "", counted)
			n := counted[key]
			counted[key]++
			table = key + "." + strconv.Itoa(n)
			found[table] = found[key]
		case unstable.KeyValue:
			found.value(doc, e, table, counted)
		}
	}
	return found
}

// wellFormed reports whether a document can be parsed.
func wellFormed(doc []byte) bool {
	var p unstable.Parser
	p.Reset(doc)
	for p.NextExpression() {
	}
	return p.Error() == nil
}

// value notes a key and, where its value is an inline table, the keys inside.
func (l lines) value(doc []byte, e *unstable.Node, table string, counted map[string]int) {
	key := l.note(doc, e.Key(), table, counted)
	if v := e.Value(); v.Kind == unstable.InlineTable {
		for it := v.Children(); it.Next(); {
			l.value(doc, it.Node(), key, counted)
		}
	}
}

// note notes the line of each part of a dotted key, and returns it whole.
func (l lines) note(doc []byte, parts unstable.Iterator, prefix string, counted map[string]int) string {
	key := prefix
	for parts.Next() {
		n := parts.Node()
		if c, ok := counted[key]; ok && prefix == "" {
			key += "." + strconv.Itoa(c-1) // [account.imap] belongs to the last [[account]]
		}
		if key != "" {
			key += "."
		}
		key += string(n.Data)
		if _, known := l[key]; !known || parts.IsLast() {
			l[key] = 1 + bytes.Count(doc[:n.Raw.Offset], []byte("\n"))
		}
	}
	return key
}

// line returns the line of a key while the config is checked; see lines.of.
func (c *Config) line(key string) int {
	if c.lines == nil {
		c.lines = linesOf(c.doc)
	}
	return c.lines.of(key)
}

// of returns the line of a key, or of the nearest table around it that the file has.
func (l lines) of(key string) int {
	for key != "" {
		if n, ok := l[key]; ok {
			return n
		}
		i := strings.LastIndexByte(key, '.')
		if i < 0 {
			return 0
		}
		key = key[:i]
	}
	return 0
}
