package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/intake"
	"afterword/internal/mail"
	"afterword/internal/page"
	"afterword/internal/store"
	"afterword/rules"
)

// A desk is the program as the page has it: it shows what the commands show, and what is
// done there the commands do.
type desk struct {
	a *app
	c *config.Config
	s *store.Store
}

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
	var out, complaint bytes.Buffer
	env := d.a.environment
	env.in, env.out, env.err = strings.NewReader(in), &out, &complaint
	if d.a.configPath != "" {
		args = append([]string{"--config=" + d.a.configPath}, args...)
	}
	said := page.Said{}
	if run(ctx, env, args) != exitDone {
		said.Trouble = "it failed"
	}
	var notes []string
	for line := range strings.Lines(complaint.String()) {
		line = strings.TrimSpace(line)
		if text, ok := strings.CutPrefix(line, "afterword: error: "); ok {
			said.Trouble = text
		} else if text, ok := strings.CutPrefix(line, "afterword: hint: "); ok {
			said.Hint = text
		} else if text, ok := strings.CutPrefix(line, "afterword: note: "); ok {
			notes = append(notes, text)
		}
	}
	said.Out = strings.TrimSpace(out.String())
	if len(notes) > 0 {
		said.Out = strings.TrimSpace(said.Out + "\n" + strings.Join(notes, "\n"))
	}
	return said
}

// zone is the user's: that of the first account.
func (d *desk) zone() *time.Location {
	if cal, err := d.c.Calendar(d.c.Accounts[0], "", ""); err == nil {
		return cal.Zone()
	}
	return time.Local
}

func (d *desk) Overview(ctx context.Context) (page.Overview, error) {
	now := d.a.now()
	o := page.Overview{Zone: d.zone()}
	accounts, err := accountLines(ctx, d.c, d.s, now)
	if err != nil {
		return o, err
	}
	for _, one := range accounts {
		account := page.Account{Name: one.Name, Address: one.Address, Why: one.Why, Unread: one.NotRead}
		if one.LastRead != nil {
			account.LastRead = *one.LastRead
		}
		if one.BlindSince != nil {
			account.BlindSince = *one.BlindSince
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
	if o.Letters, err = d.standing(ctx, o.Rows); err != nil {
		return o, err
	}
	finds, err := d.a.openFinds(ctx, d.c, d.s)
	if err != nil {
		return o, err
	}
	choices, err := d.a.choices(ctx, d.c, d.s)
	for _, f := range append(choices, finds...) {
		o.Questions = append(o.Questions, questionOf(f, o.Zone))
	}
	return o, err
}

// questionOf asks about a find.
func questionOf(f accountFind, home *time.Location) page.Question {
	q := page.Question{Tag: f.Tag, Company: f.Company, Role: f.Role, Start: f.Start(), Zone: home}
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
		Asks: len(one.Asked) > 0 || one.State == rules.Question || one.State == rules.Answered}
	if one.Decision != nil {
		row.Decision, row.Assumed = one.Decision.Date, one.Decision.Assumed
	}
	if n := one.Next; n != nil {
		row.Next = &page.Next{Title: rules.FollowUp{Kind: n.Kind, Number: n.Number}.Title(), To: n.To, Opens: n.Opens, Due: n.Due, Status: n.Status}
	}
	return row, nil
}

// standing are the letters in Drafts, of all applications.
func (d *desk) standing(ctx context.Context, rows []page.Row) ([]page.Letter, error) {
	drafts, err := d.s.Drafts(ctx, "", store.Placed, store.Touched)
	if err != nil {
		return nil, err
	}
	by := make(map[string]page.Row, len(rows))
	for _, row := range rows {
		by[row.ID] = row
	}
	var list []page.Letter
	for _, one := range drafts {
		row, ok := by[one.Application]
		if !ok {
			continue
		}
		app, err := application(ctx, d.s, one.Application)
		if err != nil {
			return nil, err
		}
		letter := letterOf(app, one)
		letter.Company, letter.Role = row.Company, row.Role
		if n := row.Next; n != nil && n.Title == letter.Title {
			letter.Due = n.Due
		}
		list = append(list, letter)
	}
	return list, nil
}

// letterOf is a draft as it was placed. What the user made of it his mailbox knows.
func letterOf(a rules.Application, d store.Draft) page.Letter {
	m := mail.Read(d.Raw)
	l := page.Letter{Application: d.Application, FollowUp: d.FollowUp, Title: a.ShortTitleOf(d.FollowUp), Subject: m.Subject, Body: m.Text().Text, Edited: d.State == store.Touched}
	if len(m.To) > 0 {
		l.To = strings.TrimSpace(m.To[0].Name + " <" + m.To[0].Address + ">")
	}
	return l
}

// Brief plans the application, and reads nothing else of it.
func (d *desk) Brief(ctx context.Context, id string) (page.Brief, error) {
	app, err := application(ctx, d.s, id)
	if err != nil {
		return page.Brief{}, errors.Join(page.ErrUnknown, err)
	}
	now := d.a.now()
	plan, _, err := schedule(d.c, app, now)
	if err != nil {
		return page.Brief{}, err
	}
	b := page.Brief{Asked: asked(app, plan), Why: make(map[string][]rules.Saying, len(plan.FollowUps))}
	thanked := map[string]bool{} // interviews whose thank-you is still to be sent
	for _, f := range plan.FollowUps {
		b.Why[f.Key] = sayings(f.Reasons)
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
func asked(app rules.Application, plan rules.Schedule) (list []page.Asked) {
	for _, n := range plan.Asked {
		one := page.Asked{Say: n.Reason.Say, Message: n.Message}
		for _, f := range app.Facts {
			if m, ok := f.What.(rules.Received); ok && f.Key == n.Reason.Fact {
				one.Words = m.Evidence
			}
		}
		list = append(list, one)
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
	app, err := application(ctx, d.s, id)
	if err != nil {
		return page.Application{}, errors.Join(page.ErrUnknown, err)
	}
	plan, cal, err := schedule(d.c, app, d.a.now())
	if err != nil {
		return page.Application{}, err
	}
	one := page.Application{Application: app, Plan: plan, Zone: cal.Zone(), Home: d.zone(), About: app.Describe(), Asked: asked(app, plan)}
	drafts, err := d.s.DraftsOf(ctx, id)
	if err != nil {
		return one, err
	}
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
		one.Drafts = append(one.Drafts, letter)
	}
	seen, err := d.s.Messages(ctx, id)
	if err != nil {
		return one, err
	}
	where := map[string]string{}
	for _, m := range seen {
		where[m.MessageID] = m.Mailbox
	}
	for _, f := range app.Facts {
		e := page.Event{At: f.At}
		if e.Say, e.Words = sayFact(app, f); e.Say.Form == "" {
			continue
		}
		switch w := f.What.(type) {
		case rules.Received:
			e.Where = where[w.MessageID]
		case rules.Removed:
			e.Words, e.Why = nil, rules.Clause(w.Why)
		}
		one.History = append(one.History, e)
	}
	return one, nil
}

func (d *desk) Letters(ctx context.Context, id string) ([]page.Letter, error) {
	app, err := application(ctx, d.s, id)
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
