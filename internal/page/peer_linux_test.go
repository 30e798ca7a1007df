package page

import (
	"context"
	"net"
	"net/http"
	"os"
	"runtime"
	"syscall"
	"testing"
)

// TestOtherUser sees that another user of the computer is refused, even with the link.
func TestOtherUser(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can be another user")
	}
	d := serve(t)
	dialer := func(ctx context.Context, network, address string) (net.Conn, error) {
		runtime.LockOSThread() // the thread ends with its goroutine: nobody else gets it
		const nobody = 65534
		if err := syscall.Setfsuid(nobody); err != nil {
			return nil, err
		}
		return new(net.Dialer).DialContext(ctx, network, address)
	}
	type answer struct {
		status int
		err    error
	}
	got := make(chan answer)
	go func() {
		c, err := dialer(t.Context(), "tcp", d.site[len("http://"):])
		if err != nil {
			got <- answer{0, err}
			return
		}
		client := http.Client{Transport: &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { return c, nil }}}
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, d.server.Link(), nil)
		if err != nil {
			got <- answer{0, err}
			return
		}
		a, err := client.Do(r)
		if err != nil {
			got <- answer{0, err}
			return
		}
		a.Body.Close()
		client.CloseIdleConnections()
		got <- answer{a.StatusCode, nil}
	}()
	if a := <-got; a.err != nil || a.status != http.StatusForbidden {
		t.Errorf("another user gets %d, %v", a.status, a.err)
	}
	d.enter() // and the link is still good for whom it was made
}
