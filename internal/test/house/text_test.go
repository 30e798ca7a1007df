package house

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// longest is how many lines a file may have before it wants a reason.
const longest = 400

// long are the files that may be longer, with the reason.
var long = map[string]string{
	"mailwatch/hostile_test.go": "every hostile line that a server may say, in one place",
}

// addresses are mail addresses as they stand in text.
var addresses = regexp.MustCompile(`[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+`)

// reserved are the domains that belong to nobody (RFC 2606).
var reserved = regexp.MustCompile(`(?i)[@.](?:example|invalid|test|localhost|example\.(?:com|net|org))$`)

// elsewhere are addresses that are not fixtures, with the reason.
var elsewhere = map[string]string{
	"raft@home.exampl": "a part of an address, searched for",
	"a@a.exam":         "a.example, folded in the middle",
}

// known are the hosts that the program itself names, because mail is judged by
// them: free mail, and applicant-tracking systems. Only the tests of that use them.
var known = regexp.MustCompile(`(?i)[@.](?:gmail\.com|gmx\.de|greenhouse-mail\.io|greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|smartrecruiters\.com|myworkday\.com)$`)

// banned are words that no stranger can make use of. They are written in two
// parts, for this file is read too.
var banned = []struct {
	re   *regexp.Regexp
	but  func(path string) bool
	what string
}{
	{regexp.MustCompile(`/(?:wo` + `rk|fa` + `rm)/`), nil, "a path of one machine"},
	{regexp.MustCompile(`\.\./sha` + `red`), func(path string) bool {
		return strings.HasSuffix(path, "_test.go") || within(path, "measure") || within(path, "bench") || within(path, ".ci")
	}, "a folder beside the project"},
	{regexp.MustCompile(`\b(?:TO` + `DO|FIX` + `ME|XX` + `X)\b`), func(path string) bool {
		// The proofreaders refuse texts with such a word in them.
		return strings.HasSuffix(path, "_test.go") || within(path, "drafter") || within(path, "templates") || within(path, "mailwatch/recognize")
	}, "work left open"},
}

// files calls visit with every text file of the project.
func files(t *testing.T, visit func(path string, text []byte)) {
	t.Helper()
	top := root(t)
	err := filepath.WalkDir(top, func(full string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path, err := filepath.Rel(top, full)
		if err != nil {
			return err
		}
		path = filepath.ToSlash(path)
		if entry.IsDir() && entry.Name() == ".git" {
			return filepath.SkipDir
		}
		if !entry.Type().IsRegular() || entry.Name() == ".git" { // a file in a linked work tree
			return nil
		}
		info, err := entry.Info()
		if err != nil || info.Size() > 4<<20 {
			return err // a binary that somebody built
		}
		text, err := os.ReadFile(full)
		if err != nil {
			return err
		}
		if bytes.IndexByte(text, 0) < 0 {
			visit(path, text)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("read the project's files: %v", err)
	}
}

// TestLength holds that a file can be read in one sitting.
func TestLength(t *testing.T) {
	files(t, func(path string, text []byte) {
		if !strings.HasSuffix(path, ".go") {
			return
		}
		if n := bytes.Count(text, []byte("\n")); n > longest && long[path] == "" {
			t.Errorf("%s has %d lines: divide it, or give it a reason in long", path, n)
		}
	})
}

// TestWords holds that nothing in the project points to the place where it was
// written, and that no work is left open in it.
func TestWords(t *testing.T) {
	files(t, func(path string, text []byte) {
		for _, b := range banned {
			if b.but != nil && b.but(path) {
				continue
			}
			for _, at := range b.re.FindAllIndex(text, 3) {
				t.Errorf("%s:%d: %q: %s", path, 1+bytes.Count(text[:at[0]], []byte("\n")), text[at[0]:at[1]], b.what)
			}
		}
	})
}

// TestFixtures holds that nobody in the fixtures can be written to.
func TestFixtures(t *testing.T) {
	files(t, func(path string, text []byte) {
		switch filepath.Ext(path) {
		case ".mod", ".sum":
			return
		}
		if path == "NOTICE" { // licences are printed as they are
			return
		}
		for _, at := range addresses.FindAllIndex(text, -1) {
			address := string(text[at[0]:at[1]])
			if reserved.MatchString(strings.TrimRight(address, "-.")) || elsewhere[address] != "" || isVersion(address) {
				continue
			}
			if within(path, "mailwatch") && strings.HasSuffix(path, "_test.go") && known.MatchString(address) {
				continue
			}
			t.Errorf("%s:%d: %s: use a domain that ends in .example", path, 1+bytes.Count(text[:at[0]], []byte("\n")), address)
		}
	})
}

// isVersion reports whether text is a module at a version, "cal/v2@v2.1.13".
func isVersion(text string) bool {
	_, after, _ := strings.Cut(text, "@")
	return regexp.MustCompile(`^v\d+\.\d+`).MatchString(after)
}
