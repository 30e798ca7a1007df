package main

import (
	"context"
	"slices"
	"strings"

	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) markCommand() *cobra.Command {
	var message string
	var forget bool
	var kind rules.MessageKind
	cmd := a.steering("mark", "say what a message really is", "  afterword mark acme rejection\n  afterword mark acme --forget", "noted",
		func(_ context.Context, _ *store.Store, app rules.Application) (rules.What, error) {
			id := strings.Trim(message, "<>")
			if id == "" && forget {
				id = app.LastMarked()
				if id == "" {
					return nil, hint(mistaken("you have said of no message of %s what it is", app.ID), "afterword show %s", app.ID)
				}
				return rules.Marked{MessageID: id}, nil
			}
			if id == "" {
				c, err := a.config()
				if err != nil {
					return nil, err
				}
				plan, _, err := schedule(c, app, a.now())
				if err != nil {
					return nil, err
				}
				if id = app.AskedAbout(plan.Asked); id != "" {
					return rules.Marked{MessageID: id, Kind: kind}, nil
				}
				return nil, hint(mistaken("no message has come for %s yet", app.ID), "afterword show %s", app.ID)
			}
			if !app.HasMessage(id) {
				return nil, hint(mistaken("%s has no message %q", app.ID, message), "afterword show %s", app.ID)
			}
			return rules.Marked{MessageID: id, Kind: kind}, nil
		})
	cmd.Use = "mark ID KIND"
	cmd.Long = "Says what a message really is, by default the one that the program asks about, else the newest one that a person wrote. KIND is one of " + kinds() + ". " +
		"What is worded like it and comes from the same company is taken as the same from then on. --forget takes back what you said, of the newest message that you marked or of the one that --message names, and what was learnt of it."
	cmd.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case forget && len(args) == 2:
			return hint(mistaken("--forget takes back what you said: name no kind with it"), "afterword mark %s --forget", args[0])
		case forget && len(args) != 1:
			return hint(mistaken("name an application by its id"), "afterword mark --help")
		case !forget && len(args) != 2:
			return hint(mistaken("name an application by its id, and what its message is"), "afterword mark --help")
		}
		return nil
	}
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 1 {
			return strings.Split(kinds(), ", "), cobra.ShellCompDirectiveNoFileComp
		}
		return a.completeIDs(cmd, args, word)
	}
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !forget {
			kind = rules.MessageKind(args[1])
			if !slices.Contains(rules.MessageKinds, kind) {
				return mistaken("%q is no kind of message: use one of %s", args[1], kinds())
			}
		}
		return run(cmd, args)
	}
	cmd.Flags().StringVar(&message, "message", "", "Message-ID of the message (default: the one that was asked about)")
	cmd.Flags().BoolVar(&forget, "forget", false, "take back what you said of a message, and what was learnt of it")
	return cmd
}

func kinds() string {
	var list []string
	for _, k := range rules.MessageKinds {
		list = append(list, string(k))
	}
	return strings.Join(list, ", ")
}
