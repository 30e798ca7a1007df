package invite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
)

// Bounds of who attends one event.
const (
	maxAttendees = 200
	maxName      = 100 // characters
)

// An Attendee is somebody who attends an event.
type Attendee struct{ Name, Address string }

// plain reports whether v is an address that can stand in a letter as it is. Calendars
// have thousands of them, too many for a regular expression.
func plain(v string) bool {
	local, domain, _ := strings.Cut(v, "@")
	if local == "" || domain == "" || utf8.RuneCountInString(local) > 64 || utf8.RuneCountInString(domain) > 252 {
		return false
	}
	sign := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"'<>,;:%?\()[]`, r) }
	other := func(r rune) bool { return r != '.' && r != '-' && !unicode.IsLetter(r) && !unicode.IsNumber(r) }
	return !strings.ContainsFunc(local, sign) && !strings.ContainsFunc(domain, other) && strings.Trim(domain, ".-") == domain
}

// addressOf reads a calendar user's address (RFC 5545, section 3.3.3): nearly always a
// mailto URI (RFC 6068), of which nothing but the address counts.
func addressOf(l line) string {
	for _, v := range []string{l.value, l.param("EMAIL")} {
		v = strings.TrimSpace(strings.Trim(strings.TrimSpace(v), `"`))
		if len(v) > 7 && strings.EqualFold(v[:7], "mailto:") {
			v = strings.TrimSpace(v[7:])
		}
		v, _, _ = strings.Cut(v, "?")
		if _, in, ok := strings.Cut(v, "<"); ok {
			v, _, _ = strings.Cut(in, ">")
		}
		if plain(v) {
			return v
		}
	}
	return ""
}

// nameIn reads the common name (RFC 5545, section 3.2.2), "" where it is none.
func nameIn(l line) string {
	cn := mail.DisplayName(text(l.param("CN")))
	if r := []rune(cn); len(r) > maxName {
		cn = strings.TrimSpace(string(r[:maxName]))
	}
	if strings.Contains(cn, "@") {
		return ""
	}
	return cn
}

// attends reports whether the attendee is a human who comes, by what the calendar says
// of him (RFC 5545, sections 3.2.3, 3.2.12 and 3.2.16).
func attends(l line) bool {
	switch strings.ToUpper(l.param("CUTYPE")) {
	case "ROOM", "RESOURCE", "GROUP":
		return false
	}
	switch strings.ToUpper(l.param("PARTSTAT")) {
	case "DECLINED", "DELEGATED":
		return false
	}
	return strings.ToUpper(l.param("ROLE")) != "NON-PARTICIPANT"
}

// Nobody reports whether an address and the name beside it are those of a room, a
// thing or a mailbox that several people read: nobody to thank.
func Nobody(name, address string) bool {
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	if strings.HasSuffix(domain, "calendar.google.com") { // resource., group., import.
		return true
	}
	local, _, _ = strings.Cut(local, "+")
	words := strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '-' || r == '_' })
	return shared(words) || room(words) || roomName(name) || sharedName(name)
}

var (
	// alwaysShared are words of which one anywhere in an address will do.
	alwaysShared = words(`recruiting recruitment recruiters interviews interviewing scheduling scheduler schedulers careers hiring talentacquisition talentteam recruitingteam hiringteam peopleops
		noreply donotreply notifications bewerbung bewerbungen karriere personalabteilung recrutement candidatures candidature rrhh seleccion vacatures sollicitaties sollicitatie werving`)
	// firstShared are words with which the address of a shared mailbox begins.
	firstShared = words(`recruiter recruit interview schedule jobs job career hr talent people candidates candidate applications application apply stellen rh empleo emploi personeel bookings booking
		calendar calendars calendly events meetings reception frontdesk empfang onboarding`)
	// onlyShared are words of which a shared address consists.
	onlyShared = words(`info contact hello hi hallo hola bonjour office team admin support help mail kontakt contacto welcome all everyone staff group meet no reply not do invite invites invitation
		invitations ta acquisition ops operations personal human resources department coordinator coordination desk emea apac us uk eu de fr es nl na global europe assistant`)
	rooms = words(`room rooms conf confroom confrm conference conferenceroom boardroom meetingroom meetingrooms mr raum besprechungsraum besprechungszimmer besprechung konferenzraum konferenz
		sitzungszimmer seminarraum salle salledereunion sala salareuniones zaal vergaderruimte vergaderzaal vergaderkamer huddle huddleroom phonebooth projector beamer zoomroom resource resources equipment`)
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func bare(word string) string { return strings.TrimRight(word, "0123456789") }

func shared(local []string) bool {
	all := len(local) > 0
	for i, w := range local {
		w = bare(w)
		if alwaysShared[w] || i == 0 && firstShared[w] {
			return true
		}
		all = all && (w == "" || onlyShared[w] || firstShared[w])
	}
	return all
}

func room(local []string) bool {
	for i, w := range local {
		if w = bare(w); rooms[w] && (i == 0 || len(w) > 4 || i+1 < len(local) && bare(local[i+1]) == "") {
			return true
		}
	}
	return false
}

// sureRoom is what only a room's name has; mayBeRoom a word that begins the name of one
// or stands before its number; seats how many it holds: "BER-3-Elbe (8)".
var (
	sureRoom = find.Lazy(`(?i)(?:\b|[\d_-])(?:board ?rooms?|(?:conference|meeting|conf\.?|interview|huddle|focus|zoom|video|teams|war|team|training) ?rooms?|phone ?booth|projector|beamer|` +
		`besprechungs(?:raum|zimmer)|konferenz(?:raum|zimmer)|sitzungszimmer|seminarraum|salle de r[eé]unions?|sala de (?:reuniones|juntas|reuni[oó]n)|vergader(?:ruimte|zaal|kamer)|polycom|whiteboard)(?:\b|[\d_-])`)
	mayBeRoom = find.Lazy(`(?i)^(?:room|raum|zimmer|salle|sala|zaal|salon|huddle)\b[^,]*$|\b(?:room|raum|zimmer|salle|sala|zaal)[ #-]*\d|\b(?:room|raum|zimmer|zaal)$`)
	seats     = find.Lazy(`(?i)\(\s*\d{1,3}\s*(?:people|persons?|pers\.?|personen|personnes|personas|seats?|pax|ppl|sitze|plätze)?\s*\)|^[A-Z]{2,4}-\d+[A-Z]?-|\[(?:zoom|video|vc|tv|phone)[^\]]*\]`)
)

func roomName(name string) bool {
	return name != "" && (sureRoom().MatchString(name) || mayBeRoom().MatchString(name) || seats().MatchString(name))
}

// sharedNames is what a mailbox of several is called.
var sharedNames = find.Lazy(`(?i)^(?:(?:the )?[\pL\pN.&' -]{0,40}\b)?(?:(?:recruiting|recruitment|talent(?: acquisition)?|hiring|people(?: ops| operations)?|hr|interview(?:s|ing)?|careers?|scheduling|bewerber|bewerbungs) ?(?:team|inbox|mailbox|coordinators?|desk|calendar)|interviews|scheduling|recruiting|recruitment|human resources|personalabteilung|ressources humaines|recursos humanos|equipe recrutement|wervingsteam|recruitingteam)$`)

func sharedName(name string) bool { return name != "" && sharedNames().MatchString(name) }
