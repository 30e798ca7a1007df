package intake

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"afterword/mailwatch/recognize/domains"
)

// Fold makes the finds of the facts of all accounts of one user, in order of their first
// mail: what came to two of them is one find. The order in which the facts are given does
// not matter, nor does one that is given twice.
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
			for _, tag := range append([]string{w.Tag}, w.Refs...) {
				if i, ok := by[tag]; ok {
					list[i].note(f.Account, w)
				}
			}
		case Entered:
			if i, ok := by[w.Tag]; ok {
				list[i].Application, list[i].By = w.Application, w.By
			}
		case Chose:
			if i, ok := by[w.Tag]; ok {
				list[i].chose = f.At
			}
		}
	}
	for i := range list {
		list[i].State = list[i].state()
	}
	return list
}

// note takes in a note about it. Where the first of them stands the user is asked from
// then on, wherever older mail of it turns up.
func (f *Find) note(account string, w Noted) {
	if len(f.Notes) == 0 {
		f.Account = account
	}
	f.Notes = append(f.Notes, w)
}

// inOrder puts facts in order of time, each once.
func inOrder(facts []Fact) []Fact {
	sorted := slices.SortedFunc(slices.Values(facts), func(a, b Fact) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(a.Key, b.Key), strings.Compare(a.Account, b.Account))
	})
	type identity struct{ account, key string }
	seen := make(map[identity]bool, len(sorted))
	return slices.DeleteFunc(sorted, func(f Fact) bool {
		id := identity{f.Account, f.Key}
		again := seen[id]
		seen[id] = true
		return again
	})
}

// foldMail makes a find of the mail that told of it.
func foldMail(group []Fact, applied []Applied) Find {
	f := Find{Account: group[0].Account, At: group[0].At, Newest: group[len(group)-1].At}
	for _, fact := range group {
		w := fact.What.(Found)
		if f.Tag == "" {
			f.Tag = w.Tag
		}
		f.Tags = append(f.Tags, w.Tag)
		if !slices.Contains(f.Accounts, fact.Account) {
			f.Accounts = append(f.Accounts, fact.Account)
		}
		if w.MessageID != "" && slices.ContainsFunc(f.Mail, func(had Found) bool { return had.MessageID == w.MessageID }) {
			continue // it came to two of his accounts
		}
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
		f.choice(w, fact.At)
		f.take(w)
	}
	slices.SortStableFunc(f.Meetings, func(a, b Meeting) int { return a.Start.Compare(b.Start) })
	for _, m := range f.Live() {
		newer(&f.Zone, m.Zone)
	}
	f.fill(applied)
	return f
}

// choice takes in whether the newest mail leaves the time to the user. Where there is one
// that is still to come, it is in doubt.
func (f *Find) choice(w Found, at time.Time) {
	if f.waits = w.Choice; !w.Choice {
		return
	}
	if slices.ContainsFunc(f.Live(), func(m Meeting) bool { return m.Start.After(at) }) {
		f.Doubt = "they offer another time to choose"
		f.object(Reason{"doubt", f.Doubt})
	}
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
	return slices.ContainsFunc(f.Mail, w.vouchedBy)
}

// vouchedBy reports whether mail comes from where other mail did.
func (w Found) vouchedBy(had Found) bool {
	switch {
	case strings.EqualFold(had.From.Address, w.From.Address):
		return true
	case w.Sender.System != "":
		return had.Sender.System == w.Sender.System || had.Domain != "" && had.Domain == w.Domain
	case domains.Free(w.Sender.Domain):
		return false // anybody can write from there
	}
	return had.Sender.Domain == w.Sender.Domain || had.Domain != "" && had.Domain == w.Sender.Domain
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
	case f.waits && len(f.Live()) == 0 && f.chose.After(f.Newest):
		return Chosen
	case f.waits && len(f.Live()) == 0:
		return Choosing // also where he has said that it is one of his
	case len(f.Meetings) > 0 && len(f.Live()) == 0:
		return Gone // whatever he said of it before he knew
	case f.Answer == Yes:
		return Confirmed
	case len(f.Live()) == 0:
		return Gone
	}
	return Asked
}
