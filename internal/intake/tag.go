package intake

import (
	"crypto/rand"
	"strings"
)

// letters are those of a tag: none that is taken for another, in handwriting or aloud.
const letters = "23456789abcdefghjkmnpqrstuvwxyz"

// NewTag returns a new tag, such as "k7m2-4f9q": 39 bits at random, so that nobody who
// cannot read the mailbox can write an answer. It is drawn once, when a message tells of
// a find, and kept in that fact: a restart, or reading the message again, changes nothing.
func NewTag() string {
	var tag strings.Builder
	for raw := make([]byte, 1); tag.Len() < 9; {
		_, _ = rand.Read(raw) // never fails
		if int(raw[0]) >= len(letters)*8 {
			continue // each letter is as likely
		}
		if tag.Len() == 4 {
			tag.WriteByte('-')
		}
		tag.WriteByte(letters[int(raw[0])%len(letters)])
	}
	return tag.String()
}

// IsTag reports whether a word has the form of a tag.
func IsTag(s string) bool {
	if len(s) != 9 || s[4] != '-' {
		return false
	}
	return strings.Trim(s[:4]+s[5:], letters) == ""
}
