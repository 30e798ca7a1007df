package mail

import (
	"slices"
	"strconv"
	"strings"
)

// This file knows how HTML keeps text from a reader's eyes: by a declaration at the
// element or in a style sheet, by letters of no size, by letters in the colour of
// what lies behind them. What is hidden is nobody's word to the reader.

// A sheet holds the simple selectors by which a style sheet hides elements: a tag, a
// class or an id, or a tag with one of them. Conditions (@media) are passed over:
// they hold on some screens only.
type sheet struct{ selectors []string }

// maxSelectors bounds what is kept of style sheets.
const maxSelectors = 200

// read takes the rules of a style sheet in.
func (s *sheet) read(css string) {
	css = FirstBytes(css, 256<<10)
	for len(css) > 0 && len(s.selectors) < maxSelectors {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		selector := strings.TrimSpace(css[:open])
		if i := strings.LastIndexAny(selector, ";}"); i >= 0 {
			selector = strings.TrimSpace(selector[i+1:])
		}
		if i := strings.LastIndex(selector, "*/"); i >= 0 {
			selector = strings.TrimSpace(selector[i+2:])
		}
		css = css[open+1:]
		if strings.HasPrefix(selector, "@") {
			css = afterBlock(css)
			continue
		}
		body, rest, _ := strings.Cut(css, "}")
		css = rest
		if !hides(squeeze([]byte(body))) {
			continue
		}
		for one := range strings.SplitSeq(selector, ",") {
			if one = strings.ToLower(strings.TrimSpace(one)); one != "" && !strings.ContainsAny(one, " >+~:[*") && strings.Count(one, ".") < 2 {
				s.selectors = append(s.selectors, one)
			}
		}
	}
}

// afterBlock returns what follows the end of a block that was opened.
func afterBlock(css string) string {
	depth := 1
	for i := 0; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[i+1:]
			}
		}
	}
	return ""
}

// hides reports whether the sheet hides an element, its class and id in lower case.
func (s *sheet) hides(tag, class, id string) bool {
	for _, selector := range s.selectors {
		name, mark, kind := selector, "", byte(0)
		if i := strings.IndexAny(selector, ".#"); i >= 0 {
			name, mark, kind = selector[:i], selector[i+1:], selector[i]
		}
		if name != "" && name != tag {
			continue
		}
		switch kind {
		case '.':
			if class != "" && slices.Contains(strings.Fields(class), mark) {
				return true
			}
		case '#':
			if id == mark {
				return true
			}
		default:
			if name != "body" && name != "html" {
				return true
			}
		}
	}
	return false
}

// A color is one of a reader's screen, as far as it is known.
type color struct {
	known   bool
	r, g, b uint8
}

var (
	black = color{known: true}
	white = color{true, 255, 255, 255}
)

// like reports whether nobody could tell two colours apart.
func (c color) like(d color) bool {
	near := func(x, y uint8) bool { return max(x, y)-min(x, y) <= 8 }
	return c.known && d.known && near(c.r, d.r) && near(c.g, d.g) && near(c.b, d.b)
}

// colorOf reads a colour (CSS Color 4, sections 4 and 5), squeezed; one that is not
// known is like no other.
func colorOf(s string) color {
	s = strings.TrimSuffix(s, "!important")
	switch s {
	case "white":
		return white
	case "black":
		return black
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil || len(hex) != 6 {
			return color{}
		}
		return color{true, uint8(n >> 16), uint8(n >> 8), uint8(n)}
	}
	inner, ok := strings.CutPrefix(s, "rgb(")
	if !ok {
		return color{}
	}
	var parts [3]uint8
	list := strings.Split(strings.TrimSuffix(inner, ")"), ",")
	if len(list) != len(parts) {
		return color{}
	}
	for i, v := range list {
		n, err := strconv.ParseUint(v, 10, 8)
		if err != nil {
			return color{}
		}
		parts[i] = uint8(n)
	}
	return color{true, parts[0], parts[1], parts[2]}
}

// paint sets the colours of an element that has some of its own.
func (a *attributes) paint(e *openElement) {
	if a.color != "" && (e.tag == "font" || e.tag == "body") {
		e.ink = colorOf(a.color)
	}
	if a.bgcolor != "" {
		e.paper = colorOf(a.bgcolor)
	}
	for d := range strings.SplitSeq(a.style, ";") {
		name, value, _ := strings.Cut(d, ":")
		switch name {
		case "color":
			e.ink = colorOf(value)
		case "background-color", "background", "background-image":
			if value != "none" && value != "transparent" && value != "inherit" {
				e.paper = colorOf(value)
			}
		}
	}
}

// squeeze returns a style in lower case and without blanks.
func squeeze(v []byte) string {
	out := make([]byte, 0, len(v))
	for _, c := range v {
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// hidden reports whether the element is kept from the reader's eyes.
func (a *attributes) hidden() bool {
	if a.isHidden || strings.Contains(a.class, "preheader") || strings.Contains(a.class, "preview-text") {
		return true
	}
	return hides(a.style)
}

// hides reports whether declarations, squeezed, keep what they are for from view.
func hides(style string) bool {
	for d := range strings.SplitSeq(style, ";") {
		switch strings.TrimSuffix(d, "!important") {
		case "display:none", "visibility:hidden", "max-height:0", "max-height:0px", "opacity:0", "opacity:0.0":
			return true
		}
	}
	return false
}

// tiny reports whether the element's letters are too small to be read; without
// a size of its own it has its parent's.
func (a *attributes) tiny(parent bool) bool {
	i := strings.LastIndex(a.style, "font-size:")
	if i < 0 || i > 0 && a.style[i-1] == '-' {
		return parent
	}
	size := a.style[i+len("font-size:"):]
	n := strings.IndexFunc(size, func(c rune) bool { return c != '.' && (c < '0' || c > '9') })
	if n < 0 {
		n = len(size)
	}
	v, err := strconv.ParseFloat(size[:n], 64)
	if err != nil {
		return false // "small", "inherit"
	}
	unit := size[n:]
	return v == 0 || v < 3 && (strings.HasPrefix(unit, "px") || strings.HasPrefix(unit, "pt"))
}
