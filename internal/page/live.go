package page

import (
	"fmt"
	"net/http"
	"time"
)

// newsEvery is how often the store is asked for news while a page is open. To ask is one
// row of one table.
const newsEvery = time.Second

// live tells an open page, once, that something has changed since it was made: a line of
// server-sent events. It ends with the page, or with the server.
func (s *Server) live(w http.ResponseWriter, r *http.Request) {
	var since int64
	if _, err := fmt.Sscan(r.URL.Query().Get("since"), &since); err != nil {
		s.refuse(w, r, refusal{http.StatusBadRequest, "refused.form"})
		return
	}
	out := http.NewResponseController(w)
	_ = out.SetWriteDeadline(time.Time{})
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, ": waiting\n\n")
	if out.Flush() != nil {
		return
	}
	s.looking.Add(1)
	defer func() { s.look(); s.looking.Add(-1) }()
	tick := time.NewTicker(newsEvery)
	defer tick.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-s.quit.Done():
			return
		case <-tick.C:
		}
		news, err := s.program.News(r.Context())
		if err != nil {
			return
		}
		if news != since {
			fmt.Fprintf(w, "event: changed\ndata: %d\n\n", news)
			_ = out.Flush()
			return
		}
	}
}
