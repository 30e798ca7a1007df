package setup

import (
	"crypto/sha256"
	"crypto/x509"
	"fmt"
	"strings"
)

// guide says what a provider wants before the secret is asked for: a few sentences,
// the addresses of pages among them. It is "" where nothing special is known.
func (w Words) guide(c Candidate, address string) string {
	p := c.Provider
	if p == nil {
		return w.Say(GuideUnknown, "host", c.Host)
	}
	pairs := []string{"provider", p.Name, "page", p.Page, "path", p.Path, "imap_page", p.IMAPPage, "imap_path", p.IMAPPath, "help", p.Help}
	var lines []string
	add := func(key Key) { lines = append(lines, w.Say(key, pairs...)) }
	switch {
	case p.IMAP == "yes" && p.Secret != BridgePassword:
		add(GuideIMAP)
	case p.IMAP == "maybe" && p.IMAPPath != "":
		add(GuideIMAPMaybe)
	}
	if p.IMAP != "" && p.IMAPPage != "" {
		add(GuideIMAPPage)
	}
	switch p.Secret {
	case AppPassword:
		add(GuideApp)
		if p.Second == "yes" {
			add(GuideSecond)
		}
	case OAuth:
		add(GuideOAuth)
	case MailPassword:
		add(GuideMail)
	case BridgePassword:
		add(GuideBridge)
	case Password:
		if p.OnlySecond {
			add(GuideOnlySecond)
		}
	}
	if p.Page != "" {
		add(GuidePage)
		if p.Path != "" {
			add(GuidePath)
		}
	}
	return strings.Join(lines, "\n")
}

// fingerprint is by what a person knows a certificate again: its SHA-256.
func fingerprint(c *x509.Certificate) string {
	sum := sha256.Sum256(c.Raw)
	var parts []string
	for _, b := range sum {
		parts = append(parts, fmt.Sprintf("%02X", b))
	}
	return strings.Join(parts, ":")
}
