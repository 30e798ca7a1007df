package main

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/internal/config"
	"afterword/internal/daemon"
)

// What strangers wrote is an argument or a variable, whole, and never part of a script.
func TestDesktopCommands(t *testing.T) {
	const title, text = `-e "$(id)"`, `'; do shell script "id" <b>&\n`
	for system, want := range map[string][]string{
		"linux":   {title, `'; do shell script "id" &lt;b&gt;&amp;\\n`},
		"freebsd": {title, `'; do shell script "id" &lt;b&gt;&amp;\\n`},
		"darwin":  {title, text},
		"windows": {"AFTERWORD_TITLE=" + title, "AFTERWORD_TEXT=" + text},
	} {
		argv, environ := onDesktop(system, title, text)
		plain, _ := onDesktop(system, "", "")
		all := append(slices.Clone(argv), environ...)
		if len(all) < 2 || !slices.Equal(all[len(all)-2:], want) {
			t.Errorf("%s: %q, want %q at its end", system, all, want)
		}
		script := argv[:len(argv)-2+len(environ)]
		if !slices.Equal(script, plain[:len(script)]) || system != "windows" && script[len(script)-1] != "--" {
			t.Errorf("%s: what is told changes the command: %q", system, argv)
		}
		if system == "windows" {
			b, err := base64.StdEncoding.DecodeString(argv[len(argv)-1])
			if err != nil || !strings.Contains(strings.ReplaceAll(string(b), "\x00", ""), "$env:AFTERWORD_TEXT") {
				t.Errorf("the script is %q, %v", b, err)
			}
		}
	}
}

// The desktop's own program is called, with the environment that a command gets.
func TestNotifyOnTheDesktop(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("a script cannot stand in for powershell.exe or osascript here")
	}
	dir := t.TempDir()
	told := filepath.Join(dir, "told")
	if err := os.WriteFile(filepath.Join(dir, "notify-send"), []byte("#!/bin/sh\nprintf '%s|' \"$@\" >"+told+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	c := config.Default()
	c.Daemon.Notify = config.Notify{"desktop"}
	var log strings.Builder
	n := newNotifier(c, os.Environ(), slog.New(slog.NewTextHandler(&log, nil)))
	n.run(t.Context(), daemon.Notification{Title: "Analyst at Acme", Text: "a <draft> stands\nin Drafts"})
	n.close()
	got, err := os.ReadFile(told)
	if want := "--app-name=afterword|--|Analyst at Acme|a &lt;draft&gt; stands in Drafts|"; err != nil || string(got) != want || log.Len() > 0 {
		t.Errorf("%q, %v, want %q; the log says %q", got, err, want, log.String())
	}
}

// answering is a server of which every request is answered by a function.
type answering func(*http.Request) (*http.Response, error)

func (f answering) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func answer(status int) *http.Response {
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(""))}
}

// A notification is posted, tried again where that may help, and bounded. Nobody reads
// the topic in an error.
func TestPublish(t *testing.T) {
	const address = "https://ntfy.example/secret-topic"
	for name, c := range map[string]struct {
		answers []int // 0 hangs, -1 is a lost connection
		tries   int
		wrong   string
	}{
		"taken":            {[]int{200}, 1, ""},
		"busy":             {[]int{503, 429, 200}, 3, ""},
		"down":             {[]int{500, 502, 503, 200}, 3, "503"},
		"refused":          {[]int{403, 200}, 1, "403"},
		"redirected":       {[]int{302, 200}, 1, "302"},
		"silent, then not": {[]int{0, 200}, 2, ""},
		"silent":           {[]int{0, 0, 0}, 3, "no answer within 8s"},
		"lost":             {[]int{-1, -1, 200}, 3, ""},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tries := 0
				client := &http.Client{CheckRedirect: publisher.CheckRedirect, Transport: answering(func(r *http.Request) (*http.Response, error) {
					body, err := io.ReadAll(r.Body)
					title, wrong := new(mime.WordDecoder).DecodeHeader(r.Header.Get("Title"))
					if err != nil || wrong != nil || r.Method != http.MethodPost || r.URL.String() != address || string(body) != "Grüße\u2026" || title != "Ärztin bei “Müller” "+strings.Repeat("ö", 90) {
						t.Errorf("%s %s %q %q, %v", r.Method, r.URL, title, body, errors.Join(err, wrong))
					}
					tries++
					switch status := c.answers[tries-1]; status {
					case 0:
						<-r.Context().Done()
						return nil, r.Context().Err()
					case -1:
						return nil, errors.New("connection reset by peer")
					default:
						return answer(status), nil
					}
				})}
				began := time.Now()
				err := publish(t.Context(), client, address, "Ärztin bei “Müller” "+strings.Repeat("ö", 90), "Grüße\u2026")
				if tries != c.tries || (err == nil) != (c.wrong == "") || err != nil && (!strings.Contains(err.Error(), c.wrong) || strings.Contains(err.Error(), "topic")) {
					t.Errorf("%d tries, %v; want %d and %q", tries, err, c.tries, c.wrong)
				}
				if took := time.Since(began); took > notifyTimeout {
					t.Errorf("it took %v", took)
				}
			})
		})
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("it ends"))
	client := &http.Client{Transport: answering(func(r *http.Request) (*http.Response, error) { return nil, r.Context().Err() })}
	if err := publish(ctx, client, address, "a", "b"); err == nil || err.Error() != "it ends" {
		t.Errorf("%v", err)
	}
}
