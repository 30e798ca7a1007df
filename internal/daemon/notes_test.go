package daemon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/demo/mailserver"
	"afterword/internal/intake"
	"afterword/internal/mail"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// noted is a play whose user is asked by notes.
func noted(t *testing.T, server *servers.Server, start string, change func(*demo.Options)) *play {
	t.Helper()
	return newPlay(t, server, start, func(o *demo.Options) {
		o.Adjust = func(c *config.Config) { c.Intake.Notes = "inbox" }
		if change != nil {
			change(o)
		}
	})
}

// notes returns the notes that stand in a mailbox.
func (p *play) notes(box string, want int) []mailserver.Stored {
	p.t.Helper()
	all, err := p.Server.Messages(p.User, box)
	p.must(err)
	all = slices.DeleteFunc(all, func(m mailserver.Stored) bool { return !strings.Contains(string(m.Raw), "X-Afterword-Note:") })
	if len(all) != want {
		var have []string
		for _, m := range all {
			have = append(have, mail.Read(m.Raw).Subject)
		}
		p.t.Fatalf("%d notes in %q, want %d: %q", len(all), box, want, have)
	}
	return all
}

// answers puts what the user's client would leave of a reply into a mailbox: above the
// quotation, and behind the lines that begin so.
func (p *play) answers(box string, m mailserver.Stored, at, top string, fill map[string]string, header ...string) {
	p.t.Helper()
	msg := mail.Read(m.Raw)
	var b strings.Builder
	fmt.Fprintf(&b, "%sFrom: Sam Winter <%s>\r\nTo: Sam Winter <%s>\r\nSubject: Re: %s\r\nIn-Reply-To: <%s>\r\nMessage-ID: <%d@client.example>\r\nDate: %s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n\r\nOn Fri, Nov 15, 2024 at 3:05 PM Sam Winter <%s> wrote:\r\n\r\n",
		strings.Join(header, ""), p.User, p.User, msg.Subject, msg.MessageID, time.Now().UnixNano(), ny(at).Format(time.RFC1123Z), strings.ReplaceAll(top, "\n", "\r\n"), p.User)
	for l := range strings.Lines(msg.Text().Text) {
		l = strings.TrimRight(l, "\r\n")
		for begin, words := range fill {
			if strings.HasPrefix(l, begin) {
				l += " " + words
			}
		}
		b.WriteString(strings.TrimRight("> "+l, " ") + "\r\n")
	}
	p.must(p.Server.Deliver(p.User, box, []byte(b.String()), []string{`\Seen`}, ny(at)))
}

// The whole of a search from a phone: what was found is asked in the Inbox, a reply makes
// it an application, and what is written behind the colons of the debrief goes into each
// one's letter.
func TestNotes(t *testing.T) {
	onEach(t, func(t *testing.T, server *servers.Server) {
		inbox, sent := server.Boxes.Inbox, server.Boxes.Sent
		p := noted(t, server, "2024-11-12T10:00", nil)
		p.StartDaemon(p.ctx)
		p.must(p.Settle(p.ctx))
		m, v := acmeInvites("2024-11-12T10:05")
		v.people = append(v.people, tomas)
		p.arrives(m, v)
		p.go_("2024-11-12T10:06")
		question := p.notes(inbox, 1)[0]
		if slices.Contains(question.Flags, `\Seen`) {
			t.Errorf("it stands there as read: %q", question.Flags)
		}
		msg := mail.Read(question.Raw)
		if text := msg.Text().Text; !strings.Contains(text, "Company: Acme") || !strings.Contains(text, "When: Friday, November 15, 2:00–3:00 pm") {
			t.Errorf("%s\n%s", msg.Subject, text)
		}
		p.go_("2024-11-12T10:20")
		p.notes(inbox, 1)
		p.answers(sent, question, "2024-11-12T10:21", "", nil) // a reply that says nothing
		p.go_("2024-11-12T10:22")
		if find := p.finds(1)[0]; find.State != intake.Asked {
			t.Errorf("%+v", find.State)
		}
		p.answers(sent, question, "2024-11-12T10:30", "Yes, that's right.", nil)
		p.go_("2024-11-12T10:31")
		if find := p.finds(1)[0]; find.Application != "acme" {
			t.Fatalf("%+v", find)
		}
		p.said("acme", "Yes, that's right.")
		p.drafts(0)
		p.go_("2024-11-15T15:00")
		before := p.drafts(2)
		debrief := p.notes(inbox, 2)[1]
		p.answers(sent, debrief, "2024-11-15T15:10", "", map[string]string{"Dr. Ngozi Okafor.": "the on-call rotation", "Tomás Rivera.": "moving off the old warehouse", "They decide by:": "next Friday"})
		p.go_("2024-11-15T15:11")
		after := p.drafts(2)
		if !strings.Contains(after[0].Text, "on-call rotation") || !strings.Contains(after[1].Text, "warehouse") || strings.Contains(after[1].Text, "on-call") || before[0].MessageID == after[0].MessageID {
			t.Errorf("%s\n----\n%s", after[0].Text, after[1].Text)
		}
		a, _, err := p.Application(p.ctx, "acme")
		p.must(err)
		if d := a.Interviews[0].Decision; d != rules.NewDate(2024, 11, 22) {
			t.Errorf("they decide by %s", d)
		}
		p.notes(inbox, 2)
		p.notes(server.Boxes.Drafts, 0)
		// Nothing of it counts as a letter of his, or as mail of anybody's.
		for _, f := range a.Facts {
			switch f.What.(type) {
			case rules.Delivered, rules.Hinted:
				t.Errorf("%+v", f)
			}
		}
		p.must(p.StopDaemon())
	})
}

// They did not come: the letters of thanks leave, and another time is offered. Afterwards
// it was only moved, which asks to when, and the answer moves it.
func TestTheyDidNotCome(t *testing.T) {
	p := noted(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	inbox, sent := p.Server.Boxes.Inbox, p.Server.Boxes.Sent
	p.StartDaemon(p.ctx)
	id := p.addPlain("2024-11-15T15:00")
	p.go_("2024-11-15T15:01")
	debrief := p.notes(inbox, 1)[0]
	p.drafts(2)
	p.answers(sent, debrief, "2024-11-15T15:05", "they did not come", nil)
	p.go_("2024-11-15T15:06")
	if l := p.drafts(1)[0]; !strings.Contains(l.Subject, "Another time") {
		t.Errorf("%q", l.Subject)
	}
	p.answers(sent, debrief, "2024-11-15T15:20", "", map[string]string{"Did it take place?": "moved"})
	p.go_("2024-11-15T15:21")
	p.drafts(0)
	again := p.notes(inbox, 2)[1]
	p.answers(sent, again, "2024-11-15T15:30", "", map[string]string{"When:": "Monday, November 18, 4 to 5 pm"})
	p.go_("2024-11-15T15:31")
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	if v := a.Interviews[0]; v.Cancelled || v.NoShow || !v.End.Equal(ny("2024-11-18T17:00")) {
		t.Errorf("%+v", v)
	}
	p.go_("2024-11-18T17:01")
	p.drafts(2)
}

// addPlain enters the interview of the story, with nothing noted of it.
func (p *play) addPlain(ended string) string {
	p.t.Helper()
	n, to := contact(ngozi, rules.Interviewer), contact(tomas, rules.Interviewer)
	id, err := p.Store.NewApplication(p.ctx, "work", rules.Described{Company: "Acme", Role: "Senior Analyst", Zone: "America/New_York", Contacts: []rules.Contact{n, to, contact(robin, rules.Recruiter)},
		Interviews: []rules.Interview{{ID: "1", Start: ny(ended).Add(-time.Hour), End: ny(ended), Interviewers: []string{n.Key(), to.Key()}}}}, p.Now())
	p.must(err)
	return id
}

// Killed at every step between "decided" and "recorded": one note, never two, never none.
func TestKilledWhileAsking(t *testing.T) {
	server := servers.Embedded(t)
	for n, step := range []string{"decided", "searched", "appended", "read", "recorded"} {
		t.Run(step, func(t *testing.T) {
			p := noted(t, server, "2024-11-15T14:00", func(o *demo.Options) { o.User = server.Users[n%len(server.Users)] })
			for _, box := range []string{server.Boxes.Inbox, server.Boxes.Drafts} {
				all, err := server.Messages(p.User, box)
				p.must(err)
				for _, m := range all {
					p.must(server.Expunge(p.User, box, m.UID))
				}
			}
			p.runUntil("") // up to where the Inbox is now
			p.arrives(acmeInvites("2024-11-15T13:59"))
			if !p.runUntil(step) {
				t.Fatalf("the step %q never came", step)
			}
			p.runUntil(step)
			p.runUntil("")
			p.notes(server.Boxes.Inbox, 1)
			p.notes(server.Boxes.Trash, 0)
		})
	}
}

// What somebody else wrote in the user's name answers nothing, and what he showed to
// somebody else is no answer either.
func TestWhoseAnswersCount(t *testing.T) {
	p := noted(t, servers.Embedded(t), "2024-11-12T10:00", nil)
	inbox, sent, trash := p.Server.Boxes.Inbox, p.Server.Boxes.Sent, p.Server.Boxes.Trash
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	p.arrives(acmeInvites("2024-11-12T10:05"))
	p.go_("2024-11-12T10:06")
	question := p.notes(inbox, 1)[0]
	id := mail.Read(question.Raw).MessageID
	state := func(at string, want intake.State) {
		t.Helper()
		p.go_(at)
		if find := p.finds(1)[0]; find.State != want {
			t.Fatalf("%s, want %s", find.State, want)
		}
	}
	const pass, fail = "Authentication-Results: mx.example; dmarc=pass header.from=home.example\r\n", "Authentication-Results: mx.example; dmarc=fail header.from=home.example\r\n"
	p.answers(inbox, question, "2024-11-12T10:10", "no", nil)
	p.answers(inbox, question, "2024-11-12T10:10", "no", nil, fail)
	p.answers(trash, question, "2024-11-12T10:10", "no", nil, pass)
	forged := strings.ReplaceAll(string(question.Raw), id, "other@client.example") // it knows the tag, and not the identifier
	p.must(p.Server.Deliver(p.User, inbox, []byte(pass+strings.Replace(forged, "Company: Acme", "Company: Evil", 1)), nil, p.Now()))
	shown := strings.Replace(string(question.Raw), "To: ", "Cc: Kim <kim@friend.example>\r\nIn-Reply-To: <"+id+">\r\nTo: ", 1)
	p.must(p.Server.Deliver(p.User, sent, []byte(strings.Replace(shown, "\r\n\r\n", "\r\n\r\nNo\r\n\r\n", 1)), []string{`\Seen`}, p.Now()))
	state("2024-11-12T10:12", intake.Asked)
	p.answers(inbox, question, "2024-11-12T10:13", "no", nil, pass)
	state("2024-11-12T10:14", intake.Dismissed)
	p.answers(sent, question, "2024-11-12T10:15", "yes", nil)
	state("2024-11-12T10:16", intake.Running)
}

// How a role is said in a sentence is asked once, with a guess: a yes to it stands in the
// letters, and the next round does not ask again.
func TestHowARoleIsSaidIsAskedOnce(t *testing.T) {
	p := noted(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	n := contact(ngozi, rules.Interviewer)
	round := func(id, ended string) rules.Interview {
		return rules.Interview{ID: id, Start: ny(ended).Add(-time.Hour), End: ny(ended), Interviewers: []string{n.Key()}}
	}
	d := rules.Described{Company: "Acme", Role: "Wonder Wizard | Tides", Zone: "America/New_York", Contacts: []rules.Contact{n}, Interviews: []rules.Interview{round("1", "2024-11-15T15:00")}}
	id, err := p.Store.NewApplication(p.ctx, "work", d, p.Now())
	p.must(err)
	p.go_("2024-11-15T15:01")
	if l := p.drafts(1)[0]; strings.Contains(l.Text, "Wonder Wizard") {
		t.Errorf("nobody said how the role is said:\n%s", l.Text)
	}
	debrief := p.notes(p.Server.Boxes.Inbox, 1)[0]
	p.answers(p.Server.Boxes.Sent, debrief, "2024-11-15T15:10", "", map[string]string{"How a sentence says the role": "yes"})
	p.go_("2024-11-15T15:11")
	if l := p.drafts(1)[0]; !strings.Contains(strings.Join(strings.Fields(l.Text), " "), "Wonder Wizard") {
		t.Errorf("the role is not named:\n%s", l.Text)
	}
	a, _, err := p.Application(p.ctx, id)
	p.must(err)
	if d = a.Describe(); d.RoleSaid != "Wonder Wizard" {
		t.Errorf("the role is said %q", d.RoleSaid)
	}
	// Not told, and asked once all the same.
	d.RoleSaid, d.Interviews = "", append(d.Interviews, round("2", "2024-11-18T15:00"))
	_, err = p.Store.AddFacts(p.ctx, id, rules.Fact{Key: "user/again", At: p.Now(), What: d})
	p.must(err)
	p.go_("2024-11-18T15:01")
	if text := mail.Read(p.notes(p.Server.Boxes.Inbox, 2)[1].Raw).Text().Text; strings.Contains(text, "sentence says the role") {
		t.Errorf("asked again:\n%s", text)
	}
}

// A letter to an interviewer is one, also where the user wrote it as an answer to a note: she
// is not thanked twice.
func TestALetterFromANote(t *testing.T) {
	p := noted(t, servers.Embedded(t), "2024-11-15T14:00", nil)
	p.StartDaemon(p.ctx)
	p.addPlain("2024-11-15T15:00")
	p.go_("2024-11-15T15:01")
	note := mail.Read(p.notes(p.Server.Boxes.Inbox, 1)[0].Raw)
	p.drafts(2)
	letter := demo.Mail{From: "Sam Winter <" + p.User + ">", To: ngozi, Subject: "Re: " + note.Subject, Answers: "<" + note.MessageID + ">", At: ny("2024-11-15T15:05"),
		Text: "Dear Ngozi,\n\nthank you for the interview today.\n\nSam\n\n> " + strings.ReplaceAll(note.Text().Text, "\n", "\n> ")}
	p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, letter.Raw(), []string{`\Seen`}, letter.At))
	p.go_("2024-11-15T15:06")
	if l := p.drafts(1)[0]; strings.Contains(l.To, "ngozi") {
		t.Errorf("she is thanked once more: %q", l.To)
	}
}

// With notes in Drafts, the note itself is edited. What is half written is not read.
func TestNotesInDrafts(t *testing.T) {
	p := noted(t, servers.Embedded(t), "2024-11-12T10:00", func(o *demo.Options) {
		o.Adjust = func(c *config.Config) { c.Intake.Notes = "drafts" }
	})
	drafts := p.Server.Boxes.Drafts
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	p.arrives(acmeInvites("2024-11-12T10:05"))
	p.go_("2024-11-12T10:06")
	p.notes(p.Server.Boxes.Inbox, 0)
	question := p.notes(drafts, 1)[0]
	edit := func(uid uint32, at, words string) mailserver.Stored {
		t.Helper()
		p.must(p.Server.Edit(p.User, drafts, uid, []byte(strings.Replace(string(question.Raw), "Is this an interview", words+"\r\n\r\nIs this an interview", 1)), []string{`\Draft`, `\Seen`}, ny(at)))
		p.go_(at)
		return p.notes(drafts, 1)[0]
	}
	half := edit(question.UID, "2024-11-12T10:08", "no")
	if find := p.finds(1)[0]; find.State != intake.Asked {
		t.Fatal(find.State)
	}
	edit(half.UID, "2024-11-12T10:08", "no problem, yes")
	edit(p.notes(drafts, 1)[0].UID, "2024-11-12T10:08", "yes")
	p.go_("2024-11-12T10:10")
	if find := p.finds(1)[0]; find.State != intake.Running {
		t.Errorf("%s", find.State)
	}
	p.notes(drafts, 1)
}

// Three questions are open at most: the last of them is a list of the rest.
func TestTheRestIsOneList(t *testing.T) {
	p := noted(t, servers.Embedded(t), "2024-11-12T10:00", nil)
	inbox, sent := p.Server.Boxes.Inbox, p.Server.Boxes.Sent
	p.StartDaemon(p.ctx)
	p.must(p.Settle(p.ctx))
	companies := []string{"Acme", "Beta", "Gamma", "Delta", "Omega"}
	p.must(p.Between(ny("2024-11-12T10:06"), func() error { // they come together
		for i, company := range companies {
			domain := strings.ToLower(company) + ".example"
			m, v := acmeInvites("2024-11-12T10:05")
			m.From, m.MessageID, m.Text = "Robin Hale <robin@"+domain+">", fmt.Sprint("invitation-", i, "@", domain), strings.ReplaceAll(m.Text, "Acme", company)
			v.uid, v.organizer, v.summary, v.people = "one@"+domain, m.From, "Interview Senior Analyst, "+company, []string{"Dr. Ngozi Okafor <ngozi@" + domain + ">", m.From}
			v.start, v.end = v.start.AddDate(0, 0, i), v.end.AddDate(0, 0, i)
			p.arrives(m, v)
		}
		return nil
	}))
	p.must(p.Settle(p.ctx))
	p.finds(5)
	all := p.notes(inbox, 3)
	list := mail.Read(all[2].Raw)
	if !strings.Contains(list.Text().Text, "1. ") || !strings.Contains(list.Text().Text, "3. ") || !strings.HasPrefix(list.Subject, "3 more") {
		t.Errorf("%s\n%s", list.Subject, list.Text().Text)
	}
	p.go_("2024-11-12T10:30")
	p.notes(inbox, 3)
	p.answers(sent, all[2], "2024-11-12T10:31", "1 yes, 2 no, 3 yes", nil)
	p.go_("2024-11-12T10:32")
	states := map[intake.State]int{}
	for _, f := range p.finds(5) {
		states[f.State]++
	}
	if states[intake.Running] != 2 || states[intake.Dismissed] != 1 || states[intake.Asked] != 2 {
		t.Errorf("%v", states)
	}
	p.notes(inbox, 3)
	// Moved as a whole it is answered as a whole, and takes its answer back.
	all = p.notes(inbox, 3)
	id := "<" + mail.Read(all[2].Raw).MessageID + ">"
	for _, step := range []struct {
		from, to, at string
		no           int
	}{
		{inbox, "Afterword/Yes", "2024-11-12T10:40", 1}, // nobody thanks three companies with a word
		{"Afterword/Yes", "Afterword/No", "2024-11-12T10:42", 3},
		{"Afterword/No", inbox, "2024-11-12T10:44", 1}, // what he wrote of it stands
	} {
		p.move(id, step.from, step.to)
		p.go_(step.at)
		clear(states)
		for _, f := range p.finds(5) {
			states[f.State]++
		}
		if states[intake.Dismissed] != step.no {
			t.Errorf("from %s to %s: %v", step.from, step.to, states)
		}
	}
}
