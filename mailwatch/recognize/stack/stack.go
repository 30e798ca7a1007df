// Package stack weighs the voices that speak of a letter against each other: the
// phrases, the model, and the circumstances in which the letter came. What comes out
// are shares that mean what they say: of all letters of which a kind is said with a
// share of 0.9, nine in ten are of that kind.
//
// It is a multinomial logistic regression over less than two hundred numbers, which
// stand in weights.txt as they were fitted by `go run ./measure/train`: on mail that
// the phrases were not mended on and that the model was not trained on, for otherwise
// it would learn to trust them as they deserve only there.
package stack

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"afterword/mailwatch/recognize/model"
)

// An Input is what is known of a letter before it is decided what it is.
type Input struct {
	Model   model.Shares     // what the model says
	Phrases [model.N]float64 // how loudly the phrases speak for each of model.Kinds, 0 to 1

	Answers bool // it answers a letter
	Robot   bool // nobody reads what is sent back, or a program says that it wrote it
	Job     bool // some phrase says that it is about work
	Own     bool // some phrase says that it is about the reader's own application
	English bool
}

// Width is how many numbers an Input is: one that is always 1, those of the two
// voices, and the circumstances.
const Width = 1 + 2*model.N + 5

// A Vector is an Input as numbers.
type Vector [Width]float64

// names are those of the numbers, for weights.txt.
var names = func() (all []string) {
	all = append(all, "always")
	for _, voice := range []string{"model", "phrases"} {
		for _, k := range model.Kinds {
			all = append(all, voice+":"+string(k))
		}
	}
	return append(all, "answers", "robot", "job", "own", "english")
}()

// Vector returns the input as numbers.
func (in Input) Vector() (v Vector) {
	v[0] = 1
	for k := range model.N {
		v[1+k] = evidence(in.Model[k])
		v[1+model.N+k] = in.Phrases[k]
	}
	for i, yes := range []bool{in.Answers, in.Robot, in.Job, in.Own, in.English} {
		if yes {
			v[1+2*model.N+i] = 1
		}
	}
	return v
}

// evidence turns a share of the model into what adds up: its odds, as a power of ten,
// from a hundredth to a hundred.
func evidence(share float64) float64 {
	return max(-2, min(2, math.Log10((share+1e-9)/(1-share+1e-9))))
}

// Weights are what each number of a Vector counts for each of model.Kinds.
type Weights [model.N]Vector

// Prior is what is believed before any letter was seen: each voice is right about as
// often as it is wrong about what it says itself, and nothing else matters. Where few
// letters speak, as for offers, it stays.
func Prior() (w Weights) {
	for k := range w {
		w[k][1+k], w[k][1+model.N+k] = 2, 2
	}
	return w
}

// Decide weighs the input.
func (w *Weights) Decide(in Input) model.Shares { return w.Shares(in.Vector()) }

// Shares weighs an input that is a vector already.
func (w *Weights) Shares(v Vector) model.Shares {
	var score [model.N]float64
	for k := range score {
		for i, x := range v {
			score[k] += w[k][i] * x
		}
	}
	return model.Softmax(score)
}

//go:embed weights.txt
var text string

// Load returns the weights of the program.
func Load() (*Weights, error) { return load() }

var load = sync.OnceValues(func() (*Weights, error) { return Parse(text) })

// Parse reads weights as String writes them: a line for each number of a Vector, with
// its name and what it counts for each kind.
func Parse(s string) (*Weights, error) {
	w := &Weights{}
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if len(lines) != Width+1 {
		return nil, fmt.Errorf("weights of the stack: %d lines, want %d", len(lines), Width+1)
	}
	for i, line := range lines[1:] {
		fields := strings.Fields(line)
		if len(fields) != 1+model.N || fields[0] != names[i] {
			return nil, fmt.Errorf("weights of the stack: line %q, want %d numbers of %q", line, model.N, names[i])
		}
		for k, f := range fields[1:] {
			v, err := strconv.ParseFloat(f, 64)
			if err != nil {
				return nil, fmt.Errorf("weights of the stack: %q: %w", line, err)
			}
			w[k][i] = v
		}
	}
	return w, nil
}

// String writes the weights as a table.
func (w *Weights) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s", "#")
	for _, k := range model.Kinds {
		fmt.Fprintf(&b, " %8.8s", k)
	}
	b.WriteByte('\n')
	for i, name := range names {
		fmt.Fprintf(&b, "%-24s", name)
		for k := range w {
			fmt.Fprintf(&b, " %8.3f", w[k][i])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
