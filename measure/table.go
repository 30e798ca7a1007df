package main

import (
	"fmt"
	"io"
	"sort"
)

// A measurement is one run of the command.
type measurement struct {
	out     io.Writer
	folder  string
	verbose bool
	learn   string             // the folder of the invented messages
	figures map[string]float64 // what the bars are held against, by name
}

func (m *measurement) figure(name string, v float64) {
	if m.figures == nil {
		m.figures = map[string]float64{}
	}
	m.figures[name] = v
}

func (m *measurement) title(format string, args ...any) {
	fmt.Fprintf(m.out, "\n## "+format+"\n", args...)
}

func (m *measurement) printf(format string, args ...any) { fmt.Fprintf(m.out, format, args...) }

// failures prints what went wrong: all of it if asked, else the first few.
func (m *measurement) failures(list []string) {
	for i, f := range list {
		if i == 15 && !m.verbose {
			m.printf("  … and %d more (-v lists them)\n", len(list)-i)
			return
		}
		m.printf("  %s\n", f)
	}
}

// A confusion counts what was taken for what.
type confusion struct {
	count map[[2]string]int // label, answer
	total int
}

func newConfusion() *confusion { return &confusion{count: map[[2]string]int{}} }

func (c *confusion) add(label, answer string) {
	c.count[[2]string{label, answer}]++
	c.total++
}

func (c *confusion) names() []string {
	set := map[string]bool{}
	for k := range c.count {
		set[k[0]], set[k[1]] = true, true
	}
	var names []string
	for n := range set {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// score returns precision, recall and F1 of a label, each 0 to 1; a quotient of
// nothing is 1.
func (c *confusion) score(name string) (precision, recall, f1 float64, n int) {
	var right, labelled, answered int
	for k, v := range c.count {
		if k[0] == name {
			labelled += v
		}
		if k[1] == name {
			answered += v
		}
		if k[0] == name && k[1] == name {
			right += v
		}
	}
	precision, recall = ratio(right, answered), ratio(right, labelled)
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f1, labelled
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// record notes the F1 of every kind.
func (c *confusion) record(m *measurement, prefix string) {
	for _, n := range c.names() {
		_, _, f1, _ := c.score(n)
		m.figure(prefix+n, f1)
	}
}

// print writes the scores and the table.
func (c *confusion) print(w io.Writer) {
	names := c.names()
	fmt.Fprintf(w, "%-16s %5s %9s %7s %6s\n", "kind", "n", "precision", "recall", "F1")
	for _, n := range names {
		p, r, f, count := c.score(n)
		fmt.Fprintf(w, "%-16s %5d %9.3f %7.3f %6.3f\n", n, count, p, r, f)
	}
	fmt.Fprintf(w, "\n%-16s", "label \\ answer")
	for _, n := range names {
		fmt.Fprintf(w, " %6.6s", n)
	}
	fmt.Fprintln(w)
	for _, label := range names {
		fmt.Fprintf(w, "%-16s", label)
		for _, answer := range names {
			if v := c.count[[2]string{label, answer}]; v > 0 {
				fmt.Fprintf(w, " %6d", v)
			} else {
				fmt.Fprintf(w, " %6s", ".")
			}
		}
		fmt.Fprintln(w)
	}
}
