package prose

import (
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
)

// Who writes when an interview is, and no more, writes little.
const mostTold = 4 << 10

// hints are the words of which a text that tells of an interview has one: of the talk, or of
// how it is called off. The expression reads folded text.
var hints = find.Lazy(`interview|gespr|entretien|entrevista|gesprek|screen|round|ronde|runde|ronda|onsite|on-site|conversation|chat|call|speak|talk|meet|ring you|telef|ruf|sprech|appel|rencontr|echang|llam|habl|conoc|bel|kennen|termin|rendez-vous|afspraak|cita|zoom|teams|video|bewerb|candidat|sollicit|appl|role|stelle|puesto|poste|functie|vacan|position|dial|visit|agenda|progra|ablauf|schedul`)

// May reports whether a text that is not known to be about an interview may tell of one: it
// is short, has a time of day, and is an answer or has a word of a talk. It costs little.
func May(subject, text string, answer bool) bool {
	if len(text) > mostTold || !clocked(subject) && !clocked(text) {
		return false
	}
	return answer || hints().MatchString(plain(subject+"\n"+text))
}

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
var spelled = find.Lazy(`\b(?:noon|midday|midi|mediodía|halb|[Vv]iertel|half past|half|quarter (?:past|to)|kwart|(?:las|at|um|om) (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|two|three|four|five|nine|ten|eleven|zwei|drei|vier|fünf|neun|zehn|elf|twee|drie|vijf|negen|tien))\b`)

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
	return len(text) <= mostTold && (clocked(subject) || clocked(text)) && callsOff().MatchString(plain(subject+"\n"+text))
}
