package mail

import (
	"net/mail"
	"regexp"
	"strings"
	"time"
)

var (
	dateComment = regexp.MustCompile(`\([^()]*\)`)
	dateLoose   = regexp.MustCompile(`(?i)(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d{2})[ ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?`)
)

// ParseDate reads a Date header (RFC 5322, section 3.3) as it comes.
func ParseDate(s string) (time.Time, bool) {
	// What nearly all mail has, before the many forms that the library tries.
	if t, err := time.Parse("Mon, 2 Jan 2006 15:04:05 -0700", s); err == nil {
		return t, plausible(t)
	}
	s = strings.Join(strings.Fields(s), " ")
	if s == "" || len(s) > 200 {
		return time.Time{}, false
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t, plausible(t)
	}
	s = strings.TrimSpace(dateComment.ReplaceAllString(s, ""))
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, time.UnixDate, time.RFC3339, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "Mon Jan _2 15:04:05 2006 -0700",
		"Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05", "Mon, 2 Jan 2006 15:04", "Mon, 2 Jan 2006 15:04:05 GMT-0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, plausible(t)
		}
	}
	if m := dateLoose.FindStringSubmatch(s); m != nil {
		zone := m[7]
		if zone == "" || zone[0] != '+' && zone[0] != '-' {
			zone = "+0000"
		}
		year := m[3]
		if len(year) == 2 {
			year = "20" + year
		}
		sec := m[6]
		if sec == "" {
			sec = "00"
		}
		t, err := time.Parse("2 Jan 2006 15:04:05 -0700", m[1]+" "+m[2]+" "+year+" "+m[4]+":"+m[5]+":"+sec+" "+zone)
		if err == nil {
			return t, plausible(t)
		}
	}
	return time.Time{}, false
}

// plausible: mail is not older than the network, and a year of five digits is a joke.
func plausible(t time.Time) bool { return t.Year() > 1970 && t.Year() < 2200 }
