package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBars holds the figures against what was promised, where the folder of
// real mail lies beside the project.
func TestBars(t *testing.T) {
	folder := "../../shared/data"
	if _, err := os.Stat(filepath.Join(folder, "README.md")); err != nil {
		t.Skip("no folder of real mail beside the project")
	}
	m := &measurement{out: io.Discard, folder: folder}
	for _, run := range []func() error{m.bounces, m.replyText, m.calendar, m.mime} {
		if err := run(); err != nil {
			t.Fatal(err)
		}
	}
	for name, least := range map[string]float64{
		"bounces bounce":                     0.98,
		"recipients":                         0.95,
		"text discourse/email_reply_trimmer": 0.90,
		"text mailgun/talon":                 0.80,
		"calendar start":                     0.90,
	} {
		if got := m.figures[name]; got < least {
			t.Errorf("%s: %.3f, at least %.3f is promised", name, got, least)
		}
	}
	if got := m.figures["mime unread"]; got > 6 {
		t.Errorf("nothing was read of %v odd messages", got)
	}
}

func TestConfusion(t *testing.T) {
	c := newConfusion()
	for _, p := range [][2]string{{"a", "a"}, {"a", "a"}, {"a", "b"}, {"b", "b"}, {"c", "a"}} {
		c.add(p[0], p[1])
	}
	if p, r, f, n := c.score("a"); p != 2.0/3 || r != 2.0/3 || f < 0.66 || f > 0.67 || n != 3 {
		t.Errorf("a: %v %v %v %d", p, r, f, n)
	}
	if p, r, _, n := c.score("c"); p != 1 || r != 0 || n != 1 {
		t.Errorf("c: %v %v %d", p, r, n)
	}
	var b bytes.Buffer
	c.print(&b)
	if !strings.Contains(b.String(), "precision") {
		t.Error(b.String())
	}
}

func TestSame(t *testing.T) {
	for _, tt := range []struct {
		got, want, match string
		ok               bool
	}{
		{" a\n", "a", "exact_trimmed", true},
		{"a b", "a  b", "exact_trimmed", false},
		{"a b", "ab", "visible_text_ignoring_whitespace", true},
		{"a\nb", "a", "first_fragment", true},
	} {
		if same(tt.got, tt.want, tt.match) != tt.ok {
			t.Errorf("%+v", tt)
		}
	}
}
