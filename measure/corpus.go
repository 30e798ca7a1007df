package main

import (
	"fmt"
	"strings"

	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/corpus"
	"afterword/rules"
)

// corpus scores the project's own messages: kind, new text, dates, failed
// recipients and language.
func (m *measurement) corpus() error {
	items, err := corpus.Items()
	if err != nil {
		return err
	}
	table := newConfusion()
	tallies := map[string]*tally{}
	count := func(name string, ok bool) {
		if tallies[name] == nil {
			tallies[name] = &tally{}
		}
		tallies[name].add(ok)
	}
	var failed []string
	fail := func(format string, args ...any) { failed = append(failed, fmt.Sprintf(format, args...)) }
	for _, it := range items {
		v := recognize.Read(it.Raw, recognize.Options{})
		table.add(string(it.Kind), string(v.Kind))
		if v.Kind != it.Kind {
			fail("%s: %s, answered %s (%.2f) %s", it.Name, it.Kind, v.Kind, v.Confidence, words(v))
		}
		if it.Text != "" || it.Kind != rules.MessageBounce {
			ok := squash(v.Text) == squash(it.Text)
			count("new text", ok)
			if !ok {
				fail("%s: text\n    want %.400q\n    got  %.400q", it.Name, it.Text, v.Text)
			}
		}
		for _, d := range []struct {
			name      string
			want, got rules.Date
		}{
			{"decision date", it.Decision, v.DecisionDate},
			{"return date", it.Return, v.ReturnDate},
			{"respond by", it.RespondBy, v.RespondBy},
		} {
			if d.want.IsZero() {
				continue // not marked, or none named
			}
			count(d.name, d.want == d.got)
			if d.want != d.got {
				fail("%s: %s %q, answered %q", it.Name, d.name, d.want, d.got)
			}
		}
		if len(it.Failed) > 0 {
			ok := strings.EqualFold(strings.Join(it.Failed, " "), strings.Join(v.FailedRecipients, " "))
			count("failed recipients", ok)
			if !ok {
				fail("%s: failed %v, answered %v", it.Name, it.Failed, v.FailedRecipients)
			}
		}
		if it.Language != "" && v.Kind != rules.MessageBounce {
			count("language", v.Language == it.Language)
			if v.Language != it.Language {
				fail("%s: language %s, answered %q", it.Name, it.Language, v.Language)
			}
		}
	}
	m.title("corpus: %d messages of our own", table.total)
	table.record(m, "corpus ")
	table.print(m.out)
	m.printf("\n")
	for _, name := range []string{"new text", "decision date", "return date", "respond by", "failed recipients", "language"} {
		if t := tallies[name]; t != nil {
			m.figure("corpus "+name, ratio(t.right, t.total))
			m.printf("%-18s %4d of %4d  %5.1f %%\n", name, t.right, t.total, 100*ratio(t.right, t.total))
		}
	}
	m.failures(failed)
	return nil
}

// A tally counts what was right.
type tally struct{ right, total int }

func (t *tally) add(ok bool) {
	t.total++
	if ok {
		t.right++
	}
}

// squash compares texts by their words: how lines are broken is the layout's.
func squash(s string) string { return strings.Join(strings.Fields(s), " ") }
