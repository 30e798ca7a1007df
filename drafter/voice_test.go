package drafter

import (
	"fmt"
	"strings"
	"testing"

	"afterword/internal/mail"
	"afterword/rules"
)

// TestVoice learns from sent letters how the user greets and closes, and has ours do so
// where it suits: not to somebody with a title, and not in a formal letter.
func TestVoice(t *testing.T) {
	var sent []*mail.Message
	for i := range 6 {
		greeting, closing := "Hi", "Best wishes"
		if i == 5 {
			greeting, closing = "Yo", "xoxo"
		}
		sent = append(sent, mail.Read(eml("From: Maya <maya@post.example>", "To: Tom <tom@there.example>", "Subject: Hello", "Content-Type: text/plain; charset=utf-8", "",
			greeting+" Tom,", "", fmt.Sprintf("I'm glad that the plan for week %d works for you, and it's good that we talked. I'd send the list on Monday.", i), "", closing+",", "Maya")))
	}
	voices := VoicesOf(sent)
	v := voices["en"]
	if v.Greeting != "Hi" || v.Closing != "Best wishes" || !v.Contractions || v.Letters != 6 || v.SentenceWords < 5 {
		t.Fatalf("learnt %+v", voices)
	}
	for _, c := range []struct {
		to    rules.Contact
		tone  string
		begin string
		end   string
	}{{brandt, "plain", "Hi Jonas,", "Best wishes,"}, {okafor, "plain", "Dear Dr. Okafor,", "Best wishes,"}, {brandt, "formal", "Dear Jonas,", "incerely,"}} {
		in := input(t, thankYou(c.to))
		in.Tone, in.Voices = c.tone, voices
		d, findings, err := Compose(t.Context(), in)
		if err != nil {
			t.Fatal(err, findings)
		}
		if !strings.HasPrefix(d.Body, c.begin) || !strings.Contains(d.Body, c.end) {
			t.Errorf("%+v: %s", c, d.Body)
		}
		if got := ProofreadMessage(d.Raw, Context{App: &in.App, FollowUp: &in.FollowUp, Me: me, Language: "en", Zone: in.Calendar.Zone()}); len(got) > 0 {
			t.Error(got)
		}
	}
	if few := VoicesOf(sent[:3]); len(few) != 0 {
		t.Errorf("learnt of three letters: %v", few)
	}
}
