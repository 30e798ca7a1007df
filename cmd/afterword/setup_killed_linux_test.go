package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"afterword/internal/config"
	"afterword/internal/test/servers"

	"golang.org/x/sys/unix"
)

// TestSetUpKilled kills a set-up before each single step in which it changes a file:
// nothing is there then, or all of it. So for the first account, and for a further one.
func TestSetUpKilled(t *testing.T) {
	server, err := servers.Start(servers.Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	kim := append([]string{"kim@home.example", servers.Password, "Kim Lee"}, setUp[3:6]...)
	for name, c := range map[string]struct {
		first, answers []string
	}{"the first account": {nil, setUp}, "a further account": {setUp, kim}} {
		t.Run(name, func(t *testing.T) {
			killed := 0
			for n := 1; ; n++ {
				home := t.TempDir()
				if c.first != nil {
					cmd := wizard(t, server, home)
					cmd.Stdin = strings.NewReader(strings.Join(c.first, "\n") + "\n")
					if said, err := cmd.CombinedOutput(); err != nil {
						t.Fatalf("%v\n%s", err, said)
					}
				}
				dir := filepath.Join(home, ".config", "afterword")
				before, _ := os.ReadFile(filepath.Join(dir, "config.toml"))
				if !killedAt(t, wizard(t, server, home), c.answers, n) {
					break
				}
				killed++
				if c.first == nil {
					whole(t, home)
				} else if now, err := os.ReadFile(filepath.Join(dir, "config.toml")); err != nil || string(now) != string(before) {
					complete(t, dir, 2)
				}
				// The next run goes through, and takes away what this one left.
				left, _ := filepath.Glob(filepath.Join(dir, ".afterword-*"))
				for _, path := range left {
					if err := os.Chtimes(path, time.Time{}, time.Now().Add(-time.Hour)); err != nil {
						t.Fatal(err)
					}
				}
				cmd := wizard(t, server, home)
				cmd.Stdin = strings.NewReader(strings.Join(c.answers, "\n") + "\n")
				if said, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("the next run: %v\n%s", err, said)
				}
				complete(t, dir, 1+min(1, len(c.first)))
				if t.Failed() {
					t.Fatalf("killed before step %d", n)
				}
			}
			t.Logf("killed before each of %d steps", killed)
			if killed < 8 {
				t.Errorf("it has %d steps: they are not seen", killed)
			}
		})
	}
}

// complete holds that the config has so many accounts, each with its password, and that
// nothing else lies beside it.
func complete(t *testing.T, dir string, accounts int) {
	t.Helper()
	c, err := config.Load(filepath.Join(dir, "config.toml"), func(string) string { return filepath.Dir(filepath.Dir(dir)) })
	if err != nil {
		t.Error(err)
		return
	}
	want := []string{"config.toml"}
	for _, a := range c.Accounts {
		if b, err := os.ReadFile(a.IMAP.Password.File); err != nil || string(b) != servers.Password+"\n" {
			t.Errorf("the password of %s: %v", a.Address, err)
		}
		want = append(want, filepath.Base(a.IMAP.Password.File))
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Error(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(want)
	if len(c.Accounts) != accounts || !slices.Equal(names, want) || dirExists(dir+".part") {
		t.Errorf("%d accounts, want %d; there lie %q", len(c.Accounts), accounts, names)
	}
}

// changing are the system calls by which a program changes files; those that open one
// are looked at.
var changing = []uint64{unix.SYS_MKDIRAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_UNLINKAT, unix.SYS_FSYNC, unix.SYS_FCHMODAT, unix.SYS_LINKAT, unix.SYS_SYMLINKAT}

// killedAt runs a command with answers and kills it before the n-th step that changes a
// file; false where it comes to its end before that. The kernel stops it at each call
// (ptrace(2)), so that nothing hangs on the time.
func killedAt(t *testing.T, cmd *exec.Cmd, answers []string, n int) bool {
	t.Helper()
	runtime.LockOSThread() // whoever traces is a thread
	defer runtime.UnlockOSThread()
	typed := filepath.Join(t.TempDir(), "answers")
	if err := os.WriteFile(typed, []byte(strings.Join(answers, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(typed)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	cmd.Stdin = in
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Setpgid: true}
	if err := cmd.Start(); errors.Is(err, syscall.EPERM) {
		t.Skip("this system lets nobody trace a process")
	} else if err != nil {
		t.Fatal(err)
	}
	pid := cmd.Process.Pid
	defer cmd.Process.Release()
	traced := false
	for {
		var status syscall.WaitStatus
		thread, err := syscall.Wait4(-pid, &status, unix.WALL, nil) // all of its threads
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		pass := 0
		switch stop := status.StopSignal(); {
		case !status.Stopped():
			if thread == pid {
				if !status.Exited() || status.ExitStatus() != 0 {
					t.Fatalf("it ends with %v", status)
				}
				return false
			}
			continue
		case !traced:
			traced = true
			if err := syscall.PtraceSetOptions(pid, unix.PTRACE_O_TRACECLONE|unix.PTRACE_O_TRACESYSGOOD|unix.PTRACE_O_EXITKILL); err != nil {
				t.Fatal(err)
			}
		case stop == syscall.SIGTRAP|0x80:
			if changes(t, thread) {
				n--
			}
			if n == 0 {
				if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
					t.Fatal(err)
				}
				for {
					if last, err := syscall.Wait4(-pid, &status, unix.WALL, nil); err != nil && err != syscall.EINTR || last == pid && !status.Stopped() {
						return true
					}
				}
			}
		case stop != syscall.SIGTRAP && stop != syscall.SIGSTOP:
			pass = int(stop)
		}
		_ = syscall.PtraceSyscall(thread, pass) // a thread that has ended is waited for next
	}
}

// changes reports whether a thread stands before a call that changes a file.
func changes(t *testing.T, thread int) bool {
	var call struct { // ptrace_syscall_info
		op      uint8
		_       [3]uint8
		_       uint32
		_, _    uint64
		number  uint64
		numbers [6]uint64
	}
	const entry = 1
	if _, _, err := unix.RawSyscall6(unix.SYS_PTRACE, unix.PTRACE_GET_SYSCALL_INFO, uintptr(thread), unsafe.Sizeof(call), uintptr(unsafe.Pointer(&call)), 0, 0); err != 0 {
		return false // it has ended
	}
	return call.op == entry && (slices.Contains(changing, call.number) || call.number == unix.SYS_OPENAT && call.numbers[2]&unix.O_CREAT != 0)
}
