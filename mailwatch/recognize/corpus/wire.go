package corpus

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"strings"
	"time"

	"golang.org/x/text/encoding/htmlindex"
)

// A system is what wrote a message: the headers it leaves, how it lays out a
// body and how it encodes.
type system struct {
	headers           []string // fmt verbs: none; "{id}" is a running number
	layout            string
	charset, encoding string
}

var systems = map[string]system{
	"gmail":           {[]string{"Message-ID: <CAF{id}x=mail@mail.gmail.example>", "X-Gm-Message-State: AOJu0Y{id}"}, "alternative", "utf-8", "quoted-printable"},
	"gmail-plain":     {[]string{"Message-ID: <CAH{id}p=mail@mail.gmail.example>"}, "plain", "utf-8", "8bit"},
	"outlook":         {[]string{"Message-ID: <AM0PR{id}@EURP189.prod.outlook.example>", "X-MS-Has-Attach:", "Thread-Index: Adh{id}==", "Accept-Language: en-GB, en-US", "X-MS-Exchange-MessageSentRepresentingType: 1"}, "outlook", "iso-8859-1", "quoted-printable"},
	"outlook-plain":   {[]string{"Message-ID: <DB7PR{id}@EURP191.prod.outlook.example>", "X-Mailer: Microsoft Outlook 16.0", "Thread-Index: Adi{id}=="}, "plain", "windows-1252", "quoted-printable"},
	"apple":           {[]string{"Message-Id: <{id}-7F1C-4E0B@mac.example>", "X-Mailer: Apple Mail (2.3774.600.62)", "Mime-Version: 1.0 (Mac OS X Mail 16.0)"}, "apple", "utf-8", "quoted-printable"},
	"iphone":          {[]string{"Message-Id: <{id}-A1B2@phone.example>", "X-Mailer: iPhone Mail (22B83)"}, "plain", "utf-8", "base64"},
	"android":         {[]string{"Message-ID: <{id}.android@phone.example>", "X-Mailer: SamsungEmail"}, "html", "utf-8", "base64"},
	"thunderbird":     {[]string{"Message-ID: <{id}-9d3e@desk.example>", "User-Agent: Mozilla Thunderbird", "Content-Language: en-US"}, "plain", "utf-8", "8bit"},
	"thunderbird-old": {[]string{"Message-ID: <{id}.30507@desk.example>", "User-Agent: Thunderbird 2.0.0.24 (Windows/20100228)"}, "plain", "iso-8859-15", "8bit"},
	"yahoo":           {[]string{"Message-ID: <{id}.88@mail.yahoo.example>", "X-Mailer: WebService/1.1.22876 YMailNorrin"}, "alternative", "utf-8", "base64"},
	"webde":           {[]string{"Message-ID: <trinity-{id}@3c-app-webde.example>", "X-Priority: 3"}, "html", "utf-8", "quoted-printable"},
	"greenhouse":      {[]string{"Message-ID: <{id}.gh@us.greenhouse-mail.example>", "X-Mailgun-Sid: WyI{id}", "X-Mailgun-Tag: candidate_email"}, "alternative", "utf-8", "quoted-printable"},
	"lever":           {[]string{"Message-ID: <{id}@hire.lever-mail.example>", "Feedback-ID: lever:{id}"}, "html", "utf-8", "quoted-printable"},
	"workday":         {[]string{"Message-ID: <{id}.wd5@myworkday-mail.example>", "X-Priority: 3", "Auto-Submitted: auto-generated"}, "html", "utf-8", "base64"},
	"personio":        {[]string{"Message-ID: <{id}.per@m.personio-mail.example>", "X-PM-Message-Id: {id}"}, "table", "utf-8", "quoted-printable"},
	"smartrecruiters": {[]string{"Message-ID: <{id}.sr@smartrecruiters-mail.example>", "X-SMTPAPI: {}", "X-SG-EID: u001.{id}"}, "table", "utf-8", "quoted-printable"},
	"teamtailor":      {[]string{"Message-ID: <{id}.tt@teamtailor-mail.example>", "X-TT-Message: 1"}, "table", "utf-8", "quoted-printable"},
	"successfactors":  {[]string{"Message-ID: <{id}.sf@noreply.successfactors-mail.example>", "X-Mailer: SFSF"}, "html", "utf-8", "base64"},
	"taleo":           {[]string{"Message-ID: <{id}.JavaMail.taleo@invalidemail.taleo-mail.example>", "X-Mailer: Taleo"}, "plain", "iso-8859-1", "quoted-printable"},
	"ashby":           {[]string{"Message-ID: <{id}.ash@ashby-mail.example>", "X-Entity-Ref-ID: {id}"}, "alternative", "utf-8", "quoted-printable"},
	"softgarden":      {[]string{"Message-ID: <{id}.sg@softgarden-mail.example>", "X-Mailer: sendmail.softgarden"}, "plain", "utf-8", "base64"},
	"board":           {[]string{"Message-ID: <{id}.jb@alerts.jobboard.example>", "List-Unsubscribe: <https://jobboard.example/u/{id}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "Precedence: bulk"}, "table", "utf-8", "quoted-printable"},
	"newsletter":      {[]string{"Message-ID: <{id}.nl@news.example>", "List-Id: <news.example>", "List-Unsubscribe: <mailto:leave-{id}@news.example>", "X-Campaign: {id}"}, "table", "utf-8", "base64"},
	"notes":           {[]string{"Message-ID: <OF{id}.004A@notes.example>", "X-Mailer: Lotus Notes Release 8.5.3"}, "plain", "iso-8859-1", "quoted-printable"},
	"pine":            {[]string{"Message-ID: <Pine.LNX.4.64.{id}@host.example>"}, "plain", "us-ascii", "7bit"},
	"exchange-auto":   {[]string{"Message-ID: <{id}@EXCH01.corp.example>", "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "X-MS-Exchange-Inbox-Rules-Loop: x"}, "outlook", "utf-8", "quoted-printable"},
	"gmail-auto":      {[]string{"Message-ID: <CAO{id}v=vac@mail.gmail.example>", "Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes"}, "plain", "utf-8", "quoted-printable"},
	"vacation":        {[]string{"Message-ID: <{id}.vacation@host.example>", "Precedence: junk", "Auto-Submitted: auto-replied"}, "plain", "us-ascii", "7bit"},
	"bare":            {[]string{"Message-ID: <{id}@bare.example>"}, "plain", "utf-8", "8bit"},
	"exact":           {nil, "exact", "utf-8", "8bit"},
}

// wire makes the raw message. Lines end in CRLF (RFC 5322, section 2.1).
func (s *source) wire() ([]byte, error) {
	sys, ok := systems[s.via]
	if !ok {
		return nil, fmt.Errorf("system %q is none", s.via)
	}
	if s.layout == "" {
		s.layout = sys.layout
	}
	if s.charset == "" {
		s.charset = sys.charset
	}
	if s.encoding == "" {
		s.encoding = sys.encoding
	}
	var b bytes.Buffer
	id := fmt.Sprintf("%d%04d", 7130+s.number*37%900, s.number)
	have := map[string]bool{}
	for _, h := range s.headers {
		name, value, _ := strings.Cut(h, ": ")
		have[strings.ToLower(name)] = true
		fmt.Fprintf(&b, "%s: %s\r\n", name, s.header(name, value))
	}
	if !have["date"] {
		fmt.Fprintf(&b, "Date: %s\r\n", s.sent().Format(time.RFC1123Z))
	}
	if !have["to"] {
		b.WriteString("To: Mira Castellan <mira.castellan@post.example>\r\n")
	}
	for _, h := range sys.headers {
		if name, _, _ := strings.Cut(h, ":"); !have[strings.ToLower(name)] {
			b.WriteString(strings.ReplaceAll(h, "{id}", id) + "\r\n")
		}
		have["mime-version"] = have["mime-version"] || strings.HasPrefix(strings.ToLower(h), "mime-version")
	}
	if !have["mime-version"] {
		b.WriteString("MIME-Version: 1.0\r\n")
	}
	err := s.body(&b)
	return b.Bytes(), err
}

// header encodes what is not ASCII in a header's value (RFC 2047), the words of
// a name apart from its address.
func (s *source) header(name, value string) string {
	q := mime.QEncoding
	if s.number%2 == 1 {
		q = mime.BEncoding
	}
	if i := strings.LastIndexByte(value, '<'); i > 0 && !strings.EqualFold(name, "subject") {
		return q.Encode("utf-8", strings.TrimSpace(value[:i])) + " " + value[i:]
	}
	return q.Encode("utf-8", value)
}

// sent spreads the messages without a date of their own over working hours in
// November 2026.
func (s *source) sent() time.Time {
	return time.Date(2026, time.November, 2+s.number*5%26, 8+s.number%9, s.number*7%60, s.number*13%60, 0, time.UTC)
}

// leaf writes headers and body of one part.
func (s *source) leaf(b *bytes.Buffer, kind, text string) error {
	fmt.Fprintf(b, "Content-Type: %s; charset=%q\r\nContent-Transfer-Encoding: %s\r\n\r\n", kind, s.charset, s.encoding)
	raw := []byte(strings.ReplaceAll(text, "\n", "\r\n"))
	if s.charset != "utf-8" && s.charset != "us-ascii" {
		e, err := htmlindex.Get(s.charset)
		if err != nil {
			return err
		}
		if raw, err = e.NewEncoder().Bytes(raw); err != nil {
			return err
		}
	}
	switch s.encoding {
	case "base64":
		encoded := base64.StdEncoding.EncodeToString(raw)
		for len(encoded) > 76 {
			b.WriteString(encoded[:76] + "\r\n")
			encoded = encoded[76:]
		}
		b.WriteString(encoded + "\r\n")
	case "quoted-printable":
		w := quotedprintable.NewWriter(b)
		if _, err := w.Write(raw); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		b.WriteString("\r\n")
	case "7bit", "8bit":
		b.Write(raw)
		b.WriteString("\r\n")
	default:
		return fmt.Errorf("encoding %q is none", s.encoding)
	}
	return nil
}
