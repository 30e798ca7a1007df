package robot

import (
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
)

// Receipts. A message that says of another that it was read, deleted unread, delivered
// or handed on says nothing of its own, whoever seems to have sent it. RFC 8098 and RFC
// 3464 gave them parts of their own; many systems write words.

// receiptSubject begins the subject of a receipt; the subject of the letter follows it.
var receiptSubject = find.NewGate("read: read: receipt gelesen: lesebestätigung lu lecture leído: leido: lectura gelezen: leesbevestiging delivered: delivered relayed: expanded: deleted: displayed processed: zugestellt: übermittelt: weitergeleitet: gelöscht: remis livré distribué transmis relayé entregado retransmitido bezorgd: afgeleverd: doorgestuurd: letto: letta: consegnato: lida: lido: entregue: läst: levererat: læst: lest: przeczytano: dostarczono: 開封",
	`^(?:not |un)?read ?:`, `^(?:delivered|relayed|expanded|deleted|displayed|processed) ?:`, `^(?:read|return|delivery|reading) receipt\b`, `^return receipt`, `^(?:nicht |un)?gelesen ?:`, `^(?:lesebestätigung|empfangsbestätigung|übermittlungsbestätigung)\b`, `^(?:zugestellt|übermittelt|gelöscht) ?:`,
	`^(?:non )?lu ?:`, `^(?:accusé|confirmation) de (?:lecture|réception|remise)`, `^(?:remis|livré|distribué|transmis|relayé) ?:`, `^(?:no )?le[ií]do ?:`, `^(?:confirmación|acuse) de (?:lectura|recibo|entrega)`, `^(?:entregado|retransmitido) ?:`,
	`^(?:niet )?gelezen ?:`, `^(?:leesbevestiging|ontvangstbevestiging)\b`, `^(?:bezorgd|afgeleverd|doorgestuurd) ?:`, `^(?:non )?lett[oa] ?:`, `^consegnat[oa] ?:`, `^(?:não )?lid[ao] ?:`, `^entregue ?:`, `^(?:inte |ej )?läst ?:`, `^levererat ?:`, `^(?:ikke )?(?:læst|lest) ?:`, `^(?:nie )?przeczytano ?:`, `^dostarczono ?:`, `^開封(?:済み|確認)`,
)

// receiptWords are what a receipt says, in lower case and with single blanks.
var receiptWords = find.NewGate("read displayed deleted delivered relayed expanded complete receipt gelesen gelöscht zugestellt angezeigt übermitt lu_le été_lu été_ouvert été_supprimé été_remis affiché lecture leído leido eliminado eliminó entregado entregó abierto gelezen verwijderd bezorgd afgeleverd geopend weergegeven stato_letto foi_lida foi_lido läst 開封",
	`\byour (?:message|e-?mail|mail)\b.{0,400}?\b(?:was|has been|is) (?:read|opened|displayed|deleted|successfully (?:delivered|relayed)|delivered|relayed|expanded)\b`,
	`\bdelivery to (?:these|the following) (?:recipients?|distribution lists?)(?: or (?:groups?|distribution lists?))?(?: is complete| has been completed| was successful)`, `\bthis is a (?:return|read|delivery) receipt\b`, `\breturn receipt\b.{0,200}\bdisplayed\b`, `\bsuccessfully (?:relayed|delivered) to (?:these|the following)`,
	`\bihre (?:nachricht|e-?mail|mail)\b.{0,400}?\b(?:wurde|ist)\b.{0,80}\b(?:gelesen|ungelesen gelöscht|gelöscht|geöffnet|angezeigt|zugestellt|übermittelt|weitergeleitet)\b`, `\bdies ist eine (?:empfangs|lese)bestätigung`,
	`\b(?:votre|le) (?:message|courriel|e-?mail|mail)\b.{0,400}?\ba (?:bien )?été (?:lu|ouvert|affiché|supprimé|remis|livré|distribué|transmis|relayé)`,
	`\b(?:su|tu|el) (?:mensaje|correo)\b.{0,400}?\b(?:fue|ha sido|se ha|se) (?:leído|leido|abierto|eliminado|eliminó|mostrado|entregado|entregó|retransmitido)`,
	`\b(?:uw|je|het) (?:bericht|e-?mail|mail)\b.{0,400}?\b(?:is|werd)\b.{0,80}\b(?:gelezen|geopend|weergegeven|verwijderd|bezorgd|afgeleverd|doorgestuurd)\b`,
	`\bil (?:tuo |suo )?messaggio\b.{0,400}?\bè stato (?:letto|eliminato|consegnato)`, `\b(?:a sua|sua) mensagem\b.{0,400}?\bfoi (?:lida|eliminada|excluída|entregue)`, `\bditt meddelande\b.{0,400}?\b(?:lästes|har lästs|läst|levererats)`, `開封(?:されました|済み|確認)`,
)

// mostReceipt is how long a receipt is at the most, in bytes. A letter that mentions
// that a message was read has more to say.
const mostReceipt = 1000

// receiptBegins are the first words of a receipt whose subject does not name it.
var receiptBegins = []string{"your m", "your e", "delivery to", "this is a", "ihre", "dies ist eine", "votre", "le me", "le co", "su ", "tu ", "el ", "uw ", "je ", "het ", "il ", "a sua", "sua", "ditt"}

// receipt returns the words by which a message says that it is a receipt, "" if it is
// none. Its subject must say so, or nothing else may stand in it.
func receipt(l Letter) string {
	whole := strings.TrimSpace(l.Whole)
	if len(whole) > mostReceipt {
		return ""
	}
	subject := strings.ToLower(strings.TrimSpace(l.Subject))
	named := receiptSubject.Find(mail.FirstBytes(subject, find.Reach))
	if begin := opening(whole); named == "" && !slices.ContainsFunc(receiptBegins, func(w string) bool { return strings.HasPrefix(begin, w) }) {
		return ""
	}
	text := strings.ToLower(strings.Join(strings.Fields(whole), " "))
	said := receiptWords.Find(text)
	switch {
	case said != "" && (named != "" || strings.HasPrefix(text, said) && !answer(subject)):
		return mail.FirstBytes(said, 80)
	case named != "" && len(text) < 24: // a subject, and nothing to read
		return named
	}
	return ""
}

// opening returns the first words of a text, as far as receipts show by theirs, in lower
// case and with single blanks.
func opening(text string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(text) {
		if b.Len() > longestBegin {
			break
		}
		b.WriteString(strings.ToLower(word))
		b.WriteByte(' ')
	}
	return b.String()
}

// longestBegin is the length of the longest of receiptBegins, in bytes.
const longestBegin = 16

// arrived reports whether a delivery report says of all its recipients that the message
// reached them, or was handed on to a system that reports no further (RFC 3464, section
// 2.3.3).
func arrived(l Letter) bool {
	status := deliveryStatus(l)
	if status == nil {
		return false
	}
	_, action := readStatus(status.text)
	return action == "delivered"
}
