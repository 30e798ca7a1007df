package model

import (
	"strings"
	"testing"
)

// long is a letter as long as the model reads.
var long = strings.Repeat("Thank you for the time that you took to speak with our team. We were impressed, and yet we have decided to go on with somebody else; may we keep your papers? ", 20)

// BenchmarkScore is of the longest letter: most are a quarter of that.
func BenchmarkScore(b *testing.B) {
	m, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(mostText)
	for b.Loop() {
		m.Score("Your application as Senior Analyst", long)
	}
}

func BenchmarkWords(b *testing.B) {
	m, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		m.Words(long, Kinds[0], 3)
	}
}
