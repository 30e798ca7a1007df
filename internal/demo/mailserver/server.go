package mailserver

import (
	"context"
	"crypto/x509"
	"net"
	"time"
)

// Password is every user's password, where nothing else is said.
const Password = "correct horse"

// Users are the users of a server for which nobody asked for others.
var Users = []string{"robin@home.example", "kim@home.example", "noor@home.example", "alexis@home.example"}

// Boxes are the names of the mailboxes with a use, in UTF-8, as LIST gives them
// (prefix included).
type Boxes struct{ Inbox, Drafts, Sent, Trash, Archive string }

// A Server is a running mail server as its users see it, whatever its make. Its
// methods are what they do at it, and may be called from several goroutines.
type Server struct {
	Name      string         // what it is: "embedded", "dovecot localized", "cyrus"
	Addr      string         // host:port that speaks TLS from the first byte; "" where there is none
	PlainAddr string         // host:port without TLS; "" where there is none
	CA        *x509.CertPool // the authority of the server's certificate
	CAFile    string         // the same as a PEM file; "" for an embedded server without Dir
	Boxes     Boxes
	Users     []string

	// Connect connects without TLS, for the users' own side.
	Connect func(context.Context) (net.Conn, error)
	// PasswordOf returns a user's password; nil where each has Password.
	PasswordOf func(user string) string
}

// patience bounds every exchange of the users' side with the server. No test
// measures it: it only turns a hang into an error.
const patience = 30 * time.Second

func (s *Server) password(user string) string {
	if s.PasswordOf == nil {
		return Password
	}
	return s.PasswordOf(user)
}
