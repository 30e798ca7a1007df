package note

import (
	"bytes"
	"encoding/base64"
	"html"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"afterword/internal/mail"
)

// What mail clients make of a reply, written from what is documented of them and from
// what the tests of e2e saw. Each takes the lines of the note with what the user wrote
// in, below and above them.

// A row is a line of the note in a reply, or one of the user's between them.
type row struct {
	text string
	user bool
}

// reply is what the user did in his client.
type reply struct {
	top     []string // above the quotation
	rows    []row
	bottom  []string
	subject string
}

// speech is how a client talks to its user.
type speech struct {
	lang, from, sent, to, subject, original string
	attribution                             map[string]string // by kind of client
	device, outlook, k9                     string
}

var speeches = map[string]speech{
	"en": {"en", "From", "Sent", "To", "Subject", "Original Message", map[string]string{
		"gmail": "On Tue, Nov 17, 2026 at 4:05 PM Sam Winter <sam@winter.example> wrote:", "android": "On Tue, 17 Nov 2026, 16:05 Sam Winter, <sam@winter.example> wrote:",
		"apple": "On Nov 17, 2026, at 4:05 PM, Sam Winter <sam@winter.example> wrote:", "thunderbird": "On 17/11/2026 16:05, Sam Winter wrote:", "k9": "On November 17, 2026 4:05:12 PM GMT+01:00, Sam Winter <sam@winter.example> wrote:",
		"roundcube": "On 2026-11-17 16:05, Sam Winter wrote:", "mutt": "On Tue, Nov 17, 2026 at 04:05:12PM +0100, Sam Winter wrote:"},
		"Sent from my iPhone", "Get Outlook for iOS<https://aka.ms.example/o0ukef>", "Sent from my Android device with K-9 Mail. Please excuse my brevity."},
	"de": {"de", "Von", "Gesendet", "An", "Betreff", "Ursprüngliche Nachricht", map[string]string{
		"gmail": "Am Di., 17. Nov. 2026 um 16:05 Uhr schrieb Sam Winter <sam@winter.example>:", "android": "Sam Winter <sam@winter.example> schrieb am Di., 17. Nov. 2026, 16:05:",
		"apple": "Am 17.11.2026 um 16:05 schrieb Sam Winter <sam@winter.example>:", "thunderbird": "Am 17.11.26 um 16:05 schrieb Sam Winter:", "k9": "Am 17. November 2026 16:05:12 MEZ schrieb Sam Winter <sam@winter.example>:",
		"roundcube": "Am 2026-11-17 16:05, schrieb Sam Winter:", "mutt": "Am Di, 17. Nov 2026 um 16:05:12 +0100 schrieb Sam Winter:"},
		"Von meinem iPhone gesendet", "Outlook für iOS herunterladen<https://aka.ms.example/o0ukef>", "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet."},
	"fr": {"fr", "De", "Envoyé", "À", "Objet", "Message d'origine", map[string]string{
		"gmail": "Le mar. 17 nov. 2026 à 16:05, Sam Winter <sam@winter.example> a écrit :", "android": "Le mar. 17 nov. 2026, 16:05, Sam Winter <sam@winter.example> a écrit :",
		"apple": "Le 17 nov. 2026 à 16:05, Sam Winter <sam@winter.example> a écrit :", "thunderbird": "Le 17/11/2026 à 16:05, Sam Winter a écrit :", "k9": "Le 17 novembre 2026 16:05:12 GMT+01:00, Sam Winter <sam@winter.example> a écrit :",
		"roundcube": "Le 2026-11-17 16:05, Sam Winter a écrit :", "mutt": "Le Tue, Nov 17, 2026 at 04:05:12PM +0100, Sam Winter a écrit :"},
		"Envoyé de mon iPhone", "Télécharger Outlook pour iOS<https://aka.ms.example/o0ukef>", "Envoyé de mon appareil Android avec K-9 Mail. Veuillez excuser ma brièveté."},
}

// clients write a reply each.
var clients = map[string]func(speech, reply) []byte{
	"Gmail web": func(s speech, r reply) []byte {
		plain := strings.Join(r.top, "\n") + "\n\n" + s.attribution["gmail"] + "\n\n" + quote(r.rows, "> ", 76) + "\n" + strings.Join(r.bottom, "\n")
		return alternative(r.subject, plain, `<div dir="ltr">`+lines(r.top)+`</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">`+esc(s.attribution["gmail"])+`<br></div>`+
			blocks(r.rows, `<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">`)+`</div>`+lines(r.bottom))
	},
	"Gmail web, HTML alone": func(s speech, r reply) []byte {
		return only(r.subject, "text/html", `<div dir="ltr">`+lines(r.top)+`</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">`+esc(s.attribution["gmail"])+`<br></div>`+
			blocks(r.rows, `<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">`)+`</div>`+lines(r.bottom))
	},
	"Gmail Android": func(s speech, r reply) []byte {
		plain := strings.Join(r.top, "\n") + "\n\n" + s.attribution["android"] + "\n\n" + quote(r.rows, "> ", 76) + "\n" + strings.Join(r.bottom, "\n")
		return alternative(r.subject, plain, `<div dir="auto">`+lines(r.top)+`</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">`+esc(s.attribution["android"])+`<br></div>`+blocks(r.rows, `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">`)+`</div>`+lines(r.bottom))
	},
	"Gmail iOS": func(s speech, r reply) []byte {
		plain := strings.Join(r.top, "\n") + "\n\n" + s.attribution["gmail"] + "\n\n" + quote(r.rows, "> ", 76) + "\n" + strings.Join(r.bottom, "\n")
		return only(r.subject, "text/plain", plain)
	},
	"Apple Mail macOS": func(s speech, r reply) []byte {
		rows := append([]row{{text: s.attribution["apple"]}, {}}, r.rows...)
		return only(r.subject, "text/plain", strings.Join(r.top, "\n")+"\n\n"+quote(rows, "> ", 0)+"\n\n"+strings.Join(r.bottom, "\n"))
	},
	"Apple Mail macOS, HTML": func(s speech, r reply) []byte {
		return alternative(r.subject, strings.Join(r.top, "\n")+"\n\n"+quote(append([]row{{text: s.attribution["apple"]}, {}}, r.rows...), "> ", 0),
			`<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">`+lines(r.top)+`<br id="lineBreakAtBeginningOfMessage"><div><br>`+
				`<blockquote type="cite"><div>`+esc(s.attribution["apple"])+`</div><br class="Apple-interchange-newline"></blockquote>`+blocks(r.rows, `<blockquote type="cite">`)+`</div>`+lines(r.bottom)+`</body></html>`)
	},
	"Apple Mail iOS": func(s speech, r reply) []byte {
		rows := append([]row{{text: s.attribution["apple"]}, {}}, r.rows...)
		rows[2].text = "\ufeff" + rows[2].text
		return only(r.subject, "text/plain", strings.Join(r.top, "\n")+"\n\n"+s.device+"\n\n"+quote(rows, "> ", 0)+"\n"+strings.Join(r.bottom, "\n"))
	},
	"Outlook new": func(s speech, r reply) []byte {
		head := s.header(r.subject)
		plain := strings.Join(r.top, "\n") + "\n________________________________\n" + strings.Join(head, "\n") + "\n\n" + bare(r.rows) + strings.Join(r.bottom, "\n")
		return alternative(r.subject, plain, `<html><body dir="ltr"><div class="elementToProof">`+lines(r.top)+`</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri" style="font-size:11pt">`+
			bold(head)+`</font><div>&nbsp;</div></div><div class="BodyFragment"><font size="2"><span style="font-size:11pt;"><div class="PlainText">`+flat(r.rows)+`</div></span></font></div>`+lines(r.bottom)+`</body></html>`)
	},
	"Outlook classic": func(s speech, r reply) []byte {
		p := func(text string) string { return `<p class=MsoNormal>` + esc(text) + `<o:p></o:p></p>` }
		var b strings.Builder
		b.WriteString(`<html><body lang=EN-US><div class=WordSection1>`)
		for _, t := range r.top {
			b.WriteString(p(t))
		}
		b.WriteString(`<p class=MsoNormal><o:p>&nbsp;</o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>` + bold(s.header(r.subject)) + `<o:p></o:p></p></div><p class=MsoNormal><o:p>&nbsp;</o:p></p>`)
		for _, l := range append(r.rows, rowsOf(r.bottom)...) {
			b.WriteString(p(l.text))
		}
		return only(r.subject, "text/html", b.String()+`</div></body></html>`)
	},
	"Outlook classic, plain": func(s speech, r reply) []byte {
		return only(r.subject, "text/plain", strings.Join(r.top, "\n")+"\n\n-----"+s.original+"-----\n"+strings.Join(s.header(r.subject), " \n")+"\n\n"+wrapped(bare(r.rows), 76)+strings.Join(r.bottom, "\n"))
	},
	"Outlook mobile": func(s speech, r reply) []byte {
		name, href, _ := strings.Cut(strings.TrimSuffix(s.outlook, ">"), "<")
		return only(r.subject, "text/html", `<html><body><div dir="ltr">`+lines(r.top)+`</div><div id="ms-outlook-mobile-body-separator-line"><br></div><div id="ms-outlook-mobile-signature"><a href="`+href+`">`+esc(name)+`</a></div><hr><div id="divRplyFwdMsg" dir="ltr">`+
			bold(s.header(r.subject))+`</div><div class="PlainText">`+flat(r.rows)+`</div>`+lines(r.bottom)+`</body></html>`)
	},
	"Outlook mobile, plain": func(s speech, r reply) []byte {
		return only(r.subject, "text/plain", strings.Join(r.top, "\n")+"\n\n"+s.outlook+"\n________________________________\n"+strings.Join(s.header(r.subject), "\n")+"\n\n"+bare(r.rows)+strings.Join(r.bottom, "\n"))
	},
	"Thunderbird": func(s speech, r reply) []byte {
		return flowed(r.subject, strings.Join(r.top, "\n")+"\n\n"+s.attribution["thunderbird"]+"\n"+quote(r.rows, "> ", 0)+"\n"+strings.Join(r.bottom, "\n")+"\n\n-- \nSam Winter\nSenior Analyst\nRole: none, see www.winter.example\n")
	},
	"Thunderbird, HTML": func(s speech, r reply) []byte {
		return only(r.subject, "text/html", `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body>`+lines(r.top)+`<div class="moz-cite-prefix">`+esc(s.attribution["thunderbird"])+`<br></div>`+
			blocks(r.rows, `<blockquote type="cite" cite="mid:n@winter.example"><pre wrap="" class="moz-quote-pre">`)+lines(r.bottom)+`<pre class="moz-signature" cols="72">-- `+"\nSam Winter</pre></body></html>")
	},
	"K-9": func(s speech, r reply) []byte {
		return only(r.subject, "text/plain", strings.Join(r.top, "\n")+"\n-- \n"+s.k9+"\n\n"+s.attribution["k9"]+"\n"+quote(r.rows, ">", 0)+"\n"+strings.Join(r.bottom, "\n"))
	},
	"Roundcube": func(s speech, r reply) []byte {
		return flowed(r.subject, strings.Join(r.top, "\n")+"\n\n"+s.attribution["roundcube"]+"\n"+quote(r.rows, "> ", 72)+"\n"+strings.Join(r.bottom, "\n"))
	},
	"neomutt": func(s speech, r reply) []byte {
		return only(r.subject, "text/plain", strings.Join(r.top, "\n")+"\n\n"+s.attribution["mutt"]+"\n"+quote(r.rows, "> ", 0)+"\n"+strings.Join(r.bottom, "\n")+"\n\n-- \nSam Winter\n")
	},
	"neomutt, wrapped by the editor": func(s speech, r reply) []byte {
		return only(r.subject, "text/plain", s.attribution["mutt"]+"\n"+quote(r.rows, "> ", 60)+"\n"+strings.Join(append(r.top, r.bottom...), "\n"))
	},
	"an edited draft": func(_ speech, r reply) []byte {
		return only(strings.TrimPrefix(r.subject, "Re: "), "text/plain", strings.Join(r.top, "\n")+"\n"+bare(r.rows)+strings.Join(r.bottom, "\n"))
	},
	"an edited draft in HTML, typographic": func(_ speech, r reply) []byte {
		smart := strings.NewReplacer(`("`, `(“`, `")`, `”)`, `"`, `”`, "'", "’", " –", "\u00a0–")
		rows := make([]row, len(r.rows))
		for i, l := range r.rows {
			rows[i] = row{smart.Replace(l.text), l.user}
		}
		return only(r.subject, "text/html", `<html><body>`+lines(r.top)+"<ul><li>"+strings.ReplaceAll(flat(rows), "<br>", "</li><li>")+"</li></ul>"+lines(r.bottom)+`</body></html>`)
	},
}

func (s speech) header(subject string) []string {
	return []string{s.from + ": Sam Winter <sam@winter.example>", s.sent + ": Tuesday, November 17, 2026 4:05 PM", s.to + ": Sam Winter <sam@winter.example>", s.subject + ": " + strings.TrimPrefix(subject, "Re: ")}
}

func rowsOf(texts []string) (all []row) {
	for _, t := range texts {
		all = append(all, row{t, true})
	}
	return all
}

// quote writes rows with marks before ours, wrapped at a width if it is not 0.
func quote(rows []row, marks string, width int) string {
	var b strings.Builder
	for _, r := range rows {
		if r.user {
			b.WriteString("\n" + r.text + "\n\n")
			continue
		}
		text := r.text
		if width > 0 {
			text = wrapped(text, width)
		}
		for l := range strings.SplitSeq(text, "\n") {
			b.WriteString(strings.TrimRight(marks+l, " ") + "\n")
		}
	}
	return b.String()
}

func wrapped(text string, width int) string {
	var out []string
	for l := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, w := range strings.Split(l, " ") {
			if line != "" && utf8.RuneCountInString(line+" "+w) > width {
				out, line = append(out, line), w
			} else if line == "" {
				line = w
			} else {
				line += " " + w
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func bare(rows []row) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(r.text + "\n")
	}
	return b.String()
}

func esc(s string) string { return html.EscapeString(s) }

func lines(all []string) string {
	var b strings.Builder
	for _, l := range all {
		b.WriteString("<div>" + esc(l) + "</div>")
	}
	return b.String()
}

func flat(rows []row) string {
	var all []string
	for _, r := range rows {
		all = append(all, esc(r.text))
	}
	return strings.Join(all, "<br>")
}

func bold(head []string) string {
	var all []string
	for _, h := range head {
		name, value, _ := strings.Cut(h, ": ")
		all = append(all, "<b>"+name+":</b> "+esc(value))
	}
	return strings.Join(all, "<br>\n")
}

// blocks writes our rows within quotations and the user's between them.
func blocks(rows []row, open string) string {
	var b strings.Builder
	in := false
	pre := strings.Contains(open, "<pre")
	end := "</blockquote>"
	if pre {
		end = "</pre></blockquote>"
	}
	for _, r := range rows {
		if r.user {
			if in {
				b.WriteString(end)
			}
			in = false
			b.WriteString("<div>" + esc(r.text) + "</div>")
			continue
		}
		if !in {
			b.WriteString(open)
		}
		in = true
		b.WriteString(esc(r.text))
		if pre {
			b.WriteString("\n")
		} else {
			b.WriteString("<br>\r\n")
		}
	}
	if in {
		b.WriteString(end)
	}
	return b.String()
}

// only writes a message of one part.
func only(subject, mediaType, text string) []byte {
	return []byte(head(subject) + "Content-Type: " + mediaType + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + qp(text))
}

func flowed(subject, text string) []byte {
	var out []string
	for l := range strings.SplitSeq(text, "\n") {
		if !strings.HasPrefix(l, ">") && l != "-- " {
			l = strings.ReplaceAll(wrapped(l, 72), "\n", " \n")
		}
		out = append(out, l)
	}
	return []byte(head(subject) + "Content-Type: text/plain; charset=UTF-8; format=flowed\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(strings.ReplaceAll(strings.Join(out, "\n"), "\n", "\r\n"))))
}

func alternative(subject, plain, html string) []byte {
	return []byte(head(subject) + "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + qp(plain) +
		"\r\n--b\r\nContent-Type: text/html; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + qp(html) + "\r\n--b--\r\n")
}

func head(subject string) string {
	return "From: Sam Winter <sam@winter.example>\r\nTo: Sam Winter <sam@winter.example>\r\nSubject: " + strings.ReplaceAll(subject, "\n", " ") + "\r\nDate: Tue, 17 Nov 2026 17:30:00 +0100\r\nMessage-ID: <r@winter.example>\r\nMIME-Version: 1.0\r\n"
}

func qp(text string) string {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write([]byte(strings.ReplaceAll(text, "\n", "\r\n")))
	_ = w.Close()
	return b.String()
}

// wrote is a reply to a note: what stands above the quotation, behind the lines of a
// field and row (inline), and below them.
func wrote(n Note, top []string, inline, below map[int]string, bottom ...string) reply {
	r := reply{top: top, subject: "Re: " + n.Subject, bottom: bottom}
	for i, l := range n.Lines {
		text := l.Text()
		if inline[i] != "" {
			text = strings.TrimRight(text, " ") + " " + inline[i]
		}
		r.rows = append(r.rows, row{text: text})
		if below[i] != "" {
			r.rows = append(r.rows, row{below[i], true})
		}
	}
	return r
}

func read(n Note, raw []byte) Answer { return Read(n, mail.Read(raw), own) }
