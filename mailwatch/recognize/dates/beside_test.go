package dates

import (
	"testing"
	"time"

	"afterword/rules"
)

// The tests are of Wednesday, 18 November 2026.

// TestWeeksFromADay: weeks that stand beside a day are counted from that day, and not
// from the message's.
func TestWeeksFromADay(t *testing.T) {
	ask(t, Decision, []sense{
		{"en", "We will decide a week on Friday.", "11-27"},
		{"en", "You will hear from us two weeks on Monday.", "12-07"},
		{"en", "We will let you know a week today.", "11-25"},
		{"en", "We will let you know a week tomorrow.", "11-26"},
		{"en", "We will decide a fortnight on Friday.", "12-04"},
		{"en", "We will decide on Friday week.", "11-27"},
		{"en", "We will decide on Friday fortnight.", "12-04"},
		{"en", "You will hear from us Monday in two weeks.", "12-07"},
		{"en", "You will hear from us this time next week.", "11-25"},
		{"de", "Wir melden uns Montag in zwei Wochen.", "12-07"},
		{"de", "Wir melden uns am Donnerstag in 14 Tagen.", "12-03"},
		{"de", "Die Entscheidung fällt heute in acht Tagen.", "11-25"},
		{"de", "Die Entscheidung fällt morgen in einer Woche.", "11-26"},
		{"de", "Die Entscheidung fällt am übernächsten Freitag.", "11-27"},
		{"fr", "Nous reviendrons vers vous lundi en huit.", "11-30"},
		{"fr", "Nous reviendrons vers vous demain en quinze.", "12-03"},
		{"fr", "Nous reviendrons vers vous d'aujourd'hui en huit.", "11-25"},
		{"es", "Tomaremos la decisión el lunes en ocho días.", "11-30"},
		{"es", "Tomaremos la decisión el viernes de la semana que viene.", "11-27"},
		{"nl", "Je hoort vrijdag over een week van ons.", "11-27"},
		{"nl", "Je hoort maandag over veertien dagen van ons.", "12-07"},
		{"nl", "Je hoort vandaag over een week van ons.", "11-25"},
	})
}

// TestTodaysWeekday: today's weekday is today where a time of it is still to come, and
// next week's otherwise.
func TestTodaysWeekday(t *testing.T) {
	friday := time.Date(2026, 11, 20, 9, 0, 0, 0, time.FixedZone("", -5*3600))
	today, next := rules.NewDate(2026, 11, 20), rules.NewDate(2026, 11, 27)
	for _, c := range []struct {
		lang, text string
		want       rules.Date
	}{
		{"en", "You will hear from us by Friday.", next},
		{"en", "You will hear from us by 8am Friday.", next},
		{"en", "You will hear from us by 5pm Friday.", today},
		{"en", "You will hear from us by close of business Friday.", today},
		{"en", "We will decide on Friday afternoon.", today},
		{"en", "We will decide Friday at 16:00.", today},
		{"de", "Wir melden uns bis Freitag 17 Uhr.", today},
		{"de", "Wir melden uns am Freitagnachmittag.", today},
		{"de", "Wir melden uns Freitag bis Dienstschluss.", today},
		{"de", "Wir melden uns am Freitag.", next},
		{"fr", "Nous reviendrons vers vous vendredi avant 17 h.", today},
		{"fr", "Nous reviendrons vers vous vendredi en fin de journée.", today},
		{"es", "Tomaremos la decisión el viernes por la tarde.", today},
		{"nl", "Je hoort vrijdag voor 17.00 uur van ons.", today},
		{"nl", "Je hoort vrijdagmiddag van ons.", today},
	} {
		if d, words, _ := Decision(c.text, c.lang, friday, nil); d != c.want {
			t.Errorf("%s %q\n\tis %v (%q), want %v", c.lang, c.text, d, words, c.want)
		}
	}
}

// TestWeekNumbers: weeks by their numbers and days in digits, in all five languages.
func TestWeekNumbers(t *testing.T) {
	ask(t, Decision, []sense{
		{"en", "We will decide in week 49.", "12-04"},
		{"en", "We will decide in CW49.", "12-04"},
		{"de", "Wir melden uns in der 49. KW.", "12-04"},
		{"de", "Wir melden uns bis zum 4.12.2026.", "12-04"},
		{"fr", "Notre décision sera prise courant semaine 49.", "12-04"},
		{"fr", "Notre décision sera prise en S49.", "12-04"},
		{"fr", "Notre décision sera prise au plus tard le 04/12.", "12-04"},
		{"es", "La decisión se tomará la semana 49.", "12-04"},
		{"es", "Tendrás nuestra respuesta el 4-12-2026.", "12-04"},
		{"nl", "De beslissing valt in wk 49.", "12-04"},
		{"nl", "Je hoort uiterlijk 4-12-2026 van ons.", "12-04"},
	})
}

// TestReturnElsewhere: the end of an absence in languages that are not read otherwise.
func TestReturnElsewhere(t *testing.T) {
	ask(t, Return, []sense{
		{"sv", "Jag har semester och är tillbaka på kontoret måndag den 30 november.", "11-30"},
		{"sv", "Jag är ledig till och med den 27 november.", "11-27"},
		{"it", "Sono in ferie fino al 27 novembre.", "11-27"},
		{"it", "Sarò di nuovo in ufficio lunedì 30 novembre.", "11-30"},
		{"pt", "Estou ausente até ao dia 27 de novembro.", "11-27"},
		{"pt", "Estou de férias e regresso no dia 30 de novembro.", "11-30"},
		{"pl", "Jestem na urlopie do 27 listopada. Wracam 30.11.2026.", "11-30"},
		{"da", "Jeg er på ferie og er tilbage mandag den 30. november.", "11-30"},
		{"ja", "11月27日まで休暇をいただいております。", "11-27"},
		{"ja", "十二月二十一日まで不在です。", "12-21"},
		{"ja", "１１月２４日から不在です。11月30日（月）に出社いたします。", "11-30"},
		{"ja", "1月6日まで休業いたします。", "2027-01-06"},
		{"ja", "13月45日まで不在です。", ""},
		{"zh", "我正在休假，12月4日返回办公室。", "12-04"},
		{"zh", "我从11月16日至11月27日休假。", "11-27"},
	})
}
