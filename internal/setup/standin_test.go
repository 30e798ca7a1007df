package setup

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"sync"
	"testing"
	"time"
)

// A standIn plays a provider of OAuth 2: codes with PKCE, device codes, refresh tokens
// that rotate. It is asked through RoundTrip, so that time may be testing/synctest's.
type standIn struct {
	mu       sync.Mutex
	approved bool  // a device code was typed
	pending  []int // status with which polling is answered first; 0 is "pending", 1 "slow down"
	slow     time.Duration
	refuse   url.Values // what /authorize answers instead of a code
	expires  int        // seconds of a device code
	noRenew  bool

	codes     map[string]string // code → challenge
	refresh   map[string]bool   // good ones
	given     int
	asked     int
	redirects map[string]string // code → redirect_uri
}

func newStandIn() *standIn {
	return &standIn{codes: map[string]string{}, redirects: map[string]string{}, refresh: map[string]bool{}, expires: 600}
}

func (s *standIn) consent() Consent {
	return Consent{Endpoints: Endpoints{Authorize: "https://login.host.example/authorize", Device: "https://login.host.example/device", Token: "https://login.host.example/token", Scope: "imap offline"},
		ClientID: "afterword-test", Login: "robin@home.example", HTTP: &http.Client{Transport: s}, Done: "Done <now>"}
}

func (s *standIn) RoundTrip(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	slow := s.slow
	s.mu.Unlock()
	if slow > 0 {
		timer := time.NewTimer(slow)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	answer := w.Result()
	answer.Request = r
	return answer, nil
}

func (s *standIn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = r.ParseForm()
	say := func(status int, doc map[string]any) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(doc)
	}
	refuse := func(code string) {
		say(http.StatusBadRequest, map[string]any{"error": code, "error_description": "no\x1b[2J"})
	}
	token := func() {
		s.given++
		doc := map[string]any{"access_token": fmt.Sprint("access-", s.given), "token_type": "Bearer", "expires_in": 3600}
		if !s.noRenew {
			doc["refresh_token"] = fmt.Sprint("refresh-", s.given)
			s.refresh[fmt.Sprint("refresh-", s.given)] = true
		}
		say(http.StatusOK, doc)
	}
	switch "/" + path.Base(r.URL.Path) {
	case "/device":
		say(http.StatusOK, map[string]any{"device_code": "d", "user_code": "ABCD-EFGH", "verification_uri": "https://login.host.example/code", "expires_in": s.expires, "interval": 5})
	case "/token":
		s.asked++
		switch r.Form.Get("grant_type") {
		case "authorization_code":
			if len(s.pending) > 0 {
				status := s.pending[0]
				s.pending = s.pending[1:]
				w.WriteHeader(status)
				return
			}
			sum := sha256.Sum256([]byte(r.Form.Get("code_verifier")))
			challenge, known := s.codes[r.Form.Get("code")]
			if !known || challenge != base64.RawURLEncoding.EncodeToString(sum[:]) || s.redirects[r.Form.Get("code")] != r.Form.Get("redirect_uri") || r.Form.Get("client_id") != "afterword-test" {
				refuse("invalid_grant")
				return
			}
			delete(s.codes, r.Form.Get("code"))
			token()
		case "refresh_token":
			if !s.refresh[r.Form.Get("refresh_token")] {
				refuse("invalid_grant")
				return
			}
			delete(s.refresh, r.Form.Get("refresh_token"))
			token()
		default:
			if len(s.pending) > 0 {
				status := s.pending[0]
				s.pending = s.pending[1:]
				switch status {
				case 0:
					refuse("authorization_pending")
				case 1:
					refuse("slow_down")
				case 2:
					refuse("access_denied")
				default:
					w.WriteHeader(status)
				}
				return
			}
			if !s.approved {
				refuse("authorization_pending")
				return
			}
			token()
		}
	}
}

// browse plays a user who agrees: the address that his browser is sent to is where
// the answer goes.
func (s *standIn) browse(t *testing.T, change func(url.Values)) func(string) error {
	return func(address string) error {
		u, err := url.Parse(address)
		if err != nil {
			return err
		}
		q := u.Query()
		if q.Get("code_challenge_method") != "S256" || q.Get("login_hint") != "robin@home.example" || q.Get("scope") != "imap offline" || q.Get("response_type") != "code" {
			t.Errorf("opened %s", address)
		}
		s.mu.Lock()
		code := fmt.Sprint("code-", len(s.codes)+1)
		s.codes[code], s.redirects[code] = q.Get("code_challenge"), q.Get("redirect_uri")
		answer := url.Values{"code": {code}, "state": {q.Get("state")}}
		if s.refuse != nil {
			answer = url.Values{"state": {q.Get("state")}}
			for k, v := range s.refuse {
				answer[k] = v
			}
		}
		s.mu.Unlock()
		if change != nil {
			change(answer)
		}
		page, err := http.Get(q.Get("redirect_uri") + "/?" + answer.Encode())
		if err != nil {
			return err
		}
		return page.Body.Close()
	}
}
