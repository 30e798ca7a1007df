package phrases

import (
	"slices"
	"testing"
)

// TestLists loads every list as the program does: a mistake in one is an error
// that names the file and the line.
func TestLists(t *testing.T) {
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d phrases, %d words", len(b.phrases), len(b.words))
}

// TestOrder holds that every list is named in order.txt, each once: of one that
// is not, nothing would be read.
func TestOrder(t *testing.T) {
	all, err := lists()
	if err != nil {
		t.Fatal(err)
	}
	var named, found []string
	for _, l := range all {
		for _, list := range l.lists {
			named = append(named, list.file)
		}
	}
	folders, err := embedded.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		if !f.IsDir() {
			continue
		}
		files, err := embedded.ReadDir(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			found = append(found, f.Name()+"/"+file.Name())
		}
	}
	slices.Sort(named)
	if !slices.Equal(named, found) {
		t.Errorf("order.txt names %q, there are %q", named, found)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		all, err := lists()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := compile(all); err != nil {
			b.Fatal(err)
		}
	}
}
