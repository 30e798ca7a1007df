package learn

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
)

// Sets are the samples that may be shipped.
type Sets struct {
	Seen     []Sample // the corpus, and sentences: the phrases were mended on them
	Invented []Sample // the phrases were not
}

// All reads the samples; folder is that of this package.
func All(folder string) (s Sets, err error) {
	if s.Seen, err = Corpus(); err != nil {
		return s, err
	}
	sentences, err := Invented(filepath.Join(folder, "seen"))
	if err != nil {
		return s, err
	}
	s.Seen = append(s.Seen, sentences...)
	s.Invented, err = Invented(filepath.Join(folder, "invented"))
	return s, err
}

// All returns all samples in one.
func (s Sets) All() []Sample { return append(append([]Sample(nil), s.Seen...), s.Invented...) }

// folds is how many models judge the invented messages that they did not learn from.
const folds = 4

// Held returns the invented messages as cases for the stack: each is judged by a model
// that learned from the others. Messages that stand together in a file are often alike,
// and stay together.
func (s Sets) Held(each float64) (cases []Case, err error) {
	for fold := range folds {
		learned := append([]Sample(nil), s.Seen...)
		var held []Sample
		for i, one := range s.Invented {
			if i/block%folds == fold {
				if i%asked == 0 {
					held = append(held, one)
				}
			} else {
				learned = append(learned, one)
			}
		}
		more, err := Cases(held, Model(learned), each)
		if err != nil {
			return nil, err
		}
		cases = append(cases, more...)
	}
	return cases, nil
}

// block is how many messages of a file stay together, and of so many one is asked.
const (
	block = 10
	asked = 3
)

// InventedWeight is what an invented message counts beside a mail of other people:
// there are many of these, and they are alike.
const InventedWeight = 0.05

// StackCases returns what the stack is fitted on; folder is that of real mail.
func StackCases(s Sets, folder string) (cases []Case, err error) {
	if cases, err = s.Held(InventedWeight); err != nil {
		return nil, err
	}
	_, more, err := s.Others(folder)
	return append(cases, more...), err
}

// Others returns the mails of other people that neither voice was made on, and what the
// voices say of them.
func (s Sets) Others(folder string) (mails []Sample, cases []Case, err error) {
	if mails, err = Labelled(filepath.Join(folder, "jobmail/dev2.jsonl")); err != nil {
		return nil, nil, err
	}
	cases, err = Cases(mails, Model(s.All()), 1)
	return mails, Balanced(cases), err
}

// most is what the mails of one source count together: how one mailbox writes says less
// than how many do.
const most = 40

// Balanced weighs the cases so that no source counts more than most.
func Balanced(cases []Case) []Case {
	count := map[string]float64{}
	for _, c := range cases {
		count[c.Source]++
	}
	for i, c := range cases {
		cases[i].Weight = min(1, most/count[c.Source])
	}
	return cases
}

// Digest says of which samples the weights were made.
func Digest(samples []Sample, weights []byte) string {
	h := sha256.New()
	for _, s := range samples {
		subject, text := s.Letter.Words()
		fmt.Fprintf(h, "%s %q %q\n", s.Kind, subject, text)
	}
	h.Write(weights)
	return hex.EncodeToString(h.Sum(nil))
}
