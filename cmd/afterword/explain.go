package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/find"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) explainCommand() *cobra.Command {
	var mbox, asJSON bool
	var zone string
	var own []string
	cmd := &cobra.Command{
		Use: "explain [FILE…]", Short: "say what the program makes of messages, and why",
		Example: "  afterword explain reply.eml\n  afterword explain --own 'Sam Winter <sam@winter.example>' --zone Europe/Berlin invitation.eml\n  afterword explain --mbox inbox.mbox --json\n  afterword explain < reply.eml",
		RunE: func(cmd *cobra.Command, files []string) error {
			reader, err := readerOf(zone, own)
			if err != nil {
				return err
			}
			known, err := a.known(cmd.Context())
			if err != nil {
				return err
			}
			out := bufio.NewWriter(a.out)
			e := explainer{out: out, json: asJSON, reader: reader, known: known}
			if isTerminal(a.out) {
				e.screen, _ = a.out.(*screen)
			}
			if len(files) == 0 {
				files = []string{"-"}
			}
			defer a.spendMemory()()
			unread, err := a.explain(cmd.Context(), &e, files, mbox)
			if err := errors.Join(err, out.Flush()); err != nil {
				return err
			}
			if unread > 0 {
				return hint(fmt.Errorf("%d of %d file(s) could not be opened", unread, len(files)), "afterword explain --help")
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&zone, "zone", "", "the reader's time zone, such as Europe/Berlin, for times and dates that name none (default UTC)")
	cmd.Flags().StringArrayVar(&own, "own", nil, "who the reader is: an address, or 'Name <address>' (repeatable)")
	cmd.Flags().BoolVar(&mbox, "mbox", false, "the files are mailboxes in mbox form (RFC 4155)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line, one for each message")
	return cmd
}

// explainer prints verdicts.
type explainer struct {
	out    *bufio.Writer
	json   bool
	screen *screen // where the words that decided stand out; nil where they can't
	reader recognize.Options
	// known tells whether a message belongs to an application, and what the user said of
	// like ones.
	known func(recognize.Letter) (belongs bool, lessons []rules.Lesson)
}

func (e *explainer) judge(m *mail.Message) recognize.Verdict {
	l, opt := recognize.Open(m), e.reader
	opt.Known, opt.Lessons = e.known(l)
	return l.Judge(opt)
}

// verdictJSON is one line of `explain --json`; its field names are a contract.
type verdictJSON struct {
	File       string            `json:"file"`
	Kind       rules.MessageKind `json:"kind"`
	Confidence float64           `json:"confidence"`
	Evidence   []find.Evidence   `json:"evidence"`
	Person     bool              `json:"person"`
	Text       string            `json:"text"`
	Language   string            `json:"language,omitempty"`
	Decision   *rules.Date       `json:"decision_date"`
	Return     *rules.Date       `json:"return_date"`
	RespondBy  *rules.Date       `json:"respond_by"`
	Failed     []string          `json:"failed_recipients"`
	Temporary  bool              `json:"temporary,omitempty"`
	Interview  *interviewJSON    `json:"interview"`
	Meetings   []meetingJSON     `json:"meetings"`
	Choice     string            `json:"choice,omitempty"` // the words that leave the time to the reader
	Distrust   string            `json:"distrust,omitempty"`
	Problems   []string          `json:"problems"`
}

type interviewJSON struct {
	Start     *time.Time `json:"start"`
	End       *time.Time `json:"end"`
	Zone      string     `json:"zone"`
	Summary   string     `json:"summary"`
	Organizer string     `json:"organizer"`
	Attendees []string   `json:"attendees"`
	Method    string     `json:"method"`
}

func (e *explainer) print(name string, v recognize.Verdict) error {
	if !e.json {
		e.printText(name, v)
		return nil
	}
	doc := verdictJSON{File: name, Kind: v.Kind, Confidence: v.Confidence, Evidence: v.Evidence, Person: v.Person, Text: v.Text, Language: v.Language,
		Decision: known(v.DecisionDate), Return: known(v.ReturnDate), RespondBy: known(v.RespondBy), Failed: v.FailedRecipients,
		Temporary: v.Temporary, Choice: v.Choice, Distrust: v.Distrust, Problems: v.Problems}
	if doc.Evidence == nil {
		doc.Evidence = []find.Evidence{}
	}
	if doc.Failed == nil {
		doc.Failed = []string{}
	}
	if doc.Problems == nil {
		doc.Problems = []string{}
	}
	doc.Meetings = meetingsOf(v)
	if m := v.Meeting; m != nil {
		doc.Interview = &interviewJSON{instant(m.Start), instant(m.End), m.Zone, m.Summary, m.Organizer, m.Attendees, m.Method}
		if doc.Interview.Attendees == nil {
			doc.Interview.Attendees = []string{}
		}
	}
	lines := json.NewEncoder(e.out)
	lines.SetEscapeHTML(false)
	return lines.Encode(doc)
}

func known(d rules.Date) *rules.Date {
	if d.IsZero() {
		return nil
	}
	return &d
}

func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func (e *explainer) printText(name string, v recognize.Verdict) {
	fmt.Fprintf(e.out, "%s: %s (%.2f)\n", onOneLine(name), v.Kind, v.Confidence)
	var words []string
	for _, one := range v.Evidence {
		if one.Where == "lesson" {
			fmt.Fprintf(e.out, "  because it is %s\n", onOneLine(one.Words))
			continue
		}
		fmt.Fprintf(e.out, "  because the %s has %q\n", one.Where, one.Words)
		if one.Where == "text" {
			words = append(words, one.Words)
		}
	}
	for _, d := range []struct {
		what string
		date rules.Date
	}{{"decision by", v.DecisionDate}, {"back on", v.ReturnDate}, {"answer by", v.RespondBy}} {
		if !d.date.IsZero() {
			fmt.Fprintf(e.out, "  %s %s\n", d.what, longDate(d.date))
		}
	}
	if len(v.FailedRecipients) > 0 {
		fmt.Fprintf(e.out, "  failed: %s\n", onOneLine(strings.Join(v.FailedRecipients, ", ")))
	}
	for _, m := range v.Appointments {
		e.printMeeting(m)
	}
	if v.Choice != "" {
		fmt.Fprintf(e.out, "  they wait for your choice of a time: %q\n", onOneLine(v.Choice))
	}
	if v.Distrust != "" {
		fmt.Fprintf(e.out, "  not trusted: %s\n", onOneLine(v.Distrust))
	}
	for _, p := range v.Problems {
		fmt.Fprintf(e.out, "  problem: %s\n", onOneLine(p))
	}
	fmt.Fprintln(e.out)
	e.emphasise(indent(v.Text), words)
	fmt.Fprintln(e.out)
}

// emphasise prints a text with the first of each of the words in bold.
func (e *explainer) emphasise(text string, words []string) {
	if e.screen == nil {
		fmt.Fprint(e.out, text)
		return
	}
	for text != "" {
		at, end, next := len(text), len(text), -1
		for i, w := range words {
			if n := strings.Index(text, w); w != "" && n >= 0 && n < at {
				at, end, next = n, n+len(w), i
			}
		}
		fmt.Fprint(e.out, text[:at])
		if next < 0 {
			return
		}
		e.style("\x1b[1m")
		fmt.Fprint(e.out, text[at:end])
		e.style("\x1b[0m")
		text, words = text[end:], slices.Delete(words, next, next+1)
	}
}

// style changes how the terminal shows what follows (ECMA-48, SGR).
func (e *explainer) style(sequence string) {
	_ = errors.Join(e.out.Flush(), e.screen.steer(sequence)) // a terminal that is gone is nobody's loss
}
