package invite

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// anOffset is one within the name of a zone: "(GMT +01:00)", "UTC-5", "GMT-08.00".
var anOffset = regexp.MustCompile(`(?i)(?:GMT|UTC|UCT)?\s*([+\-−–]\s*\d{1,2}(?:[:.]?\d{2})?)(?:\D|$)`)

// bareOffset is a name that is nothing else.
var bareOffset = regexp.MustCompile(`(?i)^\W*(?:(?:GMT|UTC|UCT|Z|TZ)\W*?)?\s*[+\-−–]\s*\d{1,2}(?:[:.]?\d{2})?(?::?00)?\W*$`)

// offsetsIn returns the offsets that stand in a name, in seconds, each once.
func offsetsIn(id string) []int {
	var all []int
	for _, m := range anOffset.FindAllStringSubmatch(id, 4) {
		s := strings.NewReplacer(" ", "", "−", "-", "–", "-", ":", "", ".", "").Replace(m[1])
		switch len(s) {
		case 2:
			s = s[:1] + "0" + s[1:] + "00"
		case 3:
			s += "00"
		}
		if n, ok := parseOffset(s); ok && (len(all) == 0 || all[len(all)-1] != n) {
			all = append(all, n)
		}
	}
	return all
}

// pairs are places where clocks go by two offsets, in minutes: Outlook calls a zone
// "GMT -0500 (Standard) / GMT -0400 (Daylight)".
var pairs = map[[2]int]string{
	{-600, -540}: "America/Adak", {-540, -480}: "America/Anchorage", {-480, -420}: "America/Los_Angeles", {-420, -360}: "America/Denver",
	{-360, -300}: "America/Chicago", {-300, -240}: "America/New_York", {-240, -180}: "America/Halifax", {-210, -150}: "America/St_Johns",
	{-180, -120}: "America/Miquelon", {-120, -60}: "America/Godthab", {-60, 0}: "Atlantic/Azores", {0, 60}: "Europe/London", {60, 120}: "Europe/Berlin",
	{120, 180}: "Europe/Helsinki", {570, 630}: "Australia/Adelaide", {600, 660}: "Australia/Sydney", {630, 660}: "Australia/Lord_Howe",
	{660, 720}: "Pacific/Norfolk", {720, 780}: "Pacific/Auckland", {765, 825}: "Pacific/Chatham",
}

// byOffsets returns the zone that the offsets in a name tell of; nil for none.
func byOffsets(all []int) *time.Location {
	if len(all) == 0 {
		return nil
	}
	if len(all) > 1 {
		low, high := min(all[0], all[1]), max(all[0], all[1])
		if loc, err := time.LoadLocation(pairs[[2]int{low / 60, high / 60}]); err == nil && pairs[[2]int{low / 60, high / 60}] != "" {
			return loc
		}
	}
	return time.FixedZone("", all[0])
}

// parseOffset reads "+0100" or "-053000" (RFC 5545, section 3.3.14), in seconds.
func parseOffset(s string) (int, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ":", "")
	if s == "" {
		return 0, false
	}
	if s[0] != '+' && s[0] != '-' {
		s = "+" + s
	}
	if len(s) == 4 { // "+100"
		s = s[:1] + "0" + s[1:]
	}
	if len(s) == 3 { // "+01"
		s += "00"
	}
	if len(s) < 5 {
		return 0, false
	}
	h, err1 := strconv.Atoi(s[1:3])
	m, err2 := strconv.Atoi(s[3:5])
	if err1 != nil || err2 != nil || h > 18 || m > 59 {
		return 0, false
	}
	n := h*3600 + m*60
	if s[0] == '-' {
		n = -n
	}
	return n, true
}
