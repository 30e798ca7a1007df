package house

import (
	"encoding/json"
	"errors"
	"io"
	"os"
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
	{path: "internal/person", imports: []string{"golang.org/x/text"}},
	{path: "internal/mail", imports: []string{"github.com/emersion/go-message/charset", "golang.org/x/net", "golang.org/x/text"}},
	{path: "internal/letter", imports: []string{"internal/mail", "mailwatch/recognize/newtext", "templates"}},
	{path: "mailwatch", imports: []string{
		"internal/mail", "github.com/emersion/go-imap/v2", "github.com/emersion/go-sasl", "golang.org/x/text",
	}},
	{path: "mailwatch/attribute", imports: []string{"internal/mail", "internal/letter", "mailwatch/recognize", "rules"}},
	{path: "mailwatch/recognize", imports: []string{
		"internal/mail", "rules", "mailwatch/recognize", "github.com/abadojack/whatlanggo",
	}},
	// The rooms of recognize, in the order in which a message goes through them.
	{path: "mailwatch/recognize/find", imports: []string{}},
	{path: "mailwatch/recognize/like", imports: []string{}},
	{path: "mailwatch/recognize/domains", imports: []string{"golang.org/x/net/publicsuffix"}},
	{path: "mailwatch/recognize/newtext", imports: []string{"internal/mail", "mailwatch/recognize/find"}},
	{path: "mailwatch/recognize/robot", imports: []string{"internal/mail", "mailwatch/recognize/find", "mailwatch/recognize/newtext"}},
	{path: "mailwatch/recognize/invite", imports: []string{"internal/mail", "mailwatch/recognize/find", "golang.org/x/text"}},
	{path: "mailwatch/recognize/dates", imports: []string{"rules"}},
	{path: "mailwatch/recognize/trust", imports: []string{
		"internal/mail", "rules", "mailwatch/recognize/find", "mailwatch/recognize/domains", "mailwatch/recognize/robot", "golang.org/x/net/idna",
	}},
	{path: "mailwatch/recognize/phrases", imports: []string{"rules"}},
	{path: "mailwatch/recognize/model", imports: []string{"rules"}},
	{path: "mailwatch/recognize/stack", imports: []string{"mailwatch/recognize/model"}},
	{path: "mailwatch/recognize/odds", imports: []string{}},
	{path: "mailwatch/recognize/prose", imports: []string{
		"internal/mail", "internal/person", "rules", "mailwatch/recognize/odds", "mailwatch/recognize/find", "mailwatch/recognize/domains", "mailwatch/recognize/robot", "mailwatch/recognize/invite", "mailwatch/recognize/dates", "golang.org/x/text",
	}},
	{path: "mailwatch/recognize/corpus", imports: []string{"rules", "golang.org/x/text", "golang.org/x/tools/txtar"}},
	{path: "drafter", imports: []string{
		"internal/mail", "internal/letter", "internal/person", "internal/assistant", "mailwatch/recognize/newtext", "rules", "templates", "github.com/wneessen/go-mail", "github.com/golangci/misspell",
	}},
	{path: "internal/intake", imports: []string{"internal/mail", "mailwatch/recognize", "rules"}},
	{path: "internal/intake/note", imports: []string{
		"internal/mail", "mailwatch/recognize/newtext", "mailwatch/recognize/dates", "mailwatch/recognize/prose", "rules", "templates", "golang.org/x/text",
	}},
	{path: "internal/store", imports: []string{"rules", "mailwatch", "modernc.org/sqlite", "golang.org/x/text", "golang.org/x/sys"}},
	{path: "internal/agenda", imports: []string{"rules"}},
	{path: "contrib", imports: []string{}},
	{path: "internal/service", imports: []string{"contrib"}},
	{path: "internal/assistant", imports: []string{}},
	{path: "internal/opinion", imports: []string{"internal/assistant", "mailwatch/recognize", "rules"}},
	{path: "internal/secrets", imports: []string{"golang.org/x/oauth2", "golang.org/x/sys/windows", "github.com/zalando/go-keyring"}},
	{path: "internal/config", imports: []string{
		"rules", "internal/secrets", "github.com/pelletier/go-toml/v2", "github.com/robfig/cron/v3",
	}},
	{path: "internal/setup", imports: []string{
		"rules", "internal/mail", "mailwatch", "internal/config", "internal/secrets", "github.com/pelletier/go-toml/v2", "golang.org/x/net", "golang.org/x/oauth2",
	}},
	{path: "internal/daemon", imports: []string{
		"rules", "templates", "internal/mail", "mailwatch", "drafter", "internal/config", "internal/intake", "internal/secrets", "internal/store",
		"github.com/robfig/cron/v3", "golang.org/x/sync",
	}},
	{path: "internal/replay", imports: []string{
		"rules", "templates", "mailwatch", "mailwatch/recognize", "internal/config", "internal/store", "internal/daemon",
	}},
	{path: "internal/simulate", imports: []string{
		"rules", "internal/mail", "internal/intake", "mailwatch", "mailwatch/attribute", "internal/config", "internal/store", "internal/daemon", "internal/replay", "internal/demo/mailserver",
	}},
	{path: "internal/demo", imports: []string{
		"mailwatch", "mailwatch/recognize", "internal/config", "internal/store", "internal/daemon", "internal/replay", "internal/demo/mailserver",
	}},
	{path: "internal/demo/mailserver", imports: []string{"github.com/emersion/go-imap/v2"}},
	{path: "internal/page", imports: []string{"rules", "github.com/pelletier/go-toml/v2", "golang.org/x/text"}},
	{path: "cmd", anything: true}, // but nothing of the tests': see only
	// From here on it is no product: what tests and measures the rooms.
	{path: "internal/test", anything: true},
	{path: "internal/test/servers", imports: []string{"internal/demo/mailserver", "github.com/emersion/go-imap/v2", "golang.org/x/sys"}},
	{path: "internal/test/house", imports: []string{}},
	{path: "internal/test/people/oracle", imports: []string{}}, // it judges the program, and shares nothing with it
	{path: "bench", anything: true},
	{path: "measure", anything: true},
	{path: "e2e", anything: true},
}

// only says who alone may import a package, in whatever room.
var only = map[string][]string{
	"database/sql":                          {"internal/store", "bench"},
	"modernc.org/sqlite":                    {"internal/store", "bench"},
	"github.com/emersion/go-imap/v2":        {"mailwatch", "drafter", "internal/demo/mailserver", "internal/test/servers", "bench"},
	"github.com/wneessen/go-mail":           {"drafter"},
	"net/smtp":                              {},
	"testing":                               {},
	"afterword/cmd":                         {},
	"afterword/internal/demo":               {"cmd", "internal/simulate", "internal/test", "bench"},
	"afterword/internal/test":               {"bench"}, // the product never does
	"afterword/internal/test/house":         {},
	"afterword/mailwatch/recognize/phrases": {"mailwatch/recognize"},
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

// systems are those that the project is built for: each has files of its own.
var systems = []string{"linux", "darwin", "windows"}

// packages returns the packages of the project, with the files and imports that they
// have on any system.
func packages(t *testing.T) []listed {
	t.Helper()
	var all []listed
	for _, system := range systems {
		for _, p := range packagesOn(t, system) {
			i := slices.IndexFunc(all, func(have listed) bool { return have.ImportPath == p.ImportPath })
			if i < 0 {
				all = append(all, p)
				continue
			}
			for _, list := range []struct{ to, from *[]string }{{&all[i].GoFiles, &p.GoFiles}, {&all[i].Imports, &p.Imports}} {
				*list.to = slices.Compact(slices.Sorted(slices.Values(append(*list.to, *list.from...))))
			}
		}
	}
	return all
}

func packagesOn(t *testing.T, system string) []listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "./...")
	cmd.Dir, cmd.Env = root(t), append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list for %s: %v", system, err)
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
