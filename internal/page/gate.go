package page

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// A gate lets in whoever opened the link, and nobody else: neither another site (by the
// Host, by where a request comes from, by the cookie that other sites never send), nor
// another program or user of the computer (by the secret of the link, which works once,
// and of the cookie).
type gate struct {
	host   string // the only one that requests may name: 127.0.0.1:49152
	cookie string // its name; cookies do not tell ports apart, so that of each server has another
	across *http.CrossOriginProtection
	now    func() time.Time

	mu      sync.Mutex
	key     string // of the link; "" once it was used
	until   time.Time
	session string // what the cookie holds; "" before the link was used
	token   string // what the forms hold
	wrong   int    // keys that were none
}

// linkLasts is how long a link may stay unused.
const linkLasts = 5 * time.Minute

// mostWrong is how many wrong keys end the life of a link.
const mostWrong = 10

func newGate(host string, now func() time.Time) *gate {
	_, port, _ := net.SplitHostPort(host)
	return &gate{host: host, cookie: "afterword-" + port, across: http.NewCrossOriginProtection(), now: now, key: rand.Text(), until: now().Add(linkLasts)}
}

// link is where the browser enters.
func (g *gate) link() string { return "http://" + g.host + "/enter?key=" + g.key }

// What is refused, and what to do.
var (
	errHost   = refusal{http.StatusMisdirectedRequest, "refused.host"}
	errAcross = refusal{http.StatusForbidden, "refused.across"}
	errLink   = refusal{http.StatusForbidden, "refused.link"}
	errNobody = refusal{http.StatusForbidden, "refused.nobody"}
	errToken  = refusal{http.StatusForbidden, "refused.token"}
	errUser   = refusal{http.StatusForbidden, "refused.user"}
	errLarge  = refusal{http.StatusRequestEntityTooLarge, "refused.large"}
)

// A refusal is an answer to somebody who may not: its text is one of the catalogue.
type refusal struct {
	status int
	text   string
}

func (r refusal) Error() string { return r.text }

// headers go with every answer.
func headers(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// check says why a request is refused, nil where it is not. What it reads of a form is
// bounded.
func (g *gate) check(w http.ResponseWriter, r *http.Request) error {
	// Another name for this address is another site's (DNS rebinding).
	if r.Host != g.host {
		return errHost
	}
	if foreign, _ := r.Context().Value(foreignUser).(bool); foreign {
		return errUser
	}
	if err := g.across.Check(r); err != nil {
		return errAcross
	}
	if r.URL.Path == "/enter" || isAsset(r.URL.Path) {
		return nil
	}
	g.mu.Lock()
	session, token := g.session, g.token
	g.mu.Unlock()
	c, err := r.Cookie(g.cookie)
	if err != nil || session == "" || !same(c.Value, session) {
		return errNobody
	}
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return nil
	}
	r.Body = http.MaxBytesReader(w, r.Body, largestForm)
	if err := r.ParseForm(); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return errLarge
		}
		return refusal{http.StatusBadRequest, "refused.form"}
	}
	// A request without Origin passes as one from no browser.
	if !same(r.PostForm.Get("token"), token) {
		return errToken
	}
	return nil
}

// largestForm is how many bytes a form may have: a pasted mail is the largest.
const largestForm = 1 << 20

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// enter takes a link: it works once.
func (g *gate) enter(w http.ResponseWriter, r *http.Request) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.key == "" || !g.now().Before(g.until) || !same(r.URL.Query().Get("key"), g.key) {
		if g.wrong++; g.wrong >= mostWrong {
			g.key = ""
		}
		return errLink
	}
	g.key, g.session, g.token = "", rand.Text(), rand.Text()
	http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: g.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	return nil
}

// formToken is what a form has to hold.
func (g *gate) formToken() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.token
}

type contextKey int

// foreignUser is true in the context of a connection that another user of this computer
// made.
const foreignUser contextKey = 0

// tellUsers notes of each connection whether another user of this computer made it,
// where the system can tell.
func tellUsers(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, foreignUser, isForeign(c))
}

func isAsset(path string) bool { return strings.HasPrefix(path, "/assets/") }
