package mailwatch

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"

	"github.com/emersion/go-sasl"
)

// login proves who we are. The secret is in no error and no log.
func (t *talk) login(ctx context.Context) error {
	if t.end.Secret == nil {
		return said{fmt.Errorf("%w: there is none", ErrSecret)}
	}
	secret, err := t.end.Secret(ctx)
	if err != nil {
		return said{fmt.Errorf("%w: %w", ErrSecret, err)}
	}
	before := t.caps
	t.caps = "" // RFC 9051, section 6.2.2: they change with the login
	switch t.end.Mechanism {
	case "xoauth2":
		return t.authenticate(before, xoauth2{t.end.Username, secret})
	case "oauthbearer":
		host, port, _ := net.SplitHostPort(t.end.Address)
		n, _ := strconv.Atoi(port)
		return t.authenticate(before, sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{
			Username: t.end.Username, Token: secret, Host: host, Port: n}))
	case "login":
		return t.plainLogin(secret)
	case "plain":
		return t.authenticate(before, sasl.NewPlainClient("", t.end.Username, secret))
	case "":
		if before.has("AUTH=PLAIN") || before.has("LOGINDISABLED") || !quotable(t.end.Username) || !quotable(secret) {
			return t.authenticate(before, sasl.NewPlainClient("", t.end.Username, secret))
		}
		return t.plainLogin(secret)
	}
	return said{fmt.Errorf("%w: %q is none of plain, login, xoauth2, oauthbearer", ErrLogin, t.end.Mechanism)}
}

// plainLogin is the LOGIN command (RFC 9051, section 6.2.3).
func (t *talk) plainLogin(secret string) error {
	if !quotable(t.end.Username) || !quotable(secret) {
		return said{fmt.Errorf("%w: LOGIN cannot carry answers beyond ASCII, use \"plain\"", ErrLogin)}
	}
	return t.command("LOGIN "+quote(t.end.Username)+" "+quote(secret), ErrLogin, nil)
}

func quotable(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) < 0
}

var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func quote(s string) string { return `"` + escaped.Replace(s) + `"` }

// authenticate is AUTHENTICATE (RFC 9051, section 6.2.2), with the first answer
// in the command itself where the server can do that (RFC 4959).
//
// A refused token is answered by a challenge that holds a JSON document; the
// client sends an empty line, and only then comes the NO (RFC 7628, section
// 3.2.3). The document says why, so it goes into the error.
func (t *talk) authenticate(caps capabilities, client sasl.Client) error {
	mechanism, first, err := client.Start()
	if err != nil {
		return said{fmt.Errorf("%w: %w", ErrLogin, err)}
	}
	if !caps.has("AUTH=" + mechanism) {
		return said{fmt.Errorf("%w: the server does not offer %s", ErrLogin, mechanism)}
	}
	command, sent := "AUTHENTICATE "+mechanism, false
	if caps.has("SASL-IR") {
		command, sent = command+" "+base64.StdEncoding.EncodeToString(first), true
	}
	tag, err := t.send(command)
	if err != nil {
		return err
	}
	var refusal string
	err = t.answer(tag, ErrLogin, nil, func(text string) (string, error) {
		if !sent {
			sent = true
			return base64.StdEncoding.EncodeToString(first), nil
		}
		if challenge, err := base64.StdEncoding.DecodeString(text); err == nil {
			refusal = clip(string(challenge), 300)
		}
		if mechanism == sasl.OAuthBearer {
			return "AQ==", nil // RFC 7628, section 3.2.3: a lone ^A
		}
		return "", nil
	})
	if refusal != "" && errors.Is(err, errSaid) {
		return said{fmt.Errorf("%w: %s", err, refusal)}
	}
	return err
}

// xoauth2 is Google's and Microsoft's forerunner of RFC 7628.
type xoauth2 struct{ user, token string }

func (x xoauth2) Start() (string, []byte, error) {
	return "XOAUTH2", []byte("user=" + x.user + "\x01auth=Bearer " + x.token + "\x01\x01"), nil
}

func (x xoauth2) Next([]byte) ([]byte, error) { return nil, nil }
