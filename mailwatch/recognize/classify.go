package recognize

import (
	"math"
	"slices"
	"strings"

	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/phrases"
	"afterword/mailwatch/recognize/stack"
	"afterword/rules"
)

// classify says what a letter is by its words. It knows the kinds that people
// and applicant-tracking systems write; absences and bounces are told apart
// before. Where the words do not decide, the answer is the harmless one: other,
// or what stops a sequence without drafting anything.
func classify(l Letter, known bool) (kind rules.MessageKind, confidence float64, evidence []find.Evidence, person bool) {
	b, err := phrases.Load()
	if err != nil {
		return rules.MessageOther, 0, nil, false
	}
	w, err := stack.Load()
	if err != nil {
		return rules.MessageOther, 0, nil, false
	}
	f := look(b, l)
	v := f.voices(l)
	v.Known = known
	kind, confidence = v.Decide(w)
	evidence = f.evidence(kind)
	evidence = append(evidence, v.evidence(kind, maxEvidence-len(evidence))...)
	return kind, confidence, evidence, f.person(l, kind)
}

// maxLetter bounds the text that is looked at, in bytes.
const maxLetter = 64 << 10

// findings are what the phrases found in a letter.
type findings struct {
	subject, text string          // the letter's own
	parts         [2]phrases.Text // of both
	score         map[phrases.Topic]float64
	firm          map[phrases.Topic]float64 // the strongest single heading
}

// look finds the phrases in the letter and adds up what they say.
func look(b *phrases.Book, l Letter) *findings {
	f := &findings{score: map[phrases.Topic]float64{}, firm: map[phrases.Topic]float64{}}
	f.subject, f.text = l.Words()
	f.parts[0], f.parts[1] = b.Read(f.subject, l.Language), b.Read(f.text, l.Language)
	counted := map[*phrases.Heading]bool{}
	about := answers(l) || len(l.Meetings) > 0
	for _, part := range f.parts {
		about = about || slices.ContainsFunc(part.Matches, func(m phrases.Match) bool {
			return m.Heading.Topic == phrases.Job || m.Heading.Topic == phrases.Own
		})
	}
	if !about {
		for i := range f.parts {
			f.parts[i].Matches = slices.DeleteFunc(f.parts[i].Matches, func(m phrases.Match) bool { return m.Heading.Answering })
		}
	}
	for _, part := range f.parts {
		for _, m := range part.Matches {
			if h := m.Heading; !counted[h] {
				counted[h] = true
				f.score[h.Topic] += h.Weight
				if h.Topic == phrases.Topic(rules.MessageQuestion) && m.Asks {
					f.score[h.Topic]++
				}
				f.firm[h.Topic] = max(f.firm[h.Topic], h.Weight)
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
	return withoutRepeated(s)
}

var forwards = []string{"-----Original Message-----", "---------- Forwarded message", "Begin forwarded message:",
	"-----Ursprüngliche Nachricht-----", "Anfang der weitergeleiteten Nachricht", "-----Message d'origine-----",
	"---------- Message transféré", "-----Mensaje original-----", "---------- Mensaje reenviado", "-----Oorspronkelijk bericht-----",
	"---------- Doorgestuurd bericht", "---------------------- Forwarded by", "----- Forwarded by"}

// evidence returns the words that spoke for kind, the strongest first, each once.
func (f *findings) evidence(kind rules.MessageKind) []find.Evidence {
	type weighed struct {
		find.Evidence
		weight float64
	}
	var all []weighed
	for i, where := range []string{"subject", "text"} {
		end := 0
		for _, m := range f.parts[i].Matches {
			if !speaksFor(m.Heading.Topic, kind) || m.First < end {
				continue
			}
			end = m.Last
			words := strings.Join(strings.Fields(m.Quote), " ")
			all = append(all, weighed{find.Evidence{Where: where, Words: words}, m.Heading.Weight})
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return int(math.Copysign(1, b.weight-a.weight)) * btoi(a.weight != b.weight) })
	var out []find.Evidence
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

func speaksFor(t phrases.Topic, kind rules.MessageKind) bool {
	switch kind {
	case rules.MessageInterview:
		return t == phrases.Move || t == phrases.Topic(kind)
	case rules.MessageOther:
		return t == phrases.Alert || t == phrases.Outreach
	case rules.MessageHolding:
		return t == phrases.Courtesy || t == phrases.Topic(kind)
	}
	return t == phrases.Topic(kind)
}

// Prepare makes ready what the first reading of a message would have to wait for,
// a tenth of a second. Nobody has to call it.
func Prepare() {
	_, _ = phrases.Load()
	_, _ = stack.Load()
}
