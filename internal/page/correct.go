package page

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"afterword/rules"

	"github.com/pelletier/go-toml/v2"
)

// Seen is what the form of corrections was filled in from. It goes with the form: what the
// user leaves as he saw it is not said by him, and what came meanwhile stays.
func (d applicationData) Seen() (string, error) {
	text, err := toml.Marshal(d.About)
	return string(text), err
}

// correction is a form of corrections on its way into an application.
type correction struct {
	form url.Values
	zone *time.Location
	seen rules.Described
	now  rules.Described
	keys map[string]string // of the people, as they were seen and as they are called now
}

// corrected is an application as the form has it: what the form does not show stays, and
// so does what the user did not change.
func corrected(a Application, form url.Values) (rules.Described, error) {
	c := correction{form: form, zone: a.Zone, now: a.About, keys: map[string]string{}}
	if err := toml.Unmarshal([]byte(form.Get("seen")), &c.seen); err != nil {
		return c.now, refusal{http.StatusBadRequest, "refused.form"}
	}
	for _, one := range []struct {
		name string
		seen string
		to   *string
	}{{"company", c.seen.Company, &c.now.Company}, {"role", c.seen.Role, &c.now.Role}, {"zone", c.seen.Zone, &c.now.Zone}} {
		if typed := form.Get(one.name); form.Has(one.name) && typed != one.seen {
			*one.to = typed
		}
	}
	c.people()
	c.interviews()
	return c.now, nil
}

// people takes over who was changed, taken out or added.
func (c *correction) people() {
	c.now.Contacts = slices.Clone(c.now.Contacts)
	names, honorifics, addresses, parts := c.form["name"], c.form["honorific"], c.form["address"], c.form["part"]
	for i := range min(len(names), len(honorifics), len(addresses), len(parts)) {
		var seen rules.Contact
		if i < len(c.seen.Contacts) {
			seen = c.seen.Contacts[i]
		}
		typed := seen
		typed.Name, typed.Honorific, typed.Address, typed.Part = strings.TrimSpace(names[i]), strings.TrimSpace(honorifics[i]), strings.TrimSpace(addresses[i]), rules.Part(parts[i])
		if typed == seen {
			continue
		}
		gone := typed.Name == "" && typed.Address == ""
		at := slices.IndexFunc(c.now.Contacts, func(have rules.Contact) bool { return have.Key() == seen.Key() })
		switch known := i < len(c.seen.Contacts); {
		case gone && known && at >= 0:
			c.now.Contacts = slices.Delete(c.now.Contacts, at, at+1)
			c.keys[seen.Key()] = ""
		case gone:
		case known && at >= 0:
			c.now.Contacts[at] = typed
			c.keys[seen.Key()] = typed.Key()
		default:
			c.now.Contacts = append(c.now.Contacts, typed)
		}
	}
	if key, changed := c.keys[c.now.Status]; changed {
		c.now.Status = key
	}
}

// interviews takes over the times and dates that were changed, and who is called otherwise.
func (c *correction) interviews() {
	c.now.Interviews = slices.Clone(c.now.Interviews)
	for i := range c.now.Interviews {
		one := &c.now.Interviews[i]
		var left []string
		for _, key := range one.Interviewers {
			if now, changed := c.keys[key]; changed {
				key = now
			}
			if key != "" {
				left = append(left, key)
			}
		}
		one.Interviewers = left
		at := slices.IndexFunc(c.seen.Interviews, func(v rules.Interview) bool { return v.ID == one.ID })
		if at < 0 {
			continue
		}
		seen := c.seen.Interviews[at]
		for _, field := range []struct {
			name string
			seen time.Time
			to   *time.Time
		}{{"start-" + one.ID, seen.Start, &one.Start}, {"end-" + one.ID, seen.End, &one.End}} {
			typed := c.form.Get(field.name)
			if t, err := time.ParseInLocation(clockFormat, typed, c.zone); err == nil && typed != onClock(field.seen, c.zone) {
				*field.to = t
			}
		}
		if name := "decision-" + one.ID; c.form.Has(name) && c.form.Get(name) != seen.Decision.String() {
			one.Decision, _ = rules.ParseDate(c.form.Get(name)) // an empty one is none
		}
		if cancelled := c.form.Get("cancelled-"+one.ID) != ""; cancelled != seen.Cancelled {
			one.Cancelled = cancelled
		}
	}
}

// clockFormat is how forms have an instant.
const clockFormat = "2006-01-02T15:04"

// onClock is an instant as a form has it: "" for none.
func onClock(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format(clockFormat)
}
