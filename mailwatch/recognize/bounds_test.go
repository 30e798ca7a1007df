package recognize

import (
	"bytes"
	"fmt"
	"math/rand"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// monsters are messages that nobody should have to read.
func monsters() map[string][]byte {
	const head = "From: Ida Brandt <ida@nordwind.example>\r\nSubject: Hello\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n"
	repeat := func(s string, n int) string { return strings.Repeat(s, n) }
	multi := "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
	html := "Content-Type: text/html; charset=utf-8\r\n\r\n"
	noise := make([]byte, 3<<20)
	rand.New(rand.NewSource(1)).Read(noise)
	nested := func(n int) string {
		var b strings.Builder
		b.WriteString(head)
		for i := range n {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=\"x%d\"\r\n\r\n--x%d\r\n", i, i)
		}
		b.WriteString("\r\nbottom\r\n")
		return b.String()
	}
	enclosed := head + repeat("Content-Type: message/rfc822\r\n\r\n"+head, 10000) + "\r\nbottom\r\n"
	m := map[string]string{
		"empty":                  "",
		"nothing but newlines":   repeat("\r\n", 1<<20),
		"50 MB of text":          head + "\r\n" + repeat("We would like to offer you the position, details to follow. ", 50<<20/60),
		"50 MB in one line":      head + "\r\n" + repeat("a", 50<<20),
		"50 MB attachment":       head + multi + "--b\r\nContent-Type: text/plain\r\n\r\nHello there\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" + repeat(repeat("QUJD", 19)+"\r\n", 50<<20/78) + "--b--\r\n",
		"100,000 parts":          head + multi + repeat("--b\r\nContent-Type: text/plain\r\n\r\nword\r\n", 100000) + "--b--\r\n",
		"depth 10,000":           nested(10000),
		"10,000 enclosed":        enclosed,
		"one boundary, 10,000":   head + repeat("Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n", 10000),
		"header of 20 MB":        head + "X-Long: " + repeat("x", 20<<20) + "\r\n\r\nHello\r\n",
		"100,000 header fields":  head + repeat("X-Field: value\r\n", 100000) + "\r\nHello\r\n",
		"100,000 recipients":     head + "To: " + repeat("Ann <ann@nordwind.example>, ", 100000) + "\r\n\r\nHello\r\n",
		"100,000 references":     head + "References: " + repeat("<a@nordwind.example> ", 100000) + "\r\n\r\nHello\r\n",
		"comments in comments":   head + "To: " + repeat("(", 100000) + "\r\n\r\nHello\r\n",
		"encoded words":          "Subject: " + repeat("=?utf-8?b?SGVsbG8=?= ", 20000) + "\r\n\r\nHello\r\n",
		"html, depth 500,000":    head + html + repeat("<div>", 400000) + "Hello",
		"html, one tag":          head + html + "<p style=\"" + repeat("a:b;", 500000) + "\">Hello",
		"html, attributes":       head + html + "<p " + repeat("a=b ", 500000) + ">Hello",
		"html, quotes in quotes": head + html + repeat("<blockquote type=cite>Hello<br>", 60000),
		"quoted lines":           head + "\r\n" + repeat("> quoted\r\n", 200000),
		"introductions":          head + "\r\n" + repeat("On Mon, 16 Nov 2026 at 09:00, Ida Brandt\r\n", 50000),
		"header names":           head + "\r\n" + repeat("From: a\r\n\r\nTo: b\r\n", 50000),
		"delimiters":             head + "\r\n" + repeat("word\r\n--\r\n====\r\n", 100000),
		"legal footers":          head + "\r\n" + repeat("Confidentiality notice: this message is confidential.\r\n\r\n", 50000),
		"calendar lines":         head + "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n" + repeat("BEGIN:VEVENT\r\nDTSTART:20261116T090000Z\r\nATTENDEE:mailto:a@nordwind.example\r\n", 20000),
		"calendar folds":         head + "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n" + repeat(" b\r\n", 200000),
		"delivery status":        "From: MAILER-DAEMON@nordwind.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" + repeat("Final-Recipient: rfc822; a@nordwind.example\r\nAction: failed\r\n\r\n", 100000),
		"addresses in a bounce":  "From: MAILER-DAEMON@nordwind.example\r\nSubject: Undeliverable\r\n\r\n" + repeat("<ann@nordwind.example>: unknown user\r\n", 100000),
		"quoted-printable":       head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + repeat("=ZZ=\r\n=E4", 1<<20),
		"spaces":                 head + "\r\n" + repeat(" ", 10<<20) + "x",
		"dates":                  head + "\r\nWe will get back to you " + repeat("by Friday, within 10 business days, on 4/12 ", 40000),
	}
	out := map[string][]byte{"noise": noise, "noise after a header": append([]byte(head+"\r\n"), noise...)}
	for name, s := range m {
		out[name] = []byte(s)
	}
	return out
}

// TestBounds reads the monsters: each gives a verdict, and none makes the
// reader hold more than a fixed amount beyond the message itself. How long each
// took is only logged, because a slow machine is no failure.
func TestBounds(t *testing.T) {
	cal, err := rules.NewCalendar(rules.CalendarOptions{})
	if err != nil {
		t.Fatal(err)
	}
	// What is made once for the whole process, phrases and tables of dates, is no
	// message's doing.
	Read([]byte("From: ida@nordwind.example\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\n\r\nWe will decide by Friday.\r\n"), Options{Calendar: cal})
	for name, raw := range monsters() {
		t.Run(name, func(t *testing.T) {
			var v Verdict
			var took time.Duration
			held := mostHeld(func() {
				begin := time.Now()
				v = Read(raw, Options{Calendar: cal})
				took = time.Since(begin)
			})
			if v.Kind == "" {
				t.Error("no kind")
			}
			for _, p := range v.Problems {
				if strings.Contains(p, "gave up") {
					t.Error(p)
				}
			}
			if held > 64<<20 {
				t.Errorf("held %d MiB", held>>20)
			}
			t.Logf("%d KiB in %v, held %d MiB, %s, %d problems", len(raw)>>10, took.Round(time.Millisecond), held>>20, v.Kind, len(v.Problems))
		})
	}
}

// mostHeld returns by how much the heap grew at most while f ran. The collector
// runs often meanwhile, so that little of it is garbage. What was allocated
// altogether says less: under the race detector pools forget what they hold.
func mostHeld(f func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(2))
	runtime.GC()
	before := heap()
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		peak := before
		for {
			select {
			case <-tick.C:
				peak = max(peak, heap())
			case <-stop:
				most <- max(peak, heap()) - before
				return
			}
		}
	}()
	f()
	close(stop)
	return <-most
}

// heap returns how many bytes the objects of the heap take.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// TestHugeFrom reads a message from a stream without reading it to its end.
func TestHugeFrom(t *testing.T) {
	r := &endless{head: []byte("From: ida@nordwind.example\r\nSubject: Endless\r\n\r\n")}
	v := ReadFrom(r, Options{})
	if v.Subject != "Endless" || r.read > 9<<20 {
		t.Errorf("subject %q after %d bytes", v.Subject, r.read)
	}
	if !strings.Contains(strings.Join(v.Problems, " "), "too big") {
		t.Errorf("problems %q", v.Problems)
	}
}

type endless struct {
	head []byte
	read int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.head)
	e.head = e.head[n:]
	if n == 0 {
		n = copy(p, bytes.Repeat([]byte("word "), len(p)/5+1))
	}
	e.read += n
	return n, nil
}
