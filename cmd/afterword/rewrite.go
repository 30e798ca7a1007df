package main

import (
	"context"
	"log/slog"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/secrets"
)

// rewriter returns what puts letters better, if the user configured a language
// model of his own; nil leaves them as they are.
func (a *app) rewriter(c *config.Config, log *slog.Logger) daemon.Rewriter {
	if !c.Rewrite.On() {
		return nil
	}
	model := drafter.Model{Endpoint: c.Rewrite.Endpoint, Name: c.Rewrite.Model, Timeout: c.Rewrite.Timeout.Duration()}
	if !c.Rewrite.Key.IsZero() {
		source := secrets.Source{Getenv: a.getenv}
		model.Key = func(ctx context.Context) (string, error) {
			key, err := source.Read(ctx, c.Rewrite.Key)
			return key.Reveal(), err
		}
	}
	return func(ctx context.Context, in drafter.Input, d drafter.Draft, mail string) drafter.Draft {
		if !c.Rewrite.AllowIncoming {
			mail = ""
		}
		better, err := model.Rewrite(ctx, in, d, mail)
		if err != nil {
			log.Info("the plain draft stands", "follow_up", d.FollowUp, "error", err)
		}
		return better
	}
}
