package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/daemon"
	"afterword/internal/store"
	"afterword/rules"
	"afterword/templates"

	"github.com/spf13/cobra"
)

func (a *app) previewCommand() *cobra.Command {
	var eml bool
	var key string
	cmd := &cobra.Command{
		Use: "preview ID", Short: "show the next message as it would be drafted",
		Long: `Shows the next message of an application as it would be drafted, with each
thank-you of a panel. It places nothing.`,
		Example: "  afterword preview acme\n  afterword preview acme --eml > draft.eml",
		Args:    oneID, ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				drafts, err := a.previews(ctx, c, s, app, key)
				if err != nil {
					return err
				}
				for i, d := range drafts {
					if eml {
						if i > 0 {
							return nil // one message is one file
						}
						_, err := a.out.Write(d.draft.Raw)
						return err
					}
					printDraft(a.out, d)
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&eml, "eml", false, "print the whole message, as it would stand in Drafts (the first, where there are several)")
	cmd.Flags().StringVar(&key, "follow-up", "", "which follow-up: check-in-1, thank-you, the address it goes to, or its key in show --json")
	return cmd
}

// previewed is a follow-up with its draft.
type previewed struct {
	followUp rules.FollowUp
	draft    drafter.Draft
}

// previews writes the next follow-ups of an application: all those that open
// with the first.
func (a *app) previews(ctx context.Context, c *config.Config, s *store.Store, app rules.Application, key string) ([]previewed, error) {
	plan, cal, err := schedule(c, app, a.now())
	if err != nil {
		return nil, err
	}
	pending := plan.Pending()
	if key != "" {
		pending = slices.DeleteFunc(pending, func(f rules.FollowUp) bool { return !isCalled(app, f, key) })
	} else {
		// What stands in Drafts can be read there.
		fresh := slices.DeleteFunc(slices.Clone(pending), func(f rules.FollowUp) bool { return f.Placed || f.Projected || f.Status == rules.Overdue })
		if len(fresh) > 0 {
			pending = fresh
		}
		pending = slices.DeleteFunc(pending, func(f rules.FollowUp) bool { return f.Opens.After(pending[0].Opens) })
	}
	if len(pending) == 0 && key != "" {
		return nil, hint(usagef("%s has no follow-up %q that is still to be sent", app.ID, key), "afterword show %s", app.ID)
	}
	if len(pending) == 0 {
		why := strings.Join(reasonsOf(plan.Reasons), "; ")
		return nil, hint(fmt.Errorf("%s has nothing to be sent (%s) %s", app.ID, plan.State, why), "afterword show %s", app.ID)
	}
	texts, err := templates.Load(a.templatesDir())
	if err != nil {
		return nil, err
	}
	account, err := accountOf(c, app.Account)
	if err != nil {
		return nil, err
	}
	composer := daemon.Composer{Config: c, Store: s, Texts: texts}
	var list []previewed
	for _, f := range pending {
		now := a.now()
		if f.Opens.After(now) {
			now = f.Opens
		}
		_, draft, err := composer.Compose(ctx, account, app, f, cal, now)
		if err != nil {
			return nil, err
		}
		list = append(list, previewed{f, draft})
		// The next of a panel must not share a sentence with this one.
		app.Facts = append(app.Facts, rules.Fact{Key: "preview/" + f.Key, At: now, What: rules.Placed{FollowUp: f.Key, MessageID: draft.MessageID, Sentences: draft.Sentences}})
	}
	return list, nil
}

func printDraft(w io.Writer, p previewed) {
	f := p.followUp
	fmt.Fprintf(w, "%s, %s to %s\n", f.Title(), clock(f.Opens), clock(f.Due))
	for _, r := range reasonsOf(f.Reasons) {
		fmt.Fprintf(w, "  %s\n", r)
	}
	for _, note := range p.draft.LeftOut {
		fmt.Fprintf(w, "  left out, %s: %s\n", templates.WhyLeftOut(note), note)
	}
	fmt.Fprintf(w, "\nTo: %s\nSubject: %s\n\n", onOneLine(strings.TrimSpace(f.To.Honorific+" "+f.To.Name+" <"+f.To.Address+">")), onOneLine(p.draft.Subject))
	fmt.Fprintln(w, indent(p.draft.Body))
}

// indent sets a letter off from what is said about it.
func indent(body string) string {
	lines := strings.Split(strings.TrimRight(body, "\n"), "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = "    " + l
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

func (a *app) proofreadCommand() *cobra.Command {
	var id string
	cmd := &cobra.Command{
		Use: "proofread FILE.eml", Short: "proofread a message that you wrote", Example: "  afterword proofread draft.eml\n  afterword proofread draft.eml --application acme",
		Long: `Reads a message as the program reads its own drafts before it places them, and
lists what should be mended. With --application it also knows the names, the
role and what was said before. Exits 1 if there is anything to mend.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			raw, err := a.readFile(args[0])
			if err != nil {
				return err
			}
			var c drafter.Context
			if id != "" {
				err := a.withStore(cmd.Context(), func(ctx context.Context, _ *config.Config, s *store.Store) error {
					app, err := application(ctx, s, id)
					if err != nil {
						return err
					}
					c.App = &app
					c.Others, err = daemon.OtherCompanies(ctx, s, app)
					return err
				})
				if err != nil {
					return err
				}
			}
			findings := drafter.ProofreadMessage(raw, c)
			for _, f := range findings {
				fmt.Fprintln(a.out, f)
			}
			if len(findings) > 0 {
				return fmt.Errorf("%s to mend in %s", count(len(findings), "thing", "things"), args[0])
			}
			fmt.Fprintln(a.out, "nothing to mend")
			return nil
		},
	}
	cmd.Flags().StringVar(&id, "application", "", "the application that it belongs to")
	return cmd
}
