package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// yesFlags are the flags of `yes`, as they were typed.
type yesFlags struct {
	addFlags
	all bool
}

func (a *app) yesCommand() *cobra.Command {
	var f yesFlags
	cmd := &cobra.Command{
		Use: "yes TAG", Short: "say that what was found is an interview of yours",
		Long: `Says that an interview that was found in your mail is one of yours, and makes an
application of it, or the next round of one. What mail says wrong, or not at all, you
say with the flags. Said again with other flags before the application is there, the
newest word stands; from then on, correct it with edit. --all says it of all that are
asked about and lack nothing.`,
		Example: "  afterword yes k7m2-4f9q\n  afterword yes k7m2-4f9q --company Acme --role 'Senior Analyst'\n  afterword yes --all",
		Args: func(_ *cobra.Command, args []string) error {
			if f.all {
				if len(args) > 0 {
					return hint(mistaken("--all is all of them: name none with it"), "afterword yes --all")
				}
				return nil
			}
			return oneTag(args)
		},
		ValidArgsFunction: a.completeTags,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				if f.all {
					return a.sayYesToAll(ctx, c, s)
				}
				return a.say(ctx, c, s, args[0], intake.Yes, f.addFlags)
			})
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.all, "all", false, "all that are asked about")
	flags.StringVar(&f.company, "company", "", "the company's name, as it spells it")
	flags.StringVar(&f.role, "role", "", "the role, as the company calls it")
	flags.StringArrayVar(&f.contacts, "contact", nil, "who interviews, instead of those whom mail names (repeatable)")
	flags.StringArrayVar(&f.recruiters, "recruiter", nil, "the recruiter, who is asked about the status")
	flags.StringVar(&f.started, "started", "", "when it begins: 2026-11-13T14:00, in --zone")
	flags.StringVar(&f.ended, "ended", "", "when it ends: 2026-11-13T15:00, in --zone")
	flags.StringVar(&f.zone, "zone", "", "the company's time zone, an IANA name")
	flags.StringVar(&f.decision, "decision", "", "the date by which they decide: 2026-11-20")
	flags.StringVar(&f.language, "language", "", "language of the letters: en, de, fr, es, nl")
	flags.BoolVar(&f.sure, "sure", false, "I am sure: take a time or an address that looks wrong")
	return cmd
}

func (a *app) noCommand() *cobra.Command {
	return &cobra.Command{
		Use: "no TAG", Short: "say that what was found is no interview of yours",
		Long: `Says that what was found is no interview of yours: it is not asked about again,
whatever mail tells of it. After a yes, no stops what was made of it; yes takes it up
again.`,
		Example: "  afterword no k7m2-4f9q", ValidArgsFunction: a.completeTags,
		Args: func(_ *cobra.Command, args []string) error { return oneTag(args) },
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				return a.say(ctx, c, s, args[0], intake.No, addFlags{})
			})
		},
	}
}

// oneTag holds that one find is named.
func oneTag(args []string) error {
	switch len(args) {
	case 0:
		return hint(mistaken("which one? name it by its tag"), "afterword finds")
	case 1:
		return nil
	}
	return hint(mistaken("one tag is wanted, and %q is more than that", strings.Join(args, " ")), "afterword finds")
}

// say stores an answer of the user's, and says what it led to.
func (a *app) say(ctx context.Context, c *config.Config, s *store.Store, tag string, word intake.Word, f addFlags) error {
	found, err := findNamed(ctx, c, s, tag)
	if err != nil {
		return err
	}
	fields, err := a.fields(c, found, f)
	if err != nil {
		return usage{err}
	}
	out, err := daemon.Answer(ctx, s, c.Accounts, found.Account, intake.Answered{Tag: found.Tag, Word: word, Fields: fields, Where: "command"}, rand.Text(), a.now())
	if err != nil {
		return err
	}
	switch {
	case word == intake.No && out.Application != "":
		fmt.Fprintf(a.out, "%s: stopped; `afterword yes %s` takes it up again\n", out.Application, found.Tag)
	case word == intake.No:
		fmt.Fprintf(a.out, "%s: not asked about again; `afterword yes %s` says the other\n", found.Tag, found.Tag)
	case len(out.Lacks) > 0:
		return hint(rules.Mistaken("noted, but it can be no application before this is known: %s", strings.Join(out.Lacks, ", ")), "afterword yes %s%s", found.Tag, flagsFor(out.Lacks))
	case out.Application == "" && (out.Find.State == intake.Choosing || out.Find.State == intake.Chosen):
		fmt.Fprintf(a.out, "%s: noted; nothing is entered before there is a time: choose it as they ask for, or say it with `afterword yes %s --started …`\n", found.Tag, found.Tag)
	default:
		fmt.Fprintln(a.out, out.Application)
	}
	return nil
}

// fields reads what the flags say of a find, and refuses what is implausible.
func (a *app) fields(c *config.Config, found accountFind, f addFlags) (intake.Fields, error) {
	w := intake.Fields{Company: strings.TrimSpace(f.company), Role: strings.TrimSpace(f.role), Zone: f.zone, Language: f.language}
	zone := f.zone
	if zone == "" {
		zone = found.Zone
	}
	cal, err := c.Calendar(found.account, zone, "")
	if err != nil {
		return w, err
	}
	times := when{cal.Zone(), a.note}
	for _, one := range []struct {
		flag, text string
		to         *time.Time
	}{{"started", f.started, &w.Start}, {"ended", f.ended, &w.End}} {
		if one.text == "" {
			continue
		}
		if *one.to, err = times.parse(one.text); err != nil {
			return w, flagged{one.flag, err}
		}
	}
	if !w.Start.IsZero() && !w.End.IsZero() && !w.Start.Before(w.End) {
		return w, rules.Mistaken("it ends before it begins")
	}
	if f.decision != "" {
		if w.Decision, err = rules.ParseDate(f.decision); err != nil {
			return w, flagged{"decision", err}
		}
	}
	for _, text := range f.contacts {
		one, err := oneContact(text, rules.Interviewer)
		if err != nil {
			return w, flagged{"contact", err}
		}
		w.Interviewers = append(w.Interviewers, one)
	}
	for _, text := range f.recruiters {
		one, err := oneContact(text, rules.Recruiter)
		if err != nil {
			return w, flagged{"recruiter", err}
		}
		w.Recruiter = &one
	}
	if f.language != "" {
		if err := checkDescribed(rules.Described{Company: "-", Role: "-", Language: f.language}, cal.Zone()); err != nil {
			return w, err
		}
	}
	return w, f.plausible(rules.Interview{Start: w.Start, End: w.End}, ownAddresses(c), a.now())
}

// sayYesToAll says yes to all that is asked about and lacks nothing.
func (a *app) sayYesToAll(ctx context.Context, c *config.Config, s *store.Store) error {
	list, err := a.openFinds(ctx, c, s)
	if err != nil {
		return err
	}
	said := 0
	for _, f := range list {
		f, err := findNamed(ctx, c, s, f.Tag) // an answer may have taken it along
		if err != nil {
			return err
		}
		switch lacks := f.Lacks(); {
		case !f.Open(a.now()):
			continue
		case f.Doubt != "":
			a.note("%s (%s) is not clear, say it by its tag: %s", f.Tag, f.Title(), f.Doubt)
			continue
		case len(lacks) > 0:
			a.note("%s (%s) lacks something: afterword yes %s%s", f.Tag, f.Title(), f.Tag, flagsFor(lacks))
			continue
		}
		out, err := daemon.Answer(ctx, s, c.Accounts, f.Account, intake.Answered{Tag: f.Tag, Word: intake.Yes, Where: "command"}, rand.Text(), a.now())
		if err != nil {
			return err
		}
		said++
		fmt.Fprintln(a.out, out.Application)
	}
	if said == 0 {
		a.note("there was nothing to say yes to")
	}
	return nil
}
