package process

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/servers"
)

// Options say how to start a daemon. All may be left out.
type Options struct {
	Proxy *servers.Proxy // between the daemon and the server; the user's own side goes past it
	Log   io.Writer      // the daemon's log; default nowhere
	Step  string         // of placing a draft, at which it kills itself; "" for never
}

// A Process is a daemon in a process of its own, seen from its stage.
type Process struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	ended  chan struct{} // closed when its output has ended
	once   sync.Once
	killed bool // once it was waited for
}

// Start starts a stage's daemon, with the stage's account and no other config, in a
// process of its own. The test binary must call Child in TestMain.
func Start(ctx context.Context, s *demo.Stage, o Options) (*Process, error) {
	c := child{Address: s.Server.Addr, User: s.User, Name: s.Config.Accounts[0].FromName, CAFile: s.Server.CAFile,
		Store: s.Store.Path(), Now: s.Now().UnixNano(), Step: o.Step}
	if o.Proxy != nil {
		c.Address, c.CAFile = o.Proxy.Addr, o.Proxy.CAFile
	}
	spec, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), childVariable+"="+string(spec))
	cmd.Stderr = o.Log
	p := &Process{cmd: cmd, ended: make(chan struct{})}
	if p.in, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start daemon: %w", err)
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
				s.Observed(s.Config.Accounts[0].Name, passed)
			}
		}
	}()
	s.Enter(p)
	return p, nil
}

// Kick makes it look.
func (p *Process) Kick() { p.say("kick") }

// Moved tells it the time.
func (p *Process) Moved(now time.Time) { p.say("now %d", now.UnixNano()) }

// say sends the process a line; one that is dead does not hear it.
func (p *Process) say(format string, args ...any) { _, _ = fmt.Fprintf(p.in, format+"\n", args...) }

// Kill ends the process as kill -9 does.
func (p *Process) Kill() {
	_ = p.cmd.Process.Kill()
	p.Await()
}

// Suspend stops the process where it is, as a machine does that goes to sleep, until
// Wake. What it is told meanwhile, the time too, it hears then. Where a system can't
// do that, the error is errors.ErrUnsupported.
func (p *Process) Suspend() error { return suspend(p.cmd.Process) }

// Wake lets a suspended process go on.
func (p *Process) Wake() error { return wake(p.cmd.Process) }

// Await waits for the end of the process and reports whether it was killed, by
// itself or by somebody.
func (p *Process) Await() (killed bool) {
	p.once.Do(func() {
		<-p.ended
		_ = p.cmd.Wait()
		p.killed = wasKilled(p.cmd.ProcessState)
	})
	return p.killed
}

// Alive reports whether the process is running.
func (p *Process) Alive() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// Stop ends the process cleanly, if it runs.
func (p *Process) Stop() error {
	if !p.Alive() {
		p.Await()
		return nil
	}
	_ = p.in.Close()
	if p.Await() {
		return errors.New("the daemon was killed")
	}
	return nil
}
