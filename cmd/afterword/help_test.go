package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
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
