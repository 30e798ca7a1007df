package setup

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/oauth2"
)

func TestBrowser(t *testing.T) {
	s := newStandIn()
	got, err := s.consent().Browser(t.Context(), s.browse(t, nil))
	if err != nil || got.Refresh.Reveal() != "refresh-1" || got.Access.Reveal() != "access-1" {
		t.Errorf("%q, %v", got.Refresh.Reveal(), err)
	}
}

// Another login's answer, or a stranger's, is not taken, and this login goes on.
func TestWrongState(t *testing.T) {
	s := newStandIn()
	got, err := s.consent().Browser(t.Context(), func(address string) error {
		u, _ := url.Parse(address)
		for _, query := range []string{"code=stolen&state=wrong", "code=stolen", "error=access_denied&state=wrong", "", "state=" + u.Query().Get("state")} {
			page, err := http.Get(u.Query().Get("redirect_uri") + "/?" + query)
			if err != nil {
				return err
			}
			if page.Body.Close(); page.StatusCode != http.StatusBadRequest {
				t.Errorf("%q: %s", query, page.Status)
			}
		}
		return s.browse(t, nil)(address)
	})
	if err != nil || got.Refresh.Reveal() != "refresh-1" {
		t.Errorf("%v", err)
	}
}

// The page shows what the program wants to say, and no mark-up of anybody's.
func TestCallbackPage(t *testing.T) {
	s := newStandIn()
	_, err := s.consent().Browser(t.Context(), func(address string) error {
		u, _ := url.Parse(address)
		page, err := http.Get(u.Query().Get("redirect_uri") + "/?error=access_denied&error_description=%3Cscript%3E&state=" + u.Query().Get("state"))
		if err != nil {
			return err
		}
		defer page.Body.Close()
		text, _ := io.ReadAll(page.Body)
		if !strings.Contains(string(text), "Done &lt;now&gt;") || strings.Contains(string(text), "script") {
			t.Errorf("%s", text)
		}
		return nil
	})
	var refused Refused
	if !errors.As(err, &refused) || refused.Code != "access_denied" {
		t.Errorf("%v", err)
	}
}

func TestTwoLoginsAtOnce(t *testing.T) {
	s := newStandIn()
	var addresses [2]string
	var got [2]Token
	var both, group sync.WaitGroup
	both.Add(2)
	for i := range 2 {
		group.Go(func() {
			var err error
			got[i], err = s.consent().Browser(t.Context(), func(address string) error {
				addresses[i] = address
				both.Done()
				both.Wait() // both listen before either is answered
				return s.browse(t, nil)(address)
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if got[0].Refresh == got[1].Refresh || addresses[0] == addresses[1] {
		t.Errorf("%q", addresses)
	}
}

func TestRefusedInTheBrowser(t *testing.T) {
	for name, c := range map[string]struct {
		set  func(*standIn)
		says string
	}{
		"by the user": {func(s *standIn) { s.refuse = url.Values{"error": {"access_denied"}} }, "access_denied"},
		"by the tenant": {func(s *standIn) {
			s.refuse = url.Values{"error": {"access_denied"}, "error_description": {"AADSTS65001: needs admin approval\x1b[2J"}}
		}, "AADSTS65001"},
		"no refresh token":   {func(s *standIn) { s.noRenew = true }, "no refresh token"},
		"another's verifier": {func(s *standIn) { s.refuse = url.Values{"code": {"of another login"}} }, "invalid_grant"},
	} {
		s := newStandIn()
		c.set(s)
		_, err := s.consent().Browser(t.Context(), s.browse(t, nil))
		if err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%s: %v", name, err)
		}
		if name == "by the tenant" && (Candidate{}).Diagnose(err) != NoConsent {
			t.Errorf("%s: %s", name, (Candidate{}).Diagnose(err))
		}
	}
}

// A browser that nobody uses is waited for as long as the user wants, and no longer.
func TestBrowserIsGivenUp(t *testing.T) {
	enough := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	_, err := newStandIn().consent().Browser(ctx, func(string) error { cancel(enough); return nil })
	if !errors.Is(err, enough) {
		t.Error(err)
	}
}

// The code is on the screen; the provider is slow, out of order in between, and asks
// to be asked less often.
func TestByCode(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStandIn()
		s.slow = 3 * time.Second
		s.pending = []int{0, 503, 0, 1, 503, 502, 0}
		began := time.Now()
		time.AfterFunc(2*time.Minute, func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.approved = true
		})
		got, err := s.consent().ByCode(t.Context(), func(c Code) {
			if c.Text != "ABCD-EFGH" || c.Page != "https://login.host.example/code" || c.Expires.IsZero() {
				t.Errorf("%+v", c)
			}
		})
		if err != nil || got.Refresh.Reveal() != "refresh-1" {
			t.Fatal(err)
		}
		if s.asked > 30 || time.Since(began) < 2*time.Minute {
			t.Errorf("asked %d times in %v", s.asked, time.Since(began))
		}
	})
}

func TestByCodeRefused(t *testing.T) {
	for name, c := range map[string]struct {
		set  func(*standIn)
		want func(error) bool
	}{
		"runs out": {func(s *standIn) {}, func(err error) bool { return errors.Is(err, ErrTooLate) }},
		"out of order for good": {func(s *standIn) {
			s.pending = make([]int, 1000)
			for i := range s.pending {
				s.pending[i] = 503
			}
		}, func(err error) bool { return errors.Is(err, ErrTooLate) }},
		"refused": {func(s *standIn) { s.pending = []int{0, 2} }, func(err error) bool { var r Refused; return errors.As(err, &r) && r.Code == "access_denied" }},
		"silent":  {func(s *standIn) { s.slow = time.Hour }, func(err error) bool { return err != nil }},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newStandIn()
				c.set(s)
				if _, err := s.consent().ByCode(t.Context(), func(Code) {}); !c.want(err) {
					t.Error(err)
				}
				time.Sleep(providerTime) // the library leaves the answer with the code open
			})
		})
	}
}

// The token endpoint is out of order just when the user has said yes: he need not
// say it again.
func TestExchangeIsTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStandIn()
		s.pending = []int{503, 502}
		s.codes["c"], s.redirects["c"] = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "" // of an empty verifier
		config := s.consent().config()
		got, err := s.consent().exchange(t.Context(), func(ctx context.Context) (*oauth2.Token, error) { return config.Exchange(ctx, "c") })
		if err != nil || got.Refresh.Reveal() != "refresh-1" || s.asked != 3 {
			t.Errorf("%v after %d", err, s.asked)
		}
	})
}

// Where there is no browser, or another device is wanted, a login goes by a code.
func TestSignInByCode(t *testing.T) {
	for name, signIn := range map[string]SignIn{
		"no browser":     {},
		"another device": {ByCode: true, Browse: func(context.Context, string) error { return errors.New("no browser is wanted") }},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newStandIn()
				s.approved = true
				var said []string
				signIn.Words, signIn.Say = Speak("en"), func(text string) { said = append(said, text) }
				got, err := signIn.Do(t.Context(), s.consent(), "Host")
				if err != nil || got.Refresh.Reveal() == "" || !strings.Contains(strings.Join(said, "\n"), "ABCD-EFGH") {
					t.Errorf("%v; it says %q", err, said)
				}
				time.Sleep(2 * providerTime) // the timers of the requests end
			})
		})
	}
}
