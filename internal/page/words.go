package page

import (
	"embed"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"afterword/rules"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

// The words of the page, a file for each language, all with the same names.
//
//go:embed texts/*.toml texts/said/*.toml texts/found/*.toml
var texts embed.FS

// catalogue is what the page says in one language.
type catalogue struct {
	code  string
	texts map[string]string
	said  map[string]string // the forms of sayings, by the English ones
	found map[string]string // those of what the proofreader suggests
}

// languages are those that the page speaks, the first where none is asked for.
var languages = []string{"en", "de", "fr", "es", "nl"}

// catalogues are what the page says, read when a language is first asked for: most commands
// show no page.
var catalogues = func() map[string]func() *catalogue {
	all := map[string]func() *catalogue{}
	for _, code := range languages {
		all[code] = sync.OnceValue(func() *catalogue {
			// They are part of the program: that they can be read a test sees.
			c := &catalogue{code: code, texts: map[string]string{}}
			for dir, to := range map[string]*map[string]string{"texts/": &c.texts, "texts/said/": &c.said, "texts/found/": &c.found} {
				if raw, err := texts.ReadFile(dir + code + ".toml"); err == nil {
					_ = toml.Unmarshal(raw, to)
				}
			}
			return c
		})
	}
	return all
}()

// matcher finds the language of the page for what a browser asks for.
var matcher = sync.OnceValue(func() language.Matcher {
	var tags []language.Tag
	for _, code := range languages {
		tags = append(tags, language.Make(code))
	}
	return language.NewMatcher(tags)
})

// languageCookie holds the language that somebody chose.
const languageCookie = "afterword-language"

// catalogueFor returns the words for whoever asks: in the language that he chose, else
// in that of his browser.
func catalogueFor(r *http.Request) *catalogue {
	if c, err := r.Cookie(languageCookie); err == nil && catalogues[c.Value] != nil {
		return catalogues[c.Value]()
	}
	_, i := language.MatchStrings(matcher(), r.Header.Get("Accept-Language"))
	return catalogues[languages[i]]()
}

// text returns what stands under a name, filled in.
func (c *catalogue) text(name string, args ...any) string {
	t, ok := c.texts[name]
	if !ok {
		return name // a test finds those
	}
	if len(args) == 0 {
		return t
	}
	return fmt.Sprintf(t, args...)
}

// day writes a day as it is read: "Tue, Nov 17". The year stands there where it is
// another than now's.
func (c *catalogue) day(t, now time.Time) string {
	weekdays, months := strings.Fields(c.texts["weekdays"]), strings.Fields(c.texts["months"])
	text := fmt.Sprintf(c.texts["day"], weekdays[t.Weekday()], months[t.Month()-1], t.Day())
	if t.Year() != now.Year() {
		text += fmt.Sprintf(" %d", t.Year())
	}
	return text
}

// shortDay is the day without its weekday: "Nov 17".
func (c *catalogue) shortDay(t time.Time) string {
	return fmt.Sprintf(c.texts["short-day"], strings.Fields(c.texts["months"])[t.Month()-1], t.Day())
}

// moment writes an instant, with its zone where that is not the reader's.
func (c *catalogue) moment(t, now time.Time, home *time.Location) string {
	text := c.day(t, now) + ", " + t.Format("15:04")
	if home != nil && t.In(home).Format("-0700") != t.Format("-0700") {
		text += " " + t.Format("MST") + " (" + c.text("for-you", t.In(home).Format("15:04")) + ")"
	}
	return text
}

// ago says how long ago something was.
func (c *catalogue) ago(t, now time.Time) string {
	switch d := now.Sub(t); {
	case t.IsZero():
		return c.text("never-read")
	case d < time.Minute:
		return c.text("seconds-ago", max(1, int(d.Seconds())))
	case d < time.Hour:
		return c.text("minutes-ago", int(d.Minutes()))
	}
	return c.text("read-at", c.moment(t, now, nil))
}

// Title names a follow-up in a language of the page, by its English title: "check-in 2".
func Title(language, title string) string { return catalogues[language]().title(title) }

// Day writes a day as the page does in one of its languages.
func Day(language string, t, now time.Time) string { return catalogues[language]().day(t, now) }

// title names a follow-up: "check-in 2".
func (c *catalogue) title(title string) string {
	kind, rest, _ := strings.Cut(title, " ")
	if t, ok := c.texts["kind."+kind]; ok {
		return strings.TrimSpace(t + " " + rest)
	}
	return title
}

// status says where a follow-up stands, for who reads it in the page.
func (c *catalogue) status(f rules.FollowUp) string {
	name := string(f.Status)
	switch {
	case f.Projected:
		name = "later"
	case f.Status == rules.Open && f.Placed:
		name = "placed"
	}
	return c.text("status." + name)
}

// say is a saying in the language: a form that is not known stays English.
func (c *catalogue) say(s rules.Saying, now time.Time) string {
	form, ok := c.said[s.Form]
	if !ok {
		form = s.Form
	}
	return s.As(form, func(value any) any {
		switch v := value.(type) {
		case rules.Saying:
			return c.say(v, now)
		case rules.Date:
			return c.day(v.In(time.UTC), now)
		case time.Time:
			return c.moment(v, now, nil)
		case rules.MessageKind:
			return c.text("message." + string(v))
		case time.Weekday:
			return strings.Fields(c.texts["weekdays"])[v]
		case rules.Kind:
			return c.title(string(v))
		case rules.Answer:
			return c.text("answer." + string(v))
		case rules.Clause:
			return c.clause(string(v), now)
		case rules.Findings:
			return c.findings(v, now)
		case error:
			return c.mistake(v, now)
		}
		return value
	})
}

// sayings says a list, each thing once.
func (c *catalogue) sayings(list []rules.Saying, now time.Time) (words []string) {
	for _, s := range list {
		if text := c.say(s, now); !slices.Contains(words, text) {
			words = append(words, text)
		}
	}
	return words
}

func (c *catalogue) state(s rules.State) string { return c.text("state." + string(s)) }

// against says why a find is asked about.
func (c *catalogue) against(r Reason) string {
	if t, ok := c.texts["against."+r.Rule]; ok {
		return t
	}
	return r.Text
}
