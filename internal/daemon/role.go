package daemon

import (
	"slices"
	"strings"

	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// otherRole makes facts of an invitation that comes from a company that is known, opens a
// conversation, and names a role of which there is no application: two roles at one
// company stay two. The user is asked about it, and the drafts of the one that is known
// wait until he has said what it is. other is false where it is no such message.
func (w *worker) otherRole(matcher, all *attribute.Matcher, people *trust.Contacts, letter recognize.Letter, m mailwatch.Message) (found store.Mail, other bool) {
	if len(letter.Meetings) == 0 || !w.config().Intake.Enabled || w.isAside(m.Header) {
		return found, false
	}
	for _, id := range letter.Answers() {
		if _, known := all.Application(id); known {
			return found, false
		}
	}
	apps := all.Belongs(letter)
	if len(apps) == 0 {
		return found, false
	}
	fact := w.findIn(letter, people, m, false)
	told, ok := fact.What.(intake.Found)
	if !ok || told.Role == "" {
		return found, false
	}
	for _, a := range apps {
		if likeRole(a.Role, told.Role) || a.HasMessage(told.MessageID) {
			return found, false
		}
		for _, v := range a.Interviews {
			if slices.ContainsFunc(told.Meetings, func(m intake.Meeting) bool { return m.UID != "" && (m.UID == v.UID || slices.Contains(v.UIDs, m.UID)) }) {
				return found, false
			}
		}
	}
	apps = slices.DeleteFunc(apps, func(a rules.Application) bool {
		return !slices.ContainsFunc(matcher.Belongs(letter), func(b rules.Application) bool { return a.ID == b.ID })
	})
	hints := make([]attribute.Hint, len(apps))
	for i, a := range apps {
		hints[i] = attribute.Hint{Application: a, Why: "invites to an interview for another role there, " + told.Role}
	}
	found = taken(w.hinted(hints, letter, people, m))
	found.Finds = w.look(letter, people, m)
	return found, true
}

// likeRole reports whether two names may be of one role: one has the words of the other.
func likeRole(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	return !slices.ContainsFunc(x, func(word string) bool { return !slices.Contains(y, word) })
}
