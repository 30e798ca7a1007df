package main

import (
	"slices"
	"strings"
	"time"

	"afterword/rules"
	"afterword/templates"
)

// checkDescribed finds what cannot be right in what the user says.
func checkDescribed(d rules.Described, zone *time.Location) error {
	if err := d.Flaw(zone); err != nil {
		return err
	}
	if d.Language != "" && !slices.Contains(templates.Languages(), d.Language) {
		return rules.Mistaken("there are no letters in the language %q: use one of %s", d.Language, strings.Join(templates.Languages(), ", "))
	}
	return nil
}
