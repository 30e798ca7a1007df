package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"afterword/mailwatch/recognize"
	"afterword/measure/learn"
	"afterword/rules"
)

// jobmail scores the labelled mails to job seekers. They come without headers;
// what there is of sender, subject and date is put before the text.
func (m *measurement) jobmail() error {
	type item struct {
		ID, Source, Lang, Date, From, Subject, Body, Kind string
		Acceptable                                        []string `json:"acceptable_kinds"`
	}
	table := newConfusion()
	var failed []string
	err := learn.Lines(filepath.Join(m.folder, "jobmail/dev.jsonl"), func(it item) error {
		v := recognize.Read(learn.Raw(it.From, it.Subject, it.Date, it.Body), recognize.Options{})
		answer := string(v.Kind)
		if slices.Contains(it.Acceptable, answer) {
			answer = it.Kind
		}
		table.add(it.Kind, answer)
		if answer != it.Kind {
			failed = append(failed, fmt.Sprintf("%s: %s, answered %s (%.2f) %s | %s", it.ID, it.Kind, answer, v.Confidence, words(v), short(it.Subject+" / "+v.Text)))
		}
		return nil
	})
	if err != nil {
		return err
	}
	m.title("jobmail: %d mails to job seekers", table.total)
	table.record(m, "jobmail ")
	table.print(m.out)
	m.failures(failed)
	return nil
}

func words(v recognize.Verdict) string {
	var all []string
	for _, e := range v.Evidence {
		all = append(all, short(e.Words))
	}
	return fmt.Sprintf("%q", all)
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 110 {
		s = strings.ToValidUTF8(s[:110], "") + "…"
	}
	return s
}

// bounces scores the raw bounces, and whether the failed recipient was found
// where the message names one.
func (m *measurement) bounces() error {
	type item struct{ Path, Kind, Vendor string }
	table := newConfusion()
	var failed []string
	named, found := 0, 0
	err := learn.Lines(filepath.Join(m.folder, "bounces/index.jsonl"), func(it item) error {
		raw, err := os.ReadFile(filepath.Join(m.folder, "bounces", it.Path))
		if err != nil {
			return err
		}
		label := "bounce"
		if it.Kind == "not_bounce" {
			label = "no bounce"
		}
		v := recognize.Read(raw, recognize.Options{})
		answer := "bounce"
		if v.Kind != rules.MessageBounce {
			answer = "no bounce"
			if v.Kind == rules.MessageAutoReply {
				answer = "auto-reply"
			}
		}
		table.add(label, answer)
		if label != answer {
			failed = append(failed, fmt.Sprintf("%s: %s (%s), answered %s %s", it.Path, label, it.Kind, v.Kind, words(v)))
		}
		if label == "bounce" && v.Kind == rules.MessageBounce {
			named++
			if len(v.FailedRecipients) > 0 {
				found++
			} else {
				failed = append(failed, it.Path+": no recipient")
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	m.title("bounces: %d messages, recipient found in %d of %d", table.total, found, named)
	table.record(m, "bounces ")
	m.figure("recipients", ratio(found, named))
	table.print(m.out)
	m.failures(failed)
	return nil
}

// ham counts the ordinary mails that are taken for something that matters.
func (m *measurement) ham() error {
	table := newConfusion()
	var failed []string
	err := m.each("ham", func(path string, raw []byte) {
		v := recognize.Read(raw, recognize.Options{})
		table.add("ham", string(v.Kind))
		switch v.Kind {
		case rules.MessageOffer, rules.MessageRejection, rules.MessageInterview, rules.MessageAutoReply, rules.MessageBounce, rules.MessageAcknowledgement:
			failed = append(failed, fmt.Sprintf("%s: %s (%.2f) %s | %s", path, v.Kind, v.Confidence, words(v), short(v.Subject)))
		}
	})
	if err != nil {
		return err
	}
	m.title("ham: %d ordinary mails", table.total)
	alarms := 0
	for _, k := range []rules.MessageKind{rules.MessageOffer, rules.MessageRejection, rules.MessageInterview} {
		alarms += table.count[[2]string{"ham", string(k)}]
	}
	m.printf("%d taken as offer, rejection or interview\n", alarms)
	m.figure("false alarms", float64(alarms))
	for _, n := range table.names() {
		if n != "ham" {
			m.printf("%-16s %5d\n", n, table.count[[2]string{"ham", n}])
		}
	}
	m.failures(failed)
	return nil
}

// each calls f with every message of a folder.
func (m *measurement) each(folder string, f func(path string, raw []byte)) error {
	root := filepath.Join(m.folder, folder)
	return filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".md", ".jsonl", ".json", ".xml", ".out":
			return nil
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		f(rel, raw)
		return nil
	})
}
