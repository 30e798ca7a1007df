package store

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// fill puts n applications with a fact each into the store; every one that is
// not among the first due is due in a year.
func fill(tb testing.TB, s *Store, n, due int) {
	tb.Helper()
	ok(tb, s.write(tb.Context(), func(tx *sql.Tx) error {
		for i := range n {
			next := day0.AddDate(1, 0, 0)
			if i < due {
				next = day0
			}
			if _, err := tx.Exec("INSERT INTO application VALUES (?, 'ada', ?, ?)", fmt.Sprint("app-", i), micro(day0), micro(next)); err != nil {
				return err
			}
			body := fmt.Sprintf(`{"company": "Company %d"}`, i)
			if _, err := tx.Exec("INSERT INTO fact (application, key, at, type, body) VALUES (?, 'added', ?, 'described', ?)", fmt.Sprint("app-", i), micro(day0), body); err != nil {
				return err
			}
		}
		return nil
	}))
}

// A question's cost grows with its answer, not with what is stored: none of
// these walks through a whole table.
func TestQuestionsUseAnIndex(t *testing.T) {
	s := openTest(t)
	fill(t, s, 100, 1)
	for _, q := range []string{
		"SELECT id FROM application WHERE account = ? AND next <= ? ORDER BY next",
		"SELECT next FROM application WHERE account = ? AND next > ? ORDER BY next LIMIT 1",
		"SELECT DISTINCT application FROM draft WHERE account = ?",
		"SELECT * FROM application CROSS JOIN fact ON application = id WHERE account = ?",
		"SELECT * FROM fact WHERE application = ? ORDER BY at, seq",
		"SELECT coalesce(max(seq), 0) FROM fact",
		"SELECT account, max(seq) FROM fact CROSS JOIN application ON id = application WHERE seq > ? GROUP BY account",
		"SELECT * FROM fact CROSS JOIN application ON id = application WHERE seq > ?2 AND (?1 = '' OR account = ?1) ORDER BY seq",
		"SELECT * FROM application CROSS JOIN fact ON application = id WHERE account = ?1 AND seq > ?2 ORDER BY seq",
		"SELECT * FROM fact WHERE type IN ('placed', 'delivered') AND at >= ?",
		"SELECT application FROM fact WHERE type = 'described' AND lower(body ->> '$.company') = lower(?)",
		"SELECT * FROM seen WHERE message_id = ? AND account = ? ORDER BY seq",
		"SELECT * FROM seen WHERE application = ? ORDER BY at, seq",
		"SELECT * FROM draft WHERE application = ? ORDER BY decided_at, rowid",
		"SELECT * FROM entry WHERE application = ? ORDER BY seq DESC LIMIT ?",
	} {
		plan, err := query(t.Context(), s.r, func(rows *sql.Rows) (string, error) {
			var id, parent, none int
			var detail string
			return detail, rows.Scan(&id, &parent, &none, &detail)
		}, "EXPLAIN QUERY PLAN "+q, make([]any, strings.Count(q, "?"))...)
		ok(t, err)
		for _, step := range plan {
			if strings.HasPrefix(step, "SCAN") {
				t.Errorf("%s\n%s", q, step)
			}
		}
	}
}

// BenchmarkAddFact measures one durable transaction.
func BenchmarkAddFact(b *testing.B) {
	s := openTest(b)
	id := newApp(b, s)
	i := 0
	for b.Loop() {
		i++
		_, err := s.AddFacts(b.Context(), id, rules.Fact{Key: fmt.Sprint("user/", i), At: day0, What: rules.Stopped{}})
		ok(b, err)
	}
}

// BenchmarkSaveMail measures a look that brought ten messages of an application.
func BenchmarkSaveMail(b *testing.B) {
	s := openTest(b)
	id := newApp(b, s)
	next := uint32(1)
	for b.Loop() {
		ok(b, s.SaveMail(b.Context(), batch(id, next, 10)))
		next += 10
	}
}

// BenchmarkDue measures what a rule check costs that finds ten applications due.
func BenchmarkDue(b *testing.B) {
	for _, n := range []int{10, 1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := openTest(b)
			fill(b, s, n, 10)
			b.ResetTimer()
			for b.Loop() {
				ids, err := s.Due(b.Context(), "ada", day0.Add(time.Hour))
				if err != nil || len(ids) != 10 {
					b.Fatal(len(ids), err)
				}
			}
		})
	}
}

// BenchmarkChanged measures how a daemon asks whether a command changed anything.
func BenchmarkChanged(b *testing.B) {
	s := openTest(b)
	fill(b, s, 100_000, 0)
	b.ResetTimer()
	for b.Loop() {
		_, err := s.Changed(b.Context())
		ok(b, err)
	}
}
