package service

import (
	"context"
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
)

// Launchd is the user's own domain of macOS's launchd.
type Launchd struct {
	Dir string // of the user's agents: ~/Library/LaunchAgents
	UID int
	Run Runner
}

const label = "afterword"

// Agent returns the property list of a program (launchd.plist(5)). It is started again
// where it fails, at most once a minute, and not where it ends by itself.
func Agent(p Program) (string, error) {
	if err := p.check(); err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>Label</key>
	<string>` + label + `</string>
	<key>ProgramArguments</key>
	<array>
`)
	for _, word := range append([]string{p.Path}, p.Args...) {
		fmt.Fprintf(&b, "\t\t<string>%s</string>\n", escaped(word))
	}
	b.WriteString("\t</array>\n")
	if len(p.Env) > 0 {
		b.WriteString("\t<key>EnvironmentVariables</key>\n\t<dict>\n")
		for _, variable := range p.Env {
			name, value, _ := strings.Cut(variable, "=")
			fmt.Fprintf(&b, "\t\t<key>%s</key>\n\t\t<string>%s</string>\n", escaped(name), escaped(value))
		}
		b.WriteString("\t</dict>\n")
	}
	fmt.Fprintf(&b, `	<key>RunAtLoad</key>
	<true/>
	<key>KeepAlive</key>
	<dict>
		<key>SuccessfulExit</key>
		<false/>
	</dict>
	<key>ThrottleInterval</key>
	<integer>60</integer>
	<key>ProcessType</key>
	<string>Background</string>
	<key>Umask</key>
	<integer>%d</integer>
	<key>StandardErrorPath</key>
	<string>%s</string>
</dict>
</plist>
`, 0o077, escaped(p.Log))
	return b.String(), nil
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}

func (l Launchd) file() string   { return filepath.Join(l.Dir, label+".plist") }
func (l Launchd) domain() string { return fmt.Sprintf("gui/%d", l.UID) }
func (l Launchd) target() string { return l.domain() + "/" + label }

// Install writes the agent and starts it, anew where it runs.
func (l Launchd) Install(ctx context.Context, p Program) ([]string, error) {
	agent, err := Agent(p)
	if err != nil {
		return nil, err
	}
	if err := write(l.file(), agent); err != nil {
		return nil, err
	}
	_, _ = l.Run(ctx, "launchctl", "bootout", l.target()) // most often there is none
	for _, step := range [][]string{{"launchctl", "enable", l.target()}, {"launchctl", "bootstrap", l.domain(), l.file()}} {
		if said, err := l.Run(ctx, step...); err != nil {
			return []string{l.file()}, refused(step, said, err)
		}
	}
	return []string{l.file()}, nil
}

// Remove ends the agent and takes it away.
func (l Launchd) Remove(ctx context.Context) (bool, error) {
	if !exists(l.file()) {
		return false, nil
	}
	_, _ = l.Run(ctx, "launchctl", "bootout", l.target()) // it may not be loaded
	return true, remove(l.file())
}

// Status returns what launchctl says.
func (l Launchd) Status(ctx context.Context) (State, error) {
	st := State{Installed: exists(l.file())}
	if !st.Installed {
		return st, nil
	}
	var err error
	st.Said, err = l.Run(ctx, "launchctl", "print", l.target())
	st.Runs = err == nil && strings.Contains(st.Said, "state = running")
	return st, nil
}
