package robot

import "regexp"

var program = regexp.MustCompile(`^(?:mailer-?daemon|postmaster|bounces?|no-?reply|do-?not-?reply|notifications?|calendar-notification)\b`)

// Program reports whether an address in lower case is that of a program.
func Program(address string) bool {
	if len(address) < 2 {
		return false
	}
	switch address[:2] { // few are, and the pattern is slow
	case "ma", "po", "bo", "no", "do", "ca":
		return program.MatchString(address)
	}
	return false
}
