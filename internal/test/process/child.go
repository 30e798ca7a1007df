package process

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
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/demo"
	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
	"afterword/templates"
)

// childVariable tells a process that it is to be a daemon: see Child.
const childVariable = "AFTERWORD_STAGE_CHILD"

// failed is the exit code of a daemon that failed. Windows knows one that was killed
// by its exit code alone, which is 1.
const failed = 2

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

// Child turns the process into a daemon if it was started as one by Start, and
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
		os.Exit(failed)
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
	cfg.Accounts = []config.Account{demo.Account(c.User, c.Name)}
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

// killAt kills the process the hard way at its step: nothing that it would do at its
// end is done.
func (c child) killAt(step string) {
	if step != c.Step {
		return
	}
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = self.Kill()
	}
	select {} // the end is on its way
}
