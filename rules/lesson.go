package rules

import "cmp"

// A Lesson is what the user said of a message: it counts for what is worded like it.
type Lesson struct {
	Kind      MessageKind
	Sketch    string // of the message's wording, as Received has it
	MessageID string // as Marked names the message
	Subject   string
}

// Lessons returns what the user said of the application's messages, in order of time,
// and did not take back.
func (a *Application) Lessons() (list []Lesson) {
	marks := saidOf(a.Facts)
	if len(marks) == 0 {
		return nil
	}
	for _, f := range a.Facts {
		var l Lesson
		switch w := f.What.(type) {
		case Received:
			l = Lesson{Sketch: w.Sketch, MessageID: identity(f), Subject: w.Subject}
			l.Kind = cmp.Or(marks[l.MessageID], marks[w.MessageID])
		case Hinted:
			l = Lesson{Sketch: w.Sketch, MessageID: nameOfMessage(f, w.MessageID), Subject: w.Subject}
			l.Kind = marks[l.MessageID]
		}
		if l.Kind != "" && l.Sketch != "" {
			list = append(list, l)
		}
	}
	return list
}

// saidOf returns what the user said last of each message, by the name that Marked has.
func saidOf(facts []Fact) (marks map[string]MessageKind) {
	for _, f := range facts {
		w, ok := f.What.(Marked)
		switch {
		case !ok:
		case w.Kind == "":
			delete(marks, w.MessageID)
		default:
			set(&marks, w.MessageID, w.Kind)
		}
	}
	return marks
}
