package main

import (
	"fmt"
	"strings"
	"time"

	"afterword/drafter"
	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// push measures how long it takes from the delivery of a reply to knowing of it,
// and to the untouched draft being in Trash, on Cyrus, which announces at once.
// Beside it, in turn with it and each with an account of its own, so that none
// takes the processor from another: the same in the raw protocol, and goimapnotify.
func (r *run) push(h *host) error {
	s := servers.Cyrus(h)
	user := s.Users[0]
	// The account is made with its first login.
	sender, err := open(s.Addr, s.CA, user)
	if err != nil {
		return err
	}
	defer sender.close()
	set := newSetup(h, r.binary, s.Addr, s.CAFile, 1, func(int) string { return user })
	var drafts [][]byte
	err = set.fill(r.ctx, func(st *store.Store) (err error) {
		drafts, err = standing(r, st, sender, user)
		return err
	})
	if err != nil {
		return fmt.Errorf("place drafts: %w", err)
	}
	trash, err := listen(s, user, "Trash")
	if err != nil {
		return err
	}
	raws, err := newChain(s, s.Users[1], drafts)
	if err != nil {
		return fmt.Errorf("the raw protocol: %w", err)
	}
	bare, err := newDisk(h)
	if err != nil {
		return err
	}
	beside := []func(int) error{raws.one, func(int) error { return bare.write(r.ctx) }}
	hooks, err := newPeer(s, s.Users[2])
	if err != nil {
		return err
	}
	if installed("goimapnotify") != "" {
		if hooks.events, err = notify(h, s, s.Users[2]); err != nil {
			return fmt.Errorf("goimapnotify: %w", err)
		}
		beside = append(beside, hooks.one)
	}
	if err := set.quiet(); err != nil {
		return err
	}
	p, err := set.start(h)
	if err != nil {
		return err
	}
	if _, err := p.await("msg=watching", time.Minute); err != nil {
		return err
	}
	time.Sleep(2 * time.Second)
	asks, err := newAsked(s, user)
	if err != nil {
		return fmt.Errorf("notes: %w", err)
	}
	m := &pushes{known: map[string]int{}}
	for i := range r.deliveries {
		if err := m.one(i, sender, p, trash); err != nil {
			return err
		}
		if i < mostAsked {
			if err := asks.one(i); err != nil {
				return fmt.Errorf("interview %d: %w", i, err)
			}
		}
		for _, one := range beside {
			if err := one(i); err != nil {
				return err
			}
		}
		// The next one comes to a program that waits again, whatever clocks wake
		// it by itself meanwhile.
		time.Sleep(100*time.Millisecond + time.Duration(i%7)*20*time.Millisecond)
	}
	time.Sleep(2 * time.Second) // what is doubled comes late
	m.take(p, "")
	lost, doubled := 0, 0
	for i := range r.deliveries {
		switch n := m.known[token(i)]; {
		case n == 0:
			lost++
		case n > 1:
			doubled += n - 1
		}
	}
	knowing := over(quantile(m.knew, .5), quantile(raws.read, .5))
	r.add(row{what: fmt.Sprintf("push on Cyrus, %d: delivered to knowing", r.deliveries), ours: spread(m.knew),
		beside: fmt.Sprintf("raw event %s, message read %s", spread(raws.told), spread(raws.read)), ratio: times(knowing), bar: "≤ 3×", met: met(knowing <= 3)})
	r.add(row{what: "push: lost, doubled", ours: fmt.Sprintf("%d, %d", lost, doubled), bar: "0, 0", met: met(lost+doubled == 0)})
	// Who loses nothing remembers what was read before acting on it.
	written := quantile(bare.took, .5)
	trashing := over(quantile(m.trashed, .5), quantile(raws.trashed, .5)+written)
	r.add(row{what: "push: delivered to the draft being in Trash", ours: spread(m.trashed),
		beside: fmt.Sprintf("raw %s (UID MOVE alone p50 %s), and a bare durable write p50 %s", spread(raws.trashed), ms(quantile(raws.move, .5)), ms(written)), ratio: times(trashing), bar: "≤ 5×", met: met(trashing <= 5)})
	for _, one := range []struct {
		what string
		took []time.Duration
	}{{"an invitation delivered to its note", asks.note}, {"a second answer to a note delivered to the letter rewritten", asks.anew}} {
		ratio := over(quantile(one.took, .5), quantile(m.trashed, .5))
		r.add(row{what: "push: " + one.what, ours: spread(one.took), beside: "a draft in Trash " + spread(m.trashed), ratio: times(ratio), bar: "≤ 2×", met: met(ratio <= 2)})
	}
	r.add(row{what: "push: a first answer to a note delivered to the letter", ours: spread(asks.letter)})
	if hooks.events == nil {
		r.add(row{what: "push: goimapnotify", beside: "not installed"})
	} else {
		r.add(row{what: "push: goimapnotify", ours: spread(m.knew), beside: spread(hooks.took), ratio: times(over(quantile(m.knew, .5), quantile(hooks.took, .5))),
			bar: "< 1×", met: met(quantile(m.knew, .5) < quantile(hooks.took, .5))})
	}
	return p.stop()
}

// A peer is told of deliveries to an account of its own.
type peer struct {
	sender *raw
	events <-chan time.Time
	took   []time.Duration
}

func newPeer(s *servers.Server, user string) (*peer, error) {
	sender, err := open(s.Addr, s.CA, user)
	return &peer{sender: sender}, err
}

// one delivers a message and waits until the peer knows of it.
func (p *peer) one(i int) error {
	empty(p.events)
	if err := p.sender.append("INBOX", "", reply("nobody@elsewhere.example", token(i), time.Now())); err != nil {
		return err
	}
	delivered := time.Now()
	select {
	case at := <-p.events:
		p.took = append(p.took, at.Sub(delivered))
	case <-time.After(10 * time.Second):
		return fmt.Errorf("nothing was announced of delivery %d", i)
	}
	time.Sleep(50 * time.Millisecond) // it goes on waiting
	return nil
}

func token(i int) string { return fmt.Sprintf("token-%04d", i) }

func listen(s *servers.Server, user, box string) (<-chan time.Time, error) {
	k, err := open(s.Addr, s.CA, user)
	if err != nil {
		return nil, err
	}
	return k.events(box)
}

// standing enters an application for each delivery and lets an untouched draft of
// its thank-you stand in Drafts. It returns the drafts.
func standing(r *run, st *store.Store, k *raw, user string) (drafts [][]byte, err error) {
	now := time.Now()
	if err := known(r.ctx, st, r.deliveries, now.Add(-time.Hour).AddDate(0, 0, -5)); err != nil {
		return nil, err
	}
	apps, err := st.Applications(r.ctx, account(0))
	if err != nil {
		return nil, err
	}
	validity := 0
	err = k.do(func(line []byte) {
		if _, after, ok := strings.Cut(string(line), "[UIDVALIDITY "); ok {
			_, _ = fmt.Sscanf(after, "%d", &validity)
		}
	}, "EXAMINE Drafts")
	if err != nil {
		return nil, err
	}
	for i, app := range apps {
		d, err := r.letterOf(st, app.ID, user, now)
		if err != nil {
			return nil, err
		}
		if err := st.DecideDraft(r.ctx, d); err != nil {
			return nil, err
		}
		if err := k.append("Drafts", `\Draft \Seen`, d.Raw); err != nil {
			return nil, err
		}
		if err := st.RecordDraft(r.ctx, d.MessageID, uint32(validity), uint32(i+1), drafter.DigestOf(d.Raw), now); err != nil {
			return nil, err
		}
		drafts = append(drafts, d.Raw)
	}
	return drafts, nil
}

// letter is a draft as the program might have placed it.
func letter(a rules.Application, f rules.FollowUp, id, user string, now time.Time) store.Draft {
	messageID := fmt.Sprintf("%s.%d@home.example", id, now.UnixNano())
	raw := fmt.Appendf(nil, "From: Sam Winter <%s>\r\nTo: %s <%s>\r\nSubject: Thank you: %s Interview\r\nDate: %s\r\nMessage-ID: <%s>\r\nMIME-Version: 1.0\r\n"+
		"Content-Type: text/plain; charset=utf-8\r\n\r\n%sBest regards\r\nSam Winter\r\n",
		user, f.To.Name, f.To.Address, a.Role, now.Format(time.RFC1123Z), messageID,
		strings.Repeat("Thank you for the time that you took for our conversation; I enjoyed it very much.\r\n", 40))
	return store.Draft{Account: account(0), Application: id, FollowUp: f.Key, MessageID: messageID, Raw: raw, DecidedAt: now}
}

// pushes are the times of deliveries, each from the moment when the server said
// that it has the message.
type pushes struct {
	knew, trashed []time.Duration
	known         map[string]int // by token: in how many lines the program said so
}

// one delivers a reply and waits for all that follows.
func (m *pushes) one(i int, sender *raw, p *program, trash <-chan time.Time) error {
	m.take(p, "")
	empty(trash)
	if err := sender.append("INBOX", "", reply(contactOf(i), token(i), time.Now())); err != nil {
		return err
	}
	delivered := time.Now()
	select {
	case at := <-trash:
		m.trashed = append(m.trashed, at.Sub(delivered))
	case <-time.After(10 * time.Second):
		return fmt.Errorf("no draft in Trash after delivery %d", i)
	}
	time.Sleep(20 * time.Millisecond) // what it says of it is read meanwhile
	if knew := m.take(p, token(i)); !knew.IsZero() {
		m.knew = append(m.knew, knew.Sub(delivered))
	}
	return nil
}

// take takes what the program has logged so far, and returns when it named the
// message with the token.
func (m *pushes) take(p *program, token string) (knew time.Time) {
	for {
		select {
		case l, ok := <-p.lines:
			if !ok { // it ended, which the next wait notices
				return knew
			}
			_, rest, ok := strings.Cut(l.text, "token-")
			if ok && strings.Contains(l.text, "Robin Reed is ") {
				t := "token-" + rest[:4]
				m.known[t]++
				if t == token && knew.IsZero() {
					knew = l.at
				}
			}
		default:
			return knew
		}
	}
}

func empty(events <-chan time.Time) {
	for {
		select {
		case <-events:
		default:
			return
		}
	}
}
