package browser

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword/internal/store"
	"afterword/rules"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

var (
	chrome context.Context // the one browser
	binary string
	absent string // why there is none
)

func TestMain(m *testing.M) {
	os.Exit(func() int {
		path, err := exec.LookPath("chromium")
		if err != nil {
			absent = "no chromium is installed: .ci/browser installs it"
			return m.Run()
		}
		dir, err := os.MkdirTemp("", "afterword-browser-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		binary = filepath.Join(dir, "afterword")
		if out, err := exec.Command("go", "build", "-o", binary, "afterword/cmd/afterword").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
			return 1
		}
		options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("lang", "en-US"), chromedp.Flag("disable-dev-shm-usage", true))
		allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
		defer stop()
		var end context.CancelFunc
		chrome, end = chromedp.NewContext(allocator)
		defer end()
		if err := chromedp.Do(chrome); err != nil {
			fmt.Fprintf(os.Stderr, "start the browser: %v\n", err)
			return 1
		}
		return m.Run()
	}())
}

// requireBrowser skips the test, or fails it where a browser is required.
func requireBrowser(t *testing.T) {
	t.Helper()
	if absent == "" {
		return
	}
	if os.Getenv("AFTERWORD_REQUIRE_SERVERS") == "1" {
		t.Fatal(absent)
	}
	t.Skip(absent)
}

// A visit is a page in the browser, served by the command over a store of its own.
type visit struct {
	t      *testing.T
	ctx    context.Context
	site   string // http://127.0.0.1:49152
	config string

	mu       sync.Mutex
	asked    []string // addresses that the browser asked for
	failures []string // what it complained of on its console
}

// visitPage serves a store of which nothing is read, and enters its page.
func visitPage(t *testing.T, fill func(*testing.T, *visit)) *visit {
	t.Helper()
	return visitAccount(t, "address = \"sam@winter.example\"\n[account.imap]\nhost = \"imap.winter.example\"\npassword.env = \"PW\"", fill)
}

// visitAccount is visitPage for what the config says of the account.
func visitAccount(t *testing.T, account string, fill func(*testing.T, *visit)) *visit {
	t.Helper()
	requireBrowser(t)
	dir := t.TempDir()
	v := &visit{t: t, config: filepath.Join(dir, "config.toml")}
	config := fmt.Sprintf("store = %q\n[[account]]\nname = \"home\"\nfrom_name = \"Sam Winter\"\nzone = \"Europe/Berlin\"\n%s\n", filepath.Join(dir, "afterword.db"), account)
	if err := os.WriteFile(v.config, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	fill(t, v)

	out := &line{found: make(chan struct{})}
	v.start(out, "open", "--print")
	select {
	case <-out.found:
	case <-time.After(time.Minute):
		t.Fatal("no link was printed")
	}
	link := strings.TrimSpace(out.String())
	v.site, _, _ = strings.Cut(link, "/enter")

	ctx, end := chromedp.NewContext(chrome)
	t.Cleanup(end)
	ctx, stop := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	v.ctx = ctx
	v.run()
	if err := chromedp.Listen(ctx, v.listen); err != nil {
		t.Fatal(err)
	}
	call(v, network.Enable, network.EnableParams{})
	v.run(chromedp.Navigate(link))
	return v
}

// start starts a command that ends with the test.
func (v *visit) start(out io.Writer, args ...string) {
	t := v.t
	t.Helper()
	cmd := exec.Command(binary, append([]string{"--config", v.config}, args...)...)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); err != nil {
			t.Errorf("afterword %q: %v", args, err)
		}
	})
}

// A line is what a program prints, up to the end of its first line.
type line struct {
	mu    sync.Mutex
	b     bytes.Buffer
	found chan struct{}
	done  bool
}

func (l *line) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.b.Write(p)
	if !l.done && bytes.IndexByte(l.b.Bytes(), '\n') >= 0 {
		l.done = true
		close(l.found)
	}
	return len(p), nil
}

func (l *line) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func (v *visit) run(steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	if err := chromedp.Do(v.ctx, steps...); err != nil {
		v.t.Fatal(err)
	}
}

// value returns what an action of the browser finds.
func value[T any](v *visit, a chromedp.Action[T]) T {
	v.t.Helper()
	found, err := chromedp.Run(v.ctx, a)
	if err != nil {
		v.t.Fatal(err)
	}
	return found
}

// call has the browser carry out a command of its protocol.
func call[P, R any](v *visit, c cdp.Command[P, R], params P) R {
	v.t.Helper()
	found, err := chromedp.Call(v.ctx, c, params)
	if err != nil {
		v.t.Fatal(err)
	}
	return found
}

// afterword runs a command on the visit's store.
func (v *visit) afterword(args ...string) string {
	v.t.Helper()
	out, err := exec.Command(binary, append([]string{"--config", v.config}, args...)...).CombinedOutput()
	if err != nil {
		v.t.Fatalf("afterword %q: %v\n%s", args, err, out)
	}
	return string(out)
}

// text is what stands in the page.
func (v *visit) text() string {
	v.t.Helper()
	// In one step: a node that was found may be another one by the next.
	return value(v, chromedp.Evaluate[string]("document.body.innerText"))
}

// open goes to a page of the site.
func (v *visit) open(path string) {
	v.t.Helper()
	v.run(chromedp.Navigate(v.site + path))
}

// store opens the visit's store.
func (v *visit) store(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(filepath.Dir(v.config), "afterword.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// aSearch is a store with one application of each sort: a draft that stands, an answer
// that is asked about, one that has only begun.
func aSearch(t *testing.T, v *visit) {
	now := time.Now()
	day := func(d int) string { return now.AddDate(0, 0, d).Format("2006-01-02") }
	v.afterword("add", "--company", "Acme", "--role", "Senior Analyst", "--contact", "Dr. Ngozi Okafor <ngozi@acme.example>", "--contact", "Tomás Rivera <tomas@acme.example>",
		"--recruiter", "Robin Hale <robin@acme.example>", "--started", day(-1)+"T14:00", "--ended", day(-1)+"T15:00", "--zone", "America/New_York", "--decision", day(9),
		"--topic", "the move to the new warehouse")
	v.afterword("add", "--company", "Borealis & Søn", "--role", "Data Engineer (m/w/d)", "--contact", "Kim Osei <kim@borealis.example>", "--ended", day(-12)+"T11:00", "--decision", day(-2))
	v.afterword("add", "--company", "<b>Cirrus</b>", "--role", "Designer", "--contact", "Ana Ruiz <ana@cirrus.example>", "--ended", day(3)+"T11:00")
	s := v.store(t)
	ctx := t.Context()
	raw := "From: Sam Winter <sam@winter.example>\r\nTo: Dr. Ngozi Okafor <ngozi@acme.example>\r\nSubject: Thank you: Senior Analyst Interview\r\nMessage-ID: <d1@winter.example>\r\n\r\nDear Dr. Okafor,\r\n\r\nThank you for the hour yesterday.\r\n\r\nSam Winter\r\n"
	d := store.Draft{MessageID: "d1@winter.example", Account: "home", Application: "acme", FollowUp: "thank-you/1/ngozi@acme.example", Raw: []byte(raw), DecidedAt: now}
	if err := s.DecideDraft(ctx, d); err != nil {
		t.Fatal(err)
	}
	if err := s.RecordDraft(ctx, d.MessageID, 1, 1, [32]byte{1}, now); err != nil {
		t.Fatal(err)
	}
	answer := rules.Received{MessageID: "a1@borealis.example", From: rules.Contact{Name: "Kim Osei", Address: "kim@borealis.example"}, Subject: "Your interview", Kind: rules.MessageRejection,
		Confidence: 0.4, Evidence: []string{"let us talk <script>alert(1)</script> again"}, Person: true}
	if _, err := s.AddFacts(ctx, "borealis-son", rules.Fact{Key: rules.ReceivedKey(answer.MessageID, nil), At: now.Add(-time.Hour), What: answer}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetHealth(ctx, store.Health{Account: "home", LastRead: now.Add(-12 * time.Second)}); err != nil {
		t.Fatal(err)
	}
}
