package robot

import (
	"strings"
	"testing"
)

func FuzzStatus(f *testing.F) {
	f.Add("Reporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; x@b.example\nAction: failed\nStatus: 5.1.1\n\nOriginal-Recipient: rfc822;y@b.example\nAction: delayed\n")
	f.Add("action: relayed\r\nfinal-recipient: z@c.example")
	f.Fuzz(func(t *testing.T, s string) {
		failed, action := readStatus(s)
		switch action {
		case "", "failed", "delayed", "delivered":
		default:
			t.Errorf("action %q", action)
		}
		for _, a := range failed {
			if !strings.Contains(a, "@") {
				t.Errorf("recipient %q", a)
			}
		}
	})
}
