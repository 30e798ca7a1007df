package drafter

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// fileJournal is the smallest Journal that survives kill -9: one file, written
// anew and renamed over the old one at each change.
type fileJournal struct{ path string }

func newJournal(t testing.TB) *fileJournal {
	return &fileJournal{filepath.Join(t.TempDir(), "journal.json")}
}

func (j *fileJournal) load() (map[string]Record, error) {
	records := map[string]Record{}
	b, err := os.ReadFile(j.path)
	if os.IsNotExist(err) {
		return records, nil
	}
	if err != nil {
		return nil, err
	}
	return records, json.Unmarshal(b, &records)
}

func (j *fileJournal) change(do func(map[string]Record)) error {
	records, err := j.load()
	if err != nil {
		return err
	}
	do(records)
	b, err := json.Marshal(records)
	if err != nil {
		return err
	}
	if err := os.WriteFile(j.path+".new", b, 0o600); err != nil {
		return err
	}
	return os.Rename(j.path+".new", j.path)
}

func (j *fileJournal) Decide(_ context.Context, r Record) error {
	return j.change(func(records map[string]Record) {
		if _, ok := records[r.MessageID]; !ok {
			r.State = StateDecided
			records[r.MessageID] = r
		}
	})
}

func (j *fileJournal) Record(_ context.Context, messageID string, uidValidity, uid uint32, digest [32]byte, at time.Time) error {
	return j.change(func(records map[string]Record) {
		r := records[messageID]
		r.State, r.UIDValidity, r.UID, r.Digest, r.At = StatePlaced, uidValidity, uid, digest, at
		records[messageID] = r
	})
}

func (j *fileJournal) Pending(context.Context, string) ([]Record, error) {
	records, err := j.load()
	var pending []Record
	for _, r := range records {
		if r.State == StateDecided {
			pending = append(pending, r)
		}
	}
	return pending, err
}

// record returns the record as it is stored.
func (j *fileJournal) record(t testing.TB, messageID string) Record {
	t.Helper()
	records, err := j.load()
	if err != nil {
		t.Fatal(err)
	}
	return records[messageID]
}
