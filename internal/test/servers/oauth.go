package servers

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// Tokens is the provider of OAuth 2 tokens that a Dovecot of variant OAuth asks.
// It stands in for Google's and Microsoft's: a refresh token brings an access
// token (RFC 6749, section 6), which the mail server has checked (RFC 7662).
type Tokens struct {
	URL string // of the token endpoint

	server *http.Server
	check  string // URL at which a mail server asks
	users  []string

	mu      sync.Mutex
	live    map[string]string // access token → user
	revoked map[string]bool
	issued  int
}

// newTokens starts a provider on loopback.
func newTokens(users []string) (*Tokens, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for the token provider: %w", err)
	}
	p := &Tokens{users: users, live: map[string]string{}, revoked: map[string]bool{}}
	p.URL, p.check = fmt.Sprintf("http://%s/token", l.Addr()), fmt.Sprintf("http://%s/introspect", l.Addr())
	mux := http.NewServeMux()
	mux.HandleFunc("POST /token", p.token)
	mux.HandleFunc("POST /introspect", p.introspect)
	p.server = &http.Server{Handler: mux, ReadHeaderTimeout: patience}
	go func() { _ = p.server.Serve(l) }() // ends with close
	return p, nil
}

func (p *Tokens) close() { _ = p.server.Close() }

// Refresh returns the refresh token of a user.
func (p *Tokens) Refresh(user string) string { return "refresh-" + user }

// Expire ends every access token: the next refresh brings a new one.
func (p *Tokens) Expire() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.live)
}

// Revoke ends a user's access and refresh tokens for good; Allow takes it back.
func (p *Tokens) Revoke(user string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.revoked[user] = true
	for token, of := range p.live {
		if of == user {
			delete(p.live, token)
		}
	}
}

// Allow ends Revoke.
func (p *Tokens) Allow(user string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.revoked, user)
}

// Issued returns how many access tokens were issued.
func (p *Tokens) Issued() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.issued
}

func (p *Tokens) token(w http.ResponseWriter, r *http.Request) {
	user, ok := strings.CutPrefix(r.FormValue("refresh_token"), "refresh-")
	p.mu.Lock()
	defer p.mu.Unlock()
	if !ok || r.FormValue("grant_type") != "refresh_token" || !slices.Contains(p.users, user) || p.revoked[user] {
		reply(w, http.StatusBadRequest, map[string]any{"error": "invalid_grant", "error_description": "Token has been expired or revoked."})
		return
	}
	token := "access-" + rand.Text()
	p.live[token] = user
	p.issued++
	reply(w, http.StatusOK, map[string]any{"access_token": token, "token_type": "Bearer", "expires_in": int(time.Hour / time.Second)})
}

func (p *Tokens) introspect(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	user, ok := p.live[r.FormValue("token")]
	if !ok {
		reply(w, http.StatusOK, map[string]any{"active": false})
		return
	}
	reply(w, http.StatusOK, map[string]any{"active": true, "username": user})
}

func reply(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // whoever asked may be gone
}
