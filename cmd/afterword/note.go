package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"afterword/drafter"
	"afterword/internal/assistant"
	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"
	"afterword/templates"

	"github.com/spf13/cobra"
)

// noted is what `note` was told.
type noted struct {
	topics, challenges, texts []string
	because, ownWork, with    string
	ask, promise              string
	interview, decision       string
	noShow, asItStands        bool
	said                      spoken
}

func (n noted) nothing() bool {
	return len(n.topics)+len(n.challenges)+len(n.texts) == 0 && n.because == "" && n.ownWork == "" && n.ask == "" && n.promise == "" && !n.noShow && n.decision == "" && n.said == (spoken{})
}

func (a *app) noteCommand() *cobra.Command {
	var n noted
	cmd := &cobra.Command{
		Use: "note ID", Short: "say what stayed with you, as ends of sentences; an untouched thank-you is written anew with it",
		Long: `Notes what was discussed in an interview, as ends of sentences:
  What you told me about …        --topic
  It matters to me because …      --because
  It reminds me of when I …       --own-work
  As I said, I will send you …    --promise
Once there is an offer, a question for the answer to it:
  Could you tell me …?            --ask
Each is shown as it will stand, in the language of the letter. On a terminal you keep
it, write it anew or drop it, and without any of these you are asked for them.
--with names the person whom you talked to about it: it goes into that letter alone.`,
		Example: `  afterword note acme
  afterword note acme --with Okafor --topic 'moving off the old warehouse' --because 'I ran two such moves'
  afterword note acme --own-work 'moved our billing without a day offline'
  afterword note acme --no-show`,
		Args: oneID, ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				d, err := a.described(ctx, c, app, n)
				if err != nil {
					return err
				}
				if err := a.addSaid(ctx, s, app, a.fact(d)); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "%s: noted\n", app.ID)
				return nil
			})
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&n.topics, "topic", nil, `what stayed with you, to end "What you told me about …" (repeatable)`)
	flags.StringVar(&n.because, "because", "", `why it matters to you, to end "It matters to me because …"`)
	flags.StringVar(&n.ownWork, "own-work", "", `what of your own work fits, to end "It reminds me of when I …"`)
	flags.StringVar(&n.promise, "promise", "", `what you said you would send, to end "As I said, I will send you …"`)
	flags.StringVar(&n.ask, "ask", "", `a question for the answer to an offer, to end "Could you tell me …?", or whole with its mark`)
	flags.StringVar(&n.with, "with", "", "the person with whom you talked about it: a name or an address")
	flags.StringArrayVar(&n.challenges, "challenge", nil, "a challenge that the team faces (repeatable)")
	flags.StringArrayVar(&n.texts, "text", nil, "a note for yourself, that no letter takes up (repeatable)")
	flags.StringVar(&n.interview, "interview", "", "which interview, by its number (default: the latest that is over)")
	flags.StringVar(&n.decision, "decision", "", "the date by which they said they would decide: 2026-11-20")
	flags.BoolVar(&n.asItStands, "as-it-stands", false, "takes what you wrote as its sentence stands, although it is not surely one for a letter")
	n.said.flags(flags)
	flags.BoolVar(&n.noShow, "no-show", false, "they did not show up: a message offers to find another time")
	return cmd
}

// described is the application with what was noted.
func (a *app) described(ctx context.Context, c *config.Config, app rules.Application, n noted) (d rules.Described, err error) {
	d = app.Describe()
	if n.said.apply(&d); n.said != (spoken{}) {
		rest := n
		if rest.said = (spoken{}); rest.nothing() {
			zone, err := zoneOfApplication(c, app)
			if err != nil {
				return d, err
			}
			if err := checkDescribed(d, zone); err != nil {
				return d, usage{err}
			}
			return d, nil
		}
	}
	if n.nothing() && !isTerminal(a.in) {
		return d, mistaken("nothing to note: use --topic, --because, --own-work, --challenge, --text, --decision or --no-show")
	}
	i := slices.IndexFunc(d.Interviews, func(v rules.Interview) bool { return v.ID == n.interview })
	if n.interview == "" {
		i = latestEnded(app, a.now())
	}
	if i < 0 {
		return d, hint(mistaken("%s has no interview %q", app.ID, n.interview), "afterword show %s", app.ID)
	}
	v := &d.Interviews[i]
	points, left, err := a.points(ctx, c, app, n)
	if err != nil {
		return d, err
	}
	v.Points = append(slices.Clone(v.Points), points...)
	v.Topics = append(slices.Clone(v.Topics), left...)
	v.Challenges = append(slices.Clone(v.Challenges), n.challenges...)
	v.Notes = append(slices.Clone(v.Notes), n.texts...)
	v.NoShow = v.NoShow || n.noShow
	if n.decision != "" {
		if v.Decision, err = rules.ParseDate(n.decision); err != nil {
			return d, usage{flagged{"decision", err}}
		}
	}
	zone := v.End.Location()
	if d.Zone != "" {
		if zone, err = config.Zone(d.Zone); err != nil {
			return d, err
		}
	}
	if err := checkDescribed(d, zone); err != nil {
		return d, usage{err}
	}
	return d, nil
}

// points makes ends of sentences of what was noted, each shown as it will stand. Of a
// topic that fits no sentence and cannot be asked about, the jotting is left as it is.
func (a *app) points(ctx context.Context, c *config.Config, app rules.Application, n noted) (points []rules.Point, left []string, err error) {
	with, err := personOf(app, n.with)
	if err != nil {
		return nil, nil, err
	}
	account, err := accountOf(c, app.Account)
	if err != nil {
		return nil, nil, err
	}
	if c.Letters.Language != "" {
		app.Language = c.Letters.Language
	}
	e := ender{a: a, language: drafter.LanguageOf(app, with, account.Language), asItStands: n.asItStands}
	if c.Rewrite.On() && c.Rewrite.Notes {
		model := a.model(c)
		e.model = &model
	}
	if isTerminal(a.in) && (n.nothing() || n.with != "" && len(n.topics) == 0 && n.because == "" && n.ownWork == "" && n.ask == "" && n.promise == "") {
		for _, ask := range []struct {
			end templates.End
			to  func(string)
		}{{templates.Topic, func(s string) { n.topics = append(n.topics, s) }}, {templates.Because, func(s string) { n.because = s }}, {templates.OwnWork, func(s string) { n.ownWork = s }}} {
			typed, err := a.prompt().Ask(ctx, templates.Prompt(e.language, ask.end)+" (or nothing)", "")
			if err != nil {
				return nil, nil, err
			}
			if typed = strings.TrimSpace(typed); typed != "" {
				ask.to(typed)
			}
		}
	}
	key := ""
	if n.with != "" {
		key = with.Key()
	}
	for _, typed := range n.topics {
		words, kept, err := e.end(ctx, templates.Topic, typed)
		switch {
		case err != nil:
			return nil, nil, err
		case words != "":
			points = append(points, rules.Point{Topic: words, With: key, Language: e.language})
		case kept:
			left = append(left, typed)
		}
	}
	p := rules.Point{With: key, Language: e.language}
	if p.Because, _, err = e.end(ctx, templates.Because, n.because); err != nil {
		return nil, nil, err
	}
	if p.OwnWork, _, err = e.end(ctx, templates.OwnWork, n.ownWork); err != nil {
		return nil, nil, err
	}
	sends := rules.Point{With: key, Language: e.language}
	if sends.Promise, _, err = e.end(ctx, templates.Promise, n.promise); err != nil {
		return nil, nil, err
	}
	if sends.Ask, _, err = e.end(ctx, templates.Ask, n.ask); err != nil {
		return nil, nil, err
	}
	switch {
	case p.Because == "" && p.OwnWork == "":
	case len(points) > 0:
		points[0].Because, points[0].OwnWork = p.Because, p.OwnWork
	default:
		points = append(points, p)
	}
	if sends.Promise != "" || sends.Ask != "" {
		points = append(points, sends)
	}
	return points, left, nil
}

// personOf finds the contact whom the user means by a name or an address; with "" the
// zero one.
func personOf(app rules.Application, word string) (rules.Contact, error) {
	if word == "" {
		return rules.Contact{}, nil
	}
	var found []rules.Contact
	var names []string
	for _, contact := range app.Contacts {
		names = append(names, contact.Name)
		parts := append(strings.Fields(contact.Name), contact.Name, contact.Address, contact.Key())
		if slices.ContainsFunc(parts, func(s string) bool { return strings.EqualFold(s, word) }) {
			found = append(found, contact)
		}
	}
	if len(found) != 1 {
		return rules.Contact{}, hint(usage{flagged{"with", rules.Mistaken("%q is none of the people of %s, or several", word, app.ID)}}, "use one of: %s", strings.Join(names, ", "))
	}
	return found[0], nil
}

// An ender has the user end sentences.
type ender struct {
	a        *app
	language string
	// asItStands takes what is unsure as its sentence stands.
	asItStands bool
	model      *assistant.Model // turns a jotting into an end; nil for none
}

// end returns the words with which a sentence ends, as the user accepted them; "" where
// he dropped them. kept is true of a jotting that nobody could be asked about.
func (e ender) end(ctx context.Context, end templates.End, typed string) (words string, kept bool, err error) {
	asked := isTerminal(e.a.in)
	for typed = strings.TrimSpace(typed); typed != ""; {
		words, sentence, ok := templates.Ended(e.language, end, typed)
		would, like := templates.Unended(e.language, end, typed)
		why, unfit := templates.UnfitOf(typed)
		kept, stands, keeps := templates.Kept(e.language, end, typed)
		unfit = unfit && (end == templates.Topic || !ok && !keeps)
		if !ok && keeps && e.asItStands && !asked {
			words, sentence, ok = kept, stands, true
		}
		if !ok && !unfit && e.model != nil {
			if w, s, err := drafter.EndOf(ctx, *e.model, e.language, end, typed); err == nil {
				words, sentence, ok = w, s, true
			}
		}
		switch {
		case ok && !asked && !e.asItStands && !templates.Surely(e.language, end, words):
			e.a.note("%q is not surely something for a letter, and is left out. It would stand: %s With --as-it-stands it does", typed, sentence)
			return "", true, nil
		case ok && !asked:
			fmt.Fprintf(e.a.out, "  %s\n", onOneLine(sentence))
			if slips := drafter.Misspelled(e.language, words); len(slips) > 0 {
				e.a.note("it may be misspelled: %s; `afterword edit` changes it", rules.Findings(slips))
			}
			return words, false, nil
		case unfit && !ok && !asked && end == templates.Topic:
			e.a.note("%q goes into no letter: it speaks of %s", typed, sayUnfit(why))
			return "", true, nil
		case unfit && !ok && !asked:
			return "", false, usage{flagged{string(end), rules.Mistaken("%q goes into no letter: it speaks of %s", typed, sayUnfit(why))}}
		case !asked && end == templates.Topic:
			e.a.note("%q may end no sentence of a letter (%q); what it cannot take up is left out. One that stands well: %q", typed, templates.Prompt(e.language, end), like)
			return "", true, nil
		case !asked:
			return "", false, hint(usage{flagged{string(end), rules.Mistaken("%q does not end the sentence %q", typed, templates.Prompt(e.language, end))}}, "it would stand %q; write what comes behind the dots as in %q, or keep it with --as-it-stands", would, like)
		case ok:
			fmt.Fprintf(e.a.out, "  %s\n", onOneLine(sentence))
			if slips := drafter.Misspelled(e.language, words); len(slips) > 0 {
				fmt.Fprintf(e.a.out, "  it may be misspelled: %s\n", onOneLine(rules.Findings(slips).String()))
			}
		case unfit:
			fmt.Fprintf(e.a.out, "  %q goes into no letter: it speaks of %s\n", onOneLine(typed), why)
		default:
			fmt.Fprintf(e.a.out, "  it would stand: %s\n  one that stands well: %s\n", onOneLine(would), like)
		}
		answers, question := []string{"k", "w", "d"}, "Keep it (k), write it anew (w), or drop it (d)? "
		if !ok && !keeps {
			answers, question = answers[1:], "Write it anew (w), or drop it (d)? "
		}
		answer, err := choose(oneByOne{e.a.in}, e.a.out, question, answers...)
		if err != nil {
			return "", false, err
		}
		switch answer {
		case "k":
			if !ok {
				words = kept
			}
			return words, false, nil
		case "d":
			return "", false, nil
		}
		if typed, err = e.a.prompt().Ask(ctx, templates.Prompt(e.language, end), ""); err != nil {
			return "", false, err
		}
		typed = strings.TrimSpace(typed)
	}
	return "", false, nil
}

// notesOf lists what was noted of an interview.
func notesOf(v rules.Interview) (all []string) {
	for _, p := range v.Points {
		for _, words := range []string{p.Topic, p.Because, p.OwnWork, p.Promise, p.Ask} {
			if words != "" {
				all = append(all, words)
			}
		}
	}
	return slices.Concat(all, v.Topics, v.Challenges, v.Notes)
}
