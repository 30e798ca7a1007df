package daemon

import (
	"slices"

	"afterword/internal/store"
	"afterword/rules"
)

// explained tells applications that a message which seemed to be theirs is none of theirs:
// what came of it belongs to another one, which was not known when they waited for it.
func (w *worker) explained(facts []store.MailFact) (list []store.MailFact) {
	for _, f := range facts {
		m, ok := f.Fact.What.(rules.Received)
		if !ok || m.MessageID == "" {
			continue
		}
		for id, app := range w.book.apps {
			hinted := id != f.Application && slices.ContainsFunc(app.Facts, func(f rules.Fact) bool {
				h, ok := f.What.(rules.Hinted)
				return ok && h.MessageID == m.MessageID
			})
			if hinted {
				list = append(list, store.MailFact{Application: id, Fact: rules.Fact{Key: "elsewhere/" + m.MessageID, At: w.d.Now(), What: rules.Marked{MessageID: m.MessageID, Kind: rules.MessageOther}}})
			}
		}
	}
	return list
}
