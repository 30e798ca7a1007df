package drafter

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/internal/test/servers"
)

var steps = []string{"decided", "searched", "appended", "read", "recorded"}

var placedAt = time.Date(2026, 11, 13, 20, 1, 0, 0, time.UTC)

// aRecord is a composed draft, as the daemon would store it.
func aRecord(t testing.TB) Record {
	t.Helper()
	d, findings, err := Compose(t.Context(), input(t, thankYou(okafor)))
	if err != nil {
		t.Fatal(err, findings)
	}
	return Record{Account: "main", Application: "a1", FollowUp: d.FollowUp, MessageID: d.MessageID, Raw: d.Raw, Sentences: d.Sentences, At: placedAt}
}

// TestMain is also the child of TestCrash: a process that places one draft and
// kills itself, as kill -9 does, at a step.
func TestMain(m *testing.M) {
	step := os.Getenv("CRASH_AT")
	if step == "" {
		os.Exit(m.Run())
	}
	box, err := dialBox(os.Getenv("CRASH_SERVER"), os.Getenv("CRASH_CA"), servers.Users[0])
	if err != nil {
		panic(err)
	}
	raw, err := os.ReadFile(os.Getenv("CRASH_DRAFT"))
	if err != nil {
		panic(err)
	}
	h := mail.Read(raw)
	r := Record{Account: "main", FollowUp: "thank-you/1/n.okafor@acme.example", MessageID: h.MessageID, Raw: raw, At: placedAt}
	boxes := Boxes{Drafts: os.Getenv("CRASH_DRAFTS"), Sent: os.Getenv("CRASH_SENT"), Trash: os.Getenv("CRASH_TRASH")}
	p := Placer{Step: func(s string) {
		if s == step {
			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				panic(err)
			}
			_ = self.Kill()
			select {} // the end is on its way
		}
	}}
	_, err = p.Place(context.Background(), box, &fileJournal{os.Getenv("CRASH_JOURNAL")}, boxes, r, placedAt)
	panic(err)
}

// crash places a draft in a process of its own, which dies at the step.
func crash(t testing.TB, s *servers.Server, j *fileJournal, r Record, step string) {
	t.Helper()
	draft := t.TempDir() + "/draft.eml"
	if err := os.WriteFile(draft, r.Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "CRASH_AT="+step, "CRASH_SERVER="+s.Addr, "CRASH_CA="+s.CAFile, "CRASH_DRAFT="+draft, "CRASH_JOURNAL="+j.path,
		"CRASH_DRAFTS="+s.Boxes.Drafts, "CRASH_SENT="+s.Boxes.Sent, "CRASH_TRASH="+s.Boxes.Trash)
	out, err := child.CombinedOutput()
	killed := -1 // what a process leaves that a signal ended; one that panics leaves 2
	if runtime.GOOS == "windows" {
		killed = 1
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != killed {
		t.Fatalf("the child did not die at %q: %v\n%s", step, err, out)
	}
}

// TestCrash kills the placing process at every step, and again during the
// resumption: there is one draft in the end, never two, never none.
func TestCrash(t *testing.T) {
	eachServer(t, func(t *testing.T, s *servers.Server) {
		r := aRecord(t)
		for _, step := range steps {
			r.MessageID = step + "-" + r.MessageID[strings.LastIndexByte(r.MessageID, '-')+1:]
			_, after, _ := bytes.Cut(r.Raw, []byte("Message-ID: "))
			line, _, _ := bytes.Cut(after, []byte("\r\n"))
			r.Raw = bytes.Replace(r.Raw, line, []byte("<"+r.MessageID+">"), 1)
			j := newJournal(t)
			crash(t, s, j, r, step)
			box := openBox(t, s)
			for range 2 { // resuming twice is resuming once
				if _, err := Resume(t.Context(), box, j, boxesOf(s), "main", nil, placedAt); err != nil {
					t.Fatalf("killed at %q: %v", step, err)
				}
			}
			uids, err := box.Search(t.Context(), s.Boxes.Drafts, r.MessageID)
			if err != nil || len(uids) != 1 {
				t.Errorf("killed at %q: %d drafts (%v), want one", step, len(uids), err)
			}
			got := j.record(t, r.MessageID)
			if got.State != StatePlaced || got.Digest == [32]byte{} {
				t.Errorf("killed at %q: the record is %q, digest %x", step, got.State, got.Digest[:4])
			}
			if o, err := Withdraw(t.Context(), box, boxesOf(s), got); err != nil || o != Withdrawn {
				t.Errorf("killed at %q: withdraw is %q, %v", step, o, err)
			}
		}
	})
}

func TestPlaceOutcomes(t *testing.T) {
	eachServer(t, func(t *testing.T, s *servers.Server) {
		r, user, boxes := aRecord(t), s.Users[0], boxesOf(s)
		j, box := newJournal(t), openBox(t, s)
		ctx := t.Context()

		// Placed, and placed again: one draft, flags set, untouched.
		for range 2 {
			if o, err := Place(ctx, box, j, boxes, r, placedAt); err != nil || o != Placed {
				t.Fatalf("place: %q, %v", o, err)
			}
		}
		stored, err := s.Messages(user, s.Boxes.Drafts)
		if err != nil || len(stored) != 1 {
			t.Fatalf("%d drafts, %v", len(stored), err)
		}
		if flags := strings.ToLower(strings.Join(stored[0].Flags, " ")); !strings.Contains(flags, `\draft`) || !strings.Contains(flags, `\seen`) {
			t.Errorf("flags %q", flags)
		}
		placed := j.record(t, r.MessageID)
		observe := func(want Outcome) Observation {
			t.Helper()
			o, err := Observe(ctx, box, boxes, placed, box.summaries(t, s.Boxes.Drafts))
			if err != nil || o.Outcome != want {
				t.Fatalf("observe: %q, %v; want %q", o.Outcome, err, want)
			}
			return o
		}
		observe(Untouched)

		// Another UIDVALIDITY: known by its Message-ID and digest.
		moved := placed
		moved.UIDValidity += 1000
		if o, err := Observe(ctx, box, boxes, moved, box.summaries(t, s.Boxes.Drafts)); err != nil || o.Outcome != Untouched || o.UIDValidity == moved.UIDValidity {
			t.Errorf("after a new UIDVALIDITY: %+v, %v", o, err)
		}

		// The user edits it under a new Message-ID: his own from now on.
		edited := bytes.Replace(r.Raw, []byte("<"+r.MessageID+">"), []byte("<new@client.example>"), 1)
		edited = bytes.Replace(edited, []byte("\r\n\r\nDear"), []byte("\r\n\r\nHello and dear"), 1)
		if err := s.Edit(user, s.Boxes.Drafts, stored[0].UID, edited, []string{`\Draft`}, placedAt); err != nil {
			t.Fatal(err)
		}
		observe(Touched)
		if o, err := Withdraw(ctx, box, boxes, placed); err != nil || o != Gone {
			t.Errorf("withdraw an edited draft: %q, %v", o, err)
		}
		if n := len(box.summaries(t, s.Boxes.Drafts)); n != 1 {
			t.Fatalf("%d drafts after withdrawing an edited one, want it untouched", n)
		}

		// The user's client keeps the Message-ID and changes the text.
		kept := bytes.Replace(r.Raw, []byte("\r\n\r\nDear"), []byte("\r\n\r\nHello and dear"), 1)
		stored, _ = s.Messages(user, s.Boxes.Drafts)
		if err := s.Edit(user, s.Boxes.Drafts, stored[0].UID, kept, []string{`\Draft`}, placedAt); err != nil {
			t.Fatal(err)
		}
		observe(Touched)
		if o, err := Withdraw(ctx, box, boxes, placed); err != nil || o != Touched {
			t.Errorf("withdraw an edited draft that kept its Message-ID: %q, %v", o, err)
		}

		// In Trash, in Sent: never placed again.
		stored, _ = s.Messages(user, s.Boxes.Drafts)
		for _, to := range []struct {
			box  string
			want Outcome
		}{{s.Boxes.Trash, Discarded}, {s.Boxes.Sent, Sent}} {
			from := s.Boxes.Drafts
			if to.want == Sent {
				from = s.Boxes.Trash
				stored, _ = s.Messages(user, from)
			}
			if err := s.Move(user, from, to.box, stored[0].UID); err != nil {
				t.Fatal(err)
			}
			observe(to.want)
			if o, err := (Placer{}).finish(ctx, box, j, boxes, r, false, placedAt); err != nil || o != to.want {
				t.Errorf("place what is in %q: %q, %v", to.box, o, err)
			}
		}
		if n := len(box.summaries(t, s.Boxes.Drafts)); n != 0 {
			t.Errorf("%d drafts, want none", n)
		}
		withdrawing := placed
		withdrawing.State = StateWithdrawing
		stored, _ = s.Messages(user, s.Boxes.Sent)
		if err := s.Move(user, s.Boxes.Sent, s.Boxes.Trash, stored[0].UID); err != nil {
			t.Fatal(err)
		}
		if o, err := Withdraw(ctx, box, boxes, withdrawing); err != nil || o != Withdrawn {
			t.Errorf("withdraw after a crash in the middle: %q, %v", o, err)
		}
	})
}

// TestLostAnswer loses the server's answer to APPEND. The message was stored all
// the same: a second one would be a duplicate.
func TestLostAnswer(t *testing.T) {
	eachServer(t, func(t *testing.T, s *servers.Server) {
		r, j := aRecord(t), newJournal(t)
		box := openBox(t, s)
		// The server takes commands in order: with LOGOUT, APPEND is through.
		box.cut = func() { _ = box.c.Logout().Wait() }
		if _, err := Place(t.Context(), box, j, boxesOf(s), r, placedAt); !errors.Is(err, ErrUnknownOutcome) {
			t.Fatalf("error %v, want one of unknown outcome", err)
		}
		again := openBox(t, s)
		done, err := Resume(t.Context(), again, j, boxesOf(s), "main", nil, placedAt)
		if err != nil || len(done) != 1 || done[0].Outcome != Placed {
			t.Fatalf("resume: %+v, %v", done, err)
		}
		if n := len(again.summaries(t, s.Boxes.Drafts)); n != 1 {
			t.Errorf("%d drafts, want one", n)
		}
	})
}

// TestLateAppend has the server carry a lost APPEND out after Resume has looked:
// of two copies that are the same, one stays.
func TestLateAppend(t *testing.T) {
	eachServer(t, func(t *testing.T, s *servers.Server) {
		r, j, box := aRecord(t), newJournal(t), openBox(t, s)
		p := Placer{Step: func(step string) {
			if step == "searched" {
				if err := s.Deliver(s.Users[0], s.Boxes.Drafts, r.Raw, []string{`\Draft`, `\Seen`}, placedAt); err != nil {
					t.Error(err)
				}
			}
		}}
		if err := j.Decide(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if done, err := p.Resume(t.Context(), box, j, boxesOf(s), "main", nil, placedAt); err != nil || len(done) != 1 || done[0].Outcome != Placed {
			t.Fatalf("resume: %+v, %v", done, err)
		}
		if n := len(box.summaries(t, s.Boxes.Drafts)); n != 1 {
			t.Errorf("%d drafts, want one", n)
		}
		if o, err := Observe(t.Context(), box, boxesOf(s), j.record(t, r.MessageID), box.summaries(t, s.Boxes.Drafts)); err != nil || o.Outcome != Untouched {
			t.Errorf("observe: %+v, %v", o, err)
		}
	})
}

// TestResumeUnwanted has a reply arrive between the crash and the resumption:
// what stands is recorded, so that it can be withdrawn; what does not stand is
// not placed.
func TestResumeUnwanted(t *testing.T) {
	s := servers.Embedded(t)
	r, j, box := aRecord(t), newJournal(t), openBox(t, s)
	no := func(Record) bool { return false }
	if err := j.Decide(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	done, err := Resume(t.Context(), box, j, boxesOf(s), "main", no, placedAt)
	if err != nil || len(done) != 1 || done[0].Outcome != Missing || len(box.summaries(t, s.Boxes.Drafts)) != 0 {
		t.Errorf("resume: %+v, %v", done, err)
	}
	if err := s.Deliver(s.Users[0], s.Boxes.Drafts, r.Raw, nil, placedAt); err != nil {
		t.Fatal(err)
	}
	done, err = Resume(t.Context(), box, j, boxesOf(s), "main", no, placedAt)
	if err != nil || len(done) != 1 || done[0].Outcome != Placed {
		t.Errorf("resume: %+v, %v", done, err)
	}
}

// TestPlaceAllMail plays a server where every message is in a mailbox of all
// messages too, as on Gmail: there alone, the user has filed the draft away.
func TestPlaceAllMail(t *testing.T) {
	s := servers.Embedded(t)
	user, r, j, box := s.Users[0], aRecord(t), newJournal(t), openBox(t, s)
	if err := s.CreateBox(user, "All Mail"); err != nil {
		t.Fatal(err)
	}
	boxes := boxesOf(s)
	boxes.All = "All Mail"
	if err := s.Deliver(user, boxes.All, r.Raw, nil, placedAt); err != nil {
		t.Fatal(err)
	}
	if o, err := (Placer{}).finish(t.Context(), box, j, boxes, r, false, placedAt); err != nil || o != Gone || len(box.summaries(t, boxes.Drafts)) != 0 {
		t.Errorf("filed away: %q, %v", o, err)
	}
	// In Drafts and in All Mail it simply stands.
	if err := s.Deliver(user, boxes.Drafts, r.Raw, []string{`\Draft`}, placedAt); err != nil {
		t.Fatal(err)
	}
	if o, err := Place(t.Context(), box, j, boxes, r, placedAt); err != nil || o != Placed || len(box.summaries(t, boxes.Drafts)) != 1 {
		t.Errorf("in both: %q, %v", o, err)
	}
}

// TestPlaceAfterTouch crashes between APPEND and record, and the user edits the
// draft under its own Message-ID before the program is back: it counts as his.
func TestPlaceAfterTouch(t *testing.T) {
	s := servers.Embedded(t)
	r, j, box := aRecord(t), newJournal(t), openBox(t, s)
	crash(t, s, j, r, "appended")
	stored, err := s.Messages(s.Users[0], s.Boxes.Drafts)
	if err != nil || len(stored) != 1 {
		t.Fatal(len(stored), err)
	}
	edited := bytes.Replace(r.Raw, []byte("\r\n\r\nDear"), []byte("\r\n\r\nHello and dear"), 1)
	if err := s.Edit(s.Users[0], s.Boxes.Drafts, stored[0].UID, edited, nil, placedAt); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(t.Context(), box, j, boxesOf(s), "main", nil, placedAt); err != nil {
		t.Fatal(err)
	}
	got := j.record(t, r.MessageID)
	if o, err := Observe(t.Context(), box, boxesOf(s), got, box.summaries(t, s.Boxes.Drafts)); err != nil || o.Outcome != Touched {
		t.Errorf("observe: %+v, %v", o, err)
	}
	if o, err := Withdraw(t.Context(), box, boxesOf(s), got); err != nil || o != Touched {
		t.Errorf("withdraw: %q, %v", o, err)
	}
}
