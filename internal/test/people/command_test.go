package people

import (
	"fmt"
	"slices"
	"time"

	"afterword/internal/test/people/oracle"
	"afterword/rules"
)

// accounts are the names that the config gives them.
var accounts = []string{"work", "home"}

// enter plays `add`: the user enters an application as it truly is.
func (w *world) enter(a *oracle.App, account int) *app {
	own := &app{App: a, account: account}
	a.Account = w.server.Users[account]
	w.apps = append(w.apps, own)
	w.oracle.Apps = append(w.oracle.Apps, a)
	id, err := w.Store.NewApplication(w.ctx, accounts[account], describe(own), w.Now())
	w.must(err)
	own.store, a.ID = id, id
	if w.puzzles[a.Company] && len(w.cast) > 0 {
		own.Doubt()
	}
	w.note("the user enters %s (%s at %s) into %s", id, a.Role, a.Company, accounts[account])
	return own
}

// describe says the truth in the program's words.
func describe(a *app) rules.Described {
	d := rules.Described{Account: accounts[a.account], Company: a.Company, Role: a.Role, Zone: a.Cal.Zone.String(), Holidays: "none", Knows: []string{}}
	if a.Cal.US {
		d.Holidays = "US"
	}
	for _, p := range a.People {
		part := rules.Interviewer
		if p.Key == a.Status {
			part = rules.Recruiter
		}
		d.Contacts = append(d.Contacts, contact(p, part))
	}
	for n, r := range a.Rounds {
		d.Interviews = append(d.Interviews, meeting(a, fmt.Sprint(n+1), r))
	}
	return d
}

func contact(p oracle.Person, part rules.Part) rules.Contact {
	c := rules.Contact{Address: p.Address, Part: part}
	c.Honorific, c.Name = rules.SplitHonorific(p.Name)
	return c
}

func meeting(a *app, id string, r oracle.Round) rules.Interview {
	v := rules.Interview{ID: id, Start: r.Start, End: r.End, Cancelled: r.Cancelled, NoShow: r.NoShow}
	if r.Decision != 0 {
		d, err := rules.ParseDate(r.Decision.String())
		if err != nil {
			panic(err)
		}
		v.Decision = d
	}
	for _, key := range r.People {
		p := a.Person(key)
		v.Interviewers = append(v.Interviewers, contact(*p, "").Key())
	}
	return v
}

// say stores one thing that the user tells the program, as the commands do: no two in
// one instant.
func (w *world) say(a *app, what rules.What) {
	w.clock(w.Now().Add(time.Second))
	w.count++
	_, err := w.Store.AddFacts(w.ctx, a.store, rules.Fact{Key: fmt.Sprintf("user/%06d", w.count), At: w.Now(), What: what})
	w.must(err)
}

// change plays `edit`: the application as the store has it, with a change.
func (w *world) change(a *app, change func(*rules.Described)) {
	facts, err := w.Store.Facts(w.ctx, a.store)
	w.must(err)
	now := rules.Fold(a.store, facts)
	d := now.Describe()
	change(&d)
	w.say(a, d)
}

// readdress corrects somebody's address, in truth and in the program.
func (w *world) readdress(a *app, key, to string) {
	p := a.Person(key)
	from := p.Address
	w.note("the user corrects the address %s to %s", from, to)
	a.Was(from, to)
	p.Address = to
	w.change(a, func(d *rules.Described) {
		for i := range d.Contacts {
			if d.Contacts[i].Address == from {
				d.Contacts[i].Address = to
			}
		}
		for i := range d.Interviews {
			for n, k := range d.Interviews[i].Interviewers {
				if k == from {
					d.Interviews[i].Interviewers[n] = to
				}
			}
		}
		if d.Status == from {
			d.Status = to
		}
	})
}

// rename corrects somebody's name.
func (w *world) rename(a *app, key, to string) {
	p := a.Person(key)
	w.note("the user corrects the name %s to %s", p.Name, to)
	a.Was(last(p.Name), last(to))
	address := p.Address
	p.Name = to
	w.change(a, func(d *rules.Described) {
		i := slices.IndexFunc(d.Contacts, func(c rules.Contact) bool { return c.Address == address })
		d.Contacts[i].Honorific, d.Contacts[i].Name = rules.SplitHonorific(to)
	})
}

func last(name string) string {
	at := len(name)
	for at > 0 && name[at-1] != ' ' {
		at--
	}
	return name[at:]
}

// retitle corrects the role.
func (w *world) retitle(a *app, role string) {
	w.note("the user corrects the role %s to %s", a.Role, role)
	a.Was(a.Role, role)
	a.Role = role
	w.change(a, func(d *rules.Described) { d.Role = role })
}

// redate corrects the decision date of the last round.
func (w *world) redate(a *app, day oracle.Day) {
	w.note("the user corrects the decision date to %s", day)
	r := &a.Rounds[len(a.Rounds)-1]
	r.Decision = day
	a.Happened(w.Now(), oracle.Said{What: "date", Until: day, Round: r.ID})
	w.change(a, func(d *rules.Described) {
		at := slices.IndexFunc(d.Interviews, func(v rules.Interview) bool { return v.End.Equal(r.End) && !v.Cancelled })
		if at < 0 {
			at = len(d.Interviews) - 1
		}
		d.Interviews[at].Decision, _ = rules.ParseDate(day.String())
	})
}

// meet plays `add` for a further round.
func (w *world) meet(a *app, r oracle.Round) {
	w.note("the user enters a further interview, which ends on %s", r.End.Format("Mon Jan 2 15:04"))
	a.Rounds = append(a.Rounds, r)
	w.change(a, func(d *rules.Described) {
		d.Interviews = append(d.Interviews, meeting(a, fmt.Sprint(len(d.Interviews)+1), r))
	})
}

// steer plays `stop`, `resume` and `snooze`.
func (w *world) steer(a *app, what string, until oracle.Day) {
	w.note("the user says %s %s", what, a.store)
	a.Happened(w.Now(), oracle.Said{What: what, Until: until})
	switch what {
	case "stop":
		w.say(a, rules.Stopped{})
	case "resume":
		a.Doubt() // from when on a letter is owed again, nobody wrote down
		w.say(a, rules.Resumed{})
	case "snooze":
		d, _ := rules.ParseDate(until.String())
		w.say(a, rules.Snoozed{Until: d})
	}
}

// mark plays `mark`: what a message really is.
func (w *world) mark(a *app, id, kind string) {
	w.note("the user says that %s is %s", id, kind)
	a.Happened(w.Now(), oracle.Heard{From: a.Person(a.Status).Address, Kind: kind, ID: id})
	w.say(a, rules.Marked{MessageID: id[1 : len(id)-1], Kind: rules.MessageKind(kind)})
}

// invitation is a calendar message.
type invitation struct {
	uid, method, summary string
	start, end           time.Time
	sequence             int
	stamp                time.Time
	organizer            string
	attendees            []string
	zone                 string // TZID; "" for UTC
	text                 string
}

func (i invitation) raw(w *world) (header []string, body string) {
	const layout = "20060102T150405"
	when := func(name string, t time.Time) string {
		if i.zone == "" {
			return name + ":" + t.UTC().Format(layout) + "Z\n"
		}
		if i.zone == "floating" {
			return name + ":" + t.In(newYork).Format(layout) + "\n"
		}
		return name + ";TZID=" + i.zone + ":" + t.In(newYork).Format(layout) + "\n"
	}
	if i.method == "" {
		i.method = "REQUEST"
	}
	if i.stamp.IsZero() {
		i.stamp = w.Now()
	}
	cal := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//people//EN\nMETHOD:" + i.method + "\nBEGIN:VEVENT\nUID:" + i.uid + "\nSEQUENCE:" + fmt.Sprint(i.sequence) +
		"\nDTSTAMP:" + i.stamp.UTC().Format(layout) + "Z\n" + when("DTSTART", i.start) + when("DTEND", i.end) + "SUMMARY:" + i.summary + "\nORGANIZER:mailto:" + i.organizer + "\n"
	for _, a := range i.attendees {
		cal += "ATTENDEE;" + a + "\n"
	}
	if i.method == "CANCEL" {
		cal += "STATUS:CANCELLED\n"
	}
	cal += "END:VEVENT\nEND:VCALENDAR\n"
	if i.text == "" {
		i.text = "Dear Sam,\n\nthis is the invitation to your interview.\n\nRobin"
	}
	const edge = "people-edge"
	return []string{"MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=" + edge},
		"--" + edge + "\nContent-Type: text/plain; charset=utf-8\n\n" + i.text + "\n--" + edge +
			"\nContent-Type: text/calendar; charset=utf-8; method=" + i.method + "\n\n" + cal + "--" + edge + "--"
}
