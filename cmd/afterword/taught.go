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

// lessons returns what tells of a message what the user said of others of the company
// that it comes from, as the daemon knows it. Without a config or a store nothing was
// said yet: explain needs neither.
func (a *app) lessons(ctx context.Context) (func(recognize.Letter) []rules.Lesson, error) {
	none := func(recognize.Letter) []rules.Lesson { return nil }
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
	taught := map[string][]rules.Lesson{}
	for _, app := range apps {
		if list := app.Lessons(); len(list) > 0 {
			taught[app.ID] = list
		}
	}
	if len(taught) == 0 {
		return none, nil
	}
	var own []string
	for _, account := range c.Accounts {
		own = append(append(own, account.Address), account.Aliases...)
	}
	matcher := attribute.NewMatcher(apps, own)
	return func(l recognize.Letter) (list []rules.Lesson) {
		belongs := matcher.Belongs(l)
		if len(belongs) == 0 {
			for _, h := range matcher.Near(l) {
				belongs = append(belongs, h.Application)
			}
		}
		for _, app := range apps {
			for _, b := range belongs {
				if taught[app.ID] != nil && attribute.OneCompany(app, b) {
					list = append(list, taught[app.ID]...)
					break
				}
			}
		}
		return list
	}, nil
}
