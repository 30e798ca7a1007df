package people

import (
	"os"
	"slices"
	"strings"
)

// habits are what people do with their mail beyond the plainest, each with the
// stories that show it. While one of these does not hold, a half-year leaves the habit
// out: what is known is not found again, and what is mended is played from then on.
var habits = map[string][]string{
	"archives":        {"01-archived"},
	"deletes":         {"01-deleted"},
	"junks":           {"01-junk"},
	"filters":         {"01-filter"},
	"sleeps":          {"01-inbox-asleep"},
	"two accounts":    {"01-second-account", "07-second-account"},
	"enters late":     {"01-before-add"},
	"readdresses":     {"02-address", "02-thanks-address"},
	"renames":         {"02-name", "02-thanks-name"},
	"retitles":        {"02-role"},
	"redates":         {"02-date", "02-postponed"},
	"two roles":       {"16-two-roles", "03-longest-role"},
	"clock fast":      {"04-fast-clock"},
	"clock slow":      {"04-slow-clock"},
	"two events":      {"05-two-uids"},
	"invites":         {"06-invited"},
	"invites thrice":  {"06-thrice"},
	"moves":           {"06-moved"},
	"overtakes":       {"06-overtaken"},
	"calls off":       {"06-called-off", "08-holding-before-date"},
	"revives":         {"06-alive-again", "08-holding-before-date"},
	"books rooms":     {"06-room"},
	"calls off prose": {"06-prose-off"},
	"keeps the id":    {"07-own-id"},
	"rewords":         {"07-reworded"},
	"alias":           {"07-alias"},
	"copies himself":  {"07-bcc"},
	"files copies":    {"07-filed"},
	"keeps no copy":   {"07-no-copy"},
	"sends later":     {"07-scheduled", "07-outbox"},
	"two in one":      {"07-two-in-one"},
	"writes himself":  {"07-own-two"},
	"asks another":    {"07-own-question"},
	"asks vaguely":    {"07-unclear", "07-unclear-soon"},
	"talks aside":     {"07-question-other"},
	"answers":         {"07-references"},
	"holds early":     {"08-holding-before-date", "08-answer-before-date"},
	"offers twice":    {"09-offer-once"},
	"reuses ids":      {"10-reused-id"},
	"marks external":  {"11-external"},
	"succeeds":        {"16-successor"},
	"is away":         {"19-standing", "19-overdue-thanks"},
	"bounces":         {"26-bounce-lifted"},
	"takes out":       {"18-out-unchanged"},
	"takes and edits": {"18-out-edited"},
	"restores":        {"18-restored"},
	"edits":           {"edited"},
	"throws away":     {"declined"},
	"snoozes":         {"snooze"},
	"stops":           {"stop"},
	// What the program asks, and how it is answered.
	"asks":                {"31-debrief"},
	"found":               {"30-yes"},
	"many at once":        {"30-full"},
	"told in prose":       {"30-prose"},
	"says yes":            {"30-yes"},
	"fills in":            {"31-debrief"},
	"says no":             {"30-no"},
	"says stop":           {"30-stop"},
	"snoozes notes":       {"30-snooze"},
	"contradicts himself": {"30-no"},
	"answers by command":  {"30-yes"},
	"moves to Yes":        {"30-folders"},
	"moves to No":         {"30-folders"},
	"moves to Stop":       {"30-folders"},
	"moves back":          {"30-undone"},
	"throws notes away":   {"30-full"},
	"archives notes":      {"30-full"},
	"tells topics":        {"31-debrief"},
	"tells the date":      {"31-debrief"},
	"nobody came":         {"31-nobody-came"},
	"it moved":            {"31-moved", "31-moved-find"},
	"it was called off":   {"30-called-off"},
}

// habitsVar names the habits of a half-year, with commas between; "all" for all, those
// that are known not to hold as well.
const habitsVar = "AFTERWORD_PEOPLE_HABITS"

// played returns the habits that a half-year has.
func played() map[string]bool {
	wanted, open := os.Getenv(habitsVar), known()
	has := map[string]bool{}
	for name, shown := range habits {
		switch {
		case wanted == "all":
			has[name] = true
		case wanted != "":
			has[name] = slices.Contains(strings.Split(wanted, ","), name)
		default:
			has[name] = !slices.ContainsFunc(shown, func(s string) bool { return open[s] })
		}
	}
	return has
}
