package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"afterword/internal/store"
	"afterword/internal/test/servers"
)

// build builds the program under test, or what it is compared with.
func build(ctx context.Context, dir, pkg string) (string, error) {
	path := filepath.Join(dir, filepath.Base(pkg))
	cmd := exec.CommandContext(ctx, "go", "build", "-o", path, pkg)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0") // the static binary of the README
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build %q: %w: %s", pkg, err, out)
	}
	return path, nil
}

// A setup is a folder with a config, a password and a store.
type setup struct {
	binary, dir string
}

// newSetup writes the config of n accounts, of which account i logs in as
// user(i).
func newSetup(h *host, binary, addr, caFile string, n int, user func(int) string) *setup {
	s := &setup{binary: binary, dir: h.folder()}
	host, port, _ := strings.Cut(addr, ":")
	var b strings.Builder
	fmt.Fprintf(&b, "store = %q\n[daemon]\nlog_level = \"debug\"\nsince_days = 90\n", s.store())
	for i := range n {
		fmt.Fprintf(&b, "[[account]]\nname = %q\naddress = %q\nfrom_name = \"Sam Winter\"\nzone = \"Europe/Berlin\"\n"+
			"[account.imap]\nhost = %q\nport = %s\nca_file = %q\nusername = %q\npassword.file = \"password\"\n",
			account(i), user(i), host, port, caFile, user(i))
	}
	for name, text := range map[string]string{"config.toml": b.String(), "password": servers.Password} {
		if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o600); err != nil {
			h.Fatalf("%v", err)
		}
	}
	return s
}

// quiet has the program log what it logs for everybody, and no more.
func (s *setup) quiet() error { return s.change(`"debug"`, `"info"`) }

// change writes the config with another text in the place of one that stands there.
func (s *setup) change(from, to string) error {
	path := filepath.Join(s.dir, "config.toml")
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !bytes.Contains(text, []byte(from)) {
		return fmt.Errorf("change the config: %q does not stand in it", from)
	}
	return os.WriteFile(path, bytes.Replace(text, []byte(from), []byte(to), 1), 0o600)
}

func account(i int) string { return "account-" + strconv.Itoa(i) }

func (s *setup) store() string { return filepath.Join(s.dir, "afterword.db") }

// fill opens the store for f.
func (s *setup) fill(ctx context.Context, f func(*store.Store) error) error {
	st, err := store.Open(ctx, s.store())
	if err != nil {
		return err
	}
	return errors.Join(f(st), st.Close())
}

// A line is what the program logged, and when it was read.
type line struct {
	at   time.Time
	text string
}

// A program is the daemon, or go-imap alone, in a process of its own.
type program struct {
	cmd   *exec.Cmd
	lines chan line
	began time.Time
}

func (s *setup) start(h *host) (*program, error) {
	return launch(h, s.binary, "--config", filepath.Join(s.dir, "config.toml"), "run")
}

// alone starts go-imap alone, and waits until it has read, or watches.
func (r *run) alone(h *host, what, addr, caFile string, users ...string) (*program, error) {
	p, err := launch(h, r.goIMAP, append([]string{what, addr, caFile, servers.Password}, users...)...)
	if err == nil {
		_, err = p.await("done", 10*time.Minute)
	}
	if err != nil {
		return nil, fmt.Errorf("go-imap alone: %w", err)
	}
	return p, nil
}

func launch(h *host, path string, args ...string) (*program, error) {
	p := &program{cmd: exec.Command(path, args...), lines: make(chan line, 100_000)}
	out, err := p.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	p.began = time.Now()
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the program: %w", err)
	}
	h.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait()
	})
	go func() {
		defer close(p.lines)
		for r := bufio.NewReader(out); ; {
			text, err := r.ReadString('\n')
			if err != nil {
				return
			}
			p.lines <- line{time.Now(), text}
		}
	}()
	return p, nil
}

// await waits for a line that holds a text. Lines before it are passed over.
func (p *program) await(text string, patience time.Duration) (line, error) {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		select {
		case l, ok := <-p.lines:
			if !ok {
				return line{}, io.ErrUnexpectedEOF
			}
			if strings.Contains(l.text, text) {
				return l, nil
			}
			if strings.Contains(l.text, "level=WARN") || strings.Contains(l.text, "level=ERROR") {
				fmt.Fprint(os.Stderr, l.text)
			}
		case <-timer.C:
			return line{}, fmt.Errorf("the program did not log %q within %v", text, patience)
		}
	}
}

// pass passes over what was logged so far, and reports whether a text was in it.
func (p *program) pass(text string) (found bool) {
	for {
		select {
		case l, ok := <-p.lines:
			if !ok {
				return found
			}
			found = found || strings.Contains(l.text, text)
		default:
			return found
		}
	}
}

// upToDate is what the program logs at the end of each pass.
const upToDate = "everything is up to date"

// stop ends the program as a service manager does, and waits for its end.
func (p *program) stop() error {
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	p.drain()
	timer := time.AfterFunc(patience, func() { _ = p.cmd.Process.Kill() })
	defer timer.Stop()
	if err := p.cmd.Wait(); err != nil {
		return fmt.Errorf("stop the program: %w", err)
	}
	return nil
}

// patience is how long the program, or a step, may take to end.
const patience = 30 * time.Second

// drain passes over all that is logged from now on.
func (p *program) drain() {
	go func() {
		for range p.lines {
		}
	}()
}

// memory returns what the process holds now and the most that it ever held, in KiB.
func memory(pid int) (now, peak int64) { return status(pid, "VmRSS"), status(pid, "VmHWM") }

// status returns a field of /proc/PID/status that is in KiB, 0 where it is not there.
func status(pid int, field string) int64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for l := range strings.Lines(string(text)) {
		if words := strings.Fields(l); len(words) > 1 && words[0] == field+":" {
			n, _ := strconv.ParseInt(words[1], 10, 64)
			return n
		}
	}
	return 0
}

// processor returns the time that a process has computed.
func processor(pid int) time.Duration {
	// It is in nanoseconds, where /proc/PID/stat counts hundredths of a second;
	// it is that of each thread.
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	var sum time.Duration
	for _, t := range tasks {
		text, _ := os.ReadFile(t)
		first, _, _ := strings.Cut(string(text), " ")
		n, _ := strconv.ParseInt(first, 10, 64)
		sum += time.Duration(n)
	}
	return sum
}
