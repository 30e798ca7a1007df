package daemon

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/intake"
	"afterword/internal/store"
	"afterword/mailwatch"
	"afterword/mailwatch/attribute"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

// finds are what an account's own mailboxes tell of interviews that belong to no
// application, as its worker knows it. What follows from it with what the other accounts
// tell stands on the shelf: see gathered.
type finds struct {
	read    bool  // all there was, once
	seq     int64 // of the newest fact that was read
	keys    map[string]bool
	unsaved map[string]bool // keys of facts that the store does not have yet
	ids     map[string]bool // Message-IDs of the mail that told of them
	senders map[string]bool
	tags    map[string]string // of finds, by the Message-ID of their mail
	// moved are the newest answers by moving a message, and movements how many there were,
	// by its Message-ID.
	moved     map[movement]intake.Answered
	movements map[string]int
	notes     notes // that ask the user about them, and how interviews were
}

// learn takes in a fact.
func (f *finds) learn(fact intake.Fact) {
	if f.keys == nil {
		f.keys, f.unsaved, f.ids, f.senders, f.tags = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]string{}
		f.moved, f.movements = map[movement]intake.Answered{}, map[string]int{}
	}
	if f.keys[fact.Key] {
		return
	}
	f.keys[fact.Key] = true
	f.notes.learn(fact)
	if w, ok := fact.What.(intake.Answered); ok && w.Moved != "" {
		f.moved[movement{w.Moved, w.Tag}] = w
		f.movements[w.Moved]++
	}
	if w, ok := fact.What.(intake.Found); ok {
		if w.MessageID != "" {
			f.ids[w.MessageID], f.tags[w.MessageID] = true, w.Tag
		}
		if from := strings.ToLower(w.From.Address); from != "" {
			f.senders[from] = true
		}
	}
}

// refreshFinds reads what the store has learnt of finds since, from this worker or a
// command.
func (w *worker) refreshFinds(ctx context.Context) error {
	if !w.config().Intake.Enabled {
		return nil
	}
	fresh, err := w.d.Store.AccountFacts(ctx, w.name, w.finds.seq)
	if err != nil {
		return err
	}
	for _, one := range fresh {
		fact, err := FindFact(one)
		if err != nil {
			return fmt.Errorf("fact %q of account %q: %w", one.Key, w.name, err)
		}
		w.finds.learn(fact)
		delete(w.finds.unsaved, one.Key)
		w.finds.seq = one.Seq
	}
	w.knowsFinds.Store(w.finds.seq)
	if err := w.d.shelf.found.refresh(ctx, w.d.Store); err != nil {
		return err
	}
	if !w.finds.read {
		past, err := w.d.Store.Cursor(ctx, w.name, searchedBox)
		if err != nil {
			return err
		}
		w.unsearched, w.finds.read = past.UIDValidity == 0, true
	}
	return nil
}

// reviseFinds forgets what the last pass found and could not store: it is found again.
func (w *worker) reviseFinds(ctx context.Context) error {
	if len(w.finds.unsaved) > 0 {
		w.finds = finds{}
	}
	return w.refreshFinds(ctx)
}

// searchedBox stands in the store for the mailbox of which a cursor says that the past of
// the account was looked through for interviews.
const searchedBox = ": interviews"

// searched notes that the past of the account was looked through for interviews, and
// tells the user of those that were found.
func (w *worker) searched(ctx context.Context, told []store.AccountFact, now time.Time) error {
	if err := w.d.Store.SaveMail(ctx, store.Mail{Cursor: store.Cursor{Account: w.name, Mailbox: searchedBox, UIDValidity: 1, UIDNext: 1}}); err != nil {
		return err
	}
	w.unsearched = false
	if err := w.refreshFinds(ctx); err != nil {
		return err
	}
	w.askAbout(ctx, told, now)
	return nil
}

// FindFact is a fact of an account as the store keeps it, read.
func FindFact(f store.AccountFact) (intake.Fact, error) {
	what, err := intake.Decode(f.Type, f.Body)
	return intake.Fact{Account: f.Account, Key: f.Key, At: f.At, What: what}, err
}

// StoredFind is the inverse of FindFact.
func StoredFind(account string, f intake.Fact) (store.AccountFact, error) {
	kind, body, err := intake.Encode(f.What)
	return store.AccountFact{Account: account, Key: f.Key, At: f.At, Type: kind, Body: body}, err
}

// looksForFinds reports whether a mailbox that was never read is one that is new: the past
// of the others was looked through.
func (w *worker) looksForFinds() bool {
	return w.config().Intake.Enabled && w.finds.read && !w.unsearched
}

// mayTell reports whether a message that belongs to nobody may tell of an interview: its
// text is worth fetching. So is whatever a person at a company writes to the user.
func (w *worker) mayTell(h mailwatch.Header) bool {
	return w.mayBeFind(h) || w.config().Intake.Enabled && !w.isAside(h) && h.Size <= mostOfAPerson && intake.Personal(h.Envelope, w.d.shelf.user.Load().mine)
}

// mostOfAPerson is how large a message under any subject may be that is looked into.
const mostOfAPerson = 256 << 10

// isAside reports whether a message is no news to anybody: a report, or in Trash or Junk,
// where one that the user threw away, or never asked for, is none that he is asked about.
func (w *worker) isAside(h mailwatch.Header) bool {
	return h.Report || h.Mailbox == w.boxes.Trash || slices.Contains(w.boxes.Junk, h.Mailbox)
}

// mayBeFind reports the same of what its envelope alone makes likely.
func (w *worker) mayBeFind(h mailwatch.Header) bool {
	if !w.config().Intake.Enabled || w.isAside(h) {
		return false
	}
	return w.ofFind(h) || intake.Candidate(h.Envelope, h.Raw)
}

// ofFind reports whether a message is in the thread of a find, or from whom told of one.
func (w *worker) ofFind(h mailwatch.Header) bool {
	return w.finds.ids[h.InReplyTo] || slices.ContainsFunc(h.References, func(id string) bool { return w.finds.ids[id] }) ||
		w.finds.senders[strings.ToLower(h.Sender.Address)]
}

// arrived makes facts of a message that the user did not write: of the applications whose
// it is, else of the interview that it tells of.
func (w *worker) arrived(matcher, all *attribute.Matcher, people *trust.Contacts, letter recognize.Letter, m mailwatch.Message) (found store.Mail) {
	if matcher.Wants(m.Envelope) {
		if found, other := w.otherRole(matcher, all, people, letter, m); other {
			return found
		}
		found = taken(w.received(matcher, all, people, letter, m))
	}
	if len(found.Seen) > 0 || !w.mayTell(m.Header) || !letter.May() && !w.ofFind(m.Header) {
		return found
	}
	if all != matcher && len(all.Belongs(letter)) > 0 || len(all.Near(letter)) > 0 {
		return found // another application's, or perhaps one's
	}
	found.Finds = w.look(letter, people, m)
	return found
}

// taken are facts of one message as they are saved.
func taken(seen store.Seen, facts []store.MailFact) store.Mail {
	mail := store.Mail{Facts: facts}
	if seen.MessageID != "" {
		mail.Seen = []store.Seen{seen}
	}
	return mail
}

// look makes facts of a message that belongs to no application: of the interview that it
// tells of, or the receipt of an application that it is.
func (w *worker) look(letter recognize.Letter, people *trust.Contacts, m mailwatch.Message) []store.AccountFact {
	fact := w.findIn(letter, people, m, false)
	if fact.What == nil || w.finds.keys[fact.Key] {
		return nil
	}
	stored, err := StoredFind(w.name, fact)
	if err != nil {
		w.log.Warn("a find could not be kept", "error", err)
		return nil
	}
	w.finds.learn(fact)
	w.finds.unsaved[fact.Key] = true
	if found, ok := fact.What.(intake.Found); ok {
		what, rule := "%q from %s tells of an interview", "found"
		if found.Choice {
			what, rule = "%q from %s leaves the time of an interview to your choice: nothing is entered before there is one", "choice"
		}
		w.record("", slogMessage, fmt.Sprintf(what, found.Subject, nameOf(found.From)), strings.Join(found.Words, "; "), "rule", rule, "message", found.MessageID)
	}
	return []store.AccountFact{stored}
}

// findIn is the fact that a message makes, the zero Fact where it makes none. said is true
// where the user says that it tells of an interview.
func (w *worker) findIn(letter recognize.Letter, people *trust.Contacts, m mailwatch.Message, said bool) (fact intake.Fact) {
	cal, err := w.config().Calendar(w.account, "", "")
	if err != nil {
		return fact
	}
	opt := w.reading(people)
	opt.Calendar = cal
	v := letter.Judge(opt)
	if v.MessageID == "" {
		v.MessageID = m.MessageID
	}
	fact.At = w.arrivedAt(m)
	reader := intake.Reader{Own: opt.Own, NotMine: w.config().Intake.NotMine, Authserv: opt.Authserv, Contacts: people}
	found, ok := intake.Look(letter, v, reader, fact.At)
	if !ok && said {
		company, role := recognize.Named(letter, opt, v)
		found, ok = intake.Told(letter, v, reader, company, role), true
	} else if !ok && v.Choice != "" {
		company, role := recognize.Named(letter, opt, v)
		found, ok = intake.Offered(letter, v, reader, company, role)
	}
	if ok {
		found.Tag = intake.NewTag()
		fact.Key, fact.What = "found/", found
	} else if v.Kind == rules.MessageAcknowledgement && v.Confidence >= recognize.Likely {
		company, role := recognize.Named(letter, opt, v)
		applied, ok := intake.Receipt(v, company, role)
		if !ok {
			return intake.Fact{}
		}
		fact.Key, fact.What = "applied/", applied
	} else {
		return intake.Fact{}
	}
	if fact.Key += v.MessageID; v.MessageID == "" {
		fact.Key += "content:" + rules.DigestOf(m.Body)
	}
	return fact
}

// askAbout tells the user, outside the log, of finds that he has not been asked about.
// Those of a first look are many: of them he is told together.
func (w *worker) askAbout(ctx context.Context, fresh []store.AccountFact, now time.Time) {
	var open []intake.Find
	for _, f := range w.ownFinds() {
		if f.State == intake.Asked && slices.ContainsFunc(fresh, func(one store.AccountFact) bool {
			return one.Key == "found/"+toldBy(f)
		}) && w.claims(f) {
			open = append(open, f)
		}
	}
	switch {
	case len(open) == 0:
	case len(open) > mostAskedAtOnce:
		w.notifyOf(ctx, "Interviews in your mail", fmt.Sprintf("%d interviews were found: see `afterword finds`", len(open)))
	default:
		for _, f := range open {
			w.record("", slogDecision, "you are asked about "+f.Title(), f.Why(), "rule", "asked", "message", f.Mail[0].MessageID)
			w.notifyOf(ctx, f.Title()+"?", fmt.Sprintf("%s. Say `afterword yes %s`, or `afterword no %s`", f.When(now.Location()), f.Tag, f.Tag))
		}
	}
}

// toldBy is the Message-ID of the one mail that tells of the time of a find; "" where several
// do.
func toldBy(f intake.Find) (id string) {
	for _, m := range f.Mail {
		switch {
		case m.Choice:
		case id != "":
			return ""
		default:
			id = m.MessageID
		}
	}
	return id
}

// mostAskedAtOnce is of how many finds the user is told one by one.
const mostAskedAtOnce = 3

// notifyOf tells the user something of the account, outside the log.
func (w *worker) notifyOf(ctx context.Context, title, text string) {
	if w.d.Notify != nil {
		w.d.Notify(ctx, Notification{Account: w.name, Title: title, Text: text})
	}
}

// owns reports whether a message surely is an application's: no hint. The shelf is locked.
func (s *shelf) owns(id, messageID string) bool {
	return slices.ContainsFunc(s.books, func(b *book) bool {
		return slices.ContainsFunc(b.apps[id].Facts, func(f rules.Fact) bool {
			w, ok := f.What.(rules.Received)
			return ok && w.MessageID == messageID
		})
	})
}

// closeFinds notes which of the finds have become part of an application: one that was
// entered by hand, or as another's further round, has the message by now.
func (w *worker) closeFinds(ctx context.Context, now time.Time) error {
	var facts []store.AccountFact
	for _, f := range w.ownFinds() {
		if f.Application != "" || f.Answer == intake.No || f.Answer == intake.Stop || f.State == intake.Gone {
			continue
		}
		application := ""
		w.d.shelf.ask(func(m *attribute.Matcher, _ *trust.Contacts) {
			for _, mail := range f.Mail {
				if id, ok := m.Application(mail.MessageID); ok && w.d.shelf.owns(id, mail.MessageID) {
					application = id
				}
			}
		})
		if application == "" {
			continue
		}
		stored, err := StoredFind(w.name, intake.Fact{Key: "entered/" + f.Tag, At: now, What: intake.Entered{Tag: f.Tag, Application: application, By: "message"}})
		if err != nil {
			return err
		}
		facts = append(facts, stored)
		w.record(application, slogDecision, f.Title()+" belongs here: nothing is asked about it", "", "rule", "entered")
	}
	if len(facts) == 0 {
		return nil
	}
	if _, err := w.d.Store.AddAccountFacts(ctx, facts...); err != nil {
		return err
	}
	return w.refreshFinds(ctx)
}
