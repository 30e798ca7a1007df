package rules

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/rickar/cal/v2"
)

// holidays are the public holidays of one country or region.
type holidays []*cal.Holiday

// in returns the days in the given year on which a holiday is observed. One that
// falls on a weekend is kept on the day that replaces it, which may lie in the
// year before or after.
func (h holidays) in(year int) map[Date]string {
	days := map[Date]string{}
	for _, one := range h {
		for y := year - 1; y <= year+1; y++ {
			_, observed := one.Calc(y)
			if d := DateOf(observed); !observed.IsZero() && d.Year == year {
				days[d] = one.Name
			}
		}
	}
	return days
}

// holidaysOf looks a country ("US") or a country with a region ("DE-BY") up. A
// region whose own holidays the library does not have gets those of the country.
func holidaysOf(code string) (holidays, error) {
	code = strings.ToUpper(strings.TrimSpace(code))
	if code == "" || code == "NONE" {
		return nil, nil
	}
	if h, ok := countries[code]; ok {
		return h, nil
	}
	country, region, _ := strings.Cut(code, "-")
	h, ok := countries[country]
	if !ok {
		return nil, fmt.Errorf("no holidays known for %q: use one of %s, or none with the days in closed_days",
			code, strings.Join(HolidayCodes(), ", "))
	}
	if regions := RegionsOf(country); region == "" || len(regions) > 0 {
		return nil, fmt.Errorf("no holidays known for region %q of %s: use one of %s", region, country, strings.Join(regions, ", "))
	}
	return h, nil
}

// HolidayCodes lists the countries whose holidays are known, sorted.
func HolidayCodes() []string {
	var codes []string
	for code := range countries {
		if !strings.Contains(code, "-") {
			codes = append(codes, code)
		}
	}
	sort.Strings(codes)
	return codes
}

// RegionsOf lists the regions of a country that have holidays of their own:
// "DE-BW", "DE-BY", …
func RegionsOf(country string) []string {
	var codes []string
	for code := range countries {
		if strings.HasPrefix(code, country+"-") {
			codes = append(codes, code)
		}
	}
	sort.Strings(codes)
	return codes
}

// NationalOnly reports whether a code names a region whose own holidays are not
// known, so that only those of its country count (US-CA).
func NationalOnly(code string) bool {
	code = strings.ToUpper(code)
	_, known := countries[code]
	return strings.Contains(code, "-") && !known
}

// common returns the holidays that all the lists share: what a country without
// a national list has in every region.
func common(lists ...holidays) holidays {
	var shared holidays
	for _, h := range lists[0] {
		everywhere := true
		for _, l := range lists[1:] {
			everywhere = everywhere && slices.Contains(l, h)
		}
		if everywhere {
			shared = append(shared, h)
		}
	}
	return shared
}
