package daemon

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/internal/mail"
	"afterword/internal/store"
	"afterword/mailwatch/recognize"
	"afterword/rules"
	"afterword/templates"
)

// A Rewriter may put a finished draft better. What it returns has passed the
// proofreader; on any doubt it returns the draft as it was. mail is what the
// company wrote that the draft answers, "" unless the user allowed it to be shown.
type Rewriter func(ctx context.Context, in drafter.Input, d drafter.Draft, mail string) drafter.Draft

// A Composer writes follow-ups for an account: the same for the daemon and for
// `preview`.
type Composer struct {
	Config *config.Config
	Store  *store.Store
	Texts  *templates.Set
}

// Compose writes a follow-up. No two letters of a month share a sentence, as long as
// there are wordings; where they run out (many applications for one title) those
// to other companies may be said again, then those to other people of the company
// (several roles there), and never what the same person has read, or the same panel.
func (c Composer) Compose(ctx context.Context, account config.Account, a rules.Application, f rules.FollowUp, cal *rules.Calendar, now time.Time) (drafter.Input, drafter.Draft, error) {
	var in drafter.Input
	var draft drafter.Draft
	var err error
	for _, said := range []func() (map[string]bool, error){
		func() (map[string]bool, error) { return c.Store.UsedSentences(ctx, now.AddDate(0, -1, 0), a.Company) },
		func() (map[string]bool, error) { return c.Store.UsedSentences(ctx, now.Add(time.Hour), a.Company) }, // nobody wrote later than now
		func() (map[string]bool, error) { return c.Store.SentencesTo(ctx, f.To.Address) },
	} {
		var used map[string]bool
		if used, err = said(); err != nil {
			return in, draft, err
		}
		if in, err = c.input(ctx, account, a, f, cal, used, now); err != nil {
			return in, draft, err
		}
		if draft, _, err = drafter.Compose(ctx, in); !errors.Is(err, drafter.ErrNoWording) {
			return in, draft, err
		}
	}
	return in, draft, err
}

// input gathers what a letter needs. said are sentences that were used already.
func (c Composer) input(ctx context.Context, account config.Account, a rules.Application, f rules.FollowUp, cal *rules.Calendar, said map[string]bool, now time.Time) (drafter.Input, error) {
	signature, err := c.signature()
	if err != nil {
		return drafter.Input{}, err
	}
	in := c.plain(account, forget(a, said), f, cal, now)
	in.Me.Signature = signature
	if c.Config.Letters.Learn {
		if in.Voices, err = c.voices(ctx, account.Name); err != nil {
			return in, err
		}
		if in.Dropped, in.Kept, err = c.Store.Rewritten(ctx, now.Add(-learntOf)); err != nil {
			return in, err
		}
	}
	in.Used = func(sentence string) bool { return said[sentence] }
	if in.MessageID, err = drafter.NewMessageID(drafter.Sender(a, in.Me), rand.Reader); err != nil {
		return drafter.Input{}, fmt.Errorf("make a Message-ID: %w", err)
	}
	return in, nil
}

// plain is what a letter needs beside what was said before.
func (c Composer) plain(account config.Account, a rules.Application, f rules.FollowUp, cal *rules.Calendar, now time.Time) drafter.Input {
	if c.Config.Letters.Language != "" {
		a.Language = c.Config.Letters.Language // of all letters
	}
	return drafter.Input{App: a, FollowUp: f, Texts: c.Texts, Language: account.Language, Tone: c.Config.Letters.Tone,
		ByFullName: c.Config.Letters.Salutation == "full", HTML: c.Config.Letters.HTML, Calendar: cal, Now: now, Seed: seedOf(a.ID, f.Key),
		Me: drafter.Identity{Name: account.FromName, Address: account.Address}}
}

// basis is what a follow-up would be written from now.
func (w *worker) basisOf(a rules.Application, f rules.FollowUp, cal *rules.Calendar, now time.Time) drafter.Basis {
	return drafter.BasisOf(w.composer().plain(w.account, a, f, cal, now))
}

// signature returns what stands under every letter.
func (c Composer) signature() (string, error) {
	if c.Config.Letters.SignatureFile == "" {
		return c.Config.Letters.Signature, nil
	}
	b, err := os.ReadFile(c.Config.Letters.SignatureFile)
	if err != nil {
		return "", fmt.Errorf("read signature: %w", err)
	}
	return strings.TrimRight(strings.ReplaceAll(string(b), "\r\n", "\n"), "\n"), nil
}

// forget leaves out the drafts that the program took back, and takes their
// sentences out of said: what nobody ever read may be said again.
func forget(a rules.Application, said map[string]bool) rules.Application {
	removed := map[string]time.Time{}
	for _, f := range a.Facts {
		if r, ok := f.What.(rules.Removed); ok {
			removed[r.FollowUp] = f.At
		}
	}
	a.Facts = slices.DeleteFunc(slices.Clone(a.Facts), func(f rules.Fact) bool {
		p, ok := f.What.(rules.Placed)
		if !ok || f.At.After(removed[p.FollowUp]) {
			return false
		}
		for _, s := range p.Sentences {
			delete(said, s)
		}
		return true
	})
	return a
}

// compose writes a follow-up. ready is false while a language model puts it better: then
// mail is read on, and it is asked again when the worker's bell rings.
func (w *worker) compose(ctx context.Context, a rules.Application, f rules.FollowUp, cal *rules.Calendar, now time.Time) (draft drafter.Draft, ready bool, err error) {
	bounded, cancel := context.WithTimeout(ctx, longestCompose)
	defer cancel()
	in, draft, err := w.composer().Compose(bounded, w.account, a, f, cal, now)
	if err != nil {
		return drafter.Draft{}, false, err
	}
	if rewrite := w.d.standing().Rewrite; rewrite != nil {
		name, plain := "letter/"+a.ID+"/"+f.Key, draft
		// A letter of another day has its date, and another one's sentences.
		basis := w.basisOf(a, f, cal, now).String() + cal.Date(now).String()
		draft, ready, err = ask(ctx, w, name, basis, plain, func() (func(context.Context) drafter.Draft, error) {
			said, err := w.answered(ctx, f)
			return func(ctx context.Context) drafter.Draft { return rewrite(ctx, in, plain, said) }, err
		})
		if err != nil || !ready {
			return drafter.Draft{}, false, err
		}
		w.errands.forget(name)
		if slices.ContainsFunc(draft.Sentences, func(s string) bool { return templates.CountWords(s) > 3 && in.Used(s) }) {
			draft = plain // another letter has said it meanwhile
		}
	}
	for _, note := range draft.LeftOut {
		w.record(a.ID, slogDecision, fmt.Sprintf("%q was left out of %s: %s", note, f.Title(), templates.WhyLeftOut(note)), "", "rule", "left-out")
	}
	return draft, true, nil
}

// answered returns what a message says that a reply answers, if the user allowed
// incoming mail to be shown to his language model.
func (w *worker) answered(ctx context.Context, f rules.FollowUp) (string, error) {
	if f.Answers == "" || !w.config().Rewrite.AllowIncoming || f.Kind != rules.OfferReply && f.Kind != rules.RejectionReply {
		return "", nil
	}
	letter, found, err := w.reread(ctx, f.Answers)
	if err != nil || !found {
		return "", err
	}
	return letter.Judge(recognize.Options{Own: w.d.shelf.user.Load().own}).Text, nil
}

// reread fetches a message that was read before, by its Message-ID, if it still lies
// where it did. What the server refuses is not found; the error is a lost connection.
func (w *worker) reread(ctx context.Context, messageID string) (letter recognize.Letter, found bool, err error) {
	copies, err := w.d.Store.Message(ctx, w.name, messageID)
	if err != nil {
		return letter, false, err
	}
	for _, box := range boxesOf(copies) {
		var raw []byte
		uids, err := w.conn.Search(ctx, box, messageID)
		if err == nil && len(uids) > 0 {
			raw, err = mailbox{w.conn}.Fetch(ctx, box, 0, uids[0])
		}
		switch {
		case isLost(err), ctx.Err() != nil:
			return letter, false, fmt.Errorf("read message %q again: %w", messageID, cmp.Or(err, ctx.Err()))
		case err == nil && raw != nil:
			return recognize.Open(mail.Read(raw)), true, nil
		}
	}
	return letter, false, nil
}

// boxesOf are the mailboxes in which copies of a message were seen, the newest first.
func boxesOf(copies []store.Seen) (boxes []string) {
	for _, seen := range slices.Backward(copies) {
		if !slices.Contains(boxes, seen.Mailbox) {
			boxes = append(boxes, seen.Mailbox)
		}
	}
	return boxes
}
