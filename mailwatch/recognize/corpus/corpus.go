// Package corpus holds invented messages that say what recognition must get
// right: all kinds, five languages, and the ways in which mail programs and
// applicant-tracking systems write. All people, companies and domains in it are
// made up.
//
// The messages stand in the folder mail, readable, one file for each kind and
// language, and one of hard pairs for each language. The files that begin with
// "unseen" hold all kinds: they were written before anybody had looked at the
// phrases, to learn how these do on mail that they were not made for. A message
// is what its writer typed, under headers as they were sent, with notes before
// it: what it is, what it says, and how it travelled (wire.go makes the raw
// message of that). It is for tests and measuring; the program does not import it.
package corpus

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"golang.org/x/tools/txtar"

	"afterword/rules"
)

//go:embed mail/*.txtar
var files embed.FS

// An Item is one message with what a careful reader makes of it.
type Item struct {
	Name     string // "offer/en/attached-letter"
	Raw      []byte // as it came over the wire
	Kind     rules.MessageKind
	Text     string     // what the sender wrote anew
	Decision rules.Date // timeline: the new decision date, where the message names one
	Return   rules.Date // auto-reply: the end of the absence
	// RespondBy is the deadline of an offer.
	RespondBy rules.Date
	Failed    []string // bounce: the addresses that it names
	Language  string   // ISO 639-1
}

// Items returns all messages, in the order of their files. The error names the
// file and message that cannot be read.
func Items() ([]Item, error) {
	var items []Item
	names, err := fs.Glob(files, "mail/*.txtar")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for _, f := range txtar.Parse(data).Files {
			stem := strings.TrimSuffix(path.Base(name), ".txtar")
			kind, language, _ := strings.Cut(stem, "-")
			s, err := parse(string(f.Data), len(items), rules.MessageKind(strings.ReplaceAll(kind, "_", "-")), language)
			if err != nil {
				return nil, fmt.Errorf("%s: message %q: %w", name, f.Name, err)
			}
			s.item.Name = stem + "/" + f.Name
			if s.item.Raw, err = s.wire(); err != nil {
				return nil, fmt.Errorf("%s: message %q: %w", name, f.Name, err)
			}
			items = append(items, s.item)
		}
	}
	return items, nil
}

// A source is a message as it stands in a file.
type source struct {
	item              Item
	via               string // the system that wrote it: a key of systems
	layout            string // how the body is put: a key of layouts
	charset, encoding string
	hidden            string   // preheader of an HTML mail
	meeting           string   // calendar part: "METHOD start end summary"
	headers           []string // as written, without the ones that the system adds
	parts             []part
	number            int // of the message; spreads dates and identifiers
}

// A part is a stretch of the body: the sender's own words, or what stands
// around them (quotation, signature, footer).
type part struct {
	own  bool
	text string
}

// turn is the line between own words and what stands around them.
const turn = "%%%\n"

// parse reads notes, headers and body. Notes are "name: value" lines before the
// first blank line, the headers stand before the second.
func parse(s string, number int, kind rules.MessageKind, language string) (*source, error) {
	notes, rest, ok := strings.Cut(s, "\n\n")
	if !ok {
		return nil, fmt.Errorf("no blank line after the notes")
	}
	src := &source{via: "gmail", number: number}
	src.item.Kind, src.item.Language = kind, language
	for _, line := range strings.Split(strings.TrimSpace(notes), "\n") {
		name, value, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, fmt.Errorf("note %q has no value", line)
		}
		if err := src.note(name, strings.TrimSpace(value)); err != nil {
			return nil, err
		}
	}
	head, body, ok := strings.Cut(rest, "\n\n")
	if !ok {
		return nil, fmt.Errorf("no blank line after the headers")
	}
	src.headers = strings.Split(strings.TrimSpace(head), "\n")
	var own []string
	for i, text := range strings.Split(body, turn) {
		text = strings.Trim(text, "\n")
		src.parts = append(src.parts, part{own: i%2 == 0, text: text})
		if i%2 == 0 && text != "" {
			own = append(own, text)
		}
	}
	src.item.Text = strings.Join(own, "\n\n")
	return src, nil
}

// note takes one line of the notes.
func (s *source) note(name, value string) (err error) {
	switch name {
	case "kind":
		s.item.Kind = rules.MessageKind(value)
		for _, k := range rules.MessageKinds {
			if k == s.item.Kind {
				return nil
			}
		}
		return fmt.Errorf("kind %q is none", value)
	case "language":
		s.item.Language = value
	case "decision":
		s.item.Decision, err = date(value)
	case "return":
		s.item.Return, err = date(value)
	case "respond-by":
		s.item.RespondBy, err = date(value)
	case "failed":
		s.item.Failed = strings.Fields(value)
	case "via":
		s.via, s.layout, _ = strings.Cut(value, " ")
	case "wire":
		s.charset, s.encoding, _ = strings.Cut(value, " ")
	case "hidden":
		s.hidden = value
	case "meeting":
		s.meeting = value
	default:
		return fmt.Errorf("unknown note %q", name)
	}
	return err
}

func date(s string) (rules.Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return rules.Date{}, err
	}
	return rules.DateOf(t), nil
}
