package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"

	"github.com/spf13/cobra"
)

func (a *app) logCommand() *cobra.Command {
	var asJSON bool
	var limit int
	cmd := &cobra.Command{
		Use: "log [ID]", Short: "show what was decided, newest last: the message, the words, the rule", Example: "  afterword log\n  afterword log acme -n 20",
		Args: cobra.MaximumNArgs(1), ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 0 {
				return hint(usagef("--lines: %d is less than none", limit), "afterword log -n 0   # all of them")
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, _ *config.Config, s *store.Store) error {
				id := ""
				if len(args) == 1 {
					id = args[0]
					if _, err := application(ctx, s, id); err != nil {
						return err
					}
				}
				entries, err := s.Entries(ctx, id, limit)
				if err != nil {
					return err
				}
				return a.printEntries(entries, asJSON)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().IntVarP(&limit, "lines", "n", 200, "how many of the newest entries; 0 for all")
	return cmd
}

// entryJSON is one element of the list that `log --json` prints.
type entryJSON struct {
	At          time.Time `json:"at"`
	Account     string    `json:"account"`
	Application string    `json:"application,omitempty"`
	What        string    `json:"what"`
	Why         string    `json:"why,omitempty"`
	Rule        string    `json:"rule,omitempty"`
	Message     string    `json:"message_id,omitempty"`
}

func (a *app) printEntries(entries []store.Entry, asJSON bool) error {
	if asJSON {
		list := []entryJSON{}
		for _, e := range entries {
			list = append(list, entryJSON{e.At, e.Account, e.Application, e.What, e.Why, e.Rule, e.Message})
		}
		return json.NewEncoder(a.out).Encode(list)
	}
	for _, e := range entries {
		about := e.Application
		if about == "" {
			about = e.Account
		}
		fmt.Fprintf(a.out, "%s  %s: %s\n", e.At.Local().Format(time.DateTime), onOneLine(about), onOneLine(e.What))
		if e.Why != "" {
			fmt.Fprintf(a.out, "    why: %s\n", onOneLine(e.Why))
		}
		if e.Rule != "" || e.Message != "" {
			fmt.Fprint(a.out, "    ")
			if e.Rule != "" {
				fmt.Fprintf(a.out, "rule: %s  ", onOneLine(e.Rule))
			}
			if e.Message != "" {
				fmt.Fprintf(a.out, "message: <%s>", onOneLine(e.Message))
			}
			fmt.Fprintln(a.out)
		}
	}
	return nil
}
