package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// tokenServer is a mail server that lets in whoever has the access token.
func tokenServer(t *testing.T, access string) (port string) {
	t.Helper()
	return serve(t, func(c net.Conn) {
		fmt.Fprint(c, "* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR] ready\r\n")
		for lines := bufio.NewScanner(c); lines.Scan(); {
			tag, command, _ := strings.Cut(lines.Text(), " ")
			first, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(command, "AUTHENTICATE XOAUTH2 "))
			switch {
			case strings.HasPrefix(command, "AUTHENTICATE") && !strings.Contains(string(first), "auth=Bearer "+access+"\x01"):
				fmt.Fprintf(c, "%s NO [AUTHENTICATIONFAILED] no\r\n", tag)
				continue
			case strings.HasPrefix(command, "CAPABILITY"):
				fmt.Fprint(c, "* CAPABILITY IMAP4rev1\r\n")
			}
			fmt.Fprintf(c, "%s OK done\r\n", tag)
		}
	})
}

// TestLogin logs in in the browser: the refresh token goes to where the config says,
// and the mail server takes the access token. Where the provider says no, nothing
// changes.
func TestLogin(t *testing.T) {
	refuse := ""
	mux := http.NewServeMux()
	mux.HandleFunc("/authorize", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		back := url.Values{"state": {q.Get("state")}, "code": {"c0de"}}
		if refuse != "" {
			back = url.Values{"state": {q.Get("state")}, "error": {"access_denied"}, "error_description": {refuse}}
		}
		http.Redirect(w, r, q.Get("redirect_uri")+"/?"+back.Encode(), http.StatusFound)
	})
	mux.HandleFunc("/token", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if r.FormValue("code") != "c0de" || r.FormValue("code_verifier") == "" {
			w.WriteHeader(http.StatusBadRequest)
		}
		fmt.Fprint(w, `{"access_token": "in", "refresh_token": "new", "token_type": "Bearer", "expires_in": 3600}`)
	})
	provider := httptest.NewServer(mux)
	defer provider.Close()
	home := t.TempDir()
	config := filepath.Join(home, "config.toml")
	token := filepath.Join(home, "token")
	text := fmt.Sprintf("[[account]]\naddress = \"robin@home.example\"\nfrom_name = \"Robin\"\n[account.imap]\nhost = \"127.0.0.1\"\nport = %s\ntls = \"none\"\n"+
		"[account.imap.oauth]\ntoken_url = \"%s/token\"\nauthorize_url = \"%s/authorize\"\nscope = \"imap\"\nclient_id = \"afterword-test\"\nrefresh_token.file = \"token\"\n",
		tokenServer(t, "in"), provider.URL, provider.URL)
	for path, content := range map[string]string{config: text, token: "old\n"} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	login := func(args ...string) (string, error) {
		var out bytes.Buffer
		a := &app{environment: environment{in: strings.NewReader(""), out: &out, err: &out, getenv: variables(home), environ: os.Environ, now: time.Now}, configPath: config}
		a.outside.browse = func(_ context.Context, address string) error {
			page, err := http.Get(address)
			if err != nil {
				return err
			}
			return page.Body.Close()
		}
		err := a.login(t.Context(), strings.Join(args, ""), false)
		return out.String(), err
	}
	refuse = "AADSTS65001: the administrator has not consented"
	said, err := login()
	if b, _ := os.ReadFile(token); err == nil || !strings.Contains(said, "for your help desk") || !strings.Contains(said, "afterword-test") || string(b) != "old\n" {
		t.Errorf("%v, the token is %q:\n%s", err, b, said)
	}
	refuse = ""
	said, err = login("robin@home.example")
	if b, _ := os.ReadFile(token); err != nil || !strings.Contains(said, "Logged in to 127.0.0.1:") || string(b) != "new\n" {
		t.Errorf("%v, the token is %q:\n%s", err, b, said)
	}
	if _, err := login("nobody"); err == nil || hintOf(err) == "" {
		t.Errorf("%v", err)
	}
}

// TestAccessTokens lets another program's access token in.
func TestAccessTokens(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a line for the shell needs /bin/sh")
	}
	home := t.TempDir()
	config := filepath.Join(home, "config.toml")
	text := fmt.Sprintf("[[account]]\naddress = \"robin@home.example\"\nfrom_name = \"Robin\"\n[account.imap]\nhost = \"127.0.0.1\"\nport = %s\ntls = \"none\"\ntoken.command = \"echo in\"\n", tokenServer(t, "in"))
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	env := environment{in: strings.NewReader(""), out: &out, err: &out, getenv: variables(home), environ: os.Environ, now: time.Now}
	run(t.Context(), env, []string{"--config", config, "check"})
	if !strings.Contains(out.String(), "logged in to 127.0.0.1:") {
		t.Error(out.String())
	}
}
