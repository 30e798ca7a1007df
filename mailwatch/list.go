package mailwatch

import (
	"encoding/base64"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// listed is one mailbox of a LIST response (RFC 9051, section 7.3.1).
type listed struct {
	name  string // decoded
	use   string // special use (RFC 6154, section 2), lower case, without backslash; "" if none
	delim rune   // 0 for a flat name space
}

// maxListed bounds how many mailboxes are looked at.
const maxListed = 10000

// list asks for all mailboxes, at the login. A line that makes
// no sense, or a name that is badly encoded, is passed over: such a mailbox can
// not be named to the server either.
func (t *talk) list() ([]listed, error) {
	var all []listed
	err := t.command(listCommand(t.caps), ErrRefused, func(line string) {
		if l, ok := parseList(line); ok && len(all) < maxListed {
			all = append(all, l)
		}
	})
	return all, err
}

func listCommand(caps capabilities) string {
	if caps.has("SPECIAL-USE") && caps.has("LIST-EXTENDED") {
		return `LIST "" "*" RETURN (SPECIAL-USE)`
	}
	return `LIST "" "*"`
}

func parseList(line string) (l listed, ok bool) {
	const prefix = "* LIST ("
	if len(line) < len(prefix) || !strings.EqualFold(line[:len(prefix)], prefix) {
		return l, false
	}
	attributes, rest, ok := strings.Cut(line[len(prefix):], ")")
	if !ok {
		return l, false
	}
	for _, a := range strings.Fields(strings.ToLower(attributes)) {
		switch a {
		case `\noselect`, `\nonexistent`:
			return l, false
		case `\drafts`, `\sent`, `\trash`, `\all`, `\junk`, `\archive`, `\flagged`, `\important`:
			if l.use == "" || a == `\drafts` || a == `\sent` || a == `\trash` {
				l.use = a[1:]
			}
		}
	}
	delim, rest := astring(strings.TrimLeft(rest, " "))
	if !strings.EqualFold(delim, "NIL") {
		l.delim, _ = utf8.DecodeRuneInString(delim)
	}
	name, _ := astring(strings.TrimLeft(rest, " "))
	if strings.EqualFold(name, "INBOX") {
		l.name = "INBOX"
		return l, true
	}
	l.name, ok = decodeMailbox(name)
	return l, ok && l.name != ""
}

// mailboxName is the mailbox that a server means by a name, where it may forget to
// encode it (Dovecot 2.3 does, in notices).
func mailboxName(spelled string) string {
	if strings.EqualFold(spelled, "INBOX") {
		return "INBOX"
	}
	if name, ok := decodeMailbox(spelled); ok {
		return name
	}
	return strings.ToValidUTF8(spelled, "\uFFFD")
}

// astring takes an atom, a quoted string or a literal off the front of s
// (RFC 9051, section 4.3). It is lenient: an atom goes up to the next blank.
func astring(s string) (value, rest string) {
	switch {
	case strings.HasPrefix(s, `"`):
		var b strings.Builder
		for i := 1; i < len(s); i++ {
			switch {
			case s[i] == '\\' && i+1 < len(s):
				i++
				b.WriteByte(s[i])
			case s[i] == '"':
				return b.String(), s[i+1:]
			default:
				b.WriteByte(s[i])
			}
		}
		return b.String(), ""
	case strings.HasPrefix(s, "{"):
		head, tail, ok := strings.Cut(s, "\n")
		if n, is := literalSize(head); ok && is && n <= int64(len(tail)) {
			return tail[:n], tail[n:]
		}
		return "", ""
	}
	value, rest, _ = strings.Cut(s, " ")
	return value, rest
}

var utf7 = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,").WithPadding(base64.NoPadding)

// decodeMailbox reads modified UTF-7 (RFC 3501, section 5.1.3), or plain UTF-8
// as IMAP4rev2 servers send it.
func decodeMailbox(s string) (string, bool) {
	if !utf8.ValidString(s) {
		return "", false
	}
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			i = len(s)
		}
		if strings.IndexFunc(s[:i], func(r rune) bool { return r < ' ' || r == 0x7f }) >= 0 {
			return "", false
		}
		b.WriteString(s[:i])
		if s = s[i:]; s == "" {
			break
		}
		code, rest, ok := strings.Cut(s[1:], "-")
		if !ok {
			return "", false
		}
		if s = rest; code == "" {
			b.WriteByte('&')
			continue
		}
		raw, err := utf7.DecodeString(code)
		if err != nil || len(raw)%2 != 0 {
			return "", false
		}
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
		}
		for _, r := range utf16.Decode(units) {
			if r == utf8.RuneError || r >= ' ' && r <= '~' || r < ' ' {
				return "", false
			}
			b.WriteRune(r)
		}
	}
	return b.String(), true
}

// encodeMailbox writes a name in modified UTF-7 (RFC 3501, section 5.1.3).
func encodeMailbox(name string) string {
	var b strings.Builder
	for name != "" {
		end := strings.IndexFunc(name, func(r rune) bool { return r < ' ' || r > '~' })
		if end < 0 {
			end = len(name)
		}
		b.WriteString(strings.ReplaceAll(name[:end], "&", "&-"))
		if name = name[end:]; name == "" {
			break
		}
		if end = strings.IndexFunc(name, func(r rune) bool { return r >= ' ' && r <= '~' }); end < 0 {
			end = len(name)
		}
		var octets []byte
		for _, unit := range utf16.Encode([]rune(name[:end])) {
			octets = binary.BigEndian.AppendUint16(octets, unit)
		}
		b.WriteString("&" + utf7.EncodeToString(octets) + "-")
		name = name[end:]
	}
	return b.String()
}
