package agenda

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword/rules"

	"pgregory.net/rapid"
)

var changed = time.Date(2026, 11, 20, 9, 30, 0, 0, time.FixedZone("", 3600))

// unfold and unescape read a calendar as section 3.1 and 3.3.11 say, independently.
func unfold(text string) []string {
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n")
}

func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if s[i] == 'n' {
				b.WriteByte('\n')
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func value(t interface{ Fatalf(string, ...any) }, list []string, name string) string {
	i := slices.IndexFunc(list, func(l string) bool { return strings.HasPrefix(l, name+":") })
	if i < 0 {
		t.Fatalf("no %s in %q", name, list)
	}
	return strings.TrimPrefix(list[i], name+":")
}

// Whatever strangers wrote is one value, comes back as it was, and no line is too long.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title, text := rapid.String().Draw(t, "title"), rapid.String().Draw(t, "text")
		var b bytes.Buffer
		if err := Write(&b, "Afterword", []Entry{{About: "a", Day: rules.NewDate(2026, 12, 31), Changed: changed, Title: title, Text: "x" + text}}); err != nil {
			t.Fatal(err)
		}
		for _, l := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if len(l) > 75 || !utf8.ValidString(l) || strings.ContainsFunc(l, unicode.IsControl) {
				t.Fatalf("a line of %d octets: %q", len(l), l)
			}
		}
		list := unfold(b.String())
		if n := len(list); n != 6+11+1 {
			t.Fatalf("%d lines: %q", n, list)
		}
		plain := func(s string) string {
			s = strings.ToValidUTF8(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\uFFFD")
			return strings.Map(func(r rune) rune {
				if r != '\n' && unicode.IsControl(r) {
					return -1
				}
				return r
			}, s)
		}
		if got := unescape(value(t, list, "SUMMARY")); got != plain(title) {
			t.Fatalf("%q came back as %q", title, got)
		}
		if got := unescape(value(t, list, "DESCRIPTION")); got != "x"+plain(text) {
			t.Fatalf("%q came back as %q", text, got)
		}
	})
}

func TestCalendar(t *testing.T) {
	e := Entry{About: "acme check-in/1/1", Day: rules.NewDate(2026, 12, 31), Changed: changed, Title: "Check-in: Analyst, Acme; Inc"}
	var one, two bytes.Buffer
	if err := errors.Join(Write(&one, "Afterword", []Entry{e}), Write(&two, "Afterword", []Entry{e})); err != nil || one.String() != two.String() {
		t.Fatalf("%v, or twice is not the same:\n%s\n%s", err, one.String(), two.String())
	}
	list := unfold(one.String())
	for name, want := range map[string]string{"DTSTART;VALUE=DATE": "20261231", "DTEND;VALUE=DATE": "20270101", "DTSTAMP": "20261120T083000Z",
		"SUMMARY": `Check-in: Analyst\, Acme\; Inc`, "TRANSP": "TRANSPARENT"} {
		if got := value(t, list, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	other := e
	other.About, two = "acme check-in/1/2", bytes.Buffer{}
	if err := Write(&two, "Afterword", []Entry{other}); err != nil {
		t.Fatal(err)
	}
	if value(t, list, "UID") == value(t, unfold(two.String()), "UID") {
		t.Error("two entries have one UID")
	}
	if err := Write(failing{}, "Afterword", []Entry{e}); err == nil {
		t.Error("a full disk is no error")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }
