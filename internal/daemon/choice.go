package daemon

import (
	"context"
	"slices"
	"strings"

	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/mailwatch"
)

// Who leaves the time of an interview to the user waits for his choice. It is made by a
// letter of his, in their thread or to them, or with a link, of which no mailbox knows: then
// it ends with the mail that names the time.

// choiceIn returns the tag of the find in which a letter of the user's is his choice, "" for
// none.
func (w *worker) choiceIn(h mailwatch.Header) string {
	for _, f := range w.allFinds() {
		if f.State != intake.Choosing {
			continue
		}
		for _, m := range f.Mail {
			if m.Choice && (m.MessageID != "" && slices.Contains(h.Answers(), m.MessageID) || h.Received.After(f.Newest) && slices.ContainsFunc(h.Recipients(), func(to string) bool {
				return strings.EqualFold(to, m.From.Address) || strings.EqualFold(to, m.ReplyTo)
			})) {
				return f.Tag
			}
		}
	}
	return ""
}

// chosen makes the fact of a letter of the user's that is such a choice, none where it is
// none.
func (w *worker) chosen(m mailwatch.Message) []store.AccountFact {
	tag := w.choiceIn(m.Header)
	key := "chose/" + m.MessageID
	if tag == "" || m.MessageID == "" || w.finds.keys[key] {
		return nil
	}
	stored, err := StoredFind(w.name, intake.Fact{Key: key, At: w.arrivedAt(m), What: intake.Chose{Tag: tag, MessageID: m.MessageID}})
	if err != nil {
		w.log.Warn("that you wrote back could not be kept", "error", err)
		return nil
	}
	return []store.AccountFact{stored}
}

// readChoices reads, when the past of an account is looked through, what the user sent to
// those who wait for his choice.
func (p *past) readChoices(ctx context.Context) error {
	if !p.finds || p.w.boxes.Sent == "" {
		return nil
	}
	if err := p.w.refreshFinds(ctx); err != nil {
		return err
	}
	if !slices.ContainsFunc(p.w.allFinds(), func(f intake.Find) bool { return f.Waits(p.now) }) {
		return nil
	}
	want := func(h mailwatch.Header) bool { return p.w.wasSent(h) && p.w.choiceIn(h) != "" }
	return p.read(ctx, p.w.boxes.Sent, "choices", want, func(m mailwatch.Message) store.Mail { return store.Mail{Finds: p.w.chosen(m)} })
}
