package people

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
	"afterword/internal/test/servers"
)

// A world is one user's mail, with two accounts, and all who write to him.
type world struct {
	*demo.Stage
	t      testing.TB
	ctx    context.Context
	oracle *oracle.Oracle
	apps   []*app
	server *servers.Server
	dir    string
	adjust func(*config.Config)

	diary   []string
	count   int // of Message-IDs
	playing bool
	awake   bool
	mine    map[string]map[string]int // what lies in mailboxes by the doing of others than the program: account and mailbox, Message-ID
	had     map[string]bool           // drafts of the last look
	told    chan told
	failed  []string

	decisions string                                // what the program says of them, once it was asked
	reacts    func(account int, l demo.Letter) bool // what the user does with a draft, in a half-year
	cast      map[int]*app                          // of a half-year, by number
	asks      map[int]string                        // the last message of each
	sent      map[int]string                        // its last check-in
	sequence  map[string]int                        // of the newest invitation to a round
	played    []string                              // what happened, by name
	puzzles   map[string]bool                       // companies of which something came that may be any application's
	plans     map[string]time.Time                  // when the user turns to his drafts, by what they are
	asking    bool                                  // the program asks in notes
	notes     []map[string]*oracle.Note             // that came, by account and Message-ID
	order     [][]string                            // their Message-IDs, as they came
	answers   func(account int, n demo.Letter) bool // what the user does with a note, in a half-year
}

type told struct {
	at time.Time
	n  daemon.Notification
}

// An app is an application: the truth, and the id that the store gave it.
type app struct {
	*oracle.App
	store   string
	account int
	mail    string // Message-ID of the newest mail that told of an interview
	moved   string // ID of the round that moved to a time which he has not named yet
}

var newYork = zone("America/New_York")

func zone(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return loc
}

func ny(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02T15:04", s, newYork)
	if err != nil {
		panic(err)
	}
	return t
}

// folder makes a folder for a store, in memory where there is such a place: a story
// has no crash in it.
func folder(t testing.TB) string {
	base := "/dev/shm"
	if info, err := os.Stat(base); err != nil || !info.IsDir() {
		base = ""
	}
	dir, err := os.MkdirTemp(base, "people")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// serverVar names the make of server: "embedded", or "dovecot" by hand.
const serverVar = "AFTERWORD_PEOPLE_SERVER"

// aliases are the user's further addresses.
var aliases = []string{"robin.winter@alumni.example"}

// newWorld sets up a world at an instant, with the daemon running.
func newWorld(t testing.TB, start time.Time, adjust func(*config.Config)) *world {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Minute)
	t.Cleanup(cancel)
	w := &world{t: t, ctx: ctx, oracle: oracle.New(), mine: map[string]map[string]int{}, had: map[string]bool{}, told: make(chan told, 1000),
		plans: map[string]time.Time{}, sequence: map[string]int{}, sent: map[int]string{}, asks: map[int]string{}, dir: folder(t)}
	if onDovecot() {
		w.server = servers.Dovecot(t, servers.Default)
	} else {
		var err error
		w.server, err = servers.Start(servers.Options{Plain: true, Pipe: true, Now: w.date})
		w.must(err)
		t.Cleanup(func() { _ = w.server.Close() })
	}
	for account := range 2 {
		for _, box := range []string{"Jobs", "Scheduled", "Outbox"} {
			w.must(w.server.CreateBox(w.server.Users[account], box))
		}
	}
	w.adjust = adjust
	w.open(start, w.dir)
	w.wake()
	return w
}

// asksInNotes has the program ask in the user's Inbox from now on.
func (w *world) asksInNotes() {
	w.asking = true
	for range 2 {
		w.notes, w.order = append(w.notes, map[string]*oracle.Note{}), append(w.order, nil)
	}
	w.sleep()
	w.Config.Intake.Notes, w.Config.Letters.Language = "inbox", "en"
	w.wake()
}

// users are the addresses of the accounts that the program has.
func (w *world) users() []string { return w.server.Users[:len(w.Config.Accounts)] }

// open opens the store in a folder, as a machine does.
func (w *world) open(start time.Time, dir string) {
	o := demo.Options{Server: w.server.Server, Dir: dir, Start: start, Name: "Sam Winter",
		Notify: func(n daemon.Notification) { w.told <- told{w.Now(), n} },
		Adjust: func(c *config.Config) {
			c.Accounts[0].Aliases = aliases
			second := c.Accounts[0]
			second.Name, second.Address, second.Aliases = "home", w.server.Users[1], nil
			c.Accounts = append(c.Accounts, second)
			if w.adjust != nil {
				w.adjust(c)
			}
			if w.asking {
				c.Intake.Notes, c.Letters.Language = "inbox", "en"
			}
		}}
	if !onDovecot() {
		o.Dial = w.server.Dial
	}
	if os.Getenv("AFTERWORD_TEST_LOG") != "" {
		o.Log = os.Stderr
	}
	var err error
	w.Stage, err = demo.New(w.ctx, o)
	w.must(err)
	stage := w.Stage
	w.t.Cleanup(func() { _ = stage.Close() })
}

func (w *world) must(err error) {
	w.t.Helper()
	switch {
	case err == nil:
	case w.playing:
		panic(broken{err})
	default:
		w.t.Fatal(err)
	}
}

// broken is what ends a life before its time.
type broken struct{ err error }

// plays lets a life happen. What cannot go on is a breach of it.
func (w *world) plays(life func(*world)) {
	defer func() {
		w.playing = false
		switch p := recover().(type) {
		case nil:
		case broken:
			w.fail("it came to an end: %v", p.err)
		default:
			panic(p)
		}
	}()
	w.playing = true
	life(w)
	w.ledger()
}

// fail notes that the story did not go as it must.
func (w *world) fail(format string, args ...any) {
	w.failed = append(w.failed, fmt.Sprintf(format, args...))
	w.note("BREACH  "+format, args...)
}

// note writes a line of the diary.
func (w *world) note(format string, args ...any) {
	at := w.Now().In(newYork)
	w.diary = append(w.diary, at.Format("Mon Jan 2 2006 15:04  ")+fmt.Sprintf(format, args...))
}

// another starts the daemon on another machine, with a store that knows of nothing
// but what the user enters once more.
func (w *world) another() {
	w.sleep()
	old := w.Stage
	w.open(old.Now(), folder(w.t))
	for _, a := range w.apps {
		id, err := w.Store.NewApplication(w.ctx, accounts[a.account], describe(a), w.Now())
		w.must(err)
		a.store = id
	}
	w.note("the user goes on with another machine")
	w.wake()
}

// state is what the program says of an application.
func (w *world) state(a *app) string {
	_, plan, err := w.Application(w.ctx, a.store)
	w.must(err)
	return string(plan.State)
}

// react lets the user turn to his drafts, and the daemon see what he did.
func (w *world) react() {
	if w.reacts == nil {
		return
	}
	acted := false
	for account := range w.users() {
		for _, l := range w.letters(account, w.server.Boxes.Drafts) {
			acted = w.reacts(account, l) || acted
		}
		if w.asking && w.answers != nil {
			for _, l := range w.letters(account, w.server.Boxes.Inbox) {
				acted = w.isNote(account, l) && w.answers(account, l) || acted
			}
		}
	}
	if acted {
		w.pass(5 * time.Minute)
	}
}

// look shows the oracle what stands in Drafts and what the user was told.
func (w *world) look() {
	now, had := w.Now(), w.had
	before := len(w.oracle.Breaches)
	w.had = map[string]bool{}
	for account, user := range w.users() {
		var list []oracle.Letter
		for _, l := range w.letters(account, w.server.Boxes.Drafts) {
			letter, err := oracle.ReadLetter(l.Raw)
			w.must(err)
			list = append(list, letter)
			line := fmt.Sprintf("to %s: %s", l.To, l.Subject)
			if w.had[line] = true; !had[line] {
				w.note("  draft  %s", line)
			}
		}
		w.oracle.Look(now, user, list)
		if w.asking {
			w.lookAtNotes(account)
		}
	}
	w.entered()
	for line := range had {
		if !w.had[line] {
			w.note("  gone   %s", line)
		}
	}
	w.listen()
	for _, b := range w.oracle.Breaches[before:] {
		w.note("BREACH  %s: %s", b.Rule, b.Text)
	}
}

// listen takes in what the user was told.
func (w *world) listen() {
	for {
		select {
		case t := <-w.told:
			if !strings.HasPrefix(t.n.Title, "a draft waits") {
				w.note("  told   %s: %s", t.n.Title, t.n.Text)
				w.oracle.Told(t.at, t.n.Application, t.n.Title+": "+t.n.Text)
			}
		default:
			return
		}
	}
}

// breaches ends a story and returns what was wrong in it.
func (w *world) breaches() []string {
	w.listen()
	list := slices.Clone(w.failed)
	for _, b := range w.oracle.Breaches {
		list = append(list, b.String())
	}
	return list
}
