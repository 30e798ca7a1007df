package prose

import (
	"slices"
	"time"

	"afterword/internal/mail"
)

// Times returns the times that a few words name, with their days, in the order of time:
// what a reader wrote behind "When:", not what a company arranges. language is a BCP 47
// tag, ref when it was written, in the zone of the writer, which holds where the words
// name none.
func Times(text, language string, ref time.Time) []Meeting {
	r := &reader{m: Message{Text: mail.FirstBytes(text, 1<<10), Language: language, Date: ref, Zone: ref.Location(), Home: func(string) bool { return false }}}
	r.text = r.m.Text
	r.tokens = tokenize(r.text)
	r.sentences = sentences(r.text, r.tokens)
	found := r.slots()
	r.measure(found)
	general := r.zoneOfAll(found)
	var all []Meeting
	for _, s := range found {
		all = append(all, r.meeting(s, general))
	}
	slices.SortStableFunc(all, func(a, b Meeting) int { return a.Start.Compare(b.Start) })
	return all
}
