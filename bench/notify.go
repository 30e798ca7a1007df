package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"afterword/internal/test/servers"
)

// notify starts goimapnotify at its fastest, without its wait and with a hook for
// which its shell starts nothing, and returns the instants at which the hook runs.
func notify(h *host, s *servers.Server, user string) (<-chan time.Time, error) {
	dir := h.folder()
	fifo := filepath.Join(dir, "hook")
	if err := makeFIFO(fifo); err != nil {
		return nil, err
	}
	knocks, err := os.OpenFile(fifo, os.O_RDWR, 0) // with a writer of its own it has no end
	if err != nil {
		return nil, err
	}
	h.Cleanup(func() { _ = knocks.Close() })
	hooks := make(chan time.Time, 1000)
	go func() {
		for one := make([]byte, 1); ; {
			if _, err := knocks.Read(one); err != nil {
				return
			}
			hooks <- time.Now()
		}
	}()
	host, port, _ := strings.Cut(s.Addr, ":")
	conf := fmt.Sprintf("configurations:\n    -\n        host: %s\n        port: %s\n        tls: true\n        tlsOptions:\n            rejectUnauthorized: false\n"+
		"            starttls: false\n        username: %s\n        alias: bench\n        password: %q\n        boxes:\n            -\n                mailbox: INBOX\n"+
		"                onNewMail: 'echo > %s'\n                onNewMailPost: SKIP\n", host, port, user, servers.Password, fifo)
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
