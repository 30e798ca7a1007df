package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

const editHead = `# The application %s. Save and close to take it over; nothing changes if the
# file is left as it is. Interviewers are named by their address, or as
# "name:first last" where they have none. A time without an offset, such as
# 2026-11-13T15:00:00, is one of the application's zone. An application that is
# about to be decided elsewhere is stopped with: afterword stop %s

`

func (a *app) editCommand() *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use: "edit ID", Short: "open an application in $EDITOR, check it, save it",
		Long: `Opens an application in your editor, checks what you wrote, and saves it. With
--from it takes the text from a file instead, - for standard input.`,
		Example: "  afterword edit acme\n  EDITOR=nano afterword edit acme\n  afterword edit acme --from corrected.toml",
		Args:    oneID, ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				if from == "" {
					return a.edit(ctx, c, s, app)
				}
				text, err := a.readFile(from)
				if err != nil {
					return err
				}
				return a.takeOver(ctx, c, s, app.ID, app.Describe(), text)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "take the edited text from this file, - for standard input")
	return cmd
}

// edit opens an application, or what was written of it before and not taken over, and
// takes over what the user wrote. What can't be taken over is kept.
func (a *app) edit(ctx context.Context, c *config.Config, s *store.Store, app rules.Application) error {
	k := keptOf(c, app.ID)
	text, base, again := k.read()
	if again {
		a.note("this goes on from what you wrote before; to begin anew, delete %s", k.path)
	} else {
		base = app.Describe()
		var err error
		if text, err = document(app.ID, base); err != nil {
			return err
		}
	}
	edited, err := a.editor(ctx, app.ID, text)
	if err == nil {
		if err = a.takeOver(ctx, c, s, app.ID, base, edited); err == nil {
			k.drop()
			return nil
		}
		var c conflict
		if errors.As(err, &c) {
			base = c.theirs // he has been told of it
		}
	}
	if edited == nil || !again && bytes.Equal(edited, text) {
		return hint(err, "EDITOR=nano afterword edit %s", app.ID)
	}
	if failed := k.keep(edited, base); failed != nil {
		return errors.Join(err, failed)
	}
	return hint(fmt.Errorf("%w; what you wrote is kept in %s", err, k.path), "afterword edit %s   # goes on from there", app.ID)
}

// document is an application as it stands in the editor.
func document(id string, d rules.Described) ([]byte, error) {
	var doc bytes.Buffer
	fmt.Fprintf(&doc, editHead, id, id)
	if err := toml.NewEncoder(&doc).Encode(d); err != nil {
		return nil, fmt.Errorf("write application for the editor: %w", err)
	}
	return doc.Bytes(), nil
}

// editor lets the user edit a text and returns what he wrote, also where the editor
// failed afterwards; nil where there was none.
func (a *app) editor(ctx context.Context, id string, text []byte) ([]byte, error) {
	name, err := a.editorName()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "afterword-edit-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, id+".toml")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		return nil, err
	}
	// $EDITOR may hold options ("code --wait"), as for every program that uses it.
	cmd := editing(ctx, name, path)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = a.in, a.out, a.err
	if out, complaint := file(a.out), file(a.err); out != nil && complaint != nil {
		cmd.Stdout, cmd.Stderr = out, complaint // an editor needs the terminal itself
	}
	failed := cmd.Run()
	edited, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if failed != nil {
		return edited, fmt.Errorf("run editor %q: %w", name, failed)
	}
	return edited, nil
}

// editorName returns the user's editor: vi where he named none, which needs a
// terminal.
func (a *app) editorName() (string, error) {
	for _, variable := range []string{"VISUAL", "EDITOR"} {
		if name := a.getenv(variable); name != "" {
			return name, nil
		}
	}
	if in, ok := a.in.(*os.File); !ok || !term.IsTerminal(int(in.Fd())) {
		return "", errors.New("there is no terminal for an editor, and $EDITOR names none")
	}
	return usualEditor, nil
}

// A conflict is the error where the application changed in the same place while the
// editor was open.
type conflict struct {
	error
	theirs rules.Described
}

// takeOver checks what the user wrote and stores it, if it says anything new. What
// was said or arrived since base, while the editor was open, stays.
func (a *app) takeOver(ctx context.Context, c *config.Config, s *store.Store, id string, base rules.Described, edited []byte) error {
	app, err := application(ctx, s, id)
	if err != nil {
		return err
	}
	var d rules.Described
	dec := toml.NewDecoder(bytes.NewReader(edited))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return fmt.Errorf("read what you wrote: %s", wordsOf(err))
	}
	account, err := accountOf(c, d.Account)
	if err != nil {
		return err
	}
	if owner, err := accountOf(c, app.Account); err != nil || account.Name != owner.Name {
		return rules.Mistaken("an application stays with its account, which is %q", app.Account)
	}
	cal, err := c.Calendar(account, d.Zone, d.Holidays)
	if err != nil {
		return err
	}
	if err := localTimes(&d, edited, when{cal.Zone(), a.note}); err != nil {
		return err
	}
	theirs := app.Describe()
	unseen(base, &d)
	if said(theirs) != said(base) {
		merged, conflicts, err := merge(base, d, theirs)
		if err != nil {
			return err
		}
		if len(conflicts) > 0 {
			return conflict{rules.Mistaken("while you were editing, something else was said of %s: %s", id, strings.Join(conflicts, ", ")), theirs}
		}
		d = merged
		a.note("what was said of %s while you were editing is kept", id)
	}
	if err := checkDescribed(d, cal.Zone()); err != nil {
		return err
	}
	if err := checkNewContacts(d, base, ownAddresses(c)); err != nil {
		return err
	}
	// What came while the editor was open he does not know.
	d.Knows = base.Knows
	if said(d) == said(theirs) {
		fmt.Fprintf(a.out, "%s: nothing changed\n", id)
		return nil
	}
	if err := a.addSaid(ctx, s, app, a.fact(d)); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s: saved\n", id)
	return nil
}

// checkNewContacts refuses the addresses of those who were not there before, as `add`
// does.
func checkNewContacts(d, base rules.Described, own []string) error {
	for _, c := range d.Contacts {
		if !slices.ContainsFunc(base.Contacts, func(had rules.Contact) bool { return had.Key() == c.Key() }) {
			if err := checkAddress(c.Address, own, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// localTimes reads the times that were written without an offset as clocks in the
// application's zone show them; the decoder takes those of this computer.
func localTimes(d *rules.Described, edited []byte, times when) error {
	var written struct {
		Interviews []struct {
			Start any `toml:"start"`
			End   any `toml:"end"`
		} `toml:"interviews"`
	}
	if err := toml.Unmarshal(edited, &written); err != nil {
		return fmt.Errorf("read what you wrote: %s", wordsOf(err))
	}
	for i, w := range written.Interviews {
		v := &d.Interviews[i]
		for _, t := range []struct {
			written any
			to      *time.Time
		}{{w.Start, &v.Start}, {w.End, &v.End}} {
			switch typed := t.written.(type) {
			case toml.LocalDateTime:
				*t.to = times.local(typed.AsTime(time.UTC))
			case toml.LocalDate:
				return fmt.Errorf("interview %s: %s is a date without a time: write it as %sT15:00:00", v.ID, typed, typed)
			}
		}
	}
	return nil
}

// wordsOf says where the decoder stumbled.
func wordsOf(err error) string {
	var strict *toml.StrictMissingError
	var one *toml.DecodeError
	var words []string
	switch {
	case errors.As(err, &strict):
		for i := range strict.Errors {
			line, _ := strict.Errors[i].Position()
			words = append(words, fmt.Sprintf("line %d: there is no key %q", line, strings.Join(strict.Errors[i].Key(), ".")))
		}
		return strings.Join(words, "; ")
	case errors.As(err, &one):
		line, _ := one.Position()
		return fmt.Sprintf("line %d: %s", line, strings.TrimPrefix(one.Error(), "toml: "))
	}
	return err.Error()
}

// said is the form in which the store keeps d, but for what mail he knew; that it
// can't be made is seen on storing.
func said(d rules.Described) string {
	d = inUTC(d)
	d.Knows = nil
	_, body, err := rules.EncodeWhat(d)
	if err != nil {
		return ""
	}
	return string(body)
}
