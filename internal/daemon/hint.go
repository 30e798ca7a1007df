package daemon

import (
	"encoding/json"
	"fmt"

	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// hinted makes facts of a message that belongs to nobody for sure, and may be the answer
// that an application waits for.
func (w *worker) hinted(hints []attribute.Hint, letter recognize.Letter, people *trust.Contacts, m mailwatch.Message) (seen store.Seen, facts []store.MailFact) {
	if len(hints) == 0 {
		return store.Seen{}, nil
	}
	apps := make([]rules.Application, len(hints))
	for i, h := range hints {
		apps[i] = h.Application
	}
	v, at := w.judge(letter, people, m, apps, false)
	for _, h := range hints {
		fact, ok := h.Fact(letter, v, at)
		if !ok || w.known(h.Application, fact.Key) {
			continue
		}
		facts = append(facts, store.MailFact{Application: h.Application.ID, Fact: fact})
		w.record(h.Application.ID, slogMessage, fmt.Sprintf("%q from %s may belong to this application", v.Subject, nameOf(v.From)), "it "+h.Why, "rule", "hinted", "message", v.MessageID)
	}
	if len(facts) == 0 {
		return store.Seen{}, nil
	}
	evidence, _ := json.Marshal(v.Evidence)
	return store.Seen{Account: w.name, Mailbox: m.Mailbox, UIDValidity: m.UIDValidity, UID: m.UID, MessageID: v.MessageID, From: v.From.Address,
		Subject: v.Subject, At: at, Kind: string(v.Kind), Confidence: v.Confidence, Application: facts[0].Application, Evidence: evidence}, facts
}

// asRead returns an application with all that was read for it, also what was not stored
// yet: two messages of one batch may have one Message-ID.
func (w *worker) asRead(a rules.Application) rules.Application {
	if now, ok := w.book.apps[a.ID]; ok && len(now.Facts) > len(a.Facts) {
		a = now
	}
	if more := w.unsaved[a.ID]; len(more) > 0 {
		a.Facts = append(a.Facts[:len(a.Facts):len(a.Facts)], more...)
	}
	return a
}

// keep takes in facts that are not stored yet, until the next look at the mailboxes.
func (w *worker) keep(facts []store.MailFact) {
	for _, f := range facts {
		w.unsaved[f.Application] = append(w.unsaved[f.Application], f.Fact)
	}
}
