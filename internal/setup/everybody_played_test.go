package setup

import (
	"errors"
	"os"
	"strings"
	"testing"

	"afterword/internal/secrets"
)

// address is one at a provider, and an internet that knows whose it is.
func addressAt(p Provider) (string, *internet) {
	if len(p.Domains) > 0 {
		return "robin.winter@" + p.Domains[0], &internet{}
	}
	return "robin.winter@acme.example", &internet{mx: map[string][]string{"acme.example": {"mx1." + p.MX[0] + "."}}}
}

// TestEveryProvider sets an account up at each provider of the table, who takes the last
// form of the user name that is known of him, at the last of his servers. Those that take
// no password or have no IMAP say what to do.
func TestEveryProvider(t *testing.T) {
	for _, p := range Providers() {
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			address, i := addressAt(p)
			n := &network{t: t, authority: newAuthority(t), servers: map[string]*played{}}
			if all := p.Servers(); len(all) > 0 {
				users := p.users(address)
				n.servers[all[len(all)-1].String()] = &played{caps: "IMAP4rev1 AUTH=PLAIN SASL-IR", boxes: ordinary, login: takes(users[len(users)-1], "abcdefghijklmnop", "NO [AUTHENTICATIONFAILED] no")}
			}
			w, y := wizard(t, n, i, "mail address: "+address, "password: abcd efgh ijkl mnop", "your name: Robin Winter")
			_, err := w.Run(t.Context())
			var f Failed
			var h interface{ Hint() string }
			switch {
			case p.Secret == NoIMAP:
				if !errors.As(err, &f) || !strings.Contains(f.What, p.Name) || f.Mend == "" {
					t.Errorf("%v", err)
				}
			case p.Secret == OAuth:
				if !errors.As(err, &h) || !strings.Contains(h.Hint(), "--client-id") || !strings.Contains(y.said.String(), "entra.microsoft.com") {
					t.Errorf("%v\n%s", err, y.said.String())
				}
			case err != nil:
				t.Errorf("%v\n%s", err, y.said.String())
			default:
				if a := account(t, w); a.Address != address || a.IMAP.Host == "" {
					t.Errorf("%+v", a)
				}
				if y.asked > mostAnswers {
					t.Errorf("%d answers", y.asked)
				}
			}
		})
	}
}

// TestEveryProviderRefuses has each provider refuse the password: in each language it
// ends in a sentence that names him and says what to do, and nothing is left.
func TestEveryProviderRefuses(t *testing.T) {
	for _, p := range Providers() {
		if p.Secret == NoIMAP || p.Secret == OAuth {
			continue // TestEveryProvider, TestMicrosoft
		}
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			address, i := addressAt(p)
			n := &network{t: t, authority: newAuthority(t), servers: map[string]*played{
				p.Servers()[0].String(): {caps: "IMAP4rev1 AUTH=PLAIN", boxes: ordinary, login: func(string, string) string { return "NO [AUTHENTICATIONFAILED] no" }}}}
			for _, language := range Languages {
				w, y := wizard(t, n, i)
				w.Words, w.Answers.Address, w.Answers.Typed = Speak(language), address, secrets.NewText("wrong")
				_, err := w.Run(t.Context())
				var f Failed
				said := y.said.String() + w.Words.guide(ofProvider(p, FromTable, address)[0], address)
				if !errors.As(err, &f) || !strings.Contains(f.What, p.Name) || f.Mend == "" || strings.ContainsAny(said+f.What+f.Mend, "{}") {
					t.Errorf("%s: %v, %q\n%s", language, err, f.Mend, said)
				}
				if left, _ := os.ReadDir(w.Path[:strings.LastIndex(w.Path, "/")]); len(left) > 0 {
					t.Errorf("%s: it left %q", language, left)
				}
			}
		})
	}
}

// TestQuickStart holds that doc/quickstart.md shows what a person sees who begins.
func TestQuickStart(t *testing.T) {
	page, err := os.ReadFile("../../doc/quickstart.md")
	if err != nil {
		t.Fatal(err)
	}
	_, screen, _ := strings.Cut(string(page), "```\n$ afterword init\n")
	screen, _, ok := strings.Cut(screen, "\n```")
	if !ok {
		t.Fatal("it shows no screen")
	}
	n := &network{t: t, authority: newAuthority(t), servers: map[string]*played{"imap.gmail.com:993": {caps: "IMAP4rev1 AUTH=PLAIN", boxes: ordinary, login: takes("", "", "NO no")}}}
	w, y := wizard(t, n, &internet{}, "mail address: robin@"+"gmail.com")
	_, _ = w.Run(t.Context()) // nobody types a password
	for _, line := range strings.Split(screen, "\n") {
		if line = strings.TrimSuffix(strings.TrimSuffix(line, "…"), ": "); !strings.Contains(y.said.String(), strings.TrimSuffix(line, ":")) {
			t.Errorf("nobody sees %q:\n%s", line, y.said.String())
		}
	}
}
