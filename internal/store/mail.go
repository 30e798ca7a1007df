package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"afterword/rules"
)

// A Cursor says how far a mailbox was read: everything below UIDNext, and every
// change up to ModSeq (RFC 7162), as long as UIDValidity is the mailbox's own
// (RFC 9051, section 2.3.1.1). The zero Cursor has read nothing.
type Cursor struct {
	Account     string
	Mailbox     string
	UIDValidity uint32
	UIDNext     uint32
	ModSeq      uint64 // 63 bits at the most; 0 where the server has no CONDSTORE
}

// A Seen is a message that was looked at.
type Seen struct {
	Account, Mailbox         string
	UIDValidity, UID         uint32
	MessageID, From, Subject string
	At                       time.Time
	Kind                     string
	Confidence               float64
	Application              string // "" if it belongs to none
	Evidence                 []byte // JSON
}

// A MailFact is a fact and whose it is, as messages bring them.
type MailFact struct {
	Application string
	Fact        rules.Fact
}

// A Mail is what one look into a mailbox brought.
type Mail struct {
	Cursor Cursor
	Seen   []Seen
	Facts  []MailFact
	Finds  []AccountFact
	Log    []Entry // what is said of the facts
}

// SaveMail stores the messages, their facts, the log and the cursor in one transaction:
// after a crash all of it is there, or the same mail is read again. What was
// stored before is left as it is, so the same Mail may be saved twice. A look
// that brought nothing new writes nothing.
func (s *Store) SaveMail(ctx context.Context, m Mail) error {
	if len(m.Seen) == 0 && len(m.Facts) == 0 && len(m.Finds) == 0 && len(m.Log) == 0 {
		if had, err := s.Cursor(ctx, m.Cursor.Account, m.Cursor.Mailbox); err != nil || had == m.Cursor {
			return err
		}
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, v := range m.Seen {
			if err := saveSeen(ctx, tx, v); err != nil {
				return fmt.Errorf("message %q: %w", v.MessageID, err)
			}
		}
		if err := addEach(ctx, tx, m.Facts); err != nil {
			return err
		}
		if _, err := addAccountFacts(ctx, tx, m.Finds); err != nil {
			return err
		}
		for _, e := range m.Log {
			if _, err := tx.ExecContext(ctx, insertEntry, entryArgs(e)...); err != nil {
				return fmt.Errorf("log %q: %w", e.What, err)
			}
		}
		c := m.Cursor
		_, err := tx.ExecContext(ctx, `INSERT INTO cursor (account, mailbox, uidvalidity, uidnext, modseq) VALUES (?1, ?2, ?3, ?4, ?5)
			ON CONFLICT (account, mailbox) DO UPDATE SET uidvalidity = ?3, uidnext = ?4, modseq = ?5`,
			c.Account, c.Mailbox, c.UIDValidity, c.UIDNext, int64(c.ModSeq))
		return err
	})
	if err != nil {
		return fmt.Errorf("save mail of %q in %q: %w", m.Cursor.Account, m.Cursor.Mailbox, err)
	}
	return nil
}

func saveSeen(ctx context.Context, tx *sql.Tx, v Seen) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO seen (account, mailbox, uidvalidity, uid, message_id, sender, subject, at, kind, confidence, application, evidence)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?) ON CONFLICT (account, mailbox, uidvalidity, uid) DO NOTHING`,
		v.Account, v.Mailbox, v.UIDValidity, v.UID, v.MessageID, v.From, v.Subject, v.At.UnixMicro(), v.Kind, v.Confidence, v.Application, v.Evidence)
	return err
}

// Cursor returns how far a mailbox was read; UIDValidity is 0 if never.
func (s *Store) Cursor(ctx context.Context, account, mailbox string) (Cursor, error) {
	c := Cursor{Account: account, Mailbox: mailbox}
	var modseq int64
	err := s.r.row(ctx, []any{&c.UIDValidity, &c.UIDNext, &modseq}, "SELECT uidvalidity, uidnext, modseq FROM cursor WHERE account = ? AND mailbox = ?", account, mailbox)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		err = explain(ctx, err)
		return c, fmt.Errorf("read cursor of %q in %q: %w", account, mailbox, err)
	}
	c.ModSeq = uint64(modseq)
	return c, nil
}

const seenColumns = "account, mailbox, uidvalidity, uid, message_id, sender, subject, at, kind, confidence, coalesce(application, ''), evidence"

func scanSeen(rows *sql.Rows) (Seen, error) {
	var v Seen
	var at int64
	err := rows.Scan(&v.Account, &v.Mailbox, &v.UIDValidity, &v.UID, &v.MessageID, &v.From, &v.Subject, &at, &v.Kind, &v.Confidence, &v.Application, &v.Evidence)
	v.At = time.UnixMicro(at).UTC()
	return v, err
}

// Messages returns the messages that belong to an application, oldest first.
func (s *Store) Messages(ctx context.Context, application string) ([]Seen, error) {
	list, err := query(ctx, s.r, scanSeen, "SELECT "+seenColumns+" FROM seen WHERE application = ? ORDER BY at, seq", application)
	if err != nil {
		return nil, fmt.Errorf("read messages of %q: %w", application, err)
	}
	return list, nil
}

// Message returns the copies of a message that were seen in an account's
// mailboxes, oldest first; none if it was never seen.
func (s *Store) Message(ctx context.Context, account, messageID string) ([]Seen, error) {
	list, err := query(ctx, s.r, scanSeen, "SELECT "+seenColumns+" FROM seen WHERE message_id = ? AND account = ? ORDER BY seq", messageID, account)
	if err != nil {
		return nil, fmt.Errorf("look for message %q: %w", messageID, err)
	}
	return list, nil
}
