package mailwatch_test

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"strings"
	"testing"
	"time"

	"net/mail"

	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

// lines makes text of so many octets.
func lines(word string, octets int) string {
	line := strings.Repeat(word+" ", 60/len(word)) + "\r\n"
	return strings.Repeat(line, octets/len(line)+1)
}

// large is a message whose text, calendar and report matter and whose attachments
// do not.
var large = "From: Ngozi Okafor <ngozi@acme.example>\r\nTo: robin@home.example\r\nSubject: Invitation\r\n" +
	"Date: Wed, 04 Mar 2026 12:00:00 +0000\r\nMessage-ID: <large@acme.example>\r\nX-Kept: yes\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/mixed; boundary=\"out er\"\r\n\r\nA preamble.\r\n" +
	"--out er\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n" +
	"--inner\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nLiebe Gr=FC=DFe\r\n" +
	"--inner\r\nContent-Type: text/html\r\n\r\n<p>Liebe Gr&uuml;&szlig;e</p>\r\n" +
	"--inner\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n--inner--\r\n" +
	"--out er\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\n" + lines("log", 200<<10) +
	"--out er\r\nContent-Type: application/pdf; name=cv.pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" + lines("JVBERi0x", 300<<10) +
	"--out er\r\nContent-Type: application/ics; name=invite.ics\r\nContent-Disposition: attachment; filename=invite.ics\r\n\r\nBEGIN:VCALENDAR\r\nUID:2\r\nEND:VCALENDAR\r\n" +
	"--out er\r\nContent-Type: application/octet-stream; name=\"Interview.ICS\"\r\nContent-Disposition: attachment\r\n\r\nBEGIN:VCALENDAR\r\nUID:3\r\nEND:VCALENDAR\r\n" +
	"--out er--\r\n"

// TestRebuild: a large message comes without its attachments, and is a message.
func TestRebuild(t *testing.T) {
	plain := string(answer("plain@acme.example", "Long", lines("word", 400<<10)))
	for name, start := range map[string]func(servers.TB) *servers.Server{
		"embedded": func(t servers.TB) *servers.Server { return servers.Embedded(t) },
		"dovecot":  func(t servers.TB) *servers.Server { return servers.Dovecot(t, servers.Default) },
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			user := s.Users[0]
			for _, raw := range []string{large, plain} {
				must(t, s.Deliver(user, "INBOX", []byte(raw), nil, noon))
			}
			var got []mailwatch.Message
			_, err := dial(t, endpoint(s, user)).CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, all, func(b mailwatch.Batch) error {
				got = append(got, b.Messages...)
				if len(b.SetAside) > 0 {
					t.Errorf("set aside %+v", b.SetAside)
				}
				return nil
			})
			must(t, err)
			if len(got) != 2 {
				t.Fatalf("read %d messages", len(got))
			}
			if got[0].Size != int64(len(large)) || len(got[0].Body) > 8<<10 || !bytes.Contains(got[0].Body, []byte("X-Kept: yes\r\n")) {
				t.Errorf("of %d octets %d are left", got[0].Size, len(got[0].Body))
			}
			want := []string{
				"text/plain: Liebe Gr\xfc\xdfe", "text/html: <p>Liebe Gr&uuml;&szlig;e</p>",
				"text/calendar: BEGIN:VCALENDAR\r\nEND:VCALENDAR", "application/ics: BEGIN:VCALENDAR\r\nUID:2\r\nEND:VCALENDAR",
				"application/octet-stream: BEGIN:VCALENDAR\r\nUID:3\r\nEND:VCALENDAR",
			}
			if parts := leaves(t, got[0].Body); fmt.Sprintf("%q", parts) != fmt.Sprintf("%q", want) {
				t.Errorf("parts %q", parts)
			}
			// Of one long text the first 256 KiB.
			if body := string(got[1].Body); !strings.HasPrefix(plain, body) || len(body) < 256<<10 || len(body) > 257<<10 {
				t.Errorf("%d octets, the beginning %v", len(body), strings.HasPrefix(plain, body))
			}
		})
	}
}

// leaves reads a message and returns its parts, decoded.
func leaves(t *testing.T, raw []byte) []string {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	must(t, err)
	var all []string
	var walk func(kind string, body io.Reader)
	walk = func(kind string, body io.Reader) {
		media, params, err := mime.ParseMediaType(kind)
		must(t, err)
		if !strings.HasPrefix(media, "multipart/") {
			text, err := io.ReadAll(body)
			must(t, err)
			all = append(all, media+": "+strings.TrimSpace(string(text)))
			return
		}
		r := multipart.NewReader(body, params["boundary"])
		for {
			part, err := r.NextPart()
			if err == io.EOF {
				return
			}
			must(t, err)
			walk(part.Header.Get("Content-Type"), part)
		}
	}
	walk(m.Header.Get("Content-Type"), m.Body)
	return all
}
