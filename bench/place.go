package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
	"afterword/rules"
)

// journal keeps records in the store as the daemon does.
type journal struct{ *store.Store }

func (j journal) Decide(ctx context.Context, r drafter.Record) error {
	return j.DecideDraft(ctx, store.Draft{Account: r.Account, Application: r.Application, FollowUp: r.FollowUp, MessageID: r.MessageID, Raw: r.Raw, DecidedAt: r.At})
}

func (j journal) Record(ctx context.Context, messageID string, uidValidity, uid uint32, digest [32]byte, at time.Time) error {
	return j.RecordDraft(ctx, messageID, uidValidity, uid, digest, at)
}

func (j journal) Pending(context.Context, string) ([]drafter.Record, error) { return nil, nil }

// place measures one draft: decided, looked for, appended, read back and
// recorded, beside a bare APPEND of the same message.
func (r *run) place(h *host) error {
	s := servers.Dovecot(h, servers.Default)
	user := s.Users[0]
	k, err := open(s.Addr, s.CA, user)
	if err != nil {
		return err
	}
	defer k.close()
	st, err := store.Open(r.ctx, filepath.Join(h.folder(), "afterword.db"))
	if err != nil {
		return err
	}
	h.Cleanup(func() { _ = st.Close() })
	conn, err := mailwatch.Dial(r.ctx, mailwatch.Endpoint{Address: s.Addr, RootCAs: s.CA, Username: user,
		Secret: func(context.Context) (string, error) { return servers.Password, nil }}, nil)
	if err != nil {
		return err
	}
	defer conn.Close()
	now := time.Now()
	if err := known(r.ctx, st, r.drafts, now.AddDate(0, 0, -5)); err != nil {
		return err
	}
	apps, err := st.Applications(r.ctx, account(0))
	if err != nil {
		return err
	}
	var bare, placed []time.Duration
	boxes := drafter.Boxes{Drafts: "Drafts", Sent: "Sent", Trash: "Trash"}
	for _, app := range apps {
		d, err := r.letterOf(st, app.ID, user, now)
		if err != nil {
			return err
		}
		began := time.Now()
		if err := k.append("Archive", `\Draft \Seen`, d.Raw); err != nil {
			return err
		}
		bare = append(bare, time.Since(began))
		began = time.Now()
		record := drafter.Record{Account: d.Account, Application: app.ID, FollowUp: d.FollowUp, MessageID: d.MessageID, Raw: d.Raw, At: now}
		outcome, err := drafter.Place(r.ctx, conn, journal{st}, boxes, record, now)
		if err != nil || outcome != drafter.Placed {
			return errors.Join(err, fmt.Errorf("the draft was %s", outcome))
		}
		placed = append(placed, time.Since(began))
	}
	ratio := over(quantile(placed, .5), quantile(bare, .5))
	r.add(row{what: "one draft placed and recorded (Dovecot)", ours: spread(placed), beside: "raw APPEND " + spread(bare), ratio: times(ratio), bar: "≤ 3×", met: met(ratio <= 3)})
	return nil
}

func (r *run) letterOf(st *store.Store, id, user string, now time.Time) (store.Draft, error) {
	facts, err := st.Facts(r.ctx, id)
	if err != nil {
		return store.Draft{}, err
	}
	a, cfg := rules.Fold(id, facts), config.Default()
	cal, err := cfg.Calendar(config.Account{Zone: a.Zone, Holidays: "none"}, a.Zone, "none")
	if err != nil {
		return store.Draft{}, err
	}
	plan := rules.Plan(&a, cal, cfg.Policy(), now)
	if len(plan.FollowUps) == 0 {
		return store.Draft{}, fmt.Errorf("nothing is to be written for %q", id)
	}
	return letter(a, plan.FollowUps[0], id, user, now), nil
}
