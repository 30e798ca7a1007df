package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"afterword/internal/config"
	"afterword/internal/intake"
	"afterword/internal/mail"
	"afterword/internal/page"
	"afterword/internal/setup"
	"afterword/internal/store"
	"afterword/rules"
	"afterword/templates"
)

// A desk is the program as the page has it: it shows what the commands show, and what is
// done there the commands do.
type desk struct {
	a *app
	c *config.Config
	s *store.Store
	r reader

	home func() *time.Location
}

func newDesk(a *app, c *config.Config, s *store.Store) *desk {
	return &desk{a: a, c: c, s: s, home: sync.OnceValue(func() *time.Location {
		if cal, err := c.Calendar(c.Accounts[0], "", ""); err == nil {
			return cal.Zone()
		}
		return time.Local
	})}
}

// Home is the user's zone: that of the first account.
func (d *desk) Home() *time.Location { return d.home() }

func (d *desk) Own() []string { return ownAddresses(d.c) }

func (d *desk) Now() time.Time { return d.a.now() }

// News counts the facts of applications and of accounts, which only become more.
func (d *desk) News(ctx context.Context) (int64, error) {
	news, err := d.s.Changed(ctx)
	if err != nil {
		return 0, err
	}
	accounts, err := d.s.AccountNews(ctx, 0)
	for _, seq := range accounts {
		news += seq
	}
	return news, err
}

// Do carries a command out as from a terminal at which nobody sits.
func (d *desk) Do(ctx context.Context, in string, args ...string) page.Said {
	var out bytes.Buffer
	var said page.Said
	env := d.a.environment
	screen := &screen{w: &out}
	env.in, env.out, env.err = strings.NewReader(in), screen, io.Discard
	one := &app{environment: env, outside: d.a.outside, configPath: d.a.configPath, aside: func(note rules.Saying) { said.Notes = append(said.Notes, note) }}
	err := execute(ctx, one.root(), args)
	if err = errors.Join(err, screen.Close()); err != nil {
		said.Trouble, said.Field, said.Hint = troubleOf(err)
	}
	said.Out = strings.TrimSpace(out.String())
	return said
}

// troubleOf says what went wrong, with which field of a form, and what to do about it. What
// is to be typed into a terminal is for who sits at one.
func troubleOf(err error) (trouble rules.Saying, field string, hint rules.Saying) {
	var h hinted
	if errors.As(err, &h) && !strings.HasPrefix(h.hint.String(), "afterword ") {
		hint = h.hint
	}
	var f flagged
	if errors.As(err, &f) {
		err, field = f.err, f.flag
	}
	var m rules.Mistake
	if !errors.As(err, &m) {
		return rules.Say("%s", rules.Clause(oneLine(err))), field, hint
	}
	return m.Say, field, hint
}

// sayUnfit says of what a note speaks that no letter takes up.
func sayUnfit(u templates.Unfit) rules.Saying {
	why := rules.Saying{Form: u.Why()}
	if u.Words == "" {
		return why
	}
	return rules.Say("%s (“%s”)", why, u.Words)
}

func (d *desk) Overview(ctx context.Context, language string) (page.Overview, error) {
	now := d.a.now()
	var o page.Overview
	accounts, err := accountLines(ctx, d.c, d.s, now)
	if err != nil {
		return o, err
	}
	words := setup.Speak(language)
	for i, one := range accounts {
		account := page.Account{Name: one.Name, Address: one.Address, Why: one.Why, Unread: one.NotRead}
		if one.LastRead != nil {
			account.LastRead = *one.LastRead
		}
		if one.BlindSince != nil {
			account.BlindSince = *one.BlindSince
			account.What, account.Mend = setup.Word(words, d.c.Accounts[i], setup.Trouble(one.trouble))
		}
		account.Idle = account.BlindSince.IsZero() && now.Sub(account.LastRead) > unreadFor
		o.Accounts = append(o.Accounts, account)
	}
	list, err := d.a.summaries(ctx, d.c, d.s, true)
	if err != nil {
		return o, err
	}
	for _, one := range list {
		row, err := rowOf(one)
		if err != nil {
			return o, err
		}
		o.Rows = append(o.Rows, row)
	}
	drafts, err := d.s.Standing(ctx)
	if err != nil {
		return o, err
	}
	for _, one := range drafts {
		o.Drafts = append(o.Drafts, page.Standing{Application: one.Application, FollowUp: one.FollowUp})
	}
	finds, err := d.a.openFinds(ctx, d.c, d.s)
	if err != nil {
		return o, err
	}
	choices, err := d.a.choices(ctx, d.c, d.s)
	for _, f := range append(choices, finds...) {
		o.Questions = append(o.Questions, questionOf(f, d.Home()))
	}
	return o, err
}

// questionOf asks about a find.
func questionOf(f accountFind, home *time.Location) page.Question {
	q := page.Question{Tag: f.Tag, Company: f.Company, Role: f.Role, Start: f.Start(), Zone: home, Lacks: f.Lacks()}
	if f.State == intake.Choosing {
		q.Choice = f.choice()
		return q
	}
	for _, r := range f.Against {
		q.Why = append(q.Why, page.Reason{Rule: r.Rule, Text: r.Text})
	}
	if zone, err := config.Zone(f.Zone); err == nil && f.Zone != "" {
		q.Zone = zone
	}
	for _, c := range append(f.Proven(), f.Named()...) {
		q.People = append(q.People, contactNames([]rules.Contact{c}, true))
	}
	for _, m := range f.Mail[max(0, len(f.Mail)-1):] {
		q.Words = fmt.Sprintf("%s: %s", contactNames([]rules.Contact{m.From}, true), m.Subject)
	}
	return q
}

// rowOf reads what `list --json` says of an application.
func rowOf(s store.Summary) (page.Row, error) {
	var one summary
	if err := json.Unmarshal([]byte(s.JSON), &one); err != nil {
		return page.Row{}, fmt.Errorf("read summary of %q: %w", s.ID, err)
	}
	row := page.Row{ID: one.ID, Account: one.Account, Company: one.Company, Role: one.Role, State: one.State, Waiting: one.Waiting,
		Asks: len(one.Asked) > 0 || one.State == rules.Question || one.State == rules.Answered || one.State == rules.Offered}
	if one.Decision != nil {
		row.Decision, row.Assumed = one.Decision.Date, one.Decision.Assumed
	}
	if n := one.Next; n != nil {
		row.Next = &page.Next{Kind: n.Kind, Title: rules.FollowUp{Kind: n.Kind, Number: n.Number}.Title(), To: n.To, Opens: n.Opens, Due: n.Due, Status: n.Status}
	}
	return row, nil
}

// lettersIn are the letters of an application that stand in Drafts.
func (d *desk) lettersIn(ctx context.Context, app rules.Application, plan rules.Schedule) (list []page.Letter, err error) {
	drafts, err := d.s.DraftsOf(ctx, app.ID)
	for _, draft := range drafts {
		if draft.State != store.Placed && draft.State != store.Touched {
			continue
		}
		letter := letterOf(app, draft)
		for _, f := range plan.FollowUps {
			if f.Key == draft.FollowUp {
				letter.Opens, letter.Due, letter.Why = f.Opens, f.Due, sayings(f.Reasons)
			}
		}
		list = append(list, letter)
	}
	return list, err
}

// letterOf is a draft as it was placed. What the user made of it his mailbox knows.
func letterOf(a rules.Application, d store.Draft) page.Letter {
	m := mail.Read(d.Raw)
	l := page.Letter{Application: d.Application, Company: a.Company, Role: a.Role, FollowUp: d.FollowUp, Title: a.ShortTitleOf(d.FollowUp), Subject: m.Subject, Body: m.Text().Text, Edited: d.State == store.Touched}
	if len(m.To) > 0 {
		l.To = strings.TrimSpace(m.To[0].Name + " <" + m.To[0].Address + ">")
	}
	return l
}

// Brief plans the application, and reads its drafts and nothing else of it.
func (d *desk) Brief(ctx context.Context, id string) (page.Brief, error) {
	app, err := d.r.read(ctx, d.s, id)
	if err != nil {
		return page.Brief{}, err
	}
	now := d.a.now()
	plan, _, err := schedule(d.c, app, now)
	if err != nil {
		return page.Brief{}, err
	}
	b := page.Brief{Asked: d.asked(app, plan)}
	if b.Letters, err = d.lettersIn(ctx, app, plan); err != nil {
		return b, err
	}
	thanked := map[string]bool{} // interviews whose thank-you is still to be sent
	for _, f := range plan.FollowUps {
		if f.Kind == rules.ThankYou && f.Pending() {
			thanked[f.Interview] = true
		}
	}
	for _, v := range app.Interviews {
		if thanked[v.ID] && !v.End.After(now) && len(v.Topics)+len(v.Challenges)+len(v.Points)+len(v.Notes) == 0 {
			b.Over = append(b.Over, v)
		}
	}
	return b, nil
}

// asked is what only the user can say: what is asked of him, else what an answer that
// waits for him is.
func (d *desk) asked(app rules.Application, plan rules.Schedule) (list []page.Asked) {
	for _, n := range plan.Asked {
		one := page.Asked{Say: n.Reason.Say, Message: n.Message}
		for _, f := range app.Facts {
			if m, ok := f.What.(rules.Received); ok && f.Key == n.Reason.Fact {
				one.Words = m.Evidence
			}
		}
		list = append(list, one)
	}
	answered := func(f rules.FollowUp) bool {
		return f.Kind == rules.Acceptance || f.Kind == rules.Declining || f.Kind == rules.MoreTime
	}
	if plan.State == rules.Offered && !slices.ContainsFunc(plan.FollowUps, answered) {
		list = append(list, page.Asked{Say: rules.Say("they made you an offer: answer it when you have decided")})
	}
	for _, one := range unsaid(d.c, app) {
		list = append(list, page.Asked{Say: one.say, Field: one.flag, Guess: one.guess})
	}
	if len(list) > 0 || plan.State != rules.Question && plan.State != rules.Answered {
		return list
	}
	for _, r := range plan.Reasons {
		list = append(list, page.Asked{Say: r.Say})
	}
	return list
}

func sayings(reasons []rules.Reason) (list []rules.Saying) {
	for _, r := range reasons {
		list = append(list, r.Say)
	}
	return list
}

func (d *desk) Application(ctx context.Context, id string) (page.Application, error) {
	app, err := d.r.read(ctx, d.s, id)
	if err != nil {
		return page.Application{}, err
	}
	plan, cal, err := schedule(d.c, app, d.a.now())
	if err != nil {
		return page.Application{}, err
	}
	one := d.whole(planned{app, plan, cal})
	one.Asked = d.asked(app, plan)
	if one.Drafts, err = d.lettersIn(ctx, app, plan); err != nil {
		return one, err
	}
	seen, err := d.s.Messages(ctx, id)
	if err != nil {
		return one, err
	}
	where := map[string]string{}
	for _, m := range seen {
		where[m.MessageID] = m.Mailbox
	}
	for _, f := range slices.Backward(app.Facts) {
		e := page.Event{At: f.At}
		if e.Say, e.Words = sayFact(app, f); e.Say.Form == "" {
			continue
		}
		switch w := f.What.(type) {
		case rules.Received:
			e.Where = where[w.MessageID]
		case rules.Removed:
			e.Words, e.Why = nil, rules.Clause(w.Why)
		case rules.Proofread:
			e.Words, e.Found = nil, w.Findings
		}
		if one.History = append(one.History, e); len(one.History) == page.MostHistory {
			break
		}
	}
	return one, nil
}

// whole is an application as the page has it.
func (d *desk) whole(p planned) page.Application {
	return page.Application{Application: p.Application, Plan: p.plan, Zone: p.cal.Zone(), Home: d.Home(), About: p.Describe()}
}

func (d *desk) All(ctx context.Context) (list []page.Application, err error) {
	all, err := d.a.everyone(ctx, d.c, d.s)
	for _, one := range all {
		list = append(list, d.whole(one))
	}
	return list, err
}

func (d *desk) Documents(ctx context.Context) ([]any, error) {
	all, err := d.a.everyone(ctx, d.c, d.s)
	list := make([]any, 0, len(all))
	for _, one := range all {
		list = append(list, showDocument(one.Application, one.plan, howSaid(d.c, one.Application)))
	}
	return list, err
}

func (d *desk) Letters(ctx context.Context, id string) ([]page.Letter, error) {
	app, err := d.r.read(ctx, d.s, id)
	if err != nil {
		return nil, err
	}
	written, err := d.a.previews(ctx, d.c, d.s, app, "")
	if err != nil {
		return nil, err
	}
	var list []page.Letter
	for _, p := range written {
		f := p.followUp
		list = append(list, page.Letter{Application: id, Company: app.Company, Role: app.Role, Title: f.Title(), Subject: p.draft.Subject, Body: p.draft.Body,
			To: strings.TrimSpace(f.To.Name + " <" + f.To.Address + ">"), Opens: f.Opens, Due: f.Due, Why: sayings(f.Reasons)})
	}
	return list, nil
}
