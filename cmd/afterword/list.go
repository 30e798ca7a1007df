package main

import (
	"context"
	"encoding/json"
	"fmt"
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
		Use: "list", Short: "show the applications with what comes next", Example: "  afterword list\n  afterword list --json",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				list, err := a.summaries(ctx, c, s)
				if err != nil {
					return err
				}
				accounts, err := accountLines(ctx, c, s, a.now())
				if err != nil {
					return err
				}
				if asJSON {
					return json.NewEncoder(a.out).Encode(map[string]any{"applications": list, "accounts": accounts})
				}
				return a.printList(list, accounts)
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
}

func (a *app) summaries(ctx context.Context, c *config.Config, s *store.Store) ([]summary, error) {
	apps, err := openApplications(ctx, s)
	if err != nil {
		return nil, err
	}
	list := []summary{}
	for _, app := range apps {
		if _, err := accountOf(c, app.Account); err != nil {
			list = append(list, summary{ID: app.ID, Account: app.Account, Company: app.Company, Role: app.Role, State: "resting",
				Waiting: fmt.Sprintf("its account %q is not in the config", app.Account)})
			continue
		}
		plan, _, err := schedule(c, app, a.now())
		if err != nil {
			return nil, err
		}
		one := summary{ID: app.ID, Account: app.Account, Company: app.Company, Role: app.Role, State: plan.State}
		if !plan.Decision.Date.IsZero() {
			one.Decision = &decisionJSON{plan.Decision.Date, plan.Decision.Assumed}
		}
		if f, ok := nextOf(plan); ok {
			one.Next = &nextJSON{followUpJSON{f.Kind, f.Number, f.Opens, f.Due, f.Reasons}, f.To.Address, f.Status}
		}
		if len(plan.Reasons) > 0 {
			one.Waiting = strings.Join(reasonsOf(plan.Reasons), "; ")
		} else if one.Next == nil {
			one.Waiting = blocked(plan)
		}
		list = append(list, one)
	}
	return list, nil
}

// nextOf returns the follow-up that the user turns to next: one that waits in
// Drafts now, else the next to come, else one that is overdue.
func nextOf(plan rules.Schedule) (rules.FollowUp, bool) {
	for _, status := range []rules.Status{rules.Open, rules.Waiting, rules.Overdue} {
		for _, f := range plan.Pending() {
			if f.Status == status {
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
		one := accountJSON{Name: account.Name, Address: account.Address, Why: h.Why, line: daemon.HealthLine(h)}
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

func (a *app) printList(list []summary, accounts []accountJSON) error {
	t := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	if len(list) == 0 {
		fmt.Fprintln(t, "no applications yet: add an interview with `afterword add`")
	} else {
		fmt.Fprintln(t, "ID\tROLE\tCOMPANY\tSTATE\tNEXT")
	}
	for _, one := range list {
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
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", one.ID, one.Role, one.Company, one.State, next)
	}
	fmt.Fprintln(t)
	for _, account := range accounts {
		fmt.Fprintf(t, "account %s (%s): %s\n", account.Name, account.Address, account.line)
	}
	return t.Flush()
}
