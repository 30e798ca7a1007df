package drafter

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"afterword/rules"
	"afterword/templates"
)

// A Basis is what of the facts a letter was written from, by its name. Where another
// one holds by now, the letter says something that is not so.
//
// The other members of a panel are no part of it where the letter names none: who joins it
// gets a letter, and those of the others stay.
type Basis map[string]string

// BasisOf returns the basis of the letter that Compose would write.
func BasisOf(in Input) Basis {
	f, d := in.FollowUp, dataOf(in)
	b := Basis{
		"address": strings.ToLower(f.To.Address), "name": spelled(d.To), "sender": strings.ToLower(Sender(in.App, in.Me)),
		"role": d.Role, "company": d.Company, "language": d.Language, "form of address": fmt.Sprint(d.Familiar),
		"role in a sentence": d.RoleSaid, "company in a sentence": d.CompanySaid,
		"message it answers": bareID(f.Answers),
	}
	if !d.Met.IsZero() && f.Interview != "" {
		b["day of the interview"] = rules.DateOf(d.Met).String()
		b["round"] = fmt.Sprint(d.Round, d.SamePeople)
	}
	b["question"], b["promise"] = d.Ask, d.Promise
	var others []string
	for _, p := range d.PassOn {
		others = append(others, spelled(p))
	}
	b["names to pass thanks on to"] = strings.Join(others, ", ")
	var met []string
	for _, p := range d.MetPeople {
		met = append(met, spelled(p))
	}
	b["names of those you met"] = strings.Join(met, ", ")
	switch f.Kind {
	case rules.ThankYou:
		if v, ok := in.App.Interview(f.Interview); ok {
			var notes []string
			for _, n := range notesOf(v, d.Language) {
				notes = append(notes, n.basis())
			}
			slices.Sort(notes)
			b["topics"] = strings.Join(notes, "\n")
		}
	case rules.RejectionReply:
		b["feedback"] = d.FeedbackOn
		b["topics"] = strings.Join(append(slices.Clone(d.Told), d.Topics...), "\n")
	case rules.CheckIn:
		b["topics"] = strings.Join(append(slices.Clone(d.Told), d.Topics...), "\n")
		b["decision date"] = string(f.After)
		if !d.RespondBy.IsZero() {
			b["offer elsewhere"] = rules.DateOf(d.RespondBy).String()
		}
		if !d.Decision.IsZero() {
			b["decision date"] += " " + rules.DateOf(d.Decision).String()
		}
	case rules.OfferReply:
		if d.RespondByGiven {
			b["deadline"] = rules.DateOf(d.RespondBy).String()
		}
	}
	for name, value := range b {
		if value == "" {
			delete(b, name)
		}
	}
	return b
}

func spelled(p templates.Person) string { return strings.TrimSpace(p.Honorific + " " + p.Name) }

// String is the basis as it is kept.
func (b Basis) String() string {
	text, _ := json.Marshal(b) // the keys in order
	return string(text)
}

// Changed names what is another by now than in a basis that was kept.
func (b Basis) Changed(kept string) []string {
	var then Basis
	if json.Unmarshal([]byte(kept), &then) != nil {
		return nil
	}
	var names []string
	for name, value := range b {
		if then[name] != value {
			names = append(names, name)
		}
	}
	for name := range then {
		if _, still := b[name]; !still {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// basis is a note as it is compared.
func (n note) basis() string {
	if !n.told {
		return fmt.Sprint(n.challenge, n.text)
	}
	return strings.Join([]string{n.text, n.because, n.ownWork, n.with}, "|")
}
