package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// addFlags are the flags of `add`, as they were typed.
type addFlags struct {
	company, role                       string
	contacts, recruiters, managers      []string
	started, ended, zone, decision      string
	topics, challenges                  []string
	holidays, account, language, status string
	domains                             []string
	from                                string
	sure, correct, another              bool
	uid                                 string // of the event that from holds
	said                                spoken
}

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	cmd := &cobra.Command{
		Use:   "add",
		Short: "add an interview",
		Long: `Adds an interview and prints the application's id. A further interview for the
same role at the same company is the next round of that application: what you
do not say again (contacts, zone) is kept. One that ends when an interview ends
that is known already adds to that one; near it, you are asked whether you correct
it. With --from, times and people are those of an invitation: a message or a
calendar file.`,
		Example: `  afterword add --company Acme --role 'Senior Analyst' --contact 'Dr. Ngozi Okafor <ngozi@acme.example>' \
      --recruiter 'Robin Hale <robin@acme.example>' --ended 2026-11-13T15:00 --zone America/New_York \
      --decision 2026-11-20 --topic 'the move to the new data warehouse'
  afterword add --company Acme --role 'Senior Analyst' --from invitation.eml`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				if err := a.invitation(c, &f); err != nil {
					return err
				}
				if f.ended == "" {
					return hint(mistaken("when does the interview end? say it with --ended, or name an invitation with --from"), "afterword add --help")
				}
				id, err := a.addInterview(ctx, c, s, f)
				if err != nil {
					return err
				}
				a.noteHolidays(f.holidays)
				fmt.Fprintln(a.out, id)
				return nil
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.company, "company", "", "the company's name, as it spells it")
	flags.StringVar(&f.role, "role", "", "the role, as the company calls it")
	flags.StringArrayVar(&f.contacts, "contact", nil, "an interviewer: 'Dr. Ngozi Okafor <n@acme.example>', or a name alone (repeatable)")
	flags.StringArrayVar(&f.recruiters, "recruiter", nil, "the recruiter, who is asked about the status")
	flags.StringArrayVar(&f.managers, "hiring-manager", nil, "the hiring manager, if not an interviewer")
	flags.StringVar(&f.started, "started", "", "when the interview begins: 2026-11-13T14:00, in --zone")
	flags.StringVar(&f.ended, "ended", "", "when the interview ends or ended: 2026-11-13T15:00, in --zone")
	flags.StringVar(&f.zone, "zone", "", "the company's time zone, an IANA name (default: the account's)")
	flags.StringVar(&f.decision, "decision", "", "the date by which they said they would decide: 2026-11-20")
	flags.StringArrayVar(&f.topics, "topic", nil, "something that was discussed (repeatable)")
	flags.StringArrayVar(&f.challenges, "challenge", nil, "a challenge that the team faces (repeatable)")
	flags.StringVar(&f.holidays, "holidays", "", "public holidays that count: US, DE-BY, none (default: the account's)")
	flags.StringVar(&f.account, "account", "", "the account that the company writes to (default: the first of the config)")
	flags.StringVar(&f.language, "language", "", "language of the letters: en, de, fr, es, nl (default: that of the conversation)")
	flags.StringVar(&f.status, "status-contact", "", "address of the one to ask about the status (default: the recruiter)")
	f.said.flags(flags)
	flags.StringVar(&f.from, "from", "", "take times and people from an invitation: a message (.eml) or a calendar file (.ics)")
	flags.BoolVar(&f.sure, "sure", false, "I am sure: take a time or an address that looks wrong")
	flags.BoolVar(&f.correct, "correct", false, "this corrects the interview near it")
	flags.BoolVar(&f.another, "another", false, "this is a further interview, near another one as it is")
	cmd.MarkFlagsMutuallyExclusive("correct", "another")
	flags.StringArrayVar(&f.domains, "domain", nil, "a further domain that the company writes from (repeatable)")
	for _, name := range []string{"company", "role"} {
		_ = cmd.MarkFlagRequired(name)
	}
	return cmd
}

// addInterview stores the interview, as a new application or as the next round
// of one, and returns the application's id.
func (a *app) addInterview(ctx context.Context, c *config.Config, s *store.Store, f addFlags) (string, error) {
	account, err := accountOf(c, f.account)
	if err != nil {
		return "", err
	}
	known, err := s.Called(ctx, strings.TrimSpace(f.company))
	if err != nil {
		return "", err
	}
	for _, k := range known {
		have, err := foldFrom(ctx, s, k)
		if err != nil {
			return "", err
		}
		owner, err := accountOf(c, have.Account)
		if err == nil && owner.Name == account.Name && f.isAbout(have) && !have.Forgotten() {
			d := have.Describe()
			if err := a.apply(f, &d, have.ID, account, c); err != nil {
				return "", usage{err}
			}
			return have.ID, a.addFact(ctx, s, have.ID, d)
		}
	}
	d := rules.Described{Account: account.Name, Company: strings.TrimSpace(f.company), Role: strings.TrimSpace(f.role)}
	if err := a.apply(f, &d, "", account, c); err != nil {
		return "", usage{err}
	}
	return s.NewApplication(ctx, account.Name, d, a.now())
}

// isAbout reports whether the flags name an application's company and role.
func (f addFlags) isAbout(a rules.Application) bool {
	return strings.EqualFold(a.Company, strings.TrimSpace(f.company)) && strings.EqualFold(a.Role, strings.TrimSpace(f.role))
}

// apply puts what the flags say into d, with the interview as its newest. id is the
// application's, "" for a new one.
func (a *app) apply(f addFlags, d *rules.Described, id string, account config.Account, c *config.Config) error {
	if f.zone != "" {
		d.Zone = f.zone
	}
	if f.holidays != "" {
		d.Holidays = f.holidays
	}
	if f.language != "" {
		d.Language = f.language
	}
	f.said.apply(d)
	d.Domains = append(d.Domains, f.domains...)
	v := rules.Interview{ID: freeID(d.Interviews), Topics: f.topics, Challenges: f.challenges, UID: f.uid}
	asked, err := f.people(d)
	if err != nil {
		return err
	}
	v.Interviewers = asked
	if f.status != "" {
		d.Status = strings.ToLower(f.status)
	}
	cal, err := c.Calendar(account, d.Zone, d.Holidays)
	if err != nil {
		return err
	}
	times := when{cal.Zone(), a.note}
	if v.End, err = times.parse(f.ended); err != nil {
		return flagged{"ended", err}
	}
	if f.started != "" {
		if v.Start, err = times.parse(f.started); err != nil {
			return flagged{"started", err}
		}
	}
	if f.decision != "" {
		if v.Decision, err = rules.ParseDate(f.decision); err != nil {
			return flagged{"decision", err}
		}
	}
	if len(f.contacts) == 0 && id != "" {
		v.Interviewers = nil // those that it has, if it is known
	}
	if err := a.enter(f, d, id, v, asked, cal.Zone()); err != nil {
		return err
	}
	if err := checkDescribed(*d, cal.Zone()); err != nil {
		return err
	}
	return f.plausible(v, ownAddresses(c), a.now())
}

// people adds the contacts and returns the keys of those who interviewed: the
// ones named with --contact, else the hiring manager, else the recruiter.
func (f addFlags) people(d *rules.Described) ([]string, error) {
	byPart := map[rules.Part][]string{}
	for _, list := range []struct {
		flag  string
		given []string
		part  rules.Part
	}{{"contact", f.contacts, rules.Interviewer}, {"hiring-manager", f.managers, rules.HiringManager}, {"recruiter", f.recruiters, rules.Recruiter}} {
		for _, s := range list.given {
			contact, err := oneContact(s, list.part)
			if err != nil {
				return nil, flagged{list.flag, err}
			}
			byPart[list.part] = append(byPart[list.part], contact.Key())
			if i := slices.IndexFunc(d.Contacts, func(have rules.Contact) bool { return have.Key() == contact.Key() }); i >= 0 {
				if contact.Name != "" {
					d.Contacts[i].Name, d.Contacts[i].Honorific = contact.Name, contact.Honorific
				}
				continue
			}
			d.Contacts = append(d.Contacts, contact)
		}
	}
	for _, part := range []rules.Part{rules.Interviewer, rules.HiringManager, rules.Recruiter} {
		if len(byPart[part]) > 0 {
			return byPart[part], nil
		}
	}
	for _, part := range []rules.Part{rules.Interviewer, rules.HiringManager, rules.Recruiter} {
		var keys []string
		for _, c := range d.Contacts {
			if c.Part == part {
				keys = append(keys, c.Key())
			}
		}
		if len(keys) > 0 {
			return keys, nil
		}
	}
	return nil, rules.Mistaken("nobody to write to: name at least one person with --contact or --recruiter")
}
