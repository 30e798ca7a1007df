package page

import (
	"bufio"
	"context"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestLive sees that an open page is told of news once, and that the server ends although
// a page waits.
func TestLive(t *testing.T) {
	d := serve(t).enter()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, d.site+"/live?since=0", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := d.browser.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	changed := 0
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "event: changed") {
			changed++
		}
	}
	if changed != 1 {
		t.Errorf("told %d times that something has changed", changed)
	}
	waiting, err := http.NewRequestWithContext(t.Context(), http.MethodGet, d.site+"/live?since=1", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err = d.browser.Do(waiting)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close() // the cleanup of serve sees that it ends
}

// TestIdle sees that the serving ends by itself when nobody looks.
func TestIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &silence{done: make(chan struct{})}
		begun := time.Now()
		s, err := New(clock{new(stub)}, "127.0.0.1:1", slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Serve(context.Background(), l, 30*time.Minute); err != nil {
			t.Fatal(err)
		}
		if lasted := time.Since(begun); lasted < 30*time.Minute || lasted > 31*time.Minute {
			t.Errorf("it was served for %s", lasted)
		}
	})
}

// clock is a stub whose time goes on.
type clock struct{ *stub }

func (clock) Now() time.Time { return time.Now() }

// silence is a listener to which nobody comes.
type silence struct{ done chan struct{} }

func (s *silence) Accept() (net.Conn, error) {
	<-s.done
	return nil, net.ErrClosed
}

func (s *silence) Close() error {
	select {
	case <-s.done:
	default:
		close(s.done)
	}
	return nil
}
func (*silence) Addr() net.Addr { return &net.TCPAddr{} }
