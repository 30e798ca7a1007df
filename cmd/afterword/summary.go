package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
	"afterword/rules"
)

// summaries says of each application what stands and what comes next. What the store
// knows from before is not made again: to fold and plan everything would take long
// where there are many.
func (a *app) summaries(ctx context.Context, c *config.Config, s *store.Store, asJSON bool) ([]store.Summary, error) {
	now := a.now()
	basis := daemon.Basis(c, now, c.Accounts...)
	list, err := s.Summaries(ctx, basis, asJSON, now)
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, one := range list {
		if !one.Known {
			missing = append(missing, one.ID)
		}
	}
	facts, err := factsOf(ctx, s, missing)
	if err != nil {
		return nil, err
	}
	var made []store.Summary
	for i := range list {
		if one := &list[i]; !one.Known {
			if err := summarise(c, one, facts[one.ID], now); err != nil {
				return nil, err
			}
			made = append(made, *one)
		}
	}
	if len(made) > 0 {
		// Who can't keep them makes them again.
		_ = s.SetSummaries(ctx, basis, made)
	}
	return slices.DeleteFunc(list, func(one store.Summary) bool { return one.Line == "" && one.JSON == "" }), nil
}

// manyMissing is from how many applications on all facts are read in one go.
const manyMissing = 50

// factsOf reads the facts of some applications.
func factsOf(ctx context.Context, s *store.Store, ids []string) (map[string][]rules.Fact, error) {
	facts := make(map[string][]rules.Fact, len(ids))
	if len(ids) >= manyMissing {
		all, err := s.AllFacts(ctx, "", 0)
		for _, f := range all {
			facts[f.Application] = append(facts[f.Application], f.Fact)
		}
		return facts, err
	}
	for _, id := range ids {
		var err error
		if facts[id], err = s.Facts(ctx, id); err != nil {
			return nil, err
		}
	}
	return facts, nil
}

// summarise fills in what an application's facts say at now, and until when.
func summarise(c *config.Config, one *store.Summary, facts []rules.Fact, now time.Time) error {
	app := rules.Fold(one.ID, facts)
	app.Account = one.Account
	if app.Forgotten() {
		one.Known, one.Facts, one.Made = true, len(facts), now // nothing is said of it
		return nil
	}
	doc, until, err := summaryOf(c, app, now)
	if err != nil {
		return err
	}
	body, err := json.Marshal(doc)
	if err != nil {
		return fmt.Errorf("write summary of %q: %w", one.ID, err)
	}
	one.Known, one.Line, one.JSON, one.Facts, one.Made, one.Until = true, lineOf(doc), string(body), len(facts), now, until
	return nil
}

// summaryOf says what stands and what comes next; until is when that changes by
// itself, zero for never.
func summaryOf(c *config.Config, app rules.Application, now time.Time) (one summary, until time.Time, err error) {
	one = summary{ID: app.ID, Account: app.Account, Company: app.Company, Role: app.Role}
	if _, err := accountOf(c, app.Account); err != nil {
		one.State, one.Waiting = "resting", fmt.Sprintf("its account %q is not in the config", app.Account)
		return one, time.Time{}, nil
	}
	plan, _, err := schedule(c, app, now)
	if err != nil {
		return one, until, err
	}
	one.State = plan.State
	if !plan.Decision.Date.IsZero() {
		one.Decision = &decisionJSON{plan.Decision.Date, plan.Decision.Assumed}
	}
	if f, ok := nextOf(plan); ok {
		one.Next = &nextJSON{followUpJSON{f.Kind, f.Number, f.Opens, f.Due, f.Reasons}, f.To.Address, f.Status}
	}
	for _, n := range plan.Asked {
		one.Asked = append(one.Asked, n.Text)
	}
	one.Asked = append(one.Asked, howSaid(c, app)...)
	if len(plan.Reasons) > 0 {
		one.Waiting = strings.Join(reasonsOf(plan.Reasons), "; ")
	} else if one.Next == nil {
		one.Waiting = blocked(plan)
	}
	return one, plan.Next, nil
}
