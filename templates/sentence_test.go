package templates

import (
	"slices"
	"testing"
)

func TestSentences(t *testing.T) {
	for body, want := range map[string][]string{
		"":                         nil,
		"Dear me. Is it so?  Yes!": {"dear me", "is it so", "yes"},
		"One line\nwrapped by a client. Two.\n\nThree":          {"one line wrapped by a client", "two", "three"},
		"I met Dr. Okafor and J. Baker. Thank you.":             {"i met dr. okafor and j. baker", "thank you"},
		"Am 15. November sprachen wir. Danke.":                  {"am 15. november sprachen wir", "danke"},
		"It was May 15. Thank you.":                             {"it was may 15", "thank you"},
		"I work at Acme Inc. You know it.":                      {"i work at acme inc", "you know it"},
		"Ik hoor het graag van u. Tot dan.":                     {"ik hoor het graag van u", "tot dan"},
		"¿Hay novedades? ¡Gracias! Un saludo":                   {"hay novedades", "gracias", "un saludo"},
		"Pourriez-vous me dire\u00a0? Merci.":                   {"pourriez-vous me dire", "merci"},
		"He said \"no.\" Then he left… Or not.":                 {"he said \"no", "then he left", "or not"},
		"The Senior Analyst role – as discussed – is mine.":     {"the senior analyst role – as discussed – is mine"},
		"At 3.5 percent, e.g. Berlin, it holds. So be it.\r\n.": {"at 3.5 percent, e.g. berlin, it holds", "so be it"},
	} {
		if got := Sentences(body); !slices.Equal(got, want) {
			t.Errorf("Sentences(%q)\n got %q\nwant %q", body, got, want)
		}
	}
}

func TestCountWords(t *testing.T) {
	for body, want := range map[string]int{
		"": 0, "one": 1, "one – two": 2, "Merci\u00a0!": 1, "on-call isn't 24/7": 3, "a\n\nb\tc": 3,
	} {
		if got := CountWords(body); got != want {
			t.Errorf("CountWords(%q) = %d, want %d", body, got, want)
		}
	}
}
