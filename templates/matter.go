package templates

import (
	"slices"
	"strings"
	"time"
)

// knownNames are the values that a text may mention in every language. A
// language adds its own (language.names). doc/templates.md explains each.
var knownNames = wordSet(`role interview company me name first last honorific called
	met met-date met-short decision decision-weekday respond respond-weekday
	topic topic2 challenge because reason a-reason own-work ask question promise feedback at-company met-people people`)

// knownTags are the conditions that a section may have.
var knownTags = wordSet(`warm plain formal
	first later again panel alone
	topic no-topic one-topic two-topics challenge no-challenge no-clause no-notes no-role
	because no-because mine no-mine own-work no-own-work met-you met-them feedback no-feedback month-first day-first
	promised assumed silence holding moved
	early late-round given chosen
	honorific mr ms called full-name by-first first-alone recent polite familiar
	one many no-met no-date spare elsewhere no-elsewhere`)

// beforeTags are what a check-in can follow (Data.Before).
var beforeTags = wordSet("promised assumed silence holding moved")

// A matter is what is known for one letter: values by name, and which
// conditions hold.
type matter struct {
	values map[string]string
	blanks map[string]string // as own makes them
	holes  map[string]string // as framesOf makes them
	framed bool              // the frames matter: something was said before
	tags   map[string]bool
	tone   string
	// dayFirst writes dates as where English has the day first.
	dayFirst bool
	lang     *language
	leftOut  []string
}

func newMatter(d Data, lang *language) *matter {
	c := &matter{values: map[string]string{}, tags: map[string]bool{}, lang: lang, framed: len(d.Said)+len(d.Dropped) > 0}
	c.tone = "plain"
	if d.Tone == "warm" || d.Tone == "formal" {
		c.tone = d.Tone
	}
	c.tags[c.tone] = true

	role := Role(d.Role)
	c.values["role"] = role
	if role != "" {
		c.values["interview"] = role
		if !strings.HasSuffix(strings.ToLower(role), "interview") {
			c.values["interview"] = role + " Interview"
		}
	}
	c.tags["no-role"] = role == ""
	c.values["company"] = Company(d.Company)
	if said := Line(d.CompanySaid, longestName); hasWord(said) {
		c.values["at-company"] = said
	} else if at, sure := AtCompany(lang.code, d.Company); sure {
		c.values["at-company"] = at
	}
	c.values["me"] = Line(d.Me, longestName)
	c.person(d)
	c.dates(d)
	c.stage(d)
	c.notes(d)
	c.points(d)
	c.asks(d)
	var people []string
	for _, p := range d.PassOn[:min(len(d.PassOn), mostPeople)] {
		people = append(people, lang.person(Line(p.Honorific, longestName), Line(p.Name, longestName)))
	}
	c.values["people"] = lang.list(people)
	if lang.to != "" {
		for i := range people {
			people[i] = lang.to + " " + people[i]
		}
		c.values["a-people"] = lang.list(people)
	}
	var met []string
	for _, p := range d.MetPeople {
		met = append(met, lang.person(Line(p.Honorific, longestName), Line(p.Name, longestName)))
	}
	if len(met) <= mostMet && !slices.Contains(met, "") {
		c.values["met-people"] = lang.list(met)
	}
	c.tags["one"], c.tags["many"] = len(people) == 1, len(people) > 1
	lang.extra(c.values)
	return c
}

// inSentences says the role as a sentence does; the subject has it in full.
func (c *matter) inSentences(d Data) {
	role := Line(d.RoleSaid, longestRole)
	if !hasWord(role) {
		said, sure := RoleSaid(c.lang.code, d.Role)
		if role = ""; sure {
			role = said
		}
	}
	c.values["role"], c.tags["no-role"] = role, role == ""
	delete(c.values, "de-role")
	if c.lang.code == "fr" && role != "" {
		c.values["de-role"] = frenchOf(role)
	}
}

func (c *matter) person(d Data) {
	honorific, mr, ms := c.lang.honorific(Name(d.To.Honorific))
	last := Name(d.To.Last)
	if last == "" {
		last = Name(d.To.Name)
	}
	c.values["name"] = Name(d.To.Name)
	c.values["first"] = Name(d.To.First)
	if len(d.To.Together) > 0 {
		var all []string
		for _, name := range d.To.Together[:min(len(d.To.Together), mostPeople)] {
			all = append(all, Name(name))
		}
		c.values["name"], c.values["first"], last = c.lang.list(all), "", ""
	}
	if called := Name(d.To.Called); called != "" {
		title, _, _ := strings.Cut(called, " ")
		_, mr, ms := c.lang.honorific(title)
		c.values["called"], c.values["first"], last = called, "", ""
		c.tags["called"], c.tags["mr"], c.tags["ms"] = true, mr, ms
	}
	if last != "" && (honorific != "" || mr || ms) {
		if c.lang.code == "nl" {
			last = upperFirst(last) // "mevrouw De Wit", with no name before it
		}
		c.values["last"] = last
		c.values["honorific"] = honorific
		c.tags["honorific"], c.tags["mr"], c.tags["ms"] = true, mr, ms
	}
	byFirst := !d.ByFullName && c.values["first"] != ""
	// Who is greeted by a title is not called by the familiar form, and a formal
	// letter calls nobody so.
	c.tags["familiar"] = d.Familiar && c.lang.familiar && c.tone != "formal" && !c.tags["honorific"] && !c.tags["called"]
	c.tags["polite"] = !c.tags["familiar"]
	c.tags["first-alone"] = byFirst && c.values["first"] == c.values["name"]
	c.tags["by-first"], c.tags["full-name"] = byFirst, !byFirst && c.values["name"] != ""
}

func (c *matter) dates(d Data) {
	c.dayFirst = d.DayFirst && c.lang.dayFirst != nil
	c.tags["no-met"] = d.Met.IsZero()
	if !d.Met.IsZero() {
		c.values["met-date"] = c.date(d.Met)
		c.values["met-short"] = c.short(d.Met)
		c.values["met"] = c.date(d.Met)
		// The user may send the letter a day or two after it was written, so
		// "today" would be wrong and a bare weekday must not be far.
		if days := daysBetween(d.Met, d.Today); !d.Today.IsZero() && days >= 0 && days <= 3 {
			c.values["met"] = c.lang.weekdays[d.Met.Weekday()]
			c.tags["recent"] = true
		}
	}
	if !d.Decision.IsZero() && (d.Before == "promised" || d.Before == "moved") {
		c.values["decision"] = c.date(d.Decision)
		c.values["decision-weekday"] = c.lang.weekdays[d.Decision.Weekday()]
		c.tags["dated"] = true
	}
	if !d.RespondBy.IsZero() {
		c.values["respond"] = c.date(d.RespondBy)
		c.values["respond-weekday"] = c.lang.weekdays[d.RespondBy.Weekday()]
		c.tags["elsewhere"] = d.Kind == "check-in"
		c.tags["given"], c.tags["chosen"] = d.RespondByGiven, !d.RespondByGiven
	} else {
		c.tags["no-date"] = true
	}
	c.tags["no-elsewhere"] = !c.tags["elsewhere"]
}

func (c *matter) date(t time.Time) string {
	if c.dayFirst {
		date, _ := c.lang.dayFirst(t)
		return date
	}
	return c.lang.date(t)
}

func (c *matter) short(t time.Time) string {
	if c.dayFirst {
		_, short := c.lang.dayFirst(t)
		return short
	}
	return c.lang.short(t)
}

func (c *matter) stage(d Data) {
	switch {
	case d.SamePeople:
		c.tags["again"] = true
	case d.Round > 1:
		c.tags["later"] = true
	default:
		c.tags["first"] = true
	}
	c.tags["panel"], c.tags["alone"] = d.Panel, !d.Panel
	c.tags["late-round"], c.tags["early"] = d.Late, !d.Late
	c.tags["met-them"], c.tags["met-you"] = len(d.MetPeople) > 0, len(d.MetPeople) == 0
	if on := Line(d.FeedbackOn, longestEnd); d.Feedback && hasWord(on) && !unspeakableEnd(on) && !isClause(c.lang.code, on) {
		c.values["feedback"] = on
	}
	c.tags["feedback"], c.tags["no-feedback"] = d.Feedback, !d.Feedback
	c.tags["day-first"], c.tags["month-first"] = d.DayFirst, !d.DayFirst
	before := d.Before
	switch {
	case d.Decision.IsZero() && before == "promised":
		before = "assumed"
	case d.Decision.IsZero() && before == "moved":
		before = "holding"
	case !beforeTags[before]:
		before = "assumed"
	}
	c.tags[before] = true
}

// first returns the first wording that can be filled in; without text if none can.
func (c *matter) first(ws []wording) rendered {
	for _, w := range ws {
		if text, ok := w.render(c.values); ok {
			return rendered{wording: w, text: c.lang.finish(text)}
		}
	}
	return rendered{}
}

// pick returns the first wording for the job whose conditions hold; without text if
// there is none.
func (c *matter) pick(f *file, job string) rendered {
	for _, s := range f.sections {
		if fits, _ := s.fits(c.tags, c.tone); fits && s.job == job {
			if r := c.first(s.wordings); r.text != "" {
				return r
			}
		}
	}
	return rendered{}
}

// slots lists the jobs of the letter with all wordings that could do them.
func (c *matter) slots(f *file) []slot {
	var all []slot
	for i, jobs := range f.plan {
		for _, j := range jobs {
			s := slot{paragraph: i, optional: j.optional}
			for _, sec := range f.sections {
				fits, toned := sec.fits(c.tags, c.tone)
				if sec.job != j.name || !fits {
					continue
				}
				for _, w := range sec.wordings {
					text, ok := w.render(c.values)
					if !ok {
						continue
					}
					text = c.lang.finish(text)
					r := rendered{paragraph: i, wording: w, text: text, toned: toned}
					if c.framed {
						r.frames = c.framesOf(w)
					}
					s.candidates = append(s.candidates, r)
				}
			}
			all = append(all, s)
		}
	}
	return all
}

func joinWords(words ...string) string {
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// daysBetween counts calendar days from a to b, each in its own zone.
func daysBetween(a, b time.Time) int {
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(day(b).Sub(day(a)).Hours() / 24)
}
