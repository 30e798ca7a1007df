package rules

import "fmt"

// A letter of the user's own that may have been the next check-in, and neither surely was
// it nor surely was not, lets that wait: nobody is asked twice in a row. The user says what
// it was, once. What he was asked waits for his word, also where another date moves the window
// away from the letter.

// mayBeCheckIn reports whether a letter that may ask how things stand was sent in the window
// of the next check-in, or nearer to it than two of them may be. Thanks right after the
// interview are none, nor is what is answered at once.
func (s *sequence) mayBeCheckIn(f Fact, d Delivered) bool {
	p := s.p
	opens, _, ok := s.window()
	if !ok || s.stop != "" || s.number > MaxCheckIns || p.pol.Off[CheckIn] || !p.cal.Opening(p.cal.Add(p.cal.Date(f.At), 5)).After(opens) {
		return false
	}
	for _, id := range answered(d.References, d.InReplyTo) {
		if came, ok := s.came[id]; ok && !f.At.After(p.cal.AddHours(came, thankHours)) {
			return false
		}
	}
	return f.At.After(p.cal.AddHours(s.round.End, thankHours))
}

// askUnclear lets the next check-in wait for the user's word.
func (s *sequence) askUnclear(f *FollowUp) {
	p, letter := s.p, s.unclear
	d := letter.What.(Delivered)
	f.Perhaps = letter.Key
	to := ""
	for _, address := range d.To {
		if to == "" {
			to = address
		}
		if c, ok := p.a.ContactAt(address); ok {
			to = nameOf(c)
			break
		}
	}
	wrote := Say("you wrote to %s on %s (%q)", to, p.day(letter.At), d.Subject)
	f.because("unclear", Say("it waits: %s, and whether that asked how things stand is for you to say", wrote), letter.Key)
	text := Say("%s: was it about how things stand? If so, say `afterword sent %s check-in-%d`; if not, `afterword resume %s`; until then check-in %d waits",
		wrote, p.a.ID, f.Number, p.a.ID, f.Number)
	p.ask(noticeOf(unclearTopic(*letter, s.slot), because("unclear", text, letter.Key), ""))
}

// unclearTopic names the question whether a letter was the check-in of a slot.
func unclearTopic(letter Fact, slot int) string {
	return fmt.Sprintf("unclear/%s/%d", letter.Key, slot)
}
