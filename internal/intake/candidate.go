package intake

import (
	"bytes"
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/robot"
)

// subjects are words of which a subject has one that tells of an interview, in the languages
// that are read: beginnings of what calendars write, and what people call one.
var subjects = find.NewGate(`interview screening phone_screen applying application applied onsite on-site candidacy candidate hiring recruit invitation: invitation_ invite invited schedul availab next_steps next_round meet_ meeting call_with chat_with conversation
	canceled cancelled rescheduled updated: updated_inv reminder confirm booked booking appointment event:
	gespräch einladung bewerbung kennenlernen termin abgesagt aktualisiert vorstellung
	entretien candidature invitation_à rendez-vous échange recrutement annul modifi postul
	entrevista candidatura invitación cita_ proceso_de_selección cancelad reunión postula
	gesprek sollicitatie uitnodiging afspraak geannuleerd bijgewerkt kennismaking`)

// Candidate reports whether a message may tell of an interview, by its envelope and the
// lines of its header that were fetched: a calendar, a scheduler or a tracking system,
// words in the subject. Of the others no text is fetched.
func Candidate(e mail.Envelope, header []byte) bool {
	if isCalendar(header) {
		return true
	}
	for _, from := range e.From {
		if domains.Tracking(strings.ToLower(mail.DomainOf(from.Address))) {
			return true
		}
	}
	return subjects.Has(strings.ToLower(e.Subject))
}

// Personal reports whether it may be a person at a company who writes to the user, one of
// whose addresses are own, in lower case: he may tell of an interview under any subject.
func Personal(e mail.Envelope, own map[string]bool) bool {
	from := strings.ToLower(e.Sender.Address)
	if !e.Single || ownDomain(from) == "" || robot.Program(from) || invite.Nobody("", from) || len(e.To)+len(e.Cc) > mostPeople {
		return false
	}
	return slices.ContainsFunc(e.To, func(to mail.Address) bool { return own[strings.ToLower(to.Address)] })
}

// isCalendar reports whether the message itself is a calendar, by its Content-Type.
func isCalendar(header []byte) bool {
	return bytes.Contains(header, []byte("text/calendar")) || bytes.Contains(header, []byte("TEXT/CALENDAR"))
}
