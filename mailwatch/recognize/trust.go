package recognize

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/publicsuffix"

	"afterword/rules"
)

// distrust says why nothing may be drafted to the sender, "" if nothing speaks
// against it. Anyone can write anything into a From header.
func distrust(l letter, v Verdict, opt Options) string {
	if v.Kind == rules.MessageBounce {
		return ""
	}
	if server, failed := dmarcFailed(l.fields, opt.Authserv); failed {
		return fmt.Sprintf("the receiving server (%s) says that DMARC failed: the message may not come from %s", server, domainOf(l.from))
	}
	if to := strings.ToLower(v.ReplyTo); to != "" && l.from != "" && !l.list {
		if d := registrable(domainOf(to)); d != registrable(domainOf(l.from)) && !opt.Contacts.has(to) && !among(opt.Own, to) {
			return fmt.Sprintf("answers would go to another domain: it came from %s, Reply-To is %s", domainOf(l.from), to)
		}
	}
	if like := opt.Contacts.lookAlike(domainOf(l.from)); like != "" {
		return fmt.Sprintf("the sender's domain %s only looks like %s, which is known", domainOf(l.from), like)
	}
	if a := bareAddress.FindString(l.fromName); a != "" && registrable(domainOf(strings.ToLower(a))) != registrable(domainOf(l.from)) && !l.list {
		return fmt.Sprintf("the sender shows the name %q, but writes from %s", a, l.from)
	}
	if words := asksMoney(l, v.Kind); words != "" {
		return fmt.Sprintf("it asks for money or bank data: %q", words)
	}
	return ""
}

// A headerField is one field of the header, in the order of the message.
type headerField struct{ name, value string }

var (
	authComment = regexp.MustCompile(`\([^()]*\)`)
	authDMARC   = regexp.MustCompile(`(?i)(?:^|[;\s])dmarc\s*=\s*([a-z]+)`)
)

// dmarcFailed reads the verdict of the account's own server (RFC 8601). Servers
// put their headers on top, so only the first block of its results counts: one
// further down was written by somebody else, whatever name it bears.
func dmarcFailed(fields []headerField, own []string) (server string, failed bool) {
	for i := 0; i < len(fields); i++ {
		if fields[i].name != "Authentication-Results" {
			continue
		}
		id := authserv(fields[i].value)
		if len(own) > 0 && !among(own, id) {
			continue
		}
		for ; i < len(fields) && fields[i].name == "Authentication-Results" && authserv(fields[i].value) == id; i++ {
			value := authComment.ReplaceAllString(fields[i].value, " ")
			for _, m := range authDMARC.FindAllStringSubmatch(value, 5) {
				if strings.EqualFold(m[1], "fail") {
					return id, true
				}
			}
		}
		return id, false
	}
	return "", false
}

// authserv returns the authserv-id (RFC 8601, section 2.2), in lower case.
func authserv(value string) string {
	id, _, _ := strings.Cut(authComment.ReplaceAllString(value, " "), ";")
	if f := strings.Fields(id); len(f) > 0 {
		return strings.ToLower(f[0])
	}
	return ""
}

func domainOf(address string) string {
	return strings.ToLower(strings.Trim(address[strings.LastIndexByte(address, '@')+1:], ".>"))
}

// registrable returns the part of the domain that somebody registered.
func registrable(domain string) string {
	if d, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		return d
	}
	return domain
}

// shared are domains that belong to no company: nothing can look like them.
var shared = names("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me", "protonmail.com",
	"orange.fr", "free.fr", "laposte.net", "wanadoo.fr", "mail.ru", "yandex.ru", "qq.com", "163.com", "ziggo.nl", "kpnmail.nl", "posteo.de", "mailbox.org", "fastmail.com", "zoho.com", "hotmail.fr", "yahoo.fr", "yahoo.es", "hotmail.es")

// label returns the registered name without its suffix, with the characters
// that IDNA hides shown.
func label(domain string) string {
	name, _, _ := strings.Cut(domain, ".")
	return unpuny(name)
}

// lures are what is added to a company's name to make another domain of it.
var lures = names("career", "careers", "job", "jobs", "hr", "hiring", "recruiting", "recruitment", "recruiter", "talent", "team", "work", "staff", "offer", "offers", "onboarding", "hire", "apply", "interview", "interviews", "inc", "corp", "group", "global", "online", "official", "mail", "support", "karriere", "personal", "emploi", "recrutement", "empleo", "rrhh", "vacatures", "portal", "hq", "us", "usa", "uk", "eu", "co", "llc", "ltd", "gmbh")

// extraWords reports whether name is real with a lure before or after it.
func extraWords(name, real string) bool {
	for _, rest := range []string{strings.TrimPrefix(name, real), strings.TrimSuffix(name, real)} {
		if rest != name && lures[strings.Trim(rest, "-")] {
			return true
		}
	}
	return false
}

// asksForMoney matches what no company asks of a candidate at any time.
var asksForMoney = newGate("gift itunes_ steam_ google_play_ amazon_ bitcoin crypto usdt btc western_union moneygram _fee_ _fee. _fee, _fees deposit _payment the_check this_check a_check cashier certified_che the_cheque this_cheque a_cheque wire_transfer gebühr kaution geschenk cadeau frais_de tarjeta _tasa cuota fianza depósito kosten _borg bedrag refundable",
	`\b(?:(?:buy|purchase|get|send)[^.\n]{0,40}\bgift ?cards?|(?:itunes|steam|google play|amazon) (?:gift )?cards?\b|western union|moneygram|(?:pay|send|transfer|deposit|remit|wire)[^.\n]{0,60}\b(?:fee|bitcoin|crypto\w*|usdt|btc|refundable)|(?:registration|training|processing|application|onboarding|equipment|visa|security) (?:fee|deposit|payment)[^.\n]{0,60}\b(?:pay|paid|transfer|required|refund\w*|of \$|of €|of £)|(?:deposit|cash) (?:the|this|a) (?:check|cheque)|(?:cashier'?s|certified) che(?:ck|que)|bitcoin wallet|crypto wallet|wire transfer to|überweis\w* (?:sie )?[^.\n]{0,40}\b(?:gebühr|kaution|betrag)|geschenkkarten?|(?:bearbeitungs|schulungs|ausrüstungs)gebühr|cartes? cadeaux?|frais de (?:dossier|formation)[^.\n]{0,40}\b(?:payer|régler|virement)|tarjetas? (?:de )?regalo|(?:pagar|abonar|transferir)[^.\n]{0,40}\b(?:tasa|cuota|fianza|depósito)|cadeaukaart\w*|(?:betaal|betalen|overmaken|overboeken)[^.\n]{0,40}\b(?:kosten|borg|bedrag))`)

// asksForBank matches what is asked for only once there is an offer.
var asksForBank = newGate("bank account routing credit iban rib security_number ssn konto rekening debit",
	`\b(?:(?:your|ihre|votre|vos|sus?|uw|je) (?:full )?(?:bank(?:ing)? (?:account|details|information|data)|account (?:and routing )?number|routing number|credit card|bankverbindung|kontodaten|kontonummer|coordonnées bancaires|rib\b|datos bancarios|cuenta bancaria|bankgegevens|rekeningnummer|iban)|social security number|\bssn\b|(?:copy|photo|picture|front and back) of your (?:credit|debit) card|online banking (?:login|user))`)

// asksMoney returns the words by which the message asks for money or bank data.
func asksMoney(l letter, kind rules.MessageKind) string {
	if l.list || kind == rules.MessageAutoReply {
		return ""
	}
	text := strings.ToLower(firstBytes(l.text, 3<<10))
	if words := asksForMoney.find(text); words != "" {
		return asWritten(l.text, words)
	}
	if kind == rules.MessageOffer || kind == rules.MessageOther {
		return ""
	}
	return asWritten(l.text, asksForBank.find(text))
}
