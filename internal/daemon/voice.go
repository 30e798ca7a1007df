package daemon

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"afterword/drafter"
	"afterword/internal/mail"
	"afterword/mailwatch"
	"afterword/rules"
)

// How often the user's own letters are looked at for how he writes, how many of the
// last of them, and how many of these are read.
const (
	learnsEvery = 7 * 24 * time.Hour
	learnsAmong = 80
	learnsOf    = 40
)

// learn looks at the last letters that the user sent to people, if he wants that: how he
// greets and closes, and how long his sentences are. Of the letters themselves nothing is
// kept. What goes wrong is tried again with the next pass.
func (w *worker) learn(ctx context.Context, now time.Time) error {
	if !w.config().Letters.Learn || w.boxes.Sent == "" || now.Sub(w.learnt) < learnsEvery {
		return nil
	}
	had, err := w.d.Store.Learnt(ctx, w.name)
	if err != nil {
		return err
	}
	if w.learnt = had.At; now.Sub(had.At) < learnsEvery {
		return nil
	}
	end, err := w.conn.End(ctx, w.boxes.Sent)
	if err != nil {
		return w.waits(ctx, err)
	}
	from := mailwatch.Cursor{Mailbox: w.boxes.Sent, UIDValidity: end.UIDValidity, UIDNext: end.UIDNext - min(end.UIDNext-1, learnsAmong)}
	var letters []*mail.Message
	wanted := 0
	_, err = w.conn.CatchUp(ctx, w.boxes.Sent, from, had.Since, func(h mailwatch.Header) bool {
		if wanted >= learnsOf || !w.toPeople(h) || h.Received.Before(had.Since) {
			return false
		}
		wanted++
		return true
	}, func(b mailwatch.Batch) error {
		for _, m := range b.Messages {
			letters = append(letters, mail.Read(m.Body))
		}
		return nil
	})
	if err != nil {
		return w.waits(ctx, err)
	}
	voices := map[string]any{}
	for language, voice := range drafter.VoicesOf(letters) {
		voices[language] = voice
	}
	w.learnt = now
	return w.d.Store.Learn(ctx, w.name, voices, now)
}

// toPeople reports whether a letter of the user's went to one or a few people, and not
// to himself or to a machine.
func (w *worker) toPeople(h mailwatch.Header) bool {
	to := h.Recipients()
	if len(to) == 0 || len(to) > 3 {
		return false
	}
	for _, address := range to {
		if rules.NoReply(address) || strings.EqualFold(address, w.account.Address) {
			return false
		}
	}
	return true
}

// voices is what was learnt of an account, where the user wants it to be used.
func (c Composer) voices(ctx context.Context, account string) (map[string]drafter.Voice, error) {
	if !c.Config.Letters.Learn {
		return nil, nil
	}
	learnt, err := c.Store.Learnt(ctx, account)
	if err != nil {
		return nil, err
	}
	return VoicesIn(learnt.Voices)
}

// VoicesIn reads what the store keeps.
func VoicesIn(kept map[string]json.RawMessage) (map[string]drafter.Voice, error) {
	voices := map[string]drafter.Voice{}
	for language, body := range kept {
		var v drafter.Voice
		if err := json.Unmarshal(body, &v); err != nil {
			return nil, fmt.Errorf("read how you write in %q: %w", language, err)
		}
		voices[language] = v
	}
	return voices, nil
}

// learntOf is for how long what the user took out of drafts counts.
const learntOf = 2 * 365 * 24 * time.Hour
