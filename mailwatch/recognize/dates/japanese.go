package dates

import (
	"regexp"
	"strings"
	"time"

	"afterword/rules"
)

// ideographic is a day as Japanese and Chinese write it, and what its sentence says
// after it: "2026年12月4日", "12月4日（金）", "十二月四日". It has a year or none.
var ideographic = regexp.MustCompile(`(?:([0-9０-９]{4})年)?([0-9０-９〇一二三四五六七八九十]{1,3})月([0-9０-９〇一二三四五六七八九十]{1,3})[日号號]([^0-9０-９。\n]{0,30})`)

// What says that an absence lasts until the day before it, or ends on that day.
var (
	untilDay = regexp.MustCompile(`^(?:[（(].[)）])?(?:曜日)?(?:まで|迄|为止|為止)`)
	backOn   = regexp.MustCompile(`出社|復帰|戻り|戻る|再開|対応(?:いた)?します|恢复|返回|回到|回来|上班`)
)

// ideographicReturn is Return for the days of Japanese and Chinese. A day after which
// nothing of the sort stands is the first of an absence.
func ideographicReturn(text string, ref time.Time) (until rules.Date, words string, ok bool) {
	today := rules.DateOf(ref)
	for _, m := range ideographic.FindAllStringSubmatchIndex(text, 20) {
		year := 0
		if m[2] >= 0 {
			year = numeral(text[m[2]:m[3]])
		}
		d, valid := yearOfDay(today, year, numeral(text[m[4]:m[5]]), numeral(text[m[6]:m[7]]))
		if !valid || d.Before(today) {
			continue
		}
		said, after := text[m[0]:m[8]], text[m[8]:m[9]]
		before := text[:m[0]]
		switch {
		case untilDay.MatchString(after), strings.HasSuffix(before, "至"), strings.HasSuffix(before, "到"):
			if d.After(until) {
				until, words = d, said
			}
		case backOn.MatchString(after):
			if d.After(until) {
				until, words = d, said // "12月1日より出社" after "11月27日まで"
			}
		}
	}
	return until, words, !until.IsZero()
}

// yearOfDay returns a day, with the year that makes sense where none is given.
func yearOfDay(today rules.Date, year, month, day int) (rules.Date, bool) {
	if year == 0 {
		year = today.Year
		if rules.NewDate(year, time.Month(month), day).AddDays(remembered).Before(today) {
			year++
		}
	}
	d := rules.NewDate(year, time.Month(month), day)
	return d, int(d.Month) == month && d.Day == day
}

// numeral reads a number below 10,000 in digits of either width, or one below 100 in
// ideographs; 0 if it is none.
func numeral(s string) int {
	n, tens := 0, 0
	for _, r := range s {
		switch i := strings.IndexRune("〇一二三四五六七八九", r); {
		case '0' <= r && r <= '9':
			n = 10*n + int(r-'0')
		case '０' <= r && r <= '９':
			n = 10*n + int(r-'０')
		case r == '十':
			n, tens = 0, 10*max(1, n)
		case i >= 0:
			n = 10*n + i/len("〇")
		}
	}
	return tens + n
}
