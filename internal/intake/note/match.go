package note

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A pattern is a line of ours, or the beginning of one, as words.
type pattern struct {
	line  int // of the note
	words []string
	tail  []string // of a beginning: the words of the label that it leaves out
	short bool     // so few words that they have to stand as a label does
}

// A place is where a line of ours ends in an answer.
type place struct {
	line            int // of the note
	from, to        int // of the answer: the lines in which it begins and ends
	start, end      int // bytes in those lines
	tail            []string
	kept            bool // the value that we put behind the colon follows as it was
	keptLine, after int  // where that ends
}

// patternsOf returns the lines of a note, the longest first.
func patternsOf(n Note) []pattern {
	var all []pattern
	for i, l := range n.Lines {
		words := wordsOf(l.Label)
		if len(words) == 0 {
			continue
		}
		if l.Field == "" {
			all = append(all, pattern{line: i, words: wordsOf(l.Text())})
			continue
		}
		all = append(all, pattern{line: i, words: words, short: len(words) < 3})
		if stem := strings.FieldsFunc(l.Label, func(r rune) bool { return strings.ContainsRune(`("“«„`, r) }); len(stem) > 1 {
			if first := wordsOf(stem[0]); len(first) >= 3 && len(first) < len(words) {
				all = append(all, pattern{line: i, words: first, tail: words[len(first):]})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pattern) int { return len(b.words) - len(a.words) })
	return all
}

// at is a word of an answer: its line, and its number there.
type at struct{ line, token int }

// placesOf finds the lines of a note in an answer, wherever a client has wrapped, quoted
// or moved them, and marks them as known.
func placesOf(n Note, all []line) []place {
	var stream []at
	for i := range all {
		for j := range all[i].tokens {
			stream = append(stream, at{i, j})
		}
	}
	byWord := map[string][]pattern{}
	for _, p := range patternsOf(n) {
		byWord[p.words[0]] = append(byWord[p.words[0]], p)
	}
	word := func(k int) string { return all[stream[k].line].tokens[stream[k].token].word }
	matches := func(k int, words []string) bool {
		if k+len(words) > len(stream) {
			return false
		}
		for i, w := range words {
			if word(k+i) != w {
				return false
			}
		}
		return true
	}
	var found []place
	for k := 0; k < len(stream); {
		i := slices.IndexFunc(byWord[word(k)], func(p pattern) bool {
			return matches(k, p.words) && (!p.short || standsAsLabel(all, stream[k], stream[k+len(p.words)-1]))
		})
		if i < 0 {
			k++
			continue
		}
		p := byWord[word(k)][i]
		first, last := stream[k], stream[k+len(p.words)-1]
		k += len(p.words)
		f := place{line: p.line, from: first.line, to: last.line, start: all[first.line].tokens[first.token].start, end: all[last.line].tokens[last.token].end, tail: p.tail}
		f.start, f.end = before(all[f.from].text, f.start), behind(all[f.to].text, f.end, n.Lines[p.line].Field != "")
		mark(all, f.from, f.start, f.to, f.end)
		f.keptLine, f.after = f.to, f.end
		if value := wordsOf(n.Lines[p.line].Value); len(value) > 0 && n.Lines[p.line].Field != "" {
			have := 0
			for have < len(value) && k+have < len(stream) && word(k+have) == value[have] {
				have++
			}
			if have == len(value) || have > 0 && k+have == len(stream) { // or the client has cut the rest off
				end := stream[k+have-1]
				f.kept, f.keptLine, f.after = true, end.line, behind(all[end.line].text, all[end.line].tokens[end.token].end, false)
				mark(all, f.to, f.end, f.keptLine, f.after)
				k += have
			}
		}
		found = append(found, f)
	}
	return found
}

// standsAsLabel reports whether words begin a line and a colon follows them.
func standsAsLabel(all []line, first, last at) bool {
	l := all[last.line]
	rest := strings.ReplaceAll(l.text[l.tokens[last.token].end:], "：", ":")
	rest = strings.TrimLeftFunc(rest, func(r rune) bool { return r != ':' && isMark(r) }) // "Yahoo!:"
	return first.token == 0 && first.line == last.line && strings.HasPrefix(rest, ":")
}

// before takes to a line of ours the marks and bullets that stand before it.
func before(text string, start int) int {
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isMark(r) {
			break
		}
		start -= n
	}
	return start
}

// behind takes to a line of ours the marks that stand behind its last word: up to its
// colon, if it has one, for what follows that is the user's.
func behind(text string, end int, label bool) int {
	for i, r := range text[end:] {
		if label && (r == ':' || r == '：') {
			return end + i + utf8.RuneLen(r)
		}
		if !isMark(r) {
			if label {
				return end
			}
			return end + i
		}
	}
	if label {
		return end
	}
	return len(text)
}

func isMark(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '?' || r == '<' || r == '>' || r == '|' || r == '`' || r == '´'
}

// mark marks what stands between two places as known.
func mark(all []line, from, start, to, end int) {
	for i := from; i <= to; i++ {
		a, b := 0, len(all[i].text)
		if i == from {
			a = start
		}
		if i == to {
			b = end
		}
		for j := a; j < b; j++ {
			all[i].known[j] = true
		}
	}
}

// unecho marks lines that are nearly ones of the note: clients shorten what they quote,
// write links into it and translate a word. Nobody writes five words of ours by chance.
func unecho(n Note, all []line) {
	var ours [][]string
	for _, l := range n.Lines {
		if words := wordsOf(l.Text()); len(words) >= nearly {
			ours = append(ours, words)
		}
	}
	for i := range all {
		if slices.Contains(all[i].known, true) || len(all[i].tokens) < nearly || len(all[i].tokens) > 200 {
			continue
		}
		var words []string
		for _, t := range all[i].tokens {
			words = append(words, t.word)
		}
		if _, said := steer(all[i].text); said == "" && slices.ContainsFunc(ours, func(line []string) bool { return common(words, line)*5 >= len(words)*4 }) {
			mark(all, i, 0, i, len(all[i].text))
		}
	}
}

// nearly is how many words a line has that can be nearly one of ours.
const nearly = 5

// common returns how many words of a stand in b in the same order.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, w := range a {
		last := 0
		for j := range b {
			was := row[j+1]
			if w == b[j] {
				row[j+1] = last + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			last = was
		}
	}
	return row[len(b)]
}
