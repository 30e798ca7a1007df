package demo

import (
	"bufio"
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
	"afterword/templates"
)

// childVariable tells a process that it is to be a daemon: see Child.
const childVariable = "AFTERWORD_STAGE_CHILD"

// child is what a daemon in a process of its own needs to know.
type child struct {
	Address string // of the server, or of a proxy before it
	User    string
	Name    string
	CAFile  string
	Store   string
	Now     int64  // nanoseconds since 1970
	Step    string // at which it kills itself; "" for never
}

// Child turns the process into a daemon if it was started as one by a Stage, and
// does not return then. A test binary calls it first thing in TestMain.
func Child() {
	spec := os.Getenv(childVariable)
	if spec == "" {
		return
	}
	var c child
	err := json.Unmarshal([]byte(spec), &c)
	if err == nil {
		err = c.run(os.Stdin, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// run is the daemon. A line "now N" sets its clock, "kick" makes it look; it
// prints "pass" and an error, if any, after each pass. It ends with its input.
func (c child) run(in io.Reader, out io.Writer) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s, err := store.Open(ctx, c.Store)
	if err != nil {
		return err
	}
	texts, err := templates.Load("")
	if err != nil {
		return err
	}
	e := mailwatch.Endpoint{Address: c.Address, Username: c.User, TLS: mailwatch.TLSNone,
		Secret: func(context.Context) (string, error) { return servers.Password, nil }}
	if c.CAFile != "" {
		pem, err := os.ReadFile(c.CAFile)
		if err != nil {
			return err
		}
		e.TLS, e.RootCAs = mailwatch.TLSImplicit, x509.NewCertPool()
		e.RootCAs.AppendCertsFromPEM(pem)
	}
	var now atomic.Int64
	now.Store(c.Now)
	cfg := config.Default()
	cfg.Accounts = []config.Account{account(c.User, c.Name)}
	d := &daemon.Daemon{Config: cfg, Store: s, Texts: texts, Log: slog.New(slog.NewTextHandler(os.Stderr, nil)),
		Now:      func() time.Time { return time.Unix(0, now.Load()) },
		Endpoint: func(config.Account) (mailwatch.Endpoint, error) { return e, nil },
		Step:     c.killAt,
		Observed: func(_ string, err error) {
			if err == nil {
				err = errors.New("")
			}
			fmt.Fprintf(out, "pass %q\n", err.Error())
		}}
	go func() {
		for lines := bufio.NewScanner(in); lines.Scan(); {
			what, value, _ := strings.Cut(lines.Text(), " ")
			if n, err := strconv.ParseInt(value, 10, 64); what == "now" && err == nil {
				now.Store(n)
			}
			if what == "kick" {
				d.Kick()
			}
		}
		cancel()
	}()
	return errors.Join(d.Run(ctx), s.Close())
}

// killAt kills the process the hard way at its step.
func (c child) killAt(step string) {
	if step == c.Step {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {} // the signal is on its way
	}
}

// process is a daemon in a process of its own, seen from the stage.
type process struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	ended chan struct{} // closed when its output has ended
}

// StartProcess starts the daemon in a process of its own, which kills itself as
// kill -9 does at a step of placing a draft ("" for never). The test binary must
// call Child in TestMain.
func (s *Stage) StartProcess(ctx context.Context, step string) error {
	c := child{Address: s.Server.Addr, User: s.User, Name: s.options.Name, CAFile: s.Server.CAFile, Store: s.Store.Path(), Now: s.Now().UnixNano(), Step: step}
	if p := s.options.Proxy; p != nil {
		c.Address, c.CAFile = p.Addr, p.CAFile
	}
	spec, err := json.Marshal(c)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), childVariable+"="+string(spec))
	cmd.Stderr = s.options.Log
	p := &process{cmd: cmd, ended: make(chan struct{})}
	if p.in, err = cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start daemon: %w", err)
	}
	go func() {
		defer close(p.ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			quoted, ok := strings.CutPrefix(lines.Text(), "pass ")
			if text, err := strconv.Unquote(quoted); ok && err == nil {
				var passed error
				if text != "" {
					passed = errors.New(text)
				}
				s.observed("", passed)
			}
		}
	}()
	s.process = p
	return nil
}

// say sends the process a line; one that is dead does not hear it.
func (p *process) say(format string, args ...any) { _, _ = fmt.Fprintf(p.in, format+"\n", args...) }

// KillProcess ends the process as kill -9 does.
func (s *Stage) KillProcess() {
	if s.process != nil {
		_ = s.process.cmd.Process.Kill()
		s.AwaitProcess()
	}
}

// Suspend stops the process where it is, as a machine does that goes to sleep, until
// Wake. What it is told meanwhile, the time too, it hears then.
func (s *Stage) Suspend() error { return s.process.cmd.Process.Signal(syscall.SIGSTOP) }

// Wake lets a suspended process go on.
func (s *Stage) Wake() error { return s.process.cmd.Process.Signal(syscall.SIGCONT) }

// AwaitProcess waits for the end of the process and reports whether it was
// killed, by itself or by somebody.
func (s *Stage) AwaitProcess() (killed bool) {
	p := s.process
	s.process = nil
	<-p.ended
	_ = p.cmd.Wait()
	status, ok := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// Alive reports whether the process is running.
func (s *Stage) Alive() bool {
	if s.process == nil {
		return false
	}
	select {
	case <-s.process.ended:
		return false
	default:
		return true
	}
}

// StopProcess ends the process cleanly.
func (s *Stage) StopProcess() error {
	if s.process == nil {
		return nil
	}
	_ = s.process.in.Close()
	if s.AwaitProcess() {
		return errors.New("the daemon was killed")
	}
	return nil
}
