package recognize

import (
	"fmt"

	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/like"
	"afterword/rules"
)

// From how much likeness on a message counts as worded like another: alike shares its
// frame, nearly the same differs in a word or two beside names, same in next to nothing.
const (
	alike  = 0.6
	nearly = 0.75
	same   = 0.92
)

// taught is the confidence of what the user said of a like message, and asked that of
// what he has to be asked about: below Sure.
const (
	taught = 0.95
	asked  = 0.6
)

// heed takes in what the user said of a like message. He is believed where he agrees
// with the words, and where the message is close to the one that he spoke of. A company
// that changes the one sentence that matters in a long frame must not be misread: what
// the words surely say against him is asked about, and so is an outcome that only the
// frame suggests.
func (v *Verdict) heed(l Letter, lessons []rules.Lesson) {
	if len(lessons) == 0 {
		return
	}
	switch v.Kind {
	case rules.MessageBounce, rules.MessageAutoReply:
		return // machines say it of themselves
	}
	var nearest rules.Lesson
	likeness := 0.0
	sketch := l.Sketch()
	for _, lesson := range lessons {
		if n := sketch.Likeness(like.Parse(lesson.Sketch)); n >= likeness && n >= alike {
			nearest, likeness = lesson, n
		}
	}
	if likeness == 0 {
		return
	}
	said := find.Evidence{Where: "lesson", Words: fmt.Sprintf("like %q, which you marked as %s", nearest.Subject, nearest.Kind)}
	against := outcome(v.Kind) && v.Confidence >= Likely
	switch {
	case nearest.Kind == v.Kind:
		v.Confidence = max(v.Confidence, taught)
	case likeness >= same || likeness >= nearly && !against:
		v.Kind, v.Confidence, v.Evidence = nearest.Kind, taught, nil
	case likeness >= nearly:
		v.Confidence = asked
	case outcome(nearest.Kind) && !against:
		v.Kind, v.Confidence = nearest.Kind, asked
	default:
		return
	}
	v.Evidence = append([]find.Evidence{said}, v.Evidence...)
}

// outcome reports whether a kind ends or crowns an application.
func outcome(k rules.MessageKind) bool {
	return k == rules.MessageOffer || k == rules.MessageRejection
}

// Sketch is that of the letter's wording: what the user says of it counts for its like.
func (l Letter) Sketch() like.Sketch { return like.Of(bare(l.Subject), l.Body) }
