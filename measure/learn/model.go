package learn

import (
	"math"
	"math/rand/v2"
	"slices"

	"afterword/mailwatch/recognize/model"
)

// How the model is trained. The numbers were chosen on sources held out; they are not
// delicate.
const (
	rounds    = 10   // through all samples
	pace      = 0.15 // of AdaGrad
	smoothing = 0.02 // how far from 0 and 1 a share shall stay
	decay     = 1e-6 // of a weight, whenever its gram is seen
	clipped   = 0.9995
)

// Model trains the model on the samples: a logistic regression for each kind against
// all others, by stochastic gradient, in an order that is always the same. It returns the bytes of
// its weights.
func Model(samples []Sample) []byte {
	type example struct {
		grams model.Grams
		kind  int
	}
	examples := make([]example, len(samples))
	var many [model.N]float64
	for i, s := range samples {
		examples[i] = example{model.GramsOf(s.Letter.Words()), model.Column(s.Kind)}
		many[examples[i].kind]++
	}
	var bias, biasPace [model.N]float64
	rows := make([][model.N]float32, model.Buckets)
	seen := make([][model.N]float32, model.Buckets) // sums of squares, for AdaGrad
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(examples))
	for range rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			e := examples[n]
			score := bias
			for b, grams := range e.grams {
				if len(grams) == 0 {
					continue
				}
				var sum [model.N]float32
				for _, g := range grams {
					for k, w := range rows[g] {
						sum[k] += w
					}
				}
				each := model.Value(model.Block(b), len(grams))
				for k := range score {
					score[k] += float64(each * float64(sum[k])) // converted: no two steps become one on another processor
				}
			}
			var slope [model.N]float64
			for k := range slope {
				slope[k] = model.Sigmoid(score[k]) - smoothing
			}
			slope[e.kind] -= 1 - 2*smoothing
			for k, s := range slope {
				biasPace[k] += s * s
				bias[k] -= pace / 4 * s / math.Sqrt(1+biasPace[k])
			}
			for b, grams := range e.grams {
				if len(grams) == 0 {
					continue
				}
				each := model.Value(model.Block(b), len(grams))
				var step, square [model.N]float32
				for k, s := range slope {
					step[k] = float32(pace * s * each)
					square[k] = float32(s * each * s * each)
				}
				for _, g := range grams {
					row, past := &rows[g], &seen[g]
					for k := range row {
						past[k] += square[k]
						row[k] -= step[k]/float32(math.Sqrt(float64(1e-3+past[k]))) + decay*row[k]
					}
				}
			}
		}
	}
	return model.Encode(bias, rows, clip(rows))
}

// clip returns the size of a weight that few are beyond: the steps of a byte are
// better spent below it.
func clip(rows [][model.N]float32) float64 {
	var sizes []float32
	for _, row := range rows {
		for _, w := range row {
			if w != 0 {
				sizes = append(sizes, max(w, -w))
			}
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return float64(sizes[int(clipped*float64(len(sizes)-1))])
}
