package people

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/test/people/oracle"
)

// message lets the company write. It reports whether that ends the story.
func (y *year) message(i int, t time.Time) (over bool) {
	kind := pick(y.r, oracle.Timeline, oracle.Timeline, oracle.Holding, oracle.Holding, oracle.Question, oracle.Question,
		oracle.Other, oracle.Offer, oracle.Rejection, oracle.AutoReply, oracle.Ack)
	s := say{kind: kind, nth: y.r.IntN(2), day: oracle.DayOf(t, newYork) + oracle.Day(3+y.r.IntN(9))}
	if kind == oracle.Ack {
		s.robot = true
	}
	if kind == oracle.AutoReply && !y.habits["is away"] {
		return false
	}
	to, asleep := "", false
	switch where := pick(y.r, "", "", "", "sleeps", "archives", "deletes", "junks", "filters", "two accounts"); {
	case !y.habits[where]:
	case where == "sleeps":
		asleep = true
	case where == "archives":
		asleep, to = true, "Archive"
	case where == "deletes":
		asleep, to = true, "Trash"
	case where == "junks":
		s.box = "Junk"
	case where == "filters":
		s.box = "Jobs"
	case where == "two accounts":
		s.account = 1
	}
	if y.may("marks external", 20) {
		s.subject = "[External] About your interview"
	}
	if y.may("reuses ids", 10) {
		s.id = "<again@%s>"
	}
	after := time.Duration(1+y.r.IntN(40)) * time.Hour
	y.add(t, i, "hears "+kind, func(w *world, a *app) {
		one := s
		if one.subject != "" {
			one.subject += ": " + a.Role
		}
		if one.id != "" {
			_, domain, _ := strings.Cut(a.Person(a.Status).Address, "@")
			one.id = fmt.Sprintf(one.id, domain)
		}
		if kind == oracle.Holding && !y.habits["holds early"] && a.Dated(w.Now()) {
			return
		}
		do := func() {
			id := w.hear(a, one)
			if to != "" {
				w.refile((a.account+one.account)%len(w.users()), w.server.Boxes.Inbox, to, id)
			}
			w.asks[i] = id
		}
		if asleep {
			w.meanwhile(do)
			return
		}
		do()
	})
	if kind == oracle.Question {
		if y.may("talks aside", 30) {
			y.add(t.Add(after/2), i, "talks aside", func(w *world, a *app) {
				w.write(a, "", []string{a.People[0].Address}, "An article", "Hello,\n\nhere is the article that I mentioned.\n\nSam", "", way{aside: a.People[0].Key != a.Status})
			})
		}
		y.add(t.Add(after), i, "answers", func(w *world, a *app) {
			if w.asks[i] == "" || !y.habits["holds early"] && a.Dated(w.Now()) {
				return
			}
			p := a.Person(a.Status)
			w.write(a, "", []string{p.Address}, "Re: "+a.Role+" at "+a.Company, "Dear "+p.Name+",\n\nof course: here is what you asked for.\n\nSam", w.asks[i], way{})
			a.Doubt() // when the next question may go out after an answer is written nowhere
		})
	}
	return kind == oracle.Rejection || kind == oracle.Offer && !y.may("offers twice", 50)
}

// interview lets the company invite to a further round, and returns when that is over.
func (y *year) interview(i int, a *oracle.App, t time.Time) time.Time {
	if !y.habits["invites"] {
		return t
	}
	start := y.later(t, 2, 6)
	r := oracle.Round{ID: fmt.Sprint(i, t.Format("-0102")), Start: start, End: start.Add(45 * time.Minute), People: []string{"p0"}}
	uid := r.ID + "." + a.Company + "@calendar.example"
	first := invitation{uid: uid, start: r.Start, end: r.End, stamp: t}
	list := []invitation{first}
	moved := y.later(t, 3, 7)
	move := func(sequence int) invitation {
		return invitation{uid: uid, start: moved, end: moved.Add(45 * time.Minute), sequence: sequence, stamp: t.Add(time.Minute)}
	}
	off := invitation{uid: uid, start: r.Start, end: r.End, sequence: 2, method: "CANCEL", stamp: t.Add(2 * time.Minute)}
	switch how := pick(y.r, "", "", "invites thrice", "moves", "overtakes", "calls off", "revives", "two events", "books rooms", "calls off prose"); {
	case !y.habits[how]:
	case how == "invites thrice":
		list = append(list, first, first)
	case how == "moves":
		list, r.Start, r.End = append(list, move(1)), moved, moved.Add(45*time.Minute)
	case how == "overtakes":
		list, r.Start, r.End = []invitation{move(1), first}, moved, moved.Add(45*time.Minute)
	case how == "calls off":
		list, r.Cancelled = append(list, off), true
	case how == "revives":
		again := first
		again.sequence = 1
		list, r.Cancelled = append(list, off, again), true
	case how == "two events":
		again := first
		again.uid = "scheduler." + uid
		list = append(list, again)
	case how == "calls off prose":
		y.add(t.Add(time.Hour), i, how, func(w *world, a *app) {
			if at := slices.IndexFunc(a.Rounds, func(had oracle.Round) bool { return had.ID == r.ID }); at >= 0 && !a.Over() {
				a.Rounds[at].Cancelled = true
				w.hear(a, say{kind: oracle.Interview, shaky: true, subject: "Our interview", text: "Hi Sam,\n\nI am sorry, we have to cancel the interview. I will be in touch with a new date.\n\nRobin"})
			}
		})
	case how == "books rooms":
		list[0].attendees = []string{"CUTYPE=ROOM;CN=Boardroom:mailto:boardroom@rooms.example"}
	}
	for n, one := range list {
		y.add(t.Add(time.Duration(n)*20*time.Minute), i, "invites", func(w *world, a *app) {
			p, who := a.Person("p0"), a.Person(a.Status)
			if p == nil || a.Over() || a.store == "" || a.Word() == "no" || a.Word() == "stop" {
				return
			}
			w.learns(a, r.ID, one)
			one.organizer = who.Address
			one.attendees = append(one.attendees[:len(one.attendees):len(one.attendees)], "CN="+p.Name+":mailto:"+p.Address, "CN=Sam Winter:mailto:"+w.server.Users[a.account])
			w.invite(a, one)
		})
	}
	if r.Cancelled {
		return t.Add(24 * time.Hour)
	}
	return r.End.Add(time.Hour)
}

// learns takes in what an invitation says truly of a round: the newest counts, in
// whatever order they come.
func (w *world) learns(a *app, id string, one invitation) {
	at := slices.IndexFunc(a.Rounds, func(r oracle.Round) bool { return r.ID == id })
	if at < 0 {
		at, a.Rounds = len(a.Rounds), append(a.Rounds, oracle.Round{ID: id, People: []string{"p0"}})
		w.sequence[id] = -1
	}
	if one.sequence > w.sequence[id] {
		r := &a.Rounds[at]
		r.Start, r.End, r.Cancelled = one.start, one.end, one.method == "CANCEL"
		w.sequence[id] = one.sequence
	}
}
