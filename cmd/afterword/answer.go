package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// offerAnswers are what an offer can be answered.
var offerAnswers = []rules.Answer{rules.Accepts, rules.Declines, rules.WantsTime}

func (a *app) answerCommand() *cobra.Command {
	var by string
	var withdraw, tell []string
	cmd := &cobra.Command{
		Use: "answer ID accept|decline|more-time", Short: "answer an offer: drafts the letter that says so",
		Long: `Drafts the letter in which you accept or decline an offer, or ask for time until a
date, in answer to the offer. You review it and send it. After accept you are asked
about your other applications that run: to each that you name, or confirm, goes a short
letter that takes your candidacy back. With --tell the next check-ins of other
applications say that you have an offer to answer by the date.`,
		Example: "  afterword answer acme accept --withdraw brightwater,nordlys\n  afterword answer acme decline\n  afterword answer acme more-time --by 2026-12-18",
		Args:    cobra.ExactArgs(2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return answerNames(), cobra.ShellCompDirectiveNoFileComp
			}
			return a.completeIDs(cmd, args, word)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				decided, err := a.decision(c, app, rules.Answer(args[1]), by, withdraw)
				if err != nil {
					return err
				}
				var others []rules.Application
				if decided.Answer == rules.Accepts {
					if others, err = a.withdrawn(ctx, c, s, app, withdraw); err != nil {
						return err
					}
				}
				if len(tell) > 0 && decided.Answer != rules.WantsTime {
					return mistaken("--tell goes with more-time")
				}
				told, err := applications(ctx, s, tell)
				if err != nil {
					return err
				}
				if err := a.addSaid(ctx, s, app, a.fact(decided)); err != nil {
					return err
				}
				for _, other := range told {
					d := other.Describe()
					d.OfferElsewhere = decided.By
					if err := a.addSaid(ctx, s, other, a.fact(d)); err != nil {
						return err
					}
					fmt.Fprintf(a.out, "%s: the next check-in says that you have an offer to answer by %s\n", other.ID, decided.By)
				}
				fmt.Fprintf(a.out, "%s: noted; the letter is drafted (`afterword preview %s` shows it)\n", app.ID, app.ID)
				for _, other := range others {
					if err := a.addSaid(ctx, s, other, a.fact(rules.Decided{Answer: rules.Withdraws})); err != nil {
						return err
					}
					fmt.Fprintf(a.out, "%s: your withdrawal is drafted\n", other.ID)
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "with more-time: the date until which you ask to have: 2026-12-18")
	cmd.Flags().StringSliceVar(&tell, "tell", nil, "with more-time: the applications whose next check-in says that you have an offer to answer by that date, by their ids")
	cmd.Flags().StringSliceVar(&withdraw, "withdraw", nil, "with accept: the applications that you take back, by their ids")
	return cmd
}

// applications are those of the ids.
func applications(ctx context.Context, s *store.Store, ids []string) (list []rules.Application, err error) {
	for _, id := range ids {
		app, err := application(ctx, s, id)
		if err != nil {
			return nil, err
		}
		list = append(list, app)
	}
	return list, nil
}

func answerNames() (names []string) {
	for _, answer := range offerAnswers {
		names = append(names, string(answer))
	}
	return names
}

// decision checks what was typed against the application.
func (a *app) decision(c *config.Config, app rules.Application, answer rules.Answer, by string, withdraw []string) (d rules.Decided, err error) {
	d.Answer = answer
	plan, _, err := schedule(c, app, a.now())
	if err != nil {
		return d, err
	}
	switch {
	case !slices.Contains(offerAnswers, answer):
		return d, mistaken("%q is no answer to an offer: use one of %s", answer, strings.Join(answerNames(), ", "))
	case plan.State != rules.Offered:
		return d, hint(mistaken("no offer of %s is known", app.ID), "afterword heard %s offer   # if you were told of it otherwise", app.ID)
	case answer == rules.WantsTime && by == "":
		return d, hint(mistaken("more-time needs the date until which you ask to have"), "afterword answer %s more-time --by 2026-12-18", app.ID)
	case answer != rules.WantsTime && by != "":
		return d, mistaken("--by goes with more-time")
	case answer != rules.Accepts && len(withdraw) > 0:
		return d, mistaken("--withdraw goes with accept")
	case by == "":
		return d, nil
	}
	if d.By, err = rules.ParseDate(by); err != nil {
		return d, usage{flagged{"by", err}}
	}
	if d.By.Before(rules.DateOf(a.now())) {
		return d, usage{flagged{"by", rules.Mistaken("%s is past", d.By)}}
	}
	return d, nil
}

// withdrawn are the other applications whose candidacy the user takes back: those that
// he named, or, on a terminal, confirms one by one.
func (a *app) withdrawn(ctx context.Context, c *config.Config, s *store.Store, accepted rules.Application, named []string) (list []rules.Application, err error) {
	for _, id := range named {
		other, err := application(ctx, s, id)
		if err != nil {
			return nil, err
		}
		if running, err := a.running(c, other); err != nil || !running || other.ID == accepted.ID {
			return nil, hint(usage{flagged{"withdraw", rules.Mistaken("%s does not run", id)}}, "afterword list")
		}
		list = append(list, other)
	}
	if len(named) > 0 || !isTerminal(a.in) {
		return list, nil
	}
	apps, err := openApplications(ctx, s)
	if err != nil {
		return nil, err
	}
	for _, other := range apps {
		running, err := a.running(c, other)
		if err != nil {
			return nil, err
		}
		if !running || other.ID == accepted.ID {
			continue
		}
		answer, err := choose(oneByOne{a.in}, a.out, fmt.Sprintf("Take back your application for %s at %s (yes, no)? ", onOneLine(other.Role), onOneLine(other.Company)), "yes", "no")
		if err != nil {
			return nil, err
		}
		if answer == "yes" {
			list = append(list, other)
		}
	}
	return list, nil
}

// running reports whether an application is open: nothing has ended it.
func (a *app) running(c *config.Config, app rules.Application) (bool, error) {
	plan, _, err := schedule(c, app, a.now())
	return err == nil && !slices.Contains([]rules.State{rules.Rejected, rules.Offered, rules.Halted}, plan.State), err
}
