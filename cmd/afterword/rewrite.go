package main

import (
	"log/slog"

	"afterword/internal/config"
	"afterword/internal/daemon"
)

func (a *app) rewriter(c *config.Config, log *slog.Logger) daemon.Rewriter { return nil }
