//go:build unix

package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// The browser that is opened is the user's: neither the end of what opened it nor
// Ctrl-C, which goes to the whole process group, ends it.
func TestTheBrowserStays(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("a script cannot stand in for /usr/bin/open here")
	}
	dir := t.TempDir()
	opened := filepath.Join(dir, "opened")
	script := "#!/bin/sh\necho $$ $1 >" + opened + ".new && mv " + opened + ".new " + opened + " && exec sleep 600\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	const address = "http://127.0.0.1:1/enter?key=a&b"
	if err := openBrowser(ctx, address); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(opened)
	for ; os.IsNotExist(err); text, err = os.ReadFile(opened) {
		runtime.Gosched()
	}
	number, what, _ := strings.Cut(strings.TrimSpace(string(text)), " ")
	browser, wrong := strconv.Atoi(number)
	if err != nil || wrong != nil {
		t.Fatal(err, wrong)
	}
	defer func() { _ = syscall.Kill(browser, syscall.SIGKILL) }()
	group, err := syscall.Getpgid(browser)
	if err != nil || group == syscall.Getpgrp() || what != address {
		t.Errorf("%q is opened in group %d, ours is %d: %v", what, group, syscall.Getpgrp(), err)
	}
}
