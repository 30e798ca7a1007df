package daemon

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"afterword/drafter"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/rules"
)

// act makes the Drafts mailbox agree with what the rules say: what should not
// stand there any more goes first, then what should is placed.
func (w *worker) act(ctx context.Context, now time.Time) error {
	w.release = nil
	if err := w.makeAnswerBoxes(ctx, now); err != nil {
		return err
	}
	if err := w.resume(ctx, now); err != nil {
		return err
	}
	due, err := w.book.due(ctx, now)
	if err != nil {
		return err
	}
	for _, id := range due {
		if err := w.update(ctx, id, now); err != nil {
			return errors.Join(err, w.book.note(ctx, now))
		}
	}
	if err := w.ask(ctx, now); err != nil {
		return errors.Join(err, w.book.note(ctx, now))
	}
	return w.book.note(ctx, now)
}

// mostRounds is how often one application is planned in a pass. One that does not
// come to rest in so many is due in the next.
const mostRounds = 4

// update brings one application up to date. What that adds to its facts, or what
// arrives meanwhile, is planned in a further round: nothing is noted of a plan that
// is older than what is known.
func (w *worker) update(ctx context.Context, id string, now time.Time) error {
	if a := w.book.apps[id]; a.Forgotten() {
		return w.forget(ctx, a, now)
	}
	var next, retry time.Time
	facts := 0
	for range mostRounds {
		if w.book.fresh(id) {
			return nil // its past comes first
		}
		if err := w.withdrawStaleOf(ctx, id, now); err != nil {
			return err
		}
		facts = len(w.book.facts[id])
		at, wait, err := w.carryOut(ctx, id, now)
		if err != nil {
			return err
		}
		if next = at; wait > 0 {
			retry = now.Add(wait)
		}
		if len(w.book.facts[id]) == facts {
			break
		}
	}
	if w.holds[id] != nil || w.awaits {
		return nil // it stays due: the other accounts are being asked, or a language model
	}
	if !retry.IsZero() {
		next = retry
	}
	w.book.planned(id, facts, next)
	return nil
}

// carryOut tells and places what the plan of an application says, and returns when
// that changes by itself. wait is how long a draft has to wait, 0 where none has.
func (w *worker) carryOut(ctx context.Context, id string, now time.Time) (next time.Time, wait time.Duration, err error) {
	a := w.book.apps[id]
	plan, cal, err := w.book.plan(a, now)
	if err != nil {
		// One application's trouble (a zone that is none) is not the others'.
		w.record(id, slogTrouble, "this application cannot be planned", err.Error(), "rule", "trouble")
		return now.Add(time.Hour), 0, nil
	}
	w.awaits = false
	if err := w.tell(ctx, a, plan.Notices, now); err != nil {
		return next, 0, err
	}
	drafts, err := w.draftsOf(ctx, id)
	if err != nil {
		return next, 0, err
	}
	due := slices.DeleteFunc(slices.Clone(plan.FollowUps), func(f rules.FollowUp) bool { return !wanted(a, f) || !placeable(f, drafts) })
	for _, f := range due {
		if renewed(a, f.Key) {
			continue // it stood there up to now
		}
		asked, err := w.othersAsked(ctx, a, f, now)
		if err != nil {
			return next, wait, err
		}
		if !asked {
			return plan.Next, wait, nil
		}
	}
	delete(w.holds, id)
	for _, f := range due {
		// The next of a panel knows what the one before it says.
		held, err := w.place(ctx, w.book.apps[id], f, cal, now)
		if err != nil {
			return next, wait, err
		}
		if held > 0 && (wait == 0 || held < wait) {
			wait = held
		}
	}
	return plan.Next, wait, nil
}

// retryHeld is after how long a draft that the server refused is tried again, and at
// first one that could not be worded.
const retryHeld = time.Minute

// placeable reports whether no draft of the follow-up stands, is under way, or
// was sent or thrown away: only one that the program withdrew itself may come
// again, and one for a meeting that was moved since.
func placeable(f rules.FollowUp, drafts []store.Draft) bool {
	return !slices.ContainsFunc(drafts, func(d store.Draft) bool {
		return d.FollowUp == f.Key && d.State != store.Removed && !(d.State == store.Discarded && d.DecidedAt.Before(f.Since))
	})
}

func (w *worker) draftsOf(ctx context.Context, id string) ([]store.Draft, error) {
	if err := w.book.open(ctx); err != nil || !w.book.drafted[id] {
		return nil, err
	}
	drafts, err := w.d.Store.DraftsOf(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read drafts of %q: %w", id, err)
	}
	return drafts, nil
}

// place writes a follow-up and puts it into Drafts. held is for how long it has to
// wait, 0 where it has not; the user was told why.
func (w *worker) place(ctx context.Context, a rules.Application, f rules.FollowUp, cal *rules.Calendar, now time.Time) (held time.Duration, err error) {
	if rest := w.rests(a, f, now); rest > 0 {
		return rest, nil
	}
	draft, ready, err := w.compose(ctx, a, f, cal, now)
	switch {
	case errors.Is(err, mailwatch.ErrLost), ctx.Err() != nil:
		return 0, errors.Join(err, ctx.Err())
	case err != nil:
		return w.unworded(ctx, a, f, err, now)
	case !ready:
		w.awaits = true
		return 0, nil
	}
	delete(w.unwritten, letterOf{a.ID, f.Key})
	if adopted, err := w.adopt(ctx, a, draft, now); adopted || err != nil {
		return 0, err
	}
	r := drafter.Record{Account: w.name, Application: a.ID, FollowUp: f.Key, MessageID: draft.MessageID, Raw: draft.Raw, Sentences: draft.Sentences, At: now,
		Basis: w.basisOf(a, f, cal, now).String()}
	placer := drafter.Placer{Step: w.d.Step}
	w.book.drafted[a.ID] = true
	outcome, err := placer.Place(ctx, mailbox{w.conn}, journal{w.d.Store}, w.drafterBoxes(), r, now)
	if err != nil {
		return w.heldUp(ctx, a, r, err, now)
	}
	return 0, w.placed(ctx, a, r, outcome, now)
}

// heldUp tells the user why the server does not take a draft. It is decided, and
// the next pass goes on with it. What only a new connection can mend is an error.
func (w *worker) heldUp(ctx context.Context, a rules.Application, r drafter.Record, err error, now time.Time) (time.Duration, error) {
	for _, word := range []error{mailwatch.ErrOverQuota, mailwatch.ErrDiskFull, mailwatch.ErrReadOnly, mailwatch.ErrRefused, mailwatch.ErrUnavailable} {
		if errors.Is(err, word) && !errors.Is(err, mailwatch.ErrLost) {
			return retryHeld, w.tellOnce(ctx, a, "held/"+r.MessageID, "held", fmt.Sprintf("the draft of %s waits: %v", a.TitleOf(r.FollowUp), inTheirWords(word, err)), now)
		}
	}
	return 0, err
}

// inTheirWords is a refusal with what the server said of it, where it said anything.
func inTheirWords(word, err error) error {
	var no *mailwatch.Refusal
	if errors.As(err, &no) && no.Said != "" {
		return no
	}
	return word
}

// placed notes what became of a draft that was to be placed.
func (w *worker) placed(ctx context.Context, a rules.Application, r drafter.Record, outcome drafter.Outcome, now time.Time) error {
	var err error
	switch outcome {
	case drafter.Placed:
		f := w.followUp(a, r.FollowUp, now)
		text := fmt.Sprintf("a draft of %s to %s stands in %s", f.Title(), nameOf(f.To), w.boxes.Drafts)
		if wasRemoved(a, r.FollowUp) {
			text += " again"
		}
		w.record(a.ID, slogDecision, text, reasonWords(f.Reasons), "rule", ruleOf(f.Reasons), "message", r.MessageID)
		if !w.rewritten(a, r.FollowUp, now) { // one took the other's place: no news
			w.notify(ctx, a, text)
		}
	case drafter.Sent:
		err = w.d.Store.EndDraft(ctx, r.MessageID, store.Sent, rules.Fact{})
	case drafter.Missing:
		err = w.d.Store.EndDraft(ctx, r.MessageID, store.Removed, rules.Fact{})
	default:
		f := rules.Fact{Key: "discarded/" + r.MessageID, At: now, What: rules.Discarded{FollowUp: r.FollowUp}}
		err = w.d.Store.EndDraft(ctx, r.MessageID, store.Discarded, f)
	}
	return errors.Join(err, w.book.refresh(ctx))
}

// followUp plans an application and returns one follow-up of it.
func (w *worker) followUp(a rules.Application, key string, now time.Time) rules.FollowUp {
	if plan, _, err := w.book.plan(a, now); err == nil {
		for _, f := range plan.FollowUps {
			if f.Key == key {
				return f
			}
		}
	}
	kind, _, _ := strings.Cut(key, "/")
	return rules.FollowUp{Key: key, Kind: rules.Kind(kind)}
}

// resume goes on with drafts that a crash or a lost connection left between
// "decided" and "recorded".
func (w *worker) resume(ctx context.Context, now time.Time) error {
	wanted := func(r drafter.Record) bool {
		a := w.book.apps[r.Application]
		f := w.followUp(a, r.FollowUp, now)
		if cal, err := w.book.calendar(a); err != nil || len(w.basisOf(a, f, cal, now).Changed(r.Basis)) > 0 {
			return false // it would say what is not so
		}
		return wanted(a, f) && !f.Since.After(r.At)
	}
	placer := drafter.Placer{Step: w.d.Step}
	done, err := placer.Resume(ctx, mailbox{w.conn}, journal{w.d.Store}, w.drafterBoxes(), w.name, wanted, now)
	for _, one := range done {
		if err := w.placed(ctx, w.book.apps[one.Record.Application], one.Record, one.Outcome, now); err != nil {
			return err
		}
	}
	if err != nil && errors.Is(err, mailwatch.ErrLost) || ctx.Err() != nil {
		return err
	}
	if err != nil {
		w.log.Warn("a draft waits", "error", err)
	}
	return nil
}

// seedOf chooses the wordings of a follow-up: always the same ones for the same
// application, others for another.
func seedOf(application, followUp string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(application + "\x00" + followUp))
	return h.Sum64()
}
