package find

import "strings"

// Evidence is what a verdict rests on, as it stands in the message.
type Evidence struct {
	Where string `json:"where"` // "subject", "text" or "header"
	Words string `json:"words"`
}

// AsWritten finds the words, which are in lower case, in the text as it stands.
func AsWritten(text, words string) string {
	if words == "" {
		return ""
	}
	if i := strings.Index(strings.ToLower(text), words); i >= 0 && i+len(words) <= len(text) && strings.EqualFold(text[i:i+len(words)], words) {
		return text[i : i+len(words)]
	}
	return words
}
