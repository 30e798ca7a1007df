// Measure scores the recognition of mail: on the project's own corpus, and on a
// folder of real mail where there is one. It prints precision, recall and F1 for
// each kind, a table of what was taken for what, the failures, and what it costs
// in time and memory. It changes nothing and sets no bars: those stand in tests.
//
//	go run ./measure [-v] [-only NAME] [FOLDER]
//
// Without a FOLDER only the corpus and the invented interviews are measured.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	verbose := flag.Bool("v", false, "list every failure, not only the first ones")
	only := flag.String("only", "", "run only the measurement of this name")
	flag.Parse()
	m := &measurement{out: os.Stdout, folder: flag.Arg(0), verbose: *verbose, learn: "measure/learn"}
	for _, step := range []struct {
		name string
		run  func() error
	}{
		{"corpus", m.corpus}, {"jobmail", m.jobmail}, {"interviews", m.interviews}, {"heldout", m.heldOut}, {"bounces", m.bounces}, {"ham", m.ham},
		{"text", m.replyText}, {"dates", m.dates}, {"calendar", m.calendar}, {"mime", m.mime}, {"speed", m.speed},
	} {
		if *only != "" && *only != step.name || m.folder == "" && step.name != "corpus" && step.name != "interviews" {
			continue
		}
		if err := step.run(); err != nil {
			fmt.Fprintf(os.Stderr, "measure %s: %v\n", step.name, err)
			if !os.IsNotExist(err) {
				os.Exit(1)
			}
		}
	}
}
