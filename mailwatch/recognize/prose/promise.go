package prose

import (
	"strconv"
	"strings"

	"afterword/mailwatch/recognize/dates"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/odds"
	"afterword/rules"
)

// How likely it must be that a day is the one by which the company decides: where the rules
// say so, and where they do not.
const (
	likelyPromiseByRule = 0.35
	likelyPromise       = 0.4
)

// promise finds the day by which the company says that it will decide, or be back to the
// reader: after the last of the interviews, the likeliest that the text names.
func (r *reader) promise(story *Story) {
	last := rules.DateOf(r.m.Date)
	for _, m := range story.Meetings {
		if d := rules.DateOf(m.Start); !m.Start.IsZero() && d.After(last) {
			last = d
		}
	}
	ruled, _, _ := dates.Decision(r.text, r.m.Language, r.m.Date, r.m.Days)
	best := 0.0
	for _, f := range dates.Find(r.text, r.m.Language, r.m.Date, r.m.Days) {
		at := holding(r.sentences, f.Start)
		if at < 0 || r.sentences[at].asks {
			continue
		}
		date := r.sinceTalk(f, last)
		if date.Before(rules.DateOf(r.m.Date)) {
			continue
		}
		takes := f.Range.To == ruled
		p := r.weigh(Question{Kind: Promise, Date: date, Cues: r.promiseCues(f, at, date, last, takes), Takes: takes})
		if date.After(last) && p > best && (p > likelyPromise || takes && p > likelyPromiseByRule) {
			best, story.Decides, story.Promise = p, date, f.Words
		}
	}
}

// sinceTalk returns the last day of what is named: reckoned from the interview on where it
// is said to run from there, "within a week of your visit".
func (r *reader) sinceTalk(f dates.Found, last rules.Date) rules.Date {
	behind := plain(r.text[f.End:min(len(r.text), f.End+60)])
	before := plain(r.text[max(0, f.Start-30):f.Start])
	if !runs().MatchString(plain(f.Words)) || !fromTalk().MatchString(behind) && !fromTalk().MatchString(before) {
		return f.Range.To
	}
	return last.AddDays(daysBetween(rules.DateOf(r.m.Date), f.Range.To))
}

var (
	// runs begins what says how long something takes.
	runs = find.Lazy(`^(?:within|in|after|innerhalb|binnen|nach|dans|sous|en|dentro|tras|plazo)\b`)
	// fromTalk says that it runs from the interview on.
	fromTalk = find.Lazy(`^[ ,]*(?:of|after|following|from|nach|na|ab|apres|suivant\w*|qui sui\w+|despues|siguientes?|tras|a partir|a contar|volgend\w*|erna|danach|darauf|later|afterwards)\b|\b(?:afterwards?|danach|anschliessend|daarna|ensuite|despues|tras la entrevista|na het gesprek|nach dem gesprach|apres l'entretien)[ ,]*$`)
)

// promiseCues are what speaks for and against a day's being the one that is promised.
func (r *reader) promiseCues(f dates.Found, at int, date, last rules.Date, takes bool) *odds.Cues {
	c := &odds.Cues{}
	s := r.sentences[at]
	c.Flag("takes", takes)
	c.Flag("after the talk", date.After(last))
	c.Flag("range", f.Range.From != f.Range.To)
	c.Flag("since", date != f.Range.To)
	for w := range strings.FieldsSeq(plain(f.Words)) {
		if w[0] < '0' || w[0] > '9' {
			c.Add("words", stem(w))
		}
	}
	switch days := daysBetween(last, date); {
	case days < 0:
		c.Add("before")
	case days < 4:
		c.Add("days", strconv.Itoa(days))
	case days < 22:
		c.Add("weeks", strconv.Itoa(days/7))
	default:
		c.Add("far")
	}
	c.Flag("last sentences", at > len(r.sentences)/2)
	r.around(c, f.Start, r.tokenAt(f.End), s)
	r.above(c, f.Start)
	return c
}
