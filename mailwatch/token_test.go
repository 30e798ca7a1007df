package mailwatch_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

// TestTokenServer: a real server's refusal of a token says why in the log, one
// fresh token is asked for, and that one is good.
func TestTokenServer(t *testing.T) {
	t.Parallel()
	s := servers.Dovecot(t, servers.OAuth)
	user := s.Users[0]
	for mechanism, refused := range map[string]int{"xoauth2": 1, "oauthbearer": 0} { // each refusal takes Dovecot longer
		t.Run(mechanism, func(t *testing.T) {
			asked := 0
			var log bytes.Buffer
			e := endpoint(s, user)
			e.Mechanism = mechanism
			e.Secret = func(context.Context) (string, error) {
				if asked++; asked <= refused {
					return "run out", nil
				}
				answer, err := http.PostForm(s.Tokens.URL, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {s.Tokens.Refresh(user)}})
				if err != nil {
					return "", err
				}
				defer answer.Body.Close()
				var token struct {
					Access string `json:"access_token"`
				}
				err = json.NewDecoder(answer.Body).Decode(&token)
				return token.Access, err
			}
			c, err := mailwatch.Dial(t.Context(), e, slog.New(slog.NewTextHandler(&log, nil)))
			must(t, err)
			defer c.Close()
			if _, err = c.FindMailboxes(t.Context(), mailwatch.Names{}); err != nil || asked != refused+1 {
				t.Errorf("asked %d times: %v", asked, err)
			}
			if said := log.String(); refused > 0 && !strings.Contains(said, `status\":\"401`) || strings.Contains(said, "run out") {
				t.Errorf("logged %s", said)
			}
		})
	}
}
