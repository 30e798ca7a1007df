package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/setup"
	"afterword/mailwatch"
)

// How long `check` waits: a server that is well answers at once, and who looks on
// shall not wait as long as the daemon does.
const (
	checkTime    = 8 * time.Second // for a connection, and for each answer
	greetingTime = time.Second     // for the first word on a port that speaks in the clear
)

// mend says what to do where an account's server could not be used, unless the error
// says so itself.
func mend(account config.Account, err error) string {
	imap := account.IMAP
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var plain tls.RecordHeaderError
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case hintOf(err) != "":
		return hintOf(err)
	case errors.As(err, &authority):
		return fmt.Sprintf("if the server is your own, name its certificate: ca_file = \"/path/to/ca.pem\" under [account.imap]; else %q is not your provider's server", imap.Host)
	case errors.As(err, &name):
		return "write the server's name as its certificate has it: host = " + certified(name)
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "look at this computer's clock (date); if it is right, the server's certificate has run out: tell whoever runs the server"
	case errors.As(err, &plain):
		return `set tls = "starttls" under [account.imap], or port = 993 with tls = "tls"`
	case errors.Is(err, mailwatch.ErrTLS) && imap.TLS == "starttls":
		return `the server offers no STARTTLS: set tls = "tls" and port = 993 under [account.imap]`
	case errors.Is(err, mailwatch.ErrTLS):
		return "look at tls, port and ca_file under [account.imap]"
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Sprintf("there is no server %q: look up the name of the IMAP server at your provider, and set host under [account.imap]", imap.Host)
	case errors.As(err, &dns):
		return "no name can be looked up: is this computer connected to the Internet?"
	case errors.Is(err, mailwatch.ErrLogin) && !imap.OAuth.IsZero():
		return "afterword login " + account.Name
	case errors.Is(err, mailwatch.ErrLogin) && !imap.Token.IsZero():
		return "the access token is not taken: see what the command of token under [account.imap] prints, and log in again with that program"
	case errors.Is(err, mailwatch.ErrLogin) && knownProvider(imap.Host):
		return hintOf(setup.Explain(setup.Speak("en"), account, err))
	case errors.Is(err, mailwatch.ErrLogin):
		return "look at username and password under [account.imap]; many providers want an app password, which you make in the security settings of your account there"
	case errors.Is(err, mailwatch.ErrSecret):
		return "look at password under [account.imap]: it names where the password is kept"
	case errors.Is(err, mailwatch.ErrNoMailbox):
		return `name it in the config, as in: drafts = "Drafts" under [account.mailboxes]`
	case errors.Is(err, mailwatch.ErrGone):
		return "write the mailbox's name under [account.mailboxes] as your mail program shows it"
	case errors.Is(err, mailwatch.ErrReadOnly):
		return "ask whoever runs the server for the right to write to it"
	case errors.Is(err, mailwatch.ErrUnavailable):
		return "wait a few minutes, then: afterword check"
	case errors.As(err, &op) && op.Op == "dial" && !op.Timeout():
		return fmt.Sprintf("nothing answers at %s: look at host, port and tls under [account.imap]", imap.Endpoint())
	case errors.Is(err, mailwatch.ErrTimeout), errors.Is(err, mailwatch.ErrLost):
		return fmt.Sprintf("look at host, port and tls under [account.imap]; a firewall may keep this computer from %s", imap.Endpoint())
	}
	return "afterword --help   # and README.md, \"Questions\""
}

// diagnose names what is wrong where an account could not be read.
func diagnose(account config.Account, err error) string {
	return string(setup.Diagnose(account, err))
}

// knownProvider reports whether it is known what the provider of a server wants.
func knownProvider(host string) bool {
	_, known := setup.ByHost(host)
	return known
}

// certified returns the names for which a certificate was made.
func certified(err x509.HostnameError) string {
	if err.Certificate == nil || len(err.Certificate.DNSNames) == 0 {
		return "the name that your provider tells"
	}
	names := err.Certificate.DNSNames
	return fmt.Sprintf("%q", strings.Join(names[:min(len(names), 3)], `" or "`))
}

// errSpeaksTLS is found out before the daemon's own way of connecting would wait for
// a greeting that never comes.
var errSpeaksTLS = errors.New("the server is silent in the clear and speaks TLS from the first word on this port")

// reach tries the first moment of a connection that begins in the clear: a port for
// TLS is silent there, and so is the program.
func reach(ctx context.Context, e mailwatch.Endpoint) error {
	if e.TLS != mailwatch.TLSStart && e.TLS != mailwatch.TLSNone {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	raw, err := (&net.Dialer{}).DialContext(ctx, "tcp", e.Address)
	if err != nil {
		return nil // the daemon's own way tells it better
	}
	defer raw.Close()
	_ = raw.SetReadDeadline(time.Now().Add(greetingTime))
	if n, err := raw.Read(make([]byte, 1)); n > 0 || !isTimeout(err) {
		return nil
	}
	_ = raw.SetDeadline(time.Now().Add(greetingTime))
	host, _, _ := net.SplitHostPort(e.Address)
	var certificate *tls.CertificateVerificationError
	err = tls.Client(raw, &tls.Config{ServerName: host, RootCAs: e.RootCAs, NextProtos: []string{"imap"}}).HandshakeContext(ctx)
	if err == nil || errors.As(err, &certificate) {
		_, port, _ := net.SplitHostPort(e.Address)
		return hint(fmt.Errorf("connect to %q: %w", e.Address, errSpeaksTLS), "set tls = \"tls\" and port = %s under [account.imap]", port)
	}
	return nil
}

func isTimeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}

// named refuses an account in whose name nobody could write.
func named(account config.Account) error {
	if strings.TrimSpace(account.FromName) != "" {
		return nil
	}
	return hint(fmt.Errorf("account %q has no from_name: letters would be from nobody, and signed by nobody", account.Name),
		"write from_name = \"Your Name\" into its [[account]] section")
}
