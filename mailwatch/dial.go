package mailwatch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"
)

// TLSMode says how a connection is made safe.
type TLSMode string

const (
	TLSImplicit TLSMode = "tls"      // from the first octet (RFC 8314); the default
	TLSStart    TLSMode = "starttls" // RFC 9051, section 6.2.1
	TLSNone     TLSMode = "none"     // refused except to loopback
)

// An Endpoint is where an account's mail is, and how to get in.
type Endpoint struct {
	Address    string // host:port
	TLS        TLSMode
	ServerName string         // in the certificate; "" for the host of Address
	RootCAs    *x509.CertPool // nil for the system's

	Username  string
	Mechanism string // "plain", "login", "xoauth2", "oauthbearer"; "" for a password by whatever the server offers
	// Secret returns the password or the access token. It is asked at every
	// login, and a second time at once if a token was refused.
	Secret func(context.Context) (string, error)

	// Version of the program, for servers that want to know with whom they talk (ID);
	// "" for none.
	Version string

	DialTimeout    time.Duration // up to the greeting; default 30 s
	CommandTimeout time.Duration // of silence during a command; default 30 s
	// Renew is how long an IDLE runs before it is ended, the server is asked
	// whether it is still there, and IDLE begins again. Default 85 s: with
	// CommandTimeout a dead peer is noticed within two minutes. RFC 2177 wants
	// less than 29 minutes.
	Renew time.Duration
	// Poll is how often a server without IDLE is asked; default 60 s.
	Poll time.Duration

	DialContext func(ctx context.Context, network, address string) (net.Conn, error) // nil for a net.Dialer
}

func (e Endpoint) withDefaults() Endpoint {
	for _, d := range []struct {
		v *time.Duration
		d time.Duration
	}{{&e.DialTimeout, 30 * time.Second}, {&e.CommandTimeout, 30 * time.Second}, {&e.Renew, 85 * time.Second}, {&e.Poll, time.Minute}} {
		if *d.v <= 0 {
			*d.v = d.d
		}
	}
	if e.TLS == "" {
		e.TLS = TLSImplicit
	}
	if e.DialContext == nil {
		// Keep-alive finds a peer that vanished without a word even where no
		// command is under way; Renew finds the others.
		e.DialContext = (&net.Dialer{KeepAliveConfig: net.KeepAliveConfig{
			Enable: true, Idle: 45 * time.Second, Interval: 15 * time.Second, Count: 3,
		}}).DialContext
	}
	return e
}

// Dial connects, checks the certificate, logs in, and asks what the server can do
// and which mailboxes there are. Its error wraps ErrTLS, ErrSecret, ErrLogin, ErrUnavailable,
// ErrTimeout or ErrLost.
func Dial(ctx context.Context, e Endpoint, log *slog.Logger) (*Conn, error) {
	e = e.withDefaults()
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	fail := func(err error) (*Conn, error) {
		return nil, fmt.Errorf("connect to %q as %q: %w", e.Address, e.Username, err)
	}
	host, _, err := net.SplitHostPort(e.Address)
	if err != nil {
		return fail(fmt.Errorf("the address is no host:port: %w", err))
	}
	if e.TLS == TLSNone && !loopback(host) {
		return fail(fmt.Errorf("%w: tls = \"none\" is only for a server on this machine", ErrTLS))
	}

	c, err := dial(ctx, e, host)
	if errors.Is(err, ErrLogin) && e.oauth() {
		// A token may have run out between two looks at the clock: a fresh one
		// is worth one try.
		log.Info("token refused, asking for a fresh one", "server", e.Address, "error", err)
		c, err = dial(ctx, e, host)
	}
	if err != nil {
		return fail(err)
	}
	c.log = log
	log.Debug("logged in", "server", e.Address, "user", e.Username, "mailboxes", len(c.listed))
	return c, nil
}

func dial(ctx context.Context, e Endpoint, host string) (*Conn, error) {
	dialing, cancel := context.WithTimeoutCause(ctx, e.DialTimeout, ErrTimeout)
	defer cancel()
	raw, err := e.DialContext(dialing, "tcp", e.Address)
	if err != nil {
		return nil, lost(dialing, nil, err)
	}
	raw = promptly(raw)
	stop := context.AfterFunc(dialing, func() { raw.Close() })
	t := &talk{raw: raw, end: e, tls: &tls.Config{ServerName: e.ServerName, RootCAs: e.RootCAs, NextProtos: []string{"imap"}}}
	if t.tls.ServerName == "" {
		t.tls.ServerName = host
	}
	c, err := t.open(dialing)
	if !stop() && err == nil {
		err = context.Cause(dialing)
	}
	if err != nil {
		raw.Close()
		var cert *tls.CertificateVerificationError
		var plain tls.RecordHeaderError
		switch {
		case errors.As(err, &plain):
			return nil, fmt.Errorf("%w: the server does not speak TLS on this port (%w); 993 is the usual one, with tls = \"tls\"", ErrTLS, err)
		case errors.As(err, &cert):
			return nil, fmt.Errorf("%w: %w", ErrTLS, err)
		case errors.Is(err, errSaid):
			return nil, err
		}
		return nil, lost(dialing, t.guard, err)
	}
	return c, nil
}

func (e Endpoint) oauth() bool { return e.Mechanism == "xoauth2" || e.Mechanism == "oauthbearer" }

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
