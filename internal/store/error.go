package store

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
)

// A problem is an error that callers can tell from others, with something that
// the user can do about it.
type problem struct{ text, hint string }

func (p *problem) Error() string { return p.text }

// Hint returns what to do about it.
func (p *problem) Hint() string { return p.hint }

// What can be wrong with what was asked for.
var (
	ErrUnknown error = &problem{"not known", "`afterword list` shows what there is"}
	ErrStands  error = &problem{"a draft of this follow-up stands already", "look into your Drafts mailbox"}
	ErrLocked  error = &problem{"another daemon is running on this store", "stop it first, or name another store in the config"}
)

// What can be wrong with the file as a whole.
var (
	ErrNewer   error = &problem{"a newer version of afterword wrote this file", "install the newer version again, or name another store in the config"}
	ErrForeign error = &problem{"this is another program's database", "name another store in the config"}
	ErrDamaged error = &problem{"this is no store, or it is damaged", "bring a copy back from a backup, or name another store in the config"}
	ErrFull    error = &problem{"the disk is full", "make room on the disk; nothing is lost, and the daemon goes on by itself"}
	ErrBusy    error = &problem{"another program has been writing for too long", "close what has the store open (a database browser?) and try again"}
	ErrFixed   error = &problem{"the store may not be written to", "see who owns the file and its folder, and whether the disk is mounted read-only"}
)

// meanings of SQLite's primary result codes (https://sqlite.org/rescode.html).
var meanings = map[int]error{5: ErrBusy, 6: ErrBusy, 8: ErrFixed, 11: ErrDamaged, 13: ErrFull, 26: ErrDamaged}

// explain puts an error of SQLite into the words of this package. Where the
// caller's context ended, that is the error, whatever SQLite made of it.
func explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		if meaning := meanings[e.Code()&0xff]; meaning != nil { // the upper bits say it more exactly
			return fmt.Errorf("%w: %w", meaning, err)
		}
	}
	return err
}
