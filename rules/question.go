package rules

import "strings"

// questions are those that wait for the user's answer. What answers one is a letter in
// its thread, or to whoever asked; no other letter does.
type questions struct {
	count    int
	why      Reason // of the last one
	answered []bool
	thread   map[string][]int // Message-ID of the thread → questions
	asker    map[string][]int // address → questions
	asked    map[string]bool  // Message-IDs of all that were ever asked
}

// A choice is a question that the user answers with a time, by a letter or elsewhere.
type choice struct {
	number int // of the question
	fact   Fact
}

// askChoices says for as long as it is so that somebody waits for the user's choice.
func (s *sequence) askChoices() {
	for _, c := range s.choices {
		if m := c.fact.What.(Received); !s.open.answered[c.number] && !s.p.a.Stopped {
			text := Say("%s waits for your choice of a time (%q): nothing is drafted until you have written back or an interview is known; `afterword resume %s` goes on without", person(m), m.Subject, s.p.a.ID)
			s.p.ask(noticeOf("choice/"+identity(c.fact), because("choice", text, c.fact.Key), nameOfMessage(c.fact, m.MessageID)))
		}
	}
}

// ask takes a question in, and returns its number.
func (q *questions) ask(f Fact, m Received, why Reason) int {
	n := len(q.answered)
	q.answered = append(q.answered, false)
	q.count++
	q.why = why
	for _, id := range append([]string{m.MessageID}, answered(m.References, m.InReplyTo)...) {
		set(&q.thread, id, append(q.thread[id], n))
	}
	for _, address := range []string{m.From.Address, m.ReplyTo} {
		address = strings.ToLower(address)
		set(&q.asker, address, append(q.asker[address], n))
	}
	set(&q.asked, m.MessageID, true)
	return n
}

// settle takes in a letter, and reports whether it answers a question that waited.
func (q *questions) settle(d Delivered) bool {
	before := q.count
	close := func(in map[string][]int, key string) {
		for _, n := range in[key] {
			if !q.answered[n] {
				q.answered[n] = true
				q.count--
			}
		}
		delete(in, key)
	}
	for _, id := range answered(d.References, d.InReplyTo) {
		close(q.thread, id)
	}
	for _, to := range d.To {
		close(q.asker, strings.ToLower(to))
	}
	return q.count < before
}

// answers reports whether a letter adds to an answer: what was asked for is sent in the
// thread after a first word.
func (q *questions) answers(d Delivered) bool {
	for _, id := range answered(d.References, d.InReplyTo) {
		if q.asked[id] {
			return true
		}
	}
	return false
}
