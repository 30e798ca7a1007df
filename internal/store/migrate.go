package store

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
)

//go:embed schema.sql
var schema string

// migrations holds what brings a file of version i+1 to version i+2. A file's
// version is its PRAGMA user_version; schema is of the newest. A step that was
// published is never changed.
var migrations = []string{
	`CREATE TABLE planned (
		account TEXT PRIMARY KEY,
		basis   TEXT NOT NULL
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE forgotten (
		application TEXT PRIMARY KEY
	) STRICT;
	DROP TRIGGER fact_kept;
	CREATE TRIGGER fact_kept BEFORE DELETE ON fact WHEN OLD.application NOT IN (SELECT application FROM forgotten)
		BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
	DROP TRIGGER entry_kept;
	CREATE TRIGGER entry_kept BEFORE DELETE ON entry WHEN OLD.application NOT IN (SELECT application FROM forgotten)
		BEGIN SELECT raise(ABORT, 'the log is never deleted'); END;
	CREATE TABLE summary (
		application TEXT PRIMARY KEY REFERENCES application (id) ON DELETE CASCADE,
		basis       TEXT NOT NULL,
		made        INTEGER NOT NULL,
		until       INTEGER,
		line        TEXT NOT NULL,
		json        TEXT NOT NULL
	) STRICT;
	CREATE TRIGGER summary_ends AFTER INSERT ON fact BEGIN DELETE FROM summary WHERE application = NEW.application; END`,
	`ALTER TABLE health ADD COLUMN unread TEXT NOT NULL DEFAULT '';
	ALTER TABLE draft ADD COLUMN basis TEXT NOT NULL DEFAULT ''`,
	`CREATE TABLE account_fact (
		seq     INTEGER PRIMARY KEY AUTOINCREMENT,
		account TEXT NOT NULL,
		key     TEXT NOT NULL,
		at      INTEGER NOT NULL,
		type    TEXT NOT NULL,
		body    TEXT NOT NULL CHECK (json_valid(body)),
		UNIQUE (account, key)
	) STRICT;
	CREATE TRIGGER account_fact_kept_as_is BEFORE UPDATE OF key, at, type, body ON account_fact BEGIN SELECT raise(ABORT, 'facts are never rewritten'); END;
	CREATE TRIGGER account_fact_kept BEFORE DELETE ON account_fact BEGIN SELECT raise(ABORT, 'facts are never deleted'); END`,
	`CREATE TABLE voice (
		account  TEXT NOT NULL,
		language TEXT NOT NULL,
		at       INTEGER NOT NULL,
		body     TEXT NOT NULL CHECK (json_valid(body)),
		PRIMARY KEY (account, language)
	) STRICT, WITHOUT ROWID`,
	`ALTER TABLE health ADD COLUMN trouble TEXT NOT NULL DEFAULT ''`,
}

// migrate brings a file to the newest version, step by step, each in a
// transaction of its own. An empty file gets the schema at once.
func migrate(ctx context.Context, db *sql.DB, schema string, migrations []string) error {
	newest := len(migrations) + 1
	for {
		var version int
		err := transact(ctx, db, func(tx *sql.Tx) error {
			// Read under the lock: another process may be migrating as well.
			if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
				return err
			}
			step, to := "", version+1
			switch {
			case version > newest:
				return fmt.Errorf("%w (its version is %d, this program knows up to %d)", ErrNewer, version, newest)
			case version == newest:
				return nil
			case version == 0:
				var tables int
				if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
					return err
				}
				if tables > 0 {
					return ErrForeign
				}
				step, to = schema, newest
			default:
				step = migrations[version-1]
			}
			if _, err := tx.ExecContext(ctx, step); err != nil {
				return fmt.Errorf("migrate from version %d to %d: %w", version, to, err)
			}
			version = to
			_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", to))
			return err
		})
		if err != nil || version == newest {
			return err
		}
	}
}
