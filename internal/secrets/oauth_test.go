package secrets

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// provider is a token endpoint that counts what it gives out.
type provider struct {
	*httptest.Server
	asked  int
	answer func(p *provider, w http.ResponseWriter, r *http.Request)
}

func newProvider(t *testing.T, answer func(*provider, http.ResponseWriter, *http.Request)) *provider {
	p := &provider{answer: answer}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.asked++
		w.Header().Set("Content-Type", "application/json")
		p.answer(p, w, r)
	}))
	t.Cleanup(p.Close)
	return p
}

// tokens returns the tokens of a user whose refresh token is in a file.
func (p *provider) tokens(file string) *Tokens {
	return Source{}.Tokens(OAuth{TokenURL: p.URL, ClientID: "afterword", RefreshToken: Where{File: file}})
}

var day0 = time.Date(2026, 11, 13, 15, 0, 0, 0, time.UTC)

func TestAccess(t *testing.T) {
	p := newProvider(t, func(p *provider, w http.ResponseWriter, r *http.Request) {
		if r.FormValue("grant_type") != "refresh_token" || r.FormValue("refresh_token") != "r0" || r.FormValue("client_id") != "afterword" {
			w.WriteHeader(http.StatusBadRequest)
		}
		fmt.Fprintf(w, `{"access_token": "a%d", "token_type": "Bearer", "expires_in": 3600}`, p.asked)
	})
	tokens := p.tokens(write(t, "r0\n", 0o600))
	for _, c := range []struct {
		after time.Duration
		want  string
	}{{0, "a1"}, {58 * time.Minute, "a1"}, {59*time.Minute + 1, "a2"}, {time.Hour, "a2"}, {3 * time.Hour, "a3"},
		{3*time.Hour + time.Second, "a4"}} { // the last one was refused
		if got, err := tokens.Access(t.Context(), day0.Add(c.after)); err != nil || got.Reveal() != c.want {
			t.Errorf("after %v: %q, %v; want %q", c.after, got.Reveal(), err, c.want)
		}
	}
}

// A provider that replaces the refresh token may forget the old one: the new one
// is used, and kept where the old one came from.
func TestRefreshTokenIsReplaced(t *testing.T) {
	p := newProvider(t, func(p *provider, w http.ResponseWriter, r *http.Request) {
		if r.FormValue("refresh_token") != fmt.Sprint("r", p.asked-1) {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"error": "invalid_grant"}`)
			return
		}
		fmt.Fprintf(w, `{"access_token": "a%d", "token_type": "Bearer", "expires_in": 60, "refresh_token": "r%d"}`, p.asked, p.asked)
	})
	file := write(t, "r0\n", 0o600)
	for start := range 2 { // the second time as a new process
		tokens := p.tokens(file)
		for i := range 2 {
			want := fmt.Sprint("a", 2*start+i+1)
			if got, err := tokens.Access(t.Context(), day0); err != nil || got.Reveal() != want {
				t.Fatalf("%q, %v; want %q", got.Reveal(), err, want)
			}
		}
	}
	b, _ := os.ReadFile(file)
	info, _ := os.Stat(file)
	if string(b) != "r4\n" || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" { // which has no mode bits
		t.Errorf("%q, %v", b, info.Mode())
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name, body string
		status     int
		revoked    bool
		says       string
	}{
		{"revoked", `{"error": "invalid_grant", "error_description": "Token r0 has been\nexpired or revoked."}`, 400, true, "Token [secret] has been expired or revoked."},
		{"unknown program", `{"error": "invalid_client"}`, 401, false, "invalid_client"},
		{"broken", `r0 <html>`, 502, false, "502"},
		{"elsewhere", "", http.StatusTemporaryRedirect, false, "token_url"},
	} {
		p := newProvider(t, func(p *provider, w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "/other")
			w.WriteHeader(c.status)
			fmt.Fprint(w, c.body)
		})
		_, err := p.tokens(write(t, "r0", 0o600)).Access(t.Context(), day0)
		if err == nil || errors.Is(err, ErrRevoked) != c.revoked || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "r0") || p.asked != 1 {
			t.Errorf("%s: %v (asked %d times)", c.name, err, p.asked)
		}
		var h *Error
		if c.revoked && (!errors.As(err, &h) || !strings.Contains(h.Hint(), "afterword login")) {
			t.Errorf("%s: no hint", c.name)
		}
	}
	_, err := Source{}.Tokens(OAuth{TokenURL: "http://127.0.0.1:1", ClientID: "x", RefreshToken: Where{File: "/nonexistent"}}).Access(t.Context(), day0)
	if err == nil || !strings.Contains(err.Error(), "refresh token") {
		t.Error(err)
	}
}

// A login that was withdrawn is made anew by another process while this one runs: it goes
// on with the new token.
func TestLoggedInAgain(t *testing.T) {
	p := newProvider(t, func(p *provider, w http.ResponseWriter, r *http.Request) {
		if r.FormValue("refresh_token") != "r1" {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"error": "invalid_grant"}`)
			return
		}
		fmt.Fprint(w, `{"access_token": "a1", "token_type": "Bearer", "expires_in": 3600}`)
	})
	file := write(t, "r0\n", 0o600)
	tokens := p.tokens(file)
	if _, err := tokens.Access(t.Context(), day0); !errors.Is(err, ErrRevoked) {
		t.Fatal(err)
	}
	if err := (Source{}).Keep(t.Context(), Where{File: file}, NewText("r1")); err != nil {
		t.Fatal(err)
	}
	if got, err := tokens.Access(t.Context(), day0.Add(time.Minute)); err != nil || got.Reveal() != "a1" {
		t.Errorf("%q, %v", got.Reveal(), err)
	}
}

func TestClientSecret(t *testing.T) {
	p := newProvider(t, func(p *provider, w http.ResponseWriter, r *http.Request) {
		user, pass, ok := r.BasicAuth()
		if !ok || user != "afterword" || pass != "s" {
			w.WriteHeader(http.StatusUnauthorized)
		}
		fmt.Fprint(w, `{"access_token": "a", "token_type": "Bearer"}`)
	})
	tokens := Source{}.Tokens(OAuth{TokenURL: p.URL, ClientID: "afterword", RefreshToken: Where{File: write(t, "r", 0o600)}, ClientSecret: Where{File: write(t, "s", 0o600)}})
	for i := range 2 { // without expires_in it is good until it is refused
		if got, err := tokens.Access(t.Context(), day0.AddDate(0, i, 0)); err != nil || got.Reveal() != "a" || p.asked != 1 {
			t.Errorf("%q, %v", got.Reveal(), err)
		}
	}
}
