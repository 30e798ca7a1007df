//go:build unix

package main

import (
	"bufio"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"afterword/internal/test/servers"
)

// TestSetUpInterrupted interrupts and kills a set-up at each of its steps: nothing is
// left half done, and the next run is not in its way.
func TestSetUpInterrupted(t *testing.T) {
	dir := t.TempDir()
	server, err := servers.Start(servers.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	host, port, _ := net.SplitHostPort(server.Addr)
	answers := []string{"robin@home.example", servers.Password, "Robin Winter", "UTC", "US", "en", "inbox"}
	var kills []kill
	for q := 1; q <= len(answers); q++ {
		for _, how := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
			kills = append(kills, kill{q, 0, how})
		}
	}
	for i := range 9 {
		kills = append(kills, kill{len(answers) + 1, time.Duration(i) * 500 * time.Microsecond, syscall.SIGKILL})
	}
	home := t.TempDir()
	set := 0
	for _, k := range kills {
		cmd := exec.CommandContext(t.Context(), "afterword", "init", "--host", host, "--port", port, "--ca-file", server.CAFile, "--keyring=false", "--service=false")
		cmd.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH"), "TZ=UTC"}
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		said := bufio.NewReader(out)
		for q := 1; q <= len(answers); q++ {
			if !asks(said) {
				t.Fatalf("%v: it ends before question %d", k, q)
			}
			if q == k.question {
				break
			}
			if _, err := io.WriteString(in, answers[q-1]+"\n"); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(k.after)
		if err := cmd.Process.Signal(k.how); err != nil && k.question <= len(answers) {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, said)
		_ = cmd.Wait() // it was killed
		if done := whole(t, home); done {
			set++
			if k.question <= len(answers) {
				t.Errorf("%v: it is set up", k)
			}
			if err := os.RemoveAll(home + "/.config"); err != nil {
				t.Fatal(err)
			}
		}
		if t.Failed() {
			t.Fatalf("%v", k)
		}
	}
	t.Logf("%d interruptions, %d of them after the end", len(kills), set)
}

// asks reads up to the end of the next question.
func asks(r *bufio.Reader) bool {
	var line strings.Builder
	for {
		b, err := r.ReadByte()
		if err != nil {
			return false
		}
		if b == '\n' {
			line.Reset()
			continue
		}
		line.WriteByte(b)
		if text := line.String(); strings.HasSuffix(text, ": ") && r.Buffered() == 0 {
			return true
		}
	}
}
