package learn

import (
	"math"

	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/model"
	"afterword/mailwatch/recognize/stack"
)

// A Case is a letter as the stack sees it.
type Case struct {
	Sample
	Voices recognize.Voices
	Vector stack.Vector
	Weight float64 // how much it counts; 1 is a letter
}

// Cases lets the voices speak of the samples, with the model given by the bytes of its
// weights. Letters of which the phrases decide alone are left out.
func Cases(samples []Sample, weights []byte, each float64) (cases []Case, err error) {
	m, err := model.Decode(weights)
	if err != nil {
		return nil, err
	}
	for _, s := range samples {
		if model.Kinds[model.Column(s.Kind)] != s.Kind {
			continue // told by what machines say of themselves
		}
		if v := s.Letter.Voices(); !v.Silent {
			v.Input.Model = m.Score(s.Letter.Words())
			cases = append(cases, Case{s, v, v.Input.Vector(), each})
		}
	}
	return cases, nil
}

// How the stack is fitted.
const (
	steps = 400
	reach = 1
	leash = 3.0 // how strongly weights are held at the prior: as by so many letters
)

// Stack fits the weights of the stack to the cases: by the gradient of the mean
// likelihood, held at the prior. An answer that is right as well counts as right as
// the kind itself.
func Stack(cases []Case) *stack.Weights {
	prior := stack.Prior()
	w := prior
	total := 0.0
	for _, c := range cases {
		total += c.Weight
	}
	if total == 0 {
		return &w
	}
	var speed stack.Weights
	for range steps {
		var slope stack.Weights
		for _, c := range cases {
			shares := w.Shares(c.Vector)
			right, want := 0.0, model.Shares{}
			for k, kind := range model.Kinds {
				if c.Right(kind) {
					right += shares[k]
				}
			}
			for k, kind := range model.Kinds {
				if c.Right(kind) {
					want[k] = shares[k] / right
				}
			}
			if right == 0 { // a kind that the stack does not know: other mail
				want[model.N-1] = 1
			}
			for k := range slope {
				d := c.Weight * (shares[k] - want[k])
				for i, x := range c.Vector {
					slope[k][i] += float64(d * x)
				}
			}
		}
		for k := range w {
			for i := range w[k] {
				hold := leash * (w[k][i] - prior[k][i])
				if i == 0 {
					hold /= 4
				}
				speed[k][i] = 0.9*speed[k][i] - reach*(slope[k][i]+hold)/total
				w[k][i] += speed[k][i]
			}
		}
	}
	for k := range w {
		for i := range w[k] {
			w[k][i] = math.Round(1000*w[k][i]) / 1000
		}
	}
	return &w
}
