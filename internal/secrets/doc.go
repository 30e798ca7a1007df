// Package secrets reads a password or a token from where the user keeps it: the
// output of a command, a file, an environment variable or a systemd credential.
//
// It will not take a secret from the config file, keep one on disk itself, or
// print one: a Text shows itself as "[secret]", and no error holds what a source
// gave. The one thing it writes is a refresh token that the provider replaced,
// into the very file that it came from.
package secrets
