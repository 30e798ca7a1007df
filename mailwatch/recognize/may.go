package recognize

import (
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/prose"
)

// May reports whether a letter may tell of an interview, leave the time of one to its
// reader, or be the receipt of an application: it has a calendar part, a time of day, words
// that send him to choose one, or those of a receipt. It costs a small part of judging it,
// and of a mailbox that is read for the first time most letters are none of that.
func (l Letter) May() bool {
	if len(l.Meetings) > 0 || answersInvitation(l) || prose.Clocked(l.Subject, mail.FirstBytes(l.Text, prose.MaxText)) {
		return true
	}
	return l.mayBeReceipt() || leavesTheTime(l.Text) != ""
}

// mayBeReceipt reports whether a letter may be the receipt of an application: its subject
// speaks of one; or it speaks of thanks or of what came, or a tracking system wrote it, and
// the text speaks of an application or a post.
func (l Letter) mayBeReceipt() bool {
	subject := strings.ToLower(l.Subject)
	if applied.Has(subject) {
		return true
	}
	if !came.Has(subject) && !domains.Tracking(mail.DomainOf(l.Address())) {
		return false
	}
	text := strings.ToLower(mail.FirstBytes(l.Text, prose.MaxText))
	return applied.Has(text) || posts.Has(text)
}

var (
	// applied are words of an application, posts of what one applies for, and came those of
	// thanks, or of something having come.
	applied = find.NewGate(`applying applied application candidac submission submitted submitting resume résumé profile interest interés bewerb kandidat kandidaat unterlagen candidat postul dossier cv solicitud aplicaci inscri sollicit vacature vacante reageer`)
	posts   = find.NewGate(`position role job stelle poste puesto plaza vacan functie recrutement convocatoria offre_de_service`)
	came    = find.NewGate(`thank dank merci gracias confirm bestätig bevestig receipt received acknowledg got_it recibo recibid recib recepción acuse accusé reçu réception reception registr ontvangst ontvangen eingang eingegangen angekommen erhalten`)
)
