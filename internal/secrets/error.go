package secrets

import "errors"

// An Error is a failure with something that the user can do about it.
type Error struct {
	err  error
	hint string
}

func (e *Error) Error() string { return e.err.Error() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.err }

// Hint returns what to do about it.
func (e *Error) Hint() string { return e.hint }

// ErrNone means that no source is named.
var ErrNone = errors.New("no source of the secret is named")
