package drafter

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"testing"
	"time"

	"afterword/internal/test/servers"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// imapBox is a Mailbox on a real server, without anything that a real line needs.
type imapBox struct {
	c *imapclient.Client
	// cut, if set, is called when the server has the whole message and before its
	// answer is read.
	cut func()
}

// dialBox logs in to a server over TLS.
func dialBox(addr, caFile, user string) (*imapBox, error) {
	pem, err := os.ReadFile(caFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	conn, err := tls.Dial("tcp", addr, &tls.Config{RootCAs: pool})
	if err != nil {
		return nil, err
	}
	c := imapclient.New(conn, nil)
	if err := c.Login(user, servers.Password).Wait(); err != nil {
		c.Close()
		return nil, err
	}
	return &imapBox{c: c}, nil
}

// openBox is dialBox for a test.
func openBox(t testing.TB, s *servers.Server) *imapBox {
	t.Helper()
	b, err := dialBox(s.Addr, s.CAFile, s.Users[0])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.c.Close() })
	return b
}

func (b *imapBox) Search(_ context.Context, mailbox, messageID string) ([]uint32, error) {
	if _, err := b.c.Select(mailbox, nil).Wait(); err != nil {
		return nil, err
	}
	data, err := b.c.UIDSearch(&imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-Id", Value: messageID}}}, nil).Wait()
	if err != nil {
		return nil, err
	}
	var uids []uint32
	for _, uid := range data.AllUIDs() {
		uids = append(uids, uint32(uid))
	}
	return uids, nil
}

func (b *imapBox) Append(_ context.Context, mailbox string, message []byte, at time.Time) (uint32, uint32, error) {
	cmd := b.c.Append(mailbox, int64(len(message)), &imap.AppendOptions{Flags: []imap.Flag{imap.FlagDraft, imap.FlagSeen}, Time: at})
	if _, err := cmd.Write(message); err != nil {
		return 0, 0, err
	}
	if err := cmd.Close(); err != nil {
		return 0, 0, err
	}
	if b.cut != nil {
		b.cut()
		return 0, 0, fmt.Errorf("connection lost")
	}
	data, err := cmd.Wait()
	if err != nil {
		return 0, 0, err
	}
	return data.UIDValidity, uint32(data.UID), nil
}

func (b *imapBox) Fetch(_ context.Context, mailbox string, uidValidity, uid uint32) ([]byte, error) {
	selected, err := b.c.Select(mailbox, nil).Wait()
	if err != nil {
		return nil, err
	}
	if uidValidity != 0 && selected.UIDValidity != uidValidity {
		return nil, nil
	}
	whole := &imap.FetchItemBodySection{Peek: true}
	messages, err := b.c.Fetch(imap.UIDSetNum(imap.UID(uid)), &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{whole}}).Collect()
	if err != nil || len(messages) == 0 {
		return nil, err
	}
	return messages[0].FindBodySection(whole), nil
}

func (b *imapBox) MoveToTrash(_ context.Context, drafts string, _, uid uint32, trash string) error {
	if _, err := b.c.Select(drafts, nil).Wait(); err != nil {
		return err
	}
	_, err := b.c.Move(imap.UIDSetNum(imap.UID(uid)), trash).Wait()
	return err
}

// summaries lists Drafts as a sweep would.
func (b *imapBox) summaries(t testing.TB, mailbox string) []Summary {
	t.Helper()
	selected, err := b.c.Select(mailbox, nil).Wait()
	if err != nil {
		t.Fatal(err)
	}
	if selected.NumMessages == 0 {
		return nil
	}
	messages, err := b.c.Fetch(imap.SeqSet{{Start: 1, Stop: 0}}, &imap.FetchOptions{UID: true, Flags: true, Envelope: true}).Collect()
	if err != nil {
		t.Fatal(err)
	}
	var all []Summary
	for _, m := range messages {
		s := Summary{UIDValidity: selected.UIDValidity, UID: uint32(m.UID), MessageID: m.Envelope.MessageID, Subject: m.Envelope.Subject}
		for _, a := range m.Envelope.To {
			s.To = append(s.To, a.Addr())
		}
		for _, f := range m.Flags {
			s.Deleted = s.Deleted || f == imap.FlagDeleted
		}
		all = append(all, s)
	}
	return all
}

// eachServer runs f on the embedded server and on Dovecot.
func eachServer(t *testing.T, f func(*testing.T, *servers.Server)) {
	t.Run("embedded", func(t *testing.T) { f(t, servers.Embedded(t)) })
	t.Run("dovecot", func(t *testing.T) { f(t, servers.Dovecot(t, servers.Default)) })
}

// boxesOf names the mailboxes of a test server.
func boxesOf(s *servers.Server) Boxes {
	return Boxes{Drafts: s.Boxes.Drafts, Sent: s.Boxes.Sent, Trash: s.Boxes.Trash}
}
