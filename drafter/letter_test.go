package drafter

import (
	"strings"
	"testing"
)

func eml(lines ...string) []byte {
	return []byte(strings.ReplaceAll(strings.Join(lines, "\n"), "\n", "\r\n"))
}

// TestBody reads letters as clients send them: only the words between
// salutation and sign-off count.
func TestBody(t *testing.T) {
	const head = "From: Maya <maya@post.example>\nTo: Zoe <zoe@acme.example>\nSubject: Hello\n"
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"plain": {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Dear Zoe,", "", "thank you for the", "long talk.", "", "It was good.", "", "Best regards,", "Maya", "", "-- ", "Maya Lind"),
			"thank you for the long talk.\n\nIt was good."},
		"no salutation": {eml(head, "thanks for everything you said today.", "", "Maya"), "thanks for everything you said today."},
		"greeting on the same block": {eml(head, "Hi Zoe,", "thanks for today. It was good.", "Cheers", "Maya"),
			"thanks for today. It was good."},
		"gmail quote": {eml(head, "Hi Zoe,", "", "thanks for today.", "", "Maya", "", "On Fri, Nov 13, 2026 at 3:00 PM Zoe Smith <zoe@acme.example>", "wrote:", "", "> Dear Maya,", "> see you"),
			"thanks for today."},
		"outlook quote": {eml(head, "Hi Zoe,", "", "thanks for today.", "", "Regards,", "Maya", "", "________________________________", "From: Zoe <zoe@acme.example>", "Sent: Friday", "", "See you"),
			"thanks for today."},
		"german": {eml(head+"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable", "", "Sehr geehrte Frau Dr. Wei=DF,", "", "vielen Dank f=FCr das Gespr=E4ch.", "", "Mit freundlichen Gr=FC=DFen", "Maya Lind", "", "Am 13.11.2026 um 15:00 schrieb Carla Wei=DF:", "> Guten Tag"),
			"vielen Dank für das Gespräch."},
		"french":  {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Bonjour Claire,", "", "merci pour votre temps.", "", "Bien cordialement,", "Maya"), "merci pour votre temps."},
		"spanish": {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Estimada Ana:", "", "gracias por su tiempo.", "", "Un cordial saludo,", "Maya"), "gracias por su tiempo."},
		"dutch":   {eml(head+"Content-Type: text/plain; charset=utf-8", "", "Beste Jan,", "", "bedankt voor het gesprek.", "", "Met vriendelijke groet,", "Maya"), "bedankt voor het gesprek."},
		"html alone": {eml(head+"Content-Type: text/html; charset=utf-8", "", "<html><head><style>p{}</style></head><body><p>Dear Zoe,</p><p>thank&nbsp;you for <b>today</b>.</p><p>Best,<br>Maya</p><div class=\"gmail_quote\">On … wrote:<blockquote>long</blockquote></div></body></html>"),
			"thank you for today."},
		"alternative": {eml(head+`Content-Type: multipart/alternative; boundary="b"`, "", "--b", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", "RGVhciBab2UsDQoNCnRoYW5rcy4=", "--b", "Content-Type: text/html", "", "<p>no", "--b--"),
			"thanks."},
		"flowed": {eml(head+"Content-Type: text/plain; charset=utf-8; format=flowed", "", "Dear Zoe,", "", "thank you for the ", "talk of today.", "", " From here on I know more.", "", "Best,", "Maya"),
			"thank you for the talk of today.\n\nFrom here on I know more."},
		"nothing": {[]byte("no mail at all"), ""},
		"empty":   {eml(head, ""), ""},
	} {
		words, sentences, text := Body(c.raw)
		if text != c.want {
			t.Errorf("%s: %q, want %q", name, text, c.want)
		}
		if n := len(strings.Fields(c.want)); words != n {
			t.Errorf("%s: %d words, want %d", name, words, n)
		}
		if (len(sentences) == 0) != (c.want == "") {
			t.Errorf("%s: sentences %q", name, sentences)
		}
	}
}

// TestBodyOfOurOwn reads every kind of draft back: what was written is what is
// counted, to the word, in every language.
func TestBodyOfOurOwn(t *testing.T) {
	for _, language := range []string{"en", "de", "fr", "es", "nl"} {
		for name, f := range everyKind() {
			in := input(t, f)
			in.App.Language = language
			for seed := range uint64(10) {
				written, err := in.Texts.Write(dataOf(in), nil, 0, seed)
				if err != nil {
					t.Fatalf("%s %s: %v", language, name, err)
				}
				d, err := in.draft(written)
				if err != nil {
					t.Fatal(err)
				}
				if _, _, text := Body(d.Raw); text != strings.ReplaceAll(written.Body(), "\u00a0", " ") {
					t.Errorf("%s %s: read back\n%s\nwritten\n%s\n---\n%s", language, name, text, written.Body(), d.Body)
				}
			}
		}
	}
}

func FuzzBody(f *testing.F) {
	f.Add([]byte("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nDear Zoe,\r\n\r\nyes\r\n--x--"))
	f.Add([]byte("Content-Type: text/html\r\n\r\n<p>Hi<blockquote>"))
	f.Add([]byte("Subject: =?utf-8?q?=E2?=\r\n\r\n,\n-- \n>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		Body(raw)
		ProofreadMessage(raw, Context{})
		ReadSent(raw)
	})
}

func TestLikeness(t *testing.T) {
	a := "Thank you for the time that you took on Friday to talk about the role. Your words on billing stayed with me."
	edited := "Thanks for the time you took on Friday to talk about the role. Your words on billing have stayed with me, really."
	other := "My grandmother keeps bees behind the old mill and sells honey each Saturday morning at the market in town."
	if got := Likeness(a, a); got != 1 {
		t.Errorf("with itself %v", got)
	}
	if got := Likeness(a, other); got != 0 {
		t.Errorf("with another %v", got)
	}
	if got := editedLikeness(wordsOf(a), wordsOf(edited)); got < 0.7 {
		t.Errorf("edited %v", got)
	}
	if got := editedLikeness(wordsOf(a), wordsOf(other)); got > 0.4 {
		t.Errorf("another letter %v", got)
	}
	if Likeness(a, edited) != Likeness(edited, a) || Likeness("", a) != 0 || Likeness("", "") != 0 {
		t.Error("not symmetric, or something like nothing")
	}
}

// TestMatchSent sends drafts as users do, and letters of the users' own.
func TestMatchSent(t *testing.T) {
	var drafts []Record
	for _, to := range []string{"okafor", "brandt"} {
		contact := okafor
		if to == "brandt" {
			contact = brandt
		}
		in := input(t, thankYou(contact))
		in.MessageID = to + "@post.example"
		in.Seed = 99
		d, _, err := Compose(in)
		if err != nil {
			t.Fatal(err)
		}
		drafts = append(drafts, Record{FollowUp: d.FollowUp, MessageID: d.MessageID, Raw: d.Raw})
	}
	sent := ReadSent(drafts[0].Raw)
	anew := func(change func(*SentMessage)) SentMessage {
		m := sent
		m.MessageID = "new@client.example"
		change(&m)
		return m
	}
	for name, c := range map[string]struct {
		sent SentMessage
		want string
	}{
		"as it was":     {sent, drafts[0].FollowUp},
		"new ID":        {anew(func(*SentMessage) {}), drafts[0].FollowUp},
		"edited":        {anew(func(m *SentMessage) { m.Text = strings.ReplaceAll(m.Text, "you", "everyone") + " One more thing." }), drafts[0].FollowUp},
		"new subject":   {anew(func(m *SentMessage) { m.Subject = "Thanks!" }), drafts[0].FollowUp},
		"all rewritten": {anew(func(m *SentMessage) { m.Text = "Short and sweet: brilliant talk." }), drafts[0].FollowUp},
		"own letter":    {anew(func(m *SentMessage) { m.Subject, m.Text = "Parking", "Where may I park my bicycle when I come by?" }), ""},
		"to another":    {anew(func(m *SentMessage) { m.To = []string{"else@acme.example"} }), ""},
		"to the other":  {anew(func(m *SentMessage) { m.To = []string{"JONAS@acme.example"} }), drafts[1].FollowUp},
	} {
		got, score := MatchSent(c.sent, drafts)
		if got != c.want {
			t.Errorf("%s: %q (%.2f), want %q", name, got, score, c.want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for _, language := range languages {
		for name, f := range everyKind() {
			in := input(t, f)
			in.App.Language = language
			d, _, err := Compose(in)
			if err != nil {
				t.Fatal(err)
			}
			if _, _, text := Body(d.Raw); languageOf(text) != language && languageOf(text) != "" {
				t.Errorf("%s %s is taken for %q:\n%s", language, name, languageOf(text), text)
			}
		}
	}
}
