package prose

import (
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/odds"
)

// Who writes when an interview is, and no more, writes little.
const mostTold = 4 << 10

// unlikely is how likely it is at most that a text which is not read any further tells of
// an interview.
const unlikely = 0.15

// May reports whether a text that is not known to be about an interview may tell of one: it
// is short, has a time of day, and its words are not those of other mail. It costs little.
func May(subject, text string) bool {
	if len(text) > mostTold || !Clocked(subject, text) {
		return false
	}
	w, err := weights[Glance]()
	return err != nil || w.Of(GlanceCues(subject, text)) > unlikely
}

// GlanceCues are the words of a first look.
func GlanceCues(subject, text string) *odds.Cues {
	return whoseCues(plain(subject), plain(mail.FirstBytes(text, mostTold)), nil)
}

// Clocked reports whether a letter may have a time of day: without one it tells of no
// interview that is not known.
func Clocked(subject, text string) bool { return clocked(subject) || clocked(text) }

// clocked reports whether a text may have a time of day: a number of one or two digits with
// what stands behind or before an hour, or the words of one.
func clocked(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		end := i + 1
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if end-i <= 2 && (hourBehind(s[end:]) || hourBefore(s[:i])) {
			return true
		}
		i = end
	}
	return spelled().MatchString(s)
}

// spelled are the times of day that are words.
var spelled = find.Lazy(`(?i)\b(?:noon|midday|midi|mediodía|(?:halb|half|half past|(?:quarter|viertel|kwart|zehn|fünf|zwanzig|tien|vijf|twintig|ten|five|twenty) (?:past|to|nach|vor|over|voor)|las|at|um|om|gegen|rond|sobre las) (?:half |halb )?(?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|een|twee|drie|vijf|zes|zeven|negen|tien|twaalf)|viertel (?:nach|vor)|y media|y cuarto|menos cuarto|(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|quatorze|quinze|seize|dix-sept) heures|(?:von|from|van|de|tussen|between|zwischen|entre) [0-9]{1,2} (?:bis|to|tot|a|en|and|und|et|y)|[0-9]{1,2} (?:sharp|pile|stipt|precies))\b`)

// hourBehind reports whether a text begins with what stands behind an hour.
func hourBehind(s string) bool {
	if len(s) > 1 && (s[0] == ':' || s[0] == '.') {
		return s[1] >= '0' && s[1] <= '9'
	}
	s = strings.TrimLeft(mail.FirstBytes(s, 8), " \u00a0")
	for _, unit := range [...]string{"h", "H", "am", "pm", "AM", "PM", "a.m", "p.m", "Uhr", "uhr", "uur", "u.", "o'c", "o’c", "-", "–"} {
		if strings.HasPrefix(s, unit) {
			return true
		}
	}
	return false
}

// hourBefore reports whether a text ends in what stands before an hour.
func hourBefore(s string) bool {
	s = s[max(0, len(s)-6):]
	for _, at := range [...]string{" at ", " um ", " à ", " las ", " om ", " a ", "gegen ", "rond ", "vers ", "round "} {
		if strings.HasSuffix(s, at) {
			return true
		}
	}
	return false
}

// MayCallOff reports whether a text that turns somebody down may call off a talk besides.
func MayCallOff(subject, text string) bool {
	return len(text) <= mostTold && Clocked(subject, text) && callsOff().MatchString(plain(subject+"\n"+text))
}
