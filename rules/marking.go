package rules

import (
	"slices"
	"strings"
)

// asking are the rules whose notices ask what a message is, by the topics under which
// they are told.
var asking = []string{"ask/", "hint/", "unsettled/", "answered/", "interview/", "distrust/"}

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
