package store

import (
	"database/sql"
	_ "embed"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// schema1 is the schema of version 1, as it was published. It is never changed.
//
//go:embed testdata/schema-1.sql
var schema1 string

// shape lists what a file is made of.
func shape(t *testing.T, db *database) []string {
	t.Helper()
	list, err := query(t.Context(), db, func(rows *sql.Rows) (string, error) {
		var kind, name, text string
		err := rows.Scan(&kind, &name, &text)
		// A column that was added stands behind the last one as SQLite puts it there.
		text = strings.NewReplacer(" ,", ",", " )", ")").Replace(strings.Join(strings.Fields(text), " "))
		return kind + " " + name + " " + text, err
	}, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name <> 'sqlite_sequence' ORDER BY type, name")
	ok(t, err)
	return list
}

// empty opens an empty database.
func empty(t *testing.T) *database {
	t.Helper()
	d, err := openDatabase(filepath.Join(t.TempDir(), "m.db"), false, 1)
	ok(t, err)
	t.Cleanup(func() { _ = d.close() })
	return d
}

func TestMigratedIsFresh(t *testing.T) {
	old := empty(t)
	_, err := old.db.Exec(schema1 + "; PRAGMA user_version = 1")
	ok(t, err)
	ok(t, migrate(t.Context(), old.db, schema, migrations))
	if got, want := shape(t, old), shape(t, openTest(t).w); !slices.Equal(got, want) {
		t.Errorf("migrated:\n%s\nfresh:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The loop takes every step once, from whatever version, and keeps what is there.
func TestMigrationLoop(t *testing.T) {
	const first = "CREATE TABLE a (x INTEGER)"
	steps := []string{"ALTER TABLE a ADD COLUMN y INTEGER", "ALTER TABLE a ADD COLUMN z INTEGER; UPDATE a SET z = x + 1"}
	const fresh = "CREATE TABLE a (x INTEGER, y INTEGER, z INTEGER)"
	db := empty(t)
	ok(t, migrate(t.Context(), db.db, first, nil))
	_, err := db.db.Exec("INSERT INTO a VALUES (41)")
	ok(t, err)
	for range 2 {
		ok(t, migrate(t.Context(), db.db, fresh, steps))
	}
	var z, version int
	ok(t, db.db.QueryRow("SELECT z FROM a").Scan(&z))
	ok(t, db.db.QueryRow("PRAGMA user_version").Scan(&version))
	if z != 42 || version != 3 {
		t.Errorf("z = %d, version %d", z, version)
	}

	// A step that fails leaves the file as it was.
	err = migrate(t.Context(), db.db, fresh, append(steps, "CREATE TABLE b (x); nonsense"))
	if err == nil || !strings.Contains(err.Error(), "from version 3 to 4") {
		t.Error(err)
	}
	ok(t, db.db.QueryRow("PRAGMA user_version").Scan(&version))
	if version != 3 || len(shape(t, db)) != 1 {
		t.Errorf("version %d, %q", version, shape(t, db))
	}
}

func TestRefusedFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := Open(t.Context(), path)
	ok(t, err)
	_, err = s.w.db.Exec("PRAGMA user_version = 99")
	ok(t, err)
	ok(t, s.Close())
	if _, err := Open(t.Context(), path); !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), path) {
		t.Errorf("a newer file: %v", err)
	}

	other := empty(t)
	_, err = other.db.Exec("CREATE TABLE recipes (title TEXT)")
	ok(t, err)
	var file string
	ok(t, other.db.QueryRow("SELECT file FROM pragma_database_list").Scan(&file))
	if _, err := Open(t.Context(), file); !errors.Is(err, ErrForeign) {
		t.Errorf("another program's file: %v", err)
	}

	text := filepath.Join(t.TempDir(), "text.db")
	ok(t, os.WriteFile(text, []byte(strings.Repeat("this is no database\n", 100)), 0o600))
	if _, err := Open(t.Context(), text); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), text) {
		t.Errorf("a text file: %v", err)
	}
}
