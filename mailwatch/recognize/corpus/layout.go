package corpus

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"time"
)

// body writes the message's body as its layout says.
func (s *source) body(b *bytes.Buffer) error {
	switch s.layout {
	case "exact": // headers and body stand in the file as they are
		b.WriteString("\r\n")
		for _, p := range s.parts {
			if p.text != "" {
				b.WriteString(strings.ReplaceAll(p.text, "\n", "\r\n") + "\r\n")
			}
		}
		return nil
	case "plain":
		if s.meeting != "" {
			return s.multipart(b, "mixed", leaf{"text/plain", s.plain()}, leaf{})
		}
		return s.leaf(b, "text/plain", s.plain())
	case "alternative", "apple":
		return s.multipart(b, "alternative", leaf{"text/plain", s.plain()}, leaf{"text/html", s.html()})
	case "html", "table", "outlook":
		if s.meeting != "" {
			return s.multipart(b, "alternative", leaf{"text/html", s.html()}, leaf{})
		}
		return s.leaf(b, "text/html", s.html())
	}
	return fmt.Errorf("layout %q is none", s.layout)
}

type leaf struct{ kind, text string }

// multipart writes the leaves that are not empty, and the calendar part.
func (s *source) multipart(b *bytes.Buffer, kind string, leaves ...leaf) error {
	boundary := fmt.Sprintf("=_%s_%06d", s.via, s.number)
	fmt.Fprintf(b, "Content-Type: multipart/%s; boundary=%q\r\n\r\n", kind, boundary)
	for _, l := range leaves {
		if l.kind == "" {
			continue
		}
		fmt.Fprintf(b, "--%s\r\n", boundary)
		if err := s.leaf(b, l.kind, l.text); err != nil {
			return err
		}
	}
	if s.meeting != "" {
		calendar, method, err := s.calendar()
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "--%s\r\n", boundary)
		if err := s.leaf(b, "text/calendar; method="+method, calendar); err != nil {
			return err
		}
	}
	fmt.Fprintf(b, "--%s--\r\n", boundary)
	return nil
}

// plain is the body as text.
func (s *source) plain() string {
	var parts []string
	for _, p := range s.parts {
		if p.text != "" {
			parts = append(parts, p.text)
		}
	}
	return strings.Join(parts, "\n\n")
}

// html is the body as the layout's program writes it in HTML.
func (s *source) html() string {
	var b strings.Builder
	switch s.layout {
	case "outlook":
		b.WriteString(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt} --></style></head><body lang="EN-GB"><div class="WordSection1">`)
	case "table":
		fmt.Fprintf(&b, `<!DOCTYPE html><html><head><meta charset="%s"><style>.wrap{max-width:600px} a{color:#0b6}</style></head><body>`, s.charset)
		if s.hidden != "" {
			fmt.Fprintf(&b, `<div style="display:none;max-height:0;overflow:hidden">%s&zwnj;&nbsp;&zwnj;&nbsp;</div>`, html.EscapeString(s.hidden))
		}
		b.WriteString(`<table width="100%" cellpadding="0"><tr><td align="center"><table class="wrap"><tr><td>`)
	default:
		b.WriteString("<html><body>")
	}
	for _, p := range s.parts {
		s.htmlPart(&b, p)
	}
	switch s.layout {
	case "outlook":
		b.WriteString("</div>")
	case "table":
		b.WriteString(`</td></tr></table><img src="https://track.example/o.gif" width="1" height="1" alt=""></td></tr></table>`)
	}
	b.WriteString("</body></html>")
	return b.String()
}

// htmlPart writes a stretch of the body: paragraphs, or a quotation in the
// program's own container.
func (s *source) htmlPart(b *strings.Builder, p part) {
	if p.text == "" {
		return
	}
	quoted := !p.own && quotes(p.text)
	switch {
	case !quoted:
	case s.layout == "outlook":
		b.WriteString(`<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">`)
	case s.layout == "apple":
		b.WriteString(`<br><blockquote type="cite">`)
	default:
		b.WriteString(`<div class="gmail_quote"><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">`)
	}
	open, shut := "<p>", "</p>\n"
	switch s.layout {
	case "outlook":
		open, shut = `<p class="MsoNormal">`, "<o:p></o:p></p>\n"
	case "alternative":
		open, shut = `<div dir="ltr">`, "</div><div><br></div>\n"
	case "apple":
		open, shut = "<div>", "</div><div><br></div>\n"
	}
	for _, paragraph := range strings.Split(p.text, "\n\n") {
		lines := strings.Split(paragraph, "\n")
		for i, l := range lines {
			lines[i] = html.EscapeString(strings.TrimPrefix(strings.TrimPrefix(l, "> "), ">"))
		}
		b.WriteString(open + strings.Join(lines, "<br>\n") + shut)
	}
	switch {
	case !quoted:
	case s.layout == "outlook":
		b.WriteString("</div>")
	case s.layout == "apple":
		b.WriteString("</blockquote>")
	default:
		b.WriteString("</blockquote></div>")
	}
}

// quotes reports whether a stretch around the sender's words is a quotation and
// not a signature.
func quotes(s string) bool {
	return strings.Contains(s, "\n>") || strings.HasPrefix(s, ">") || strings.Contains(s, "From: ") || strings.Contains(s, "Von: ")
}

// calendar makes the calendar part (RFC 5545) of "METHOD start end summary".
func (s *source) calendar() (text, method string, err error) {
	f := strings.SplitN(s.meeting, " ", 4)
	if len(f) != 4 {
		return "", "", fmt.Errorf("meeting %q: write METHOD start end summary", s.meeting)
	}
	var at [2]string
	for i, v := range f[1:3] {
		t, err := time.Parse("2006-01-02T15:04", v)
		if err != nil {
			return "", "", err
		}
		at[i] = t.Format("20060102T150405Z")
	}
	status := "CONFIRMED"
	if f[0] == "CANCEL" {
		status = "CANCELLED"
	}
	lines := []string{"BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0", "METHOD:" + f[0], "BEGIN:VEVENT",
		fmt.Sprintf("UID:%d@calendar.example", s.number), "DTSTAMP:20261101T080000Z", "DTSTART:" + at[0], "DTEND:" + at[1],
		"SUMMARY:" + f[3], "ORGANIZER:mailto:talent@company.example", "ATTENDEE;RSVP=TRUE:mailto:mira.castellan@post.example",
		"SEQUENCE:0", "STATUS:" + status, "END:VEVENT", "END:VCALENDAR"}
	return strings.Join(lines, "\n"), f[0], nil
}
