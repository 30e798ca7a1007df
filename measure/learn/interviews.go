package learn

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/prose"
	"afterword/rules"
)

// An Interview is a message to a candidate about an interview, or one that looks like it,
// with what a careful reader finds in it.
type Interview struct {
	Raw          string   // the message
	Set          string   // who wrote it: what is measured is measured on other sets
	Trap         string   // why it is about no interview of the reader's; "" where it is about one
	Action       string   // new, move, cancel or reminder
	Decides      string   // the day by which they decide, as 2006-01-02; "" where nobody says
	Starts       []string // when they begin (RFC 3339), of which the clock is what counts
	Interviewers []string // their names as the message spells them
}

// Reader is whose mailbox the messages of Interviews lie in.
var Reader = struct {
	Address, Name, Zone string
}{"sam@winter.example", "Sam Winter", "Europe/Berlin"}

// Interviews reads the messages about interviews; folder is that of this package.
func Interviews(folder string) (all []Interview, err error) {
	names, err := filepath.Glob(filepath.Join(folder, "interviews", "*.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		set := strings.TrimSuffix(filepath.Base(name), ".jsonl")
		err := Lines(name, func(one Interview) error {
			one.Set = set
			all = append(all, one)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Answers are the examples for each kind of question.
type Answers map[prose.Kind][]Example

// Told is the set of the messages that stand in the tests of the rules.
const Told = "told"

// Ordinary is the set of messages that have times and people and are about no interview.
const Ordinary = "ordinary"

// BySet parts the messages by who wrote them.
func BySet(list []Interview) map[string][]Interview {
	sets := map[string][]Interview{}
	for _, one := range list {
		sets[one.Set] = append(sets[one.Set], one)
	}
	return sets
}

// Questions are what the prose of the messages is asked, with the answers: which of them are
// about an interview of the reader's, and who interviews.
func Questions(list []Interview) (a Answers, err error) {
	a = Answers{}
	zone, err := time.LoadLocation(Reader.Zone)
	if err != nil {
		return a, err
	}
	cal, err := rules.NewCalendar(rules.CalendarOptions{Zone: zone})
	if err != nil {
		return a, err
	}
	opt := recognize.Options{Calendar: cal, Own: []string{Reader.Address, "mira@holt.example"}, Names: []string{Reader.Name, "Mira Holt"}}
	for _, one := range list {
		l := recognize.Open(mail.Read([]byte(one.Raw)))
		a[prose.Glance] = append(a[prose.Glance], Example{Buckets: prose.GlanceCues(l.Subject, l.Body).Buckets(), Yes: one.Trap == "", Weight: one.weight()})
		for _, q := range l.Questions(opt) {
			e := Example{Buckets: q.Cues.Buckets(), Rules: q.Takes, Weight: one.weight()}
			switch q.Kind {
			case prose.Whose:
				e.Yes = one.Trap == ""
			case prose.Who:
				e.Yes = one.interviews(q.Name)
			case prose.When:
				e.Yes = one.begins(q.Start)
			case prose.Promise:
				e.Yes = q.Date.String() == one.Decides
			}
			if one.asks(q.Kind) {
				a[q.Kind] = append(a[q.Kind], e)
			}
		}
	}
	return a, nil
}

// Elsewhere are the samples of letters that have a time and are about no interview.
func Elsewhere(samples []Sample) Answers {
	a := Answers{}
	for _, s := range samples {
		switch s.Kind {
		case rules.MessageOther, rules.MessageHolding, rules.MessageQuestion, rules.MessageTimeline:
		default:
			continue
		}
		if prose.Clocked(s.Letter.Subject, s.Letter.Body) {
			a[prose.Glance] = append(a[prose.Glance], Example{Buckets: prose.GlanceCues(s.Letter.Subject, s.Letter.Body).Buckets(), Weight: 1})
		}
		for _, q := range s.Letter.Questions(recognize.Options{Own: []string{Reader.Address}, Names: []string{Reader.Name}}) {
			if q.Kind == prose.Whose && q.Timed {
				a[prose.Whose] = append(a[prose.Whose], Example{Buckets: q.Cues.Buckets(), Rules: q.Takes, Weight: 1})
			}
		}
	}
	return a
}

// asks reports whether a message answers a kind of question: what is no interview of the
// reader's has nobody who interviews him, and of some messages nothing is known but who does.
func (one Interview) asks(k prose.Kind) bool {
	switch k {
	case prose.Who:
		return one.Trap == ""
	case prose.When:
		return one.Trap == "" && one.Action != "cancel" && !(one.Set == Told && len(one.Starts) < 2)
	case prose.Promise:
		return one.Trap == "" && one.Set != Told
	}
	return true
}

// begins reports whether one of the talks begins at a time, by the clock on the wall.
func (one Interview) begins(at time.Time) bool {
	return slices.ContainsFunc(one.Starts, func(s string) bool { return strings.HasPrefix(s, at.Format("2006-01-02T15:04")) })
}

// weight is how much a message counts. Those that the rules were made on show what is right,
// and not how often the rules are; ordinary mail is more than all that is about interviews,
// and less like it than what else is asked about.
func (one Interview) weight() float64 {
	switch one.Set {
	case Told:
		return 0.2
	case Ordinary:
		return 0.25
	}
	return 1
}

// interviews reports whether somebody is one of the interviewers, in full or as the message
// calls him for short.
func (one Interview) interviews(name string) bool {
	return slices.ContainsFunc(one.Interviewers, func(i string) bool {
		i, name := strings.ToLower(i), strings.ToLower(name)
		return prose.Same(i, name) || strings.Contains(i, name) || strings.Contains(name, i)
	})
}

// InterviewsDigest says of which messages, and of what is seen of some of them, the weights
// were learned that the function reads.
func InterviewsDigest(list []Interview, weights func(prose.Kind) ([]byte, error)) (string, error) {
	h := sha256.New()
	var some []Interview
	for i, one := range list {
		fmt.Fprintf(h, "%q %q %q %q %q %q\n", one.Raw, one.Trap, one.Action, one.Decides, one.Starts, one.Interviewers)
		if i%25 == 0 {
			some = append(some, one)
		}
	}
	answers, err := Questions(some)
	if err != nil {
		return "", err
	}
	for _, kind := range prose.Kinds {
		for _, e := range answers[kind] {
			fmt.Fprintln(h, kind, e.Buckets, e.Yes)
		}
		b, err := weights(kind)
		if err != nil {
			return "", err
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
