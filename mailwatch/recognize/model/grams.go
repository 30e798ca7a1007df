package model

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Buckets is how many weights there are for each kind: grams share them by hash.
const Buckets = 1 << 16

// A Block is one of the groups of grams that are weighed apart, each with a norm of
// its own: otherwise the letters, of which there are most, would drown the words.
type Block int

const (
	Words   Block = iota // one to three words of the text
	Letters              // three to five letters of the text, blanks between words included
	Subject              // both, of the subject
	blocks
)

// share is how much each block can weigh.
var share = [blocks]float64{Words: 1, Letters: 1, Subject: 0.6}

// The beginning of a letter says what it is. What is looked at, in bytes after folding:
const (
	mostText    = 3 << 10
	mostSubject = 200
	mostWord    = 28 // a longer one is an address or a key, and says nothing
)

// Grams are the buckets of a letter's grams, each once in its block.
type Grams [blocks][]uint16

// GramsOf returns the grams of a letter. It is for those who train; Score does not
// need them.
func GramsOf(subject, text string) (grams Grams) {
	g := desks.Get().(*gramming)
	defer desks.Put(g)
	g.read(subject, text)
	for b := range grams {
		grams[b] = slices.Clone(g.grams[b])
	}
	return grams
}

// gramming is the work on one letter.
type gramming struct {
	grams  Grams
	seen   [blocks][Buckets / 64]uint64
	folded folded
}

// desks are kept: one is larger than most letters.
var desks = sync.Pool{New: func() any { return new(gramming) }}

func (g *gramming) read(subject, text string) {
	clear(g.seen[:])
	for b := range g.grams {
		g.grams[b] = g.grams[b][:0]
	}
	g.folded.read(text, mostText)
	g.words(Words, 3)
	g.letters(Letters)
	g.folded.read(subject, mostSubject)
	g.words(Subject, 2)
	g.letters(Subject)
}

func (g *gramming) add(b Block, bucket uint16) {
	at, bit := bucket/64, uint64(1)<<(bucket%64)
	if g.seen[b][at]&bit == 0 {
		g.seen[b][at] |= bit
		g.grams[b] = append(g.grams[b], bucket)
	}
}

// words adds the rows of up to most words.
func (g *gramming) words(b Block, most int) {
	words := g.folded.words
	for i := range words {
		h := uint64(b) + 1
		for _, w := range words[i:min(len(words), i+most)] {
			h = mix(h ^ w.hash)
			g.add(b, uint16(h>>48))
		}
	}
}

// letters adds the rows of three to five bytes: of letters, for the text is folded.
func (g *gramming) letters(b Block) {
	var last uint64 // the last five bytes
	for i, c := range g.folded.text {
		last = last<<8 | uint64(c)
		for n := 3; n <= 5 && n <= i+1; n++ {
			row := last & (1<<(8*n) - 1)
			g.add(b, uint16(mix(row|uint64(n)<<56|uint64(b)<<60)>>48))
		}
	}
}

// mix spreads what differs in a few bits over all of them.
func mix(h uint64) uint64 {
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// A folded text has small letters without accents, one blank between words and
// around them, question marks as words, and a nought for each number.
type folded struct {
	text  []byte
	words []word
}

type word struct {
	hash       uint64
	from, to   int // in the folded text
	start, end int // in the source
}

// read folds source, until there are most bytes.
func (f *folded) read(source string, most int) {
	f.text, f.words = append(f.text[:0], ' '), f.words[:0]
	begin := 1 // of the word being read
	start := 0
	end := func(at int) {
		if n := len(f.text) - begin; n > 0 {
			if n > mostWord {
				f.text = f.text[:begin]
				return
			}
			w := word{from: begin, to: len(f.text), start: start, end: at}
			for _, c := range f.text[begin:] {
				w.hash = (w.hash ^ uint64(c)) * 0x100000001b3
			}
			f.words = append(f.words, w)
			f.text = append(f.text, ' ')
			begin = len(f.text)
		}
	}
	for i := 0; i < len(source) && len(f.text) < most; {
		r, size := rune(source[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(source[i:])
		}
		before := len(f.text)
		switch {
		case 'a' <= r && r <= 'z':
			f.text = append(f.text, byte(r))
		case 'A' <= r && r <= 'Z':
			f.text = append(f.text, byte(r)+'a'-'A')
		case '0' <= r && r <= '9':
			if f.text[before-1] != '0' {
				f.text = append(f.text, '0')
			}
		case r < utf8.RuneSelf:
			end(i)
			if r == '?' {
				start = i
				f.text = append(f.text, '?')
				end(i + 1)
			}
		case !unicode.IsLetter(r):
			if !unicode.Is(unicode.Mn, r) && !invisible(r) {
				end(i)
			}
		default:
			r = unicode.ToLower(r)
			if p, ok := plain[r]; ok {
				f.text = append(f.text, p...)
			} else {
				f.text = utf8.AppendRune(f.text, r)
			}
		}
		if before == begin && len(f.text) > before {
			start = i
		}
		i += size
	}
	end(len(source))
}

// invisible reports whether r takes no space: soft hyphen, joiners, zero width.
func invisible(r rune) bool {
	return r == 0xad || r == 0x34f || 0x200b <= r && r <= 0x200f || r == 0x2060 || r == 0xfeff
}

// plain writes letters without accents, for people leave them out.
var plain = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe"}
	for _, group := range strings.Fields("aáàâãåä eéèêë iíìîï oóòôõöø uúùûü yýÿ nñ cç") {
		base := group[:1]
		for _, r := range group[1:] {
			m[r] = base
		}
	}
	return m
}()
