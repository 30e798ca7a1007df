package rules

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
	for _, f := range a.Facts {
		if w, ok := f.What.(Received); ok && w.said != "" && w.Sketch != "" {
			list = append(list, Lesson{w.said, w.Sketch, identity(f), w.Subject})
		}
	}
	return list
}
