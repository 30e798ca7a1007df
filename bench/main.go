package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A run is what the steps share.
type run struct {
	table
	ctx    context.Context
	binary string // the program under test
	goIMAP string // go-imap alone
	before string // another build of the program, "" for none
	// What to measure with.
	messages, accounts, applications []int
	deliveries, drafts, rounds       int
	idleFor                          time.Duration
}

func main() {
	only := flag.String("only", "", "steps to run, of push,first,catchup,mailboxes,idle,rules,commands,page,place; default all")
	messages := flag.String("messages", "1000,10000,100000", "sizes of mailboxes for first starts")
	accounts := flag.String("accounts", "1,10,100,1000", "numbers of idle accounts")
	applications := flag.String("applications", "10,1000,100000", "numbers of applications for a rule check")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r := &run{ctx: ctx}
	flag.IntVar(&r.deliveries, "deliveries", 200, "messages that are pushed")
	flag.IntVar(&r.drafts, "drafts", 100, "drafts that are placed")
	flag.IntVar(&r.rounds, "rounds", 3, "rounds of each first start and catch-up, of which the median counts")
	flag.StringVar(&r.before, "before", "", "another build of the program, beside which first starts are measured, and nothing else is")
	flag.DurationVar(&r.idleFor, "idle", time.Minute, "how long idle accounts are watched; within a minute there is a heartbeat")
	flag.Parse()
	r.messages, r.accounts, r.applications = numbers(*messages), numbers(*accounts), numbers(*applications)
	if err := r.all(*only); err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(1)
	}
}

func (r *run) all(only string) error {
	dir, err := os.MkdirTemp("", "aw-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if r.binary, err = build(r.ctx, dir, "afterword/cmd/afterword"); err != nil {
		return err
	}
	if r.goIMAP, err = build(r.ctx, dir, "afterword/bench/alone"); err != nil {
		return err
	}
	var failed error
	for _, step := range []struct {
		name string
		run  func(*host) error
	}{{"push", r.push}, {"first", r.first}, {"catchup", r.catchUp}, {"mailboxes", r.mailboxes}, {"idle", r.idle}, {"rules", r.rules}, {"commands", r.commands}, {"page", r.page}, {"place", r.place}} {
		if only != "" && !slices.Contains(strings.Split(only, ","), step.name) {
			continue
		}
		fmt.Fprintf(os.Stderr, "%s %s …\n", time.Now().Format(time.TimeOnly), step.name)
		if err := with(r.ctx, step.run); r.ctx.Err() != nil {
			return err
		} else if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", step.name, err))
			r.add(row{what: step.name, ours: "not measured", beside: strings.ReplaceAll(err.Error(), "\n", " ")})
		}
	}
	fmt.Printf("%s, %d processors, %s; ratios are of one run, times are this machine's\n\n", time.Now().Format("2006-01-02"), runtime.NumCPU(), runtime.Version())
	r.print(os.Stdout)
	return failed
}

func numbers(list string) []int {
	var out []int
	for _, s := range strings.Split(list, ",") {
		if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// installed returns the path of a peer, "" where it is not installed.
func installed(name string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	return path
}
