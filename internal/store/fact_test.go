package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterword/rules"
)

func TestFactsAreNeverRewritten(t *testing.T) {
	s := openTest(t)
	id := newApp(t, s)
	ok(t, s.Log(t.Context(), Entry{At: day0, What: "x"}))
	for _, q := range []string{
		"UPDATE fact SET at = 0", "UPDATE fact SET body = '{}'", "DELETE FROM fact",
		"INSERT OR REPLACE INTO fact (application, key, at, type, body) SELECT application, key, 0, type, body FROM fact",
		"DELETE FROM application", "UPDATE entry SET why = 'other'", "DELETE FROM entry",
	} {
		if _, err := s.w.db.ExecContext(t.Context(), q); err == nil {
			t.Errorf("%s: went through", q)
		}
	}
	facts, err := s.Facts(t.Context(), id)
	if err != nil || len(facts) != 1 || !facts[0].At.Equal(day0) {
		t.Errorf("%+v, %v", facts, err)
	}
	if _, err := s.r.db.ExecContext(t.Context(), "INSERT INTO entry (at, account, application, what, why, rule, message) VALUES (0, '', '', '', '', '', '')"); err == nil {
		t.Error("the reading connections write")
	}
}

// Facts of several applications come together or not at all.
func TestFactsOfSeveral(t *testing.T) {
	s := openTest(t)
	one, other := newApp(t, s), newApp(t, s)
	fact := rules.Fact{Key: "told/x", At: day0, What: rules.Told{Topic: "x"}}
	have := func() (n int) {
		t.Helper()
		for _, id := range []string{one, other} {
			facts, err := s.Facts(t.Context(), id)
			ok(t, err)
			n += len(facts) - 1 // besides what it was entered with
		}
		return n
	}
	if err := s.AddEach(t.Context(), []MailFact{{one, fact}, {"nobody", fact}}); err == nil || have() != 0 {
		t.Errorf("%v, with %d stored", err, have())
	}
	for range 2 {
		ok(t, s.AddEach(t.Context(), []MailFact{{one, fact}, {other, fact}}))
		if have() != 2 {
			t.Errorf("%d stored", have())
		}
	}
}

// Facts are kept as they first came, whatever comes after them, and however
// often; they come back in order of time.
func TestFactsAreKept(t *testing.T) {
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n, ".db"))
		s, err := Open(t.Context(), path)
		if err != nil {
			r.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		ids := []string{newApp(t, s), newApp(t, s)}
		model := map[string]map[string]rules.Fact{ids[0]: {}, ids[1]: {}}
		var seq int64
		for range rapid.IntRange(1, 12).Draw(r, "steps") {
			id := rapid.SampledFrom(ids).Draw(r, "application")
			var facts []rules.Fact
			for range rapid.IntRange(0, 3).Draw(r, "facts") {
				facts = append(facts, rules.Fact{
					Key:  "user/" + rapid.StringMatching("[a-c]").Draw(r, "key"),
					At:   day0.Add(time.Duration(rapid.IntRange(-1e6, 1e6).Draw(r, "at")) * time.Second),
					What: rules.Told{Topic: rapid.String().Draw(r, "topic")},
				})
			}
			want := 0
			for _, f := range facts {
				if _, known := model[id][f.Key]; !known {
					model[id][f.Key] = f
					want++
				}
			}
			added, err := s.AddFacts(t.Context(), id, facts...)
			if err != nil || added != want {
				r.Fatalf("added %d, %v; want %d", added, err, want)
			}
			now, err := s.Changed(t.Context())
			if err != nil || (now > seq) != (want > 0) && seq > 0 {
				r.Fatalf("sequence %d after %d, though %d facts were new: %v", now, seq, want, err)
			}
			seq = now
		}
		if rapid.Bool().Draw(r, "reopen") {
			_ = s.Close()
			if s, err = Open(t.Context(), path); err != nil {
				r.Fatal(err)
			}
		}
		for id, facts := range model {
			got, err := s.Facts(t.Context(), id)
			if err != nil || len(got) != len(facts)+1 {
				r.Fatalf("%d facts of %s, %v; want %d", len(got), id, err, len(facts)+1)
			}
			if !slices.IsSortedFunc(got, func(f, g rules.Fact) int { return f.At.Compare(g.At) }) {
				r.Fatal("not in order of time")
			}
			for _, f := range got {
				if f.Type() == "described" {
					continue
				}
				if want := facts[f.Key]; f.What != want.What || !f.At.Equal(want.At) {
					r.Fatalf("%+v, want %+v", f, want)
				}
			}
		}
		all, err := s.AllFacts(t.Context(), "", 0)
		if err != nil || len(all) != len(model[ids[0]])+len(model[ids[1]])+2 {
			r.Fatalf("%d facts in all, %v", len(all), err)
		}
		for i := 1; i < len(all); i++ {
			if all[i].Seq <= all[i-1].Seq {
				r.Fatal("not in order of learning")
			}
		}
	})
}

func TestAddFactsIsAllOrNothing(t *testing.T) {
	s := openTest(t)
	id := newApp(t, s)
	good := rules.Fact{Key: "user/1", At: day0, What: rules.Stopped{}}
	for _, bad := range []rules.Fact{{At: day0, What: rules.Stopped{}}, {Key: "user/2", What: rules.Stopped{}}, {Key: "user/2", At: day0}} {
		if _, err := s.AddFacts(t.Context(), id, good, bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	if _, err := s.AddFacts(t.Context(), "nobody", good); !errors.Is(err, ErrUnknown) || !strings.Contains(err.Error(), `"nobody"`) {
		t.Error(err)
	}
	if facts, _ := s.Facts(t.Context(), id); len(facts) != 1 {
		t.Errorf("%+v", facts)
	}
}

func TestUsedSentences(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	old, recent := day0.AddDate(-1, 0, 0), day0
	add := func(company string, facts ...rules.Fact) string {
		t.Helper()
		id, err := s.NewApplication(ctx, "ada", rules.Described{Company: company}, old)
		ok(t, err)
		_, err = s.AddFacts(ctx, id, facts...)
		ok(t, err)
		return id
	}
	add("ACME", rules.Fact{Key: "p", At: old, What: rules.Placed{Sentences: []string{"Old to Acme."}}},
		rules.Fact{Key: "d", At: old, What: rules.Delivered{Sentences: []string{"Sent to Acme."}}})
	add("Globex", rules.Fact{Key: "p", At: old, What: rules.Placed{Sentences: []string{"Old to Globex."}}},
		rules.Fact{Key: "n", At: recent, What: rules.Placed{Sentences: []string{"New to Globex.", "And more."}}},
		rules.Fact{Key: "none", At: recent, What: rules.Placed{}})
	id := add("Initech")
	ok(t, s.DecideDraft(ctx, Draft{Account: "ada", Application: id, FollowUp: "f", MessageID: "m", Raw: []byte("x"), DecidedAt: recent, Sentences: []string{"Decided."}}))

	used, err := s.UsedSentences(ctx, recent.AddDate(0, -1, 0), "Acme")
	ok(t, err)
	var got []string
	for sentence := range used {
		got = append(got, sentence)
	}
	slices.Sort(got)
	want := []string{"And more.", "Decided.", "New to Globex.", "Old to Acme.", "Sent to Acme."}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// However facts are learnt, and in whatever pieces they are read, they are the facts.
func TestFactsAfter(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	newApp(t, s)
	var pieces []rules.Fact
	var last int64
	for i, days := range []int{3, 1, 2, 2, -1} {
		_, err := s.AddFacts(ctx, id, rules.Fact{Key: fmt.Sprint(i), At: day0.AddDate(0, 0, days), What: rules.Stopped{}})
		ok(t, err)
		if i%2 == 0 {
			news, now, err := s.FactsAfter(ctx, id, last)
			ok(t, err)
			pieces, last = append(pieces, news...), now
		}
	}
	if news, now, err := s.FactsAfter(ctx, id, last); err != nil || len(news) != 0 || now != last {
		t.Errorf("%v after %d: %+v, %v", news, last, now, err)
	}
	all, err := s.Facts(ctx, id)
	ok(t, err)
	order := func(a, b rules.Fact) int { return a.At.Compare(b.At) }
	slices.SortStableFunc(pieces, order)
	if len(all) != 6 || !slices.IsSortedFunc(all, order) || !slices.EqualFunc(all, pieces, func(a, b rules.Fact) bool { return a.Key == b.Key }) {
		t.Errorf("%+v, and in pieces %+v", all, pieces)
	}
}
