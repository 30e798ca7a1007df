package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/internal/secrets"
	"afterword/rules"
)

// minimal is the least that a config needs.
const minimal = `
[[account]]
address = "ada@mail.example"
[account.imap]
host = "imap.mail.example"
password.env = "PW"
`

// load writes a config and reads it.
func load(t *testing.T, doc string) (*Config, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "c.toml")
	if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	return Load(path, func(name string) string { return map[string]string{"HOME": "/home/ada"}[name] })
}

// line is a line for the system's shell.
func line(text string) secrets.Command {
	if runtime.GOOS != "windows" {
		return secrets.Command{"/bin/sh", "-c", text}
	}
	var c secrets.Command
	_ = c.UnmarshalText([]byte(text)) // takes everything
	return c
}

func TestLoad(t *testing.T) {
	c, err := load(t, "\ufeff"+minimal+`
aliases_are_not_here = 1`)
	if err == nil {
		t.Fatal(c)
	}
	c, err = load(t, "\ufeffstore = \"~/db\"\n"+minimal+`
[[account]]
name = "work"
address = "ada@work.example"
zone = "Europe/Berlin"
holidays = "DE-BY"
[account.imap]
host = "localhost"
tls = "none"
auth = "oauthbearer"
ca_file = "ca.pem"
[account.imap.oauth]
token_url = "https://login.example/token"
client_id = "afterword"
refresh_token.command = ["pass", "show", "token"]
[business]
weekend = ["Friday", "saturday"]
start = "08:30"
closed_days = ["2026-12-24"]
[follow_ups]
thank-you = false
[rules]
thread = "reply"
assume_decision_days = 0
[daemon]
notify = "notify-send \"$1\" \"$2\""
blind_after = "0s"
`)
	if err != nil {
		t.Fatal(err)
	}
	if c.Store != filepath.FromSlash("/home/ada/db") {
		t.Error(c.Store)
	}
	one, work := c.Accounts[0], c.Accounts[1]
	if one.Name != "ada@mail.example" || one.IMAP.Username != one.Address || one.IMAP.Endpoint() != "imap.mail.example:993" || one.Language != "en" {
		t.Errorf("%+v", one)
	}
	if work.IMAP.Endpoint() != "localhost:143" || !filepath.IsAbs(work.IMAP.CAFile) || work.IMAP.OAuth.RefreshToken.Command.String() != "pass show token" {
		t.Errorf("%+v", work)
	}
	if want := []Weekday{Weekday(time.Friday), Weekday(time.Saturday)}; !reflect.DeepEqual(c.Business.Weekend, want) {
		t.Errorf("the default weekend shines through: %v", c.Business.Weekend)
	}
	if got := c.Daemon.Notify.Command(); !reflect.DeepEqual(got, line(`notify-send "$1" "$2"`)) {
		t.Errorf("%q", got)
	}
	if got := c.Daemon.Notify.Command().Argv("T", "B"); runtime.GOOS != "windows" && !reflect.DeepEqual(got, []string{"/bin/sh", "-c", `notify-send "$1" "$2"`, "afterword", "T", "B"}) {
		t.Errorf("%q", got)
	}
	p := c.Policy()
	if !p.InThread || p.AssumeDecision != 0 || p.Late != 2 || !p.Off[rules.ThankYou] || p.Off[rules.CheckIn] {
		t.Errorf("%+v", p)
	}
	if _, ok := c.Account(""); ok {
		t.Error("one of two accounts was chosen")
	}
	if a, ok := c.Account("work"); !ok || a.Address != work.Address {
		t.Error("the account is not found by its name")
	}
}

func TestCalendar(t *testing.T) {
	c, err := load(t, minimal+"[business]\nclosed_days = [\"2026-11-20\"]\nworked_days = [\"2026-11-26\"]\nholidays = \"US\"\n")
	if err != nil {
		t.Fatal(err)
	}
	a := c.Accounts[0]
	a.Zone = "America/New_York"
	cal, err := c.Calendar(a, "", "")
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]bool{"2026-11-20": false, "2026-11-21": false, "2026-11-26": true, "2026-12-25": false, "2026-10-03": false, "2026-10-05": true} {
		d, _ := rules.ParseDate(day)
		if got := cal.BusinessDay(d); got != want {
			t.Errorf("business day %s: %v", day, got)
		}
	}
	if cal.Zone().String() != "America/New_York" {
		t.Error(cal.Zone())
	}
	// What the application says goes before what the account says.
	if cal, err = c.Calendar(a, "Europe/Berlin", "none"); err != nil || cal.Zone().String() != "Europe/Berlin" || !cal.BusinessDay(rules.NewDate(2026, 12, 25)) {
		t.Error(cal, err)
	}
	if _, err = c.Calendar(a, "Mars/One", ""); err == nil || !strings.Contains(err.Error(), "Europe/Berlin") {
		t.Error(err)
	}
	if cal, err = c.Calendar(Account{}, "", ""); err != nil || cal.Zone() != time.Local {
		t.Error("without any zone it is not the system's", err)
	}
}

func TestMissing(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "none.toml"), os.Getenv)
	var h interface{ Hint() string }
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &h) || !strings.Contains(h.Hint(), "none.toml") {
		t.Error(err)
	}
}

func TestPaths(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the paths are those of Linux: TestFolders has the others")
	}
	env := map[string]string{"HOME": "/home/ada", "XDG_STATE_HOME": "relative"}
	getenv := func(name string) string { return env[name] }
	if p := DefaultPath(getenv); p != "/home/ada/.config/afterword/config.toml" {
		t.Error(p)
	}
	if p := DefaultStore(getenv); p != "/home/ada/.local/state/afterword/afterword.db" {
		t.Error(p)
	}
	env["XDG_STATE_HOME"], env["XDG_CONFIG_HOME"] = "/s", "/c"
	if p := DefaultStore(getenv) + DefaultPath(getenv); p != "/s/afterword/afterword.db/c/afterword/config.toml" {
		t.Error(p)
	}
}

// Each mistake is told with its line, its key and what to write instead.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		doc, line, key, says string
	}{
		{"[daemon]\npol = \"1m\"", "2", "daemon.pol", `did you mean "poll"?`},
		{"[daemons]\npoll = \"1m\"", "1", "daemons", `did you mean "daemon"?`},
		{"[[account]]\nimap.hots = \"x\"", "2", "account.imap.hots", `did you mean "host"?`},
		{"[letters]\nzebra = 1", "2", "letters.zebra", "no such key in [letters]"},
		{"[rules]\nthread = \"both\"", "2", "rules.thread", `one of ["own" "reply"]`},
		{"[rules]\nlate_days = -1", "2", "rules.late_days", "from 0 to 60"},
		{"[rules]\nlate_days = \"2\"", "2", "rules.late_days", "whole number without quotes"},
		{"[letters]\nhtml = 1", "2", "letters.html", "true or false"},
		{"[letters]\ntone = 1", "2", "letters.tone", "text in quotes"},
		{"[letters]\nlanguage = \"german!\"", "2", "letters.language", `"de-AT"`},
		{"[letters]\nsignature = \"a\"\nsignature_file = \"b\"", "3", "letters.signature_file", "keep one"},
		{"[business]\nstart = \"nine\"", "2", "business.start", `"09:00"`},
		{"[business]\nstart = 9", "2", "business.start", `"09:00"`},
		{"[business]\nend = \"08:00\"", "1", "business", "end must come after the start"},
		{"[business]\nweekend = [\"sat\"]", "2", "business.weekend", `"saturday"`},
		{"[business]\nweekend = \"saturday\"", "2", "business.weekend", "a list is wanted"},
		{"[business]\nclosed_days = [2026-12-24]", "2", "business.closed_days", `"2026-12-24"`},
		{"[business]\nclosed_days = [\"24.12.2026\"]", "2", "business.closed_days", "2026-11-20"},
		{"[business]\nholidays = \"XX\"", "1", "business", "XX"},
		{"[daemon]\npoll = 5", "2", "daemon.poll", `"5s"`},
		{"[daemon]\npoll = \"soon\"", "2", "daemon.poll", `"90s"`},
		{"[daemon]\npoll = \"1s\"", "2", "daemon.poll", "from 5s to 1h"},
		{"[daemon]\nheartbeat = \"\"", "2", "daemon.heartbeat", "@every 1m"},
		{"[daemon]\ncheck = \"0 0 30 2 *\"", "2", "daemon.check", "never comes"},
		{"[daemon]\ncheck = \"TZ=\"", "2", "daemon.check", "@every 1m"},
		{"[daemon]\ncheck = \"often\"", "2", "daemon.check", "@every 1m"},
		{"[daemon]\nnotify = [\"\"]", "2", "daemon.notify", "program's name"},
		{"[daemon]\nlog_level = \"loud\"", "2", "daemon.log_level", "debug"},
		{"[rewrite]\nmodel = \"m\"", "1", "rewrite.endpoint", "switch it off"},
		{"[rewrite]\nendpoint = \"ftp://x\"\nmodel = \"m\"", "2", "rewrite.endpoint", "https://"},
		{"[rewrite]\nendpoint = \"http://x.example\"\nmodel = \"m\"\nkey.env = \"K\"", "2", "rewrite.endpoint", "with https"},
		{"[rules\nthread = \"own\"", "1", "", "expected"},
		{"[[account]]\naddress = ada@mail.example", "2", "", "text goes into quotes"},
		{"[[account]]\naddress = \"ada\"", "2", "account.address", "you@example.com"},
		{"[[account]]\nzone = \"Mars/One\"", "2", "account.zone", "Europe/Berlin"},
		{"[[account]]\nname = \"x\"", "1", "account.address", "missing"},
		{"[[account]]\nimap.tls = \"ssl\"", "2", "account.imap.tls", `"starttls"`},
		{"[[account]]\nimap = { host = \"h\",\n tls = \"none\" }", "3", "account.imap.tls", "this machine"},
		{"[[account]]\n[account.imap]\nauth = \"xoauth2\"", "2", "account.imap.oauth", "refresh_token"},
		{"[[account]]\n[account.imap]\npassword.file = \"a\"\npassword.env = \"B\"", "3", "account.imap.password", "keep one"},
		{"[[account]]\n[account.imap.oauth]\nclient_id = \"x\"\ntoken_url = \"http://x.example\"", "4", "account.imap.oauth.token_url", "https"},
		{"[[account]]\naliases = [\"x\"]", "2", "account.aliases", "you@example.com"},
		{"[[account]]\naddress = \"a@x.example\"\n[[account]]\naddress = \"a@x.example\"", "3", "account.name", "two accounts"},
		{"", "", "", "add an [[account]] section"},
	} {
		_, err := load(t, c.doc)
		var problems Problems
		if !errors.As(err, &problems) {
			t.Errorf("%q: %v", c.doc, err)
			continue
		}
		found := false
		for _, p := range problems {
			line := ""
			if p.Line > 0 {
				line = ":" + c.line + ": "
			}
			found = found || p.Key == c.key && strings.Contains(p.Text, c.says) && strings.Contains(p.Error(), line)
		}
		if !found {
			t.Errorf("%q: no problem %s:%s %q in\n%v", c.doc, c.line, c.key, c.says, err)
		}
	}
}

func TestAllMistakesAtOnce(t *testing.T) {
	_, err := load(t, minimal+"[rules]\nthread = \"x\"\n[letters]\ntone = \"y\"\n[daemon]\nlog_level = \"z\"\n")
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 3 || problems[0].Line > problems[1].Line {
		t.Errorf("%v", err)
	}
	_, err = load(t, minimal+`
[daemon]
pol = "1m"
since_days = "90"
log_level = "loud"
[letters]
html = 1
tone = [
  5,
]
salutation = "last"
[[account]]
adress = "bo@mail.example"
aliases = [1, 2]
imap = { host = "h", port = "imaps" }
`)
	if !errors.As(err, &problems) {
		t.Fatalf("%v", err)
	}
	var keys []string
	for _, p := range problems {
		keys = append(keys, p.Key)
	}
	if want := []string{"daemon.pol", "daemon.since_days", "daemon.log_level", "letters.html", "letters.tone", "letters.salutation",
		"account.address", "account.adress", "account.aliases", "account.imap"}; !slices.Equal(keys, want) {
		t.Errorf("got  %q\nwant %q\n%v", keys, want, err)
	}
	_, err = load(t, minimal+"[daemon]\npol = 1\n\thartbeat = 2\n")
	if !errors.As(err, &problems) || len(problems) != 2 {
		t.Fatalf("%v", err)
	}
	if want := "    9 | \thartbeat …\n        \t~~~~~~~~"; problems[1].Excerpt != want {
		t.Errorf("got\n%s\nwant\n%s", problems[1].Excerpt, want)
	}
}

// A password in the file is refused, and shown nowhere.
func TestNoSecretInside(t *testing.T) {
	for _, doc := range []string{
		"[[account]]\n[account.imap]\npassword = \"hunter2\"",
		"[[account]]\npassword = \"hunter2\"",
		"[[account]]\nimap = { pasword = \"hunter2\" }",
		"[[account]]\nimap.oauth.refresh_token = 'hunter2'",
		"[rewrite]\nkey = \"hunter2\"",
		"[rewrite]\napi_key = \"hunter2\"",
		"[rewrite]\nendpoint = \"https://me:hunter2@x.example\"\nmodel = \"m\"",
		"password = \"hunter2",
	} {
		_, err := load(t, doc)
		var problems Problems
		if !errors.As(err, &problems) {
			t.Errorf("%q: %v", doc, err)
			continue
		}
		if text := problems.Detail(); strings.Contains(text, "hunter2") {
			t.Errorf("%q shows the secret:\n%s", doc, text)
		}
	}
	_, err := load(t, "[[account]]\n[account.imap]\npassword = \"hunter2\"")
	if !strings.Contains(err.Error(), `{ command = "pass show mail" }`) {
		t.Error(err)
	}
}

func TestDefaultIsValid(t *testing.T) {
	c := Default()
	a := DefaultAccount()
	a.Address, a.IMAP.Host, a.IMAP.Password = "ada@mail.example", "imap.mail.example", secrets.Where{Env: "PW"}
	a.fill()
	c.Accounts = []Account{a}
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
}

func TestLoopback(t *testing.T) {
	for host, want := range map[string]bool{"localhost": true, "127.0.0.1": true, "127.9.9.9": true, "::1": true, "::ffff:127.0.0.1": true,
		"0.0.0.0": false, "imap.example.com": false, "localhost.example.com": false, "10.0.0.1": false, "": false} {
		if Loopback(host) != want {
			t.Errorf("Loopback(%q) is %v", host, !want)
		}
	}
}

// The keyring's entries are called after the account, and the secret of another
// program's is its own way in.
func TestKeyringAndTokens(t *testing.T) {
	c, err := load(t, `
[[account]]
address = "Ada@mail.example"
[account.imap]
host = "imap.mail.example"
password.keyring = true
[[account]]
address = "ada@work.example"
[account.imap]
host = "imap.work.example"
[account.imap.oauth]
token_url = "https://login.example/token"
client_id = "afterword"
refresh_token.keyring = true
[[account]]
address = "ada@home.example"
[account.imap]
host = "imap.home.example"
token.command = "mailctl access"
`)
	if err != nil {
		t.Fatal(err)
	}
	if e := c.Accounts[0].IMAP.Password.Entry; e != "ada@mail.example" {
		t.Errorf("entry %q", e)
	}
	if e := c.Accounts[1].IMAP.OAuth.RefreshToken.Entry; e != "ada@work.example refresh token" {
		t.Errorf("entry %q", e)
	}
	for more, says := range map[string]string{
		"token.command = \"x\"": "there is a token as well",
		"auth = \"plain\"\n[account.imap.oauth]\ntoken_url = \"https://a.example\"\nclient_id = \"x\"\nrefresh_token.env = \"R\"": "there is an oauth section as well",
	} {
		if _, err := load(t, minimal+more+"\n"); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", more, err)
		}
	}
}
