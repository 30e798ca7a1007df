package phrases

import "slices"

// A Text is what the phrases found in one.
type Text struct {
	Words   int     // how many were read
	Matches []Match // in the order in which they begin
	// Supposed is what is said outright, but under a condition.
	Supposed map[Topic]bool
}

// A Match is a phrase that a text holds and that means there what it says.
type Match struct {
	Heading     *Heading // the same for all matches of one heading
	First, Last int      // the words [First, Last) of the text
	Quote       string   // these words as they are written
	Asks        bool     // their sentence ends in a question mark
}

// Read looks for the phrases in s. The language is that of the whole letter, as
// in ISO 639-1, or "".
func (b *Book) Read(s, language string) Text {
	t := cut(s, b.number)
	home := slices.Index(b.languages, language)
	b.clauses(home, &t)
	found, supposed := b.scope(home, &t, b.find(&t))
	read := Text{Words: len(t.words), Matches: make([]Match, 0, len(found))}
	for _, m := range found {
		read.Matches = append(read.Matches, Match{
			Heading: &b.headings[m.heading], First: m.first, Last: m.last,
			Quote: s[t.words[m.first].start:t.words[m.last-1].end], Asks: t.sentences[m.sentence].asks,
		})
	}
	for _, m := range supposed {
		if h := &b.headings[m.heading]; h.Weight >= 4 {
			if read.Supposed == nil {
				read.Supposed = map[Topic]bool{}
			}
			read.Supposed[h.Topic] = true
		}
	}
	return read
}
