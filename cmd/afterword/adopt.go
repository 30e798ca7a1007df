package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"

	"afterword/internal/config"
	"afterword/internal/store"
)

// adopt brings the store to the names that the accounts have now: applications
// that were entered before the user named their account go with it. Those of an
// account that the config does not have are told of, for nobody cares for them.
func adopt(ctx context.Context, c *config.Config, s *store.Store, log *slog.Logger) error {
	stored, err := s.Accounts(ctx)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(stored)) {
		account, err := accountOf(c, name)
		if err != nil {
			log.Warn("nothing is done for these applications: their account is not in the config", "account", name, "applications", stored[name])
			continue
		}
		if account.Name == name {
			continue
		}
		unlock, err := s.LockDaemon() // another daemon may be at work under the old name
		if err != nil {
			return err
		}
		if err := errors.Join(s.RenameAccount(ctx, name, account.Name), unlock()); err != nil {
			return err
		}
		log.Info("the account has a new name", "account", account.Name, "before", name, "applications", stored[name])
	}
	return nil
}

// checkAccounts finds applications that no account of the config cares for.
func (r *report) checkAccounts(ctx context.Context, c *config.Config, s *store.Store) {
	stored, err := s.Accounts(ctx)
	if err != nil {
		r.wrong("store", err)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(stored)) {
		if _, err := accountOf(c, name); err != nil {
			r.wrong("store", hint(fmt.Errorf("%d application(s) belong to the account %q, which is not in the config", stored[name], name),
				"give an account of the config this name: name = %q", name))
		}
	}
}
