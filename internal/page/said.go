package page

import (
	"crypto/rand"
	"sync"
)

// notes keeps what commands answered until the next page shows it, the newest of them.
type notes struct {
	mu   sync.Mutex
	by   map[string]Said
	keys []string
}

const mostNotes = 20

// keep returns the name under which an answer is kept.
func (n *notes) keep(s Said) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.by == nil {
		n.by = map[string]Said{}
	}
	key := rand.Text()
	n.by[key], n.keys = s, append(n.keys, key)
	if len(n.keys) > mostNotes {
		delete(n.by, n.keys[0])
		n.keys = n.keys[1:]
	}
	return key
}

// take returns an answer, nil where there is none of the name. It stays for who loads the
// page again.
func (n *notes) take(key string) *Said {
	n.mu.Lock()
	defer n.mu.Unlock()
	if s, ok := n.by[key]; ok {
		return &s
	}
	return nil
}
