package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"afterword/internal/daemon"
	"afterword/internal/demo/mailserver"
)

// An Interview is what the user of the story types after `afterword add`.
type Interview struct {
	Company, Role                    string
	Interviewers, Recruiters, Topics []string
	Ended, Zone, Decision            string
}

// A Telling says how the story is told.
type Telling struct {
	Out io.Writer
	Log io.Writer // the daemon's own log
	Dir string    // for the store
	// Add enters an interview into the stage's store, as the command does, and returns
	// the application's id.
	Add func(context.Context, *Stage, Interview) (id string, err error)
}

// story is the story while it is told.
type story struct {
	*Stage
	Telling
	ctx   context.Context
	zone  *time.Location
	shown map[string]bool // drafts, by Message-ID
	seq   int64           // of the last decision that was told
	err   error           // the first; nothing happens after it
}

// Tell plays the story and prints it. It leaves nothing behind but the store.
func Tell(ctx context.Context, t Telling) error {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		return err
	}
	server, err := mailserver.Start(mailserver.Options{Users: []string{"sam@home.example"}})
	if err != nil {
		return err
	}
	defer server.Close()
	s, err := New(ctx, Options{Server: &server.Server, Dir: t.Dir, Log: t.Log, Start: time.Date(2024, 11, 14, 12, 0, 0, 0, zone),
		Notify: func(daemon.Notification) {}})
	if err != nil {
		return err
	}
	s.StartDaemon(ctx)
	d := &story{Stage: s, Telling: t, ctx: ctx, zone: zone, shown: map[string]bool{}}
	d.told("This is a made-up mailbox (sam@home.example) on a mail server of its own, and the\n" +
		"real program watching it. Only the clock is fast. Nothing is ever sent by it:\n" +
		"whatever is sent below, Sam sends from a mail client.")
	d.thanks()
	d.checkIns()
	d.answer()
	d.offer()
	d.rejection()
	if d.err == nil {
		d.told("\nThat is all. Set it up for your own mailbox: `afterword init`.")
	}
	return errors.Join(d.err, s.Close())
}

func (d *story) thanks() {
	d.chapter("Thanks, within a business day of the interview")
	id := d.add("Acme", "Senior Analyst", "2024-11-15T15:00", "2024-11-22", []string{"the move to the new data warehouse", "quarterly forecasting"},
		"Dr. Ngozi Okafor <ngozi.okafor@acme.example>", "Tomás Rivera <tomas.rivera@acme.example>")
	d.told("Sam adds an interview at Acme: two interviewers, one recruiter, a decision promised\nby November 22 (`afterword add …` printed the id %q).", id)
	d.to("2024-11-15T15:00", "the interview ends")
	d.send("ngozi.okafor", func(s string) string { return strings.Replace(s, "Acme", "Acme's analytics team", 1) }, "Sam opens the first draft in a mail client, changes a few words, and sends it.")
	d.discard("tomas.rivera", "Sam deletes the other draft. It is not written again.")
	d.to("2024-11-15T16:30", "some time later")
	d.arrive("2024-11-18T09:10", Mail{From: "Robin Hale <robin.hale@acme.example>", Subject: "Automatic reply: your visit", Header: []string{"Auto-Submitted: auto-replied"},
		Text: "I am out of the office until Wednesday, November 20, 2024 and will read your message then."})
}

func (d *story) checkIns() {
	d.chapter("Three questions at the most, each shorter, then silence")
	d.to("2024-11-26T09:00", "the decision date has passed by two business days")
	d.send("robin.hale", nil, "Sam sends it.")
	d.to("2024-12-04T09:00", "five business days without an answer (Thanksgiving does not count)")
	d.send("robin.hale", nil, "Sam sends it.")
	d.to("2024-12-11T09:00", "five more")
	d.send("robin.hale", nil, "Sam sends it.")
	d.to("2024-12-20T17:00", "seven more")
}

func (d *story) answer() {
	d.chapter("Silence, the moment somebody answers")
	d.add("Borealis Energy", "Grid Planner", "2024-12-20T11:00", "2024-12-27", nil, "Mei Tanaka <mei@borealis.example>")
	d.to("2024-12-31T09:00", "two business days after Borealis wanted to decide")
	d.arrive("2024-12-31T10:20", Mail{From: "Robin Hale <robin.hale@borealis.example>", Subject: "Grid Planner",
		Text: "Hi Sam,\n\nthanks for your patience. We will make our decision by January 17, 2025.\n\nBest,\nRobin"})
}

func (d *story) offer() {
	d.chapter("An offer")
	d.add("Cobalt Labs", "Data Engineer", "2025-01-07T11:00", "2025-01-10", nil, "Jonas Weber <jonas@cobalt.example>")
	d.to("2025-01-07T11:05", "the interview is over")
	d.arrive("2025-01-09T14:00", Mail{From: "Robin Hale <robin.hale@cobalt.example>", Subject: "Your application at Cobalt Labs",
		Text: "Dear Sam,\n\nwe are delighted to offer you the position of Data Engineer. The written offer is attached.\nPlease let us know your decision by January 17, 2025.\n\nBest regards,\nRobin Hale"})
}

func (d *story) rejection() {
	d.chapter("A rejection")
	d.add("Delphi Media", "Reporting Lead", "2025-01-13T15:00", "", nil, "Ines Costa <ines@delphi.example>")
	d.to("2025-01-13T15:05", "the interview is over")
	d.arrive("2025-01-15T10:00", Mail{From: "Ines Costa <ines@delphi.example>", Subject: "Reporting Lead at Delphi Media",
		Text: "Dear Sam,\n\nthank you for taking the time to speak with us. Unfortunately, we have decided to move\nforward with another candidate for this role.\n\nKind regards,\nInes"})
}

// add enters an interview, with a recruiter of the company.
func (d *story) add(company, role, ended, decision string, topics []string, interviewers ...string) string {
	if d.err != nil {
		return ""
	}
	domain := strings.ToLower(strings.Fields(company)[0]) + ".example"
	id, err := d.Add(d.ctx, d.Stage, Interview{Company: company, Role: role, Interviewers: interviewers,
		Recruiters: []string{"Robin Hale <robin.hale@" + domain + ">"}, Topics: topics, Ended: ended, Zone: "America/New_York", Decision: decision})
	d.err = err
	return id
}

func (d *story) chapter(title string) {
	d.told("\n%s\n%s", strings.ToUpper(title), strings.Repeat("─", len([]rune(title))))
}

func (d *story) told(format string, args ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.Out, format+"\n", args...)
	}
}

// to moves the clock and tells what happens.
func (d *story) to(when, why string) {
	if d.err != nil {
		return
	}
	t, err := time.ParseInLocation("2006-01-02T15:04", when, d.zone)
	if err != nil {
		d.err = err
		return
	}
	d.told("\n%s: %s.", t.Format("Mon Jan 2 2006, 15:04"), why)
	d.At(t)
	d.settle()
}

// settle waits for the daemon, then tells what it decided and shows new drafts.
func (d *story) settle() {
	if d.err != nil {
		return
	}
	if d.err = d.Settle(d.ctx); d.err != nil {
		return
	}
	entries, err := d.Store.Entries(d.ctx, "", 0)
	if err != nil {
		d.err = err
		return
	}
	for _, e := range entries {
		if e.Seq > d.seq {
			d.seq = e.Seq
			d.told("  → %s", e.What)
			if e.Why != "" {
				d.told("    because %s", e.Why)
			}
		}
	}
	drafts, err := d.Drafts()
	if err != nil {
		d.err = err
		return
	}
	for _, l := range drafts {
		if !d.shown[l.MessageID] {
			d.shown[l.MessageID] = true
			d.told("\n    ┌ in Drafts\n    │ To:      %s\n    │ Subject: %s\n    │", l.To, l.Subject)
			d.told("%s", boxed(l.Text))
			d.told("    └")
		}
	}
}

// draft finds the draft to somebody.
func (d *story) draft(to string) (Letter, bool) {
	if d.err != nil {
		return Letter{}, false
	}
	drafts, err := d.Drafts()
	for _, l := range drafts {
		if err == nil && strings.Contains(l.To, to) {
			return l, true
		}
	}
	d.err = errors.Join(err, fmt.Errorf("there is no draft to %s", to))
	return Letter{}, false
}

func (d *story) send(to string, edit func(string) string, what string) {
	if l, ok := d.draft(to); ok {
		d.told("\n%s", what)
		_, d.err = d.Send(l, edit)
		d.settle()
	}
}

func (d *story) discard(to, what string) {
	if l, ok := d.draft(to); ok {
		d.told("\n%s", what)
		d.err = d.Discard(l)
		d.settle()
	}
}

func (d *story) arrive(when string, m Mail) {
	if d.err != nil {
		return
	}
	t, err := time.ParseInLocation("2006-01-02T15:04", when, d.zone)
	if err != nil {
		d.err = err
		return
	}
	d.At(t)
	d.told("\n%s: a message arrives from %s.", t.Format("Mon Jan 2 2006, 15:04"), m.From)
	d.told("\n    ┌ in the Inbox\n    │ Subject: %s\n    │\n%s\n    └", m.Subject, boxed(m.Text))
	d.err = d.Arrive(m)
	d.settle()
}

// boxed puts a letter beside a line.
func boxed(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("    │ "+l, " ")
	}
	return strings.Join(lines, "\n")
}
