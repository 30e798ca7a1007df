//go:build e2e

package e2e

import (
	"context"
	"errors"
	"testing"
	"time"

	"afterword/drafter"
	"afterword/internal/mail"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/rules"
	"afterword/templates"
)

// mailbox is the daemon's own line to the server, as package drafter wants it.
type mailbox struct{ *mailwatch.Conn }

func (m mailbox) Fetch(ctx context.Context, box string, uidValidity, uid uint32) ([]byte, error) {
	raw, err := m.Conn.Fetch(ctx, box, uidValidity, uid)
	if errors.Is(err, mailwatch.ErrGone) {
		return nil, nil
	}
	return raw, err
}

// journal keeps one record in memory: nothing crashes here.
type journal struct{ r drafter.Record }

func (j *journal) Decide(_ context.Context, r drafter.Record) error {
	j.r = r
	return nil
}

func (j *journal) Record(_ context.Context, _ string, uidValidity, uid uint32, digest [32]byte, at time.Time) error {
	j.r.UIDValidity, j.r.UID, j.r.Digest, j.r.At, j.r.State = uidValidity, uid, digest, at, drafter.StatePlaced
	return nil
}

func (j *journal) Pending(context.Context, string) ([]drafter.Record, error) { return nil, nil }

// desk is one user's account with one draft of ours in it.
type desk struct {
	s      *servers.Server
	line   mailbox
	boxes  drafter.Boxes
	app    rules.Application
	record drafter.Record
}

var (
	now     = time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	carla   = rules.Contact{Name: "Carla Weiß", Honorific: "Dr.", Address: "carla.weiss@acme.example", Part: rules.Recruiter}
	offerID = "offer-1@acme.example"
)

// newDesk starts a Dovecot and places the reply to an offer: a draft that
// belongs to a thread, with letters beyond ASCII in names, subject and text, and
// with a twin in HTML if html says so.
func newDesk(t *testing.T, html bool) *desk {
	t.Helper()
	s := servers.Dovecot(t, servers.Default)
	user := s.Users[0]
	offer := "From: =?utf-8?q?Carla_Wei=C3=9F?= <carla.weiss@acme.example>\r\nTo: " + user + "\r\nSubject: Your offer =?utf-8?q?=E2=80=93?= Senior Analyst\r\n" +
		"Message-ID: <" + offerID + ">\r\nReferences: <first@home.example>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\n\r\nWe are glad to offer you the job.\r\n"
	if err := s.Deliver(user, s.Boxes.Inbox, []byte(offer), nil, now); err != nil {
		t.Fatal(err)
	}
	conn, err := mailwatch.Dial(t.Context(), mailwatch.Endpoint{Address: s.Addr, RootCAs: s.CA, Username: user,
		Secret: func(context.Context) (string, error) { return servers.Password, nil }}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	d := &desk{s: s, line: mailbox{conn}, boxes: drafter.Boxes{Drafts: s.Boxes.Drafts, Sent: s.Boxes.Sent, Trash: s.Boxes.Trash}}
	d.place(t, user, html)
	return d
}

func (d *desk) place(t *testing.T, user string, html bool) {
	t.Helper()
	app := rules.Fold("acme", []rules.Fact{
		{Key: "user/1", At: now.AddDate(0, 0, -12), What: rules.Described{Company: "Acme Analytics", Role: "Senior Analyst", Contacts: []rules.Contact{carla},
			Interviews: []rules.Interview{{ID: "1", Start: now.AddDate(0, 0, -11), End: now.AddDate(0, 0, -11).Add(time.Hour), Interviewers: []string{carla.Key()}}}}},
		{Key: "received/" + offerID, At: now, What: rules.Received{MessageID: offerID, References: []string{"first@home.example"}, From: carla,
			Subject: "Your offer – Senior Analyst", Kind: rules.MessageOffer, Person: true}},
	})
	texts, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	calendar, err := rules.NewCalendar(rules.CalendarOptions{Holidays: "US"})
	if err != nil {
		t.Fatal(err)
	}
	draft, findings, err := drafter.Compose(t.Context(), drafter.Input{
		App: app, Texts: texts, Calendar: calendar, Now: now, MessageID: "5f1d6f1e-7a55-4c0e-9a53-1f8f0c1d2e3f@home.example", Language: "en", HTML: html,
		Me:       drafter.Identity{Name: "Maya Lind", Address: user, Signature: "Maya Lind\n+1 555 0100"},
		FollowUp: rules.FollowUp{Key: "offer-reply/" + offerID, Kind: rules.OfferReply, Number: 1, Interview: "1", To: carla, Answers: offerID, RespondBy: rules.NewDate(2026, 12, 4)},
	})
	if err != nil {
		t.Fatal(err, findings)
	}
	j := &journal{}
	r := drafter.Record{Account: "main", Application: "acme", FollowUp: draft.FollowUp, MessageID: draft.MessageID, Raw: draft.Raw, Sentences: draft.Sentences, At: now}
	if o, err := drafter.Place(t.Context(), d.line, j, d.boxes, r, now); err != nil || o != drafter.Placed {
		t.Fatal(o, err)
	}
	d.app, d.record = app, j.r
}

// observe says what became of the draft, as the daemon's sweep would.
func (d *desk) observe(t *testing.T) drafter.Observation {
	t.Helper()
	headers, cursor, err := d.line.Summaries(t.Context(), d.boxes.Drafts)
	if err != nil {
		t.Fatal(err)
	}
	var all []drafter.Summary
	for _, h := range headers {
		s := drafter.Summary{UIDValidity: cursor.UIDValidity, UID: h.UID, MessageID: h.MessageID, Subject: h.Subject}
		for _, f := range h.Flags {
			s.Deleted = s.Deleted || f == `\Deleted`
		}
		for _, a := range h.To {
			s.To = append(s.To, a.Address)
		}
		all = append(all, s)
	}
	o, err := drafter.Observe(t.Context(), d.line, d.boxes, d.record, all)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// known says which follow-up a sent message is taken for; "" for none.
func (d *desk) known(m *mail.Message) string {
	drafts := []attribute.Draft{{Application: d.record.Application, FollowUp: d.record.FollowUp, MessageID: d.record.MessageID, Raw: d.record.Raw}}
	asRead := func(a rules.Application) rules.Application { return a }
	for _, found := range attribute.NewMatcher([]rules.Application{d.app}, nil).Sent(m, now, drafts, asRead) {
		if delivered, ok := found.Fact.What.(rules.Delivered); ok {
			return delivered.FollowUp
		}
	}
	return ""
}
