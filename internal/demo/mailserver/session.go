package mailserver

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// account is one user of the embedded server. It knows what the memory server
// forgets: the uses of mailboxes, and that somebody waits for a change.
type account struct {
	user *imapmemserver.User
	now  func() time.Time

	mu       sync.Mutex
	password string
	boxes    map[string]*imap.ListData // by name
	change   chan struct{}             // closed at the next change of any mailbox
}

func newAccount(name string, now func() time.Time) (*account, error) {
	a := &account{
		user:     imapmemserver.NewUser(name, ""),
		now:      now,
		password: Password,
		boxes:    map[string]*imap.ListData{},
		change:   make(chan struct{}),
	}
	uses := map[string][]imap.MailboxAttr{
		"INBOX":   nil,
		"Drafts":  {imap.MailboxAttrDrafts},
		"Sent":    {imap.MailboxAttrSent},
		"Trash":   {imap.MailboxAttrTrash},
		"Junk":    {imap.MailboxAttrJunk},
		"Archive": {imap.MailboxAttrArchive},
	}
	for box, use := range uses {
		if err := a.create(box, &imap.CreateOptions{SpecialUse: use}); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *account) create(name string, options *imap.CreateOptions) error {
	if err := a.user.Create(name, options); err != nil {
		return err
	}
	data := &imap.ListData{Mailbox: strings.TrimRight(name, "/"), Delim: '/'}
	if options != nil {
		data.Attrs = options.SpecialUse
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.boxes[data.Mailbox] = data
	return nil
}

// changed wakes those who wait for a change.
func (a *account) changed() {
	a.mu.Lock()
	defer a.mu.Unlock()
	close(a.change)
	a.change = make(chan struct{})
}

func (a *account) next() <-chan struct{} {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.change
}

// session is one connection to the embedded server. The account is nil until
// login.
type session struct {
	*imapmemserver.UserSession
	server   *Embedded
	account  *account
	readOnly bool
}

var _ imapserver.SessionIMAP4rev2 = (*session)(nil)

var (
	errReadOnly = &imap.Error{Type: imap.StatusResponseTypeNo, Code: imap.ResponseCodeNoPerm, Text: "Mailbox is read-only"}
)

func (s *session) Login(user, password string) error {
	a := s.server.accounts[user]
	if a == nil {
		return imapserver.ErrAuthFailed
	}
	a.mu.Lock()
	ok := a.password == password
	a.mu.Unlock()
	if !ok {
		return imapserver.ErrAuthFailed
	}
	s.account, s.UserSession = a, imapmemserver.NewUserSession(a.user)
	return nil
}

func (s *session) Close() error {
	if s.UserSession == nil {
		return nil
	}
	return s.UserSession.Close()
}

func (s *session) Select(box string, options *imap.SelectOptions) (*imap.SelectData, error) {
	s.readOnly = options.ReadOnly
	return s.UserSession.Select(canonical(box), options)
}

func (s *session) Status(box string, options *imap.StatusOptions) (*imap.StatusData, error) {
	return s.UserSession.Status(canonical(box), options)
}

// List is the memory server's with the special uses of RFC 6154. They come
// without being asked for, as section 2 allows.
func (s *session) List(w *imapserver.ListWriter, ref string, patterns []string, options *imap.ListOptions) error {
	if len(patterns) == 0 {
		return w.WriteList(&imap.ListData{Attrs: []imap.MailboxAttr{imap.MailboxAttrNoSelect}, Delim: '/'})
	}
	s.account.mu.Lock()
	var boxes []imap.ListData
	for name, data := range s.account.boxes {
		if slices.ContainsFunc(patterns, func(p string) bool { return imapserver.MatchList(name, '/', ref, p) }) {
			boxes = append(boxes, *data)
		}
	}
	s.account.mu.Unlock()
	slices.SortFunc(boxes, func(a, b imap.ListData) int { return cmp.Compare(a.Mailbox, b.Mailbox) })
	for _, data := range boxes {
		if options.SelectSpecialUse && len(data.Attrs) == 0 {
			continue
		}
		if options.ReturnStatus != nil {
			status, err := s.UserSession.Status(data.Mailbox, options.ReturnStatus)
			if err != nil {
				continue // deleted meanwhile
			}
			data.Status = status
		}
		if err := w.WriteList(&data); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) Create(box string, options *imap.CreateOptions) error {
	return s.account.create(box, options)
}

func (s *session) Delete(box string) error {
	if err := s.UserSession.Delete(box); err != nil {
		return err
	}
	s.account.mu.Lock()
	defer s.account.mu.Unlock()
	delete(s.account.boxes, box)
	return nil
}

func (s *session) Rename(from, to string, options *imap.RenameOptions) error {
	if err := s.UserSession.Rename(from, to, options); err != nil {
		return err
	}
	s.account.mu.Lock()
	defer s.account.mu.Unlock()
	data := *s.account.boxes[from]
	data.Mailbox = to
	delete(s.account.boxes, from)
	s.account.boxes[to] = &data
	return nil
}

func (s *session) Append(box string, r imap.LiteralReader, options *imap.AppendOptions) (*imap.AppendData, error) {
	if options.Time.IsZero() {
		options.Time = s.account.now()
	}
	data, err := s.UserSession.Append(canonical(box), r, options)
	if err != nil {
		// What was announced is read, whatever comes of it (RFC 9051, 4.3).
		_, _ = io.Copy(io.Discard, r)
		return nil, err
	}
	s.account.changed()
	return data, nil
}

func (s *session) Copy(set imap.NumSet, to string) (*imap.CopyData, error) {
	data, err := s.UserSession.Copy(set, canonical(to))
	if err == nil {
		s.account.changed()
	}
	return data, err
}

// Move is COPY, STORE and UID EXPUNGE, for the memory server's own tells each
// EXPUNGE twice to the one who moves.
func (s *session) Move(w *imapserver.MoveWriter, set imap.NumSet, to string) error {
	if s.readOnly {
		return errReadOnly
	}
	data, err := s.UserSession.Copy(set, canonical(to))
	if err != nil {
		return err
	}
	defer s.account.changed()
	if err := w.WriteCopyData(data); err != nil {
		return err
	}
	if len(data.SourceUIDs) == 0 {
		return nil
	}
	deleted := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Flags: []imap.Flag{imap.FlagDeleted}, Silent: true}
	if err := s.UserSession.Store(nil, data.SourceUIDs, deleted, &imap.StoreOptions{}); err != nil {
		return err
	}
	return s.UserSession.Expunge(nil, &data.SourceUIDs)
}

func (s *session) Store(w *imapserver.FetchWriter, set imap.NumSet, flags *imap.StoreFlags, options *imap.StoreOptions) error {
	if s.readOnly {
		return errReadOnly
	}
	defer s.account.changed()
	return s.UserSession.Store(w, set, flags, options)
}

func (s *session) Expunge(w *imapserver.ExpungeWriter, uids *imap.UIDSet) error {
	if s.readOnly {
		return errReadOnly
	}
	defer s.account.changed()
	return s.UserSession.Expunge(w, uids)
}

// Idle reports what changed, at once. The memory server's own forgets what came
// between the last command and IDLE.
func (s *session) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	for {
		change := s.account.next()
		if err := s.UserSession.Poll(w, true); err != nil {
			return err
		}
		select {
		case <-change:
		case <-stop:
			return nil
		}
	}
}

// canonical obeys RFC 9051, section 5.1: INBOX in any letter case is one mailbox.
func canonical(box string) string {
	if strings.EqualFold(box, "INBOX") {
		return "INBOX"
	}
	return box
}
