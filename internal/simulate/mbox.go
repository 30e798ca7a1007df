package simulate

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"afterword/internal/mail"
)

// A Mbox is mail that lies in files in mbox form (RFC 4155), as mail programs export it.
type Mbox struct {
	Account string
	Files   []string
	Own     map[string]bool // the user's addresses, in lower case
	// Progress shows how far a file was read, in octets; nil is fine.
	Progress func(account, mailbox string, done, total int)
}

// Headers reads the files. What is the user's own counts as sent.
func (b *Mbox) Headers(ctx context.Context, since time.Time, take func(Mail, []byte)) error {
	for _, name := range b.Files {
		if err := b.headers(ctx, name, since, take); err != nil {
			return fmt.Errorf("read mbox: %w", err)
		}
	}
	return nil
}

func (b *Mbox) headers(ctx context.Context, name string, since time.Time, take func(Mail, []byte)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("%q is a folder", name)
	}
	return mail.EachInMbox(f, func(at int64, raw []byte) error {
		if b.Progress != nil {
			b.Progress(b.Account, name, int(at), int(info.Size()))
		}
		head := headOf(raw)
		read := mail.Read(head)
		m := Mail{Envelope: read.Envelope, Account: b.Account, At: read.Date, place: place{mailbox: name, offset: at, size: int64(len(raw))}}
		if _, after, ok := strings.Cut(read.Header.Get("Received"), ";"); ok {
			received, _ := mail.ParseDate(after)
			m.At = arrived(received, read.Date)
		}
		m.Sent = b.Own[strings.ToLower(m.Sender.Address)]
		if !m.At.IsZero() && !m.At.Before(since) && !isDraft(read.Header) {
			take(m, bytes.Clone(head))
		}
		return ctx.Err()
	})
}

// headOf returns the header of a message, with the empty line after it; all of the message
// where none is found.
func headOf(raw []byte) []byte {
	for _, end := range []string{"\n\n", "\n\r\n"} {
		if i := bytes.Index(raw, []byte(end)); i >= 0 {
			return raw[:i+len(end)]
		}
	}
	return raw
}

// isDraft reports whether the program that exported a message says that it was not sent:
// Gmail in the labels that it writes, Thunderbird in the flags of a draft that it keeps.
func isDraft(h mail.Header) bool {
	for label := range strings.SplitSeq(mail.DecodeWords(h.Get("X-Gmail-Labels")), ",") {
		switch strings.ToLower(strings.TrimSpace(label)) {
		case "drafts", "draft", "entwürfe", "brouillons", "borradores", "concepten":
			return true
		}
	}
	return h.Get("X-Mozilla-Draft-Info") != "" && h.Get("Received") == "" && h.Get("X-Mozilla-Status") != "" && h.Get("Message-ID") == ""
}

// Texts reads them from where they lie. RFC 5322 wants lines to end in CR LF, and the
// files have LF.
func (b *Mbox) Texts(ctx context.Context, list []*Mail, take func(*Mail, []byte) error) error {
	files := map[string]*os.File{}
	defer func() {
		for _, f := range files {
			_ = f.Close() // it was only read
		}
	}()
	for _, m := range list {
		if err := ctx.Err(); err != nil {
			return err
		}
		f := files[m.place.mailbox]
		if f == nil {
			var err error
			if f, err = os.Open(m.place.mailbox); err != nil {
				return fmt.Errorf("read mbox: %w", err)
			}
			files[m.place.mailbox] = f
		}
		raw := make([]byte, m.place.size)
		n, err := f.ReadAt(raw, m.place.offset)
		if err != nil && err != io.EOF {
			return fmt.Errorf("read mbox: %w", err)
		}
		if err := take(m, slim(raw[:n])); err != nil {
			return err
		}
	}
	return nil
}

// mostEncoded is how much of an attachment is kept, and of a text that is encoded as one.
const mostEncoded = 64 << 10

// slim returns a message with lines that end in CR LF, and without what follows on the
// beginning of each long block of base64 (RFC 2045, section 6.8): of an attachment nothing
// is read.
func slim(raw []byte) []byte {
	out := make([]byte, 0, min(len(raw)+len(raw)/50, 4*mostEncoded))
	encoded := 0
	for line := range bytes.Lines(raw) {
		line = bytes.TrimRight(line, "\r\n")
		if encoded += len(line); len(line) < 40 || !isBase64(line) {
			encoded = 0
		}
		if encoded <= mostEncoded {
			out = append(append(out, line...), "\r\n"...)
		}
	}
	return out
}

func isBase64(line []byte) bool {
	for _, c := range line {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '+' && c != '/' && c != '=' {
			return false
		}
	}
	return true
}
