// Alone is go-imap and nothing else: what the program's memory and processor time
// are compared with. Bench builds it and runs it as a process of its own.
//
//	alone first ADDRESS CA-FILE PASSWORD USER     reads the headers of the Inbox
//	alone idle  ADDRESS CA-FILE PASSWORD USER…    waits in IDLE, a connection for each
//
// It says "done" on standard error once it has read, or once all wait, and stays
// until SIGTERM, so that its memory can be looked at.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// beat is how often a waiting connection asks by itself, as the program's does.
const beat = time.Minute

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "alone: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) < 5 {
		return fmt.Errorf("%d arguments are too few", len(args))
	}
	authorities, err := os.ReadFile(args[2])
	if err != nil {
		return err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(authorities)
	for _, user := range args[4:] {
		c, err := open(args[1], pool, user, args[3])
		if err != nil {
			return fmt.Errorf("open the Inbox of %q: %w", user, err)
		}
		if args[0] == "first" {
			err = headers(c)
		} else {
			err = wait(ctx, c)
		}
		if err != nil {
			return fmt.Errorf("%s for %q: %w", args[0], user, err)
		}
	}
	fmt.Fprintln(os.Stderr, "done")
	<-ctx.Done()
	return nil
}

func open(addr string, pool *x509.CertPool, user, password string) (*imapclient.Client, error) {
	c, err := imapclient.DialTLS(addr, &imapclient.Options{TLSConfig: &tls.Config{RootCAs: pool, ServerName: "127.0.0.1"}})
	if err != nil {
		return nil, err
	}
	if err := c.Login(user, password).Wait(); err != nil {
		return nil, err
	}
	_, err = c.Select("INBOX", &imap.SelectOptions{ReadOnly: true}).Wait()
	return c, err
}

// headers reads the items that the program reads of each message, one at a time.
func headers(c *imapclient.Client) error {
	all := imap.SeqSet{}
	all.AddRange(1, 0)
	fetch := c.Fetch(all, &imap.FetchOptions{UID: true, Flags: true, InternalDate: true, RFC822Size: true,
		BodySection: []*imap.FetchItemBodySection{{Peek: true, Specifier: imap.PartSpecifierHeader,
			HeaderFields: []string{"From", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
				"Auto-Submitted", "Content-Type", "Return-Path", "X-Failed-Recipients"}}}})
	for m := fetch.Next(); m != nil; m = fetch.Next() {
		for item := m.Next(); item != nil; item = m.Next() {
			if section, ok := item.(imapclient.FetchItemDataBodySection); ok && section.Literal != nil {
				_, _ = io.Copy(io.Discard, section.Literal)
			}
		}
	}
	return fetch.Close()
}

// wait begins to wait in IDLE, and goes on with it on a goroutine.
func wait(ctx context.Context, c *imapclient.Client) error {
	idle, err := c.Idle()
	if err != nil {
		return err
	}
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(beat):
			}
			if idle.Close() != nil || idle.Wait() != nil || c.Noop().Wait() != nil {
				return
			}
			if idle, err = c.Idle(); err != nil {
				return
			}
		}
	}()
	return nil
}
