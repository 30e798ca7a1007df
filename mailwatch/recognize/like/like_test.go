package like

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const letter = `Dear Sam, thank you for the time that you took to speak with our team about the role of Payroll Clerk at Nordwind Foods.
We enjoyed getting to know you. After careful thought we have chosen to go ahead with somebody whose background is closer to what the
team needs at present. We will keep your details and hope that our paths cross again. Kind regards, Ida Brandt, Nordwind Foods`

func TestLikeness(t *testing.T) {
	of := func(s string) Sketch { return Of("Your application", s) }
	other := strings.NewReplacer("Sam", "Robin", "Payroll Clerk", "Night Porter", "Ida Brandt", "Jon Weiss").Replace(letter)
	if l := of(letter).Likeness(of(other)); l < 0.6 || l > 0.95 {
		t.Errorf("with other names: %.2f", l)
	}
	if l := of(letter).Likeness(of("Dear Sam, your parcel has left our house and will be with you tomorrow between nine and noon. You can follow it on our site.")); l > 0.2 {
		t.Errorf("of something else: %.2f", l)
	}
	if l := of(letter + " 2026-11-20, no. 4711").Likeness(of(letter + " 2027-01-08, no. 12")); l < 0.9 {
		t.Errorf("with other figures: %.2f", l)
	}
	if l := Of("", "12 345").Likeness(Of("", "12 345")); l != 0 {
		t.Errorf("nothing is like nothing: %.2f", l)
	}
}

// What a sketch says is close to what counting says.
func TestLikenessIsThatOfTheWords(t *testing.T) {
	var words []string
	for i := range 120 {
		words = append(words, strings.Repeat(string(rune('a'+i%26)), 2+i/26))
	}
	for _, kept := range []int{0, 30, 60, 90, 110, 120} {
		changed := append([]string(nil), words...)
		for i := kept; i < len(words); i++ {
			changed[i] = fmt.Sprint("q", strings.Repeat("x", i), "y")
		}
		a, b := grams(words), grams(changed)
		both := 0
		for g := range a {
			if b[g] {
				both++
			}
		}
		want := float64(both) / float64(len(a)+len(b)-both)
		got := Of("", strings.Join(words, " ")).Likeness(Of("", strings.Join(changed, " ")))
		if got < want-0.2 || got > want+0.2 {
			t.Errorf("%d of %d words kept: %.2f, counted %.2f", kept, len(words), got, want)
		}
	}
}

func grams(words []string) map[string]bool {
	set := map[string]bool{}
	for i, w := range words {
		set[w] = true
		if i > 0 {
			set[words[i-1]+" "+w] = true
		}
	}
	return set
}

func TestSketchIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Of(rapid.String().Draw(t, "subject"), rapid.String().Draw(t, "text"))
		if Parse(s.String()) != s {
			t.Fatalf("%v is read back as %v", s, Parse(s.String()))
		}
		if s.said && s.Likeness(s) != 1 {
			t.Fatal("it is not like itself")
		}
	})
	for _, broken := range []string{"", "?", "AAAA", strings.Repeat("A", 10_000)} {
		if s := Parse(broken); s != (Sketch{}) {
			t.Errorf("%q is read as %v", broken, s)
		}
	}
	// Sketches are kept for months: another way to make them forgets all of them.
	if got, want := Of("Subject", "two words").String()[:16], "i/f4he2pd7dwcpXr"; got != want {
		t.Errorf("it begins with %q, before with %q", got, want)
	}
}

func BenchmarkOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Of("Your application", letter)
	}
}
