package prose

import (
	"sort"
	"strings"
)

// A sentence is a line of a text, or a sentence of it.
type sentence struct {
	start, end int
	plain      string // folded, its blanks one each
	asks       bool   // it ends with a question mark
	item       bool   // it is an item of a list
}

// longest bounds a sentence, in bytes: what is looked for in one is looked for often.
const longest = 1000

// sentences cuts a text. A full stop ends one where a capital follows, and no
// abbreviation stands before it; so does the end of a line that ends in a sign, is short
// or is followed by a blank line or an item.
func sentences(text string, tokens []token) []sentence {
	var all []sentence
	start := 0
	cut := func(end int) {
		s := strings.TrimSpace(text[start:end])
		if s != "" {
			all = append(all, sentence{start: start, end: end, plain: plain(s), asks: strings.HasSuffix(s, "?"), item: listItem(s)})
		}
		start = end
	}
	for i, t := range tokens {
		switch {
		case t.start-start > longest:
			cut(t.start)
		case t.kind == lineToken:
			if !wrapped(text, tokens, i, start) {
				cut(t.end)
			}
		case t.kind == signToken && (t.word == "!" || t.word == "?" || t.word == "…"):
			cut(t.end)
		case t.kind == signToken && t.word == "." && ends(text, tokens, i):
			cut(t.end)
		}
	}
	cut(len(text))
	return all
}

// wrapped reports whether the line that ends at token i goes on in the next one: it is
// long, and neither ends a sentence nor precedes an item.
func wrapped(text string, tokens []token, i, start int) bool {
	line := text[strings.LastIndexByte(text[:tokens[i].start], '\n')+1 : tokens[i].start]
	if len(strings.TrimSpace(line)) < 60 || len(line) > 200 || i+1 >= len(tokens) {
		return false
	}
	next := tokens[i+1]
	if next.kind == lineToken || next.kind == signToken && next.word != "(" && next.word != `"` {
		return false
	}
	if c := line[len(strings.TrimRight(line, " "))-1]; strings.IndexByte(".:!?;", c) >= 0 {
		return false
	}
	return tokens[i].start-start < longest
}

// ends reports whether the full stop at token i ends a sentence.
func ends(text string, tokens []token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].kind == lineToken {
		return true
	}
	next := tokens[i+1]
	if next.tight || !upper(text[next.start:next.end]) {
		return false
	}
	b := tokens[max(0, i-1)]
	if i == 0 || b.kind != wordToken {
		return b.kind == signToken && b.word == ")" || b.kind == numToken && !months[next.word] && !dayWords[next.word] && b.width == 2 && i > 1 && tokens[i-2].word == ":"
	}
	return len(b.word) > 3 && !months[b.word] && b.word != "prof" && b.word != "frau" || b.word == "uhr" || b.word == "uur" || b.word == "pm" || b.word == "am" ||
		len(b.word) <= 3 && !titles[b.word] && !months[b.word] && !dayWords[b.word] && len(b.word) > 1
}

// listItem reports whether a line begins as the item of a list does.
func listItem(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "– ") || strings.HasPrefix(s, "· ") ||
		len(s) > 3 && s[0] >= '1' && s[0] <= '9' && (s[1] == ')' || s[1] == '.' && s[2] == ' ')
}

// plain folds a text and makes its blanks one each.
func plain(s string) string {
	return strings.Join(strings.Fields(straight.Replace(fold(s))), " ")
}

// straight writes quotation marks and dashes as a keyboard has them.
var straight = strings.NewReplacer("’", "'", "‘", "'", "–", "-", "—", "-")

// holding returns the sentence in which a byte stands, -1 for none.
func holding(all []sentence, at int) int {
	i := sort.Search(len(all), func(i int) bool { return all[i].end > at })
	if i == len(all) || all[i].start > at {
		return -1
	}
	return i
}
