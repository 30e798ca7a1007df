//go:build unix

package store

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

// LockDaemon makes the caller the only daemon on this store, until it calls
// unlock or its process ends, however that happens. Where there is another one,
// the error is an ErrLocked and names its process.
func (s *Store) LockDaemon() (unlock func() error, err error) {
	// A link would have the process number written over what it points to.
	f, err := os.OpenFile(s.path+".lock", os.O_RDWR|os.O_CREATE|noFollow, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock store: %w", err)
	}
	// The file stays: deleting it would let two processes lock two files of the
	// same name.
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
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
