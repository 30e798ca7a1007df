package recognize

import (
	"iter"
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/prose"
)

// offered returns the words that offer times to choose from, "" where a text offers none.
func offered(story prose.Story) string {
	var list []string
	for _, m := range story.Offered {
		if words := strings.Trim(m.Words, " -–*•·"); words != "" && !slices.Contains(list, words) {
			list = append(list, words)
		}
	}
	return mail.FirstBytes(strings.Join(list, "; "), mostChoice)
}

// mostChoice bounds the words that are shown, in bytes.
const mostChoice = 240

// leavesTheTime returns the words by which an invitation sends its reader to choose a time
// himself, by a link or a calendar; "" where it does not. What it offers for the case that
// he cannot come is no choice.
func leavesTheTime(text string) string {
	text = mail.FirstBytes(text, prose.MaxText)
	whole := strings.ToLower(text)
	linked := links().MatchString(whole)
	if !linked && !pages().MatchString(whole) {
		return ""
	}
	for one := range sentencesOf(text) {
		low := strings.ToLower(one)
		switch {
		case instead().MatchString(low):
		case pages().MatchString(low), linked && chooses().MatchString(low) && !themselves().MatchString(low):
			return strings.TrimRight(one, " :")
		}
	}
	return ""
}

// sentencesOf yields the sentences of a text on one line each; a short line is one by
// itself.
func sentencesOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var open []string
		flush := func() bool {
			words := strings.Join(strings.Fields(strings.Join(open, " ")), " ")
			open = nil
			return words == "" || yield(words)
		}
		for line := range strings.SplitSeq(text, "\n") {
			for rest := line; rest != ""; {
				at := strings.IndexAny(rest, ".!?:")
				for at >= 0 && at+1 < len(rest) && rest[at+1] != ' ' { // within an address
					next := strings.IndexAny(rest[at+1:], ".!?:")
					if next < 0 {
						at = -1
						break
					}
					at += 1 + next
				}
				if at < 0 {
					open = append(open, rest)
					break
				}
				open, rest = append(open, rest[:at+1]), rest[at+1:]
				if !flush() {
					return
				}
			}
			if len(strings.TrimSpace(line)) < wrappedFrom && !flush() {
				return
			}
		}
		flush()
	}
}

// wrappedFrom is how long a line is, in bytes, that may go on in the next one.
const wrappedFrom = 55

var (
	// links stands where a link is, or is spoken of.
	links = find.Lazy(`https?://|www\.|\b(?:link\w*|button|calendar|calendly|lien|bouton|enlace|botón|knop|kalender|schaltfläche|online)\b`)
	// pages are places where one chooses a time, by their addresses and names.
	pages = find.Lazy(`\b(?:calendly\.|cal\.com/|calendar\.app\.google|calendar\.google\.com/calendar/(?:u/\d/)?appointments|outlook\.office(?:365)?\.com/(?:book|owa/calendar)|bookings\.cloud\.microsoft|savvycal\.|youcanbook\.me|doodle\.com|meetings\.hubspot\.com|app\.goodtime\.io|zcal\.co|koalendar\.com|tidycal\.com)`)
	// chooses asks for a time to be chosen.
	chooses = find.Lazy(`\b(?:pick|choose|select|book|find|grab|reserve|schedule|self-schedule|arrange)\b.{0,50}\b(?:times?|slots?|dates?|day|appointment|interview|call|conversation|meeting|chat|screen\w*)\b|` +
		`\b(?:wähl\w*|such\w*|buch\w*|reservier\w*|vereinbar\w*)\b.{0,60}\b(?:\w*termin\w*|uhrzeit|zeit|zeitfenster|slot)\b|\b(?:\w*termin\w*|uhrzeit|zeit|zeitfenster|slot)\b.{0,60}\b(?:auswählen|aussuchen|auszusuchen|auszuwählen|wählen|buchen|reservieren|vereinbaren|eintragen)\b|` +
		`\b(?:choisi\w*|réserve\w*|sélectionne\w*)\b.{0,60}\b(?:créneau\w*|horaire|date|moment|rendez-vous|entretien)\b|` +
		`\b(?:elige|elija|elegir|elegid|escoge|escoja|escoger|reserva|reserve|reservar|selecciona|seleccione|agenda|agende)\b.{0,60}\b(?:hora|horario|hueco|fecha|franja|cita|momento|día|entrevista)\b|` +
		`\b(?:kies|kiezen|boek|boeken|reserveer|selecteer|prik|plan)\b.{0,60}\b(?:moment|tijd|tijdstip|tijdslot|datum|afspraak|slot|gesprek)\b|\b(?:moment|tijd|tijdstip|tijdslot|datum|afspraak|slot)\b.{0,60}\b(?:kiezen|boeken|uitkiezen|inplannen|prikken|reserveren)\b`)
	// instead stands in what is offered for the case that a time does not do, or is sold.
	instead = find.Lazy(`\b(?:demos?|demonstration|free trial|consultation|sales|vorführung|beratungstermin|démonstration|demostración|re-?schedul\w*|cancel\w*|(?:another|different|other) (?:time|slot|day|date)|umbuch\w*|verschieb\w*|verleg\w*|absag\w*|stornier\w*|ander\w* (?:termin|uhrzeit|zeit|tijd|tijdstip|moment|datum)|autre (?:créneau|date|horaire)|déplacer|annul\w*|reprogramar|cancelar|anular|otr[oa] (?:hora|fecha|horario|momento)|verzet\w*)\b`)
	// themselves says that the writer will find a time.
	themselves = find.Lazy(`\b(?:we|i|they)(?:'ll| will| would|'d| want| hope| plan)? (?:\w+ ){0,3}(?:schedule|arrange|book|find|select|choose)\b|\b(?:wir|ich) (?:werden|möchten|würden|wollen)\b|\bnous (?:allons|souhait\w+|voudrions|aimerions)\b|\b(?:queremos|vamos|nos gustaría)\b|\b(?:we|wij|ik) (?:willen|gaan|zullen|wil|zou|zouden)\b`)
)
