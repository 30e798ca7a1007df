//go:build !unix

package servers

import "runtime"

// Dovecot, Cyrus and Courier run on Unix alone.

func Dovecot(t TB, _ Variant) *Server { return absent(t, "Dovecot") }
func Cyrus(t TB) *Server              { return absent(t, "Cyrus") }
func Courier(t TB) *Server            { return absent(t, "Courier") }

func absent(t TB, what string) *Server {
	t.Helper()
	missing(t, "%s does not run on %s", what, runtime.GOOS)
	return nil
}
