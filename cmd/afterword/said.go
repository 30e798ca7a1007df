package main

import (
	"time"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/rules"

	"github.com/spf13/pflag"
)

// spoken is how the user says a role and an employer in a sentence, and how he calls its
// people; "" where he does not say.
type spoken struct{ role, company, register string }

func (s *spoken) flags(flags *pflag.FlagSet) {
	flags.StringVar(&s.role, "role-said", "", "the role as a sentence says it: 'data analyst'")
	flags.StringVar(&s.company, "company-said", "", "the employer with preposition and article: 'bei der Deutschen Bahn', 'at the BBC'")
	flags.StringVar(&s.register, "register", "", "how you call them where the language has both: familiar (du, tu, tú, je) or polite (Sie, vous, usted, u)")
}

// apply puts what was said into d.
func (s spoken) apply(d *rules.Described) {
	for _, one := range []struct {
		to   *string
		word string
	}{{&d.RoleSaid, s.role}, {&d.CompanySaid, s.company}, {&d.Register, s.register}} {
		if one.word != "" {
			*one.to = one.word
		}
	}
}

// howSaid asks how role and employer are said in a sentence, where that is not sure and the
// user has not told: until then the letters name neither but in the subject.
func howSaid(c *config.Config, app rules.Application) (asked []string) {
	for _, one := range unsaid(c, app) {
		asked = append(asked, one.say.String())
	}
	return asked
}

// An open question is how something is said in a sentence: asked in words, with the flag of
// `note` that answers it, and a guess.
type openQuestion struct {
	say         rules.Saying
	flag, guess string
}

func unsaid(c *config.Config, app rules.Application) (asked []openQuestion) {
	account, err := accountOf(c, app.Account)
	if err != nil {
		return nil
	}
	role, company := drafter.Unsaid(app, drafter.LanguageOf(app, rules.Contact{}, account.Language))
	if role != "" {
		asked = append(asked, openQuestion{rules.Say("how is the role said in a sentence? `afterword note %s --role-said %q`, perhaps", app.ID, role), "role-said", role})
	}
	if company != "" {
		asked = append(asked, openQuestion{rules.Say("how is the employer said in a sentence? `afterword note %s --company-said %q`, perhaps", app.ID, company), "company-said", company})
	}
	return asked
}

// zoneOfApplication is the zone in which an application is reckoned.
func zoneOfApplication(c *config.Config, app rules.Application) (*time.Location, error) {
	account, err := accountOf(c, app.Account)
	if err != nil {
		return nil, err
	}
	cal, err := c.Calendar(account, app.Zone, app.Holidays)
	if err != nil {
		return nil, err
	}
	return cal.Zone(), nil
}
