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
// speaks of one, or of a receipt, or a tracking system wrote it; and it says that something
// came.
func (l Letter) mayBeReceipt() bool {
	subject := strings.ToLower(l.Subject)
	if !applied.Has(subject) && !receipt.Has(subject) && !domains.Tracking(mail.DomainOf(l.Address())) {
		return false
	}
	whole := subject + "\n" + strings.ToLower(mail.FirstBytes(l.Text, prose.MaxText))
	return applied.Has(whole) && (receipt.Has(whole) || arrived.Has(whole))
}

var (
	// applied are words of an application, and receipt and arrived those of its
	// having come, or of thanks for it: a receipt has both.
	applied = find.NewGate(`applying applied application candidac submission submitted submitting resume résumé profile interest_in bewerb unterlagen bewirb candidat postul dossier cv solicitud inscri inscrip sollicit vacature reageer`)
	receipt = find.NewGate(`receipt received acknowledg recibo reçu réception reception ontvangst eingang`)
	arrived = find.NewGate(`thank received receipt arrived submitted successfully confirm recorded registered reached review danke dank eingang eingegangen erhalten angekommen bestätig prüfen merci reçu reception réception bien_arriv enregistr accus gracias recib hemos_rec registr confirma bedankt ontvangen ontvangst binnen goed_aangekomen verzonden verstuurd verwerk versendet versandt übermittelt gesendet envoyé transmis enviad correctamente forwarded passed_on sent_to`)
)
