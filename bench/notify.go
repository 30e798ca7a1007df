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

// notify measures goimapnotify at its fastest: without its wait, and with a hook
// that only opens a pipe.
func notify(h *host, s *mailtest.Server, user string, sender *raw, n int) ([]time.Duration, error) {
	dir := h.folder()
	listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, "hook")})
	if err != nil {
		return nil, err
	}
	defer listener.Close()
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
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	time.Sleep(4 * time.Second)
	var took []time.Duration
	for i := range n {
		empty(hooks)
		if err := sender.append("INBOX", "", reply("nobody@elsewhere.example", token(i), time.Now())); err != nil {
			return nil, err
		}
		delivered := time.Now()
		select {
		case at := <-hooks:
			took = append(took, at.Sub(delivered))
		case <-time.After(10 * time.Second):
		}
		time.Sleep(200 * time.Millisecond)
	}
	return took, nil
}

// knock is the hook: it opens the socket and is gone.
func knock(path string) error {
	c, err := net.Dial("unix", path)
	if err != nil {
		return err
	}
	return c.Close()
}
