package recognize

import (
	"bytes"
	"io"
	"net/mail"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset"

	"afterword/rules"
)

// Read says what the message is. It never fails: what is wrong with the message
// stands in the verdict's Problems.
func Read(raw []byte, opt Options) Verdict {
	v := Verdict{Kind: rules.MessageOther}
	e, err := message.Read(bytes.NewReader(raw))
	if e == nil {
		v.Problems = append(v.Problems, err.Error())
		return v
	}
	l := letter{header: e.Header.Map()}
	l.subject, _ = e.Header.Text("Subject")
	if a, err := mail.ParseAddress(e.Header.Get("From")); err == nil {
		l.from, l.fromName = a.Address, a.Name
	}
	b, _ := io.ReadAll(io.LimitReader(e.Body, 2<<20))
	l.text, l.whole = string(b), string(b)
	v.Kind, v.Confidence, v.Evidence, v.Person = classify(l)
	v.Text, v.Subject = l.text, l.subject
	return v
}

// ReadFrom reads one message from r and says what it is; see Read.
func ReadFrom(r io.Reader, opt Options) Verdict {
	raw, err := io.ReadAll(io.LimitReader(r, 16<<20))
	v := Read(raw, opt)
	if err != nil {
		v.Problems = append(v.Problems, err.Error())
	}
	return v
}
