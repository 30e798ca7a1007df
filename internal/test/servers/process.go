//go:build unix

package servers

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Ports of servers lie below those that a system gives to whoever asks for any
// (Linux: from 32768): between the choice and the server's own listening, none of the
// many connections and proxies of the tests can get one of them.
const firstPort, lastPort = 16384, 32767

var (
	chosen   = map[int]bool{}
	chosenMu sync.Mutex
)

// freePorts returns n ports of 127.0.0.1 on which nobody listened a moment ago, and
// which this process gets once.
func freePorts(n int) ([]int, error) {
	chosenMu.Lock()
	defer chosenMu.Unlock()
	var ports []int
	for range 1000 {
		port := firstPort + rand.IntN(lastPort-firstPort+1)
		if chosen[port] {
			continue
		}
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			continue
		}
		l.Close()
		chosen[port] = true
		if ports = append(ports, port); len(ports) == n {
			return ports, nil
		}
	}
	return nil, fmt.Errorf("find %d free ports from %d to %d: there are none", n, firstPort, lastPort)
}

// A program is one server process with its children, in a process group of its
// own.
type program struct {
	name    string
	command func() *exec.Cmd
	ports   []int // it is up once it listens on all of them
	output  string

	mu     sync.Mutex
	cmd    *exec.Cmd
	exited chan struct{}
}

func (p *program) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	out, err := os.OpenFile(p.output, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("open the log of %s: %w", p.name, err)
	}
	defer out.Close()
	cmd := p.command()
	cmd.Stdout, cmd.Stderr = out, out
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start %s: %w", p.name, err)
	}
	exited := make(chan struct{})
	go func() { _ = cmd.Wait(); close(exited) }()
	p.cmd, p.exited = cmd, exited
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for _, port := range p.ports {
		if err := awaitPort(ctx, port, exited); err != nil {
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			<-exited
			said, _ := os.ReadFile(p.output)
			return fmt.Errorf("start %s: %w; it said: %s", p.name, err, tail(string(said)))
		}
	}
	return nil
}

var errExited = errors.New("it ended at once")

func awaitPort(ctx context.Context, port int, exited <-chan struct{}) error {
	for {
		c, err := net.DialTimeout("tcp", fmt.Sprintf("127.0.0.1:%d", port), time.Second)
		if err == nil {
			return c.Close()
		}
		select {
		case <-exited:
			return errExited
		case <-ctx.Done():
			return fmt.Errorf("nothing listens on port %d: %w", port, err)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// kill ends the whole group at once and waits until nothing of it is left.
func (p *program) kill() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cmd == nil {
		return nil
	}
	group := -p.cmd.Process.Pid
	p.cmd = nil
	_ = syscall.Kill(group, syscall.SIGKILL)
	<-p.exited
	for deadline := time.Now().Add(patience); alive(-group); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			return fmt.Errorf("kill %s: some of its processes do not end", p.name)
		}
	}
	return nil
}

// freeze stops the whole group, or lets it go on.
func (p *program) freeze(frozen bool) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cmd == nil {
		return fmt.Errorf("freeze %s: it does not run", p.name)
	}
	sig := syscall.SIGCONT
	if frozen {
		sig = syscall.SIGSTOP
	}
	return syscall.Kill(-p.cmd.Process.Pid, sig)
}

// alive reports whether a process of the group still runs. A zombie does not: it
// only waits for whoever inherited it.
func alive(group int) bool {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats {
		text, err := os.ReadFile(path)
		if err != nil {
			continue // it ended
		}
		// "pid (name) state parent group …": the name may hold anything.
		_, rest, _ := strings.Cut(string(text), ") ")
		if words := strings.Fields(rest); len(words) > 2 && words[2] == strconv.Itoa(group) && words[0] != "Z" && words[0] != "X" {
			return true
		}
	}
	return false
}

// run runs a tool to its end.
func run(stdin, name string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdin = strings.NewReader(stdin)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, tail(string(out)))
	}
	return nil
}

func tail(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 800 {
		s = "…" + s[len(s)-800:]
	}
	return s
}

// find returns the path of a program that may live in sbin, or "".
func find(name string) string {
	for _, dir := range []string{"", "/usr/sbin/", "/usr/local/sbin/"} {
		if path, err := exec.LookPath(dir + name); err == nil {
			return path
		}
	}
	return ""
}
