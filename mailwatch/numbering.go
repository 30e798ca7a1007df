package mailwatch

// A numbering remembers how often a mailbox was numbered anew (RFC 9051, section
// 2.3.1.1). That happens once in years, when a server is moved or restored, and then all
// is read anew. A server that does it at each look would have all of the mailbox read in
// a loop.
type numbering struct {
	validity uint32 // for which all was read, or is being read
	changes  int    // since it was steady last
	pause    int    // looks that are still refused
	calm     int    // looks since, at which nothing had changed
}

const (
	mostPause  = 16 // looks: some minutes, as each of them costs a connection
	calmLooks  = 60 // at which nothing has changed, and the server is trusted again
	firstPause = 1
)

// steady notes the UIDVALIDITY under which a mailbox was read and the present one, and
// reports whether it may be read now. After each change twice as many looks are refused
// as after the one before.
func (q *Quarantine) steady(mailbox string, was, is uint32) bool {
	n := q.numbers[mailbox]
	if was == is || was == 0 {
		if n != nil {
			if n.calm++; n.calm >= calmLooks {
				delete(q.numbers, mailbox)
			}
		}
		return true
	}
	if n == nil {
		if q.numbers == nil {
			q.numbers = map[string]*numbering{}
		}
		n = &numbering{}
		q.numbers[mailbox] = n
	}
	n.calm = 0
	switch {
	case n.validity == is:
		return true // the reading was interrupted, and goes on
	case n.pause > 0:
		n.pause--
		return false
	}
	n.validity = is
	n.pause = min(firstPause<<n.changes, mostPause)
	n.changes = min(n.changes+1, mostPause)
	return true
}
