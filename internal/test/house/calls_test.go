package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// where says in which folders alone a function may be called, and why.
var where = []struct {
	pkg   string
	names []string
	in    []string
	why   string
}{
	{"time", []string{"Now", "Since", "Until"}, []string{"internal/daemon", "internal/demo/mailserver", "internal/test", "measure", "bench", "cmd"},
		"now is an argument: only where a pass begins is the clock read"},
	{"os", []string{"Exit", "Args", "Getenv", "LookupEnv", "Environ", "Setenv"}, []string{"internal/test", "measure", "bench", "cmd"},
		"arguments, environment and exit codes belong to cmd"},
	{"log", []string{"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf"}, []string{"bench"},
		"an error is returned"},
	{"", []string{"panic"}, []string{},
		"an error is returned; the daemon runs for months"},
}

// TestCalls holds where the clock, the environment and the end of the process
// may be used. Tests may use them all.
func TestCalls(t *testing.T) {
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Errorf("%v", err)
				continue
			}
			imported := importNames(file)
			ast.Inspect(file, func(n ast.Node) bool {
				if g, ok := n.(*ast.GoStmt); ok && within(below(p.ImportPath), "rules") {
					t.Errorf("%s: a goroutine in rules, which is arithmetic", files.Position(g.Pos()))
				}
				pkg, called := "", ""
				switch n := n.(type) {
				case *ast.SelectorExpr:
					if x, ok := n.X.(*ast.Ident); ok && imported[x.Name] != "" {
						pkg, called = imported[x.Name], n.Sel.Name
					}
				case *ast.CallExpr:
					if f, ok := n.Fun.(*ast.Ident); ok {
						called = f.Name
					}
				}
				for _, w := range where {
					if w.pkg == pkg && slices.Contains(w.names, called) &&
						!slices.ContainsFunc(w.in, func(folder string) bool { return within(below(p.ImportPath), folder) }) {
						t.Errorf("%s: %s.%s: %s", files.Position(n.Pos()), w.pkg, called, w.why)
					}
				}
				return true
			})
		}
	}
}

// importNames maps the names by which a file knows its imports to their paths.
func importNames(file *ast.File) map[string]string {
	names := map[string]string{}
	for _, i := range file.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			continue
		}
		name := filepath.Base(path)
		if i.Name != nil {
			name = i.Name.Name
		}
		names[name] = path
	}
	return names
}
