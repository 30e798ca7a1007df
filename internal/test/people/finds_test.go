package people

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/test/people/oracle"
)

// strangers are companies of which the user has entered nothing.
var strangers = []string{"Fjordline", "Granella", "Harborne", "Isleworth", "Juniper", "Kestrel", "Lumina"}

// theirs are the people there, three for each company, and who arranges the interviews.
var theirs = []string{"Mona Adler", "Nils Bergmann", "Dr. Oona Castell", "Pavel Dorn", "Quentin Elser", "Rosa Fabri", "Stefan Gruber", "Tilda Hansen", "Uma Iyer", "Viktor Jansen", "Wanda Keller",
	"Xaver Lorenz", "Yara Moser", "Zeno Nolte", "Arne Ostrow", "Bianca Pohl", "Clemens Quint", "Dalia Reuter", "Edgar Sommer", "Flora Tanner", "Gregor Ulmer"}

var arranging = []string{"Hanna Voss", "Igor Wendt", "Judith Xander", "Karl Ypsen", "Lotte Zander", "Moritz Aigner", "Nora Bendix"}

// found makes one candidacy of which mail alone tells, and all that happens to it.
func (y *year) found(i, n int, t time.Time) {
	a := &oracle.App{Company: strangers[n], Role: roles[(n+int(y.seed))%len(roles)], Cal: oracle.Calendar{Zone: newYork, US: true}, Status: "recruiter", Found: true}
	account := y.r.IntN(y.accounts)
	domain := strings.ToLower(a.Company) + ".example"
	r := oracle.Round{ID: "1"}
	for k := range 1 + y.r.IntN(3) {
		name := theirs[3*n+k]
		a.People = append(a.People, oracle.Person{Key: fmt.Sprint("p", k), Name: name, Address: strings.ToLower(last(name)) + "@" + domain})
		r.People = append(r.People, fmt.Sprint("p", k))
	}
	a.People = append(a.People, oracle.Person{Key: "recruiter", Name: arranging[n], Address: strings.ToLower(last(arranging[n])) + "@" + domain})
	r.Start = y.later(t, 1, 6).Truncate(15 * time.Minute)
	r.End = r.Start.Add(time.Duration(30+15*y.r.IntN(3)) * time.Minute)
	first := invitation{uid: "first@" + domain, start: r.Start, end: r.End, stamp: t}
	prose := y.may("told in prose", 40)
	nth := y.r.IntN(len(tellings))
	y.add(t, i, "enter: invites", func(w *world, _ *app) {
		copied := *a
		copied.People, copied.Rounds = slices.Clone(a.People), []oracle.Round{r}
		w.cast[i] = w.find(&copied, account, first, prose, nth)
	})
	moved := y.later(r.Start, 1, 4).Truncate(15 * time.Minute)
	length := r.End.Sub(r.Start)
	switch n := y.r.IntN(10); {
	case prose:
	case n == 0 && y.habits["moves"]:
		y.add(t.Add(3*time.Hour), i, "moves a find", func(w *world, a *app) {
			a.Rounds[0].Start, a.Rounds[0].End = moved, moved.Add(length)
			a.Again()
			w.tell(a, invitation{uid: first.uid, start: moved, end: moved.Add(length), sequence: 1, stamp: w.Now()}, false, 0)
		})
		y.live(i, a, moved.Add(length))
		return
	case n == 1 && y.habits["calls off"]:
		y.add(t.Add(5*time.Hour), i, "calls a find off", func(w *world, a *app) {
			a.Rounds[0].Cancelled = true
			w.tell(a, invitation{uid: first.uid, start: first.start, end: first.end, method: "CANCEL", sequence: 1, stamp: w.Now()}, false, 0)
		})
		return
	}
	y.live(i, a, r.End)
}

// find lets a company write of which the program knows nothing.
func (w *world) find(a *oracle.App, account int, first invitation, prose bool, nth int) *app {
	own := &app{App: a, account: account}
	a.Account = w.server.Users[account]
	a.ID = "found: " + a.Company
	w.apps = append(w.apps, own)
	w.oracle.Apps = append(w.oracle.Apps, a)
	w.tell(own, first, prose, nth)
	return own
}

// tellings are how companies tell of an interview in prose: role, company, day and times,
// and who interviews.
var tellings = []func(a *app, r oracle.Round, with []string) (subject, text string){
	func(a *app, r oracle.Round, with []string) (string, string) {
		return "Your interview at " + a.Company, fmt.Sprintf("Hi Sam,\n\nwe have scheduled your interview for the %s role at %s for %s, %s-%s ET with %s.\n\nBest regards,\n%s\nTalent Acquisition, %s",
			a.Role, a.Company, r.Start.Format("Monday, January 2"), r.Start.Format("3:04"), r.End.Format("3:04 pm"), strings.Join(with, " and "), a.Person(a.Status).Name, a.Company)
	},
	func(a *app, r oracle.Round, with []string) (string, string) {
		return "Interview: " + a.Role, fmt.Sprintf("Dear Sam,\n\nthank you for your interest in the position of %s at %s. Your interview takes place on %s from %s to %s Eastern time. You will be meeting %s.\n\nKind regards,\n%s\n%s",
			a.Role, a.Company, r.Start.Format("January 2"), r.Start.Format("3:04 pm"), r.End.Format("3:04 pm"), strings.Join(with, " and "), a.Person(a.Status).Name, a.Company)
	},
	func(a *app, r oracle.Round, with []string) (string, string) {
		return "Einladung zum Vorstellungsgespräch bei " + a.Company, fmt.Sprintf("Guten Tag Sam Winter,\n\nwir laden Sie zum Vorstellungsgespräch für die Stelle als %s bei %s ein: am %s von %s bis %s Uhr (New York). Ihre Gesprächspartner sind %s.\n\nMit freundlichen Grüßen\n%s\n%s",
			a.Role, a.Company, german(r.Start), r.Start.Format("15:04"), r.End.Format("15:04"), strings.Join(with, " und "), a.Person(a.Status).Name, a.Company)
	},
}

func german(t time.Time) string {
	months := []string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
	days := []string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
	return fmt.Sprintf("%s, den %d. %s", days[t.Weekday()], t.Day(), months[t.Month()-1])
}

// tell sends the mail that tells of the newest round.
func (w *world) tell(a *app, one invitation, prose bool, nth int) string {
	r := a.Rounds[len(a.Rounds)-1]
	who := a.Person(a.Status)
	s := say{kind: oracle.Interview, subject: "Invitation: Interview " + a.Role}
	if one.method == "CANCEL" {
		s.subject = "Canceled event: Interview " + a.Role
	}
	var with []string
	for _, key := range r.People {
		p := a.Person(key)
		with = append(with, p.Name+" <"+p.Address+">")
	}
	if prose {
		s.subject, s.text = tellings[nth](a, oracle.Round{Start: r.Start.In(newYork), End: r.End.In(newYork)}, with)
	} else {
		one.organizer, one.summary = who.Address, "Interview "+a.Role+", "+a.Company
		one.text = fmt.Sprintf("Hi Sam,\n\nwe are happy to invite you to an interview for the position of %s at %s.\n\nBest regards,\n%s\nTalent Acquisition, %s", a.Role, a.Company, who.Name, a.Company)
		for _, key := range r.People {
			p := a.Person(key)
			one.attendees = append(one.attendees, `CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN="`+p.Name+`":mailto:`+p.Address)
		}
		one.attendees = append(one.attendees, "CN=Sam Winter:mailto:"+w.server.Users[a.account])
		s.header, s.text = one.raw(w)
	}
	a.mail = w.hear(a, s)
	return a.mail
}

// noise is mail that tells of no interview of the user's, whatever it looks like.
var noise = []say{
	{from: "City Dental <desk@citydental.example>", subject: "Appointment reminder", text: "Hi Sam,\n\nthis is to remind you of your appointment on %s at 9:30 am with Dr. Frost.\n\nCity Dental"},
	{from: "Webinars <hello@dataforum.example>", subject: "You are registered: interviewing for senior roles", text: "Hi Sam,\n\nyou are registered for our webinar on %s at 4 pm ET. Hiring managers answer your questions.\n\nThe Data Forum"},
	{from: "Northern Jobs <alerts@northernjobs.example>", subject: "12 new jobs for you", text: "Hi Sam,\n\nData Engineer at Cobalt, Copy Editor at Juniper and ten more. Apply until %s.\n\nNorthern Jobs"},
	{from: "Ivo Lang <ivo@waves.example>", subject: "Coffee?", text: "Hi Sam,\n\ncoffee on %s at 8 am? I will tell you about my new job.\n\nIvo"},
}
