package setup

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"afterword/rules"
)

// NameOf guesses a person's name from a mail address: "robin.winter" is Robin Winter.
// It is "" where the address does not look like a name.
func NameOf(address string) string {
	local, _, _ := strings.Cut(address, "@")
	local, _, _ = strings.Cut(local, "+")
	parts := strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '_' })
	if len(parts) < 2 || len(parts) > 3 {
		return ""
	}
	for i, p := range parts {
		if strings.ContainsFunc(p, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) || len(p) < 2 {
			return ""
		}
		letters := []rune(p)
		letters[0] = unicode.ToUpper(letters[0])
		parts[i] = string(letters)
	}
	return strings.Join(parts, " ")
}

// ZoneOf returns the IANA name that is set, or that the link to the zone's file leads
// to; "" where neither names a zone.
func ZoneOf(set, link string) string {
	_, name, _ := strings.Cut(link, "zoneinfo/")
	for _, zone := range []string{strings.TrimPrefix(set, ":"), strings.TrimPrefix(name, "posix/")} {
		if zone == "" || zone == "Local" || !strings.Contains(zone, "/") && zone != "UTC" {
			continue
		}
		if _, err := time.LoadLocation(zone); err == nil {
			return zone
		}
	}
	return ""
}

// LanguageOf returns the language of a tag or a locale ("de-AT", "de_AT.UTF-8"); ""
// where the wizard does not speak it.
func LanguageOf(locale string) string {
	language := strings.ToLower(locale)
	if i := strings.IndexAny(language, "_.-@"); i >= 0 {
		language = language[:i]
	}
	if slices.Contains(Languages, language) {
		return language
	}
	return ""
}

// zoneCountries are the countries of zones, where a zone is in one country and its
// public holidays are known.
var zoneCountries = map[string]string{
	"Europe/Berlin": "DE", "Europe/Busingen": "DE", "Europe/Vienna": "AT", "Europe/Zurich": "CH", "Europe/Paris": "FR", "Europe/Madrid": "ES",
	"Atlantic/Canary": "ES", "Europe/Amsterdam": "NL", "Europe/Brussels": "BE", "Europe/London": "GB", "Europe/Dublin": "IE", "Europe/Rome": "IT",
	"Europe/Lisbon": "PT", "Europe/Warsaw": "PL", "Europe/Prague": "CZ", "Europe/Stockholm": "SE", "Europe/Copenhagen": "DK", "Europe/Oslo": "NO",
	"Europe/Helsinki": "FI", "Europe/Luxembourg": "LU", "Europe/Budapest": "HU", "Europe/Bratislava": "SK", "Europe/Athens": "GR",
	"America/New_York": "US", "America/Chicago": "US", "America/Denver": "US", "America/Los_Angeles": "US", "America/Phoenix": "US", "America/Detroit": "US",
	"America/Anchorage": "US", "Pacific/Honolulu": "US", "America/Toronto": "CA", "America/Vancouver": "CA", "America/Edmonton": "CA", "America/Winnipeg": "CA",
	"America/Halifax": "CA", "America/St_Johns": "CA", "America/Regina": "CA", "America/Mexico_City": "MX", "America/Sao_Paulo": "BR", "America/Bogota": "CO",
	"Australia/Sydney": "AU", "Australia/Melbourne": "AU", "Australia/Brisbane": "AU", "Australia/Perth": "AU", "Australia/Adelaide": "AU",
	"Pacific/Auckland": "NZ", "Asia/Tokyo": "JP", "Asia/Singapore": "SG", "Africa/Johannesburg": "ZA",
}

// CountryOf guesses whose public holidays count: by the zone, then by the region of
// the locale, then by the address. It is "" where nothing is known.
func CountryOf(zone, locale, address string) string {
	_, region, _ := strings.Cut(locale, "_")
	if len(region) > 2 {
		region = region[:2]
	}
	domain := domainOf(address)
	top := strings.ToUpper(domain[strings.LastIndexByte(domain, '.')+1:])
	if top == "UK" {
		top = "GB"
	}
	for _, code := range []string{zoneCountries[zone], region, top} {
		if slices.Contains(rules.HolidayCodes(), code) {
			return code
		}
	}
	return ""
}
