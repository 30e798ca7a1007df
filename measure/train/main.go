// Train makes the weights of recognition anew and writes them where they are embedded.
//
//	go run ./measure/train [-n] [FOLDER]
//
// The model learns from the project's own corpus and from invented messages. The stack
// is fitted on invented messages too, each judged by a model that did not learn from
// it, and on mail of other people in FOLDER that the phrases were not mended on; of
// those only some two hundred numbers remain. Without a FOLDER the stack stays as it
// is. The odds of prose are learned from invented messages about interviews. The same
// samples give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"afterword/mailwatch/recognize/prose"
	"afterword/measure/learn"
)

func main() {
	dry := flag.Bool("n", false, "write nothing, only say whether it would be the same")
	flag.Parse()
	if err := train(flag.Arg(0), *dry); err != nil {
		fmt.Fprintf(os.Stderr, "train: %v\n", err)
		os.Exit(1)
	}
}

func train(folder string, dry bool) error {
	samples, err := learn.All("measure/learn")
	if err != nil {
		return err
	}
	weights := learn.Model(samples.All())
	if err := write("mailwatch/recognize/model/weights.bin", weights, dry); err != nil {
		return err
	}
	interviews, err := learn.Interviews("measure/learn")
	if err != nil {
		return err
	}
	answers, err := learn.Questions(interviews)
	if err != nil {
		return err
	}
	elsewhere := learn.Elsewhere(samples.All())
	odds := map[prose.Kind][]byte{}
	for _, kind := range prose.Kinds {
		odds[kind] = learn.Odds(append(answers[kind], elsewhere[kind]...))
		if err := write("mailwatch/recognize/prose/"+string(kind)+".bin", odds[kind], dry); err != nil {
			return err
		}
	}
	digest, err := learn.InterviewsDigest(interviews, func(kind prose.Kind) ([]byte, error) { return odds[kind], nil })
	if err != nil {
		return err
	}
	if err := write("measure/learn/interviews.txt", []byte(digest+"\n"), dry); err != nil {
		return err
	}
	if err := write("measure/learn/digest.txt", []byte(learn.Digest(samples.All(), weights)+"\n"), dry); err != nil || folder == "" {
		return err
	}
	cases, err := learn.StackCases(samples, folder)
	if err != nil {
		return err
	}
	return write("mailwatch/recognize/stack/weights.txt", []byte(learn.Stack(cases).String()), dry)
}

// write writes a file of the project, whose root is the current folder.
func write(path string, data []byte, dry bool) error {
	old, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		return fmt.Errorf("%w: run it in the root of the project", err)
	}
	switch {
	case string(old) == string(data):
		fmt.Printf("%s: as it was\n", path)
		return nil
	case dry:
		fmt.Printf("%s: would change\n", path)
		return nil
	}
	fmt.Printf("%s: %d bytes\n", path, len(data))
	return os.WriteFile(filepath.FromSlash(path), data, 0o644)
}
