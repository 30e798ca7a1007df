package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// pages are those of the site.
var pages = map[string]string{"today": "/", "applications": "/applications", "application": "/applications/acme", "asked": "/applications/borealis-son",
	"letters": "/applications/acme/letters", "add": "/add", "search": "/search", "missing": "/nowhere"}

// listen notes what the browser asks for, and what it complains of.
func (v *visit) listen(event any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		v.asked = append(v.asked, e.Request.URL)
	case *runtime.EventExceptionThrown:
		v.failures = append(v.failures, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && !strings.Contains(e.Entry.Text, "404") {
			v.failures = append(v.failures, e.Entry.Text)
		}
	}
}

// TestLook shows every page on a narrow, a middling and a wide screen, by light and dark:
// nothing runs over the edge, axe finds nothing, nothing comes from elsewhere, and what
// strangers wrote is text.
func TestLook(t *testing.T) {
	v := visitPage(t, aSearch)
	axe := axeScript(t)
	for _, name := range []string{"today", "applications", "application", "asked", "letters", "add", "search", "missing"} {
		v.open(pages[name])
		v.look(axe, name)
	}
	v.open("/applications/borealis-son")
	if text := v.text(); !strings.Contains(text, "<script>alert(1)</script>") {
		t.Error("what a stranger wrote does not stand there as text")
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, address := range v.asked {
		if !strings.HasPrefix(address, v.site+"/") && !strings.HasPrefix(address, "data:") { // the browser's own pictures
			t.Errorf("the browser asked for %s", address)
		}
	}
	if len(v.failures) > 0 {
		t.Errorf("the browser complained: %q", v.failures)
	}
}

// look looks at the page that is open on a narrow, a middling and a wide screen, by light
// and dark, and keeps pictures.
func (v *visit) look(axe, name string) {
	v.t.Helper()
	for _, width := range []int64{320, 768, 1400} {
		for _, scheme := range []string{"light", "dark"} {
			call(v, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1, Mobile: width < 500})
			call(v, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			at := fmt.Sprintf("%s at %d, %s", name, width, scheme)
			if over := value(v, chromedp.Evaluate[int]("document.documentElement.scrollWidth - document.documentElement.clientWidth")); over > 0 {
				v.t.Errorf("%s: the page runs %d px over the edge", at, over)
			}
			v.keepPicture(fmt.Sprintf("%s-%d-%s.png", name, width, scheme))
			// Each look costs time: two have every width's rules and every colour.
			if os.Getenv("AFTERWORD_PICTURES") == "" && !(width == 320 && scheme == "dark") && !(width == 1400 && scheme == "light") {
				continue
			}
			for _, found := range v.violations(axe) {
				v.t.Errorf("%s: %s", at, found)
			}
		}
	}
}

// violations are what axe finds against WCAG 2.2 AA.
func (v *visit) violations(axe string) []string {
	v.t.Helper()
	// The policy of the page lets no script in; the inspector's are no part of it.
	v.run(chromedp.Evaluate[chromedp.Void](axe + ";0"))
	raw := value(v, chromedp.Evaluate[string](`axe.run({runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}).then(r => JSON.stringify(r.violations.map(x => x.id + ": " + x.help + ": " + x.nodes.map(n => n.html).slice(0, 3).join(" "))))`, chromedp.EvalAwaitPromise))
	var found []string
	if err := json.Unmarshal([]byte(raw), &found); err != nil {
		v.t.Fatalf("read what axe found: %v", err)
	}
	return found
}

// axeScript reads the checker that .ci/browser fetches.
func axeScript(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("AFTERWORD_BROWSER")
	if dir == "" {
		dir = "/var/cache/afterword-browser"
	}
	files, err := filepath.Glob(filepath.Join(dir, "axe-*.js"))
	if err != nil || len(files) == 0 {
		if os.Getenv("AFTERWORD_REQUIRE_SERVERS") == "1" {
			t.Fatalf("no axe in %s: .ci/browser fetches it", dir)
		}
		t.Skipf("no axe in %s: .ci/browser fetches it", dir)
	}
	slices.Sort(files)
	script, err := os.ReadFile(files[len(files)-1])
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// keepPicture keeps a picture of the page where somebody wants to look at it.
func (v *visit) keepPicture(name string) {
	v.t.Helper()
	dir := os.Getenv("AFTERWORD_PICTURES")
	if dir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, name), value(v, chromedp.FullScreenshot(100)), 0o644); err != nil {
		v.t.Error(err)
	}
}
