package rules

// A Point is one thing that stayed with the user, as ends of sentences: he has seen them
// as they will stand. Each may be empty.
type Point struct {
	Topic   string `json:"topic,omitempty" toml:"topic,omitempty"`       // ends "What you told me about …"
	Because string `json:"because,omitempty" toml:"because,omitempty"`   // ends "It matters to me because …"
	OwnWork string `json:"own_work,omitempty" toml:"own_work,omitempty"` // ends "It reminds me of when I …"
	// Ask ends "Could you tell me …?", or is a question of its own with its mark, and stands in
	// the answer to an offer. Promise ends "As I said, I will send you …", in a letter of thanks.
	Ask     string `json:"ask,omitempty" toml:"ask,omitempty"`
	Promise string `json:"promise,omitempty" toml:"promise,omitempty"`
	// With is the key of the contact with whom it was spoken of; "" where that is open.
	With string `json:"with,omitempty" toml:"with,omitempty"`
	// Language is that of the ends (ISO 639-1); "" for any.
	Language string `json:"language,omitempty" toml:"language,omitempty"`
}
