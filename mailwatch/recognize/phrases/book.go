package phrases

import (
	"sync"

	"afterword/rules"
)

// A Topic is what a phrase speaks for: a kind of message or one of the below.
type Topic string

const (
	If        Topic = "if"        // what follows in the sentence is only supposed
	Not       Topic = "not"       // what follows closely is denied
	Move      Topic = "move"      // an interview is moved or called off
	Job       Topic = "job"       // the letter belongs to an application
	Own       Topic = "own"       // it speaks of the reader's own application
	Outreach  Topic = "outreach"  // somebody offers his services or a vacancy
	Alert     Topic = "alert"     // list of vacancies, newsletter, advertising
	Elsewhere Topic = "elsewhere" // it is about a flat, a loan, a paper: what people apply for besides work
	Hiring    Topic = "hiring"    // it speaks of somebody else's application, among those who decide on it
	Robot     Topic = "robot"     // says of itself that a program wrote it
	Pending   Topic = "pending"   // it says outright that the reader's application is undecided
	Courtesy  Topic = "courtesy"  // thanks and good wishes
	Void      Topic = "void"      // takes matches away
	Clause    Topic = "clause"    // a clause begins here
	Reader    Topic = "reader"    // the reader is spoken to
	Others    Topic = "others"    // interviews that are others', where the reader is not spoken to
)

// modifies are the topics that change what other phrases mean, and have no weight.
var modifies = map[Topic]bool{If: true, Not: true, Void: true, Clause: true, Reader: true, Others: true}

var topics = func() map[Topic]bool {
	m := map[Topic]bool{If: true, Not: true, Move: true, Job: true, Own: true, Outreach: true,
		Alert: true, Pending: true, Elsewhere: true, Hiring: true, Robot: true, Courtesy: true, Void: true}
	for k := range modifies {
		m[k] = true
	}
	for _, k := range rules.MessageKinds {
		m[Topic(k)] = true
	}
	return m
}()

// A Heading says what the phrases under it speak for, and how strongly.
type Heading struct {
	Topic  Topic
	Weight float64
	// Answering is true where this means what it says only in an answer, or in a letter
	// about work: "It's a no from the board."
	Answering bool

	voids    []Topic
	modifies bool // it changes what other phrases mean
	stated   bool // it does not hold in a question
	firm     bool // neither condition nor denial in its sentence changes it
	language int  // number of the language that it stands in
}

// A phrase is a row of elements.
type phrase struct {
	heading  int
	least    int // words that it needs
	elements []*element
}

// An opening is a phrase as far as it shows whether there is any use in looking at it.
// Few of those that can begin with a word are worth the look.
type opening struct {
	needs  sieve // the openings of its pickiest element that it needs: one must be in the rest of the sentence
	then   sieve // the same of those behind the first that it needs: one must follow; all where there is none
	next   sieve // what can stand right behind the word; all where that is anything, or nothing
	phrase int32
	least  int16 // words that it needs
	begin  bool  // the sentence begins there
}

// An element is shared by all phrases that write it.
type element struct {
	openings sieve    // the words that it can begin with
	least    int8     // words that it needs: 0 or 1
	gap      int8     // > 0: up to so many words, whatever they are
	begin    bool     // the sentence begins here
	comma    bool     // a comma stands here
	single   spans    // the words that it accepts
	several  [][]span // the rows of words that it accepts
}

// A sieve lets all words of a set through and few others: it saves the look into
// the set for most words.
type sieve uint64

func (s sieve) passes(id int32) bool { return s>>(uint32(id)%64)&1 != 0 }
func (s *sieve) add(id int32)        { *s |= 1 << (uint32(id) % 64) }

// A span is a run of word numbers. Words are numbered in alphabetical order, so
// that a stem, too, is one span.
type span struct{ first, last int32 }

func (s span) has(id int32) bool { return s.first <= id && id <= s.last }

// Spans are in order and do not overlap.
type spans []span

func (s spans) has(id int32) bool {
	for len(s) > 4 {
		if half := len(s) / 2; id < s[half].first {
			s = s[:half]
		} else {
			s = s[half:]
		}
	}
	for _, p := range s {
		if p.has(id) {
			return true
		}
	}
	return false
}

// A Book is a compiled set of phrases. It does not change once it is made.
type Book struct {
	languages []string // their codes, by number
	headings  []Heading
	denial    int // heading of an outcome that is denied
	phrases   []phrase
	breaks    [][]int32 // numbers of those under Clause, by the same
	openings  []opening // phrases, by the word that they can begin with
	opening   []int32   // by word: where its openings begin; those of the next end them
	words     map[string]int32
	stems     map[[4]byte][]stem
}

// A stem stands for the words that begin with it and have no number of their own.
type stem struct {
	text string
	id   int32
}

// Load returns the book of all languages: people mix them, and a row of words of
// one language is no row of another. The first call compiles it.
func Load() (*Book, error) { return load() }

var load = sync.OnceValues(func() (*Book, error) {
	all, err := lists()
	if err != nil {
		return nil, err
	}
	return compile(all)
})

// number gives the number of a folded word.
func (b *Book) number(folded []byte) int32 {
	if id, ok := b.words[string(folded)]; ok {
		return id
	}
	if len(folded) >= 4 {
		for _, s := range b.stems[[4]byte(folded)] { // longest first
			if len(folded) >= len(s.text) && string(folded[:len(s.text)]) == s.text {
				return s.id
			}
		}
	}
	return 0
}

// beginning returns the phrases that can begin with a word.
func (b *Book) beginning(id int32) []opening {
	return b.openings[b.opening[id]:b.opening[id+1]]
}
