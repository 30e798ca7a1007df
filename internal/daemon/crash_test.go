package daemon_test

import (
	"bytes"
	"context"
	"crypto/x509"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/mailtest"
	"afterword/internal/stage"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/templates"
)

// A child process is the test binary itself, told so by this variable: the
// server, the user, the CA file, the store and the step at which it kills itself.
const childVariable = "AFTERWORD_CRASH_CHILD"

func TestMain(m *testing.M) {
	if spec := os.Getenv(childVariable); spec != "" {
		if err := crashChild(strings.Split(spec, "|")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// crashChild runs the daemon until a pass ends well, or until the step at which
// it is to be killed.
func crashChild(spec []string) error {
	address, user, caFile, path, step := spec[0], spec[1], spec[2], spec[3], spec[4]
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	pem, err := os.ReadFile(caFile)
	if err != nil {
		return err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	c := config.Default()
	c.Accounts = []config.Account{{Name: "work", Address: user, FromName: "Sam Winter", Zone: "America/New_York", Holidays: "US", Language: "en"}}
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	texts, err := templates.Load("")
	if err != nil {
		return err
	}
	good := 0
	d := &daemon.Daemon{Config: c, Store: s, Texts: texts, Log: slog.New(slog.NewTextHandler(os.Stderr, nil)),
		Now: func() time.Time { return ny("2024-11-15T15:01") },
		Endpoint: func(config.Account) (mailwatch.Endpoint, error) {
			return mailwatch.Endpoint{Address: address, Username: user, RootCAs: roots,
				Secret: func(context.Context) (string, error) { return mailtest.Password, nil }}, nil
		},
		Step: func(done string) {
			if done == step {
				_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
				select {} // the signal is on its way
			}
		}}
	d.Observed = func(_ string, err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		if good++; good == 2 {
			cancel()
		}
		d.Kick()
	}
	if err := d.Run(ctx); err != nil {
		return err
	}
	return s.Close()
}

func runChild(t *testing.T, p *play, step string) (killed bool) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+strings.Join([]string{p.Server.Addr, p.User, p.Server.CAFile, p.Store.Path(), step}, "|"))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if ok && status.Signaled() && status.Signal() == syscall.SIGKILL {
		return true
	}
	if err != nil {
		t.Fatalf("child: %v\n%s", err, out.String())
	}
	return false
}

// Killed at every step between "decided" and "recorded": one draft of each
// follow-up, never two, never none.
func TestKilledWhilePlacing(t *testing.T) {
	onEach(t, func(t *testing.T, server *mailtest.Server) {
		for n, step := range []string{"decided", "searched", "appended", "read", "recorded"} {
			t.Run(step, func(t *testing.T) {
				p := newPlay(t, server, "2024-11-15T15:01", func(o *stage.Options) { o.User = server.Users[n%len(server.Users)] })
				if n >= len(server.Users) {
					emptyDrafts(t, p)
				}
				p.add("2024-11-15T15:00", "2024-11-22")
				kills := 0
				for runChild(t, p, step) {
					// The second draft is placed by the process that finds the first
					// half done, and is killed at the same step.
					if kills++; kills > 4 {
						t.Fatal("it does not come to an end")
					}
				}
				if kills == 0 {
					t.Fatalf("the step %q never came", step)
				}
				runChild(t, p, "")
				both := p.drafts(2)
				if both[0].To == both[1].To || both[0].MessageID == both[1].MessageID {
					t.Errorf("%+v", both)
				}
				trash, err := p.Letters(server.Boxes.Trash)
				p.must(err)
				if len(trash) != 0 {
					t.Errorf("%d in Trash", len(trash))
				}
			})
		}
	})
}

func emptyDrafts(t *testing.T, p *play) {
	t.Helper()
	list, err := p.Drafts()
	p.must(err)
	for _, l := range list {
		p.must(p.Server.Expunge(p.User, p.Server.Boxes.Drafts, l.UID))
	}
}
