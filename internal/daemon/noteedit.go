package daemon

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"afterword/drafter"
	"afterword/internal/mail"
	"afterword/mailwatch"
	"afterword/rules"
)

// settled is how long a note has to stand in Drafts as it was edited before it is read:
// clients save what is half written.
const settled = time.Minute

// lookAtNotes reads the notes that the user has edited in Drafts. A reply that lies there
// was not sent, and is none.
func (w *worker) lookAtNotes(ctx context.Context, changed bool, now time.Time) error {
	if len(w.finds.notes.all) == 0 || !changed && len(w.edited) == 0 {
		return nil
	}
	headers, _, err := w.conn.Summaries(ctx, w.boxes.Drafts)
	if err != nil {
		return fmt.Errorf("list %q: %w", w.boxes.Drafts, err)
	}
	stand := map[string]time.Time{}
	for _, h := range headers {
		one, _ := w.finds.notes.answeredBy(h)
		if one == nil || len(h.Answers()) > 0 || slices.ContainsFunc(h.Flags, func(f string) bool { return f == `\Deleted` }) || one.standsAs(w.boxes.Drafts, h) {
			continue
		}
		place := fmt.Sprintf("%d/%d", h.UIDValidity, h.UID)
		since, known := w.edited[place]
		if !known {
			since = now
		}
		if stand[place] = since; since.IsZero() || now.Sub(since) < settled {
			continue
		}
		stand[place] = time.Time{} // it is read once
		if err := w.readEdited(ctx, one, h, now); err != nil {
			return err
		}
	}
	w.edited = stand
	return nil
}

// standsAs reports whether a message in Drafts is the note as it was placed.
func (one *placedNote) standsAs(box string, h mailwatch.Header) bool {
	return one.stood != nil && one.stood.Mailbox == box && one.stood.UID == h.UID && one.stood.UIDValidity == h.UIDValidity && h.UID != 0
}

func (w *worker) readEdited(ctx context.Context, one *placedNote, h mailwatch.Header, now time.Time) error {
	raw, err := mailbox{w.conn}.Fetch(ctx, w.boxes.Drafts, h.UIDValidity, h.UID)
	if err != nil || raw == nil {
		return w.waits(ctx, err)
	}
	if digest := drafter.DigestOf(raw); one.stood != nil && hex.EncodeToString(digest[:]) == one.stood.Digest {
		return nil
	}
	msg := mail.Read(raw)
	r := reply{one, msg, "note/" + one.MessageID + "#" + rules.DigestOf([]byte(msg.Text().Text)), now}
	if err := w.heed(ctx, []reply{r}, now); err != nil {
		return err
	}
	return w.withdrawStale(ctx, now)
}

// settles is when edited notes and drafts will have stood long enough.
func (w *worker) settles(now time.Time) (list []time.Time) {
	for _, since := range w.edited {
		if !since.IsZero() {
			list = append(list, since.Add(settled))
		}
	}
	for _, s := range w.rewrites {
		if !s.since.IsZero() {
			list = append(list, s.since.Add(settled))
		}
	}
	return list
}
