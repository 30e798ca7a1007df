package main

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/page"
	"afterword/internal/setup"
	"afterword/internal/simulate"
	"afterword/rules"
)

// lookBack shows what the program would have done with the last 90 days of an account.
// The set-up is done: what fails here is told, and no more.
func (a *app) lookBack(ctx context.Context, words setup.Words, name string) {
	c, err := a.config()
	if err != nil {
		a.note("%v", err)
		return
	}
	account, _ := c.Account(name)
	alone := *c
	alone.Accounts = []config.Account{account}
	fmt.Fprintln(a.out, words.Say(setup.LookingBack))
	a.read = &alone
	defer func() { a.read = c }()
	past, _, zone, err := a.simulatedPast(ctx, simulateFlags{answer: "yes"})
	if err != nil {
		a.note("%v", err)
		return
	}
	fmt.Fprint(a.out, pastInBrief(words, past, zone, account.Address))
}

// pastInBrief says in the user's language what was found and would have been drafted;
// the reasons of each step are for `simulate`.
func pastInBrief(words setup.Words, past *simulate.Past, zone *time.Location, address string) string {
	var b strings.Builder
	say := func(key setup.Key, pairs ...string) { fmt.Fprintln(&b, onOneLine(words.Say(key, pairs...))) }
	day := func(t time.Time) string { return page.Day(words.Language, t.In(zone), past.Until.In(zone)) }
	if past.Mail == 0 {
		say(setup.PastNone, "address", address, "since", day(past.Since))
		return b.String()
	}
	for _, s := range past.Stories {
		company, role := s.Application.Company, s.Application.Role
		if s.Application.ID == "" && len(s.Finds) > 0 {
			company, role = cmp.Or(s.Finds[0].Company, s.Finds[0].Domain), s.Finds[0].Role
		}
		title := strings.Trim(role+", "+company, ", ")
		fmt.Fprintf(&b, "\n%s\n", onOneLine(title))
		meetings := map[string]bool{}
		row := func(at time.Time, what string) { fmt.Fprintf(&b, "  %-16s %s\n", day(at), onOneLine(what)) }
		for _, e := range s.Events {
			if e.Found != nil && e.Find != nil && !e.Find.Start().IsZero() {
				if at := e.Find.Start().In(zone); !meetings[at.String()] {
					meetings[at.String()] = true
					row(at, words.Say(setup.PastInterview))
				}
			}
			if _, ok := e.What.(rules.Placed); ok {
				row(e.At, words.Say(setup.PastLetter, "letter", page.Title(words.Language, e.FollowUp.Title()), "person", nameOfContact(e.FollowUp.To)))
			}
		}
	}
	n := past.Sums()
	fmt.Fprintln(&b)
	for _, sum := range []struct {
		key setup.Key
		n   int
	}{{setup.PastInterviews, n.Interviews}, {setup.PastLetters, n.Drafts}, {setup.PastWithdrawn, n.Withdrawals}, {setup.PastQuestions, n.Questions}} {
		say(sum.key, "n", strconv.Itoa(sum.n))
	}
	say(setup.PastMore)
	return b.String()
}
