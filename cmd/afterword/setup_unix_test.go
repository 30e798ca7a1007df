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

	"afterword/internal/test/servers"
)

// setUp are the answers of a set-up, one to each question.
var setUp = []string{"robin@home.example", servers.Password, "Robin Winter", "UTC", "US", "en", "inbox"}

// wizard is the wizard in a process of its own, for a home.
func wizard(t *testing.T, server *servers.Server, home string) *exec.Cmd {
	host, port, _ := net.SplitHostPort(server.Addr)
	cmd := exec.CommandContext(t.Context(), "afterword", "init", "--host", host, "--port", port, "--ca-file", server.CAFile, "--keyring=false", "--service=false", "--past=false")
	cmd.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH"), "TZ=UTC"}
	return cmd
}

// TestSetUpInterrupted ends a set-up at each of its questions, in each way: nothing is
// left, and the next run is not in its way.
func TestSetUpInterrupted(t *testing.T) {
	server, err := servers.Start(servers.Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	home := t.TempDir()
	for question := range setUp {
		for _, how := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
			cmd := wizard(t, server, home)
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
			for q, answer := range setUp[:question+1] {
				if !asks(said) {
					t.Fatalf("it ends before question %d", q+1)
				}
				if q == question {
					break
				}
				if _, err := io.WriteString(in, answer+"\n"); err != nil {
					t.Fatal(err)
				}
			}
			if err := cmd.Process.Signal(how); err != nil {
				t.Fatal(err)
			}
			_, _ = io.Copy(io.Discard, said)
			_ = cmd.Wait() // it was ended
			if whole(t, home) || t.Failed() {
				t.Fatalf("%v at question %d: it is set up, or half", how, question+1)
			}
		}
	}
	cmd := wizard(t, server, home)
	cmd.Stdin = strings.NewReader(strings.Join(setUp, "\n") + "\n")
	if said, err := cmd.CombinedOutput(); err != nil || !whole(t, home) {
		t.Errorf("the next run: %v\n%s", err, said)
	}
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
