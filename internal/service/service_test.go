package service

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// odd is a path as users have them, and worse.
const odd = `My Files/100% $HOME ${x} ü&<y>/after word`

func program(t *testing.T, path string) Program {
	t.Helper()
	return Program{Path: path, Args: []string{"run", "--config", filepath.Join(filepath.Dir(path), "$con fig%n.toml")},
		Env: []string{"XDG_STATE_HOME=/tmp/st ate%h"}, Writes: []string{filepath.Join(filepath.Dir(path), "st ore")}, Log: "/tmp/lo g"}
}

// systemd itself reads the unit, with a program at an odd path.
func TestUnitAtAnOddPath(t *testing.T) {
	for _, path := range []string{odd, `Robin's "Files"/a\b $x/after word`} {
		t.Run(path, func(t *testing.T) { verified(t, path) })
	}
}

func verified(t *testing.T, odd string) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not installed: nothing of systemd reads the unit")
	}
	home := t.TempDir()
	path := filepath.Join(home, odd)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700)); err != nil {
		t.Fatal(err)
	}
	s := Systemd{Dir: filepath.Join(home, "units"), Run: said(nil)}
	files, err := s.Install(t.Context(), program(t, path))
	if err != nil {
		t.Fatal(err)
	}
	verify := func() string {
		cmd := exec.Command(analyze, append([]string{"--user", "verify", "--man=no"}, files...)...)
		cmd.Env = []string{"HOME=" + home, "XDG_RUNTIME_DIR=" + home}
		out, err := cmd.CombinedOutput()
		if err != nil {
			return string(out) + err.Error()
		}
		return string(out)
	}
	if out := verify(); out != "" {
		t.Errorf("systemd-analyze verify: %s", out)
	}
	if strings.Contains(odd, `"`) {
		return // it looks for the shell alone
	}
	// It would say so, were the path another one.
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if out := verify(); !strings.Contains(out, "after word") {
		t.Errorf("a program that is not there is no word worth: %q", out)
	}
}

func TestUnitSaysWhatItDoes(t *testing.T) {
	unit, err := Unit(Program{Path: "/opt/a b/afterword", Args: []string{"run", "--config", `/x/$a %h\.toml`}, Env: []string{"A=b c"}, Writes: []string{"/srv/a b"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{`ExecStart="/opt/a b/afterword" "run" "--config" "/x/$$a %%h\\.toml"`, `Environment="A=b c"`, `ReadWritePaths=%h/.local/state "-/srv/a b"`, "PrivateUsers=true"} {
		if n := strings.Count("\n"+unit, "\n"+line+"\n"); n != 1 {
			t.Errorf("%q stands in it %d times:\n%s", line, n, unit)
		}
	}
	for _, bad := range []Program{{}, {Path: "/a\nExecStartPre=/bin/rm"}, {Path: "/a", Args: []string{"\x00"}}} {
		if _, err := Unit(bad); err == nil {
			t.Errorf("%+v is taken", bad)
		}
		if _, err := Agent(bad); err == nil {
			t.Errorf("%+v is taken", bad)
		}
		if _, err := Task("u", bad); err == nil {
			t.Errorf("%+v is taken", bad)
		}
	}
}

// said is a system's command that says nothing, writes down what it is asked, and fails
// where it is told to.
func said(asked *[]string, fails ...string) Runner {
	return func(_ context.Context, argv ...string) (string, error) {
		line := strings.Join(argv, " ")
		if asked != nil {
			*asked = append(*asked, line)
		}
		if slices.ContainsFunc(fails, func(f string) bool { return strings.Contains(line, f) }) {
			return "no such thing\n", errors.New("exit status 1")
		}
		return "state = running Last Result: 267009\n", nil
	}
}

// Each manager: twice is once, what goes is what came, and what fails is said.
func TestManagers(t *testing.T) {
	for name, of := range map[string]func(dir string, run Runner) Manager{
		"systemd": func(dir string, run Runner) Manager { return Systemd{Dir: dir, Linger: true, Run: run} },
		"launchd": func(dir string, run Runner) Manager { return Launchd{Dir: dir, UID: 501, Run: run} },
		"logon":   func(dir string, run Runner) Manager { return Logon{Dir: dir, User: `HOME\robin`, Run: run} },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "of the system")
			p := Program{Path: "/opt/a b/afterword", Args: []string{"run"}, Log: "/tmp/log"}
			var asked []string
			m := of(dir, said(&asked))
			if had, err := of(dir, said(nil, "/Query")).Remove(t.Context()); had || err != nil {
				t.Errorf("nothing is removed: %v, %v", had, err)
			}
			first, err := m.Install(t.Context(), p)
			if err != nil || len(first) == 0 {
				t.Fatal(first, err)
			}
			once := slices.Clone(asked)
			asked = nil
			if again, err := m.Install(t.Context(), p); err != nil || !slices.Equal(first, again) || !slices.Equal(once, asked) {
				t.Errorf("again: %q, %v; asked %q, and before %q", again, err, asked, once)
			}
			if st, err := m.Status(t.Context()); err != nil || !st.Installed || !st.Runs || st.Said == "" {
				t.Errorf("%+v, %v", st, err)
			}
			if had, err := m.Remove(t.Context()); !had || err != nil {
				t.Errorf("removed: %v, %v", had, err)
			}
			for _, file := range first {
				if exists(file) {
					t.Errorf("%s is left", file)
				}
			}
			if st, err := of(dir, said(nil, "/Query")).Status(t.Context()); err != nil || st.Installed || st.Runs {
				t.Errorf("%+v, %v", st, err)
			}
			_, err = of(dir, said(nil, "restart", "bootstrap", "/Create")).Install(t.Context(), p)
			if err == nil || !strings.Contains(err.Error(), "no such thing") {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestAgentIsRead(t *testing.T) {
	agent, err := Agent(program(t, "/opt/"+odd))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for d := xml.NewDecoder(strings.NewReader(agent)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok && strings.TrimSpace(string(text)) != "" {
			words = append(words, string(text))
		}
	}
	for _, want := range []string{"/opt/" + odd, "--config", "XDG_STATE_HOME", "/tmp/st ate%h", "/tmp/lo g"} {
		if !slices.Contains(words, want) {
			t.Errorf("%q is not in %q", want, words)
		}
	}
}

func TestTaskIsRead(t *testing.T) {
	p := Program{Path: `C:\Users\Robin & Co\after word.exe`, Args: []string{"run", "--config", `C:\a "b"\`, ``}}
	text, err := Task(`HOME\robin`, p)
	if err != nil {
		t.Fatal(err)
	}
	b := []byte(wide(text))
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])|uint16(b[i+1])<<8)
	}
	if b[0] != 0xff || b[1] != 0xfe || string(utf16.Decode(units)) != text {
		t.Error("it is no UTF-16")
	}
	var got struct {
		User      string `xml:"Triggers>LogonTrigger>UserId"`
		Command   string `xml:"Actions>Exec>Command"`
		Arguments string `xml:"Actions>Exec>Arguments"`
	}
	if err := xml.Unmarshal([]byte(strings.Replace(text, "UTF-16", "UTF-8", 1)), &got); err != nil {
		t.Fatal(err)
	}
	if want := `--headless "C:\Users\Robin & Co\after word.exe" run --config "C:\a \"b\"\\" ""`; got.Arguments != want || got.User != `HOME\robin` || got.Command != `%SystemRoot%\System32\conhost.exe` {
		t.Errorf("%+v, want %s", got, want)
	}
	p.Path = `C:\%USERNAME%\a.exe`
	if _, err := Task("u", p); err == nil {
		t.Error("a variable in a path is taken")
	}
}

func TestWrittenFilesAreTheUsers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no mode bits")
	}
	dir := filepath.Join(t.TempDir(), "new")
	if _, err := (Launchd{Dir: dir, Run: said(nil)}).Install(t.Context(), Program{Path: "/a"}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "afterword.plist"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}
