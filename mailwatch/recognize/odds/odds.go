// Package odds weighs what speaks for something against what speaks against it: a
// logistic regression over cues. A cue is that a word stands at some place, or that some
// rule holds. Nobody says what a cue is worth: that is learned from examples by
// `go run ./measure/train`.
package odds

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Buckets is how many weights there are: cues share them by hash.
const Buckets = 1 << 15

// Cues are what is known of one case. The zero value has none.
type Cues struct {
	buckets []uint16
	seen    [Buckets / 64]uint64
}

// Add adds that words stand at a place of some kind.
func (c *Cues) Add(kind string, words ...string) {
	h := uint32(2166136261) // FNV-1a
	for i := range len(kind) {
		h = (h ^ uint32(kind[i])) * 16777619
	}
	for _, w := range words {
		h = (h ^ ' ') * 16777619
		for i := range len(w) {
			h = (h ^ uint32(w[i])) * 16777619
		}
	}
	b := uint16((h ^ h>>15) % Buckets)
	if at, bit := b/64, uint64(1)<<(b%64); c.seen[at]&bit == 0 {
		c.seen[at] |= bit
		c.buckets = append(c.buckets, b)
	}
}

// Flag adds that something holds.
func (c *Cues) Flag(name string, holds bool) {
	if holds {
		c.Add(name)
	}
}

// Buckets are those of the cues, each once. It is for those who train.
func (c *Cues) Buckets() []uint16 { return c.buckets }

// Value is what one of n cues counts: a case of which much is known is not surer for that.
func Value(n int) float64 { return 3 / math.Sqrt(float64(max(1, n))) }

// Weights are what cues are worth.
type Weights struct {
	unit, bias float64
	rows       []byte // each is a weight in units, and 128
}

// header is how many bytes stand before the rows: unit and bias.
const header = 8

// Decode reads weights as Encode writes them. It keeps b.
func Decode(b []byte) (w Weights, err error) {
	if len(b) != header+Buckets {
		return w, fmt.Errorf("weights of cues: %d bytes, want %d", len(b), header+Buckets)
	}
	number := func(i int) float64 { return float64(math.Float32frombits(binary.LittleEndian.Uint32(b[i:]))) }
	return Weights{unit: number(0), bias: number(4), rows: b[header:]}, nil
}

// Encode writes a bias and Buckets weights, in steps of which 127 are the largest of them.
func Encode(bias float64, weights []float64) []byte {
	most := 0.0
	for _, w := range weights {
		most = max(most, math.Abs(w))
	}
	unit := float64(float32(max(most, 1e-9) / 127))
	b := binary.LittleEndian.AppendUint32(make([]byte, 0, header+Buckets), math.Float32bits(float32(unit)))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(bias)))
	for _, w := range weights {
		b = append(b, byte(128+math.Round(max(-127, min(127, w/unit)))))
	}
	return b
}

// Of returns how likely it is that what the cues speak of is so, 0 to 1.
func (w Weights) Of(c *Cues) float64 { return w.OfBuckets(c.buckets) }

// OfBuckets does so for the buckets of cues.
func (w Weights) OfBuckets(buckets []uint16) float64 {
	sum := 0
	for _, b := range buckets {
		sum += int(w.rows[b]) - 128
	}
	return Sigmoid(w.bias + w.unit*Value(len(buckets))*float64(sum))
}

// Sigmoid turns log-odds into a probability.
func Sigmoid(score float64) float64 { return 1 / (1 + math.Exp(-score)) }
