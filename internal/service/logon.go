package service

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// Logon is a task of Windows that begins when the user logs on.
type Logon struct {
	Dir  string // the program's own: the task's text is kept there
	User string // DOMAIN\name
	Run  Runner
}

const task = "afterword"

// Task returns the text of the task (Task Scheduler Schema, version 1.2). The program has
// a console, which conhost keeps without a window.
func Task(user string, p Program) (string, error) {
	if err := p.check(); err != nil {
		return "", err
	}
	words := append([]string{p.Path}, p.Args...)
	for i, word := range words {
		if strings.Count(word, "%") > 1 {
			return "", fmt.Errorf("%q cannot stand in a task: Windows would take what is between two %% for a variable", word)
		}
		words[i] = argument(word)
	}
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Follow-up drafts after interviews</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>%[1]s</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>%[1]s</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>%%SystemRoot%%\System32\conhost.exe</Command>
      <Arguments>--headless %[2]s</Arguments>
    </Exec>
  </Actions>
</Task>
`, escaped(user), escaped(strings.Join(words, " "))), nil
}

// argument writes a word as programs of Windows take their command line apart
// (CommandLineToArgvW).
func argument(word string) string {
	if word != "" && !strings.ContainsAny(word, " \t\"") {
		return word
	}
	var b strings.Builder
	b.WriteByte('"')
	slashes := 0
	for _, r := range word {
		switch r {
		case '\\':
			slashes++
			continue
		case '"':
			b.WriteString(strings.Repeat(`\`, 2*slashes+1))
		default:
			b.WriteString(strings.Repeat(`\`, slashes))
		}
		slashes = 0
		b.WriteRune(r)
	}
	b.WriteString(strings.Repeat(`\`, 2*slashes) + `"`)
	return b.String()
}

// wide is a text as schtasks reads it: UTF-16 with a mark of its byte order.
func wide(text string) string {
	b := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return string(b)
}

func (l Logon) file() string { return filepath.Join(l.Dir, "task.xml") }

// Install registers the task and starts it, anew where it runs.
func (l Logon) Install(ctx context.Context, p Program) ([]string, error) {
	text, err := Task(l.User, p)
	if err != nil {
		return nil, err
	}
	if err := write(l.file(), wide(text)); err != nil {
		return nil, err
	}
	_, _ = l.Run(ctx, "schtasks", "/End", "/TN", task) // most often there is none
	for _, step := range [][]string{{"schtasks", "/Create", "/TN", task, "/XML", l.file(), "/F"}, {"schtasks", "/Run", "/TN", task}} {
		if said, err := l.Run(ctx, step...); err != nil {
			return []string{l.file()}, refused(step, said, err)
		}
	}
	return []string{l.file()}, nil
}

// Remove ends the task and takes it away.
func (l Logon) Remove(ctx context.Context) (bool, error) {
	if _, err := l.Run(ctx, "schtasks", "/Query", "/TN", task); err != nil {
		return false, remove(l.file())
	}
	_, _ = l.Run(ctx, "schtasks", "/End", "/TN", task) // it may not run
	step := []string{"schtasks", "/Delete", "/TN", task, "/F"}
	if said, err := l.Run(ctx, step...); err != nil {
		return true, errors.Join(refused(step, said, err), remove(l.file()))
	}
	return true, remove(l.file())
}

// Status returns what schtasks says. Its words are of the system's language: that the
// task runs is read from the
// number of its last result.
func (l Logon) Status(ctx context.Context) (State, error) {
	said, err := l.Run(ctx, "schtasks", "/Query", "/TN", task, "/V", "/FO", "LIST")
	return State{Installed: err == nil, Runs: err == nil && strings.Contains(said, runningResult), Said: said}, nil
}

// runningResult is SCHED_S_TASK_RUNNING as schtasks prints it.
const runningResult = "267009"
