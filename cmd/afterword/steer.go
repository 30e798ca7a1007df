package main

import (
	"context"
	"fmt"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// steering is a command that stores one thing that the user says of an application.
func (a *app) steering(use, short, example, done string, what func(context.Context, *store.Store, rules.Application) (rules.What, error)) *cobra.Command {
	return &cobra.Command{
		Use: use + " ID", Short: short, Example: example,
		Args: oneID, ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, _ *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				w, err := what(ctx, s, app)
				if err != nil {
					return err
				}
				if err := a.addSaid(ctx, s, app, a.fact(w)); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "%s: %s\n", app.ID, done)
				return nil
			})
		},
	}
}

func (a *app) stopCommand() *cobra.Command {
	return a.steering("stop", "stop an application: untouched drafts leave, nothing more is drafted", "  afterword stop acme",
		"stopped; `afterword resume` takes it up again",
		func(context.Context, *store.Store, rules.Application) (rules.What, error) {
			return rules.Stopped{}, nil
		})
}

func (a *app) resumeCommand() *cobra.Command {
	return a.steering("resume", "take an application up again after stop, snooze, a deleted check-in or an answer", "  afterword resume acme",
		"resumed", func(context.Context, *store.Store, rules.Application) (rules.What, error) {
			return rules.Resumed{}, nil
		})
}

func (a *app) snoozeCommand() *cobra.Command {
	var until string
	cmd := a.steering("snooze", "draft nothing before a date", "  afterword snooze acme --until 2026-12-01", "snoozed",
		func(context.Context, *store.Store, rules.Application) (rules.What, error) {
			d, err := rules.ParseDate(until)
			if err != nil {
				return nil, usage{flagged{"until", err}}
			}
			if d.Before(rules.DateOf(a.now())) {
				return nil, usage{flagged{"until", rules.Mistaken("%s is past", d)}}
			}
			return rules.Snoozed{Until: d}, nil
		})
	cmd.Flags().StringVar(&until, "until", "", "the first date on which something may be drafted: 2026-12-01")
	_ = cmd.MarkFlagRequired("until")
	return cmd
}

// latestEnded returns the index of the latest interview that is over, else of the
// first; -1 where there is none.
func latestEnded(app rules.Application, now time.Time) int {
	latest := -1
	for i, v := range app.Interviews {
		if latest < 0 || !v.End.After(now) && !v.Cancelled {
			latest = i
		}
	}
	return latest
}
