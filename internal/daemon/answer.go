package daemon

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/rules"
)

// ErrNoFind is the error where no find of the account is called by a tag.
var ErrNoFind = errors.New("nothing that was found is called so")

// Finds returns the finds of some accounts of one user together, as the store has them by
// now.
func Finds(ctx context.Context, s *store.Store, accounts ...string) ([]intake.Find, error) {
	facts, err := findFacts(ctx, s, accounts)
	if err != nil {
		return nil, err
	}
	return intake.Fold(facts), nil
}

func findFacts(ctx context.Context, s *store.Store, accounts []string) ([]intake.Fact, error) {
	stored, err := s.AccountFacts(ctx, "", 0)
	if err != nil {
		return nil, err
	}
	facts := make([]intake.Fact, 0, len(stored))
	for _, one := range stored {
		if !slices.Contains(accounts, one.Account) {
			continue
		}
		f, err := FindFact(one)
		if err != nil {
			return nil, fmt.Errorf("fact %q of account %q: %w", one.Key, one.Account, err)
		}
		facts = append(facts, f)
	}
	return facts, nil
}

// An Outcome is what an answer has led to.
type Outcome struct {
	Find        intake.Find
	Application string   // that it is part of by now; "" for none
	New         bool     // the application was made by this answer
	Lacks       []string // after a yes: what has to be said before it can be an application
}

// Answer stores what the user says of a find, wherever he says it (a command, a note, a
// mailbox), and does at once what follows: a yes makes an application, or a further round
// of one, of all that is asked about that candidacy; a no or a stop after a yes stops it.
// accounts are the user's, of which mail may have told in any; in names the one in which he
// says it. key identifies the answer: one that is given twice there under one key is given
// once. The whole is one transaction of the store; a daemon acts on it as on any command.
func Answer(ctx context.Context, s *store.Store, accounts []config.Account, in string, answer intake.Answered, key string, now time.Time) (Outcome, error) {
	names := make([]string, len(accounts))
	for i, a := range accounts {
		names[i] = a.Name
	}
	facts, err := findFacts(ctx, s, names)
	if err != nil {
		return Outcome{}, err
	}
	answer.Tag = strings.ToLower(answer.Tag)
	before, ok := intake.Named(intake.Fold(facts), answer.Tag)
	if !ok {
		return Outcome{}, fmt.Errorf("%q: %w", answer.Tag, ErrNoFind)
	}
	said := intake.Fact{Account: in, Key: "answered/" + key, At: now, What: answer}
	list := intake.Fold(append(facts, said))
	find, _ := intake.Named(list, answer.Tag)
	a := answering{ctx: ctx, store: s, accounts: accounts, in: in, said: said, find: find, before: before.Answer, now: now}
	out, err := a.carryOut(list)
	if err == nil && (answer.Word == intake.Yes || answer.Word == intake.No || answer.Word == intake.Stop) {
		err = a.explain(out.Application)
	}
	return out, err
}

// carryOut stores the answer, and does what follows of it for the find.
func (a answering) carryOut(list []intake.Find) (Outcome, error) {
	switch {
	case a.find.Application != "":
		return a.steer()
	case a.find.State != intake.Confirmed:
		return Outcome{Find: a.find}, a.keep(a.said)
	case len(a.find.Lacks()) > 0:
		return Outcome{Find: a.find, Lacks: a.find.Lacks()}, a.keep(a.said)
	}
	return a.enter(intake.Together(list, a.find))
}

// explain tells applications whose drafts wait, because the find's mail might have been
// theirs, that it is none of theirs: what it is the user has said.
func (a answering) explain(application string) error {
	apps, err := a.applications()
	if err != nil {
		return err
	}
	for _, app := range apps {
		if app.ID == application {
			continue
		}
		hinted := hintedBy(app)
		for i, m := range a.find.Mail {
			if !hinted[m.MessageID] {
				continue
			}
			fact := rules.Fact{Key: fmt.Sprintf("user/%s/other/%d", a.said.Key, i), At: a.now, What: noneOf(m.MessageID)}
			if _, err := a.store.AddFacts(a.ctx, app.ID, fact); err != nil {
				return err
			}
		}
	}
	return nil
}

// implausible is the error where what the user says cannot be right.
type implausible struct{ error }

func isImplausible(err error) bool {
	var flaw *implausible
	return errors.As(err, &flaw)
}

// An answering is one answer under way.
type answering struct {
	ctx      context.Context
	store    *store.Store
	accounts []config.Account // the user's
	in       string           // in which of them he says it
	said     intake.Fact
	find     intake.Find
	before   intake.Word // what he had said of it
	now      time.Time
}

// home is the account whose application the find becomes.
func (a answering) home(name string) config.Account {
	for _, account := range a.accounts {
		if account.Name == name {
			return account
		}
	}
	return config.Account{Name: name}
}

// log says what the user said.
func (a answering) log(what string) store.Entry {
	w := a.said.What.(intake.Answered)
	why := "you said so"
	if w.Words != "" {
		why = fmt.Sprintf("you said %q", w.Words)
	}
	if w.Where != "" {
		why += " (" + w.Where + ")"
	}
	e := store.Entry{At: a.now, Account: a.find.Account, What: what, Why: why, Rule: "you"}
	if len(a.find.Mail) > 0 {
		e.Message = a.find.Mail[0].MessageID
	}
	return e
}

// keep stores facts of the account.
func (a answering) keep(facts ...intake.Fact) error {
	stored, err := a.stored(facts...)
	if err != nil {
		return err
	}
	added, err := a.store.AddAccountFacts(a.ctx, stored...)
	if err != nil || added == 0 {
		return err
	}
	w := a.said.What.(intake.Answered)
	what := a.find.Title() + ": noted"
	switch w.Word {
	case intake.No:
		what = a.find.Title() + " is no interview of yours, and is not asked about again"
	case intake.Stop:
		what = a.find.Title() + ": nothing is drafted for it"
	case intake.Undo, intake.Ask:
		what = a.find.Title() + " is asked about again"
	case intake.Snooze:
		what = fmt.Sprintf("%s is asked about again from %s on", a.find.Title(), w.Until)
	case intake.Yes:
		if a.find.State == intake.Gone {
			what = a.find.Title() + " was called off: nothing is entered"
			break
		}
		if a.find.State == intake.Choosing || a.find.State == intake.Chosen {
			what = a.find.Title() + " is an interview of yours, of which there is no time yet: nothing is entered before"
			break
		}
		what = a.find.Title() + " is an interview of yours"
		if lacks := a.find.Lacks(); len(lacks) > 0 {
			what += "; what is missing: " + strings.Join(lacks, ", ")
		}
	}
	return a.store.Log(a.ctx, a.log(what))
}

func (a answering) stored(facts ...intake.Fact) ([]store.AccountFact, error) {
	var list []store.AccountFact
	for _, f := range facts {
		one, err := StoredFind(a.in, f)
		if err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// enteredByYou says of a find that it is part of an application because the user said so.
const enteredByYou = "you"

// enter makes an application of finds, or further rounds of one.
func (a answering) enter(finds []intake.Find) (Outcome, error) {
	apps, err := a.applications()
	if err != nil {
		return Outcome{}, err
	}
	account := a.home(a.find.Account)
	e := store.Entering{At: a.now, Key: "user/" + a.said.Key}
	have, joins := a.find.Joins(apps)
	var told rules.Described
	if joins {
		told, e.Application, account = have.Describe(), have.ID, a.home(have.Account)
	}
	e.Account = account.Name
	e.Told = intake.Describe(told, finds...)
	e.Told.Account = account.Name
	zone, err := config.Zone(zoneFor(e.Told.Zone, account))
	if err != nil {
		return Outcome{}, err
	}
	if err := e.Told.Flaw(zone); err != nil {
		return Outcome{}, &implausible{err}
	}
	facts := []intake.Fact{a.said}
	for _, f := range finds {
		facts = append(facts, intake.Fact{Key: "entered/" + f.Tag, At: a.now, What: intake.Entered{Tag: f.Tag, By: enteredByYou}})
	}
	var failed error
	e.Of = func(id string) []store.AccountFact {
		for i, f := range facts {
			if w, ok := f.What.(intake.Entered); ok {
				w.Application = id
				facts[i].What = w
			}
		}
		stored, err := a.stored(facts...)
		failed = err
		return stored
	}
	what := "entered: " + e.Told.Role + " at " + e.Told.Company
	if joins {
		what = "a further interview was entered: " + a.find.When(zone)
	}
	e.Log = []store.Entry{a.log(what)}
	id, err := a.store.Enter(a.ctx, e)
	if err = errors.Join(err, failed); err != nil {
		return Outcome{}, err
	}
	a.find.Application, a.find.State = id, intake.Running
	return Outcome{Find: a.find, Application: id, New: !joins}, nil
}

func zoneFor(zone string, account config.Account) string {
	if zone != "" {
		return zone
	}
	return account.Zone
}

// applications are those of the user, those of the find's account first.
func (a answering) applications() ([]rules.Application, error) {
	var list []rules.Application
	for _, name := range a.names() {
		known, err := a.store.Applications(a.ctx, name)
		if err != nil {
			return nil, err
		}
		for _, k := range known {
			facts, err := a.store.Facts(a.ctx, k.ID)
			if err != nil {
				return nil, err
			}
			app := rules.Fold(k.ID, facts)
			app.Account = name
			list = append(list, app)
		}
	}
	return list, nil
}

// names are those of the user's accounts, the find's own first.
func (a answering) names() []string {
	list := []string{a.find.Account}
	for _, account := range a.accounts {
		if account.Name != a.find.Account {
			list = append(list, account.Name)
		}
	}
	return list
}

// steer does what an answer means for a find that is part of an application: no and stop
// stop it, if there is nothing else in it, and a yes takes it up again. Where it is one
// round of several, that round is called off, or takes place after all.
func (a answering) steer() (Outcome, error) {
	out := Outcome{Find: a.find, Application: a.find.Application}
	what, err := a.steering()
	if err != nil {
		return out, err
	}
	if what != nil {
		if _, err := a.store.AddFacts(a.ctx, a.find.Application, rules.Fact{Key: "user/" + a.said.Key, At: a.now, What: what}); err != nil {
			return out, err
		}
	}
	return out, a.keep(a.said)
}

// steering is what an answer says of the application, nil for nothing.
func (a answering) steering() (rules.What, error) {
	w := a.said.What.(intake.Answered)
	// Where none of his words stands, a find that only his yes had made an application is
	// none, and any other is.
	said := func(word intake.Word) intake.Word {
		switch {
		case word != "":
			return word
		case a.find.By == enteredByYou:
			return intake.No
		}
		return intake.Yes
	}
	if w.Word == intake.Undo {
		if w.Word = said(a.find.Answer); w.Word == said(a.before) {
			return nil, nil // it was not what stood
		}
	}
	facts, err := a.store.Facts(a.ctx, a.find.Application)
	if err != nil || len(facts) == 0 {
		return nil, err
	}
	app := rules.Fold(a.find.Application, facts)
	mine := func(v rules.Interview) bool {
		return slices.ContainsFunc(a.find.Meetings, func(m intake.Meeting) bool {
			return m.UID != "" && (v.UID == m.UID || slices.Contains(v.UIDs, m.UID)) || m.Start.Equal(v.Start) && !v.Start.IsZero()
		})
	}
	others := slices.ContainsFunc(app.Interviews, func(v rules.Interview) bool { return !mine(v) && !v.Cancelled })
	switch {
	case w.Word == intake.Stop || w.Word == intake.No && !others:
		return rules.Stopped{}, nil
	case w.Word == intake.Yes && app.Stopped:
		return rules.Unstopped{}, nil
	case w.Word == intake.Yes && said(a.before) == intake.Yes:
		return nil, nil // that it is his tells nothing of what he has said of it since
	case w.Word == intake.Yes || w.Word == intake.No:
		d := app.Describe()
		d.Interviews = slices.Clone(d.Interviews)
		for i, v := range d.Interviews {
			if mine(v) {
				d.Interviews[i].Cancelled = w.Word == intake.No
			}
		}
		return d, nil
	case w.Word == intake.Snooze:
		return rules.Snoozed{Until: w.Until}, nil
	}
	return nil, nil
}
