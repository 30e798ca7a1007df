package secrets

import (
	"fmt"
	"io"
	"log/slog"
)

// hidden is what a secret shows instead of itself.
const hidden = "[secret]"

// A Text is a secret. Whatever prints, logs or encodes it gets "[secret]"; only
// Reveal gives it away.
type Text struct{ s string }

// NewText wraps a secret, so that it does not print.
func NewText(s string) Text { return Text{s} }

// Reveal returns the secret itself, to be handed to a server and to nothing else.
func (t Text) Reveal() string { return t.s }

// IsZero reports whether there is no secret.
func (t Text) IsZero() bool { return t.s == "" }

// String returns "[secret]".
func (t Text) String() string { return hidden }

// Format writes "[secret]" for every verb: %d and %+v look into a struct.
func (t Text) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, hidden) }

// MarshalText returns "[secret]", for JSON and TOML.
func (t Text) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// LogValue returns "[secret]", for log/slog.
func (t Text) LogValue() slog.Value { return slog.StringValue(hidden) }
