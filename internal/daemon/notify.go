package daemon

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"afterword/internal/store"
	"afterword/mailwatch/recognize/find"
	"afterword/rules"
)

// The levels at which something is said in the program's own log.
const (
	slogMessage  = slog.LevelInfo
	slogDecision = slog.LevelInfo
	slogTrouble  = slog.LevelWarn
)

// record writes into the program's log and into the store's log of decisions, where
// `afterword log` reads it. pairs are "rule" and "message" with their values.
func (w *worker) record(application string, level slog.Level, what, why string, pairs ...string) {
	e := store.Entry{At: w.d.Now(), Account: w.name, Application: application, What: what, Why: why}
	var attrs []any
	if application != "" { // what concerns the account as a whole has none
		attrs = append(attrs, "application", application)
	}
	if why != "" {
		attrs = append(attrs, "why", why)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		switch pairs[i] {
		case "rule":
			e.Rule = pairs[i+1]
		case "message":
			e.Message = pairs[i+1]
		}
		attrs = append(attrs, pairs[i], pairs[i+1])
	}
	w.log.Log(context.Background(), level, what, attrs...)
	if w.noted != nil {
		*w.noted = append(*w.noted, e)
		return
	}
	// The log of decisions is for reading afterwards: that it can't be written
	// must not keep a draft from being withdrawn.
	if err := w.d.Store.Log(context.Background(), e); err != nil {
		w.log.Warn("a decision could not be noted", "error", err)
	}
}

// noting collects what f says, to be stored with the mail that it is about: one
// write for a batch of messages instead of one for each.
func (w *worker) noting(f func() (store.Mail, error)) (store.Mail, error) {
	var log []store.Entry
	w.noted = &log
	defer func() { w.noted = nil }()
	mail, err := f()
	mail.Log = log
	return mail, err
}

// tell tells the user what a plan has to say, each thing once.
func (w *worker) tell(ctx context.Context, a rules.Application, notices []rules.Notice, now time.Time) error {
	for _, n := range notices {
		if n, ready, err := w.advised(ctx, a, n); err != nil {
			return err
		} else if !ready {
			w.awaits = true
			continue
		} else if err := w.tellOnce(ctx, a, n.Topic, n.Reason.Rule, n.Text, now); err != nil {
			return err
		}
	}
	return nil
}

// advised returns a question about a message with what the user's language model takes
// that for, if he wants to know; ready is false while it is being asked.
func (w *worker) advised(ctx context.Context, a rules.Application, n rules.Notice) (_ rules.Notice, ready bool, err error) {
	opinion := w.d.standing().Opinion
	if opinion == nil || n.Message == "" || !n.AsksKind() || knows(w.book.apps[a.ID], toldKey(n.Topic)) {
		return n, true, nil
	}
	words, ready, err := ask(ctx, w, "opinion/"+n.Message, "", "", func() (func(context.Context) string, error) {
		letter, found, err := w.reread(ctx, n.Message)
		if !found {
			return func(context.Context) string { return "" }, err
		}
		return func(ctx context.Context) string { return opinion(ctx, letter) }, err
	})
	if words != "" {
		n.Text += "; " + words
	}
	return n, ready, err
}

func toldKey(topic string) string { return "told/" + topic }

// tellOnce tells the user something, unless he was told under this topic before.
func (w *worker) tellOnce(ctx context.Context, a rules.Application, topic, rule, text string, now time.Time) error {
	told := rules.Fact{Key: toldKey(topic), At: now, What: rules.Told{Topic: topic}}
	if knows(w.book.apps[a.ID], told.Key) {
		return nil
	}
	added, err := w.d.Store.AddFacts(ctx, a.ID, told)
	if err != nil {
		return fmt.Errorf("note that the user was told: %w", err)
	}
	if added > 0 {
		w.record(a.ID, slogTrouble, about(a)+": "+text, "", "rule", rule)
		w.notify(ctx, a, text)
	}
	return w.book.refresh(ctx)
}

// notify tells the user something of an application, outside the log.
func (w *worker) notify(ctx context.Context, a rules.Application, text string) {
	now := w.d.Now()
	for said, at := range w.lately {
		if now.Sub(at) > sameWithin {
			delete(w.lately, said)
		}
	}
	if _, said := w.lately[a.ID+"\n"+text]; said {
		return
	}
	w.lately[a.ID+"\n"+text] = now
	if w.d.Notify != nil {
		w.d.Notify(ctx, Notification{Account: w.name, Application: a.ID, Title: about(a), Text: text})
	}
}

// sameWithin is how long the same words are not said again.
const sameWithin = time.Hour

// about names an application as the user knows it.
func about(a rules.Application) string { return a.Role + " at " + a.Company }

func nameOf(c rules.Contact) string {
	if c.Name == "" {
		return c.Address
	}
	return strings.TrimSpace(c.Honorific + " " + c.Name)
}

func wordsOf(evidence []find.Evidence) string {
	var words []string
	for _, e := range evidence {
		words = append(words, fmt.Sprintf("%s: %q", e.Where, e.Words))
	}
	return strings.Join(words, "; ")
}

func reasonWords(reasons []rules.Reason) string {
	var words []string
	for _, r := range reasons {
		words = append(words, r.Text)
	}
	return strings.Join(words, "; ")
}

func ruleOf(reasons []rules.Reason) string {
	if len(reasons) == 0 {
		return ""
	}
	return reasons[len(reasons)-1].Rule
}
