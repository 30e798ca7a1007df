package daemon_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
)

// The promise of the README, from the server's side, on every make and shape of server:
// it sees nothing that writes but drafts, notes to the user himself, and the move of the
// program's own untouched drafts to Trash. Without notes it sees no note.
func TestWhatTheServerSees(t *testing.T) {
	try := func(name, where string, start func(*testing.T) *servers.Server) {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // each is waited for more than it works
			keepsItsPromise(t, start(t), where)
		})
	}
	for _, shape := range servers.Variants {
		try(string(shape), "inbox", func(t *testing.T) *servers.Server { return servers.Dovecot(t, shape) })
	}
	try("embedded", "inbox", func(t *testing.T) *servers.Server { return servers.Embedded(t) })
	try("cyrus", "inbox", func(t *testing.T) *servers.Server { return servers.Cyrus(t) })
	try("courier", "inbox", func(t *testing.T) *servers.Server { return servers.Courier(t) })
	try("in Drafts", "drafts", func(t *testing.T) *servers.Server { return servers.Embedded(t) })
	try("off", "off", func(t *testing.T) *servers.Server { return servers.Embedded(t) })
}

// reading are the commands that change nothing.
var reading = regexp.MustCompile(`^(?:CAPABILITY|LOGIN|AUTHENTICATE|ID|LIST|NAMESPACE|STATUS|EXAMINE|SELECT|SEARCH|UID SEARCH|UID FETCH|NOOP|IDLE|DONE|LOGOUT|ENABLE|UNSELECT|NOTIFY|CHECK)(?: |$)`)

func keepsItsPromise(t *testing.T, server *servers.Server, where string) {
	proxy := servers.NewProxy(t, server)
	p := noted(t, server, "2024-11-15T14:00", func(o *demo.Options) {
		o.Addr, o.CA = proxy.Addr, proxy.CA
		o.Adjust = func(c *config.Config) { c.Intake.Notes = where }
	})
	inbox, drafts := server.Boxes.Inbox, server.Boxes.Drafts
	news := demo.Mail{From: "News <news@paper.example>", To: p.User, Subject: "All of it", Text: "words and words\n", At: ny("2024-11-14T10:00")}
	boxes := []string{inbox, drafts, server.Boxes.Sent, server.Boxes.Trash}
	for _, box := range boxes {
		p.must(server.Deliver(p.User, box, news.Raw(), []string{`\Flagged`}, news.At))
	}
	stands := func() (all []string) {
		for _, box := range boxes {
			stored, err := server.Messages(p.User, box)
			p.must(err)
			for _, m := range stored {
				if strings.Contains(string(m.Raw), "news@paper.example") {
					flags := slices.DeleteFunc(m.Flags, func(f string) bool { return f == `\Recent` })
					slices.Sort(flags)
					all = append(all, fmt.Sprint(box, m.UID, flags))
				}
			}
		}
		return all
	}
	before := stands()
	p.StartDaemon(p.ctx)
	p.addPlain("2024-11-15T15:00")
	p.go_("2024-11-15T15:01")
	letters := 2
	if where != "off" {
		box := map[string]string{"inbox": inbox, "drafts": drafts}[where]
		debrief := p.notes(box, 1)[0]
		p.answers(server.Boxes.Sent, debrief, "2024-11-15T15:10", "", map[string]string{"Dr. Ngozi Okafor.": "the on-call rotation"})
		p.go_("2024-11-15T15:11")
		letters = 3 // at least the one of whom he told is written anew
	}
	p.must(p.Arrive(demo.Mail{From: robin, Subject: "Senior Analyst", Text: "Hi Sam,\n\nwe will make our decision by December 6, 2024.\n\nRobin", At: ny("2024-11-15T16:00")}))
	p.go_("2024-11-15T16:01")
	p.must(p.StopDaemon())

	writes := map[string]int{}
	for _, c := range proxy.Commands() {
		c = strings.ReplaceAll(c, `"`, "")
		if strings.Contains(c, "FETCH") && strings.Contains(c, "BODY[") {
			t.Errorf("%q marks a message as read", c)
		}
		if reading.MatchString(c) {
			continue
		}
		words := strings.Fields(c)
		switch verb := strings.TrimPrefix(c, "UID "); {
		case words[0] == "APPEND" && strings.Contains(c, `\Draft`):
			writes["draft"]++
		case words[0] == "APPEND" && strings.HasPrefix(c, "APPEND "+inbox+" ") && !strings.Contains(c, `(\`):
			writes["note"]++
		case strings.HasPrefix(verb, "MOVE "):
			writes["move"]++
		case strings.HasPrefix(verb, "COPY "):
			writes["copy"]++
		case strings.HasPrefix(c, "UID STORE ") && strings.HasSuffix(c, `(\Deleted)`), strings.HasPrefix(c, "UID EXPUNGE "):
			writes["the rest of a move"]++
		default:
			t.Errorf("%q is sent", c)
		}
	}
	if where == "drafts" {
		writes["draft"]--
		writes["note"]++
	}
	// A server that hangs up at an APPEND (Courier does) is told it once more.
	if notes := writes["note"]; where == "off" && notes != 0 || where != "off" && notes == 0 || writes["draft"] < letters || writes["move"]+writes["copy"] > writes["draft"] {
		t.Errorf("%v, want %d drafts, all of them taken back, and a note", writes, letters)
	}
	if where == "drafts" {
		p.notes(drafts, 1)
	} else {
		p.drafts(1) // the paper
		p.notes(inbox, letters-2)
	}
	if after := stands(); !slices.Equal(before, after) {
		t.Errorf("what is not the program's stands otherwise: %q, before %q", after, before)
	}
	if where == "inbox" {
		if m := p.notes(inbox, 1)[0]; slices.Contains(m.Flags, `\Seen`) {
			t.Errorf("the program marked its note: %q", m.Flags)
		}
	}
}
