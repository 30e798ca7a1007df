package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"afterword/internal/store"
)

// inStore is how many applications are stored when commands are measured.
const inStore = 1000

// commands measures what a command takes from its start to its end, beside one
// that opens no store.
func (r *run) commands(h *host) error {
	set := newSetup(h, r.binary, "127.0.0.1:993", filepath.Join(h.folder(), "none"), 1, func(int) string { return "sam@home.example" })
	err := set.fill(r.ctx, func(st *store.Store) error {
		_, err := stock(r, st, inStore, time.Now())
		return err
	})
	if err != nil {
		return err
	}
	var list, added, bare []command
	for i := range 5 * r.rounds {
		none, err := set.command("version")
		bare = append(bare, none)
		listed, bad := set.command("list")
		list = append(list, listed)
		one, worse := set.command("add", "--company", fmt.Sprintf("Added %03d", i), "--role", "Analyst",
			"--contact", "Robin Reed <robin.reed@added.example>", "--ended", time.Now().Add(-time.Hour).Format("2006-01-02T15:04"))
		added = append(added, one)
		if err := errors.Join(err, bad, worse, r.ctx.Err()); err != nil {
			return err
		}
		if lines := bytes.Count(listed.out, []byte("\n")); lines < inStore {
			return fmt.Errorf("list prints %d lines of %d applications", lines, inStore)
		}
	}
	base := middle(bare)
	for _, c := range []struct {
		name string
		runs []command
	}{{"list", list}, {"add", added}} {
		m := middle(c.runs)
		r.add(row{what: fmt.Sprintf("afterword %s, %d stored: start to end", c.name, inStore), ours: m.text(), beside: "afterword version " + base.text(), ratio: times(over(m.took, base.took))})
	}
	return nil
}

// A command is one run of the program that ends by itself.
type command struct {
	took, processor time.Duration
	out             []byte
}

func (c command) text() string {
	return fmt.Sprintf("%s, processor %s", ms(c.took), ms(c.processor))
}

// middle returns the medians of several runs.
func middle(runs []command) command {
	var took, used []time.Duration
	for _, c := range runs {
		took, used = append(took, c.took), append(used, c.processor)
	}
	return command{took: median(took), processor: median(used)}
}

func (s *setup) command(args ...string) (command, error) {
	cmd := exec.Command(s.binary, append([]string{"--config", filepath.Join(s.dir, "config.toml")}, args...)...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return command{}, fmt.Errorf("afterword %s: %w", args[0], err)
	}
	took := time.Since(began)
	return command{took: took, processor: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), out: out.Bytes()}, nil
}
