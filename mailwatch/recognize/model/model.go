package model

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"

	"afterword/rules"
)

// Kinds are those that the model tells apart, in the order of its columns. Absences
// and delivery reports are told by what machines say of themselves; to the model they
// are other mail.
var Kinds = [N]rules.MessageKind{
	rules.MessageRejection, rules.MessageOffer, rules.MessageInterview, rules.MessageAcknowledgement,
	rules.MessageQuestion, rules.MessageTimeline, rules.MessageHolding, rules.MessageOther,
}

// N is the number of kinds: a row of weights is one word of the processor.
const N = 8

// Column returns the place of a kind in Kinds; kinds that the model does not know are
// other mail.
func Column(k rules.MessageKind) int {
	for i, have := range Kinds {
		if have == k {
			return i
		}
	}
	return N - 1
}

// Shares are what each of Kinds has, 0 to 1.
type Shares [N]float64

// Best returns the kind with the largest share, and that.
func (s Shares) Best() (rules.MessageKind, float64) {
	best := 0
	for k := range s {
		if s[k] > s[best] {
			best = k
		}
	}
	return Kinds[best], s[best]
}

// A Model is a table of weights. It does not change.
type Model struct {
	bias [N]float64
	unit float64 // what one step of a weight is worth
	rows []byte  // Buckets rows of N weights, each a byte with 128 added
}

//go:embed weights.bin
var weights []byte

// Load returns the model of the program. It does no work.
func Load() (Model, error) { return Decode(weights) }

// header is how many bytes stand before the rows: the unit, and a bias for each kind.
const header = 4 * (1 + N)

// Decode reads a model as Encode writes it. It keeps b.
func Decode(b []byte) (m Model, err error) {
	if len(b) != header+Buckets*N {
		return m, fmt.Errorf("weights of the model: %d bytes, want %d", len(b), header+Buckets*N)
	}
	number := func(i int) float64 { return float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))) }
	m.unit, m.rows = number(0), b[header:]
	for k := range m.bias {
		m.bias[k] = number(1 + k)
	}
	return m, nil
}

// Encode writes a bias for each kind, and Buckets rows of N weights, in steps of which
// 127 are clip: what is beyond it is cut.
func Encode(bias [N]float64, rows [][N]float32, clip float64) []byte {
	unit := clip / 127
	b := binary.LittleEndian.AppendUint32(make([]byte, 0, header+Buckets*N), math.Float32bits(float32(unit)))
	for _, w := range bias {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(w)))
	}
	for _, row := range rows {
		for _, w := range row {
			b = append(b, byte(128+math.Round(max(-127, min(127, float64(w)/unit)))))
		}
	}
	return b
}

// Score says how much a letter reads like each of Kinds: its subject without "Re:", and
// what its sender wrote anew. Each kind is asked for by itself, so that a letter may read
// like several, or like nothing that was ever read. It never fails and never panics; of a long text the beginning is read.
func (m Model) Score(subject, text string) (s Shares) {
	g := desks.Get().(*gramming)
	defer desks.Put(g)
	g.read(subject, text)
	score := m.bias
	for b, grams := range g.grams {
		if len(grams) == 0 {
			continue
		}
		each := m.unit * Value(Block(b), len(grams))
		for k, sum := range m.sum(grams) {
			score[k] += each * float64(sum)
		}
	}
	for k, v := range score {
		s[k] = Sigmoid(v)
	}
	return s
}

// Value is what one of n grams of a block counts.
func Value(b Block, n int) float64 { return share[b] / math.Sqrt(float64(n)) }

// sum adds up the rows of the grams. Eight bytes are added in two additions of four
// lanes of 16 bits, which 256 of them cannot fill.
func (m Model) sum(grams []uint16) (sums [N]int) {
	const even = 0x00ff00ff00ff00ff
	for len(grams) > 0 {
		n := min(256, len(grams))
		var low, high uint64
		for _, g := range grams[:n] {
			row := binary.LittleEndian.Uint64(m.rows[int(g)*N:])
			low += row & even
			high += row >> 8 & even
		}
		for k := range sums {
			lanes := low
			if k%2 == 1 {
				lanes = high
			}
			sums[k] += int(lanes>>(16*(k/2))&0xffff) - 128*n
		}
		grams = grams[n:]
	}
	return sums
}

// Sigmoid turns log-odds into a share.
func Sigmoid(score float64) float64 { return 1 / (1 + math.Exp(-score)) }

// Softmax turns scores into shares of which all are 1.
func Softmax(score [N]float64) (s Shares) {
	top, all := score[0], 0.0
	for _, v := range score {
		top = max(top, v)
	}
	for k, v := range score {
		s[k] = math.Exp(v - top)
		all += s[k]
	}
	for k := range s {
		s[k] /= all
	}
	return s
}
