package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/emersion/go-message/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

func init() {
	// The library knows neither; both stand in real mail.
	charset.RegisterEncoding("cp850", charmap.CodePage850)
	charset.RegisterEncoding("utf-7", utf7{})
	charset.RegisterEncoding("unicode-1-1-utf-7", utf7{})
}

// toUTF8 converts b from the named charset. Where the name is missing, unknown
// or plainly wrong, UTF-8 is kept as it is and anything else read as
// windows-1252, which is what undeclared 8-bit mail nearly always is. The
// problem, if any, says what was wrong.
func toUTF8(b []byte, name string) (s, problem string) {
	name = strings.ToLower(strings.Trim(name, " \t\"'"))
	switch name {
	case "", "utf-8", "utf8", "us-ascii", "ascii", "unknown", "unknown-8bit", "x-unknown", "default":
		if utf8.Valid(b) {
			return string(b), ""
		}
		if name == "utf-8" || name == "utf8" {
			return repair(b), "text is not the UTF-8 that it says it is"
		}
		return latin(b), ""
	case "iso-8859-1", "latin1", "windows-1252", "cp1252":
		// WHATWG Encoding, section 4.2: latin1 is read as windows-1252.
		if utf8.Valid(b) && !ascii(b) && strings.Contains(string(b), "Ã") {
			return string(b), ""
		}
		if ascii(b) {
			return string(b), ""
		}
		return latin(b), ""
	}
	r, err := charset.Reader(name, bytes.NewReader(b))
	if err != nil {
		if utf8.Valid(b) {
			return string(b), "unknown charset " + quoted(name)
		}
		return latin(b), "unknown charset " + quoted(name)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		problem = "charset " + quoted(name) + ": " + err.Error()
	}
	return string(out), problem
}

// repair reads text that claims to be UTF-8 and is not: as windows-1252 where
// none of its 8-bit bytes make sense as UTF-8, and by dropping the odd ones
// where most do (text that was cut in the middle of a character).
func repair(b []byte) string {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	if good > bad {
		return strings.ToValidUTF8(string(b), "�")
	}
	return latin(b)
}

func latin(b []byte) string {
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "�")
	}
	return string(out)
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// quoted shortens and quotes what came from the message, for a problem's text.
func quoted(s string) string {
	if len(s) > 40 {
		s = s[:40] + "…"
	}
	return `"` + strings.ToValidUTF8(s, "?") + `"`
}

// utf7 decodes UTF-7 (RFC 2152). It does not encode.
type utf7 struct{}

func (utf7) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: &utf7Decoder{}}
}

func (utf7) NewEncoder() *encoding.Encoder { return encoding.Nop.NewEncoder() }

type utf7Decoder struct{ transform.NopResetter }

// Transform implements transform.Transformer. Shifted runs that do not decode
// are dropped.
func (utf7Decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		c := src[nSrc]
		out, n := []byte{c}, 1
		if c >= utf8.RuneSelf {
			out = []byte("�")
		}
		if c == '+' {
			end := bytes.IndexFunc(src[nSrc+1:], func(r rune) bool {
				return !strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", r)
			})
			switch {
			case end < 0 && !atEOF && len(src)-nSrc < 1024:
				return nDst, nSrc, transform.ErrShortSrc
			case end < 0:
				end = len(src) - nSrc - 1
			}
			run := src[nSrc+1 : nSrc+1+end]
			n = 1 + end
			if nSrc+n < len(src) && src[nSrc+n] == '-' {
				n++
			}
			out = shifted(run)
			if len(run) == 0 {
				out = []byte("+")
			}
		}
		if nDst+len(out) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], out)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// shifted decodes what stands between "+" and "-": UTF-16 in base64 without padding.
func shifted(run []byte) []byte {
	b := make([]byte, base64.RawStdEncoding.DecodedLen(len(run)))
	n, err := base64.RawStdEncoding.Decode(b, run)
	if err != nil && n == 0 {
		return nil
	}
	units := make([]uint16, 0, n/2)
	for i := 0; i+1 < n; i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return []byte(string(utf16.Decode(units)))
}
