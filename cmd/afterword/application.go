package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// withStore runs f with the config and the open store.
func (a *app) withStore(ctx context.Context, f func(context.Context, *config.Config, *store.Store) error) error {
	c, err := a.config()
	if err != nil {
		return err
	}
	s, err := store.Open(ctx, c.Store)
	if err != nil {
		return err
	}
	return errors.Join(f(ctx, c, s), s.Close())
}

// openApplications folds the facts of all applications but those that were a mistake.
func openApplications(ctx context.Context, s *store.Store) ([]rules.Application, error) {
	known, err := s.Applications(ctx, "")
	if err != nil {
		return nil, err
	}
	apps := make([]rules.Application, 0, len(known))
	for _, k := range known {
		a, err := foldFrom(ctx, s, k)
		if err != nil {
			return nil, err
		}
		if !a.Forgotten() {
			apps = append(apps, a)
		}
	}
	return apps, nil
}

func foldFrom(ctx context.Context, s *store.Store, k store.App) (rules.Application, error) {
	facts, err := s.Facts(ctx, k.ID)
	if err != nil {
		return rules.Application{}, err
	}
	app := rules.Fold(k.ID, facts)
	app.Account = k.Account
	return app, nil
}

// application finds the one that the user named.
func application(ctx context.Context, s *store.Store, id string) (rules.Application, error) {
	var app rules.Application
	k, err := s.Application(ctx, id)
	if err == nil {
		app, err = foldFrom(ctx, s, k)
	}
	if errors.Is(err, store.ErrUnknown) || err == nil && app.Forgotten() {
		return rules.Application{}, hint(mistaken("there is no application %q", id), "%s", similar(ctx, s, id))
	}
	return app, err
}

// oneID holds that one application is named.
func oneID(cmd *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return hint(mistaken("which application? name it by its id"), "afterword list")
	case 1:
		return nil
	}
	return hint(mistaken("one id is wanted, and %q is more than that", strings.Join(args, " ")), "%s --help", cmd.CommandPath())
}

// similar says which applications may have been meant by a word that is no id.
func similar(ctx context.Context, s *store.Store, word string) string {
	apps, err := openApplications(ctx, s)
	if err != nil || word == "" {
		return "afterword list"
	}
	var found []string
	for _, app := range apps {
		text := strings.ToLower(app.ID + "\n" + app.Company + "\n" + app.Role)
		if strings.Contains(text, strings.ToLower(word)) {
			found = append(found, fmt.Sprintf("%s (%s at %s)", app.ID, app.Role, app.Company))
		}
	}
	if len(found) == 0 {
		return "afterword list"
	}
	return "use the id: " + strings.Join(found, ", ")
}

// schedule plans an application at now.
func schedule(c *config.Config, app rules.Application, now time.Time) (rules.Schedule, *rules.Calendar, error) {
	account, err := accountOf(c, app.Account)
	if err != nil {
		return rules.Schedule{}, nil, err
	}
	cal, err := c.Calendar(account, app.Zone, app.Holidays)
	if err != nil {
		return rules.Schedule{}, nil, err
	}
	return rules.Plan(&app, cal, c.Policy(), now), cal, nil
}

// accountOf finds an account of the config; "" is the first.
func accountOf(c *config.Config, name string) (config.Account, error) {
	if name == "" && len(c.Accounts) > 0 {
		return c.Accounts[0], nil
	}
	var names []string
	for _, account := range c.Accounts {
		if account.Name == name || strings.EqualFold(account.Address, name) {
			return account, nil
		}
		names = append(names, account.Name)
	}
	return config.Account{}, hint(mistaken("there is no account %q", name), "use one of: %s", strings.Join(names, ", "))
}

// addFact stores something that the user did just now.
func (a *app) addFact(ctx context.Context, s *store.Store, id string, what rules.What) error {
	_, err := s.AddFacts(ctx, id, a.fact(what))
	return err
}

// fact is something that the user did just now.
func (a *app) fact(what rules.What) rules.Fact {
	return rules.Fact{Key: "user/" + rand.Text(), At: a.now(), What: what}
}

// addSaid stores what the user says of an application, and notes it in the log of
// decisions.
func (a *app) addSaid(ctx context.Context, s *store.Store, app rules.Application, facts ...rules.Fact) error {
	if _, err := s.AddFacts(ctx, app.ID, facts...); err != nil {
		return err
	}
	for _, f := range facts {
		if text := tellFact(app, f); text != "" {
			if err := s.Log(ctx, store.Entry{At: a.now(), Account: app.Account, Application: app.ID, What: text, Rule: "you"}); err != nil {
				return err
			}
		}
	}
	return nil
}

// completeIDs completes the ids of applications.
func (a *app) completeIDs(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	_ = a.withStore(cmd.Context(), func(ctx context.Context, _ *config.Config, s *store.Store) error {
		apps, err := openApplications(ctx, s)
		for _, app := range apps {
			ids = append(ids, app.ID+"\t"+onOneLine(app.Role+" at "+app.Company))
		}
		return err
	})
	return ids, cobra.ShellCompDirectiveNoFileComp
}
