package intake

import (
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
)

// legal are the forms that stand behind a company's name and are no part of it.
var legal = map[string]bool{"inc": true, "llc": true, "ltd": true, "limited": true, "corp": true, "corporation": true, "co": true, "plc": true, "gmbh": true, "ag": true,
	"se": true, "kg": true, "sa": true, "sas": true, "sarl": true, "sl": true, "srl": true, "spa": true, "bv": true, "nv": true, "ab": true, "as": true, "oy": true}

// nameKey is a company's name as it is compared: without case, signs and legal form.
func nameKey(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune(" \t.,;:()\"'’", r) })
	for len(words) > 1 && legal[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// companyKeys are by what a company is known again: its domain and its name.
func companyKeys(company, domain string) (keys []string) {
	if domain != "" {
		keys = append(keys, "@"+domain)
	}
	if name := nameKey(company); name != "" {
		keys = append(keys, name)
	}
	return keys
}

// ownDomain returns the registrable domain of an address if it is a company's: not one
// that many companies write from.
func ownDomain(address string) string {
	domain := strings.ToLower(mail.DomainOf(address))
	if d := domains.Registrable(domain); d != "" && !domains.Shared(domain) && !domains.Shared(d) {
		return d
	}
	return ""
}
