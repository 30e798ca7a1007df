package daemon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

var noon = time.Date(2024, 11, 14, 12, 0, 0, 0, time.UTC)

// openWorker makes the worker of a process that starts on a store, without a line to a server.
func openWorker(tb testing.TB, s *store.Store, change func(*config.Config)) *worker {
	tb.Helper()
	c := config.Default()
	a := config.DefaultAccount()
	a.Name, a.Address = "work", "sam@home.example"
	c.Accounts = []config.Account{a}
	if change != nil {
		change(c)
	}
	d := &Daemon{Config: c, Store: s, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return noon }, shelf: newShelf()}
	w := newWorker(d, c.Accounts[0])
	d.shelf.rearrange(c.Accounts[:1], map[string]*worker{w.name: w})
	return w
}

// stock stores n applications with interviews five days from noon, whose past was
// looked up.
func stock(tb testing.TB, n int) (*store.Store, []string) {
	tb.Helper()
	s, err := store.Open(tb.Context(), filepath.Join(tb.TempDir(), "a.db"))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	told := make([]rules.Described, n)
	for i := range told {
		robin := rules.Contact{Name: "Robin Reed", Address: fmt.Sprintf("robin@firm-n%d.example", i), Part: rules.Interviewer}
		start := noon.AddDate(0, 0, 5)
		told[i] = rules.Described{Company: fmt.Sprintf("Firm n%d", i), Role: "Analyst", Zone: "Europe/Berlin", Contacts: []rules.Contact{robin},
			Interviews: []rules.Interview{{ID: "1", Interviewers: []string{robin.Address}, Start: start, End: start.Add(time.Hour)}}}
	}
	ids, err := s.NewApplications(tb.Context(), "work", told, noon.Add(-time.Hour))
	if err != nil {
		tb.Fatal(err)
	}
	add(tb, s, ids, "looked-back/x", rules.LookedBack{Since: rules.DateOf(noon)})
	return s, ids
}

// add stores a fact of several applications.
func add(tb testing.TB, s *store.Store, ids []string, key string, what rules.What) {
	tb.Helper()
	m := store.Mail{Cursor: store.Cursor{Account: "work", Mailbox: "test"}}
	for _, id := range ids {
		m.Facts = append(m.Facts, store.MailFact{Application: id, Fact: rules.Fact{Key: key, At: noon.Add(-time.Minute), What: what}})
	}
	if err := s.SaveMail(tb.Context(), m); err != nil {
		tb.Fatal(err)
	}
}

// act is what a pass does after it has read the mailboxes; it returns whom it saw to.
func act(tb testing.TB, w *worker, now time.Time) []string {
	tb.Helper()
	ctx := context.WithoutCancel(tb.Context())
	err := w.book.refresh(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	ids, err := w.book.due(ctx, now)
	if err == nil {
		err = w.act(ctx, now)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return ids
}

// A start plans what is due, and all of it only where it would be planned by other
// rules than in the last run.
func TestAStartPlansWhatIsDue(t *testing.T) {
	s, ids := stock(t, 5)
	for _, step := range []struct {
		what   string
		change func(*config.Config)
		news   []string
		at     time.Time
		want   []string
	}{
		{"the first", nil, nil, noon, ids},
		{"nothing changed", nil, nil, noon, nil},
		{"news of two", nil, ids[1:3], noon, ids[1:3]},
		{"and no more", nil, nil, noon, nil},
		{"an interview is over", nil, nil, noon.AddDate(0, 0, 5).Add(time.Hour), ids},
		{"another policy", func(c *config.Config) { c.Rules.LateDays++ }, nil, noon, ids},
		{"the same as before", func(c *config.Config) { c.Rules.LateDays++ }, nil, noon, nil},
		{"a holiday", func(c *config.Config) { c.Business.ClosedDays = []rules.Date{rules.DateOf(noon)} }, nil, noon, ids},
		{"another zone", func(c *config.Config) { c.Accounts[0].Zone = "Asia/Tokyo" }, nil, noon, ids},
	} {
		if len(step.news) > 0 {
			add(t, s, step.news, "told/"+step.what, rules.Told{Topic: step.what})
		}
		w := openWorker(t, s, step.change)
		if step.at != noon { // what is due would be placed, and there is no server here
			if err := w.book.refresh(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got, err := w.book.due(t.Context(), step.at); err != nil || !slices.Equal(got, step.want) {
				t.Errorf("%s: %q are due, %v; want %q", step.what, got, err, step.want)
			}
			continue
		}
		if got := act(t, w, step.at); !slices.Equal(got, step.want) {
			t.Errorf("%s: %q were planned, want %q", step.what, got, step.want)
		}
		if within := w.book.within(100*24*time.Hour, step.at); within <= 0 || within > 5*24*time.Hour+time.Hour {
			t.Errorf("%s: sleeps for %v, past the interviews", step.what, within)
		}
	}
}

// What came to an application while it was seen to is not noted as planned.
func TestNewsDuringAPlan(t *testing.T) {
	s, ids := stock(t, 2)
	w := openWorker(t, s, nil)
	act(t, w, noon)
	add(t, s, ids, "told/one", rules.Told{Topic: "one"})
	if err := w.book.refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	seen := len(w.book.facts[ids[0]])
	add(t, s, ids[:1], "told/two", rules.Told{Topic: "two"}) // by a command
	for _, read := range []bool{false, true} {               // and the worker reads it before it notes its plan, or not
		if read {
			if err := w.book.refresh(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		w.book.planned(ids[0], seen, noon.AddDate(0, 0, 1))
		w.book.planned(ids[1], seen, noon.AddDate(0, 0, 1))
		if err := w.book.note(t.Context(), time.Time{}); err != nil {
			t.Fatal(err)
		}
		if due, err := w.book.due(t.Context(), noon); err != nil || !slices.Equal(due, ids[:1]) {
			t.Errorf("read %v: %q are due, %v", read, due, err)
		}
	}
	if got := act(t, w, noon); !slices.Equal(got, ids[:1]) {
		t.Errorf("%q were planned", got)
	}
	if got := act(t, w, noon); len(got) != 0 {
		t.Errorf("%q were planned again", got)
	}
}

// What is due and waits for somebody, who rings, is no reason to look again and again.
func TestWhatWaitsIsQuiet(t *testing.T) {
	s, ids := stock(t, 2)
	w := openWorker(t, s, nil)
	act(t, w, noon)
	later := noon.AddDate(0, 0, 7) // their interviews are over
	if due, err := w.book.due(t.Context(), later); err != nil || !slices.Equal(due, ids) {
		t.Fatalf("%q are due, %v", due, err)
	}
	if err := w.book.note(t.Context(), later); err != nil { // none of them was planned
		t.Fatal(err)
	}
	if wait := w.book.within(time.Minute, later); wait != time.Minute {
		t.Errorf("looks again after %v", wait)
	}
	if due, err := w.book.due(t.Context(), later); err != nil || !slices.Equal(due, ids) {
		t.Errorf("%q are due afterwards, %v", due, err)
	}
}

// One whose past was not looked up is not planned before.
func TestThePastComesFirst(t *testing.T) {
	s, _ := stock(t, 1)
	w := openWorker(t, s, nil)
	act(t, w, noon)
	fresh, err := s.NewApplication(t.Context(), "work", rules.Described{Company: "Later", Role: "Analyst"}, noon)
	if err != nil {
		t.Fatal(err)
	}
	if got := act(t, w, noon); len(got) != 0 {
		t.Errorf("%q were planned", got)
	}
	if unread := w.d.shelf.unread("work"); len(unread) != 1 || unread[0].ID != fresh {
		t.Errorf("%+v", unread)
	}
	if _, err := s.AddFacts(t.Context(), fresh, rules.Fact{Key: "looked-back/x", At: noon, What: rules.LookedBack{Since: rules.DateOf(noon)}}); err != nil {
		t.Fatal(err)
	}
	if got := act(t, w, noon); !slices.Equal(got, []string{fresh}) {
		t.Errorf("%q were planned", got)
	}
}

// A book that took in one change after another knows what one knows that reads all
// of them at once.
func TestABookIsKeptUpToDate(t *testing.T) {
	s, ids := stock(t, 3)
	w := openWorker(t, s, nil)
	asks := func(w *worker) (answers []string) {
		t.Helper()
		if err := w.book.refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, from := range []string{"robin@firm-n1.example", "kim@new.example", "x@firm-n1.example", "no-reply@ats.example"} {
			asked := fmt.Sprintf("From: %s\r\nSubject: Your application to Newfirm\r\n", from)
			if from == "kim@new.example" {
				asked += "In-Reply-To: <letter@home.example>\r\n"
			}
			for _, a := range w.book.matcher().Belongs(recognize.Open(mail.Read([]byte(asked + "\r\n")))) {
				answers = append(answers, fmt.Sprintf("%s: %s, %d facts", from, a.ID, len(a.Facts)))
			}
			letter := fmt.Sprintf("From: %s\r\nTo: sam@home.example\r\nReply-To: robin@firm-n1.example\r\n\r\nHello", from)
			answers = append(answers, recognize.Read([]byte(letter), recognize.Options{Contacts: w.book.contacts()}).Distrust)
		}
		return answers
	}
	before := asks(w)
	for i, what := range []rules.What{
		rules.Described{Company: "Newfirm", Role: "Analyst", Contacts: []rules.Contact{{Name: "Kim", Address: "kim@new.example"}}},
		rules.Placed{FollowUp: "thank-you/1/x", MessageID: "letter@home.example"},
		rules.Described{Company: "Newfirm", Role: "Analyst", Contacts: []rules.Contact{{Name: "Robin Reed", Address: "robin@firm-n1.example"}}},
	} {
		add(t, s, ids[1:2], fmt.Sprint("change/", i), what)
		now := asks(w)
		if want := asks(openWorker(t, s, nil)); !slices.Equal(now, want) {
			t.Errorf("after change %d:\n%q, want\n%q", i, now, want)
		}
		if slices.Equal(now, before) {
			t.Errorf("change %d changed nothing", i)
		}
		before = now
	}
}

// BenchmarkStart measures what a start costs before the first message is read, and
// the plans of those that are due.
func BenchmarkStart(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		s, _ := stock(b, n)
		for _, change := range []bool{true, false} {
			b.Run(fmt.Sprintf("%d/anew=%v", n, change), func(b *testing.B) {
				b.ReportAllocs()
				act(b, openWorker(b, s, nil), noon)
				i := 0
				b.ResetTimer()
				for b.Loop() {
					i++
					w := openWorker(b, s, func(c *config.Config) {
						if change {
							c.Rules.LateDays = 3 + i%2
						}
					})
					act(b, w, noon)
					w.book.matcher()
					w.book.contacts()
				}
			})
		}
	}
}

// BenchmarkPass measures what a pass costs that finds ten applications with news,
// after the mailboxes were read.
func BenchmarkPass(b *testing.B) {
	for _, n := range []int{10, 1000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, ids := stock(b, n)
			w := openWorker(b, s, nil)
			act(b, w, noon)
			w.book.matcher()
			w.book.contacts()
			command, err := store.Open(b.Context(), s.Path())
			if err != nil {
				b.Fatal(err)
			}
			defer command.Close()
			var news []string
			for i := range 10 {
				news = append(news, ids[i*n/10])
			}
			i := 0
			b.ResetTimer()
			for b.Loop() {
				i++
				b.StopTimer()
				add(b, command, news, fmt.Sprint("told/", i), rules.Told{Topic: fmt.Sprint(i)})
				b.StartTimer()
				act(b, w, noon)
			}
		})
	}
}

// A letter that could not be worded is tried again after a pause that doubles up to a
// bound, and at once where its application has news.
func TestUnwrittenLettersBackOff(t *testing.T) {
	s, ids := stock(t, 1)
	w := openWorker(t, s, nil)
	if err := w.book.open(t.Context()); err != nil {
		t.Fatal(err)
	}
	a, f, now := rules.Application{ID: ids[0]}, rules.FollowUp{Key: "thank-you/1/x", Kind: rules.ThankYou}, noon
	if w.rests(a, f, now) != 0 {
		t.Error("it waits before it was tried")
	}
	var all time.Duration
	for n := range 20 {
		pause, err := w.unworded(t.Context(), a, f, errors.New("no wording"), now)
		if want := min(retryHeld<<n, mostUnwritten); err != nil || pause != want || w.rests(a, f, now) != want {
			t.Fatalf("try %d: %v %v, want %v", n, pause, err, want)
		}
		if w.rests(a, f, now.Add(pause-time.Second)) != time.Second || w.rests(a, f, now.Add(pause)) != 0 {
			t.Errorf("try %d does not end its pause", n)
		}
		now, all = now.Add(pause), all+pause
	}
	if all < 3*24*time.Hour {
		t.Errorf("20 tries in %v", all)
	}
	if _, err := w.unworded(t.Context(), a, f, errors.New("no wording"), now); err != nil {
		t.Fatal(err)
	}
	add(t, s, ids, "resumed/x", rules.Resumed{})
	if err := w.book.refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if rest := w.rests(a, f, now); rest != 0 {
		t.Errorf("with news it waits %v", rest)
	}
}
