package setup

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/oauth2"
)

// A Code is what the user types at his provider, on whatever device.
type Code struct {
	Text    string
	Page    string
	Expires time.Time // zero where the provider does not say
}

// codeTime is how long a code is waited for where the provider does not say.
const codeTime = 15 * time.Minute

// ByCode lets the user log in on any device, by a code (RFC 8628). show is given what
// to type, and where. A provider that is out of order in between is asked again until
// the code has run out: the library itself gives up at the first 503.
func (c Consent) ByCode(ctx context.Context, show func(Code)) (Token, error) {
	config := c.config()
	var code *oauth2.DeviceAuthResponse
	for try := 1; ; try++ {
		var err error
		if code, err = config.DeviceAuth(c.client(ctx)); err == nil {
			break
		}
		if try == exchangeTries || !passes(err) {
			return Token{}, c.worded(err)
		}
		if !pause(ctx, exchangePause) {
			return Token{}, context.Cause(ctx)
		}
	}
	if code.DeviceCode == "" || code.UserCode == "" || code.VerificationURI == "" {
		return Token{}, fmt.Errorf("ask %q for a code: the answer has none", c.Device)
	}
	show(Code{code.UserCode, code.VerificationURI, code.Expiry})
	waiting, cancel := context.WithTimeoutCause(ctx, codeTime, ErrTooLate)
	defer cancel()
	if !code.Expiry.IsZero() {
		waiting, cancel = context.WithDeadlineCause(ctx, code.Expiry, ErrTooLate)
		defer cancel()
	}
	for {
		token, err := config.DeviceAccessToken(c.client(waiting), code)
		switch {
		case err == nil:
			return given(token)
		case ctx.Err() != nil:
			return Token{}, context.Cause(ctx)
		case waiting.Err() != nil:
			return Token{}, ErrTooLate
		case passes(err):
			continue // it waits for the interval before it asks
		}
		var refusal *oauth2.RetrieveError
		if errors.As(err, &refusal) && refusal.ErrorCode == "expired_token" {
			return Token{}, ErrTooLate
		}
		return Token{}, c.worded(err)
	}
}
