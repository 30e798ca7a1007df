package drafter

import "strings"

// monthFirst are the countries whose English has the month before the day.
var monthFirst = map[string]bool{"us": true, "ca": true, "ph": true}

// monthFirstZones are zones outside the Americas where it is the same. dayFirstZones are
// those of the Americas where it is not.
var (
	monthFirstZones = map[string]bool{"Pacific/Honolulu": true, "Pacific/Guam": true, "Asia/Manila": true, "US": true, "Canada": true}
	dayFirstAreas   = map[string]bool{"Europe": true, "Africa": true, "Asia": true, "Australia": true, "Indian": true, "Atlantic": true, "Pacific": true, "GB": true, "Eire": true, "NZ": true}
)

// dayFirst reports whether the employer's country writes "4 December" in English: by the
// code of its holidays, else by its zone (an IANA name). Where neither tells, the month
// goes first, as in the subject "Senior Analyst Interview – Nov 15".
func dayFirst(holidays, zone string) bool {
	if country, _, _ := strings.Cut(strings.ToLower(holidays), "-"); len(country) == 2 {
		return !monthFirst[country]
	}
	area, _, _ := strings.Cut(zone, "/")
	return dayFirstAreas[area] && !monthFirstZones[zone]
}
