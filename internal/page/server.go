package page

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"afterword/rules"
)

//go:embed html/*.html assets/*
var files embed.FS

// A Server serves the page on one address for as long as somebody looks.
type Server struct {
	program Program
	gate    *gate
	log     *slog.Logger
	presses presses
	said    notes
	looked  atomic.Int64 // when somebody looked last, in nanoseconds since 1970
	looking atomic.Int64 // pages that are open and wait for news
	quit    context.Context
}

// New makes a server of the page at an address, "127.0.0.1:49152".
func New(p Program, address string, log *slog.Logger) (*Server, error) {
	s := &Server{program: p, gate: newGate(address, p.Now), log: log}
	first, err := newPress()
	if err != nil {
		return nil, fmt.Errorf("read the page's templates: %w", err)
	}
	s.presses.put(first)
	return s, nil
}

// Link is where the browser enters. It works once, and for five minutes.
func (s *Server) Link() string { return s.gate.link() }

// Serve serves until ctx ends, or nobody has looked for idle (0: for ever). What is being
// answered then has five seconds.
func (s *Server) Serve(ctx context.Context, l net.Listener, idle time.Duration) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s.quit = ctx
	s.look()
	server := &http.Server{Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 20 * time.Second, WriteTimeout: 30 * time.Second, IdleTimeout: time.Minute,
		MaxHeaderBytes: 32 << 10, ConnContext: tellUsers, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug)}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	if idle > 0 {
		go s.endIdle(ctx, stop, idle)
	}
	select {
	case err := <-ended:
		return fmt.Errorf("serve the page: %w", err)
	case <-ctx.Done():
	}
	// Who waits for news has been told by ctx; Shutdown waits for the rest.
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if server.Shutdown(last) != nil {
		_ = server.Close() // somebody has connected and asks for nothing, or reads slowly
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve the page: %w", err)
	}
	return nil
}

// endIdle ends the serving when nobody has looked for long.
func (s *Server) endIdle(ctx context.Context, stop context.CancelFunc, idle time.Duration) {
	tick := time.NewTicker(min(idle, time.Second))
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if s.looking.Load() == 0 && s.program.Now().Sub(time.Unix(0, s.looked.Load())) >= idle {
				stop()
				return
			}
		}
	}
}

func (s *Server) look() { s.looked.Store(s.program.Now().UnixNano()) }

// Handler is all that the page answers.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /enter", s.enter)
	mux.Handle("GET /assets/", http.FileServerFS(files))
	mux.HandleFunc("GET /live", s.live)
	for pattern, show := range map[string]func(*view) error{
		"GET /{$}":                       s.today,
		"GET /applications":              s.applications,
		"GET /applications/{id}":         s.application,
		"GET /applications/{id}/letters": s.letters,
		"GET /add":                       s.adding,
		"GET /search":                    s.search,
		"GET /export.csv":                s.exportCSV,
		"GET /export.json":               s.exportJSON,
		"GET /due.ics":                   s.calendarFile,
		"GET /":                          func(*view) error { return errNotFound },
		"POST /language":                 s.speak,
		"POST /add":                      s.add,
		"POST /add/paste":                s.paste,
		"POST /finds/{tag}":              s.answerFind,
		"POST /applications/{id}/{act}":  s.act,
	} {
		mux.HandleFunc(pattern, s.page(show))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		headers(w.Header())
		if err := s.gate.check(w, r); err != nil {
			s.refuse(w, r, err)
			return
		}
		if !isAsset(r.URL.Path) {
			s.look()
		}
		mux.ServeHTTP(w, r)
	})
}

func (s *Server) enter(w http.ResponseWriter, r *http.Request) {
	if err := s.gate.enter(w, r); err != nil {
		s.refuse(w, r, err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

var errNotFound = refusal{http.StatusNotFound, "not-found"}

// ErrUnknown is the error where there is no application of a name.
var ErrUnknown = errors.New("there is no such application")

// page makes a handler of what shows a page, or does something and leads to one.
func (s *Server) page(show func(*view) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v := &view{w: w, r: r, server: s, words: catalogueFor(r), Now: s.program.Now()}
		if err := show(v); err != nil {
			if errors.Is(err, ErrUnknown) {
				err = errNotFound
			}
			s.refuse(w, r, err)
		}
	}
}

// refuse says why there is no answer.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // nobody waits for it
	}
	v := &view{w: w, r: r, server: s, words: catalogueFor(r), Now: s.program.Now(), Bare: true}
	refused := refusal{http.StatusInternalServerError, err.Error()}
	if !errors.As(err, &refused) {
		s.log.Error("a page could not be made", "path", r.URL.Path, "why", err.Error())
	}
	v.Bare = refused.status != http.StatusNotFound
	v.Title, v.Data = v.words.text("failed"), v.words.text(refused.text)
	if err := v.render(refused.status, "message"); err != nil {
		s.log.Error("a page could not be made", "path", r.URL.Path, "why", err.Error())
	}
}

// A view is one answer in the making: what the templates see.
type view struct {
	w      http.ResponseWriter
	r      *http.Request
	server *Server
	words  *catalogue

	Now   time.Time
	Title string
	Here  string   // which of the menu
	Bare  bool     // without the menu: for somebody who is not let in
	Said  *message // what came of what was done before it
	News  int64
	Data  any

	tried   *try   // the form that led here and did not go
	insists string // the application of which it did not go without insisting; "" for none
}

// Lang is the language of the page, Token what its forms hold.
func (v *view) Lang() string  { return v.words.code }
func (v *view) Token() string { return v.server.gate.formToken() }

// An ask is what the user is asked of one application, on a page to which the answer leads
// back.
type ask struct {
	View     *view
	ID, Back string
	State    rules.State
	List     []Asked
}

// Ask is for the templates.
func (v *view) Ask(id string, state rules.State, back string, list []Asked) ask {
	return ask{v, id, back, state, list}
}

// render writes a page. Nothing is written of one that cannot be made.
func (v *view) render(status int, name string) error {
	p, err := v.server.presses.take()
	if err != nil {
		return err
	}
	defer v.server.presses.put(p)
	var page bytes.Buffer
	if err := p.print(&page, name, v); err != nil {
		return fmt.Errorf("make page %q: %w", name, err)
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.w.WriteHeader(status)
	_, err = page.WriteTo(v.w)
	return err
}

// show writes a page for somebody who is let in.
func (v *view) show(name, here, title string, data any) error {
	var err error
	if v.News, err = v.server.program.News(v.r.Context()); err != nil {
		return err
	}
	v.Here, v.Title, v.Data = here, title, data
	if said := v.server.said.take(v.r.URL.Query().Get("said")); said != nil {
		v.Said = v.message(*said)
	}
	return v.render(http.StatusOK, name)
}

// goTo leads to a page after something was done, and says there what came of it.
func (v *view) goTo(path string, said *Said) error {
	if said != nil {
		path += "?said=" + v.server.said.keep(*said)
	}
	http.Redirect(v.w, v.r, path, http.StatusSeeOther)
	return nil
}
