package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// homeUID is the user id under which the tests' Dovecot, started by root, keeps
// the mail of its i-th user.
func homeUID(i int) int {
	if os.Geteuid() != 0 {
		return os.Getuid()
	}
	return 20001 + i
}

// known enters the tracked companies, with interviews that are still to come, so
// that a first start only reads.
func known(ctx context.Context, st *store.Store, n int, now time.Time) error {
	told := make([]rules.Described, n)
	for i := range told {
		told[i] = describe(i, now)
	}
	_, err := st.NewApplications(ctx, account(0), told, now)
	return err
}

// describe is what the user says of a tracked company.
func describe(i int, now time.Time) rules.Described {
	return rules.Described{Company: fmt.Sprintf("Tracked %03d", i), Role: "Analyst", Zone: "Europe/Berlin",
		Domains:    []string{company(i)},
		Contacts:   []rules.Contact{{Name: "Robin Reed", Address: contactOf(i), Part: rules.Interviewer}},
		Interviews: []rules.Interview{{ID: "1", Interviewers: []string{contactOf(i)}, Start: now.AddDate(0, 0, 5), End: now.AddDate(0, 0, 5).Add(time.Hour)}}}
}

// headerItems are the items that the program itself fetches of each message.
const headerItems = "(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (From Reply-To To Cc Subject Date Message-ID In-Reply-To References Auto-Submitted Content-Type Return-Path X-Failed-Recipients)])"

// rawFirst reads the same items in the barest way: one FETCH of all headers, and
// of the texts of those that are tracked.
func rawFirst(addr string, s *servers.Server, user string) (time.Duration, int, error) {
	began := time.Now()
	k, err := open(addr, s.CA, user)
	if err != nil {
		return 0, 0, err
	}
	defer k.close()
	if err := k.do(nil, "EXAMINE INBOX"); err != nil {
		return 0, 0, err
	}
	n := 0
	var candidates []string
	err = k.do(func(line []byte) {
		n++
		if bytes.Contains(line, []byte("@tracked-")) {
			if _, after, ok := bytes.Cut(line, []byte("(UID ")); ok {
				candidates = append(candidates, string(bytes.Fields(after)[0]))
			}
		}
	}, "UID FETCH 1:* %s", headerItems)
	if err == nil && len(candidates) > 0 {
		err = k.do(nil, "UID FETCH %s (UID BODY.PEEK[])", strings.Join(candidates, ","))
	}
	return time.Since(began), n, err
}

// first measures the first start on mailboxes of several sizes.
func (r *run) first(h *host) error {
	s := servers.Dovecot(h, servers.Default)
	for i, n := range r.messages {
		user := s.Users[i%len(s.Users)]
		home := filepath.Join(s.Dir, "home", user, "Maildir")
		if err := os.RemoveAll(home); err != nil {
			return err
		}
		box, err := generate(home, n, time.Now(), homeUID(i%len(s.Users)))
		if err != nil {
			return fmt.Errorf("make a mailbox of %d messages: %w", n, err)
		}
		of := r.firstOf
		if r.before != "" {
			of = r.builds
		}
		if err := of(h, s, user, box); err != nil {
			return fmt.Errorf("%d messages: %w", n, err)
		}
	}
	return nil
}

func (r *run) firstOf(h *host, s *servers.Server, user string, box mailbox) error {
	relay := newRelay(h, s.Addr, false)
	if _, n, err := rawFirst(relay.addr, s, user); err != nil || n < box.messages { // fills the server's caches
		return fmt.Errorf("read %d messages: %w", n, err)
	}
	relay.octets()
	var raws, ours []time.Duration
	var rawIn, oursIn, peak int64
	for range r.rounds {
		took, _, err := rawFirst(relay.addr, s, user)
		if err != nil {
			return err
		}
		raws, rawIn = append(raws, took), relay.octets()

		set := newSetup(h, r.binary, relay.addr, s.CAFile, 1, func(int) string { return user })
		if err := set.fill(r.ctx, func(st *store.Store) error { return known(r.ctx, st, tracked, time.Now()) }); err != nil {
			return err
		}
		p, err := set.start(h)
		if err != nil {
			return err
		}
		done, err := p.await(upToDate, 10*time.Minute)
		if err != nil {
			return err
		}
		ours = append(ours, done.at.Sub(relay.since()))
		_, most := memory(p.cmd.Process.Pid)
		peak = max(peak, most)
		if err := p.stop(); err != nil {
			return err
		}
		oursIn = relay.octets()
	}
	ratio := over(median(ours), median(raws))
	name := fmt.Sprintf("first start, %d messages (%.1f GB)", box.messages, float64(box.octets)/1e9)
	big := box.messages >= 100_000
	r.add(row{what: name + ": time", ours: seconds(median(ours)), beside: "raw " + seconds(median(raws)), ratio: times(ratio), bar: bar(big, "≤ 1.5×"), met: metIf(big, ratio <= 1.5)})
	r.add(row{what: name + ": in", ours: mb(oursIn), beside: "raw " + mb(rawIn), ratio: times(over(oursIn, rawIn))})
	alone, err := r.alone(h, "first", relay.addr, s.CAFile, user)
	if err != nil {
		return err
	}
	_, bare := memory(alone.cmd.Process.Pid)
	if err := r.leave(alone, relay); err != nil {
		return err
	}
	held := over(peak, bare)
	r.add(row{what: name + ": peak memory", ours: fmt.Sprintf("%.1f MB", float64(peak)/1024), beside: fmt.Sprintf("go-imap alone %.1f MB", float64(bare)/1024),
		ratio: times(held), bar: bar(big, "≤ 4×"), met: metIf(big, held <= 4)})
	if box.messages == slices.Max(r.messages) {
		if err := r.amid(h, relay, s, user); err != nil {
			return err
		}
	}
	took, in, err := mbsync(r.ctx, h, relay, s, user)
	if err != nil {
		return err
	}
	if took == 0 {
		r.add(row{what: name + ": mbsync", ours: seconds(median(ours)), beside: "mbsync is not installed"})
		return nil
	}
	faster := over(took, median(ours))
	r.add(row{what: name + ": mbsync", ours: seconds(median(ours)), beside: fmt.Sprintf("mbsync %s, %s", seconds(took), mb(in)),
		ratio: fmt.Sprintf("%.0f× faster", faster), bar: bar(big, "≥ 20×"), met: metIf(big, faster >= 20)})
	return nil
}

// mbsync copies the Inbox with mbsync; the time is 0 where it is not installed.
func mbsync(ctx context.Context, h *host, relay *relay, s *servers.Server, user string) (time.Duration, int64, error) {
	path := installed("mbsync")
	if path == "" {
		return 0, 0, nil
	}
	dir := h.folder()
	_, port, _ := strings.Cut(relay.addr, ":")
	conf := fmt.Sprintf("IMAPStore far\nHost %s\nPort %s\nUser %s\nPass %q\nSSLType IMAPS\nCertificateFile %s\n\n"+
		"MaildirStore near\nPath %s/mail/\nInbox %s/mail/INBOX\n\nChannel all\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSyncState *\n",
		"localhost", port, user, servers.Password, s.CAFile, dir, dir)
	if err := os.MkdirAll(filepath.Join(dir, "mail"), 0o700); err != nil {
		return 0, 0, err
	}
	if err := os.WriteFile(filepath.Join(dir, "rc"), []byte(conf), 0o600); err != nil {
		return 0, 0, err
	}
	began := time.Now()
	out, err := exec.CommandContext(ctx, path, "-c", filepath.Join(dir, "rc"), "-q", "all").CombinedOutput()
	if err != nil {
		return 0, 0, fmt.Errorf("mbsync: %w: %s", err, out)
	}
	took := time.Since(began)
	return took, relay.octets(), os.RemoveAll(dir)
}

func bar(there bool, text string) string {
	if there {
		return text
	}
	return ""
}

func metIf(there bool, ok bool) string {
	if there {
		return met(ok)
	}
	return ""
}

func mb(n int64) string { return fmt.Sprintf("%.2f MB", float64(n)/1e6) }
