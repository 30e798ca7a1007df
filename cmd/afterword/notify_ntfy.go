package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	// ntfyTimeout bounds one try, and ntfyPause is how long after it the next one
	// begins; there are ntfyTries.
	ntfyTimeout = 8 * time.Second
	ntfyPause   = 2 * time.Second
	ntfyTries   = 3
	// ntfyAnswer bounds what is read of an answer, in bytes.
	ntfyAnswer = 4 << 10
)

// publish gives a title and a text to a server that takes them by POST, as ntfy does. It
// is tried again where that may help. No error has the address: whoever knows a topic
// can read what is told there.
func publish(ctx context.Context, client *http.Client, address, title, text string) error {
	var err error
	for n := range ntfyTries {
		if n > 0 && !pause(ctx, ntfyPause) {
			break
		}
		var again bool
		if again, err = publishOnce(ctx, client, address, title, text); err == nil || !again {
			break
		}
	}
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return err
}

func publishOnce(ctx context.Context, client *http.Client, address, title, text string) (again bool, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, ntfyTimeout, fmt.Errorf("no answer within %v", ntfyTimeout))
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(text))
	if err != nil {
		return false, errors.New("the address is none")
	}
	req.Header.Set("Content-Type", "text/plain; charset=utf-8")
	req.Header.Set("Title", mime.BEncoding.Encode("utf-8", title)) // RFC 2047, which ntfy reads in a header
	req.Header.Set("User-Agent", "afterword")
	resp, err := client.Do(req)
	if err != nil {
		var where *url.Error
		if errors.As(err, &where) {
			err = where.Err
		}
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return true, err
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, ntfyAnswer)) // the connection may be used again
	switch {
	case resp.StatusCode < 300:
		return false, nil
	case resp.StatusCode == http.StatusTooManyRequests, resp.StatusCode >= 500:
		return true, fmt.Errorf("the server answers %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	return false, fmt.Errorf("the server answers %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
}

// pause waits, and reports false if ctx ended.
func pause(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// publisher is the client that notifications go by: a redirection is not followed, for
// the text would go to somebody whom the user did not name.
var publisher = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
