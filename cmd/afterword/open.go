package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"time"

	"afterword/internal/config"
	"afterword/internal/page"
	"afterword/internal/store"

	"github.com/spf13/cobra"
)

// lookLasts is how long the page is served while nobody looks.
const lookLasts = 30 * time.Minute

func (a *app) openCommand() *cobra.Command {
	var listen string
	var print, keep bool
	cmd := &cobra.Command{
		Use: "open", Short: "show what waits and why, on a page in the browser",
		Long: `Serves a page on this computer alone and opens the browser with a link that works
once: what waits in Drafts and why, what you are asked, each application with its
timeline. What you do there is what the commands do. Where there is no desktop, as
over SSH, it prints the link. It ends by itself when nobody has looked for half an
hour. It works with and without a running daemon.`,
		Example: "  afterword open\n  afterword open --print   # only print the link",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				idle := lookLasts
				if keep {
					idle = 0
				}
				return a.servePage(ctx, c, s, listen, print, idle)
			})
		},
	}
	cmd.Flags().BoolVar(&print, "print", false, "print the link, and open no browser")
	cmd.Flags().BoolVar(&keep, "keep", false, "go on when nobody looks")
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:0", "address of this computer to serve it on; port 0 is a free one")
	return cmd
}

func (a *app) servePage(ctx context.Context, c *config.Config, s *store.Store, listen string, print bool, idle time.Duration) error {
	at, err := netip.ParseAddrPort(listen)
	if err != nil || !at.Addr().IsLoopback() {
		return hint(usagef("--listen: %q is no address of this computer alone", listen), "afterword open --listen 127.0.0.1:8025")
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", at.String())
	if err != nil {
		return hint(fmt.Errorf("serve the page: %w", err), "afterword open   # takes a free port")
	}
	defer l.Close()
	log := slog.New(slog.NewTextHandler(a.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	server, err := page.New(newDesk(a, c, s), l.Addr().String(), log)
	if err != nil {
		return err
	}
	browse := a.browser()
	if print {
		browse = nil
	}
	if browse != nil {
		if err := browse(ctx, server.Link()); err != nil {
			a.note("no browser could be opened (%v): open the link yourself", err)
			browse = nil
		}
	}
	if browse == nil {
		fmt.Fprintln(a.out, server.Link())
	} else {
		fmt.Fprintln(a.out, "The page is open in your browser; Ctrl-C ends it.")
	}
	return server.Serve(ctx, l, idle)
}
