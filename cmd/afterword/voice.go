package main

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
)

// printVoice shows what was learnt of how the user writes, where he wants that.
func (a *app) printVoice(ctx context.Context) error {
	if c, err := a.config(); err != nil || !c.Letters.Learn {
		return nil // the texts are there without a config
	}
	return a.withStore(ctx, func(ctx context.Context, c *config.Config, s *store.Store) error {
		for _, account := range c.Accounts {
			learnt, err := s.Learnt(ctx, account.Name)
			if err != nil {
				return err
			}
			voices, err := daemon.VoicesIn(learnt.Voices)
			if err != nil {
				return err
			}
			for _, language := range slices.Sorted(maps.Keys(voices)) {
				fmt.Fprintf(a.out, "\nlearnt of %d letters of yours in %s, account %s:\n", voices[language].Letters, language, onOneLine(account.Name))
				for _, line := range habitsOf(voices[language]) {
					fmt.Fprintln(a.out, "  "+onOneLine(line))
				}
			}
		}
		return nil
	})
}

// habitsOf says in words how somebody writes.
func habitsOf(v drafter.Voice) (lines []string) {
	if v.Greeting != "" {
		lines = append(lines, fmt.Sprintf("you begin with %q: letters to people without a title do", v.Greeting))
	}
	if v.Closing != "" {
		lines = append(lines, fmt.Sprintf("you close with %q: letters that are not formal do", v.Closing))
	}
	if v.Contractions {
		lines = append(lines, `you write "I'd" rather than "I would"`)
	}
	if v.SentenceWords > 0 {
		lines = append(lines, fmt.Sprintf("your sentences have %d words on average", v.SentenceWords))
	}
	if v.Familiar {
		lines = append(lines, "you mostly use the familiar form of address")
	}
	return lines
}

// forgetVoice forgets it.
func (a *app) forgetVoice(ctx context.Context) error {
	return a.withStore(ctx, func(ctx context.Context, c *config.Config, s *store.Store) error {
		var names []string
		for _, account := range c.Accounts {
			names = append(names, account.Name)
		}
		if err := s.Unlearn(ctx, names, a.now()); err != nil {
			return err
		}
		fmt.Fprintln(a.out, "what was learnt of how you write is forgotten; letters sent before now are not looked at again")
		return nil
	})
}
