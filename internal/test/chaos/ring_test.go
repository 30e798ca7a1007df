package chaos

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/demo"
	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
	"afterword/rules"
	"afterword/templates"
)

// recovery is how long after a fault's end the daemon may take to be well again.
const recovery = time.Minute

// stopping is how long the daemon may take to end, whatever it hangs on.
const stopping = 20 * time.Second

var (
	began = time.Date(2026, 11, 13, 14, 0, 0, 0, time.UTC)
	ended = began.Add(time.Hour) // of the interview
)

// A ring is the daemon as it is with two accounts on one server: "work", with a
// proxy before it, and its neighbour "home", which goes past the proxy.
type ring struct {
	*servers.Proxy
	t      *testing.T
	server *servers.Server
	user   string
	store  *store.Store
	daemon *daemon.Daemon
	stop   func() error
	log    *buffer

	mu     sync.Mutex
	now    time.Time
	reach  func(mailwatch.Endpoint) mailwatch.Endpoint // changes the way to the server
	told   []string
	passes map[string]passes
}

// passes are those of one account that ended.
type passes struct {
	n    int
	last error
}

// newRing sets everything up with one interview that is not over, and starts the
// daemon. Its deadlines are short, so that a test of silence ends soon: none of
// them is measured.
func newRing(t *testing.T, server *servers.Server) *ring {
	t.Helper()
	r := &ring{t: t, server: server, user: server.Users[0], Proxy: servers.NewProxy(t, server), log: new(buffer), now: began, passes: map[string]passes{}}
	c := config.Default()
	c.Store, c.Letters.Templates = filepath.Join(t.TempDir(), "afterword.db"), ""
	for i, name := range []string{"work", "home"} {
		c.Accounts = append(c.Accounts, config.Account{Name: name, Address: server.Users[i], FromName: "Robin Winter", Zone: "UTC", Holidays: "none", Language: "en"})
	}
	texts, err := templates.Load("")
	r.must(err)
	r.store, err = store.Open(t.Context(), c.Store)
	r.must(err)
	ngozi, tomas := who(t, "Ngozi Okafor <ngozi@acme.example>"), who(t, "Tomás Rivera <tomas@acme.example>")
	for _, account := range c.Accounts {
		_, err = r.store.NewApplication(t.Context(), account.Name, rules.Described{Company: "Acme", Role: "Senior Analyst", Zone: "UTC",
			Contacts:   []rules.Contact{ngozi, tomas},
			Interviews: []rules.Interview{{ID: "1", Start: began, End: ended, Interviewers: []string{ngozi.Key(), tomas.Key()}}}}, began)
		r.must(err)
	}
	r.daemon = &daemon.Daemon{Config: c, Store: r.store, Texts: texts, Now: r.clock, Endpoint: r.endpoint, Observed: r.observed,
		Log: slog.New(slog.NewTextHandler(r.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Notify: func(_ context.Context, n daemon.Notification) {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.told = append(r.told, n.Title+": "+n.Text)
		}}
	t.Cleanup(r.end)
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- r.daemon.Run(ctx) }()
	r.stop = func() error { cancel(); return errors.Join(<-ended, r.store.Close()) }
	r.settle()
	return r
}

func (r *ring) endpoint(account config.Account) (mailwatch.Endpoint, error) {
	e := mailwatch.Endpoint{Address: r.Proxy.Addr, RootCAs: r.Proxy.CA, ServerName: "localhost", Username: account.Address,
		Secret:         func(context.Context) (string, error) { return servers.Password, nil },
		CommandTimeout: 3 * time.Second, DialTimeout: 3 * time.Second, Renew: 2 * time.Second, Poll: 2 * time.Second}
	if account.Name != "work" { // the neighbour, whom no fault meets
		e.Address, e.RootCAs = r.server.Addr, r.server.CA
		return e, nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.reach != nil {
		e = r.reach(e)
	}
	return e, nil
}

func (r *ring) clock() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now
}

// at moves the clock.
func (r *ring) at(t time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now = t
}

func (r *ring) observed(account string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.passes[account] = passes{r.passes[account].n + 1, err}
}

func (r *ring) pass(account string) passes {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.passes[account]
}

func who(t *testing.T, text string) rules.Contact {
	t.Helper()
	c, err := rules.ParseContact(text, rules.Interviewer)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// end stops the daemon, which must not take long about it.
func (r *ring) end() {
	if r.stop == nil {
		return
	}
	done := make(chan error, 1)
	go func() { done <- r.stop() }()
	select {
	case err := <-done:
		if err != nil {
			r.t.Errorf("stop the daemon: %v", err)
		}
	case <-time.After(stopping):
		r.t.Errorf("the daemon did not stop within %v", stopping)
	}
	if strings.Contains(r.log.String(), "stumbled") {
		r.t.Error("the daemon panicked")
	}
	if r.t.Failed() {
		r.t.Logf("the daemon said:\n%s", tail(r.log.String()))
		r.t.Logf("the server was told:\n%s", tail(strings.Join(r.Proxy.Commands(), "\n")))
	}
}

func (r *ring) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// settle waits until the daemon is well and has seen everything: until passes of
// both accounts have ended well that began after the call. One may be under way, and
// what an account places waits until the other one has been read as well.
func (r *ring) settle() {
	r.t.Helper()
	for range 5 {
		work, home := r.pass("work").n, r.pass("home").n
		r.until("well", func() bool {
			w, h := r.pass("work"), r.pass("home")
			return w.n > work && w.last == nil && h.n > home && h.last == nil
		})
	}
}

// until waits, with the daemon kept awake, for what must come to pass.
func (r *ring) until(what string, holds func() bool) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.t.Context(), recovery)
	defer cancel()
	for !holds() {
		r.daemon.Kick()
		select {
		case <-ctx.Done():
			r.t.Fatalf("not %s within %v; the last pass ended with %v", what, recovery, r.pass("work").last)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// blind waits until the account is known to be unread, for a reason that holds
// the words.
func (r *ring) blind(words string) {
	r.t.Helper()
	r.until("blind because of "+words, func() bool {
		h, err := r.store.Health(r.t.Context(), "work")
		r.must(err)
		return !h.BlindSince.IsZero() && strings.Contains(h.Why, words)
	})
}

// tells waits until the user was told something with the words.
func (r *ring) tells(words string) {
	r.t.Helper()
	r.until("told of "+words, func() bool {
		r.mu.Lock()
		defer r.mu.Unlock()
		return slices.ContainsFunc(r.told, func(s string) bool { return strings.Contains(s, words) })
	})
}

// count returns how many letters of the program stand in a mailbox, and fails if
// one of them stands there twice. Only Courier's Trash may hold one twice: it has
// no MOVE, and a COPY whose answer was lost is made again.
func (r *ring) count(box string) int {
	r.t.Helper()
	return r.countOf(r.user, box)
}

func (r *ring) countOf(user, box string) int {
	r.t.Helper()
	stored, err := r.server.Messages(user, box)
	r.must(err)
	seen := map[string]bool{}
	n := 0
	for _, m := range stored {
		l, err := demo.Read(m)
		r.must(err)
		if !strings.HasPrefix(l.Subject, "Thank you:") {
			continue
		}
		if seen[l.To] {
			if r.server.Name != "courier" || box != r.server.Boxes.Trash {
				r.t.Errorf("two drafts to %s stand in %s", l.To, box)
			}
			continue
		}
		seen[l.To] = true
		n++
	}
	return n
}

// stand asserts how many of the two thank-yous stand in Drafts and in Trash: never
// two of one, never none.
func (r *ring) stand(drafts, trash int) {
	r.t.Helper()
	if d, tr := r.count(r.server.Boxes.Drafts), r.count(r.server.Boxes.Trash); d != drafts || tr != trash {
		r.t.Errorf("%d stand in Drafts and %d in Trash, want %d and %d", d, tr, drafts, trash)
	}
}

// answer lets a person of the company answer, which withdraws the thank-yous.
func (r *ring) answer() {
	r.t.Helper()
	r.answerAs("Ngozi Okafor <ngozi@acme.example>", "Senior Analyst at Acme")
}

func (r *ring) answerAs(from, subject string) {
	r.t.Helper()
	m := demo.Mail{From: from, To: r.user, Subject: subject, At: r.clock(),
		Text: "Dear Robin,\n\nwe are still talking to other candidates for the Senior Analyst role and will be in touch.\n\nNgozi Okafor\nAcme"}
	r.must(r.server.Deliver(r.user, r.server.Boxes.Inbox, m.Raw(), nil, m.At))
}

// write are the commands that change something on a server.
var write = regexp.MustCompile(`(?i)^(?:UID )?(?:APPEND|STORE|MOVE|COPY|EXPUNGE|CREATE|DELETE|RENAME|SUBSCRIBE|UNSUBSCRIBE|CLOSE|SETACL|SETQUOTA|SETMETADATA|REPLACE)\b`)

// harmless asserts that the server saw no other writing than the daemon may do.
func (r *ring) harmless() {
	r.t.Helper()
	for _, command := range r.Proxy.Commands() {
		if !write.MatchString(command) {
			continue
		}
		word := strings.ToUpper(strings.TrimPrefix(strings.ToUpper(command), "UID "))
		switch {
		case strings.HasPrefix(word, "APPEND "): // the server's answer says where
		case strings.HasPrefix(word, "MOVE "), strings.HasPrefix(word, "COPY "):
			if !strings.HasPrefix(strings.ToUpper(command), "UID ") {
				r.t.Errorf("the daemon named a message by its number: %q", command)
			}
		case strings.HasPrefix(strings.ToUpper(command), "UID STORE ") && strings.Contains(word, `\DELETED`):
		case strings.HasPrefix(strings.ToUpper(command), "UID EXPUNGE "):
		default:
			r.t.Errorf("the daemon sent %q", command)
		}
	}
}

func tail(s string) string {
	if len(s) > 6000 {
		return "…" + s[len(s)-6000:]
	}
	return s
}

// buffer is a log that several goroutines write.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}
