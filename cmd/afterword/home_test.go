package main

import (
	"path/filepath"
	"runtime"
)

// variables is the environment of a test that has a home of its own, with further names
// and values. On every system config and store lie there as on Linux.
func variables(home string, more ...string) func(string) string {
	env := map[string]string{"HOME": home}
	if runtime.GOOS != "linux" {
		env["XDG_CONFIG_HOME"] = filepath.Join(home, ".config")
		env["XDG_STATE_HOME"] = filepath.Join(home, ".local", "state")
	}
	for i := 0; i < len(more); i += 2 {
		env[more[i]] = more[i+1]
	}
	return func(name string) string { return env[name] }
}
