package service

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"afterword/contrib"
)

// Systemd is its user manager.
type Systemd struct {
	Dir string // of the user's units: ~/.config/systemd/user
	// Linger has it run while the user is not logged in as well.
	Linger bool
	Run    Runner
}

const (
	unitName       = "afterword.service"
	failedUnitName = "afterword-failed.service"
)

var (
	execStart  = regexp.MustCompile(`(?m)^ExecStart=.*$`)
	writePaths = regexp.MustCompile(`(?m)^ReadWritePaths=.*$`)
	unitHeader = regexp.MustCompile(`\A(#.*\n)+`)
)

// Unit returns the unit of contrib for a program where it is.
func Unit(p Program) (string, error) {
	if err := p.check(); err != nil {
		return "", err
	}
	// The first word is the file, in which no variable is looked for (systemd.service(5),
	// "Command lines"), and no quotation mark allowed: there a shell hands over.
	line := "ExecStart=" + quoted(p.Path)
	if strings.ContainsAny(p.Path, `"'\`) {
		line = `ExecStart=/bin/sh -c "exec \"$$0\" \"$$@\"" ` + strings.ReplaceAll(quoted(p.Path), "$", "$$")
	}
	for _, arg := range p.Args {
		line += " " + strings.ReplaceAll(quoted(arg), "$", "$$")
	}
	for _, variable := range p.Env {
		line = "Environment=" + quoted(variable) + "\n" + line
	}
	unit := unitHeader.ReplaceAllLiteralString(contrib.Unit, "# Written by `afterword service install`, which writes it anew: change it with\n# `systemctl --user edit afterword`.\n")
	unit = execStart.ReplaceAllLiteralString(unit, line)
	for _, dir := range p.Writes {
		unit = writePaths.ReplaceAllStringFunc(unit, func(had string) string { return had + " " + quoted("-"+dir) })
	}
	return unit, nil
}

// quoted writes a word so that systemd reads it as it is (systemd.syntax(7), "Quoting").
func quoted(word string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "%", "%%").Replace(word) + `"`
}

// Install writes the units and starts the service, anew where it runs.
func (s Systemd) Install(ctx context.Context, p Program) ([]string, error) {
	unit, err := Unit(p)
	if err != nil {
		return nil, err
	}
	files := []string{filepath.Join(s.Dir, unitName), filepath.Join(s.Dir, failedUnitName)}
	had := exists(files[0])
	if err := errors.Join(write(files[0], unit), write(files[1], contrib.FailedUnit)); err != nil {
		return nil, err
	}
	steps := [][]string{{"systemctl", "--user", "daemon-reload"}, {"systemctl", "--user", "enable", unitName}, {"systemctl", "--user", "restart", unitName}}
	if s.Linger {
		steps = append(steps, []string{"loginctl", "enable-linger"})
	}
	for _, step := range steps {
		said, err := s.Run(ctx, step...)
		switch {
		case err == nil:
		case step[len(step)-1] == "daemon-reload" && !had: // where it does not even read them, nobody will
			return nil, errors.Join(fmt.Errorf("%w: %w", ErrNoManager, refused(step, said, err)), remove(files...))
		default:
			return files, refused(step, said, err)
		}
	}
	return files, nil
}

// Lingers reports whether the service runs while the user is not logged in.
func (s Systemd) Lingers(ctx context.Context, user string) bool {
	said, err := s.Run(ctx, "loginctl", "show-user", user, "--property=Linger")
	return err == nil && strings.TrimSpace(said) == "Linger=yes"
}

// Remove ends the service and takes its units away.
func (s Systemd) Remove(ctx context.Context) (bool, error) {
	files := []string{filepath.Join(s.Dir, unitName), filepath.Join(s.Dir, failedUnitName)}
	if !exists(files[0]) {
		return false, remove(files...)
	}
	step := []string{"systemctl", "--user", "disable", "--now", unitName}
	if said, err := s.Run(ctx, step...); err != nil {
		return true, refused(step, said, err)
	}
	if err := remove(files...); err != nil {
		return true, err
	}
	step = []string{"systemctl", "--user", "daemon-reload"}
	if said, err := s.Run(ctx, step...); err != nil {
		return true, refused(step, said, err)
	}
	return true, nil
}

// Status returns what systemctl says.
func (s Systemd) Status(ctx context.Context) (State, error) {
	st := State{Installed: exists(filepath.Join(s.Dir, unitName))}
	if !st.Installed {
		return st, nil
	}
	var err error
	// It exits 3 for a unit that does not run: what it says is what is wanted.
	if st.Said, err = s.Run(ctx, "systemctl", "--user", "--no-pager", "--lines=0", "status", unitName); err != nil && strings.TrimSpace(st.Said) == "" {
		return st, fmt.Errorf("systemctl: %w", err)
	}
	_, err = s.Run(ctx, "systemctl", "--user", "is-active", "--quiet", unitName)
	st.Runs = err == nil
	return st, nil
}
