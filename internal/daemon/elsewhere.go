package daemon

import (
	"afterword/internal/store"
	"afterword/rules"
)

// explained tells applications that a message which seemed to be theirs is none of theirs:
// what came of it belongs to another one, which was not known when they waited for it.
func (w *worker) explained(facts []store.MailFact) (list []store.MailFact) {
	var waiting map[string][]string // Message-ID → the applications that a hint of it lets wait
	for _, f := range facts {
		m, ok := f.Fact.What.(rules.Received)
		if !ok || m.MessageID == "" {
			continue
		}
		if waiting == nil {
			waiting = map[string][]string{}
			for id, app := range w.book.apps {
				for hinted := range hintedBy(app) {
					waiting[hinted] = append(waiting[hinted], id)
				}
			}
		}
		for _, id := range waiting[m.MessageID] {
			if id != f.Application {
				list = append(list, store.MailFact{Application: id, Fact: rules.Fact{Key: "elsewhere/" + m.MessageID, At: w.d.Now(), What: noneOf(m.MessageID)}})
			}
		}
	}
	return list
}

// hintedBy returns the Message-IDs of the messages that may be an application's.
func hintedBy(app rules.Application) map[string]bool {
	var ids map[string]bool
	for _, f := range app.Facts {
		if w, ok := f.What.(rules.Hinted); ok && w.MessageID != "" {
			if ids == nil {
				ids = map[string]bool{}
			}
			ids[w.MessageID] = true
		}
	}
	return ids
}

// noneOf says of a message that it is none of an application's.
func noneOf(messageID string) rules.Marked {
	return rules.Marked{MessageID: messageID, Kind: rules.MessageOther}
}
