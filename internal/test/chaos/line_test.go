package chaos

import (
	"testing"
	"time"

	"afterword/internal/test/servers"
)

// points are the places of a conversation at which the line is broken.
var points = []struct {
	name string
	from servers.Side
	line string
}{
	{"greeting", servers.Remote, `^\* OK`},
	{"login", servers.Client, `^\S+ (LOGIN|AUTHENTICATE)`},
	{"list", servers.Client, `^\S+ LIST`},
	{"examine", servers.Client, `^\S+ (EXAMINE|SELECT)`},
	{"idle", servers.Remote, `^\+ idling`},
	{"search", servers.Client, `^\S+ UID SEARCH`},
	{"fetch", servers.Client, `^\S+ UID FETCH`},
	{"append and move", servers.Client, appends},
}

// breaks are the ways in which it is broken there, once.
var breaks = []struct {
	name string
	do   func() servers.Action
}{
	{"cut", func() servers.Action { return servers.Hang(false) }},
	{"reset", func() servers.Action { return servers.Hang(true) }},
	{"stalled", servers.Stall},
	{"truncated", func() servers.Action { return servers.Truncate(7) }},
	{"garbage", func() servers.Action { return servers.Garbage(300) }},
	{"lost answer", servers.LoseAnswer},
	{"BYE", func() servers.Action { return servers.Inject("* BYE shutting down") }},
	{"refused", func() servers.Action { return servers.Answer("$TAG NO [UNAVAILABLE] try again") }},
	{"huge literal", func() servers.Action { return servers.Literal(300 << 20) }},
}

// TestLine breaks the line at every point in every way while two drafts are
// placed, and again while they are withdrawn.
func TestLine(t *testing.T) {
	t.Parallel()
	for _, point := range points {
		for _, b := range breaks {
			if point.from == servers.Remote && (b.name == "refused" || b.name == "lost answer") {
				continue // these answer a client
			}
			t.Run(b.name+" at "+point.name, func(t *testing.T) {
				t.Parallel()
				breakLine(t, servers.Dovecot(t, servers.Default), point.from, point.line, b.do)
			})
		}
	}
}

// TestLineEach loses the answers that matter most on every make of server.
func TestLineEach(t *testing.T) {
	t.Parallel()
	servers.Each(t, func(t *testing.T, s *servers.Server) {
		breakLine(t, s, servers.Client, appends, servers.LoseAnswer)
	})
}

// appends are the commands that place a draft and those that withdraw one.
const appends = `^\S+ (APPEND|UID MOVE|UID COPY)`

func breakLine(t *testing.T, server *servers.Server, from servers.Side, line string, do func() servers.Action) {
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
