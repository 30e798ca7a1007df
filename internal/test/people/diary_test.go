package people

import (
	"fmt"
	"strings"
)

// story is the diary, with what the program says of its decisions.
func (w *world) story() string {
	w.decided()
	return "The diary:\n" + strings.Join(w.diary, "\n") + "\n" + w.decisions
}

// decided keeps what the program says of its decisions, as long as its store is open.
func (w *world) decided() {
	if w.Stage == nil || w.decisions != "" {
		return
	}
	entries, err := w.Store.Entries(w.ctx, "", 0)
	if err != nil {
		return
	}
	w.decisions = "What the program decided:\n"
	for _, e := range entries {
		w.decisions += fmt.Sprintf("%s  %s: %s (%s)\n", e.At.In(newYork).Format("Mon Jan 2 2006 15:04"), e.Application, e.What, e.Why)
	}
}
