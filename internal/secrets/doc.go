// Package secrets reads a password or a token from where the user keeps it: the
// output of a command, a file, an environment variable, a systemd credential or the
// keyring of the desktop.
//
// It will not take a secret from the config file, or print one: a Text shows itself
// as "[secret]", and no error holds what a source gave. It writes one only where the
// config says that it is kept: in a file that its owner alone may read, or in the
// keyring. So a refresh token that the provider replaced goes back to where it came
// from.
package secrets
