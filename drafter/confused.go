package drafter

import (
	"regexp"
	"strings"
	"sync"
)

// A confusion is a word that is taken for another one, where what stands around it
// tells: the expression's group is the word.
type confusion struct {
	found *regexp.Regexp
	right string
}

// confusions reads the file of a language, a line each: "expression > what is right".
// The words around are of any case but in German, whose nouns have a capital.
var confusions = func() map[string]func() []confusion {
	all := map[string]func() []confusion{}
	for _, language := range languages {
		all[language] = sync.OnceValue(func() (list []confusion) {
			flags := "(?i)"
			if language == "de" {
				flags = ""
			}
			for _, line := range wordLines("confused/" + language + ".txt") {
				expr, right, _ := strings.Cut(line, " > ")
				list = append(list, confusion{regexp.MustCompile(flags + `(?:^|[^\pL'-])(?:` + expr + `)(?:$|[^\pL'-])`), right})
			}
			return list
		})
	}
	return all
}()

// confused finds words that are taken for others ("your welcome", "das ich").
func (p *proof) confused() {
	of, ok := confusions[p.c.Language]
	if !ok || p.written != nil {
		return
	}
	if p.c.Language == "de" {
		p.dass()
	}
	for _, text := range []string{p.own.Subject, p.own.Salutation, p.own.Text} {
		text = strings.Join(strings.Fields(strings.ReplaceAll(text, "’", "'")), " ")
		for _, c := range of() {
			for _, at := range c.found.FindAllStringSubmatchIndex(text, -1) {
				words := text[at[2]:at[3]]
				p.add(RuleMisspelled, around(text, at[2]), "%q: write %q", words, c.right)
			}
		}
	}
}

var (
	commaDas = lazy(`(\p{Ll}+), (das) (?:ich|Sie|wir|es|man|du|ihr|er|sie|mein|meine|Ihre?|unsere?|die|der|das|Ihnen)(?:[^\pL]|$)`)
	// neuter matches what a relative clause with "das" may be about.
	neuter = lazy(`(?:^|[^\pL])(?i:(?:das|ein|dieses|jenes|jedes|ihr|unser|mein|euer|kein|welches|beim|im|am|zum|vom|ans|ins|dem|einem|ihrem|diesem|meinem|unserem|des|eines|ihres|erstes|\pL+es) (?:\pL+ )*?)\p{Lu}|(?i:alles|etwas|nichts|vieles|manches|einziges|\pL+ste)(?:[^\pL]|$)`)
)

// dass finds "das" where a clause begins that is about no word of the one before it.
func (p *proof) dass() {
	text := strings.Join(strings.Fields(p.own.Text), " ")
	for _, at := range commaDas().FindAllStringSubmatchIndex(text, -1) {
		before := text[:at[3]]
		if i := strings.LastIndexAny(before, ".!?;:"); i >= 0 {
			before = before[i+1:]
		}
		if !neuter().MatchString(before) {
			p.add(RuleMisspelled, around(text, at[4]), "%q: write %q", "das", "dass")
		}
	}
}
