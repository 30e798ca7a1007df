package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestProgress(t *testing.T) {
	var out strings.Builder
	p := &progress{w: &screen{w: &out}}
	fmt.Fprint(p, "before\n")
	p.show("work", "INBOX", 500, 2000)
	fmt.Fprint(p, "between\n")
	p.show("work", "INBOX", 2000, 2000)
	fmt.Fprint(p, "after\n")
	bar := "[=======                       ]  25%  500 of 2000 in INBOX of work"
	want := "before\n" + clearLine + bar + clearLine + "between\n" + bar + clearLine + "after\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

func TestOnlyATerminalHasABar(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/log")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if terminal(&screen{w: file}) != nil || terminal(&screen{w: new(strings.Builder)}) != nil {
		t.Error("a file has a progress bar")
	}
}
