package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) sentCommand() *cobra.Command {
	var on string
	cmd := &cobra.Command{
		Use: "sent ID [FOLLOW-UP]", Short: "say that you sent a follow-up from elsewhere",
		Long: `Says that a follow-up was sent where the program does not see it: from another
account, or by a mail program that keeps no copy; or that the letter of your own about
which you were asked was it. FOLLOW-UP is its name (check-in-1,
thank-you), its key in show --json, or the address that it went to; it may be left
out where only one can be meant.`,
		Example: "  afterword sent acme\n  afterword sent acme check-in-1 --on 2026-11-24\n  afterword sent acme ngozi@acme.example",
		Args:    cobra.RangeArgs(1, 2), ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				word := ""
				if len(args) > 1 {
					word = args[1]
				}
				f, err := a.sendable(c, app, word)
				if err != nil {
					return err
				}
				at, err := a.dayOf(c, app, "on", on)
				if err != nil {
					return err
				}
				fact := rules.Fact{Key: "user/" + rand.Text(), At: at, What: deliveredByHand(app, f)}
				if letter, ok := seenAs(app, f); ok && on == "" {
					fact.What = letter
				}
				if err := a.addSaid(ctx, s, app, fact); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "%s: noted that you sent %s\n", app.ID, app.TitleOf(f.Key))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the day on which you sent it: 2026-11-24 (default: now)")
	return cmd
}

// sendable finds the follow-up that the user has sent: by its key, its name or the
// address that it went to; with "" the only one that can be meant.
func (a *app) sendable(c *config.Config, app rules.Application, word string) (rules.FollowUp, error) {
	plan, _, err := schedule(c, app, a.now())
	if err != nil {
		return rules.FollowUp{}, err
	}
	var all, now []rules.FollowUp
	for _, f := range plan.FollowUps {
		if f.Status == rules.Sent || f.Projected {
			continue
		}
		all = append(all, f)
		if f.Status == rules.Open || f.Status == rules.Overdue || f.Status == rules.Declined || f.Placed || f.Perhaps != "" {
			now = append(now, f)
		}
	}
	// A check-in whose draft left Drafts seems to have been deleted, and is planned no more.
	for _, f := range declinedCheckIns(app) {
		if !slices.ContainsFunc(all, func(have rules.FollowUp) bool { return have.Key == f.Key }) {
			all, now = append(all, f), append(now, f)
		}
	}
	found := now
	if word != "" {
		found = slices.DeleteFunc(slices.Clone(all), func(f rules.FollowUp) bool { return !isCalled(app, f, word) })
	} else if len(now) == 0 {
		found = all
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0 && word == "":
		return rules.FollowUp{}, hint(mistaken("%s has no follow-up that is still to be sent", app.ID), "afterword show %s", app.ID)
	case len(found) == 0:
		return rules.FollowUp{}, hint(mistaken("%s has no follow-up %q that is still to be sent", app.ID, word), "%s", oneOf(app.ID, all))
	}
	return rules.FollowUp{}, hint(mistaken("which follow-up of %s?", app.ID), "%s", oneOf(app.ID, found))
}

// oneOf is what to type where one of several follow-ups has to be chosen: each by the
// plainest name that no other one has.
func oneOf(id string, list []rules.FollowUp) string {
	if len(list) == 0 {
		return "afterword show " + id
	}
	names := func(f rules.FollowUp) []string {
		return []string{strings.ReplaceAll(f.Title(), " ", "-"), f.To.Address, f.Key}
	}
	var chosen []string
	for _, f := range list {
		chosen = append(chosen, names(f)[slices.IndexFunc(names(f), func(name string) bool {
			return name != "" && !slices.ContainsFunc(list, func(other rules.FollowUp) bool { return other.Key != f.Key && slices.Contains(names(other), name) })
		})])
	}
	line := "afterword sent " + id + " " + chosen[0]
	if len(chosen) > 1 {
		line += "   # or: " + strings.Join(chosen[1:], ", ")
	}
	return line
}

// declinedCheckIns are the check-ins whose draft the user seems to have deleted.
func declinedCheckIns(app rules.Application) (list []rules.FollowUp) {
	sent := map[string]bool{}
	for _, f := range app.Facts {
		if d, ok := f.What.(rules.Delivered); ok {
			sent[d.FollowUp] = true
		}
	}
	to, _ := app.StatusContact()
	for _, f := range app.Facts {
		if d, ok := f.What.(rules.Discarded); ok && !sent[d.FollowUp] && strings.HasPrefix(d.FollowUp, string(rules.CheckIn)+"/") {
			list = append(list, rules.FollowUp{Key: d.FollowUp, Kind: rules.CheckIn, To: to, Status: rules.Declined})
		}
	}
	return list
}

// isCalled reports whether a user may have meant a follow-up by a word.
func isCalled(app rules.Application, f rules.FollowUp, word string) bool {
	title := f.Title()
	if f.Number == 0 {
		title = app.TitleOf(f.Key)
	}
	return slices.ContainsFunc([]string{f.Key, string(f.Kind), title, strings.ReplaceAll(title, " ", "-"), f.To.Address, f.To.Name},
		func(name string) bool { return name != "" && strings.EqualFold(name, word) })
}

// seenAs says of the letter about which the user was asked that it was the follow-up; ok
// is false where there is none, or nothing names it.
func seenAs(app rules.Application, f rules.FollowUp) (said rules.Attributed, ok bool) {
	for _, fact := range app.Facts {
		if d, sent := fact.What.(rules.Delivered); sent && fact.Key == f.Perhaps && d.MessageID != "" {
			return rules.Attributed{MessageID: d.MessageID, FollowUp: f.Key}, true
		}
	}
	return said, false
}

// deliveredByHand is what a letter says that nobody saw: it is taken to be as it was
// drafted, so that the next one is shorter and says nothing twice.
func deliveredByHand(app rules.Application, f rules.FollowUp) rules.Delivered {
	d := rules.Delivered{FollowUp: f.Key}
	if f.To.Address != "" {
		d.To = []string{f.To.Address}
	}
	for _, fact := range app.Facts {
		if p, ok := fact.What.(rules.Placed); ok && p.FollowUp == f.Key {
			d.Sentences, d.Words = p.Sentences, len(strings.Fields(strings.Join(p.Sentences, " ")))
		}
	}
	return d
}
