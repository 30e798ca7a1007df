package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/rules"

	"pgregory.net/rapid"
)

// pieces are what the random sentences are made of.
var pieces = map[string][]string{
	"en": strings.Split("by|until|before|after|within|in|on|the|next|this|last|end of|early|mid|week|month|Monday|Friday|Dec 4|the 14th|December|14-18|12/4|2026|10|business days|days|weeks|two|or|to|from|tomorrow|today|Thanksgiving|we will let you know|your application|please confirm|out of office|back|,|.|?|soon|at 10:30|EOD|week of|Q1|a few|of|and|every|4.12.|2026-12-04", "|"),
	"de": strings.Split("bis|spätestens|am|vor|nach|in|der|nächste|kommenden|Ende|Anfang|Mitte|Woche|Monat|Montag|Freitag|4.|Dezember|4.12.|KW|48|10|Werktagen|Wochen|zwei|oder|vom|morgen|Ostern|wir melden uns|Ihre Bewerbung|Urlaub|zurück|,|.|?|um 15 Uhr|Tage|jeden|und|innerhalb von", "|"),
	"fr": strings.Split("d'ici|avant|après|sous|dans|le|la|les|semaine|prochaine|fin|début|mi|vendredi|lundi|4|décembre|quinzaine|jours|ouvrés|deux|ou|du|au|demain|Noël|nous reviendrons vers vous|congés|de retour|,|.|jusqu'au|10|prochains", "|"),
	"es": strings.Split("a más tardar|el|antes del|hasta|en|dentro de|la|próxima|semana|finales de|mes|viernes|lunes|4|de|diciembre|días|hábiles|dos|o|del|al|mañana|Navidad|responderemos|vacaciones|vuelvo|,|.|10|próximos|los", "|"),
	"nl": strings.Split("uiterlijk|voor|na|binnen|over|op|de|volgende|week|eind|begin|half|vrijdag|maandag|4|december|werkdagen|twee|weken|of|van|tot|morgen|kerst|u hoort van ons|vakantie|terug|,|.|10|komende", "|"),
}

func sentenceIn(t *rapid.T) (text, lang string, ref time.Time) {
	lang = rapid.SampledFrom([]string{"en", "de", "fr", "es", "nl"}).Draw(t, "lang")
	text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces[lang]), 1, 14).Draw(t, "words"), " ")
	zone := time.FixedZone("", 3600*rapid.IntRange(-12, 14).Draw(t, "zone"))
	ref = time.Unix(rapid.Int64Range(1_500_000_000, 2_200_000_000).Draw(t, "ref"), 0).In(zone)
	return text, lang, ref
}

// What is found is in order, stands in the text, and is a range.
func TestFoundIsOrdered(t *testing.T) {
	us := calendar(t, "US")
	rapid.Check(t, func(t *rapid.T) {
		text, lang, ref := sentenceIn(t)
		end := 0
		for _, f := range Find(text, lang, ref, us) {
			if f.Start < end || f.End <= f.Start || text[f.Start:f.End] != f.Words {
				t.Fatalf("%q: %+v overlaps or does not stand there", text, f)
			}
			if end = f.End; f.Range.From.After(f.Range.To) || f.Range.From.IsZero() || f.Range.To.Day > 31 {
				t.Fatalf("%q: %q is %v", text, f.Words, f.Range)
			}
			if normal := rules.NewDate(f.Range.To.Year, f.Range.To.Month, f.Range.To.Day); normal != f.Range.To {
				t.Fatalf("%q: %q ends on %v, which is no day", text, f.Words, f.Range.To)
			}
		}
	})
}

// A promise is never in the past.
func TestAnswersAreNotPast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, lang, ref := sentenceIn(t)
		for i, question := range []func(string, string, time.Time, *rules.Calendar) (rules.Date, string, bool){Decision, Return, Respond} {
			d, words, ok := question(text, lang, ref, nil)
			if ok == d.IsZero() || ok && (d.Before(rules.DateOf(ref)) || !strings.Contains(text, words)) {
				t.Fatalf("question %d of %q on %v: %v, %q, %v", i, text, ref, d, words, ok)
			}
		}
	})
}

// Wrapped lines, wide spaces and capitals change nothing.
func TestSpacesAndCaseDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, lang, ref := sentenceIn(t)
		space := rapid.SampledFrom([]string{"  ", "\n", "\r\n", "\t", "\u00a0", " \n "}).Draw(t, "space")
		want := ranges(Find(text, lang, ref, nil))
		for _, changed := range []string{strings.ReplaceAll(text, " ", space), strings.ToUpper(text), strings.ToLower(text)} {
			if got := ranges(Find(changed, lang, ref, nil)); got != want {
				t.Fatalf("%q is %s, but %q is %s", text, want, changed, got)
			}
		}
	})
}

func ranges(found []Found) string {
	var all []Range
	for _, f := range found {
		all = append(all, f.Range)
	}
	return fmt.Sprint(all)
}

// An answer in business days ends on a business day, as many of them away as the
// words say.
func TestBusinessDaysAreBusinessDays(t *testing.T) {
	words := map[string]string{"en": "within %d business days", "de": "innerhalb von %d Werktagen", "fr": "sous %d jours ouvrés",
		"es": "en un plazo de %d días hábiles", "nl": "binnen %d werkdagen"}
	rapid.Check(t, func(t *rapid.T) {
		_, lang, ref := sentenceIn(t)
		cal, err := rules.NewCalendar(rules.CalendarOptions{Holidays: rapid.SampledFrom([]string{"US", "DE-BY", "FR", "ES", "NL", "none"}).Draw(t, "country")})
		if err != nil {
			t.Fatal(err)
		}
		n := rapid.IntRange(1, 60).Draw(t, "n")
		found := Find(fmt.Sprintf(words[lang], n), lang, ref, cal)
		if len(found) != 1 {
			t.Fatalf("%d %s: found %v", n, lang, found)
		}
		to, today := found[0].Range.To, rules.DateOf(ref)
		if !cal.BusinessDay(to) || cal.Between(today, to) != n {
			t.Fatalf("%d business days after %v: %v", n, today, to)
		}
	})
}

// The time grows with the text and no faster, whatever it repeats.
func TestLongTexts(t *testing.T) {
	for _, s := range []string{"the ", "Monday or ", "of the ", "400 years ago ", "within 120 business days ", "by ", "from 3 to ", "next ", "end of ", "1.2.", "Friday we will let you know ", "((", "- ", "12/4 "} {
		text := strings.Repeat(s, 50_000/len(s))
		Decision(text, "en", newYork, nil) // a quadratic reading would run into the time limit
		Return(text, "de", newYork, nil)
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int]string{1981: "1981-04-19", 2000: "2000-04-23", 2024: "2024-03-31", 2026: "2026-04-05", 2027: "2027-03-28", 2038: "2038-04-25", 2049: "2049-04-18"} {
		if got := easterSunday(year).String(); got != want {
			t.Errorf("Easter %d is %s, want %s", year, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for lang, list := range pieces {
		f.Add(strings.Join(list, " "), lang, int64(1_795_000_000))
	}
	f.Add("12/4/2026 4.12.26 2026-12-04T10:00Z 1.2.3.4 99/99/9999 0/0 -5-7 $4.12 31-31 Feb 30 29.2.", "en-GB", int64(0))
	f.Add("à la mi-janvier ’ d’ici ﬁn \xff\xfe 4\u0301th KW 54 KW 0 Q9 week of of of the the", "fr", int64(-1))
	f.Fuzz(func(t *testing.T, text, lang string, unix int64) {
		ref := time.Unix(unix%4e9, 0).UTC()
		for _, found := range Find(text, lang, ref, nil) {
			if text[found.Start:found.End] != found.Words || found.Range.From.After(found.Range.To) {
				t.Errorf("%q: %+v", text, found)
			}
		}
		Decision(text, lang, ref, nil)
		Return(text, lang, ref, nil)
		Respond(text, lang, ref, nil)
	})
}

func BenchmarkDecision(b *testing.B) {
	text := strings.Repeat("Thank you for your interest in the role and for the time you took last week. We will get back to you by the end of next week, or on Monday at the latest.\n", 7)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Decision(text, "en", newYork, nil)
	}
}
