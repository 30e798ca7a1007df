package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) showCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show ID", Short: "show one application with its history", Example: "  afterword show acme",
		Args: oneID, ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				plan, cal, err := schedule(c, app, a.now())
				if err != nil {
					return err
				}
				if asJSON {
					return json.NewEncoder(a.out).Encode(showDocument(app, plan, howSaid(c, app)))
				}
				return a.printApplication(app, plan, cal, howSaid(c, app))
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return cmd
}

// showJSON is one application as `show --json` prints it.
type showJSON struct {
	ID       string          `json:"id"`
	State    rules.State     `json:"state"`
	Reasons  []rules.Reason  `json:"reasons,omitempty"`
	Asked    []string        `json:"asked,omitempty"` // what only the user can say
	Decision *decisionJSON   `json:"decision"`
	About    rules.Described `json:"about"`
	Failing  []string        `json:"failing_addresses,omitempty"`
	Plan     []plannedJSON   `json:"followups"`
	Quiet    *time.Time      `json:"quiet_from"`
	History  []eventJSON     `json:"history"`
}

type plannedJSON struct {
	followUpJSON
	Key    string       `json:"key"`
	To     string       `json:"to"`
	Status rules.Status `json:"status"`
}

type eventJSON struct {
	At   time.Time  `json:"at"`
	Type string     `json:"type"`
	Key  string     `json:"key"`
	What rules.What `json:"what"`
}

func showDocument(app rules.Application, plan rules.Schedule, asked []string) showJSON {
	doc := showJSON{ID: app.ID, State: plan.State, Reasons: plan.Reasons, About: app.Describe(), Plan: []plannedJSON{}, History: []eventJSON{}}
	doc.Decision, doc.Quiet = planDocument(plan).Decision, planDocument(plan).QuietFrom
	for _, n := range plan.Asked {
		doc.Asked = append(doc.Asked, n.Text)
	}
	doc.Asked = append(doc.Asked, asked...)
	for address := range app.Failing {
		doc.Failing = append(doc.Failing, address)
	}
	for _, f := range plan.FollowUps {
		doc.Plan = append(doc.Plan, plannedJSON{followUpJSON{f.Kind, f.Number, f.Opens, f.Due, f.Reasons}, f.Key, f.To.Address, f.Status})
	}
	for _, f := range app.Facts {
		doc.History = append(doc.History, eventJSON{f.At, f.Type(), f.Key, f.What})
	}
	return doc
}

func (a *app) printApplication(app rules.Application, plan rules.Schedule, cal *rules.Calendar, asked []string) error {
	t := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	fmt.Fprintf(t, "%s: %s at %s (%s)\n", app.ID, onOneLine(app.Role), onOneLine(app.Company), plan.State)
	for _, r := range reasonsOf(plan.Reasons) {
		fmt.Fprintf(t, "  %s\n", r)
	}
	for _, n := range plan.Asked {
		fmt.Fprintf(t, "  %s\n", n.Text)
	}
	for _, text := range asked {
		fmt.Fprintf(t, "  %s\n", onOneLine(text))
	}
	fmt.Fprintln(t, "\ncontacts")
	for _, c := range app.Contacts {
		note := ""
		if app.Failing[strings.ToLower(c.Address)] != "" {
			note = "mail to it comes back"
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", onOneLine(strings.TrimSpace(c.Honorific+" "+c.Name)), onOneLine(c.Address), c.Part, note)
	}
	fmt.Fprintln(t, "\ninterviews")
	for _, v := range app.Interviews {
		note := ""
		switch {
		case v.Cancelled:
			note = "cancelled"
		case v.NoShow:
			note = "they did not show up"
		default:
			note = strings.Join(notesOf(v), "; ")
			if note == "" {
				note = v.Round
			}
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\n", v.ID, clock(v.End.In(cal.Zone())), onOneLine(note))
	}
	if d := plan.Decision; !d.Date.IsZero() {
		assumed := ""
		if d.Assumed {
			assumed = " (assumed: they named none)"
		} else if d.Words != "" {
			assumed = fmt.Sprintf(" (they wrote %q)", onOneLine(d.Words))
		}
		fmt.Fprintf(t, "\ndecision date\t%s%s\n", longDate(d.Date), assumed)
	}
	fmt.Fprintln(t, "\nfollow-ups")
	for _, f := range plan.FollowUps {
		fmt.Fprintf(t, "  %s to %s: %s, %s to %s\n", f.Title(), onOneLine(f.To.Address), statusOf(f), clock(f.Opens), clock(f.Due))
		for _, r := range reasonsOf(f.Reasons) {
			fmt.Fprintf(t, "      %s\n", r)
		}
	}
	if len(plan.FollowUps) == 0 {
		fmt.Fprintln(t, "  none")
	}
	fmt.Fprintln(t, "\nhistory")
	for _, f := range app.Facts {
		if text := tellFact(app, f); text != "" {
			fmt.Fprintf(t, "  %s\t%s\n", f.At.In(cal.Zone()).Format("Mon Jan 2 2006 15:04"), text)
		}
	}
	return t.Flush()
}

func statusOf(f rules.FollowUp) string {
	switch {
	case f.Projected:
		return "later"
	case f.Placed && f.Touched:
		return "in Drafts, edited by you"
	case f.Placed && f.Pending():
		return "in Drafts, " + string(f.Status)
	}
	return string(f.Status)
}

// tellFact says a fact in words, on one line; "" for what is only the program's own
// business.
func tellFact(app rules.Application, f rules.Fact) string { return onOneLine(wordsFor(app, f)) }

func wordsFor(app rules.Application, f rules.Fact) string {
	said, words := sayFact(app, f)
	if len(words) == 0 {
		return said.String()
	}
	between := "; "
	if f.ByHand() {
		between = ": "
	}
	return said.String() + ": " + strings.Join(words, between)
}

// sayFact says a fact, and in which words of a mail, or of the program at the time, it
// rests on. A saying without a form is of the program's own business.
func sayFact(app rules.Application, f rules.Fact) (said rules.Saying, words []string) {
	switch w := f.What.(type) {
	case rules.Described:
		return rules.Say("you described the application"), nil
	case rules.Received:
		return sayReceived(app, f, w), w.Evidence
	case rules.Hinted:
		return rules.Say("%s wrote %q, which may belong to it: it %s", senderOf(w.From), w.Subject, rules.Clause(w.Why)), nil
	case rules.Attributed:
		return rules.Say("you said that <%s> was %s", w.MessageID, app.SayTitle(w.FollowUp)), nil
	case rules.Decided:
		return rules.Say("you decided: %s", w.Answer), nil
	case rules.Marked:
		return sayMarked(app, w), nil
	case rules.Delivered:
		switch {
		case w.FollowUp == "":
			return rules.Say("you wrote %q", w.Subject), nil
		case w.MessageID == "":
			return rules.Say("you said that you sent %s", app.SayTitle(w.FollowUp)), nil
		}
		return rules.Say("you sent %s: %q", app.SayTitle(w.FollowUp), w.Subject), nil
	case rules.Placed:
		return rules.Say("a draft of %s was placed", app.SayTitle(w.FollowUp)), nil
	case rules.Edited:
		return rules.Say("you edited the draft of %s", app.SayTitle(w.FollowUp)), nil
	case rules.Proofread:
		if len(w.Findings) > 0 {
			return rules.Say("your edited draft of %s was read", app.SayTitle(w.FollowUp)), w.Findings
		}
	case rules.Discarded:
		if w.Vanished {
			return rules.Say("the draft of %s left Drafts without a copy", app.SayTitle(w.FollowUp)), nil
		}
		return rules.Say("you deleted the draft of %s", app.SayTitle(w.FollowUp)), nil
	case rules.Removed:
		return rules.Say("the untouched draft of %s was moved to Trash", app.SayTitle(w.FollowUp)), []string{w.Why}
	case rules.Stopped:
		return rules.Say("you stopped it"), nil
	case rules.Unstopped:
		return rules.Say("you took back that it is stopped"), nil
	case rules.Resumed:
		return rules.Say("you resumed it"), nil
	case rules.Snoozed:
		return rules.Say("you put it off until %s", w.Until), nil
	}
	return rules.Saying{}, nil
}

func senderOf(c rules.Contact) string { return strings.TrimSpace(c.Name + " <" + c.Address + ">") }

// sayReceived says of a message who wrote it, and what it was taken for.
func sayReceived(app rules.Application, f rules.Fact, w rules.Received) rules.Saying {
	kind := rules.Say("%s (%s)", w.Kind, fmt.Sprintf("%.2f", w.Confidence))
	if f.ByHand() {
		kind = heardKind(w)
	}
	if k := app.KindOf(w); k != w.Kind {
		kind = rules.Say("%s, as you said", k)
	}
	switch who := cmp.Or(w.From.Name, w.From.Address); {
	case !f.ByHand():
		return rules.Say("%s wrote %q: %s", senderOf(w.From), w.Subject, kind)
	case who == "":
		return rules.Say("they told you: %s", kind)
	default:
		return rules.Say("%s told you: %s", who, kind)
	}
}

func sayMarked(app rules.Application, w rules.Marked) rules.Saying {
	if w.Kind == "" {
		return rules.Say("you took back what you said of <%s>", w.MessageID)
	}
	for _, f := range app.Facts {
		if m, ok := f.What.(rules.Received); ok && m.MessageID == w.MessageID {
			return rules.Say("you said that %q from %s is %s", m.Subject, cmp.Or(m.From.Name, m.From.Address), w.Kind)
		}
	}
	return rules.Say("you said that <%s> is %s", w.MessageID, w.Kind)
}
