// Package config reads the program's one configuration file.
//
// It is strict: a key that it does not know is a mistake, and so is a password.
// Every mistake is found at once, and is told with the file, the line, the key
// and what to write instead. Defaults stand in one place, Default and
// DefaultAccount; config.example.toml shows them all.
//
// It will not read a secret, ask a server, or look at the environment by itself.
package config
