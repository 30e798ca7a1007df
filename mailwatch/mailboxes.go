package mailwatch

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Names are the mailboxes as the user configured them; "" means: find it.
type Names struct {
	Drafts, Sent, Trash string
	Skip                []string // that are not read, with what lies below them
}

// Mailboxes are the mailboxes that an account needs.
type Mailboxes struct {
	Inbox, Drafts, Sent, Trash string
	All                        string // where the server keeps one with everything, else ""
	// Others are all further mailboxes in which an answer may lie: all but Inbox,
	// Sent, and whatever is for drafts. Trash and Junk are among them. On Gmail, where
	// a mailbox is a label, they are All (which holds what is in Drafts and Sent, too),
	// Trash and Junk.
	Others []string
	// Skipped are those that would be among Others, and that the user does not want
	// to be read.
	Skipped []string
	// Unsent are those of Others in which a message of the user's own was not sent, or
	// not yet: Trash, an outbox, what is to go later, templates.
	Unsent []string
	// Junk are those of Others for what nobody asked for, by special use or name.
	Junk []string
	// How says for each role ("drafts", "sent", "trash") how it was found:
	// "configured", "special use" or "name".
	How       map[string]string
	Delimiter rune // of the inbox's name space; 0 if flat
}

// FindMailboxes finds them among those that the server listed at the login: by
// the configured name, then by special use (RFC 6154), then by a name that mail
// programs use in some language, with or without a prefix such as "INBOX.". It
// never creates one. The error is a NoMailbox.
func (c *Conn) FindMailboxes(_ context.Context, names Names) (Mailboxes, error) {
	return findMailboxes(c.listed, names, c.Has("X-GM-EXT-1"))
}

func findMailboxes(all []listed, names Names, gmail bool) (Mailboxes, error) {
	m := Mailboxes{Inbox: "INBOX", How: map[string]string{}}
	for _, l := range all {
		if l.name == "INBOX" || m.Delimiter == 0 {
			m.Delimiter = l.delim
		}
	}
	for _, l := range all {
		if l.use == "all" {
			m.All = l.name
			break
		}
	}
	for _, role := range []struct {
		key, configured string
		to              *string
	}{{"drafts", names.Drafts, &m.Drafts}, {"sent", names.Sent, &m.Sent}, {"trash", names.Trash, &m.Trash}} {
		name, how, err := findRole(all, role.key, role.configured)
		if err != nil {
			return m, err
		}
		*role.to, m.How[role.key] = name, how
	}
	for _, name := range others(all, m, gmail) {
		if slices.ContainsFunc(names.Skip, func(skip string) bool { return within(all, name, skip) }) {
			m.Skipped = append(m.Skipped, name)
			continue
		}
		m.Others = append(m.Others, name)
		if name == m.Trash || slices.ContainsFunc(all, func(l listed) bool { return l.name == name && unsent(l) }) {
			m.Unsent = append(m.Unsent, name)
		}
		if slices.ContainsFunc(all, func(l listed) bool { return l.name == name && junk(l) }) {
			m.Junk = append(m.Junk, name)
		}
	}
	return m, nil
}

// within reports whether a mailbox is the one that the user wrote, or lies below it.
func within(all []listed, mailbox, name string) bool {
	found, ok := configured(all, name)
	if !ok {
		found = name // of a folder that holds none itself
	}
	switch found {
	case mailbox:
		return true
	case "INBOX": // is always read, and on some servers all the others lie below it
		return false
	}
	i := slices.IndexFunc(all, func(l listed) bool { return l.name == mailbox })
	below, ok := strings.CutPrefix(fold(mailbox), fold(found))
	return ok && i >= 0 && all[i].delim != 0 && strings.HasPrefix(below, string(all[i].delim))
}

// junk reports whether a mailbox is for what nobody asked for.
func junk(l listed) bool {
	name := fold(withoutPrefix(l))
	return l.use == "junk" || slices.ContainsFunc(junkNames, func(known string) bool { return fold(known) == name })
}

var junkNames = []string{"Junk", "Spam", "Junk Mail", "Junk E-mail", "Junk Email", "Bulk Mail", "Bulk",
	"Spamverdacht", "Unerwünscht", "Junk-E-Mail", "Courrier indésirable", "Indésirables", "Pourriel", "Correo no deseado", "No deseado",
	"Ongewenste e-mail", "Ongewenst", "Posta indesiderata", "Lixo eletrônico", "Skräppost", "Søppelpost", "Uønsket post", "Roskaposti", "Niechciane", "Wiadomości-śmieci", "Спам"}

// unsent reports whether what lies in a mailbox waits to be sent, by its name.
func unsent(l listed) bool {
	name := fold(withoutPrefix(l))
	if l.delim != 0 {
		name = name[strings.LastIndex(name, string(l.delim))+1:]
	}
	same := func(known string) bool { return fold(known) == name }
	return slices.ContainsFunc(unsentNames, same) || slices.ContainsFunc(knownNames["drafts"], same)
}

// others are the mailboxes that stand in Others, whatever the user wants.
func others(all []listed, m Mailboxes, gmail bool) []string {
	gmail = m.All != "" && (gmail || strings.HasPrefix(m.All, "["))
	var found []string
	for _, l := range all {
		switch {
		case l.name == m.Inbox, l.name == m.Drafts, l.name == m.Sent, l.use == "drafts", slices.Contains(found, l.name):
		case gmail && l.name != m.All && l.name != m.Trash && l.use != "junk":
		default:
			found = append(found, l.name)
		}
	}
	return found
}

func findRole(all []listed, role, name string) (found, how string, err error) {
	if name != "" {
		if found, ok := configured(all, name); ok {
			return found, "configured", nil
		}
		return "", "", &NoMailbox{role, name, namesOf(all)}
	}
	for _, l := range all {
		if l.use == role {
			return l.name, "special use", nil
		}
	}
	// The list is in order of likelihood: a server with both "Sent" and "Sent
	// Items" uses the first.
	for _, known := range knownNames[role] {
		for _, l := range all {
			if l.name != "INBOX" && fold(withoutPrefix(l)) == fold(known) {
				return l.name, "name", nil
			}
		}
	}
	return "", "", &NoMailbox{Role: role, There: namesOf(all)}
}

// configured finds a mailbox by the name that the user wrote: exactly, else in
// another letter case, else without the prefix of the name space.
func configured(all []listed, name string) (string, bool) {
	for _, same := range []func(l listed) bool{
		func(l listed) bool { return l.name == name },
		func(l listed) bool { return fold(l.name) == fold(name) },
		func(l listed) bool { return fold(withoutPrefix(l)) == fold(name) },
	} {
		for _, l := range all {
			if same(l) {
				return l.name, true
			}
		}
	}
	return "", false
}

// withoutPrefix takes the personal name space off: "INBOX.Sent" is "Sent", and
// Gmail's "[Gmail]/Sent Mail" is "Sent Mail".
func withoutPrefix(l listed) string {
	if l.delim == 0 {
		return l.name
	}
	head, rest, ok := strings.Cut(l.name, string(l.delim))
	if ok && (strings.EqualFold(head, "INBOX") || strings.HasPrefix(head, "[")) {
		return rest
	}
	return l.name
}

// fold makes names comparable: letter case and the two ways to write an accent
// do not matter.
func fold(s string) string { return strings.ToLower(norm.NFC.String(s)) }

func namesOf(all []listed) (names []string) {
	for _, l := range all {
		names = append(names, l.name)
	}
	return names
}

// enumerate names what there is, as something to type.
func enumerate(names []string) string {
	if len(names) == 0 {
		return "none at all"
	}
	var b strings.Builder
	for i, name := range names {
		if i == 30 {
			fmt.Fprintf(&b, " and %d more", len(names)-i)
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", name)
	}
	return b.String()
}

// unsentNames are what they call what holds letters that were not sent, or not yet.
var unsentNames = []string{
	"Outbox", "Scheduled", "Scheduled Messages", "Send Later", "Unsent", "Unsent Messages", "Queue", "Templates", // English
	"Postausgang", "Ausgang", "Geplant", "Später senden", "Vorlagen", // German
	"Boîte d’envoi", "Boîte d'envoi", "Messages en attente", "Planifiés", "Programmés", "Envoyer plus tard", "Modèles", // French
	"Bandeja de salida", "Buzón de salida", "Programados", "Enviar más tarde", "Plantillas", // Spanish
	"Postvak UIT", "Uitgaand", "Gepland", "Later verzenden", "Sjablonen", // Dutch
	"Posta in uscita", "In uscita", "Programmati", "Pianificati", "Modelli", // Italian
	"Caixa de saída", "Caixa de Saída", "Agendados", "Agendadas", "Modelos", // Portuguese
	"Utkorgen", "Utkorg", "Utboks", "Udbakke", "Lähtevät", "Mallar", "Maler", "Skabeloner", // Northern
	"Skrzynka nadawcza", "Wychodzące", "Zaplanowane", "Szablony", "Odchozí", "Pošta k odeslání", "Исходящие", "Отложенные", "Шаблоны", // Eastern
}

// knownNames are what mail programs and servers call the mailboxes, in order of
// likelihood.
var knownNames = map[string][]string{
	"drafts": {
		"Drafts", "Draft", "Draft Messages", "Draft Items", // English
		"Entwürfe", "Entwurf", // German
		"Brouillons", "Brouillon", // French
		"Borradores", "Borrador", // Spanish
		"Concepten", "Concept", // Dutch
		"Bozze", "Bozza", // Italian
		"Rascunhos", "Rascunho", // Portuguese
		"Utkast", "Kladder", "Kladde", "Udkast", "Luonnokset", "Drög", // Swedish, Norwegian, Danish, Finnish, Icelandic
		"Wersje robocze", "Robocze", "Szkice", "Kopie robocze", // Polish
		"Koncepty", "Rozepsané", "Rozpracované", "Koncepti", "Osnutki", "Nacrti", "Skice", // Czech, Slovak, Slovene, Croatian
		"Piszkozatok", "Ciorne", "Чернови", "Нацрти", "Juodraščiai", "Melnraksti", "Mustandid", // Hungarian, Romanian, Bulgarian, Serbian, Baltic
		"Черновики", "Чернетки", "Чарнавікі", // Russian, Ukrainian, Belarusian
		"Πρόχειρα", "Taslaklar", "Esborranys", "Zirriborroak", "Borradors", // Greek, Turkish, Catalan, Basque
		"下書き", "草稿", "草稿箱", "草稿匣", "임시보관함", "임시 보관함", // Japanese, Chinese, Korean
		"טיוטות", "المسودات", "مسودات", "پیش\u200cنویس\u200cها", "ร่างจดหมาย", "แบบร่าง", "Thư nháp", "Bản nháp", "Draf", "Konsep", // Hebrew, Arabic, Persian, Thai, Vietnamese, Malay, Indonesian
	},
	"sent": {
		"Sent", "Sent Items", "Sent Mail", "Sent Messages", "Sent-Mail", "Sent Objects",
		"Gesendet", "Gesendete Objekte", "Gesendete Elemente", "Gesendete Nachrichten", "Gesendete E-Mails", "Postausgang",
		"Éléments envoyés", "Messages envoyés", "Envoyés", "Courrier envoyé", "Objets envoyés", "Envoyé",
		"Enviados", "Elementos enviados", "Mensajes enviados", "Correo enviado", "Enviadas",
		"Verzonden", "Verzonden items", "Verzonden berichten", "Verstuurd",
		"Inviati", "Posta inviata", "Messaggi inviati", "Inviata", "Elementi inviati",
		"Itens enviados", "Mensagens enviadas", "E-mails enviados",
		"Skickat", "Skickade", "Skickade objekt", "Sendt", "Sendte elementer", "Sendte", "Sendt post", "Sendt mail", "Lähetetyt", "Lähetetyt viestit", "Sent póstur",
		"Wysłane", "Elementy wysłane", "Odeslané", "Odeslaná pošta", "Odoslané", "Odoslaná pošta", "Poslano", "Poslane poruke", "Elküldött", "Elküldött elemek", "Trimise", "Изпратени", "Послато", "Išsiųsta", "Nosūtītie", "Saadetud",
		"Отправленные", "Исходящие", "Надіслані", "Відправлені", "Адпраўленыя",
		"Απεσταλμένα", "Gönderilmiş Öğeler", "Gönderilenler", "Gönderilmiş", "Enviats", "Bidalitakoak",
		"送信済み", "送信済みアイテム", "送信済みメール", "已发送", "已发送邮件", "已傳送", "寄件備份", "보낸편지함", "보낸 편지함", "보낸메일함",
		"נשלחו", "פריטים שנשלחו", "البريد المرسل", "المرسلة", "فرستاده\u200cها", "จดหมายที่ส่ง", "ส่งแล้ว", "Thư đã gửi", "Đã gửi", "Terkirim", "Dihantar",
	},
	"trash": {
		"Trash", "Deleted Items", "Deleted Messages", "Deleted", "Bin", "Deleted Objects", "Rubbish",
		"Papierkorb", "Gelöschte Objekte", "Gelöschte Elemente", "Gelöscht", "Gelöschte Nachrichten",
		"Corbeille", "Éléments supprimés", "Messages supprimés", "Supprimés",
		"Papelera", "Elementos eliminados", "Eliminados", "Mensajes eliminados",
		"Prullenbak", "Prullenmand", "Verwijderde items", "Verwijderd",
		"Cestino", "Posta eliminata", "Eliminati", "Elementi eliminati",
		"Lixeira", "Lixo", "Itens excluídos", "Itens eliminados", "Reciclagem",
		"Papperskorg", "Papperskorgen", "Borttaget", "Borttagna objekt", "Papirkurv", "Papirkurven", "Søppel", "Slettede elementer", "Slettet", "Slettet post", "Roskakori", "Poistetut", "Rusl",
		"Kosz", "Elementy usunięte", "Usunięte", "Koš", "Odstraněná pošta", "Kôš", "Odstránené", "Smeće", "Koš za smeti", "Otpad", "Kuka", "Lomtár", "Törölt elemek", "Coș de gunoi", "Coş de gunoi", "Gunoi", "Кошче", "Смеће", "Šiukšlinė", "Miskaste", "Prügikast",
		"Корзина", "Удаленные", "Удалённые", "Кошик", "Видалені", "Кошык",
		"Κάδος απορριμμάτων", "Διαγραμμένα", "Çöp Kutusu", "Çöp", "Silinmiş Öğeler", "Paperera", "Zakarrontzia",
		"ゴミ箱", "ごみ箱", "削除済みアイテム", "已删除", "已删除邮件", "废纸篓", "垃圾桶", "刪除的郵件", "휴지통", "지운편지함",
		"אשפה", "פריטים שנמחקו", "سلة المهملات", "المهملات", "سطل زباله", "ถังขยะ", "Thùng rác", "Sampah", "Tong Sampah",
	},
}
