package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	return &cobra.Command{
		Use: "edit ID", Short: "open an application in $EDITOR, check it, save it", Example: "  afterword edit acme\n  EDITOR=nano afterword edit acme",
		Args: oneID, ValidArgsFunction: a.completeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				app, err := application(ctx, s, args[0])
				if err != nil {
					return err
				}
				edited, path, err := a.editor(ctx, app.ID, app.Describe())
				if err != nil {
					return err
				}
				if err := a.takeOver(ctx, c, s, app, edited); err != nil {
					return hint(fmt.Errorf("%w; what you wrote is kept in %s", err, path), "afterword edit %s", app.ID)
				}
				return os.RemoveAll(filepath.Dir(path))
			})
		},
	}
}

// editor lets the user edit d and returns what was written and where it lies.
func (a *app) editor(ctx context.Context, id string, d rules.Described) ([]byte, string, error) {
	name, err := a.editorName()
	if err != nil {
		return nil, "", hint(err, "EDITOR=nano afterword edit %s", id)
	}
	var doc bytes.Buffer
	fmt.Fprintf(&doc, editHead, id, id)
	if err := toml.NewEncoder(&doc).Encode(d); err != nil {
		return nil, "", fmt.Errorf("write application for the editor: %w", err)
	}
	dir, err := os.MkdirTemp("", "afterword-edit-")
	if err != nil {
		return nil, "", err
	}
	path := filepath.Join(dir, id+".toml")
	if err := os.WriteFile(path, doc.Bytes(), 0o600); err != nil {
		return nil, "", errors.Join(err, os.RemoveAll(dir))
	}
	// $EDITOR may hold options ("code --wait"), as for every program that uses it.
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", name+` "$1"`, "sh", path)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = a.in, a.out, a.err
	if out, complaint := file(a.out), file(a.err); out != nil && complaint != nil {
		cmd.Stdout, cmd.Stderr = out, complaint // an editor needs the terminal itself
	}
	failed := cmd.Run()
	edited, err := os.ReadFile(path)
	if failed == nil {
		return edited, path, err
	}
	failed = fmt.Errorf("run editor %q: %w", name, failed)
	if err == nil && !bytes.Equal(edited, doc.Bytes()) {
		failed = fmt.Errorf("%w; what you wrote is kept in %s", failed, path)
	} else {
		failed = errors.Join(failed, os.RemoveAll(dir))
	}
	return nil, "", hint(failed, "EDITOR=nano afterword edit %s", id)
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
	return "vi", nil
}

// takeOver checks what the user wrote and stores it, if it says anything new.
func (a *app) takeOver(ctx context.Context, c *config.Config, s *store.Store, app rules.Application, edited []byte) error {
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
		return fmt.Errorf("an application stays with its account, which is %q", app.Account)
	}
	cal, err := c.Calendar(account, d.Zone, d.Holidays)
	if err != nil {
		return err
	}
	if err := localTimes(&d, edited, when{cal.Zone(), a.note}); err != nil {
		return err
	}
	if err := checkDescribed(d, cal.Zone()); err != nil {
		return err
	}
	// What came while the editor was open he does not know.
	d.Knows = app.Describe().Knows
	if stored(d) == stored(app.Describe()) {
		fmt.Fprintf(a.out, "%s: nothing changed\n", app.ID)
		return nil
	}
	if err := a.addFact(ctx, s, app.ID, d); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s: saved\n", app.ID)
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

// stored is the form in which the store keeps d; that it can't be made is seen on storing.
func stored(d rules.Described) string {
	_, body, err := rules.EncodeWhat(d)
	if err != nil {
		return ""
	}
	return string(body)
}
