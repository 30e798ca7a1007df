package robot

import (
	"strings"

	"afterword/internal/mail"
)

// A statusPart is the machine-readable part of a report.
type statusPart struct {
	text   string
	report bool // the whole message is a report about delivery
}

// deliveryStatus returns the message's own delivery-status part, nil if there is none.
func deliveryStatus(l Letter) *statusPart {
	_, params := mail.MediaType(l.Header.Get("Content-Type"))
	report := strings.EqualFold(params["report-type"], "delivery-status")
	for _, p := range l.Parts {
		if p.Enclosed {
			continue
		}
		if p.MediaType == "message/delivery-status" || p.MediaType == "message/global-delivery-status" {
			return &statusPart{l.Decoded(p, 64<<10), report}
		}
	}
	return nil
}

// readStatus reads the per-recipient groups of a delivery status (RFC 3464,
// section 2.3) and returns the worst action and to whom it happened: where one
// recipient failed, another for whom the system is still trying has not.
func readStatus(text string) (failed []string, action string) {
	by := map[string][]string{} // who is named, by what became of the message
	h := map[string]string{}
	var last string
	rank := map[string]int{"": 0, "delivered": 1, "relayed": 1, "expanded": 1, "delayed": 2, "failed": 3}
	flush := func() {
		a := strings.ToLower(strings.TrimSpace(strings.SplitN(h["action"]+" ", " ", 2)[0]))
		if _, known := rank[a]; !known {
			a = "failed"
		}
		if a == "relayed" || a == "expanded" {
			a = "delivered"
		}
		if rank[a] > rank[action] {
			action = a
		}
		if a != "delivered" {
			for _, k := range []string{"final-recipient", "original-recipient", "x-actual-recipient"} {
				v := h[k]
				if i := strings.IndexByte(v, ';'); i >= 0 {
					v = v[i+1:]
				}
				if addr := mail.FindAddress(v); addr != "" {
					by[a] = appendAddress(by[a], addr)
					if k == "final-recipient" && h["original-recipient"] == "" {
						break
					}
				}
			}
		}
		h = map[string]string{}
	}
	for _, line := range mail.Lines(text) {
		switch {
		case strings.TrimSpace(line) == "":
			flush()
		case line[0] == ' ' || line[0] == '\t':
			if last != "" {
				h[last] += " " + strings.TrimSpace(line)
			}
		default:
			k, v, ok := strings.Cut(line, ":")
			if last = strings.ToLower(strings.TrimSpace(k)); ok && h[last] == "" {
				h[last] = strings.TrimSpace(v)
			}
		}
	}
	flush()
	return by[action], action
}

func appendAddress(list []string, addr string) []string {
	addr = strings.Trim(addr, "<>.,;:'\"`*")
	if !strings.Contains(addr, "@") || len(list) >= 100 {
		return list
	}
	for _, a := range list {
		if strings.EqualFold(a, addr) {
			return list
		}
	}
	return append(list, addr)
}
