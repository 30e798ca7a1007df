-- The schema as a new file gets it. A change here needs a step in migrate.go
-- that brings an older file to the same; a test compares the two.
-- Instants are microseconds since 1970, UTC; NULL is "not known" or "never".

CREATE TABLE application (
	id      TEXT PRIMARY KEY,
	account TEXT NOT NULL,
	created INTEGER NOT NULL,
	next    INTEGER -- when its schedule has to be looked at again
) STRICT;
CREATE INDEX application_account ON application (account);
CREATE INDEX application_next ON application (account, next) WHERE next IS NOT NULL;

-- Applications that were a mistake, within the transaction that deletes them.
CREATE TABLE forgotten (
	application TEXT PRIMARY KEY
) STRICT;

CREATE TABLE fact (
	seq         INTEGER PRIMARY KEY AUTOINCREMENT, -- in order of learning, over all applications
	application TEXT NOT NULL REFERENCES application (id),
	key         TEXT NOT NULL,
	at          INTEGER NOT NULL,
	type        TEXT NOT NULL,
	body        TEXT NOT NULL CHECK (json_valid(body)),
	UNIQUE (application, key)
) STRICT;
CREATE INDEX fact_words ON fact (at) WHERE type IN ('placed', 'delivered');
CREATE INDEX fact_company ON fact (lower(body ->> '$.company')) WHERE type = 'described';
CREATE TRIGGER fact_kept_as_is BEFORE UPDATE ON fact BEGIN SELECT raise(ABORT, 'facts are never rewritten'); END;
CREATE TRIGGER fact_kept BEFORE DELETE ON fact WHEN OLD.application NOT IN (SELECT application FROM forgotten)
	BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;

CREATE TABLE cursor (
	account     TEXT NOT NULL,
	mailbox     TEXT NOT NULL,
	uidvalidity INTEGER NOT NULL,
	uidnext     INTEGER NOT NULL,
	modseq      INTEGER NOT NULL,
	PRIMARY KEY (account, mailbox)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
	seq         INTEGER PRIMARY KEY,
	account     TEXT NOT NULL,
	mailbox     TEXT NOT NULL,
	uidvalidity INTEGER NOT NULL,
	uid         INTEGER NOT NULL,
	message_id  TEXT NOT NULL,
	sender      TEXT NOT NULL,
	subject     TEXT NOT NULL,
	at          INTEGER NOT NULL,
	kind        TEXT NOT NULL,
	confidence  REAL NOT NULL,
	application TEXT REFERENCES application (id),
	evidence    BLOB,
	UNIQUE (account, mailbox, uidvalidity, uid)
) STRICT;
CREATE INDEX seen_message_id ON seen (message_id);
CREATE INDEX seen_application ON seen (application) WHERE application IS NOT NULL;

-- basis is a digest of what the draft was written from.
CREATE TABLE draft (
	message_id  TEXT PRIMARY KEY, -- as chosen before the draft was placed
	account     TEXT NOT NULL,
	application TEXT NOT NULL REFERENCES application (id),
	follow_up   TEXT NOT NULL,
	raw         BLOB NOT NULL,
	sentences   TEXT NOT NULL CHECK (json_valid(sentences)),
	state       TEXT NOT NULL CHECK (state IN ('decided', 'placed', 'touched', 'withdrawing', 'sent', 'discarded', 'removed')),
	decided_at  INTEGER NOT NULL,
	placed_at   INTEGER,
	uidvalidity INTEGER NOT NULL,
	uid         INTEGER NOT NULL,
	digest      BLOB,
	basis       TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX draft_live ON draft (application, follow_up) WHERE state IN ('decided', 'placed', 'touched', 'withdrawing');
CREATE INDEX draft_account ON draft (account, state);
CREATE INDEX draft_application ON draft (application);

CREATE TABLE entry (
	seq         INTEGER PRIMARY KEY AUTOINCREMENT,
	at          INTEGER NOT NULL,
	account     TEXT NOT NULL,
	application TEXT NOT NULL, -- '' for what concerns the account as a whole
	what        TEXT NOT NULL,
	why         TEXT NOT NULL,
	rule        TEXT NOT NULL,
	message     TEXT NOT NULL
) STRICT;
CREATE INDEX entry_application ON entry (application);
CREATE TRIGGER entry_kept_as_is BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'the log is never rewritten'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry WHEN OLD.application NOT IN (SELECT application FROM forgotten)
	BEGIN SELECT raise(ABORT, 'the log is never deleted'); END;

-- unread is JSON: the mailboxes that are skipped, and those that cannot be read.
CREATE TABLE health (
	account     TEXT PRIMARY KEY,
	last_read   INTEGER,
	blind_since INTEGER,
	why         TEXT NOT NULL,
	told        INTEGER NOT NULL,
	unread      TEXT NOT NULL DEFAULT '',
	trouble     TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- What the schedules of an account were made by: where it changes, they are made anew.
CREATE TABLE planned (
	account TEXT PRIMARY KEY,
	basis   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What list says of an application, until the next fact: see summary.go.
CREATE TABLE summary (
	application TEXT PRIMARY KEY REFERENCES application (id) ON DELETE CASCADE,
	basis       TEXT NOT NULL,
	made        INTEGER NOT NULL,
	until       INTEGER,
	line        TEXT NOT NULL,
	json        TEXT NOT NULL
) STRICT;
CREATE TRIGGER summary_ends AFTER INSERT ON fact BEGIN DELETE FROM summary WHERE application = NEW.application; END;

-- What was learnt of an account's interviews before there is an application.
CREATE TABLE account_fact (
	seq     INTEGER PRIMARY KEY AUTOINCREMENT,
	account TEXT NOT NULL,
	key     TEXT NOT NULL,
	at      INTEGER NOT NULL,
	type    TEXT NOT NULL,
	body    TEXT NOT NULL CHECK (json_valid(body)),
	UNIQUE (account, key)
) STRICT;
CREATE TRIGGER account_fact_kept_as_is BEFORE UPDATE OF key, at, type, body ON account_fact BEGIN SELECT raise(ABORT, 'facts are never rewritten'); END;
CREATE TRIGGER account_fact_kept BEFORE DELETE ON account_fact BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;

-- How the user writes, by language, as it was learnt of what he sent; "" is when that was,
-- and "forgotten" since when he wants it to be learnt.
CREATE TABLE voice (
	account  TEXT NOT NULL,
	language TEXT NOT NULL,
	at       INTEGER NOT NULL,
	body     TEXT NOT NULL CHECK (json_valid(body)),
	PRIMARY KEY (account, language)
) STRICT, WITHOUT ROWID;
