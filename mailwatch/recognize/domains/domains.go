// Package domains knows the domains that belong to no single company: free mail and
// applicant-tracking systems. There is one list of each, in the files beside this.
package domains

import (
	_ "embed"
	"strings"

	"golang.org/x/net/publicsuffix"
)

var (
	//go:embed free.txt
	freeText string
	//go:embed tracking.txt
	trackingText string

	free, tracking = read(freeText), read(trackingText)
)

func read(text string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
}

// Free reports whether anybody can have an address at the domain, which is in lower
// case: it is no company's, and nothing can look like it.
func Free(domain string) bool { return free[domain] }

// Tracking reports whether a domain, in lower case, is that of an
// applicant-tracking system or lies below one: many companies write from it.
func Tracking(domain string) bool { return System(domain) != "" }

// System returns the domain of the applicant-tracking system that a domain, in lower
// case, is or lies below; "" for any other.
func System(domain string) string {
	for strings.Contains(domain, ".") {
		if tracking[domain] {
			return domain
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	return ""
}

// Shared reports whether many companies write from a domain, in lower case: who writes
// from there says nothing of whom he writes for.
func Shared(domain string) bool { return Free(domain) || Tracking(domain) }

// Registrable returns the part of the domain that somebody registered.
func Registrable(domain string) string {
	if d, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		return d
	}
	return domain
}
