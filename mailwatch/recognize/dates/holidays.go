package dates

import (
	"strings"
	"time"

	"afterword/rules"
)

// The holidays that people name in mail.
const (
	newYear = iota
	epiphany
	easter
	goodFriday
	maundyThursday
	easterMonday
	ascension
	pentecost
	whitMonday
	corpusChristi
	holyWeek
	carnival
	martinLutherKing
	presidentsDay
	memorialDay
	juneteenth
	independenceDay
	laborDay
	columbusDay
	veteransDay
	thanksgiving
	blackFriday
	halloween
	allSaints
	christmas
	christmasEve
	boxingDay
	newYearsEve
	theHolidays // from Christmas Eve to New Year's Day
	valentine
	mayDay
	germanUnity
	bastilleDay
	kingsDay
	sinterklaas
	assumption
	hispanidad
	constitution
	immaculate
	cyberMonday
)

// fixed are the holidays with a date of their own.
var fixed = map[int][2]int{
	newYear: {1, 1}, epiphany: {1, 6}, valentine: {2, 14}, kingsDay: {4, 27}, mayDay: {5, 1}, juneteenth: {6, 19},
	independenceDay: {7, 4}, bastilleDay: {7, 14}, assumption: {8, 15}, germanUnity: {10, 3}, hispanidad: {10, 12},
	halloween: {10, 31}, allSaints: {11, 1}, veteransDay: {11, 11}, sinterklaas: {12, 5}, constitution: {12, 6},
	immaculate: {12, 8}, christmasEve: {12, 24}, boxingDay: {12, 26}, newYearsEve: {12, 31},
}

// fromEaster are the holidays that move with Easter Sunday: first and last day.
var fromEaster = map[int][2]int{
	easter: {-2, 1}, goodFriday: {-2, -2}, maundyThursday: {-3, -3}, easterMonday: {1, 1}, ascension: {39, 39},
	pentecost: {49, 50}, whitMonday: {50, 50}, corpusChristi: {60, 60}, holyWeek: {-7, 0}, carnival: {-48, -47},
}

// holidayIn returns the days of a holiday in a year. Where countries differ, the
// calendar decides; without one, Thanksgiving and Labor Day are the American ones.
func holidayIn(which, year int, cal *rules.Calendar) Range {
	if f, ok := fixed[which]; ok {
		d := rules.NewDate(year, time.Month(f[0]), f[1])
		return Range{d, d}
	}
	if f, ok := fromEaster[which]; ok {
		sunday := easterSunday(year)
		return Range{sunday.AddDays(f[0]), sunday.AddDays(f[1])}
	}
	var d rules.Date
	switch which {
	case christmas:
		return Range{rules.NewDate(year, 12, 25), rules.NewDate(year, 12, 26)}
	case theHolidays:
		return Range{rules.NewDate(year, 12, 24), rules.NewDate(year+1, 1, 1)}
	case martinLutherKing:
		d, _ = nth(monthOf(year, 1), time.Monday, 3)
	case presidentsDay:
		d, _ = nth(monthOf(year, 2), time.Monday, 3)
	case memorialDay:
		d, _ = nth(monthOf(year, 5), time.Monday, -1)
	case laborDay:
		d, _ = nth(monthOf(year, 9), time.Monday, 1)
		if may := rules.NewDate(year, 5, 1); cal != nil && cal.Holiday(may) != "" && cal.Holiday(d) == "" {
			d = may
		}
	case columbusDay:
		d, _ = nth(monthOf(year, 10), time.Monday, 2)
	default: // Thanksgiving and the days that follow it
		d, _ = nth(monthOf(year, 11), time.Thursday, 4)
		switch which {
		case blackFriday:
			d = d.AddDays(1)
		case cyberMonday:
			d = d.AddDays(4)
		case thanksgiving:
			canadian, _ := nth(monthOf(year, 10), time.Monday, 2)
			if cal != nil && strings.Contains(cal.Holiday(canadian), "Thanksgiving") {
				d = canadian
			}
		}
	}
	return Range{d, d}
}

// easterSunday returns the Sunday of Easter in the Gregorian calendar, by the
// method that Nature published in 1876.
func easterSunday(year int) rules.Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return rules.NewDate(year, time.Month(n/31), n%31+1)
}
