// Package like tells how alike two messages are without keeping either: of each a
// sketch remains, from which its words cannot be read. It reads no meaning.
package like

import (
	"encoding/base64"
	"encoding/binary"
	"strings"
	"unicode"
)

// samples is how many numbers a sketch has: what it says of likeness is right to about
// six hundredths.
const samples = 64

// A Sketch stands for the wording of a message: for each of some orders of all n-grams
// that there are, which of the text's comes first (MinHash). The zero value is that of
// a message that says nothing, and like none.
type Sketch struct {
	said bool
	min  [samples]uint16
}

// Of makes the sketch of a message: of its words, and of its pairs of words, in lower
// case and without figures, so that dates and numbers make no difference.
func Of(subject, text string) Sketch {
	var s Sketch
	var least [samples]uint64
	for i := range least {
		least[i] = 1<<64 - 1
	}
	count := 0
	add := func(gram string) {
		h := hash(gram)
		for i := range least {
			// An order of its own for each sample: a different bijection of the hash.
			h = h*0x9e3779b97f4a7c15 + uint64(2*i+1)
			if v := h ^ h>>29; v < least[i] {
				least[i] = v
			}
		}
		count++
	}
	before := ""
	each(subject+"\n"+text, func(word string) {
		add(word)
		if before != "" {
			add(before + " " + word)
		}
		before = word
	})
	if count == 0 {
		return s
	}
	s.said = true
	for i, v := range least {
		s.min[i] = uint16(v ^ v>>16 ^ v>>32)
	}
	return s
}

// maxWords bounds what is read of a message.
const maxWords = 2000

// each hands over the words of a text, the first maxWords of them.
func each(s string, word func(string)) {
	n := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n++; n > maxWords {
			return
		}
		word(strings.ToLower(w))
	}
}

// hash is FNV-1a, stirred: the same on every machine, for sketches are kept.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}

// Likeness says how much of their wording two messages share, from 0 (nothing) to 1
// (the same): an estimate of the n-grams that are in both against those in either.
func (s Sketch) Likeness(t Sketch) float64 {
	if !s.said || !t.said {
		return 0
	}
	same := 0
	for i := range s.min {
		if s.min[i] == t.min[i] {
			same++
		}
	}
	return float64(same) / samples
}

// String is the sketch as it is kept: base64, "" for one of nothing.
func (s Sketch) String() string {
	if !s.said {
		return ""
	}
	b := make([]byte, 0, 2*samples)
	for _, v := range s.min {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return base64.RawStdEncoding.EncodeToString(b)
}

// Parse reads what String wrote. What is no sketch is that of nothing.
func Parse(text string) Sketch {
	b, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil || len(b) != 2*samples {
		return Sketch{}
	}
	s := Sketch{said: true}
	for i := range s.min {
		s.min[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return s
}
