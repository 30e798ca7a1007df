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
	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) findsCommand() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use: "finds", Short: "show the interviews that were found in your mail, and ask about them",
		Long: `Shows the interviews that were found in your mail and belong to no application yet.
Nothing is drafted for any of them before you have said yes.`,
		Example: "  afterword finds\n  afterword yes k7m2-4f9q\n  afterword finds --all --json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				list, err := allFinds(ctx, c, s)
				if err != nil {
					return err
				}
				if !all {
					list = slices.DeleteFunc(list, func(f accountFind) bool { return !f.Open(a.now()) && !f.Waits(a.now()) })
				}
				if asJSON {
					return a.printFindsJSON(list)
				}
				return a.printFinds(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().BoolVar(&all, "all", false, "those too that are answered, called off, or part of an application")
	return cmd
}

// accountFind is a find and whose it is.
type accountFind struct {
	account config.Account
	intake.Find
}

// allFinds returns the finds of all accounts.
func allFinds(ctx context.Context, c *config.Config, s *store.Store) (list []accountFind, err error) {
	var names []string
	for _, account := range c.Accounts {
		names = append(names, account.Name)
	}
	finds, err := daemon.Finds(ctx, s, names...)
	for _, f := range finds {
		account, _ := c.Account(f.Account)
		list = append(list, accountFind{account, f})
	}
	return list, err
}

// openFinds returns those about which the user is asked.
func (a *app) openFinds(ctx context.Context, c *config.Config, s *store.Store) ([]accountFind, error) {
	list, err := allFinds(ctx, c, s)
	return slices.DeleteFunc(list, func(f accountFind) bool { return !f.Open(a.now()) }), err
}

// choices returns those of which the user is to choose the time.
func (a *app) choices(ctx context.Context, c *config.Config, s *store.Store) ([]accountFind, error) {
	list, err := allFinds(ctx, c, s)
	return slices.DeleteFunc(list, func(f accountFind) bool { return !f.Waits(a.now()) }), err
}

// whenForUser says when a find is, in its zone and the user's.
func (f accountFind) whenForUser() string {
	zone, err := config.Zone(f.account.Zone)
	if err != nil {
		zone = time.UTC
	}
	return f.When(zone)
}

// findJSON is one element of what `finds --json` prints.
type findJSON struct {
	Tag         string          `json:"tag"`
	Account     string          `json:"account"`
	State       intake.State    `json:"state"`
	Open        bool            `json:"open"`   // you are asked about it
	Choice      *string         `json:"choice"` // the words that leave the time to you
	Company     *string         `json:"company"`
	Role        *string         `json:"role"`
	Start       *time.Time      `json:"start"`
	End         *time.Time      `json:"end"`
	Zone        *string         `json:"zone"`
	People      []personJSON    `json:"people"` // with an address where letters may go to it
	Recruiter   *nameJSON       `json:"recruiter"`
	Decision    *rules.Date     `json:"decision"`
	Lacks       []string        `json:"lacks"`
	Why         []intake.Reason `json:"why"` // you are asked
	Messages    []string        `json:"message_ids"`
	Application *string         `json:"application"`
}

func (a *app) printFindsJSON(list []accountFind) error {
	out := []findJSON{}
	for _, f := range list {
		one := findJSON{Tag: f.Tag, Account: f.account.Name, Choice: orNull(f.choice()), State: f.State, Open: f.Open(a.now()), Company: orNull(f.Company), Role: orNull(f.Role),
			Start: instant(f.Start()), End: instant(f.End()), Zone: orNull(f.Zone), People: []personJSON{}, Lacks: append([]string{}, f.Lacks()...),
			Why: append([]intake.Reason{}, f.Against...), Messages: []string{}, Decision: known(f.Decision), Application: orNull(f.Application)}
		for _, c := range append(f.Proven(), f.Named()...) {
			one.People = append(one.People, personJSON{nameJSON{orNull(c.Name), orNull(c.Address)}, orNull(c.Title), string(c.Part)})
		}
		if r := f.Recruiter; r != nil {
			one.Recruiter = &nameJSON{orNull(r.Name), nil}
			if r.Proof != "" {
				one.Recruiter.Address = orNull(r.Address)
			}
		}
		for _, m := range f.Mail {
			one.Messages = append(one.Messages, m.MessageID)
		}
		out = append(out, one)
	}
	return json.NewEncoder(a.out).Encode(map[string]any{"finds": out})
}

func (a *app) printFinds(list []accountFind) error {
	if len(list) == 0 {
		fmt.Fprintln(a.out, "nothing to ask: no interview was found that belongs to no application")
		return nil
	}
	for i, f := range list {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		a.printFind(f)
	}
	return nil
}

// printFind prints one find on a few lines, and what to type.
func (a *app) printFind(f accountFind) {
	fmt.Fprintf(a.out, "%s  %s\n", f.Tag, onOneLine(f.Title()))
	line := func(label, text string) {
		if text != "" {
			fmt.Fprintf(a.out, "  %-10s %s\n", label+":", onOneLine(text))
		}
	}
	if f.State != intake.Choosing && f.State != intake.Chosen {
		line("when", f.whenForUser())
	}
	line("with", contactNames(f.Proven(), true))
	line("and", contactNames(f.Named(), false))
	if r := f.Recruiter; r != nil {
		c := r.Contact
		if r.Proof == "" {
			c.Address = ""
		}
		line("recruiter", contactNames([]rules.Contact{c}, true))
	}
	if !f.Decision.IsZero() {
		line("decides by", f.Decision.String())
	}
	for _, m := range f.Mail[max(0, len(f.Mail)-1):] {
		line("from", fmt.Sprintf("%s: %q", contactNames([]rules.Contact{m.From}, true), m.Subject))
	}
	switch {
	case f.State == intake.Choosing:
		line("they wait", fmt.Sprintf("for your choice of a time (%q); nothing is entered before", f.choice()))
		line("say", fmt.Sprintf("nothing, and choose as they ask for; or afterword no %s", f.Tag))
		return
	case f.State == intake.Chosen:
		line("state", "you wrote back; nothing is entered before they name the time")
		return
	case f.State == intake.Confirmed:
		line("missing", strings.Join(f.Lacks(), ", "))
		line("say", "afterword yes "+f.Tag+flagsFor(f.Lacks()))
		return
	case f.State != intake.Asked:
		line("state", string(f.State)+" "+f.Application)
		return
	}
	line("asked", f.Why())
	line("say", fmt.Sprintf("afterword yes %s%s   or   afterword no %s", f.Tag, flagsFor(f.Lacks()), f.Tag))
}

// choice are the words that leave the time to the user.
func (f accountFind) choice() string {
	for _, m := range slices.Backward(f.Mail) {
		if m.Choice && len(m.Words) > 0 {
			return m.Words[0]
		}
	}
	return ""
}

// flagsFor are the flags of `yes` that say what is lacking.
func flagsFor(lacks []string) (flags string) {
	for _, one := range lacks {
		flags += map[string]string{"company": " --company …", "role": " --role …", "start": " --started …", "person": " --contact …"}[one]
	}
	return flags
}

func contactNames(list []rules.Contact, addresses bool) string {
	var names []string
	for _, c := range list {
		name := strings.TrimSpace(c.Honorific + " " + c.Name)
		if addresses && c.Address != "" {
			name = strings.TrimSpace(name + " <" + c.Address + ">")
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// findNamed finds a find by its tag, in whichever account.
func findNamed(ctx context.Context, c *config.Config, s *store.Store, tag string) (accountFind, error) {
	list, err := allFinds(ctx, c, s)
	if err != nil {
		return accountFind{}, err
	}
	tag = strings.Trim(strings.ToLower(tag), "[]")
	if i := slices.IndexFunc(list, func(f accountFind) bool { return f.Has(tag) }); i >= 0 {
		return list[i], nil
	}
	return accountFind{}, hint(mistaken("nothing that was found is called %q", tag), "afterword finds")
}

// completeTags completes the tags of what is asked.
func (a *app) completeTags(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var tags []string
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	_ = a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
		list, err := allFinds(ctx, c, s)
		for _, f := range list {
			if f.State != intake.Gone {
				tags = append(tags, f.Tag+"\t"+onOneLine(f.Title()))
			}
		}
		return err
	})
	return tags, cobra.ShellCompDirectiveNoFileComp
}
