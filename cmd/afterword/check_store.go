package main

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"afterword/internal/config"
	"afterword/internal/store"
)

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
