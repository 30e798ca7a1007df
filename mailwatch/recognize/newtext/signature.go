package newtext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
)

// device is what phones and programs write below a letter, in their languages.
var device = find.Lazy(`(?i)^[\s<(\[*_-]*(?:` + strings.Join([]string{
	`(?:sent|posted|written) (?:from|via|with|using|by|on) (?:my |a |the |an )?[\p{L}\[(<].{0,80}`,
	`from my .{2,40}`,
	`via (?:mobile|iphone|android).{0,10}`,
	`\p{L}+ from (?:my )?(?:mobile|phone|iphone)`,
	`get \[?outlook for .*`, `(?:download|télécharger|obtenez|obtenir|obtener|obtén|descargar|holen sie sich|laden sie|download de|scarica|ottieni) \[?outlook .*`, `outlook (?:für|pour|para|voor|per) (?:ios|android).*`,
	`envoy[ée]e? (?:depuis|de|à partir de|par|avec|via) (?:mon |ma |l[’'])?.{2,60}`,
	`(?:diese (?:nachricht|e-?mail|mail) wurde )?(?:von|vom|mit|über|aus) (?:meinem|meiner|dem|der|mein|unterwegs)? ?.{0,60}(?:gesendet|gesandt|geschickt|verschickt|versendet)`,
	`(?:gesendet|gesandt|versendet|geschrieben) (?:von|vom|mit|über|via|aus) .{2,60}`,
	`enviad[oa] (?:desde|con|por|mediante|do|da|a partir|com|via|de) .{2,60}`,
	`(?:verzonden|verstuurd|gestuurd) (?:met|vanaf|via|van|vanuit|door) .{2,60}`,
	`inviato (?:da|dal|dalla|con|tramite) .{2,60}`,
	`skickat från .{2,40}`, `sendt fra .{2,40}`, `lähetetty .{2,40}(?:sta|stä|lta|ltä)`, `wysłan[eoa] z .{2,40}`, `отправлено (?:с|из) .{2,60}`, `odesláno z .{2,40}`,
	`從我的 ?.{2,20} ?傳送`, `发自我的.{0,20}`, `發自我的.{0,20}`, `.{0,10}iphoneから送信`, `나의 .{2,20}에서 보냄`, `從 .{2,20} 傳送`,
	`sent by (?:my )?.{2,30}`,
}, "|") + `)[\s>)\]*_.!-]*$`)

// deviceWords are a cheap test before the expression: without their first
// letters, which may be capitals.
var deviceWords = find.NewWords("ent ", "rom ", "utlook", "nvoy", "esend", "esandt", "schickt", "sendet", "schrieben", "nviad", "erzonden", "erstuurd", "estuurd", "nviat", "kickat", "endt ", "hetetty", "ysłan", "тправлено", "desl", "傳送", "发自", "發自", "送信", "보냄", "ia ", "osted", "ritten")

// deviceLine reports whether the line only says which program sent the mail.
func deviceLine(line string) bool {
	if len(line) > 200 {
		return false
	}
	if !deviceWords.In(line) || !device().MatchString(strings.ToLower(line)) {
		return false
	}
	// "Sent from our office on Monday, the contract is on its way." is a sentence.
	words := fields(line)
	return words <= 12 || strings.Contains(line, "://") && words <= 14
}

// legal matches the first words of what lawyers have put below every letter.
var legal = find.Lazy(`(?i)(?:` + strings.Join([]string{
	`(?:this|the) (?:information|e-?mail|message|communication|transmission)[^.]{0,120}(?:confidential|privileged|intended (?:only|solely|for)|addressee)`,
	`(?:confidentiality|legal|privacy|disclaimer|important) ?(?:notice|note|statement|disclaimer)?\s*:`,
	`if you (?:are not|have received) (?:the intended|this (?:e-?mail|message|communication))[^.]{0,60}(?:recipient|error|mistake)`,
	`diese (?:e-?mail|nachricht)[^.]{0,120}(?:vertraulich|bestimmt|rechtlich geschützt)`, `der inhalt dieser (?:e-?mail|nachricht)`, `wenn sie nicht der (?:richtige|beabsichtigte|vorgesehene)[^.]{0,20}(?:adressat|empfänger)`,
	`ce (?:message|courriel|mail|courrier)[^.]{0,120}(?:confidentiel|destinataire|destiné)`, `les informations contenues dans ce`,
	`(?:este (?:mensaje|correo|e-?mail)|la información (?:contenida|incluida))[^.]{0,160}(?:confidencial|destinatari)`,
	`(?:dit (?:bericht|e-?mailbericht)|deze (?:e-?mail|mail)|de informatie (?:verzonden|in d))[^.]{0,120}(?:vertrouwelijk|bestemd|geadresseerde)`,
	`(?:le informazioni contenute|questo messaggio)[^.]{0,120}(?:riservat|confidenzial|destinatari)`,
	`\bregistered (?:office|in (?:england|scotland|wales|ireland|northern ireland))\b`, `\bcompany (?:no|number|reg(?:istration)?)\b[.: ]`, `\b(?:amtsgericht|handelsregister|registergericht)\b[^.\n]{0,40}\d`, `\bHRB ?\d`, `\b(?:geschäftsführ(?:er|ung|erin)|vorstand|aufsichtsrat|sitz der gesellschaft)\w*:`, `\b(?:siret|rcs [a-z]+|kvk(?:-nummer)?|btw(?:-nummer)?|c\.?i\.?f\.?|ust-id(?:nr)?)[.: ]{1,3}[a-z]{0,2} ?\d`,
	`(?:please )?(?:consider|think about) the environment before printing`, `bitte (?:denken|prüfen) sie[^.]{0,60}(?:umwelt|ausdrucken|drucken)`, `pensez à l.environnement`,
}, "|") + `)`)

// cutLegal drops the paragraphs at the end of the letter from the first that
// is a legal footer. A footer above which nothing stands is kept: then it is
// the letter. So is one that is followed by more than lawyers write.
func cutLegal(lines []string) []string {
	left := 0 // words from the line on
	for _, l := range lines {
		left += fields(l)
	}
	words := 0 // words above the paragraph
	for start := 0; start < len(lines); {
		end, own := start, 0
		for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
			own += fields(lines[end])
			end++
		}
		if own > 0 && words > 0 && left < 400 && (words >= 5 || left < 200) {
			paragraph := mail.FirstBytes(strings.Join(lines[start:end], " "), 500)
			if len(paragraph) > 40 && legal().MatchString(paragraph) && find.Contains(paragraph, legalWords) {
				return lines[:start]
			}
		}
		words += own
		left -= own
		start = end + 1
	}
	return lines
}

// footer matches the first words of what senders of bulk mail write below it.
var footer = find.NewGate("subscri receiv sent_to sent_by preferences privacy browser © copyright powered_by abmeld abbestell désinscri désabonn baja suscripci uitschrij afmeld gesendet",
	`^\W{0,4}(?:(?:to )?unsubscribe|you(?:'re|’re| are| have)? (?:are )?(?:receiv|subscrib)|this (?:e-?mail|message) was sent (?:to|by)|manage (?:your )?(?:e-?mail |notification )?preferences|(?:e-?mail |notification )preferences|privacy (?:policy|notice|statement)|view (?:this )?(?:e-?mail |online |it )?in (?:your |a )?browser|©|copyright|powered by|(?:newsletter )?(?:abmelden|abbestellen)|diese e-?mail wurde (?:an|von)[^.]{0,60}gesendet|se (?:désinscrire|désabonner)|(?:pour )?(?:vous )?désinscri|(?:darse|date|darte) de baja|cancelar (?:la |tu |su )?suscripci|uitschrijven|afmelden)`)

// WithoutFooter drops the short paragraphs at the end of automatic mail that
// lead out of the list, name the owner of the rights or the program.
func WithoutFooter(text string) string {
	for range 4 {
		i := strings.LastIndex(text, "\n\n")
		if i < 0 {
			return text
		}
		tail := strings.TrimSpace(text[i:])
		if len(tail) > 400 || !footer.Match(strings.ToLower(tail)) {
			return text
		}
		text = strings.TrimSpace(text[:i])
	}
	return text
}

// legalWords are what the expression is not to do without, in the cases in which they
// are written.
var legalWords = []string{"onfiden", "OFIDEN", "ONFIDEN", "ntended", "ertraul", "nhalt dieser", "dressat", "mpfänger", "destinat", "estiné", "ertrouw", "estemd", "riservat", "isclaimer", "e environment b", "mwelt", "usdrucken", "legal n", "Legal", "LEGAL", "rivileged", "rivacy n", "received this",
	"environnement", "ddressee", "egistered", "ompany n", "ompany N", "ompany r", "ompany R", "mtsgericht", "andelsregister", "HRB", "führe", "führung", "orstand", "ufsichtsrat", "itz der", "SIRET", "iret", "RCS", "KvK", "KVK", "kvk", "BTW", "C.I.F", "CIF", "USt", "Ust"}

// fields returns the length of strings.Fields(s) without making it.
func fields(s string) int {
	n, space := 0, true
	for _, c := range s {
		was := space
		if space = c == ' ' || '\t' <= c && c <= '\r' || c >= utf8.RuneSelf && unicode.IsSpace(c); was && !space {
			n++
		}
	}
	return n
}
