package simulate

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/internal/test/servers"
	"afterword/mailwatch"
	"afterword/rules"
)

// inFiles simulates a post that lies in a file.
func inFiles(t testing.TB, p *post, adjust func(*Options)) *Past {
	t.Helper()
	c := configOfSam()
	o := Options{Config: c, Sources: map[string]Source{"work": &Mbox{Account: "work", Files: []string{p.mbox(t)}, Own: Addresses(c.Accounts)}}, Answer: true, Now: on(12, 1, 12, 0), ToLast: true}
	if adjust != nil {
		adjust(&o)
	}
	past, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return past
}

// told are the lines of a past: when, in which application, what. They hold nothing that
// is drawn at random.
func told(p *Past) (lines []string) {
	for _, s := range p.Stories {
		for _, e := range s.Events {
			what := e.Key
			switch w := e.What.(type) {
			case rules.Placed:
				what = "placed " + w.FollowUp + "\n" + mail.Read(e.Letter).Text().Text
			case rules.Removed:
				what = "removed " + w.FollowUp + ": " + w.Why
			}
			lines = append(lines, fmt.Sprintf("%s %s: %s", e.At.In(newYork).Format(time.DateTime), s.Application.ID, what))
		}
	}
	return lines
}

// drafts are the follow-ups of which drafts were placed, by application.
func drafts(p *Past) map[string][]string {
	all := map[string][]string{}
	for _, s := range p.Stories {
		for _, e := range s.Events {
			if w, ok := e.What.(rules.Placed); ok {
				kind, _, _ := strings.Cut(w.FollowUp, "/")
				all[s.Application.ID] = append(all[s.Application.ID], kind+" "+e.FollowUp.To.Address)
			}
		}
	}
	return all
}

// What is drafted in half a year is what a courteous candidate writes: each letter in its
// window, to people who are proven, and nothing after an answer.
func TestHalfYear(t *testing.T) {
	past := inFiles(t, halfYear(), nil)
	answered := map[string]time.Time{"acme": on(7, 2, 16, 0), "borealis": on(7, 30, 14, 0), "delphi": on(9, 21, 17, 0)}
	for _, s := range past.Stories {
		for _, e := range s.Events {
			if _, ok := e.What.(rules.Placed); !ok {
				continue
			}
			f := e.FollowUp
			if e.At.Before(f.Opens) || e.At.After(f.Due) || len(e.Letter) == 0 {
				t.Errorf("%s: %s is placed %s, its window is %s to %s", s.Application.ID, f.Key, e.At, f.Opens, f.Due)
			}
			if end, ok := answered[s.Application.ID]; ok && !e.At.Before(end) && f.Kind != rules.RejectionReply && f.Kind != rules.OfferReply {
				t.Errorf("%s: %s is placed %s, after the answer", s.Application.ID, f.Key, e.At)
			}
		}
	}
	want := map[string][]string{
		"acme":     {"thank-you ngozi.okafor@acme.example", "thank-you tomas.rivera@acme.example", "check-in robin.hale@acme.example", "rejection-reply robin.hale@acme.example"},
		"borealis": {"thank-you jonas.weber@borealis.example", "offer-reply mei.tanaka@borealis.example"},
		"cobalt":   {"thank-you femi.adeyemi@cobalt.example", "check-in ines.costa@cobalt.example"},
	}
	got := drafts(past)
	for id, list := range want {
		if slices.Sort(list); !slices.Equal(slices.Sorted(slices.Values(got[id])), list) {
			t.Errorf("%s: drafted %q, want %q", id, got[id], list)
		}
		delete(got, id)
	}
	if len(got) > 0 {
		t.Errorf("drafted besides: %v", got)
	}
	if n := past.Sums(); n.Finds != 4 || n.Questions != 4 || n.Companies != 4 || n.Drafts != 8 || n.Written != 2 {
		t.Errorf("%+v", n)
	}
}

// The same mail shows the same, with whatever is drawn at random.
func TestSameAgain(t *testing.T) {
	first, second := told(inFiles(t, halfYear(), nil)), told(inFiles(t, halfYear(), nil))
	if !slices.Equal(first, second) {
		t.Errorf("first:\n%s\n\nthen:\n%s", strings.Join(first, "\n"), strings.Join(second, "\n"))
	}
}

// Who would have answered nothing has nothing drafted.
func TestUnanswered(t *testing.T) {
	past := inFiles(t, halfYear(), func(o *Options) { o.Answer = false })
	if n := past.Sums(); n.Finds != 4 || n.Questions != 4 || n.Drafts != 0 || n.Applications != 0 {
		t.Errorf("%+v", n)
	}
}

// Nothing is written: neither beside the file, nor where temporary files go.
func TestNoFileIsWritten(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Chdir(temp)
	inFiles(t, halfYear(), func(o *Options) {
		dir := filepath.Dir(o.Sources["work"].(*Mbox).Files[0])
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = os.Chmod(dir, 0o700)
			if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
				t.Errorf("beside the file: %v, %v", list, err)
			}
		})
	})
	if list, err := os.ReadDir(temp); err != nil || len(list) > 0 {
		t.Errorf("it left %v, %v", list, err)
	}
}

// readOnly are the commands that change nothing on a server.
var readOnly = regexp.MustCompile(`(?i)^(?:LOGIN|AUTHENTICATE|CAPABILITY|ID|NAMESPACE|LIST|STATUS|EXAMINE|NOOP|LOGOUT|ENABLE|UID SEARCH|SEARCH|UID FETCH) ?`)

// onServer puts posts into the mailboxes of a server, and returns sources of them.
func onServer(t testing.TB, c *config.Config, posts ...*post) (map[string]Source, *servers.Server) {
	t.Helper()
	var users []string
	for _, a := range c.Accounts {
		users = append(users, a.Address)
	}
	server, err := servers.Start(servers.Options{Users: users, Plain: true, Pipe: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	sources := map[string]Source{}
	for i, p := range posts {
		for _, l := range p.letters {
			box := server.Boxes.Inbox
			if l.sent {
				box = server.Boxes.Sent
			}
			if err := server.Deliver(users[i], box, []byte(strings.ReplaceAll(l.raw, "\n", "\r\n")), nil, l.at); err != nil {
				t.Fatal(err)
			}
		}
		sources[c.Accounts[i].Name] = &Account{Config: c.Accounts[i], Own: Addresses(c.Accounts), Log: slog.New(slog.DiscardHandler),
			Endpoint: mailwatch.Endpoint{Address: "localhost:143", TLS: mailwatch.TLSNone, Username: users[i], DialContext: server.Dial,
				Secret: func(context.Context) (string, error) { return servers.Password, nil }}}
	}
	return sources, server
}

// On a server the same is found as in a file, and the server is told nothing that would
// change anything.
func TestOnServer(t *testing.T) {
	c := configOfSam()
	sources, server := onServer(t, c, halfYear())
	past, err := Run(t.Context(), Options{Config: c, Sources: sources, Answer: true, Since: on(6, 1, 0, 0), Now: on(11, 25, 7, 30)})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := told(past), told(inFiles(t, halfYear(), nil)); !slices.Equal(got, want) {
		t.Errorf("on the server:\n%s\n\nin a file:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	commands := server.Commands()
	for _, said := range commands {
		if !readOnly.MatchString(said) || strings.Contains(strings.ReplaceAll(said, "BODY.PEEK[", ""), "BODY[") {
			t.Errorf("the server was told %q", said)
		}
	}
	if !slices.ContainsFunc(commands, func(said string) bool { return strings.HasPrefix(said, "EXAMINE") }) {
		t.Errorf("no mailbox was opened: %q", commands)
	}
}

// An answer may lie in another account than the one that the company wrote to first.
func TestTwoAccounts(t *testing.T) {
	c := configOfSam()
	c.Accounts = append(c.Accounts, config.Account{Name: "home", Address: "sam@home.example", FromName: "Sam Winter", Zone: "America/New_York", Holidays: "US", Language: "en"})
	work, home := &post{}, &post{}
	cobalt(work)
	home.add(on(8, 28, 10, 0), ines, "sam@home.example", "Data Engineer at Cobalt Labs", "Dear Sam,\n\nunfortunately, we have decided to move forward with another candidate for the Data Engineer position.\n\nKind regards,\nInês Costa")
	sources, _ := onServer(t, c, work, home)
	past, err := Run(t.Context(), Options{Config: c, Sources: sources, Answer: true, Since: on(8, 1, 0, 0), Now: on(9, 20, 12, 0)})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"thank-you femi.adeyemi@cobalt.example", "rejection-reply ines.costa@cobalt.example"}
	if got := drafts(past)["cobalt"]; !slices.Equal(got, want) {
		t.Errorf("drafted %q, want %q\n%s", got, want, strings.Join(told(past), "\n"))
	}
}

// What the user has entered is known from the beginning, and is not found a second time.
func TestKnown(t *testing.T) {
	p := &post{}
	acme(p)
	contacts := []rules.Contact{{Name: "Ngozi Okafor", Honorific: "Dr.", Address: "ngozi.okafor@acme.example", Part: rules.Interviewer}, {Name: "Robin Hale", Address: "robin.hale@acme.example", Part: rules.Recruiter}}
	d := rules.Described{Company: "Acme", Role: "Senior Analyst", Contacts: contacts, Interviews: []rules.Interview{{ID: "1", End: on(6, 16, 15, 0), Interviewers: []string{"ngozi.okafor@acme.example"}, UID: "a1@acme.example"}}}
	known := []Known{{Account: "work", Facts: []rules.Fact{{Key: "added/acme", At: on(6, 17, 9, 0), What: d}, {Key: "user/1", At: on(6, 25, 9, 0), What: rules.Stopped{}}}}}
	past := inFiles(t, p, func(o *Options) { o.Known = known })
	if len(past.Stories) != 1 || past.Sums().Finds != 0 {
		t.Fatalf("%d stories, %+v", len(past.Stories), past.Sums())
	}
	for _, e := range past.Stories[0].Events {
		if w, ok := e.What.(rules.Placed); ok && (e.At.After(on(6, 25, 9, 0)) || strings.HasPrefix(w.FollowUp, "check-in")) {
			t.Errorf("%s is placed %s, after the user has stopped it", w.FollowUp, e.At)
		}
	}
	if got := drafts(past)["acme"]; !slices.Contains(got, "thank-you ngozi.okafor@acme.example") {
		t.Errorf("drafted %q", got)
	}
}

// Broken messages, no messages and no file are no reason to stumble.
func TestOddFiles(t *testing.T) {
	for name, text := range map[string]string{
		"empty":   "",
		"no mail": "\n\n\n",
		"garbage": "From a\n\x00\xff\xfe: ::\n\n\nFrom b\nSubject: =?utf-8?q?=ff?= invitation\nDate: never\n\nx\n\nFrom c\nSubject: Interview\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x\n",
		"undated": "From a\nFrom: x@y.example\nSubject: interview\n\ntext\n",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "odd.mbox")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			past := inFiles(t, &post{}, func(o *Options) { o.Sources["work"].(*Mbox).Files = []string{path} })
			if n := past.Sums(); n.Drafts != 0 {
				t.Errorf("%+v", n)
			}
		})
	}
	c := configOfSam()
	_, err := Run(t.Context(), Options{Config: c, Sources: map[string]Source{"work": &Mbox{Account: "work", Files: []string{filepath.Join(t.TempDir(), "none.mbox")}}}, Now: on(12, 1, 0, 0)})
	var unread *Unread
	if !errors.As(err, &unread) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

// Who signs by no name that the config knows signs by that under which he sends.
func TestName(t *testing.T) {
	past := inFiles(t, halfYear(), func(o *Options) { o.Config.Accounts[0].FromName = "" })
	for _, s := range past.Stories {
		for _, e := range s.Events {
			if e.Letter != nil && !strings.Contains(string(e.Letter), "Sam Winter") {
				t.Errorf("signed otherwise:\n%s", e.Letter)
			}
		}
	}
	c := configOfSam()
	c.Accounts[0].FromName = ""
	p := &post{}
	cobalt(p)
	var nameless *Nameless
	_, err := Run(t.Context(), Options{Config: c, Sources: map[string]Source{"work": &Mbox{Account: "work", Files: []string{p.mbox(t)}}}, Now: on(12, 1, 0, 0)})
	if !errors.As(err, &nameless) {
		t.Errorf("%v", err)
	}
}

// Who interrupts it gets his terminal back, and nothing of it goes on: synctest would tell
// of what does.
func TestInterrupted(t *testing.T) {
	p := halfYear().mbox(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		c := configOfSam()
		_, err := Run(ctx, Options{Config: c, Sources: map[string]Source{"work": &Mbox{Account: "work", Files: []string{p}, Own: Addresses(c.Accounts)}}, Answer: true, Now: on(12, 1, 12, 0),
			Progress: func(done, _ int) {
				if done > 3 {
					cancel()
				}
			}})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
}

// What belongs nowhere is read in the scan alone; what is in the role's name belongs
// nowhere.
func TestPlaysEventsAlone(t *testing.T) {
	p := halfYear()
	for i := range 30 {
		p.add(on(8, 1, 6, 0).AddDate(0, 0, i), "Jobs <alert@jobs.example>", me, "12 new jobs: Data Engineer", "Jobs that may suit you.", "List-Id: <alert.jobs.example>")
	}
	played := 0
	past := inFiles(t, p, func(o *Options) { o.Progress = func(_, total int) { played = total } })
	if past.Mail != len(p.letters) || past.Texts < 30 || played > 20 {
		t.Errorf("of %d messages %d were read and %d played", past.Mail, past.Texts, played)
	}
	if got, want := told(past), told(inFiles(t, halfYear(), nil)); !slices.Equal(got, want) {
		t.Errorf("with what belongs nowhere:\n%s", strings.Join(got, "\n"))
	}
}

// A message without its attachments is the same message.
func TestSlim(t *testing.T) {
	block := strings.Repeat(strings.Repeat("A", 76)+"\n", 5000)
	raw := "Subject: x\r\n\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + block + "--b\nContent-Type: text/plain\n\nHello " + strings.Repeat("y", 200) + "\n--b--\n"
	got := string(slim([]byte(raw)))
	if len(got) > 2*mostEncoded || !strings.HasSuffix(got, "--b\r\nContent-Type: text/plain\r\n\r\nHello "+strings.Repeat("y", 200)+"\r\n--b--\r\n") || strings.Count(got, "\n") != strings.Count(got, "\r\n") {
		t.Errorf("%d octets, the end of which is %q", len(got), got[max(0, len(got)-300):])
	}
}

func TestInOrder(t *testing.T) {
	at := on(6, 1, 12, 0)
	one := func(id string, after time.Duration, sent bool) *Mail {
		return &Mail{Envelope: mail.Envelope{MessageID: id, Subject: id}, Account: "work", At: at.Add(after), Sent: sent}
	}
	got := inOrder([]*Mail{one("b", time.Hour, false), one("a", 0, false), one("b", time.Hour, true), one("", 0, false), one("", 0, false)})
	var ids []string
	for _, m := range got {
		ids = append(ids, fmt.Sprint(m.MessageID, m.Sent))
	}
	if want := []string{"false", "false", "afalse", "btrue"}; !slices.Equal(ids, want) {
		t.Errorf("got %q, want %q", ids, want)
	}
	received := on(6, 10, 0, 0)
	for name, c := range map[string]struct{ date, want time.Time }{
		"as usual": {received.Add(-time.Minute), received}, "no date": {time.Time{}, received},
		"carried from elsewhere": {on(2, 1, 0, 0), on(2, 1, 0, 0)}, "a clock that is ahead": {received.Add(time.Hour), received},
	} {
		if got := arrived(received, c.date); !got.Equal(c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}
