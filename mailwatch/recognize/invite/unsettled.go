package invite

import "afterword/mailwatch/recognize/find"

// unsettled finds prose that moves or calls off a meeting, in the languages that
// are recognised.
var unsettled = find.Lazy(`(?i)\b(?:cancel+(?:ed|led|ling|ation)?|re-?schedul\w+|postpone\w*|(?:have|need) to move|push (?:it |this )?back|call(?:ed)? off|` +
	`absag\w*|verschieb\w*|verlegen|verlegt|entfällt|annul\w+|report(?:er|é|ée|ons)|décal\w+|cancelar|cancelad\w+|reprogramar|aplazar|aplazad\w+|posponer|afzeggen|afgezegd|verzet\w*|verplaats\w*|uitgesteld)\b`)

// Unsettled reports whether a text about a meeting moves it or calls it off.
func Unsettled(text string) bool { return unsettled().MatchString(text) }
