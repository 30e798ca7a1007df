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

func (q *questions) ask(f Fact, m Received, why Reason) {
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
