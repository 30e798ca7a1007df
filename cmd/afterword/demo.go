package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"afterword/internal/demo"

	"github.com/spf13/cobra"
)

func (a *app) demoCommand() *cobra.Command {
	var log bool
	cmd := &cobra.Command{
		Use: "demo", Short: "the whole story, with nothing set up",
		Long: `Plays the whole story on a mail server of its own, on this computer, with a
made-up mailbox, the daemon's real code and a fast clock. It shows what arrives,
what is decided and why, and every draft as you would find it. It leaves nothing
behind.`,
		Example: "  afterword demo", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			// A reader that has seen enough (head, less) must not end the process
			// before it has cleaned up.
			ignoreBrokenPipe()
			dir, err := os.MkdirTemp("", "afterword-demo-")
			if err != nil {
				return fmt.Errorf("make a folder for the demo: %w", err)
			}
			ctx, cancel := context.WithTimeout(cmd.Context(), demoTimeout)
			defer cancel()
			daemonLog := io.Discard
			if log {
				daemonLog = a.err
			}
			told := demo.Tell(ctx, demo.Telling{Out: a.out, Log: daemonLog, Dir: dir, Add: addTyped})
			if isBrokenPipe(told) {
				told = nil
			}
			return errors.Join(told, os.RemoveAll(dir))
		},
	}
	cmd.Flags().BoolVar(&log, "log", false, "show the daemon's own log as well, on standard error")
	return cmd
}

// demoTimeout ends a demo that hangs.
const demoTimeout = 2 * time.Minute

// addTyped enters an interview of the story as the command add does.
func addTyped(ctx context.Context, s *demo.Stage, i demo.Interview) (string, error) {
	a := &app{environment: environment{now: s.Now}}
	return a.addInterview(ctx, s.Config, s.Store, addFlags{company: i.Company, role: i.Role, contacts: i.Interviewers, recruiters: i.Recruiters,
		topics: i.Topics, ended: i.Ended, zone: i.Zone, decision: i.Decision})
}
