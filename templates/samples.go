package templates

import "time"

// samples are letters of every kind with every combination of what matters, by
// the name of the file that holds their texts. Their notes are empty: they are
// written in the language of the text.
func samples() map[string][]Data {
	met := time.Date(2026, time.November, 13, 15, 0, 0, 0, time.UTC)
	full := Data{
		Role: "Senior Analyst", Company: "Acme Inc.", Me: "Sam Rivera",
		To:  Person{Name: "Ngozi Okafor", First: "Ngozi", Last: "Okafor"},
		Met: met, Today: met.AddDate(0, 0, 20), Round: 1,
	}
	unknown := []func(*Data){
		func(d *Data) { d.Role = "" }, func(d *Data) { d.Company = "" },
		func(d *Data) { d.Met = time.Time{} }, func(d *Data) { d.Today = met },
	}
	// Whom the letter greets does not change what is between greeting and closing,
	// so that these take turns.
	people := []Person{full.To, {}, {Name: "Ngozi Okafor"}, {Name: "Ngozi Okafor", Honorific: "Dr.", Last: "Okafor"},
		{Name: "Ngozi Okafor", Honorific: "Frau", Last: "Okafor"}, {Name: "Li Wei", Honorific: "Herr Dr.", Last: "Wei"}, {Name: "Li Wei", Honorific: "Mx."}}
	var bases []Data
	for bits := range 1 << len(unknown) {
		d := full
		for i, change := range unknown {
			if bits>>i&1 == 1 {
				change(&d)
			}
		}
		if d.Met.IsZero() && d.Today.Equal(met) {
			continue // there is nothing to be recent
		}
		bases = append(bases, d)
	}
	all := map[string][]Data{}
	for i, base := range bases {
		for _, kind := range []string{"thank-you", "pass-on", "no-show", "missed", "check-in", "offer-reply", "rejection-reply", "acceptance", "declining", "more-time", "withdrawal"} {
			for j, d := range variants(base, kind) {
				for k, tone := range []string{"warm", "plain", "formal"} {
					d.Tone, d.To, d.ByFullName = tone, people[(i+j+k)%len(people)], (i+j)%2 == 1
					d.Familiar = (i/2+j+k)%2 == 0
					if (i+k)%4 == 3 {
						d.Me = ""
					}
					all[d.file()] = append(all[d.file()], d)
				}
			}
		}
	}
	return all
}

// variants are the stages at which a letter of the kind can be written.
func variants(base Data, kind string) []Data {
	var all []Data
	base.Kind = kind
	day := time.Date(2026, time.November, 20, 0, 0, 0, 0, time.UTC)
	switch kind {
	case "thank-you":
		for stage := range 4 {
			for notes := range 4 {
				d := base
				d.Round, d.SamePeople, d.Panel = 1+min(stage, 2), stage == 2, stage == 3
				if d.TookPart = stage == 3; d.TookPart {
					d.PassOn = []Person{{Name: "Li Wei"}}
				}
				if notes&1 == 1 {
					d.Topics = make([]string, 1+stage%2)
				}
				if notes&2 == 2 {
					d.Challenges = make([]string, 1)
				}
				all = append(all, d)
			}
		}
	case "missed":
		base.Kind = "no-show"
		for n := range 2 {
			d := base
			d.PassOn = []Person{{Name: "Li Wei"}, {Name: "Tom Baker", Honorific: "Dr."}}[:1+n]
			all = append(all, d)
		}
	case "pass-on":
		base.Kind = "thank-you"
		for n := range 3 {
			d := base
			d.PassOn = []Person{{Name: "Li Wei"}, {Name: "Tom Baker", Honorific: "Dr."}}[:1+n%2]
			if n > 0 {
				d.Topics = make([]string, 1)
			}
			all = append(all, d)
		}
	case "check-in":
		for number := 1; number <= 3; number++ {
			for _, before := range []string{"promised", "assumed", "silence", "holding", "moved"} {
				for _, date := range []time.Time{{}, day} {
					if before != "promised" && before != "moved" && date == day {
						continue // the date is not spoken of then
					}
					d := base
					d.Number, d.Before, d.Decision = number, before, date
					all = append(all, d)
				}
			}
		}
	case "offer-reply":
		for _, date := range []time.Time{{}, day} {
			for _, given := range []bool{false, true} {
				d := base
				d.RespondBy, d.RespondByGiven = date, given
				all = append(all, d)
			}
		}
	case "more-time":
		base.RespondBy, base.RespondByGiven = day, true
		all = append(all, base)
	case "rejection-reply":
		late := base
		late.Late = true
		all = append(all, base, late)
	default:
		all = append(all, base)
	}
	return all
}
