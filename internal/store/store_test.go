package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"afterword/rules"
)

// day0 is when the invented stories of these tests begin.
var day0 = time.Date(2026, 11, 13, 15, 0, 0, 0, time.UTC)

// acme is an invented application.
var acme = rules.Described{
	Company: "Acme", Role: "Senior Analyst", Zone: "America/New_York",
	Contacts: []rules.Contact{{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "ngozi@acme.example", Part: rules.Interviewer}},
	Interviews: []rules.Interview{{ID: "1", Start: day0.Add(-time.Hour), End: day0, Interviewers: []string{"ngozi@acme.example"},
		Decision: rules.NewDate(2026, 11, 20)}},
}

func openTest(t testing.TB) *Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "sub", "afterword.db"))
}

func openAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// newApp stores the invented application and returns its ID.
func newApp(t testing.TB, s *Store) string {
	t.Helper()
	id, err := s.NewApplication(t.Context(), "ada", acme, day0)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// modes skips the test where files have no mode bits.
func modes(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no mode bits: who may read a file is said by its folder")
	}
}

func TestFilesArePrivate(t *testing.T) {
	modes(t)
	path := filepath.Join(t.TempDir(), "new", "afterword.db")
	s := openAt(t, path)
	newApp(t, s) // a write makes -wal and -shm
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", filepath.Base(name), info.Mode())
		}
	}
	if info, _ := os.Stat(filepath.Dir(path)); info.Mode().Perm() != 0o700 {
		t.Errorf("the folder has mode %v", info.Mode())
	}
}

func TestOpenWideFileClosesIt(t *testing.T) {
	modes(t)
	path := filepath.Join(t.TempDir(), "wide.db")
	ok(t, os.WriteFile(path, nil, 0o644))
	openAt(t, path)
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestOddPath(t *testing.T) {
	name := "a b?c#d%41"
	if runtime.GOOS == "windows" {
		name = "a b#c%41" // no file's name has a question mark there
	}
	path := filepath.Join(t.TempDir(), name, "é.db")
	newApp(t, openAt(t, path))
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestDurability(t *testing.T) {
	s := openTest(t)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "10000"} {
		for _, db := range []struct {
			name string
			q    interface {
				Scan(...any) error
			}
		}{{"w", s.w.db.QueryRow("PRAGMA " + pragma)}, {"r", s.r.db.QueryRow("PRAGMA " + pragma)}} {
			var got string
			if err := db.q.Scan(&got); err != nil || got != want {
				t.Errorf("%s.%s = %q, %v; want %q", db.name, pragma, got, err, want)
			}
		}
	}
}

func TestApplications(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	if id := newApp(t, s); id != "acme" {
		t.Errorf("first ID is %q", id)
	}
	if id := newApp(t, s); id != "acme-2" {
		t.Errorf("second ID is %q", id)
	}
	id, err := s.NewApplication(ctx, "bo", rules.Described{Company: "Müller & Söhne Straßenbau GmbH"}, day0.Add(time.Second))
	if err != nil || id != "muller-sohne-strassenbau" {
		t.Errorf("%q, %v", id, err)
	}
	apps, err := s.Applications(ctx, "")
	ok(t, err)
	if len(apps) != 3 || apps[0].ID != "acme" || apps[2].Account != "bo" || !apps[0].Created.Equal(day0) {
		t.Errorf("%+v", apps)
	}
	if apps, _ = s.Applications(ctx, "bo"); len(apps) != 1 {
		t.Errorf("%+v", apps)
	}
	if a, err := s.Application(ctx, "acme-2"); err != nil || a.Account != "ada" {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := s.Application(ctx, "nobody"); !errors.Is(err, ErrUnknown) {
		t.Errorf("%v", err)
	}
	facts, err := s.Facts(ctx, "acme")
	ok(t, err)
	want := acme
	want.Account = "ada"
	if len(facts) != 1 || !reflect.DeepEqual(facts[0].What, want) {
		t.Errorf("%+v", facts)
	}
}

func TestSeveralApplicationsAtOnce(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	ids, err := s.NewApplications(ctx, "ada", []rules.Described{acme, {Company: "Globex"}, acme}, day0)
	if want := []string{"acme", "globex", "acme-2"}; err != nil || !slices.Equal(ids, want) {
		t.Fatalf("%q, %v; want %q", ids, err, want)
	}
	soonest(t, s, time.Time{})
	next := day0.Add(time.Hour)
	ok(t, s.SetNexts(ctx, []Next{{"acme", 1, next}, {"globex", 0, next}, {"acme-2", 1, time.Time{}}}))
	// The note of globex was made from fewer facts than there are.
	for at, want := range map[time.Time][]string{day0: {"globex"}, next: {"globex", "acme"}} {
		if got, err := s.Due(ctx, "ada", at); err != nil || !slices.Equal(got, want) {
			t.Errorf("%v: %q, %v; want %q", at, got, err, want)
		}
	}
	if _, err := s.NewApplications(ctx, "ada", []rules.Described{acme, acme}, time.Time{}); err == nil {
		t.Error("applications of no time were taken")
	}
	if apps, _ := s.Applications(ctx, ""); len(apps) != 3 {
		t.Errorf("some of those that were not taken are there: %+v", apps)
	}
}

func TestSlug(t *testing.T) {
	for company, want := range map[string]string{
		"Acme": "acme", "ACME, Inc.": "acme-inc", "東京": "application", "": "application", "../../etc": "etc",
		"Ørsted": "orsted", "Société Générale": "societe-generale", "O'Reilly’s": "oreillys",
		"The Very Long Name Of A Company": "the-very-long-name-of-a", "Donaudampfschifffahrtsgesellschaft": "donaudampfschifffahrtsge",
	} {
		if got := slug(company); got != want {
			t.Errorf("slug(%q) = %q, want %q", company, got, want)
		}
	}
}

func TestDue(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	id := newApp(t, s)
	due := func(at time.Time) int {
		t.Helper()
		ids, err := s.Due(ctx, "ada", at)
		ok(t, err)
		return len(ids)
	}
	if due(day0) != 1 {
		t.Error("a new application is not due")
	}
	soonest(t, s, time.Time{})
	next := day0.Add(time.Hour)
	ok(t, s.SetNexts(ctx, []Next{{id, 0, next}}))
	if due(day0) != 1 {
		t.Error("a plan from fewer facts than there are was taken")
	}
	ok(t, s.SetNexts(ctx, []Next{{id, 1, next}}))
	if due(next.Add(-time.Microsecond)) != 0 || due(next) != 1 {
		t.Error("not due exactly from its instant on")
	}
	soonest(t, s, next)
	ok(t, s.SetNexts(ctx, []Next{{id, 1, time.Time{}}}))
	if due(day0.AddDate(100, 0, 0)) != 0 {
		t.Error("never is due")
	}
	soonest(t, s, time.Time{})
	if _, err := s.AddFacts(ctx, id, rules.Fact{Key: "user/1", At: day0, What: rules.Stopped{}}); err != nil || due(day0) != 1 {
		t.Error("a new fact does not make it due", err)
	}
	if ids, _ := s.Due(ctx, "bo", day0); len(ids) != 0 {
		t.Error("due in another account")
	}
}

// Other rules make all schedules of an account anew, the same ones none.
func TestBasis(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	first, second := newApp(t, s), newApp(t, s)
	plan := func() {
		ok(t, s.SetNexts(ctx, []Next{{first, 1, day0.AddDate(0, 0, 9)}, {second, 1, time.Time{}}}))
	}
	for _, step := range []struct {
		account, basis string
		due            int
	}{{"ada", "spring", 2}, {"ada", "spring", 0}, {"bo", "summer", 0}, {"ada", "summer", 2}, {"ada", "summer", 0}, {"ada", "spring", 2}} {
		plan()
		ok(t, s.Basis(ctx, step.account, step.basis))
		if ids, err := s.Due(ctx, "ada", day0); err != nil || len(ids) != step.due {
			t.Errorf("%v: %q are due, %v", step, ids, err)
		}
	}
}

func TestLogAndHealth(t *testing.T) {
	s, ctx := openTest(t), t.Context()
	for i, app := range []string{"acme", "", "acme", "globex"} {
		ok(t, s.Log(ctx, Entry{At: day0.Add(time.Duration(i)), Account: "ada", Application: app, What: string(rune('a' + i))}))
	}
	list := func(app string, limit int) (whats string) {
		t.Helper()
		entries, err := s.Entries(ctx, app, limit)
		ok(t, err)
		for _, e := range entries {
			whats += e.What
		}
		return whats
	}
	if got := list("", 0) + " " + list("acme", 0) + " " + list("", 2) + " " + list("acme", 1); got != "abcd ac cd c" {
		t.Error(got)
	}

	h := Health{Account: "ada"}
	if got, err := s.Health(ctx, "ada"); err != nil || !reflect.DeepEqual(got, h) {
		t.Errorf("%+v, %v", got, err)
	}
	for _, h := range []Health{
		{Account: "ada", LastRead: day0, BlindSince: day0.Add(time.Hour), Why: "password refused", Told: true},
		{Account: "ada", LastRead: day0.Add(2 * time.Hour)},
	} {
		ok(t, s.SetHealth(ctx, h))
		if got, err := s.Health(ctx, "ada"); err != nil || !reflect.DeepEqual(got, h) {
			t.Errorf("%+v, %v; want %+v", got, err, h)
		}
	}
}

func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	daemon, command := openAt(t, path), openAt(t, path)
	before, err := daemon.Changed(t.Context())
	ok(t, err)
	id := newApp(t, command)
	after, err := daemon.Changed(t.Context())
	ok(t, err)
	if after <= before {
		t.Errorf("the daemon does not see the change: %d, %d", before, after)
	}
	facts, err := daemon.AllFacts(t.Context(), "ada", before)
	if err != nil || len(facts) != 1 || facts[0].Application != id || facts[0].Seq != after {
		t.Errorf("%+v, %v", facts, err)
	}
	for _, c := range []struct {
		account string
		since   int64
		want    int
	}{{"ada", 0, 1}, {"", 0, 1}, {"bo", 0, 0}, {"bo", before, 0}, {"", before, 1}, {"ada", after, 0}, {"", after, 0}} {
		if facts, err := daemon.AllFacts(t.Context(), c.account, c.since); err != nil || len(facts) != c.want {
			t.Errorf("of %q since %d: %+v, %v", c.account, c.since, facts, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	s := openTest(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.NewApplication(ctx, "ada", acme, day0); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	newApp(t, s) // the store is still good
}

func soonest(t *testing.T, s *Store, want time.Time) {
	t.Helper()
	if got, err := s.Soonest(t.Context(), "ada", time.Time{}); err != nil || !got.Equal(want) {
		t.Errorf("soonest %v, %v; want %v", got, err, want)
	}
}
