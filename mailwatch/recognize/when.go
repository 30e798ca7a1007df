package recognize

// findDates looks for the dates that the kind of message has.
func findDates(l letter, opt Options, v *Verdict) {}
