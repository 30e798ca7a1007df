package browser

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"afterword/internal/store"
	"afterword/rules"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tabTo presses Tab until the element with the focus is the one that the condition, a
// script over e, names: what cannot be reached so cannot be reached by keyboard.
func (v *visit) tabTo(condition string) {
	v.t.Helper()
	for range 120 {
		v.run(chromedp.KeyEvent(kb.Tab))
		if value(v, chromedp.Evaluate[bool]("(e => !!e && e !== document.body && ("+condition+"))(document.activeElement)")) {
			return
		}
	}
	v.t.Fatalf("no Tab leads to %s", condition)
}

// press presses a key and waits for the page that it leads to.
func (v *visit) press(key string) {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, 30*time.Second)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, chromedp.KeyEvent(key)); err != nil {
		v.t.Fatalf("no page follows: %v", err)
	}
}

// fill types a text into the field that has the focus, in place of what stands there.
func (v *visit) fill(text string) {
	v.t.Helper()
	v.run(chromedp.KeyEvent(text)) // Tab has selected it
}

// goTo follows links from the first page on.
func (v *visit) goTo(links ...string) {
	v.t.Helper()
	v.open("/")
	for _, link := range links {
		v.tabTo(`e.tagName === "A" && e.getAttribute("href") === "` + link + `"`)
		if strings.HasPrefix(link, "#") {
			v.run(chromedp.KeyEvent(kb.Enter)) // on the same page
		} else {
			v.press(kb.Enter)
		}
	}
}

func (v *visit) wants(what ...string) {
	v.t.Helper()
	text := v.text()
	for _, w := range what {
		if !strings.Contains(text, w) {
			v.t.Errorf("%q does not stand in the page:\n%s", w, text)
		}
	}
}

// TestKeyboard does five tasks with the keyboard alone.
func TestKeyboard(t *testing.T) {
	v := visitPage(t, aSearch)
	t.Run("find why a draft stands", func(t *testing.T) {
		v.t = t
		v.open("/")
		v.wants("Why it is there: the interview ended", "thanks are due within 24 business hours")
		v.tabTo(`e.tagName === "SUMMARY" && e.textContent === "Read it"`)
		v.run(chromedp.KeyEvent(kb.Enter))
		v.wants("Thank you for the hour yesterday.")
	})
	t.Run("answer a question", func(t *testing.T) {
		v.t = t
		v.open("/")
		v.wants("reads like a rejection, but not clearly")
		v.tabTo(`e.id.startsWith("kind-borealis-son")`)
		v.run(chromedp.KeyEvent("a rej"))
		v.tabTo(`e.textContent === "Say so"`)
		v.press(kb.Enter)
		v.wants("Borealis & Søn: noted: that is what the message is.")
		if out := v.afterword("show", "borealis-son"); !strings.Contains(out, "rejected") {
			t.Errorf("it is not taken for a rejection:\n%s", out)
		}
	})
	t.Run("add an interview", func(t *testing.T) {
		v.t = t
		v.open("/")
		v.tabTo(`e.getAttribute("href") === "/add"`)
		v.press(kb.Enter)
		for _, field := range [][2]string{{"add-company", "Delta"}, {"add-role", "Nurse"}, {"add-ended", "11302026" + kb.Tab + "1130AM"}, {"add-contact", "Lea Vogt <lea@delta.example>"}} {
			v.tabTo(`e.id === "` + field[0] + `"`)
			v.fill(field[1])
		}
		v.tabTo(`e.textContent === "Add" && e.tagName === "BUTTON"`)
		v.press(kb.Enter)
		v.wants("Delta", "Nurse", "lea@delta.example")
	})
	t.Run("correct a name", func(t *testing.T) {
		v.t = t
		v.goTo("/applications", "/applications/acme", "#correct")
		v.tabTo(`e.id === "name-0"`)
		v.fill("Ngozi Okafor-Reed")
		v.tabTo(`e.textContent === "Save the corrections"`)
		v.press(kb.Enter)
		v.wants("The corrections are saved.")
		if out := v.afterword("show", "acme"); !strings.Contains(out, "Ngozi Okafor-Reed") {
			t.Errorf("the name is not corrected:\n%s", out)
		}
	})
	t.Run("stop an application", func(t *testing.T) {
		v.t = t
		v.goTo("/applications", "/applications/acme", "#steer")
		v.tabTo(`e.textContent === "Stop" && e.tagName === "BUTTON"`)
		v.press(kb.Enter)
		v.wants("Acme: stopped.", "“Resume” takes it up again")
	})
}

// TestLive sees that an open page says when something has changed.
func TestLive(t *testing.T) {
	v := visitPage(t, aSearch)
	v.open("/")
	v.afterword("stop", "acme")
	v.run(chromedp.WaitVisible(chromedp.CSS("#changed")))
}

// TestNoScript works the page in a browser that runs no script.
func TestNoScript(t *testing.T) {
	v := visitPage(t, aSearch)
	call(v, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	v.open("/applications/acme")
	if _, err := chromedp.RunResponse(v.ctx, chromedp.Click(chromedp.CSS(`form[action$="/stop"] button`))); err != nil {
		t.Fatal(err)
	}
	if out := v.afterword("show", "acme"); !strings.Contains(out, "stopped") {
		t.Errorf("it was not stopped:\n%s", out)
	}
}

// TestLanguages reads why a draft stands, and what is asked, in every language of the page:
// nothing is left in another one.
func TestLanguages(t *testing.T) {
	v := visitPage(t, aSearch)
	for code, wants := range map[string][]string{
		"de": {"das Gespräch endete am", "liest sich wie eine Absage, aber nicht eindeutig"},
		"fr": {"l’entretien s’est terminé le", "ressemble à un refus, mais pas clairement"},
		"es": {"la entrevista terminó el", "parece un rechazo, pero no está claro"},
		"nl": {"het gesprek eindigde op", "leest als een afwijzing, maar niet duidelijk"},
	} {
		call(v, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: "Mozilla/5.0", AcceptLanguage: code})
		v.open("/")
		v.wants(wants...)
		for _, path := range []string{"/", "/applications/acme", "/applications/borealis-son"} {
			v.open(path)
			if other := value(v, chromedp.Evaluate[string](`[...document.querySelectorAll("main [lang]")].map(e => e.textContent).join("; ")`)); other != "" {
				t.Errorf("%s: %s has in another language: %s", code, path, other)
			}
			if text := strings.ReplaceAll(v.text(), "the move to the new warehouse", ""); strings.Contains(text, " the ") || strings.Contains(text, "`afterword") {
				t.Errorf("%s: English is left in %s:\n%s", code, path, text)
			}
		}
	}
}

// TestTrouble reads why a mailbox is not read, what was found in a draft, and what is wrong
// with what was typed, in every language of the page.
func TestTrouble(t *testing.T) {
	now := time.Now()
	v := visitPage(t, func(t *testing.T, v *visit) {
		aSearch(t, v)
		h := store.Health{Account: "home", LastRead: now.Add(-2 * time.Hour), BlindSince: now.Add(-time.Hour), Why: "log in to \"imap.winter.example\": NO", Trouble: "wrong-password"}
		s := v.store(t)
		found := rules.Fact{Key: "proofread/1", At: now.Add(time.Second), What: rules.Proofread{FollowUp: "thank-you/1/ngozi@acme.example", Findings: []string{`misspelled: "recieve": write "receive"`}}}
		_, added := s.AddFacts(t.Context(), "acme", found)
		if err := errors.Join(s.SetHealth(t.Context(), h), s.TouchDraft(t.Context(), "d1@winter.example", now), added); err != nil {
			t.Fatal(err)
		}
	})
	for code, wants := range map[string][3]string{
		"en": {"refuses the user name or the password. Do this: type it again", "Put it off until: ", `"recieve": write "receive"`},
		"de": {"lehnt Benutzernamen oder Passwort ab. Was zu tun ist: geben Sie es noch einmal ein", "ist vorbei.", `"recieve": schreiben Sie "receive"`},
		"fr": {"refuse le nom d'utilisateur ou le mot de passe. Que faire : saisissez-le encore", "est passé.", `"recieve": écrivez "receive"`},
		"es": {"rechaza el nombre de usuario o la contraseña. Qué hacer: escríbala otra vez", "ya ha pasado.", `"recieve": escriba "receive"`},
		"nl": {"weigert de gebruikersnaam of het wachtwoord. Wat te doen: typ het nog eens", "is voorbij.", `"recieve": schrijf "receive"`},
	} {
		call(v, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: "Mozilla/5.0", AcceptLanguage: code})
		v.open("/")
		v.wants(wants[0])
		v.open("/applications/acme")
		v.wants(wants[2])
		v.sends("/snooze", "", "until", now.AddDate(0, 0, -3).Format(time.DateOnly))
		v.wants(wants[1])
	}
}
