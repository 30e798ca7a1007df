package drafter

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"afterword/internal/letter"
	"afterword/rules"
)

// months and weekdays by how our languages write them, in full and short.
var (
	monthNames   = calendarWords("january jan januar enero janvier januari", "february feb februar febrero février februari febr", "march mar märz marzo mars maart mrt", "april apr abril avril", "may mai mayo mei", "june jun juni junio juin", "july jul juli julio juillet", "august aug agosto août augustus", "september sep sept septiembre septembre", "october oct oktober okt octubre octobre", "november nov noviembre novembre", "december dec dezember dez diciembre décembre")
	weekdayNames = calendarWords("sunday sonntag dimanche domingo zondag", "monday montag lundi lunes maandag", "tuesday dienstag mardi martes dinsdag", "wednesday mittwoch mercredi miércoles woensdag", "thursday donnerstag jeudi jueves donderdag", "friday freitag vendredi viernes vrijdag", "saturday samstag samedi sábado zaterdag")
)

func calendarWords(lists ...string) map[string]int {
	words := map[string]int{}
	for i, list := range lists {
		for _, w := range strings.Fields(list) {
			words[w] = i
		}
	}
	return words
}

var (
	// 20 November 2026, 20. November, 20 de noviembre de 2026, 1er décembre
	dayMonth = lazy(`(?i)(?:(\pL+)\.?,?\s+(?:(?:den|the|el|le|de|dem)\s+)?)?\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(\pL{3,})\.?(?:,?\s+(?:de\s+)?(\d{4}))?`)
	// November 20, 2026
	monthDay = lazy(`(?i)(?:(\pL+),?\s+)?\b(\pL{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?`)
	// 2026-11-20
	isoDate = regexp.MustCompile(`()\b(\d{4})-(\d{2})-(\d{2})\b`)
)

// A mention is a date as it stands in a text. Year is 0 and weekday -1 where
// they are not said.
type mention struct {
	words            string
	year, month, day int
	weekday          int
}

// mentions finds the dates of a text that name day and month.
func mentions(text string) []mention {
	var all []mention
	add := func(words, weekday, year, month, day string) {
		m, ok := monthNames[strings.ToLower(month)]
		if n, err := strconv.Atoi(month); err == nil {
			m, ok = n-1, n >= 1 && n <= 12
		}
		d, err := strconv.Atoi(day)
		if !ok || err != nil || d < 1 || d > 31 {
			return
		}
		y, _ := strconv.Atoi(year)
		w, named := weekdayNames[strings.ToLower(weekday)]
		if !named {
			w = -1
		}
		all = append(all, mention{strings.TrimSpace(words), y, m + 1, d, w})
	}
	for _, m := range dayMonth().FindAllStringSubmatch(text, -1) {
		add(m[0], m[1], m[4], m[3], m[2])
	}
	for _, m := range monthDay().FindAllStringSubmatch(text, -1) {
		add(m[0], m[1], m[4], m[2], m[3])
	}
	for _, m := range isoDate.FindAllStringSubmatch(text, -1) {
		add(m[0], "", m[2], m[3], m[4])
	}
	return all
}

// dates checks the dates of a letter: each must be one that the application
// knows, and its weekday must be right. An offer-reply names its date.
func (p *proof) dates() {
	if p.c.App == nil {
		return
	}
	known := p.knownDates()
	text := p.own.Text
	if !p.l.Reply {
		text = p.own.Subject + "\n\n" + text
	}
	for _, m := range mentions(text) {
		if p.c.Ours || !offersDates[p.kind()] {
			p.date(m, known)
		}
	}
	by := p.c.RespondBy
	if by.IsZero() {
		by = p.c.FollowUp.RespondBy
	}
	if p.kind() == rules.OfferReply && !by.IsZero() && !mentioned(p.own.Text, by) {
		p.add(RuleDate, "", "name the date by which you answer: %s", by)
	}
	if f := p.c.FollowUp; f.Kind == rules.CheckIn && f.Number == 1 && f.After == rules.AfterAssumed {
		for _, m := range mentions(p.own.Text) {
			if v, ok := p.c.App.Interview(f.Interview); ok && !matches(m, rules.DateOf(v.End.In(p.zone()))) {
				p.add(RuleDate, m.words, "they named no date: do not write as if they had")
			}
		}
	}
}

// offersDates are the letters in which the user may name a day that nobody named before.
var offersDates = map[rules.Kind]bool{rules.OfferReply: true, rules.Acceptance: true, rules.MoreTime: true, rules.NoShow: true}

func (p *proof) zone() *time.Location {
	if p.c.Zone == nil {
		return time.UTC
	}
	return p.c.Zone
}

// date checks one mention.
func (p *proof) date(m mention, known []rules.Date) {
	for _, d := range known {
		if !matches(m, d) {
			continue
		}
		if m.weekday >= 0 && time.Weekday(m.weekday) != d.Weekday() {
			p.add(RuleDate, m.words, "the day of the week does not fit: it is a %s", d.Weekday())
		}
		return
	}
	if len(known) > 0 {
		p.add(RuleDate, m.words, "this is no date of this application")
	}
}

func matches(m mention, d rules.Date) bool {
	return m.month == int(d.Month) && m.day == d.Day && (m.year == 0 || m.year == d.Year)
}

// knownDates are the days on which something happened or is to happen, as far
// as the facts know.
func (p *proof) knownDates() []rules.Date {
	var known []rules.Date
	learn := func(t time.Time) {
		if !t.IsZero() {
			known = append(known, rules.DateOf(t.In(p.zone())))
		}
	}
	for _, v := range p.c.App.Interviews {
		learn(v.Start)
		learn(v.End)
		known = append(known, v.Decision)
	}
	for _, f := range p.c.App.Facts {
		learn(f.At)
		if w, ok := f.What.(rules.Received); ok {
			known = append(known, w.Decision, w.Return, w.RespondBy)
		}
	}
	known = append(known, p.c.FollowUp.RespondBy, p.c.RespondBy)
	var some []rules.Date
	for _, d := range known {
		if !d.IsZero() {
			some = append(some, d)
		}
	}
	return some
}

// mentioned reports whether the text names the date: by day and month, or by
// its weekday alone.
func mentioned(text string, d rules.Date) bool {
	for _, m := range mentions(text) {
		if matches(m, d) {
			return true
		}
	}
	for _, w := range letter.WordsOf(text) {
		if day, ok := weekdayNames[w]; ok && time.Weekday(day) == d.Weekday() {
			return true
		}
	}
	return false
}
