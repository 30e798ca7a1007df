package note

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/rules"
	"afterword/templates"
)

// A Kind is what a note asks.
type Kind string

// The kinds of note.
const (
	Interview Kind = "interview" // is this an interview of yours?
	Debrief   Kind = "debrief"   // how was it?
	List      Kind = "list"      // are these interviews of yours?
	Again     Kind = "again"     // what you wrote is no end of the sentence: in other words?
)

// Kinds lists them all.
var Kinds = []Kind{Interview, Debrief, List, Again}

// A Meeting is an interview as a note names it. What is not known is zero.
type Meeting struct {
	Company    string    `json:"company,omitempty"`
	Role       string    `json:"role,omitempty"`
	Start, End time.Time `json:",omitzero"`
	Zone       string    `json:"zone,omitempty"` // where it takes place; "" for the user's own
}

// A Question is what a note is to ask. What strangers wrote stands in it as they wrote it.
type Question struct {
	Kind     Kind   `json:"kind"`
	Language string `json:"language"` // BCP 47
	Here     string `json:"here"`     // the user's own zone, of the IANA database
	Meeting
	People   []rules.Contact `json:"people,omitempty"`
	Decision rules.Date      `json:"decision,omitzero"`
	From     string          `json:"from,omitempty"` // who told of it
	Words    []string        `json:"words,omitempty"`
	// RoleSaid and CompanySaid are guesses of how a sentence says them, to be asked about.
	RoleSaid    string `json:"role_said,omitempty"`
	CompanySaid string `json:"company_said,omitempty"`
	// Doubt is what the user wrote before, if that said two things at once.
	Doubt string    `json:"doubt,omitempty"`
	Items []Meeting `json:"items,omitempty"` // of a List
	Refs  []string  `json:"refs,omitempty"`  // what the caller calls them
	Asked []Unended `json:"asked,omitempty"` // of an Again
}

// An Unended is what the user wrote behind a colon and what ends no sentence.
type Unended struct {
	Field    Field  `json:"field"`
	Person   string `json:"person,omitempty"` // key of the contact of whom it was said; "" for all
	Said     string `json:"said"`
	Sentence string `json:"sentence"` // as it would stand
}

// A Note is a note that was composed. It is kept as it was placed: its answer is read
// against it, whatever the layouts say by then.
type Note struct {
	Question
	Tag     string               `json:"tag"`
	Subject string               `json:"subject"`
	Lines   []templates.FormLine `json:"lines"`
}

// Text returns the note as it stands in the message, its lines not wrapped: a client that
// wraps them is easier to read back than two that do.
func (n Note) Text() string {
	var b strings.Builder
	for _, l := range n.Lines {
		b.WriteString(l.Text() + "\n")
	}
	return b.String()
}

// A field is what a line asks, by the name that it has in a layout.
type Field string

// The fields.
const (
	Company  Field = "company"
	Role     Field = "role"
	When     Field = "when"
	People   Field = "people"
	Address  Field = "address"
	Decision Field = "decision"
	Took     Field = "took-place"
	Topic    Field = "topic"
	Because  Field = "because"
	OwnWork  Field = "own-work"
	SaidRole Field = "role-said"
	SaidFirm Field = "company-said"
	item     Field = "item"
	again    Field = "again"
)

// asksYes reports whether yes or no is an answer to the field itself, also on a line below.
func (f Field) asksYes() bool { return f == Took || f == item || f == SaidRole || f == SaidFirm }

// tagged is a tag as it stands in a subject or a line.
var tagged = regexp.MustCompile(`(?i)\[\s*([0-9a-z]{4})[-‐‑–]([0-9a-z]{4})\s*\]`)

// Tags returns the tags that a text names, each once, in lower case.
func Tags(text string) []string {
	var all []string
	for _, m := range tagged.FindAllStringSubmatch(mail.FirstBytes(text, 256<<10), 50) {
		if tag := strings.ToLower(m[1] + "-" + m[2]); !slices.Contains(all, tag) {
			all = append(all, tag)
		}
	}
	return all
}

// Compose lays a question out. The tag is new.
func Compose(q Question, tag string, texts *templates.Set) (Note, error) {
	here, err := zoneOf(q.Here, time.UTC)
	if err != nil {
		return Note{}, err
	}
	n := Note{Question: q, Tag: tag}
	for i := range n.People {
		p := &n.People[i]
		p.Name, p.Honorific, p.Title = oneLine(p.Name), oneLine(p.Honorific), oneLine(p.Title)
	}
	d := templates.FormData{Form: string(q.Kind), Language: q.Language, Rows: map[string][]map[string]string{}, Values: map[string]string{
		"tag": tag, "company": oneLine(q.Company), "role": oneLine(q.Role), "from": oneLine(q.From), "doubt": quoted(q.Doubt), "count": strconv.Itoa(len(q.Items)),
		"role-guess": oneLine(q.RoleSaid), "company-guess": oneLine(q.CompanySaid),
	}}
	there, err := zoneOf(q.Zone, here)
	if err != nil {
		return Note{}, err
	}
	if !q.Start.IsZero() {
		d.Values["date"], d.Values["date-short"] = templates.Day(q.Language, q.Start.In(there)), templates.DayShort(q.Language, q.Start.In(there))
		if d.Values["when"], err = texts.When(q.Language, q.Start, q.End, there, here); err != nil {
			return Note{}, err
		}
	}
	if !q.Decision.IsZero() {
		d.Values["decision"] = templates.Day(q.Language, q.Decision.In(there))
	}
	var everybody []string
	for _, p := range q.People {
		name := oneLine(strings.TrimSpace(p.Honorific + " " + p.Name))
		row := map[string]string{"person": name}
		if p.Address == "" {
			row["nobody"] = name
			everybody = append(everybody, name)
		} else {
			everybody = append(everybody, strings.TrimSpace(name+" <"+oneLine(p.Address)+">"))
		}
		d.Rows["people"] = append(d.Rows["people"], row)
	}
	d.Values["everybody"] = strings.Join(everybody, ", ")
	for _, w := range q.Words {
		d.Rows["words"] = append(d.Rows["words"], map[string]string{"words": quoted(w)})
	}
	for i, m := range q.Items {
		text, err := describe(m, q.Language, here, texts)
		if err != nil {
			return Note{}, err
		}
		d.Rows["items"] = append(d.Rows["items"], map[string]string{"number": strconv.Itoa(i + 1), "item": text})
	}
	for _, a := range q.Asked {
		_, like := templates.Unended(n.Language, templates.End(a.Field), a.Said)
		d.Rows["again"] = append(d.Rows["again"], map[string]string{"about": n.nameOf(a.Person), "said": quoted(a.Said), "sentence": quoted(a.Sentence), "like": like})
	}
	if n.Subject, n.Lines, err = texts.Form(d); err != nil {
		return Note{}, fmt.Errorf("compose the note %q: %w", q.Kind, err)
	}
	return n, nil
}

// describe names a meeting of a list on one line.
func describe(m Meeting, language string, here *time.Location, texts *templates.Set) (string, error) {
	there, err := zoneOf(m.Zone, here)
	if err != nil {
		return "", err
	}
	parts := []string{oneLine(m.Company), oneLine(m.Role)}
	if !m.Start.IsZero() {
		when, err := texts.When(language, m.Start, m.End, there, here)
		if err != nil {
			return "", err
		}
		parts = append(parts, when)
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", "), nil
}

// nameOf names a contact by his key, or whoever has none: everybody.
func (n Note) nameOf(key string) string {
	var names []string
	for _, p := range n.People {
		if p.Key() == key || key == "" {
			names = append(names, strings.TrimSpace(p.Honorific+" "+p.Name))
		}
	}
	if len(names) == 0 {
		return n.Company
	}
	return strings.Join(names, ", ")
}

func zoneOf(name string, otherwise *time.Location) (*time.Location, error) {
	if name == "" {
		return otherwise, nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("the zone %q of a note: %w", name, err)
	}
	return zone, nil
}

// link is an address of the web, which mail programs write anew as they please.
var link = regexp.MustCompile(`(?i)\b(?:https?://|www\.)\S+`)

// oneLine makes what a stranger wrote a part of a line: cleaned, without quotation marks
// of its own and without links.
func oneLine(s string) string {
	s = mail.CleanLine(mail.FirstBytes(s, 2<<10))
	s = link.ReplaceAllString(s, "…")
	s = strings.NewReplacer(`"`, "'", "“", "'", "”", "'", "„", "'", "«", "'", "»", "'", "[", "(", "]", ")", ">", "", "<", "").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// longestQuote is how many characters of somebody's words a note repeats.
const longestQuote = 200

func quoted(s string) string { return templates.Line(oneLine(s), longestQuote) }
