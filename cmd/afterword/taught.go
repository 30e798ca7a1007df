package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// known returns what tells of a message whether it belongs to an application, and what
// the user said of others of the company that it comes from, as the daemon knows it.
// Without a config or a store nothing is known yet: explain needs neither.
func (a *app) known(ctx context.Context) (func(recognize.Letter) (belongs bool, lessons []rules.Lesson), error) {
	none := func(recognize.Letter) (bool, []rules.Lesson) { return false, nil }
	c, err := a.config()
	if errors.Is(err, fs.ErrNotExist) || err != nil && a.configPath == "" {
		return none, nil
	}
	if err != nil {
		return none, err
	}
	if _, err := os.Stat(c.Store); errors.Is(err, fs.ErrNotExist) {
		return none, nil
	}
	var apps []rules.Application
	if err := a.withStore(ctx, func(ctx context.Context, _ *config.Config, s *store.Store) error {
		apps, err = openApplications(ctx, s)
		return err
	}); err != nil {
		return none, err
	}
	var own []string
	for _, account := range c.Accounts {
		own = append(append(own, account.Address), account.Aliases...)
	}
	matcher := attribute.NewMatcher(apps, own)
	for _, account := range c.Accounts {
		matcher.Account(account.Name, append([]string{account.Address}, account.Aliases...))
	}
	return func(l recognize.Letter) (belongs bool, list []rules.Lesson) {
		of := matcher.Belongs(l)
		if belongs = len(of) > 0; !belongs {
			for _, h := range matcher.Near(l) {
				of = append(of, h.Application)
			}
		}
		for _, app := range apps {
			list = append(list, attribute.Lessons(app, of)...)
		}
		return belongs, list
	}, nil
}
