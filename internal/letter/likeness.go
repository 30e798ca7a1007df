package letter

import (
	"slices"
	"strings"
	"unicode"

	"afterword/internal/mail"
)

// Likeness says how much of the wording two texts share, from 0 (nothing) to 1
// (the same): the runs of five words that are in both, against those that are
// in either. Case, punctuation and line breaks do not count.
func Likeness(a, b string) float64 {
	v, w := WordsOf(a), WordsOf(b)
	if len(v) == 0 || len(w) == 0 {
		return 0
	}
	return shingleLikeness(v, w)
}

// shingleLikeness is the Jaccard index of the runs of five words. Texts shorter
// than that are one run.
func shingleLikeness(v, w []string) float64 {
	s, t := shingles(v), shingles(w)
	both := 0
	for run := range s {
		if t[run] {
			both++
		}
	}
	return float64(both) / float64(len(s)+len(t)-both)
}

const shingle = 5

func shingles(words []string) map[string]bool {
	runs := map[string]bool{}
	for i := 0; i == 0 || i+shingle <= len(words); i++ {
		runs[strings.Join(words[i:min(i+shingle, len(words))], " ")] = true
	}
	return runs
}

// EditedLikeness says how much of two texts is the same words in the same
// order: twice the longest common subsequence against the length of both. It
// stays high where a user rewrote a word in each sentence, which destroys most
// runs of five.
func EditedLikeness(a, b string) float64 {
	v, w := WordsOf(a), WordsOf(b)
	const most = 600 // words; the table is quadratic
	v, w = v[:min(len(v), most)], w[:min(len(w), most)]
	if len(v) == 0 || len(w) == 0 {
		return 0
	}
	row := make([]int, len(w)+1)
	for _, x := range v {
		diagonal := 0
		for k, y := range w {
			above := row[k+1]
			if x == y {
				row[k+1] = diagonal + 1
			} else {
				row[k+1] = max(above, row[k])
			}
			diagonal = above
		}
	}
	return 2 * float64(row[len(w)]) / float64(len(v)+len(w))
}

// WordsOf returns the words of a text in lower case, without punctuation.
func WordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// Alike reports whether two messages are the same letter, one of them edited.
func Alike(a, b *mail.Message) bool {
	return EditedLikeness(Read(a).Text(), Read(b).Text()) >= likelyEdited
}

// likelyEdited is the share of common words from which a message to the same
// person, or under the same subject, counts as an edited draft. Letters of
// different kinds to one person share about a third, mostly small words.
const likelyEdited = 0.5

// Same reports whether two messages say the same to the same people, so that they
// differ at most in what a server changes.
func Same(a, b *mail.Message) bool {
	return a.Subject == b.Subject && slices.Equal(a.To, b.To) && slices.Equal(a.Cc, b.Cc) &&
		strings.TrimSpace(a.Text().Text) == strings.TrimSpace(b.Text().Text)
}

// SameRecipient reports whether the lists have an address in common.
func SameRecipient(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if strings.EqualFold(x, y) {
				return true
			}
		}
	}
	return false
}

// SameSubject reports whether two subjects are the same but for the marks of a reply.
func SameSubject(a, b string) bool {
	return strings.EqualFold(bareSubject(a), bareSubject(b))
}

// bareSubject cuts the marks of a reply, as clients in our languages write them,
// and what else is no part of the subject's words.
func bareSubject(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for {
		mark, rest, ok := strings.Cut(s, ":")
		switch mark = strings.ToLower(strings.TrimSpace(mark)); {
		case !ok:
			return s
		case mark == "re", mark == "aw", mark == "antw", mark == "antwort", mark == "sv", mark == "rv", mark == "réf", mark == "ref", mark == "fwd", mark == "fw", mark == "wg", mark == "tr":
			s = strings.TrimSpace(rest)
		default:
			return s
		}
	}
}
