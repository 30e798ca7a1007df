package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
)

// InMemory opens a store that is nowhere but in the memory of this process, and is gone
// when it is closed. Nobody else can open it.
func InMemory(ctx context.Context) (*Store, error) {
	name := "/" + rand.Text() // SQLite shares what begins with a slash between connections
	how, wait := map[string]string{"vfs": "memdb"}, []string{fmt.Sprintf("busy_timeout(%d)", waitForLock)}
	s := &Store{}
	var err error
	if s.w, err = connect(dsnOf(name, how, wait, false), 1); err != nil {
		return nil, fmt.Errorf("open a store in memory: %w", err)
	}
	if err = migrate(ctx, s.w.db, schema, migrations); err == nil {
		s.r, err = connect(dsnOf(name, how, wait, true), 2)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open a store in memory: %w", err), s.w.close())
	}
	return s, nil
}
