package chaos

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"afterword/internal/secrets"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
)

// access are the faults of the way in: the name, the certificate, the login. Each is
// told to the user by a word of its own.
var access = []fault{
	{name: "names not resolved",
		strike: func(r *ring) {
			r.changeReach(func(e mailwatch.Endpoint) mailwatch.Endpoint {
				e.Address = "imap.home.invalid:993" // RFC 6761, section 6.4: nobody has it
				return e
			})
			r.Cut(false)
		},
		during: func(r *ring) { r.blind("lookup imap.home.invalid") },
		mend:   func(r *ring) { r.changeReach(nil) }},
	{name: "certificate changed",
		strike: func(r *ring) {
			_, err := r.NewCertificate()
			r.must(err)
			r.Cut(true)
		},
		during: func(r *ring) { r.blind("no safe connection") },
		mend:   func(r *ring) { r.Mend() }},
	{name: "login service down",
		strike: func(r *ring) {
			r.Always(servers.Client, `^\S+ (LOGIN|AUTHENTICATE)`, servers.Answer("$TAG NO [UNAVAILABLE] Temporary authentication failure."))
			r.Cut(false)
		},
		during: func(r *ring) { r.blind("out of order") },
		mend:   func(r *ring) { r.Mend() }},
	{name: "password revoked",
		strike: func(r *ring) { r.must(r.server.SetPassword(r.user, "another")); r.Cut(false) },
		during: func(r *ring) { r.blind("refused the login") },
		mend:   func(r *ring) { r.must(r.server.SetPassword(r.user, servers.Password)) }},
	{name: "tokens revoked", start: func(t *testing.T) *servers.Server { return servers.Dovecot(t, servers.OAuth) },
		strike: func(r *ring) {
			r.useTokens()
			r.Cut(false)
			r.settle()
			r.server.Tokens.Revoke(r.user)
			r.Cut(false)
		},
		during: func(r *ring) { r.blind("refresh token is no longer valid") },
		mend:   func(r *ring) { r.server.Tokens.Allow(r.user) }},
}

// useTokens logs in with tokens from now on, as OAuth 2 has them.
func (r *ring) useTokens() {
	r.t.Helper()
	file := filepath.Join(r.t.TempDir(), "refresh")
	r.must(os.WriteFile(file, []byte(r.server.Tokens.Refresh(r.user)), 0o600))
	tokens := secrets.Source{}.Tokens(secrets.OAuth{TokenURL: r.server.Tokens.URL, ClientID: "afterword", RefreshToken: secrets.Where{File: file}})
	r.changeReach(func(e mailwatch.Endpoint) mailwatch.Endpoint {
		e.Mechanism = "xoauth2"
		e.Secret = func(ctx context.Context) (string, error) {
			text, err := tokens.Access(ctx, r.clock())
			return text.Reveal(), err
		}
		return e
	})
}
