package note

// conclude says what follows from all that was said: of two things that contradict each
// other the careful one holds, and the words are kept as a doubt.
func (r *reader) conclude() {
	a := r.answer
	told := len(a.Told) > 0 || a.Because != "" || a.OwnWork != ""
	yes, saidYes := r.said[sayYes]
	against := yes // what contradicts a no
	if !saidYes && (r.filled || told) {
		against = "…"
	}
	clash := func(words string) {
		if against != "" {
			r.doubt(words + " / " + against)
		}
	}
	switch {
	case r.note.Kind == List && (r.has(sayYes) || r.has(sayNo) || r.has(sayStop)) && a.Items == nil:
		r.all()
	case r.note.Kind == List:
		if a.Items != nil {
			break
		}
		r.later()
	case r.has(sayStop):
		a.Verdict = Stop
		clash(r.said[sayStop])
	case r.has(sayNo) && r.corrects(r.no):
		r.doubt(r.said[sayNo])
	case r.has(sayNo):
		a.Verdict, a.NotHeld = No, r.note.Kind == Debrief
		clash(r.said[sayNo])
	case r.has(sayNotHeld):
		a.NotHeld = true
		if told {
			clash(r.said[sayNotHeld])
		}
	case r.has(sayNoShow) && told:
		r.doubt(r.said[sayNoShow] + " / " + against)
		a.Told, a.Because, a.OwnWork = nil, "", ""
	case r.has(sayNoShow):
		a.Verdict, a.NoShow = Yes, true
	case r.has(saySnooze):
		r.later()
		if a.Verdict == Snooze {
			clash(r.said[saySnooze])
		}
	case r.has(sayMoved):
		a.Verdict, a.Moved = Yes, true
		if r.moved != "" && a.Start.IsZero() && hasWord(r.moved) && !r.when(r.moved, "") {
			r.unread(When, r.moved)
		}
		if told {
			r.doubt(r.said[sayMoved] + " / " + against)
		}
	case saidYes || r.filled || told:
		a.Verdict = Yes
	}
	a.Stray = r.stray
}

// corrects reports whether what follows a no is what is right instead.
func (r *reader) corrects(s string) bool {
	if !hasWord(s) {
		return r.filled
	}
	if _, ok := r.day(s); ok || r.filled {
		return true
	}
	_, _, _, ok := r.labelled(s, "")
	return ok || len(r.times(s, r.here())) > 0
}

// later takes a wish to be asked again, if it names a day.
func (r *reader) later() {
	words, ok := r.said[saySnooze]
	if !ok {
		return
	}
	day, ok := r.until(r.snooze)
	if !ok {
		day, ok = r.until(words)
	}
	if !ok {
		r.unread("", words)
		return
	}
	r.answer.Verdict, r.answer.Until = Snooze, day
}

// all takes one word for the whole list: no or stop for all of it, and yes only where the
// list has one item, for nobody thanks six companies with a word.
func (r *reader) all() {
	v := No
	switch {
	case r.has(sayStop):
		v = Stop
	case r.has(sayNo):
	case len(r.note.Items) == 1:
		v = Yes
	default:
		r.unread(item, r.said[sayYes])
		return
	}
	for i := range r.note.Items {
		r.item(i, v)
	}
}

func (r *reader) has(s signal) bool {
	_, ok := r.said[s]
	return ok
}
