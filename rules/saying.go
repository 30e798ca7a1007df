package rules

import (
	"fmt"
	"strings"
	"time"
)

// A Saying is a sentence for the user: its form, in English, with verbs of package fmt for
// its gaps, and what fills them. Who speaks another language with him says it by a form of
// the same gaps in that one.
type Saying struct {
	Form string
	With []any
}

// Say makes a saying. A text stays in every language what it is: a name, words of a mail,
// the ID of an application. A Date, an instant (by the clock that it has), a MessageKind,
// a Kind, an Answer, Findings, a Mistake and another Saying are said in the language of the
// whole.
func Say(form string, with ...any) Saying { return Saying{form, with} }

// String is the saying in English.
func (s Saying) String() string {
	return s.As(s.Form, func(value any) any {
		switch v := value.(type) {
		case Date:
			return longDay(v)
		case time.Time:
			return longDay(DateOf(v)) + v.Format(" 15:04 MST")
		}
		return value
	})
}

// As is the saying by another form, each value as word writes it. What the other form has
// no gap for is left out; one that leaves values out names those that it has by number.
func (s Saying) As(form string, word func(any) any) string {
	if len(s.With) == 0 || !strings.Contains(form, "%") {
		return form
	}
	with := make([]any, len(s.With))
	for i, value := range s.With {
		with[i] = word(value)
	}
	return fmt.Sprintf(form, with...)
}

// A Clause is what a fact holds of the program's own words: a saying, in English, whose
// form is not known any more.
type Clause string

// because makes a reason: which rule, in words, and the fact that made it apply.
func because(rule string, say Saying, fact string) Reason {
	return Reason{Rule: rule, Text: say.String(), Fact: fact, Say: say}
}

// noticeOf tells the user the words of a reason. message names what it is about.
func noticeOf(topic string, why Reason, message string) Notice {
	return Notice{Topic: topic, Text: why.Text, Reason: why, Message: message}
}
