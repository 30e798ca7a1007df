package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"afterword/internal/mailtest"
)

// notify starts goimapnotify at its fastest, without its wait and with a hook that
// only opens a socket, and returns the instants at which the hook runs.
func notify(h *host, s *mailtest.Server, user string) (<-chan time.Time, error) {
	dir := h.folder()
	listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, "hook")})
	if err != nil {
		return nil, err
	}
	h.Cleanup(func() { listener.Close() })
	hooks := make(chan time.Time, 1000)
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			hooks <- time.Now()
			c.Close()
		}
	}()
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	host, port, _ := strings.Cut(s.Addr, ":")
	conf := fmt.Sprintf("configurations:\n    -\n        host: %s\n        port: %s\n        tls: true\n        tlsOptions:\n            rejectUnauthorized: false\n"+
		"            starttls: false\n        username: %s\n        alias: bench\n        password: %q\n        boxes:\n            -\n                mailbox: INBOX\n"+
		"                onNewMail: '%s -hook %s'\n                onNewMailPost: SKIP\n", host, port, user, mailtest.Password, self, filepath.Join(dir, "hook"))
	if err := os.WriteFile(filepath.Join(dir, "conf.yaml"), []byte(conf), 0o600); err != nil {
		return nil, err
	}
	cmd := exec.Command(installed("goimapnotify"), "-conf", filepath.Join(dir, "conf.yaml"), "-wait", "0", "-log-level", "warn")
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	h.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	time.Sleep(4 * time.Second) // it does not say when it watches
	return hooks, nil
}

// knock is the hook: it opens the socket and is gone.
func knock(path string) error {
	c, err := net.Dial("unix", path)
	if err != nil {
		return err
	}
	return c.Close()
}
