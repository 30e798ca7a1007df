package main

import (
	"context"
	"fmt"
	"slices"
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
				return nil, usagef("--until: %w", err)
			}
			if d.Before(rules.DateOf(a.now())) {
				return nil, usagef("--until: %s is past", d)
			}
			return rules.Snoozed{Until: d}, nil
		})
	cmd.Flags().StringVar(&until, "until", "", "the first date on which something may be drafted: 2026-12-01")
	_ = cmd.MarkFlagRequired("until")
	return cmd
}

func (a *app) noteCommand() *cobra.Command {
	var topics, challenges, notes []string
	var interview, decision string
	var noShow bool
	cmd := a.steering("note", "add what was discussed; an untouched thank-you is written anew with it",
		"  afterword note acme --topic 'the on-call rotation' --challenge 'moving off the old warehouse'\n  afterword note acme --no-show", "noted",
		func(_ context.Context, _ *store.Store, app rules.Application) (rules.What, error) {
			if len(topics)+len(challenges)+len(notes) == 0 && !noShow && decision == "" {
				return nil, usagef("nothing to note: use --topic, --challenge, --text, --decision or --no-show")
			}
			d := app.Describe()
			i := slices.IndexFunc(d.Interviews, func(v rules.Interview) bool { return v.ID == interview })
			if interview == "" {
				i = latestEnded(app, a.now())
			}
			if i < 0 {
				return nil, hint(usagef("%s has no interview %q", app.ID, interview), "afterword show %s", app.ID)
			}
			v := &d.Interviews[i]
			v.Topics = append(slices.Clone(v.Topics), topics...)
			v.Challenges = append(slices.Clone(v.Challenges), challenges...)
			v.Notes = append(slices.Clone(v.Notes), notes...)
			v.NoShow = v.NoShow || noShow
			if decision != "" {
				var err error
				if v.Decision, err = rules.ParseDate(decision); err != nil {
					return nil, usagef("--decision: %w", err)
				}
			}
			zone := v.End.Location()
			if d.Zone != "" {
				var err error
				if zone, err = loadZone(d.Zone); err != nil {
					return nil, err
				}
			}
			if err := checkDescribed(d, zone); err != nil {
				return nil, usage{err}
			}
			return d, nil
		})
	flags := cmd.Flags()
	flags.StringArrayVar(&topics, "topic", nil, "something that was discussed (repeatable)")
	flags.StringArrayVar(&challenges, "challenge", nil, "a challenge that the team faces (repeatable)")
	flags.StringArrayVar(&notes, "text", nil, "a free note (repeatable)")
	flags.StringVar(&interview, "interview", "", "which interview, by its number (default: the latest that is over)")
	flags.StringVar(&decision, "decision", "", "the date by which they said they would decide: 2026-11-20")
	flags.BoolVar(&noShow, "no-show", false, "they did not show up: a message offers to find another time")
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
