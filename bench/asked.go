package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/internal/test/servers"
)

// mostAsked is how many interviews are asked about in a run.
const mostAsked = 50

// An asked is what the program does with an interview that nobody entered: it is told of it
// when it is over, asks by a note, writes the thank-you that the answer is for, and writes
// it anew when a second answer says more.
type asked struct {
	user               string
	sender             *raw
	inbox              <-chan count
	drafts             <-chan time.Time
	note, letter, anew []time.Duration // each from the delivery of what it follows
}

func newAsked(s *servers.Server, user string) (a *asked, err error) {
	a = &asked{user: user}
	if a.sender, err = open(s.Addr, s.CA, user); err != nil {
		return nil, err
	}
	if a.inbox, err = counts(s, user); err != nil {
		return nil, err
	}
	a.drafts, err = listen(s, user, "Drafts")
	return a, err
}

// A count is how many messages the Inbox has, and when the server said so: two that come
// together may be announced as one.
type count struct {
	at       time.Time
	messages int
}

// counts listens to the Inbox.
func counts(s *servers.Server, user string) (<-chan count, error) {
	k, err := open(s.Addr, s.CA, user)
	if err != nil {
		return nil, err
	}
	if _, err := k.idle("INBOX"); err != nil {
		return nil, err
	}
	list := make(chan count, 10000)
	go func() {
		for {
			line, err := k.line()
			if err != nil {
				return
			}
			var n int
			if _, err := fmt.Sscanf(string(line), "* %d EXISTS", &n); err == nil {
				list <- count{time.Now(), n}
			}
		}
	}()
	return list, nil
}

// one goes the way of one interview.
func (a *asked) one(i int) error {
	had := 0
	err := a.sender.do(func(line []byte) {
		if _, after, ok := bytes.Cut(line, []byte("(MESSAGES ")); ok {
			_, _ = fmt.Sscanf(string(after), "%d", &had)
		}
	}, "STATUS INBOX (MESSAGES)")
	if err != nil {
		return err
	}
	if err := a.sender.append("INBOX", "", invitation(i, a.user, time.Now())); err != nil {
		return err
	}
	delivered := time.Now()
	at, err := a.noted(had + 2)
	if err != nil {
		return err
	}
	a.note = append(a.note, at.Sub(delivered))
	note, err := a.newest()
	if err != nil {
		return err
	}
	for _, one := range []struct {
		topic string
		took  *[]time.Duration
	}{{"the on-call rotation", &a.letter}, {"moving off the old warehouse", &a.anew}} {
		time.Sleep(50 * time.Millisecond) // it waits again
		empty(a.drafts)
		if err := a.sender.append("INBOX", "", answer(note, a.user, nameOf(i+mostAsked), one.topic)); err != nil {
			return err
		}
		delivered := time.Now()
		at, err := announced(a.drafts, "the letter that an answer is for")
		if err != nil {
			return err
		}
		*one.took = append(*one.took, at.Sub(delivered))
	}
	return nil
}

// noted waits until the Inbox has so many messages: the invitation and its note.
func (a *asked) noted(messages int) (time.Time, error) {
	timer := time.NewTimer(10 * time.Second)
	defer timer.Stop()
	for {
		select {
		case c := <-a.inbox:
			if c.messages >= messages {
				return c.at, nil
			}
		case <-timer.C:
			return time.Time{}, fmt.Errorf("waited in vain for the note")
		}
	}
}

// announced waits for the next event.
func announced(events <-chan time.Time, what string) (time.Time, error) {
	select {
	case at := <-events:
		return at, nil
	case <-time.After(10 * time.Second):
		return time.Time{}, fmt.Errorf("waited in vain for %s", what)
	}
}

// newest reads the last message of the Inbox.
func (a *asked) newest() (*mail.Message, error) {
	if err := a.sender.do(nil, "EXAMINE INBOX"); err != nil {
		return nil, err
	}
	var text []byte
	err := a.sender.do(func(line []byte) { text = append(text, line...) }, "FETCH * BODY.PEEK[]")
	if _, body, ok := bytes.Cut(text, []byte("\r\n")); ok {
		text = bytes.TrimSuffix(bytes.TrimRight(body, "\r\n"), []byte(")"))
	}
	return mail.Read(text), err
}

// invitation is one of a company that nobody knows, to an interview that has just ended.
func invitation(i int, user string, now time.Time) []byte {
	const stamp = "20060102T150405Z"
	firm := []string{"Ash", "Birch", "Cedar", "Dorn", "Elder", "Fir", "Gorse", "Hazel", "Iris", "Juniper"}[i%10] + []string{"field", "well", "gate", "ford", "worth"}[i/10%5]
	domain := strings.ToLower(firm) + ".example"
	recruiter, interviewer := nameOf(i), nameOf(i+mostAsked)
	return fmt.Appendf(nil, "From: %[8]s <head@%[1]s>\r\nTo: Sam Winter <%[2]s>\r\nSubject: Invitation: Interview Senior Analyst\r\nDate: %[3]s\r\nMessage-ID: <invitation@%[1]s>\r\nMIME-Version: 1.0\r\n"+
		"Content-Type: multipart/alternative; boundary=\"part\"\r\n\r\n--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHi Sam,\r\n\r\nwe are happy to invite you to an interview for the position of Senior Analyst at %[4]s. You will meet %[9]s.\r\n\r\nBest regards\r\n%[8]s\r\n"+
		"--part\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:one@%[1]s\r\nDTSTAMP:%[5]s\r\nDTSTART:%[6]s\r\nDTEND:%[7]s\r\nSUMMARY:Interview Senior Analyst\r\nSTATUS:CONFIRMED\r\n"+
		"ORGANIZER;CN=%[8]s:mailto:head@%[1]s\r\nATTENDEE;CN=%[9]s;PARTSTAT=ACCEPTED:mailto:host@%[1]s\r\nATTENDEE;CN=Sam Winter:mailto:%[2]s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--part--\r\n",
		domain, user, now.Format(time.RFC1123Z), firm, now.UTC().Format(stamp), now.Add(-75*time.Minute).UTC().Format(stamp), now.Add(-15*time.Minute).UTC().Format(stamp), recruiter, interviewer)
}

// nameOf is the name of somebody, another one for each number below 100: people of one name
// at two companies are a reason to ask.
func nameOf(i int) string {
	first := []string{"Ada", "Bela", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jana"}
	last := []string{"Stone", "Quist", "Lund", "Marsh", "Vega", "Frost", "Orr", "Bhatt", "Kemp", "Sato"}
	return first[i%10] + " " + last[i/10%10]
}

// answer is what a client sends when the user writes what stayed behind the name of one
// who interviewed him, as it comes back to his Inbox.
func answer(note *mail.Message, user, person, topic string) []byte {
	var quoted strings.Builder
	for line := range strings.Lines(note.Text().Text) {
		line = strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(line, person+".") {
			line += " " + topic
		}
		quoted.WriteString("> " + line + "\r\n")
	}
	now := time.Now()
	return fmt.Appendf(nil, "Authentication-Results: mx.home.example; dmarc=pass header.from=%s\r\nFrom: Sam Winter <%s>\r\nTo: Sam Winter <%s>\r\nSubject: Re: %s\r\nIn-Reply-To: <%s>\r\nMessage-ID: <%d@client.example>\r\nDate: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\r\nOn %s Sam Winter <%s> wrote:\r\n\r\n%s",
		mail.DomainOf(user), user, user, note.Subject, note.MessageID, now.UnixNano(), now.Format(time.RFC1123Z), now.Format("Mon, Jan 2, 2006 at 3:04 PM"), user, quoted.String())
}
