package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"afterword/internal/store"
	"afterword/rules"
)

// The store that the page is measured with: applications of which some have a draft in
// Drafts and some an answer, and one with a long history.
const (
	withDrafts  = 100
	withAnswers = 50
	longHistory = 5000
)

// page measures the local page beside `list`, which shows the same of the same store: in
// turn, so that what else the machine does falls on both.
func (r *run) page(h *host) error {
	set := newSetup(h, r.binary, "127.0.0.1:993", filepath.Join(h.folder(), "none"), 1, func(int) string { return "sam@home.example" })
	var long string
	err := set.fill(r.ctx, func(st *store.Store) error {
		ids, err := stock(r, st, inStore, time.Now())
		if err != nil {
			return err
		}
		long = ids[inStore/2]
		return r.live(st, ids, long)
	})
	if err != nil {
		return err
	}
	site, browser, err := set.serve(h)
	if err != nil {
		return err
	}
	var list, today, one []command
	for range 5 * r.rounds {
		listed, err := set.command("list")
		if err != nil {
			return err
		}
		list = append(list, listed)
		for _, page := range []struct {
			path string
			to   *[]command
		}{{"/", &today}, {"/applications/" + long, &one}} {
			got, err := get(browser, site+page.path)
			if err != nil {
				return err
			}
			*page.to = append(*page.to, got)
		}
	}
	base := middle(list)
	for _, p := range []struct {
		name string
		runs []command
	}{{fmt.Sprintf("first page, %d stored", inStore), today}, {fmt.Sprintf("one application with %d facts", longHistory), one}} {
		m := middle(p.runs)
		r.add(row{what: "page: " + p.name, ours: fmt.Sprintf("%s, %d KB", ms(m.took), len(p.runs[0].out)/1000), beside: "afterword list " + ms(base.took), ratio: times(over(m.took, base.took))})
	}
	return nil
}

// live gives applications drafts and answers, and one of them a long history.
func (r *run) live(st *store.Store, ids []string, long string) error {
	now := time.Now()
	for i := range withDrafts {
		id := ids[i]
		d := store.Draft{MessageID: fmt.Sprintf("draft-%d@home.example", i), Account: account(0), Application: id, FollowUp: "thank-you/1/" + contactOf(i), DecidedAt: now,
			Raw: fmt.Appendf(nil, "From: Sam Winter <sam@home.example>\r\nTo: Robin Reed <%s>\r\nSubject: Thank you: Analyst Interview\r\n\r\nDear Robin,\r\n\r\n%s\r\n\r\nSam Winter\r\n", contactOf(i), strings.Repeat("Thank you for your time. ", 20))}
		if err := st.DecideDraft(r.ctx, d); err != nil {
			return err
		}
		if err := st.RecordDraft(r.ctx, d.MessageID, 1, uint32(i+1), [32]byte{1}, now); err != nil {
			return err
		}
	}
	var facts []store.MailFact
	for i := range withAnswers {
		facts = append(facts, store.MailFact{Application: ids[withDrafts+i], Fact: received(fmt.Sprintf("answer-%d", i), now.Add(-time.Hour), rules.MessageQuestion)})
	}
	for i := range longHistory {
		at := now.Add(time.Duration(i-longHistory) * time.Hour)
		f := received(fmt.Sprintf("long-%d", i), at, []rules.MessageKind{rules.MessageAcknowledgement, rules.MessageHolding, rules.MessageOther, rules.MessageTimeline}[i%4])
		switch i % 10 {
		case 3, 6:
			f = rules.Fact{Key: fmt.Sprintf("sent/%d", i), At: at, What: rules.Delivered{MessageID: fmt.Sprintf("sent-%d@home.example", i), To: []string{contactOf(inStore / 2)}, Subject: "Your letter", Words: 40}}
		case 9:
			f = rules.Fact{Key: fmt.Sprintf("told/%d", i), At: at, What: rules.Told{Topic: fmt.Sprintf("bench-%d", i)}}
		}
		facts = append(facts, store.MailFact{Application: long, Fact: f})
	}
	return atOnce(r, st, facts)
}

func received(id string, at time.Time, kind rules.MessageKind) rules.Fact {
	m := rules.Received{MessageID: id + "@tracked.example", From: rules.Contact{Name: "Robin Reed", Address: "robin@tracked.example", Part: rules.Interviewer}, Subject: "Your interview",
		Language: "en", Kind: kind, Confidence: 0.9, Evidence: []string{"we are still deciding and will be in touch"}, Person: true, Sure: true}
	if kind == rules.MessageTimeline {
		m.Decision = rules.DateOf(at).AddDays(7)
	}
	return rules.Fact{Key: rules.ReceivedKey(m.MessageID, nil), At: at, What: m}
}

// serve serves the page, and lets a browser in.
func (s *setup) serve(h *host) (site string, browser *http.Client, err error) {
	cmd := exec.Command(s.binary, "--config", filepath.Join(s.dir, "config.toml"), "open", "--print")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return "", nil, fmt.Errorf("serve the page: %w", err)
	}
	h.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	link, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return "", nil, fmt.Errorf("read the page's link: %w", err)
	}
	site, _, _ = strings.Cut(link, "/enter")
	jar, err := cookiejar.New(nil)
	if err != nil {
		return "", nil, err
	}
	browser = &http.Client{Jar: jar, Timeout: time.Minute}
	_, err = get(browser, strings.TrimSpace(link))
	return site, browser, err
}

// get measures a page from the request to its last byte.
func get(browser *http.Client, address string) (command, error) {
	began := time.Now()
	answer, err := browser.Get(address)
	if err != nil {
		return command{}, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s is answered with %s", address, answer.Status)
	}
	return command{took: time.Since(began), out: body}, err
}
