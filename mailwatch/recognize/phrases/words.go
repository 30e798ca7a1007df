package phrases

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is one word of a text, as phrases see it.
type word struct {
	id         int32 // of the vocabulary; 0 where no phrase knows the word
	sentence   int32 // number of the sentence that it stands in
	start, end int32 // where it stands in the text, in bytes
	comma      bool  // a comma stands before it
	opens      bool  // a clause begins with it; see Book.clauses
	owns       bool  // what follows is its: "Kim's"
}

// A sentence is a run of words. Punctuation and layout end it: what is said of
// its words (negation, condition) is not said of the next one's.
type sentence struct {
	first, last int  // words[first:last]
	asks        bool // ends in a question mark
}

// A text is a text cut into words and sentences. Case, accents, apostrophes and
// line breaks are gone, contractions are written out ("won't" is "will not"), so
// that one phrase stands for all the ways in which people type it.
type text struct {
	source    string
	words     []word
	sentences []sentence
}

// maxWords bounds how much of a text is looked at. What a letter is about
// stands far before that.
const maxWords = 6000

// lookup gives the number of a folded word; see vocabulary.
type lookup func(folded []byte) int32

// cut reads source into words. Offsets of the words are those of source.
func cut(source string, number lookup) text {
	t := text{words: make([]word, 0, min(maxWords, len(source)/5+8))}
	t.cut(source, number)
	return t
}

// cut reads source in place of what the text was.
func (t *text) cut(source string, number lookup) {
	*t = text{source: source, words: t.words[:0], sentences: t.sentences[:0]}
	c := cutter{text: t, number: number}
	c.run()
}

type cutter struct {
	text   *text
	number lookup
	folded []byte // of the word being read
	start  int
	line   int  // where the line began
	open   int  // first word of the open sentence
	comma  bool // since the last word
}

func (c *cutter) run() {
	s := c.text.source
	for i := 0; i < len(s) && len(c.text.words) < maxWords; {
		if i == c.line && s[i] == '>' { // a quote that was left standing
			i = lineEnd(s, i)
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if len(c.folded) == 0 {
			c.start = i
		}
		switch {
		case c.letter(r):
		case apostrophe(r) && len(c.folded) > 0 && i+size < len(s) && letterAt(s, i+size):
			c.folded = append(c.folded, '\'')
		default:
			c.word(i)
			c.between(r, i, size)
		}
		i += size
	}
	c.word(len(s))
	c.end(false)
}

// letter adds r to the word being read, and reports whether it is part of one.
func (c *cutter) letter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			c.folded = append(c.folded, byte(r))
		case 'A' <= r && r <= 'Z':
			c.folded = append(c.folded, byte(r)+'a'-'A')
		default:
			return false
		}
	case invisible(r):
	case r == 0x308: // combining diaeresis: Apple writes ü as u and this
		if n := len(c.folded); n > 0 && strings.IndexByte("aou", c.folded[n-1]) >= 0 {
			c.folded = append(c.folded, 'e')
		}
	case unicode.Is(unicode.Mn, r):
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		if s, ok := plain[unicode.ToLower(r)]; ok {
			c.folded = append(c.folded, s...)
		} else {
			c.folded = utf8.AppendRune(c.folded, unicode.ToLower(r))
		}
	default:
		return false
	}
	return true
}

// between looks at what stands between two words: does it end a sentence?
func (c *cutter) between(r rune, i, size int) {
	s := c.text.source
	switch r {
	case '?', '!', '…', '•', '·', '|', ';', '¿', '¡':
		c.end(r == '?')
	case ',':
		if c.comma = true; c.greets() {
			c.end(false)
		}
	case '.':
		if i+1 >= len(s) || strings.IndexByte(" \t\r\n\"')*_\xc2\xe2", s[i+1]) >= 0 {
			if !c.abbreviated() {
				c.end(false)
			}
		}
	case '\n':
		if !goesOn(s, c.line, i) {
			c.end(false)
		}
		c.line = i + size
	}
}

// end closes the open sentence.
func (c *cutter) end(asks bool) {
	t := c.text
	if len(t.words) == c.open {
		if n := len(t.sentences); asks && n > 0 {
			t.sentences[n-1].asks = true
		}
		return
	}
	t.sentences = append(t.sentences, sentence{first: c.open, last: len(t.words), asks: asks})
	c.open = len(t.words)
}

// abbreviated reports whether the full stop after the last word ends no sentence.
func (c *cutter) abbreviated() bool {
	t := c.text
	if len(t.words) == c.open {
		return false
	}
	w := t.words[len(t.words)-1]
	s := t.source[w.start:w.end]
	return len(s) == 1 && s != "I" && !('0' <= s[0] && s[0] <= '9') || abbreviations[strings.ToLower(s)] ||
		len(s) <= 2 && '0' <= s[0] && s[0] <= '9'
}

var abbreviations = map[string]bool{"dr": true, "mr": true, "mrs": true, "ms": true, "prof": true, "st": true, "nr": true,
	"bzw": true, "ca": true, "evtl": true, "ggf": true, "inkl": true, "sr": true, "sra": true, "ud": true, "uds": true,
	"mme": true, "mw": true, "dhr": true, "ing": true, "inc": true, "ltd": true, "co": true, "approx": true, "mag": true, "dipl": true, "ref": true, "tel": true, "jan": true, "feb": true, "aug": true, "sept": true,
	"oct": true, "okt": true, "nov": true, "dec": true, "dez": true, "zzgl": true, "z.b": true}

// word ends the word being read, if there is one, before offset end.
func (c *cutter) word(end int) {
	if len(c.folded) == 0 {
		return
	}
	folded := c.folded
	c.folded = c.folded[:0]
	for {
		i := bytes.IndexByte(folded, '\'')
		if i < 0 {
			break
		}
		left, right := folded[:i], folded[i+1:]
		if full, ok := contracted[string(right)]; ok {
			if string(right) == "t" && len(left) > 1 && left[len(left)-1] == 'n' {
				left = left[:len(left)-1]
				if irregular, ok := negated[string(left)]; ok {
					left = []byte(irregular)
				}
			}
			c.emit(left, end)
			if string(right) == "s" && len(c.text.words) > 0 {
				c.text.words[len(c.text.words)-1].owns = true
			}
			if full != "" {
				c.emit([]byte(full), end)
			}
			return
		}
		c.emit(left, end) // l'entretien, d'ici
		folded = right
	}
	if string(folded) == "cannot" {
		c.emit([]byte("can"), end)
		folded = []byte("not")
	}
	c.emit(folded, end)
}

func (c *cutter) emit(folded []byte, end int) {
	if len(folded) == 0 {
		return
	}
	c.text.words = append(c.text.words, word{
		id: c.number(folded), sentence: int32(len(c.text.sentences)), start: int32(c.start), end: int32(end), comma: c.comma})
	c.comma = false
}

// greets reports whether what was read of the sentence is a greeting: "Hi Sam".
func (c *cutter) greets() bool {
	t := c.text
	n := len(t.words) - c.open
	if n == 0 || n > mostGreeting {
		return false
	}
	w := t.words[c.open]
	return greetings[strings.ToLower(t.source[w.start:w.end])]
}

// contracted are the endings after an apostrophe, written out.
var contracted = map[string]string{"t": "not", "re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am", "s": ""}

// negated are the verbs that change before "n't".
var negated = map[string]string{"wo": "will", "ca": "can", "sha": "shall"}

// plain writes letters of the five languages without their accents, the German
// ones with the e that stands for them where there is no umlaut.
var plain = func() map[rune]string {
	m := map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ñ': "n", 'ç': "c", 'ĳ': "ij"}
	for base, letters := range map[string]string{"a": "áàâãå", "e": "éèêë", "i": "íìîï", "o": "óòôõ", "u": "úùû", "y": "ýÿ"} {
		for _, r := range letters {
			m[r] = base
		}
	}
	return m
}()

func apostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == '´' || r == '`' || r == 'ʼ' || r == '\u0092'
}

// invisible reports whether r is one of the characters that take no space:
// soft hyphen, joiners, zero-width spaces. Senders pad their preheaders with them.
func invisible(r rune) bool {
	return r == 0xad || r == 0x34f || 0x200b <= r && r <= 0x200f || r == 0x2060 || r == 0xfeff
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func lineEnd(s string, i int) int {
	if j := strings.IndexByte(s[i:], '\n'); j >= 0 {
		return i + j
	}
	return len(s)
}
