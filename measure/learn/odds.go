package learn

import (
	"math"
	"math/rand/v2"

	"afterword/mailwatch/recognize/odds"
)

// An Example is a case whose answer is known.
type Example struct {
	Buckets []uint16
	Yes     bool
	Rules   bool    // what the rules say
	Weight  float64 // how much it counts; 1 is a mail
}

// How odds are learned. The numbers were chosen on mail held out; they are not delicate.
const (
	oddsRounds = 25
	oddsPace   = 0.1
	oddsBias   = 0.02
	oddsDecay  = 1e-3
)

// Odds learns what cues are worth: a logistic regression by stochastic gradient, in an
// order that is always the same. It returns the bytes of the weights.
func Odds(examples []Example) []byte {
	weights := make([]float64, odds.Buckets)
	seen := make([]float64, odds.Buckets) // sums of squares, for AdaGrad
	bias := 0.0
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(examples))
	for range oddsRounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			e := examples[n]
			each, score := odds.Value(len(e.Buckets)), bias
			for _, b := range e.Buckets {
				score += float64(each * weights[b]) // converted: no two steps become one on another processor
			}
			want := smoothing
			if e.Yes {
				want = 1 - smoothing
			}
			slope := e.Weight * (odds.Sigmoid(score) - want)
			bias -= float64(oddsBias * slope)
			for _, b := range e.Buckets {
				step := float64(slope*each) + float64(oddsDecay*weights[b])
				seen[b] += float64(step * step)
				weights[b] -= float64(oddsPace * step / math.Sqrt(0.01+seen[b]))
			}
		}
	}
	return odds.Encode(bias, weights)
}
