package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commands calls visit with every command that a user can see.
func commands(visit func(*cobra.Command)) {
	env := environment{strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" }, os.Environ, time.Now}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		if cmd.Hidden {
			return
		}
		visit(cmd)
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(newRoot(env))
}

// TestHelp holds that every command says what it does, with an example, and that
// no flag is without a word.
func TestHelp(t *testing.T) {
	commands(func(cmd *cobra.Command) {
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s: the short help is %q: it is a phrase without a full stop", cmd.CommandPath(), cmd.Short)
		}
		if !strings.Contains(cmd.Example, "afterword "+strings.TrimPrefix(strings.TrimPrefix(cmd.CommandPath(), "afterword"), " ")) {
			t.Errorf("%s: the example %q does not show it", cmd.CommandPath(), cmd.Example)
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" || strings.Contains(f.Usage, "`") {
				t.Errorf("%s --%s: the help is %q: say something, without backquotes", cmd.CommandPath(), f.Name, f.Usage)
			}
		})
	})
}

// TestManPage holds that the man page names every command and every flag, and
// nothing that there is not.
func TestManPage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "doc", "afterword.1"))
	if err != nil {
		t.Fatal(err)
	}
	page, known := string(text), map[string]bool{}
	commands(func(cmd *cobra.Command) {
		known[cmd.Name()] = true
		if cmd.HasParent() && !regexp.MustCompile(`(?m)^\.It Cm.*\b`+cmd.Name()+`\b`).MatchString(page) {
			t.Errorf("the command %s is not in the man page", cmd.CommandPath())
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			known["--"+f.Name] = true
			if !regexp.MustCompile(`Fl Fl ` + f.Name + `\b`).MatchString(page) {
				t.Errorf("%s --%s is not in the man page", cmd.CommandPath(), f.Name)
			}
		})
	})
	known["--help"], known["--config"] = true, true
	for _, m := range regexp.MustCompile(`Fl Fl ([a-z-]+)`).FindAllStringSubmatch(page, -1) {
		if !known["--"+m[1]] {
			t.Errorf("the man page names --%s, which is no flag", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^\.It Cm ([a-z]+)`).FindAllStringSubmatch(page, -1) {
		if !known[m[1]] {
			t.Errorf("the man page names the command %s, which there is not", m[1])
		}
	}
}

// typed are the commands that a text tells the reader to type: in backquotes, on lines
// of their own, or as a string of Go, which begins with it.
var typed = regexp.MustCompile("(?m)`afterword ([^`\\n]+)`|^(?: {4,}|\\$ |  )afterword ([^\\n]+)$|\"afterword ([a-z][^\"\\\\]*)")

// prose are words that follow the program's name where nothing is to be typed.
var prose = []string{"runs", "stops", "test"}

// TestDocuments holds that what the documents and the program tell the reader to type is a
// command with such flags.
func TestDocuments(t *testing.T) {
	top := filepath.Join("..", "..")
	var files []string
	for _, pattern := range []string{"*.md", "doc/*.md", "Containerfile", "config.example.toml", "internal/setup/words/*.toml", "internal/page/texts/*.toml", "internal/page/texts/said/*.toml", "internal/setup/providers.toml", "cmd/afterword/*.go", "internal/*/*.go", "mailwatch/*.go", "rules/*.go", "drafter/*.go"} {
		found, err := filepath.Glob(filepath.Join(top, filepath.FromSlash(pattern)))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	root := newRoot(environment{strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" }, os.Environ, time.Now})
	seen := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range typed.FindAllStringSubmatch(string(text), -1) {
			line, _, _ := strings.Cut(m[1]+m[2]+m[3], " #")
			args := strings.Fields(strings.NewReplacer("`", "", ",", " ", ";", " ").Replace(line))
			if strings.HasPrefix(args[0], "--") || slices.Contains(prose, args[0]) {
				continue
			}
			seen++
			cmd, _, err := root.Find(args)
			if err != nil || cmd == root {
				t.Errorf("%s: there is no command %q", file, line)
				continue
			}
			for _, arg := range args {
				name, _, _ := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
				if strings.HasPrefix(arg, "--") && cmd.Flags().Lookup(strings.TrimRight(name, ".:")) == nil && root.PersistentFlags().Lookup(name) == nil && name != "help" {
					t.Errorf("%s: %q: %s has no flag %s", file, line, cmd.CommandPath(), arg)
				}
			}
		}
	}
	if seen < 100 {
		t.Errorf("%d commands were seen", seen)
	}
}
