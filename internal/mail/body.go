package mail

import (
	"slices"
	"strings"
	"unicode"
)

// A Text is what a reader of the message sees, in UTF-8, as CleanText makes it.
// Of HTML, quotations have "> " before their lines, and HistoryMark stands on a
// line of its own where the history of the conversation begins.
type Text struct {
	Text string
	HTML bool // it was taken from HTML
	// Flowed says that its lines are those of format=flowed (RFC 3676), see
	// Unflow; DelSp that the blank at their ends goes.
	Flowed, DelSp bool
}

// Text returns the message's own text: of each alternative the one that says
// more, and the inline parts one after the other, at most 2 MiB. Enclosed messages
// and attachments are left out, unless there is nothing else.
func (m *Message) Text() Text {
	var b Text
	var out []string
	left := maxText
	take := func(t Text) {
		if s := t.Text; strings.TrimSpace(s) != "" && left > 0 {
			if len(s) > left {
				m.Problem("message has more than 2 MiB of text")
				s = FirstBytes(s, left)
			}
			out = append(out, strings.TrimRight(s, "\r\n"))
			b.HTML, b.Flowed, b.DelSp = b.HTML || t.HTML, b.Flowed || t.Flowed, b.DelSp || t.DelSp
			left -= len(s)
		}
	}
	done := map[int]bool{}
	for _, p := range m.Parts {
		if left <= 0 {
			break
		}
		if p.Enclosed || p.Attachment || !textual(p) || p.Filename != "" && len(out) > 0 {
			continue
		}
		if p.alternative == 0 {
			take(m.readable(p, left))
		} else if !done[p.alternative] {
			done[p.alternative] = true
			take(m.alternative(p.alternative, left))
		}
	}
	if len(out) == 0 {
		for _, p := range m.Parts {
			if !p.Enclosed && textual(p) {
				take(m.readable(p, left))
			}
		}
	}
	b.Text = strings.Join(out, "\n\n")
	return b
}

func textual(p *Part) bool {
	switch p.MediaType {
	case "text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown", "application/xhtml+xml", "text/x-amp-html":
		return p.MediaType != "text/x-amp-html"
	}
	return strings.HasPrefix(p.MediaType, "text/") && p.MediaType != "text/calendar" && p.MediaType != "text/rfc822-headers" && p.MediaType != "text/vcard" && p.MediaType != "text/x-vcard" && p.MediaType != "text/css"
}

// readable returns the part's text as it is read. Some programs call HTML plain.
func (m *Message) readable(p *Part, limit int) Text {
	s := m.Decoded(p, limit)
	if p.MediaType == "text/html" || p.MediaType == "application/xhtml+xml" || looksHTML(s) {
		return Text{Text: htmlText(s), HTML: true}
	}
	return Text{Text: s, Flowed: strings.EqualFold(p.Params["format"], "flowed"), DelSp: strings.EqualFold(p.Params["delsp"], "yes")}
}

// looksHTML reports whether text that says it is plain begins as HTML does.
func looksHTML(s string) bool {
	s = strings.ToLower(strings.TrimSpace(FirstBytes(s, 200)))
	return strings.HasPrefix(s, "<html") || strings.HasPrefix(s, "<!doctype html") || strings.HasPrefix(s, "<body") || strings.HasPrefix(s, "<div") && strings.Contains(s, ">")
}

// alternative chooses among the parts of one multipart/alternative. The plain
// part is nearer to what was typed, but some senders leave it empty or put
// nothing but a link into it: then the HTML part is what the reader sees.
func (m *Message) alternative(alt, limit int) Text {
	var plain, html *Part
	for _, p := range m.Parts {
		if p.alternative != alt || p.Enclosed || p.Attachment {
			continue
		}
		switch p.MediaType {
		case "text/plain":
			if plain == nil {
				plain = p
			}
		case "text/html":
			if html == nil {
				html = p
			}
		}
	}
	if plain == nil && html == nil {
		for _, p := range m.Parts {
			if p.alternative == alt && textual(p) {
				return m.readable(p, limit)
			}
		}
		return Text{}
	}
	if html == nil {
		return m.readable(plain, limit)
	}
	if plain == nil {
		return m.readable(html, limit)
	}
	written := m.readable(plain, limit)
	words := wordCount(written.Text)
	if words >= 150 && !strings.Contains(written.Text, "</") && strings.Count(written.Text, "{") < 3 {
		return written
	}
	shown := m.readable(html, limit)
	n := wordCount(shown.Text)
	if n > 2*words+10 || words < 3 && n > words || n >= sentenceWords && !same(written.Text, shown.Text) {
		return shown
	}
	return written
}

// sentenceWords is how many words say something.
const sentenceWords = 5

// same reports whether a plain part says what the HTML beside it does: half of its
// words stand there too, and no letter stands before the first of them. A note that the
// program shows no HTML, style sheets and what a template's author forgot to fill in
// have other words; a footer has the same, and the letter before them.
func same(plain, html string) bool {
	shown := map[string]int{} // where each word stands first
	all := contentWords(html)
	for i, w := range all {
		if _, ok := shown[w]; !ok {
			shown[w] = i
		}
	}
	said := contentWords(plain)
	both := 0
	for _, w := range said {
		if _, ok := shown[w]; ok {
			both++
		}
	}
	if 2*both < len(said) {
		return false
	}
	return len(said) < sentenceWords || !tail(said[:sentenceWords], all, letterWords)
}

// letterWords is how many words before a footer are a letter, and no greeting or link
// above one.
const letterWords = 12

// tail reports whether the words stand in a row in all, after at least so many others.
func tail(words, all []string, after int) bool {
	for i := 0; i+len(words) <= len(all); i++ {
		if slices.Equal(words, all[i:i+len(words)]) {
			return i >= after
		}
	}
	return false
}

// contentWords returns the words of a text in lower case, without links.
func contentWords(s string) []string {
	var words []string
	for _, w := range strings.Fields(FirstBytes(s, 32<<10)) {
		if strings.Contains(w, "://") {
			continue
		}
		if w = strings.TrimFunc(strings.ToLower(w), func(r rune) bool { return !unicode.IsLetter(r) }); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// wordCount counts the words that are words: no links, no rows of signs.
func wordCount(s string) int {
	n := 0
	for _, w := range strings.Fields(FirstBytes(s, 32<<10)) {
		if len(w) < 40 && strings.IndexFunc(w, unicode.IsLetter) >= 0 && !strings.Contains(w, "://") {
			n++
		}
	}
	return n
}
