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

	mu       sync.Mutex
	in       int64 // octets from the server
	accepted time.Time
}

func newRelay(h *host, server string) *relay {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.Fatalf("%v", err)
	}
	r := &relay{addr: l.Addr().String(), listen: l}
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
	go func() {
		_, _ = io.Copy(s, client)
		s.Close()
	}()
	n, _ := io.Copy(client, s)
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
