package mail

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestEachInMbox(t *testing.T) {
	large := "Subject: large\n\n" + strings.Repeat(strings.Repeat("x", 70)+"\n", largestInMbox/71+2)
	for name, c := range map[string]struct {
		text string
		want []string // how each message begins
	}{
		"empty":                         {"", nil},
		"blank lines alone":             {"\n\n\n", nil},
		"without a line From":           {"Subject: one\n\ntext\n", []string{"Subject: one"}},
		"two":                           {"From a\nSubject: one\n\ntext\n\nFrom b\nSubject: two\n\ntext\n", []string{"Subject: one", "Subject: two"}},
		"From in a text":                {"From a\nSubject: one\n\ntext\nFrom b\nmore\n", []string{"Subject: one"}},
		"CRLF":                          {"From a\r\nSubject: one\r\n\r\ntext\r\n\r\nFrom b\r\nSubject: two\r\n", []string{"Subject: one", "Subject: two"}},
		"what follows on a large one":   {"From a\n" + large + "\nFrom b\nSubject: two\n", []string{"Subject: large", "Subject: two"}},
		"a header and nothing after":    {"From a\n\nFrom b\nSubject: two", []string{"\n", "Subject: two"}},
		"a line longer than any buffer": {"From a\nSubject: one\n\n" + strings.Repeat("y", 200<<10) + "\n\nFrom b\nSubject: two\n", []string{"Subject: one", "Subject: two"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			err := EachInMbox(strings.NewReader(c.text), func(at int64, raw []byte) error {
				if len(raw) > largestInMbox || !strings.HasPrefix(c.text[at:], string(raw)) {
					t.Errorf("%d octets at %d are not those of the file", len(raw), at)
				}
				first, _, _ := strings.Cut(string(raw), "\n")
				got = append(got, strings.TrimSuffix(first, "\r"))
				return nil
			})
			for i, w := range c.want {
				c.want[i] = strings.TrimSuffix(w, "\n")
			}
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
	stop := errors.New("stop")
	if err := EachInMbox(strings.NewReader("Subject: one\n"), func(int64, []byte) error { return fmt.Errorf("do: %w", stop) }); !errors.Is(err, stop) {
		t.Errorf("%v", err)
	}
}
