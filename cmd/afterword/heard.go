package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// heardKinds are what a user may hear otherwise than by mail.
var heardKinds = []rules.MessageKind{rules.MessageOffer, rules.MessageRejection, rules.MessageTimeline, rules.MessageHolding,
	rules.MessageInterview, rules.MessageQuestion, rules.MessageAutoReply}

func (a *app) heardCommand() *cobra.Command {
	var date, on, note string
	cmd := &cobra.Command{
		Use: "heard ID KIND", Short: "say what you were told by telephone",
		Long: `Says what the company told you otherwise than by mail. It counts like a message of
the status contact. KIND is offer, rejection, timeline, holding, interview, question
or auto-reply (an absence). --date is the date that was named: of the decision, of
the return (needed with timeline and auto-reply), or until when an offer stands.`,
		Example: "  afterword heard acme timeline --date 2026-12-04 --note 'they wait for the budget'\n  afterword heard acme rejection --on 2026-11-24",
		Args:    cobra.ExactArgs(2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return kindNames(heardKinds), cobra.ShellCompDirectiveNoFileComp
			}
			return a.completeIDs(cmd, args, word)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				m, err := heardByHand(app, rules.MessageKind(args[1]), date, note)
				if err != nil {
					return err
				}
				at, err := a.dayOf(c, app, "on", on)
				if err != nil {
					return err
				}
				fact := rules.Fact{Key: rules.ByHandKey + rand.Text(), At: at, What: m}
				if err := a.addSaid(ctx, s, app, fact); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "%s: noted; %s\n", app.ID, tellFact(app, fact))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", "the date that was named: 2026-12-04")
	cmd.Flags().StringVar(&on, "on", "", "the day on which you heard it: 2026-11-24 (default: now)")
	cmd.Flags().StringVar(&note, "note", "", "what was said, in your words")
	return cmd
}

func kindNames(kinds []rules.MessageKind) (names []string) {
	for _, k := range kinds {
		names = append(names, string(k))
	}
	return names
}

// heardByHand is what was heard, as a message of the status contact would say it.
func heardByHand(app rules.Application, kind rules.MessageKind, date, note string) (rules.Received, error) {
	if !slices.Contains(heardKinds, kind) {
		return rules.Received{}, mistaken("%q is nothing that can be heard: use one of %s", kind, strings.Join(kindNames(heardKinds), ", "))
	}
	from, _ := app.StatusContact()
	m := rules.Received{From: from, Kind: kind, Confidence: 1, Person: kind != rules.MessageAutoReply, Sure: true}
	if note = strings.TrimSpace(note); note != "" {
		m.Evidence = []string{onOneLine(note)}
	}
	var named *rules.Date
	switch kind {
	case rules.MessageTimeline:
		named = &m.Decision
	case rules.MessageAutoReply:
		named = &m.Return
	case rules.MessageOffer:
		named = &m.RespondBy
	}
	switch {
	case date == "" && (kind == rules.MessageTimeline || kind == rules.MessageAutoReply):
		return m, hint(mistaken("%s needs the date that was named", kind), "afterword heard %s %s --date 2026-12-04", app.ID, kind)
	case date == "":
		return m, nil
	case named == nil:
		return m, hint(mistaken("%s names no date", kind), "say on which day you heard it with --on %s", date)
	}
	var err error
	if *named, err = rules.ParseDate(date); err != nil {
		return m, usage{flagged{"date", err}}
	}
	return m, nil
}

// heardKind says what was heard.
func heardKind(m rules.Received) rules.Saying {
	for _, d := range []rules.Date{m.Decision, m.Return, m.RespondBy} {
		if !d.IsZero() {
			return rules.Say("%s, %s", m.Kind, d)
		}
	}
	return rules.Say("%s", m.Kind)
}

// dayOf returns when something happened of which the user tells only the day: its
// noon in the application's zone, but not later than now; with "" now itself.
func (a *app) dayOf(c *config.Config, app rules.Application, flag, day string) (time.Time, error) {
	now := a.now()
	if day == "" {
		return now, nil
	}
	date, err := rules.ParseDate(day)
	if err != nil {
		return now, usage{flagged{flag, err}}
	}
	account, err := accountOf(c, app.Account)
	if err != nil {
		return now, err
	}
	cal, err := c.Calendar(account, app.Zone, app.Holidays)
	if err != nil {
		return now, err
	}
	if date.After(cal.Date(now)) {
		return now, usage{flagged{flag, rules.Mistaken("%s is still to come", date)}}
	}
	at := date.At(12*time.Hour, cal.Zone())
	for _, v := range app.Interviews {
		// On the day of an interview it was after it.
		if cal.Date(v.End) == date && v.End.After(at) {
			at = v.End
		}
	}
	if at.After(now) {
		at = now
	}
	return at, nil
}
