package newtext

import (
	"regexp"
	"strings"

	"afterword/mailwatch/recognize/find"
)

// originalWords and forwardWords are what mail programs write between two rows
// of hyphens, in the languages they speak, in lower case.
var (
	originalWords = []string{"original message", "original mail", "originalnachricht", "original-nachricht", "ursprüngliche nachricht", "urspruengliche nachricht", "ursprüngliche mail",
		"message d'origine", "message d’origine", "message original", "message initial", "mensaje original", "mensagem original", "messaggio originale", "messaggio original",
		"oorspronkelijk bericht", "oorspronkelijke bericht", "ursprungligt meddelande", "originalmeddelande", "oprindelig meddelelse", "opprinnelig melding", "alkuperäinen viesti",
		"wiadomość oryginalna", "oryginalna wiadomość", "původní zpráva", "eredeti üzenet", "исходное сообщение", "оригинальное сообщение", "orijinal mesaj", "missatge original",
		"mesaj original", "原始邮件", "原始郵件", "原邮件", "元のメッセージ", "원본 메시지", "original appointment", "reply message", "antwort", "original e-mail", "ursprünglicher termin"}
	forwardWords = []string{"forwarded message", "forwarded by", "forwarded mail", "forwarded email", "forwarded letter", "weitergeleitete nachricht", "weitergeleitete mail", "weitergeleitete e-mail",
		"message transféré", "message transfere", "message transmis", "mensaje reenviado", "mensagem encaminhada", "mensagem reencaminhada", "messaggio inoltrato", "doorgestuurd bericht",
		"vidarebefordrat meddelande", "videresendt", "edelleenlähetetty", "przekazana wiadomość", "wiadomość przekazana", "přeposlaná zpráva", "továbbított üzenet", "пересылаемое сообщение",
		"пересланное сообщение", "iletilen mesaj", "missatge reenviat", "转发的邮件", "轉寄郵件", "転送メッセージ", "전달된 메시지"}
	beginWords = []string{"begin forwarded message", "anfang der weitergeleiteten", "début du message transféré", "début du message réexpédié", "inicio del mensaje reenviado", "início da mensagem reencaminhada",
		"inizio messaggio inoltrato", "begin doorgestuurd bericht", "vidarebefordrat brev", "начало переадресованного", "下面是被转发的邮件"}
)

// aboveWords are how help desks ask for an answer above a line of theirs.
var aboveWords = []string{"reply above this line", "reply above the line", "your reply above this", "répondre au dessus de cette ligne", "répondre au-dessus de cette ligne", "répondez au-dessus de cette ligne", "oberhalb dieser zeile", "über dieser zeile", "encima de esta línea", "boven deze lijn", "boven deze regel", "sopra questa riga", "acima desta linha"}

// originalLine reports whether the line stands before the message that is answered.
func originalLine(line string) bool {
	return between(line, originalWords) || aboveLine(line)
}

// aboveLine reports whether the line asks for an answer above it.
func aboveLine(line string) bool {
	if len(line) > 120 {
		return false
	}
	end := strings.TrimRight(line, " #-_*=+~.!:()[]<>↥↑")
	for _, word := range []string{"ine", "gne", "eile", "nea", "ijn", "gel", "iga", "nha"} {
		if strings.HasSuffix(end, word) {
			return find.Contains(strings.ToLower(line), aboveWords)
		}
	}
	return false
}

// forwardLine reports whether the line stands before a message that is forwarded.
func forwardLine(line string) bool {
	if between(line, forwardWords) {
		return true
	}
	return len(line) < 120 && strings.HasSuffix(line, ":") && find.Contains(strings.ToLower(line), beginWords)
}

// between reports whether the line is one of the phrases with ornaments on both
// sides, or before it.
func between(line string, words []string) bool {
	if len(line) > 160 || !strings.ContainsRune("-_*=+~<[(#>", rune(line[0])) {
		return false
	}
	inner := strings.Trim(line, "-_*=+~<>[]()# \t:")
	if len(inner)+2 > len(line) {
		return false
	}
	inner = strings.ToLower(inner)
	for _, w := range words {
		if strings.HasPrefix(inner, w) && len(inner) < len(w)+60 {
			return true
		}
	}
	return false
}

// headerNames are the names of header fields as programs write them above a
// message that they answer or forward: who, and the rest.
var (
	fromNames = find.Set("from", "von", "de", "van", "da", "från", "fra", "lähettäjä", "od", "от", "kimden", "feladó", "发件人", "寄件者", "寄件人", "差出人", "보낸 사람", "expéditeur", "remitente",
		"mittente", "afzender", "absender", "nadawca", "odesílatel", "message du", "από", "від", "bởi", "из", "gönderen", "sender")
	otherNames = find.Set("sent", "date", "to", "cc", "bcc", "subject", "reply-to", "reply to", "importance", "attachments", "priority", "when", "where", "organizer", "required attendees",
		"gesendet", "gesendet am", "datum", "an", "kopie", "betreff", "antwort an", "antworten an", "wichtigkeit", "anlagen", "priorität",
		"envoyé", "envoyé le", "date d'envoi", "à", "a", "destinataire", "copie à", "copie", "objet", "sujet", "répondre à", "pièces jointes", "importance",
		"enviado", "enviado el", "enviado em", "enviada em", "enviada", "fecha", "data", "para", "asunto", "assunto", "responder a", "adjuntos",
		"verzonden", "verzonden op", "aan", "onderwerp", "antwoord aan", "bijlagen", "inviato", "inviato il", "oggetto", "rispondi a", "a:",
		"skickat", "till", "ämne", "kopia", "sendt", "til", "emne", "kopi", "dato", "lähetetty", "vastaanottaja", "aihe", "kopio", "päiväys",
		"wysłano", "wysłane", "do", "temat", "dw", "data", "odesláno", "komu", "předmět", "kopie", "дата", "отправлено", "кому", "тема", "копия", "tarih", "gönderilme tarihi", "kime", "konu",
		"elküldve", "címzett", "tárgy", "másolat", "dátum", "发送时间", "收件人", "主题", "抄送", "日期", "寄件日期", "收件者", "主旨", "副本", "送信日時", "宛先", "件名", "日時", "보낸 날짜", "받는 사람", "제목", "received", "message-id")
)

// mostName is how long the name of a header is, in bytes.
const mostName = 40

// headerName returns the name before the colon if the line looks like a header.
func headerName(line string) string {
	line = strings.TrimLeft(strings.TrimSpace(line), "*_|- ")
	i := strings.IndexAny(line[:min(len(line), mostName+len("："))], ":：")
	if i <= 0 || i > mostName {
		return ""
	}
	return strings.ToLower(strings.Trim(line[:i], "*_ \t\u00a0"))
}

// hasAddress reports whether an address stands in a line.
func hasAddress(line string) bool {
	return strings.Contains(line, "@") && addressInside.MatchString(line)
}

var addressInside = regexp.MustCompile(`[^\s<>@]+@[^\s<>@]+`)

// headerBlock returns how many lines, from the first, are headers of a message
// that is quoted below them: 0 if the first begins no such block. A block names
// its sender and at least one thing more; names alone are not enough, so that
// an appointment ("Date: … Time: …") is none.
func headerBlock(lines []string, kinds []lineKind) int {
	name := headerName(lines[0])
	if name == "" {
		return 0
	}
	if fromNames[name] || otherNames[name] {
		if n := knownBlock(lines, kinds, name); n > 0 {
			return n
		}
	}
	return foreignBlock(lines, kinds)
}

// knownBlock is headerBlock for names that are known, of which the first is name.
func knownBlock(lines []string, kinds []lineKind, name string) int {
	from, others, address, last, gap := false, 0, false, 0, 0
	dated := (name == "date" || name == "sent") && strings.ContainsAny(lines[0], "0123456789") // "Date: …", "To: …" without a sender
	for i := 0; i < len(lines) && i < 40; i++ {
		if kinds[i] != lineText && kinds[i] != lineBlank && kinds[i] != lineQuote {
			break
		}
		line := strings.TrimSpace(lines[i])
		if line == "" {
			// One empty line may stand between two headers, none within the block's end.
			if gap++; gap > 2 {
				break
			}
			continue
		}
		name := headerName(line)
		switch {
		case name != "" && fromNames[name]:
			from = true
			if gap == 0 || i-last <= 3 {
				address = address || hasAddress(line)
			}
		case name != "" && otherNames[name]:
			others++
			from = from || dated && name == "to" && hasAddress(line)
			address = address || hasAddress(line)
		case gap > 0 || i-last > 2:
			// Text after an empty line: the block is over.
			return blockLength(from, others, address, last)
		default:
			address = address || hasAddress(line) // a continuation
			continue
		}
		last, gap = i, 0
	}
	return blockLength(from, others, address, last)
}

// foreignBlock is headerBlock for names in a language that is not known: three lines
// and more in a row, each with a name before a colon, of which the first says from
// whom (an address) and another when or to whom. Below a row of ornaments they may
// stand in any order. A signature and what is said of a meeting begin otherwise.
func foreignBlock(lines []string, kinds []lineKind) int {
	n, addresses, dated := 0, 0, false
	for n < len(lines) && n < 12 && kinds[n] == lineText {
		name := headerName(lines[n])
		if meetingNames[name] {
			return 0
		}
		if name == "" {
			break
		}
		if hasAddress(lines[n]) {
			addresses++
		} else if n == 0 {
			return 0
		}
		dated = dated || clockInside.MatchString(lines[n])
		n++
	}
	if n >= 3 && (addresses >= 2 || dated) {
		return n
	}
	return 0
}

// meetingNames are the names of what is said of a meeting.
var meetingNames = find.Set("when", "where", "time", "location", "place", "interviewer", "interviewers", "contact", "role", "position", "duration", "wann", "wo", "uhrzeit", "zeit", "ort", "ansprechpartner", "dauer",
	"quand", "où", "heure", "lieu", "durée", "cuándo", "dónde", "hora", "lugar", "duración", "contacto", "wanneer", "waar", "tijd", "plaats", "locatie", "duur", "tel", "phone", "telefon", "mobile", "mobil", "telefoon", "teléfono", "téléphone", "web", "e-mail", "email", "mail")

// clockInside is a time of day, as the headers of a message have one beside the date.
var clockInside = regexp.MustCompile(`\d[^:]*[ ,]\d{1,2}:\d{2}\b`)

func blockLength(from bool, others int, address bool, last int) int {
	if from && (others >= 2 || others >= 1 && address) {
		return last + 1
	}
	return 0
}
