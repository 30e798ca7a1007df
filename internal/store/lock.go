package store

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// errTaken says that another process, or another handle of this one, has the lock.
var errTaken = errors.New("locked by another")

// LockDaemon makes the caller the only daemon on this store, until it calls
// unlock or its process ends, however that happens. Where there is another one,
// the error is an ErrLocked and names its process.
func (s *Store) LockDaemon() (unlock func() error, err error) {
	if s.path == "" {
		return func() error { return nil }, nil // nobody else can open it
	}
	// A link would have the process number written over what it points to.
	f, err := os.OpenFile(s.path+".lock", os.O_RDWR|os.O_CREATE|noFollow, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock store: %w", err)
	}
	// The file stays: deleting it would let two processes lock two files of the
	// same name.
	err = lock(f)
	if errors.Is(err, errTaken) {
		pid := make([]byte, 32)
		n, _ := f.ReadAt(pid, 0)
		_ = f.Close()
		return nil, fmt.Errorf("%w (%s, process %s)", ErrLocked, s.path, strings.TrimSpace(string(pid[:n])))
	}
	if err == nil {
		if err = f.Truncate(0); err == nil {
			_, err = fmt.Fprintln(f, os.Getpid())
		}
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock store: %w", err), f.Close())
	}
	return f.Close, nil
}
