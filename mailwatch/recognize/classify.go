package recognize

import (
	"math"
	"slices"
	"strings"

	"afterword/rules"
)

// classify says what a letter is by its words. It knows the kinds that people
// and applicant-tracking systems write; absences and bounces are told apart
// before. Where the words do not decide, the answer is the harmless one: other,
// or what stops a sequence without drafting anything.
func classify(l letter) (kind rules.MessageKind, confidence float64, evidence []Evidence, person bool) {
	b, err := phrases()
	if err != nil {
		return rules.MessageOther, 0, nil, false
	}
	f := look(b, l)
	kind, confidence = f.decide(l)
	if f.score[topicJob] == 0 {
		confidence = math.Round(90*confidence) / 100 // nothing says that it is about a job at all
	}
	return kind, confidence, f.evidence(kind), f.person(l, kind)
}

// maxLetter bounds the text that is looked at, in bytes.
const maxLetter = 64 << 10

// findings are what the phrases found in a letter.
type findings struct {
	book  *book
	parts [2]text // subject and text
	found [2][]match
	score map[topic]float64
	firm  map[topic]float64 // the strongest single heading
}

// look finds the phrases in the letter and adds up what they say.
func look(b *book, l letter) *findings {
	f := &findings{book: b, score: map[topic]float64{}, firm: map[topic]float64{}}
	f.parts[0] = cut(bare(l.subject), b.number)
	f.parts[1] = cut(own(l.text), b.number)
	counted := make([]bool, len(b.headings))
	home := slices.Index(languages, l.language)
	for i := range f.parts {
		f.found[i] = scope(b, home, b.find(&f.parts[i]))
		for _, m := range f.found[i] {
			if h := b.headings[m.heading]; !counted[m.heading] {
				counted[m.heading] = true
				f.score[h.topic] += h.weight
				if h.topic == topic(rules.MessageQuestion) && f.parts[i].sentences[m.sentence].asks {
					f.score[h.topic]++
				}
				f.firm[h.topic] = max(f.firm[h.topic], h.weight)
			}
		}
	}
	return f
}

// bare strips "Re:" and its like: under it stands the subject of another letter.
func bare(subject string) string {
	for {
		head, rest, ok := strings.Cut(subject, ":")
		if !ok || !replies[strings.ToLower(strings.TrimSpace(head))] {
			return subject
		}
		subject = strings.TrimSpace(rest)
	}
}

var replies = map[string]bool{"re": true, "aw": true, "antw": true, "sv": true, "rv": true, "ref": true, "fw": true,
	"fwd": true, "wg": true, "tr": true, "rv.": true, "res": true, "doorst": true, "enc": true}

// own is the text before what is passed on from somebody else: a forwarded
// rejection is not the sender's.
func own(s string) string {
	s = s[:min(len(s), maxLetter)]
	for _, mark := range forwards {
		if i := strings.Index(s, mark); i >= 0 {
			s = s[:i]
		}
	}
	return s
}

var forwards = []string{"-----Original Message-----", "---------- Forwarded message", "Begin forwarded message:",
	"-----Ursprüngliche Nachricht-----", "Anfang der weitergeleiteten Nachricht", "-----Message d'origine-----",
	"---------- Message transféré", "-----Mensaje original-----", "---------- Mensaje reenviado", "-----Oorspronkelijk bericht-----",
	"---------- Doorgestuurd bericht", "---------------------- Forwarded by", "----- Forwarded by"}

// evidence returns the words that spoke for kind, the strongest first, each once.
func (f *findings) evidence(kind rules.MessageKind) []Evidence {
	type weighed struct {
		Evidence
		weight float64
	}
	var all []weighed
	for i, where := range []string{"subject", "text"} {
		end := 0
		for _, m := range f.found[i] {
			h := f.book.headings[m.heading]
			if !speaksFor(h.topic, kind) || m.first < end {
				continue
			}
			end = m.last
			w := f.parts[i].words
			words := strings.Join(strings.Fields(f.parts[i].source[w[m.first].start:w[m.last-1].end]), " ")
			all = append(all, weighed{Evidence{where, words}, h.weight})
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return int(math.Copysign(1, b.weight-a.weight)) * btoi(a.weight != b.weight) })
	var out []Evidence
	for _, w := range all {
		if len(out) < maxEvidence && !slices.Contains(out, w.Evidence) {
			out = append(out, w.Evidence)
		}
	}
	return out
}

// maxEvidence is how many pieces of evidence a reader wants to see.
const maxEvidence = 6

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func speaksFor(t topic, kind rules.MessageKind) bool {
	switch kind {
	case rules.MessageInterview:
		return t == topicMove || t == topic(kind)
	case rules.MessageOther:
		return t == topicAlert || t == topicOutreach
	case rules.MessageHolding:
		return t == topicCourtesy || t == topic(kind)
	}
	return t == topic(kind)
}
