package oracle

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// The invariants, by the names under which a breach is reported.
const (
	MayNot  = "nobody is written to without cause"      // after an answer, twice, too early, after a refusal
	Stale   = "every standing draft says what is known" // recipient, name, role, date
	Two     = "one letter for one person and occasion"
	Missing = "what is owed is drafted in its window"
	Late    = "what is overdue is not drafted"
	Touched = "nothing edited is touched"
	Moved   = "nothing is sent, and no mail is moved but our drafts"
	Again   = "what is asked is asked once"
	Silent  = "what keeps a draft away is told"
	Crowd   = "three questions are open at most"
	Idle    = "nothing is asked that is known"
	Unasked = "nothing is entered that must be asked"
	Private = "what was said of one stands in no letter to another"
)

// A Breach is one invariant that does not hold.
type Breach struct {
	Rule, Text string
	At         time.Time
}

func (b Breach) String() string {
	return fmt.Sprintf("%s: %s: %s", b.At.Format("Mon Jan 2 2006 15:04"), b.Rule, b.Text)
}

// An Oracle judges what the program makes of the lives of some applications.
type Oracle struct {
	Apps     []*App
	Breaches []Breach

	own    map[string][]byte // drafts of the user's by now, by Message-ID; nil where he may change it himself
	seen   map[string]bool   // drafts that were seen, by Message-ID
	placed map[string]bool   // occasions for which one stood
	stood  map[string]bool   // letters that stood when the user looked last, by account, whatever they said
	told   map[string]int
	heard  map[string]int // how much had been heard when something was told
	notes  map[string]Note
	asked  map[question]int // notes, by what they ask of which interview
	found  map[*App]bool    // of which a note asked
	full   map[string]bool  // accounts in which no more may be asked
}

// New returns an oracle that knows of nothing.
func New() *Oracle {
	return &Oracle{own: map[string][]byte{}, seen: map[string]bool{}, placed: map[string]bool{}, stood: map[string]bool{}, told: map[string]int{}, heard: map[string]int{}, notes: map[string]Note{}, asked: map[question]int{}, found: map[*App]bool{}, full: map[string]bool{}}
}

func (o *Oracle) breach(at time.Time, rule, format string, args ...any) {
	b := Breach{rule, fmt.Sprintf(format, args...), at}
	if !slices.ContainsFunc(o.Breaches, func(had Breach) bool { return had.Rule == b.Rule && had.Text == b.Text }) {
		o.Breaches = append(o.Breaches, b)
	}
}

// Owns says that a draft is the user's own now, as it stands; raw is nil once he has
// taken it away himself.
func (o *Oracle) Owns(id string, raw []byte) {
	if raw == nil {
		delete(o.own, id)
		return
	}
	o.own[id] = raw
}

// IsOwn reports whether a draft is the user's own.
func (o *Oracle) IsOwn(id string) bool { return o.own[id] != nil }

// Look judges what stands in the Drafts of one account.
func (o *Oracle) Look(now time.Time, account string, drafts []Letter) {
	standing := map[string]Letter{}
	here := map[string][]byte{}
	stand := map[string]bool{}
	for _, l := range drafts {
		here[l.ID] = l.Raw
		if o.own[l.ID] != nil {
			continue
		}
		a := o.of(account, l)
		if a == nil {
			o.breach(now, Stale, "a draft to %s, %q: nobody there is known", strings.Join(l.To, ", "), l.Subject)
			continue
		}
		o.judge(now, a, l, standing)
		o.seen[l.ID] = true
		if len(l.To) == 1 {
			stand[a.place(l)] = true
		}
	}
	for place := range o.stood {
		if strings.HasPrefix(place, account+"/") {
			delete(o.stood, place)
		}
	}
	maps.Copy(o.stood, stand)
	for id, raw := range o.own {
		if got, ok := here[id]; ok && !bytes.Equal(got, raw) {
			o.breach(now, Touched, "the user's draft %s was changed", id)
		} else if !ok && o.ours(account, raw) {
			o.breach(now, Touched, "the user's draft %s is gone", id)
		}
	}
	for _, a := range o.Apps {
		if a.Account == account {
			o.owed(now, a, drafts)
		}
	}
}

// place is the same for a letter that takes the place of another, because what is known
// of it changed: of its kind, to the same person, wherever he is written to now.
func (a *App) place(l Letter) string {
	who := l.To[0]
	if p := a.at(who); p != nil {
		who = p.Key
	}
	return a.Account + "/" + a.ID + "/" + l.kind(a) + "/" + who
}

// ours reports whether a draft is of the account.
func (o *Oracle) ours(account string, raw []byte) bool {
	l, err := ReadLetter(raw)
	return err == nil && l.From == account
}

// of finds the application that a draft is about: by its recipient, and by the role
// where he is asked about several.
func (o *Oracle) of(account string, l Letter) (found *App) {
	best := 0
	for _, a := range o.Apps {
		score := 0
		for _, to := range l.To {
			if a.at(to) != nil {
				score = 2
			} else if score == 0 && has(a.was, to) {
				score = 1
			}
		}
		if a.Account != account || score == 0 {
			continue
		}
		if strings.Contains(words(l.Subject+"\n"+l.Text), a.Role) {
			score += 2
		}
		if l.Answers != "" && (a.Asks(l.Answers) || a.told(l.Answers, Offer) || a.told(l.Answers, Rejection)) {
			score += 3 // whatever the role was then
		}
		if score > best {
			found, best = a, score
		}
	}
	return found
}

func (o *Oracle) judge(now time.Time, a *App, l Letter, standing map[string]Letter) {
	kind := l.kind(a)
	name := fmt.Sprintf("the %s to %s for %s (%q)", kind, strings.Join(l.To, ", "), a.ID, l.Subject)
	if len(l.To) != 1 || a.at(l.To[0]) == nil {
		o.breach(now, Stale, "%s: that is nobody's address now", name)
		return
	}
	where := kind + " to " + l.To[0] + " for " + a.ID
	if other, ok := standing[where]; ok {
		o.breach(now, Two, "%s stands twice (%q, %q)", where, other.Subject, l.Subject)
	}
	standing[where] = l
	var not []string
	for _, w := range a.occasions(now) {
		if w.Kind != kind || !strings.EqualFold(w.To, l.To[0]) || kind == Reply && !a.told(l.Answers, w.Outcome) {
			continue
		}
		if w.Not != "" {
			not = append(not, w.Not)
			continue
		}
		if !a.says(l, w) && kind != Reply && w.Number < 2 {
			not = append(not, "")
			continue
		}
		never := !o.placed[w.key()]
		o.placed[w.key()] = true
		// What stood and says something else now is written anew, overdue or not.
		anew := o.stood[a.place(l)] || w.Away && never
		if end := a.Cal.Closing(a.Cal.Plus(a.Cal.Day(latest(w.Due, w.Own)), late)); !o.seen[l.ID] && !anew && now.After(end) {
			o.breach(now, Late, "%s was due by %s", name, w.Due.Format("Mon Jan 2 15:04"))
		}
		o.read(now, a, l, w, name)
		return
	}
	switch {
	case len(not) == 0:
		o.breach(now, MayNot, "%s: no such letter is owed", name)
	case slices.Contains(not, ""):
		o.breach(now, Stale, "%s: it is about another day", name)
	default:
		o.breach(now, MayNot, "%s: %s", name, strings.Join(not, "; "))
	}
}

// says reports whether a letter's subject names the day of the interview.
func (a *App) says(l Letter, w Occasion) bool {
	return strings.HasSuffix(l.Subject, w.Round.End.In(a.Cal.Zone).Format(" Jan 2"))
}

// read judges what a letter says.
func (o *Oracle) read(now time.Time, a *App, l Letter, w Occasion, name string) {
	text := words(l.Text)
	all := l.Subject + " " + text
	thread := a.Asks(l.Answers)
	if thread {
		all = text // the subject is that of the question that it answers, as it was sent
	}
	own := all
	if w.Kind == Reply {
		own = text // the subject is theirs
	}
	for _, old := range a.was {
		if strings.Contains(own, old) {
			o.breach(now, Stale, "%s says %q, which was corrected", name, old)
		}
	}
	if !thread && !strings.Contains(all, a.Role) {
		o.breach(now, Stale, "%s does not name %q", name, a.Role)
	}
	hello, _, _ := strings.Cut(strings.TrimSpace(l.Text), "\n")
	if p := a.at(l.To[0]); p != nil && p.Name != "" && !slices.ContainsFunc(strings.Fields(p.Name), func(s string) bool { return strings.Contains(hello, s) }) {
		o.breach(now, Stale, "%s greets %q, who is %s", name, hello, p.Name)
	}
	if w.Kind == ThankYou {
		o.topics(now, a, l, w, name)
	}
	if w.Named != 0 && w.Number == 1 && !strings.Contains(text, w.Named.Format("January 2")) {
		o.breach(now, Stale, "%s does not name the date that they gave, %s", name, w.Named)
	}
}

// topics holds that a letter says what stayed of its reader, and nothing of another.
func (o *Oracle) topics(now time.Time, a *App, l Letter, w Occasion, name string) {
	text := words(l.Text)
	for _, p := range a.People {
		topic := a.Topics[w.Round.ID+"/"+p.Key]
		switch has := topic != "" && strings.Contains(text, topic); {
		case topic == "":
		case strings.EqualFold(p.Address, w.To) && !has:
			o.breach(now, Stale, "%s does not speak of %q", name, topic)
		case !strings.EqualFold(p.Address, w.To) && has:
			o.breach(now, Private, "%s speaks of %q, which was said of %s", name, topic, p.Name)
		}
	}
}

// owed finds what must stand and does not.
func (o *Oracle) owed(now time.Time, a *App, drafts []Letter) {
	for _, w := range a.occasions(now) {
		if !w.Sure || now.After(w.Due) || o.placed[w.key()] {
			continue
		}
		// The user's own draft of that letter holds its place.
		if slices.ContainsFunc(drafts, func(l Letter) bool {
			return o.own[l.ID] != nil && slices.ContainsFunc(l.To, func(to string) bool { return strings.EqualFold(a.today(to), w.To) })
		}) {
			continue
		}
		o.breach(now, Missing, "no %s to %s for %s, open since %s", w.Kind, w.To, a.ID, w.Opens.Format("Mon Jan 2 15:04"))
	}
}

// Told takes what the program told the user.
func (o *Oracle) Told(now time.Time, app, text string) {
	key := app + ": " + text
	// It may be told once for each message that it names, and again after a further one or
	// a further correction, or after a letter turns out to have gone to an address that was
	// wrong; that a draft stands, after a further interview and what the user said as well.
	// What is written without a role may be of any at the company.
	named, heard := 0, 0
	stands := strings.Contains(text, "stands in Drafts")
	company := ""
	for _, a := range o.Apps {
		if a.ID == app {
			company = a.Company
		}
	}
	for _, a := range o.Apps {
		if a.ID == app {
			heard += a.corrections
			for _, r := range a.Rounds {
				if stands && !r.End.After(now) {
					heard++
				}
			}
		}
		for _, e := range a.past {
			if a.Company != company {
				continue
			}
			if s, ok := e.what.(Said); ok && a.ID == app && (stands || s.What == "date") {
				heard++ // which is no question
			}
			if s, ok := e.what.(Sent); ok && slices.ContainsFunc(s.To, func(to string) bool { return has(a.was, to) }) {
				heard++
			}
			h, ok := e.what.(Heard)
			if !ok {
				continue
			}
			heard++
			if h.About != "" && strings.Contains(text, h.About) {
				named++
			}
		}
	}
	o.told[key]++
	if n := o.told[key]; n > max(1, named) && o.heard[key] == heard {
		o.breach(now, Again, "%s", key)
	}
	o.heard[key] = heard
}

// Asked reports how often the program told the user something that has all the words.
func (o *Oracle) Asked(words ...string) (n int) {
	for key, times := range o.told {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(key, w) }) {
			n += times
		}
	}
	return n
}

// Seen is how many drafts of the program were judged.
func (o *Oracle) Seen() int { return len(o.seen) }
