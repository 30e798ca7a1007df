package mailwatch

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// What a caller may branch on. The text of each says what the user should do.
var (
	// ErrLogin: the server refused the name, password or token. Trying again
	// with the same does not help.
	ErrLogin = errors.New("the server refused the login: check the user name and the password (many providers want an app password)")
	// ErrSecret: the password or token could not be had; the server was not asked.
	ErrSecret = errors.New("the password could not be read: check where the config says that it is kept")
	// ErrUnavailable: the server's own login or storage service is down.
	ErrUnavailable = errors.New("the mail server is out of order for the moment: nothing to do, it is tried again")
	// ErrOverQuota: the mailbox is full.
	ErrOverQuota = errors.New("the mailbox is over its quota: delete some mail or ask for more room")
	// ErrDiskFull: the server failed to write.
	ErrDiskFull = errors.New("the mail server could not store it, its disk may be full: tell whoever runs the server")
	// ErrGone: the message, or the mailbox, is not there any more.
	ErrGone = errors.New("it is not there any more")
	// ErrReadOnly: the mailbox may not be written to.
	ErrReadOnly = errors.New("the mailbox is read-only: ask whoever runs the server for the right to write to it")
	// ErrNoMailbox: no mailbox fits; the error's text names the key to set.
	ErrNoMailbox = errors.New("no such mailbox")
	// ErrUnsteady: the server gives a mailbox another UIDVALIDITY again and again. It is
	// read as a whole only now and then.
	ErrUnsteady = errors.New("the server numbers the messages of this mailbox anew again and again, so all of it is read only now and then: tell whoever runs the server")
	// ErrRefused: the server said no for a reason that has no word of its own.
	ErrRefused = errors.New("the mail server refused")
	// ErrTLS: no safe connection could be made.
	ErrTLS = errors.New("no safe connection: check tls, ca_file and the server's name in the config")
	// ErrLost: the connection broke, or the server spoke nonsense.
	ErrLost = errors.New("there is no connection to the mail server")
	// ErrTimeout: the server did not answer in time. It wraps ErrLost.
	ErrTimeout = fmt.Errorf("the mail server did not answer in time: %w", ErrLost)
	// ErrUncertain: the connection broke while a draft was handed over. It may
	// or may not stand there: search for it before it is placed again.
	ErrUncertain = errors.New("whether the draft was stored is not known")
	// ErrPoison: a message broke the connection. It is remembered in the
	// Quarantine; reconnect and call again.
	ErrPoison = errors.New("a message broke the connection")
)

// A NoMailbox is the error where no mailbox serves as one of Names. It wraps
// ErrNoMailbox, and says what there is and which key of the config to set.
type NoMailbox struct {
	Role  string // the key of the config: "drafts", "sent" or "trash"
	Name  string // that the user wrote; "" where one was looked for
	There []string
}

func (n *NoMailbox) Error() string {
	if n.Name != "" {
		return fmt.Sprintf("%v: mailbox %q of the key %q is not there; there are %s", ErrNoMailbox, n.Name, n.Role, enumerate(n.There))
	}
	return fmt.Sprintf("%v: none of the mailboxes looks like the one for %s: set the key %q to one of %s", ErrNoMailbox, n.Role, n.Role, enumerate(n.There))
}

func (n *NoMailbox) Unwrap() error { return ErrNoMailbox }

// words are the response codes of RFC 5530, RFC 9208 and RFC 9051 section 7.1
// that have a word of their own.
var words = map[imap.ResponseCode]error{
	imap.ResponseCodeAuthenticationFailed: ErrLogin,
	imap.ResponseCodeAuthorizationFailed:  ErrLogin,
	imap.ResponseCodeExpired:              ErrLogin,
	imap.ResponseCodePrivacyRequired:      ErrTLS,
	imap.ResponseCodeUnavailable:          ErrUnavailable,
	imap.ResponseCodeInUse:                ErrUnavailable,
	imap.ResponseCodeLimit:                ErrUnavailable,
	imap.ResponseCodeOverQuota:            ErrOverQuota,
	imap.ResponseCodeServerBug:            ErrUnavailable,
	imap.ResponseCodeNonExistent:          ErrGone,
	imap.ResponseCodeTryCreate:            ErrGone,
	imap.ResponseCodeNoPerm:               ErrReadOnly,
	"READ-ONLY":                           ErrReadOnly,
}

// refused translates a NO or BAD. otherwise is the word where the code has none.
func refused(code imap.ResponseCode, text string, otherwise error) error {
	word, ok := words[imap.ResponseCode(strings.ToUpper(string(code)))]
	if !ok {
		word = otherwise
	}
	return refusal(word, code, text)
}

// unstored translates the refusal of a command that has to store something. A server
// bug is then most likely a full disk: so says Dovecot of one. Of any other command it
// may mean anything.
func unstored(no *imap.Error) error {
	if strings.EqualFold(string(no.Code), string(imap.ResponseCodeServerBug)) {
		return refusal(ErrDiskFull, no.Code, no.Text)
	}
	return refused(no.Code, no.Text, ErrRefused)
}

// A Refusal is the server's NO or BAD to a command.
type Refusal struct {
	Word error  // one of those above, which it wraps
	Said string // the server's own words
}

func (r *Refusal) Error() string { return fmt.Sprintf("%v (the server said %q)", r.Word, r.Said) }

func (r *Refusal) Unwrap() error { return r.Word }

func refusal(word error, code imap.ResponseCode, text string) error {
	if code != "" {
		text = strings.TrimSpace(fmt.Sprintf("[%s] %s", code, text))
	}
	return &Refusal{Word: word, Said: clip(text, 300)}
}

// translated makes a word of the server's own word to a command; otherwise is the one
// for a refusal without a code. Any other error stays as it is.
func translated(err, otherwise error) error {
	no := new(imap.Error)
	if !errors.As(err, &no) {
		return err
	}
	return refused(no.Code, no.Text, otherwise)
}

// clip bounds what a server said before it goes to a log.
func clip(s string, n int) string {
	if len(s) > n {
		return s[:n] + "…"
	}
	return s
}

// lost translates the end of a connection: what stopped it is the context's
// cause if it was we, else what the guard or the server said, else err.
func lost(ctx context.Context, g *guard, err error) error {
	if ctx.Err() != nil {
		if cause := context.Cause(ctx); errors.Is(cause, ErrLost) {
			return cause
		} else {
			return fmt.Errorf("%w: %w", ErrLost, cause)
		}
	}
	if reason := g.reason(); reason != nil {
		return fmt.Errorf("%w: %w", ErrLost, reason)
	}
	return fmt.Errorf("%w: %w", ErrLost, err)
}
