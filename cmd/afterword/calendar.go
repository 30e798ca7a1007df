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

	"afterword/internal/agenda"
	"afterword/internal/config"
	"afterword/internal/store"
	"afterword/rules"

	"github.com/spf13/cobra"
)

func (a *app) calendarCommand() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use: "calendar", Short: "write what is due as a calendar file",
		Long: `Writes a calendar file (iCalendar) with a day for each message that is due, and for
each decision that they named a date for. The days block nothing. An entry keeps its
identity: imported or fetched again, it takes its own place.`,
		Example: "  afterword calendar --output ~/due.ics\n  afterword calendar | less",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, c *config.Config, s *store.Store) error {
				apps, err := openApplications(ctx, s)
				if err != nil {
					return err
				}
				var entries []agenda.Entry
				for _, app := range apps {
					list, err := dueDays(c, app, a.now())
					if err != nil {
						return err
					}
					entries = append(entries, list...)
				}
				slices.SortStableFunc(entries, func(e, f agenda.Entry) int { return e.Day.Compare(f.Day) })
				var b bytes.Buffer
				if err := agenda.Write(&b, "Afterword", entries); err != nil {
					return err
				}
				if output == "" {
					_, err := a.out.Write(b.Bytes())
					return err
				}
				return replaceFile(output, b.Bytes())
			})
		},
	}
	cmd.Flags().StringVar(&output, "output", "", "the file to write; it is replaced as a whole (default: standard output)")
	return cmd
}

// dueDays are the days on which something of an application is due. One whose account
// is not in the config has none.
func dueDays(c *config.Config, app rules.Application, now time.Time) (entries []agenda.Entry, err error) {
	if _, err := accountOf(c, app.Account); err != nil {
		return nil, nil
	}
	plan, cal, err := schedule(c, app, now)
	if err != nil {
		return nil, err
	}
	var changed time.Time
	for _, f := range app.Facts {
		if f.At.After(changed) {
			changed = f.At
		}
	}
	about := harmless(onOneLine(app.Role + " at " + app.Company))
	add := func(key string, day rules.Date, title string, text ...string) {
		entries = append(entries, agenda.Entry{About: app.ID + "\n" + key, Day: day, Changed: changed, Title: title + ": " + about,
			Text: strings.Join(slices.DeleteFunc(text, func(line string) bool { return line == "" }), "\n")})
	}
	resting := plan.State == rules.Paused || plan.State == rules.Halted
	for _, f := range plan.Pending() {
		if f.Projected || resting && f.Status == rules.Overdue {
			continue
		}
		by, title := "", f.Title()
		if !f.RespondBy.IsZero() {
			by = "They want an answer by " + longDate(f.RespondBy) + "."
		}
		if f.To.Name != "" {
			title += " to " + harmless(onOneLine(f.To.Name))
		}
		add(f.Key, cal.Date(f.Due), strings.ToUpper(title[:1])+title[1:],
			fmt.Sprintf("From %s to %s.", clock(f.Opens.In(cal.Zone())), clock(f.Due.In(cal.Zone()))), by,
			harmless(strings.Join(reasonsOf(f.Reasons), "; ")), "afterword show "+app.ID)
	}
	if d := plan.Decision; !d.Date.IsZero() && !d.Assumed && plan.State == rules.Active {
		add("decision", d.Date, "They decide", "afterword show "+app.ID)
	}
	return entries, nil
}

// replaceFile writes a file that is whole at any moment, and its owner's alone.
func replaceFile(path string, text []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".afterword-")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("write %q: %w", path, err)
	}
	return nil
}
