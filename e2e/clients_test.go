//go:build e2e

package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/drafter"
	"afterword/internal/letter"
	inbox "afterword/internal/mail"
	"afterword/internal/test/servers"
)

// edit is what the user adds to the draft in each client.
const edit = "I read the papers on the train and smiled."

// clients are the scripts that drive a client: each opens the draft, adds edit
// and sends it, or saves it.
var clients = []string{"neomutt.sh", "thunderbird.py", "roundcube.py", "roundcube_browser.py"}

func TestClients(t *testing.T) {
	for _, script := range clients {
		t.Run(strings.TrimSuffix(script, filepath.Ext(script)), func(t *testing.T) {
			t.Run("send", func(t *testing.T) { send(t, script, false) })
			t.Run("send with HTML", func(t *testing.T) { send(t, script, true) })
			t.Run("save", func(t *testing.T) { save(t, script) })
		})
	}
}

// drive runs a client's script. What it leaves (screens, pictures) stays in
// E2E_OUT, if that is set.
func drive(t *testing.T, d *desk, script, action string, smtp int) {
	t.Helper()
	run(t, d.s, script, smtp, "ACTION="+action, "EDIT="+edit)
}

// run is drive on a server, with more of the environment.
func run(t *testing.T, s *servers.Server, script string, smtp int, env ...string) {
	t.Helper()
	out := t.TempDir()
	if keep := os.Getenv("E2E_OUT"); keep != "" {
		out = filepath.Join(keep, strings.NewReplacer("/", "-", " ", "-").Replace(t.Name()))
		if err := os.MkdirAll(out, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	host, port, _ := strings.Cut(s.PlainAddr, ":")
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), filepath.Join(here, script))
	cmd.Env = append(os.Environ(), "OUT="+out, "HOST="+host, "PORT="+port, "LOGIN="+s.Users[0], "PASSWORD="+servers.Password, "FROM="+s.Users[0],
		"DRAFTS="+s.Boxes.Drafts, "SENT="+s.Boxes.Sent, "TRASH="+s.Boxes.Trash, fmt.Sprintf("SMTP=%d", smtp))
	cmd.Env = append(cmd.Env, env...)
	log, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 77 {
		t.Skip(strings.TrimSpace(string(log)))
	}
	t.Logf("%s", log)
	if err != nil {
		t.Fatal(err)
	}
}

// send sends the edited draft: it arrives, it is known for what it is, and the
// stale draft is gone.
func send(t *testing.T, script string, html bool) {
	d, smtp := newDesk(t, html), newSink(t)
	drive(t, d, script, "send", smtp.port)
	var arrived []byte
	select {
	case arrived = <-smtp.mail:
	case <-time.After(20 * time.Second): // turns a client that did not send into a failure
		t.Fatal("nothing was sent")
	}
	t.Logf("sent:\n%s", describe(t, d.record.Raw, arrived))
	if html {
		t.Logf("the edit stands in %d of the parts", strings.Count(strings.ReplaceAll(string(arrived), "=\r\n", ""), edit))
	}
	m, err := mail.ReadMessage(bytes.NewReader(arrived))
	if err != nil {
		t.Fatal(err)
	}
	to, err := m.Header.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Address != carla.Address || to[0].Name != "Dr. Carla Weiß" {
		t.Errorf("to %v, %v", to, err)
	}
	if s, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || s != "Re: Your offer – Senior Analyst" {
		t.Errorf("subject %q, %v", s, err)
	}
	if m.Header.Get("In-Reply-To") != "<"+offerID+">" || m.Header.Get("References") != "<first@home.example> <"+offerID+">" {
		t.Errorf("thread: In-Reply-To %q, References %q", m.Header.Get("In-Reply-To"), m.Header.Get("References"))
	}
	want := letter.Read(inbox.Read(d.record.Raw)).Text()
	if got := letter.Read(inbox.Read(arrived)).Text(); !strings.Contains(got, edit) || strings.ReplaceAll(strings.Replace(got, edit, "", 1), "\n", "") != strings.ReplaceAll(want, "\n", "") {
		t.Errorf("body\n%s\nwant the edit and\n%s", got, want)
	}
	// The copy in Sent is known as this follow-up.
	sent, err := d.s.Messages(d.s.Users[0], d.s.Boxes.Sent)
	if err != nil || len(sent) != 1 {
		t.Fatalf("%d messages in Sent, %v", len(sent), err)
	}
	copied := inbox.Read(sent[0].Raw)
	if followUp := d.known(copied); followUp != d.record.FollowUp {
		t.Errorf("known as %q", followUp)
	}
	// With a Message-ID of the client's own it is known as well.
	copied.MessageID = "other@client.example"
	if followUp := d.known(copied); followUp != d.record.FollowUp {
		t.Errorf("without its Message-ID it is %q", followUp)
	}
	drafts, err := d.s.Messages(d.s.Users[0], d.s.Boxes.Drafts)
	if err != nil {
		t.Fatal(err)
	}
	for _, left := range drafts {
		if !slices.Contains(left.Flags, `\Deleted`) {
			t.Errorf("a stale draft is left: flags %v", left.Flags)
		}
	}
	o := d.observe(t)
	t.Logf("draft observed: %s; %d message(s) left in Drafts", o.Outcome, len(drafts))
	if o.Outcome != drafter.Sent && o.Outcome != drafter.Gone && o.Outcome != drafter.Discarded {
		t.Errorf("observed %q", o.Outcome)
	}
}

// save leaves the edited draft in Drafts: it is the user's own from then on.
func save(t *testing.T, script string) {
	d, smtp := newDesk(t, false), newSink(t)
	drive(t, d, script, "save", smtp.port)
	o := d.observe(t)
	if o.Outcome != drafter.Touched {
		t.Errorf("observed %q, want it touched", o.Outcome)
	}
	drafts, err := d.s.Messages(d.s.Users[0], d.s.Boxes.Drafts)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range drafts {
		t.Logf("in Drafts: UID %d (ours was %d), flags %v\n%s", m.UID, d.record.UID, m.Flags, describe(t, d.record.Raw, m.Raw))
	}
	before := len(drafts)
	if outcome, err := drafter.Withdraw(t.Context(), d.line, d.boxes, d.record); err != nil || outcome == drafter.Withdrawn {
		t.Errorf("withdraw: %q, %v", outcome, err)
	}
	if drafts, err = d.s.Messages(d.s.Users[0], d.s.Boxes.Drafts); err != nil || len(drafts) != before {
		t.Errorf("%d drafts after the withdrawal, %d before; %v", len(drafts), before, err)
	}
}

// describe says what a client made of the header.
func describe(t *testing.T, ours, theirs []byte) string {
	t.Helper()
	a, err := mail.ReadMessage(bytes.NewReader(ours))
	if err != nil {
		t.Fatal(err)
	}
	b, err := mail.ReadMessage(bytes.NewReader(theirs))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for name := range a.Header {
		if b.Header.Get(name) == "" {
			lines = append(lines, "  lost    "+name)
		}
	}
	for name, v := range b.Header {
		switch old := a.Header.Get(name); {
		case old == "":
			lines = append(lines, fmt.Sprintf("  added   %s: %s", name, v[0]))
		case old == v[0]:
			lines = append(lines, "  kept    "+name)
		default:
			lines = append(lines, fmt.Sprintf("  changed %s: %s", name, v[0]))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
