package browser

import (
	"context"
	"strings"
	"testing"
	"time"

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
	v.run(chromedp.Evaluate[chromedp.Void]("document.activeElement.select && document.activeElement.type !== 'datetime-local' && document.activeElement.select()"), chromedp.KeyEvent(text))
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
		v.tabTo(`e.tagName === "A" && e.getAttribute("href") === "/applications/acme"`)
		v.press(kb.Enter)
		v.tabTo(`e.tagName === "SUMMARY" && e.textContent === "Why it is there"`)
		v.run(chromedp.KeyEvent(kb.Enter))
		v.wants("thanks are due within 24 business hours")
	})
	t.Run("answer a question", func(t *testing.T) {
		v.t = t
		v.open("/")
		v.tabTo(`e.getAttribute("href") === "/applications/borealis-son#steer"`)
		v.press(kb.Enter)
		v.tabTo(`e.id === "kind"`)
		v.run(chromedp.KeyEvent("a rej"))
		v.tabTo(`e.textContent === "Say so"`)
		v.press(kb.Enter)
		v.wants("borealis-son: noted", "rejected")
	})
	t.Run("add an interview", func(t *testing.T) {
		v.t = t
		v.open("/")
		v.tabTo(`e.getAttribute("href") === "/add"`)
		v.press(kb.Enter)
		for _, field := range [][2]string{{"company", "Delta"}, {"role", "Nurse"}, {"ended", "11302026" + kb.Tab + "1130AM"}, {"contact", "Lea Vogt <lea@delta.example>"}} {
			v.tabTo(`e.id === "` + field[0] + `"`)
			v.fill(field[1])
		}
		v.tabTo(`e.textContent === "Add" && e.tagName === "BUTTON"`)
		v.press(kb.Enter)
		v.wants("Delta", "Nurse", "lea@delta.example")
	})
	t.Run("correct a name", func(t *testing.T) {
		v.t = t
		v.open("/applications/acme")
		v.tabTo(`e.id === "name-0"`)
		v.fill("Ngozi Okafor-Reed")
		v.tabTo(`e.textContent === "Save the corrections"`)
		v.press(kb.Enter)
		v.wants("acme: saved")
		if out := v.afterword("show", "acme"); !strings.Contains(out, "Ngozi Okafor-Reed") {
			t.Errorf("the name is not corrected:\n%s", out)
		}
	})
	t.Run("stop an application", func(t *testing.T) {
		v.t = t
		v.open("/applications/acme")
		v.tabTo(`e.textContent === "Stop" && e.tagName === "BUTTON"`)
		v.press(kb.Enter)
		v.wants("acme: stopped")
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
