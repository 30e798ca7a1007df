package recognize

import (
	"strings"
	"testing"

	"afterword/internal/mail"
	"afterword/rules"
)

const (
	frame = "Dear %NAME,\n\nthis is an automatic message of the Nordwind candidate portal about the position of %ROLE. You can look into it by day and by night, from whatever " +
		"machine you have at hand. %SENTENCE You find all of your documents in your profile, where you can change them or take them out at any time. " +
		"Please do not hesitate to recommend us to friends and colleagues.\n\nThe Nordwind people team"
	refused  = "Unfortunately, we have decided not to move forward with your application."
	received = "Thank you for applying: we have received your application."
	odd      = "Your file now rests in drawer seven."
)

// framed is a message in the frame of the company.
func framed(name, role, sentence string) []byte {
	return []byte("From: Nordwind <portal@nordwind.example>\nSubject: Your application\nDate: Mon, 16 Nov 2026 09:00:00 +0100\nMessage-ID: <" + name + "@nordwind.example>\n\n" +
		strings.NewReplacer("%NAME", name, "%ROLE", role, "%SENTENCE", sentence).Replace(frame))
}

func lessonOf(raw []byte, kind rules.MessageKind) rules.Lesson {
	l := Open(mail.Read(raw))
	return rules.Lesson{Kind: kind, Sketch: l.Sketch().String(), MessageID: l.MessageID, Subject: l.Subject}
}

func TestLessons(t *testing.T) {
	alone := Read(framed("sam", "Night Porter", odd), Options{}).Kind // whatever it is by its words
	with := func(l ...rules.Lesson) Options { return Options{Lessons: l} }
	for name, c := range map[string]struct {
		raw     []byte
		lessons Options
		kind    rules.MessageKind
		sure    bool
	}{
		"nothing was said":                {framed("sam", "Night Porter", odd), Options{}, alone, false},
		"the like is what he said":        {framed("kim", "Cook", odd), with(lessonOf(framed("sam", "Night Porter", odd), rules.MessageRejection)), rules.MessageRejection, true},
		"his last word counts":            {framed("kim", "Cook", odd), with(lessonOf(framed("sam", "Night Porter", odd), rules.MessageRejection), lessonOf(framed("sam", "Night Porter", odd), rules.MessageHolding)), rules.MessageHolding, true},
		"a refusal in a silenced frame":   {framed("kim", "Cook", refused), with(lessonOf(framed("sam", "Night Porter", received), rules.MessageAcknowledgement)), rules.MessageRejection, false},
		"it silences the same again":      {framed("sam", "Night Porter", refused), with(lessonOf(framed("sam", "Night Porter", refused), rules.MessageOther)), rules.MessageOther, true},
		"what is unlike is left as it is": {[]byte("From: ida@nordwind.example\nSubject: Lunch\n\nShall we have lunch on the terrace? I bring the bread."), with(lessonOf(framed("sam", "Night Porter", odd), rules.MessageRejection)), rules.MessageOther, false},
	} {
		v := Read(c.raw, c.lessons)
		if v.Kind != c.kind || c.sure != (v.Confidence >= Sure) && c.kind != rules.MessageOther && c.kind != alone {
			t.Errorf("%s: %s (%.2f) %v", name, v.Kind, v.Confidence, v.Evidence)
		}
	}
	v := Read(framed("kim", "Cook", odd), with(lessonOf(framed("sam", "Night Porter", odd), rules.MessageRejection)))
	if len(v.Evidence) == 0 || v.Evidence[0].Where != "lesson" || !strings.Contains(v.Evidence[0].Words, `"Your application", which you marked as rejection`) {
		t.Errorf("evidence: %v", v.Evidence)
	}
}

// What machines say of themselves nobody unlearns.
func TestLessonsLeaveMachinesAlone(t *testing.T) {
	raw := []byte("From: ida@nordwind.example\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am out of the office and will be back on Monday.")
	if v := Read(raw, Options{Lessons: []rules.Lesson{lessonOf(raw, rules.MessageOffer)}}); v.Kind != rules.MessageAutoReply {
		t.Errorf("%s %v", v.Kind, v.Evidence)
	}
}
