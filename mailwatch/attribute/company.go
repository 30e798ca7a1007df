package attribute

import (
	"slices"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/rules"
)

// OneCompany reports whether two applications of one account are at one company: it has
// one name, or its people write from one domain of its own.
func OneCompany(a, b rules.Application) bool {
	if a.ID == b.ID {
		return true
	}
	if a.Account != b.Account {
		return false
	}
	if name := lowerName(a.Company); name != "" && name == lowerName(b.Company) {
		return true
	}
	have := own(a)
	return slices.ContainsFunc(own(b), func(d string) bool { return slices.Contains(have, d) })
}

// Lessons returns what the user said of one application's messages, if one of the others
// is at the same company: it counts for them as well.
func Lessons(taught rules.Application, others []rules.Application) []rules.Lesson {
	if !slices.ContainsFunc(others, func(b rules.Application) bool { return OneCompany(taught, b) }) {
		return nil
	}
	return taught.Lessons()
}

// own are the domains from which nobody but the company's people write.
func own(a rules.Application) (list []string) {
	for _, c := range a.Contacts {
		list = append(list, mail.DomainOf(c.Address))
	}
	list = append(list, a.Domains...)
	for i, d := range list {
		list[i] = domains.Registrable(lowerName(d))
	}
	return slices.DeleteFunc(list, func(d string) bool { return d == "" || domains.Shared(d) })
}
