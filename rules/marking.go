package rules

import (
	"slices"
	"strings"
)

// asking are the rules whose notices ask what a message is, by the topics under which
// they are told.
var asking = []string{"ask/", "hint/", "unsettled/", "answered/", "interview/", "distrust/", "doubtful/", "reminder/", "tentative/"}

// AsksKind reports whether a notice asks what a message is.
func (n Notice) AsksKind() bool {
	return slices.ContainsFunc(asking, func(topic string) bool { return strings.HasPrefix(n.Topic, topic) })
}

// AskedAbout returns the message, by the name that Marked takes, that the user means
// when he says what a message is and names none: the newest of those that the schedule
// asks about, or that he was told of with the question what they are, and has not said.
// Where he was asked about none it is the newest that a person wrote, else the newest
// of all; "" where none has come.
func (a *Application) AskedAbout(asked []Notice) string {
	open := map[string]bool{}
	for _, n := range asked {
		open[n.Message] = true
	}
	told := map[string]bool{}
	for _, f := range a.Facts {
		if w, ok := f.What.(Told); ok {
			told[w.Topic] = true
		}
	}
	var mine, persons, newest string
	for _, f := range a.Facts {
		var name string
		var person, said, asksFor bool
		switch w := f.What.(type) {
		case Received:
			if f.ByHand() {
				continue
			}
			// Several may have the Message-ID.
			name, person, said = identity(f), w.Person, w.said != ""
			asksFor = open[nameOfMessage(f, w.MessageID)]
		case Hinted:
			name, person = nameOfMessage(f, w.MessageID), true
			asksFor = open[name]
		default:
			continue
		}
		newest = name
		if person {
			persons = name
		}
		for _, topic := range asking {
			asksFor = asksFor || told[topic+identity(f)]
		}
		if asksFor && !said {
			mine = name
		}
	}
	for _, name := range []string{mine, persons, newest} {
		if name = strings.TrimSpace(name); name != "" {
			return name
		}
	}
	return ""
}

// HasMessage reports whether a message of the application has a name, as Marked has it.
func (a *Application) HasMessage(name string) bool {
	return name != "" && slices.ContainsFunc(a.Facts, func(f Fact) bool {
		switch w := f.What.(type) {
		case Received:
			return !f.ByHand() && (name == identity(f) || name == nameOfMessage(f, w.MessageID))
		case Hinted:
			return name == nameOfMessage(f, w.MessageID)
		}
		return false
	})
}

// LastMarked is the message of which the user said last what it is, and did not take
// it back; "" for none.
func (a *Application) LastMarked() string {
	taken := map[string]bool{}
	for _, f := range slices.Backward(a.Facts) {
		if w, ok := f.What.(Marked); ok {
			if w.Kind != "" && !taken[w.MessageID] {
				return w.MessageID
			}
			taken[w.MessageID] = true
		}
	}
	return ""
}
