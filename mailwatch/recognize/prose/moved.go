package prose

import (
	"slices"
	"strings"
)

// shifted reads two times as the old and the new one where a sentence moves something
// from the one to the other: "moved from 1 pm to 2 pm", not "moved to Friday from 1 to 2".
func (r *reader) shifted(s *slot) {
	if s.last == 0 {
		return
	}
	sentence := r.sentences[s.sentence]
	head := plain(r.text[sentence.start:max(sentence.start, s.start)])
	at := moves().FindStringIndex(head)
	if at == nil {
		return
	}
	head = head[at[0]:]
	for _, from := range []string{" from", " von", " de", " van", " desde las", " de las"} {
		if strings.HasSuffix(head, from) && !arrives().MatchString(strings.TrimSuffix(head, from)) && !strings.Contains(head, " to ") && !strings.Contains(head, " auf ") && !strings.Contains(head, " au ") && !strings.Contains(head, " al ") && !strings.Contains(head, " naar ") {
			s.from, s.to = s.last, -1
			return
		}
	}
}

// renewed marks the time that a sentence moves where a later one names the new: "your
// interview on Tuesday at 2 has to be moved. New time: Thursday at 3".
func (r *reader) renewed(all []slot) {
	for i := range all {
		b := &all[i]
		if i == 0 || b.old || b.proposed || !renews().MatchString(r.headOf(b)) {
			continue
		}
		for j := range all[:i] {
			a := &all[j]
			if s := r.sentences[a.sentence]; a.sentence < b.sentence && (moves().MatchString(s.plain) || mustMove().MatchString(s.plain) || callsOff().MatchString(s.plain)) && !renews().MatchString(r.headOf(a)) {
				a.old = true
			}
		}
	}
}

// ended gives to a time without an end the one that a later sentence names for it: "on
// Tuesday at 2. We expect to finish by 4".
func (r *reader) ended(all []slot) []slot {
	kept := all[:0]
	for _, s := range all {
		sentence := r.sentences[s.sentence]
		head := plain(r.text[sentence.start:s.start])
		n := len(kept) - 1
		for n >= 0 && kept[n].old {
			n--
		}
		if n >= 0 && s.to < 0 && finishes().MatchString(head) && s.sentence-kept[n].sentence <= 2 && s.day == kept[n].day {
			if before := &kept[n]; before.to < 0 && s.from > before.from {
				before.to = s.from
				continue
			}
		}
		kept = append(kept, s)
	}
	return kept
}

// alternatives marks what is offered with "or": "Tuesday at 2 or Wednesday at 10", and
// what a move leaves: "from Tuesday at 2 to Thursday at 3".
func (r *reader) alternatives(all []slot) {
	for i := 1; i < len(all); i++ {
		a, b := &all[i-1], &all[i]
		if b.sentence == a.sentence+1 && leavesAt[r.first(a)] && arrivesAt[r.first(b)] && r.moved(a.sentence) {
			a.old = true // on a line each: "from Tuesday at 2", "to Thursday at 3"
		}
		if a.sentence != b.sentence || b.start-a.end > 80 {
			continue
		}
		gap := " " + plain(r.text[a.end:b.start]) + " "
		for _, or := range []string{" or ", " oder ", " ou ", " o ", " of "} {
			if strings.Contains(gap, or) && (or != " of " || strings.HasPrefix(r.m.Language, "nl")) {
				a.proposed, b.proposed = true, true
			}
		}
		s := r.sentences[a.sentence]
		for _, to := range []string{" to ", " auf ", " au ", " al ", " a ", " naar "} {
			if strings.Contains(gap, to) && moves().MatchString(s.plain) && !b.old {
				a.old = true
			}
		}
	}
}

// first is the word with which the sentence of a time begins.
func (r *reader) first(s *slot) string {
	word, _, _ := strings.Cut(strings.TrimLeft(r.sentences[s.sentence].plain, " -*•>·"), " ")
	return strings.TrimRight(word, ":")
}

// moved reports whether a sentence, or one of the three before it, moves something.
func (r *reader) moved(at int) bool {
	return slices.ContainsFunc(r.sentences[max(0, at-3):at+1], func(s sentence) bool { return moves().MatchString(s.plain) || mustMove().MatchString(s.plain) })
}

// What begins the lines of the old time and of the new one.
var (
	leavesAt  = set("from old before was previously original originally von vom alt bisher ursprunglich vorher du de ancien ancienne avant initialement del desde antes anterior van oud oude eerst was")
	arrivesAt = set("to new now auf neu jetzt nun zum au nouveau nouvelle maintenant al a nuevo nueva ahora naar nieuw nieuwe nu")
)

// again adds the time of a move that keeps the hour and names the new day alone: "your
// interview tomorrow at 10 is moved to Monday, same time".
func (r *reader) again(all []slot) []slot {
	for i := range all {
		a := &all[i]
		s := r.sentences[a.sentence]
		if a.old || a.proposed || a.aside || !sameHour().MatchString(s.plain) || !moves().MatchString(s.plain) && !mustMove().MatchString(s.plain) {
			continue
		}
		for _, d := range r.days {
			if d.start > a.end && d.start < s.end && !d.bound && d.date.After(a.day) && !slices.ContainsFunc(all, func(o slot) bool { return o.day == d.date }) {
				b := *a
				b.day, b.dayStart, b.start, b.end = d.date, d.start, d.start, d.end
				a.old = true
				return append(all, b)
			}
		}
	}
	return all
}
