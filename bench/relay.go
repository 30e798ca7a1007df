package main

import (
	"io"
	"net"
	"sync"
	"time"
)

// A relay stands before a server and counts. It only copies between the sockets,
// in the kernel, and everything that is compared goes through one.
type relay struct {
	addr   string
	listen net.Listener
	open   sync.WaitGroup
	counts bool // round trips too: then it copies by itself, which takes longer

	mu       sync.Mutex
	in       int64 // octets from the server
	accepted time.Time
	turns    int  // how often the client spoke after the server had
	theirs   bool // the server spoke last
}

// newRelay counts round trips too where it is told so.
func newRelay(h *host, server string, trips bool) *relay {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.Fatalf("%v", err)
	}
	r := &relay{addr: l.Addr().String(), listen: l, counts: trips}
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			r.mu.Lock()
			r.accepted = time.Now()
			r.mu.Unlock()
			r.open.Go(func() { r.pass(client, server) })
		}
	}()
	h.Cleanup(func() { l.Close() })
	return r
}

func (r *relay) pass(client net.Conn, server string) {
	defer client.Close()
	s, err := net.Dial("tcp", server)
	if err != nil {
		return
	}
	said, answered := io.Reader(client), io.Reader(s)
	if r.counts {
		said, answered = speaker{client, r, false}, speaker{s, r, true}
	}
	go func() {
		_, _ = io.Copy(s, said)
		s.Close()
	}()
	n, _ := io.Copy(client, answered)
	r.mu.Lock()
	r.in += n
	r.mu.Unlock()
}

// octets returns what came in since the last call. All connections must be over.
func (r *relay) octets() int64 {
	r.open.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	n := r.in
	r.in = 0
	return n
}

// since returns when the newest connection was made.
func (r *relay) since() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.accepted
}

// trips returns how many round trips there were until now. The connections are one
// after the other.
func (r *relay) trips() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.turns
}

// A speaker is one side of a connection, whose words are counted.
type speaker struct {
	io.Reader
	relay  *relay
	server bool
}

func (s speaker) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	s.relay.mu.Lock()
	defer s.relay.mu.Unlock()
	if n > 0 && !s.server && s.relay.theirs {
		s.relay.turns++
	}
	if n > 0 {
		s.relay.theirs = s.server
	}
	return n, err
}
