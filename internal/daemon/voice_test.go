package daemon_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/internal/config"
	"afterword/internal/demo"
	"afterword/internal/test/servers"
	"afterword/rules"
)

// Letters begin and close as the user's own do, if he wants that; otherwise none of them
// is read.
func TestLearnsHowTheUserWrites(t *testing.T) {
	for _, on := range []bool{false, true} {
		t.Run(fmt.Sprint(on), func(t *testing.T) {
			p := newPlay(t, servers.Embedded(t), "2024-11-15T15:10", func(o *demo.Options) {
				o.Adjust = func(c *config.Config) { c.Letters.Learn = on }
			})
			for i := range 6 {
				m := demo.Mail{From: "Sam <" + p.User + ">", To: fmt.Sprintf("Tom <tom%d@there.example>", i), Subject: fmt.Sprintf("The plan, %d", i), At: p.Now().Add(-time.Duration(i+1) * time.Hour),
					Text: "Hello Tom,\n\nI'm glad that the plan for the week works for you, and it's good that we talked about it.\n\nBest wishes,\nSam"}
				p.must(p.Server.Deliver(p.User, p.Server.Boxes.Sent, m.Raw(), nil, m.At))
			}
			p.StartDaemon(p.ctx)
			p.must(p.Settle(p.ctx))
			p.must(p.StopDaemon())
			p.stands(rules.ThankYou)
			text := p.drafts(1)[0].Text
			if got := strings.HasPrefix(text, "Hello Robin") && strings.Contains(text, "Best wishes,"); got != on {
				t.Errorf("learnt is %v: %s", on, text)
			}
			l, err := p.Store.Learnt(p.ctx, "work")
			p.must(err)
			if (len(l.Voices) > 0) != on {
				t.Errorf("learnt %v", l)
			}
		})
	}
}
