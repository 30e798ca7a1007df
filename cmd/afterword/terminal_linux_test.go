package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterword/internal/test/servers"

	"golang.org/x/sys/unix"
)

// openTerminal returns the two ends of a terminal: what a person has before him, and
// what a program has (pts(4)).
func openTerminal(t *testing.T) (person, program *os.File) {
	t.Helper()
	person, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("there are no terminals here: %v", err)
	}
	t.Cleanup(func() { person.Close() })
	n, err := unix.IoctlGetInt(int(person.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(person.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	if program, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0); err != nil {
		t.Skipf("there are no terminals here: %v", err)
	}
	t.Cleanup(func() { program.Close() })
	return person, program
}

// answers types an answer to each question as it comes, and returns all that stood on
// the screen. A question ends the output until it is answered.
func answers(person *os.File, questions [][2]string) (screen string, err error) {
	part, buffer := "", make([]byte, 4096)
	for _, q := range questions {
		for !strings.Contains(part, q[0]) || !strings.HasSuffix(part, ": ") {
			n, err := person.Read(buffer)
			if err != nil {
				return screen + part, fmt.Errorf("before %q: %w", q[0], err)
			}
			part += string(buffer[:n])
		}
		if strings.Contains(part, hidden) {
			if err := silent(person); err != nil {
				return screen + part, err
			}
		}
		screen, part = screen+part, ""
		if _, err := person.WriteString(q[1] + "\n"); err != nil {
			return screen, err
		}
	}
	return screen, nil
}

// hidden stands in a question whose answer is not shown.
const hidden = "(it is not shown)"

// silent waits until the terminal shows nothing of what is typed: nobody types in the
// instant between a question and that.
func silent(person *os.File) error {
	for {
		state, err := unix.IoctlGetTermios(int(person.Fd()), unix.TCGETS)
		if err != nil || state.Lflag&unix.ECHO == 0 {
			return err
		}
		runtime.Gosched()
	}
}

// invitation is how the company invited the newcomer to an interview that has just ended.
const invitation = `From: Robin Hale <robin.hale@acme.example>
To: robin@home.example
Subject: Interview: Senior Analyst at Acme
Date: %[1]s
Message-ID: <invitation@acme.example>
MIME-Version: 1.0
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:interview@acme.example
DTSTAMP:20260101T000000Z
DTSTART:%[2]s
DTEND:%[3]s
SUMMARY:Interview: Senior Analyst at Acme
ORGANIZER;CN=Robin Hale:mailto:robin.hale@acme.example
ATTENDEE;CN=Dr. Ngozi Okafor:mailto:ngozi@acme.example
ATTENDEE;CN=Robin Winter:mailto:robin@home.example
END:VEVENT
END:VCALENDAR
`

// TestFirstDraftOnATerminal goes it with a person before the screen: the invitation is
// found in his mail, and he says that it is his.
func TestFirstDraftOnATerminal(t *testing.T) {
	n := newNewcomer(t)
	person, program := openTerminal(t)
	now := time.Now().UTC()
	stamp := func(before time.Duration) string { return now.Add(-before).Format("20060102T150405Z") }
	raw := fmt.Sprintf(invitation, now.Add(-72*time.Hour).Format(time.RFC1123Z), stamp(70*time.Minute), stamp(10*time.Minute))
	if err := n.server.Deliver("robin@home.example", "INBOX", []byte(strings.ReplaceAll(raw, "\n", "\r\n")), nil, now.Add(-72*time.Hour)); err != nil {
		t.Fatal(err)
	}
	questions := [][2]string{{"Your mail address", "robin@home.example"}, {hidden, servers.Password}, {"Your name", "Robin Winter"},
		{"time zone", ""}, {"public holidays", ""}, {"Language", ""}, {"Where shall Afterword ask", ""}}
	screen := make(chan string, 1)
	go func() {
		text, err := answers(person, questions)
		if err != nil {
			t.Error(err)
			program.Close()
		}
		screen <- text
		_, _ = io.Copy(io.Discard, person) // until the terminal is closed
	}()
	env := n.env
	env.in, env.out, env.err = program, program, program
	if code := run(n.ctx, env, n.init); code != exitDone {
		t.Fatalf("exit %d:\n%s", code, <-screen)
	}
	if text := <-screen; strings.Contains(text, servers.Password) || strings.Contains(text, "\x1b") || !strings.Contains(text, "robin@home.example") {
		t.Errorf("on the screen stands %q", text)
	}
	n.runs()
	for n.ctx.Err() == nil && !strings.Contains(n.call(strings.NewReader(""), "finds"), "Senior Analyst") {
		continue
	}
	n.call(strings.NewReader(""), "yes", "--all")
	n.draft(len(questions) + 1)
}
