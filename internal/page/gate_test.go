package page

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"afterword/rules"
)

// stub is a Program with nothing in it, that notes what is done.
type stub struct {
	late atomic.Int64 // what its clock is ahead of ours, in nanoseconds
	done [][]string
}

func (s *stub) Now() time.Time                    { return time.Now().Add(time.Duration(s.late.Load())) }
func (*stub) News(context.Context) (int64, error) { return 1, nil }
func (*stub) Overview(context.Context, string) (Overview, error) {
	return Overview{}, nil
}

func (*stub) Application(_ context.Context, id string) (Application, error) {
	if id != "acme" {
		return Application{}, ErrUnknown
	}
	a := Application{Zone: time.UTC, Home: time.UTC}
	a.ID, a.Company = id, "Acme"
	a.Asked = []Asked{{Say: rules.Say("how is the role said in a sentence? `afterword note %s --role-said %q`, perhaps", id, "tide planner"), Field: "role-said", Guess: "tide planner"}}
	return a, nil
}
func (*stub) Home() *time.Location                              { return time.UTC }
func (*stub) Own() []string                                     { return nil }
func (*stub) All(context.Context) ([]Application, error)        { return nil, nil }
func (*stub) Documents(context.Context) ([]any, error)          { return nil, nil }
func (*stub) Brief(context.Context, string) (Brief, error)      { return Brief{}, nil }
func (*stub) Letters(context.Context, string) ([]Letter, error) { return nil, errors.New("nothing") }

func (s *stub) Do(_ context.Context, _ string, args ...string) Said {
	s.done = append(s.done, args)
	return Said{Out: "done"}
}

// A door is a page that is served, and a browser before it.
type door struct {
	*testing.T
	program *stub
	server  *Server
	site    string
	browser *http.Client
}

func serve(t *testing.T) *door {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d := &door{T: t, program: new(stub), site: "http://" + l.Addr().String()}
	if d.server, err = New(d.program, l.Addr().String(), slog.New(slog.DiscardHandler)); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- d.server.Serve(ctx, l, 0) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("serve: %v", err)
		}
	})
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	d.browser = &http.Client{Jar: jar}
	return d
}

// enter opens the link.
func (d *door) enter() *door {
	d.Helper()
	if status, _ := d.get(d.server.Link()); status != http.StatusOK {
		d.Fatalf("the link leads to %d", status)
	}
	return d
}

func (d *door) get(address string) (status int, body string) {
	d.Helper()
	return d.send(http.MethodGet, address, nil, nil)
}

func (d *door) send(method, address string, form url.Values, change func(*http.Request)) (status int, body string) {
	d.Helper()
	r, err := http.NewRequestWithContext(d.Context(), method, address, strings.NewReader(form.Encode()))
	if err != nil {
		d.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if change != nil {
		change(r)
	}
	answer, err := d.browser.Do(r)
	if err != nil {
		d.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		d.Fatal(err)
	}
	if answer.Header.Get("Content-Security-Policy") == "" || answer.Header.Get("X-Content-Type-Options") != "nosniff" {
		d.Errorf("%s %s has no policy", method, address)
	}
	return answer.StatusCode, string(text)
}

// TestClosed tries to get in by each way that is not the link, and sees that nothing is
// shown or done, with a clear word.
func TestClosed(t *testing.T) {
	form := func(d *door) url.Values { return url.Values{"token": {d.server.gate.formToken()}} }
	for name, try := range map[string]struct {
		send   func(*door) (int, string)
		status int
		says   string
	}{
		"without the link": {func(d *door) (int, string) {
			d.browser.Jar = nil
			return d.get(d.site + "/")
		}, 403, "refused.nobody"},
		"another name for the address": {func(d *door) (int, string) {
			return d.send("GET", d.site+"/", nil, func(r *http.Request) { r.Host = "attacker.example" })
		}, 421, "refused.host"},
		"another name of this computer": {func(d *door) (int, string) {
			return d.send("GET", d.site+"/", nil, func(r *http.Request) { r.Host = "localhost:" + r.URL.Port() })
		}, 421, "refused.host"},
		"another site": {func(d *door) (int, string) {
			return d.send("POST", d.site+"/applications/acme/stop", form(d), func(r *http.Request) { r.Header.Set("Origin", "https://attacker.example") })
		}, 403, "refused.across"},
		"another site that the browser names": {func(d *door) (int, string) {
			return d.send("POST", d.site+"/applications/acme/stop", form(d), func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
		}, 403, "refused.across"},
		"another port of this computer": {func(d *door) (int, string) {
			return d.send("POST", d.site+"/applications/acme/stop", form(d), func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:1") })
		}, 403, "refused.across"},
		"the link once more": {func(d *door) (int, string) { return d.get(d.site + "/enter?key=" + d.server.gate.key) }, 403, "refused.link"},
		"a guessed link":     {func(d *door) (int, string) { return d.get(d.site + "/enter?key=AAAA") }, 403, "refused.link"},
		"a form without a token": {func(d *door) (int, string) {
			return d.send("POST", d.site+"/applications/acme/stop", url.Values{}, nil)
		}, 403, "refused.token"},
		"a giant form": {func(d *door) (int, string) {
			f := form(d)
			f.Set("text", strings.Repeat("x", largestForm))
			return d.send("POST", d.site+"/add/paste", f, nil)
		}, 413, "refused.large"},
		"the cookie of another server": {func(d *door) (int, string) {
			other := serve(d.T).enter()
			d.browser.Jar = other.browser.Jar
			return d.get(d.site + "/")
		}, 403, "refused.nobody"},
	} {
		t.Run(name, func(t *testing.T) {
			d := serve(t).enter()
			status, body := try.send(d)
			if says := catalogues["en"]().text(try.says); status != try.status || !strings.Contains(body, says) {
				t.Errorf("got %d, want %d and %q:\n%s", status, try.status, says, body)
			}
			if len(d.program.done) > 0 {
				t.Errorf("it was done: %q", d.program.done)
			}
		})
	}
}

// TestLinkEnds sees that a link is not good for long, nor for many guesses.
func TestLinkEnds(t *testing.T) {
	t.Run("time", func(t *testing.T) {
		d := serve(t)
		d.program.late.Store(int64(linkLasts))
		if status, _ := d.get(d.server.Link()); status != http.StatusForbidden {
			t.Errorf("an old link leads to %d", status)
		}
	})
	t.Run("guesses", func(t *testing.T) {
		d := serve(t)
		link := d.server.Link()
		for range mostWrong {
			d.get(d.site + "/enter?key=AAAA")
		}
		if status, _ := d.get(link); status != http.StatusForbidden {
			t.Errorf("after many guesses the link leads to %d", status)
		}
	})
}

// TestSlow sees that who sends or reads slowly does not keep the page from others, nor
// from ending.
func TestSlow(t *testing.T) {
	d := serve(t).enter()
	for range 50 {
		c, err := net.Dial("tcp", strings.TrimPrefix(d.site, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Write([]byte("GET / HTTP/1.1\r\nHost: " + strings.TrimPrefix(d.site, "http://") + "\r\nX-Slow:")); err != nil {
			t.Fatal(err)
		}
	}
	if status, _ := d.get(d.site + "/"); status != http.StatusOK {
		t.Errorf("beside slow ones the page is %d", status)
	}
}

// TestActs sees that what is typed into a form is never taken for a flag or a command.
func TestActs(t *testing.T) {
	d := serve(t).enter()
	for _, act := range []string{"stop", "resume", "snooze", "note", "mark", "sent", "heard", "answer"} {
		f := url.Values{"token": {d.server.gate.formToken()}}
		for _, field := range []string{"until", "interview", "topic", "kind", "message", "follow-up", "on", "date", "note", "by", "answer"} {
			f.Set(field, "--config=/etc/passwd")
		}
		d.program.done = nil
		d.send("POST", d.site+"/applications/acme/"+act, f, nil)
		if len(d.program.done) != 1 {
			t.Fatalf("%s: done %q", act, d.program.done)
		}
		behind := false
		for i, arg := range d.program.done[0] {
			behind = behind || arg == "--"
			if i > 0 && !behind && strings.HasPrefix(arg, "--config") {
				t.Errorf("%s: what was typed is a flag: %q", act, d.program.done[0])
			}
		}
	}
	if status, _ := d.send("POST", d.site+"/applications/acme/run", url.Values{"token": {d.server.gate.formToken()}}, nil); status != http.StatusNotFound {
		t.Errorf("a command that is no act is %d", status)
	}
	if status, _ := d.get(d.site + "/applications/nobody"); status != http.StatusNotFound {
		t.Errorf("an unknown application is %d", status)
	}
}

// How a role is said is offered where it is asked, and what is typed becomes the command's flag.
func TestAGuessIsOffered(t *testing.T) {
	d := serve(t).enter()
	_, body := d.get(d.site + "/applications/acme")
	if !strings.Contains(body, `name="role-said" value="tide planner"`) || strings.Contains(body, `name="company-said"`) {
		t.Errorf("the guess is not offered, or another that nobody made:\n%s", body)
	}
	d.program.done = nil
	d.send("POST", d.site+"/applications/acme/note", url.Values{"token": {d.server.gate.formToken()}, "role-said": {"planner of tides"}}, nil)
	if len(d.program.done) != 1 || !slices.Contains(d.program.done[0], "--role-said=planner of tides") {
		t.Errorf("done %q", d.program.done)
	}
}
