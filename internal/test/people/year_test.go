package people

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"afterword/internal/test/people/oracle"
)

// A year is half of one: all that is decided beforehand. The same seed and habits make
// the same one.
type year struct {
	seed     uint64
	habits   map[string]bool
	accounts int
	start    time.Time
	end      time.Time
	events   []event
	r        *rand.Rand
	asks     bool // the program asks in notes
}

// An event happens to one application.
type event struct {
	at   time.Time
	name string // unique
	app  int
	do   func(*world, *app)
}

const days = 182

// write makes a half-year of a seed.
func write(seed uint64, has map[string]bool) *year {
	y := &year{seed: seed, habits: has, start: ny("2026-01-05T08:00"), r: rand.New(rand.NewPCG(seed, 5))}
	y.end = y.start.AddDate(0, 0, days)
	y.accounts = 1 + y.r.IntN(2)
	n := 2 + y.r.IntN(3)
	var before *oracle.App
	for i := range n {
		before = y.application(i, before)
	}
	y.mail(n)
	slices.SortStableFunc(y.events, func(a, b event) int { return a.at.Compare(b.at) })
	return y
}

// may reports whether something with a habit happens, n times in a hundred.
func (y *year) may(habit string, n int) bool { return y.r.IntN(100) < n && y.habits[habit] }

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// later is such an instant, drawn by the year.
func (y *year) later(from time.Time, least, most int) time.Time {
	return working(y.r, from, least, most)
}

// working returns an instant some days after another, at working hours of a weekday.
func working(r *rand.Rand, from time.Time, least, most int) time.Time {
	t := from.In(newYork).AddDate(0, 0, least+r.IntN(most-least+1))
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	at := time.Date(t.Year(), t.Month(), t.Day(), 9+r.IntN(8), 1+r.IntN(58), 0, 0, newYork)
	if !at.After(from) {
		return working(r, from, least+1, most+1)
	}
	return at
}

// known adds what happens only to an application that the program has.
func (y *year) known(at time.Time, i int, what string, do func(*world, *app)) {
	y.add(at, i, what, func(w *world, a *app) {
		if a.store != "" {
			do(w, a)
		}
	})
}

func (y *year) add(at time.Time, app int, what string, do func(*world, *app)) {
	y.events = append(y.events, event{at, fmt.Sprintf("%d %s %s", app, what, at.Format("01-02 15:04")), app, do})
}

var (
	companies = []string{"Borealis", "Cobalt", "Dunmore", "Eastgate"}
	roles     = []string{"Data Engineer", "Network Planner", "Copy Editor", "Field Geologist", "Tax Lawyer", "Lab Technician"}
	names     = []string{"Dr. Ada Lindqvist", "Benno Kraus", "Chidi Obi", "Prof. Dora Mészáros", "Emil Brandt", "Farah Nasser", "Gita Rao", "Hugo Petit", "Ines Duarte", "Jonas Weber", "Kei Mori", "Lucía Vega"}
)

// application makes one candidacy and all that happens to it. One of two may be a
// further role at the company before it.
func (y *year) application(i int, before *oracle.App) *oracle.App {
	a := &oracle.App{Company: companies[i], Role: roles[(i+int(y.seed))%len(roles)], Cal: oracle.Calendar{Zone: newYork, US: true}, Status: "recruiter"}
	account := y.r.IntN(y.accounts)
	domain := strings.ToLower(a.Company) + ".example"
	person := func(key, name string) oracle.Person {
		return oracle.Person{Key: key, Name: name, Address: strings.ToLower(last(name)) + "@" + domain}
	}
	for n := range 1 + y.r.IntN(3) {
		a.People = append(a.People, person(fmt.Sprint("p", n), ascii(names[(3*i+n)%len(names)])))
	}
	a.People = append(a.People, oracle.Person{Key: "recruiter", Name: "Robin Hale", Address: "robin@" + domain})
	if before != nil && y.may("two roles", 30) {
		a.Company = before.Company
		a.People = slices.Clone(before.People)
	}
	start := y.later(y.start, 1, days-60)
	end := start.Add(time.Duration(30+15*y.r.IntN(5)) * time.Minute)
	round := oracle.Round{ID: "1", Start: start, End: end}
	for _, p := range a.People[:len(a.People)-1] {
		round.People = append(round.People, p.Key)
	}
	if y.r.IntN(10) < 7 {
		round.Decision = a.Cal.Day(end) + oracle.Day(3+y.r.IntN(9))
	}
	a.Rounds = []oracle.Round{round}
	entered := start.Add(-time.Duration(1+y.r.IntN(40)) * time.Hour)
	if y.may("enters late", 20) {
		entered = end.Add(time.Duration(1+y.r.IntN(12)) * time.Hour)
	}
	y.add(entered, i, "enter", func(w *world, _ *app) {
		copied := *a
		copied.People, copied.Rounds = slices.Clone(a.People), slices.Clone(a.Rounds)
		w.cast[i] = w.enter(&copied, account)
	})
	y.live(i, a, end)
	return a
}

// mail makes the candidacies of which mail alone tells, and the mail that only looks so.
func (y *year) mail(i int) {
	if y.asks = y.may("asks", 75); !y.asks {
		return
	}
	first := y.r.IntN(len(strangers))
	n := y.r.IntN(3)
	t := y.later(y.start, 1, days-70)
	burst := y.may("many at once", 15)
	if burst {
		n = 4 + y.r.IntN(2)
	}
	for k := range n {
		if !burst {
			t = y.later(y.start, 1, days-50)
		}
		if y.habits["found"] {
			y.found(i+k, (first+k)%len(strangers), t.Add(time.Duration(k)*7*time.Minute))
		}
	}
	for k := range y.r.IntN(3) {
		one := noise[y.r.IntN(len(noise))]
		at := y.later(y.start, 1, days-20)
		account := y.r.IntN(y.accounts)
		one.text = fmt.Sprintf(one.text, y.later(at, 1, 9).Format("Monday, January 2"))
		y.add(at, -1, fmt.Sprint("noise ", k), func(w *world, _ *app) { w.hear(&app{App: &oracle.App{}, account: account}, nobodys(one)) })
	}
}

func nobodys(s say) say {
	s.nobody, s.kind = true, oracle.Other
	return s
}

// ascii spells a name's letters as an address does.
func ascii(name string) string {
	return strings.NewReplacer("é", "e", "á", "a", "í", "i", "ú", "u").Replace(name)
}

// live lets things happen to an application after its first interview.
func (y *year) live(i int, a *oracle.App, t time.Time) {
	for range y.r.IntN(7) {
		t = y.later(t.Add(2*time.Hour), 0, 14)
		if !t.Before(y.end) {
			return
		}
		switch n := y.r.IntN(20); {
		case n < 12:
			if y.message(i, t) {
				return
			}
		case n < 15:
			t = y.interview(i, a, t)
		case n < 18:
			y.correct(i, t)
		default:
			y.steer(i, t)
		}
	}
}

// correct lets the user change what he entered.
func (y *year) correct(i int, t time.Time) {
	n, days := y.r.IntN(1000), 1+y.r.IntN(10)
	switch what := pick(y.r, "readdresses", "renames", "retitles", "redates"); {
	case !y.habits[what]:
	case what == "readdresses":
		y.known(t, i, what, func(w *world, a *app) {
			p := a.People[n%len(a.People)]
			if !strings.Contains(p.Address, ".new") {
				w.readdress(a, p.Key, strings.Replace(p.Address, "@", ".new@", 1))
			}
		})
	case what == "renames":
		y.known(t, i, what, func(w *world, a *app) {
			if p := a.People[n%len(a.People)]; p.Key != "recruiter" {
				w.rename(a, p.Key, "Xenia "+pick(rand.New(rand.NewPCG(y.seed, uint64(n))), "Quist", "Zorn", "Yates"))
			}
		})
	case what == "retitles":
		y.known(t, i, what, func(w *world, a *app) {
			role := pick(rand.New(rand.NewPCG(y.seed, uint64(n))), "Wine Taster", "Vet", "Usher")
			// No company has two roles under one name.
			if !slices.ContainsFunc(w.apps, func(other *app) bool { return other.Company == a.Company && other.Role == role }) {
				w.retitle(a, role)
			}
		})
	case what == "redates":
		y.known(t, i, what, func(w *world, a *app) {
			r := a.Rounds[len(a.Rounds)-1]
			if day := a.Cal.Day(w.Now()) + oracle.Day(days); day >= a.Cal.Day(r.End) && !r.Cancelled {
				w.redate(a, day)
			}
		})
	}
}

// steer lets the user say what he wants.
func (y *year) steer(i int, t time.Time) {
	until := oracle.DayOf(t, newYork) + oracle.Day(2+y.r.IntN(12))
	switch what := pick(y.r, "snoozes", "stops", "writes himself", "asks another", "asks vaguely", "bounces", "succeeds"); {
	case !y.habits[what]:
	case what == "snoozes":
		y.known(t, i, what, func(w *world, a *app) { w.steer(a, "snooze", until) })
	case what == "stops":
		y.known(t, i, what, func(w *world, a *app) { w.steer(a, "stop", 0) })
	case what == "bounces":
		y.known(t, i, what, func(w *world, a *app) {
			if id := w.sent[i]; id != "" {
				w.bounce(a, a.Person(a.Status).Address, id)
				a.Doubt()
			}
		})
	case what == "succeeds":
		y.known(t, i, what, func(w *world, a *app) {
			_, domain, _ := strings.Cut(a.Person(a.Status).Address, "@")
			w.hear(a, say{kind: oracle.Hint, from: "Lena Vogt <lena@" + domain + ">", subject: "Hello", text: "Hi Sam,\n\nI have taken over from Robin and will call you tomorrow.\n\nLena"})
		})
	case what == "writes himself":
		y.known(t, i, what, func(w *world, a *app) {
			p := a.People[0]
			w.write(a, "", []string{p.Address}, "Good to meet you", "Dear "+p.Name+",\n\nthank you for your time. I enjoyed our conversation.\n\nSam", "", way{})
			a.Doubt()
		})
	case what == "asks vaguely":
		y.known(t, i, what, func(w *world, a *app) {
			w.write(a, oracle.Unclear, []string{a.People[0].Address}, "Friday", vague, "", way{})
			a.Doubt()
		})
	case what == "asks another":
		y.known(t, i, what, func(w *world, a *app) {
			p := a.People[0]
			w.write(a, oracle.CheckIn, []string{p.Address}, "The "+a.Role+" role", "Dear "+p.Name+",\n\nis there any update on the "+a.Role+" role that you can share?\n\nSam", "", way{})
			a.Doubt()
		})
	}
}

// perform plays the half-year, without the events and reactions that are dropped.
func (y *year) perform(w *world, without map[string]bool) {
	w.cast = map[int]*app{}
	u := user{year: y, world: w, without: without, due: map[string]time.Time{}, todo: map[string]string{}, nth: map[string]int{}, dice: map[string]*rand.Rand{}}
	w.reacts, w.answers = u.react, u.answer
	if y.asks {
		w.asksInNotes()
	}
	for _, e := range y.events {
		if without[e.name] {
			continue
		}
		w.until(e.at)
		a := w.cast[e.app]
		if a == nil && !strings.Contains(e.name, " enter") && e.app >= 0 {
			continue
		}
		w.played = append(w.played, e.name)
		e.do(w, a)
		w.settle()
		w.react()
		if len(w.oracle.Breaches) > 0 {
			return
		}
	}
	w.until(y.end)
}
