package demo

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"path/filepath"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/demo/mailserver"
	"afterword/internal/replay"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/recognize"
)

// Options say what to set up. Server and Dir are needed.
type Options struct {
	Server *mailserver.Server
	User   string // one of the server's; default the first
	Name   string // the user's name
	Dir    string // for the store
	Start  time.Time
	Clock  func() time.Time     // a clock that goes by itself, instead of one that At moves
	Log    io.Writer            // the daemon's log; default nowhere
	Adjust func(*config.Config) // changes the config before the start
	// Addr and CA are where the daemon finds the server, over TLS, if not where it is:
	// what stands before it there, the user's own side goes past.
	Addr string
	CA   *x509.CertPool
	// Dial connects the daemon to a server that was started with Pipe; nil for over the
	// network.
	Dial   func(ctx context.Context, network, address string) (net.Conn, error)
	Notify func(daemon.Notification)
	// Rewrite may put the daemon's letters better; nil for as they are.
	Rewrite daemon.Rewriter
	// Opinion is asked what a message is where the user is; nil asks nobody.
	Opinion func(context.Context, recognize.Letter) string
}

// A Stage is one account with everything around it.
type Stage struct {
	*replay.Play
	Server *mailserver.Server
	User   string
}

// New sets a stage up; the daemon is not running yet.
func New(ctx context.Context, o Options) (*Stage, error) {
	if o.User == "" {
		o.User = o.Server.Users[0]
	}
	if o.Name == "" {
		o.Name = "Sam Winter"
	}
	c := config.Default()
	c.Store, c.Letters.Templates = filepath.Join(o.Dir, "afterword.db"), ""
	c.Accounts = []config.Account{Account(o.User, o.Name)}
	c.Intake.Notes = "off" // what a play asks, its user answers by hand
	if o.Adjust != nil {
		o.Adjust(c)
	}
	kept, err := store.Open(ctx, c.Store)
	if err != nil {
		return nil, err
	}
	s := &Stage{Server: o.Server, User: o.User}
	s.Play, err = replay.New(replay.Options{Config: c, Store: kept, Endpoint: o.endpoint, Start: o.Start, Clock: o.Clock, Log: o.Log,
		Notify: o.Notify, Rewrite: o.Rewrite, Opinion: o.Opinion})
	if err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	return s, nil
}

// Account is the one account of a stage whose config nobody adjusts.
func Account(address, name string) config.Account {
	return config.Account{Name: "work", Address: address, FromName: name, Zone: "America/New_York", Holidays: "US", Language: "en"}
}

func (o Options) endpoint(a config.Account) (mailwatch.Endpoint, error) {
	e := mailwatch.Endpoint{Address: o.Server.Addr, RootCAs: o.Server.CA, Username: a.Address,
		Secret: func(context.Context) (string, error) { return mailserver.Password, nil }}
	if e.Address == "" {
		e.Address, e.TLS = o.Server.PlainAddr, mailwatch.TLSNone
	}
	if e.DialContext = o.Dial; o.Dial != nil {
		e.Address = "localhost:143" // which nobody looks up
	}
	if o.Addr != "" {
		e.Address, e.RootCAs, e.TLS = o.Addr, o.CA, mailwatch.TLSImplicit
	}
	return e, nil
}
