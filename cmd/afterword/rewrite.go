package main

import (
	"context"
	"fmt"
	"log/slog"

	"afterword/drafter"
	"afterword/internal/assistant"
	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/opinion"
	"afterword/mailwatch/recognize"
)

// model is the language model that the user configured.
func (a *app) model(c *config.Config) assistant.Model {
	model := assistant.Model{Endpoint: c.Rewrite.Endpoint, Name: c.Rewrite.Model, Timeout: c.Rewrite.Timeout.Duration()}
	if !c.Rewrite.Key.IsZero() {
		source := a.source()
		model.Key = func(ctx context.Context) (string, error) {
			key, err := source.Read(ctx, c.Rewrite.Key)
			return key.Reveal(), err
		}
	}
	return model
}

// rewriter returns what puts letters better, if the user configured a language
// model of his own; nil leaves them as they are.
func (a *app) rewriter(c *config.Config, log *slog.Logger) daemon.Rewriter {
	if !c.Rewrite.On() {
		return nil
	}
	model := a.model(c)
	return func(ctx context.Context, in drafter.Input, d drafter.Draft, mail string) drafter.Draft {
		if !c.Rewrite.AllowIncoming {
			mail = ""
		}
		better, err := drafter.Rewrite(ctx, model, in, d, mail)
		if err != nil {
			log.Info("the plain draft stands", "follow_up", d.FollowUp, "error", err)
		}
		return better
	}
}

// adviser returns what asks the user's language model where he is asked what a message
// is, if he wants that; nil asks nobody.
func (a *app) adviser(c *config.Config, log *slog.Logger) func(context.Context, recognize.Letter) string {
	if !c.Rewrite.On() || !c.Rewrite.SecondOpinion || !c.Rewrite.AllowIncoming {
		return nil
	}
	model := a.model(c)
	return func(ctx context.Context, l recognize.Letter) string {
		o, err := opinion.Of(ctx, model, l)
		if err != nil {
			log.Info("the language model has no opinion", "message", l.MessageID, "error", err)
			return ""
		}
		return fmt.Sprintf("your language model takes it for %s (%q)", o.Kind, o.Words)
	}
}
