package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) listCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", SuggestFor: []string{"status", "state", "ls"}, Short: "show the applications with what comes next", Example: "  afterword list\n  afterword list --json",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				list, err := a.summaries(ctx, c, s, asJSON)
				if err != nil {
					return err
				}
				accounts, err := accountLines(ctx, c, s, a.now())
				if err != nil {
					return err
				}
				finds, err := a.openFinds(ctx, c, s)
				if err != nil {
					return err
				}
				choices, err := a.choices(ctx, c, s)
				if err != nil {
					return err
				}
				out := bufio.NewWriter(a.out)
				if asJSON {
					err = listDocument(out, list, accounts, finds, choices)
				} else {
					err = printList(out, list, accounts, finds, choices)
				}
				return errors.Join(err, out.Flush())
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return cmd
}

// summary is one application as `list --json` prints it.
type summary struct {
	ID       string        `json:"id"`
	Account  string        `json:"account"`
	Company  string        `json:"company"`
	Role     string        `json:"role"`
	State    rules.State   `json:"state"`
	Decision *decisionJSON `json:"decision"`
	Next     *nextJSON     `json:"next"`
	Waiting  string        `json:"waiting_for,omitempty"`
	Asked    []string      `json:"asked,omitempty"` // what only the user can say
}

// nextJSON is the follow-up that comes next.
type nextJSON struct {
	followUpJSON
	To     string       `json:"to"`
	Status rules.Status `json:"status"`
}

// accountJSON says when an account was read last, and since when it is not.
type accountJSON struct {
	Name       string     `json:"name"`
	Address    string     `json:"address"`
	LastRead   *time.Time `json:"last_read"`
	BlindSince *time.Time `json:"blind_since"`
	Why        string     `json:"why,omitempty"`
	NotRead    []string   `json:"not_read,omitempty"`
	line       string
	trouble    string // by which what is wrong is worded
}

// String is the line that people read.
func (a accountJSON) String() string {
	name := onOneLine(a.Name)
	if a.Address != a.Name {
		name += " (" + onOneLine(a.Address) + ")"
	}
	return fmt.Sprintf("account %s: %s", name, onOneLine(a.line))
}

// nextOf returns the follow-up that the user turns to next: one that waits in
// Drafts now, else the next to come, else one that is overdue. A check-in comes after
// the one before it was sent, and not before; and what an application is late with
// that the user put to rest, he knows.
func nextOf(plan rules.Schedule) (rules.FollowUp, bool) {
	for _, status := range []rules.Status{rules.Open, rules.Waiting, rules.Overdue} {
		for _, f := range plan.Pending() {
			resting := f.Status == rules.Overdue && (plan.State == rules.Paused || plan.State == rules.Halted)
			if f.Status == status && !f.Projected && !resting {
				return f, true
			}
		}
	}
	return rules.FollowUp{}, false
}

// blocked says why nothing comes next where a follow-up can't be sent.
func blocked(plan rules.Schedule) string {
	for _, f := range plan.FollowUps {
		if f.Status == rules.Blocked && len(f.Reasons) > 0 {
			return f.Title() + " is blocked: " + f.Reasons[len(f.Reasons)-1].Text
		}
	}
	return ""
}

// unreadFor is after how long without a look at the mailbox the daemon is
// probably not running.
const unreadFor = 10 * time.Minute

func accountLines(ctx context.Context, c *config.Config, s *store.Store, now time.Time) ([]accountJSON, error) {
	all, err := s.Healths(ctx)
	if err != nil {
		return nil, err
	}
	var list []accountJSON
	for _, account := range c.Accounts {
		h := all[account.Name]
		one := accountJSON{Name: account.Name, Address: account.Address, Why: h.Why, line: daemon.HealthLine(h), trouble: h.Trouble}
		if !h.LastRead.IsZero() {
			one.LastRead = &h.LastRead
		}
		if h.BlindSince.IsZero() && now.Sub(h.LastRead) > unreadFor {
			one.line += " (is `afterword run` running?)"
		}
		if !h.BlindSince.IsZero() {
			one.BlindSince = &h.BlindSince
		}
		if one.NotRead = append(slices.Clone(h.Skipped), h.Unread...); len(one.NotRead) > 0 {
			one.line += "; not read: " + daemon.NotRead(h)
		}
		list = append(list, one)
	}
	return list, nil
}

// lineOf is a row of the table that `list` prints, and below it, a line each, what
// only the user can say.
func lineOf(one summary) string {
	next := one.Waiting
	if n := one.Next; n != nil {
		name := rules.FollowUp{Kind: n.Kind, Number: n.Number}.Title()
		switch n.Status {
		case rules.Waiting:
			next = fmt.Sprintf("%s to %s from %s", name, n.To, clock(n.Opens))
		case rules.Overdue:
			next = fmt.Sprintf("%s to %s is overdue since %s", name, n.To, clock(n.Due))
		default:
			next = fmt.Sprintf("%s to %s, due %s", name, n.To, clock(n.Due))
		}
	}
	line := fmt.Sprintf("%s\t%s\t%s\t%s\t%s", one.ID, onOneLine(one.Role), onOneLine(one.Company), one.State, onOneLine(next))
	for _, text := range one.Asked {
		line += "\n" + one.ID + ": " + onOneLine(text)
	}
	return line
}

func printList(w io.Writer, list []store.Summary, accounts []accountJSON, finds, choices []accountFind) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	if len(finds) > 0 {
		fmt.Fprintln(t, "found in your mail, and for you to say whether they are yours (`afterword finds`):")
		for _, f := range finds {
			fmt.Fprintf(t, "  %s: %s\n", f.Tag, onOneLine(f.Title()+", "+f.whenForUser()))
		}
		fmt.Fprintln(t)
	}
	if len(choices) > 0 {
		fmt.Fprintln(t, "they wait for your choice of a time (`afterword finds`):")
		for _, f := range choices {
			fmt.Fprintf(t, "  %s: %s\n", f.Tag, onOneLine(f.Title()))
		}
		fmt.Fprintln(t)
	}
	if len(list) == 0 {
		fmt.Fprintln(t, "no applications yet: add an interview with `afterword add`")
	} else {
		fmt.Fprintln(t, "ID\tROLE\tCOMPANY\tSTATE\tNEXT")
	}
	var asked []string
	for _, one := range list {
		lines := strings.Split(one.Line, "\n")
		fmt.Fprintln(t, lines[0])
		asked = append(asked, lines[1:]...)
	}
	if len(asked) > 0 {
		fmt.Fprintf(t, "\nfor you to say:\n  %s\n", strings.Join(asked, "\n  "))
	}
	fmt.Fprintln(t)
	for _, account := range accounts {
		fmt.Fprintln(t, account)
	}
	return t.Flush()
}

func listDocument(w io.Writer, list []store.Summary, accounts []accountJSON, finds, choices []accountFind) error {
	tags := func(list []accountFind) []string {
		tags := []string{}
		for _, f := range list {
			tags = append(tags, f.Tag)
		}
		return tags
	}
	rows := make([]json.RawMessage, len(list))
	for i := range list {
		rows[i] = json.RawMessage(list[i].JSON)
	}
	return json.NewEncoder(w).Encode(map[string]any{"applications": rows, "accounts": accounts, "finds": tags(finds), "choices": tags(choices)})
}
