package templates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOurTextsPassTheirOwnCheck(t *testing.T) {
	for _, p := range load(t).Check() {
		t.Error(p)
	}
}

// own writes a user's own text and returns the folder to load.
func own(t *testing.T, name, text string) string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

const small = `# mine
subject: Thanks, {company}
paragraph: all
[all]
Thank you for {met}, dear people of {company}.
Thank you.
`

func TestOwnTextsStandOverOurs(t *testing.T) {
	dir := own(t, "en/thank-you.txt", small)
	s, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	d := randomData(newRandom(6), "en")
	d.Kind, d.Company, d.Today = "thank-you", "Acme Co.", d.Met.AddDate(0, 0, 9)
	l, err := s.Write(t.Context(), d, func(s string) bool { return s == "thank you" }, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Thank you for " + english.date(d.Met) + ", dear people of Acme Co."; l.Subject != "Thanks, Acme Co." || l.Body() != want {
		t.Errorf("got %q, %q", l.Subject, l.Body())
	}
	var mine []Info
	for _, info := range s.List() {
		if info.Own {
			mine = append(mine, info)
		}
		if !strings.HasPrefix(info.Path, dir) {
			t.Errorf("%s would go to %q", info.Name, info.Path)
		}
	}
	if len(mine) != 1 || mine[0].Name != "en/thank-you" || mine[0].Language != "en" || mine[0].Path != filepath.Join(dir, "en", "thank-you.txt") {
		t.Errorf("own texts: %+v", mine)
	}
	if text, err := s.Source("en/thank-you"); err != nil || string(text) != small {
		t.Errorf("source: %q, %v", text, err)
	}
	if _, err := s.Source("en/nonsense"); err == nil {
		t.Error("a source that is not there")
	}
}

// What the user has written is checked, with all that it stands in; ours is left alone.
func TestCheckOwn(t *testing.T) {
	for name, flaw := range map[string]string{"en/thank-you": "[all]\nThe the", "en/common": "[salutation]\nDear  {name},"} {
		text := strings.Replace(small, "[all]", flaw+".", 1)
		if name == "en/common" {
			text = flaw + "\n\n[sign-off]\nBye,\n"
		}
		s, err := Load(own(t, name+".txt", text))
		if err != nil {
			t.Fatal(err)
		}
		if found := s.CheckOwn(); len(found) == 0 || !strings.Contains(found[0].File, name) {
			t.Errorf("%s: %d flaws", name, len(found))
		}
	}
	if found := load(t).CheckOwn(); len(found) > 0 {
		t.Error(found)
	}
}

func TestAFolderThatIsNotThereMeansOursAlone(t *testing.T) {
	s, err := Load(filepath.Join(t.TempDir(), "none"))
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range s.List() {
		if info.Own {
			t.Errorf("%s is said to be the user's own", info.Name)
		}
	}
}

func TestMistakesHaveFileAndLine(t *testing.T) {
	for what, c := range map[string]struct{ name, text, want string }{
		"unknown name":      {"en/thank-you.txt", "subject: x\nparagraph: a\n[a]\nThank you, {nmae}.\n", "thank-you.txt:4: unknown name {nmae}"},
		"other language's":  {"en/thank-you.txt", "subject: x\nparagraph: a\n[a]\nMerci {de-role}.\n", ":4: unknown name {de-role}"},
		"unknown condition": {"en/thank-you.txt", "subject: x\nparagraph: a\n\n[a: frist]\nHi.\n", ":4: unknown condition \"frist\""},
		"open brace":        {"en/thank-you.txt", "subject: {role\n[a]\n", ":1: a brace without its partner"},
		"closing brace":     {"en/thank-you.txt", "subject: role}\n[a]\n", ":1: a brace without its partner"},
		"brace in brace":    {"en/thank-you.txt", "subject: {ro{le}\n[a]\n", ":1: unknown name {ro{le}"},
		"no such job":       {"en/thank-you.txt", "subject: x\nparagraph: hello\n[a]\nHi.\n", ":2: the job \"hello\" has no section"},
		"no section yet":    {"en/thank-you.txt", "subject: x\nHi.\n", ":2: \"Hi.\" stands before the first [section]"},
		"open bracket":      {"en/thank-you.txt", "subject: x\n[a\nHi.\n", ":2: \"[a\" has no closing bracket"},
		"empty condition":   {"en/thank-you.txt", "subject: x\n[a: first |]\nHi.\n", ":2: \"[a: first |]\" has an empty condition"},
		"no subject":        {"en/thank-you.txt", "paragraph: a\n[a]\nHi.\n", ":1: there is no subject"},
		"no paragraph":      {"en/thank-you.txt", "subject: x\n[a]\nHi.\n", ":1: there is no paragraph"},
		"no salutation":     {"en/common.txt", "[sign-off]\nBye,\n", ":1: there is no section [salutation]"},
		"wrong file":        {"en/thanks.txt", "subject: x\n", ":1: there is no letter \"en/thanks\" to replace"},
		"wrong language":    {"xx/thank-you.txt", "subject: x\n", ":1: no language \"xx\""},
	} {
		t.Run(what, func(t *testing.T) {
			dir := own(t, c.name, c.text)
			_, err := Load(dir)
			if err == nil || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestCheckFindsWhatReadsBadly(t *testing.T) {
	for what, c := range map[string]struct{ text, want string }{
		"needs a date":  {"subject: Hello\nparagraph: a\n[a]\nThank you for {met}.\n", "no wording is left for [a] when {role}"},
		"double space":  {"subject: Hello\nparagraph: a\n[a]\nThank you  so much.\n", "thank-you.txt:4: \"Thank you  so much.\" has a space too many"},
		"twice":         {"subject: Hello\nparagraph: a\n[a]\nThank you you.\n", "the word \"you\" twice"},
		"no end":        {"subject: Hello\nparagraph: a\n[a]\nThank you\n", "no full stop at its end"},
		"placeholder":   {"subject: Hello [company]\nparagraph: a\n[a]\nThank you.\n", "the subject \"Hello [company]\" has a placeholder"},
		"unused":        {"subject: Hello\nparagraph: a\n[a]\nThank you.\n[b]\nBye.\n", "thank-you.txt:5: no paragraph has the job \"b\""},
		"empty section": {"subject: Hello\nparagraph: a\n[a]\nThank you.\n[a: warm]\n", "thank-you.txt:5: [a] has no wording"},
		"no subject":    {"subject: Hello {company}\nparagraph: a\n[a]\nThank you.\n", "no subject is left when"},
	} {
		t.Run(what, func(t *testing.T) {
			s, err := Load(own(t, "en/thank-you.txt", c.text))
			if err != nil {
				t.Fatal(err)
			}
			k := newChecker(s)
			k.file(s.texts["en/thank-you"].Info, samples())
			var all []string
			for _, p := range k.found {
				all = append(all, p.String())
			}
			if !strings.Contains(strings.Join(all, "\n"), c.want) {
				t.Errorf("want %q in %q", c.want, all)
			}
		})
	}
}
