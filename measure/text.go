package main

import (
	"fmt"
	"path/filepath"
	"sort"
	"strings"

	"afterword/mailwatch/recognize"
	"afterword/measure/learn"
)

// replyText scores the cutting of quotes and signatures, source by source,
// because the sources disagree about signatures.
func (m *measurement) replyText() error {
	type item struct{ ID, Source, Kind, Match, Input, Expected string }
	right, total := map[string]int{}, map[string]int{}
	var failed []string
	err := learn.Lines(filepath.Join(m.folder, "reply_text/cases.jsonl"), func(it item) error {
		raw := learn.Raw("", "", "", it.Input)
		if it.Kind == "html" {
			raw = []byte(strings.Replace(string(raw), "text/plain", "text/html", 1))
		}
		got := recognize.Read(raw, recognize.Options{}).Text
		source := it.Source
		if it.Kind != "text" {
			source += " (" + it.Kind + ")"
		}
		total[source]++
		if same(got, it.Expected, it.Match) {
			right[source]++
		} else {
			failed = append(failed, fmt.Sprintf("%s\n    want %.300q\n    got  %.300q", it.ID, it.Expected, got))
		}
		return nil
	})
	if err != nil {
		return err
	}
	m.title("reply text: exactly the new text")
	var sources []string
	for s := range total {
		sources = append(sources, s)
	}
	sort.Strings(sources)
	for _, s := range sources {
		m.printf("%-40s %3d of %3d  %5.1f %%\n", s, right[s], total[s], 100*ratio(right[s], total[s]))
		m.figure("text "+s, ratio(right[s], total[s]))
	}
	m.failures(failed)
	return nil
}

// same compares as the source of the case does.
func same(got, want, match string) bool {
	switch match {
	case "visible_text_ignoring_whitespace":
		return strings.Join(strings.Fields(got), "") == strings.Join(strings.Fields(want), "")
	case "first_fragment":
		return strings.HasPrefix(strings.TrimSpace(got), strings.TrimSpace(want))
	}
	return strings.TrimSpace(got) == strings.TrimSpace(want)
}
