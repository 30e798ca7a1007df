//go:build linux

package chaos

import (
	"testing"
	"time"

	"afterword/internal/mailtest"
)

// points are the places of a conversation at which the line is broken.
var points = []struct {
	name string
	from mailtest.Side
	line string
}{
	{"greeting", mailtest.Remote, `^\* OK`},
	{"login", mailtest.Client, `^\S+ (LOGIN|AUTHENTICATE)`},
	{"list", mailtest.Client, `^\S+ LIST`},
	{"examine", mailtest.Client, `^\S+ (EXAMINE|SELECT)`},
	{"idle", mailtest.Remote, `^\+ idling`},
	{"search", mailtest.Client, `^\S+ UID SEARCH`},
	{"fetch", mailtest.Client, `^\S+ UID FETCH`},
	{"append and move", mailtest.Client, appends},
}

// breaks are the ways in which it is broken there, once.
var breaks = []struct {
	name string
	do   func() mailtest.Action
}{
	{"cut", func() mailtest.Action { return mailtest.Hang(false) }},
	{"reset", func() mailtest.Action { return mailtest.Hang(true) }},
	{"stalled", mailtest.Stall},
	{"truncated", func() mailtest.Action { return mailtest.Truncate(7) }},
	{"garbage", func() mailtest.Action { return mailtest.Garbage(300) }},
	{"lost answer", mailtest.LoseAnswer},
	{"BYE", func() mailtest.Action { return mailtest.Inject("* BYE shutting down") }},
	{"refused", func() mailtest.Action { return mailtest.Answer("$TAG NO [UNAVAILABLE] try again") }},
	{"huge literal", func() mailtest.Action { return mailtest.Literal(300 << 20) }},
}

// TestLine breaks the line at every point in every way while two drafts are
// placed, and again while they are withdrawn.
func TestLine(t *testing.T) {
	t.Parallel()
	for _, point := range points {
		for _, b := range breaks {
			if point.from == mailtest.Remote && (b.name == "refused" || b.name == "lost answer") {
				continue // these answer a client
			}
			t.Run(b.name+" at "+point.name, func(t *testing.T) {
				t.Parallel()
				breakLine(t, mailtest.Dovecot(t, mailtest.Default), point.from, point.line, b.do)
			})
		}
	}
}

// TestLineEach loses the answers that matter most on every make of server.
func TestLineEach(t *testing.T) {
	t.Parallel()
	mailtest.Each(t, func(t *testing.T, s *mailtest.Server) {
		breakLine(t, s, mailtest.Client, appends, mailtest.LoseAnswer)
	})
}

// appends are the commands that place a draft and those that withdraw one.
const appends = `^\S+ (APPEND|UID MOVE|UID COPY)`

func breakLine(t *testing.T, server *mailtest.Server, from mailtest.Side, line string, do func() mailtest.Action) {
	r := newRing(t, server)
	strike := func() (struck func()) {
		before := r.Struck()
		r.Once(from, line, do())
		r.Cut(false) // so that the daemon passes every point anew
		return func() {
			t.Helper()
			// The server's line may come a moment after the pass that was waited for.
			r.until("struck by the fault", func() bool { return r.Struck() > before })
			r.settle()
		}
	}
	struck := strike()
	r.at(ended)
	struck()
	r.stand(2, 0)
	struck = strike()
	r.answer()
	r.at(ended.Add(time.Minute))
	struck()
	r.stand(0, 2)
	r.harmless()
}
