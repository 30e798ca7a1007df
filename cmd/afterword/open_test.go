package main

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// The page's link goes to the browser, or is printed where there is none or none opens.
func TestOpen(t *testing.T) {
	for name, c := range map[string]struct {
		browse func(context.Context, string) error
		print  bool
		link   bool // is printed
	}{
		"a browser":      {browse: func(context.Context, string) error { return nil }},
		"none opens":     {browse: func(context.Context, string) error { return errors.New("no") }, link: true},
		"not wanted":     {browse: func(context.Context, string) error { t.Error("it is opened"); return nil }, print: true, link: true},
		"without a desk": {link: true},
	} {
		if c.browse == nil && (runtime.GOOS == "windows" || runtime.GOOS == "darwin") {
			continue // there always is a desktop
		}
		ctx, cancel := context.WithCancel(t.Context())
		out := &endingWriter{end: cancel}
		a := &app{environment: environment{out: out, err: io.Discard, getenv: func(string) string { return "" }, now: time.Now}, outside: outside{browse: c.browse}}
		if err := a.servePage(ctx, nil, nil, "127.0.0.1:0", c.print, 0); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if said := out.String(); strings.Contains(said, "/enter?key=") != c.link {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// An endingWriter ends something when it is written to.
type endingWriter struct {
	strings.Builder
	end func()
}

func (w *endingWriter) Write(b []byte) (int, error) {
	w.end()
	return w.Builder.Write(b)
}
