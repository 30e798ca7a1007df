package chaos

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

// A fault lasts from strike to mend. In between the interview ends and two drafts
// are due; after it they must stand, each once, and go when somebody answers.
type fault struct {
	name   string
	start  func(*testing.T) *servers.Server // default a Dovecot
	strike func(*ring)
	during func(*ring) // what must be seen while it lasts; the drafts are due then
	mend   func(*ring)
}

func dovecot(t *testing.T) *servers.Server { return servers.Dovecot(t, servers.Default) }

func nothing(*ring) {}

// faults are the real ones. Those of the line are in line_test.go, those of the way in
// in access_test.go.
var faults = []fault{
	{name: "server killed",
		strike: func(r *ring) { r.must(r.server.Kill()) },
		during: func(r *ring) { r.blind("no connection") },
		mend:   func(r *ring) { r.must(r.server.Restart()) }},
	{name: "cyrus killed", start: func(t *testing.T) *servers.Server { return servers.Cyrus(t) },
		strike: func(r *ring) { r.must(r.server.Kill()) },
		during: func(r *ring) { r.blind("no connection") },
		mend:   func(r *ring) { r.must(r.server.Restart()) }},
	{name: "network silent",
		strike: func(r *ring) { r.Die() },
		during: func(r *ring) { r.blind("in time") },
		mend:   func(r *ring) { r.Mend() }},
	{name: "over quota", start: func(t *testing.T) *servers.Server { return servers.Dovecot(t, servers.Quota) },
		strike: func(r *ring) { r.fill(r.server.Boxes.Archive, 190<<10) },
		during: func(r *ring) { r.tells("over its quota") },
		mend:   func(r *ring) { r.empty(r.server.Boxes.Archive); r.later() }},
	{name: "kicked out",
		strike: nothing,
		during: func(r *ring) {
			// Dovecot kicks the sessions that it knows of in that moment: one that is just
			// logging in is none of them, and one amid a command may end without a word.
			r.until("told goodbye", func() bool {
				r.kick()
				return strings.Contains(r.log.String(), "said goodbye")
			})
		},
		mend: nothing},
	{name: "BYE at every idle",
		strike: func(r *ring) { r.Always(servers.Remote, `^\+ idling`, servers.Inject("* BYE shutting down")) },
		during: func(r *ring) { r.settle() }, // it reads between two of them
		mend:   func(r *ring) { r.Mend() }},
	{name: "answers crawl",
		strike: func(r *ring) { r.Always(servers.Remote, `.`, servers.Slow(2000)); r.Cut(false) },
		during: func(r *ring) { r.settle() },
		mend:   func(r *ring) { r.Mend(); r.Cut(false) }},
	{name: "garbage at every answer",
		strike: func(r *ring) { r.Always(servers.Remote, `^\S+ OK`, servers.Garbage(500)) },
		during: func(r *ring) { r.blind("no connection") },
		mend:   func(r *ring) { r.Mend() }},
	{name: "endless line",
		strike: func(r *ring) {
			r.Once(servers.Remote, `^\S+ OK`, servers.Inject("* LIST ("+strings.Repeat("x", 8<<20)))
			r.Cut(false)
		},
		during: func(r *ring) { r.blind("no connection") },
		mend:   nothing},
	{name: "a million parentheses",
		strike: func(r *ring) {
			r.Once(servers.Remote, `^\S+ OK`, servers.Inject("* 1 FETCH (BODYSTRUCTURE "+strings.Repeat("(", 1<<20)))
			r.Cut(false)
		},
		during: func(r *ring) { r.blind("no connection") },
		mend:   nothing},
	{name: "huge literal",
		strike: func(r *ring) { r.Once(servers.Remote, `^\* .*FETCH|^\S+ OK`, servers.Literal(600<<20)); r.Cut(false) },
		during: func(r *ring) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r.settle()
			runtime.ReadMemStats(&after)
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 200<<20 {
				r.t.Errorf("a literal of 600 MiB made the heap grow by %d MiB", grown>>20)
			}
		},
		mend: nothing},
	{name: "UIDVALIDITY of Drafts changed",
		strike: func(r *ring) { r.doveadm("mailbox", "update", "-u", r.user, "--uid-validity", "4242", "Drafts") },
		during: func(r *ring) { r.settle() },
		mend: func(r *ring) {
			r.stand(2, 0)
			r.doveadm("mailbox", "update", "-u", r.user, "--uid-validity", "4343", "Drafts")
			r.settle()
		}},
	{name: "UIDVALIDITY of the Inbox changed",
		strike: func(r *ring) { r.doveadm("mailbox", "update", "-u", r.user, "--uid-validity", "4242", "INBOX") },
		during: func(r *ring) { r.settle() },
		mend:   nothing},
	{name: "Drafts deleted and made anew",
		strike: func(r *ring) { r.must(r.server.DeleteBox(r.user, r.server.Boxes.Drafts)) },
		during: func(r *ring) {
			// Dovecot makes it anew by itself at the next look.
			r.settle()
		},
		mend: nothing},
	{name: "mail files gone from under a fetch",
		strike: func(r *ring) {
			fetched := make(chan struct{}, 1)
			r.Always(servers.Client, `^\S+ UID FETCH`, servers.Signal(fetched))
			r.Always(servers.Client, `^\S+ UID FETCH`, servers.Delay(200*time.Millisecond))
			for range 3 {
				r.answerAs("Nobody <nobody@elsewhere.example>", "Lunch")
			}
			r.daemon.Kick()
			<-fetched
			for _, folder := range []string{"cur", "new"} {
				files, err := filepath.Glob(filepath.Join(r.server.Dir, "home", r.user, "Maildir", folder, "*"))
				r.must(err)
				for _, file := range files {
					r.must(os.Remove(file))
				}
			}
			r.Mend()
		},
		during: func(r *ring) { r.settle() },
		mend:   nothing},
	{name: "clock jumps",
		strike: func(r *ring) { r.at(began.AddDate(0, 0, -40)) },
		during: func(r *ring) { r.settle(); r.at(ended.Add(time.Minute)); r.settle(); r.at(began); r.settle() },
		mend:   func(r *ring) { r.at(ended.Add(time.Minute)) }},
}

// TestFaults lets every fault come and go.
func TestFaults(t *testing.T) {
	t.Parallel()
	for _, f := range slices.Concat(faults, access) {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			start := f.start
			if start == nil {
				start = dovecot
			}
			newRing(t, start(t)).suffer(f)
		})
	}
}

// suffer lets a fault come and go.
func (r *ring) suffer(f fault) {
	r.t.Helper()
	f.strike(r)
	if r.clock().Equal(began) {
		r.at(ended)
	}
	f.during(r)
	f.mend(r)
	r.settle()
	r.stand(2, 0)
	r.answer()
	r.at(r.clock().Add(time.Minute))
	r.settle()
	r.stand(0, 2)
	r.harmless()
}

// TestDiskFull fills the server's disk, which is a small one of its own.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	server := servers.Dovecot(t, servers.Default)
	disk := servers.SmallDisk(t, server, server.Users[0], 600)
	newRing(t, server).suffer(fault{
		strike: func(r *ring) { r.must(disk.Fill()) },
		during: func(r *ring) { r.tells("disk may be full") },
		mend:   func(r *ring) { r.must(disk.Free()); r.later() },
	})
}

// TestCableCut cuts the cable of a network of its own: packets go nowhere, and
// nobody is told.
func TestCableCut(t *testing.T) {
	t.Parallel()
	network := servers.NewNetwork(t)
	server := servers.Dovecot(t, servers.Default)
	far := servers.NewProxyAt(t, server, network.Server+":0")
	r := newRing(t, server)
	r.changeReach(func(e mailwatch.Endpoint) mailwatch.Endpoint {
		e.Address, e.RootCAs, e.DialContext = far.Addr, far.CA, network.Dial
		return e
	})
	r.Cut(false)
	r.settle()
	if far.Connections() != 1 {
		t.Fatalf("%d connections go through the other network, want 1", far.Connections())
	}
	r.suffer(fault{
		strike: func(r *ring) { r.must(network.Cut()) },
		during: func(r *ring) { r.blind("in time") },
		mend:   func(r *ring) { r.must(network.Join()) },
	})
}

// TestExpungedUnderway removes messages while the daemon reads them.
func TestExpungedUnderway(t *testing.T) {
	t.Parallel()
	servers.Each(t, func(t *testing.T, server *servers.Server) {
		r := newRing(t, server)
		for range 5 {
			r.answerAs("Nobody <nobody@elsewhere.example>", "Lunch")
		}
		stored, err := server.Messages(r.user, server.Boxes.Inbox)
		r.must(err)
		fetched := make(chan struct{}, 64)
		r.Always(servers.Client, `^\S+ UID FETCH`, servers.Signal(fetched))
		r.Cut(false)
		r.at(ended)
		gone := make(chan error, 1)
		go func() {
			for _, m := range stored {
				select {
				case <-fetched:
				case <-time.After(100 * time.Millisecond): // nothing is read any more
				}
				if err := server.Expunge(r.user, server.Boxes.Inbox, m.UID); err != nil {
					gone <- fmt.Errorf("expunge %d: %w", m.UID, err)
					return
				}
			}
			gone <- nil
		}()
		r.settle()
		r.must(<-gone)
		r.settle()
		r.stand(2, 0)
		r.harmless()
	})
}

// TestNeighbour shows that an account whose server hangs does not hold up the reading
// of another. What the other one would place waits, as an answer may lie in the first,
// but not for ever: for two hours from when it was found to be unread.
func TestNeighbour(t *testing.T) {
	t.Parallel()
	r := newRing(t, servers.Dovecot(t, servers.Default))
	beside := func() int { return r.countOf(r.server.Users[1], r.server.Boxes.Drafts) }
	r.Always(servers.Client, `.`, servers.Stall())
	r.changeReach(func(e mailwatch.Endpoint) mailwatch.Endpoint {
		e.CommandTimeout, e.DialTimeout = time.Hour, time.Hour // it hangs for longer than the test
		return e
	})
	r.Cut(false)
	r.at(ended)
	before := r.pass("home").n
	r.until("read beside one that hangs", func() bool { return r.pass("home").n > before+3 })
	if n := beside(); n != 0 {
		t.Errorf("%d drafts stand that an answer in the other account may forbid", n)
	}
	var anew atomic.Bool
	r.changeReach(func(e mailwatch.Endpoint) mailwatch.Endpoint { // now it is known to hang
		anew.Store(true)
		return e
	})
	r.until("dialled anew", func() bool {
		r.Cut(false) // a connection that was being made stays as it was begun
		return anew.Load()
	})
	r.blind("in time")
	r.at(ended.Add(2*time.Hour + time.Minute))
	r.until("in the neighbour's Drafts", func() bool { return beside() == 2 })
	r.stand(0, 0)
	r.Mend()
	r.Cut(false)
	r.settle()
	r.stand(2, 0)
}

// TestFrozen stops the server's processes for a while, as a suspended machine
// does: they are there, and do not answer.
func TestFrozen(t *testing.T) {
	t.Parallel()
	newRing(t, servers.Dovecot(t, servers.Default)).suffer(fault{
		strike: func(r *ring) { r.must(r.server.Freeze()) },
		during: func(r *ring) { r.blind("in time") },
		mend:   func(r *ring) { r.must(r.server.Thaw()) },
	})
}

// TestRenamed renames a mailbox while it is used, and gives the name back.
func TestRenamed(t *testing.T) {
	t.Parallel()
	r := newRing(t, servers.Dovecot(t, servers.Default))
	boxes := r.server.Boxes
	r.at(ended)
	r.settle()
	r.stand(2, 0)
	r.must(r.server.RenameBox(r.user, boxes.Drafts, "Elsewhere"))
	r.answer()
	r.at(ended.Add(time.Minute))
	r.settle() // Dovecot makes a new, empty one
	r.until("named Drafts again", func() bool {
		// Whoever looks makes it anew, between the two of them as well.
		return r.server.DeleteBox(r.user, boxes.Drafts) == nil && r.server.RenameBox(r.user, "Elsewhere", boxes.Drafts) == nil
	})
	r.at(ended.Add(10 * time.Minute))
	r.settle()
	if n := r.count(boxes.Drafts) + r.count(boxes.Trash); n != 2 {
		t.Errorf("%d letters stand in Drafts and Trash together, want the 2 that were placed", n)
	}
	r.harmless()
}

// changeReach changes the way to the server for the next connection.
func (r *ring) changeReach(f func(mailwatch.Endpoint) mailwatch.Endpoint) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.reach = f
}

// later moves the clock to where a draft that the server refused is tried again.
func (r *ring) later() { r.at(r.clock().Add(15 * time.Minute)) }

// fill appends letters of others until about so many bytes stand in a mailbox.
func (r *ring) fill(box string, bytes int) {
	r.t.Helper()
	const size = 10 << 10
	raw := []byte("From: nobody@elsewhere.example\r\nSubject: Big\r\n\r\n" + strings.Repeat("0123456789abcde\r\n", size/17))
	for full := 0; full < bytes; full += size {
		if err := r.server.Deliver(r.user, box, raw, nil, began); err != nil {
			return // full already
		}
	}
	for r.server.Deliver(r.user, box, raw[:512], nil, began) == nil {
		continue
	}
}

func (r *ring) empty(box string) {
	r.t.Helper()
	stored, err := r.server.Messages(r.user, box)
	r.must(err)
	var uids []uint32
	for _, m := range stored {
		uids = append(uids, m.UID)
	}
	r.must(r.server.Expunge(r.user, box, uids...))
}

// kick ends the user's sessions, if there are any at the moment.
func (r *ring) kick() {
	r.t.Helper()
	out, err := exec.CommandContext(r.t.Context(), "doveadm", "-c", r.server.Dir+"/dovecot.conf", "kick", r.user).CombinedOutput()
	if err != nil && !strings.Contains(string(out), "no users kicked") {
		r.t.Fatalf("doveadm kick: %v: %s", err, out)
	}
}

func (r *ring) doveadm(args ...string) {
	r.t.Helper()
	out, err := exec.CommandContext(r.t.Context(), "doveadm", append([]string{"-c", r.server.Dir + "/dovecot.conf"}, args...)...).CombinedOutput()
	if err != nil {
		r.t.Fatalf("doveadm %q: %v: %s", args, err, out)
	}
}
