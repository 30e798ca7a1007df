package recognize

import (
	"strings"
	"unicode"
)

// A bodyText is what a reader of the message sees.
type bodyText struct {
	text string
	html bool // it was taken from HTML
}

// text returns the message's own text: of each alternative the one that says
// more, and the inline parts one after the other. Enclosed messages and
// attachments are left out, unless there is nothing else.
func (m *mailpiece) text() bodyText {
	var b bodyText
	var out []string
	left := maxText
	take := func(s string, html bool) {
		if strings.TrimSpace(s) != "" && left > 0 {
			if len(s) > left {
				m.problem("message has more than 2 MiB of text")
				s = firstBytes(s, left)
			}
			out = append(out, strings.TrimRight(s, "\r\n"))
			b.html = b.html || html
			left -= len(s)
		}
	}
	done := map[int]bool{}
	for _, p := range m.parts {
		if left <= 0 {
			break
		}
		if p.enclosed || p.attachment || !textual(p) || p.filename != "" && len(out) > 0 {
			continue
		}
		if p.alt == 0 {
			take(m.readable(p, left))
		} else if !done[p.alt] {
			done[p.alt] = true
			take(m.alternative(p.alt, left))
		}
	}
	if len(out) == 0 {
		for _, p := range m.parts {
			if !p.enclosed && textual(p) {
				take(m.readable(p, left))
			}
		}
	}
	b.text = strings.Join(out, "\n\n")
	return b
}

func textual(p *part) bool {
	switch p.mediaType {
	case "text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown", "application/xhtml+xml", "text/x-amp-html":
		return p.mediaType != "text/x-amp-html"
	}
	return strings.HasPrefix(p.mediaType, "text/") && p.mediaType != "text/calendar" && p.mediaType != "text/rfc822-headers" && p.mediaType != "text/vcard" && p.mediaType != "text/x-vcard" && p.mediaType != "text/css"
}

// readable returns the part's text as it is read, and whether it was HTML. Some
// programs call HTML plain.
func (m *mailpiece) readable(p *part, limit int) (string, bool) {
	s := m.decoded(p, limit)
	html := p.mediaType == "text/html" || p.mediaType == "application/xhtml+xml" || looksHTML(s)
	if html {
		return htmlText(s), true
	}
	return s, false
}

// looksHTML reports whether text that says it is plain begins as HTML does.
func looksHTML(s string) bool {
	s = strings.ToLower(strings.TrimSpace(firstBytes(s, 200)))
	return strings.HasPrefix(s, "<html") || strings.HasPrefix(s, "<!doctype html") || strings.HasPrefix(s, "<body") || strings.HasPrefix(s, "<div") && strings.Contains(s, ">")
}

// alternative chooses among the parts of one multipart/alternative. The plain
// part is nearer to what was typed, but some senders leave it empty or put
// nothing but a link into it: then the HTML part is what the reader sees.
func (m *mailpiece) alternative(alt, limit int) (string, bool) {
	var plain, html *part
	for _, p := range m.parts {
		if p.alt != alt || p.enclosed || p.attachment {
			continue
		}
		switch p.mediaType {
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
		for _, p := range m.parts {
			if p.alt == alt && textual(p) {
				return m.readable(p, limit)
			}
		}
		return "", false
	}
	if html == nil {
		return m.readable(plain, limit)
	}
	if plain == nil {
		return m.readable(html, limit)
	}
	s, isHTML := m.readable(plain, limit)
	words := wordCount(s)
	if words >= 150 && !strings.Contains(s, "</") {
		return s, isHTML
	}
	h, _ := m.readable(html, limit)
	if shown := wordCount(h); shown > 2*words+10 || words < 3 && shown > words {
		return h, true
	}
	return s, isHTML
}

// wordCount counts the words that are words: no links, no rows of signs.
func wordCount(s string) int {
	n := 0
	for _, w := range strings.Fields(firstBytes(s, 32<<10)) {
		if len(w) < 40 && strings.IndexFunc(w, unicode.IsLetter) >= 0 && !strings.Contains(w, "://") {
			n++
		}
	}
	return n
}
