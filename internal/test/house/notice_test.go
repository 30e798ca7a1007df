package house

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNotice holds that NOTICE names the lists that others made, and no file that is
// not there. What the MPL covers says so in itself.
func TestNotice(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root(t), "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]string{} // a file's path, and what is said of it
	var paths []string
	for part := range strings.SplitSeq(string(text), "\n\n") {
		lines := strings.Split(part, "\n")
		n := slices.IndexFunc(lines, func(l string) bool { return !regexp.MustCompile(`^[a-z]+/[\w/]+\.txt$`).MatchString(l) })
		for _, path := range lines[:max(n, 0)] {
			named[path] = strings.Join(lines[n:], "\n")
			paths = append(paths, path)
		}
	}
	for _, path := range paths {
		list, err := os.ReadFile(filepath.Join(root(t), path))
		if err != nil {
			t.Errorf("NOTICE: %v", err)
		}
		if regexp.MustCompile(`Mozilla\s+Public License`).MatchString(named[path]) != strings.Contains(string(list), "terms of the Mozilla Public License, v. 2.0") {
			t.Errorf("NOTICE and %s do not say the same of the Mozilla Public License", path)
		}
	}
	lists, err := filepath.Glob(filepath.Join(root(t), "drafter", "near", "*"))
	if err != nil || len(lists) == 0 {
		t.Fatalf("no lists of words: %v", err)
	}
	for _, list := range lists {
		path := "drafter/near/" + filepath.Base(list)
		if named[path] == "" {
			t.Errorf("NOTICE says nothing of %s", path)
		}
	}
}
