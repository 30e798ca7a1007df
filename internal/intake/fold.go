package intake

import (
	"cmp"
	"slices"
	"strings"

	"afterword/mailwatch/recognize/domains"
)

// Fold makes the finds of the facts of an account, in order of their first mail. The
// order in which the facts are given does not matter, nor does one that is given twice.
func Fold(facts []Fact) []Find {
	facts = inOrder(facts)
	var mail []Fact
	var applied []Applied
	for _, f := range facts {
		switch w := f.What.(type) {
		case Found:
			mail = append(mail, f)
		case Applied:
			applied = append(applied, w)
		}
	}
	list := make([]Find, 0, len(mail))
	for _, group := range grouped(mail) {
		list = append(list, foldMail(group, applied))
	}
	slices.SortStableFunc(list, func(a, b Find) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.Tag, b.Tag)) })
	by := map[string]int{}
	for i, f := range list {
		for _, tag := range f.Tags {
			by[tag] = i
		}
	}
	for _, f := range facts {
		switch w := f.What.(type) {
		case Answered:
			if i, ok := by[w.Tag]; ok {
				list[i].hear(f, w)
			}
		case Noted:
			if i, ok := by[w.Tag]; ok {
				list[i].Notes = append(list[i].Notes, w)
			}
		case Entered:
			if i, ok := by[w.Tag]; ok {
				list[i].Application, list[i].By = w.Application, w.By
			}
		}
	}
	for i := range list {
		list[i].State = list[i].state()
	}
	return list
}

// inOrder puts facts in order of time, each once.
func inOrder(facts []Fact) []Fact {
	sorted := slices.SortedFunc(slices.Values(facts), func(a, b Fact) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.Key, b.Key)) })
	seen := make(map[string]bool, len(sorted))
	return slices.DeleteFunc(sorted, func(f Fact) bool {
		again := seen[f.Key]
		seen[f.Key] = true
		return again
	})
}

// foldMail makes a find of the mail that told of it.
func foldMail(group []Fact, applied []Applied) Find {
	f := Find{At: group[0].At, Newest: group[len(group)-1].At}
	for _, fact := range group {
		w := fact.What.(Found)
		if f.Tag == "" {
			f.Tag = w.Tag
		}
		f.Tags = append(f.Tags, w.Tag)
		if !f.believes(w) {
			if !slices.ContainsFunc(w.Meetings, func(m Meeting) bool { return m.Action != "reminder" }) {
				continue
			}
			f.Doubt = "mail from elsewhere (" + w.From.Address + ") wants to change it, and is not believed"
			f.object(Reason{"elsewhere", f.Doubt})
			continue
		}
		f.Mail = append(f.Mail, w)
		newer(&f.Company, w.Company)
		newer(&f.Domain, w.Domain)
		newer(&f.Role, w.Role)
		newer(&f.Language, w.Language)
		if w.Recruiter != nil {
			f.Recruiter = w.Recruiter
		}
		if !w.Decision.IsZero() {
			f.Decision = w.Decision
		}
		for _, r := range w.Against {
			f.object(r)
		}
		f.take(w)
	}
	slices.SortStableFunc(f.Meetings, func(a, b Meeting) int { return a.Start.Compare(b.Start) })
	for _, m := range f.Live() {
		newer(&f.Zone, m.Zone)
	}
	f.fill(applied)
	return f
}

func newer(field *string, said string) {
	if said != "" {
		*field = said
	}
}

func (f *Find) object(r Reason) {
	if !slices.ContainsFunc(f.Against, func(have Reason) bool { return have.Rule == r.Rule }) {
		f.Against = append(f.Against, r)
	}
}

// believes reports whether mail may change what other mail told: it comes from the same
// domain, the same scheduler or the company's domain, and is not known to be forged.
func (f *Find) believes(w Found) bool {
	if len(f.Mail) == 0 {
		return true
	}
	if w.Sender.DMARC == "fail" {
		return false
	}
	return slices.ContainsFunc(f.Mail, func(had Found) bool {
		switch {
		case strings.EqualFold(had.From.Address, w.From.Address):
			return true
		case w.Sender.System != "":
			return had.Sender.System == w.Sender.System || had.Domain != "" && had.Domain == w.Domain
		case domains.Free(w.Sender.Domain):
			return false // anybody can write from there
		}
		return had.Sender.Domain == w.Sender.Domain || had.Domain != "" && had.Domain == w.Sender.Domain
	})
}

// fill takes role and company from the receipt of the application, where the mail that
// told of the interview names none and only one receipt of that company does.
func (f *Find) fill(applied []Applied) {
	keys := companyKeys(f.Company, f.Domain)
	var roles []string
	for _, a := range applied {
		if !slices.ContainsFunc(companyKeys(a.Company, a.Domain), func(k string) bool { return slices.Contains(keys, k) }) {
			continue
		}
		if f.Company == "" {
			f.Company = a.Company
		}
		if a.Role != "" && !slices.ContainsFunc(roles, func(r string) bool { return strings.EqualFold(r, a.Role) }) {
			roles = append(roles, a.Role)
		}
	}
	if f.Role == "" && len(roles) == 1 {
		f.Role = roles[0]
	}
}

// state says how far the find is.
func (f *Find) state() State {
	switch {
	case f.Answer == No:
		return Dismissed
	case f.Answer == Stop:
		return Stopped
	case f.Application != "":
		return Running
	case len(f.Meetings) > 0 && len(f.Live()) == 0:
		return Gone // whatever he said of it before he knew
	case f.Answer == Yes:
		return Confirmed
	case len(f.Live()) == 0 && slices.ContainsFunc(f.Mail, func(w Found) bool { return w.Choice }):
		return Choosing
	case len(f.Live()) == 0:
		return Gone
	}
	return Asked
}
