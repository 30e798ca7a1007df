package recognize

import (
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/dates"
	"afterword/mailwatch/recognize/find"
	"afterword/rules"
)

// findDates looks for the date that the kind of message has: the new decision
// date, the end of an absence, the deadline of an offer. They count from the
// message's own Date; without one nothing relative can be said, so nothing is.
func findDates(l Letter, opt Options, v *Verdict) {
	if l.Date.IsZero() {
		return
	}
	text := l.Text
	if v.Kind == rules.MessageAutoReply {
		text = l.Subject + "\n\n" + text
	}
	text = mail.FirstBytes(text, 32<<10)
	lang := region(l)
	var seek func(string, string, time.Time, *rules.Calendar) (rules.Date, string, bool)
	var field *rules.Date
	switch v.Kind {
	case rules.MessageTimeline, rules.MessageHolding:
		seek, field = dates.Decision, &v.DecisionDate
	case rules.MessageQuestion, rules.MessageAcknowledgement:
		if !opt.Known {
			return // they decide nothing of his
		}
		seek, field = dates.Decision, &v.DecisionDate
	case rules.MessageOther:
		// Nothing was found of what an answer is, but a person promises one by a day.
		if !v.Person || len(v.Evidence) > 0 || !answers(l) || len(l.Text) > mostAnswer {
			return
		}
		seek, field = dates.Decision, &v.DecisionDate
	case rules.MessageAutoReply:
		seek, field = dates.Return, &v.ReturnDate
	case rules.MessageOffer:
		seek, field = dates.Respond, &v.RespondBy
	default:
		return
	}
	date, words, ok := seek(text, lang, l.Date, opt.Calendar)
	for _, other := range awayIn {
		if ok || v.Kind != rules.MessageAutoReply {
			break
		}
		date, words, ok = seek(text, other, l.Date, opt.Calendar) // the language of a note is hard to guess
	}
	if !ok {
		return
	}
	*field = date
	if field == &v.DecisionDate {
		v.Promise = words
	}
	if words != "" {
		v.Evidence = append(v.Evidence, find.Evidence{Where: "text", Words: words})
	}
	switch v.Kind {
	case rules.MessageHolding:
		v.Kind = rules.MessageTimeline // an answer without an outcome, but with a date
	case rules.MessageOther:
		v.Kind, v.Confidence = rules.MessageTimeline, promised
	}
}

// mostAnswer is how long such an answer is, in bytes.
const mostAnswer = 1000

// promised is the confidence of a date that stands alone: nothing else says what the
// letter is.
const promised = 0.65

// awayIn are the languages in which returns are looked for where the guessed one has none.
var awayIn = []string{"en", "de", "fr", "es", "nl", "it", "pt", "sv", "da", "pl"}

// region makes a language tag that says in which order day and month stand.
// English does not say; the sender's zone or domain does, where it is known.
func region(l Letter) string {
	if l.Language != "en" {
		return l.Language
	}
	for _, end := range []string{".uk", ".ie", ".au", ".nz", ".in", ".za", ".de", ".fr", ".nl", ".es", ".at", ".ch", ".be", ".eu", ".sg"} {
		if strings.HasSuffix(l.Address(), end) {
			return "en-GB"
		}
	}
	switch _, offset := l.Date.Zone(); {
	case offset < -3*3600 && offset >= -10*3600:
		return "en-US"
	case offset > 0:
		return "en-GB"
	}
	return "en"
}
