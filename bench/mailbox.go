package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// tracked is how many conversations with companies a generated mailbox holds.
const tracked = 60

// A mailbox is a generated one: the same by its size and seed.
type mailbox struct {
	messages int
	octets   int64
}

// company names a tracked company's domain; the generator writes from it, and the
// store knows it.
func company(i int) string { return fmt.Sprintf("tracked-%03d.example", i) }

func contactOf(i int) string { return "robin.reed@" + company(i) }

// generate writes n messages of the last 80 days into a Maildir, as a mail server
// keeps them: 26 KB on average, as in mailboxes of real life most of it in few
// large ones. Three messages of each tracked company are among them.
func generate(dir string, n int, now time.Time, uid int) (mailbox, error) {
	rng := rand.New(rand.NewPCG(uint64(n), 20261123))
	box := mailbox{messages: n}
	for _, sub := range []string{"", "cur", "new", "tmp"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			return box, err
		}
		if err := os.Chown(filepath.Join(dir, sub), uid, uid); err != nil {
			return box, err
		}
	}
	// What stands in large messages is the same in all of them: a server does not
	// look at it, and it need not be written anew.
	filler := bytes.Repeat([]byte("The quarterly figures are attached; let us look at them together on Thursday.\r\n"), 8000)
	first := now.AddDate(0, 0, -80)
	for i := range n {
		at := first.Add(now.Add(-time.Hour).Sub(first) / time.Duration(n) * time.Duration(i))
		var b bytes.Buffer
		if every := max(n/(3*tracked), 1); i%every == 0 && i/every < 3*tracked {
			fromCompany(&b, i/every%tracked, i, at)
		} else {
			fromAnybody(&b, rng, i, at)
			b.Write(filler[:sizeOf(rng)])
		}
		box.octets += int64(b.Len())
		path := filepath.Join(dir, "cur", fmt.Sprintf("%d.M%06dP1.bench,S=%d:2,S", at.Unix(), i, b.Len()))
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			return box, err
		}
		if err := os.Chtimes(path, at, at); err != nil {
			return box, err
		}
		if err := os.Chown(path, uid, uid); err != nil {
			return box, err
		}
	}
	return box, nil
}

// sizeOf draws how long the text of a message is.
func sizeOf(rng *rand.Rand) int {
	switch p := rng.IntN(100); {
	case p < 70:
		return 1000 + rng.IntN(7000)
	case p < 95:
		return 15_000 + rng.IntN(40_000)
	}
	return 100_000 + rng.IntN(400_000)
}

func fromAnybody(b *bytes.Buffer, rng *rand.Rand, i int, at time.Time) {
	sender := rng.IntN(400)
	fmt.Fprintf(b, "Return-Path: <s%d@list-%d.example>\r\nReceived: from mx.list-%d.example by mx.home.example; %s\r\n", sender, sender%40, sender%40, at.Format(time.RFC1123Z))
	fmt.Fprintf(b, "From: Sender %d <s%d@list-%d.example>\r\nTo: sam@home.example\r\nSubject: News %d of group %d: what happened this week\r\n", sender, sender, sender%40, i, sender)
	fmt.Fprintf(b, "Date: %s\r\nMessage-ID: <m%d.%d@list-%d.example>\r\n", at.Format(time.RFC1123Z), i, rng.Uint32(), sender%40)
	if rng.IntN(3) == 0 {
		fmt.Fprintf(b, "In-Reply-To: <m%d.0@list-%d.example>\r\nReferences: <m%d.0@list-%d.example> <m%d.1@list-%d.example>\r\n", i/2, sender%40, i/3, sender%40, i/2, sender%40)
	}
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
}

func fromCompany(b *bytes.Buffer, c, i int, at time.Time) {
	fmt.Fprintf(b, "From: Robin Reed <%s>\r\nTo: sam@home.example\r\nSubject: Your application at Tracked %03d\r\nDate: %s\r\nMessage-ID: <t%d@%s>\r\n",
		contactOf(c), c, at.Format(time.RFC1123Z), i, company(c))
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		"Dear Sam,\r\n\r\nthank you for the talk. We are still speaking to others and will come back to you.\r\n\r\nBest regards\r\nRobin Reed\r\n")
}

// reply is a message of a company that arrives now. Only what comes from their people shows
// their name: from anybody else it would be a hint for all applications.
func reply(from, token string, now time.Time) []byte {
	name := "Nora Bell"
	if strings.HasPrefix(from, "robin.reed@") {
		name = "Robin Reed"
	}
	return fmt.Appendf(nil, "From: %s <%s>\r\nTo: sam@home.example\r\nSubject: Your application %s\r\nDate: %s\r\nMessage-ID: <%s.%d@mail.example>\r\n"+
		"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"+
		"Dear Sam,\r\n\r\nthank you for your patience. We have not decided yet and will come back to you.\r\n\r\nBest regards\r\n%s\r\n",
		name, from, token, now.Format(time.RFC1123Z), token, now.UnixNano(), name)
}
