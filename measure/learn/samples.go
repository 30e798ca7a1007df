// Package learn makes the weights of recognition: those of the model, from invented
// messages and the corpus, and those of the stack, from mail that neither of its
// voices was made on. The same samples give the same weights.
//
// It belongs to no product: what it makes is embedded in mailwatch/recognize.
package learn

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/corpus"
	"afterword/rules"
)

// A Sample is a letter whose kind is known.
type Sample struct {
	Letter recognize.Letter
	Kind   rules.MessageKind
	Also   []rules.MessageKind // what a careful reader might say as well
	Source string              // who wrote it: what is measured is measured on other sources
	Lang   string
}

// Right reports whether a kind is a right answer.
func (s Sample) Right(k rules.MessageKind) bool { return k == s.Kind || slices.Contains(s.Also, k) }

// Corpus returns the messages of the project's own corpus.
func Corpus() (all []Sample, err error) {
	items, err := corpus.Items()
	if err != nil {
		return nil, err
	}
	for _, it := range items {
		source, _, _ := strings.Cut(it.Name, "/")
		all = append(all, Sample{Letter: recognize.Open(mail.Read(it.Raw)), Kind: it.Kind, Source: source, Lang: it.Language})
	}
	return all, nil
}

// Invented returns the invented messages of a folder: files that are called
// LANGUAGE-KIND.txt, or LANGUAGE-KIND-MORE.txt, with a line "--" between messages and
// "Subject: …" in the first line of those that have one.
func Invented(folder string) (all []Sample, err error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		stem := strings.TrimSuffix(filepath.Base(name), ".txt")
		lang, kind, _ := strings.Cut(stem, "-")
		kind, _, _ = strings.Cut(kind, "-")
		if !slices.Contains(rules.MessageKinds, rules.MessageKind(kind)) {
			return nil, fmt.Errorf("%s: kind %q is none", name, kind)
		}
		for _, one := range strings.Split("\n"+strings.ReplaceAll(string(text), "\r\n", "\n"), "\n--\n") {
			one = strings.TrimSpace(one)
			if one == "" || one == "--" {
				continue
			}
			subject := ""
			if rest, ok := strings.CutPrefix(one, "Subject:"); ok {
				subject, one, _ = strings.Cut(rest, "\n")
			}
			all = append(all, Sample{
				Letter: recognize.Open(mail.Read(Raw("", strings.TrimSpace(subject), "", strings.TrimSpace(one)))),
				Kind:   rules.MessageKind(kind), Source: "invented " + lang, Lang: lang,
			})
		}
	}
	return all, nil
}
