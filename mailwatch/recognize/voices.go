package recognize

import (
	"math"
	"slices"

	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/model"
	"afterword/mailwatch/recognize/phrases"
	"afterword/mailwatch/recognize/stack"
	"afterword/rules"
)

// Voices are those that say what a letter is, the phrases and the model, and what they
// say of one letter.
type Voices struct {
	Input stack.Input // what is weighed; where the model is silent, nothing is
	// Known is true where the letter surely belongs to an application of the reader's.
	Known bool
	// Silent is true where the model is not asked and the phrases decide alone.
	Silent bool

	tally     tally
	said      rules.MessageKind // by the phrases
	loud      float64           // how loudly, 0 to 1
	announced bool              // a calendar part announces a meeting
	supposed  map[phrases.Topic]bool
	model     model.Model
	text      string // what the model reads
}

// learned are the languages that the model learned from; a text may be too short to
// show its own.
var learned = []string{"en", "de", "fr", "es", "nl", ""}

// Voices asks the phrases and the model. Judge does so by itself: it is for those who
// fit the weights of the stack, or measure it.
func (l Letter) Voices() Voices {
	b, err := phrases.Load()
	if err != nil {
		return Voices{Silent: true, said: rules.MessageOther}
	}
	return look(b, l).voices(l)
}

// voices asks the model what it makes of a letter in which f was found. It is not asked
// about languages that it never read, nor about what goes to many and says nothing of
// an application of the reader's, which is most mail.
func (f *findings) voices(l Letter) Voices {
	v := Voices{tally: f.tally(l), announced: slices.ContainsFunc(l.Meetings, announced), supposed: f.parts[1].Supposed}
	v.said, v.loud = f.decide(l, v.tally)
	m, err := model.Load()
	if err != nil || !slices.Contains(learned, l.Language) || l.List && f.score[phrases.Own] == 0 {
		v.Silent = true
		return v
	}
	v.model = m
	v.text = f.text
	v.Input = stack.Input{
		Model:   m.Score(f.subject, f.text),
		Answers: answers(l),
		Robot:   l.NoReply || f.score[phrases.Robot] > 0,
		Job:     f.score[phrases.Job] > 0,
		Own:     f.score[phrases.Own] > 0,
		English: l.Language == "en",
	}
	for k, kind := range model.Kinds {
		v.Input.Phrases[k] = max(0, min(0.5, v.tally.of(kind)/10))
		if kind == v.said {
			v.Input.Phrases[k] = v.loud
		}
	}
	return v
}

// of is what the phrases weigh for a kind.
func (t tally) of(k rules.MessageKind) float64 {
	switch k {
	case rules.MessageRejection:
		return t.rejection
	case rules.MessageOffer:
		return t.offer
	case rules.MessageInterview:
		return t.interview
	case rules.MessageAcknowledgement:
		return t.ack
	case rules.MessageQuestion:
		return t.question
	case rules.MessageTimeline:
		return t.timeline
	case rules.MessageHolding:
		return t.holding
	}
	return t.noise
}

// An outcome is sure where both voices say it. Otherwise its confidence has a bound:
const (
	unsure  = Sure - 0.05 // the phrases say something else, or the model is silent
	unheard = 0.6         // no phrase says it at all
)

// outright is how loudly the phrases say what they say outright. In what surely belongs to
// an application, and where the model reads the same by itself, that is sure: the stack
// was fitted on mail of anybody.
const outright = 0.75

// What share a kind needs to overrule the phrases, which give reasons for what they say.
const (
	doubt   = 0.5  // below it the voices do not agree on anything
	silence = 0.7  // for nothing at all although a phrase says that it is something: what is overheard does more harm than what is asked about
	hush    = 0.85 // the same where phrases say what becomes of the reader's own application
)

// rare is how much rarer a kind is in a letter of which no phrase says that it is about
// work or an application than in those that the stack was fitted on: nearly all of the
// world's mail is ordinary.
const rare = 1.0 / 10

// Decide weighs the voices: the kind, and how sure it is, 0 to 1.
func (v Voices) Decide(w *stack.Weights) (rules.MessageKind, float64) {
	if v.Silent {
		return v.said, bound(v.said, v.loud, unsure)
	}
	// A program that announces a meeting says so by its calendar.
	if v.said == rules.MessageInterview && v.announced {
		return v.said, v.loud
	}
	shares := v.temper(w.Decide(v.Input))
	best, loudest := model.N-1, model.N-1
	for k, kind := range model.Kinds {
		if shares[k] > shares[loudest] {
			loudest = k
		}
		if shares[k] > shares[best] && v.allows(kind) {
			best = k
		}
	}
	// What is left of a letter that may not be what it reads like is no kind of its own.
	displaced := best != loudest && v.tally.barred
	if shares[best] < v.needs(model.Kinds[best], displaced) {
		best = model.Column(v.said)
	}
	kind, p := model.Kinds[best], shares[best]
	switch {
	case kind == v.said:
		if reads, _ := v.Input.Model.Best(); v.Known && v.loud >= outright && reads == kind {
			p = max(p, Sure)
		}
	case v.tally.of(kind) > 0:
		p = bound(kind, p, unsure)
	default:
		p = bound(kind, p, unheard)
	}
	return kind, math.Round(100*max(0.05, min(0.99, p))) / 100
}

// needs returns the share that a kind needs to overrule the phrases. Where they say
// nothing of a letter that answers the reader, or is about his application, the likeliest
// kind is better than none.
func (v Voices) needs(kind rules.MessageKind, displaced bool) float64 {
	switch {
	case kind == v.said:
		return 0
	case kind == rules.MessageOther && v.Input.Own && matters(v.said):
		return hush
	case kind == rules.MessageOther:
		return silence
	case v.said == rules.MessageOther && !displaced && (v.Known || v.Input.Own || v.Input.Answers):
		return 0
	}
	return doubt
}

// temper lowers the shares of what only the model hears in a letter that says nothing of
// work. An answer may say little and still be one.
func (v Voices) temper(s model.Shares) model.Shares {
	if v.ofAnApplication() {
		return s
	}
	all := 0.0
	for k, kind := range model.Kinds {
		if kind != v.said && kind != rules.MessageOther && (matters(kind) || !v.Input.Answers) {
			s[k] *= rare
		}
		all += s[k]
	}
	for k := range s {
		s[k] /= all
	}
	return s
}

// ofAnApplication reports whether the letter is about an application, as far as is known.
func (v Voices) ofAnApplication() bool { return v.Known || v.Input.Job || v.Input.Own }

// matters reports whether a kind is an outcome or an interview.
func matters(kind rules.MessageKind) bool {
	return outcome(kind) || kind == rules.MessageInterview
}

// allows reports whether a kind may be said: an outcome or interview that only the model
// hears only in a letter to a candidate, and where none is spoken of under a condition,
// of which the model knows nothing.
func (v Voices) allows(kind rules.MessageKind) bool {
	if v.tally.elsewhere {
		return kind == v.said || kind == rules.MessageOther
	}
	if kind == rules.MessageRejection && v.tally.undecided {
		return kind == v.said
	}
	return !matters(kind) || kind == v.said || !v.tally.barred && !v.supposed[phrases.Topic(kind)]
}

// bound bounds the confidence of an outcome.
func bound(kind rules.MessageKind, p, most float64) float64 {
	if outcome(kind) {
		return min(p, most)
	}
	return p
}

// evidence are the words of the letter that weigh most in the model, where it is the
// model that the kind comes from.
func (v Voices) evidence(kind rules.MessageKind, most int) (out []find.Evidence) {
	if v.Silent || kind == v.said || kind == rules.MessageOther {
		return nil
	}
	for _, words := range v.model.Words(v.text, kind, min(most, 3)) {
		out = append(out, find.Evidence{Where: "text", Words: words})
	}
	return out
}

// Words returns the subject and the text that the model reads: without "Re:", and as
// far as they are the sender's own.
func (l Letter) Words() (subject, text string) { return bare(l.Subject), own(l.Text) }

// Said returns what the phrases say, and how loudly.
func (v Voices) Said() (rules.MessageKind, float64) { return v.said, v.loud }
