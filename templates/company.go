package templates

import (
	"strings"
)

// legalForm is what a register adds to a company's name, at its end. "& Co." is
// part of a name, unless a form goes before it ("GmbH & Co. KG").
var legalForm = lazy(`(?i)(?:,?\s+(?:g?GmbH(?:\s*&\s*Co\.?\s*(?:KG|KGaA|OHG))?|mbH|AG(?:\s*&\s*Co\.?\s*(?:KG|KGaA|OHG))?|SE(?:\s*&\s*Co\.?\s*(?:KG|KGaA))?|KGaA|KG|OHG|GbR|UG(?:\s*\(haftungsbeschränkt\))?|e\.\s?[VGK]\.?|` +
	`Inc\.?|Incorporated|L\.?L\.?C\.?|Ltd\.?|Limited|P\.?L\.?C\.?|Corp\.?|Corporation|L\.?L\.?P\.?|Pty\.?(?:\s+Ltd\.?)?|` +
	`S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|S\.\s?A\.(?:\s?U\.)?|SA|SASU|EURL|SNC|S\.\s?L\.(?:\s?U\.)?|S\.?L\.?U\.?|SL|` +
	`B\.\s?V\.|BV|N\.\s?V\.|NV|V\.O\.F\.|VOF|S\.?p\.?A\.?|S\.?r\.?l\.?|A/S|ApS|Oyj?|sp\.\s?z\s?o\.\s?o\.))+$`)

// Company returns a company's name as people say it: without the legal form that
// a contract needs and a letter does not ("bei Ostwind", not "bei Ostwind GmbH"). It is
// "" where the company is not known ("N/A").
func Company(name string) string {
	name = known(name, longestName)
	short := strings.TrimRight(legalForm().ReplaceAllString(name, ""), " ,")
	if short == "" || strings.EqualFold(short, "the") || strings.HasSuffix(short, "&") {
		return name
	}
	return short
}
