package trust

import (
	"regexp"
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/robot"
	"afterword/rules"
)

// Known is what the reader of a message knows of the mailbox it lies in.
type Known struct {
	// Authserv holds the authserv-ids (RFC 8601, section 2.5) of the account's own
	// server. Empty: the topmost Authentication-Results header is taken as its.
	Authserv []string
	// Contacts are the known ones; nil is nobody.
	Contacts *Contacts
	// Own holds the user's addresses.
	Own []string
	// Domains are the company's.
	Domains []string
}

// Distrust says why nothing may be drafted to the sender, "" if nothing speaks
// against it. Anyone can write anything into a From header.
func Distrust(l robot.Letter, kind rules.MessageKind, known Known) string {
	if kind == rules.MessageBounce {
		return ""
	}
	from := mail.DomainOf(l.Address())
	r := results(l.Header, known.Authserv)
	switch {
	case r.failed:
		return rules.Say("the receiving server (%s) says that DMARC failed: the message may not come from %s", r.server, from).String()
	case l.Address() != "" && !l.Single:
		return rules.Say("its From is not one plain address: who wrote it is not %s for sure", l.Address()).String()
	case r.from != "" && from != "" && domains.Registrable(r.from) != domains.Registrable(from):
		return rules.Say("the receiving server (%s) checked a message from %s, and it shows %s", r.server, r.from, from).String()
	}
	if len(l.ReplyTo) > 0 && l.Address() != "" && !l.List {
		to := strings.ToLower(l.ReplyTo[0].Address)
		if d := domains.Registrable(mail.DomainOf(to)); d != domains.Registrable(mail.DomainOf(l.Address())) && !known.Contacts.has(to) && !find.Among(known.Own, to) &&
			!(r.passed && known.company(d)) {
			return rules.Say("answers would go to another domain: it came from %s, Reply-To is %s", mail.DomainOf(l.Address()), to).String()
		}
	}
	if like := known.Contacts.lookAlike(mail.DomainOf(l.Address())); like != "" {
		return rules.Say("the sender's domain %s only looks like %s, which is known", mail.DomainOf(l.Address()), like).String()
	}
	if a := mail.FindAddress(l.Sender.Name); a != "" && domains.Registrable(mail.DomainOf(strings.ToLower(a))) != domains.Registrable(mail.DomainOf(l.Address())) && !l.List {
		return rules.Say("the sender shows the name %q, but writes from %s", a, l.Address()).String()
	}
	if words := asksMoney(l, kind); words != "" {
		return rules.Say("it asks for money or bank data: %q", words).String()
	}
	return ""
}

// company reports whether a registrable domain is the company's. A scheduler writes
// from its own, and has answers go to those who asked it to.
func (k Known) company(domain string) bool {
	return domain != "" && !domains.Free(domain) && slices.ContainsFunc(k.Domains, func(d string) bool { return domains.Registrable(strings.ToLower(d)) == domain })
}

var (
	authComment = regexp.MustCompile(`\([^()]*\)`)
	authDMARC   = regexp.MustCompile(`(?i)(?:^|[;\s])dmarc\s*=\s*([a-z]+)`)
	authFrom    = regexp.MustCompile(`(?i)[;\s]header\.from\s*=\s*"?(?:[^\s;"@]*@)?([^\s;"@]+)`)
)

// A result is what the account's own server found of a message.
type result struct {
	server string
	failed bool   // DMARC failed
	passed bool   // DMARC passed
	from   string // the domain in From that it looked at, in lower case; "" if it does not say
}

// results reads the verdict of the account's own server (RFC 8601). Servers put
// their headers on top, so only its results down to the next Received count, with
// whatever other trace fields between them: one further down was written by
// somebody else, whatever name it bears.
func results(fields mail.Header, own []string) (r result) {
	for _, f := range fields {
		switch {
		case f.Name == "Received" && r.server != "":
			return r
		case f.Name != "Authentication-Results":
			continue
		}
		id := authserv(f.Value)
		if len(own) > 0 && !find.Among(own, id) || r.server != "" && id != r.server {
			continue
		}
		r.server = id
		value := authComment.ReplaceAllString(f.Value, " ")
		for _, m := range authDMARC.FindAllStringSubmatch(value, 5) {
			r.failed = r.failed || strings.EqualFold(m[1], "fail")
			r.passed = r.passed || strings.EqualFold(m[1], "pass")
		}
		if m := authFrom.FindStringSubmatch(value); m != nil && r.from == "" {
			r.from = strings.ToLower(strings.Trim(m[1], "."))
		}
	}
	return r
}

// DMARC returns what the account's own server found of a message: "pass", "fail", or ""
// where it says nothing (RFC 7489).
func DMARC(fields mail.Header, authserv []string) string {
	switch r := results(fields, authserv); {
	case r.failed:
		return "fail"
	case r.passed:
		return "pass"
	}
	return ""
}

// Forged reports whether the account's own server says that a message does not come
// from whom it says.
func Forged(fields mail.Header, authserv []string) bool {
	return results(fields, authserv).failed
}

// authserv returns the authserv-id (RFC 8601, section 2.2), in lower case.
func authserv(value string) string {
	id, _, _ := strings.Cut(authComment.ReplaceAllString(value, " "), ";")
	if f := strings.Fields(id); len(f) > 0 {
		return strings.ToLower(f[0])
	}
	return ""
}

// label returns the registered name without its suffix, with the characters
// that IDNA hides shown.
func label(domain string) string {
	name, _, _ := strings.Cut(domain, ".")
	return unpuny(name)
}

// lures are what is added to a company's name to make another domain of it.
var lures = find.Set("career", "careers", "job", "jobs", "hr", "hiring", "recruiting", "recruitment", "recruiter", "talent", "team", "work", "staff", "offer", "offers", "onboarding", "hire", "apply", "interview", "interviews", "inc", "corp", "group", "global", "online", "official", "mail", "support", "karriere", "personal", "emploi", "recrutement", "empleo", "rrhh", "vacatures", "portal", "hq", "us", "usa", "uk", "eu", "co", "llc", "ltd", "gmbh")

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
var asksForMoney = find.NewGate("gift itunes_ steam_ google_play_ amazon_ bitcoin crypto usdt btc western_union moneygram _fee_ _fee. _fee, _fees deposit _payment the_check this_check a_check cashier certified_che the_cheque this_cheque a_cheque wire_transfer gebühr kaution geschenk cadeau frais_de tarjeta _tasa cuota fianza depósito kosten _borg bedrag refundable",
	`\b(?:(?:buy|purchase|get|send)[^.\n]{0,40}\bgift ?cards?|(?:itunes|steam|google play|amazon) (?:gift )?cards?\b|western union|moneygram|(?:pay|send|transfer|deposit|remit|wire)[^.\n]{0,60}\b(?:fee|bitcoin|crypto\w*|usdt|btc|refundable)|(?:registration|training|processing|application|onboarding|equipment|visa|security) (?:fee|deposit|payment)[^.\n]{0,60}\b(?:pay|paid|transfer|required|refund\w*|of \$|of €|of £)|(?:deposit|cash) (?:the|this|a) (?:check|cheque)|(?:cashier'?s|certified) che(?:ck|que)|bitcoin wallet|crypto wallet|wire transfer to|überweis\w* (?:sie )?[^.\n]{0,40}\b(?:gebühr|kaution|betrag)|geschenkkarten?|(?:bearbeitungs|schulungs|ausrüstungs)gebühr|cartes? cadeaux?|frais de (?:dossier|formation)[^.\n]{0,40}\b(?:payer|régler|virement)|tarjetas? (?:de )?regalo|(?:pagar|abonar|transferir)[^.\n]{0,40}\b(?:tasa|cuota|fianza|depósito)|cadeaukaart\w*|(?:betaal|betalen|overmaken|overboeken)[^.\n]{0,40}\b(?:kosten|borg|bedrag))`)

// asksForBank matches what is asked for only once there is an offer.
var asksForBank = find.NewGate("bank account routing credit iban rib security_number ssn konto rekening debit",
	`\b(?:(?:your|ihre|votre|vos|sus?|uw|je) (?:full )?(?:bank(?:ing)? (?:account|details|information|data)|account (?:and routing )?number|routing number|credit card|bankverbindung|kontodaten|kontonummer|coordonnées bancaires|rib\b|datos bancarios|cuenta bancaria|bankgegevens|rekeningnummer|iban)|social security number|\bssn\b|(?:copy|photo|picture|front and back) of your (?:credit|debit) card|online banking (?:login|user))`)

// asksMoney returns the words by which the message asks for money or bank data.
func asksMoney(l robot.Letter, kind rules.MessageKind) string {
	if l.List || kind == rules.MessageAutoReply {
		return ""
	}
	text := strings.ToLower(mail.FirstBytes(l.Text, 3<<10))
	if words := asksForMoney.Find(text); words != "" {
		return find.AsWritten(l.Text, words)
	}
	if kind == rules.MessageOffer || kind == rules.MessageOther {
		return ""
	}
	return find.AsWritten(l.Text, asksForBank.Find(text))
}
