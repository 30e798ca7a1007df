package servers_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"testing"

	"github.com/emersion/go-sasl"

	"afterword/internal/test/servers"
)

// TestOAuth shows that a token opens the mailbox until it has expired, that a
// refresh brings another, and that a revoked grant brings none.
func TestOAuth(t *testing.T) {
	s := servers.Dovecot(t, servers.OAuth)
	login := func(token string) error {
		return client(t, s, nil).Authenticate(sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: robin, Token: token}))
	}
	token := refresh(t, s, http.StatusOK)
	must(t, login(token))
	s.Tokens.Expire()
	if login(token) == nil {
		t.Error("an expired token was accepted")
	}
	must(t, login(refresh(t, s, http.StatusOK)))
	s.Tokens.Revoke(robin)
	refresh(t, s, http.StatusBadRequest)
	s.Tokens.Allow(robin)
	must(t, login(refresh(t, s, http.StatusOK)))
	if n := s.Tokens.Issued(); n != 3 {
		t.Errorf("%d tokens were issued, want 3", n)
	}
}

// refresh asks the provider for an access token.
func refresh(t *testing.T, s *servers.Server, want int) string {
	t.Helper()
	answer, err := http.PostForm(s.Tokens.URL, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {s.Tokens.Refresh(robin)}})
	must(t, err)
	defer answer.Body.Close()
	if answer.StatusCode != want {
		t.Fatalf("the provider says %s, want %d", answer.Status, want)
	}
	var body struct {
		AccessToken string `json:"access_token"`
	}
	must(t, json.NewDecoder(answer.Body).Decode(&body))
	return body.AccessToken
}
