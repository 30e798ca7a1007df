package mail

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HistoryMark stands on a line of its own where HTML says that the history of
// the conversation begins. It occurs in no text that was decoded.
const HistoryMark = "\x01"

// maxOpen bounds the elements that are kept in mind; deeper ones are read but
// no longer told apart.
const maxOpen = 2000

// An openElement is one whose end is still to come.
type openElement struct {
	tag           string
	hidden, quote bool
	tiny          bool  // its letters are too small to be read; what is within may be larger
	ink, paper    color // of its letters and of what lies behind them
}

// A rendering turns HTML into text, token by token: no tree is built, so that
// neither depth nor size can cost more than one pass.
type rendering struct {
	out, line bytes.Buffer
	open      []openElement
	sheet     sheet
	hidden    int // how many open elements hide what is in them
	quote     int // how many are quotations
	pre       int
	blank     bool // whether an empty line was just written
	space     bool // whether a blank is due before the next word
}

// htmlText returns what a reader of the mail sees, as text: without what is
// hidden from view, every block on a line of its own, quotations with "> "
// before their lines, and HistoryMark where the conversation's history begins.
func htmlText(s string) string {
	r := &rendering{blank: true}
	z := html.NewTokenizer(strings.NewReader(s))
	for r.out.Len() < maxText {
		switch z.Next() {
		case html.ErrorToken:
			r.end()
			return r.out.String()
		case html.TextToken:
			switch {
			case len(r.open) > 0 && r.open[len(r.open)-1].tag == "style":
				r.sheet.read(string(z.Text()))
			case r.hidden == 0 && !r.tiny() && !r.invisible():
				r.text(z.Text())
			default: // what stands on both sides of it are two words
				r.space = r.space || r.line.Len() > 0
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, hasAttr := z.TagName()
			r.start(z, name, hasAttr)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.close(name)
		}
	}
	r.end()
	return r.out.String()
}

// tiny reports whether letters are too small to be read where the reading
// stands. Many templates set a size of nothing outside and a real one inside.
func (r *rendering) tiny() bool { return len(r.open) > 0 && r.open[len(r.open)-1].tiny }

// invisible reports whether letters have the colour of what lies behind them.
func (r *rendering) invisible() bool {
	if len(r.open) == 0 {
		return false
	}
	top := r.open[len(r.open)-1]
	return top.ink.like(top.paper)
}

// text writes words, with runs of blanks made one, and without the invisible
// characters with which newsletters pad the preview.
func (r *rendering) text(b []byte) {
	for _, c := range string(b) {
		switch {
		case c == '\n' && r.pre > 0:
			r.end()
		case c == '\u200b' || c == '\u200c' || c == '\u200d' || c == '\ufeff' || c == '\u00ad' || c == '\u034f' || c == '\u2060' || c == '\u180e' || c < ' ' && c != '\t' && c != '\n' && c != '\r':
		case unicode.IsSpace(c):
			if r.pre > 0 {
				r.line.WriteByte(' ')
			} else {
				r.space = r.line.Len() > 0
			}
		default:
			if r.space {
				r.line.WriteByte(' ')
				r.space = false
			}
			r.line.WriteRune(c)
		}
	}
}

// end ends the line, if there is anything on it.
func (r *rendering) end() {
	r.space = false
	line := bytes.TrimRight(r.line.Bytes(), " ")
	if len(line) > 0 {
		r.write(line)
		r.blank = false
	}
	r.line.Reset()
}

// gap ends the line and leaves an empty one.
func (r *rendering) gap() {
	r.end()
	if !r.blank {
		r.write(nil)
		r.blank = true
	}
}

func (r *rendering) write(line []byte) {
	for i := 0; i < min(r.quote, 5); i++ {
		r.out.WriteByte('>')
	}
	if r.quote > 0 && len(line) > 0 {
		r.out.WriteByte(' ')
	}
	r.out.Write(line)
	r.out.WriteByte('\n')
}

// mark says that the history begins here. Within a quotation it says nothing new.
func (r *rendering) mark() {
	if r.quote == 0 && r.hidden == 0 {
		r.gap()
		r.write([]byte(HistoryMark))
	}
}

func (r *rendering) start(z *html.Tokenizer, name []byte, hasAttr bool) {
	tag := atom.Lookup(name)
	r.implied(tag)
	switch tag {
	case atom.Br:
		if r.hidden == 0 {
			if r.line.Len() == 0 {
				r.gap()
			}
			r.end()
		}
		return
	case atom.Hr:
		r.gap()
		return
	case atom.Img, atom.Meta, atom.Link, atom.Input, atom.Base, atom.Col, atom.Area, atom.Wbr, atom.Source:
		return
	}
	e := openElement{tag: string(name)}
	var attrs attributes
	if hasAttr {
		attrs.read(z)
	}
	switch tag {
	case atom.Head, atom.Style, atom.Script, atom.Title, atom.Template, atom.Svg, atom.Select, atom.Textarea, atom.Object:
		e.hidden = true
	case atom.Body, atom.Html:
		// A hidden body would leave nothing.
	default:
		e.hidden = attrs.hidden() || r.sheet.hides(e.tag, attrs.class, attrs.id)
	}
	e.tiny = attrs.tiny(r.tiny())
	e.ink, e.paper = black, white
	if len(r.open) > 0 {
		top := r.open[len(r.open)-1]
		e.ink, e.paper = top.ink, top.paper
	}
	attrs.paint(&e)
	if attrs.history() {
		r.mark()
	}
	r.block(tag)
	if tag == atom.Blockquote {
		e.quote = attrs.cite() || r.attributed()
	}
	if tag == atom.Pre {
		r.pre++
	}
	if len(r.open) >= maxOpen {
		return
	}
	if e.hidden {
		r.hidden++
	}
	if e.quote {
		r.quote++
	}
	r.open = append(r.open, e)
}

// implied closes what the start of tag closes (HTML, section 13.1.2.4).
func (r *rendering) implied(tag atom.Atom) {
	if len(r.open) == 0 {
		return
	}
	top := r.open[len(r.open)-1].tag
	switch tag {
	case atom.P, atom.Li, atom.Tr, atom.Td, atom.Option:
		if top == tag.String() || tag == atom.Tr && top == "td" {
			r.close([]byte(top))
		}
	case atom.Body:
		r.close([]byte("head"))
	}
}

func (r *rendering) close(name []byte) {
	for i := len(r.open) - 1; i >= 0 && i >= len(r.open)-50; i-- {
		if r.open[i].tag != string(name) {
			continue
		}
		r.block(atom.Lookup(name))
		for _, e := range r.open[i:] {
			if e.hidden {
				r.hidden--
			}
			if e.quote {
				r.end()
				r.quote--
			}
			if e.tag == "pre" {
				r.pre = max(0, r.pre-1)
			}
		}
		r.open = r.open[:i]
		return
	}
	if atom.Lookup(name) == atom.P && r.hidden == 0 {
		r.gap()
	}
}

// block begins a new line before and after the elements that have one.
func (r *rendering) block(tag atom.Atom) {
	if r.hidden > 0 {
		return
	}
	switch tag {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Table, atom.Ul, atom.Ol, atom.Pre, atom.Dl:
		r.gap()
	case atom.Div, atom.Tr, atom.Li, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Center, atom.Dd, atom.Dt, atom.Form, atom.Address, atom.Fieldset, atom.Main, atom.Caption, atom.Body:
		r.end()
	case atom.Td, atom.Th:
		r.space = r.line.Len() > 0
	}
}

// attributed reports whether the last line written reads like the words before
// a quotation.
func (r *rendering) attributed() bool {
	b := bytes.TrimRight(r.out.Bytes(), "\n> ")
	b = b[bytes.LastIndexByte(b, '\n')+1:]
	if string(b) == HistoryMark {
		return true
	}
	return len(b) < 400 && bytes.HasSuffix(b, []byte(":")) && introduces(string(b), introStart().Match(b))
}

// attributes are those that matter, in lower case.
type attributes struct {
	style, class, id, kind string
	color, bgcolor         string
	isHidden, hasCite      bool
}

func (a *attributes) read(z *html.Tokenizer) {
	for more, n := true, 0; more && n < 100; n++ {
		var k, v []byte
		k, v, more = z.TagAttr()
		switch string(k) {
		case "style":
			a.style = squeeze(v)
		case "class":
			a.class = strings.ToLower(string(v))
		case "id":
			a.id = strings.ToLower(string(v))
		case "type":
			a.kind = strings.ToLower(string(v))
		case "color", "text":
			a.color = squeeze(v)
		case "bgcolor":
			a.bgcolor = squeeze(v)
		case "background":
			a.bgcolor = "image"
		case "hidden":
			a.isHidden = true
		case "cite":
			a.hasCite = true
		}
	}
}

// historyClasses are the classes and ids with which mail programs mark the
// message that is answered or forwarded.
var historyClasses = []string{"gmail_quote", "yahoo_quoted", "yahooquoted", "moz-cite-prefix", "moz-forward-container", "protonmail_quote", "tutanota_quote",
	"zmail_extra", "outlookmessageheader", "divrplyfwdmsg", "reply-intro", "history_container", "qt-wrapper", "replymessage", "x_divrplyfwdmsg",
	"mail-editor-reference-message-container", "ms-outlook-mobile-reference-message", "origbody", "quotedtext"}

// history reports whether the history of the conversation begins with the element.
func (a *attributes) history() bool {
	if strings.Contains(a.style, "border-top:solid") && strings.Contains(a.style, "padding:3.0pt0") {
		return true // Outlook since 2007
	}
	if a.class == "" && a.id == "" {
		return false
	}
	for _, c := range historyClasses {
		if a.id == c || strings.Contains(a.class, c) {
			return true
		}
	}
	return false
}

// cite reports whether a blockquote says that it quotes a mail.
func (a *attributes) cite() bool {
	return a.kind == "cite" || a.hasCite || strings.Contains(a.class, "quote") || strings.Contains(a.style, "border-left:")
}
