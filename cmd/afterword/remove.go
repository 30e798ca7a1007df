package main

import (
	"context"
	"errors"
	"fmt"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) removeCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "remove ID", Short: "forget an application that was a mistake",
		Long: `Forgets an application that was entered by mistake: its interviews, people, history
and log. Untouched drafts of it go to Trash; what you edited stays where it is, and
nothing else in your mailbox is touched. To end one that was none, use stop.`,
		Example: "  afterword remove acme\n  afterword remove acme --yes",
		Args:    oneID, ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, _ *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				if err := a.confirm(yes, fmt.Sprintf("All that is known of %s (%s at %s) is forgotten, and its untouched drafts go to Trash.", app.ID, app.Role, app.Company),
					fmt.Sprintf("afterword remove %s --yes", app.ID)); err != nil {
					return err
				}
				if _, err := s.AddFacts(ctx, app.ID, a.fact(rules.Stopped{}), a.fact(rules.Forgotten{})); err != nil {
					return err
				}
				now, err := forget(ctx, s, app)
				if err != nil {
					return err
				}
				if now {
					fmt.Fprintf(a.out, "%s: forgotten\n", app.ID)
				} else {
					fmt.Fprintf(a.out, "%s: forgotten as soon as `afterword run` has moved its drafts to Trash\n", app.ID)
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

// forget forgets an application at once, if no daemon is at work that knows it, and it
// has no draft that has to go first.
func forget(ctx context.Context, s *store.Store, app rules.Application) (done bool, err error) {
	unlock, err := s.LockDaemon()
	if errors.Is(err, store.ErrLocked) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	return s.Forget(ctx, app.ID)
}

// confirm asks the user whether he means it.
func (a *app) confirm(yes bool, what, otherwise string) error {
	if yes {
		return nil
	}
	if !isTerminal(a.in) {
		return hint(usagef("%s Nobody is there to be asked", what), "%s", otherwise)
	}
	fmt.Fprintln(a.err, onOneLine(what))
	answer, err := choose(a.in, a.err, "Do you want that (yes, no)? ", "yes", "no")
	if err == nil && answer == "no" {
		err = errors.New("nothing was changed")
	}
	return err
}
