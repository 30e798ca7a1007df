package house

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "afterword"

// A room says what the packages under it may import, besides the standard library
// and each other: rooms of the project and modules of others. A name ends at a
// slash or at its end.
type room struct {
	path    string
	imports []string
	// anything lets a room that wires or plays the others import all of them.
	anything bool
}

// rooms are the house, as doc/architecture.md draws it. The longest path that
// fits a package is its room.
var rooms = []room{
	{path: "rules", imports: []string{"github.com/rickar/cal/v2"}},
	{path: "templates", imports: []string{}},
	{path: "mailwatch", imports: []string{
		"rules", "mailwatch/recognize", "github.com/emersion/go-imap/v2", "github.com/emersion/go-message",
		"github.com/emersion/go-sasl", "golang.org/x/text",
	}},
	{path: "mailwatch/recognize", imports: []string{
		"rules", "github.com/emersion/go-message", "github.com/arran4/golang-ical", "github.com/abadojack/whatlanggo",
		"github.com/k3a/html2text", "github.com/petar-dambovaliev/aho-corasick", "golang.org/x/net", "golang.org/x/text",
	}},
	{path: "mailwatch/recognize/corpus", imports: []string{"rules", "golang.org/x/text", "golang.org/x/tools/txtar"}},
	{path: "drafter", imports: []string{
		"rules", "templates", "github.com/wneessen/go-mail", "github.com/emersion/go-imap/v2", "github.com/golangci/misspell",
	}},
	{path: "internal/store", imports: []string{"rules", "mailwatch", "modernc.org/sqlite", "golang.org/x/text"}},
	{path: "internal/secrets", imports: []string{"golang.org/x/oauth2"}},
	{path: "internal/config", imports: []string{
		"rules", "internal/secrets", "github.com/pelletier/go-toml/v2", "github.com/robfig/cron/v3",
	}},
	{path: "internal/daemon", imports: []string{
		"rules", "templates", "mailwatch", "drafter", "internal/config", "internal/secrets", "internal/store",
		"github.com/robfig/cron/v3", "golang.org/x/sync",
	}},
	{path: "internal/test/servers", imports: []string{"github.com/emersion/go-imap/v2", "golang.org/x/sys"}},
	{path: "internal/test/house", imports: []string{}},
	{path: "internal/test/people/oracle", imports: []string{}}, // it judges the program, and shares nothing with it
	{path: "internal", anything: true}, // what plays and measures the rooms
	{path: "bench", anything: true},
	{path: "measure", anything: true},
	{path: "e2e", anything: true},
	{path: "cmd", anything: true},
}

// only says who alone may import a package, in whatever room.
var only = map[string][]string{
	"database/sql":                    {"internal/store"},
	"modernc.org/sqlite":              {"internal/store"},
	"github.com/emersion/go-imap/v2":  {"mailwatch", "drafter", "internal/test/servers", "bench"},
	"github.com/wneessen/go-mail":     {"drafter"},
	"net/smtp":                        {},
	"testing":                         {},
	"afterword/cmd":                   {},
	"afterword/internal/test/servers": {"cmd", "internal/demo", "internal/test/chaos", "bench"},
	"afterword/internal/demo":         {"cmd", "internal/test/chaos", "bench"},
	"afterword/internal/test/house":   {},
}

// pure are the packages that a room without input, output and waiting leaves
// alone.
var pure = map[string][]string{
	"rules":               {"os", "os/exec", "net", "net/http", "io/fs", "context", "database/sql", "log", "log/slog"},
	"mailwatch/recognize": {"os", "os/exec", "net/http", "io/fs", "database/sql", "log", "log/slog"},
}

// A listed package, as go list prints it.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "./...")
	cmd.Dir = root(t)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("read what go list printed: %v", err)
		}
		all = append(all, p)
	}
}

// root returns the folder of the module.
func root(t *testing.T) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "env", "GOMOD").Output()
	if err != nil {
		t.Fatalf("go env GOMOD: %v", err)
	}
	return filepath.Dir(strings.TrimSpace(string(out)))
}

// within reports whether a path is the folder or lies in it.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// roomOf returns the room of a package by its path below the module.
func roomOf(path string) (room, bool) {
	var found room
	for _, r := range rooms {
		if within(path, r.path) && len(r.path) > len(found.path) {
			found = r
		}
	}
	return found, found.path != ""
}

func below(importPath string) string { return strings.TrimPrefix(importPath, module+"/") }

// TestArrows holds which room may import which.
func TestArrows(t *testing.T) {
	for _, p := range packages(t) {
		r, ok := roomOf(below(p.ImportPath))
		if !ok {
			t.Errorf("%s is in no room: think about what it may import and give it a line in rooms", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if !mayImport(r, imported) {
				t.Errorf("%s imports %s: the room %s may not", p.ImportPath, imported, r.path)
			}
			for rare, who := range only {
				if within(imported, rare) && !slices.ContainsFunc(who, func(w string) bool { return within(below(p.ImportPath), w) }) &&
					!within(p.ImportPath, rare) {
					t.Errorf("%s imports %s: only %q may", p.ImportPath, imported, who)
				}
			}
			for folder, banned := range pure {
				if within(below(p.ImportPath), folder) && slices.Contains(banned, imported) && below(p.ImportPath) != "mailwatch/recognize/corpus" {
					t.Errorf("%s imports %s: %s has no input, output or waiting", p.ImportPath, imported, folder)
				}
			}
		}
	}
}

func mayImport(r room, imported string) bool {
	ours := within(imported, module)
	if ours && within(below(imported), "cmd") {
		return false // nothing imports cmd
	}
	standard := !ours && !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".")
	if r.anything || standard || imported == "C" {
		return true
	}
	name := imported
	if ours {
		name = below(imported)
		if of, _ := roomOf(name); of.path == r.path {
			return true
		}
	}
	return slices.ContainsFunc(r.imports, func(allowed string) bool { return within(name, allowed) })
}
