package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// A row is one measure.
type row struct {
	what, ours, beside, ratio, bar string
	met                            string // "yes", "no", or "" where there is no bar
}

// A table is what a run prints.
type table struct{ rows []row }

func (t *table) add(r row) { t.rows = append(t.rows, r) }

func (t *table) print(w io.Writer) {
	tw := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	line := func(cells ...string) { fmt.Fprintln(tw, "| "+strings.Join(cells, "\t| ")+"\t|") }
	line("measure", "ours", "beside", "ratio", "bar", "met")
	line("---", "---", "---", "---", "---", "---")
	for _, r := range t.rows {
		line(r.what, r.ours, r.beside, r.ratio, r.bar, r.met)
	}
	_ = tw.Flush()
}

func met(ok bool) string {
	if ok {
		return "yes"
	}
	return "no"
}

// quantile returns the value below which a part of the times lie.
func quantile(times []time.Duration, part float64) time.Duration {
	if len(times) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(times))
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}

func median[T cmp.Ordered](list []T) T {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", d.Seconds()*1000) }

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

func spread(times []time.Duration) string {
	return fmt.Sprintf("p50 %.2f p99 %.2f ms", quantile(times, .5).Seconds()*1000, quantile(times, .99).Seconds()*1000)
}

func over[T int64 | float64 | time.Duration](ours, theirs T) float64 {
	return float64(ours) / float64(theirs)
}

func times(f float64) string { return fmt.Sprintf("%.2f×", f) }
