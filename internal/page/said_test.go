package page

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// gap is what a form leaves open, and what a text in its language leaves open.
var gap = regexp.MustCompile(`%(?:\[(\d)\])?([a-z])`)

// commands are the files of those that the page carries out, and of what they check.
var commands = []string{"add", "answer", "application", "described", "edit", "finds", "heard", "mark", "note", "plausible", "remove", "round", "sent", "steer", "when", "yes"}

// atTerminals are complaints that only who sits at a terminal hears: of flags that the page
// has no field for, of the line itself, of an editor.
var atTerminals = []string{
	"%q is no domain: write it as acme.example",
	"--tell goes with more-time", "--by goes with more-time", "--withdraw goes with accept", "%s does not run",
	"you have said of no message of %s what it is", "--forget takes back what you said: name no kind with it",
	"name an application by its id", "name an application by its id, and what its message is",
	"which application? name it by its id", "one id is wanted, and %q is more than that",
	"which one? name it by its tag", "one tag is wanted, and %q is more than that", "--all is all of them: name none with it",
	"%s (%s) is not clear, say it by its tag: %s", "%s (%s) lacks something: afterword yes %s%s", "there was nothing to say yes to",
	"%s Nobody is there to be asked", "this goes on from what you wrote before; to begin anew, delete %s", "EDITOR=nano afterword edit %s", "%s --help",
}

// TestSayings sees that whatever the program says to the user of an application, and what
// its commands answer to a form, can be said in every language of the page, with the same
// values, and that on the page nobody is told what to type into a terminal.
func TestSayings(t *testing.T) {
	sayings := map[string]int{"Say": 0, "quoting": 1}
	complaints := map[string]int{"Say": 0, "Mistaken": 0, "mistaken": 0, "note": 0, "hint": 1}
	forms := formsIn(t, sayings, "../../rules/*.go", "../../cmd/afterword/*.go", "../../mailwatch/attribute/*.go", "../../mailwatch/recognize/trust/*.go")
	maps.Copy(forms, formsIn(t, map[string]int{"Mistaken": 0}, "../../rules/*.go", "../../internal/config/*.go"))
	maps.Copy(forms, formsIn(t, map[string]int{"Say": 0}, "a*.go"))
	for _, name := range commands {
		maps.Copy(forms, formsIn(t, complaints, "../../cmd/afterword/"+name+".go"))
	}
	for _, form := range valuesOf(t, "../../templates/unfit.go", "unfitWhy") {
		forms[form] = true
	}
	for form := range forms {
		if slices.Contains(atTerminals, form) || strings.HasPrefix(form, "afterword ") {
			delete(forms, form)
		}
	}
	if len(forms) < 160 {
		t.Fatalf("only %d sayings were found", len(forms))
	}
	checkForms(t, forms, func(c *catalogue) map[string]string { return c.said })
}

// TestFindings sees the same of what the proofreader suggests.
func TestFindings(t *testing.T) {
	forms := formsIn(t, map[string]int{"add": 2}, "../../drafter/*.go")
	for _, name := range []string{"phrases", "soft"} {
		for _, form := range valuesOf(t, "../../drafter/"+name+".go", "suggestion") {
			forms[form] = true
		}
	}
	if len(forms) < 45 {
		t.Fatalf("only %d suggestions were found", len(forms))
	}
	checkForms(t, forms, func(c *catalogue) map[string]string { return c.found })
}

// checkForms holds that each language has the forms and no others, with the same values.
func checkForms(t *testing.T, forms map[string]bool, of func(*catalogue) map[string]string) {
	t.Helper()
	typed := regexp.MustCompile("`afterword|: afterword ")
	for _, code := range languages {
		said := of(catalogues[code]())
		for form := range forms {
			text, ok := said[form]
			switch words := strings.TrimFunc(gap.ReplaceAllString(form, ""), func(r rune) bool { return strings.ContainsRune(` (),:"“”`, r) }); {
			case words == "" || ok:
			case code != "en" || typed.MatchString(form):
				t.Errorf("%s does not know how to say %q", code, form)
			}
			if ok && typed.MatchString(text) {
				t.Errorf("%s has a command to type in %q", code, text)
			}
		}
		for form, text := range said {
			if !forms[form] {
				t.Errorf("%s says %q, which nobody says", code, form)
			}
			var with []any
			for _, verb := range gap.FindAllStringSubmatch(form, -1) {
				if verb[2] == "d" {
					with = append(with, 1)
				} else {
					with = append(with, "it")
				}
			}
			if told := rules.Say(form, with...).As(text, func(v any) any { return v }); strings.Contains(told, "%!") {
				t.Errorf("%s: %q is said %q", code, form, told)
			}
		}
	}
}

// sourcesLike are the sources of the program under a pattern, read.
func sourcesLike(t *testing.T, pattern string) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %v", pattern, err)
	}
	files := map[string]*ast.File{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = file
	}
	return files
}

// formsIn returns the forms that some functions are called with in some files, by which of
// their arguments it is.
func formsIn(t *testing.T, functions map[string]int, patterns ...string) map[string]bool {
	t.Helper()
	forms := map[string]bool{}
	for _, pattern := range patterns {
		for name, file := range sourcesLike(t, pattern) {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				called := ""
				switch f := call.Fun.(type) {
				case *ast.Ident:
					called = f.Name
				case *ast.SelectorExpr:
					called = f.Sel.Name
					room := map[string]string{"Say": "rules", "Mistaken": "rules", "add": "p"}[called]
					if from, ok := f.X.(*ast.Ident); room != "" && (!ok || from.Name != room) {
						return true // another's function of the same name
					}
				}
				at, ok := functions[called]
				if !ok || len(call.Args) <= at {
					return true
				}
				if form, ok := literal(call.Args[at], file); ok {
					forms[form] = true
				} else if !handedOn[name] {
					t.Errorf("%s: a form for %s that is no literal is not found here", name, called)
				}
				return true
			})
		}
	}
	return forms
}

// handedOn are the files in which a form is handed on to what is called so.
var handedOn = map[string]bool{"promise.go": true, "mistake.go": true, "phrases.go": true, "soft.go": true, "main.go": true, "app.go": true, "dates.go": true}

// literal is the text of an expression: a literal, or a constant of the same file.
func literal(e ast.Expr, file *ast.File) (text string, ok bool) {
	if name, isName := e.(*ast.Ident); isName {
		for _, d := range file.Decls {
			if g, isConst := d.(*ast.GenDecl); isConst && g.Tok == token.CONST {
				for _, s := range g.Specs {
					if v := s.(*ast.ValueSpec); v.Names[0].Name == name.Name && len(v.Values) == 1 {
						return literal(v.Values[0], file)
					}
				}
			}
		}
	}
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// valuesOf returns the texts that stand in a file under a name: those of a variable that is
// a map, or of each field that is called so.
func valuesOf(t *testing.T, path, name string) (texts []string) {
	t.Helper()
	for _, file := range sourcesLike(t, path) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == name {
					if text, ok := literal(n.Value, file); ok {
						texts = append(texts, text)
					}
				}
			case *ast.ValueSpec:
				if n.Names[0].Name == name && len(n.Values) == 1 {
					for _, one := range n.Values[0].(*ast.CompositeLit).Elts {
						if text, ok := literal(one.(*ast.KeyValueExpr).Value, file); ok {
							texts = append(texts, text)
						}
					}
				}
			}
			return true
		})
	}
	if len(texts) == 0 {
		t.Fatalf("%s has no %s", path, name)
	}
	return texts
}

// A saying in another language has its dates, kinds and sayings in that language, and
// what somebody wrote as it stands.
func TestSay(t *testing.T) {
	now := time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
	wrote := rules.Say("%s wrote on %s (%s)", "Kim %s Osei", rules.Date{Year: 2026, Month: 11, Day: 27}, rules.MessageHolding)
	for code, want := range map[string]string{
		"en": "Kim %s Osei wrote on Fri, Nov 27 (not decided yet) before it was sent; “Resume” brings it back",
		"de": "Kim %s Osei schrieb am Fr, 27. Nov. (noch nicht entschieden), bevor er gesendet war; „Fortsetzen“ holt ihn zurück",
	} {
		if told := catalogues[code]().say(rules.Say("%s before it was sent; `afterword resume %s` brings it back", wrote, "acme"), now); told != want {
			t.Errorf("%s: %q, want %q", code, told, want)
		}
	}
}

// What facts hold of the program's words in English is said in the language as well; what
// it never said stays as it stands.
func TestClause(t *testing.T) {
	now := time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"Kim Osei wrote on Sat Nov 28 2026 (holding)":                                                            "Kim Osei schrieb am Sa, 28. Nov. (noch nicht entschieden)",
		"Kim Osei wrote on Sat Nov 28 2026 (holding) before it was sent; `afterword resume acme` brings it back": "Kim Osei schrieb am Sa, 28. Nov. (noch nicht entschieden), bevor er gesendet war; „Fortsetzen“ holt ihn zurück",
		"names role and company": "nennt Stelle und Firma",
		"the interview ended on Sat Nov 28 2026; thanks are due within 24 business hours; you put it off until Fri Dec 18 2026; so it is": "das Gespräch endete am Sa, 28. Nov.; der Dank gehört sich binnen 24 Werktagsstunden; Sie haben es bis Fr, 18. Dez. aufgeschoben; so it is",
		`it asks for money or bank data: "your \"IBAN\" by 5"`:                                                                            `sie fragt nach Geld oder Bankdaten: "your \"IBAN\" by 5"`,
		"From Head to Toe Ltd": "From Head to Toe Ltd",
	} {
		if told := catalogues["de"]().clause(text, now); told != want {
			t.Errorf("%q is said %q, want %q", text, told, want)
		}
	}
}

// What the proofreader found is said in the language, with the words of the letter as they
// stand there; older words that nobody says any more stay.
func TestFinding(t *testing.T) {
	now := time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		`misspelled: "recieve": write "receive"`:                                                 `"recieve": schreiben Sie "receive"`,
		`date: "Friday, Nov 28": the day of the week does not fit: it is a Saturday`:             `"Friday, Nov 28": der Wochentag stimmt nicht: es ist Sa`,
		`date: "": name the date by which you answer: 2026-12-04`:                                `nennen Sie den Tag, bis zu dem Sie antworten: Fr, 4. Dez.`,
		`length: "Dear \"Kim\"": 212 words: keep it under 200`:                                   `"Dear \"Kim\"": 212 Wörter: bleiben Sie unter 200`,
		`tone: "still waiting": this was said once`:                                              `"still waiting": this was said once`,
		`misspelled: "das wir": "das": write "dass"`:                                             `"das wir": "das": schreiben Sie "dass"`,
		`company: "at Beta": this letter goes to Acme, and Beta is another of your applications`: `"at Beta": dieser Brief geht an Acme, und Beta ist eine andere Ihrer Bewerbungen`,
		"no finding": "no finding",
	} {
		if told := catalogues["de"]().finding(text, now); told != want {
			t.Errorf("%q is said %q, want %q", text, told, want)
		}
	}
}

// Every kind of letter, every answer, state and status, and everything that is done has a
// name on the page.
func TestNames(t *testing.T) {
	var names []string
	for act := range acts {
		names = append(names, "done."+act)
	}
	names = append(names, "done.yes", "done.no", "done.add", "done.correct", "done.remove")
	for _, k := range []rules.Kind{rules.ThankYou, rules.NoShow, rules.CheckIn, rules.OfferReply, rules.RejectionReply, rules.Acceptance, rules.Declining, rules.MoreTime, rules.Withdrawal} {
		names = append(names, "kind."+string(k))
	}
	for _, a := range []rules.Answer{rules.Accepts, rules.Declines, rules.WantsTime, rules.Withdraws} {
		names = append(names, "answer."+string(a))
	}
	for _, s := range []rules.Status{rules.Waiting, rules.Open, rules.Overdue, rules.Sent, rules.Declined, rules.Withdrawn, rules.Blocked, "later", "placed"} {
		names = append(names, "status."+string(s))
	}
	for _, s := range []rules.State{rules.Active, rules.Answered, rules.Question, rules.Offered, rules.Rejected, rules.Quiet, rules.Paused, rules.Halted} {
		names = append(names, fmt.Sprintf("state.%s", s))
	}
	for _, k := range rules.MessageKinds {
		names = append(names, "message."+string(k))
	}
	for _, label := range fieldLabels {
		names = append(names, label)
	}
	for _, name := range names {
		if catalogues["en"]().texts[name] == "" {
			t.Errorf("there is no text %q", name)
		}
	}
}
