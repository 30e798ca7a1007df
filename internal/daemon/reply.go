package daemon

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/internal/intake"
	"afterword/internal/intake/note"
	"afterword/internal/mail"
	"afterword/mailwatch"
	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
	"afterword/templates"
)

// A reply is a message of the user's that answers a note.
type reply struct {
	to  *placedNote
	msg *mail.Message
	key string // the same for every copy of it
	at  time.Time
}

// reply returns the answer to a note that a message is, nil where it is none or may not
// count. ours is true where it is a note or an answer, whatever counts of it: then it is
// nothing else.
//
// What the user sent lies in Sent, where nobody else can write. Elsewhere somebody may
// have written it in his name: there it has to name the note's own identifier, which
// never leaves the mailbox, and its DMARC has to have passed.
func (w *worker) reply(m mailwatch.Message) (one *reply, ours bool) {
	if !w.ofNote(m.Header) && !w.toHimself(m.Header) {
		return nil, false
	}
	msg := mail.Read(m.Body)
	to, named := w.finds.notes.answeredBy(m.Header)
	if to == nil {
		for _, tag := range note.Tags(msg.Text().Text) {
			if to = w.finds.notes.byTag[tag]; to != nil {
				break
			}
		}
	}
	switch {
	case to == nil:
		return nil, false
	case !w.toHimself(m.Header): // it went to nobody
		return nil, true
	case m.Mailbox == w.boxes.Sent && m.Mailbox != "":
	case m.MessageID == to.MessageID, slices.Contains(w.boxes.Unsent, m.Mailbox), slices.ContainsFunc(m.Flags, isDraft):
		return nil, true
	case !named || trust.DMARC(msg.Header, w.account.AuthservIDs) != "pass":
		return nil, true
	}
	key := "note/" + m.MessageID
	if m.MessageID == "" || m.MessageID == to.MessageID { // sent as it was edited
		key = "note/" + to.MessageID + "#" + rules.DigestOf([]byte(msg.Text().Text))
	}
	return &reply{to, msg, key, w.arrivedAt(m)}, true
}

// heed does what the user answers, all of it before the place in the mailbox is stored up
// to which it was read: an answer that is read twice is given once.
func (w *worker) heed(ctx context.Context, replies []reply, now time.Time) error {
	for _, r := range replies {
		if w.finds.keys["replied/"+r.key] {
			continue
		}
		if err := w.heedOne(ctx, r, now); err != nil {
			return fmt.Errorf("take in the answer to %q: %w", r.to.note.Subject, err)
		}
	}
	return nil
}

func (w *worker) heedOne(ctx context.Context, r reply, now time.Time) error {
	signature, _ := w.composer().signature()
	user := w.d.shelf.user.Load()
	cal := w.book.usual()
	answer := note.Read(r.to.note, r.msg, note.Options{Own: append(slices.Clone(user.own), user.called...), Signature: signature, Now: r.at, Calendar: cal})
	if answer.IsZero() {
		if len(answer.Stray) > 0 {
			w.record(r.to.Application, slogDecision, fmt.Sprintf("your answer to %q is not understood", r.to.note.Subject), quotedWords(answer.Stray), "rule", "note", "message", r.msg.MessageID)
		}
		return nil
	}
	done := intake.Replied{Note: r.to.MessageID, Asks: answer.Doubt != "" || answer.Moved && answer.Start.IsZero()}
	done.Answer, _ = json.Marshal(answer)
	h := heeding{w: w, ctx: ctx, reply: r, answer: answer, now: now}
	if err := h.do(); err != nil {
		return err
	}
	done.Asks = done.Asks || h.flawed
	if len(h.ends) > 0 {
		done.Ends, _ = json.Marshal(h.ends)
	}
	for _, u := range answer.Unread {
		w.record(r.to.Application, slogDecision, fmt.Sprintf("%q was not understood", u.Words), "you wrote it in answer to "+r.to.note.Subject, "rule", "note", "message", r.msg.MessageID)
	}
	if err := w.keepFinds(ctx, intake.Fact{Key: "replied/" + r.key, At: r.at, What: done}); err != nil {
		return err
	}
	return w.book.refresh(ctx)
}

func quotedWords(lines []string) string {
	return "you wrote " + fmt.Sprintf("%q", strings.Join(lines[:min(len(lines), 5)], " / "))
}

// A heeding is one answer that is carried out.
type heeding struct {
	w      *worker
	ctx    context.Context
	reply  reply
	answer note.Answer
	now    time.Time
	ends   []note.Unended // what ends no sentence
	flawed bool           // what he says cannot be right
}

func (h *heeding) do() error {
	one := h.reply.to
	if one.note.Kind == note.List {
		for i, v := range h.answer.Items {
			if v == "" || i >= len(one.note.Refs) {
				continue
			}
			if _, err := h.say(one.note.Refs[i], intake.Answered{Word: intake.Word(v)}, fmt.Sprintf("%s/%d", h.reply.key, i)); err != nil {
				return err
			}
		}
		return nil
	}
	if one.Application == "" {
		if f, ok := intake.Named(h.w.allFinds(), one.Tag); ok && f.Application == "" || ok && isWord(h.answer) {
			out, err := h.say(one.Tag, h.answered(), h.reply.key)
			if err != nil || out.Application == "" {
				return err
			}
		}
	}
	// What he says is put into the application as it is by now, with what a command said.
	if err := h.w.book.refresh(h.ctx); err != nil {
		return err
	}
	a, v, ok := h.w.interviewOf(one)
	if !ok {
		return nil
	}
	return h.tell(a, v)
}

// isWord reports whether an answer is about a find as a whole, and no more.
func isWord(a note.Answer) bool {
	return (a.Verdict == note.No || a.Verdict == note.Stop || a.Verdict == note.Snooze) && !a.NotHeld
}

// answered is an answer as a find takes it. What was not understood and stands in the way
// of a letter is asked again.
func (h *heeding) answered() intake.Answered {
	a := h.answer
	said := intake.Answered{Word: intake.Word(a.Verdict), Until: a.Until, Words: strings.Join(a.Words, " / "), Where: "note",
		Fields: intake.Fields{Company: a.Company, Role: a.Role, Start: a.Start, End: a.End, Zone: a.Zone, Decision: a.Decision, Interviewers: a.People}}
	unclear := slices.ContainsFunc(a.Unread, func(u note.Unread) bool {
		return u.Field == note.When || u.Field == note.People || u.Field == note.Took
	})
	said.Postponed = a.Moved && a.Start.IsZero()
	switch {
	case a.Doubt != "" && a.Verdict != note.No && a.Verdict != note.Stop, said.Postponed, unclear && a.Verdict == note.Yes:
		said.Word = intake.Ask
	case a.NotHeld:
		said.Word = intake.No
	}
	return said
}

// say answers a find. What is implausible is asked again, and costs nothing else.
func (h *heeding) say(tag string, said intake.Answered, key string) (Outcome, error) {
	said.Tag, said.Where = tag, "note"
	if said.Words == "" {
		said.Words = strings.Join(h.answer.Words, " / ")
	}
	out, err := Answer(h.ctx, h.w.d.Store, h.w.config().Accounts, h.w.name, said, key, h.reply.at)
	if isImplausible(err) {
		h.w.record("", slogTrouble, "what you answered cannot be right: "+err.Error(), quotedWords(h.answer.Words), "rule", "note")
		said.Word, said.Fields = intake.Ask, intake.Fields{}
		out, err = Answer(h.ctx, h.w.d.Store, h.w.config().Accounts, h.w.name, said, key, h.reply.at)
	}
	if err != nil {
		return out, err
	}
	return out, h.w.refreshFinds(h.ctx)
}

// tell puts an answer into an application: what stayed, whether it took place, when they
// decide.
func (h *heeding) tell(a rules.Application, v rules.Interview) error {
	d := a.Describe()
	d.Interviews = slices.Clone(d.Interviews)
	i := slices.IndexFunc(d.Interviews, func(one rules.Interview) bool { return one.ID == v.ID })
	if i < 0 {
		return nil
	}
	one, answer := &d.Interviews[i], h.answer
	var facts []rules.Fact
	add := func(key string, what rules.What) {
		facts = append(facts, rules.Fact{Key: "user/" + h.reply.key + key, At: h.reply.at, What: what})
	}
	switch {
	case answer.Verdict == note.Stop:
		add("/stop", rules.Stopped{})
	case answer.Verdict == note.Snooze:
		add("/snooze", rules.Snoozed{Until: answer.Until})
	case answer.NotHeld, answer.Moved && answer.Start.IsZero():
		one.Cancelled = true
	case !answer.Start.IsZero():
		one.Start, one.End, one.Cancelled, one.NoShow = answer.Start, answer.End, false, false
		if one.End.IsZero() {
			one.End = one.Start.Add(rules.UsualLength)
		}
		if zone := answer.Start.Location(); one.Decision.Before(rules.DateOf(one.End.In(zone))) {
			one.Decision = rules.Date{} // they meant the time before
		}
	case answer.NoShow:
		one.NoShow = true
	}
	if !answer.Decision.IsZero() {
		one.Decision = answer.Decision
	}
	d.RoleSaid, d.CompanySaid = cmp.Or(answer.RoleSaid, d.RoleSaid), cmp.Or(answer.CompanySaid, d.CompanySaid)
	one.Points = append(slices.Clone(one.Points), h.points(a)...)
	zone, err := h.w.book.calendar(a)
	if err == nil {
		err = d.Flaw(zone.Zone())
	}
	if err != nil {
		h.w.record(a.ID, slogTrouble, "what you answered cannot be right: "+err.Error(), quotedWords(answer.Words), "rule", "note")
		h.flawed = true
		return nil
	}
	add("", d)
	if _, err := h.w.d.Store.AddFacts(h.ctx, a.ID, facts...); err != nil {
		return err
	}
	h.w.record(a.ID, slogDecision, "you answered "+fmt.Sprintf("%q", h.reply.to.note.Subject), quotedWords(answer.Words), "rule", "note", "message", h.reply.msg.MessageID)
	return nil
}

// points makes points of what stayed with the user, as `note --with` does: each as the
// end of its sentence. What ends none is asked again.
func (h *heeding) points(a rules.Application) []rules.Point {
	language := h.reply.to.note.Language
	code, _, _ := strings.Cut(strings.ToLower(language), "-")
	end := func(field note.Field, e templates.End, person, typed string) string {
		if typed == "" {
			return ""
		}
		words, sentence, ok := templates.Ended(language, e, typed)
		// What was seen as it would stand, and is written once more, is accepted.
		if h.reply.to.note.Kind == note.Again {
			words, sentence, ok = templates.Kept(language, e, typed)
		} else if ok {
			ok = templates.Surely(language, e, words)
		}
		if !ok {
			if sentence == "" {
				sentence, _ = templates.Unended(language, e, typed)
			}
			if sentence == "" {
				sentence = templates.Prompt(language, e)
			}
			h.ends = append(h.ends, note.Unended{Field: field, Person: person, Said: typed, Sentence: sentence})
			return ""
		}
		return words
	}
	var list []rules.Point
	for _, t := range h.answer.Told {
		with := t.Person
		if _, ok := a.Contact(with); !ok {
			with = ""
		}
		if words := end(note.Topic, templates.Topic, t.Person, t.Topic); words != "" {
			list = append(list, rules.Point{Topic: words, With: with, Language: code})
		}
	}
	because, own := end(note.Because, templates.Because, "", h.answer.Because), end(note.OwnWork, templates.OwnWork, "", h.answer.OwnWork)
	switch {
	case because == "" && own == "":
	case len(list) > 0:
		list[0].Because, list[0].OwnWork = because, own
	default:
		list = append(list, rules.Point{Because: because, OwnWork: own, Language: code})
	}
	return list
}
