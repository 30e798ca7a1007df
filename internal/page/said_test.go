package page

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterword/rules"
)

// gap is what a form leaves open, and what a text in its language leaves open.
var gap = regexp.MustCompile(`%(?:\[(\d)\])?([a-z])`)

// TestSayings sees that whatever the program says to the user of an application can be
// said in every language of the page, with the same values, and that on the page nobody is
// told what to type into a terminal.
func TestSayings(t *testing.T) {
	forms := formsIn(t, "../../rules/*.go", "../../cmd/afterword/*.go", "../../mailwatch/attribute/*.go", "../../mailwatch/recognize/trust/*.go")
	if len(forms) < 80 {
		t.Fatalf("only %d sayings were found", len(forms))
	}
	for _, code := range languages {
		said := catalogues[code].said
		for form := range forms {
			command := strings.Contains(form, "`afterword")
			text, ok := said[form]
			switch words := strings.TrimFunc(gap.ReplaceAllString(form, ""), func(r rune) bool { return strings.ContainsRune(` (),:"`, r) }); {
			case words == "" || ok:
			case code != "en" || command:
				t.Errorf("%s does not know how to say %q", code, form)
			}
			if ok && strings.Contains(text, "`") {
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

// formsIn returns the forms of all sayings in some files.
func formsIn(t *testing.T, patterns ...string) map[string]bool {
	t.Helper()
	forms := map[string]bool{}
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				at := -1
				switch f := call.Fun.(type) {
				case *ast.Ident:
					at = map[string]int{"Say": 0, "quoting": 1}[f.Name]
					if f.Name != "Say" && f.Name != "quoting" {
						return true
					}
				case *ast.SelectorExpr:
					if from, ok := f.X.(*ast.Ident); !ok || from.Name != "rules" || f.Sel.Name != "Say" {
						return true
					}
					at = 0
				default:
					return true
				}
				lit, ok := call.Args[at].(*ast.BasicLit)
				if !ok {
					if filepath.Base(name) != "promise.go" { // where a form is handed on
						t.Errorf("%s: a form that is no literal is not found here", name)
					}
					return true
				}
				form, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				forms[form] = true
				return true
			})
		}
	}
	return forms
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
		if told := catalogues[code].say(rules.Say("%s before it was sent; `afterword resume %s` brings it back", wrote, "acme"), now); told != want {
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
		"names role and company":                               "nennt Stelle und Firma",
		`it asks for money or bank data: "your \"IBAN\" by 5"`: `sie fragt nach Geld oder Bankdaten: "your \"IBAN\" by 5"`,
		"From Head to Toe Ltd":                                 "From Head to Toe Ltd",
	} {
		if told := catalogues["de"].clause(text, now); told != want {
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
		if catalogues["en"].texts[name] == "" {
			t.Errorf("there is no text %q", name)
		}
	}
}
