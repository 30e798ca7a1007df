package model

import (
	"strings"

	"afterword/rules"
)

// Words returns the words of the text that weigh most for the kind, the heaviest
// first, as they stand there: at most so many rows of a few words each.
func (m Model) Words(text string, kind rules.MessageKind, most int) (out []string) {
	var f folded
	f.read(text, mostText)
	weight := m.weigh(f, Column(kind))
	for len(out) < most {
		first := 0
		for i := range weight {
			if weight[i] > weight[first] {
				first = i
			}
		}
		if len(weight) == 0 || weight[first] <= 0 {
			break
		}
		last := first
		for last-first+1 < mostRow { // to the side where more is said, as long as something is
			switch {
			case last+1 < len(weight) && weight[last+1] > 0 && (first == 0 || weight[last+1] >= weight[first-1]):
				last++
				continue
			case first > 0 && weight[first-1] > 0:
				first--
				continue
			}
			break
		}
		out = append(out, strings.Join(strings.Fields(text[f.words[first].start:f.words[last].end]), " "))
		for i := first; i <= last; i++ {
			weight[i] = 0
		}
	}
	return out
}

// mostRow is how many words are shown in one piece.
const mostRow = 7

// weigh says what each word weighs for the kind in column k, against what it weighs
// for the others: each gram's weight is that of the words that it stands in.
func (m Model) weigh(f folded, k int) []float64 {
	weight := make([]float64, len(f.words))
	of := make([]int, len(f.text)) // the word of each byte, or of the one before a blank
	for i, w := range f.words {
		for at := w.from; at <= w.to && at < len(of); at++ {
			of[at] = i
		}
	}
	for i := range f.words {
		h := uint64(Words) + 1
		for n, w := range f.words[i:min(len(f.words), i+3)] {
			h = mix(h ^ w.hash)
			for j := i; j <= i+n; j++ {
				weight[j] += m.margin(uint16(h>>48), k) * share[Words] / float64(n+1)
			}
		}
	}
	if len(f.words) == 0 {
		return weight
	}
	var last uint64
	for i, c := range f.text {
		last = last<<8 | uint64(c)
		for n := 3; n <= 5 && n <= i+1; n++ {
			row := last & (1<<(8*n) - 1)
			// A row of letters counts less: a word has many of them.
			weight[of[i-n/2]] += m.margin(uint16(mix(row|uint64(n)<<56|uint64(Letters)<<60)>>48), k) * share[Letters] / 6
		}
	}
	return weight
}

// margin is by how much a bucket speaks for column k more than for all in the mean.
func (m Model) margin(bucket uint16, k int) float64 {
	row := m.rows[int(bucket)*N:][:N]
	mean := 0
	for _, w := range row {
		mean += int(w) - 128
	}
	return float64(int(row[k])-128) - float64(mean)/N
}
