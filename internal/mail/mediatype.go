package mail

import (
	"mime"
	"strings"
)

// MediaType reads a Content-Type or Content-Disposition in whatever state it is in.
func MediaType(v string) (string, map[string]string) {
	if v == "" {
		return "text/plain", nil
	}
	if len(v) > 8<<10 {
		v = v[:8<<10]
	}
	if t, params, err := mime.ParseMediaType(v); err == nil {
		return t, params
	}
	head, rest, _ := strings.Cut(v, ";")
	t := strings.ToLower(strings.TrimSpace(head))
	if f := strings.Fields(t); len(f) > 0 {
		t = f[0]
	}
	params := map[string]string{}
	for len(rest) > 0 && len(params) < 50 {
		var item string
		item, rest = cutParam(rest)
		k, val, ok := strings.Cut(item, "=")
		if k = strings.ToLower(strings.TrimSpace(k)); ok && params[k] == "" {
			params[k] = strings.Trim(strings.TrimSpace(val), `"'`)
		}
	}
	switch t {
	case "text", "":
		t = "text/plain"
	case "html":
		t = "text/html"
	case "multipart":
		t = "multipart/mixed"
	}
	return t, params
}

// cutParam cuts at the first semicolon outside quotes.
func cutParam(s string) (item, rest string) {
	if i := IndexUnquoted(s, ';'); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

// IndexUnquoted returns where the first c outside double quotes stands; -1 if there is
// none.
func IndexUnquoted(s string, c byte) int {
	quote := false
	for i := range len(s) {
		switch s[i] {
		case '"':
			quote = !quote
		case c:
			if !quote {
				return i
			}
		}
	}
	return -1
}
