package note

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/newtext"

	"golang.org/x/text/unicode/norm"
)

// A line of an answer, without its quote marks.
type line struct {
	text   string
	quoted bool
	tokens []token
	known  []bool // by byte: part of a line of ours
}

// A token is a word of a line: letters and digits, in lower case. Marks between words
// tell nothing: clients write quotation marks, bullets and blanks as they please.
type token struct {
	word       string
	start, end int
}

// longestAnswer bounds what is read of an answer, in bytes.
const longestAnswer = 64 << 10

// linesOf returns the lines of a message.
func linesOf(m *mail.Message) []line {
	t := m.Text()
	text := mail.FirstBytes(t.Text, longestAnswer)
	if t.Flowed && !t.HTML {
		text = mail.Unflow(text, t.DelSp)
	}
	text = strings.ReplaceAll(text, mail.HistoryMark, "")
	text = linked.ReplaceAllString(norm.NFC.String(text), "")
	var all []line
	for _, s := range mail.Lines(text) {
		s = strings.Map(func(r rune) rune {
			switch {
			case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r), r == '\u034f':
				return -1
			case unicode.IsSpace(r):
				return ' '
			}
			return r
		}, s)
		rest := quoteMarks.ReplaceAllString(s, "")
		l := line{text: strings.TrimRight(rest, " "), quoted: strings.ContainsAny(s[:len(s)-len(rest)], ">|│┃")}
		l.tokens, l.known = tokensOf(l.text), make([]bool, len(l.text))
		all = append(all, l)
	}
	return all
}

// linked is what clients put behind an address when they write HTML as text:
// "n@acme.example<mailto:n@acme.example>".
var linked = regexp.MustCompile(`(?i)[<\[(](?:mailto|tel|https?):[^<>\[\]()]*[>\])]`)

var quoteMarks = regexp.MustCompile(`^(?:\s*[>│┃]|\s*\|(?:\s|$))*\s*`)

// tokensOf cuts a line into words. An apostrophe parts two of them.
func tokensOf(s string) []token {
	var all []token
	start := -1
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			all, start = append(all, token{strings.ToLower(s[start:i]), start, i}), -1
		}
	}
	if start >= 0 {
		all = append(all, token{strings.ToLower(s[start:]), start, len(s)})
	}
	return all
}

func wordsOf(s string) []string {
	var all []string
	for _, t := range tokensOf(norm.NFC.String(s)) {
		all = append(all, t.word)
	}
	return all
}

// rest returns what of the line is the user's, as far as is known: the parts between
// those that are ours.
func (l *line) rest(from int) string {
	var b strings.Builder
	ours := false
	for i := from; i < len(l.text); {
		_, n := utf8.DecodeRuneInString(l.text[i:])
		if l.known[i] {
			ours = true
		} else {
			if ours {
				b.WriteByte(' ')
			}
			ours = false
			b.WriteString(l.text[i : i+n])
		}
		i += n
	}
	return strings.TrimSpace(b.String())
}

// unsign takes out the signatures: what stands below the mark of one, up to where the
// quotation begins.
func unsign(all []line) {
	whole := make([]string, len(all))
	for i := range all {
		whole[i] = all[i].text
	}
	framed := newtext.Framed(whole)
	for i := 0; i < len(all); i++ {
		if !newtext.Delimits(all[i].text) {
			continue
		}
		for j := i; j < len(all) && all[j].quoted == all[i].quoted && (j == i || !framed[j]); j++ {
			if len(all[j].text) == 0 && j+1 < len(all) && all[j+1].quoted != all[i].quoted {
				break
			}
			all[j].text, all[j].tokens, all[j].known = "", nil, nil
		}
	}
}

// unframe marks as known what a mail program put around the answer: attribution, headers,
// device line, signature.
func unframe(all []line, opt Options) {
	rest := make([]string, len(all))
	bare := make([]string, len(all))
	for i := range all {
		rest[i] = all[i].rest(0)
		if hasWord(rest[i]) || newtext.Delimits(rest[i]) {
			bare[i] = rest[i]
		}
	}
	framed := newtext.Framed(bare)
	drop := func(i int) {
		for j := range all[i].known {
			all[i].known[j] = true
		}
	}
	signed, quoted := false, false
	own := wordsOf(opt.Signature)
	for i := range all {
		ours := slices.Contains(all[i].known, true)
		switch {
		case framed[i] && newtext.Delimits(rest[i]):
			signed, quoted = true, all[i].quoted
			drop(i)
		case framed[i]:
			signed = false
			drop(i)
		case ours || all[i].quoted != quoted && rest[i] != "":
			signed = false
		case signed:
			drop(i)
		}
		if words := wordsOf(rest[i]); !ours && len(words) > 0 && (opt.isOwn(rest[i]) || closing[strings.Join(words, " ")] || len(words) > 1 && within(words, own)) {
			drop(i)
		}
	}
}

// within reports whether words stand in a row in others.
func within(words, all []string) bool {
	for i := 0; i+len(words) <= len(all); i++ {
		if slices.Equal(words, all[i:i+len(words)]) {
			return true
		}
	}
	return false
}

func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
