package recognize

import (
	"strings"
	"testing"

	"afterword/mailwatch/recognize/model"
	"afterword/mailwatch/recognize/stack"
	"afterword/rules"
)

// voicesOf are those of a letter of which the model says one kind, as surely as it can.
func voicesOf(t *testing.T, text string, says rules.MessageKind) (Voices, *stack.Weights) {
	t.Helper()
	w, err := stack.Load()
	if err != nil {
		t.Fatal(err)
	}
	v := letterOf("", "", text).Voices()
	v.Input.Model = model.Shares{}
	v.Input.Model[model.Column(says)] = 1
	return v, w
}

// TestModelAloneIsNeverSure holds that an outcome that no phrase says is asked about.
func TestModelAloneIsNeverSure(t *testing.T) {
	for _, kind := range []rules.MessageKind{rules.MessageRejection, rules.MessageOffer} {
		for _, text := range []string{
			"About your application: the stars say what they say.",
			"About your application for the job: if we decide not to move forward, we will tell you.",
			"Thank you for your application.",
		} {
			v, w := voicesOf(t, text, kind)
			if got, p := v.Decide(w); got == kind && p >= Sure {
				t.Errorf("%q is surely %s (%.2f)", text, got, p)
			}
		}
	}
}

// TestModelDoesNotOverruleStructure holds that no outcome is heard in what is none to the
// reader: lists, and letters among those who choose.
func TestModelDoesNotOverruleStructure(t *testing.T) {
	for _, kind := range []rules.MessageKind{rules.MessageRejection, rules.MessageOffer, rules.MessageInterview} {
		v, w := voicesOf(t, "Please find the candidate's resume; should we interview him?", kind)
		if !v.tally.barred {
			t.Fatal("a letter among those who choose is not known as one")
		}
		if got, p := v.Decide(w); got == kind {
			t.Errorf("it is %s (%.2f)", got, p)
		}
	}
	l := letterOf("", "Weekly news", "We are sorry to say that the show was rejected.")
	l.List = true
	if v := l.Voices(); !v.Silent {
		t.Error("the model was asked about a newsletter")
	}
}

// TestVoicesAgree holds that what both say outright is sure, in each language.
func TestVoicesAgree(t *testing.T) {
	for text, kind := range map[string]rules.MessageKind{
		"Dear Mira, thank you for your interview. Unfortunately we have decided to move forward with another candidate for this role. We wish you all the best.":                                  rules.MessageRejection,
		"Liebe Mira, vielen Dank für deine Bewerbung. Leider müssen wir dir mitteilen, dass wir uns für eine andere Bewerberin entschieden haben. Alles Gute für deine Zukunft!":                  rules.MessageRejection,
		"Bonjour Mira, nous avons étudié votre candidature avec attention. Malheureusement, nous ne pouvons pas y donner une suite favorable.":                                                    rules.MessageRejection,
		"Estimada Mira: gracias por tu interés. Lamentamos comunicarte que tu candidatura no ha sido seleccionada para el puesto.":                                                                rules.MessageRejection,
		"Beste Mira, bedankt voor je sollicitatie. Helaas moeten we je laten weten dat we voor een andere kandidaat hebben gekozen.":                                                              rules.MessageRejection,
		"Dear Mira, we are delighted to offer you the position of Analyst at Orrin. The offer letter with salary and starting date is attached. Please let us know by Friday whether you accept.": rules.MessageOffer,
	} {
		got, p, evidence, _ := classify(letterOf("", "", text), false)
		if got != kind || p < Sure {
			t.Errorf("%q: %s (%.2f), want surely %s", text, got, p, kind)
		}
		if len(evidence) == 0 {
			t.Errorf("%q: no words", text)
		}
	}
}

// TestModelShowsItsWords holds that what the model decides has words that stand in the
// letter.
func TestModelShowsItsWords(t *testing.T) {
	const text = "Hi Sam, I gave the shop job to somebody who lives round the corner in the end. You were great on the day, all the best with your search!"
	v := letterOf("", "", text).Voices()
	for _, e := range v.evidence(rules.MessageRejection, 3) {
		if e.Where != "text" || !strings.Contains(text, e.Words) {
			t.Errorf("evidence %+v does not stand in the letter", e)
		}
	}
	if v.said != rules.MessageRejection && len(v.evidence(rules.MessageRejection, 3)) == 0 {
		t.Error("the model has no words for it")
	}
	if len(v.evidence(rules.MessageOther, 3)) > 0 {
		t.Error("ordinary mail needs no words")
	}
}

// What surely belongs to an application is no ordinary mail: there the model is heard
// where the phrases find nothing, and never heard as sure.
func TestKnownLettersAreHeard(t *testing.T) {
	heard := 0
	for _, text := range []string{
		"the vote on Friday was close, and it went to a cook who has run a kitchen of that size. It will not be you this time.",
		"we have filled the seat with a colleague from the Graz house and close the search with that.",
		"the owners have taken somebody with more years at sea. You did well, and it was a pleasure.",
		"after much back and forth the choice fell on somebody else. Thank you for the time and the good talks.",
		"the trustees were unanimous, and not for you. I wanted you to hear it from me.",
		"it was a pleasure to have you here. The team would like to see you at work: would a morning next week suit you?",
	} {
		raw := []byte("From: Ida Brandt <ida@nordwind.example>\nSubject: News\nDate: Mon, 16 Nov 2026 09:00:00 +0100\n\nDear Sam,\n\n" + text + "\n\nIda\n")
		known, stranger := Read(raw, Options{Known: true}), Read(raw, Options{})
		if known.Kind == rules.MessageOther && stranger.Kind != rules.MessageOther {
			t.Errorf("%q: other where it is known, %s where it is not", text, stranger.Kind)
		}
		if known.Kind != stranger.Kind {
			heard++
		}
		if known.Kind != stranger.Kind && known.Confidence >= Sure && matters(known.Kind) {
			t.Errorf("%q: surely %s (%.2f)", text, known.Kind, known.Confidence)
		}
	}
	// A plain refusal from whom he knows is one, under whatever subject.
	for _, text := range []string{"unfortunately, we have decided to move forward with another candidate.", "we regret to inform you that you have not been selected."} {
		raw := []byte("From: Robin Hale <robin@acme.example>\nSubject: [External] About your interview: Tax Lawyer\nDate: Mon, 16 Nov 2026 09:00:00 +0100\n\nDear Sam,\n\n" + text + "\n\nRobin\n")
		if v := Read(raw, Options{Known: true}); v.Kind != rules.MessageRejection || v.Confidence < Sure {
			t.Errorf("%q: %s (%.2f)", text, v.Kind, v.Confidence)
		}
	}
	if heard == 0 {
		t.Error("nothing more is heard in what is known to belong to an application")
	}
}
