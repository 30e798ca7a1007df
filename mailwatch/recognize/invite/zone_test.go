package invite

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestZoneNames reads the names by which calendar programs call a zone. What counts is
// when the clock shows the time, in winter and in summer.
func TestZoneNames(t *testing.T) {
	for zone, names := range map[string][]string{
		"Europe/Berlin": {"Europe/Berlin", "europe/berlin", "EUROPE/BERLIN", "Europe-Berlin", "Europe Berlin", "Europe.Berlin", "/Europe/Berlin", "/freeassociation.sourceforge.net/Europe/Berlin",
			"/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "/softwarestudio.org/Olson_20011030_5/Europe/Berlin", "/mozilla.org/20070129_1/Europe/Berlin", "/citadel.org/20210210_1/Europe/Berlin",
			"http://tzurl.org/zoneinfo/Europe/Berlin.ics", "TZID=Europe/Berlin", "'Europe/Berlin'", "Europe/Berlin 1", "Europe/Berlin - CET", "W. Europe Standard Time", "w. europe standard time", "W. EUROPE STANDARD TIME",
			"W. Europe Standard Time 1", "W. Europe Standard Time_2", "W. Europe Daylight Time", "W Europe Standard Time", "Mitteleuropäische Zeit", "Mitteleuropäische Sommerzeit", "Mitteleuropäische Normalzeit",
			"MITTELEUROPÄISCHE ZEIT", "Europe de l’Ouest", "Europe de l'Ouest (heure d'été)", "West-Europa (standaardtijd)", "West-Europa (zomertijd)", "Hora estándar de Europa Occidental", "heure normale d’Europe centrale",
			"heure d'été d'Europe centrale", "hora de verano de Europa central", "Midden-Europese standaardtijd", "Ora legale dell’Europa centrale", "Central European Time", "Central European Summer Time",
			"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
			"(UTC+01:00) Amsterdam, Berlin, Berne, Rome, Stockholm, Vienne", "(UTC+01:00) Ámsterdam, Berlín, Berna, Roma, Estocolmo, Viena", "(UTC+01:00) Amsterdam, Berlijn, Bern, Rome, Stockholm, Wenen",
			"(GMT +0100) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "(GMT+01:00) Central European Time - Berlin", "Central European Time - Zurich",
			"CET", "CEST", "MEZ", "MESZ", "MET", "Berlin", "Berlin Time", "Germany Time", "Western/Central Europe", "GMT +0100 (Standard) / GMT +0200 (Daylight)", "Vienna", "Wien",
			"Västeuropa, normaltid", "Vest-Europa (sommertid)", "Ora solare Europa occidentale", "Hora padrão da Europa Ocidental", "Środkowoeuropejski czas stand.", "czas środkowoeuropejski letni",
			"Zentraleuropäische Zeit", "CET-1CEST,M3.5.0,M10.5.0/3", "CET/CEST", "GMT+0100 (Central European Standard Time)", "UTC+1 (Berlin)", "(UTC+01:00) Europe/Berlin", "Europe/Berlin (UTC+01:00)", "UTC+01:00 Europe/Berlin"},
		"Europe/Paris": {"Romance Standard Time", "romance standard time", "Romance Daylight Time", "Hora estándar romance", "Hora de verano romance", "Romance (standaardtijd)", "Romance (zomertijd)", "Paris, Madrid",
			"Paris, Madrid (heure d’été)", "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris", "(UTC+01:00) Brüssel, Kopenhagen, Madrid, Paris",
			"(UTC+01:00) Bruselas, Copenhague, Madrid, París", "(UTC+01:00) Brussel, Kopenhagen, Madrid, Parijs", "Europe/Madrid", "Europe/Brussels", "Madrid", "Bruselas", "Hora peninsular", "Zeit Frankreich", "Tijd in Nederland", "Spanien (Ortszeit)", "hora de España"},
		"Europe/Warsaw": {"Central European Standard Time", "Central Europe Standard Time", "Central Europe Daylight Time", "(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb",
			"(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague", "(UTC+01:00) Belgrad, Bratislava, Budapest, Ljubljana, Prag", "Midden-Europa (standaardtijd)", "Europe centrale"},
		"Europe/London": {"GMT Standard Time", "GMT Daylight Time", "BST", "British Summer Time", "(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "(UTC) Dublin, Edinburgh, Lisbon, London", "(GMT) Dublin, Edinburgh, Lisbon, London",
			"(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "(UTC+00:00) Dublin, Edimbourg, Lisbonne, Londres", "United Kingdom Time", "London", "Europe/Lisbon", "GB", "Londen"},
		"Europe/Helsinki": {"FLE Standard Time", "FLE Daylight Time", "GTB Standard Time", "Eastern European Time", "EET", "EEST", "(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius",
			"(UTC+02:00) Athens, Bucharest", "(UTC+02:00) Athen, Bukarest", "Europe/Kyiv", "Europe/Kiev", "Osteuropäische Zeit"},
		"America/New_York": {"America/New_York", "America/New York", "america/new_york", "America-New_York", "US/Eastern", "US-Eastern", "Eastern Standard Time", "Eastern Daylight Time", "EASTERN STANDARD TIME",
			"Eastern Standard Time 1", "Eastern Time", "Eastern Time (US & Canada)", "Eastern Time (US and Canada)", "Eastern Time - New York", "(UTC-05:00) Eastern Time (US & Canada)", "(GMT-05:00) Eastern Time (US & Canada)",
			"(GMT-05.00) Eastern Time (US & Canada)", "(UTC-05:00) Eastern Time (US and Canada)", "(GMT-05:00) Eastern Time - New York", "(UTC-05:00) Ostküste (USA & Kanada)", "(UTC-05:00) Eastern Time (USA & Kanada)", "(UTC-05:00) Est (É.-U. et Canada)",
			"(UTC-05:00) Hora del este (EE. UU. y Canadá)", "Eastern", "EST", "EDT", "ET", "EST5EDT", "New York", "New York Time", "America/New_York (Eastern Time)", "GMT -0500 (Standard) / GMT -0400 (Daylight)",
			"Hora estándar del Este", "heure normale de l’Est", "Toronto", "America/Toronto", "EST5EDT,M3.2.0,M11.1.0", "EST5EDT4,M3.2.0/02:00:00,M11.1.0/02:00:00", "EST/EDT", "Eastern Standard Time (EST)", "Eastern Normalzeit", "US Eastern Time", "Eastern Time (US)", "Eastern Prevailing Time"},
		"America/Chicago": {"Central Standard Time", "Central Daylight Time", "(UTC-06:00) Central Time (US & Canada)", "(GMT-06:00) Central Time (US & Canada)", "CST", "CDT", "CT", "US/Central", "Central Time",
			"Central", "Chicago", "(UTC-06:00) Centre (É.-U. et Canada)", "Hora estándar central"},
		"America/Denver":      {"Mountain Standard Time", "Mountain Daylight Time", "(UTC-07:00) Mountain Time (US & Canada)", "MST", "MDT", "Mountain Time", "Denver"},
		"America/Phoenix":     {"US Mountain Standard Time", "(UTC-07:00) Arizona", "Mountain Time - Arizona", "Mountain Time - Phoenix", "Phoenix"},
		"America/Los_Angeles": {"Pacific Standard Time", "Pacific Daylight Time", "(UTC-08:00) Pacific Time (US & Canada)", "(GMT-08:00) Pacific Time (US & Canada); Tijuana", "(GMT-08.00) Pacific Time (US & Canada)/Tijuana", "PST", "PDT", "PT", "PST8PDT", "US/Pacific", "Los Angeles", "US Pacific Time", "Pacific Time (US)", "Hora estándar del Pacífico", "Hora est. del Pacífico", "heure normale du Pacifique"},
		"America/Halifax":     {"Atlantic Standard Time", "(UTC-04:00) Atlantic Time (Canada)", "AST", "ADT", "Halifax"},
		"America/Sao_Paulo":   {"E. South America Standard Time", "(UTC-03:00) Brasilia", "(UTC-03:00) Brasília", "BRT", "São Paulo"},
		"America/Mexico_City": {"Central Standard Time (Mexico)", "(UTC-06:00) Guadalajara, Mexico City, Monterrey", "Central Time - Mexico City", "(UTC-06:00) Guadalajara, Ciudad de México, Monterrey"},
		"Asia/Kolkata":        {"India Standard Time", "IST", "Asia/Calcutta", "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Kolkata", "GMT+5:30", "UTC+0530", "+05:30"},
		"Asia/Tokyo":          {"Tokyo Standard Time", "JST", "Japan", "Japan Standard Time", "(UTC+09:00) Osaka, Sapporo, Tokyo", "(UTC+09:00) Osaka, Sapporo, Tokio", "Tokio", "東京 (標準時)", "한국 표준시"},
		"Asia/Singapore":      {"Singapore Standard Time", "SGT", "(UTC+08:00) Kuala Lumpur, Singapore", "China Standard Time", "(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", "HKT", "Peking", "中国标准时间", "台北標準時間"},
		"Australia/Sydney":    {"AUS Eastern Standard Time", "AEST", "AEDT", "(UTC+10:00) Canberra, Melbourne, Sydney", "(GMT+10:00) Canberra, Melbourne, Sydney", "Sydney", "GMT +1000 (Standard) / GMT +1100 (Daylight)"},
		"Pacific/Auckland":    {"New Zealand Standard Time", "NZST", "NZDT", "(UTC+12:00) Auckland, Wellington", "/softwarestudio.org/Olson_20011030_5/Pacific/Auckland"},
		"Europe/Moscow":       {"Russian Standard Time", "MSK", "Москва, стандартное время", "RTZ 2 (зима)", "Moscow", "Moskau", "(UTC+03:00) Moscow, St. Petersburg", "(GMT+04:00) Moscow, St. Petersburg, Volgograd"},
		"Etc/UTC":             {"UTC", "utc", "Etc/UTC", "GMT", "Z", "Zulu", "Coordinated Universal Time", "(UTC) Coordinated Universal Time", "tzone://Microsoft/Utc", "UTC+0", "GMT+00:00", "(UTC+00:00) Monrovia, Reykjavik", "Koordinierte Weltzeit"},
		"Etc/GMT+4":           {"Etc/GMT+4", "UTC-04:00", "UTC-4", "GMT-4", "GMT-0400", "UTC -4", "(GMT -04:00)", "UTC−04:00", "-0400"},
	} {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			for _, month := range []time.Month{time.January, time.July} {
				wall := time.Date(2027, month, 13, 14, 0, 0, 0, time.UTC)
				for _, form := range []string{"DTSTART;TZID=%s:%s", "DTSTART;TZID=\"%s\":%s", "DTSTART;VALUE=DATE-TIME;TZID=%s:%s"} {
					line := fmt.Sprintf(form, name, wall.Format("20060102T150405"))
					all := calendarOf("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + line + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
					if len(all) != 1 {
						t.Errorf("%s: %d events", line, len(all))
					} else if want := in(wall, loc); !all[0].Start.Equal(want) || all[0].Floating {
						t.Errorf("%s: %v in %q, want %v", line, all[0].Start, all[0].Zone, want)
					}
				}
			}
		}
	}
}

// Of what is no name of a zone, and of what names none, the times are the reader's.
func TestFloating(t *testing.T) {
	zone, _ := time.LoadLocation("America/Denver")
	for _, line := range []string{"DTSTART:20270713T140000", "DTSTART;TZID=Customized Time Zone 2:20270713T140000", "DTSTART;TZID=\"tzone://Microsoft/Custom\":20270713T140000", "DTSTART;TZID=:20270713T140000",
		"DTSTART;TZID=My Company:20270713T140000", "DTSTART;TZID=Europe/Nowhere:20270713T140000", "DTSTART;TZID=Standard Time:20270713T140000", "DTSTART;TZID=1:20270713T140000", "DTSTART;TZID=local:20270713T140000"} {
		all := calendarOf("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + line + "\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n")
		if len(all) != 1 || !all[0].Floating || all[0].Doubt == "" || all[0].Zone != "" {
			t.Errorf("%s: %+v", line, all)
			continue
		}
		m := all[0].In(zone)
		if want := time.Date(2027, time.July, 13, 14, 0, 0, 0, zone); !m.Start.Equal(want) || !m.End.Equal(want.Add(time.Hour)) {
			t.Errorf("%s: %v to %v", line, m.Start, m.End)
		}
	}
	for _, own := range []string{"America/Chicago", "Central Standard Time", "(UTC-06:00) Central Time (US & Canada)"} {
		all := calendarOf("BEGIN:VCALENDAR\nX-WR-TIMEZONE:" + own + "\nBEGIN:VEVENT\nDTSTART:20270713T140000\nEND:VEVENT\nEND:VCALENDAR\n")
		if len(all) != 1 || all[0].Start.UTC().Hour() != 19 {
			t.Errorf("X-WR-TIMEZONE %s: %+v", own, all)
		}
	}
	// What one of the two ends says holds for the other.
	all := calendarOf("BEGIN:VEVENT\nDTSTART:20270713T140000\nDTEND;TZID=Europe/Berlin:20270713T150000\nEND:VEVENT\n")
	if len(all) != 1 || all[0].Floating || all[0].End.Sub(all[0].Start) != time.Hour || all[0].Start.UTC().Hour() != 12 {
		t.Errorf("%+v", all)
	}
}

// What clocks skip, and what they show twice (RFC 5545, section 3.3.5).
func TestShift(t *testing.T) {
	rules := "BEGIN:VTIMEZONE\nTZID:Custom\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
	dates := "BEGIN:VTIMEZONE\nTZID:Custom\nBEGIN:STANDARD\nDTSTART:20261025T030000\nRDATE:20261025T030000,20271031T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20260329T020000\nRDATE:20270328T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
	for wall, want := range map[string]string{
		"20270328T013000": "00:30", "20270328T020000": "01:00", "20270328T023000": "01:30", "20270328T030000": "01:00", "20270328T120000": "10:00",
		"20271031T013000": "23:30", "20271031T023000": "00:30", "20271031T030000": "02:00", "20271031T120000": "11:00",
		"20270115T120000": "11:00", "20270715T120000": "10:00",
	} {
		for name, s := range map[string]string{"the database": "DTSTART;TZID=Europe/Berlin:", "its rules": "DTSTART;TZID=Custom:", "its dates": "DTSTART;TZID=Custom:"} {
			zone := map[string]string{"its rules": rules, "its dates": dates}[name]
			all := calendarOf("BEGIN:VCALENDAR\n" + zone + "BEGIN:VEVENT\n" + s + wall + "\nEND:VEVENT\nEND:VCALENDAR\n")
			if len(all) != 1 || all[0].Start.UTC().Format("15:04") != want {
				t.Errorf("%s by %s: %+v, want %s", wall, name, all, want)
			}
		}
	}
}

// Every name in the tables leads to a zone of the database.
func TestTables(t *testing.T) {
	for name, zone := range tables().exact {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for stem, zones := range tables().stems {
		for _, zone := range zones {
			if _, err := time.LoadLocation(zone); err != nil || strings.ToLower(stem) != stem {
				t.Errorf("%s: %v", stem, err)
			}
		}
	}
	// The identifiers of Windows, in whatever case, with a number, in summer.
	for l := range strings.Lines(windowsText) {
		zone, name, _ := strings.Cut(strings.TrimSpace(l), "\t")
		want, _ := time.LoadLocation(zone)
		for _, form := range []string{name, strings.ToUpper(name), name + " 1", strings.Replace(name, "standard time", "daylight time", 1)} {
			got, _ := named(form)
			if strings.HasPrefix(name, "utc") && form != name {
				continue
			}
			for _, month := range []time.Month{time.January, time.July} {
				wall := time.Date(2027, month, 13, 14, 0, 0, 0, time.UTC)
				if got == nil || !in(wall, got).Equal(in(wall, want)) {
					t.Errorf("%q: %v, want %v", form, got, want)
				}
			}
		}
	}
}
